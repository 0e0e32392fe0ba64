"""A matcher for work with several of a kind: "SUI for three states" in a payroll job is "multi-state payroll"."""

from __future__ import annotations

import re
from functools import lru_cache

from gapcheck.matchers.index import CREDIT, NOTES, ResumeIndex, Shown, worst
from gapcheck.matchers.places import content_stems
from gapcheck.matchers.states import STATE_NAME
from gapcheck.types import Evidence, Keyword, Requirement

_MULTI = re.compile(
    r"\bmulti(?:ple)?(?:-|\s+)?(?P<kind>state|site|location|store|unit|line|currency|entity|country|branch|plant|company"
    r"|channel|warehouse|clinic|campus|department|agency|carrier|supplier|vendor|axis|region|territory|property)s?\b",
    re.IGNORECASE,
)
_NUMBER = r"(?:(?!1\b)\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|both|various)"
_SCORE = 0.7


def several(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> Evidence | None:
    """A line that counts two or more of the kind, in a job or line that says the rest of the keyword."""
    asked = _MULTI.search(keyword.name)
    if asked is None or requirement.kind in ("credential", "language", "soft_skill"):
        return None
    kind = asked["kind"].lower()
    rest = content_stems(keyword.name[: asked.start()] + " " + keyword.name[asked.end() :])
    for item in index.shown:
        text = index.text_of(item)
        counted = _counting(kind).search(text) or (kind == "state" and len(set(STATE_NAME.findall(text))) > 1)
        if item.contact or not item.words or not counted or not _says(rest, item, index):
            continue
        level = worst(item.levels)
        if CREDIT[level]:
            note = NOTES.get(level, "in other words")
            score = _SCORE * CREDIT[level]
            return index.evidence(item, 0, len(item.words), method="practice", score=score, note=note)
    return None


@lru_cache(maxsize=100)
def _counting(kind: str) -> re.Pattern[str]:
    plural = f"{kind[:-1]}ies" if kind.endswith("y") else f"{kind}e?s"
    return re.compile(rf"\b{_NUMBER}\s+(?:[a-z-]+\s+){{0,2}}{plural}\b", re.IGNORECASE)


def _says(rest: tuple[str, ...], item: Shown, index: ResumeIndex) -> bool:
    """Whether the line, or the job that it tells of, says all the other words."""
    if item.every_stem.issuperset(rest):
        return True
    entry = item.passage.entry
    job = (other.every_stem for other in index.shown if other.passage.entry == entry)
    return entry is not None and frozenset().union(*job).issuperset(rest)
