from __future__ import annotations

import random

import numpy as np
import pytest

from gapcheck import scoring
from gapcheck.batch import prefilter
from gapcheck.batch.prefilter import TRUST, Prefilter, hashed, posting_features, resume_features, shown_features

from ..reading import analyzer, posting_of, resume_of
from .made import COOK, NURSE, PILAR, TOMAS

RNG = random.Random(3)
NAMES = [f"f{n}" for n in range(60)]
POSTINGS = [{name: RNG.random() for name in RNG.sample(NAMES, RNG.randint(1, 12))} for _ in range(40)]
RESUMES = [set(RNG.sample(NAMES, RNG.randint(0, 30))) | {"never asked"} for _ in range(25)]


def slow(resume, posting):
    return sum(weight for name, weight in posting.items() if name in resume)


@pytest.mark.parametrize("dense", [1, 7, 512])
@pytest.mark.parametrize("block", [3, 256])
def test_it_agrees_with_a_slow_twin(monkeypatch, dense, block):
    monkeypatch.setattr(prefilter, "DENSE", dense)
    monkeypatch.setattr(prefilter, "_BLOCK", block)
    expected = [[slow(resume, posting) for posting in POSTINGS] for resume in RESUMES]
    search = Prefilter(POSTINGS)
    shown = [hashed(resume) for resume in RESUMES]
    assert np.allclose(search.estimates(shown), expected, atol=1e-5)
    for best, row in zip(search.search(iter(shown), top=5), expected, strict=True):
        assert np.allclose(sorted(row, reverse=True)[:5], best.estimates, atol=1e-5)
        assert [row[i] for i in best.postings] == pytest.approx(list(best.estimates), abs=1e-5)


def test_more_asked_for_than_there_are_gives_all():
    (best,) = Prefilter(POSTINGS[:3]).search([hashed(RESUMES[0])], top=100)
    assert sorted(best.postings) == [0, 1, 2]
    assert list(Prefilter(POSTINGS).search([], top=3)) == []


@pytest.mark.parametrize("postings", [[], [{}], [{}, {}]])
def test_postings_that_ask_for_nothing(postings):
    (best,) = Prefilter(postings).search([hashed({"a"})], top=3)
    assert list(best.estimates) == [0.0] * len(postings)


def test_equal_estimates_come_in_the_order_of_the_postings():
    (best,) = Prefilter([{"a": 0.5}] * 4).search([hashed({"a"})], top=4)
    assert list(best.postings) == [0, 1, 2, 3]


def test_hashes_do_not_depend_on_order():
    assert list(hashed(["b", "a"])) == list(hashed({"a", "b"}))
    assert hashed(["a"]).dtype == np.uint64


def test_the_right_posting_comes_first():
    search = Prefilter([posting_features(posting_of(text)) for text in (NURSE, COOK)])
    shown = [resume_features(resume_of(text), analyzer().lexicon) for text in (PILAR, TOMAS)]
    assert [int(best.postings[0]) for best in search.search(shown, top=2)] == [0, 1]


def test_what_a_resume_shows():
    found = shown_features(resume_of(PILAR), analyzer().lexicon)
    assert {"years:1", "years:5", "wound", "care wound"} <= found
    assert "years:6" not in found


def test_every_kind_has_its_trust():
    from typing import get_args

    from gapcheck.types import Kind

    assert set(TRUST) == set(get_args(Kind)) - {"condition"}


@pytest.mark.quality
def test_its_top_holds_the_top_of_the_full_analysis():
    """Postings mixed from the lines of real ones; of the ten best by full analysis nearly all are in the first 30 %."""
    from dataclasses import replace
    from pathlib import Path

    from gapcheck.parsers import parse

    data = Path(__file__).resolve().parents[2] / "data" / "pairs"
    if not data.is_dir():
        pytest.skip(f"no {data.name}")
    made = analyzer()
    bases = [made.posting(parse(path)) for path in sorted((data / "postings").iterdir()) if path.suffix != ".pdf"]
    rng = random.Random(11)
    mixed = []
    for _ in range(100):
        one, other = rng.sample(bases, 2)
        share = rng.random()
        kept = [r for r in one.requirements if rng.random() < share] + [
            r for r in other.requirements if rng.random() > share
        ]
        if len(kept) >= 5:
            mixed.append(replace(one, requirements=tuple(replace(r, id=f"r{n}") for n, r in enumerate(kept))))
    search = Prefilter([posting_features(posting) for posting in mixed])
    found = []
    for path in [path for path in sorted((data / "resumes").iterdir()) if path.suffix != ".pdf"][:4]:
        resume = made.resume(parse(path))
        full = [scoring.coverage(made.matches(resume, posting), made.settings).score or 0.0 for posting in mixed]
        top = sorted(range(len(mixed)), key=lambda i: (-full[i], i))[:10]
        (best,) = search.search([resume_features(resume, made.lexicon)], top=3 * len(mixed) // 10)
        found += [i in best.postings for i in top]
    assert sum(found) / len(found) >= 0.9
