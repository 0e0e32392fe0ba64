"""How much computing one check may take. Its stages ask `check` at every line and requirement; nothing is interrupted.

Counted is the computing of the calling thread, not the time on the wall: on a busy machine the same files give the same
answer. What waits for the process that reads PDF files has a clock of its own (`Limits.parse_timeout`).
"""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from gapcheck.errors import LimitExceeded


@dataclass(slots=True)
class _Deadline:
    seconds: float
    begun: float
    source: str | None


_RUNNING: ContextVar[_Deadline | None] = ContextVar("gapcheck_deadline", default=None)


@contextmanager
def bounded(seconds: float, source: str | None = None) -> Iterator[None]:
    """Let what is done inside compute for so many seconds; inside another bound only *source*, for the error, is new."""
    if (running := _RUNNING.get()) is not None:
        outer, running.source = running.source, source or running.source
        try:
            yield
        finally:
            running.source = outer
        return
    if seconds == math.inf:
        yield
        return
    token = _RUNNING.set(_Deadline(seconds, time.thread_time(), source))
    try:
        yield
    finally:
        _RUNNING.reset(token)


@contextmanager
def not_counted() -> Iterator[None]:
    """Leave what is done inside out of the count: it belongs to the caller, or is done once for many checks."""
    running, begun = _RUNNING.get(), time.thread_time()
    try:
        yield
    finally:
        if running is not None:
            running.begun += time.thread_time() - begun


def check() -> None:
    """Raise LimitExceeded when the bound that holds here, if any, is used up."""
    running = _RUNNING.get()
    if running is None:
        return
    spent = time.thread_time() - running.begun
    if spent > running.seconds:
        raise LimitExceeded(
            "analyze_timeout",
            round(spent, 1),
            running.seconds,
            message=f"took more than {running.seconds:g} seconds of computing to check",
            hint="Give one posting or one resume for each file, or raise Limits.analyze_timeout.",
            source=running.source,
        )
