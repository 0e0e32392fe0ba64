"""What the second look at a possible span sees: the span as a whole, its edges, its rivals.

The chain of tags sees one token and its window at a time. Whether a whole span is one that a reader would mark also
depends on where it begins and ends, how long it is, and how probable the spans are that it would push out.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from gapcheck.pipeline.chain import Chunk
from gapcheck.pipeline.span_features import COARSE, SHAPE, SUFFIX, WORD, Sentence, mixed

BUCKETS = 1 << 18
_INSIDE = 6
"""Words between the first and the last that are looked at one by one."""


@dataclass(frozen=True, slots=True)
class Looks:
    """A line for each possible span: hashed features (rows of weights) and numbers (for the trees)."""

    rows: np.ndarray
    numbers: np.ndarray


def look(sentence: Sentence, spans: Sequence[Chunk], own: np.ndarray, others: Sequence[np.ndarray]) -> Looks:
    """What tells good spans from bad ones.

    Args:
        sentence: the sentence they stand in.
        spans: possible spans; they may overlap.
        own: the probability of each tag for each token, by the chain that found the spans.
        others: the same by the chains of other conventions.
    """
    first = np.array([s.first for s in spans])
    last = np.array([s.last for s in spans])
    edges = _Edges(sentence, first, last)
    numbers = np.concatenate(
        [_rivals(spans), _masses(first, last, own), _others(first, last, others), edges.numbers], axis=1
    ).astype(np.float32)
    words = edges.columns(spans)
    steps = np.concatenate([_steps(numbers, len(others)), _pairs(numbers)], axis=1)
    columns = np.concatenate([words, steps], axis=1).astype(np.uint32)
    return Looks(mixed(columns, BUCKETS), numbers)


class _Edges:
    """Words at and around the ends of spans."""

    def __init__(self, sentence: Sentence, first: np.ndarray, last: np.ndarray) -> None:
        count = len(sentence.tokens)
        self.units = np.zeros((count + 4, sentence.units.shape[1]), dtype=np.uint32)
        self.units[:, WORD] = 1
        self.units[2:-2] = sentence.units
        self.named = np.zeros((count + 2, 2), dtype=np.uint32)
        self.named[1:-1] = sentence.named
        self.first, self.last = first + 2, last + 2
        named = (sentence.named[:, 0] > 0).astype(float)
        inside = np.concatenate([[0.0], np.cumsum(named)])
        share = (inside[last] - inside[first]) / (last - first)
        self.numbers = np.stack([share, first, count - last, np.full(len(first), count)], axis=1)

    def columns(self, spans: Sequence[Chunk]) -> np.ndarray:
        """Hashes of words, pairs of words, clusters, endings, shapes and the whole span."""
        word, first, last = self.units[:, WORD], self.first, self.last
        length = np.minimum(last - first, 12).astype(np.uint32)
        before, begin, end, after = word[first - 1], word[first], word[last - 1], word[last]
        whole = [zlib.crc32(word[s.first + 2 : s.last + 2].tobytes()) for s in spans]
        forms = [zlib.crc32(self.units[s.first + 2 : min(s.last, s.first + 4) + 2, SHAPE].tobytes()) for s in spans]
        found = [
            begin, before, end, after, _and(before, begin), _and(end, after), _and(word[first - 2], before),
            _and(after, word[last + 1]), _and(before, after), _and(begin, end), _and(length, begin), _and(length, end),
            np.array(whole, dtype=np.uint32), np.array(forms, dtype=np.uint32), length,
            self.named[first - 1, 1], self.named[last - 2, 1], _and(self.named[first - 1, 1], self.named[last - 2, 1]),
        ]  # fmt: skip
        for unit in (COARSE, SUFFIX):
            at = self.units[:, unit]
            found += [at[first - 1], at[first], at[last - 1], at[last]]
        coarse = self.units[:, COARSE]
        found += [_and(coarse[first - 1], coarse[first]), _and(coarse[last - 1], coarse[last])]
        for step in range(1, _INSIDE + 1):
            found.append(np.where(first + step < last - 1, word[np.minimum(first + step, last - 1)], 0))
        return np.stack(found, axis=1)


def _and(left: np.ndarray, right: np.ndarray) -> np.ndarray:
    result: np.ndarray = left * np.uint32(31) + right * np.uint32(7) + np.uint32(1)
    return result


def _rivals(spans: Sequence[Chunk]) -> np.ndarray:
    """Log-odds and probability of each span, and of those that overlap it, hold it, lie in it, begin or end with it."""
    result = []
    everything = sum(s.probability for s in spans)
    for s in spans:
        rivals = [r for r in spans if r is not s and r.first < s.last and s.first < r.last]
        chances = [r.probability for r in rivals]
        p = min(s.probability, 1 - 1e-6)
        result.append(
            (
                np.log(p / (1 - p)), p, s.last - s.first, everything, max(chances, default=0.0), sum(chances),
                sum(r.probability for r in rivals if r.first <= s.first and s.last <= r.last),
                sum(r.probability for r in rivals if s.first <= r.first and r.last <= s.last),
                p + sum(r.probability for r in rivals if r.first == s.first),
                p + sum(r.probability for r in rivals if r.last == s.last),
                sum(chance > p for chance in chances),
            )
        )  # fmt: skip
    return np.array(result, dtype=np.float64).reshape(-1, 11)


def _masses(first: np.ndarray, last: np.ndarray, tags: np.ndarray) -> np.ndarray:
    """How likely the tokens inside and beside a span are part of any."""
    mass = np.concatenate([[-1.0], 1 - tags[:, 0], [-1.0]])
    inside = [mass[a + 1 : b + 1] for a, b in zip(first, last, strict=True)]
    begins = np.concatenate([tags[:, 1], [-1.0]])
    goes_on = np.concatenate([tags[:, 2], [-1.0]])
    return np.stack(
        [
            [m.min() for m in inside], [m.max() for m in inside], [m.mean() for m in inside],
            mass[first], mass[last + 1], begins[first], begins[last], goes_on[last],
            np.full(len(first), mass.max()),
        ],
        axis=1,
    )  # fmt: skip


def _others(first: np.ndarray, last: np.ndarray, others: Sequence[np.ndarray]) -> np.ndarray:
    """What the chains of other conventions say of the same place."""
    columns: list[np.ndarray] = []
    for tags in others:
        columns += list(_masses(first, last, tags).T)
    return np.stack(columns, axis=1) if columns else np.zeros((len(first), 0))


_OWN = 20
"""Numbers of a span by its own chain: of its rivals and of its tokens."""


def _steps(numbers: np.ndarray, others: int) -> np.ndarray:
    """Numbers cut to steps, so that a linear model can bend; each has its own column."""
    chances = numbers[:, : _OWN + 9 * others].copy()
    chances[:, 0] = np.clip(chances[:, 0], -9, 9) / 3
    chances[:, 2] = np.minimum(chances[:, 2], 12) / 6
    chances[:, 3] = np.minimum(chances[:, 3], 6) / 6
    result: np.ndarray = np.floor(np.clip(chances, -3, 3) * 6).astype(np.int64) + 40
    return result


def _pairs(numbers: np.ndarray) -> np.ndarray:
    """The span's probability together with its best rival's, and with how likely its neighbours are."""
    chance = np.floor(np.clip(numbers[:, 0], -9, 9)).astype(np.int64) + 10
    return np.stack([chance * 50 + np.floor(numbers[:, i] * 6).astype(np.int64) + 10 for i in (4, 14, 15)], axis=1)
