"""Run the shared scorer over gold cases and return its figures; `python tests/quality/gold.py SCORER [ARGUMENTS]`."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any


def figures(scorer: Path, *arguments: str) -> dict[str, Any]:
    """The figures of `score_gold.py`, run in a process of its own with *arguments*."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "figures.json"
        command = [sys.executable, str(scorer), *arguments, "--json", str(target)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        print(done.stdout)
        assert done.returncode == 0, done.stderr
        result: dict[str, Any] = json.loads(target.read_text(encoding="utf-8"))
        return result


if __name__ == "__main__":
    figures(Path(sys.argv[1]), *sys.argv[2:])
