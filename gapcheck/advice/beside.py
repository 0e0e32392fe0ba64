"""Other texts of the person beside the resume: a cover letter and a longer resume. Neither counts for the resume."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from gapcheck.scoring import coverage, scored
from gapcheck.settings import Settings
from gapcheck.types import Document, FoundKeyword, Letter, Master, Match, MissingKeyword, Requirement, Status

_RANK: dict[Status, int] = {"met": 3, "partial": 2, "missing": 1, "unstated": 0}


def letter_beside(document: Document, own: Sequence[Match], letter: Sequence[Match], settings: Settings) -> Letter:
    """The letter's coverage, what it adds to the resume's *own* matches, and what neither shows."""
    pairs = list(zip(own, letter, strict=True))
    better = tuple(b if _RANK[b.status] > _RANK[a.status] else a for a, b in pairs)
    counted = {m.requirement.id for m in scored(better)}
    return Letter(
        document,
        coverage(letter, settings),
        coverage(better, settings),
        tuple(letter),
        adds=tuple(b.requirement.id for a, b in pairs if b.credit > a.credit),
        neither=tuple(m.requirement.id for m in better if m.credit == 0 and m.requirement.id in counted),
    )


def master_beside(
    document: Document,
    resume: Document,
    missing: Sequence[MissingKeyword],
    matches: Sequence[Match],
    look: Callable[[Requirement], Match],
) -> Master:
    """Which *missing* keywords the longer resume shows clearly, in a line that *resume* does not have.

    *look* judges a requirement by the longer resume. What it shows only in part is no news worth a line.
    """
    said = _plain(resume.text)
    requirements = {match.requirement.id: match.requirement for match in matches}
    found = []
    for keyword in missing:
        alone = _only(requirements[keyword.requirement], keyword.name)
        match = look(alone)
        new = [evidence for evidence in match.evidence if _plain(evidence.text) not in said]
        if match.status == "met" and new:
            found.append(FoundKeyword(keyword.name, keyword.importance, keyword.requirement, new[0]))
    return Master(document, tuple(found))


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _only(requirement: Requirement, name: str) -> Requirement:
    """The requirement as if it asked for this keyword alone."""
    chosen = tuple(keyword for keyword in requirement.keywords if keyword.name == name)
    text = name if len(requirement.keywords) > 1 else requirement.text
    return replace(requirement, text=text, keywords=chosen, mode="all", at_least=None)
