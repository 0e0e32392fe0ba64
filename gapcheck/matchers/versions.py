"""Versions of software: one much older than the posting's counts half (gold/GUIDE rule 28)."""

from __future__ import annotations

import re
from dataclasses import replace

from gapcheck.matchers.index import ResumeIndex
from gapcheck.types import Evidence, Keyword, Requirement

# "PostgreSQL 13+", "Ubuntu 20.04 LTS and later", "version 8"; no "Excel 5 years", "Oracle 40%" or "Office 2019".
_VERSION = re.compile(
    r"\s+(?:version\s+|ver\.?\s*|v\.?\s?)?(?P<n>\d{1,2})(?:\.\d+)*\b(?!\s*(?:%|years?\b|yrs?\b|months?\b|hours?\b|days?\b|people\b|users?\b|[-–]\s*\d))",
    re.IGNORECASE,
)
_OLDER = 0.5
"""What an older version is worth."""


def as_new(requirement: Requirement, keyword: Keyword, evidence: Evidence, index: ResumeIndex) -> Evidence:
    """The evidence, worth half where every version that the resume tells of the thing is older than the one asked."""
    if keyword.concept is None or evidence.score <= _OLDER:
        return evidence
    asked = _version(requirement.text, keyword.start - requirement.start, keyword.end - requirement.start)
    if asked is None:
        return evidence
    found = [mention for _, mention, steps in index.by_concept.get(keyword.concept, ()) if not steps]
    told = [_version(index.document.text, mention.start, mention.end) for mention in found]
    newest = max((number for number in told if number is not None), default=None)
    if newest is None or None in told or newest >= asked:
        return evidence
    return replace(evidence, score=_OLDER, note=f"an older version, {newest}")


def _version(text: str, start: int, end: int) -> int | None:
    """The number of the version that stands behind a name, or ends it: 13 of "PostgreSQL 13.2", 3 of "Python 3"."""
    found = _VERSION.match(text, end) or _AT_END.search(text, start, end)
    return int(found["n"]) if found is not None else None


_AT_END = re.compile(r"\s(?P<n>\d{1,2})(?:\.\d+)*$")
