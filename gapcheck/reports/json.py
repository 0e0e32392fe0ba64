"""The report as JSON, format version 1; `json_parts.py` defines its shape.

`report.schema.json` beside this file is made from it: `python -m gapcheck.reports.json > report.schema.json`.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import Any, Literal

from gapcheck.reports.json_parts import (
    AnswersPart,
    CoveragePart,
    EvidencePart,
    FindingPart,
    FoundKeywordPart,
    GlancePart,
    KeywordPart,
    LetterPart,
    LetterRequirementPart,
    MasterPart,
    MissingKeywordPart,
    PostingPart,
    RelatedPart,
    ReportFile,
    RequirementPart,
    ResumePart,
    SuggestionPart,
    TalkingPointPart,
    WarningPart,
    ZonePart,
)
from gapcheck.reports.wording import notice_lines, weight
from gapcheck.types import Coverage, Evidence, Keyword, Match, Report, Suggestion

FORMAT_VERSION: Literal[1] = 1
# Characters that JSON may hold raw but a terminal would obey: 8-bit controls, direction and invisible characters.
_UNSAFE = re.compile(
    "[\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def render(report: Report, *, evidence: bool = True, indent: int | None = 2) -> str:
    """The report as JSON text that ends with a newline; the same report always gives the same bytes."""
    return dump(asdict(as_parts(report, quotes=evidence)), indent=indent)


def dump(value: Any, *, indent: int | None = 2) -> str:
    """JSON text of *value*, in which no character can act on a terminal."""
    text = json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


def as_parts(report: Report, *, quotes: bool = True) -> ReportFile:
    """The report in the shape of its JSON file."""
    return ReportFile(
        format_version=FORMAT_VERSION,
        generator="gapcheck report",
        versions=dict(sorted(report.versions.items())),
        posting=PostingPart(report.title, report.posting.source, report.posting.kind, len(report.posting.text)),
        resume=ResumePart(report.resume.source, report.resume.kind, len(report.resume.pages), len(report.resume.text)),
        coverage=_coverage(report.coverage),
        must_have_gaps=list(report.must_have_gaps),
        requirements=[_requirement(match, report, quotes) for match in report.matches],
        missing_keywords=[
            MissingKeywordPart(k.name, k.importance, k.requirement, k.status) for k in report.missing_keywords
        ],
        suggestions=[_suggestion(suggestion, quotes) for suggestion in report.suggestions],
        related=[
            RelatedPart(r.requirement, r.asked, r.shown, r.common, _evidence(r.evidence, quotes))
            for r in report.related
        ],
        talking_points=[
            TalkingPointPart(p.requirement, _evidence(p.evidence, quotes), p.tip) for p in report.talking_points
        ],
        answers=_answers(report),
        glance=_glance(report, quotes),
        file_health=[FindingPart(f.code, f.severity, f.message, f.fix, f.page) for f in report.file_health],
        letter=_letter(report, quotes),
        master=_master(report, quotes),
        warnings=[
            WarningPart(notice.code, notice.message, about, notice.page, list(notice.words) if quotes else [])
            for about, notice in notice_lines(report)
        ],
    )


def schema() -> str:
    """The JSON schema of a report, as committed in `report.schema.json`."""
    from pydantic import TypeAdapter
    from pydantic.json_schema import GenerateJsonSchema

    made: dict[str, Any] = TypeAdapter(ReportFile).json_schema()
    head = {
        "$schema": GenerateJsonSchema.schema_dialect,
        "$id": f"urn:gapcheck:report:{FORMAT_VERSION}",
        "title": f"gapcheck report, format version {FORMAT_VERSION}",
    }
    made.pop("title", None)
    return json.dumps(head | made, indent=2, sort_keys=False) + "\n"


def _coverage(c: Coverage) -> CoveragePart:
    return CoveragePart(
        c.score, c.required, c.preferred, c.low, c.high, c.verdict,
        c.met, c.partial, c.missing, c.unstated, c.stretch, c.strong,
    )  # fmt: skip


def _requirement(match: Match, report: Report, quotes: bool) -> RequirementPart:
    req = match.requirement
    return RequirementPart(
        id=req.id,
        text=req.text,
        start=req.start,
        end=req.end,
        section=req.section,
        kind=req.kind,
        importance=req.importance,
        mode=req.mode,
        at_least=req.at_least,
        years=req.years,
        degree=req.degree,
        review=req.review,
        weight=weight(match, report.coverage),
        status=match.status,
        credit=match.credit,
        note=match.note,
        keywords=[_keyword(keyword) for keyword in match.keywords or req.keywords],
        evidence=[_evidence(evidence, quotes) for evidence in match.evidence],
    )


def _keyword(keyword: Keyword) -> KeywordPart:
    return KeywordPart(keyword.name, keyword.start, keyword.end, keyword.status, keyword.concept)


def _evidence(evidence: Evidence, quotes: bool) -> EvidencePart:
    e = evidence
    return EvidencePart(e.text if quotes else None, e.start, e.end, e.page, e.section, e.method, e.score, e.note)


def _suggestion(s: Suggestion, quotes: bool) -> SuggestionPart:
    return SuggestionPart(s.code, s.message, s.requirement, s.gain, [_evidence(e, quotes) for e in s.evidence], s.place)


def _answers(report: Report) -> AnswersPart | None:
    if report.answers is None:
        return None
    return AnswersPart(list(report.answers.right), list(report.answers.wrong), list(report.answers.improve))


def _glance(report: Report, quotes: bool) -> GlancePart | None:
    g = report.glance
    if g is None:
        return None
    zones = [ZonePart(z.kind, z.start, z.end, z.read) for z in g.zones]
    advice = [_suggestion(s, quotes) for s in g.advice]
    return GlancePart(g.seconds, g.words_read, g.score, list(g.seen), list(g.unseen), list(g.spans), zones, advice)


def _letter(report: Report, quotes: bool) -> LetterPart | None:
    letter = report.letter
    if letter is None:
        return None
    document = letter.document
    return LetterPart(
        source=document.source,
        kind=document.kind,
        characters=len(document.text),
        coverage=_coverage(letter.coverage),
        together=_coverage(letter.together),
        adds=list(letter.adds),
        neither=list(letter.neither),
        requirements=[
            LetterRequirementPart(m.requirement.id, m.status, m.credit, [_evidence(e, quotes) for e in m.evidence])
            for m in letter.matches
        ],
    )


def _master(report: Report, quotes: bool) -> MasterPart | None:
    if report.master is None:
        return None
    document = report.master.document
    found = [
        FoundKeywordPart(f.name, f.importance, f.requirement, _evidence(f.evidence, quotes))
        for f in report.master.found
    ]
    return MasterPart(document.source, document.kind, len(document.text), found)


if __name__ == "__main__":
    import sys

    sys.stdout.write(schema())
