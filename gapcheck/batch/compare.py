"""My resume beside that of the person who was hired (or any reference), for the same posting."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gapcheck import scoring
from gapcheck.analyzer import Analyzer
from gapcheck.batch.rows import line
from gapcheck.matchers.workplace import is_work
from gapcheck.types import Coverage, Importance, Kind, Match, Passage, Posting, Resume, Status

_DEGREES = ("secondary", "diploma", "associate", "bachelor", "master", "doctorate")
_CREDIT = {"": 1, "limited": 1, "learning": 0, "planned": 0, "negated": 0}


@dataclass(frozen=True, slots=True)
class Shown:
    """Something that a resume shows, with the line that shows it."""

    name: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two resumes."""

    source: str
    coverage: Coverage
    years: float
    """Years in dated jobs, overlaps counted once."""
    specific_years: float
    """Years in those jobs whose lines show something that the posting asks for."""
    degree: str | None
    """Highest level of degree that is named."""
    credentials: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """One requirement, answered by both."""

    requirement: str
    kind: Kind
    importance: Importance
    mine: Status
    theirs: Status
    my_evidence: tuple[str, ...]
    their_evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the reference shows that I do not, and the reverse; each with the lines that show it."""

    title: str
    mine: Side
    theirs: Side
    requirements: tuple[Beside, ...]
    beyond: tuple[Shown, ...]
    """What the reference shows beyond the posting, and I do not."""
    mine_beyond: tuple[Shown, ...]

    @property
    def behind(self) -> tuple[Beside, ...]:
        """Requirements that the reference answers better, required ones first."""
        return _ordered(one for one in self.requirements if _VALUE[one.theirs] > _VALUE[one.mine])

    @property
    def ahead(self) -> tuple[Beside, ...]:
        """Requirements that I answer better."""
        return _ordered(one for one in self.requirements if _VALUE[one.theirs] < _VALUE[one.mine])


_VALUE: dict[Status, int] = {"missing": 0, "unstated": 1, "partial": 2, "met": 3}


def compare(mine: Resume, theirs: Resume, posting: Posting, *, analyzer: Analyzer | None = None) -> Comparison:
    """Both resumes against *posting*, side by side."""
    analyzer = analyzer or Analyzer()
    my_matches, their_matches = analyzer.matches(mine, posting), analyzer.matches(theirs, posting)
    asked = {k.concept for match in my_matches for k in match.requirement.keywords if k.concept}
    return Comparison(
        posting.title,
        _side(mine, my_matches, analyzer),
        _side(theirs, their_matches, analyzer),
        tuple(_beside(a, b) for a, b in zip(my_matches, their_matches, strict=True)),
        _beyond(theirs, mine, asked, analyzer),
        _beyond(mine, theirs, asked, analyzer),
    )


def _side(resume: Resume, matches: Sequence[Match], analyzer: Analyzer) -> Side:
    levels = [level for level, _, _ in resume.degrees if level in _DEGREES]
    showing = {entry for match in matches for e in match.evidence for entry in _entries_at(resume, e.start, e.end)}
    jobs = [(e.first, e.last) for e in resume.entries if is_work(e, resume.document.text)]
    specific = [
        (e.first, e.last) for i, e in enumerate(resume.entries) if i in showing and is_work(e, resume.document.text)
    ]
    return Side(
        resume.document.source,
        scoring.coverage(matches, analyzer.settings),
        months(jobs) / 12,
        months(specific) / 12,
        max(levels, key=_DEGREES.index) if levels else None,
        _named(resume, ("credential",)),
    )


def months(spans: Iterable[tuple[int, int]]) -> int:
    """Months in any of the spans, overlaps counted once; each span leaves out its last month number.

    >>> months([(0, 12), (6, 18), (24, 30)])
    24
    """
    total, reached = 0, -1
    for first, last in sorted(spans):
        total += max(0, last - max(first, reached))
        reached = max(reached, last)
    return total


def _entries_at(resume: Resume, start: int, end: int) -> set[int]:
    return {p.entry for p in resume.passages if p.entry is not None and p.start < end and start < p.end}


def _beside(a: Match, b: Match) -> Beside:
    mine, theirs = (tuple(line(e.text) for e in match.evidence) for match in (a, b))
    req = a.requirement
    return Beside(line(req.text), req.kind, req.importance, a.status, b.status, mine, theirs)


def _beyond(one: Resume, other: Resume, asked: set[str], analyzer: Analyzer) -> tuple[Shown, ...]:
    """Concepts of *one* that neither the posting asks for nor the *other* proves."""
    proved = {up for shown in _named(other) for up in analyzer.lexicon.ancestors(shown.name)}
    return tuple(
        shown
        for shown in _named(one)
        if shown.name not in proved and not asked & set(analyzer.lexicon.ancestors(shown.name))
    )


def _named(resume: Resume, kinds: Sequence[str] = ()) -> tuple[Shown, ...]:
    """The concepts that a resume claims, each with the first line that names it."""
    found: dict[str, Shown] = {}
    for passage in resume.passages:
        if passage.label in ("contact", "references"):
            continue
        for mention in passage.mentions:
            if (kinds and mention.kind not in kinds) or not _claimed(passage, mention.start, mention.end):
                continue
            quote = line(resume.document.text[passage.start : passage.end])
            found.setdefault(mention.concept, Shown(mention.concept, quote))
    return tuple(found.values())


def _claimed(passage: Passage, start: int, end: int) -> bool:
    """Whether it is said as something that the person has: not "no Java", not "would like to learn Java"."""
    levels = passage.levels or ("",) * len(passage.words)
    at = [level for word, level in zip(passage.words, levels, strict=True) if start <= word.start < end]
    return all(_CREDIT[level] for level in at)


def _ordered(found: Iterable[Beside]) -> tuple[Beside, ...]:
    return tuple(sorted(found, key=lambda one: one.importance == "preferred"))
