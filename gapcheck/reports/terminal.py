"""The report for a terminal: the verdict in the first four lines, then the evidence, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gapcheck.reports import terminal_advice as advice
from gapcheck.reports import terminal_short as short
from gapcheck.reports import terminal_table as table
from gapcheck.reports import wording
from gapcheck.reports.page import Page
from gapcheck.reports.safe import ascii_only, one_line, shorten
from gapcheck.reports.terminal_why import find, why_lines
from gapcheck.types import Report, Status

if TYPE_CHECKING:
    from rich.text import Text

_BAR = 20
_MOST_KEYWORDS = 12
_TALL = 60
"""Lines after which the verdict has scrolled away."""
_VERDICT_STYLES = {"strong": "bold green", "stretch": "bold yellow", "gap": "bold red", "insufficient": "bold"}


def render(
    report: Report,
    *,
    width: int = 80,
    color: bool = False,
    ascii: bool = False,
    evidence: bool = True,
    brief: bool = False,
    why: str | None = None,
    full: bool = False,
    next_steps: bool = False,
) -> str:
    """The report as lines of at most *width* columns.

    *color* adds ANSI colours (never the only sign of a status); *ascii* uses ASCII alone; *brief* is one line; *why*
    explains the requirement with that id; *full* has all quotations and all advice; *next_steps* names what else the command line can show.
    Raises ConfigError when *why* names no requirement.
    """
    if brief:
        line = brief_line(report)
        return f"{ascii_only(line) if ascii else line}\n"
    page = Page(max(width, 40), color=color, plain=ascii)
    if why is not None:
        why_lines(page, report, find(report, why), evidence)
        return page.text()
    _head(page, report)
    (_full if full else _short)(page, report, evidence)
    _foot(page, report, next_steps, full)
    return page.text()


def _short(page: Page, report: Report, evidence: bool) -> None:
    """What fits a screen and a half."""
    table.short(page, report, evidence)
    _unstated(page, report)
    _keywords(page, report, evidence, _MOST_KEYWORDS)
    short.gains(page, report)
    short.wordings(page, report, evidence)
    short.letter(page, report, evidence)
    short.closing(page, report, evidence)


def _full(page: Page, report: Report, evidence: bool) -> None:
    """Everything."""
    table.full(page, report, evidence)
    _unstated(page, report)
    _keywords(page, report, evidence)
    advice.gains(page, report)
    advice.wordings(page, report, evidence)
    advice.thin(page, report)
    advice.related(page, report, evidence)
    advice.first_look(page, report, evidence)
    advice.letter(page, report, evidence)
    advice.interview(page, report, evidence)
    advice.questions(page, report)
    _files(page, report)


def brief_line(report: Report) -> str:
    """The report in one line: `79% worth applying | missing: webinars | thin: media`."""
    parts = [f"{wording.score_text(report.coverage)} {wording.verdict_short(report.coverage)}"]
    if doubts := wording.doubts_text(report):
        parts.append(f"careful: {doubts}")
    if report.must_have_gaps:
        gaps = "; ".join(one_line(match.requirement.text).removesuffix(".") for match in wording.must_haves(report))
        parts.append(f"must-have not found: {gaps}")
    kinds: tuple[tuple[str, Status], ...] = (("missing", "missing"), ("thin", "partial"))
    for label, status in kinds:
        if names := [line.name for line in wording.keyword_lines(report, status)]:
            parts.append(f"{label}: {', '.join(names)}")
    return " | ".join(parts)


def _head(page: Page, report: Report) -> None:
    coverage = report.coverage
    scored = coverage.met + coverage.partial + coverage.missing + coverage.unstated
    pages = wording.plural(len(report.resume.pages), "page")
    title = one_line(report.title) or "Resume check"
    files = (
        f"{one_line(report.resume.source)} ({pages}) vs "
        f"{one_line(report.posting.source)} ({wording.plural(scored, 'requirement')})"
    )
    page.line(page.span(shorten(title, page.width), "bold"))
    page.line(page.span(files, "dim"))
    style = _VERDICT_STYLES[coverage.verdict]
    score = page.span(wording.score_text(coverage), style)
    verdict = page.span(wording.verdict_text(coverage), style)
    wide = page.width >= table.WIDE
    if coverage.verdict == "insufficient":
        page.line(verdict)
    else:
        page.line(score, "  ", *((_bar(page, report), "  ") if wide else ()), verdict)
    if not wide and coverage.verdict != "insufficient":
        page.line(_bar(page, report))
    for about, _, sentence in wording.warnings(report):
        page.line(page.span(f"! {about.capitalize() or 'Files'}: ", "bold yellow"), page.span(sentence))
    if gaps := wording.must_haves(report):
        names = "; ".join(f"{one_line(m.requirement.text).removesuffix('.')} ({m.requirement.id})" for m in gaps)
        page.line(page.span("! Must-have not found: ", "bold red"), page.span(names))
    page.line(page.span(wording.counts_text(coverage), "bold"))
    if span := wording.range_text(coverage):
        page.line(page.span(f"{wording.parts_text(coverage)}; range {span} (partly as missing, or as met)", "dim"))


def _bar(page: Page, report: Report) -> Text:
    """Twenty cells, filled from below, with a mark where each threshold begins."""
    coverage = report.coverage
    score = coverage.exact if coverage.exact is not None else coverage.score or 0.0
    full, empty, mark = ("#", ".", "|") if page.plain else ("█", "░", "|")
    marks = {round(coverage.stretch * _BAR), round(coverage.strong * _BAR)}
    filled = int(score * _BAR)
    cells = (f"{mark if i in marks else ''}{full if i < filled else empty}" for i in range(_BAR))
    return page.span("".join(cells), _VERDICT_STYLES[coverage.verdict].removeprefix("bold "))


def _unstated(page: Page, report: Report) -> None:
    if conditions := wording.unstated(report):
        page.heading("Not stated", "conditions your resume says nothing about; not in the score")
        for match in conditions:
            page.line(f"{match.requirement.id}  {table.requirement_text(match)}", indent=2)
    if reviews := wording.reviews(report):
        page.heading("Look at these yourself", "not in the score")
        for match in reviews:
            page.line(f"{match.requirement.id}  {table.requirement_text(match)}: {match.requirement.review}", indent=2)


def _keywords(page: Page, report: Report, quotes: bool, most: int | None = None) -> None:
    missing, thin = wording.keyword_lines(report, "missing"), wording.keyword_lines(report, "partial")
    if not missing and not thin:
        return
    page.heading("Missing keywords", "add them only where they are true of you")
    for label in ("required", "preferred"):
        _labelled(page, label, [line for line in missing if line.importance == label], most)
    _labelled(page, "thin", thin, most)
    if report.master is not None:
        lines = wording.master_lines(report.master, quotes=quotes)
        title = "in your longer resume already:" if lines else "your longer resume shows none of them"
        page.line(title, indent=2)
        page.rows(lines, 4, indent=4)


def _labelled(page: Page, label: str, lines: list[wording.KeywordLine], most: int | None) -> None:
    text = ", ".join(f"{line.name} ({', '.join(line.requirements)})" for line in lines[:most])
    rest = f" and {len(lines) - most} more" if most is not None and len(lines) > most else ""
    if text:
        page.rows([(label, f"{text}{rest}")], 11)


def _files(page: Page, report: Report) -> None:
    notes = [(name, one_line(notice.message), notice.page) for name, notice in wording.file_notes(report)]
    findings = [("resume", one_line(f"{f.message} {f.fix}"), f.page) for f in report.file_health]
    if not notes and not findings:
        return
    page.heading("Your files", "not in the score")
    for name, message, number in findings + notes:
        place = f" (page {number})" if number else ""
        page.line(f"{f'{name}: ' if name else ''}{message}{place}", indent=2)


def _foot(page: Page, report: Report, next_steps: bool, full: bool) -> None:
    tall = page.text().count("\n") > _TALL
    page.blank()
    if next_steps and report.matches:
        example = next((m for m in report.matches if m.status in ("partial", "missing")), report.matches[0])
        if tall and report.coverage.verdict != "insufficient":
            score, verdict = wording.score_text(report.coverage), wording.verdict_text(report.coverage)
            page.line(page.span(f"{score}  {verdict}", "bold"))
        more = "" if full else "--full shows all, "
        page.line(f"Next: {more}-o report.html makes a page, --why {example.requirement.id} explains a line")
    page.line(page.span(f"gapcheck report {' '.join(_versions(report))}".rstrip(), "dim"))


def _versions(report: Report) -> Iterator[str]:
    if own := report.versions.get("gapcheck"):
        yield one_line(own)
    for name, version in sorted(report.versions.items()):
        if name in ("lexicon", "model", "encoder"):
            yield one_line(f"{name} {version}")
