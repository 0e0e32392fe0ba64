"""What many documents cost here: milliseconds, documents and pairs a second, memory. Prints figures, judges nothing.

    python examples/scale.py            small: about two minutes
    python examples/scale.py 4          four times as much of everything

1. A warm pair: one resume against one posting, both read before.
2. 50 resumes x 200 postings (at size 4) as texts, with all cores.
3. One process against two on the same pairs.
4. Memory and cost of a pair while the number of pairs grows.
5. One-page PDF files, by both engines, where pypdfium2 is installed.
6. The prefilter: pairs for each second of processor time, the best 100 of each resume.
"""

from __future__ import annotations

import importlib.util
import multiprocessing
import random
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from gapcheck.analyzer import Analyzer
from gapcheck.batch import Input, analyze_many
from gapcheck.batch.prefilter import Prefilter, hashed, posting_features, shown_features
from gapcheck.batch.stream import Plan, read_resumes
from gapcheck.parsers import parse
from gapcheck.settings import Settings

PAIRS = Path(__file__).resolve().parents[1] / "data" / "pairs"


def texts(side: str) -> list[str]:
    """The bundled resumes or postings as plain text."""
    return [parse(path).text for path in sorted((PAIRS / side).iterdir())]


def mixed(some: list[str], number: int, side: str) -> Iterator[Input]:
    """As many different texts as wanted: the first half of one, the second half of another."""
    rng = random.Random(number)
    for n in range(number):
        one, other = (rng.choice(some).splitlines() for _ in range(2))
        lines = one[: len(one) // 2] + other[len(other) // 2 :] + [f"Reference {n}"]
        yield Input(f"{side} {n}", "\n".join(lines).encode())


def warm_pair(resumes: list[str], postings: list[str]) -> None:
    analyzer = Analyzer()
    people = [analyzer.resume(text.encode()) for text in resumes]
    jobs = [analyzer.posting(text.encode()) for text in postings]
    for _ in range(2):
        started = time.process_time()
        for person in people:
            for job in jobs:
                analyzer.matches(person, job)
        used = time.process_time() - started
    print(f"warm pair                    {used / len(people) / len(jobs) * 1000:.1f} ms of processor time")


def many(resumes: list[str], postings: list[str], size: int) -> None:
    people, jobs = max(1, 50 * size // 4), max(1, 200 * size // 4)
    asked = list(mixed(postings, jobs, "posting"))
    seconds = {}
    for processes in (1, 2):
        warm = analyze_many(list(mixed(resumes, 2, "warm")) * 8, asked[:8], jobs=processes)
        sum(1 for _ in warm)
        started = time.perf_counter()
        rows = sum(1 for _ in analyze_many(mixed(resumes, people, "resume"), asked, jobs=processes))
        seconds[processes] = time.perf_counter() - started
        print(f"{people} x {jobs}, {processes} process(es)     {seconds[processes]:.1f} s, {rows} rows")
    print(f"two processes                {seconds[1] / seconds[2]:.2f} x one")


def growing(resumes: list[str], postings: list[str], size: int) -> None:
    """Each number in a process of its own, because memory that was once used stays counted."""
    for people in (25 * size, 100 * size):
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            pairs, cost, memory = pool.apply(_grow, (resumes, postings, people))
        print(f"{pairs:6} pairs                 {cost * 1000:.1f} ms each, {memory:.0f} MB at most")


def _grow(resumes: list[str], postings: list[str], people: int) -> tuple[int, float, float]:
    asked = list(mixed(postings, 10, "posting"))
    started = time.process_time()
    rows = sum(1 for _ in analyze_many(mixed(resumes, people, "resume"), asked, jobs=1))
    used = time.process_time() - started
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return rows, used / rows, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def pdf_files(size: int) -> None:
    engines = ["pdfminer"] + (["pdfium"] if importlib.util.find_spec("pypdfium2") else [])
    path = next(path for path in sorted((PAIRS / "resumes").glob("*.pdf")))
    for engine in engines:
        settings = Settings(pdf_engine=engine)
        files = [Input(f"{n}.pdf", path.read_bytes() + b"\n%" + str(n).encode()) for n in range(20 * size)]
        sum(1 for _ in read_resumes(files[:4], Plan(settings), jobs=2))
        started = time.perf_counter()
        sum(1 for _ in read_resumes(files, Plan(settings), jobs=2))
        print(
            f"PDF files with {engine:9}     {len(files) / (time.perf_counter() - started):.1f} a second, read as resumes"
        )


def prefilter(resumes: list[str], postings: list[str], size: int) -> None:
    analyzer, rng = Analyzer(), random.Random(1)
    asked = [posting_features(analyzer.posting(text.encode())) for text in postings]
    shown = [sorted(shown_features(analyzer.resume(text.encode()), analyzer.lexicon)) for text in resumes]
    jobs = []
    for _ in range(2500 * size):
        one, other = rng.sample(asked, 2)
        features = {name: weight for part in (one, other) for name, weight in part.items() if rng.random() < 0.5}
        # New postings bring new words: three features in ten are renamed
        jobs.append({n if rng.random() < 0.7 else f"{n}{rng.randrange(300)}": w for n, w in features.items()})
    people = [hashed(rng.sample(names, len(names) * 9 // 10)) for names in rng.choices(shown, k=256 * size)]
    search = Prefilter(jobs)
    started = time.process_time()
    sum(1 for _ in search.search(people, top=100))
    used = time.process_time() - started
    print(f"prefilter                    {len(people) * len(jobs) / used / 1e6:.1f} million pairs for each CPU second")


def main(arguments: list[str]) -> None:
    size = int(arguments[0]) if arguments else 1
    resumes, postings = texts("resumes"), texts("postings")
    warm_pair(resumes, postings)
    many(resumes, postings, size)
    growing(resumes, postings, size)
    pdf_files(size)
    prefilter(resumes, postings, size)


if __name__ == "__main__":
    main(sys.argv[1:])
