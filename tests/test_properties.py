"""What holds for every posting and every resume, on texts put together at random from lines of many trades.

GAPCHECK_NIGHTLY=1 draws forty times as many examples, other ones each time.
"""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapcheck.errors import NoRequirementsFound, NoTextFound
from gapcheck.types import Match, Report
from tests.marks import missed
from tests.trades import (
    ASKED,
    GOLD,
    PLAIN_SHOWN,
    REAL_ASKED,
    REAL_SHOWN,
    SHOWN,
    asked_lines,
    check,
    examples,
    judged,
    missing,
    plain_lines,
    posting_of,
    postings,
    resume_of,
    shown_lines,
)

pytestmark = pytest.mark.timeout(1_800)  # hundreds of examples each, on a machine that may be busy


# --- offsets and bounds ----------------------------------------------------------------------------------------


def assert_offsets(report: Report) -> None:
    for match in report.matches:
        req = match.requirement
        assert report.posting.text[req.start : req.end] == req.text
        for keyword in (*req.keywords, *match.keywords):
            assert req.start <= keyword.start < keyword.end <= req.end
            quote = report.posting.text[keyword.start : keyword.end].split()
            # Parts of a shared phrase ("boom and scissor lift") and of a degree name more than their own words.
            assert set(quote) <= set(keyword.name.split()) | set(quote[-1:])
        assert all(report.resume.text[e.start : e.end] == e.text for e in match.evidence)
    for suggestion in report.suggestions:
        assert all(report.resume.text[e.start : e.end] == e.text for e in suggestion.evidence)
    if report.glance:
        assert all(0 <= a <= b <= len(report.resume.text) for a, b in report.glance.spans)


def assert_bounds(report: Report) -> None:
    found = report.coverage
    counts = found.met + found.partial + found.missing + found.unstated
    assert counts + sum(m.requirement.review is not None for m in report.matches) == len(report.matches)
    if found.score is None:
        assert (found.low, found.high, found.verdict) == (None, None, "insufficient")
    else:
        assert 0 <= found.low <= found.score <= found.high <= 1
        assert float(found.exact) == found.score
        assert found.verdict == (
            "strong" if found.exact >= Fraction(4, 5) else "stretch" if found.exact >= Fraction(3, 4) else "gap"
        )
    for match in report.matches:
        assert match.credit == {"met": 1.0, "partial": 0.5, "missing": 0.0, "unstated": 0.0}[match.status]
        assert all(0 < e.score <= 1 for e in match.evidence)
        assert bool(match.evidence) is (match.status in ("met", "partial")), match.requirement.text
    assert all(0 <= s.gain <= 1 for s in report.suggestions)


def assert_sane(report: Report) -> None:
    assert_offsets(report)
    assert_bounds(report)


@given(postings(), shown_lines)
@examples(500, 20_000)
def test_offsets_bounds_and_evidence_for_every_claim(posting: str, shown: list[str]) -> None:
    assert_sane(check(resume_of(shown), posting))


NOISE = st.text(max_size=200)  # surrogates, NUL and control characters too
BETWEEN = st.sampled_from(
    [*ASKED, *SHOWN, "", "•", "-", "Benefits", "EXPERIENCE", "2019 - 2020", "(", "no", "e.g.", "\t|\t"]
)
MIXED = st.lists(BETWEEN | st.text(max_size=30), max_size=14).map("\n".join)


@given(NOISE | MIXED, NOISE | MIXED)
@examples(1_000, 50_000)
def test_any_text_is_read_or_refused(one: str, other: str) -> None:
    try:
        report = check(one, other)
    except (NoTextFound, NoRequirementsFound):
        return
    assert_sane(report)


@given(asked_lines)
@examples(500, 20_000)
def test_a_resume_that_shows_nothing_of_it_scores_zero(asked: list[str]) -> None:
    matches, coverage = judged("Ana Sousa\nana@example.org\n\nInterests\nKites\n", posting_of(asked))
    met = [m.requirement.text for m in matches if m.status in ("met", "partial")]
    assert [text for text in met if "English" not in text] == []  # a resume in English shows English
    assert met or coverage.score in (0.0, None)


WEAK = ("some", "cannot", "exposure", "conversational", "familiar", "learning", "basic", "strong", "clear", "great")
"""Words that limit, deny or praise: said of oneself, they show less than what a posting asks for with them."""
WHOLE = [line for line in (*ASKED, *REAL_ASKED) if not any(word in line.lower() for word in WEAK)]
AMBIGUOUS = ("R", "Airflow")
"""Names that are also letters or words; alone on a line they say nothing."""


@given(
    st.lists(st.sampled_from([line for line in WHOLE if line not in AMBIGUOUS]), min_size=4, max_size=9, unique=True)
)
@examples(500, 20_000)
def test_a_resume_that_says_all_that_is_asked_has_it_all(asked: list[str]) -> None:
    matches, coverage = judged(resume_of(asked), posting_of(asked))
    short = [m.requirement.text for m in matches if m.status != "met" and m.requirement.kind != "soft_skill"]
    assert short == []
    if all(m.requirement.kind != "soft_skill" for m in matches) and coverage.exact is not None:
        assert coverage.exact == 1


@pytest.mark.parametrize("text", ["Opening\n\nWe sell kites.\n", "About us\nFounded in 1950, we make boats.\n"])
def test_a_posting_that_asks_nothing_has_no_score(text: str) -> None:
    with pytest.raises(NoRequirementsFound):
        check(resume_of(SHOWN), text)


# --- more shown never counts for less --------------------------------------------------------------------------


def drops(before: tuple[Match, ...], after: tuple[Match, ...]) -> list[tuple[str, str, str]]:
    """Requirements whose status fell; a condition of which the resume now speaks, and not in full, may fall."""
    order = ("unstated", "missing", "partial", "met")
    return [
        (a.requirement.text, a.status, b.status)
        for a, b in zip(before, after, strict=True)
        if order.index(b.status) < order.index(a.status) and not half_addressed(b)
    ]


def half_addressed(match: Match) -> bool:
    return match.requirement.kind == "condition" and match.status != "met"


@given(asked_lines, shown_lines, st.sampled_from(PLAIN_SHOWN), st.integers(0, 8))
@examples(500, 20_000)
def test_one_more_line_never_lowers_anything(asked: list[str], shown: list[str], line: str, place: int) -> None:
    posting = posting_of(asked)
    before, low = judged(resume_of(shown), posting)
    after, high = judged(resume_of([*shown[:place], line, *shown[place:]]), posting)
    assert drops(before, after) == []
    if not any(map(half_addressed, after)) and low.exact is not None and low.unstated == high.unstated:
        assert high.exact >= low.exact
    if not any(map(half_addressed, after)):
        assert missing(after) <= missing(before)


SECTIONS = [
    "Skills\n{}",
    "Volunteering\n- {}",
    "Projects\n- {}",
    "Summary\n{}.",
    "Experience\nHelper, Marigold Ltd, 2015 - 2017\n- {}",
    "Certifications\n- {}",
    "{}",
]


@given(asked_lines, shown_lines, st.sampled_from(PLAIN_SHOWN), st.sampled_from(SECTIONS))
@examples(500, 20_000)
def test_one_more_section_never_lowers_a_status(asked: list[str], shown: list[str], line: str, section: str) -> None:
    posting = posting_of(asked)
    before, _ = judged(resume_of(shown), posting)
    after, _ = judged(f"{resume_of(shown)}\n{section.format(line)}\n", posting)
    assert drops(before, after) == []


ODD_LINES = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=60)


@given(asked_lines, shown_lines, ODD_LINES)
@examples(500, 20_000)
def test_no_odd_line_lowers_a_status(asked: list[str], shown: list[str], odd: str) -> None:
    posting = posting_of(asked)
    before, _ = judged(resume_of(shown), posting)
    after, _ = judged(f"{resume_of(shown)}- {odd}\n", posting)
    assert drops(before, after) == []


@given(asked_lines, plain_lines, st.data())
@examples(500, 20_000)
def test_taking_lines_away_never_raises_anything(asked: list[str], shown: list[str], data: st.DataObject) -> None:
    kept = data.draw(st.lists(st.sampled_from(shown), unique=True, max_size=len(shown)))
    posting = posting_of(asked)
    before, _ = judged(resume_of([line for line in shown if line in kept]), posting)
    after, _ = judged(resume_of(shown), posting)
    assert drops(before, after) == []


@pytest.mark.parametrize(
    "line",
    [
        *(line for line in WHOLE if line not in AMBIGUOUS),
        missed("Machine learning with scikit-learn", why="'learning' limits what follows it, also in machine learning"),
    ],
)
def test_saying_what_is_asked_meets_it(line: str) -> None:
    posting = posting_of([line, "Glass blowing", "Falconry"])
    before, low = judged(resume_of(["Bread, pastry and cakes"]), posting)
    after, high = judged(resume_of(["Bread, pastry and cakes", line]), posting)
    asked = [
        (a.status, b.status)
        for a, b in zip(before, after, strict=True)
        if a.requirement.text in line and a.requirement.kind != "soft_skill"
    ]
    assert [now for _, now in asked if now != "met"] == []
    if any(then != "met" for then, _ in asked):  # any resume in English shows English
        assert high.exact > (low.exact or 0)


# --- real files ------------------------------------------------------------------------------------------------

NAMES = ("dev-marketing", "dev-nurse", "dev-warehouse")


@pytest.mark.parametrize("name", NAMES)
def test_whole_files_keep_offsets_bounds_and_order(name: str) -> None:
    paths = sorted((GOLD / "resumes").glob(f"{name}__*.txt"))
    assert paths
    resume = paths[0].read_text(encoding="utf-8").rstrip() + "\n"
    posting = (GOLD / "postings" / f"{name}.txt").read_text(encoding="utf-8")
    before = check(resume, posting)
    assert_sane(before)
    for match in [m for m in before.matches if m.status in ("missing", "partial")][:4]:
        after = check(f"{resume}\nAdditional experience\n- {' '.join(match.requirement.text.split())}\n", posting)
        assert_offsets(after)
        assert drops(before.matches, after.matches) == []


def test_the_lines_are_of_many_trades() -> None:
    assert len(REAL_ASKED) > 100
    assert len(REAL_SHOWN) > 150
