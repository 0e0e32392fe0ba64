"""What becomes of broken, fuzzed and attacking files. Run it: `python tests/quality/hostile.py [--without-pdfium]`.

Reads the folder `hostile` of the shared corpora (GAPCHECK_SHARED, else ../shared beside the project): every file as a
user would give it, with the default limits, one after the other.
"""

from __future__ import annotations

import csv
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gapcheck.errors import GapcheckError
from gapcheck.parsers import parse
from tests.quality.resume_pdfs import SHARED

ROOT = SHARED / "data" / "hostile"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What reading one file gave: "text", or the code of the error, or "FOREIGN" and the class of an error not ours."""

    file: str
    result: str
    letters: int
    seconds: float
    recoverable: bool
    """A PDF of which the baseline got nothing and another reader got text."""


def outcomes(suffixes: tuple[str, ...] = ()) -> Iterator[Outcome]:
    """Every file of the corpus, or those whose names end in one of *suffixes*."""
    with (ROOT / "MANIFEST.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    for row in rows:
        if not suffixes or row["file"].lower().endswith(suffixes):
            lost = row["baseline_tool"] == "pdfminer" and row["baseline_result"] != "text"
            yield _outcome(ROOT / row["file"], lost and int(row["other_reader_chars"] or 0) > 0)


def _outcome(path: Path, recoverable: bool) -> Outcome:
    start, letters = time.monotonic(), 0
    try:
        letters = sum(map(str.isalnum, parse(path).text))
        result = "text" if letters else "EMPTY TEXT"
    except GapcheckError as error:
        result = error.code
    except Exception as error:
        result = f"FOREIGN {type(error).__name__}"
    return Outcome(str(path.relative_to(ROOT)), result, letters, time.monotonic() - start, recoverable)


def share(values: list[float], part: float) -> float:
    """The value below which *part* of *values* lie."""
    return sorted(values)[min(len(values) - 1, int(part * len(values)))]


def hide_pdfium(folder: str) -> None:
    """Make this process and the one that reads PDF files believe that the second engine is not installed."""
    Path(folder, "sitecustomize.py").write_text("import sys\nsys.modules['pypdfium2'] = None\n", encoding="utf-8")
    sys.path.insert(0, folder)
    sys.modules["pypdfium2"] = None  # type: ignore[assignment]


def main() -> int:
    """Print what became of the files, how long they took, and what this process grew by."""
    if not ROOT.is_dir():
        print(f"no corpus at {ROOT}", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        if "--without-pdfium" in sys.argv:
            hide_pdfium(folder)
        next(outcomes())  # what is imported and started once
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        found = list(outcomes())
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    seconds = [outcome.seconds for outcome in found]
    for result, count in Counter(outcome.result for outcome in found).most_common():
        print(f"{count:5} {result}")
    print(f"{len(found)} files; seconds p50 {share(seconds, 0.5):.2f}, p90 {share(seconds, 0.9):.2f}, "
          f"p99 {share(seconds, 0.99):.2f}, longest {max(seconds):.2f}; this process grew by {grown:.0f} MB")  # fmt: skip
    wanted = [outcome for outcome in found if outcome.recoverable]
    print(f"recoverable PDFs read: {sum(outcome.result == 'text' for outcome in wanted)} of {len(wanted)}")
    print(f"worst memory of a process that reads PDF files: {_children():.0f} MB")
    for outcome in sorted(found, key=lambda outcome: -outcome.seconds)[:12]:
        print(f"{outcome.seconds:7.2f}s {outcome.result:18} {outcome.file}")
    return int(any(outcome.result.startswith(("FOREIGN", "EMPTY", "worker_crashed")) for outcome in found))


def _children() -> float:
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


if __name__ == "__main__":
    raise SystemExit(main())
