"""Floors of the span tagger on the development parts of the shared corpora, by the shared scorer as it is."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.quality.resume_pdfs import SHARED

SCORER = SHARED / "eval" / "score_spans.py"
FLOORS = json.loads((Path(__file__).resolve().parents[2] / "data" / "floors.json").read_text(encoding="utf-8"))["spans"]

pytestmark = [
    pytest.mark.quality,
    pytest.mark.skipif(not SCORER.exists(), reason=f"NO QUALITY CHECK: the shared corpora are not at {SHARED}"),
]

_ALL = re.compile(r"^all .*strict \S+ \S+ (\S+)\s+overlap \S+ \S+ (\S+)$", re.MULTILINE)


@pytest.mark.parametrize("corpus", sorted(FLOORS))
def test_spans(corpus: str) -> None:
    name, layer = corpus.split()
    # In a process of its own: the scorer leaves files open, which is a warning, and warnings are errors here.
    command = [sys.executable, str(SCORER), str(SHARED / "data" / name / "dev.json"), "--layer", layer]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    print(done.stdout)
    found = _ALL.search(done.stdout)
    assert found
    figures = {"strict": float(found[1]), "overlap": float(found[2])}
    low = {figure: value for figure, value in figures.items() if value < FLOORS[corpus].get(figure, 0.0)}
    assert not low, f"fell below the floor {FLOORS[corpus]}"
