"""What years are asked in: an act or a trade, and the place of work where it was done.

"Three years of purchasing in a utility or construction setting" asks one act in one of two settings: a job that shows
the act elsewhere is a neighbouring one, and a job in the setting without the act is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from gapcheck.lexicon.relations import weight
from gapcheck.lexicon.sectors import sectors_asked
from gapcheck.lexicon.trades import trades_asked
from gapcheck.matchers.index import Shown
from gapcheck.matchers.paraphrase import Asked, asked_words
from gapcheck.matchers.places import content_words
from gapcheck.matchers.similarity import CLAUSES
from gapcheck.types import Requirement
from gapcheck.words import stem

# What years are asked in when they are asked in anything.
_FIELDLESS = frozenset(
    stem(word)
    for word in """experience experienced profession professional relation related work working couple special specialized grade
    gs lower next last within level vast verified verifiable progressive relevant paid employment job full time solid proven hand
    year relevant field industry similar role position prior previous least minimum month plus years' or more equivalent total
    combined overall direct documented recent one two three four five six seven eight nine ten twelve""".split()
)
# What leading people is asked by: no field, but a way of working in any.
_LEADING = frozenset(
    stem(word)
    for word in """lead leader leadership leading supervise supervision supervisor supervisory supervising manage management manager
    managerial managing capacity role position team people staff above assistant""".split()
)
LEADS_ASKED = re.compile(
    r"\bsupervis(?:ory|ing)\b(?!\s+attorney)|\bmanaging\s+(?:an?\s+|the\s+)?(?:\w+\s+){0,3}(?:team|staff|people|office|store|shop|restaurant|department|employees|crew|branch)"
    r"|\b(?:managerial|leadership)\s+(?:experience|role|capacity|position)|(?<!\w\s)(?<![-/])\bmanagement\s+experience|\bpeople\s+management|\bteam\s+lead|\blead\s+teach"
    r"|\bas\s+an?\s+(?:team\s+)?(?:lead|leader|supervisor|manager)(?:\s+(?:or|and)\s+\w+(?:\s+\w+)?)?(?:\s+(?:in|at)\b|[\s.]*$)|\bin\s+an?\s+(?:lead|leading|management)\b",
    re.IGNORECASE,
)
"""A posting that asks for years of leading people."""
LEADS_HEAD = re.compile(
    r"\b(?:manager|supervisor|lead|leader|head|chief|director|foreman|forewoman|captain|principal|owner|superintendent|sous|charge|senior|sergeant|leading\s+hand|charge\s?hand|chargehand|ganger|foreperson|shift\s+leader|headteacher|matron|maître|maitre)\b",
    re.IGNORECASE,
)
LEADS_LINE = re.compile(
    r"\bsupervis(?:e|ed|ing)\b|\b(?:led|lead|manage[ds]?|managing|ran|run|oversee|oversaw|direct(?:ed)?|roster(?:ed)?|trained\s+and)\b[^.;]{0,30}"
    r"\b(?:team|staff|crew|people|employees|technicians|assistants|nurses|associates|officers|\d+)\b|\b(?:in\s+charge\s+of|second\s+in\s+charge\s+of|responsible\s+for|answer(?:s|ed|ing)?\s+for|looked?\s+after)\s+(?:an?\s+|the\s+|\w+\s+)?(?:\w+\s+)?(?:team|staff|crews?|people|reps|cooks|chefs|employees|technicians|assistants|nurses|associates|officers|operators|drivers|workers|labou?rers|receptionists|porters|carers|volunteers|apprentices|clerks|agents|brigade)\b|\bunder\s+me\b|\bbrigade\s+of\b|\breport(?:s|ed|ing)?\s+to\s+me\b|\bmy\s+(?:team|crew|staff)\b|\bcrew\s+of\b|\bteam\s+of\b|\bstaff\s+of\b",
    re.IGNORECASE,
)
"""What the head of a job says, and what a line of it tells, when people were led in it."""
_OWN_FIELD = re.compile(
    r"\b(?:speciali[sz]ed|related|relevant|similar|comparable|progressively\s+responsible)\s+(?:\w+\s+)?(?:experience|role|position|capacity|work)\b"
    r"|\b(?:similar|related|relevant|same)\s+(?:field|role|position|industry)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Field:
    """What the years are asked in: the words that name it, and its concept when the lexicon knows it."""

    words: tuple[Asked, ...]
    concept: str | None
    phrase: str = ""
    sectors: frozenset[str] = frozenset()
    """The kinds of employers that the words themselves ask: "three years in security"."""
    places: frozenset[str] = frozenset()
    """The kinds of employers at which the act was done; of none, it may be anywhere."""
    places_named: frozenset[str] = frozenset()
    """The concepts of the lexicon that stand in the name of the place."""
    leads: bool = False
    """Whether people are to be led in it."""
    studies: frozenset[int] = frozenset()
    """The fields of study that it names, by their numbers in `lexicon/studies.txt`."""
    trades: frozenset[str] = frozenset()
    """The trades that it names, by `lexicon/trades.tsv`."""
    name: tuple[Asked, ...] = ()
    """Every word of a name of several that the lexicon knows: a line of a job shows it with all of them."""


def asks_own_field(requirement: Requirement) -> bool:
    """Whether years are asked in the posting's own field without naming it: "one year of specialized experience"."""
    return _OWN_FIELD.search(requirement.text) is not None


_ASIDE = re.compile(
    r"\s*\((?:mid|senior|junior|entry|lead|full|part|remote|hybrid|[mfwd]/|all|temporary|permanent|contract|level|\d)[^()]*\)",
    re.IGNORECASE,
)


@lru_cache(maxsize=CLAUSES)
def field_words(phrase: str) -> tuple[Asked, ...]:
    """The words of a phrase that name a field; what stands in parentheses tells the grade: "Data Engineer (mid-level)"."""
    if phrase.lower() in _NAMES_ONLY:
        return ()
    return tuple(
        w
        for w in asked_words(content_words(_ASIDE.sub("", phrase) or phrase))
        if w.stem not in _FIELDLESS and not w.stem[0].isdigit()
    )


_NAMES_ONLY = frozenset(("corrections", "probation"))
"""Fields that their sector's name tells and their words do not: who corrects drawings works in no prison."""


@lru_cache(maxsize=CLAUSES)
def _name(phrase: str) -> tuple[Asked, ...]:
    """The words of a known name of several: "special education" is not education, nor "supported living" whatever lives."""
    found = asked_words(content_words(phrase))
    return tuple(replace(w, weight=max(w.weight, weight(w.stem))) for w in found) if len(found) > 1 else ()


@lru_cache(maxsize=4_000)
def act_root(name: str) -> str:
    """The stem that an act shares with the person named by it: "welder" and "welding", "planner" and "planning"."""
    if len(name) > _LONG and name.endswith(("er", "or")):
        name = name[:-2]
        name = name[:-1] if name[-1] == name[-2] and name[-1] not in "lsz" else name
    return name.removesuffix("e")


_LONG = 5
"""Letters of a stem from which an ending is one: "water" is no person."""


def fields_in(requirement: Requirement) -> list[Field]:
    """One field for each alternative, one in all for "all"; empty when just years are asked."""
    text, start = requirement.text, requirement.start
    act_end, place = _setting(text)
    places = sectors_asked(place) if place else frozenset()
    keywords = [k for k in requirement.keywords if not places or k.start - start < act_end]
    keywords = [k for k in keywords if k.name.lower() not in _HOW] or keywords
    leads = LEADS_ASKED.search(text) is not None
    there = frozenset(k.concept for k in requirement.keywords if places and k.concept and k.start - start >= act_end)

    def at(phrase: str, concept: str | None) -> Field:
        return replace(_field(phrase, concept, leads), places=places, places_named=there, leads=leads)

    if places and not keywords:
        return [at(_ANY_ACT.sub(" ", _YEARS.sub(" ", text[:act_end])), None)]
    if requirement.mode == "any":
        acts = [k for k in keywords if k.start - start < _first_place(text)]
        beside = [k for k in keywords if k not in acts]
        if acts and all(sectors_asked(k.name) for k in beside):
            keywords = (
                acts  # "servicing equipment in the field or in a hospital": the hospital is no alternative to the act
            )
        return [at(k.name, k.concept) for k in keywords]
    names = " ".join(k.name for k in keywords) or text
    return [at(names, keywords[0].concept if len(keywords) == 1 else None)]


_HOW = frozenset(
    (
        "in-house",
        "in house",
        "agency",
        "an agency",
        "freelance",
        "remote",
        "full-time",
        "part-time",
        "on-site",
        "client-side",
    )
)
"""How somebody was employed: no field, and no alternative to one."""


def _field(phrase: str, concept: str | None, leads: bool) -> Field:
    """A field; where people are led, the words for that are no part of it."""
    found = field_words(phrase)
    if leads and all(word.stem in _LEADING for word in found):
        return Field((), None, phrase)
    return Field(
        found,
        concept,
        phrase,
        sectors_asked(phrase),
        trades=trades_asked(phrase),
        name=_name(phrase) if concept is not None else (),
    )


# What every act in a place of care is: it names none.
_ANY_ACT = re.compile(
    r"\b(?:clinical|post[- ](?:registration|qualif\w+)|qualified|hands-on|practice|practical|operational?)\b",
    re.IGNORECASE,
)
_YEARS = re.compile(r"^.*?\b(?:years?|yrs?|months?)['’]?\s+(?:or\s+more\s+)?(?:of\s+)?", re.IGNORECASE | re.DOTALL)
_PLACE = re.compile(r"\b(?:in|at|within|inside|for)\s+(?:an?|the|another)\s+", re.IGNORECASE)
_NO_PLACE = re.compile(r"\b(?:role|capacity|position|field|area|discipline)s?\b|\bor\s*$", re.IGNORECASE)


@lru_cache(maxsize=CLAUSES)
def _setting(text: str) -> tuple[int, str]:
    """Where the act ends, and the name of the place that stands behind it; the whole text and "" without one.

    >>> _setting("Four years of clerical experience in a court or law office")
    (33, 'court or law office')
    """
    cuts = list(_PLACE.finditer(text))
    for n, cut in enumerate(cuts):
        end = cuts[n + 1].start() if n + 1 < len(cuts) else len(text)
        place = re.split(r"[.;(]|\bof\s+\d|\bor\s+(?:yourself|similar|other)\b", text[cut.end() : end])[0].strip(" ,")
        if (
            place
            and not _NO_PLACE.search(place)
            and not text[: cut.start()].rstrip().endswith(" or")
            and sectors_asked(place)
        ):
            return cut.start(), place
    return len(text), ""


def _first_place(text: str) -> int:
    cut = _PLACE.search(text)
    return cut.start() if cut else len(text)


def named(fields: Sequence[Field]) -> list[Field]:
    """The fields that say anything."""
    return [f for f in fields if f.words or f.places or f.sectors]


_NEAR = 0.5
"""What a word counts that only shares a class with the word asked: a truck driver's years are no years in a tractor-trailer."""


def cover(field: tuple[Asked, ...], item: Shown) -> float:
    """The share of the field's words, by weight, that a passage says in the same or in near words."""
    return covered(field, item.every_stem, item.every_class)


def covered(field: tuple[Asked, ...], stems: frozenset[str], classes: frozenset[str]) -> float:
    """The same share against the stems and classes of one line or of several; an act counts in any form of its word."""
    total = found = 0.0
    roots = frozenset(map(act_root, stems)) if any(act_root(word.stem) not in stems for word in field) else stems
    for word in field:
        total += word.weight
        same = word.stem in stems or act_root(word.stem) in roots
        found += word.weight * (1.0 if same else _NEAR if not classes.isdisjoint(word.classes) else 0.0)
    return found / total if total else 0.0
