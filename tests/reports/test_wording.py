from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from gapcheck.reports import wording
from tests.factories import (
    make_coverage,
    make_document,
    make_evidence,
    make_match,
    make_missing,
    make_notice,
    make_report,
    make_requirement,
    make_suggestion,
)

MARKS = (0.75, 0.80)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0.0, "0%"),
        (0.001, "0.1%"),
        (0.00001, "under 0.01%"),
        (0.743, "74%"),
        (0.7449999, "74%"),
        (0.746, "74.6%"),
        (0.7499, "74.99%"),
        (0.74999999, "74.99%"),
        (0.75, "75%"),
        (0.7549, "75%"),
        (15 / 19, "79%"),
        (0.795, "79.5%"),
        (0.796, "79.6%"),
        (0.7996, "79.96%"),
        (0.79999, "79.99%"),
        (Fraction(4, 5), "80%"),
        (0.8, "80%"),
        (0.804, "80%"),
        (0.9949, "99%"),
        (0.996, "99.6%"),
        (0.99999, "99.99%"),
        (1.0, "100%"),
        (None, "not known"),
    ],
)
def test_percent_stays_on_its_side(value, shown):
    assert wording.percent(value, MARKS) == shown


@pytest.mark.parametrize("threshold", [0.70, 0.725, 0.755, 0.8])
def test_percent_never_crosses_any_threshold(threshold):
    for step in range(10_001):
        value = step / 10_000
        shown = float(wording.percent(value, (threshold,)).removesuffix("%"))
        assert (shown >= threshold * 100) == (value >= threshold)


def test_percent_of_an_exact_fraction_is_not_rounded_first():
    just_under = Fraction(4, 5) - Fraction(1, 10**30)
    assert float(just_under) == 0.8
    assert wording.percent(just_under, MARKS) == "79.99%"


def test_score_uses_the_exact_score():
    coverage = make_coverage(score=0.8, exact=Fraction(4, 5) - Fraction(1, 10**30), verdict="stretch")
    assert wording.score_text(coverage) == "79.99%"


def test_score_of_an_insufficient_reading_is_words():
    coverage = make_coverage(score=None, exact=None, verdict="insufficient")
    assert wording.score_text(coverage) == "no score"


def test_verdict_names_the_thresholds_in_force():
    coverage = make_coverage(verdict="stretch", strong=0.9)
    assert wording.verdict_text(coverage).endswith("strong from 90%.")


def test_counts_name_what_is_not_stated():
    assert wording.counts_text(make_coverage(unstated=2)) == "7 met, 2 partly, 1 missing of 10; 2 not stated"


def test_range_of_equal_ends_is_one_number():
    assert wording.range_text(make_coverage(low=0.5, high=0.5)) == "50%"


def test_contributions_add_up_to_the_score():
    report = make_report()
    assert sum(adds for adds, _ in wording.shares(report).values()) == report.coverage.exact
    assert sum(most for _, most in wording.shares(report).values()) == 1


@pytest.mark.parametrize(
    ("fields", "weight"),
    [
        ({}, 1.0),
        ({"importance": "preferred"}, 0.5),
        ({"review": "may be discriminatory"}, 0.0),
    ],
)
def test_weight_is_the_weight_in_the_score(fields, weight):
    assert wording.weight(make_match("met", make_requirement(**fields)), make_coverage()) == weight


def test_weight_of_an_unstated_condition_is_nothing():
    assert wording.weight(make_match("unstated"), make_coverage()) == 0.0


def test_keywords_come_required_first_and_once():
    report = make_report(
        missing_keywords=(
            make_missing("SQL", "r3", importance="preferred"),
            make_missing("webinars", "r1"),
            make_missing("sql", "r2"),
        )
    )
    lines = wording.keyword_lines(report, "missing")
    assert [(line.name, line.importance, line.requirements) for line in lines] == [
        ("webinars", "required", ("r1",)),
        ("sql", "required", ("r2", "r3")),
    ]


def test_notices_are_listed_once_and_say_which_file():
    hidden, other, common = make_notice("hidden_text"), make_notice("mismatch"), make_notice("language")
    report = make_report(
        resume=make_document(notices=(hidden, common)),
        posting=make_document(notices=(other,)),
        matches=(),
        notices=(hidden, make_notice("model")),
    )
    assert [(about, notice.code) for about, notice in wording.notice_lines(report)] == [
        ("resume", "hidden_text"),
        ("", "model"),
        ("resume", "language"),
        ("posting", "mismatch"),
    ]


def test_gains_are_sorted_and_the_order_of_equals_kept():
    gains = (make_suggestion("a", gain=0.01), make_suggestion("b", gain=0.1), make_suggestion("c", gain=0.1))
    assert [s.message for s in wording.biggest_gains(make_report(suggestions=gains))] == ["b", "c", "a"]


QUOTATIONS = [
    ("quantity", "Nurse, Riverbend Hospital\n2021 - present", '"Nurse, Riverbend Hospital" / "2021 - present"'),
    ("quantity", "Heritage Creek High School,\n  graduated 2018", '"Heritage Creek High School, graduated 2018"'),
    ("quantity", "Master of Science\nin Marketing, 2019", '"Master of Science in Marketing, 2019"'),
    ("duty", "Take the history\n    Go through the sheet", '"Take the history" / "Go through the sheet"'),
    ("duty", "Ran the front desk of\nRiverbend Hospital", '"Ran the front desk of Riverbend Hospital"'),
]


@pytest.mark.parametrize(("method", "text", "shown"), QUOTATIONS)
def test_lines_that_stand_for_themselves_are_quoted_one_by_one(method, text, shown):
    assert wording.quotation(make_evidence(text, method=method)) == shown


@pytest.mark.parametrize(
    ("note", "shown"), [("secondary", "school diploma"), ("master", "master's degree"), ("said with a limit",) * 2]
)
def test_a_degree_s_level_is_said_in_words(note, shown):
    assert wording.note_text(make_evidence(note=note)) == shown


def test_related_things_are_named_as_the_resume_does_unless_it_may_not_be_quoted():
    (near,) = make_report().related
    near = replace(near, asked="paperwork", shown="bill of lading", own="packing slip", common="")
    assert wording.related_text(near) == "paperwork: nearest is packing slip"
    assert wording.related_text(near, quotes=False) == "paperwork: nearest is bill of lading"
