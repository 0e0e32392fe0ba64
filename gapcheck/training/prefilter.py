"""Fit the prefilter: `python -m gapcheck.training.prefilter DATA ONET` writes model/prefilter.json.

DATA is the project's data folder, ONET a folder with the text files of O*NET 29.2. The full analysis of resumes of DATA
against its postings, and against some made of every sixth occupation, gives the credit of every requirement; ridge
regression finds what each sort of feature tells of it. Takes a quarter of an hour.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from gapcheck.analyzer import Analyzer
from gapcheck.batch.features import CASES, SORTS, Features, asked_features, cases
from gapcheck.batch.prefilter import Prefilter
from gapcheck.batch.shown import hashed, shown_features
from gapcheck.errors import GapcheckError
from gapcheck.settings import Settings
from gapcheck.training.made_postings import made_postings, occupations
from gapcheck.training.pool import Pool, coverages, credits_of, found_of_ten, pool_of
from gapcheck.types import Kind, Posting, Resume

SEED = 7
RESUMES = 90
"""Resumes that are analysed; all postings are."""
LEARNED = 6
"""One occupation of so many is learned from; the others are left to measure by."""
EACH = 3
"""Postings made for each of them."""
RIDGE = 1.0
WRITTEN = 20
"""What a posting that was written counts beside one that was made."""
_TODAY = "2026-01"
_LEAST, _MOST = 8, 30
"""Requirements of a mixed posting."""
KINDS: tuple[Kind, ...] = tuple(kind for kind in get_args(Kind) if kind != "condition")
Weights = dict[Kind, dict[str, dict[str, float]]]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Full analyses of some resumes against all requirements of a pool."""

    pool: Pool
    written: int
    """How many of the postings, the first ones, were written; the others were made."""
    shown: tuple[frozenset[str], ...]
    """The features of each resume."""
    credits: NDArray[np.float32]
    """Resumes in rows, requirements in columns, 0-1; -1 for what is not stated."""


def read_corpus(data: Path, onet: Path) -> Corpus:
    """The corpus of the texts below *data*, `cases`, `gold` and `pairs`, and of postings made of *onet*."""
    analyzer = Analyzer(settings=Settings(today=_TODAY))
    postings, resumes = (_read(data, side, analyzer) for side in ("postings", "resumes"))
    random.Random(SEED).shuffle(resumes)
    known = occupations(onet)[::LEARNED]
    made = [analyzer.posting(text.encode()) for _, text in made_postings(known, EACH * len(known), SEED + 1)]
    return analysed(analyzer, postings, made, resumes[:RESUMES])


def analysed(
    analyzer: Analyzer, postings: Sequence[Posting], made: Sequence[Posting], resumes: Sequence[Resume]
) -> Corpus:
    """The full analyses of *resumes* against *postings* and those that were *made*."""
    pool = pool_of([*postings, *made], analyzer.settings)
    shown = tuple(shown_features(resume, analyzer.lexicon) for resume in resumes)
    return Corpus(pool, len(postings), shown, credits_of(pool, resumes, analyzer))


def _read(data: Path, side: str, analyzer: Analyzer) -> list[Any]:
    read = analyzer.posting if side == "postings" else analyzer.resume
    found = []
    for folder in ("cases", "gold", "pairs"):
        for path in sorted((data / folder / side).iterdir()):
            try:
                found.append(read(path))
            except GapcheckError as error:
                print(f"left out: {error}", file=sys.stderr)
    return found


@dataclass(frozen=True, slots=True)
class Asked:
    """The features of every requirement of a pool."""

    names: Mapping[str, int]
    by_sort: csr_matrix[Any]
    """Requirements times sorts in rows, features in columns."""
    groups: Mapping[tuple[Kind, str], NDArray[np.float32]]
    """Kind and case -> which requirements are of them (0 or 1)."""


def features_of(pool: Pool) -> Asked:
    """The features of *pool*, without conditions."""
    names: dict[str, int] = {}
    rows, columns, parts = list[int](), list[int](), list[float]()
    for n, req in enumerate(pool.asked):
        if req.kind != "condition":
            for sort, name, part in asked_features(req):
                rows.append(n * len(SORTS) + SORTS.index(sort))
                columns.append(names.setdefault(name, len(names)))
                parts.append(part)
    by_sort = csr_matrix((parts, (rows, columns)), shape=(len(pool.asked) * len(SORTS), len(names)), dtype=np.float32)
    groups = {
        (kind, case): np.array([req.kind == kind and case in cases(req) for req in pool.asked], dtype=np.float32)
        for kind in KINDS
        for case in CASES
    }
    return Asked(names, by_sort, groups)


def fit(corpus: Corpus, asked: Asked, people: Sequence[int], postings: Sequence[int]) -> Weights:
    """The weights learned of some *people* and some *postings* only: those that give the coverage of whole postings best."""
    shares = shares_of(corpus.pool)[list(postings)]
    counts = np.where(np.array(postings) < corpus.written, WRITTEN, 1)
    wide = len(asked.groups) * len(SORTS)
    square, side = RIDGE * np.eye(wide), np.zeros(wide)
    for person in people:
        told = _told(asked, corpus.shown[person])
        inputs = np.concatenate([shares @ (told * group[:, None]) for group in asked.groups.values()], axis=1)
        truth = shares @ np.maximum(corpus.credits[person], 0)
        # what decides is the order among the postings that fit well
        heavy = inputs * (counts * (truth**2 + 0.01))[:, None]
        square += heavy.T @ inputs
        side += heavy.T @ truth
    found = iter(np.linalg.solve(square, side).reshape(len(asked.groups), len(SORTS)).round(3))
    return {
        kind: {case: {sort: float(w) for sort, w in zip(SORTS, next(found), strict=True) if w} for case in CASES}
        for kind in KINDS
    }


def shares_of(pool: Pool) -> csr_matrix[Any]:
    """What each requirement but conditions weighs in its posting: postings x requirements; rows sum to 1."""
    counts = np.array([req.kind != "condition" for req in pool.asked], dtype=np.float64)
    weights = csr_matrix(pool.weights.multiply(counts))
    total = np.maximum(np.asarray(weights.sum(axis=1)).ravel(), 0.5)
    return csr_matrix(weights.multiply(1 / total[:, None]))


def _told(asked: Asked, shown: frozenset[str]) -> NDArray[np.float32]:
    """How much of each sort of feature of each requirement a resume shows: requirements x sorts."""
    vector = np.zeros(len(asked.names), dtype=np.float32)
    vector[[asked.names[name] for name in shown if name in asked.names]] = 1.0
    return np.asarray(asked.by_sort @ vector).reshape(-1, len(SORTS))


def weighed(asked: Asked, weights: Weights, shares: csr_matrix[Any]) -> list[Features]:
    """What `posting_features` makes of postings whose requirements have such *shares* (postings x requirements)."""
    each = sum(
        group[:, None] * np.array([weights[kind][case].get(sort, 0.0) for sort in SORTS])
        for (kind, case), group in asked.groups.items()
    )
    number = shares.shape[1]
    summing = csr_matrix(
        (np.asarray(each).ravel(), (np.repeat(np.arange(number), len(SORTS)), np.arange(number * len(SORTS))))
    )
    found = (shares @ (summing @ asked.by_sort)).tocsr()
    names = list(asked.names)
    return [
        {names[i]: float(value) for i, value in zip(found.indices[a:b], found.data[a:b], strict=True)}
        for a, b in zip(found.indptr, found.indptr[1:], strict=False)
    ]


def agreement(
    corpus: Corpus, asked: Asked, people: Sequence[int], postings: Sequence[int], weights: Weights, size: int
) -> dict[str, float]:
    """How many of the ten best of *size* postings, mixed of the lines of some, are among the first 100, 200, 400 and 800."""
    mixed = Pool(corpus.pool.asked, _mixed(corpus.pool, postings, size))
    search = Prefilter(weighed(asked, weights, shares_of(mixed)))
    first = list(search.search([hashed(corpus.shown[n]) for n in people], top=800))
    full = coverages(mixed, corpus.credits[list(people)])
    return {
        f"of {top}": round(
            float(np.mean([found_of_ten(row, best.postings[:top]) for row, best in zip(full, first, strict=True)])), 3
        )
        for top in (100, 200, 400, 800)
        if top < size
    }


def _mixed(pool: Pool, postings: Sequence[int], size: int) -> csr_matrix[Any]:
    """Postings of some lines of one posting and some of another: what each requirement weighs in each."""
    own = [
        list(zip(row.indices.tolist(), row.data.tolist(), strict=True)) for row in (pool.weights[p] for p in postings)
    ]
    rng, made = random.Random(SEED), list[dict[int, float]]()
    while len(made) < size:
        one, other = rng.sample(own, 2)
        share = rng.random()
        kept = [n for n in one if rng.random() < share] + [n for n in other if rng.random() > share]
        if len(kept) >= _LEAST:
            made.append(dict(kept[:_MOST]))
    rows = np.repeat(np.arange(size), [len(one) for one in made])
    columns, values = zip(*(pair for one in made for pair in one.items()), strict=True)
    return csr_matrix((values, (rows, columns)), shape=(size, len(pool.asked)))


def report(corpus: Corpus) -> dict[str, Any]:
    """The weights, what they were made from, and what half of it finds of the other half."""
    asked = features_of(corpus.pool)
    rng = np.random.default_rng(SEED)
    people, written = rng.permutation(len(corpus.shown)).tolist(), rng.permutation(corpus.written).tolist()
    made = list(range(corpus.written, corpus.pool.weights.shape[0]))
    half = fit(corpus, asked, people[::2], [*written[::2], *made])
    sizes = (500, 1_000, 10_000)
    return {
        "what": "how much of a requirement's credit each sort of feature carries: ridge regression by kind and case",
        "script": "gapcheck/training/prefilter.py",
        "seed": SEED,
        "data": "full analyses of the texts in data/cases, data/gold and data/pairs (CC0 1.0), and of postings made of"
        " O*NET 29.2 (CC BY 4.0, U.S. Department of Labor, Employment and Training Administration)",
        "resumes": len(corpus.shown),
        "postings": corpus.pool.weights.shape[0],
        "requirements": len(corpus.pool.asked),
        "held_out": {
            f"{size} mixed": agreement(corpus, asked, people[1::2], written[1::2], half, size) for size in sizes
        },
        "weights": fit(corpus, asked, people, [*written, *made]),
    }


def main(data: str, onet: str) -> None:
    """Fit, try on what was not fitted, write the weights and what they were made from."""
    value = report(read_corpus(Path(data), Path(onet)))
    folder = Path(str(files("gapcheck.model")))
    (folder / "prefilter.json").write_text(json.dumps(value, indent=1) + "\n", encoding="utf-8")
    print(json.dumps({name: one for name, one in value.items() if name != "weights"}, indent=1))


if __name__ == "__main__":
    main(*sys.argv[1:])
