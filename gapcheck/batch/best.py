"""Thousands of resumes against thousands of postings: the full analysis only of the pairs that the prefilter puts first."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeAlias

from gapcheck.batch.features import posting_features
from gapcheck.batch.prefilter import Best, Prefilter
from gapcheck.batch.processes import run, workers
from gapcheck.batch.rows import Row
from gapcheck.batch.shown import Shown, resume_features
from gapcheck.batch.sources import Input, as_inputs
from gapcheck.batch.stream import (
    Packed,
    Plan,
    ReadResume,
    analyzer_of,
    check_resume,
    pack_one,
    pair_key,
    read_one,
    ready,
    sendable,
)

_WINDOW = 64
"""Resumes for each process that are searched together."""

_Asked: TypeAlias = "tuple[Packed, dict[str, float]] | Row"
_Person: TypeAlias = "tuple[ReadResume, Shown] | Row"


@dataclass(frozen=True, slots=True)
class _Chosen:
    plan: Plan
    read: ReadResume
    postings: tuple[Packed, ...]


def analyze_best(
    resumes: Iterable[object],
    postings: Iterable[object],
    plan: Plan | None = None,
    *,
    top: int = 100,
    jobs: int | None = None,
    skip: Container[str] = frozenset(),
) -> Iterator[Row]:
    """For each resume the rows of its *top* postings by a rough estimate, most promising first.

    What cannot be read is a row as in `analyze_many`, whose other arguments are in *plan*. Of the ten postings that the
    full analysis of all pairs would put first, some may be missed: a *top* of 100 holds 95 of 100 of them among 1,000
    postings, of 10,000 it takes 400. What it costs grows with *top*, because each is analysed in full. Postings are held,
    about 10 kB each.
    """
    plan = ready(plan or Plan())
    packed: list[Packed] = []
    features: list[dict[str, float]] = []
    for asked in run(_asked, ((plan, one) for one in sendable(as_inputs(postings, "posting"))), jobs=jobs):
        if not isinstance(asked, Row):
            packed.append(asked[0])
            features.append(asked[1])
        elif asked.key not in skip:
            yield asked
    search = Prefilter(features)
    del features  # the search holds them in a tenth of the memory
    source = iter(as_inputs(resumes, "resume"))
    while window := list(islice(source, _WINDOW * workers(jobs))):
        yield from _window(window, packed, search, plan, top, jobs, skip)


def _window(
    window: Sequence[Input],
    packed: Sequence[Packed],
    search: Prefilter,
    plan: Plan,
    top: int,
    jobs: int | None,
    skip: Container[str],
) -> Iterator[Row]:
    due = [one for one in window if pair_key(one.digest, "") not in skip]
    people = list(run(_person, ((plan, one) for one in sendable(due)), jobs=jobs))
    best = search.search((person[1] for person in people if not isinstance(person, Row)), top=top)
    tasks = [None if isinstance(person, Row) else _task(person[0], next(best), packed, plan, skip) for person in people]
    results = run(_check, (task for task in tasks if task), jobs=jobs)
    for person, task in zip(people, tasks, strict=True):
        if isinstance(person, Row):
            yield person
        elif task:
            yield from next(results)


def _task(read: ReadResume, best: Best, packed: Sequence[Packed], plan: Plan, skip: Container[str]) -> _Chosen | None:
    chosen = (packed[i] for i in best.postings)
    left = tuple(one for one in chosen if pair_key(read.digest, one.digest) not in skip)
    return _Chosen(plan, read, left) if left else None


# --- what runs in another process ------------------------------------------------------------------------------


def _asked(task: tuple[Plan, Input]) -> _Asked:
    found = pack_one(task)
    return found if isinstance(found, Row) else (found, posting_features(found.unpack().posting, task[0].settings))


def _person(task: tuple[Plan, Input]) -> _Person:
    found = read_one(task)
    return found if isinstance(found, Row) else (found, resume_features(found.resume, analyzer_of(task[0]).lexicon))


def _check(task: _Chosen) -> list[Row]:
    return check_resume(task.read, [one.unpack() for one in task.postings], task.plan)
