"""What a faint trace is worth beside the rest of the resume."""

from __future__ import annotations

from dataclasses import replace

from gapcheck.matchers import build_index, reconsider
from gapcheck.types import Match
from tests.reading import analyzer, report_of, resume_of

POSTING = """Requirements
- Plan lessons
- Run payroll
- Weld stainless pipe
- Plan weekly menus, order dry goods and train the kitchen porters
"""
TRACE = "Experience\nCook, Larkspur Ltd, 2020 - 2023\n- Drew up a menu\n"
STRONG = TRACE + "- Planned lessons\n- Ran payroll\n- Welded stainless pipe\n"


def menus(resume: str) -> Match:
    (found,) = [m for m in report_of(resume, POSTING).matches if "menus" in m.requirement.text]
    return found


def test_a_trace_is_a_part_in_a_resume_that_shows_the_rest() -> None:
    assert menus(STRONG).status == "partial"


def test_the_same_trace_alone_is_nothing_and_quotes_nothing() -> None:
    found = menus(TRACE)
    assert (found.status, found.credit, found.evidence) == ("missing", 0.0, ())
    assert all(keyword.status != "partial" for keyword in found.keywords)


def test_what_is_met_or_missing_stays_as_it_is() -> None:
    matches = report_of(STRONG, POSTING).matches
    index = build_index(resume_of(STRONG), analyzer().lexicon)
    settled = [m for m in matches if m.status != "partial"]
    assert reconsider(settled, index) == tuple(settled)


def test_a_claim_with_a_limit_is_a_part_in_any_resume() -> None:
    posting = POSTING + "- Knowledge of Kubernetes\n"
    found = report_of(TRACE + "- Basic Kubernetes\n", posting).matches[-1]
    assert found.status == "partial"


def test_a_condition_says_nothing_of_the_standing() -> None:
    report = report_of(STRONG, POSTING)
    index = build_index(resume_of(STRONG), analyzer().lexicon)
    condition = replace(report.matches[0].requirement, kind="condition")
    beside = replace(report.matches[0], requirement=condition, status="missing", credit=0.0)
    assert reconsider((*report.matches, beside), index)[:-1] == report.matches


def test_what_is_shown_outright_is_a_part_in_any_resume() -> None:
    assert menus(TRACE.replace("Drew up a menu", "Planned menus")).status == "partial"
