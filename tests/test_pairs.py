"""What gapcheck says of the bundled pairs, as agreed: one line for each requirement in tests/golden/pairs.

The diff of a golden file is the review; `GAPCHECK_UPDATE_GOLDEN=1 python -m pytest tests/test_pairs.py` writes the
files anew.
"""

from __future__ import annotations

import difflib
import json
import os
from pathlib import Path

import pytest

from gapcheck.types import Match, Report
from tests.reading import analyzer

PAIRS = Path(__file__).resolve().parents[1] / "data" / "pairs"
GOLDEN = Path(__file__).parent / "golden" / "pairs"
NAMES = sorted(path.stem for path in (PAIRS / "expected").glob("*.json"))
MARKS = {"met": "+", "partial": "~", "missing": "-", "unstated": "?"}


def outline(report: Report) -> str:
    """Score and verdict, the meaning of the marks, and a line for each requirement."""
    coverage = report.coverage
    score = "no score" if coverage.score is None else f"{100 * coverage.score:.1f}"
    marks = ", ".join(f"{mark} {status}" for status, mark in MARKS.items())
    lines = [f"{score} {coverage.verdict}   ({marks})", *map(_line, report.matches)]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _line(match: Match) -> str:
    asked = match.requirement
    keywords = ", ".join(MARKS[keyword.status] + keyword.name for keyword in match.keywords)
    shown = " ".join(match.evidence[0].text.split()) if match.evidence else ""
    shown = shown if len(shown) <= 60 else f"{shown[:59]}…"
    return f"{asked.id:4}{match.status:9}{asked.importance:10}{asked.kind:11}{keywords}" + (
        f" | {shown}" if shown else ""
    )


def report_of(name: str) -> Report:
    case = json.loads((PAIRS / "expected" / f"{name}.json").read_text(encoding="utf-8"))
    return analyzer().analyze(PAIRS / "resumes" / case["resumes"][0]["file"], PAIRS / "postings" / case["posting"])


@pytest.mark.parametrize("name", NAMES)
def test_what_is_said_of_the_bundled_pairs_is_as_agreed(name):
    path, said = GOLDEN / f"{name}.txt", outline(report_of(name))
    if os.environ.get("GAPCHECK_UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(said, encoding="utf-8", newline="\n")
    agreed = path.read_text(encoding="utf-8")
    changed = difflib.unified_diff(agreed.splitlines(), said.splitlines(), "agreed", "now", n=0, lineterm="")
    assert said == agreed, f"{name}: look at every line, then GAPCHECK_UPDATE_GOLDEN=1\n" + "\n".join(changed)


def test_every_golden_file_has_its_pair():
    assert sorted(path.stem for path in GOLDEN.iterdir()) == NAMES
