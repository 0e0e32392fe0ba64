"""Sections whose heading says nothing of what they hold: "Position details" above a list of duties."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from gapcheck.lexicon.relations import relations
from gapcheck.types import Passage

_BARE = ("metadata", "about")
"""Labels of sections that hold facts about the job or the employer, and no acts of the person."""
_FEWEST = 3
_SHORTEST = 5
"""Words of the shortest line that tells an act; "Posted today" is none."""


def told_by_acts(found: Sequence[Passage]) -> tuple[Passage, ...]:
    """*found*, but with the label "duties" for a section of bare facts most of whose lines open with what somebody does."""
    result: list[Passage] = []
    for (label, _), run in itertools.groupby(found, key=lambda p: (p.label, p.title)):
        section = list(run)
        acts = sum(map(_tells_act, section)) if label in _BARE else 0
        duties = acts >= _FEWEST and 2 * acts > len(section)
        result += [replace(p, label="duties") for p in section] if duties else section
    return tuple(result)


def _tells_act(passage: Passage) -> bool:
    """Whether a line opens with a verb and its object: "Screens patients and ...", "Make adjustments to ..."."""
    first = passage.words[0]
    text = first.text.lower()
    return (
        len(passage.words) >= _SHORTEST
        and first.text[0].isupper()
        and relations().is_verb(first)
        and not text.endswith(("ing", "ed"))
        and text not in _TO_THE_READER
    )


_TO_THE_READER = frozenset(
    "apply join see read visit click email call send check note please learn find submit contact review".split()
)
