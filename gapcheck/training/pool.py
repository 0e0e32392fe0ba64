"""Many postings and the full analysis of all that they ask, each requirement once: what the prefilter is fitted to and tried on.

Postings share lines: each different requirement is judged once for a resume. What a second look at a requirement beside
the others of its posting would change is left out: of twenty postings among the best ten it moves one.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from gapcheck import matchers, scoring
from gapcheck.analyzer import Analyzer
from gapcheck.settings import Settings
from gapcheck.types import Posting, Requirement, Resume

_TOGETHER = 1_000
"""Requirements that are asked of every resume before the next ones: what is known of their clauses is kept so long."""


@dataclass(frozen=True, slots=True)
class Pool:
    """Postings, and their requirements each once."""

    asked: tuple[Requirement, ...]
    """Every different requirement that is scored or may be."""
    weights: csr_matrix[Any]
    """What each requirement weighs in each posting: postings x requirements."""


def pool_of(postings: Sequence[Posting], settings: Settings) -> Pool:
    """The requirements of *postings*, without those that a person has to look at."""
    numbers: dict[Hashable, int] = {}
    asked: list[Requirement] = []
    rows, columns, weights = list[int](), list[int](), list[float]()
    for row, posting in enumerate(postings):
        for req in posting.requirements:
            if req.review is not None:
                continue
            number = numbers.setdefault(_content(req), len(asked))
            if number == len(asked):
                asked.append(req)
            rows.append(row)
            columns.append(number)
            weights.append(float(scoring.weight(req.importance, settings)))
    return Pool(tuple(asked), csr_matrix((weights, (rows, columns)), shape=(len(postings), len(asked))))


def _content(req: Requirement) -> Hashable:
    """All of a requirement that its judgement depends on."""
    keywords = tuple([(k.name, k.start - req.start, k.end - req.start, k.concept) for k in req.keywords])
    return req.text, req.kind, req.mode, req.years, req.degree, req.at_least, keywords


def credits_of(pool: Pool, resumes: Sequence[Resume], analyzer: Analyzer) -> NDArray[np.float32]:
    """The credit of each requirement of the pool, resumes in rows (0-1); -1 for a condition of which nothing is said."""
    indexes = [matchers.build_index(resume, analyzer.lexicon) for resume in resumes]
    credits = np.zeros((len(resumes), len(pool.asked)), dtype=np.float32)
    for first in range(0, len(pool.asked), _TOGETHER):
        some = pool.asked[first : first + _TOGETHER]
        for row, index in zip(credits, indexes, strict=True):
            found = [matchers.match(req, index, analyzer.matchers) for req in some]
            row[first : first + len(some)] = [-1.0 if m.status == "unstated" else m.credit for m in found]
            index.known.clear()
    return credits


def coverages(pool: Pool, credits: NDArray[np.float32]) -> NDArray[np.float64]:
    """The coverage of each posting of the pool (0-1), resumes in rows."""
    stated = (credits >= 0).astype(np.float64)
    found: NDArray[np.float64] = (pool.weights @ np.maximum(credits, 0).T) / np.maximum(pool.weights @ stated.T, 0.5)
    return found.T


def found_of_ten(full: NDArray[np.float64], first: NDArray[np.intp]) -> float:
    """The share of the ten best by *full* that are among *first*; one as good as the tenth counts as well as it."""
    tenth = np.sort(full)[-10:][0]
    return min(10, int((full[first] >= tenth - 1e-9).sum())) / min(10, len(full))
