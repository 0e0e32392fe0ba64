"""Fit the chains of the span taggers, and let each read sentences that it did not learn from."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from gapcheck.pipeline.chain import Chunk, Sentences, chunks, marginals, sums
from gapcheck.pipeline.span_features import BUCKETS, PLACE_ONLY
from gapcheck.pipeline.spans import SNIPPET
from gapcheck.training.crf import Fitted, fit
from gapcheck.training.span_corpora import SOURCES, Example

FOLDS = 3
_ROUNDS = 80
"""Of L-BFGS for each fold; half as many more for the chain that ships, from the mean of the folds."""
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Reading:
    """What a chain says of a sentence: the probability of each tag, the possible spans."""

    tags: np.ndarray
    spans: list[Chunk]


class Features:
    """Sparse matrices over the feature rows that occur at least twice in what is learned from."""

    def __init__(self, examples: Sequence[Example], head: str) -> None:
        self.head = head
        counts = np.bincount(np.concatenate([self._of(e).ravel() for e in examples]), minlength=BUCKETS + 1)
        self.used = np.nonzero(counts[:BUCKETS] > 1)[0]
        self.column = np.full(BUCKETS + 1, -1)
        self.column[self.used] = np.arange(len(self.used))

    def _of(self, one: Example) -> np.ndarray:
        return one.sentence.rows if self.head == SNIPPET else one.sentence.rows[:, :-PLACE_ONLY]

    def matrix(self, examples: Sequence[Example]) -> Any:
        """A line for each token."""
        from scipy.sparse import csr_matrix

        columns = self.column[np.concatenate([self._of(e) for e in examples])]
        kept = columns >= 0
        ends = np.concatenate([[0], np.cumsum(kept.sum(axis=1))])
        return csr_matrix((np.ones(int(ends[-1])), columns[kept], ends), shape=(len(columns), len(self.used)))


def lengths(examples: Sequence[Example]) -> Sentences:
    """The examples laid one after the other."""
    return Sentences([len(e.owner) for e in examples])


def fold_of(one: Example) -> int:
    """The part that a sentence belongs to; copies of one sentence share it."""
    return zlib.crc32(one.text.lower().encode()) % FOLDS


def learn(examples: Sequence[Example], head: str, *, steps: int, start: np.ndarray | None, seen: Features) -> Fitted:
    """A chain fitted on *examples*."""
    kept = [e for e in examples if len(e.owner) <= _LONGEST]
    tags = np.concatenate([e.tags(SOURCES[head][1]) for e in kept])
    return fit(seen.matrix(kept), tags, lengths(kept), prior=SOURCES[head][2], steps=steps, start=start)


def readings(chain: Fitted, seen: Features, examples: Sequence[Example]) -> list[Reading]:
    """What *chain* says of each example."""
    laid = lengths(examples)
    scores = seen.matrix(examples) @ chain.weights
    found = sums(scores, chain.moves, chain.first, laid)
    tags = marginals(found, laid)
    spans = chunks(scores, chain.moves, found, laid)
    return [Reading(tags[a : b + 1], s) for a, b, s in zip(laid.starts, laid.ends, spans, strict=True)]


def train_chain(
    examples: Mapping[str, Sequence[Example]], head: str
) -> tuple[Features, Fitted, dict[str, list[Reading]]]:
    """The chain of a head, and what it says of every corpus' sentences without having learned from them."""
    corpus = SOURCES[head][0]
    own = examples[corpus]
    seen = Features(own, head)
    held: list[Reading | None] = [None] * len(own)
    starts = []
    for fold in range(FOLDS):
        chain = learn([e for e in own if fold_of(e) != fold], head, steps=_ROUNDS, start=None, seen=seen)
        starts.append(chain.flat())
        numbers = [i for i, e in enumerate(own) if fold_of(e) == fold]
        for i, reading in zip(numbers, readings(chain, seen, [own[i] for i in numbers]), strict=True):
            held[i] = reading
    chain = learn(own, head, steps=_ROUNDS // 2, start=np.mean(starts, axis=0), seen=seen)
    said = {name: readings(chain, seen, found) for name, found in examples.items() if name != corpus}
    return seen, chain, {**said, corpus: [reading for reading in held if reading]}
