"""The fit finds which sorts of features carry a requirement's credit, and its weights order postings."""

from __future__ import annotations

import json
from importlib.resources import files

import numpy as np
import pytest

from gapcheck.batch.features import CASES, SORTS, posting_features, trust
from gapcheck.batch.shown import shown_features
from gapcheck.scoring import coverage
from gapcheck.training.made_postings import Occupation, made_postings
from gapcheck.training.pool import coverages, credits_of, found_of_ten, pool_of
from gapcheck.training.prefilter import agreement, analysed, features_of, fit, shares_of, weighed

from ..batch.made import COOK, NURSE, PILAR, TOMAS
from ..reading import analyzer, posting_of, resume_of


def corpus():
    postings = [posting_of(text) for text in (NURSE, COOK)]
    return analysed(analyzer(), postings, [], [resume_of(text) for text in (PILAR, TOMAS)])


def test_a_corpus_holds_the_credit_of_every_requirement():
    made = corpus()
    assert made.credits.shape == (2, len(made.pool.asked))
    assert made.shown[0] == shown_features(resume_of(PILAR), analyzer().lexicon)
    nurse = made.pool.weights[0].indices
    assert made.credits[0, nurse].mean() > made.credits[1, nurse].mean()


def test_every_kind_and_case_gets_weights():
    made = corpus()
    weights = fit(made, features_of(made.pool), [0, 1], [0, 1])
    assert set(weights) == set(trust())
    assert all(tuple(one) == CASES and set().union(*one.values()) <= set(SORTS) for one in weights.values())
    assert np.isfinite([w for one in weights.values() for case in one.values() for w in case.values()]).all()


def test_weighed_postings_are_what_a_posting_becomes():
    made = corpus()
    (nurse, cook) = weighed(features_of(made.pool), trust(), shares_of(made.pool))
    for found, text in ((nurse, NURSE), (cook, COOK)):
        expected = posting_features(posting_of(text))
        assert {name: found.get(name, 0.0) for name in expected} == pytest.approx(expected, abs=1e-5)


def test_the_model_says_what_it_was_made_from():
    told = json.loads((files("gapcheck.model") / "prefilter.json").read_text())
    assert told["script"] == "gapcheck/training/prefilter.py"
    assert set(told["held_out"]) == {"500 mixed", "1000 mixed", "10000 mixed"}
    largest = told["held_out"]["10000 mixed"]
    assert 0.8 < largest["of 100"] < largest["of 400"] <= 1


def test_agreement_counts_the_best_ten(monkeypatch):
    monkeypatch.setattr("gapcheck.training.prefilter._LEAST", 3)
    made = corpus()
    asked = features_of(made.pool)
    found = agreement(made, asked, [0, 1], [0, 1], fit(made, asked, [0, 1], [0, 1]), 150)
    assert set(found) == {"of 100"}
    assert found["of 100"] > 0.9


def test_a_pool_is_covered_as_by_the_full_analysis():
    postings = [posting_of(text) for text in (NURSE, COOK, NURSE)]
    pool = pool_of(postings, analyzer().settings)
    assert len(pool.asked) < sum(len(posting.requirements) for posting in postings)
    people = [resume_of(text) for text in (PILAR, TOMAS)]
    for person, row in zip(people, coverages(pool, credits_of(pool, people, analyzer())), strict=True):
        expected = [coverage(analyzer().matches(person, posting), analyzer().settings).score for posting in postings]
        assert row == pytest.approx(expected)


@pytest.mark.parametrize(
    ("first", "share"), [(range(10), 1.0), (range(2, 12), 1.0), ([0, 1, 14, 15, 16], 0.2), ([], 0.0)]
)
def test_one_as_good_as_the_tenth_counts_as_well_as_it(first, share):
    full = np.array([0.9, 0.8, *[0.7] * 12, *[0.1] * 20])
    assert found_of_ten(full, np.array(first, dtype=np.intp)) == share


def test_made_postings_ask_what_their_occupations_do():
    known = [
        Occupation(
            code, title, tuple(f"{verb} thing {n}." for n in range(12)), ("Scalpels", "Drills", "MEDITECH software")
        )
        for code, title, verb in (("29-1141.00", "Nurses", "Dress"), ("47-2061.00", "Builders", "Build"))
    ]
    made = list(made_postings(known, 6, 1))
    assert made == list(made_postings(known, 6, 1))
    assert [code for code, _ in made] == ["29-1141.00", "47-2061.00"] * 3
    assert len({text for _, text in made}) == 6
    for code, text in made:
        own, other = ("Dress", "Build") if code.startswith("29") else ("Build", "Dress")
        assert text.count(f"- {own} thing") >= 8
        assert other not in text
        assert "degree" in text or "chool" in text or "pprenticeship" in text
