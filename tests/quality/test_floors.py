"""The figures of data/floors.json do not fall. They need the shared corpora and are skipped, loudly, without them.

A test that fails lists which requirements of the cases in the project changed since they were last accepted
(`python -m tests.quality.gold --changes` lists them any time, `--accept` accepts them).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.quality import gold, outcomes

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("GAPCHECK_SHARED", ROOT.parent / "shared"))
FLOORS: dict[str, Any] = json.loads((ROOT / "data" / "floors.json").read_text(encoding="utf-8"))
SCORER = SHARED / "eval" / "score_gold.py"

pytestmark = [
    pytest.mark.quality,
    pytest.mark.skipif(not SCORER.exists(), reason=f"NO QUALITY CHECK: the shared corpora are not at {SHARED}"),
]


def value(figures: dict[str, Any], name: str) -> float:
    """A figure by name; of precision, recall and F1 the last."""
    found = figures[name]
    return float(found[-1] if isinstance(found, list) else found)


def check(figures: dict[str, Any], limits: dict[str, dict[str, float]], explain: Callable[[], str]) -> None:
    """Fail with what *explain* says when a figure is beyond its limit."""
    low = {n: value(figures, n) for n, floor in limits.get("at_least", {}).items() if value(figures, n) < floor}
    high = {n: value(figures, n) for n, ceiling in limits.get("at_most", {}).items() if value(figures, n) > ceiling}
    if low or high:
        floors = {n: limits["at_least"][n] for n in low}
        ceilings = {n: limits["at_most"][n] for n in high}
        pytest.fail(f"{low} below {floors}; {high} above {ceilings}\n{explain()}", pytrace=False)


@cache
def changed(folder: str) -> str:
    """What is said otherwise than accepted of the cases in data/*folder*, as plain text."""
    found = outcomes.measured(gold.Steady(), (folder,))
    return f"data/{folder}:\n{outcomes.listed(outcomes.changes(outcomes.accepted(), found))}"


@pytest.mark.parametrize("dress", ["plain", "nobullets", "oneline", "html"])
def test_gold(dress: str) -> None:
    check(gold.figures(SCORER, "--as", dress), FLOORS[f"gold {dress}"], lambda: changed("gold"))


def test_cases() -> None:
    found = gold.figures(SCORER, "--gold", str(ROOT / "data" / "cases"))
    check(found, FLOORS["cases plain"], lambda: changed("cases"))


def test_peer_cases() -> None:
    # In a process of its own: the scorer leaves files open, which is a warning, and warnings are errors here.
    command = [sys.executable, str(Path(__file__).with_name("peer_cases.py")), str(SHARED / "eval" / "peer_cases")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    check(json.loads(done.stdout), FLOORS["peer cases"], lambda: "see tests/quality/peer_cases.py FOLDER --detail")


def test_the_bundled_gold_cases_are_scored_without_the_shared_ones() -> None:
    figures = gold.figures(SCORER, "--gold", str(ROOT / "data" / "gold"))
    assert figures["failed"] == 0
    assert figures["pairs"] == 36
