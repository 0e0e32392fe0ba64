"""Requirements are found in postings of every layout; and the measure itself is right on made examples."""

from __future__ import annotations

import pytest

from tests.quality import layouts
from tests.quality.test_floors import FLOORS

pytestmark = pytest.mark.quality


def test_requirements_are_found_in_every_layout() -> None:
    found = layouts.figures(list(layouts.measured()))
    low = {name: value for name, value in found.items() if value < FLOORS["layouts"]["at_least"].get(name, 0.0)}
    assert not low, f"{low} below {FLOORS['layouts']}; see python -m tests.quality.layouts --detail"


def test_a_quote_is_paired_with_the_requirement_that_shares_most_of_its_words() -> None:
    asked = ["Forklift licence", "Two years of driving", "Spanish"]
    read = ["Two years of driving a van", "A forklift licence", "Welding of pipes"]
    assert layouts.paired(asked, read) == {(0, 1), (1, 0)}
    found = layouts.Found("x", tuple(asked), tuple(read), layouts.paired(asked, read))
    assert layouts.figures([found]) == {"precision": 2 / 3, "recall": 2 / 3, "f1": 4 / 6}


def test_one_requirement_is_paired_once() -> None:
    assert len(layouts.paired(["First aid", "First aid"], ["First aid"])) == 1
