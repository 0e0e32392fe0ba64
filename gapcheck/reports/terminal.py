"""The report for a terminal: the verdict in the first four lines, then the evidence, line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from gapcheck.errors import ConfigError
from gapcheck.reports import terminal_advice as advice
from gapcheck.reports import wording
from gapcheck.reports.page import Page
from gapcheck.reports.safe import ascii_only, one_line, shorten
from gapcheck.types import Evidence, Keyword, Match, Report, Status

if TYPE_CHECKING:
    from rich.text import Text

TABLE_WIDTH = 76
"""Under this many columns the requirements are two-line blocks instead of a table."""
_QUOTE = 150
_BAR = 20
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
    next_steps: bool = False,
) -> str:
    """The report as lines of at most *width* columns.

    *color* adds ANSI colours (never the only sign of a status); *ascii* uses ASCII alone; *brief* is one line; *why*
    explains the requirement with that id; *next_steps* names what else the command line can show.
    Raises ConfigError when *why* names no requirement.
    """
    if brief:
        line = brief_line(report)
        return f"{ascii_only(line) if ascii else line}\n"
    page = Page(max(width, 40), color=color, plain=ascii)
    if why is not None:
        _why(page, report, _find(report, why), evidence)
        return page.text()
    _head(page, report)
    _requirements(page, report, evidence)
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
    _foot(page, report, next_steps)
    return page.text()


def brief_line(report: Report) -> str:
    """The report in one line: `79% worth applying | missing: webinars | thin: media`."""
    parts = [f"{wording.score_text(report.coverage)} {wording.verdict_short(report.coverage)}"]
    if report.must_have_gaps:
        gaps = "; ".join(one_line(match.requirement.text) for match in wording.must_haves(report))
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
    wide = page.width >= TABLE_WIDTH
    if coverage.verdict == "insufficient":
        page.line(verdict)
    else:
        page.line(score, "  ", *((_bar(page, report), "  ") if wide else ()), verdict)
    if gaps := wording.must_haves(report):
        names = "; ".join(f"{shorten(one_line(m.requirement.text), 60)} ({m.requirement.id})" for m in gaps)
        page.line(page.span("! Must-have not found: ", "bold red"), page.span(names))
    if not wide and coverage.verdict != "insufficient":
        page.line(_bar(page, report))
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


def _requirements(page: Page, report: Report, quotes: bool) -> None:
    matches = [match for match in report.matches if wording.scored(match)]
    if not matches:
        return
    page.blank()
    (_table if page.width >= TABLE_WIDTH else _blocks)(page, matches, quotes)


def _table(page: Page, matches: list[Match], quotes: bool) -> None:
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
        left = (page.span(match.requirement.id), page.status(match.status), page.span(_requirement_text(match)))
        for line, place in zip(lines, places, strict=True):
            table.add_row(*left, page.span(line), page.span(place, "dim"))
            left = (page.span(""), page.span(""), page.span(""))
    page.show(table)


def _blocks(page: Page, matches: list[Match], quotes: bool) -> None:
    from rich.table import Table

    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for match in matches:
        table.add_row(page.span(match.requirement.id, "bold"), page.span(_requirement_text(match), "bold"))
        lines = _evidence_lines(match, quotes)
        if quotes and match.evidence:
            lines[0] = f"{lines[0]} {wording.where(match.evidence[0])}"
        table.add_row(page.status(match.status), page.span("\n".join(lines)))
    page.show(table)


def _requirement_text(match: Match) -> str:
    text = shorten(one_line(match.requirement.text), 2 * _QUOTE)
    return f"{text} (preferred)" if match.requirement.importance == "preferred" else text


def _evidence_lines(match: Match, quotes: bool) -> list[str]:
    """What to print beside a requirement: at most two quotations with their notes, and what is not there."""
    gap = wording.explained_gap(match)
    lines = [_quotation(evidence, quotes) for evidence in match.evidence[:2]]
    if not lines:
        lines = [gap or "nothing found"]
    elif gap and gap not in " ".join(lines):
        lines.append(gap)
    return lines


def _quotation(evidence: Evidence, quotes: bool) -> str:
    note = wording.note_text(evidence)
    if not quotes:
        return f"found ({note})" if note else "found"
    quote = wording.quotation(evidence, _QUOTE)
    return f"{quote} ({note})" if note else quote


def _unstated(page: Page, report: Report) -> None:
    if conditions := wording.unstated(report):
        page.heading("Not stated", "conditions your resume says nothing about; not in the score")
        for match in conditions:
            page.line(f"{match.requirement.id}  {_requirement_text(match)}", indent=2)
    if reviews := wording.reviews(report):
        page.heading("Look at these yourself", "not in the score")
        for match in reviews:
            page.line(f"{match.requirement.id}  {_requirement_text(match)}: {match.requirement.review}", indent=2)


def _keywords(page: Page, report: Report, quotes: bool) -> None:
    missing, thin = wording.keyword_lines(report, "missing"), wording.keyword_lines(report, "partial")
    if not missing and not thin:
        return
    page.heading("Missing keywords", "add them only where they are true of you")
    for label in ("required", "preferred"):
        _labelled(page, label, [line for line in missing if line.importance == label])
    _labelled(page, "thin", thin)
    if report.master is not None:
        lines = wording.master_lines(report.master, quotes=quotes)
        title = "in your longer resume already:" if lines else "your longer resume shows none of them"
        page.line(title, indent=2)
        page.rows(lines, 4, indent=4)


def _labelled(page: Page, label: str, lines: Iterable[wording.KeywordLine]) -> None:
    text = ", ".join(f"{line.name} ({', '.join(line.requirements)})" for line in lines)
    if text:
        page.rows([(label, text)], 11)


def _files(page: Page, report: Report) -> None:
    notes = [(name, one_line(notice.message), notice.page) for name, notice in wording.file_notes(report)]
    findings = [("resume", one_line(f"{f.message} {f.fix}"), f.page) for f in report.file_health]
    if not notes and not findings:
        return
    page.heading("Your files", "not in the score")
    for name, message, number in findings + notes:
        place = f" (page {number})" if number else ""
        page.line(f"{f'{name}: ' if name else ''}{message}{place}", indent=2)


def _foot(page: Page, report: Report, next_steps: bool) -> None:
    page.blank()
    if next_steps and report.matches:
        example = next((m for m in report.matches if m.status in ("partial", "missing")), report.matches[0])
        if report.coverage.verdict != "insufficient":  # the verdict has scrolled away by now
            score, verdict = wording.score_text(report.coverage), wording.verdict_text(report.coverage)
            page.line(page.span(f"{score}  {verdict} {wording.counts_text(report.coverage)}.", "bold"))
        page.line(f"Next: -o report.html for the full report, --why {example.requirement.id} to explain a line")
    page.line(page.span(f"gapcheck report {' '.join(_versions(report))}".rstrip(), "dim"))


def _versions(report: Report) -> Iterator[str]:
    if own := report.versions.get("gapcheck"):
        yield one_line(own)
    for name, version in sorted(report.versions.items()):
        if name in ("lexicon", "model"):
            yield one_line(f"{name} {version}")


# --- one requirement -----------------------------------------------------------------------------------------


def _find(report: Report, name: str) -> Match:
    for match in report.matches:
        if match.requirement.id in (name, f"r{name}"):
            return match
    ids = [match.requirement.id for match in report.matches]
    hint = f"They go from {ids[0]} to {ids[-1]}." if ids else "The posting has none."
    raise ConfigError(f"there is no requirement {one_line(name)!r}", hint=hint)


def _why(page: Page, report: Report, match: Match, quotes: bool) -> None:
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
