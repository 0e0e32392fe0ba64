"""PDF files are read in a process of their own: what hangs, eats memory or crashes there can be ended.

`Worker` is the parent's side, `serve.py` the child's, run as `python -m gapcheck.parsers.isolate`. The child is started
fresh, never forked from a process that may hold threads, and ended when it takes too long.
"""

from __future__ import annotations

import atexit
import contextlib
import dataclasses
import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import gapcheck.errors
from gapcheck.errors import GapcheckError, LimitExceeded, ParseTimeout, WorkerCrashed, WorkerMemory
from gapcheck.parsers import pdfium, serve
from gapcheck.parsers.pages import Extract
from gapcheck.settings import Settings
from gapcheck.types import Document

_START_SECONDS = 60.0
_FIRST_SHARE = 0.6
"""Of the time for a file, what pdfminer gets when pdfium stands by."""
_TRUSTED_HINT = 'If you trust the file, read it with Settings(isolation="none").'


class Pending:
    """A PDF that is being read."""

    def __init__(self, future: Future[Extract], source: str) -> None:
        self._future = future
        self._source = source

    def done(self) -> bool:
        """Whether `result` has no need to wait."""
        return self._future.done()

    def result(self) -> Document:
        """The document; waits for it, and raises what reading raised."""
        return self._future.result().to_document(self._source)


class Worker:
    """Reads PDF files one after the other in a child process, which is replaced when it fails or grows old."""

    def __init__(self) -> None:
        self._jobs: queue.SimpleQueue[tuple[Future[Extract], bytes, str, Settings] | None] = queue.SimpleQueue()
        self._child: _Child | None = None
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="gapcheck-pdf", daemon=True)
        self._thread.start()

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def submit(self, data: bytes, source: str, settings: Settings) -> Pending:
        """Begin to read *data*, so that the caller can do other things meanwhile."""
        if self._closed:
            raise WorkerCrashed("the worker is closed", hint="Make a new Worker.", source=source)
        future: Future[Extract] = Future()
        self._jobs.put((future, data, source, settings))
        return Pending(future, source)

    def read(self, data: bytes, *, source: str, settings: Settings) -> Document:
        """The document of a PDF.

        Raises what `pdf.read` raises, ParseTimeout, WorkerMemory or WorkerCrashed.
        """
        return self.submit(data, source, settings).result()

    def close(self) -> None:
        """End the child process; what is being read is given up."""
        if not self._closed:
            self._closed = True
            self._jobs.put(None)
            child = self._child
            if child is not None:
                child.kill()
            self._thread.join(5)

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            future, data, source, settings = job
            if self._closed or not future.set_running_or_notify_cancel():
                continue
            try:
                result = self._extract(data, source, settings)
            except BaseException as error:  # whatever it is belongs to the one who waits
                future.set_exception(error)
            else:
                future.set_result(result)
        if self._child is not None:
            self._child.kill()

    def _extract(self, data: bytes, source: str, settings: Settings) -> Extract:
        """Read with the chosen engine, and with the other one what the first cannot do in time, memory and health."""
        allowed = settings.limits.parse_timeout
        stands_by = settings.pdf_engine == "pdfminer" and pdfium.installed()
        child = self._ready_child(settings, source)
        start = time.monotonic()
        try:
            return self._ask(child, data, source, settings, allowed * (_FIRST_SHARE if stands_by else 1.0))
        except WorkerCrashed as error:
            # pdfminer is Python, pdfium is not: what ended the process was pdfium, also where it was only the rescue.
            first: GapcheckError = error
            second, rescue = dataclasses.replace(settings, pdf_engine="pdfminer"), False
        except (ParseTimeout, WorkerMemory) as error:
            if not stands_by:
                raise
            first = error
            second, rescue = dataclasses.replace(settings, pdf_engine="pdfium"), True
        child = self._ready_child(settings, source)
        left = max(allowed - (time.monotonic() - start), 0.05 * allowed)
        try:
            return self._ask(child, data, source, second, left, rescue=rescue)
        except GapcheckError as error:
            raise (first if rescue else error) from None

    def _ready_child(self, settings: Settings, source: str) -> _Child:
        limits = settings.limits
        child = self._child
        if child is None or child.memory != limits.worker_memory or child.files >= limits.worker_files:
            if child is not None:
                child.kill()
            child = self._child = _Child(limits.worker_memory, settings.pdf_engine)
            if not child.wait_until_ready():
                self._child = None
                raise WorkerCrashed(
                    "the process that reads PDF files does not start", hint=_TRUSTED_HINT, source=source
                )
        return child

    def _ask(
        self, child: _Child, data: bytes, source: str, settings: Settings, seconds: float, *, rescue: bool = True
    ) -> Extract:
        request = {
            "source": source,
            "password": settings.password,
            "engine": settings.pdf_engine,
            "rescue": rescue,
            "max_pages": settings.limits.max_pages,
            "max_chars": settings.limits.max_posting_chars,
            "seconds": min(seconds, 1e9),
        }
        answer = child.ask(request, data, seconds)
        if answer is None:
            self._child = None
            raise _death(child, settings, source)
        if "error" not in answer:
            return Extract.from_json(answer)
        if answer["error"] == "WorkerMemory":
            self._child = None
            child.kill()
            raise _memory(settings, source)
        raise _error(answer)


class _Child:
    """The child process: started at once, killed by a timer when a file takes too long."""

    def __init__(self, memory: int, engine: str) -> None:
        self.memory = memory
        self.files = 0
        self.late = False
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-W", "ignore", "-X", "utf8", "-m", "gapcheck.parsers.isolate", str(memory), engine],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # pdfminer's log quotes the text of the file
            env=_environment(),
            close_fds=True,
        )

    def wait_until_ready(self) -> bool:
        """Whether the child has come up; waits for it."""
        with self._deadline(_START_SECONDS):
            ready = serve.receive(self._process.stdout) is not None
        if not ready:
            self.kill()
        return ready

    def ask(self, request: dict[str, Any], data: bytes, seconds: float) -> dict[str, Any] | None:
        """The answer to one request, or None when the child ended instead."""
        self.files += 1
        with self._deadline(seconds):
            try:
                serve.send(self._process.stdin, json.dumps(request).encode())
                serve.send(self._process.stdin, data)
                answer = serve.receive(self._process.stdout)
            except (OSError, ValueError):  # the pipe broke: the child is gone
                answer = None
        if answer is None:
            self.kill()
            return None
        decoded: dict[str, Any] = json.loads(answer)
        return decoded

    @contextlib.contextmanager
    def _deadline(self, seconds: float) -> Iterator[None]:
        timer = threading.Timer(min(seconds, threading.TIMEOUT_MAX), self._too_late)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _too_late(self) -> None:
        self.late = True
        self._process.kill()

    def kill(self) -> None:
        """End the process and close its pipes; safe to call again."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError, ValueError):
                    pipe.close()

    @property
    def returncode(self) -> int | None:
        """What the ended process said, negative for a signal."""
        return self._process.poll()


def _environment() -> dict[str, str]:
    """The caller's environment, with the import path that the caller has and without options for Python itself."""
    package = str(Path(gapcheck.errors.__file__).resolve().parents[1])
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV_", "COVERAGE"))}
    # without the empty entry: the child shall not import what lies in the folder from which gapcheck was called
    kept["PYTHONPATH"] = os.pathsep.join([package, *(entry for entry in sys.path if entry and entry != package)])
    kept["PYTHONDONTWRITEBYTECODE"] = "1"
    kept["PYTHONHASHSEED"] = "0"
    return kept


def _timeout(settings: Settings, source: str) -> ParseTimeout:
    seconds = settings.limits.parse_timeout
    return ParseTimeout(
        "parse_timeout",
        seconds,
        seconds,
        message=f"took longer than {seconds:g} seconds to read",
        hint="Print it to a new PDF, or raise Limits.parse_timeout.",
        source=source,
    )


def _memory(settings: Settings, source: str) -> WorkerMemory:
    allowed = settings.limits.worker_memory
    return WorkerMemory(
        "worker_memory",
        allowed,
        allowed,
        message=f"needs more than {allowed / 1e6:,.0f} MB of memory to read",
        hint="Print it to a new PDF, or raise Limits.worker_memory.",
        source=source,
    )


def _death(child: _Child, settings: Settings, source: str) -> GapcheckError:
    code = child.returncode
    if child.late or code == serve.EXIT_TIME:
        return _timeout(settings, source)
    if code == serve.EXIT_MEMORY:
        return _memory(settings, source)
    return WorkerCrashed("the process that read it ended without an answer", hint=_TRUSTED_HINT, source=source)


def _error(answer: dict[str, Any]) -> GapcheckError:
    """The error that the child met, made again here."""
    cls: type[GapcheckError] = getattr(gapcheck.errors, answer["error"], GapcheckError)
    message, hint, source = answer["message"], answer["hint"], answer["source"]
    if issubclass(cls, LimitExceeded):
        numbers = answer["limit"], answer["value"], answer["maximum"]
        return cls(*numbers, message=message, hint=hint, source=source)
    return cls(message, hint=hint, source=source)


# --- one worker for everybody --------------------------------------------------------------------------------

_lock = threading.Lock()
_shared: tuple[int, Worker] | None = None


def submit(data: bytes, *, source: str, settings: Settings) -> Pending:
    """Begin to read a PDF in the shared worker, which is started when first needed."""
    return _shared_worker().submit(data, source, settings)


def read(data: bytes, *, source: str, settings: Settings) -> Document:
    """The document of a PDF, read in the shared worker within the limits of time and memory.

    Raises what `pdf.read` raises, ParseTimeout, WorkerMemory or WorkerCrashed.
    """
    return submit(data, source=source, settings=settings).result()


def close() -> None:
    """End the shared worker; the next file starts a new one."""
    global _shared
    with _lock:
        shared, _shared = _shared, None
    if shared is not None and shared[0] == os.getpid():
        shared[1].close()


def _shared_worker() -> Worker:
    global _shared
    with _lock:
        if _shared is None or _shared[0] != os.getpid():  # a forked process must not talk into its parent's pipes
            if _shared is None:
                atexit.register(close)
            _shared = (os.getpid(), Worker())
        return _shared[1]


if __name__ == "__main__":
    serve.main()
