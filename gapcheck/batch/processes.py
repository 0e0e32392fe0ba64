"""The one seam for processes: pure functions on tasks, run by `joblib.Parallel`, results in order.

    for result in run(function, tasks, jobs=2): ...

The same call runs on a cluster inside `with joblib.parallel_config(backend="dask")`, and on Ray or Spark after
`ray.util.joblib.register_ray()` or `joblibspark.register_spark()`: then leave *jobs* at None.
"""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from gapcheck.errors import ConfigError

if TYPE_CHECKING:
    from joblib import Parallel

Task = TypeVar("Task")
Result = TypeVar("Result")

_AHEAD = 32
"""Tasks for each process that are under way or waiting to be taken: what bounds memory when the reader is slow."""


def run(function: Callable[[Task], Result], tasks: Iterable[Task], *, jobs: int | None = None) -> Iterator[Result]:
    """`map(function, tasks)`, lazily and in order; with *jobs* 1 in this process.

    None means what a surrounding `joblib.parallel_config` says, and one process where there is none; -1 all cores.
    *function* must be picklable, and must return its errors: one that it raises ends the run.
    """
    from joblib import delayed, effective_n_jobs

    check_jobs(jobs)
    if jobs == 1 or (jobs is None and effective_n_jobs(None) == 1 and not _configured()):
        yield from map(function, tasks)
        return
    work = function if _configured() else _Settled(function)
    source = iter(tasks)
    with _parallel(jobs) as parallel:
        while window := list(islice(source, _AHEAD * workers(jobs))):
            wanted = iter(window)
            results = parallel(delayed(work)(task) for task in wanted)
            try:
                for result in results:  # noqa: UP028 (a reader that stops must not stop joblib's generator)
                    yield result
            except GeneratorExit:
                # The few tasks under way are let finish: breaking them off can break the pool of processes too.
                deque(wanted, maxlen=0)
                deque(results, maxlen=0)
                raise


_settled = 0
"""Tasks that this process has done as a worker, up to the last number below."""
_FREEZE_AFTER = (1, 4, 16)


@dataclass(frozen=True, slots=True)
class _Settled(Generic[Task, Result]):
    """*function* for a worker process of our own: what the first tasks load stays and is never garbage.

    loky collects garbage every second, and would walk over the lexicon and all libraries each time.
    """

    function: Callable[[Task], Result]

    def __call__(self, task: Task) -> Result:
        global _settled
        result = self.function(task)
        if _settled < _FREEZE_AFTER[-1]:
            _settled += 1
            if _settled in _FREEZE_AFTER:
                gc.freeze()
        return result


def check_jobs(jobs: int | None) -> None:
    """Raises ConfigError for a number of processes that means nothing."""
    if jobs is not None and (jobs == 0 or jobs < -1):
        raise ConfigError(f"jobs is {jobs}", hint="Give 1 or more, or -1 for all cores.")


def workers(jobs: int | None) -> int:
    """How many processes *jobs* means here."""
    from joblib import effective_n_jobs

    return max(1, int(effective_n_jobs(jobs)))


def cores() -> int:
    """Processor cores that this process may use, which a container may limit."""
    from joblib import cpu_count

    number: int = cpu_count()
    return number


def _configured() -> bool:
    from joblib.parallel import get_active_backend

    backend: Any = get_active_backend()[0]
    return type(backend).__name__ != "LokyBackend"  # the one that is used where nothing was said


def _parallel(jobs: int | None) -> Parallel:
    from joblib import Parallel

    # One task is one unit of work already: joblib's own batching would only delay the first rows.
    options: dict[str, Any] = {"n_jobs": jobs, "batch_size": 1, "pre_dispatch": "3*n_jobs"}
    if not _configured():
        # The processes of a batch that was killed end themselves after a minute without work, not after five.
        options |= {"backend": "loky", "idle_worker_timeout": 60}
    try:
        return Parallel(return_as="generator", **options)
    except ValueError:  # a backend that cannot stream, such as Spark: its windows come whole
        return Parallel(**options)
