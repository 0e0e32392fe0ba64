"""A matcher that knows how resumes show what postings ask: "pm route" for "preventive maintenance" (lexicon/duties)."""

from __future__ import annotations

from functools import lru_cache
from typing import TypeAlias

from gapcheck.lexicon.duties import Duty, Phrase, duties_asked, place_of
from gapcheck.lexicon.relations import weight
from gapcheck.matchers.index import CREDIT, NOTES, ResumeIndex, Shown, worst
from gapcheck.matchers.paraphrase import NAMED
from gapcheck.matchers.places import content_stems, content_words, is_own_title
from gapcheck.types import Evidence, Keyword, Requirement
from gapcheck.words import words

SHOWN, HALF = 0.64, 0.5
"""Scores of a line that shows the whole of it, and a part: enough for the requirement, thin for the keyword itself,
whose own words are what a reader or a search looks for. Set on the development cases."""
_ONE_WORD = 0.55
"""Score of a line that says one word of the trade: "React" is a trace of software development, not all of it."""
_PRODUCTS = frozenset("software system platform tool program app database package suite".split())
_HALF_KINDS = ("skill", "experience")
"""Kinds of requirements that may ask a thing by its bare name."""
_PART = 0.45
"""Score of a line for one of several things that a phrase asks together: it may be another of them that it shows."""
_MOST = 0.6
"""Share of a keyword that the asking phrase must cover: "welding" asks for less than "stick welding"."""
_HELD = 0.5
"""Share of a keyword, by weight, that the words of the asking phrase hold where a background is asked."""
_SPREAD_OF_TWO = 3
"""Other words between the two of a phrase: a "work order" is not "work alone and decide my own order"."""
_NOT_DONE = frozenset(("interests", "conditions", "objective"))
_NOTHING = (None, None, None)

Said: TypeAlias = tuple[Shown, tuple[int, int], str]
"""A passage, a place in it, and how it is said there."""


def practice(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> Evidence | None:
    """A line that shows what the posting asks by an act, a document, a result or a word of the trade."""
    if requirement.kind == "credential" or (requirement.kind in NAMED and keyword.concept is not None):
        return None
    best: Evidence | None = None
    shown = HALF if _is_a_term(requirement, keyword) else SHOWN
    for duty, first, last in asked_in(requirement.text):
        a, b = requirement.start + first, requirement.start + last
        if keyword.end <= a or b <= keyword.start:
            continue
        said = index.once(_said_of, duty)
        if said == _NOTHING:  # nearly always
            continue
        if requirement.kind == "experience" and not _is_of(duty, keyword.name, requirement.text):
            continue
        whole = min(shown, _worth(requirement, keyword, a, b))
        for place, score in zip(said, _worths(whole, keyword, requirement), strict=True):
            if place is not None and (best is None or best.score < score):
                best = _line(place, score, index)
    item = index.passage_of(best) if best is not None else None
    if item is not None and (is_own_title(requirement, keyword, item) or _denies(item, keyword)):
        return None
    return best


def _denies(item: Shown, keyword: Keyword) -> bool:
    """Whether the line denies the thing itself beside what is like it: "an electric pallet jack (no forklift)"."""
    if "negated" not in item.levels:
        return False
    asked = content_stems(keyword.name)
    return any(level == "negated" and name in asked for name, level in zip(item.stems, item.levels, strict=True))


def _is_a_term(requirement: Requirement, keyword: Keyword) -> bool:
    """Whether the clause is no more than the name of a thing that the lexicon knows: other words show half of it at most.

    "IFRS" and "Chaos engineering" ask for the thing itself, "used to working at a SaaS company" says what is meant.
    """
    if keyword.concept is None or requirement.kind not in _HALF_KINDS:
        return False
    return len(content_words(requirement.text)) <= len(content_words(keyword.name))


def _worths(whole: float, keyword: Keyword, requirement: Requirement) -> tuple[float, float, float]:
    """What a line is worth that says a phrase of several words, of one, or one for half, where all of it is worth *whole*.

    A product's name shows the kind of tool asked in one word (gold/GUIDE rule 27).
    """
    one = HALF if requirement.kind == "soft_skill" else _ONE_WORD
    if content_words(keyword.name)[-1].norm in _PRODUCTS:
        one = whole
    return whole, min(whole, one), HALF


def _is_of(duty: Duty, name: str, clause: str) -> bool:
    """Whether a phrase that asks holds half of the keyword: "experience with policy administration" asks no office work."""
    said = {word.stem for word in words(clause)}
    weights = {s: weight(s) for s in content_stems(name)}
    shares = (sum(w for s, w in weights.items() if s in phrase) for phrase in duty.asked if said.issuperset(phrase))
    return max(shares, default=0.0) >= _HELD * sum(weights.values())


def _worth(requirement: Requirement, keyword: Keyword, start: int, end: int) -> float:
    """The most that a line is worth for the keyword when the phrase that asks stands from *start* to *end*."""
    if sum([k.start < end and start < k.end for k in requirement.keywords]) > 1:
        return _PART
    covered = min(keyword.end, end) - max(keyword.start, start)
    return SHOWN if covered >= _MOST * (keyword.end - keyword.start) else HALF


@lru_cache(maxsize=2_000)
def asked_in(clause: str) -> tuple[tuple[Duty, int, int], ...]:
    """The duties that a clause asks, each with the characters of the phrase that asks it."""
    found = [word for word in words(clause) if not word.is_stop]
    asked = duties_asked([word.stem for word in found])
    return tuple((duty, found[a].start, found[b - 1].end) for duty, (a, b) in asked)


def _line(said: Said, score: float, index: ResumeIndex) -> Evidence:
    """The line that says it, as evidence; a denied or limited one counts as little as it says."""
    item, place, level = said
    note = NOTES.get(level, "in other words")
    return index.evidence(item, *place, method="practice", score=score * CREDIT[level], note=note)


def _said_of(index: ResumeIndex, duty: Duty) -> tuple[Said | None, Said | None, Said | None]:
    """Where a phrase of several words, of one, and one for half of the duty are said best."""
    return _said_best(index, duty.shown), _said_best(index, duty.words), _said_best(index, duty.half)


def _is_scattered(phrase: Phrase, place: tuple[int, int], item: Shown, index: ResumeIndex) -> bool:
    """Whether two words stand too far apart to belong together; in a list they may: "drafted briefs, notices and letters"."""
    first, last = place
    if len(phrase) != 2 or last - first <= len(phrase) + _SPREAD_OF_TWO:
        return False
    return "," not in index.document.text[item.words[first].end : item.words[last - 1].start]


def _said_best(index: ResumeIndex, phrases: tuple[Phrase, ...]) -> Said | None:
    """Where one of *phrases* is said, denied or limited least."""
    best: Said | None = None
    credit = 0.0
    for phrase in phrases:
        if not all(map(index.by_stem.__contains__, phrase)):  # nearly always: that comes first
            continue
        groups = [index.by_stem[name] for name in phrase]
        for i in min(groups, key=len):
            item = index.shown[i]
            if item.contact or item.passage.label in _NOT_DONE or not all(i in group for group in groups):
                continue
            place = place_of(phrase, item.stems)
            if place is None or _is_scattered(phrase, place, item, index):
                continue
            level = worst(item.levels[place[0] : place[1]])
            if CREDIT[level] > credit:
                best, credit = (item, place, level), CREDIT[level]
    return best
