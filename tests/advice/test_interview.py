"""The line to say for each must-have, and the three questions."""

from __future__ import annotations

import pytest

from gapcheck.advice import answers, talking_points
from tests.factories import (
    make_coverage,
    make_evidence,
    make_finding,
    make_glance,
    make_match,
    make_report,
    make_requirement,
    make_suggestion,
)
from tests.reading import resume_of

RESUME = """Jo Poe

EXPERIENCE
Manager, Bluebird Foods
January 2022 - present
- Ran booths at trade shows
- Ran booths at 6 trade shows a year

SKILLS
Trade shows, Canva
"""
DOCUMENT = resume_of(RESUME).document
LISTED, PLAIN, NUMBER = (
    make_evidence(text, DOCUMENT)
    for text in ("Trade shows, Canva", "Ran booths at trade shows", "Ran booths at 6 trade shows a year")
)


def points(*evidence, status="met", **fields):
    return talking_points([make_match(status, make_requirement(**fields), evidence=evidence)], resume_of(RESUME))


def test_a_job_s_line_with_a_number_is_the_strongest():
    assert points(LISTED, PLAIN, NUMBER)[0].evidence == NUMBER
    assert points(LISTED, PLAIN)[0].evidence == PLAIN


@pytest.mark.parametrize(
    ("evidence", "kind", "tip"),
    [
        (NUMBER, "duty", ""),
        (PLAIN, "duty", "Add a number: how many, how often, how much."),
        (LISTED, "skill", "Say in which job you did it."),
        (LISTED, "credential", ""),
    ],
    ids=["number", "no number", "list", "licence"],
)
def test_the_tip_says_what_the_line_lacks(evidence, kind, tip):
    assert points(evidence, kind=kind)[0].tip == tip


@pytest.mark.parametrize(
    "found",
    [points(PLAIN, status="partial"), points(PLAIN, importance="preferred"), points(PLAIN, review="odd"), points()],
)
def test_only_must_haves_that_are_met_have_a_line(found):
    assert found == ()


def test_the_three_questions_are_answered_without_a_quotation():
    report = make_report()
    glance = make_glance(advice=(make_suggestion(requirement="r6"),))
    wording = make_suggestion(code="exact_wording", requirement="r1", gain=0.0)
    high, low = make_finding(message="No e-mail address was read.", severity="high"), make_finding(severity="low")
    found = answers(report.coverage, report.matches, (*report.suggestions[:3], wording), glance, (high, low))
    assert found.right[0] == "6 of 9 required are met, each with its line."
    assert found.right[-1] == "Beyond what is required: Master's degree in Marketing."
    assert found.wrong[0] == "Not shown: Coordinate projects with outside vendors."
    assert found.wrong[-1] == "No e-mail address was read."
    assert found.improve == (
        "Where it is true of you, show r4, r8, r5: up to 21.1 points of coverage.",
        "Say it in the posting's words too: r1.",
        "Move up what a first look misses: r6.",
    )
    said = " ".join((*found.right, *found.wrong, *found.improve))
    assert not any(e.text in said for match in report.matches for e in match.evidence)


def test_without_requirements_nothing_is_made_up():
    found = answers(make_coverage(), (), (), None, ())
    assert (found.right, found.wrong, found.improve) == ((), (), ())


def test_dates_alone_are_no_line_to_say():
    dates = make_evidence("January 2022 - present", DOCUMENT)
    assert points(dates, LISTED)[0].evidence == LISTED


def test_a_line_that_was_said_gives_way_to_another():
    matches = [
        make_match("met", make_requirement(id="r1"), evidence=(NUMBER,)),
        make_match("met", make_requirement(id="r2"), evidence=(NUMBER, PLAIN)),
    ]
    assert [point.evidence for point in talking_points(matches, resume_of(RESUME))] == [NUMBER, PLAIN]
