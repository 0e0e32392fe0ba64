"""Fit the prefilter: `python -m gapcheck.training.prefilter DATA` writes model/prefilter.json.

DATA is the project's data folder: the full analysis of its resumes against its postings gives the credit of every
requirement, ridge regression finds what each sort of feature tells of it. Takes some minutes.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from gapcheck import scoring
from gapcheck.analyzer import Analyzer
from gapcheck.batch.features import CASES, SORTS, asked_features, cases, hashed, posting_features, shown_features
from gapcheck.batch.prefilter import Prefilter
from gapcheck.errors import GapcheckError
from gapcheck.settings import Settings
from gapcheck.types import Kind, Posting, Requirement, Resume

SEED = 7
RESUMES = 90
"""Resumes that are analysed; all postings are."""
RIDGE = 10.0
_TODAY = "2026-01"
_MADE = 10_000
_LEAST, _MOST = 8, 30
"""Requirements of a made posting."""
Weights = dict[Kind, dict[str, dict[str, float]]]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Full analyses of every resume against every posting."""

    postings: tuple[Posting, ...]
    asked: tuple[tuple[int, Requirement], ...]
    """Every scored requirement with the number of its posting."""
    shown: tuple[frozenset[str], ...]
    """The features of each resume."""
    credits: NDArray[np.float32]
    """Resumes in rows, requirements in columns, 0-1."""


def read_corpus(data: Path) -> Corpus:
    """The corpus of the texts below *data*: `cases`, `gold` and `pairs`."""
    analyzer = Analyzer(settings=Settings(today=_TODAY))
    postings, resumes = (_read(data, side, analyzer) for side in ("postings", "resumes"))
    random.Random(SEED).shuffle(resumes)
    return analysed(analyzer, postings, resumes[:RESUMES])


def analysed(analyzer: Analyzer, postings: Sequence[Posting], resumes: Sequence[Resume]) -> Corpus:
    """The full analyses of *resumes* against *postings*."""
    asked = [(n, req) for n, posting in enumerate(postings) for req in posting.requirements]
    scored = [n for n, (_, req) in enumerate(asked) if req.review is None and req.kind != "condition"]
    credits = np.zeros((len(resumes), len(scored)), dtype=np.float32)
    for row, resume in zip(credits, resumes, strict=True):
        matches = [match for posting in postings for match in analyzer.matches(resume, posting)]
        row[:] = [{"met": 1.0, "partial": 0.5}.get(matches[n].status, 0.0) for n in scored]
    shown = tuple(shown_features(resume, analyzer.lexicon) for resume in resumes)
    return Corpus(tuple(postings), tuple(asked[n] for n in scored), shown, credits)


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


def fit(corpus: Corpus, people: Sequence[int], postings: Sequence[int]) -> Weights:
    """The weights learned of some *people* and some *postings* only."""
    chosen = set(postings)
    near = _coverage(corpus)[list(people)] ** 2 + 0.02  # what decides is the order among the postings that fit well
    told = _told(corpus)[list(people)]
    weights: Weights = {}
    for kind in get_args(Kind):
        columns = [n for n, (p, req) in enumerate(corpus.asked) if req.kind == kind and p in chosen]
        if kind == "condition":
            continue
        if not columns:  # of a small corpus: nothing is known of them
            weights[kind] = {case: {} for case in CASES}
            continue
        is_case = np.array([[case in cases(corpus.asked[n][1]) for case in CASES] for n in columns], dtype=np.float64)
        inputs = told[:, columns, :, None] * is_case.reshape(1, len(columns), 1, len(CASES))
        rows = inputs.reshape(-1, len(SORTS) * len(CASES))
        heavy = rows * (near[:, columns] / near[:, columns].mean()).reshape(-1, 1)
        credits = corpus.credits[np.ix_(list(people), columns)].reshape(-1)
        found = np.linalg.solve(heavy.T @ rows + RIDGE * np.eye(rows.shape[1]), heavy.T @ credits)
        by_case = found.reshape(len(SORTS), len(CASES)).T.round(3)
        weights[kind] = {
            case: {sort: float(w) for sort, w in zip(SORTS, row, strict=True) if w}
            for case, row in zip(CASES, by_case, strict=True)
        }
    return weights


def _told(corpus: Corpus) -> NDArray[np.float64]:
    """How much of each sort of feature of each requirement a resume shows: resumes x requirements x sorts."""
    places: dict[str, int] = {}
    entries: dict[str, list[tuple[int, int, float]]] = {sort: [] for sort in SORTS}
    for n, (_, req) in enumerate(corpus.asked):
        for sort, name, part in asked_features(req):
            entries[sort].append((places.setdefault(name, len(places)), n, part))
    shown = np.array([[name in one for name in places] for one in corpus.shown], dtype=np.float64)
    told = np.zeros((len(shown), len(corpus.asked), len(SORTS)))
    for number, some in enumerate(entries.values()):
        if some:
            rows, columns, parts = zip(*some, strict=True)
            told[:, :, number] = shown @ csr_matrix((parts, (rows, columns)), shape=(len(places), len(corpus.asked)))
    return told


def _coverage(corpus: Corpus) -> NDArray[np.float64]:
    """For each resume and requirement the coverage of the whole posting."""
    posting = np.array([p for p, _ in corpus.asked])
    sums = np.stack([np.bincount(posting, weights=row) for row in corpus.credits])
    means: NDArray[np.float64] = (sums / np.maximum(np.bincount(posting), 1))[:, posting]
    return means


def agreement(corpus: Corpus, people: Sequence[int], postings: Sequence[int], weights: Weights) -> dict[str, float]:
    """How many of the ten best of 10,000 postings, mixed of the lines of some, are among the first 100, 200 and 400.

    Postings with the score of the tenth best count as well as it.
    """
    made = _mixed(corpus, postings)
    rows = np.repeat(np.arange(len(made)), [len(ids) for ids in made])
    columns = np.array([n for ids in made for n in ids])
    heavy = np.array([float(scoring.weight(req.importance, Settings())) for _, req in corpus.asked])
    shares = csr_matrix((heavy[columns], (rows, columns)), shape=(len(made), len(corpus.asked)))
    full = (shares @ corpus.credits[list(people)].T).T / np.asarray(shares.sum(axis=1)).T
    search = Prefilter([posting_features(_posting(corpus, ids), weights=weights) for ids in made])
    first = list(search.search([hashed(corpus.shown[n]) for n in people], top=400))
    tenth = np.sort(full, axis=1)[:, -10]
    return {
        f"of {top}": round(
            float(
                np.mean(
                    [
                        min(10, int((row[best.postings[:top]] >= least - 1e-9).sum())) / 10
                        for row, best, least in zip(full, first, tenth, strict=True)
                    ]
                )
            ),
            3,
        )
        for top in (100, 200, 400)
    }


def _posting(corpus: Corpus, ids: Sequence[int]) -> Posting:
    asked = tuple(replace(corpus.asked[n][1], id=f"r{place}") for place, n in enumerate(ids))
    return replace(corpus.postings[0], requirements=asked)


def _mixed(corpus: Corpus, postings: Sequence[int]) -> list[list[int]]:
    """Postings of some lines of one posting and some of another, as numbers of requirements."""
    own: dict[int, list[int]] = {p: [] for p in postings}
    for n, (p, _) in enumerate(corpus.asked):
        if p in own:
            own[p].append(n)
    rng, made = random.Random(SEED), list[list[int]]()
    while len(made) < _MADE:
        one, other = rng.sample(list(own.values()), 2)
        share = rng.random()
        kept = [n for n in one if rng.random() < share] + [n for n in other if rng.random() > share]
        if len(kept) >= _LEAST:
            made.append(kept[:_MOST])
    return made


def main(data: str) -> None:
    """Fit, try on what was not fitted, write the weights and what they were made from."""
    corpus = read_corpus(Path(data))
    rng = np.random.default_rng(SEED)
    people, postings = rng.permutation(len(corpus.shown)), rng.permutation(len(corpus.postings))
    half = fit(corpus, people[::2].tolist(), postings[::2].tolist())
    value = {
        "what": "how much of a requirement's credit each sort of feature carries: ridge regression by kind and case",
        "script": "gapcheck/training/prefilter.py",
        "seed": SEED,
        "data": "full analyses of the texts in data/cases, data/gold and data/pairs (CC0 1.0)",
        "resumes": len(corpus.shown),
        "postings": len(corpus.postings),
        "requirements": len(corpus.asked),
        "held_out": agreement(corpus, people[1::2].tolist(), postings[1::2].tolist(), half),
        "weights": fit(corpus, people.tolist(), postings.tolist()),
    }
    folder = Path(str(files("gapcheck.model")))
    (folder / "prefilter.json").write_text(json.dumps(value, indent=1) + "\n", encoding="utf-8")
    print(json.dumps({name: one for name, one in value.items() if name != "weights"}, indent=1))


if __name__ == "__main__":
    main(sys.argv[1])
