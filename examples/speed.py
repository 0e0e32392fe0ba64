"""How fast is gapcheck on this machine? Prints ratios, which say more than seconds do.

    python examples/speed.py [RUNS]

1. `gapcheck --help` against a Python that does nothing.
2. A whole check of a two-page PDF, started cold, against `import spacy` alone.
3. Warm checks of texts that are already parsed, in milliseconds of processor time, and what they consist of. The texts
   take turns, so that no result of the last round helps the next.

Each figure is the best of some runs, taken in turn: other work on the machine then slows both sides of a ratio alike.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import gapcheck

DATA = Path(__file__).resolve().parents[1] / "data"
RESUME = DATA / "pairs" / "resumes" / "data-engineer__ilse.pdf"
POSTING = DATA / "pairs" / "postings" / "hvac-technician.txt"
WORDS = 700
"""Words of the posting that the figure for reading one is given for."""


def starts(commands: dict[str, tuple[str, ...]], runs: int) -> dict[str, tuple[float, float]]:
    """Seconds on the clock and of processor time (child processes included) of a fresh Python for each command."""
    # As when installed: with bytecode, which the run that does not count writes.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    best = dict.fromkeys(commands, (float("inf"), float("inf")))
    for number in range(runs + 1):
        for name, arguments in commands.items():
            clock, work = time.perf_counter(), children()
            subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL, env=kept)
            if number:
                taken = time.perf_counter() - clock, children() - work
                best[name] = min(best[name][0], taken[0]), min(best[name][1], taken[1])
    return best


def children() -> float:
    """Processor seconds of the child processes so far."""
    try:
        import resource
    except ImportError:  # Windows has no such count
        return 0.0
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def milliseconds(act: Callable[[], object], times: int, runs: int) -> float:
    """Processor time of one of the *times* things that *act* does, at best."""
    best = float("inf")
    for _ in range(runs):
        started = time.process_time()
        act()
        best = min(best, time.process_time() - started)
    return best / times * 1000


def warm(runs: int) -> None:
    """Prints what a check costs in a process that has done some before."""
    analyzer = gapcheck.Analyzer()
    asked = {path.stem: gapcheck.parse(path) for path in sorted((DATA / "gold" / "postings").glob("*.txt"))}
    shown = [(path.stem, gapcheck.parse(path)) for path in sorted((DATA / "gold" / "resumes").glob("*.txt"))]
    texts = [(resume, asked[name.split("__")[0]]) for name, resume in shown]
    postings = {name: analyzer.posting(document) for name, document in asked.items()}
    read = [(analyzer.resume(resume), postings[name.split("__")[0]]) for name, resume in shown]
    words = sum(len(document.text.split()) for document in asked.values())
    for resume, posting in read:
        analyzer.analyze(resume, posting)

    def tell(what: str, act: Callable[[], object], times: float) -> None:
        print(f"{what:<46}{milliseconds(act, 1, runs) / times:6.1f} ms of processor time")

    tell("warm check of parsed texts, report and all", lambda: [analyzer.analyze(*pair) for pair in texts], len(texts))
    tell("    of texts that were read, report and all", lambda: [analyzer.analyze(*pair) for pair in read], len(read))
    tell("    of texts that were read, matches only", lambda: [analyzer.matches(*pair) for pair in read], len(read))
    resume, others = read[0][0], list(postings.values())
    tell(
        "    the same resume against the next posting",
        lambda: [analyzer.matches(resume, p) for p in others],
        len(others),
    )
    tell(f"a posting of {WORDS} words", lambda: [analyzer.posting(d) for d in asked.values()], words / WORDS)
    tell("a resume, read", lambda: [analyzer.resume(d) for _, d in shown], len(shown))


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    found = starts(
        {
            "python -c pass": ("-c", "pass"),
            "gapcheck --help": ("-m", "gapcheck", "--help"),
            "import spacy": ("-c", "import spacy"),
            "cold check, two-page PDF": ("-m", "gapcheck", str(RESUME), str(POSTING), "--no-config"),
        },
        runs,
    )
    for name, base in (("gapcheck --help", "python -c pass"), ("cold check, two-page PDF", "import spacy")):
        (clock, work), (least, little) = found[name], found[base]
        ratio = f"{clock / least:.1f} x {base} on the clock"
        ratio += f", {work / little:.1f} x in processor time" if little else ""
        print(f"{name:<28}{clock:6.2f} s, {ratio}")
    warm(runs)


if __name__ == "__main__":
    main()
