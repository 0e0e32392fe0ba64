"""One requirement on a terminal: everything that decided it, every quotation whole."""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.errors import ConfigError
from gapcheck.reports import wording
from gapcheck.reports.page import Page
from gapcheck.reports.safe import one_line
from gapcheck.types import Keyword, Match, Report


def find(report: Report, name: str) -> Match:
    """The match of the requirement "r4", also by "4"; raises ConfigError when there is none."""
    for match in report.matches:
        if match.requirement.id in (name, f"r{name}"):
            return match
    ids = [match.requirement.id for match in report.matches]
    hint = f"They go from {ids[0]} to {ids[-1]}." if ids else "The posting has none."
    raise ConfigError(f"there is no requirement {one_line(name)!r}", hint=hint)


def why_lines(page: Page, report: Report, match: Match, quotes: bool) -> None:
    """Everything that decided one requirement."""
    req = match.requirement
    page.line(page.span(f"{req.id}  ", "bold"), page.span(one_line(req.text), "bold"))
    page.line(page.status(match.status), f"  {wording.explained_gap(match)}".rstrip())
    page.blank()
    page.rows(list(_why_rows(report, match)), 12)
    if match.keywords:
        page.heading("Keywords", "any one is enough" if req.mode == "any" else "")
        page.rows(((page.status(keyword.status), _keyword(keyword)) for keyword in match.keywords), 12)
    page.heading("Evidence", "" if match.evidence else "nothing found")
    for evidence in match.evidence:
        quote = wording.quotation(evidence, 10_000) if quotes else f"characters {evidence.start} to {evidence.end}"
        page.line(quote, indent=2)
        note = f", {wording.note_text(evidence)}" if evidence.note else ""
        how = f"{wording.where(evidence)}: by {evidence.method}, score {evidence.score:.2f}{note}"
        page.line(page.span(how, "dim"), indent=4)


def _keyword(keyword: Keyword) -> str:
    return f"{one_line(keyword.name)} ({one_line(keyword.concept)})" if keyword.concept else one_line(keyword.name)


def _why_rows(report: Report, match: Match) -> Iterator[tuple[str, str]]:
    req = match.requirement
    asked = [req.kind.replace("_", " "), req.importance]
    if req.years is not None:
        asked.append(f"at least {wording.years_text(req.years)}")
    if req.degree:
        asked.append(f"degree: {req.degree}")
    if req.at_least:
        asked.append(f"at least {req.at_least} of its keywords")
    yield "asks", ", ".join(asked)
    if req.section:
        yield "stands under", one_line(req.section)
    if req.review is not None:
        yield "not scored", one_line(req.review)
    elif match.status == "unstated":
        yield "not scored", "a condition that the resume says nothing about"
    else:
        adds, most = wording.shares(report)[req.id]
        yield "weight", f"{wording.weight(match, report.coverage):g}, credit {match.credit:g}"
        yield "adds", f"{float(adds * 100):.1f} of {float(most * 100):.1f} possible points"
