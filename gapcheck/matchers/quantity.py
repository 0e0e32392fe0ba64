"""Years and degrees: amounts asked for against amounts that the resume's dates and degrees add up to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from gapcheck.lexicon import Lexicon
from gapcheck.lexicon.relations import weight
from gapcheck.matchers.index import ResumeIndex, Shown
from gapcheck.matchers.paraphrase import Asked, asked_words
from gapcheck.matchers.places import content_words
from gapcheck.matchers.similarity import CLAUSES, bag_of, coverage
from gapcheck.types import Entry, Evidence, Requirement
from gapcheck.words import Word, stem, words

_LADDER = ("secondary", "diploma", "associate", "bachelor", "master", "doctorate")
# What years are asked in when they are asked in anything.
_FIELDLESS = frozenset(
    stem(word)
    for word in """experience experienced profession professional relation related work working couple special specialized grade
    gs lower next last within level vast verified verifiable progressive relevant paid employment job full time solid proven hand
    year relevant field industry similar role position prior previous least minimum month plus years' or more equivalent total
    combined overall direct documented recent one two three four five six seven eight nine ten twelve""".split()
)


WORK = ("experience", "projects", "other")
"""Where dated entries are work; under an employer's name a job is in "other"."""


def years_of(
    requirement: Requirement, index: ResumeIndex, *, besides: Sequence[Entry] = ()
) -> tuple[float, list[Evidence]]:
    """Years of experience in what the requirement names, from dated entries, overlaps counted once; with evidence.

    Jobs *besides* count as of the field. Returns the larger of what the dates add up to and what the resume claims in words ("nine years in small companies").
    """
    fields = _alternatives(requirement, index)
    jobs = [e for e in index.resume.entries if e.label in WORK]
    leads = _LEADS_ASKED.search(requirement.text) is not None
    near = [
        (e, 1.0 if e in besides else _nearness(e, fields, index)) for e in jobs if not leads or index.once(_leads, e)
    ]
    related = [e for e, value in near if value == 1]
    months = _months(related, index)
    claimed, claim = max((_claimed(f.words, index) for f in fields or [_Field((), None)]), key=lambda c: c[0])
    evidence = [_entry_evidence(e, index, months / 12) for e in related[:3]]
    if claimed * 12 > months and claim is not None:
        return claimed, [claim, *evidence]
    beside = [e for e, value in near if value > 0]
    asked = requirement.years or 0.0
    if months < asked * 12 <= _months(beside, index):
        # Enough years, but in part in a neighbouring field: half (gold/GUIDE rule 22).
        evidence = [_entry_evidence(e, index, _months(beside, index) / 12) for e in beside[:3]]
        return max(months / 12, _SHORT * asked), evidence
    return months / 12, evidence


_SHORT = 0.75
"""Share of the years asked at which years in a neighbouring field count: more than half, and short of all."""


def _months(entries: Sequence[Entry], index: ResumeIndex) -> int:
    return _union([(e.first, min(e.last, index.resume.today + 1)) for e in entries])


_LEADS_ASKED = re.compile(
    r"\bsupervis(?:ory|ing)\b(?!\s+attorney)|\bmanaging\s+(?:an?\s+|the\s+)?(?:\w+\s+){0,3}(?:team|staff|people|office|store|shop|restaurant|department|employees|crew|branch)"
    r"|\b(?:managerial|leadership)\s+(?:experience|role|capacity|position)|(?<!\w\s)(?<![-/])\bmanagement\s+experience|\bpeople\s+management|\bteam\s+lead|\blead\s+teach",
    re.IGNORECASE,
)
_LEADS_HEAD = re.compile(
    r"\b(?:manager|supervisor|lead|leader|head|chief|director|foreman|forewoman|captain|principal|owner|superintendent|sous|charge|senior|sergeant)\b",
    re.IGNORECASE,
)
_LEADS_LINE = re.compile(
    r"\bsupervis(?:e|ed|ing)\b|\b(?:led|lead|manage[ds]?|managing|ran|run|oversee|oversaw|direct(?:ed)?|roster(?:ed)?|trained\s+and)\b[^.;]{0,30}"
    r"\b(?:team|staff|crew|people|employees|technicians|assistants|nurses|associates|officers|\d+)\b|\breport(?:s|ed|ing)?\s+to\s+me\b|\bmy\s+(?:team|crew|staff)\b|\bcrew\s+of\b|\bteam\s+of\b|\bstaff\s+of\b",
    re.IGNORECASE,
)


def _leads(index: ResumeIndex, entry: Entry) -> bool:
    """Whether the job is one of leading people, by its head or by what its lines tell."""
    text = index.document.text
    if _LEADS_HEAD.search(text[entry.head[0] : entry.head[1]]):
        return True
    return _LEADS_LINE.search(text[entry.head[1] : entry.end]) is not None


@dataclass(frozen=True, slots=True)
class _Field:
    """What the years are asked in: the words that name it, and its concept when the lexicon knows it."""

    words: tuple[Asked, ...]
    concept: str | None
    phrase: str = ""


def _alternatives(requirement: Requirement, index: ResumeIndex) -> list[_Field]:
    """One field for each alternative, one in all for "all"; empty when just years are asked."""
    if requirement.kind == "education":
        fields = [*_fields(requirement, index.lexicon)]
        if index.role and _OR_EXPERIENCE.search(requirement.text):
            fields.append(_Field(_field_words(index.role), None, index.role))  # years in the posting's own field
    elif requirement.mode == "any":
        fields = [_Field(_field_words(k.name), k.concept, k.name) for k in requirement.keywords]
    else:
        names = " ".join(k.name for k in requirement.keywords) or requirement.text
        concepts = [k.concept for k in requirement.keywords]
        fields = [_Field(_field_words(names), concepts[0] if len(concepts) == 1 else None, names)]
    named = [f for f in fields if f.words]
    if not named and index.role and asks_own_field(requirement):
        return [_Field(_field_words(index.role), None, index.role)]
    return named


def asks_own_field(requirement: Requirement) -> bool:
    """Whether years are asked in the posting's own field without naming it: "one year of specialized experience"."""
    return _OWN_FIELD.search(requirement.text) is not None


_OWN_FIELD = re.compile(
    r"\b(?:speciali[sz]ed|related|relevant|similar|comparable|progressively\s+responsible)\s+(?:\w+\s+)?(?:experience|role|position|capacity|work)\b"
    r"|\b(?:similar|related|relevant|same)\s+(?:field|role|position|industry)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=CLAUSES)
def _field_words(phrase: str) -> tuple[Asked, ...]:
    return tuple(w for w in asked_words(content_words(phrase)) if w.stem not in _FIELDLESS and not w.stem[0].isdigit())


_NEAR = 0.5
"""What a word counts that only shares a class with the word asked: a truck driver's years are no years in a tractor-trailer."""


def _nearness(entry: Entry, fields: Sequence[_Field], index: ResumeIndex) -> float:
    """1 when the job is of a field that is asked, 0.5 when it is of a neighbouring one or shows it in passing, else 0."""
    if not fields:
        return 1.0
    job = index.once(_job, entry)
    return max(_relates(job, field, index) for field in fields)


@dataclass(frozen=True, slots=True)
class _Lines:
    """Some passages of a resume, and their words all together."""

    items: tuple[Shown, ...]
    stems: frozenset[str]
    classes: frozenset[str]

    @classmethod
    def of(cls, items: Sequence[Shown]) -> _Lines:
        """The words of *items*."""
        stems, classes = (item.every_stem for item in items), (item.every_class for item in items)
        return cls(tuple(items), frozenset().union(*stems), frozenset().union(*classes))


@dataclass(frozen=True, slots=True)
class _Job:
    """A dated entry with its lines; the head is a part of them."""

    entry: Entry
    inside: _Lines
    head: _Lines


def _job(index: ResumeIndex, entry: Entry) -> _Job:
    inside = [item for item in index.shown if entry.start <= item.passage.start < entry.end]
    return _Job(entry, _Lines.of(inside), _Lines.of([i for i in inside if i.passage.start < entry.head[1]]))


def _relates(job: _Job, field: _Field, index: ResumeIndex) -> float:
    """A job counts when its head names the field that is asked, or one of its lines shows it; one more line never takes that away."""
    if field.concept is not None and _names_concept(job.entry, field.concept, index):
        return 1.0
    at_head = _cover_all(field.words, job.head)
    if at_head >= _AT_HEAD:
        return 1.0
    whole = _cover_all(field.words, job.inside)  # no line alone says more
    if whole >= _IN_LINE and any(_cover(field.words, item) >= _IN_LINE for item in job.inside.items):
        return 1.0
    asked = bag_of(field.phrase)
    if any(coverage(asked, item.bag) >= _LIKE_HEAD for item in job.head.items):
        return 1.0
    return 0.5 if whole >= 0.75 or at_head >= _BESIDE else 0.0


_AT_HEAD, _IN_LINE, _LIKE_HEAD = 0.55, 0.75, 0.8
"""Share of the field's words, by weight, that the head names, or one line, when a job is of the field; the last one by near words."""
_BESIDE = 0.4
"""Share of the field's words, by weight, that a job's head names when it is of a neighbouring field."""


def _names_concept(entry: Entry, concept: str, index: ResumeIndex) -> bool:
    """The concept stands in the job's head or in one of its lines; how many other lines there are makes no difference."""
    places = (index.shown[i].passage.start for i, _, _ in index.by_concept.get(concept, ()))
    return any(entry.start <= start < entry.end for start in places)


def _cover(field: tuple[Asked, ...], item: Shown) -> float:
    """The share of the field's words, by weight, that a passage says in the same or in near words."""
    return _covered(field, item.every_stem, item.every_class)


def _cover_all(field: tuple[Asked, ...], lines: _Lines) -> float:
    return _covered(field, lines.stems, lines.classes)


def _covered(field: tuple[Asked, ...], stems: frozenset[str], classes: frozenset[str]) -> float:
    total = found = 0.0
    for word in field:
        total += word.weight
        found += word.weight * (1.0 if word.stem in stems else _NEAR if not classes.isdisjoint(word.classes) else 0.0)
    return found / total if total else 0.0


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


_NUMBER_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
                 "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "eighteen": 18, "twenty": 20, "thirty": 30}  # fmt: skip
_CLAIM = re.compile(
    r"\b(?P<n>\d{1,2}|" + "|".join(_NUMBER_WORDS) + r")\s*\+?\s*(?:years?|yrs)\b(?!\s*(?:old|ago|of\s+age))",
    re.IGNORECASE,
)


def _claimed(field: tuple[Asked, ...], index: ResumeIndex) -> tuple[float, Evidence | None]:
    best: tuple[float, Evidence | None] = (0.0, None)
    for item, value in index.once(_claims):
        if value > best[0] and (not field or _cover(field, item) >= 0.5):
            best = (value, index.evidence(item, 0, len(item.words), method="quantity", score=1.0, note="as stated"))
    return best


def _claims(index: ResumeIndex) -> tuple[tuple[Shown, float], ...]:
    """The years that the resume claims in words, each with its line."""
    found = []
    for item in index.shown:
        if item.passage.label in ("summary", "experience", "contact", "other", "skills"):
            for m in _CLAIM.finditer(index.text_of(item)):
                value = float(_NUMBER_WORDS.get(m.group("n").lower(), 0) or m.group("n"))
                if value <= 45:
                    found.append((item, value))
    return tuple(found)


# --- degrees -------------------------------------------------------------------------------------------------


def degree_of(
    requirement: Requirement, index: ResumeIndex, found: Sequence[tuple[str, int, int]]
) -> tuple[float, Evidence | None]:
    """Credit 1, 0.5 or 0 for a degree of the level and field asked; *found* are the degrees of the resume's text.

    Right field one level below, or right level in a neighbouring field, is half (gold/GUIDE rules 10 and 24).
    """
    asked_rank = _LADDER.index(requirement.degree or "bachelor")
    fields = _fields(requirement, index.lexicon)
    best: tuple[float, Evidence | None] = (0.0, None)
    for level, start, end in found:
        item = next((s for s in index.shown if s.passage.start <= start < s.passage.end), None)
        if item is None or not item.words:
            continue
        closeness = max((_field_match(field, item, index) for field in fields), default=1.0)
        if closeness >= 0.5 and _LADDER.index(level) >= asked_rank and _RELATED_TOO.search(requirement.text):
            closeness = 1.0  # "or a related field"
        credit = _degree_credit(_LADDER.index(level), asked_rank, closeness, bool(fields))
        inside = [lv for w, lv in zip(item.words, item.levels, strict=True) if start <= w.start < end]
        done = index.once(_done, item.passage.start, item.passage.end)
        if any(lv in ("negated", "planned") for lv in inside) or done < _HALF_DONE:
            credit = 0.0
        elif done < 1 or any(lv == "learning" for lv in inside):
            credit = 0.5 if credit == 1 else 0.0  # half of a degree that would itself be half
        if credit > best[0]:
            evidence = index.evidence(item, 0, len(item.words), method="quantity", score=credit, note=level)
            best = (credit, evidence)
    if best[0] < 1 and _OR_EXPERIENCE.search(requirement.text) and not requirement.years:
        years, lines = years_of(requirement, index)
        credit = 1.0 if years >= 2 * _INSTEAD else 0.5 if years >= _INSTEAD else 0.0
        if credit > best[0] and lines:
            best = (credit, replace(lines[0], score=credit))
    return best


_HALF_DONE = 0.45
"""Share of a degree from which it counts as half done."""
_COUNT = {"half": 0.5, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_CREDITS = re.compile(
    r"\b(?P<done>\d{1,3}|[a-z]+)\s+(?:(?:credits?|units?|hours|semesters?)\s+)?of\s+(?:the\s+|an?\s+)?(?P<whole>\d{1,3}|[a-z]+)[\s-]+(?:credits?|units?|hours|semesters?|courses?|modules?|years?)\b",
    re.IGNORECASE,
)
_BARELY = re.compile(
    r"\b(?:one|a|single|first|1)\s+(?:semester|term|quarter)\b|\bfirst[- ]year\b|\bfirst\s+year\s+of\b|\bno\s+degree\b"
    r"|\b(?:some|a\s+few)\s+(?:courses|classes|credits|coursework)\b|\bdropped\s+out\b|\bcoursework\s+only\b|\badmitted\s+to\b",
    re.IGNORECASE,
)
_BEGUN = re.compile(
    r"\bhalf\s?way\b|\bunfinished\b|\bnot\s+(?:finished|completed)\b|\bincomplete\b|\bcredits?\s+toward", re.IGNORECASE
)
_SMALL = {name: float(i) for i, name in enumerate("zero one two three four five six seven eight nine ten".split())}


def _done(index: ResumeIndex, start: int, end: int) -> float:
    return _share_done(index.document.text[start:end])


def _share_done(line: str) -> float:
    """How much of a degree the line says is done, 0 to 1; 1 when it says nothing of it."""
    for m in _CREDITS.finditer(line):
        done, whole = (_number(m[name]) for name in ("done", "whole"))
        if done is not None and whole and done < whole:
            return done / whole
    if _BARELY.search(line):
        return 0.1
    return 0.5 if _BEGUN.search(line) else 1.0


def _number(text: str) -> float | None:
    return float(text) if text.isdigit() else _SMALL.get(text.lower(), _COUNT.get(text.lower()))


_OR_EXPERIENCE = re.compile(
    r"\b(?:or|though|but)\s+(?:an?\s+)?(?:the\s+)?(?:equivalent|comparable)\s+(?:\w+\s+)?(?:experience|combination)|\bor\s+(?:an?\s+)?equivalent\s+of",
    re.IGNORECASE,
)
_INSTEAD = 4.0
"""Years at work in the field that are half a degree to a reader of "or equivalent experience"; twice as many are one."""


def _degree_credit(shown: int, asked: int, closeness: float, in_a_field: bool) -> float:
    if shown >= asked:
        return 1.0 if closeness == 1 or asked <= 1 else closeness
    if shown == asked - 1:
        # Nearly everybody who is asked for a master's has a bachelor's: it is a step toward it in the same field only.
        near = closeness == 1 and in_a_field if asked > 3 else closeness >= 0.5
        return 0.5 if near and asked > 1 else 0.0
    return 0.0


def _field_match(field: _Field, item: Shown, index: ResumeIndex) -> float:
    """1 same field, 0.5 a neighbour (a shared word, or both under one broader field), 0 far."""
    specific = tuple(word for word in field.words if word.stem not in _GENERIC) or field.words
    shared = _cover(specific, item)
    named = any(word.stem in item.every_stem for word in specific)
    if named and shared >= 0.6 and _cover(field.words, item) >= 0.45:
        return 1.0
    names = {m.concept for m in item.passage.mentions if m.kind in ("field", "degree")}
    asked = {field.concept} if field.concept else set()
    if asked & {m.concept for m in item.passage.mentions if m.kind == "skill"}:
        return 1.0
    above_shown = {a for name in names for a in index.lexicon.ancestors(name)}
    if asked & above_shown:
        return 1.0
    above_asked = {a for name in asked for a in index.lexicon.ancestors(name)}
    kinds = {a for a in above_shown & above_asked if (c := index.lexicon.get(a)) and c.kind == "field"}
    return 0.5 if kinds or shared >= 0.3 else 0.0


_GENERIC = frozenset(
    stem(word)
    for word in "management administration technology technologies studies services development systems arts applied".split()
)
"""Words that fields far from one another share: hospitality management is no operations management."""
_NOT_FIELD = frozenset(
    stem(word)
    for word in """degree relevant recognised recognized appropriate suitable bachelor bachelor's master master's doctor doctorate associate diploma science art relate related field
    equivalent subject discipline accredited college university high school program programme level prefer preferred require
    required similar technical close hon honour honours good ged ba bs ms ma bsc msc phd mba area study studies education
    undergraduate graduate postgraduate""".split()
)


def _fields(requirement: Requirement, lexicon: Lexicon) -> tuple[_Field, ...]:
    return _fields_of(requirement.text, tuple([(k.name, k.concept) for k in requirement.keywords]), lexicon)


@lru_cache(maxsize=1_000)  # a batch asks again with each resume
def _fields_of(text: str, keywords: tuple[tuple[str, str | None], ...], lexicon: Lexicon) -> tuple[_Field, ...]:
    """The fields of study asked for, one for each alternative; a degree that names its field brings it ("BSN")."""
    result = []
    for name, concept in keywords:
        named = [w for w in words(name) if not w.is_stop and w.stem not in _NOT_FIELD]
        words_ = tuple(w for w in asked_words(named) if weight(w.stem) > 0.1)
        known = lexicon.get(concept) if concept else None
        if (known is not None and known.kind == "credential") or _CERTIFICATE.search(name):
            continue  # "a bachelor's degree or a paralegal certificate" asks no degree in paralegal certificates
        if known is not None and known.kind == "degree":
            above = [a for a in lexicon.ancestors(known.name) if (c := lexicon.get(a)) and c.kind == "field"]
            result += [_Field(_field_words(a), a) for a in above]
        elif words_:
            whole = words(_STUDY_OF.sub("", name))
            result.append(_Field(words_, concept or _field_named(whole, lexicon) or _field_named(named, lexicon)))
        elif re.search(r"\bsciences?\b(?!\s+degree)", name, re.IGNORECASE):
            result.append(_Field((), "science field"))
    return tuple(result or _fields_in_text(text, lexicon))


_STUDY_OF = re.compile(r"^.*?\b(?:degree|diploma|bachelor['’]?s|master['’]?s|doctorate)\s+in\s+", re.IGNORECASE)
_RELATED_TOO = re.compile(
    r"\b(?:related|similar|equivalent|adjacent|comparable|allied|cognate)\s+(?:\w+\s+)?(?:field|discipline|subject|area|degree|major|study)",
    re.IGNORECASE,
)
"""A posting that takes a neighbouring field as well."""
_CERTIFICATE = re.compile(r"\b(?:certificate|certification|licen[sc]e|apprenticeship)\b", re.IGNORECASE)
_IN_FIELD = re.compile(
    r"\b(?:degree|diploma|bachelor['’]?s|master['’]?s|associate['’]?s)\s+in\s+(?P<fields>[^.;()]+?)(?=\s+(?:from|or\s+one|is|are|preferred|required|with|at|plus)\b|[.;()]|$)",
    re.IGNORECASE,
)


def _fields_in_text(text: str, lexicon: Lexicon) -> list[_Field]:
    """The fields that stand in the clause and in none of its keywords: "degree in veterinary technology"."""
    found = _IN_FIELD.search(text)
    if found is None:
        return []
    result = []
    for part in re.split(r",|\bor\b|\band\b", found["fields"]):
        named = [w for w in words(part) if not w.is_stop and w.stem not in _NOT_FIELD]
        if words_ := tuple(w for w in asked_words(named) if weight(w.stem) > 0.1):
            whole = [w for w in words(part) if not w.is_stop]
            result.append(_Field(words_, _field_named(whole, lexicon) or _field_named(named, lexicon)))
    return result


def _field_named(named: Sequence[Word], lexicon: Lexicon) -> str | None:
    """The field of study in a degree's name, as the lexicon knows it: an MSW proves a "Master's degree in social work"."""
    names = (alias.concept for alias in lexicon.aliases.get(tuple(w.norm for w in named), ()))
    return next((name for name in names if lexicon.concepts[name].kind == "field"), None)
