"""The requirements on a terminal, each with its status and the line of the resume that shows it."""

from __future__ import annotations

from collections.abc import Set
from textwrap import wrap
from typing import TYPE_CHECKING

from gapcheck.reports import wording
from gapcheck.reports.excerpt import excerpt, fitted, marked, stems
from gapcheck.reports.page import Page
from gapcheck.reports.safe import one_line
from gapcheck.types import Evidence, Match, Report

if TYPE_CHECKING:
    from rich.text import Text

WIDE = 76
"""Under this many columns the requirements are blocks instead of a table."""
_LINES = 3
"""Lines that a quotation may fill with its place; one that must be cut takes no more than its requirement, or two."""
_UNCUT = 100_000
_STATUS = 13
"""Columns of "r10 ✗ missing"."""


def short(page: Page, report: Report, quotes: bool) -> None:
    """One quotation for each requirement, cut around what counts."""
    matches = [match for match in report.matches if wording.scored(match)]
    if matches:
        page.blank()
        (_short_table if page.width >= WIDE else _short_blocks)(page, report, matches, quotes)


def full(page: Page, report: Report, quotes: bool) -> None:
    """At most two quotations for each requirement, with page and heading."""
    matches = [match for match in report.matches if wording.scored(match)]
    if matches:
        page.blank()
        (_full_table if page.width >= WIDE else _full_blocks)(page, matches, quotes)


def requirement_text(match: Match) -> str:
    """The requirement as the posting words it, never cut, without its last full stop."""
    text = one_line(match.requirement.text).removesuffix(".")
    return text + wording.preferred_mark(match)


# --- one quotation ---------------------------------------------------------------------------------------------


def _short_table(page: Page, report: Report, matches: list[Match], quotes: bool) -> None:
    from rich.table import Table

    left = (page.width - _STATUS - 4) * 10 // 21
    right = page.width - _STATUS - 4 - left
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    table.add_column("#   Status", no_wrap=True, width=_STATUS)
    table.add_column("Requirement", width=left)
    table.add_column("Evidence in your resume" if quotes else "Evidence", width=right)
    for match in matches:
        text = requirement_text(match)
        table.add_row(
            page.span(f"{match.requirement.id:<4}").append_text(page.status(match.status)),
            page.span(text),
            _shown(page, match, report, quotes, right, min(_LINES, max(2, len(wrap(text, left))))),
        )
    page.show(table)


def _short_blocks(page: Page, report: Report, matches: list[Match], quotes: bool) -> None:
    from rich.table import Table

    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    table.add_column(no_wrap=True, width=9)
    table.add_column(ratio=1)
    for match in matches:
        table.add_row(page.span(match.requirement.id, "bold"), page.span(requirement_text(match), "bold"))
        table.add_row(page.status(match.status), _shown(page, match, report, quotes, page.width - 10, 2))
    page.show(table)


def _shown(page: Page, match: Match, report: Report, quotes: bool, width: int, lines: int) -> Text:
    """The first quotation with its place and note, then what is lacking."""
    gap = wording.explained_gap(match) or wording.weak_part(match)
    if not match.evidence:
        return page.span(gap or "nothing found")
    evidence = match.evidence[0]
    place, note = f" {wording.where(evidence)}", wording.note_text(evidence)
    after = f"{place} ({note})" if note else place
    found = "found,"
    if quotes:
        found = wording.quotation(evidence, _UNCUT)
        if len(wrap(f"{found}{place}", width)) > _LINES:  # to cut it for a line less would not be worth it
            wanted = _wanted(match, report)
            lines = _LINES if evidence.method == "quantity" else lines  # the dates are what proves it
            found = fitted(lambda limit: quotation(evidence, limit, wanted), place, width, lines)
    gap = "" if gap in f"{found}{after}" else f"\n{gap}"
    return page.span(found).append_text(page.span(after, "dim")).append_text(page.span(gap))


def quotation(evidence: Evidence, limit: int, wanted: Set[str]) -> str:
    """The evidence in at most about *limit* characters; of the head of a job, its dates stay."""
    parts = wording.pieces(evidence)
    tail = "".join(f" / {marked(part)}" for part in parts[1:])
    if evidence.method == "quantity" and 3 * len(tail) <= 2 * limit:
        return f"{excerpt(parts[0], limit - len(tail), wanted)}{tail}"
    best = max(range(len(parts)), key=lambda number: (len(stems([parts[number]]) & wanted), -number))
    shown = excerpt(parts[best], limit, wanted)
    before = "…" if best > 0 and not shown.startswith("…") else ""
    after = "…" if best < len(parts) - 1 and not shown.endswith("…") else ""
    return f"{before}{shown}{after}"


def _wanted(match: Match, report: Report) -> frozenset[str]:
    """The stems to cut around: of the requirement, and of the resume's other words for it."""
    own = (
        evidence.text
        for suggestion in wording.suggestions(report, "exact_wording")
        if suggestion.requirement == match.requirement.id
        for evidence in suggestion.evidence
    )
    return stems([match.requirement.text, *own])


# --- all that is known -----------------------------------------------------------------------------------------


def _full_table(page: Page, matches: list[Match], quotes: bool) -> None:
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, expand=True, header_style="bold")
    table.add_column("#", no_wrap=True)
    table.add_column("Status", no_wrap=True)
    table.add_column("Requirement", ratio=10)
    table.add_column("Evidence in your resume" if quotes else "Evidence", ratio=11)
    table.add_column("Where", max_width=14, overflow="ellipsis", no_wrap=True)
    for match in matches:
        lines = _evidence_lines(match, quotes)
        places = [wording.where(evidence) for evidence in match.evidence[:2]] or [""]
        if len(lines) > len(places):  # what is lacking stands right under the last quotation
            lines[-2:] = ["\n".join(lines[-2:])]
        left = (page.span(match.requirement.id), page.status(match.status), page.span(requirement_text(match)))
        for line, place in zip(lines, places, strict=True):
            table.add_row(*left, page.span(line), page.span(place, "dim"))
            left = (page.span(""), page.span(""), page.span(""))
    page.show(table)


def _full_blocks(page: Page, matches: list[Match], quotes: bool) -> None:
    from rich.table import Table

    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for match in matches:
        table.add_row(page.span(match.requirement.id, "bold"), page.span(requirement_text(match), "bold"))
        lines = _evidence_lines(match, quotes)
        if quotes and match.evidence:
            lines[0] = f"{lines[0]} {wording.where(match.evidence[0])}"
        table.add_row(page.status(match.status), page.span("\n".join(lines)))
    page.show(table)


def _evidence_lines(match: Match, quotes: bool) -> list[str]:
    """What to print beside a requirement: at most two quotations with their notes, and what is not there."""
    gap = wording.explained_gap(match)
    lines = [_noted(evidence, quotes) for evidence in match.evidence[:2]]
    if not lines:
        lines = [gap or "nothing found"]
    elif gap and gap not in " ".join(lines):
        lines.append(gap)
    return lines


def _noted(evidence: Evidence, quotes: bool) -> str:
    note = wording.note_text(evidence)
    if not quotes:
        return f"found ({note})" if note else "found"
    quote = wording.quotation(evidence)
    return f"{quote} ({note})" if note else quote
