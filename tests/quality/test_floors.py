"""The figures of data/floors.json do not fall. They need the shared corpora and are skipped, loudly, without them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.quality import gold

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


def check(figures: dict[str, Any], limits: dict[str, dict[str, float]]) -> None:
    low = {n: value(figures, n) for n, floor in limits.get("at_least", {}).items() if value(figures, n) < floor}
    high = {n: value(figures, n) for n, ceiling in limits.get("at_most", {}).items() if value(figures, n) > ceiling}
    assert not low, f"fell below the floor {limits['at_least']}"
    assert not high, f"rose above the ceiling {limits['at_most']}"


@pytest.mark.parametrize("dress", ["plain", "nobullets", "oneline", "html"])
def test_gold(dress: str) -> None:
    check(gold.figures(SCORER, "--as", dress), FLOORS[f"gold {dress}"])


def test_peer_cases() -> None:
    # In a process of its own: the scorer leaves files open, which is a warning, and warnings are errors here.
    command = [sys.executable, str(Path(__file__).with_name("peer_cases.py")), str(SHARED / "eval" / "peer_cases")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    check(json.loads(done.stdout), FLOORS["peer cases"])


def test_the_bundled_gold_cases_are_scored_without_the_shared_ones() -> None:
    figures = gold.figures(SCORER, "--gold", str(ROOT / "data" / "gold"))
    assert figures["failed"] == 0
    assert figures["pairs"] == 36
