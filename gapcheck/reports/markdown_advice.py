"""The second half of the report as Markdown: what to change, what is near, what to say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gapcheck.reports import wording
from gapcheck.reports.safe import one_line
from gapcheck.types import Report

_SPECIAL = re.compile(r"([\\`*_\[\]#!|~$@])")


def escaped(text: str) -> str:
    r"""*text* on one line, so that no character of it is read as Markdown or HTML.

    >>> escaped("<b>a|b</b>  `x`")
    '&lt;b&gt;a\\|b&lt;/b&gt; \\`x\\`'
    """
    text = _SPECIAL.sub(r"\\\1", one_line(text))
    return re.sub(r"&(?=#?\w)", "&amp;", text).replace("<", "&lt;").replace(">", "&gt;")


def _section(title: str, note: str, lines: Iterable[str]) -> Iterator[str]:
    found = [f"- {line}" for line in lines]
    if found:
        yield from ("", f"## {title}", "", *((note, "") if note else ()), *found)


def master(report: Report, quotes: bool) -> Iterator[str]:
    """Missing keywords that the longer resume shows."""
    if report.master is not None:
        lines = wording.master_lines(report.master, quotes=quotes) or [("", "none of the missing keywords")]
        texts = (f"{name}: {escaped(text)}" if name else escaped(text) for name, text in lines)
        yield from _section("In your longer resume already", "", texts)


def gains(report: Report) -> Iterator[str]:
    """The changes that gain most, and where."""
    lines = []
    for suggestion in wording.biggest_gains(report):
        gain = wording.gain_text(suggestion)
        points = f"{gain} points, " if gain else ""
        lines.append(f"{points}{suggestion.requirement}: {escaped(wording.change_text(suggestion))}")
    yield from _section("Biggest gains", "", lines)


def wordings(report: Report, quotes: bool) -> Iterator[str]:
    """What counts already, under another name than the posting's."""
    lines = []
    for suggestion in wording.suggestions(report, "exact_wording"):
        own = f"You wrote “{escaped(suggestion.evidence[0].text)}”. " if quotes and suggestion.evidence else ""
        lines.append(f"{suggestion.requirement}: {own}{escaped(suggestion.message)}")
    yield from _section("In their words", "It counts already; people and searches look for the exact word.", lines)


def thin(report: Report) -> Iterator[str]:
    """What counts, on evidence that a reader may doubt."""
    lines = (f"{s.requirement}: {escaped(s.message)}" for s in wording.suggestions(report, "show"))
    yield from _section("Thin evidence", "It counts already.", lines)


def related(report: Report, quotes: bool) -> Iterator[str]:
    """The nearest thing to what is missing."""
    lines = []
    for near in report.related:
        quote = f": {escaped(wording.quoted(near.evidence))}" if quotes else ""
        lines.append(f"{near.requirement}: {escaped(wording.related_text(near, quotes=quotes))}{quote}")
    yield from _section("Near what is missing", "Worth a word in a letter; not counted.", lines)


def first_look(report: Report, quotes: bool) -> Iterator[str]:
    """What shows in the first seconds, and what to move up."""
    glance = report.glance
    if glance is None or glance.score is None:
        return
    lines = [f"shown: {', '.join(glance.seen) or 'nothing'}"]
    if glance.unseen:
        lines.append(f"found only further on: {', '.join(glance.unseen)}")
    names = wording.titles(report)
    for lead, suggestions in wording.moves(report):
        for s in suggestions:
            line = wording.quoted(s.evidence[0]) if quotes and s.evidence else names.get(s.requirement, "")
            lines.append(f"{escaped(lead)}: {s.requirement} {escaped(line)}")
    yield from _section("First look", f"What shows in {glance.seconds:g} seconds. Not in the score.", lines)


def letter(report: Report, quotes: bool) -> Iterator[str]:
    """A cover letter beside the resume."""
    if report.letter is not None:
        texts = wording.letter_lines(report.letter, report, quotes=quotes)
        lines = (f"{label}: {escaped(text)}" for label, text in texts)
        yield from _section("Cover letter", "Beside the resume, never counted for it.", lines)


def interview(report: Report, quotes: bool) -> Iterator[str]:
    """The lines to say in an interview."""
    lines = []
    for point in report.talking_points if quotes else ():
        tip = f" {escaped(point.tip)}" if point.tip else ""
        lines.append(f"{point.requirement}: {escaped(wording.quoted(point.evidence, 300))}{tip}")
    yield from _section("For the interview", "The line to say for each required item that is met.", lines)


def questions(report: Report) -> Iterator[str]:
    """What went right, what went wrong, what can be improved."""
    if report.answers is None:
        return
    for name, question in wording.QUESTIONS:
        sentences: tuple[str, ...] = getattr(report.answers, name)
        yield from _section(f"{question}?", "", (escaped(one_line(sentence)) for sentence in sentences))
