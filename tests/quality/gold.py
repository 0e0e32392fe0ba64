"""Figures and single outcomes on the labelled cases.

    python -m tests.quality.gold SCORER [ARGUMENTS]   the figures of the shared scorer, as of January 2026
    python -m tests.quality.gold --changes            what was gained and lost since data/outcomes.tsv was accepted
    python -m tests.quality.gold --accept             the same, and data/outcomes.tsv written anew

Outcomes need nothing but the project: data/gold and data/cases.
"""

from __future__ import annotations

import json
import runpy
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import gapcheck
from gapcheck.settings import Settings
from gapcheck.types import Posting
from tests.quality import outcomes

ROOT = Path(__file__).parents[2]


class Steady(gapcheck.Analyzer):
    """Counts years up to January 2026, as the labels do, and reads a posting once for all its resumes."""

    def __init__(self) -> None:
        super().__init__(settings=Settings(today="2026-01"))
        self.postings: dict[Any, Posting] = {}

    def posting(self, source: Any) -> Posting:
        if source not in self.postings:
            self.postings[source] = super().posting(source)
        return self.postings[source]


def figures(scorer: Path, *arguments: str) -> dict[str, Any]:
    """The figures of `score_gold.py`, run in a process of its own with *arguments*."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "figures.json"
        command = [sys.executable, "-m", __name__, str(scorer), *arguments, "--json", str(target)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
        print(done.stdout)
        assert done.returncode == 0, done.stderr
        result: dict[str, Any] = json.loads(target.read_text(encoding="utf-8"))
        return result


def main(arguments: list[str]) -> int:
    """Run the scorer, or list what changed."""
    if arguments[0] not in ("--changes", "--accept"):
        sys.argv = arguments
        vars(gapcheck)["Analyzer"] = Steady  # of which the scorer makes one
        runpy.run_path(arguments[0], run_name="__main__")
        return 0
    found = outcomes.measured(Steady())
    print(outcomes.listed(outcomes.changes(outcomes.accepted(), found)))
    if arguments[0] == "--accept":
        outcomes.accept(found)
    return 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
