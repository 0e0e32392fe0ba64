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


@lru_cache(maxsize=8_000)
def bag_of(phrase: str) -> Bag:
    """The bag of a phrase of a posting, numbers left out."""
    return make_bag([w for w in words(phrase) if not w.norm[0].isdigit()], "asked")


_NOMINAL = ("ance", "ence", "ment", "tion", "sion", "ity", "ness", "ship", "er", "or", "al", "ist")


def is_verb(word: Word, table: Relations) -> bool:
    """Whether the word is a verb by its stem and not a noun made of one ("management")."""
    return word.stem in table.verbs and not word.norm.endswith(_NOMINAL)


def coverage(asked: Bag, shown: Bag) -> float:
    """The share of the asked words' weight that the passage says, in the same or in near words (0 to 1)."""
    import numpy as np

    if not asked.stems or not shown.stems:
        return 0.0
    inside = frozenset(shown.stems)
    exact = np.array([s in inside for s in asked.stems])
    related = np.array([bool(c & shown.nouns or c & shown.verbs) for c in asked.classes])
    near = np.clip(((asked.vectors @ shown.vectors.T).max(axis=1) - _NEAR) / (1 - _NEAR), 0, 1)
    said = np.maximum(np.where(exact, 1.0, np.where(related, _RELATED, 0.0)), near)
    return float(asked.weights @ said) / (float(asked.weights.sum()) or 1.0)
