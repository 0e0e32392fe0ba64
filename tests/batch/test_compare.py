from __future__ import annotations

import pytest

from gapcheck.batch.compare import compare, months

from ..reading import analyzer, posting_of, resume_of
from .made import NURSE, PILAR

OTHER = PILAR.replace("January 2019", "January 2015").replace("Pilar Ngata", "Ida Roe").replace(
    "Languages\nSpanish\n", "Education\nBachelor of Science in Nursing, 2014\nSkills\nTableau\n"
)  # fmt: skip


def compared(mine, theirs):
    return compare(resume_of(mine), resume_of(theirs), posting_of(NURSE), analyzer=analyzer())


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([], 0),
        ([(0, 12)], 12),
        ([(0, 12), (6, 18), (24, 30)], 24),
        ([(0, 24), (6, 12)], 24),
        ([(5, 5)], 0),
        ([(6, 18), (0, 12)], 18),
    ],
)
def test_months_count_overlaps_once(spans, expected):
    assert months(spans) == expected
    assert months(spans) == len({month for first, last in spans for month in range(first, last)})


def test_a_resume_beside_itself_is_neither_ahead_nor_behind():
    found = compared(PILAR, PILAR)
    assert found.ahead == found.behind == found.beyond == found.mine_beyond == ()
    assert found.mine == found.theirs


def test_years_degrees_and_what_goes_beyond_the_posting():
    found = compared(PILAR, OTHER)
    assert (found.mine.years, found.theirs.years) == (5.0, 9.0)
    assert found.mine.specific_years == 5.0
    assert (found.mine.degree, found.theirs.degree) == (None, "bachelor")
    beyond = {shown.name: shown.evidence for shown in found.beyond}
    assert beyond["Tableau"] == "Tableau"
    assert [one.requirement for one in found.ahead] == ["Spanish"]
    assert found.ahead[0].my_evidence == ("Spanish",)
    assert found.ahead[0].their_evidence == ()


def test_exchanged_it_is_the_reverse():
    there, back = compared(PILAR, OTHER), compared(OTHER, PILAR)
    assert (there.mine, there.theirs, there.beyond) == (back.theirs, back.mine, back.mine_beyond)
    assert [one.requirement for one in there.ahead] == [one.requirement for one in back.behind]


def test_what_a_person_would_like_to_learn_is_not_shown_beyond():
    wish = OTHER.replace("Skills\nTableau\n", "Objective\nI would like to learn Tableau.\n")
    assert "Tableau" not in {shown.name for shown in compared(PILAR, wish).beyond}


def test_jobs_under_the_employers_name_are_years_of_work():
    page = "Ida Roe\n\nSUMMARY\nA nurse.\n\nCity Hospital, Staff Nurse, 2016-2019\n* Wound care after surgery\n* Epic\n"
    found = compared(page, PILAR).mine
    assert found.years == found.specific_years == 3.0
