"""How far a passage of the resume says what a clause of the posting asks: the two as bags of weighted words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from gapcheck.lexicon.relations import Relations, relations, weight
from gapcheck.lexicon.vectors import rows
from gapcheck.words import Word, words

if TYPE_CHECKING:
    import numpy as np

_NEAR = 0.35
"""Cosine of two stems below which they have nothing to do with one another."""


_RELATED = 0.85
"""What a word counts that shares a class with the one asked for."""


@dataclass(frozen=True, slots=True, eq=False)
class Bag:
    """The content words of a text, with what is known of each."""

    stems: tuple[str, ...]
    classes: tuple[frozenset[str], ...]
    weights: np.ndarray
    is_verb: np.ndarray
    vectors: np.ndarray
    nouns: frozenset[str]
    """Noun, act and isa classes of all words."""
    verbs: frozenset[str]


def make_bag(found: Sequence[Word], side: str) -> Bag:
    """The bag of some words; *side* is "asked" for a posting's, "shown" for a resume's."""
    import numpy as np

    table = relations()
    kept = [w for w in found if not w.is_stop] or list(found)
    stems = tuple(w.stem for w in kept)
    classes = tuple(frozenset(c) for c in table.classes(stems, "asked" if side == "asked" else "shown"))
    verb = np.array([is_verb(w, table) for w in kept], dtype=bool)
    light = np.array([s in table.light for s in stems], dtype=bool)
    weights = np.array([weight(s) for s in stems], dtype=np.float32)
    weights = np.where(light, 0.05, weights * np.where(verb, 0.6, 1.0)).astype(np.float32)
    every = frozenset(c for group in classes for c in group)
    return Bag(
        stems,
        classes,
        weights,
        verb,
        rows(stems),
        frozenset(c for c in every if not c.startswith("verb")),
        frozenset(c for c in every if c.startswith("verb")),
    )


@lru_cache(maxsize=1_200)
def bag_of(phrase: str) -> Bag:
    """The bag of a phrase of a posting, numbers left out; of one longer than any requirement, its beginning."""
    return make_bag([w for w in words(phrase[:_LONGEST]) if not w.norm[0].isdigit()], "asked")


_LONGEST = 2_000
"""Characters. Each word is compared with each of the resume: a posting without a full stop would take gigabytes."""


_NOMINAL = ("ance", "ence", "ment", "tion", "sion", "ity", "ness", "ship", "er", "or", "al", "ist")


def is_verb(word: Word, table: Relations) -> bool:
    """Whether the word is a verb by its stem and not a noun made of one ("management")."""
    return word.stem in table.verbs and not word.norm.endswith(_NOMINAL)


def coverage(asked: Bag, shown: Bag) -> float:
    """The share of the asked words' weight that the passage says, in the same or in near words (0 to 1)."""
    return float(coverages(asked, [shown], stack([shown]))[0])


def stack(shown: Sequence[Bag]) -> np.ndarray:
    """The word vectors of all passages, one below the other, for `coverages`."""
    import numpy as np

    filled = [bag.vectors for bag in shown if bag.stems]
    return np.concatenate(filled) if filled else np.zeros((0, 0), dtype=np.float32)


def coverages(asked: Bag, shown: Sequence[Bag], stacked: np.ndarray) -> np.ndarray:
    """`coverage` of each passage; *stacked* is `stack(shown)`, made once for many clauses."""
    import numpy as np

    result = np.zeros(len(shown), dtype=np.float64)
    filled = [i for i, bag in enumerate(shown) if bag.stems]
    if not asked.stems or not filled:
        return result
    lengths = [len(shown[i].stems) for i in filled]
    starts = np.concatenate(([0], np.cumsum(lengths)[:-1]))
    cosines = np.maximum.reduceat(asked.vectors @ stacked.T, starts, axis=1)
    said = np.clip((cosines - _NEAR) / (1 - _NEAR), 0, 1)
    for column, i in enumerate(filled):
        bag = shown[i]
        inside = frozenset(bag.stems)
        for row, (name, classes) in enumerate(zip(asked.stems, asked.classes, strict=True)):
            if name in inside:
                said[row, column] = 1.0
            elif said[row, column] < _RELATED and (classes & bag.nouns or classes & bag.verbs):
                said[row, column] = _RELATED
    result[filled] = (asked.weights @ said) / (float(asked.weights.sum()) or 1.0)
    return result
