"""The one seam for processes: pure functions on tasks, run by `joblib.Parallel`, results in order.

    for result in run(function, tasks, jobs=2): ...

The same call runs on a cluster inside `with joblib.parallel_config(backend="dask")`, and on Ray or Spark after
`ray.util.joblib.register_ray()` or `joblibspark.register_spark()`: then leave *jobs* at None.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
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
                with suppress(Exception, KeyboardInterrupt):  # of a process that was stopped: nobody waits for it
                    deque(results, maxlen=0)
                raise


@contextmanager
def stoppable() -> Iterator[None]:
    """For a program that ends when it is stopped: SIGTERM stops it too, its processes end with it, without more words.

    joblib would tell of threads that lost their work and of semaphores that it then takes away.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    stopped = False

    def stop(number: int, _frame: object) -> None:
        nonlocal stopped
        stopped = True
        threading.excepthook = lambda _args: None
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # a second one would break off the ending; SIGTERM still ends all
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        last = threading.Timer(_PATIENCE, os._exit, (128 + number,))  # whatever joblib may wait for
        last.daemon = True
        last.start()
        if number == signal.SIGTERM:
            raise SystemExit(128 + number)
        raise KeyboardInterrupt

    for number, how in before.items():
        if how not in (signal.SIG_IGN, None):  # a shell's background jobs ignore Ctrl-C
            signal.signal(number, stop)
    try:
        with _silent_tracker():
            yield
    except (KeyboardInterrupt, SystemExit):
        _end_processes()
        raise
    finally:
        for number, how in () if stopped else before.items():
            if how is not None:
                signal.signal(number, how)


@contextmanager
def _silent_tracker() -> Iterator[None]:
    """joblib's own process that takes away what a killed program left: it shall do so without a word."""
    name, known = "PYTHONWARNINGS", os.environ.get("PYTHONWARNINGS")
    quiet = "ignore::UserWarning:joblib.externals.loky.backend.resource_tracker"
    os.environ[name] = f"{known},{quiet}" if known else quiet
    try:
        yield
    finally:
        if known is None:
            del os.environ[name]
        else:
            os.environ[name] = known


def _end_processes() -> None:
    if "joblib.externals.loky" not in sys.modules:
        return
    from joblib.externals.loky import reusable_executor

    # Its own way asks programs that a small container has not, and waits.
    pool = getattr(reusable_executor, "_executor", None)
    for process in list((getattr(pool, "_processes", None) or {}).values()):
        with suppress(OSError, TypeError):
            os.kill(process.pid, signal.SIGTERM)


_PATIENCE = 5.0
"""Seconds that a stopped program may take to end."""
_GLANCE = 2.0
"""Seconds after which a process sees that the program which started it is gone."""


def _begin(starter: int) -> None:
    """What a process of our own does first: it leaves Ctrl-C to its *starter*, and ends when that one has ended.

    loky's own waiting for work never ends when the starter was killed while it held a lock.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_after, args=(starter,), daemon=True).start()


def _end_after(starter: int) -> None:
    while os.getppid() == starter:
        time.sleep(_GLANCE)
    os._exit(0)


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
        options |= {"backend": "loky", "idle_worker_timeout": 60, "initializer": _begin, "initargs": (os.getpid(),)}
    try:
        return Parallel(return_as="generator", **options)
    except ValueError:  # a backend that cannot stream, such as Spark: its windows come whole
        return Parallel(**options)
