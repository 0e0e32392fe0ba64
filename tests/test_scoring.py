"""The arithmetic of coverage: exact thresholds, the honest range, what is left out, what is never hidden."""

from __future__ import annotations

from fractions import Fraction

import pytest

from gapcheck.scoring import MINIMUM, coverage, exact, gain, missing_keywords, must_have_gaps, scored, verdict, weight
from gapcheck.settings import Settings
from gapcheck.types import Keyword, Match
from tests.factories import (
    make_keyword,
    make_match,
    make_matches,
    make_posting_document,
    make_requirement,
    make_resume_document,
)

DEFAULT = Settings()


def matches(*statuses: str, importance: str = "required", kind: str = "skill") -> list[Match]:
    """One match for each status, ids r1, r2, ..."""
    return [
        make_match(status, make_requirement(id=f"r{number}", importance=importance, kind=kind))
        for number, status in enumerate(statuses, 1)
    ]


# --- thresholds ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("total", range(MINIMUM, 61))
def test_every_share_of_equal_requirements_has_the_verdict_of_exact_arithmetic(total: int) -> None:
    for met in range(total + 1):
        found = coverage(matches(*["met"] * met, *["missing"] * (total - met)), DEFAULT)
        assert found.exact == Fraction(met, total)
        wanted = "strong" if 100 * met >= 80 * total else "stretch" if 100 * met >= 75 * total else "gap"
        assert found.verdict == wanted, f"{met} of {total}"


@pytest.mark.parametrize("total", range(MINIMUM, 61, 3))
def test_halves_are_counted_exactly(total: int) -> None:
    for met in range(total):
        found = coverage(matches(*["met"] * met, "partial", *["missing"] * (total - met - 1)), DEFAULT)
        assert found.exact == Fraction(2 * met + 1, 2 * total)


@pytest.mark.parametrize(
    ("score", "wanted"),
    [
        (Fraction(3, 4), "stretch"),
        (Fraction(4, 5), "strong"),
        (Fraction(3, 4) - Fraction(1, 10**12), "gap"),
        (Fraction(4, 5) - Fraction(1, 10**12), "stretch"),
        (Fraction(0), "gap"),
        (Fraction(1), "strong"),
    ],
)
def test_the_verdict_is_decided_unrounded(score: Fraction, wanted: str) -> None:
    assert verdict(score, DEFAULT) == wanted


@pytest.mark.parametrize(
    ("number", "fraction"), [(0.1, Fraction(1, 10)), (0.8, Fraction(4, 5)), (0.75, Fraction(3, 4)), (1, Fraction(1))]
)
def test_settings_mean_the_decimal_that_was_typed(number: float, fraction: Fraction) -> None:
    assert exact(number) == fraction


@pytest.mark.parametrize("percent", range(0, 101, 7))
def test_own_thresholds_are_exact_too(percent: int) -> None:
    settings = Settings(stretch=percent / 100, strong=percent / 100)
    found = coverage(matches(*["met"] * percent, *["missing"] * (100 - percent)), settings)
    assert found.verdict == "strong"


def test_coverage_carries_the_settings_it_was_judged_by() -> None:
    found = coverage(matches("met", "met", "met"), Settings(stretch=0.6, strong=0.7, preferred_weight=0.25))
    assert (found.stretch, found.strong, found.preferred_weight) == (0.6, 0.7, 0.25)


# --- the sum ---------------------------------------------------------------------------------------------------


def test_the_worked_example() -> None:
    found = coverage(make_matches(make_posting_document(), make_resume_document()), DEFAULT)
    assert found.exact == Fraction(15, 2) / Fraction(19, 2)
    assert found.score == pytest.approx(0.7894736842)
    assert (found.met, found.partial, found.missing, found.unstated) == (7, 2, 1, 0)
    assert found.verdict == "stretch"
    assert found.low == pytest.approx(6.5 / 9.5)
    assert found.high == pytest.approx(8.5 / 9.5)
    assert found.required == pytest.approx(7 / 9)
    assert found.preferred == 1.0


def test_a_preferred_requirement_weighs_half() -> None:
    found = coverage([*matches("met", "met"), *matches("missing", importance="preferred")], DEFAULT)
    assert found.exact == Fraction(2) / Fraction(5, 2)


@pytest.mark.parametrize(
    ("given", "wanted"), [(0.5, Fraction(4, 5)), (1.0, Fraction(2, 3)), (0.0, Fraction(1)), (0.3, Fraction(20, 23))]
)
def test_the_weight_of_preferred_is_a_setting(given: float, wanted: Fraction) -> None:
    found = coverage(
        [*matches("met", "met"), *matches("missing", importance="preferred")], Settings(preferred_weight=given)
    )
    assert found.exact == wanted


@pytest.mark.parametrize(
    ("given", "wanted"), [(0.5, Fraction(1, 2)), (0.0, Fraction(1, 3)), (1.0, Fraction(2, 3)), (0.7, Fraction(17, 30))]
)
def test_the_credit_of_partial_is_a_setting(given: float, wanted: Fraction) -> None:
    assert coverage(matches("met", "partial", "missing"), Settings(partial_credit=given)).exact == wanted


def test_weight_follows_importance() -> None:
    assert (weight("required", DEFAULT), weight("preferred", DEFAULT)) == (1, Fraction(1, 2))


def test_low_counts_only_what_is_met_and_high_every_trace() -> None:
    found = coverage(matches("met", "partial", "partial", "missing"), DEFAULT)
    assert (found.low, found.score, found.high) == (0.25, 0.5, 0.75)


def test_without_partials_the_range_is_the_score() -> None:
    found = coverage(matches("met", "met", "missing"), DEFAULT)
    assert found.low == found.score == found.high


def test_a_posting_without_preferred_requirements_has_no_share_of_them() -> None:
    assert coverage(matches("met", "met", "missing"), DEFAULT).preferred is None


def test_the_order_of_requirements_does_not_matter() -> None:
    rows = [*matches("met", "partial", "missing", "unstated"), *matches("met", "missing", importance="preferred")]
    assert coverage(rows, DEFAULT) == coverage(rows[::-1], DEFAULT)


# --- what is left out ------------------------------------------------------------------------------------------


def test_unstated_conditions_are_counted_apart_and_change_nothing() -> None:
    with_conditions = coverage(
        [*matches("met", "met", "missing"), *matches("unstated", "unstated", kind="condition")], DEFAULT
    )
    without = coverage(matches("met", "met", "missing"), DEFAULT)
    assert (with_conditions.exact, with_conditions.unstated) == (without.exact, 2)


def test_a_requirement_kept_out_for_review_is_not_scored() -> None:
    odd = make_match("missing", make_requirement(text="young team player", review="may be discriminatory"))
    found = coverage([*matches("met", "met", "met"), odd], DEFAULT)
    assert (found.exact, found.missing) == (1, 0)
    assert odd not in scored([odd])


@pytest.mark.parametrize(
    "statuses",
    [(), ("met",), ("met", "met"), ("missing", "missing"), ("unstated",) * 10, ("met", "met", "unstated", "unstated")],
)
def test_too_little_to_judge_is_no_score_at_all(statuses: tuple[str, ...]) -> None:
    found = coverage(matches(*statuses), DEFAULT)
    assert (found.score, found.exact, found.low, found.high, found.verdict) == (None, None, None, None, "insufficient")
    assert found.met == statuses.count("met")


def test_three_requirements_are_enough() -> None:
    assert coverage(matches("met", "met", "met"), DEFAULT).verdict == "strong"


def test_preferred_requirements_that_weigh_nothing_are_too_little_to_judge() -> None:
    rows = matches("met", "met", "missing", importance="preferred")
    found = coverage(rows, Settings(preferred_weight=0.0))
    assert (found.score, found.verdict) == (None, "insufficient")


# --- gain ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("status", "points"), [("met", 0.0), ("partial", 0.125), ("missing", 0.25), ("unstated", 0.0)])
def test_the_gain_is_what_coverage_would_rise_by(status: str, points: float) -> None:
    rows = [*matches("met", "met", "met"), make_match(status, make_requirement(id="r9"))]
    if status == "unstated":
        rows.append(make_match("met", make_requirement(id="r10")))
    assert gain(next(m for m in rows if m.requirement.id == "r9"), rows, DEFAULT) == points


@pytest.mark.parametrize("index", range(4))
def test_the_gain_agrees_with_scoring_again(index: int) -> None:
    rows = [*matches("met", "partial", "missing"), *matches("missing", importance="preferred")]
    better = [make_match("met", m.requirement) if i == index else m for i, m in enumerate(rows)]
    before, after = coverage(rows, DEFAULT).exact, coverage(better, DEFAULT).exact
    assert gain(rows[index], rows, DEFAULT) == pytest.approx(float(after - before))


# --- must-haves ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "importance", "status", "is_gap"),
    [
        ("credential", "required", "missing", True),
        ("education", "required", "missing", True),
        ("condition", "required", "missing", True),
        ("credential", "preferred", "missing", False),
        ("credential", "required", "met", False),
        ("condition", "required", "unstated", False),
        ("skill", "required", "missing", False),
        ("duty", "required", "missing", False),
    ],
)
def test_must_haves_that_are_missing_are_named(kind: str, importance: str, status: str, is_gap: bool) -> None:
    row = make_match(status, make_requirement(id="r7", kind=kind, importance=importance))
    assert must_have_gaps([*matches("met", "met", "met"), row]) == (("r7",) if is_gap else ())


def test_must_have_gaps_stand_in_the_posting_s_order() -> None:
    assert must_have_gaps(matches("missing", "met", "missing", kind="credential")) == ("r1", "r3")


def test_a_must_have_kept_out_for_review_is_no_gap() -> None:
    row = make_match("missing", make_requirement(kind="condition", review="may be discriminatory"))
    assert must_have_gaps([row]) == ()


# --- missing keywords ------------------------------------------------------------------------------------------


def with_keywords(status: str, *keywords: Keyword, **fields: object) -> Match:
    return make_match(status, make_requirement(**fields), keywords=keywords)


def names(*rows: Match) -> list[str]:
    return [k.name for k in missing_keywords(rows)]


def test_required_keywords_stand_before_preferred_and_missing_before_weak() -> None:
    rows = (
        with_keywords("missing", make_keyword("Tableau", status="missing"), id="r1", importance="preferred"),
        with_keywords("partial", make_keyword("bookkeeping", status="partial"), id="r2"),
        with_keywords("missing", make_keyword("payroll", status="missing"), id="r3"),
        with_keywords("partial", make_keyword("Power BI", status="partial"), id="r4", importance="preferred"),
        with_keywords("missing", make_keyword("VAT returns", status="missing"), id="r5"),
    )
    assert names(*rows) == ["payroll", "VAT returns", "bookkeeping", "Tableau", "Power BI"]


def test_a_keyword_asked_twice_is_listed_once_at_its_strongest() -> None:
    rows = (
        with_keywords("missing", make_keyword("Payroll", status="missing"), id="r1", importance="preferred"),
        with_keywords("missing", make_keyword("payroll", status="missing"), id="r2"),
    )
    found = missing_keywords(rows)
    assert [(k.name, k.importance, k.requirement) for k in found] == [("payroll", "required", "r2")]


def test_of_a_met_requirement_nothing_is_missing() -> None:
    assert (
        names(
            with_keywords("met", make_keyword("forklift", status="met"), make_keyword("reach truck", status="missing"))
        )
        == []
    )


@pytest.mark.parametrize(("status", "wanted"), [("met", []), ("partial", []), ("missing", ["Python", "Java"])])
def test_of_an_alternative_nothing_is_missing_once_one_side_is_shown(status: str, wanted: list[str]) -> None:
    keywords = (make_keyword("Python", status="missing"), make_keyword("Java", status="missing"))
    assert names(with_keywords(status, *keywords, mode="any")) == wanted


def test_of_a_partly_met_list_the_rest_is_missing() -> None:
    row = with_keywords(
        "partial", make_keyword("photo shoots", status="met"), make_keyword("webinars", status="missing")
    )
    assert names(row) == ["webinars"]


def test_unstated_conditions_and_reviewed_requirements_have_no_missing_keywords() -> None:
    keyword = make_keyword("travel", status="missing")
    assert (
        names(
            with_keywords("unstated", keyword, kind="condition"),
            with_keywords("missing", keyword, review="may be discriminatory"),
        )
        == []
    )
