"""Whose citizens may work where."""

from __future__ import annotations

import pytest

from gapcheck.matchers.nations import of_another_country


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        ("Applicants must be authorized to work in the U.S.", "Nationality Russian, new repatriant in Israel"),
        ("Right to work in the UK", "Indian passport"),
        ("US work authorization", "Kenyan national living in Nairobi"),
        ("Eligible to work in Canada", "American citizen"),
    ],
)
def test_another_nationality_says_nothing(asked: str, line: str) -> None:
    assert of_another_country(asked, line)


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        ("Applicants must be authorized to work in the U.S.", "US citizen"),
        ("Must be authorized to work in the US", "Dual national of Mexico and the United States"),
        ("Right to work in the UK", "Irish passport"),
        ("Right to work in Germany", "Portuguese citizen"),
        ("Right to work in the UK", "Indian passport, settled status"),
        ("Work permit required", "Kenyan national"),
        ("Right to work in the UK", "Moved to Leeds in 2019"),
    ],
)
def test_what_may_give_the_right_is_left_to_the_line(asked: str, line: str) -> None:
    assert not of_another_country(asked, line)
