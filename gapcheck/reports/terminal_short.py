"""The second half of the short report for a terminal: what gains most, then a line for each thing that has more to say."""

from __future__ import annotations

from collections.abc import Sequence

from gapcheck.reports import wording
from gapcheck.reports.page import Page
from gapcheck.reports.safe import one_line
from gapcheck.types import Report

_MOST = 3
"""Lines of one kind."""
_MOST_IDS = 6
_LABEL = 11


def gains(page: Page, report: Report) -> None:
    """The three changes that gain most."""
    changes = wording.biggest_gains(report)[:_MOST]
    if changes:
        page.heading("Biggest gains", "points of coverage, where it is true of you")
        rows = [(f"{wording.gain_text(s):>5}  {s.requirement}", wording.short_change(s)) for s in changes]
        page.rows(rows, max(len(label) for label, _ in rows) + 1)


def wordings(page: Page, report: Report, quotes: bool) -> None:
    """The posting's own words for what counts already."""
    found = wording.suggestions(report, "exact_wording")[:_MOST]
    if found:
        page.heading("In their words", "add them where they mean the same thing")
        page.rows([(s.requirement, wording.word_for_word(s, quotes=quotes)) for s in found], 4)


def letter(page: Page, report: Report, quotes: bool) -> None:
    """A cover letter beside the resume; what neither shows by its ids."""
    if report.letter is not None:
        lines = wording.letter_lines(report.letter, report, quotes=quotes)
        rows = [(label, text) for label, text in lines if label != "neither"]
        if report.letter.neither:
            rows.append(("neither", _ids(report.letter.neither)))
        page.heading("Cover letter", "beside the resume, never counted for it")
        page.rows(rows, 9)


def closing(page: Page, report: Report, quotes: bool) -> None:
    """First look, interview and files, a line each."""
    lines = (
        ("First look", _first_look(report)),
        ("Interview", _interview(report) if quotes else ""),
        ("Your files", _files(report)),
    )
    if rows := [(label, text) for label, text in lines if text]:
        page.blank()
        page.rows(rows, _LABEL, indent=0)


def _first_look(report: Report) -> str:
    glance = report.glance
    if glance is None or glance.score is None:
        return ""
    shown = (
        f"{glance.seconds:g} seconds show {len(glance.seen)} of the {len(glance.seen) + len(glance.unseen)} you have"
    )
    moves = _ids([s.requirement for s in glance.advice])
    return f"{shown}; worth moving up: {moves}" if moves else shown


def _interview(report: Report) -> str:
    """Which lines can be said as they stand, and which want more."""
    ready = _ids([point.requirement for point in report.talking_points if not point.tip])
    rest = _ids([point.requirement for point in report.talking_points if point.tip])
    parts = (f"ready to say: {ready}" if ready else "", f"give {rest} a number or the job" if rest else "")
    return "; ".join(part for part in parts if part)


def _files(report: Report) -> str:
    """The worst finding that does not stand under the verdict already, and how many there are more."""
    told = {(about, code) for about, code, _ in wording.warnings(report)}
    found = [one_line(f.message) for f in report.file_health if ("resume", f.code) not in told]
    for about, notice in wording.file_notes(report):
        if (about, notice.code) not in told:
            found.append(one_line(f"{about}: {notice.message}" if about == "posting" else notice.message))
    return f"{found[0]}{f' And {len(found) - 1} more.' if len(found) > 1 else ''}" if found else ""


def _ids(names: Sequence[str]) -> str:
    rest = f" and {len(names) - _MOST_IDS} more" if len(names) > _MOST_IDS else ""
    return f"{', '.join(names[:_MOST_IDS])}{rest}"
