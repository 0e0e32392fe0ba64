"""Fit the second model of the span taggers, which looks at whole spans, and choose from which value spans are reported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from gapcheck.pipeline.span_ranking import BUCKETS, Looks, look
from gapcheck.pipeline.spans import HEADS, SNIPPET, Head, Trees, decided, ranked
from gapcheck.training.span_chains import FOLDS, Reading, fold_of, lengths
from gapcheck.training.span_corpora import SEED, SOURCES, Example, score


@dataclass(frozen=True, slots=True)
class Looked:
    """All possible spans of a corpus: features, whether each is right, and how many each sentence has."""

    looks: Looks
    right: np.ndarray
    counts: list[int]


def looked(examples: Sequence[Example], said: Mapping[str, Sequence[Reading]], head: str) -> Looked:
    """What the second model learns from."""
    spans = [reading.spans for reading in said[head]]
    tags = {name: np.concatenate([reading.tags for reading in some]) for name, some in said.items()}
    others = [tags[name] for name in HEADS if name != head]
    looks = look([e.sentence for e in examples], lengths(examples), spans, tags[head], others)
    layer = SOURCES[head][1]
    right = [e.span(s) in e.gold[layer] for e, some in zip(examples, spans, strict=True) for s in some]
    return Looked(looks, np.array(right), [len(some) for some in spans])


def with_ranks(draft: Head, looks: Looks, right: np.ndarray) -> Head:
    """The head with a second model that learned which possible spans are right."""
    from scipy.sparse import csr_matrix
    from sklearn.ensemble import HistGradientBoostingClassifier
    from sklearn.linear_model import LogisticRegression

    kept = looks.rows < BUCKETS
    ends = np.concatenate([[0], np.cumsum(kept.sum(axis=1))])
    matrix = csr_matrix(
        (np.ones(int(ends[-1]), dtype=np.float32), looks.rows[kept], ends), shape=(len(looks.rows), BUCKETS)
    )
    linear = LogisticRegression(C=0.04, max_iter=150).fit(matrix, right)
    trees = HistGradientBoostingClassifier(
        max_iter=200, learning_rate=0.06, max_leaf_nodes=20, l2_regularization=10, min_samples_leaf=40,
        max_features=0.5, early_stopping=False, random_state=SEED,
    ).fit(looks.numbers, right)  # fmt: skip
    ranks = np.zeros(BUCKETS + 1, dtype=np.float32)
    ranks[:BUCKETS] = linear.coef_[0]
    return replace(draft, ranks=ranks, rank_bias=float(linear.intercept_[0]), trees=_laid_out(trees))


def _laid_out(model: Any) -> Trees:
    """The trees of scikit-learn as arrays of our own."""
    parts: dict[str, list[np.ndarray]] = {key: [] for key in ("feature", "threshold", "left", "right", "value")}
    roots, at = [], 0
    for (predictor,) in model._predictors:
        nodes = predictor.nodes
        leaf = nodes["is_leaf"].astype(bool)
        roots.append(at)
        parts["feature"].append(np.where(leaf, 0, nodes["feature_idx"]).astype(np.int16))
        parts["threshold"].append(np.where(leaf, 0.0, nodes["num_threshold"]).astype(np.float32))
        parts["left"].append(np.where(leaf, 0, nodes["left"].astype(np.int64) + at).astype(np.int32))
        parts["right"].append(np.where(leaf, 0, nodes["right"].astype(np.int64) + at).astype(np.int32))
        parts["value"].append(np.where(leaf, nodes["value"], 0.0).astype(np.float32))
        at += len(nodes)
    joined = {key: np.concatenate(arrays) for key, arrays in parts.items()}
    return Trees(**joined, roots=np.array(roots, dtype=np.int32), bias=float(model._baseline_prediction[0, 0]))


def unseen_chances(found: Looked, examples: Sequence[Example], draft: Head) -> np.ndarray:
    """The chances of all spans, each by a second model that did not learn from its part."""
    folds = np.repeat([fold_of(e) for e in examples], found.counts)
    chances = np.zeros(len(folds))
    for fold in range(FOLDS):
        rest, part = folds != fold, folds == fold
        head = with_ranks(draft, Looks(found.looks.rows[rest], found.looks.numbers[rest]), found.right[rest])
        chances[part] = ranked(head, Looks(found.looks.rows[part], found.looks.numbers[part]))
    return chances


def tuned(
    found: Looked, examples: Sequence[Example], said: Sequence[Reading], draft: Head, head: str
) -> tuple[float, float, dict[str, float]]:
    """The value from which spans are reported, the weight of touching, and the scores they give on unseen parts."""
    chances = unseen_chances(found, examples, draft)
    parts = np.split(chances, np.cumsum(found.counts)[:-1])
    gold = [e.gold[SOURCES[head][1]] for e in examples]
    best: tuple[float, float, float, dict[str, float]] = (-1.0, 0.0, 0.0, {})
    for touch in (0.0, 0.1, 0.2):
        for least in np.arange(0.1, 0.43, 0.04):
            tried = replace(draft, least=float(least), touch=touch)
            predicted = [
                {e.span(c) for c in decided(r.spans, p, r.tags, tried, head)} if r.spans else set()
                for e, r, p in zip(examples, said, parts, strict=True)
            ]
            scores = score(predicted, gold)
            # Exact borders count, and that a span is where one is expected; in green2022 spans are so many and so long
            # that nearly everything overlaps one, so there the borders alone decide.
            value = scores["strict"] + (scores["overlap"] if head != "green" else 0.0)
            if value > best[0]:
                best = (value, float(least), touch, scores)
        if head == SNIPPET:
            break
    return best[1], best[2], best[3]
