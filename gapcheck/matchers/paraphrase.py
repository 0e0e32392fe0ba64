"""A matcher that finds a keyword said in other words: synonyms of its words, weighed by how much each word tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from gapcheck.doers import is_doer
from gapcheck.lexicon.relations import relations, weight
from gapcheck.matchers.credentials import names_a_credential
from gapcheck.matchers.index import CREDIT, NOTES, ResumeIndex, Shown, worst
from gapcheck.matchers.languages import asks_any_other
from gapcheck.matchers.places import APART, content_words, in_other_items, is_cased_name, is_own_title, others_count
from gapcheck.matchers.similarity import is_verb, word_weight
from gapcheck.types import Evidence, Keyword, Requirement
from gapcheck.words import Word

_RELATED = 0.85
"""How much a word counts that only shares a class with the word asked for."""
_RELATED_VERB = 0.7
_ALONE = 0.6
"""A single word said in other words ("vendors" for "suppliers"), or a phrase of which no word stands, is a trace."""
_PARTIAL = 0.5
_TRACE = 0.51
"""Most that a line is worth which says past work with none of its telling words."""
GENERIC = 0.42
"""Weight of a word below which it is in every trade: "job", "new", "system"."""
_SPREAD = 2
"""Content words that may stand between the words asked; wider apart they seldom belong together."""
_SCATTERED = 0.6
_NO_PERSON = 0.6
"""What a line counts that says all of a phrase but the person it ends in: "court" is no court reporter."""
_NOT_DONE = frozenset(("education", "interests", "languages", "conditions"))
"""Sections that tell what a person is or likes: their words in another sense say nothing of what the person did."""
NAMED = ("tool", "credential", "language", "education")
"""Kinds of requirements and of concepts for which other words do not stand."""


def duty(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> Evidence | None:
    """The keyword said in other words: synonyms of its words, weighed by how much each word tells."""
    asked = _asked(keyword.name)
    if not asked or _is_named(requirement, keyword, index):
        return None
    people = others_count(requirement, keyword.name)
    found = best_paraphrase(asked, index, people=people)
    if found is not None and requirement.kind == "experience" and not requirement.years:
        telling = frozenset(word.stem for word in content_words(keyword.name) if weight(word.stem) >= GENERIC)
        # of past work a word that is in every trade says nothing: "job evaluation" is not "posted jobs, held interviews"
        found = best_paraphrase(asked, index, telling, people=people) or replace(found, score=min(found.score, _TRACE))
    item = index.passage_of(found) if found is not None else None
    if item is None or is_own_title(requirement, keyword, item):
        return None
    return found if requirement.kind != "credential" or names_a_credential(item, keyword, requirement) else None


def _is_named(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> bool:
    """Whether the keyword is a tool, licence or degree that the lexicon knows: other words do not stand for it."""
    known = index.lexicon.get(keyword.concept) if keyword.concept else None
    if known is None:
        return asks_any_other(keyword.name)
    if is_cased_name(keyword, index):
        return True
    if requirement.kind == "credential" and known.kind == "skill":
        return False  # "dangerous goods training"
    if requirement.kind in NAMED:
        return known.kind != "tool" or known.name[:1].isupper()  # "hand tools" are no name
    whole = len(content_words(keyword.name)) <= len(content_words(known.name))  # no act around the name
    return whole and known.kind in NAMED and known.name[:1].isupper()


@dataclass(frozen=True, slots=True)
class Asked:
    """One content word of the posting's phrase."""

    stem: str
    classes: frozenset[str]
    weight: float
    verb: bool
    doer: bool
    """Whether it names a person by the work done."""


@lru_cache(maxsize=4_000)
def _asked(phrase: str) -> tuple[Asked, ...]:
    return asked_words(content_words(phrase))


def asked_words(found: Sequence[Word]) -> tuple[Asked, ...]:
    """The content words of a phrase with their classes; light verbs weigh next to nothing."""
    table = relations()
    stems = [word.stem for word in found]
    classes = table.classes(stems, "asked")
    return tuple(
        Asked(s, _of_person(c) if is_doer(w.text) else c, word_weight(w, table), is_verb(w, table), is_doer(w.text))
        for w, s, c in zip(found, stems, classes, strict=True)
    )


def _of_person(classes: frozenset[str]) -> frozenset[str]:
    """The classes of a word that names a person: to direct is to manage, it makes nobody a manager."""
    return frozenset(name for name in classes if name.startswith("noun"))


def best_paraphrase(
    asked: tuple[Asked, ...], index: ResumeIndex, needed: frozenset[str] | None = None, *, people: bool
) -> Evidence | None:
    """The passage that covers most of the asked words' weight, as evidence when it covers half or more.

    Passages without one of the stems *needed* are left out.

    A verb said in other words proves nothing without its object, and one related noun alone is a trace at most.
    *people*: a line that tells of others by their work counts too.
    """
    total = sum(word.weight for word in asked)
    places: dict[int, float] = {}
    things: dict[int, int] = {}
    for word in asked:
        for i, value in index.once(said_in, word.stem, word.classes):
            places[i] = places.get(i, 0.0) + value * word.weight
            things[i] = things.get(i, 0) + (value != _RELATED_VERB and not word.verb)
    likely = [
        (-value, i)
        for i, value in places.items()
        if value / total >= _PARTIAL and (needed is None or not needed.isdisjoint(index.shown[i].every_stem))
    ]
    best: Evidence | None = None
    for value, i in sorted(likely)[:8]:
        score, item = -value / total, index.shown[i]
        if len(asked) == 1 or not any(word.stem in item.every_stem for word in asked):
            score *= _ALONE
        if len(asked) > 1 and asked[-1].doer and not _says(asked[-1], item):
            score *= _NO_PERSON
        if score < _PARTIAL or not things[i] or (best and score <= best.score):
            continue
        if item.contact or item.passage.label in _NOT_DONE:
            continue
        where = [j for j, (s, c) in enumerate(zip(item.stems, item.classes, strict=True)) if _hits(s, c, asked)]
        if where and where[-1] in item.others and not people:
            continue  # the line tells what somebody else does
        level = worst([item.levels[j] for j in where])
        score *= CREDIT[level]
        if where and where[-1] - where[0] > _SPREAD + len(asked):
            score *= APART if in_other_items(item, where[0], where[-1] + 1, index) else _SCATTERED
        if where and score >= _PARTIAL * 0.75 and (best is None or score > best.score):
            best = index.evidence(
                item, where[0], where[-1] + 1, method="duty", score=score, note=NOTES.get(level, "in other words")
            )
    return best


def _says(word: Asked, item: Shown) -> bool:
    return word.stem in item.every_stem or any(not word.classes.isdisjoint(c) for c in item.classes)


def said_in(index: ResumeIndex, name: str, classes: frozenset[str]) -> tuple[tuple[int, float], ...]:
    """The passages that say a word, each with how far: in full, or a word of a class of it."""
    hits = dict.fromkeys(index.by_stem.get(name, ()), 1.0)
    for one in sorted(classes):
        value = _RELATED_VERB if one.startswith("verb") else _RELATED
        for i in index.by_class.get(one, ()):
            hits[i] = max(hits.get(i, 0.0), value)
    return tuple(hits.items())


def _hits(name: str, classes: frozenset[str], asked: tuple[Asked, ...]) -> bool:
    return any(name == word.stem or not classes.isdisjoint(word.classes) for word in asked)
