"""The report as JSON, format version 1. The dataclasses below are the one definition of the format.

`report.schema.json` beside this file is made from them: `python -m gapcheck.reports.json > report.schema.json`.
Offsets count characters of the text that gapcheck read; scores, credits and gains are 0 to 1, unrounded.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from typing import Any, Literal

from gapcheck.reports.wording import About, notice_lines, weight
from gapcheck.types import Evidence, Importance, Keyword, Kind, Match, Mode, Report, Severity, Status, Verdict

FORMAT_VERSION: Literal[1] = 1
# Characters that JSON may hold raw but a terminal would obey: 8-bit controls, direction and invisible characters.
_UNSAFE = re.compile(
    "[\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


@dataclass(frozen=True, slots=True)
class PostingPart:
    """The posting as it was read."""

    title: str
    source: str
    kind: str
    characters: int


@dataclass(frozen=True, slots=True)
class ResumePart:
    """The resume as it was read."""

    source: str
    kind: str
    pages: int
    characters: int


@dataclass(frozen=True, slots=True)
class CoveragePart:
    """The score; it is null and the verdict "insufficient" when too little was read to judge."""

    score: float | None
    required: float | None
    preferred: float | None
    low: float | None
    high: float | None
    verdict: Verdict
    met: int
    partial: int
    missing: int
    unstated: int
    stretch: float
    strong: float


@dataclass(frozen=True, slots=True)
class KeywordPart:
    """A keyword of a requirement: where it stands in the posting, and whether the resume shows it."""

    name: str
    start: int
    end: int
    status: Status
    concept: str | None


@dataclass(frozen=True, slots=True)
class EvidencePart:
    """A verbatim run of the resume; `text` is null in a report without quotes."""

    text: str | None
    start: int
    end: int
    page: int
    section: str
    method: str
    score: float
    note: str


@dataclass(frozen=True, slots=True)
class RequirementPart:
    """A requirement of the posting and how the resume answers it; `weight` is 0 when it is left out of the score."""

    id: str
    text: str
    start: int
    end: int
    section: str
    kind: Kind
    importance: Importance
    mode: Mode
    at_least: int | None
    years: float | None
    degree: str | None
    review: str | None
    weight: float
    status: Status
    credit: float
    note: str
    keywords: list[KeywordPart]
    evidence: list[EvidencePart]


@dataclass(frozen=True, slots=True)
class MissingKeywordPart:
    """A keyword that the resume does not show, or shows only weakly (`partial`)."""

    name: str
    importance: Importance
    requirement: str
    status: Status


@dataclass(frozen=True, slots=True)
class GlancePart:
    """The first look at page one; never part of coverage."""

    seconds: float
    words_read: int
    score: float | None
    seen: list[str]
    unseen: list[str]
    spans: list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class FindingPart:
    """A trait of the resume file that machines read badly; never part of coverage."""

    code: str
    severity: Severity
    message: str
    fix: str
    page: int | None


@dataclass(frozen=True, slots=True)
class SuggestionPart:
    """One change worth making, only where it is true of the person."""

    code: str
    message: str
    requirement: str
    gain: float
    evidence: list[EvidencePart]


@dataclass(frozen=True, slots=True)
class WarningPart:
    """Something to know about one of the files."""

    code: str
    message: str
    about: About
    page: int | None
    words: list[str]


@dataclass(frozen=True, slots=True)
class ReportFile:
    """A gapcheck report."""

    format_version: Literal[1]
    generator: Literal["gapcheck report"]
    versions: dict[str, str]
    posting: PostingPart
    resume: ResumePart
    coverage: CoveragePart
    must_have_gaps: list[str]
    requirements: list[RequirementPart]
    missing_keywords: list[MissingKeywordPart]
    suggestions: list[SuggestionPart]
    glance: GlancePart | None
    file_health: list[FindingPart]
    warnings: list[WarningPart]


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
        coverage=_coverage(report),
        must_have_gaps=list(report.must_have_gaps),
        requirements=[_requirement(match, report, quotes) for match in report.matches],
        missing_keywords=[
            MissingKeywordPart(k.name, k.importance, k.requirement, k.status) for k in report.missing_keywords
        ],
        suggestions=[
            SuggestionPart(s.code, s.message, s.requirement, s.gain, [_evidence(e, quotes) for e in s.evidence])
            for s in report.suggestions
        ],
        glance=_glance(report),
        file_health=[FindingPart(f.code, f.severity, f.message, f.fix, f.page) for f in report.file_health],
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


def _coverage(report: Report) -> CoveragePart:
    c = report.coverage
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


def _glance(report: Report) -> GlancePart | None:
    g = report.glance
    if g is None:
        return None
    return GlancePart(g.seconds, g.words_read, g.score, list(g.seen), list(g.unseen), list(g.spans))


if __name__ == "__main__":
    import sys

    sys.stdout.write(schema())
