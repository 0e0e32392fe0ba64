"""Fit a linear chain: maximum likelihood with an L2 prior by L-BFGS, all sentences at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from gapcheck.pipeline.chain import FIRST_RULES, RULES, TAGS, Sentences, marginals, sums


@dataclass(frozen=True, slots=True)
class Fitted:
    """Weights of the features (a line for each, a column for each tag), of moves between tags, and of the first tag."""

    weights: np.ndarray
    moves: np.ndarray
    first: np.ndarray

    def flat(self) -> np.ndarray:
        """All weights in one row, a start for another fit."""
        free = (self.weights.ravel(), (self.moves - RULES).ravel(), self.first - FIRST_RULES)
        return np.concatenate(free)


def fit(
    features: Any, tags: np.ndarray, sentences: Sentences, *, prior: float, steps: int, start: np.ndarray | None = None
) -> Fitted:
    """The chain that makes *tags* most likely.

    Args:
        features: sparse 0/1 matrix, a line for each token.
        tags: 0 for O, 1 for B, 2 for I.
        sentences: which tokens make up a sentence.
        prior: strength of the L2 prior.
        steps: rounds of L-BFGS; stopping early is a prior, too.
        start: where to begin, by default at zero.
    """
    from scipy.optimize import minimize

    count = features.shape[1]
    objective = _Objective(features, tags, sentences, prior)
    begin = np.zeros(count * TAGS + TAGS * TAGS + TAGS) if start is None else start
    found = minimize(objective, begin, jac=True, method="L-BFGS-B", options={"maxiter": steps, "maxcor": 6}).x
    return _parted(found, count)


def _parted(flat: np.ndarray, count: int) -> Fitted:
    weights = flat[: count * TAGS].reshape(count, TAGS)
    moves = flat[count * TAGS : -TAGS].reshape(TAGS, TAGS) + RULES
    return Fitted(weights, moves, flat[-TAGS:] + FIRST_RULES)


class _Objective:
    """Negative log-likelihood with its gradient."""

    def __init__(self, features: Any, tags: np.ndarray, sentences: Sentences, prior: float) -> None:
        self.features, self.transposed = features, features.T.tocsr()
        self.tags, self.sentences, self.prior = tags, sentences, prior
        going_on = np.ones(len(tags), dtype=bool)
        going_on[sentences.ends] = False
        self.going_on = np.nonzero(going_on)[0]
        told = np.zeros((len(tags), TAGS))
        told[np.arange(len(tags)), tags] = 1
        self.told_weights = self.transposed @ told
        self.told_moves = np.zeros((TAGS, TAGS))
        np.add.at(self.told_moves, (tags[self.going_on], tags[self.going_on + 1]), 1)
        self.told_first = told[sentences.starts].sum(0)

    def __call__(self, flat: np.ndarray) -> tuple[float, np.ndarray]:
        fitted = _parted(flat, self.features.shape[1])
        scores = self.features @ fitted.weights
        found = sums(scores, fitted.moves, fitted.first, self.sentences)
        chance = marginals(found, self.sentences)
        i = self.going_on
        path = found.forward[i][:, :, None] + fitted.moves[None] + (scores[i + 1] + found.backward[i + 1])[:, None, :]
        moves = np.exp(path - found.total[self.sentences.of[i]][:, None, None]).sum(0)
        likelihood = (
            scores[np.arange(len(self.tags)), self.tags].sum()
            + (self.told_moves * (fitted.moves - RULES)).sum()
            + (self.told_first * (fitted.first - FIRST_RULES)).sum()
            - found.total.sum()
        )
        slope = np.concatenate(
            [
                (self.transposed @ chance - self.told_weights).ravel(),
                (moves - self.told_moves).ravel(),
                chance[self.sentences.starts].sum(0) - self.told_first,
            ]
        )
        return float(0.5 * self.prior * flat @ flat - likelihood), slope + self.prior * flat
