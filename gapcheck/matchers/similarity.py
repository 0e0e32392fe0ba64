"""How far a passage of the resume says what a clause of the posting asks: the two as bags of weighted words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from gapcheck.lexicon.relations import Relations, Side, relations, weight
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
    total: float
    """Sum of the weights; 1 where there is none, to divide by."""


def make_bag(found: Sequence[Word], side: Side) -> Bag:
    """The bag of some words; *side* is "asked" for a posting's, "shown" for a resume's."""
    import numpy as np

    table = relations()
    kept = [w for w in found if not w.is_stop] or list(found)
    stems = tuple(w.stem for w in kept)
    classes = tuple(table.classes(stems, side))
    weights = np.array([word_weight(w, table) for w in kept], dtype=np.float32)
    return Bag(stems, classes, weights, float(weights.sum()) or 1.0)


def word_weight(word: Word, table: Relations) -> float:
    """How much a word tells (0 to 1): a verb less than a thing, a light verb next to nothing."""
    if word.stem in table.light:
        return 0.05
    return weight(word.stem) * (0.6 if is_verb(word, table) else 1.0)


CLAUSES = 5_000
"""Clauses of which is kept what can be said of them without a resume, a kilobyte each: those of 200 postings."""


@lru_cache(maxsize=CLAUSES)
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
    import numpy as np

    if not asked.stems or not shown.stems:
        return 0.0
    said = _said(np.maximum.reduce(rows(asked.stems) @ rows(shown.stems).T, axis=1, keepdims=True))
    near = frozenset().union(*shown.classes)
    for row, (name, classes) in enumerate(zip(asked.stems, asked.classes, strict=True)):
        if name in shown.stems:
            said[row, 0] = 1.0
        elif not classes.isdisjoint(near):
            said[row, 0] = max(said[row, 0], _RELATED)
    sizes = np.array([len(shown.stems)])
    return float(_summed(asked.weights[:, None] * said, sizes)[0] / asked.total)


def _summed(said: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """The sum of each column; of one for fewer words than were asked, as many of the largest: no word says two things.

    So the line "C#" says one of the words of "follow the established software development life cycle", not four.
    """
    import numpy as np

    sums: np.ndarray = said.sum(axis=0)
    short = np.flatnonzero(sizes < len(said))
    if len(short):
        most = np.sort(said[:, short], axis=0)[::-1].cumsum(axis=0)
        sums[short] = most[np.maximum(sizes[short], 1) - 1, np.arange(len(short))]
    return sums


@dataclass(frozen=True, slots=True, eq=False)
class Stack:
    """The passages of a resume, side by side for `coverages`; those without words have no column."""

    size: int
    columns: tuple[int, ...]
    """The passage of each column."""
    at: np.ndarray
    """The same as an array."""
    starts: np.ndarray
    """Row of `vectors` where each column's words begin."""
    sizes: np.ndarray
    """Number of each column's words."""
    vectors: np.ndarray
    stems: Mapping[str, np.ndarray]
    """Stem -> columns."""
    classes: Mapping[str, np.ndarray]
    known: dict[tuple[str, frozenset[str]], np.ndarray] = field(default_factory=dict, repr=False)
    """How far each column says a word, by its stem and classes: postings ask in the same words again and again."""


def stack(shown: Sequence[Bag]) -> Stack:
    """The stack of all passages, for `coverages`."""
    import numpy as np

    columns = tuple(i for i, bag in enumerate(shown) if bag.stems)
    filled = [shown[i] for i in columns]
    stems: dict[str, list[int]] = {}
    classes: dict[str, list[int]] = {}
    for column, bag in enumerate(filled):
        for name in set(bag.stems):
            stems.setdefault(name, []).append(column)
        for name in frozenset().union(*bag.classes):
            classes.setdefault(name, []).append(column)
    return Stack(
        len(shown),
        columns,
        np.array(columns, dtype=np.intp),
        np.concatenate(([0], np.cumsum([len(bag.stems) for bag in filled])[:-1])) if filled else np.zeros(0, dtype=int),
        np.array([len(bag.stems) for bag in filled], dtype=np.intp),
        rows([name for bag in filled for name in bag.stems]),
        {name: np.array(found, dtype=np.intp) for name, found in stems.items()},
        {name: np.array(found, dtype=np.intp) for name, found in classes.items()},
    )


def coverages(asked: Bag, shown: Stack) -> np.ndarray:
    """`coverage` of each passage."""
    import numpy as np

    result = np.zeros(shown.size, dtype=np.float32)
    if not asked.stems or not shown.columns:
        return result
    said = asked.weights[:, None] * _each_said(asked, shown)
    result[shown.at] = _summed(said, shown.sizes) / asked.total
    return result


def _each_said(asked: Bag, shown: Stack) -> np.ndarray:
    """How far each column says each asked word; what was asked of this stack before is not worked out again."""
    import numpy as np

    ask((asked,), shown)
    return np.array([shown.known[key] for key in zip(asked.stems, asked.classes, strict=True)])


def ask(clauses: Iterable[Bag], shown: Stack) -> None:
    """Work out at once how far each column says each word of several clauses: faster than one clause after another."""
    words = dict.fromkeys(word for bag in clauses for word in zip(bag.stems, bag.classes, strict=True))
    fresh = [word for word in words if word not in shown.known]
    if not fresh or not shown.columns:
        return
    if len(shown.known) + len(fresh) > _WORDS:
        shown.known.clear()
        fresh = list(words)
    for first in range(0, len(fresh), _AT_ONCE):
        _ask(fresh[first : first + _AT_ONCE], shown)


def _ask(asked: Sequence[tuple[str, frozenset[str]]], shown: Stack) -> None:
    import numpy as np

    cosines = rows([name for name, _ in asked]) @ shown.vectors.T
    said = _said(np.maximum.reduceat(cosines, shown.starts, axis=1))
    for (name, classes), values in zip(asked, said, strict=True):
        for near in [one for one in classes if one in shown.classes]:
            columns = shown.classes[near]
            values[columns] = np.maximum(values[columns], _RELATED)
        if name in shown.stems:
            values[shown.stems[name]] = 1.0
        shown.known[name, classes] = values


_WORDS = 4_000
"""Words that a stack knows; each takes four bytes for a passage."""
_AT_ONCE = 256
"""Words compared at once, each with each of the resume: a kilobyte for each of its words."""


def _said(cosines: np.ndarray) -> np.ndarray:
    """How far the nearest word of a passage says each asked word, by their vectors alone (0 to 1); *cosines* is used up."""
    import numpy as np

    cosines -= _NEAR
    cosines /= 1 - _NEAR
    np.maximum(cosines, 0, out=cosines)
    np.minimum(cosines, 1, out=cosines)
    np.round(cosines, _DIGITS, out=cosines)
    return cosines


_DIGITS = 3
"""A product of matrices differs in its last bits by their sizes: rounded, a word weighs the same whatever stands beside it."""
