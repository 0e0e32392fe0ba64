"""What the second look at a possible span sees: the span as a whole, its edges, its rivals.

The chain of tags sees one token and its window at a time. Whether a whole span is one that a reader would mark also
depends on where it begins and ends, how long it is, and how probable the spans are that it would push out.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from gapcheck.pipeline.chain import Chunk, Sentences
from gapcheck.pipeline.span_features import COARSE, SHAPE, SUFFIX, WORD, Sentence, mixed

BUCKETS = 1 << 18
_INSIDE = 6
"""Words between the first and the last that are looked at one by one."""
_GAP = 2
"""Empty places between two sentences, so that no span sees words of another sentence."""


@dataclass(frozen=True, slots=True)
class Looks:
    """A line for each possible span: hashed features (rows of weights) and numbers (for the trees)."""

    rows: np.ndarray
    numbers: np.ndarray


def look(
    sentences: Sequence[Sentence],
    laid: Sentences,
    spans: Sequence[Sequence[Chunk]],
    own: np.ndarray,
    others: Sequence[np.ndarray],
) -> Looks:
    """What tells good spans from bad ones; lines in the order of the sentences and their spans.

    Args:
        sentences: where they stand; at least one has a span.
        laid: how the sentences lie one after the other.
        spans: possible spans of each sentence; they may overlap.
        own: the probability of each tag for each token, by the chain that found the spans.
        others: the same by the chains of other conventions.
    """
    places = _Places(laid, spans)
    rivals = np.array([line for some in spans for line in _rivals(some)], dtype=np.float64)
    masses = [_masses(places, tags) for tags in (own, *others)]
    named = places.spread(np.concatenate([s.named for s in sentences]), 0)
    share = places.mean((named[:, 0] > 0).astype(float))
    edges = np.stack([share, places.offset, places.rest, places.count], axis=1)
    numbers = np.concatenate([rivals, *masses, edges], axis=1).astype(np.float32)
    units = places.spread(np.concatenate([s.units for s in sentences]), 0)
    units[places.empty, WORD] = 1
    steps = np.concatenate([_steps(numbers, len(others)), _pairs(numbers)], axis=1)
    columns = np.concatenate([_edges(places, units, named), steps], axis=1).astype(np.uint32)
    return Looks(mixed(columns, BUCKETS), numbers)


class _Places:
    """Where each span begins and ends when all sentences lie in one row with gaps between them."""

    def __init__(self, laid: Sentences, spans: Sequence[Sequence[Chunk]]) -> None:
        self.laid = laid
        self.token = np.arange(len(laid.of)) + _GAP * (laid.of + 1)
        self.size = len(laid.of) + _GAP * (len(laid.lengths) + 1)
        empty = np.ones(self.size, dtype=bool)
        empty[self.token] = False
        self.empty = np.nonzero(empty)[0]
        of = np.repeat(np.arange(len(spans)), [len(some) for some in spans])
        begin = laid.starts[of] + _GAP * (of + 1)
        self.of = of
        self.offset = np.array([s.first for some in spans for s in some])
        self.count = laid.lengths[of]
        self.first = begin + self.offset
        self.last = begin + np.array([s.last for some in spans for s in some])
        self.rest = self.count - (self.last - begin)
        self._borders = np.stack([self.first, self.last], axis=1).ravel()

    def spread(self, values: np.ndarray, filler: float) -> np.ndarray:
        """Values of tokens in the row with gaps; *filler* in the gaps."""
        result = np.full((self.size, *values.shape[1:]), filler, dtype=values.dtype)
        result[self.token] = values
        return result

    def reduced(self, ufunc: np.ufunc, values: np.ndarray) -> np.ndarray:
        """The least, or greatest, of *values* inside each span."""
        result: np.ndarray = ufunc.reduceat(values, self._borders)[::2]
        return result

    def mean(self, values: np.ndarray) -> np.ndarray:
        """The mean of *values* inside each span."""
        total = np.concatenate([[0.0], np.cumsum(values)])
        result: np.ndarray = (total[self.last] - total[self.first]) / (self.last - self.first)
        return result


def _edges(places: _Places, units: np.ndarray, named: np.ndarray) -> np.ndarray:
    """Hashes of words, pairs of words, clusters, endings, shapes and the whole span."""
    word, first, last = units[:, WORD], places.first, places.last
    length = np.minimum(last - first, 12).astype(np.uint32)
    before, begin, end, after = word[first - 1], word[first], word[last - 1], word[last]
    shapes = np.ascontiguousarray(units[:, SHAPE])
    plain = np.ascontiguousarray(word)
    whole = [zlib.crc32(plain[a:b].tobytes()) for a, b in zip(first, last, strict=True)]
    forms = [zlib.crc32(shapes[a : min(b, a + 4)].tobytes()) for a, b in zip(first, last, strict=True)]
    found = [
        begin, before, end, after, _and(before, begin), _and(end, after), _and(word[first - 2], before),
        _and(after, word[last + 1]), _and(before, after), _and(begin, end), _and(length, begin), _and(length, end),
        np.array(whole, dtype=np.uint32), np.array(forms, dtype=np.uint32), length,
        named[first, 1], named[last - 1, 1], _and(named[first, 1], named[last - 1, 1]),
    ]  # fmt: skip
    for unit in (COARSE, SUFFIX):
        at = units[:, unit]
        found += [at[first - 1], at[first], at[last - 1], at[last]]
    coarse = units[:, COARSE]
    found += [_and(coarse[first - 1], coarse[first]), _and(coarse[last - 1], coarse[last])]
    for step in range(1, _INSIDE + 1):
        found.append(np.where(first + step < last - 1, word[np.minimum(first + step, last - 1)], 0))
    return np.stack(found, axis=1)


def _and(left: np.ndarray, right: np.ndarray) -> np.ndarray:
    result: np.ndarray = left * np.uint32(31) + right * np.uint32(7) + np.uint32(1)
    return result


_RIVALS = 11


def _rivals(spans: Sequence[Chunk]) -> list[list[float]]:
    """Log-odds and probability of each span, and of those that overlap it, hold it, lie in it, begin or end with it."""
    result = []
    everything = sum(s.probability for s in spans)
    for s in spans:
        first, last = s.first, s.last
        p = min(s.probability, 1 - 1e-6)
        best = total = holding = within = 0.0
        same_first = same_last = p
        better = 0
        for r in spans:
            if r.first >= last or r.last <= first or r is s:
                continue
            chance = r.probability
            best, total, better = max(best, chance), total + chance, better + (chance > p)
            holding += chance * (r.first <= first and last <= r.last)
            within += chance * (first <= r.first and r.last <= last)
            same_first += chance * (r.first == first)
            same_last += chance * (r.last == last)
        line = [p, last - first, everything, best, total, holding, within, same_first, same_last, better]
        result.append([float(np.log(p / (1 - p))), *line])
    return result


def _masses(places: _Places, tags: np.ndarray) -> np.ndarray:
    """How likely the tokens inside and beside a span are part of any."""
    inside = 1 - tags[:, 0]
    mass = places.spread(inside, -1.0)
    begins, goes_on = places.spread(tags[:, 1], -1.0), places.spread(tags[:, 2], -1.0)
    greatest = np.maximum.reduceat(inside, places.laid.starts)
    return np.stack(
        [
            places.reduced(np.minimum, mass), places.reduced(np.maximum, mass), places.mean(mass),
            mass[places.first - 1], mass[places.last], begins[places.first], begins[places.last], goes_on[places.last],
            greatest[places.of],
        ],
        axis=1,
    )  # fmt: skip


_MASSES = 9


def _steps(numbers: np.ndarray, others: int) -> np.ndarray:
    """Numbers cut to steps, so that a linear model can bend; each has its own column."""
    chances = numbers[:, : _RIVALS + _MASSES * (1 + others)].copy()
    chances[:, 0] = np.clip(chances[:, 0], -9, 9) / 3
    chances[:, 2] = np.minimum(chances[:, 2], 12) / 6
    chances[:, 3] = np.minimum(chances[:, 3], 6) / 6
    result: np.ndarray = np.floor(np.clip(chances, -3, 3) * 6).astype(np.int64) + 40
    return result


def _pairs(numbers: np.ndarray) -> np.ndarray:
    """The span's probability together with its best rival's, and with how likely its neighbours are."""
    chance = np.floor(np.clip(numbers[:, 0], -9, 9)).astype(np.int64) + 10
    return np.stack([chance * 50 + np.floor(numbers[:, i] * 6).astype(np.int64) + 10 for i in (4, 14, 15)], axis=1)
