"""The optional last look: a duty that nothing shows, and a line that an encoder of the user's own finds near to it.

A vector hears what a line is about, not who did it, with what, or whether: so it makes a missing duty partly met at
most, is never asked about a thing that has a name, and never quotes a line that denies, limits or wishes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from gapcheck.matchers.index import ResumeIndex, Shown
from gapcheck.types import Evidence, Match

if TYPE_CHECKING:
    from gapcheck.matchers.encoder import Array, Encoder

NOTE = "near in meaning, by the encoder you gave"
_TOLD = frozenset(("summary", "experience", "projects", "volunteering", "awards", "other"))
"""Sections that tell what a person did."""
_SAYS = 3
"""Words, stop words left out, of the shortest line that is compared: headings and names are near to too much."""
_HELD = 4_096
"""Clauses whose vectors are kept: a batch asks the same ones of each resume."""


class Meaning:
    """Lifts missing duties by an encoder. Safe to share between threads.

    Args:
        encoder: gives each line its vector.
        near: product of two vectors (0 to 1) from which their lines are near in meaning.
    """

    def __init__(self, encoder: Encoder, near: float) -> None:
        self.encoder = encoder
        self.near = near
        self._clauses: dict[str, Array] = {}
        self._last: tuple[object, tuple[Shown, ...], Array] | None = None

    def lift(self, matches: tuple[Match, ...], index: ResumeIndex) -> tuple[Match, ...]:
        """The matches, each missing duty partly met when a line is near to it; every other one as it was."""
        if not any(map(may_lift, matches)):
            return matches
        return tuple(self._lifted(match, index) if may_lift(match) else match for match in matches)

    def _lifted(self, match: Match, index: ResumeIndex) -> Match:
        evidence = self.nearest(match.requirement.text, index)
        if evidence is None or not evidence.score >= self.near:
            return match
        return replace(match, status="partial", credit=0.5, evidence=(evidence,))

    def nearest(self, clause: str, index: ResumeIndex) -> Evidence | None:
        """The line nearest to the clause, the earlier of equal ones; its score is their product, at least 0."""
        told, vectors = self._lines(index)
        if not told:
            return None
        # Rounded, so that the last bits, which differ between processors, decide nothing.
        scores = np.round(vectors @ self._clause(clause), 4)
        best = int(scores.argmax())
        item, score = told[best], max(float(scores[best]), 0.0)
        return index.evidence(item, 0, len(item.words), method="embedding", score=round(score, 4), note=NOTE)

    def _clause(self, text: str) -> Array:
        found = self._clauses.get(text)
        if found is None:
            if len(self._clauses) >= _HELD:
                self._clauses = {}
            self._clauses[text] = found = self.encoder.encode(" ".join(text.split()))
        return found

    def _lines(self, index: ResumeIndex) -> tuple[tuple[Shown, ...], Array]:
        """The lines that tell what was done, with their vectors; those of the last resume are kept."""
        last = self._last
        if last is None or last[0] is not index.shown:
            heads = [entry.head for entry in index.resume.entries]
            told = tuple(item for item in index.shown if _tells(item, heads))
            lines = [" ".join(index.text_of(item).split()) for item in told]
            vectors = np.array([self.encoder.encode(line) for line in lines], dtype=np.float32)
            self._last = last = (index.shown, told, vectors)
        return last[1:]


def may_lift(match: Match) -> bool:
    """Whether the match is of a duty that is missing, and that names nothing that the lexicon knows by name."""
    requirement = match.requirement
    if match.status != "missing" or requirement.kind != "duty":
        return False
    if requirement.years or requirement.degree or requirement.review:
        return False
    return all(keyword.concept is None for keyword in requirement.keywords)


def _tells(item: Shown, heads: Sequence[tuple[int, int]]) -> bool:
    if item.contact or item.passage.label not in _TOLD or any(item.levels) or len(item.words) < _SAYS:
        return False
    return not any(start <= item.passage.start < end for start, end in heads)  # a title names work, it tells of none
