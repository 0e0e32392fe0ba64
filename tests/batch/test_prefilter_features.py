"""What postings ask and resumes show meets in the same features, as the matchers would see it."""

from __future__ import annotations

import pytest

from gapcheck.batch.features import SORTS, asked_features
from gapcheck.batch.shown import shown_features

from ..reading import analyzer, posting_of, resume_of
from .made import COOK, NURSE, PILAR, TOMAS

LINE = "Ran the combi oven"


def asked(line, *sorts):
    """The features of *sorts* of a posting that asks *line* beside others."""
    posting = posting_of(COOK.replace("Pastry", line))
    return {name for req in posting.requirements for sort, name, _ in asked_features(req) if sort in sorts}


def shown(line, text=TOMAS):
    assert LINE in TOMAS
    return shown_features(resume_of(text.replace(LINE, line)), analyzer().lexicon)


def test_what_a_resume_shows():
    found = shown_features(resume_of(PILAR), analyzer().lexicon)
    assert {"years:1", "years:5", "most years:9", "wound", "care wound", "near:wound"} <= found
    assert not {"years:6", "most years:12"} & found


def test_years_in_jobs_of_a_name():
    found = shown_features(resume_of(PILAR), analyzer().lexicon)
    assert "years:1:nurs" in found
    assert not any(name.startswith("years:1:") and name.endswith((":cook", ":weld")) for name in found)


@pytest.mark.parametrize("text", [NURSE, COOK])
def test_the_shares_of_a_sort_are_told_by_name(text):
    for req in posting_of(text).requirements:
        told = list(asked_features(req))
        assert {sort for sort, _, _ in told} <= set(SORTS)
        assert all(0 < part <= 1 for sort, _, part in told if sort in ("always", "study", "degree"))


@pytest.mark.parametrize(
    ("line", "sort", "shows", "neighbour"),
    [
        ("Preventive maintenance", "act", "Weekly PM route of the combi ovens", LINE),
        (
            "Bachelor's degree in nursing",
            "study",
            "BSc Nursing, Hill University, 2015",
            "BSc Physics, Hill University, 2015",
        ),
        ("Bachelor's degree", "degree", "BSc Physics, Hill University, 2015", LINE),
        ("Attention to detail", "half soft", "Checked every label twice; no mislabelled tray in two years", LINE),
    ],
)
def test_a_line_shows_what_is_asked_in_other_words(line, sort, shows, neighbour):
    wanted = asked(line, sort) - asked("Pastry", sort)
    assert wanted
    assert wanted & shown(shows)
    assert not wanted & shown(neighbour)


def test_another_brand_shows_the_kind_of_the_one_asked():
    kinds = asked("Experience with Salesforce", "kind")
    assert kinds & shown("Kept leads in HubSpot CRM")
    assert not kinds & shown(LINE)


def test_a_head_shows_the_kind_of_employer():
    wanted = asked("Experience in a hospital environment", "sector")
    assert wanted & shown_features(resume_of(PILAR), analyzer().lexicon)
    assert not wanted & shown_features(resume_of(TOMAS), analyzer().lexicon)
