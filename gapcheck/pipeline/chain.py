"""A linear chain over the tags O, B, I: how probable each span of a sentence is, by forward and backward sums.

A span is B followed by I until something else follows. Its probability is a sum over all taggings that hold it, which
tells more than the single best tagging: of spans that are unlikely one by one, one is often very likely together.
"""

from __future__ import annotations

import bisect
import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

O, B, I = 0, 1, 2  # noqa: E741
TAGS = 3
_NEVER = -1e4
_LONGEST = 40
"""Tokens that a span has at most."""
_LEAST = 0.01
"""Spans less probable than this are not looked at."""

RULES = np.zeros((TAGS, TAGS))
RULES[O, I] = _NEVER
FIRST_RULES = np.array([0.0, 0.0, _NEVER])
"""Nothing continues what has not begun; added to the scores of transitions and of the first tag."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A span of tokens `[first:last]` with its probability, 0 to 1."""

    first: int
    last: int
    probability: float


class Sentences:
    """Sentences laid one after the other, and which of them still run at each step."""

    def __init__(self, lengths: Sequence[int]) -> None:
        self.lengths = np.asarray(lengths, dtype=np.int64)
        self.starts = np.concatenate([[0], np.cumsum(self.lengths)[:-1]]).astype(np.int64)
        self.ends = self.starts + self.lengths - 1
        self.of = np.repeat(np.arange(len(self.lengths)), self.lengths)
        order = np.argsort(-self.lengths, kind="stable")
        sizes = self.lengths[order]
        steps = int(sizes[0]) if len(sizes) else 0
        alive = [int(np.searchsorted(-sizes, -step, side="left")) for step in range(steps)]
        self.steps = [self.starts[order[:n]] + step for step, n in enumerate(alive)]


@dataclass(frozen=True, slots=True)
class Sums:
    """Log sums: of all taggings up to a token that end in a tag, of all that follow, and of all of a sentence."""

    forward: np.ndarray
    backward: np.ndarray
    total: np.ndarray


def sums(scores: np.ndarray, moves: np.ndarray, first: np.ndarray, sentences: Sentences) -> Sums:
    """Forward and backward sums; *scores* has a line for each token, *moves* for each tag the score of what follows."""
    forward, backward = np.empty_like(scores), np.zeros_like(scores)
    steps = sentences.steps
    if steps:
        forward[steps[0]] = scores[steps[0]] + first
    for before, here in itertools.pairwise(steps):
        forward[here] = _log_sum(forward[before[: len(here)]][:, :, None] + moves[None], 1) + scores[here]
    for here, after in zip(steps[-2::-1], steps[:0:-1], strict=False):
        follow = scores[after] + backward[after]
        backward[here[: len(after)]] = _log_sum(moves[None] + follow[:, None, :], 2)
    return Sums(forward, backward, _log_sum(forward[sentences.ends], 1))


def _log_sum(values: np.ndarray, axis: int) -> Any:
    top = values.max(axis=axis, keepdims=True)
    return (top + np.log(np.exp(values - top).sum(axis=axis, keepdims=True))).squeeze(axis)


def marginals(found: Sums, sentences: Sentences) -> np.ndarray:
    """The probability of each tag for each token."""
    result: np.ndarray = np.exp(found.forward + found.backward - found.total[sentences.of][:, None])
    return result


def chunks(
    scores: np.ndarray, moves: np.ndarray, found: Sums, sentences: Sentences, least: float = _LEAST
) -> list[list[Chunk]]:
    """For each sentence every span that is not very unlikely, with its probability; spans may overlap."""
    follow = scores + found.backward
    after = np.zeros((len(scores), TAGS))  # what follows a span that ends here: all taggings that do not go on with I
    if len(scores) > 1:
        after[:-1] = _log_sum(moves[None, :, :I] + follow[1:, None, :I], 2)
    after[sentences.ends] = 0.0
    here = scores[:, I].tolist()
    begin, rest, stop = found.forward[:, B].tolist(), found.backward.tolist(), after.tolist()
    to_inside = moves[:, I].tolist()
    result = []
    for start, end, total in zip(sentences.starts.tolist(), sentences.ends.tolist(), found.total.tolist(), strict=True):
        limit = math.log(least) + total
        spans = []
        for first in range(start, end + 1):
            path, tag = begin[first], B
            for last in range(first, min(end + 1, first + _LONGEST)):
                if last > first:
                    path += to_inside[tag] + here[last]
                    tag = I
                if path + rest[last][tag] < limit:
                    break
                if path + stop[last][tag] > limit:
                    chance = math.exp(path + stop[last][tag] - total)
                    spans.append(Chunk(first - start, last - start + 1, chance))
        result.append(spans)
    return result


def choose(spans: Sequence[Chunk], least: float) -> list[Chunk]:
    """Of spans that may overlap those that together exceed *least* by most, none overlapping another, in order."""
    kept = sorted((s for s in spans if s.probability > least), key=lambda s: (s.last, s.first))
    ends = [s.last for s in kept]
    value, before = [0.0], []
    for number, span in enumerate(kept):
        free = bisect.bisect_right(ends, span.first, 0, number)
        taken = value[free] + span.probability - least
        before.append(free if taken > value[number] else -1)
        value.append(max(taken, value[number]))
    result = []
    number = len(kept)
    while number:
        if before[number - 1] < 0:
            number -= 1
        else:
            result.append(kept[number - 1])
            number = before[number - 1]
    return result[::-1]
