"""A second look at years: a job that does most of what the posting asks for is a job in its field, whatever its title,
and of years "of them" only those count that were spent in the field named before.

"Lead service tech, 2011 to 2019" under a firm for heating and air names no HVAC; its lines do the posting's duties. Only
years asked in the posting's own field are looked at again, and only upward: more lines in a job never take one away.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from gapcheck.lexicon.relations import weight
from gapcheck.matchers.fields import asks_own_field, fields_in, named
from gapcheck.matchers.index import ResumeIndex
from gapcheck.matchers.judge import SAID, by_years, make, years_note
from gapcheck.matchers.places import content_words
from gapcheck.matchers.quantity import jobs_in, years_of
from gapcheck.types import Entry, Match, Requirement, Status
from gapcheck.words import words

IN_FIELD = 0.35
"""Share of the posting's acts that a job does when it is one in the posting's field; set on the development cases."""
_FEWEST = 2.0
"""Acts that it does at least: of three, one is a third."""
_ACTS = ("duty", "skill", "tool", "experience")
_TELLING = 0.3
"""Weight of a word from which sharing it with the title means the same field."""
_ORDER: tuple[Status, ...] = ("unstated", "missing", "partial", "met")


def retime(matches: Sequence[Match], index: ResumeIndex) -> tuple[Match, ...]:
    """The matches; years that fell short counted again with every job that does what the posting asks."""
    return _shares(_lengthened(matches, index), index)


def _lengthened(matches: Sequence[Match], index: ResumeIndex) -> tuple[Match, ...]:
    role = _telling(index.role)
    short = [_falls_short(match, role) for match in matches]
    if not any(short):
        return tuple(matches)
    jobs = _in_field([m for m in matches if m.requirement.kind in _ACTS and not m.requirement.years], index)
    if not jobs:
        return tuple(matches)
    return tuple(
        _counted(match, jobs, index) if is_short else match for match, is_short in zip(matches, short, strict=True)
    )


_OF_THEM = re.compile(r"\bof\s+(?:them|which|those|these|that)\b", re.IGNORECASE)


def _shares(matches: Sequence[Match], index: ResumeIndex) -> tuple[Match, ...]:
    """The matches, "one of them as a supervisor" counted in the jobs of the field in which the years before were asked.

    What names a field of its own ("two of them on 5-axis") is counted by that alone.
    """
    result: list[Match] = []
    whole: Match | None = None
    for match in matches:
        asked = match.requirement
        if asked.kind != "experience" or not asked.years:
            result.append(match)
            continue
        if whole is not None and _OF_THEM.search(asked.text) and not named(fields_in(asked)):
            result.append(_within(match, whole, index))
            continue
        whole = match
        result.append(match)
    return tuple(result)


def _within(match: Match, whole: Match, index: ResumeIndex) -> Match:
    """The match counted in the jobs of another; as it was where the resume tells no job for that one."""
    jobs = jobs_in(whole.requirement, index)
    if match.status == "missing" or (not jobs and whole.status != "missing"):
        return match
    asked = match.requirement.years or 0.0
    years, evidence = years_of(match.requirement, index, within=jobs)
    status = by_years(years, asked)
    if _ORDER.index(status) >= _ORDER.index(match.status):
        return match
    keywords = [replace(keyword, status=status) for keyword in match.keywords]
    return make(match.requirement, status, keywords, evidence, index, note=years_note(status, years, asked))


def _falls_short(match: Match, role: Set[str]) -> bool:
    requirement = match.requirement
    if not requirement.years or requirement.kind != "experience" or match.status not in ("missing", "partial"):
        return False
    return asks_own_field(requirement) or not role.isdisjoint(word.stem for word in content_words(requirement.text))


def _telling(role: str) -> frozenset[str]:
    return frozenset(word.stem for word in words(role) if not word.is_stop and weight(word.stem) >= _TELLING)


def _in_field(acts: Sequence[Match], index: ResumeIndex) -> list[Entry]:
    """The jobs whose own lines do a good share of *acts*, each act at what the whole resume gets for it."""
    if not acts:
        return []
    said = [index.coverages(match.requirement.text) for match in acts]
    found = []
    for entry in index.resume.entries:
        lines = [i for i, item in enumerate(index.shown) if entry.start <= item.passage.start < entry.end]
        done = sum(
            match.credit
            for match, values in zip(acts, said, strict=True)
            if _does(match.requirement, lines, index) or any(values[i] >= SAID and _says(index, i) for i in lines)
        )
        if done >= max(_FEWEST, IN_FIELD * len(acts)):
            found.append(entry)
    return found


def _says(index: ResumeIndex, i: int) -> bool:
    return index.shown[i].said > 0.5


def _does(requirement: Requirement, lines: Sequence[int], index: ResumeIndex) -> bool:
    """Whether one of the lines names a thing that the requirement asks for by a name that the lexicon knows."""
    inside = set(lines)
    return any(
        i in inside
        for keyword in requirement.keywords
        if keyword.concept
        for i, _, _ in index.by_concept.get(keyword.concept, ())
    )


def _counted(match: Match, jobs: Sequence[Entry], index: ResumeIndex) -> Match:
    requirement = match.requirement
    asked = requirement.years or 0.0
    years, evidence = years_of(requirement, index, besides=jobs)
    status = by_years(years, asked)
    if _ORDER.index(status) <= _ORDER.index(match.status):
        return match
    keywords = [replace(keyword, status=status) for keyword in match.keywords]
    return make(requirement, status, keywords, evidence, index, note=years_note(status, years, asked))
