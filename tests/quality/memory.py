"""Whether a long-running process grows. Run it: `python tests/quality/memory.py [CHECKS]`, ten thousand by default.

Every check has words that no check before it had.
"""

from __future__ import annotations

import gc
import random
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from gapcheck.types import Document
from tests.trades import ASKED, REAL_ASKED, REAL_SHOWN, SHOWN, analyzer, posting_of, resume_of


@dataclass(frozen=True, slots=True)
class Growth:
    """What a number of checks added to this process."""

    checks: int
    megabytes: float
    words: int
    """Entries of spaCy's string store."""
    seconds: float


def resident() -> float:
    """Megabytes that this process has in memory now."""
    gc.collect()
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("the system does not say")


def known_words() -> int:
    """Entries of spaCy's string store. The length of its vocabulary is no measure: it counts what was freed too."""
    return len(analyzer().nlp.vocab.strings)


def check(rng: random.Random) -> None:
    """One check of texts with words never seen before."""
    fresh = ["".join(rng.choices("abcdefghijklmnoprstuvz", k=9)) for _ in range(20)]
    shown = [*rng.sample(SHOWN, 3), *rng.sample(REAL_SHOWN, 2), f"Ran {' '.join(fresh[:10])}"]
    asked = [*rng.sample(ASKED, 2), *rng.sample(REAL_ASKED, 3), f"Experience with {' and '.join(fresh[10:])}"]
    analyzer().analyze(Document.from_text(resume_of(shown)), Document.from_text(posting_of(asked)))


def measure(checks: int, *, warm: int = 600) -> Growth:
    """What *checks* checks add, after *warm* that fill what is meant to be kept."""
    rng = random.Random(1)
    for _ in range(warm):
        check(rng)
    words = known_words()  # loads spaCy, which is no growth
    before, start = resident(), time.monotonic()
    for _ in range(checks):
        check(rng)
    return Growth(checks, resident() - before, known_words() - words, time.monotonic() - start)


if __name__ == "__main__":
    found = measure(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
    print(
        f"{found.checks} checks in {found.seconds:.0f} s: {found.megabytes:+.1f} MB, {found.words:+d} words in the vocabulary"
    )
    sys.exit(found.megabytes > 20 or found.words > 0)
