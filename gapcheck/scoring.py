"""Matches -> Coverage and verdict: pure arithmetic on exact fractions.

coverage = sum(weight x credit) / sum(weight), after the career advice "apply where you have 80-100 % of the requirements,
and do not shy away at 75 %". Weights: required 1, preferred 0.5; credits: met 1, partial 0.5, missing 0. A condition that
the resume says nothing about is left out of both sums, and so is a requirement that may be discriminatory.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import get_args

from gapcheck.settings import Settings
from gapcheck.types import Coverage, Importance, Match, MissingKeyword, Verdict

MINIMUM = 3
"""Fewer scored requirements than this are too little to judge by."""


def weight(importance: Importance, settings: Settings) -> Fraction:
    """What a requirement of this importance weighs."""
    return _ONE if importance == "required" else exact(settings.preferred_weight)


_ONE = Fraction(1)


@lru_cache(maxsize=64)  # the same few settings, thousands of times in a batch
def exact(number: float) -> Fraction:
    """The decimal that a person typed, exactly: 0.1 is one tenth."""
    return Fraction(str(number))


def scored(matches: Iterable[Match]) -> list[Match]:
    """The matches that count: all but unstated conditions and requirements kept out for review."""
    return [m for m in matches if m.status != "unstated" and m.requirement.review is None]


def coverage(matches: Sequence[Match], settings: Settings) -> Coverage:
    """The coverage of *matches*; score None and verdict "insufficient" when fewer than three can be judged."""
    counted = scored(matches)
    met, partial, missing = (sum(m.status == status for m in counted) for status in ("met", "partial", "missing"))
    unstated = sum(m.status == "unstated" for m in matches)
    marks = settings.stretch, settings.strong, settings.preferred_weight
    if len(counted) < MINIMUM or not any(weight(m.requirement.importance, settings) for m in counted):
        return Coverage(None, None, None, None, None, met, partial, missing, unstated, "insufficient", None, *marks)
    number = Counter((m.requirement.importance, m.status) for m in counted)
    required, preferred = (
        (number[name, "met"], number[name, "partial"], number[name, "missing"]) for name in get_args(Importance)
    )
    credit, none = settings.partial_credit, (0, 0, 0)
    score = _share(required, preferred, credit, settings.preferred_weight)
    assert score is not None  # counted is not empty
    low, high = (_share(required, preferred, partial, settings.preferred_weight) for partial in (0.0, 1.0))
    return Coverage(
        float(score),
        _float(_share(required, none, credit, settings.preferred_weight)),
        _float(_share(none, preferred, credit, settings.preferred_weight)),
        _float(low),
        _float(high),
        met,
        partial,
        missing,
        unstated,
        verdict(score, settings),
        score,
        *marks,
    )


_Counts = tuple[int, int, int]
"""How many requirements are met, partly met, missing."""


@lru_cache(maxsize=4_000)  # exact arithmetic is slow, and batches have the same few numbers
def _share(required: _Counts, preferred: _Counts, partial: float, preferred_weight: float) -> Fraction | None:
    """Coverage by the number of required and of preferred requirements; None when they weigh nothing."""
    total = got = Fraction(0)
    for weighs, (met, half, missing) in ((_ONE, required), (exact(preferred_weight), preferred)):
        total += weighs * (met + half + missing)
        got += weighs * (met + half * exact(partial))
    return got / total if total else None


def _float(value: Fraction | None) -> float | None:
    return None if value is None else float(value)


def verdict(score: Fraction, settings: Settings) -> Verdict:
    """ "strong" from 0.80, "stretch" from 0.75, else "gap"; compared unrounded."""
    if score >= exact(settings.strong):
        return "strong"
    return "stretch" if score >= exact(settings.stretch) else "gap"


def gain(match: Match, matches: Sequence[Match], settings: Settings) -> float:
    """What coverage gains when this requirement becomes met, 0-1."""
    counted = scored(matches)
    required = sum([m.requirement.importance == "required" for m in counted])
    total = required * weight("required", settings) + (len(counted) - required) * weight("preferred", settings)
    if not total or match not in counted:
        return 0.0
    credit = {"met": Fraction(1), "partial": exact(settings.partial_credit)}.get(match.status, Fraction(0))
    return float(weight(match.requirement.importance, settings) * (1 - credit) / total)


_MUST_HAVE = ("credential", "education", "condition")


def must_have_gaps(matches: Sequence[Match]) -> tuple[str, ...]:
    """Ids of required licences, degrees, clearances and conditions that are not met; never hidden in the average."""
    return tuple(
        m.requirement.id
        for m in scored(matches)
        if m.requirement.importance == "required" and m.requirement.kind in _MUST_HAVE and m.status == "missing"
    )


def missing_keywords(matches: Sequence[Match]) -> tuple[MissingKeyword, ...]:
    """Keywords that the resume does not show: required first, wholly missing before weak, then in the posting's order.

    Of an alternative ("Python or Java") nothing is missing once one side is shown.
    """
    found: dict[str, MissingKeyword] = {}
    for match in scored(matches):
        requirement = match.requirement
        if match.status == "met" or (requirement.mode == "any" and match.status == "partial"):
            continue
        for keyword in match.keywords:
            if keyword.status in ("missing", "partial"):
                entry = MissingKeyword(keyword.name, requirement.importance, requirement.id, keyword.status)
                known = found.get(keyword.name.lower())
                if known is None or _rank(entry) < _rank(known):
                    found[keyword.name.lower()] = entry
    return tuple(sorted(found.values(), key=_rank))


def _rank(entry: MissingKeyword) -> tuple[int, int]:
    return (entry.importance == "preferred", entry.status == "partial")
