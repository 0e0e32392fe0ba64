"""A process that checks for ever does not grow; `python tests/quality/memory.py` says so of ten thousand checks."""

from __future__ import annotations

import sys

import pytest

from gapcheck.matchers.similarity import bag_of
from tests.quality.memory import measure


@pytest.mark.timeout(900)
@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="SKIPPED, NOT TESTED: only Linux says how much is in use"
)
def test_four_hundred_checks_of_new_words_leave_next_to_nothing() -> None:
    found = measure(400, warm=200)
    assert found.words == 0
    assert found.megabytes < 12


def test_a_clause_without_end_is_compared_by_its_beginning() -> None:
    assert 10 < len(bag_of("fit a pipe " * 20_000).stems) < 1_000
