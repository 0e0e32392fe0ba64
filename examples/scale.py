"""What many documents cost here: milliseconds, documents and pairs a second, memory. Prints figures, judges nothing.

    python examples/scale.py                    small: some minutes
    python examples/scale.py 4                  four times as much of everything: the sizes in examples/README.md
    python examples/scale.py 4 prefilter        one part only: pair, many, growing, pdf, prefilter

1. pair       One resume against one posting, both read before.
2. many       50 resumes x 200 postings (at size 4) as texts, with one process and with two.
3. growing    Memory and cost of a pair for 1,000 pairs and for 20,000 (at size 4).
4. pdf        One-page PDF files, by both engines, where pypdfium2 is installed.
5. prefilter  Resumes against 10,000 postings (at size 4), the best 100 of each, and whether the best ten of the full
              analysis are among them.

The texts are those of data/, about 30 postings and 48 resumes. As many as are wanted are mixed of them: a resume is
the first half of one and the second half of another; a posting for the prefilter is some requirements of one and some
of another. Processor time is what counts on a busy machine: where two processes are compared, both are printed.
"""

from __future__ import annotations

import importlib.util
import multiprocessing
import os
import random
import resource
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy: processor time is told for one core

from gapcheck.analyzer import Analyzer
from gapcheck.batch import Input, analyze_many
from gapcheck.batch.features import Features, trust
from gapcheck.batch.prefilter import Prefilter
from gapcheck.batch.processes import run
from gapcheck.batch.shown import hashed, resume_features, shown_features
from gapcheck.batch.stream import Plan, read_resumes
from gapcheck.errors import GapcheckError
from gapcheck.parsers import parse
from gapcheck.scoring import coverage
from gapcheck.settings import Settings
from gapcheck.training.pool import pool_of
from gapcheck.training.prefilter import features_of, shares_of, weighed
from gapcheck.types import Posting, Resume

DATA = Path(__file__).resolve().parents[1] / "data"
PAIRS = DATA / "pairs"


def texts(side: str) -> list[str]:
    """The bundled resumes or postings as plain text."""
    folders = (PAIRS / side, DATA / "gold" / side)
    return [parse(path).text for folder in folders if folder.is_dir() for path in sorted(folder.iterdir())]


def mixed(some: list[str], number: int, side: str) -> Iterator[Input]:
    """As many different texts as wanted: the first half of one, the second half of another."""
    rng = random.Random(number)
    for n in range(number):
        one, other = (rng.choice(some).splitlines() for _ in range(2))
        lines = one[: len(one) // 2] + other[len(other) // 2 :] + [f"Reference {n}"]
        yield Input(f"{side} {n}", "\n".join(lines).encode())


def pair(size: int) -> None:
    analyzer = Analyzer()
    people = [analyzer.resume(text.encode()) for text in texts("resumes")[: 3 * size]]
    jobs = [analyzer.posting(text.encode()) for text in texts("postings")[:12]]
    rounds = []
    for _ in range(4):  # the first one loads
        started = time.process_time()
        for person in people:
            for job in jobs:
                analyzer.matches(person, job)
        rounds.append((time.process_time() - started) / len(people) / len(jobs))
    print(f"warm pair              {min(rounds) * 1000:.1f} ms of processor time")


# --- one process and two ---------------------------------------------------------------------------------------


def worker_time(_number: int) -> tuple[int, float]:
    """Which process this is and what processor time it has used; slow enough for every process to be asked."""
    time.sleep(0.05)
    return os.getpid(), time.process_time()


def processor_time(processes: int) -> float:
    """What this process and its workers have used so far."""
    workers = dict(run(worker_time, range(8 * processes), jobs=processes)) if processes > 1 else {}
    return sum(workers.values()) + time.process_time()


def many(size: int) -> None:
    people, asked = max(1, 50 * size // 4), list(mixed(texts("postings"), max(1, 200 * size // 4), "posting"))
    resumes = texts("resumes")
    wall, used = {}, {}
    for processes in (1, 2):
        warm = analyze_many(list(mixed(resumes, 24, "warm")), asked[:12], jobs=processes)
        sum(1 for _ in warm)
        before, started = processor_time(processes), time.perf_counter()
        rows = sum(1 for _ in analyze_many(mixed(resumes, people, "resume"), asked, jobs=processes))
        wall[processes] = time.perf_counter() - started
        used[processes] = processor_time(processes) - before
        name = f"{people} x {len(asked)}, {processes} process{'es' if processes > 1 else ''}"
        print(f"{name:22} {wall[processes]:.1f} s for {rows} rows, {used[processes]:.1f} s of processor time")
    free = 2 * used[1] / used[2]
    print(f"two processes          {wall[1] / wall[2]:.2f} x one by the clock, {free:.2f} x if both cores were free")


def growing(size: int) -> None:
    """Each number in a process of its own, because memory that was once used stays counted."""
    for people in (50, 250 * size):
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            pairs, cost, memory = pool.apply(_grow, (people,))
        print(f"{pairs:6} pairs           {cost * 1000:.1f} ms of processor time each, {memory:.0f} MB at most")


def _grow(people: int) -> tuple[int, float, float]:
    resumes, asked = texts("resumes"), list(mixed(texts("postings"), 20, "posting"))
    sum(1 for _ in analyze_many(mixed(resumes, 3, "warm"), asked, jobs=1))
    started = time.process_time()
    rows = sum(1 for _ in analyze_many(mixed(resumes, people, "resume"), asked, jobs=1))
    used = time.process_time() - started
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return rows, used / rows, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


# --- files -----------------------------------------------------------------------------------------------------


def pdf(size: int) -> None:
    engines = ["pdfminer"] + (["pdfium"] if importlib.util.find_spec("pypdfium2") else [])
    paths = [path for path in sorted((PAIRS / "resumes").glob("*.pdf")) if len(parse(path).pages) == 1]
    content = [path.read_bytes() for path in paths]
    for engine in engines:
        plan = Plan(Settings(pdf_engine=engine))
        files = [Input(f"{n}.pdf", content[n % len(content)] + f"\n%{n}".encode()) for n in range(50 * size)]
        for name, work in (("read", _only_read), ("read as resumes", _as_resumes)):
            work(files[:20], plan)
            started = time.perf_counter()
            work(files, plan)
            rate = len(files) / (time.perf_counter() - started)
            print(f"PDF, {engine:8}          {rate:.1f} files a second {name}, by the clock")
        print(f"PDF, {engine:8}          {_file_time(content, engine) * 1000:.0f} ms of processor time to read one")


def _file_time(content: list[bytes], engine: str) -> float:
    """The least of many times, on average: what it costs while nothing else disturbs the caches."""
    settings = Settings(pdf_engine=engine, isolation="none")
    least = []
    for data in content:
        times = []
        for _ in range(20):
            started = time.process_time()
            parse(data, settings=settings)
            times.append(time.process_time() - started)
        least.append(min(times))
    return sum(least) / len(least)


def _parsed(task: tuple[Plan, Input]) -> int:
    plan, one = task
    assert isinstance(one.data, bytes)
    return len(parse(one.data, settings=plan.settings, name=one.name).text)


def _only_read(files: list[Input], plan: Plan) -> None:
    sum(run(_parsed, [(plan, one) for one in files], jobs=2))


def _as_resumes(files: list[Input], plan: Plan) -> None:
    sum(1 for _ in read_resumes(files, plan, jobs=2))


# --- the prefilter ---------------------------------------------------------------------------------------------


def prefilter(size: int) -> None:
    analyzer = Analyzer()
    asked, shown = _readable(analyzer), [analyzer.resume(text.encode()) for text in texts("resumes")]
    made = _features(_mixed_postings(asked, 2500 * size))
    people = _mixed_people(shown, 256, analyzer)
    search = Prefilter(made)
    sum(1 for _ in search.search(people[:64]))
    times = []
    for _ in range(max(4, 10 * size)):  # the same 256 resumes again: 10,000 resumes at size 4
        started = time.process_time()
        sum(1 for _ in search.search(people, top=100))
        times.append(time.process_time() - started)
    rate, best = (len(people) * len(made) / one / 1e6 for one in (sum(times) / len(times), min(times)))
    print(f"prefilter              {rate:.0f} million pairs for each second of processor time, at best {best:.0f}")
    _agreement(analyzer, asked, shown[:: max(1, 12 // size)])


def _agreement(analyzer: Analyzer, asked: list[Posting], people: list[Resume]) -> None:
    """Are the ten postings that the full analysis puts first among the best 100 of the prefilter?"""
    made = _mixed_postings(asked, 500)
    search = Prefilter(_features(made))
    kept = []
    for person in people:
        scores = [coverage(analyzer.matches(person, posting), analyzer.settings).score or 0.0 for posting in made]
        (best,) = search.search([resume_features(person, analyzer.lexicon)], top=100)
        first = sorted(range(len(made)), key=lambda i: (-scores[i], i))[:10]
        kept.append(len(set(first) & set(best.postings.tolist())) / 10)
    print(f"its best 100 of 500    hold {sum(kept) / len(kept):.2f} of the best ten of the full analysis")


def _features(postings: list[Posting]) -> list[Features]:
    """As `posting_features` makes them, but each line once, because mixed postings share their lines."""
    pool = pool_of(postings, Settings())
    return weighed(features_of(pool), trust(), shares_of(pool))


def _readable(analyzer: Analyzer) -> list[Posting]:
    found = []
    for text in texts("postings"):
        try:
            found.append(analyzer.posting(text.encode()))
        except GapcheckError as error:
            print(f"left out: {error.message}", file=sys.stderr)
    return found


def _mixed_postings(asked: list[Posting], number: int) -> list[Posting]:
    rng, made = random.Random(number), []
    while len(made) < number:
        (one, other), share = rng.sample(asked, 2), rng.random()
        kept = [r for r in one.requirements if rng.random() < share]
        kept += [r for r in other.requirements if rng.random() > share]
        if len(kept) >= 5:
            made.append(replace(one, requirements=tuple(replace(r, id=f"r{n}") for n, r in enumerate(kept[:30], 1))))
    return made


def _mixed_people(shown: list[Resume], number: int, analyzer: Analyzer) -> list:
    rng, made = random.Random(number), []
    features = [sorted(shown_features(resume, analyzer.lexicon)) for resume in shown]
    for _ in range(number):
        (one, other), share = rng.sample(features, 2), rng.random()
        kept = {name for name in one if rng.random() < share} | {name for name in other if rng.random() > share}
        made.append(hashed(kept))
    return made


PARTS = {"pair": pair, "many": many, "growing": growing, "pdf": pdf, "prefilter": prefilter}


def main(arguments: list[str]) -> None:
    size = int(arguments[0]) if arguments else 1
    print(f"size {size}; load of this machine before: {os.getloadavg()[0]:.1f}")
    for name in arguments[1:] or PARTS:
        PARTS[name](size)


if __name__ == "__main__":
    main(sys.argv[1:])
