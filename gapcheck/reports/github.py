"""The report as GitHub workflow commands: each gap becomes an annotation on its line of the posting."""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.reports import wording
from gapcheck.reports.safe import one_line, visible
from gapcheck.types import Match, Report

_LINED = ("text", "markdown")
"""Kinds of files whose lines are the lines of the text that was read; elsewhere a line number would mislead."""


def render(report: Report, *, path: str | None = None, evidence: bool = True) -> str:
    """One `::error`, `::warning` or `::notice` for each gap, then what makes the result doubtful, then the result.

    *path* is the posting as the repository names it, the source of the posting by default. No resume is quoted, so
    *evidence* changes nothing.
    """
    lines = [*_annotations(report, path or report.posting.source), *_warnings(report), _summary(report)]
    return "\n".join(lines) + "\n"


def _annotations(report: Report, path: str) -> Iterator[str]:
    for match in report.matches:
        if match.status in ("missing", "partial") and match.requirement.review is None:
            level = _level(match, report)
            place = {"file": path} | _lines(match, report)
            title = f"{wording.STATUS[match.status]}: requirement {match.requirement.id}"
            gap = wording.explained_gap(match)
            text = one_line(match.requirement.text)
            yield _command(level, place | {"title": title}, f"{text} ({gap})" if gap else text)


def _level(match: Match, report: Report) -> str:
    if match.requirement.id in report.must_have_gaps:
        return "error"
    return "warning" if match.status == "missing" and match.requirement.importance == "required" else "notice"


def _lines(match: Match, report: Report) -> dict[str, str]:
    if report.posting.kind not in _LINED:
        return {}
    first = report.posting.text.count("\n", 0, match.requirement.start) + 1
    last = report.posting.text.count("\n", 0, match.requirement.end) + 1
    return {"line": str(first), "endLine": str(last)}


def _warnings(report: Report) -> Iterator[str]:
    """What makes the result doubtful, right before it."""
    for about, _, sentence in wording.warnings(report):
        yield _command("warning", {"title": "gapcheck report"}, f"{about}: {sentence}" if about else sentence)


def _summary(report: Report) -> str:
    coverage = report.coverage
    score = "" if coverage.verdict == "insufficient" else f"{wording.score_text(coverage)}: "
    text = f"{score}{wording.verdict_text(coverage)} {wording.counts_text(coverage)}"
    return _command("notice", {"title": "gapcheck report"}, text)


def _command(level: str, properties: dict[str, str], message: str) -> str:
    fields = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{level} {fields}::{_data(message)}"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
