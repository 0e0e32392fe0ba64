"""The fit finds which sorts of features carry a requirement's credit, and its weights order postings."""

from __future__ import annotations

import json
from importlib.resources import files

import numpy as np

from gapcheck.batch.features import CASES, SORTS, shown_features, trust
from gapcheck.training.prefilter import agreement, analysed, fit

from ..batch.made import COOK, NURSE, PILAR, TOMAS
from ..reading import analyzer, posting_of, resume_of


def corpus():
    postings = [posting_of(text) for text in (NURSE, COOK)]
    return analysed(analyzer(), postings, [resume_of(text) for text in (PILAR, TOMAS)])


def test_a_corpus_holds_the_credit_of_every_scored_requirement():
    made = corpus()
    assert made.credits.shape == (2, len(made.asked))
    assert {0, 1} == {number for number, _ in made.asked}
    assert all(req.kind != "condition" for _, req in made.asked)
    assert made.shown[0] == shown_features(resume_of(PILAR), analyzer().lexicon)
    nurse = [n for n, (posting, _) in enumerate(made.asked) if posting == 0]
    assert made.credits[0, nurse].mean() > made.credits[1, nurse].mean()


def test_every_kind_and_case_gets_weights():
    made = corpus()
    weights = fit(made, [0, 1], [0, 1])
    assert set(weights) == set(trust())
    assert all(tuple(one) == CASES and set().union(*one.values()) <= set(SORTS) for one in weights.values())
    assert np.isfinite([w for one in weights.values() for case in one.values() for w in case.values()]).all()


def test_the_model_says_what_it_was_made_from():
    told = json.loads((files("gapcheck.model") / "prefilter.json").read_text())
    assert told["script"] == "gapcheck/training/prefilter.py"
    assert 0.5 < told["held_out"]["of 100"] < told["held_out"]["of 400"] <= 1


def test_agreement_counts_the_best_ten(monkeypatch):
    monkeypatch.setattr("gapcheck.training.prefilter._MADE", 40)
    monkeypatch.setattr("gapcheck.training.prefilter._LEAST", 3)
    made = corpus()
    found = agreement(made, [0, 1], [0, 1], fit(made, [0, 1], [0, 1]))
    assert found == {"of 100": 1.0, "of 200": 1.0, "of 400": 1.0}
