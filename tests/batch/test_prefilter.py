from __future__ import annotations

import random

import numpy as np
import pytest

from gapcheck import scoring
from gapcheck.batch import features, prefilter
from gapcheck.batch.features import CASES, SORTS, posting_features, trust
from gapcheck.batch.prefilter import Prefilter
from gapcheck.batch.shown import hashed, resume_features

from ..reading import analyzer, posting_of, resume_of
from .made import COOK, NURSE, PILAR, TOMAS

RNG = random.Random(3)
NAMES = [f"f{n}" for n in range(60)]
POSTINGS = [{name: RNG.random() for name in RNG.sample(NAMES, RNG.randint(1, 12))} for _ in range(40)]
RESUMES = [set(RNG.sample(NAMES, RNG.randint(0, 30))) | {"never asked"} for _ in range(25)]


def slow(resume, posting):
    return sum(weight for name, weight in posting.items() if name in resume)


@pytest.mark.parametrize(("axes", "few"), [(512, 8), (39, 20), (39, 0), (60, 3)])
@pytest.mark.parametrize("block", [3, 256])
def test_it_agrees_with_a_slow_twin(monkeypatch, axes, few, block):
    """With as many axes as postings, as many as features, or all features added one by one."""
    monkeypatch.setattr(prefilter, "AXES", axes)
    monkeypatch.setattr(prefilter, "FEW", few)
    monkeypatch.setattr(prefilter, "_BLOCK", block)
    postings = [{name: weight for name, weight in posting.items() if name < "f4"} for posting in POSTINGS]
    expected = [[slow(resume, posting) for posting in postings] for resume in RESUMES]
    search = Prefilter(postings)
    shown = [hashed(resume) for resume in RESUMES]
    assert np.allclose(search.estimates(shown), expected, atol=1e-5)
    for best, row in zip(search.search(iter(shown), top=5), expected, strict=True):
        assert np.allclose(sorted(row, reverse=True)[:5], best.estimates, atol=1e-5)
        assert [row[i] for i in best.postings] == pytest.approx(list(best.estimates), abs=1e-5)


def test_fewer_axes_than_postings_keep_most(monkeypatch):
    exact = Prefilter(POSTINGS).estimates([hashed(resume) for resume in RESUMES])
    monkeypatch.setattr(prefilter, "AXES", 25)
    monkeypatch.setattr(prefilter, "FEW", 0)
    near = Prefilter(POSTINGS).estimates([hashed(resume) for resume in RESUMES])
    assert np.corrcoef(exact.ravel(), near.ravel())[0, 1] > 0.95
    assert not np.allclose(exact, near)


def test_what_few_ask_is_added_to_them_exactly(monkeypatch):
    monkeypatch.setattr(prefilter, "AXES", 1)
    monkeypatch.setattr(prefilter, "FEW", 1)
    search = Prefilter([{"often": 0.1, "a": 0.2}, {"often": 0.1, "b": -0.4}, {"often": 0.1}])
    shown = [hashed({"often", "a", "b"}), hashed({"often"})]
    assert np.allclose(search.estimates(shown), [[0.3, -0.3, 0.1], [0.1, 0.1, 0.1]])


def test_estimates_do_not_depend_on_who_else_is_searched(monkeypatch):
    monkeypatch.setattr(prefilter, "AXES", 25)
    shown = [hashed(resume) for resume in RESUMES]
    alone = [next(Prefilter(POSTINGS).search([one], top=5)).estimates for one in shown]
    assert np.allclose([best.estimates for best in Prefilter(POSTINGS).search(shown, top=5)], alone, atol=1e-6)


def test_a_posting_keeps_its_heaviest_features(monkeypatch):
    whole = posting_features(posting_of(NURSE))
    monkeypatch.setattr(features, "KEPT", 3)
    assert posting_features(posting_of(NURSE)) == {
        name: whole[name] for name in sorted(whole, key=lambda name: (-abs(whole[name]), name))[:3]
    }


def test_numbers_that_look_alike_are_told_apart():
    known = [n << 40 | 5 for n in range(300)]
    places, sure = prefilter._Numbers(known).places(np.array([*known, 5 + (1 << 20), 1 << 63 | 5], dtype=np.uint64))
    assert dict(zip(sure.tolist(), places.tolist(), strict=True)) == {n: n for n in range(300)}


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


def test_every_kind_has_its_trust():
    from typing import get_args

    from gapcheck.types import Kind

    assert set(trust()) == set(get_args(Kind)) - {"condition"}
    assert all(set(cases) == set(CASES) for cases in trust().values())
    assert all(set(sorts) <= set(SORTS) for cases in trust().values() for sorts in cases.values())


@pytest.mark.quality
def test_its_top_holds_the_top_of_the_full_analysis():
    """Postings mixed from the lines of real ones; of the ten best by full analysis nine are in the first 20 %, 97 in 100 in the first 30 %."""
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
    found = {20: [], 30: []}
    for path in [path for path in sorted((data / "resumes").iterdir()) if path.suffix != ".pdf"]:
        resume = made.resume(parse(path))
        full = [scoring.coverage(made.matches(resume, posting), made.settings).score or 0.0 for posting in mixed]
        top = sorted(range(len(mixed)), key=lambda i: (-full[i], i))[:10]
        for share, kept in found.items():
            (best,) = search.search([resume_features(resume, made.lexicon)], top=share * len(mixed) // 100)
            kept += [i in best.postings for i in top]
    assert sum(found[20]) / len(found[20]) >= 0.9
    assert sum(found[30]) / len(found[30]) >= 0.97
