"""The second half of the report for a terminal: what to change, what is near, what to say."""

from __future__ import annotations

from gapcheck.reports import wording
from gapcheck.reports.page import Page
from gapcheck.reports.safe import one_line
from gapcheck.types import Report

_MOST = 3
"""Lines of one kind; the full report has them all."""


def gains(page: Page, report: Report) -> None:
    """The changes that gain most, and where."""
    suggestions = wording.biggest_gains(report)
    if not suggestions:
        return
    page.heading("Biggest gains", "points of coverage if the requirement were met")
    rows = [(f"{wording.gain_text(s):>5}  {s.requirement}", wording.change_text(s)) for s in suggestions]
    page.rows(rows, max(len(label) for label, _ in rows) + 1)


def wordings(page: Page, report: Report, quotes: bool) -> None:
    """What counts already, under another name than the posting's."""
    rows = []
    for suggestion in wording.suggestions(report, "exact_wording")[:_MOST]:
        own = f'You wrote "{one_line(suggestion.evidence[0].text)}". ' if quotes and suggestion.evidence else ""
        rows.append((suggestion.requirement, f"{own}{one_line(suggestion.message)}"))
    _section(page, "In their words", "counts already; people and searches look for the exact word", rows)


def thin(page: Page, report: Report) -> None:
    """What counts, on evidence that a reader may doubt."""
    rows = [(s.requirement, one_line(s.message)) for s in wording.suggestions(report, "show")[:_MOST]]
    _section(page, "Thin evidence", "counts already", rows)


def related(page: Page, report: Report, quotes: bool) -> None:
    """The nearest thing to what is missing."""
    rows = []
    for near in report.related[:_MOST]:
        quote = f": {wording.quoted(near.evidence)}" if quotes else ""
        rows.append((near.requirement, f"{wording.related_text(near, quotes=quotes)}{quote}"))
    _section(page, "Near what is missing", "worth a word in a letter; not counted", rows)


def first_look(page: Page, report: Report, quotes: bool) -> None:
    """What shows in the first seconds, and what to move up."""
    glance = report.glance
    if glance is None or glance.score is None:
        return
    page.heading("First look", f"what shows in {glance.seconds:g} seconds; not in the score")
    seen, unseen = (
        f"{len(names)} {words}" + f": {', '.join(names)}" * bool(names)
        for names, words in ((glance.seen, "shown"), (glance.unseen, "found only further on"))
    )
    page.line(f"{seen}; {unseen}", indent=2)
    names = wording.titles(report)
    for lead, suggestions in wording.moves(report):
        page.line(f"{lead}:", indent=2)
        page.rows(
            [
                (
                    s.requirement,
                    wording.quoted(s.evidence[0]) if quotes and s.evidence else names.get(s.requirement, ""),
                )
                for s in suggestions
            ],
            4,
        )


def letter(page: Page, report: Report, quotes: bool) -> None:
    """A cover letter beside the resume."""
    if report.letter is not None:
        page.heading("Cover letter", "beside the resume, never counted for it")
        page.rows(wording.letter_lines(report.letter, report, quotes=quotes), 9)


def interview(page: Page, report: Report, quotes: bool) -> None:
    """The first lines to say in an interview."""
    points = report.talking_points[:_MOST] if quotes else ()
    rest = len(report.talking_points) - len(points)
    note = "the line for each required item that is met" + (f"; {rest} more in the full report" if rest else "")
    rows = [(p.requirement, f"{wording.quoted(p.evidence)}{f' {p.tip}' if p.tip else ''}") for p in points]
    _section(page, "For the interview", note, rows)


def questions(page: Page, report: Report) -> None:
    """What went right, what went wrong, what can be improved."""
    if report.answers is None:
        return
    page.heading("In short")
    for name, question in wording.QUESTIONS:
        sentences = getattr(report.answers, name)
        if sentences:
            page.line(page.span(f"{question}? ", "bold"), one_line(" ".join(sentences)), indent=2)


def _section(page: Page, title: str, note: str, rows: list[tuple[str, str]]) -> None:
    if rows:
        page.heading(title, note)
        page.rows(rows, max(len(label) for label, _ in rows))
