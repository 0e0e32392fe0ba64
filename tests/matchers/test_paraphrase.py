"""Keywords said in other words."""

from __future__ import annotations

import pytest

from gapcheck.matchers import MET, PARTIAL, paraphrase
from tests.matchers.asking import ask


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("coordinate exhibitions", "Organized exhibitions"),
        ("supervise cashiers", "Led eight cashiers"),
        ("supplier contracts", "Negotiated vendor contracts"),
        ("train employees", "Trained staff"),
    ],
)
def test_other_words_for_the_same(name: str, line: str) -> None:
    found = ask(name, line, matcher=paraphrase.duty, kind="duty")
    assert found is not None
    assert found.method == "duty"
    assert found.score >= PARTIAL


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("supervise cashiers", "Supervised welders"),
        ("coordinate exhibitions", "Coordinated bus drivers"),
        ("prepare tax returns", "Prepared soup"),
    ],
)
def test_the_same_verb_with_another_object_is_not_the_same(name: str, line: str) -> None:
    found = ask(name, line, matcher=paraphrase.duty, kind="duty")
    assert found is None or found.score < MET


@pytest.mark.parametrize("kind", ["tool", "credential", "language"])
def test_no_paraphrase_for_a_named_thing(kind: str) -> None:
    assert ask("Kubernetes", "Ran containers", matcher=paraphrase.duty, kind=kind, concept="Kubernetes") is None
