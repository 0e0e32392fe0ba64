"""Matches -> Suggestions: the few changes that gain most, each only where it is true of the person."""

from __future__ import annotations

from collections.abc import Sequence

from gapcheck.scoring import gain
from gapcheck.settings import Settings
from gapcheck.types import Match, Suggestion

_MOST = 5


def suggest(matches: Sequence[Match], settings: Settings) -> tuple[Suggestion, ...]:
    """At most five suggestions, largest gain first."""
    open_matches = [m for m in matches if m.status in ("missing", "partial")]
    ranked = sorted(open_matches, key=lambda m: -gain(m, matches, settings))
    return tuple(_suggestion(m, gain(m, matches, settings)) for m in ranked[:_MOST])


def _suggestion(match: Match, points: float) -> Suggestion:
    names = [k.name for k in match.keywords if k.status != "met"] or [" ".join(match.requirement.text.split())]
    what = ", ".join(names[:3])
    if match.status == "partial":
        return Suggestion("strengthen", f"Show more of: {what}", match.requirement.id, points, match.evidence)
    return Suggestion("add", f"If it is true of you, show: {what}", match.requirement.id, points)
