"""A second look at faint traces: the rest of the resume decides whether one is worth half a requirement.

A careful recruiter reads "weekly calls with foster parents" as a part of placement work from somebody who shows most of
the job, and as nothing from somebody who shows none of it. So a part that only a trace shows is kept where the trace,
the line it stands in and the other requirements together carry it. More evidence anywhere only helps.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gapcheck.matchers.index import NOTES, ResumeIndex
from gapcheck.matchers.judge import ACTS, VALUE
from gapcheck.types import Match

KEYWORDS, CLAUSE = 0.7, 0.5
"""What the share of keywords shown, and of the clause that one line says, count beside the standing of the resume."""
ENOUGH = 0.7
"""Sum from which a part is kept; this and the two above were set on the development cases and data/cases together."""
_PRIOR, _WEIGHT = 0.5, 3
"""Before any other requirement is known a resume stands half way, as if three others said so."""


def reconsider(matches: Sequence[Match], index: ResumeIndex) -> tuple[Match, ...]:
    """The matches, acts that are partly met by too faint a trace now missing; every other one as it was.

    The standing of a resume for one requirement is the mean credit of the others that can be met (0 to 1).
    """
    counted = [match.requirement.kind != "condition" and match.status != "unstated" for match in matches]
    total = sum(match.credit for match, counts in zip(matches, counted, strict=True) if counts)
    others = sum(counted) - 1
    return tuple(
        _dropped(match)
        if _is_open(match) and _is_faint(match, (total - match.credit + _PRIOR * _WEIGHT) / (others + _WEIGHT), index)
        else match
        for match in matches
    )


def _is_open(match: Match) -> bool:
    """Whether a trace decides: an act partly met, of which nothing is shown outright or claimed with a limit."""
    requirement = match.requirement
    return (
        match.status == "partial"
        and requirement.kind in ACTS
        and not (requirement.years or requirement.degree)
        and not any(keyword.status == "met" for keyword in match.keywords)
        and not any(evidence.note in NOTES.values() for evidence in match.evidence)
    )


def _is_faint(match: Match, standing: float, index: ResumeIndex) -> bool:
    support = standing + KEYWORDS * _keywords_shown(match)
    return support < ENOUGH and support + CLAUSE * index.closest(match.requirement.text)[0] < ENOUGH


def _keywords_shown(match: Match) -> float:
    """The mean of the keywords' statuses, or the best of alternatives (0 to 1)."""
    shown = sorted((VALUE[keyword.status] for keyword in match.keywords), reverse=True)
    if match.requirement.mode == "any":
        shown = shown[: match.requirement.at_least or 1]
    return sum(shown) / (len(shown) or 1)


def _dropped(match: Match) -> Match:
    keywords = tuple(replace(k, status="missing") if k.status == "partial" else k for k in match.keywords)
    return replace(match, status="missing", credit=0.0, keywords=keywords, evidence=(), note="")
