"""A matcher that knows how resumes show what postings ask: "pm route" for "preventive maintenance" (lexicon/duties)."""

from __future__ import annotations

from functools import lru_cache

from gapcheck.lexicon.duties import Duty, Phrase, duties_asked, place_of
from gapcheck.matchers.index import CREDIT, NOTES, ResumeIndex, Shown, worst
from gapcheck.matchers.paraphrase import NAMED
from gapcheck.matchers.places import is_own_title
from gapcheck.types import Evidence, Keyword, Requirement
from gapcheck.words import words

SHOWN, HALF = 0.64, 0.5
"""Scores of a line that shows the whole of it, and a part: enough for the requirement, thin for the keyword itself,
whose own words are what a reader or a search looks for. Set on the development cases."""
_HALF_KINDS = ("skill", "experience")
"""A thing that the lexicon knows by name is shown in other words by half at most, as anywhere."""
_PART = 0.45
"""Score of a line for one of several things that a phrase asks together: it may be another of them that it shows."""
_MOST = 0.6
"""Share of a keyword that the asking phrase must cover: "welding" asks for less than "stick welding"."""
_NOT_DONE = frozenset(("interests", "conditions", "objective"))


def practice(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> Evidence | None:
    """A line that shows what the posting asks by an act, a document, a result or a word of the trade."""
    if requirement.kind in NAMED and keyword.concept is not None:
        return None
    best: Evidence | None = None
    shown = HALF if keyword.concept is not None and requirement.kind in _HALF_KINDS else SHOWN
    for duty, first, last in asked_in(requirement.text):
        a, b = requirement.start + first, requirement.start + last
        if keyword.end <= a or b <= keyword.start:
            continue
        whole = min(shown, _worth(requirement, keyword, a, b))
        for phrases, score in ((duty.shown, whole), (duty.half, HALF)):
            if best is None or best.score < score:
                best = _line(phrases, score, index) or best
    item = index.passage_of(best) if best is not None else None
    return None if item is not None and is_own_title(requirement, keyword, item) else best


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


def _line(phrases: tuple[Phrase, ...], score: float, index: ResumeIndex) -> Evidence | None:
    """The line that says one of *phrases* best; a denied or limited one counts as little as it says."""
    said = index.once(_said_best, phrases)
    if said is None:
        return None
    item, place, level = said
    note = NOTES.get(level, "in other words")
    return index.evidence(item, *place, method="practice", score=score * CREDIT[level], note=note)


def _said_best(index: ResumeIndex, phrases: tuple[Phrase, ...]) -> tuple[Shown, tuple[int, int], str] | None:
    """Where one of *phrases* is said, denied or limited least: the passage, the place in it, and how."""
    best: tuple[Shown, tuple[int, int], str] | None = None
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
            if place is None:
                continue
            level = worst(item.levels[place[0] : place[1]])
            if CREDIT[level] > credit:
                best, credit = (item, place, level), CREDIT[level]
    return best
