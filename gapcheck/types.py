"""The values that flow through gapcheck, in the order in which they are made.

Every value is frozen. Every `start` and `end` are character offsets into `Document.text`, so that
`document.text[x.start:x.end] == x.text` holds for every value that has a `text`. Scores and credits are 0.0 to 1.0.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from itertools import starmap
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Literal

from gapcheck.cleanup import MAX_LINE, clean_lines, soft_breaks, soft_joins, unescaped
from gapcheck.glue import unglued
from gapcheck.words import Word

if TYPE_CHECKING:
    from fractions import Fraction

    from gapcheck.errors import GapcheckError

Importance = Literal["required", "preferred"]
Kind = Literal["duty", "skill", "tool", "experience", "education", "credential", "language", "soft_skill", "condition"]
Mode = Literal["all", "any"]
Status = Literal["met", "partial", "missing", "unstated"]
Verdict = Literal["strong", "stretch", "gap", "insufficient"]
Severity = Literal["high", "medium", "low"]


# --- what was read -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader of a report should know about a file, in words; never an error."""

    code: str
    """Stable name, for example `hidden_text` or `extension_mismatch`."""
    message: str
    """One sentence: what was found and what it means."""
    page: int | None = None
    words: tuple[str, ...] = ()
    """The words concerned, for example the hidden ones."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a document; sizes in points (1/72 inch), 0 where the format has none."""

    number: int
    width: float = 0.0
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """One line as laid out. `start` and `end` leave out indentation and the bullet glyph."""

    start: int
    end: int
    page: int = 1
    bullet: bool = False
    """The line began with a bullet glyph, a dash or a number such as "3." or "b)"."""
    indent: float = 0.0
    """Left edge: points from the left of the page in a PDF, leading spaces or list depth elsewhere."""
    top: float | None = None
    """Points from the top of the page, where the format knows it."""
    size: float | None = None
    """Font size in points, where the format knows it."""
    bold: bool = False
    heading: int = 0
    """1 to 6 when the format itself marks the line as a heading (HTML h1-h6, Word styles, Markdown #), else 0."""

    def __reduce__(self) -> tuple[Any, ...]:
        return Line, _LINE(self)


@dataclass(frozen=True, slots=True)
class RawLine:
    """What a parser hands to `Document.build`: one line of text before clean-up, with its layout."""

    text: str
    page: int = 1
    indent: float = 0.0
    top: float | None = None
    size: float | None = None
    bold: bool = False
    heading: int = 0
    bullet: bool = False
    """The format itself says so (a list item); a glyph in the text is found by the clean-up."""


def _parted(line: RawLine, parts: list[str]) -> list[RawLine]:
    """*line* as lines of its own for *parts*; only the first has its bullet and is a heading."""
    if len(parts) == 1:
        return [line]
    return [replace(line, text=parts[0]), *(replace(line, text=p, bullet=False, heading=0) for p in parts[1:])]


def plain_lines(text: str) -> list[RawLine]:
    """The lines of a text without layout, as a parser hands them on."""
    return [RawLine(line) for line in soft_joins(text.splitlines())]


@dataclass(frozen=True, slots=True, repr=False)
class Document:
    """A text with its layout. Made by `gapcheck.parse` from a file, by `Document.from_text` from a string."""

    text: str
    lines: tuple[Line, ...]
    kind: str = "text"
    """What it was read from: pdf, docx, html, markdown, text, json, rtf, odt."""
    source: str = "text"
    """Base name of the file, never its folder."""
    pages: tuple[Page, ...] = (Page(1),)
    title: str = ""
    """The title that the format itself states (job title of a JobPosting, `<title>`), else empty."""
    notices: tuple[Notice, ...] = ()

    def __repr__(self) -> str:
        # A document holds personal data: what a log may show is its size, never its words.
        return f"Document({self.source!r}, {self.kind}, {len(self.text)} characters, {len(self.lines)} lines)"

    @classmethod
    def from_text(cls, text: str, *, source: str = "text") -> Document:
        """The document of a plain string, cleaned up like a text file.

        >>> document = Document.from_text("Skills\\n• Python\\n")
        >>> [document.text[line.start:line.end] for line in document.lines]
        ['Skills', 'Python']
        """
        return cls.build(plain_lines(text), source=source)

    @classmethod
    def build(
        cls,
        raw: Iterable[RawLine],
        *,
        kind: str = "text",
        source: str = "text",
        pages: tuple[Page, ...] = (Page(1),),
        title: str = "",
        notices: Iterable[Notice] = (),
    ) -> Document:
        """The document of *raw* lines: each cleaned up, joined by newlines, offsets counted in the result."""
        raw = [
            piece
            for line in raw
            for piece in (
                [replace(line, text=part) for part in soft_breaks(line.text)] if len(line.text) > MAX_LINE else [line]
            )
        ]
        if kind in ("text", "markdown", "json"):
            raw = [replace(line, text=unescaped(line.text)) if "&" in line.text else line for line in raw]
        if kind != "pdf":  # there the lines are told by where they stand
            raw = [
                line
                for whole, parts in zip(raw, unglued([r.text for r in raw]), strict=True)
                for line in _parted(whole, parts)
            ]
        cleaned = clean_lines([line.text for line in raw])
        lines: list[Line] = []
        parts: list[str] = []
        position = 0
        for before, after in zip(raw, cleaned, strict=True):
            start, end = position + after.start, position + after.end
            if end > start:
                lines.append(
                    Line(
                        start,
                        end,
                        page=before.page,
                        bullet=before.bullet or after.bullet,
                        indent=before.indent or float(after.indent),
                        top=before.top,
                        size=before.size,
                        bold=before.bold,
                        heading=before.heading,
                    )
                )
            parts.append(after.text)
            position += len(after.text) + 1
        return cls("\n".join(parts), tuple(lines), kind, source, pages, title, tuple(notices))


# --- what the text says --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Section:
    """A run of lines under one heading. `lines` are indexes into `Document.lines`, the heading left out."""

    label: str
    """Posting: title, about, duties, required, preferred, conditions, benefits, apply, legal, other.
    Resume: contact, summary, objective, experience, education, skills, certifications, projects, languages,
    awards, volunteering, interests, references, other."""
    title: str
    """The heading as written, or empty when the section has none."""
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A concept of the lexicon (or a word run that behaves like one) found in a document."""

    concept: str
    start: int
    end: int
    text: str
    kind: str = "skill"
    found_by: str = "lexicon"

    def __reduce__(self) -> tuple[Any, ...]:
        return Mention, _MENTION(self)


@dataclass(frozen=True, slots=True, repr=False)
class Passage:
    """A sentence, bullet or line that is read as one unit: what a requirement is cut from and evidence is quoted from."""

    start: int
    end: int
    words: tuple[Word, ...]
    label: str = "other"
    """Label of its section."""
    title: str = ""
    """Heading of its section, as written."""
    page: int = 1
    bullet: bool = False
    paragraph: int = 0
    """Passages cut from the same line or wrapped lines share it."""
    lead: str = ""
    """The line that introduces a list, without its colon: "You have", "Experience with"."""
    mentions: tuple[Mention, ...] = ()
    levels: tuple[str, ...] = ()
    """For each word how it is said: "", limited, learning, planned or negated. Empty in postings."""
    entry: int | None = None
    """Index of the dated entry of a resume in which it stands."""

    def __repr__(self) -> str:
        return f"Passage({self.start}, {self.end}, {self.label!r}, {len(self.words)} words)"

    def __reduce__(self) -> tuple[Any, ...]:
        start, end, words, *rest = _PASSAGE(self)
        return _passage, (start, end, tuple(map(_WORD, words)), *rest)


def _passage(start: int, end: int, words: Iterable[tuple[Any, ...]], *rest: Any) -> Passage:
    return Passage(start, end, tuple(starmap(Word, words)), *rest)


# Resumes travel between processes, with a thousand words each: the fields of these as one tuple, not one by one as
# frozen dataclasses do it.
_LINE, _MENTION, _PASSAGE, _WORD = (
    attrgetter(*(f.name for f in fields(kind))) for kind in (Line, Mention, Passage, Word)
)


@dataclass(frozen=True, slots=True, repr=False)
class Entry:
    """A dated job or course of a resume; months are counted from year 0, the last one excluded."""

    start: int
    end: int
    first: int
    last: int
    label: str = "experience"
    head: tuple[int, int] = (0, 0)
    """Offsets of the lines that name title, employer and dates."""

    def __repr__(self) -> str:
        return f"Entry({self.start}, {self.end}, {self.last - self.first} months)"


@dataclass(frozen=True, slots=True)
class Keyword:
    """A short phrase of a requirement that a reader or a search looks for; `status` is set by matching."""

    name: str
    start: int
    end: int
    concept: str | None = None
    status: Status = "missing"


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing that the posting asks of the person, as gold/GUIDE defines it."""

    id: str
    text: str
    start: int
    end: int
    section: str = ""
    """The heading under which it stands, as written."""
    kind: Kind = "skill"
    importance: Importance = "required"
    mode: Mode = "all"
    keywords: tuple[Keyword, ...] = ()
    years: float | None = None
    """Minimum years asked for."""
    degree: str | None = None
    """Lowest degree asked for: associate, bachelor, master, doctorate, diploma or secondary."""
    at_least: int | None = None
    """"Two or more of": how many keywords of an `any` requirement are asked."""
    review: str | None = None
    """Why a person should look at it and why it is not scored, for example "may be discriminatory"."""

    @property
    def title(self) -> str:
        """The text on one line without its last full stop, cut at a word to at most 80 characters."""
        line = " ".join(self.text.split()).rstrip(" .,;:")
        return line if len(line) <= 80 else f"{line[:79].rsplit(' ', 1)[0]}…"


@dataclass(frozen=True, slots=True)
class Posting:
    """A posting, read: what the employer is looking for."""

    document: Document
    title: str
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    requirements: tuple[Requirement, ...]


@dataclass(frozen=True, slots=True)
class Resume:
    """A resume, read: its passages with the concepts they name, and its dated entries."""

    document: Document
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    entries: tuple[Entry, ...]
    today: int
    """The month up to which "present" counts, from year 0."""
    degrees: tuple[tuple[str, int, int], ...] = ()
    """Degrees named: level, start, end."""


# --- what was found ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Evidence:
    """A verbatim run of the resume that shows a requirement, and how it was found."""

    text: str
    start: int
    end: int
    page: int = 1
    section: str = ""
    """Heading of the resume under which it stands, as written."""
    method: str = "exact"
    """Name of the matcher: exact, alias, stem, hierarchy, typo, duty, quantity."""
    score: float = 1.0
    note: str = ""
    """What a person should know: "says limited", "4 of 5 years"."""


@dataclass(frozen=True, slots=True)
class Match:
    """A requirement, judged against one resume."""

    requirement: Requirement
    status: Status
    credit: float
    """1.0 met, 0.5 partial, 0.0 missing or unstated."""
    keywords: tuple[Keyword, ...] = ()
    """The requirement's keywords with their status in this resume."""
    evidence: tuple[Evidence, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Coverage:
    """The share of the posting's requirements that the resume shows; None and "insufficient" if not judged."""

    score: float | None
    required: float | None
    preferred: float | None
    low: float | None
    high: float | None
    met: int
    partial: int
    missing: int
    unstated: int
    verdict: Verdict
    exact: Fraction | None = field(default=None, compare=False)
    """The score before rounding to a float; verdicts are decided on it."""
    stretch: float = 0.75
    """The thresholds and the weight it was judged by, from `Settings`: a report can say how it was made."""
    strong: float = 0.80
    preferred_weight: float = 0.5


@dataclass(frozen=True, slots=True)
class MissingKeyword:
    """A keyword of the posting that the resume does not show, most important first in a report."""

    name: str
    importance: Importance
    requirement: str
    """Id of the requirement that asks for it."""
    status: Status = "missing"
    """missing, or partial when the resume shows it only weakly."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One change worth making, only where it is true of the person."""

    code: str
    """add, exact_wording, strengthen, move_up, show."""
    message: str
    requirement: str
    gain: float = 0.0
    """Coverage gained if the requirement became met, 0-1."""
    evidence: tuple[Evidence, ...] = ()
    place: str = ""
    """Where in the resume it belongs, in words that quote nothing but headings."""
    short: str = ""
    """The message in a few words, for one line."""


@dataclass(frozen=True, slots=True)
class Related:
    """The nearest thing that the resume shows for something it lacks: named as related, never counted."""

    requirement: str
    asked: str
    """The keyword of the posting that is not shown."""
    shown: str
    """The concept of the resume that is nearest to it."""
    common: str
    """What both are a kind of, or empty when they are only near in meaning."""
    evidence: Evidence
    own: str = ""
    """The words of the resume for it, a piece of the evidence."""


@dataclass(frozen=True, slots=True)
class TalkingPoint:
    """For a must-have that is met: the line to say in the interview."""

    requirement: str
    evidence: Evidence
    tip: str = ""
    """What would make the line stronger when it is said, or empty."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What went right, what went wrong, what can be improved: each a few sentences that quote no resume."""

    right: tuple[str, ...]
    wrong: tuple[str, ...]
    improve: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """A cover letter beside the resume. Its evidence lies in `document` and never counts for the resume."""

    document: Document
    coverage: Coverage
    """Of the letter alone."""
    together: Coverage
    """Of the better of the two for each requirement."""
    matches: tuple[Match, ...]
    """The same requirements in the same order as those of the report."""
    adds: tuple[str, ...] = ()
    """Ids of requirements that the letter shows better than the resume."""
    neither: tuple[str, ...] = ()
    """Ids of requirements that neither of the two shows."""


@dataclass(frozen=True, slots=True)
class FoundKeyword:
    """A keyword that the resume lacks and the master resume shows."""

    name: str
    importance: Importance
    requirement: str
    evidence: Evidence
    """A quotation of the master resume."""


@dataclass(frozen=True, slots=True)
class Master:
    """The person's longer resume, and what of the missing keywords it shows already."""

    document: Document
    found: tuple[FoundKeyword, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A trait of the resume file that machines read badly; never part of coverage."""

    code: str
    severity: Severity
    message: str
    fix: str = ""
    page: int | None = None


ZoneKind = Literal["name", "title", "job", "heading", "bullet", "education", "bold", "opening"]


@dataclass(frozen=True, slots=True)
class Zone:
    """A run of page one that catches the eye; `read` when the time is enough to reach it."""

    kind: ZoneKind
    start: int
    end: int
    read: bool = True


@dataclass(frozen=True, slots=True)
class Glance:
    """What of the requirements shows in the first look at page one; apart from coverage."""

    seconds: float
    words_read: int
    score: float | None
    """Weighted share of the scored requirements whose evidence is seen, 0-1."""
    seen: tuple[str, ...] = ()
    """Ids of requirements whose evidence lies in the text that is read in time."""
    unseen: tuple[str, ...] = ()
    """Ids of met or partial requirements whose evidence is not."""
    spans: tuple[tuple[int, int], ...] = ()
    """What is read, in reading order: offsets into the resume."""
    zones: tuple[Zone, ...] = ()
    """Everything that catches the eye on page one, in reading order, also what the time is too short for."""
    advice: tuple[Suggestion, ...] = ()
    """What to move up, with the line that stands too low. Gains nothing in coverage."""


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that one check of a resume against a posting found."""

    posting: Document
    resume: Document
    title: str
    """Job title of the posting, or empty."""
    coverage: Coverage
    matches: tuple[Match, ...]
    missing_keywords: tuple[MissingKeyword, ...] = ()
    must_have_gaps: tuple[str, ...] = ()
    """Ids of required licences, degrees, clearances and conditions that are not met."""
    suggestions: tuple[Suggestion, ...] = ()
    related: tuple[Related, ...] = ()
    talking_points: tuple[TalkingPoint, ...] = ()
    answers: Answers | None = None
    glance: Glance | None = None
    file_health: tuple[Finding, ...] = ()
    letter: Letter | None = None
    master: Master | None = None
    notices: tuple[Notice, ...] = ()
    versions: Mapping[str, str] = field(default_factory=dict)

    def to_records(self) -> list[dict[str, object]]:
        """One plain dictionary for each requirement: id, text, status, credit, keywords, evidence and its place."""
        return [
            {
                "id": match.requirement.id,
                "requirement": match.requirement.text,
                "kind": match.requirement.kind,
                "importance": match.requirement.importance,
                "status": match.status,
                "credit": match.credit,
                "missing": ", ".join(keyword.name for keyword in match.keywords if keyword.status == "missing"),
                "evidence": match.evidence[0].text if match.evidence else "",
                "page": match.evidence[0].page if match.evidence else None,
                "section": match.evidence[0].section if match.evidence else "",
                "note": match.note,
            }
            for match in self.matches
        ]

    def to_dataframe(self) -> Any:
        """`to_records` as a table of pandas, or of polars where only that is installed; ConfigError without either."""
        for name in ("pandas", "polars"):
            try:
                module = importlib.import_module(name)
            except ImportError:
                continue
            return module.DataFrame(self.to_records())
        from gapcheck.errors import ConfigError

        raise ConfigError("a table needs pandas or polars", hint="Install one: pip install pandas.")

    def _repr_html_(self) -> str:
        """The report as HTML, for notebooks."""
        from gapcheck import render  # a notebook asks for it long after import; the one upward import

        return render(self, "html", embed=True)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file of a batch that could not be read, and why."""

    source: str
    error: GapcheckError
