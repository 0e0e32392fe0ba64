"""Matchers that find a keyword in the resume by its words: same words, other forms, known names, slips of the pen."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

from gapcheck.lexicon import Concept
from gapcheck.lexicon.relations import is_common
from gapcheck.matchers.acronyms import is_other_sense
from gapcheck.matchers.holding import State
from gapcheck.matchers.index import CREDIT, NOTES, SLIP_FROM, ResumeIndex, Shown
from gapcheck.matchers.licences import held, other_grade, state_at
from gapcheck.matchers.places import (
    APART,
    content_stems,
    content_words,
    first_with_all,
    in_other_items,
    is_another,
    is_own_title,
    level_of,
    names_others,
    other_senses,
    passages_with_all,
    shortest_run,
    words_between,
)
from gapcheck.types import Evidence, Keyword, Requirement
from gapcheck.words import words


def concept(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> Evidence | None:
    """The lexicon's concept under any of its names, or one that proves it (PostgreSQL proves SQL)."""
    if keyword.concept is None:
        return None
    best: Evidence | None = None
    known = index.lexicon.get(keyword.concept)
    place = known is not None and known.kind == "degree" and requirement.kind in ("experience", "duty")
    for i, mention, steps in index.by_concept.get(keyword.concept, ()):
        if known is not None and is_other_sense(mention.text, known, index.acronyms):
            continue
        item = index.shown[i]
        span = words_between(item, mention.start, mention.end)
        if place and (steps or item.passage.label != "experience"):
            continue  # to work in a secondary school is no degree
        if (
            span is None
            or is_own_title(requirement, keyword, item)
            or names_others(requirement, keyword, item, span[1])
        ):
            continue
        level = level_of(item, *span)
        same = " ".join(mention.text.lower().split()) == keyword.name.lower()
        method = "hierarchy" if steps else ("exact" if same else "alias")
        note = NOTES.get(level, "") or (f"{mention.concept} shows {keyword.concept}" if steps else "")
        score = held(requirement, level, index.text_of(item), _state(requirement, item, span, index)) * (
            1.0 if steps == 0 else 0.95 - 0.05 * steps
        )
        if score > (best.score if best else 0.0):
            best = index.evidence(item, *span, method=method, score=score, note=note)
            if score == 1.0:
                break  # the earlier line of equal ones is shown
    return best


def _state(requirement: Requirement, item: Shown, window: tuple[int, int], index: ResumeIndex) -> State:
    return state_at(item, window, index) if requirement.kind == "credential" else ""


def alias(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> Evidence | None:
    """Another name of the keyword's concept, two words or more, in any inflection: "reconciled the bank accounts"."""
    concept_ = index.lexicon.get(keyword.concept) if keyword.concept else None
    if concept_ is None:
        return None
    best: Evidence | None = None
    for item, window in index.once(_other_names, concept_.name):
        if names_others(requirement, keyword, item, window[1]):
            continue
        level = level_of(item, *window)
        score = 0.95 * held(requirement, level, index.text_of(item), _state(requirement, item, window, index))
        if score > (best.score if best else 0.0):
            best = index.evidence(item, *window, method="alias", score=score, note=NOTES.get(level, ""))
    return best


def _other_names(index: ResumeIndex, concept_name: str) -> tuple[tuple[Shown, tuple[int, int]], ...]:
    """Where the resume says a name of the concept in two words or more, in any inflection."""
    known = index.lexicon.concepts[concept_name]
    room = 0 if known.kind in ("credential", "degree") else 2  # "licensed practical nurse" is no nurse license
    found = []
    for name in _long_names(known.name, known.aliases):
        for i in passages_with_all(name, index):
            item = index.shown[i]
            window = shortest_run(item, name)
            if window is None or window[1] - window[0] > len(name) + room:
                continue
            if not room and item.stems[window[0] : window[1]] != name:
                continue  # a "paralegal certificate" makes no "certified paralegal"
            found.append((item, window))
    return tuple(found)


@lru_cache(maxsize=4_000)
def _long_names(name: str, aliases: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The stems of a concept's names that have two content words or more; marked ones are for the gazetteer alone."""
    plain = [name, *(alias for alias in aliases if alias[0] not in "=~")]
    stems = (tuple(word.stem for word in words(text) if not word.is_stop) for text in plain)
    return tuple(dict.fromkeys(s for s in stems if len(set(s)) > 1))


def stem(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> Evidence | None:
    """All words of the keyword in one passage, in any inflection and near one another."""
    asked = content_stems(keyword.name)
    cased = _needs_case(requirement, keyword)
    if not asked or (other_senses(keyword, index) is not None and requirement.kind != "language"):
        return None
    best: Evidence | None = None
    for i in passages_with_all(asked, index):
        item = index.shown[i]
        window = shortest_run(item, asked)
        if (
            window is None
            or is_another(item, window, keyword, index)
            or is_own_title(requirement, keyword, item)
            or names_others(requirement, keyword, item, window[1])
            or (requirement.kind == "credential" and other_grade(keyword.name, index.text_of(item)))
            or (cased and all(word.text.rstrip("s") != keyword.name.rstrip("s") for word in item.words))
        ):
            continue
        level = level_of(item, *window)
        near = 1.0 if requirement.kind == "credential" else _nearness(item, window, len(asked), index)
        score = held(requirement, level, index.text_of(item), _state(requirement, item, window, index)) * near
        if score > (best.score if best else 0.0):
            exact = keyword.name.lower() in index.text_of(item).lower()
            best = index.evidence(
                item, *window, method="exact" if exact else "stem", score=score, note=NOTES.get(level, "")
            )
    return best


def _nearness(item: Shown, window: tuple[int, int], asked: int, index: ResumeIndex) -> float:
    """How far the words at *window* stand together as the *asked* ones do (0 to 1)."""
    spread = window[1] - window[0] - asked
    if spread <= 2:
        return 1.0
    return APART if in_other_items(item, *window, index) else 0.9 if spread <= 6 else 0.8


_ANY_SENSE = 0.7
_SENSE_SURE = 0.9


def asked_sense(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> Evidence | None:
    """A name with other senses where the posting has told which it means: "tied out in Concur" for "Concur or similar".

    The name of a product counts in its own case, at the head of a line only where a name would stand ("Toast, Clover").
    """
    meant = other_senses(keyword, index)
    if meant is None or meant.kind not in ("tool", "skill", "credential"):
        return None
    best: Evidence | None = None
    for written in dict.fromkeys((meant.name, *meant.aliases)):
        name = written.lstrip("=~")
        cased = "=" in written[: len(written) - len(name)]
        asked = content_stems(name)
        for i in passages_with_all(asked, index):
            item = index.shown[i]
            window = shortest_run(item, asked)
            if window is None or window[1] - window[0] != len(asked) or is_another(item, window, keyword, index):
                continue
            if names_others(requirement, keyword, item, window[1]) or not in_sense(item, window, meant, index):
                continue
            if cased and name not in index.text_of(item):
                continue  # "lean meat", asked for Lean
            level = level_of(item, *window)
            credit = _ANY_SENSE if meant.kind == "skill" else _SENSE_SURE
            score = credit * held(requirement, level, index.text_of(item), _state(requirement, item, window, index))
            if score > (best.score if best else 0.0):
                best = index.evidence(item, *window, method="exact", score=score, note=NOTES.get(level, ""))
    return best


def in_sense(item: Shown, window: tuple[int, int], meant: Concept, index: ResumeIndex, short: str = "") -> bool:
    """Whether the words at *window* may be the name meant: by case, place in the line and what it never stands beside.

    Args:
        item: the passage.
        window: the words of `item.words`, the last one excluded.
        meant: the concept.
        index: the resume.
        short: a shorter name of it than those that the lexicon has.
    """
    written, line = item.words[window[0]], item.passage.words
    if window[1] - window[0] == 1 and meant.kind != "skill" and not _is_name(written.text, meant, short):
        return False  # "The Rusty Anchor"
    first = next(k for k, word in enumerate(line) if word.start == written.start)
    last = first + window[1] - window[0]
    if meant.guard.barred(line=tuple(word.norm for word in line), first=first, last=last):
        return False
    if meant.kind == "skill":
        return True
    text = index.document.text
    if not written.text[:1].isupper():
        return False
    heads = first == 0 or text[line[first - 1].end : written.start].strip().endswith((".", "!", "?"))
    return not heads or last == len(line) or bool(_AS_NAME.match(text, line[last - 1].end))


def _is_name(text: str, meant: Concept, short: str) -> bool:
    """Whether a word is one of the names, and no other form of one."""
    names = (name.lstrip("=~").lower() for name in (meant.name, *meant.aliases, short) if name)
    return any(text.lower() in (name, f"{name}s", f"{name}'s", f"{name}’s") for name in names)


# What follows a name at the head of a line: a comma, a colon, "for", another name.
_AS_NAME = re.compile(
    r"\s*[,:;/(|–-]|\s+(?:for|and|or|&)\s+(?:[A-Z0-9]|\w+s\b)|\s+(?:since|daily|every|all\s+day|for\s+(?:the|all|my|our|an?))\b"
)


def _needs_case(requirement: Requirement, keyword: Keyword) -> bool:
    """A product's one-word name ("Front") and an acronym ("JAWS") count in their own case only."""
    name = keyword.name
    if " " in name or "-" in name:
        return False
    return (requirement.kind in ("tool", "language", "credential") and name[:1].isupper()) or (
        name.isupper() and 2 <= len(name) <= 5
    )


def acronym(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> Evidence | None:
    """An acronym against its long form, either way, when one of the two documents defines it."""
    if not index.acronyms:
        return None
    name = "".join(c for c in keyword.name.lower() if c.isalnum())
    long_form = index.acronyms.get(name) or index.acronyms.get(name.rstrip("s"))
    if long_form:
        return first_with_all(long_form, index, "alias", as_written=requirement.kind == "credential")
    asked = content_stems(keyword.name)
    short = next((short for short, stems in index.acronyms.items() if stems == asked), None)
    return first_with_all((short,), index, "alias") if short is not None else None


def typo(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> Evidence | None:
    """A slip of the pen in a long word; never between two known names ("Java" and "JavaScript"), never in digits."""
    asked = content_words(keyword.name)
    if len(asked) != 1 or len(asked[0].norm) <= SLIP_FROM or any(c.isdigit() for c in asked[0].norm):
        return None
    target = asked[0].norm
    allowed = 2 if len(target) >= 10 else 1
    distance = _distance()
    for place, i in index.by_letter.get(target[0], ()):
        item = index.shown[place]
        name = item.words[i].norm
        # what is near by its letters is rare: the look-ups come last
        if (
            abs(len(name) - len(target)) <= allowed
            and distance(name, target, score_cutoff=allowed) <= allowed
            and item.stems[i] != asked[0].stem
            and (name,) not in index.lexicon.aliases
            and not is_common(item.stems[i])
        ):
            credit = CREDIT[item.levels[i]]
            if credit:
                return index.evidence(item, i, i + 1, method="typo", score=0.9 * credit, note="spelled differently")
    return None


@cache
def _distance() -> Callable[..., int]:
    from rapidfuzz.distance import DamerauLevenshtein

    return DamerauLevenshtein.distance
