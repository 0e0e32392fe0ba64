"""The child's own watch, for systems that do not bound memory, and for a parent that is gone: it ends itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from gapcheck.parsers import serve
from tests.parsers import pdf_files

ROOT = Path(__file__).resolve().parents[2]
GOOD = pdf_files.pages([pdf_files.lines(72, 80, ["Jane Doe", "Plumber"])])
# A system of which the child knows no limit of address space, as on Windows; there it polls the memory in use.
CODE = "import sys; sys.platform = 'freebsd14'; sys.argv[1:] = ['{}', 'pdfminer']; from gapcheck.parsers import serve; serve.main()"
pytestmark = [pytest.mark.timeout(300), pytest.mark.skipif(os.name == "nt", reason="memory is told in another way")]


def child(memory: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", CODE.format(memory)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )


def ask(process: subprocess.Popen[bytes], data: bytes, seconds: float = 60.0) -> bytes | None:
    request = {"source": "cv.pdf", "password": None, "engine": "pdfminer", "rescue": False, "max_pages": 50}
    serve.send(process.stdin, json.dumps(request | {"max_chars": 500_000, "seconds": seconds}).encode())
    serve.send(process.stdin, data)
    return serve.receive(process.stdout)


@pytest.mark.parametrize(
    ("data", "seconds", "memory", "code"),
    [
        (pdf_files.flate_bomb(400), 60.0, 200_000_000, serve.EXIT_MEMORY),
        (pdf_files.slow(), 0.1, 2_000_000_000, serve.EXIT_TIME),
    ],
    ids=["memory", "time"],
)
def test_a_child_that_nobody_bounds_ends_itself(data: bytes, seconds: float, memory: int, code: int) -> None:
    with child(memory) as process:
        assert serve.receive(process.stdout) == b"{}"
        answer = ask(process, GOOD)
        assert answer is not None
        assert b"Jane Doe" in answer
        assert ask(process, data, seconds) is None
        assert process.wait(60) == code


def test_the_child_ends_when_its_parent_is_gone() -> None:
    with child(2_000_000_000) as process:
        assert serve.receive(process.stdout) == b"{}"
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(60) == 0
