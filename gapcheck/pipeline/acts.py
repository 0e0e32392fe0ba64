"""Sections whose heading says nothing of what they hold: "Position details" above a list of duties."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from gapcheck.lexicon.relations import relations
from gapcheck.types import Passage

_BARE = ("metadata", "about")
"""Labels of sections that hold facts about the job or the employer, and no acts of the person."""
_DEMANDS = ("required",)
"""Labels of demands, under which a posting may tell in prose what the person will do: "What I need from you"."""
_FEWEST = 3
_SHORTEST = 5
"""Words of the shortest line that tells an act; "Posted today" is none."""


def told_by_acts(found: Sequence[Passage]) -> tuple[Passage, ...]:
    """*found*, but with the label "duties" for a section of bare facts most of whose lines open with what somebody does."""
    result: list[Passage] = []
    for (label, _), run in itertools.groupby(found, key=lambda p: (p.label, p.title)):
        section = list(run)
        tells = _tells_act if label in _BARE else _says_you_will if label in _DEMANDS else None
        acts = sum(map(tells, section)) if tells else 0
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


def _says_you_will(passage: Passage) -> bool:
    """Whether a sentence says what "you" will do: "You will run my calendar", not "You will have a degree"."""
    norms = [word.norm for word in passage.words[:4]]
    said = norms[:2] == ["you", "will"] or norms[:1] == ["youll"]
    return said and not passage.bullet and not _HELD & set(norms)


_HELD = frozenset("need have be bring hold possess know speak understand demonstrate show also get receive".split())
_TO_THE_READER = frozenset(
    "apply join see read visit click email call send check note please learn find submit contact review".split()
)
