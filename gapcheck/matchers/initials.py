"""A matcher for names and their initials that neither document spells out: the NWS and the National Weather Service."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from gapcheck.matchers.index import NOTES, ResumeIndex
from gapcheck.matchers.licences import held, state_at
from gapcheck.matchers.places import level_of
from gapcheck.types import Evidence, Keyword, Requirement
from gapcheck.words import Word, words

_FEWEST = 3
"""Letters below which initials are those of too many things: OT, PE, MI."""
_SCORE = 0.9
_NOT_DONE = ("contact", "interests")


def initials(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> Evidence | None:
    """The initials of a name asked, or the name in capitals whose initials are asked.

    Letters that the lexicon knows as another thing are none: CAM is no customer account manager.
    """
    if requirement.kind == "soft_skill":
        return None
    begin, end = keyword.start - requirement.start, keyword.end - requirement.start
    best: Evidence | None = None
    for letters in _of_names(requirement.text, begin, end):
        if not _is_another(letters, keyword, index):
            best = _better(best, _found(index.once(_acronyms).get(letters, ()), requirement, index))
    asked = keyword.name.rstrip("s")
    if asked.isalpha() and asked.isupper() and len(asked) >= _FEWEST:
        best = _better(best, _found(index.once(_spelled).get(asked, ()), requirement, index))
    return best


def _better(one: Evidence | None, other: Evidence | None) -> Evidence | None:
    if one is None or other is None:
        return one or other
    return one if one.score >= other.score else other


Place = tuple[int, int, int]
"""A passage of the index, and the first and behind the last of its telling words."""


def _found(places: Sequence[Place], requirement: Requirement, index: ResumeIndex) -> Evidence | None:
    best: Evidence | None = None
    for i, first, last in places:
        item = index.shown[i]
        level = level_of(item, first, last)
        score = _SCORE * held(requirement, level, index.text_of(item), state_at(item, (first, last), index))
        if score > (best.score if best else 0.0):
            best = index.evidence(item, first, last, method="alias", score=score, note=NOTES.get(level, "by initials"))
    return best


def _is_another(letters: str, keyword: Keyword, index: ResumeIndex) -> bool:
    """Whether the lexicon knows the letters, and as something else than what is asked."""
    known = index.lexicon.aliases.get((letters.lower(),))
    return known is not None and all(alias.concept != keyword.concept for alias in known)


def _acronyms(index: ResumeIndex) -> Mapping[str, tuple[Place, ...]]:
    """Each acronym of the resume with where it stands: "MCA", "iNO"; headings in capitals have none."""
    found: dict[str, list[Place]] = {}
    for i, item in enumerate(index.shown):
        text = index.text_of(item)
        if item.contact or item.passage.label in _NOT_DONE or text.isupper():
            continue
        for j, word in enumerate(item.words):
            name = word.text.rstrip("s")
            if len(name) >= _FEWEST and name.isalpha() and name[1:].isupper():
                found.setdefault(name.upper(), []).append((i, j, j + 1))
    return {name: tuple(places) for name, places in found.items()}


def _spelled(index: ResumeIndex) -> Mapping[str, tuple[Place, ...]]:
    """The initials of each name in capitals with where it stands: "Fellow of the American Association"."""
    found: dict[str, list[Place]] = {}
    for i, item in enumerate(index.shown):
        text = index.text_of(item)
        if item.contact or item.passage.label in _NOT_DONE or text.isupper():
            continue
        for start, end in _runs(text):
            inside = [j for j, w in enumerate(item.words) if start <= w.start - item.passage.start < end]
            for letters in _letters(words(text[start:end])):
                if inside:
                    found.setdefault(letters, []).append((i, inside[0], inside[-1] + 1))
    return {name: tuple(places) for name, places in found.items()}


# Words with capitals, and the small ones between them: "Chicago Manual of Style".
_RUN = re.compile(r"[A-Z][a-z]+(?:[ -](?:(?:of|the|for|and|in|to)\s){0,2}[A-Z][a-z]+)+")


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Where the names stand, each also without its first word: "Knowledge of the Mental Capacity Act"."""
    for run in _RUN.finditer(text):
        found = [word for word in words(run.group()) if not word.is_stop]
        for first in found[:2]:
            yield run.start() + first.start, run.end()


@lru_cache(maxsize=4_000)
def _of_names(clause: str, begin: int, end: int) -> tuple[str, ...]:
    """The initials of the keyword at *begin* to *end* of the clause, and of names in capitals of which it holds a part."""
    names = [words(clause[begin:end])]
    names += [words(clause[a:b]) for a, b in _runs(clause) if a < end and begin < b]
    return tuple(dict.fromkeys(letters for name in names for letters in _letters(name)))


def _letters(name: Sequence[Word]) -> Iterator[str]:
    """The initials of a name, with and without those of its small words."""
    for kept in (name, [word for word in name if not word.is_stop]):
        if len(kept) >= _FEWEST and all(word.text[0].isalpha() for word in kept):
            yield "".join(word.text[0].upper() for word in kept)
