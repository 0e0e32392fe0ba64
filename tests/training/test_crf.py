"""The fit of a linear chain."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from gapcheck.pipeline.chain import Sentences, marginals, sums
from gapcheck.training.crf import _Objective, fit

LENGTHS = [4, 2, 5]
TAGS = np.array([0, 1, 2, 0, 1, 0, 0, 0, 1, 2, 2])


@pytest.fixture
def features():
    random = np.random.default_rng(3)
    return csr_matrix((random.uniform(size=(len(TAGS), 6)) > 0.5).astype(float))


def test_the_slope_is_that_of_the_likelihood(features) -> None:
    objective = _Objective(features, TAGS, Sentences(LENGTHS), prior=0.5)
    random = np.random.default_rng(5)
    at = random.normal(size=6 * 3 + 9 + 3)
    _, slope = objective(at)
    for i in random.choice(len(at), 12, replace=False):
        step = np.zeros_like(at)
        step[i] = 1e-5
        numeric = (objective(at + step)[0] - objective(at - step)[0]) / 2e-5
        # Moves that the rules forbid have no slope but the prior's.
        assert slope[i] == pytest.approx(numeric, rel=1e-4, abs=1e-4)


def test_what_was_learned_is_told_again(features) -> None:
    told = csr_matrix(np.eye(3)[TAGS])  # features that give the tag away
    laid = Sentences(LENGTHS)
    fitted = fit(told, TAGS, laid, prior=0.1, steps=50)
    scores = told @ fitted.weights
    tags = marginals(sums(scores, fitted.moves, fitted.first, laid), laid)
    assert tags.argmax(axis=1).tolist() == TAGS.tolist()


def test_a_fit_can_go_on_from_another(features) -> None:
    laid = Sentences(LENGTHS)
    whole = fit(features, TAGS, laid, prior=0.5, steps=200)
    again = fit(features, TAGS, laid, prior=0.5, steps=200, start=whole.flat())
    assert np.allclose(whole.weights, again.weights, atol=1e-2)
