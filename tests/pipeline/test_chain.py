"""The chain of tags against sums over every tagging."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from gapcheck.pipeline.chain import FIRST_RULES, RULES, Chunk, Sentences, choose, chunks, marginals, sums


def chain(seed: int, lengths: list[int]):
    random = np.random.default_rng(seed)
    scores = random.normal(size=(sum(lengths), 3)) * 2
    return scores, random.normal(size=(3, 3)) + RULES, random.normal(size=3) + FIRST_RULES, Sentences(lengths)


def every_tagging(scores, moves, first):
    """Each tagging with its probability, one by one."""
    found = {}
    for tags in itertools.product(range(3), repeat=len(scores)):
        value = first[tags[0]] + scores[0, tags[0]]
        for i in range(1, len(tags)):
            value += moves[tags[i - 1], tags[i]] + scores[i, tags[i]]
        found[tags] = np.exp(value)
    total = sum(found.values())
    return {tags: value / total for tags, value in found.items()}


def spans_of(tags: tuple[int, ...]) -> set[tuple[int, int]]:
    found, start = set(), -1
    for i, tag in enumerate([*tags, 0]):
        if start >= 0 and tag != 2:
            found.add((start, i))
            start = -1
        if tag == 1:
            start = i
    return found


@pytest.mark.parametrize("seed", range(4))
def test_probabilities_are_those_of_all_taggings(seed: int) -> None:
    lengths = [5, 1, 3]
    scores, moves, first, laid = chain(seed, lengths)
    found = sums(scores, moves, first, laid)
    tags = marginals(found, laid)
    spans = chunks(scores, moves, found, laid, least=1e-9)
    for start, end, said in zip(laid.starts, laid.ends, spans, strict=True):
        every = every_tagging(scores[start : end + 1], moves, first)
        for i in range(start, end + 1):
            for tag in range(3):
                assert tags[i, tag] == pytest.approx(sum(p for t, p in every.items() if t[i - start] == tag), abs=1e-9)
        expected: dict[tuple[int, int], float] = {}
        for t, p in every.items():
            for span in spans_of(t):
                expected[span] = expected.get(span, 0.0) + p
        assert {(s.first, s.last): s.probability for s in said} == pytest.approx(expected, abs=1e-7)


def test_unlikely_spans_are_left_out() -> None:
    scores, moves, first, laid = chain(1, [6])
    found = sums(scores, moves, first, laid)
    every = {(s.first, s.last): s.probability for s in chunks(scores, moves, found, laid, least=1e-9)[0]}
    some = {(s.first, s.last): s.probability for s in chunks(scores, moves, found, laid, least=0.05)[0]}
    assert some == pytest.approx({span: p for span, p in every.items() if p > 0.05})
    assert 0 < len(some) < len(every)


@pytest.mark.parametrize("seed", range(6))
def test_the_chosen_spans_are_the_best_that_do_not_overlap(seed: int) -> None:
    random = np.random.default_rng(seed)
    spans = []
    for _ in range(8):
        first = int(random.integers(0, 10))
        spans.append(Chunk(first, first + int(random.integers(1, 5)), float(random.uniform(0, 1))))
    least = 0.2

    def value(some) -> float:
        return sum(s.probability - least for s in some)

    apart = [
        some
        for n in range(len(spans) + 1)
        for some in itertools.combinations(spans, n)
        if all(a.last <= b.first or b.last <= a.first for a, b in itertools.combinations(some, 2))
    ]
    assert value(choose(spans, least)) == pytest.approx(max(map(value, apart)))


def test_no_spans_no_choice() -> None:
    assert choose([], 0.1) == []
