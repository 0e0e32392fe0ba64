"""Years and degrees: amounts asked for against amounts that the resume's dates and degrees add up to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from gapcheck.lexicon.sectors import sectors_shown
from gapcheck.lexicon.trades import likeness
from gapcheck.matchers.claims import claims
from gapcheck.matchers.degrees import OR_EXPERIENCE, fields_of_study
from gapcheck.matchers.fields import (
    LEADS_ASKED,
    LEADS_HEAD,
    LEADS_LINE,
    Field,
    asks_own_field,
    cover,
    covered,
    field_words,
    fields_in,
    named,
)
from gapcheck.matchers.index import CREDIT, ResumeIndex, Shown
from gapcheck.matchers.paraphrase import Asked
from gapcheck.matchers.workplace import is_work, shown_by
from gapcheck.types import Entry, Evidence, Requirement


def years_of(
    requirement: Requirement,
    index: ResumeIndex,
    *,
    besides: Sequence[Entry] = (),
    within: Sequence[Entry] | None = None,
) -> tuple[float, list[Evidence]]:
    """Years of experience in what the requirement names, from dated entries, overlaps counted once; with evidence.

    Jobs *besides* count as of the field; *within*, no others count. Returns the larger of what the dates add up to and
    what the resume claims in words ("nine years in small companies").
    """
    fields = _alternatives(requirement, index)
    stars = _stars(requirement.text)
    near = [
        (e, 1.0 if e in besides and not _has_fewer(stars, e, index) else value)
        for e, value in _near(requirement, fields, index)
    ]
    if within is not None:
        near = [(e, value) for e, value in near if e in within]
    related = [e for e, value in near if value == 1]
    months = _months(related, index)
    evidence = [_entry_evidence(e, index, months / 12) for e in related[:3]]
    leads = LEADS_ASKED.search(requirement.text) is not None
    claimed, claim = max((_claimed(f, index, leads) for f in fields or [Field((), None)]), key=lambda c: c[0])
    years = months / 12
    if claimed > years and claim is not None and within is None:
        years, evidence = claimed, [claim, *evidence]
    beside = [e for e, value in near if value > 0]
    asked = requirement.years or 0.0
    if years < asked <= _months(beside, index) / 12 and years < _SHORT * asked:
        # Enough years, but in part in a neighbouring field: half (gold/GUIDE rule 22).
        return _SHORT * asked, [_entry_evidence(e, index, _months(beside, index) / 12) for e in beside[:3]]
    return years, evidence


def jobs_in(requirement: Requirement, index: ResumeIndex) -> list[Entry]:
    """The jobs in the field of a requirement on years, or beside it."""
    return [e for e, value in _near(requirement, _alternatives(requirement, index), index) if value > 0]


def _near(requirement: Requirement, fields: Sequence[Field], index: ResumeIndex) -> list[tuple[Entry, float]]:
    """Each job with how near it is to the fields; where people are to be led, only jobs in which they were."""
    leads = LEADS_ASKED.search(requirement.text) is not None
    jobs = [e for e in index.resume.entries if is_work(e, index.document.text)]
    near = [(e, _nearness(e, fields, index)) for e in jobs if not leads or index.once(_leads, e)]
    stars = _stars(requirement.text)
    return [(e, min(value, 0.5) if _has_fewer(stars, e, index) else value) for e, value in near] if stars else near


_STARS = re.compile(
    r"\b(?P<n>[1-5]|one|two|three|four|five)(?:[\s-]*stars?\b|\s?\*|(?=\s*(?:-|or|to|and|/)\s*(?:[1-5]|four|five)[\s-]*stars?\b))",
    re.IGNORECASE,
)
_COUNT = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}


@lru_cache(maxsize=500)
def _stars(text: str) -> int:
    """The fewest stars that a text names of a house: 4 of "a four or five-star hotel"; 0 where it names none."""
    named = [m["n"].lower() for m in _STARS.finditer(text)]
    return min((_COUNT.get(n) or int(n) for n in named), default=0)


def _has_fewer(stars: int, entry: Entry, index: ResumeIndex) -> bool:
    shown = _stars(index.document.text[entry.head[0] : entry.head[1]])
    return 0 < shown < stars


_SHORT = 0.75
"""Share of the years asked at which years in a neighbouring field count: more than half, and short of all."""


def _months(entries: Sequence[Entry], index: ResumeIndex) -> int:
    return _union([(e.first, min(e.last, index.resume.today + 1)) for e in entries])


def _leads(index: ResumeIndex, entry: Entry) -> bool:
    """Whether the job is one of leading people, by its head or by what its lines tell."""
    text = index.document.text
    if LEADS_HEAD.search(text[entry.head[0] : entry.head[1]]):
        return True
    return LEADS_LINE.search(text[entry.head[1] : entry.end]) is not None


def _tells_of_leading(line: str) -> bool:
    return LEADS_LINE.search(line) is not None or LEADS_HEAD.search(line) is not None


def _alternatives(requirement: Requirement, index: ResumeIndex) -> list[Field]:
    """One field for each alternative, one in all for "all"; empty when just years are asked."""
    if requirement.kind == "education":
        fields: list[Field] = [*fields_of_study(requirement, index.lexicon)]
        if index.role and OR_EXPERIENCE.search(requirement.text):
            fields.append(Field(field_words(index.role), None, index.role))  # years in the posting's own field
    else:
        fields = fields_in(requirement)
    found = named(fields)
    if not found and index.role and asks_own_field(requirement):
        return [Field(field_words(index.role), None, index.role)]
    return found


def _nearness(entry: Entry, fields: Sequence[Field], index: ResumeIndex) -> float:
    """1 when the job is of a field that is asked, 0.5 when it is of a neighbouring one or shows it in passing, else 0."""
    if not fields:
        return 1.0
    job = index.once(_job, entry)
    return max(_relates(job, field, index) for field in fields)


@dataclass(frozen=True, slots=True)
class _Lines:
    """Some passages of a resume, and their words all together."""

    places: tuple[int, ...]
    """Indexes into the `shown` of the resume."""
    items: tuple[Shown, ...]
    stems: frozenset[str]
    classes: frozenset[str]

    @classmethod
    def of(cls, index: ResumeIndex, places: Sequence[int]) -> _Lines:
        """The words of the passages at *places*."""
        items = tuple([index.shown[i] for i in places])
        stems, classes = (item.every_stem for item in items), (item.every_class for item in items)
        return cls(tuple(places), items, frozenset().union(*stems), frozenset().union(*classes))


@dataclass(frozen=True, slots=True)
class _Job:
    """A dated entry with its lines; the head is a part of them."""

    entry: Entry
    inside: _Lines
    head: _Lines


def _job(index: ResumeIndex, entry: Entry) -> _Job:
    inside = [i for i, item in enumerate(index.shown) if entry.start <= item.passage.start < entry.end]
    head = [i for i in inside if index.shown[i].passage.start < entry.head[1]]
    return _Job(entry, _Lines.of(index, inside), _Lines.of(index, head))


def _relates(job: _Job, field: Field, index: ResumeIndex) -> float:
    """A job counts when its head names the field that is asked, or one of its lines shows it; one more line never takes that away.

    Where the posting says at which kind of employer, the act done elsewhere is a neighbouring one.
    """
    placed = not field.places or not field.places.isdisjoint(shown_by(job.entry, index))
    told = placed or any(_names_concept(job.entry, concept, index) for concept in field.places_named)
    if not field.words and field.places:
        return 1.0 if placed or (told and field.leads) else 0.5 if told else 0.0
    done = _does(job, field, index)
    if field.places and placed:
        return 1.0 if done else 0.0
    return done if told else min(done, 0.5)


def _does(job: _Job, field: Field, index: ResumeIndex) -> float:
    """How far the job is of the field, wherever it was."""
    if field.sectors and not field.sectors.isdisjoint(shown_by(job.entry, index)):
        return 1.0
    start, end = job.entry.head
    like = likeness(field.trades, index.document.text[start:end]) if field.trades else 0.0
    return 1.0 if like == 1 else max(like, _by_words(job, field, index))


def _by_words(job: _Job, field: Field, index: ResumeIndex) -> float:
    """How far the words of the job's head, or of its lines, name the field."""
    if field.concept is not None and _names_concept(job.entry, field.concept, index):
        return 1.0
    at_head = _cover_all(field.words, job.head)
    if at_head >= _AT_HEAD:
        return 1.0
    whole = _cover_all(field.words, job.inside)  # no line alone says more
    if whole >= _IN_LINE:
        lines = sum(_tells(item, field) for item in job.inside.items)
        rare = len(field.words) > 1 or field.words[0].weight >= _RARE
        if lines > 1 or (lines and rare):  # an everyday word in one line is said in passing: "by plan", "teach"
            return 1.0
    said = index.coverages(field.phrase)
    if any(said[i] >= _LIKE_HEAD for i in job.head.places):
        return 1.0
    touched = whole >= _IN_LINE and (not field.name or _cover_all(field.name, job.inside) >= _IN_LINE)
    return 0.5 if touched or at_head >= _BESIDE else 0.0


def _tells(item: Shown, field: Field) -> bool:
    """Whether a line of a job shows the field."""
    return cover(field.words, item) >= _IN_LINE and (not field.name or cover(field.name, item) >= _NAME_IN_LINE)


_AT_HEAD, _IN_LINE, _LIKE_HEAD = 0.55, 0.75, 0.8
"""Share of the field's words, by weight, that the head names, or one line, when a job is of the field; the last one by near words."""
_NAME_IN_LINE = 0.9
"""The same share in a line where a known name is asked: "40 cases a year" is a part of case management, no more."""
_RARE = 0.5
"""Weight of a field's only word from which one line of a job shows it."""
_BESIDE = 0.4
"""Share of the field's words, by weight, that a job's head names when it is of a neighbouring field."""


def _names_concept(entry: Entry, concept: str, index: ResumeIndex) -> bool:
    """The concept stands in the job's head or in one of its lines; how many other lines there are makes no difference."""
    places = (index.shown[i].passage.start for i, _, _ in index.by_concept.get(concept, ()))
    return any(entry.start <= start < entry.end for start in places)


def _cover_all(field: tuple[Asked, ...], lines: _Lines) -> float:
    return covered(field, lines.stems, lines.classes)


def _union(spans: Sequence[tuple[int, int]]) -> int:
    """Months covered by at least one span."""
    total, reached = 0, -1
    for first, last in sorted(spans):
        total += max(0, last - max(first, reached))
        reached = max(reached, last)
    return total


def _entry_evidence(entry: Entry, index: ResumeIndex, years: float) -> Evidence:
    start, end = entry.head
    text = index.document.text[start:end]
    page = next((p.page for p in index.resume.passages if p.start <= start < p.end), 1)
    title = next((p.title for p in index.resume.passages if p.start <= start < p.end), "")
    return Evidence(text, start, end, page, title, "quantity", 1.0, f"{years:.1f} years in all by the dates")


def _claimed(field: Field, index: ResumeIndex, leads: bool) -> tuple[float, Evidence | None]:
    best: tuple[float, Evidence | None] = (0.0, None)
    for item, value in index.once(claims):
        if leads and not _tells_of_leading(index.text_of(item)):
            continue
        if value > best[0] and _claims_field(field, item, index):
            best = (value, index.evidence(item, 0, len(item.words), method="quantity", score=1.0, note="as stated"))
    return best


def _claims_field(field: Field, item: Shown, index: ResumeIndex) -> bool:
    """Whether a line that claims years claims them in the field, and at the place."""
    places = field.places or (frozenset() if field.words else field.sectors)
    shown = sectors_shown(index.text_of(item)) if places or field.sectors else frozenset()
    if places and places.isdisjoint(shown):
        return False
    return not field.words or not field.sectors.isdisjoint(shown) or covered(field.words, *_said(item)) >= _CLAIMED


def _said(item: Shown) -> tuple[frozenset[str], frozenset[str]]:
    """The stems and classes of a line without what is only wished for or denied: "seven years in hotels, looking to move"."""
    if item.said == 1.0:
        return item.every_stem, item.every_class
    kept = [i for i, level in enumerate(item.levels) if CREDIT[level]]
    return frozenset(item.stems[i] for i in kept), frozenset().union(*(item.classes[i] for i in kept))


_CLAIMED = 0.5
"""Share of the field's words, by weight, that a line with years in words says when it claims them in the field."""
