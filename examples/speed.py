"""How fast is gapcheck on this machine? Prints ratios, which say more than seconds do.

    python examples/speed.py

1. `gapcheck --help` against a Python that does nothing.
2. A whole check of a two-page PDF, started cold, against `import spacy` alone.
3. A warm check of texts that are already parsed, in milliseconds of processor time.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import gapcheck

PAIRS = Path(__file__).resolve().parents[1] / "data" / "pairs"
RESUME = PAIRS / "resumes" / "data-engineer__ilse.pdf"
POSTING = PAIRS / "postings" / "hvac-technician.txt"


def seconds(*arguments: str, times: int = 5) -> float:
    """The fastest of several runs of this Python with *arguments*, on the clock."""
    runs = []
    for _ in range(times):
        started = time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
        runs.append(time.perf_counter() - started)
    return min(runs)


def warm_milliseconds(times: int = 20) -> float:
    """Processor time of one check of two documents that were parsed before."""
    analyzer = gapcheck.Analyzer()
    resume, posting = gapcheck.parse(RESUME), gapcheck.parse(POSTING)
    analyzer.analyze(resume, posting)
    started = time.process_time()
    for _ in range(times):
        analyzer.analyze(resume, posting)
    return (time.process_time() - started) / times * 1000


def main() -> None:
    nothing, help_ = seconds("-c", "pass"), seconds("-m", "gapcheck", "--help")
    print(f"gapcheck --help            {help_:.2f} s, {help_ / nothing:.1f} x python -c pass ({nothing:.2f} s)")
    spacy, cold = seconds("-c", "import spacy"), seconds("-m", "gapcheck", str(RESUME), str(POSTING), "--no-config")
    print(f"cold check, two-page PDF   {cold:.2f} s, {cold / spacy:.1f} x import spacy ({spacy:.2f} s)")
    print(f"warm check, texts parsed   {warm_milliseconds():.1f} ms of processor time")


if __name__ == "__main__":
    main()
