"""Keywords with their evidence -> the status of a requirement, by its kind; gold/GUIDE rules 10 and 21 to 32."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gapcheck.lexicon.relations import soft_signals
from gapcheck.matchers.conditions import judge_condition
from gapcheck.matchers.index import CREDIT, ResumeIndex
from gapcheck.matchers.phrases import asked_words, content_words
from gapcheck.matchers.quantity import degree_of, years_of
from gapcheck.types import Evidence, Keyword, Match, Requirement, Status

_VALUE = {"met": 1.0, "partial": 0.5, "missing": 0.0, "unstated": 0.0}


def judge(
    requirement: Requirement, keywords: tuple[Keyword, ...], found: tuple[Evidence | None, ...], index: ResumeIndex
) -> Match:
    """The Match of one requirement from its keywords' evidence."""
    if requirement.kind == "condition":
        return judge_condition(requirement, keywords, found, index)
    if requirement.kind == "education" and requirement.degree:
        return _education(requirement, keywords, found, index)
    if requirement.kind == "soft_skill":
        return _soft(requirement, keywords, found, index)
    if requirement.kind in ("duty", "skill", "experience") and not requirement.years:
        return _act(requirement, keywords, found, index)
    status = combine(requirement, keywords)
    if requirement.years:
        return _years(requirement, keywords, found, index, status)
    return make(requirement, status, keywords, found)


def combine(requirement: Requirement, keywords: Sequence[Keyword]) -> Status:
    """Status by the keywords alone: every one for "all", the best (or the k best) for "any"."""
    if not keywords:
        return "missing"
    values = sorted((_VALUE[k.status] for k in keywords), reverse=True)
    if requirement.mode == "any":
        needed = requirement.at_least or 1
        top = values[:needed]
        if len(top) == needed and min(top) == 1.0:
            return "met"
        return "partial" if max(values) > 0 else "missing"
    if all(value == 1.0 for value in values):
        return "met"
    return "partial" if any(values) else "missing"


MOST = 0.5
"""Strength of a duty's evidence from which a reader ticks it; both tuned on the development cases."""
SOME = 0.2
"""Strength from which it is partly shown."""
_WHOLE = 0.3
"""Weight of the clause as a whole beside the mean of its keywords."""


def make(
    requirement: Requirement,
    status: Status,
    keywords: Sequence[Keyword],
    found: Sequence[Evidence | None],
    *,
    note: str = "",
) -> Match:
    """The Match, with at most three different quotes, strongest first."""
    evidence: list[Evidence] = []
    for item in sorted((e for e in found if e is not None), key=lambda e: -e.score):
        if all((item.start, item.end) != (known.start, known.end) for known in evidence):
            evidence.append(item)
    if status in ("missing", "unstated"):
        evidence = []
    credit = {"met": 1.0, "partial": 0.5}.get(status, 0.0)
    if status == "met" and requirement.mode == "all":
        keywords = [replace(k, status="met") if k.status == "missing" else k for k in keywords]
    return Match(requirement, status, credit, tuple(keywords), tuple(evidence[:3]), note)


def _act(
    requirement: Requirement, keywords: tuple[Keyword, ...], found: tuple[Evidence | None, ...], index: ResumeIndex
) -> Match:
    """A duty, skill or kind of work: how strongly its keywords are shown, and the clause as a whole in other words."""
    scores = [e.score if e is not None else 0.0 for e in found]
    if requirement.mode == "any":
        needed = requirement.at_least or 1
        parts = sum(sorted(scores, reverse=True)[:needed]) / needed
    else:
        weights = [sum(w.weight for w in asked_words(content_words(k.name))) for k in keywords]
        parts = sum(w * s for w, s in zip(weights, scores, strict=True)) / (sum(weights) or 1.0)
    share, whole = index.closest(requirement.text)
    strength = (parts + _WHOLE * share) / (1 + _WHOLE)
    status: Status = "met" if strength >= MOST else "partial" if strength >= SOME else "missing"
    return make(requirement, status, keywords, (*found, whole) if status != "missing" else found)


def _years(
    requirement: Requirement,
    keywords: tuple[Keyword, ...],
    found: tuple[Evidence | None, ...],
    index: ResumeIndex,
    status: Status,
) -> Match:
    """At or above the number met, more than half partial, half or less missing (rule 25)."""
    asked = requirement.years or 0.0
    years, evidence = years_of(requirement, index)
    if years + 1e-9 >= asked:
        result: Status = "met"
    elif years > asked / 2:
        result = "partial"
    else:
        return make(requirement, "missing", [replace(k, status="missing") for k in keywords], ())
    updated = (
        [replace(k, status=result) for k in keywords]
        if requirement.mode == "all" or result == "partial"
        else list(keywords)
    )
    note = f"{years:.1f} of {asked:g} years" if result == "partial" else ""
    return make(requirement, result, updated, (*evidence, *found), note=note)


def _education(
    requirement: Requirement, keywords: tuple[Keyword, ...], found: tuple[Evidence | None, ...], index: ResumeIndex
) -> Match:
    credit, evidence = degree_of(requirement, index, index.resume.degrees)
    status: Status = "met" if credit >= 1 else "partial" if credit >= 0.5 else "missing"
    if status != "met" and requirement.mode == "any" and requirement.years:
        years, _ = years_of(requirement, index)
        if years >= requirement.years:
            status = "met"
    return make(requirement, status, [replace(k, status=status) for k in keywords], (evidence,))


def _soft(
    requirement: Requirement, keywords: tuple[Keyword, ...], found: tuple[Evidence | None, ...], index: ResumeIndex
) -> Match:
    """Claimed and shown by an act: met; one of the two: partial, an act squarely of the kind: met (rule 21)."""
    claimed = [e for e in found if e is not None]
    shown = _signals(requirement, index)
    status: Status = "met" if shown and (claimed or len(shown) > 1) else "partial" if shown or claimed else "missing"
    updated = [replace(k, status=status) if k.status != "met" or status != "met" else k for k in keywords]
    return make(requirement, status, updated, (*shown[:2], *claimed))


def _signals(requirement: Requirement, index: ResumeIndex) -> list[Evidence]:
    """Lines that show acts of the soft skills which the requirement names."""
    wanted = {w.stem for w in content_words(requirement.text)}
    found: dict[int, Evidence] = {}
    for family, signals in soft_signals().items():
        names = {w.stem for w in content_words(family)}
        if not names & wanted or (len(names) > 1 and len(names & wanted) * 2 < len(names)):
            continue
        for signal in signals:
            for i in index.by_stem.get(signal[0], ()):
                item = index.shown[i]
                at = next((j for j in range(len(item.stems)) if item.stems[j : j + len(signal)] == signal), None)
                if at is not None and CREDIT[item.levels[at]] == 1.0 and i not in found:
                    found[i] = index.evidence(
                        item, at, at + len(signal), method="duty", score=0.8, note=f"shows {family}"
                    )
    return [found[i] for i in sorted(found)]
