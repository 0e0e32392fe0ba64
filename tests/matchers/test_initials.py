"""Names and their initials, where neither document spells one out."""

from __future__ import annotations

import pytest

from tests.reading import judged

RESUME = """Jo Doe
jo@example.com

Experience
Worker, Larkspur Ltd, Ohio. March 2019 - present
- {line}
"""


def credit(asked: str, line: str) -> float:
    return max(found.credit for found in judged(asked, RESUME.format(line=line)))


SAME = [
    ("National Weather Service outlooks", "Spring outlook with the NWS each March"),
    ("Knowledge of the Mental Capacity Act", "Chaired 60 MCA meetings"),
    ("Knowledge of the Chicago Manual of Style", "CMOS 16 then 17"),
    ("Best Interests Assessor qualification", "BIA since 2022"),
    ("ECMO or inhaled nitric oxide experience", "iNO: set up and titrate, 30 patients"),
    ("An AADOM designation such as FAADOM", "Fellow of the American Association of Dental Office Management"),
]


@pytest.mark.parametrize(("asked", "line"), SAME)
def test_initials_are_the_name(asked: str, line: str) -> None:
    assert credit(asked, line) == 1


OTHER = [
    ("Customer account manager experience", "CAM software for five mills"),  # the lexicon knows CAM as something else
    ("Maintain customer accounts", "MCA chair"),  # "maintain" is no part of a name
    ("Best Interests Assessor qualification", "Never sat the BIA"),
    ("Best Interests Assessor qualification", "BIAS training for assessors of parts"),
    ("An AADOM designation such as FAADOM", "Fixed alarms and dents of many doors"),
]


@pytest.mark.parametrize(("asked", "line"), OTHER)
def test_letters_of_another_thing_are_not(asked: str, line: str) -> None:
    assert credit(asked, line) < 1
