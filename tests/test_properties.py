"""What holds for every posting and every resume, on texts put together at random from lines of many trades."""

from __future__ import annotations

import os
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gapcheck.errors import NoRequirementsFound, NoTextFound
from gapcheck.types import Document, Match, Report
from tests.reading import analyzer

ROOT = Path(__file__).resolve().parents[1]

ASKED = [
    "Coordinate trade shows", "Bachelor's degree in accounting", "3+ years of bookkeeping", "Python or Java", "Knowledge of HACCP and food safety",
    "Valid driver's license and a clean driving record", "Able to lift 50 lb", "Fluent in Spanish", "MIG and TIG welding", "Word, Excel and PowerPoint",
    "CRM software such as Salesforce or HubSpot", "Teach algebra to grades 9 and 10", "CPR certification", "Strong communication skills", "Reconcile bank statements",
    "Night shifts", "Two or more of the following: Excel, Tableau, SQL", "Draft pleadings and motions", "Wound care and medication administration",
    "OSHA 10 (OSHA 30 preferred)", "Operate a reach truck", "Adobe InDesign is a plus", "Kubernetes", "Prune fruit trees",
]  # fmt: skip
SHOWN = [
    "Ran booths at 6 trade shows a year", "Kept the books in QuickBooks", "Wrote services in Python", "Cooked under a HACCP plan", "Clean driving record, 12 years",
    "Lifted up to 60 lb all day", "Spanish (native)", "MIG welding of trailers", "Reports in Word and Excel", "Kept leads in Salesforce", "Taught algebra to grade 9",
    "CPR certified", "Presented results to the board", "Reconciled bank statements monthly", "Worked nights", "Built dashboards in Tableau", "Drafted motions",
    "Wound care for diabetic patients", "OSHA 30 card", "Drove a reach truck", "Laid out a magazine in InDesign", "Ran k8s", "Pruned fruit trees", "B.S. Accounting, 2015",
    "Basic SQL", "No experience with Kubernetes", "Hope to learn Tableau", "Bread, pastry and cakes",
]  # fmt: skip
HEADINGS = ["Requirements", "What you will do", "Nice to have", "Qualifications", "About you"]

FEW = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
MORE = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)

asked_lines = st.lists(st.sampled_from(ASKED), min_size=4, max_size=8, unique=True)
shown_lines = st.lists(st.sampled_from(SHOWN), min_size=1, max_size=8, unique=True)


@st.composite
def postings(draw) -> str:
    lines = draw(asked_lines)
    cut = draw(st.integers(1, len(lines) - 1))
    one, other = draw(st.permutations(HEADINGS))[:2]
    parts = [
        "Opening",
        "",
        one,
        *(f"- {line}" for line in lines[:cut]),
        "",
        other,
        *(f"- {line}" for line in lines[cut:]),
    ]
    return "\n".join(parts) + "\n"


def posting_of(lines: list[str]) -> str:
    return "Opening\n\nRequirements\n" + "".join(f"- {line}\n" for line in lines)


def resume_of(lines: list[str]) -> str:
    return "Ana Sousa\nana@example.org\n\nExperience\nAssistant, Larkspur Ltd, 2018 - 2023\n" + "".join(
        f"- {line}\n" for line in lines
    )


def check(resume: str, posting: str) -> Report:
    return analyzer().analyze(
        Document.from_text(resume, source="resume"), Document.from_text(posting, source="posting")
    )


def statuses(report: Report) -> list[tuple[str, str]]:
    return [(m.requirement.text, m.status) for m in report.matches]


def missing(report: Report) -> set[str]:
    return {" ".join(k.name.lower().split()) for k in report.missing_keywords}


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
        assert match.status in ("met", "partial") or not match.evidence
    assert all(0 <= s.gain <= 1 for s in report.suggestions)


def assert_sane(report: Report) -> None:
    assert_offsets(report)
    assert_bounds(report)


@given(postings(), shown_lines)
@MORE
def test_offsets_and_bounds(posting: str, shown: list[str]) -> None:
    assert_sane(check(resume_of(shown), posting))


NOISE = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=200)


@given(NOISE, NOISE)
@MORE
def test_any_text_is_read_or_refused(one: str, other: str) -> None:
    try:
        report = check(one, other)
    except (NoTextFound, NoRequirementsFound):
        return
    assert_sane(report)


@given(
    st.lists(
        st.sampled_from(
            [*ASKED, *SHOWN, "", "•", "-", "Benefits", "EXPERIENCE", "2019 - 2020", "(", "no", "e.g.", "\t|\t"]
        ),
        max_size=14,
    ),
    shown_lines,
)
@MORE
def test_lines_in_any_order_are_read_or_refused(lines: list[str], shown: list[str]) -> None:
    try:
        report = check("\n".join([*lines[::-1], *shown]), "\n".join(lines))
    except (NoTextFound, NoRequirementsFound):
        return
    assert_sane(report)


@given(asked_lines, shown_lines)
@FEW
def test_every_claim_has_evidence(asked: list[str], shown: list[str]) -> None:
    for match in check(resume_of(shown), posting_of(asked)).matches:
        assert bool(match.evidence) is (match.status in ("met", "partial")), match.requirement.text


# --- more shown never counts for less --------------------------------------------------------------------------

AFFIRMED = [line for line in SHOWN if not line.startswith(("No ", "Hope", "Basic"))]


def drops(before: Report, after: Report) -> list[tuple[str, str, str]]:
    order = ("unstated", "missing", "partial", "met")
    pairs = zip(before.matches, after.matches, strict=True)
    return [
        (a.requirement.text, a.status, b.status)
        for a, b in pairs
        if order.index(b.status) < order.index(a.status)
        or (a.status == "unstated" and b.status in ("missing", "partial"))
    ]


def contradicted(match: Match) -> bool:
    """A condition of which the resume now speaks, and not in full, may cost something."""
    return match.requirement.kind == "condition" and match.status != "met"


@given(asked_lines, shown_lines, st.sampled_from(AFFIRMED))
@MORE
def test_one_more_line_never_lowers_a_status(asked: list[str], shown: list[str], line: str) -> None:
    posting = posting_of(asked)
    before, after = check(resume_of(shown), posting), check(resume_of([*shown, line]), posting)
    lowered = drops(before, after)
    half = {m.requirement.text for m in after.matches if contradicted(m)}
    assert [row for row in lowered if row[0] not in half] == []
    if not half and before.coverage.score is not None:
        assert after.coverage.exact >= before.coverage.exact or before.coverage.unstated > after.coverage.unstated


SECTIONS = [
    "Skills\n{}",
    "Volunteering\n- {}",
    "Projects\n- {}",
    "Summary\n{}.",
    "Experience\nHelper, Marigold Ltd, 2015 - 2017\n- {}",
    "Certifications\n- {}",
    "{}",
]


@given(asked_lines, shown_lines, st.sampled_from(AFFIRMED), st.sampled_from(SECTIONS))
@MORE
def test_one_more_section_never_lowers_a_status(asked: list[str], shown: list[str], line: str, section: str) -> None:
    posting = posting_of(asked)
    before, after = check(resume_of(shown), posting), check(f"{resume_of(shown)}\n{section.format(line)}\n", posting)
    half = {m.requirement.text for m in after.matches if contradicted(m)}
    assert [row for row in drops(before, after) if row[0] not in half] == []


@given(asked_lines, shown_lines, st.sampled_from(AFFIRMED))
@FEW
def test_one_more_line_never_adds_a_missing_keyword(asked: list[str], shown: list[str], line: str) -> None:
    posting = posting_of(
        [
            a
            for a in asked
            if a not in ("Night shifts", "Able to lift 50 lb", "Valid driver's license and a clean driving record")
        ]
        or ASKED[:4]
    )
    assert missing(check(resume_of([*shown, line]), posting)) <= missing(check(resume_of(shown), posting))


SAYABLE = [
    "Coordinate trade shows", "Python or Java", "Knowledge of HACCP and food safety", "Fluent in Spanish", "MIG and TIG welding", "Word, Excel and PowerPoint",
    "CRM software such as Salesforce or HubSpot", "Teach algebra to grades 9 and 10", "CPR certification", "Reconcile bank statements", "Kubernetes",
    "Draft pleadings and motions", "Wound care and medication administration", "Operate a reach truck", "Prune fruit trees", "Able to lift 50 lb", "Night shifts",
    "Bachelor's degree in accounting",
]  # fmt: skip


@pytest.mark.parametrize("line", SAYABLE)
def test_saying_what_is_asked_meets_it(line: str) -> None:
    posting = posting_of([line, "Glass blowing", "Falconry"])
    before = check(resume_of(["Bread, pastry and cakes"]), posting)
    after = check(resume_of(["Bread, pastry and cakes", line]), posting)
    assert "met" not in {m.status for m in before.matches}
    assert [m.status for m in after.matches if m.requirement.text in line] == ["met"]
    assert after.coverage.exact > (before.coverage.exact or 0)


# --- what makes no difference ----------------------------------------------------------------------------------


@given(asked_lines, shown_lines, st.randoms(use_true_random=False))
@FEW
def test_the_order_of_bullets_does_not_matter(asked: list[str], shown: list[str], random) -> None:
    mixed_asked, mixed_shown = random.sample(asked, len(asked)), random.sample(shown, len(shown))
    one, other = check(resume_of(shown), posting_of(asked)), check(resume_of(mixed_shown), posting_of(mixed_asked))
    assert sorted(statuses(one)) == sorted(statuses(other))
    assert missing(one) == missing(other)
    assert one.coverage.exact == other.coverage.exact


@given(postings(), shown_lines)
@FEW
def test_line_ends_do_not_matter(posting: str, shown: list[str]) -> None:
    one = check(resume_of(shown), posting)
    other = check(resume_of(shown).replace("\n", "\r\n"), posting.replace("\n", "\r\n"))
    assert statuses(one) == statuses(other)
    assert missing(one) == missing(other)


CASELESS = [
    line for line in SHOWN if line not in ("Reports in Word and Excel",)
]  # product names that are also words need their capital


@given(asked_lines, st.lists(st.sampled_from(CASELESS), min_size=1, max_size=8, unique=True))
@FEW
def test_capitals_of_the_resume_s_lines_do_not_matter(asked: list[str], shown: list[str]) -> None:
    posting = posting_of([line for line in asked if "Excel" not in line] or ASKED[:4])
    first_small = [line[0].lower() + line[1:] if line.split()[0][1:].islower() else line for line in shown]
    assert missing(check(resume_of(shown), posting)) == missing(check(resume_of(first_small), posting))


@given(postings(), shown_lines, st.integers(1, 4))
@FEW
def test_spaces_and_blank_lines_do_not_matter(posting: str, shown: list[str], width: int) -> None:
    wide = "".join(f"{' ' * width}- {line}{' ' * width}\n" for line in shown)
    head = resume_of([])
    assert statuses(check(head + wide, posting)) == statuses(check(resume_of(shown), posting))


@given(postings(), shown_lines)
@FEW
def test_checking_twice_gives_the_same(posting: str, shown: list[str]) -> None:
    assert check(resume_of(shown), posting) == check(resume_of(shown), posting)


@given(asked_lines, shown_lines)
@FEW
def test_saying_everything_twice_changes_nothing(asked: list[str], shown: list[str]) -> None:
    once = [line for line in shown if not line[0:2].isdigit()]
    posting = posting_of([line for line in asked if "communication" not in line] or ASKED[:4])
    assert statuses(check(resume_of(once or SHOWN[:1]), posting)) == statuses(
        check(resume_of((once or SHOWN[:1]) * 2), posting)
    )


# --- real files ------------------------------------------------------------------------------------------------

GOLD = ROOT / "data" / "gold"
NAMES = ("dev-marketing", "dev-nurse", "dev-warehouse")


@pytest.mark.parametrize("name", NAMES)
def test_whole_files_keep_offsets_bounds_and_order(name: str) -> None:
    paths = sorted((GOLD / "resumes").glob(f"{name}__*.txt"))
    if not paths:
        pytest.skip(f"no resume of {name} in data/gold")
    resume = paths[0].read_text(encoding="utf-8").rstrip() + "\n"
    posting = (GOLD / "postings" / f"{name}.txt").read_text(encoding="utf-8")
    before = check(resume, posting)
    assert_sane(before)
    for match in [m for m in before.matches if m.status in ("missing", "partial")][:4]:
        after = check(f"{resume}\nAdditional experience\n- {' '.join(match.requirement.text.split())}\n", posting)
        assert_offsets(after)
        assert drops(before, after) == []


CODE = """
import sys
from gapcheck import Analyzer, Document, Settings
from tests.test_properties import ASKED, SHOWN, posting_of, resume_of
report = Analyzer(settings=Settings(today="2026-01")).analyze(Document.from_text(resume_of(SHOWN)), Document.from_text(posting_of(ASKED)))
sys.stdout.buffer.write(repr((report.matches, report.coverage, report.missing_keywords, report.suggestions, report.must_have_gaps, report.glance)).encode())
"""


def test_the_seed_of_hashes_does_not_matter() -> None:
    outputs = set()
    for seed in ("0", "4242"):
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", CODE],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()[-500:]
        outputs.add(done.stdout)
    assert len(outputs) == 1
    assert len(outputs.pop()) > 5000
