"""What a resume is credited with by postings of wholly other trades does not grow, and what is true of anybody stays."""

from __future__ import annotations

import pytest

from tests.quality import cross_pairs
from tests.quality.test_floors import FLOORS

pytestmark = pytest.mark.quality

LIMITS = FLOORS["cross pairs"]


def test_every_pair_is_of_two_trades_that_know_one_another_not() -> None:
    owner = {posting: trade for trade, postings in cross_pairs.TRADES.items() for posting in postings.split()}
    for resume, posting in cross_pairs.pairs():
        own = owner[resume.split("__")[0]]
        assert owner[posting] in cross_pairs.UNRELATED[own].split()


@pytest.mark.parametrize("kind", LIMITS["at_most"])
def test_credit_by_another_trade(kind: str) -> None:
    figures, limits = cross_pairs.figures()[kind], LIMITS["at_most"][kind]
    beyond = {status: figures[status] for status in limits if figures[status] > limits[status]}
    assert not beyond, f"{kind}: {beyond} above {limits}; see python -m tests.quality.cross_pairs --detail"


@pytest.mark.parametrize("kind", LIMITS["at_least"])
def test_what_is_true_of_people_of_any_trade_is_still_credited(kind: str) -> None:
    # a driver's licence, a school diploma, a cool head: a ceiling alone would be kept by crediting nothing
    assert cross_pairs.figures()[kind]["met"] >= LIMITS["at_least"][kind]
