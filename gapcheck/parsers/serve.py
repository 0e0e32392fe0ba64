"""The child process in which PDF files are read; `isolate.py` starts it and speaks with it over pipes.

What they send is frames: four bytes of length, then JSON (never pickle); a request is followed by a second frame, the
bytes of the file. This process imports an engine and the layout, and nothing that is large.
"""

from __future__ import annotations

import gc
import json
import os
import struct
import sys
import threading
import time
from functools import cache
from typing import IO, Any

from gapcheck.errors import GapcheckError
from gapcheck.settings import Limits, Settings

EXIT_MEMORY = 77
"""Exit status when more memory was needed than allowed."""
EXIT_TIME = 78
"""Exit status when nobody ended it in time."""
_INTERPRETER = 150_000_000
"""Bytes of address space that Python, pdfminer and their libraries take before a file is opened."""
_MAX_FRAME = 2**31


def send(pipe: IO[bytes] | None, data: bytes) -> None:
    """Write one frame."""
    if pipe is None:
        raise OSError("no pipe")
    pipe.write(struct.pack(">I", len(data)))
    pipe.write(data)
    pipe.flush()


def receive(pipe: IO[bytes] | None) -> bytes | None:
    """One frame, or None at the end of the stream."""
    if pipe is None:
        return None
    try:
        head = pipe.read(4)
        if len(head) < 4:
            return None
        (length,) = struct.unpack(">I", head)
        if length > _MAX_FRAME:
            return None
        data = pipe.read(length)
    except (OSError, ValueError):
        return None
    return data if len(data) == length else None


# --- requests ------------------------------------------------------------------------------------------------


def main() -> None:
    """Serve requests on standard input until it ends."""
    import logging
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    logging.disable(logging.CRITICAL)
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115  nothing but frames may go to the parent
    _preload(sys.argv[2])
    # what is loaded stays, and the glyphs of a page are thousands of objects without a cycle among them
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
    watch = _limit_memory(int(sys.argv[1]))
    send(answers, b"{}")
    while (head := receive(requests)) is not None:
        request = json.loads(head)
        data = receive(requests)
        if data is None:
            return
        watch.deadline = time.monotonic() + request["seconds"] + 2
        answer = _answer(request, data)
        watch.deadline = None
        send(answers, answer)


def _preload(engine: str) -> None:
    """Load the engine that is asked for first; the other one when it is needed."""
    if engine == "pdfminer":
        _pdfminer()
        return
    from gapcheck.parsers import pdf, pdfium  # noqa: F401

    if pdfium.installed():
        import pypdfium2.raw  # noqa: F401


@cache
def _pdfminer() -> None:
    import pdfminer.pdfdocument
    import pdfminer.pdfinterp  # noqa: F401

    from gapcheck.parsers.pdf import bound_fonts

    bound_fonts()


def _answer(request: dict[str, Any], data: bytes) -> bytes:
    from gapcheck.parsers import pdf

    if request["engine"] == "pdfminer":
        _pdfminer()
    settings = Settings(
        pdf_engine=request["engine"],
        password=request["password"],
        limits=Limits(max_pages=request["max_pages"], max_posting_chars=request["max_chars"]),
    )
    try:
        answer = pdf.extract(data, source=request["source"], settings=settings, rescue=request["rescue"]).to_json()
        return json.dumps(answer).encode()
    except MemoryError:
        return json.dumps({"error": "WorkerMemory"}).encode()
    except GapcheckError as error:
        answer = {"error": type(error).__name__, "message": error.message, "hint": error.hint, "source": error.source}
        answer |= {name: getattr(error, name) for name in ("limit", "value", "maximum") if hasattr(error, name)}
        return json.dumps(answer).encode()
    except Exception as error:  # a mistake of ours or of a library: its kind may be told, its words may be personal
        answer = {"error": "CorruptFile", "message": f"cannot be read ({type(error).__name__})"}
        answer |= {"hint": "Export the PDF again, or give a DOCX or text file.", "source": request["source"]}
        return json.dumps(answer).encode()


class _Watch:
    """Ends the child when its parent is not there to do so, and where the system does not bound its memory."""

    def __init__(self, maximum: int | None) -> None:
        self.deadline: float | None = None
        self._maximum = maximum
        threading.Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        while True:
            time.sleep(0.05 if self._maximum is not None else 0.5)
            deadline = self.deadline
            if deadline is not None and time.monotonic() > deadline:
                os._exit(EXIT_TIME)
            if self._maximum is not None and _resident() > self._maximum:
                os._exit(EXIT_MEMORY)


def _limit_memory(maximum: int) -> _Watch:
    """Bound the address space where the system does that, else watch the memory in use."""
    if sys.platform.startswith("linux"):
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        wanted = min(maximum, hard) if hard != resource.RLIM_INFINITY else maximum
        if wanted < 2**62:
            resource.setrlimit(resource.RLIMIT_AS, (max(wanted, _INTERPRETER), hard))
        return _Watch(None)
    return _Watch(maximum)


def _resident() -> int:
    """Bytes of memory that this process has in use, at their highest."""
    if sys.platform == "win32":
        return _resident_windows()
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used if sys.platform == "darwin" else used * 1024


def _resident_windows() -> int:
    import ctypes

    class Counters(ctypes.Structure):  # PROCESS_MEMORY_COUNTERS
        _fields_ = [("cb", ctypes.c_ulong), ("faults", ctypes.c_ulong)] + [
            (f"size{index}", ctypes.c_size_t) for index in range(8)
        ]

    counters = Counters(cb=ctypes.sizeof(Counters))
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009  there on Windows only
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    process = ctypes.c_void_p(kernel.GetCurrentProcess())
    if not kernel.K32GetProcessMemoryInfo(process, ctypes.byref(counters), counters.cb):
        return 0
    return int(counters.size1)  # WorkingSetSize
