"""The shape of the JSON report: these dataclasses are the one definition of the format.

Offsets count characters of the text that gapcheck read; scores, credits and gains are 0 to 1, unrounded.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from gapcheck.reports.wording import About
from gapcheck.types import Importance, Kind, Mode, Severity, Status, Verdict, ZoneKind


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
class ZonePart:
    """A run of page one that catches the eye, in reading order; `read` is false when time runs out before it."""

    kind: ZoneKind
    start: int
    end: int
    read: bool


@dataclass(frozen=True, slots=True)
class GlancePart:
    """The first look at page one; never part of coverage."""

    seconds: float
    words_read: int
    score: float | None
    seen: list[str]
    unseen: list[str]
    spans: list[tuple[int, int]]
    zones: list[ZonePart]
    advice: list[SuggestionPart]


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
    """One change worth making, only where it is true of the person; `place` is where in the resume it belongs."""

    code: str
    message: str
    requirement: str
    gain: float
    evidence: list[EvidencePart]
    place: str


@dataclass(frozen=True, slots=True)
class RelatedPart:
    """The nearest thing that the resume shows for a keyword that it lacks; never counted."""

    requirement: str
    asked: str
    shown: str
    common: str
    evidence: EvidencePart


@dataclass(frozen=True, slots=True)
class TalkingPointPart:
    """The line to say in an interview for a must-have that is met."""

    requirement: str
    evidence: EvidencePart
    tip: str


@dataclass(frozen=True, slots=True)
class AnswersPart:
    """What went right, what went wrong, what can be improved."""

    right: list[str]
    wrong: list[str]
    improve: list[str]


@dataclass(frozen=True, slots=True)
class LetterRequirementPart:
    """How the letter alone answers a requirement; evidence offsets count in the letter."""

    id: str
    status: Status
    credit: float
    evidence: list[EvidencePart]


@dataclass(frozen=True, slots=True)
class LetterPart:
    """A cover letter beside the resume; it never counts for the resume."""

    source: str
    kind: str
    characters: int
    coverage: CoveragePart
    together: CoveragePart
    adds: list[str]
    neither: list[str]
    requirements: list[LetterRequirementPart]


@dataclass(frozen=True, slots=True)
class FoundKeywordPart:
    """A missing keyword that the longer resume shows; evidence offsets count in the longer resume."""

    name: str
    importance: Importance
    requirement: str
    evidence: EvidencePart


@dataclass(frozen=True, slots=True)
class MasterPart:
    """The person's longer resume."""

    source: str
    kind: str
    characters: int
    found: list[FoundKeywordPart]


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
    related: list[RelatedPart]
    talking_points: list[TalkingPointPart]
    answers: AnswersPart | None
    glance: GlancePart | None
    file_health: list[FindingPart]
    letter: LetterPart | None
    master: MasterPart | None
    warnings: list[WarningPart]
