"""Two columns of a page that plain text shows side by side."""

from __future__ import annotations

import pytest

from gapcheck.parsers.flat_columns import parted
from tests.reading import posting_of

PAGE = """Vasey Opticians                                     Dispensing Optician

YOUR DAY                                            YOU WILL NEED
Dispense single vision and varifocal lenses         FBDO qualification
Take facial and frame measurements                  Registration with the GOC
Adjust and repair spectacles at the desk            Two years in practice
Teach contact lens handling

What we offer                                       Nice to have
Free eye care and two pairs a year                  Low vision training
Every Sunday and Monday off                         British Sign Language
"""


def test_columns_stand_one_below_the_other() -> None:
    found = [line for line in parted(PAGE).split("\n") if line]
    assert found[1:6] == [
        "YOUR DAY",
        "Dispense single vision and varifocal lenses",
        "Take facial and frame measurements",
        "Adjust and repair spectacles at the desk",
        "Teach contact lens handling",
    ]
    assert found[6] == "YOU WILL NEED"
    assert sorted(parted(PAGE).split()) == sorted(PAGE.split())


def test_what_they_ask_is_read() -> None:
    asked = {r.text: r.importance for r in posting_of(parted(PAGE)).requirements}
    assert asked["FBDO qualification"] == "required"
    assert asked["Low vision training"] == "preferred"
    assert not any("eye care" in text for text in asked)


@pytest.mark.parametrize(
    "text",
    [
        "Location:        Leeds\nSalary:          30,000\nHours:           37",
        "Baker, Heron Lane            2019 - 2023\nBread and rolls              nights\nCakes                        days",
        "YOUR DAY          YOUR SKILLS\nSell hats all day long in the shop\nSew them in the evenings, and fit them",
        "one   two",
        "",
    ],
)
def test_other_text_stays_as_it_is(text: str) -> None:
    assert parted(text) == text
