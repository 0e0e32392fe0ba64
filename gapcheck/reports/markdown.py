"""The report as Markdown, for an issue, a job summary or a note; every quoted character is escaped."""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.reports import markdown_advice as advice
from gapcheck.reports import wording
from gapcheck.reports.markdown_advice import escaped as escaped
from gapcheck.reports.safe import one_line
from gapcheck.types import Match, Report, Status

_ICONS: dict[Status, str] = {"met": "✓", "partial": "◐", "missing": "✗", "unstated": "?"}


def render(report: Report, *, evidence: bool = True) -> str:
    """The report as GitHub-flavoured Markdown."""
    return "\n".join(_lines(report, evidence)) + "\n"


def _lines(report: Report, quotes: bool) -> Iterator[str]:
    coverage = report.coverage
    yield f"# {escaped(report.title) or 'Resume check'}"
    yield ""
    score = "" if coverage.verdict == "insufficient" else f"{wording.score_text(coverage)}: "
    yield f"**{score}{wording.verdict_text(coverage)}**"
    yield ""
    for about, _, sentence in wording.warnings(report):
        yield f"**{about.capitalize() or 'Files'}: {escaped(sentence)}**"
        yield ""
    if gaps := wording.must_haves(report):
        names = (f"{escaped(match.requirement.text)} ({match.requirement.id})" for match in gaps)
        yield f"**Must-have not found: {'; '.join(names)}**"
        yield ""
    span = wording.range_text(coverage)
    details = (wording.counts_text(coverage), wording.parts_text(coverage), f"range {span}" if span else "")
    yield "; ".join(detail for detail in details if detail) + "."
    yield f"Resume: {escaped(report.resume.source)}. Posting: {escaped(report.posting.source)}."
    yield from _table(report, quotes)
    yield from _left_out(report)
    yield from _keywords(report)
    yield from advice.master(report, quotes)
    yield from advice.gains(report)
    yield from advice.wordings(report, quotes)
    yield from advice.thin(report)
    yield from advice.related(report, quotes)
    yield from advice.first_look(report, quotes)
    yield from advice.letter(report, quotes)
    yield from advice.interview(report, quotes)
    yield from advice.questions(report)
    yield from _files(report)
    yield ""
    yield f"<!-- gapcheck report {one_line(report.versions.get('gapcheck', '')).replace('--', '- -')} -->"


def _table(report: Report, quotes: bool) -> Iterator[str]:
    matches = [match for match in report.matches if wording.scored(match)]
    if not matches:
        return
    yield ""
    yield "| # | Status | Requirement | Evidence in your resume | Where |"
    yield "|---|---|---|---|---|"
    for match in matches:
        places = "<br>".join(escaped(place) for place in dict.fromkeys(wording.where(e) for e in match.evidence))
        cells = (
            match.requirement.id,
            f"{_ICONS[match.status]} {wording.STATUS[match.status]}",
            f"{escaped(match.requirement.text)}{wording.preferred_mark(match)}",
            "<br>".join(_evidence(match, quotes)),
            places,
        )
        yield f"| {' | '.join(cells)} |"


def _evidence(match: Match, quotes: bool) -> Iterator[str]:
    gap = wording.explained_gap(match)
    for evidence in match.evidence:
        shown = (f"“{escaped(part)}”" for part in wording.quotations(evidence, 300)) if quotes else ("found",)
        found, note = " / ".join(shown), wording.note_text(evidence)
        yield f"{found} ({escaped(note)})" if note else found
    if gap or not match.evidence:
        yield escaped(gap) or "nothing found"


def _left_out(report: Report) -> Iterator[str]:
    if unstated := [match.requirement for match in wording.unstated(report)]:
        yield from ("", "## Not stated", "", "Your resume says nothing about these conditions; not in the score.", "")
        yield from (f"- {req.id}: {escaped(req.text)}" for req in unstated)
    if reviews := [match.requirement for match in wording.reviews(report)]:
        yield from ("", "## Look at these yourself", "")
        yield from (f"- {req.id}: {escaped(req.text)} ({escaped(req.review or '')})" for req in reviews)


def _keywords(report: Report) -> Iterator[str]:
    missing, thin = wording.keyword_lines(report, "missing"), wording.keyword_lines(report, "partial")
    if not missing and not thin:
        return
    yield from ("", "## Missing keywords", "", "Add them only where they are true of you.", "")
    for line in missing:
        yield f"- {escaped(line.name)} ({line.importance}, {', '.join(line.requirements)})"
    for line in thin:
        yield f"- {escaped(line.name)} (thin, {', '.join(line.requirements)})"


def _files(report: Report) -> Iterator[str]:
    notices, findings = wording.file_notes(report), report.file_health
    if not notices and not findings:
        return
    yield from ("", "## Your files", "", "Not in the score.", "")
    for finding in findings:
        yield f"- resume: {escaped(f'{finding.message} {finding.fix}')}"
    for about, notice in notices:
        yield f"- {f'{about}: ' if about else ''}{escaped(notice.message)}"
