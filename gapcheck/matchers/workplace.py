"""A matcher for backgrounds: the employer's name, or the title, shows the industry that the posting asks for."""

from __future__ import annotations

import re

from gapcheck.lexicon.sectors import sectors_asked, sectors_shown
from gapcheck.lexicon.trades import likeness, trades_asked
from gapcheck.matchers.index import CREDIT, ResumeIndex, worst
from gapcheck.types import Entry, Evidence, Keyword, Requirement
from gapcheck.words import words

WORK = ("experience", "projects", "other")
"""Where dated entries are work; under an employer's name a job is in "other"."""
_SURE = 0.9
_LONGEST_HEAD = 160
"""Characters of a head that are read: title, employer and place stand at its beginning."""


def workplace(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> Evidence | None:
    """The job of the resume whose head shows the sector that a line on experience asks; the longest of several."""
    if requirement.kind != "experience":
        return None
    asked, trades = _asked(keyword.name)
    if not asked:
        return None
    jobs = [e for e in index.resume.entries if is_job(e, index) and not asked.isdisjoint(shown_by(e, index))]
    if trades:
        jobs = [e for e in jobs if likeness(trades, index.document.text[e.head[0] : e.head[1]]) == 1]
    if not jobs:
        return _named(keyword, index) or _served(asked, index)
    best = max(jobs, key=lambda entry: entry.last - entry.first)
    item = next((s for s in index.shown if best.head[0] <= s.passage.start < best.head[1] and s.words), None)
    if item is None:
        return None
    name = min(asked & shown_by(best, index))
    return index.evidence(item, 0, len(item.words), method="sector", score=_SURE, note=f"a job in {name}")


def _asked(name: str) -> tuple[frozenset[str], frozenset[str]]:
    """The sectors that a phrase asks, and the trade in them where it names one as well: "education payroll"."""
    sectors = sectors_asked(name)
    place, _, act = name.rpartition(" ")
    if sectors or not place or not (trades := trades_asked(act)):
        return sectors, frozenset()
    return sectors_asked(place), trades


def _named(keyword: Keyword, index: ResumeIndex) -> Evidence | None:
    """A line that names the place in the posting's own words, where the lexicon does not know it."""
    asked = {word.norm for word in words(keyword.name) if not word.is_stop}
    if keyword.concept is not None or not asked:
        return None
    for item in index.shown:
        where = [i for i, word in enumerate(item.words) if word.norm in asked]
        if item.contact or not asked <= {item.words[i].norm for i in where}:
            continue
        credit = CREDIT[worst(item.levels[i] for i in where)]
        if credit == 1.0:
            return index.evidence(item, where[0], where[-1] + 1, method="exact", score=_SURE)
    return None


# "Five accounts incl. a credit union": an agency works in the trades of its clients.
_CLIENTS = re.compile(
    r"\b(?:clients?|accounts?|projects?|brands?|engagements?)\b\s*(?:\([^)]*\)\s*)?(?:[\w-]+\s+){0,3}?(?:incl\w*\.?|such\s+as|like|in|for|from|:)\s*(?P<whose>[^.;]+)",
    re.IGNORECASE,
)


def _served(asked: frozenset[str], index: ResumeIndex) -> Evidence | None:
    """A line that tells of clients in the sector."""
    for item in index.shown:
        told = _CLIENTS.search(index.text_of(item)) if item.passage.label in WORK and item.said == 1.0 else None
        if told is not None and item.words and not asked.isdisjoint(sectors_shown(told["whose"])):
            return index.evidence(item, 0, len(item.words), method="sector", score=_SURE, note="clients in it")
    return None


def is_job(entry: Entry, index: ResumeIndex) -> bool:
    """Whether a dated entry is work: a card or a course has one date or names a degree, wherever it stands."""
    start, end = entry.head
    studied = any(start <= first < end for _, first, _ in index.resume.degrees)
    return is_work(entry, index.document.text) and entry.last - entry.first > 1 and not studied


def is_work(entry: Entry, text: str) -> bool:
    """Whether a dated entry stands where work does; above the first heading, when it runs from one date to another.

    "Site Lead, Harbour Centre, 2021 to present" under the name is a job, "resident since 2022" is none.
    """
    if entry.label in WORK:
        return True
    return entry.label in _UNHEADED and _RANGE.search(text, *entry.head) is not None


_UNHEADED = ("summary", "contact")
_RANGE = re.compile(
    r"\b(?:19|20)\d\d\s*(?:-|–|—|to|until|till|through)\s*(?:[A-Za-z]+\.?\s+|\d\d?[/.])?(?:(?:19|20)\d\d|present|now|date|today|current|ongoing)\b",
    re.IGNORECASE,
)


def shown_by(entry: Entry, index: ResumeIndex) -> frozenset[str]:
    """The sectors that the head of a job shows, with the employer's line that may stand above it."""
    start, end = entry.head
    text = index.document.text
    first = text.rfind("\n", 0, max(0, start - 1)) + 1
    above = text[first:start].strip()
    apart = text[:first].endswith("\n\n") or not any(e.start <= first < e.end for e in index.resume.entries)
    employer = sectors_shown(above) if apart and _EMPLOYER.fullmatch(above) else frozenset()
    return employer | sectors_shown(text[start : min(end, start + _LONGEST_HEAD)])


# A short line that is no bullet and no sentence: "Allegheny Bridge Co. (bridge contractor, 900 people)".
_EMPLOYER = re.compile(r"[A-Z0-9][^\n]{2,80}[^\n.;:]")
