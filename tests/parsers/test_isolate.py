from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from gapcheck.errors import (
    CorruptFile,
    EncryptedFile,
    GapcheckError,
    LimitExceeded,
    MaliciousFile,
    NoTextFound,
    ParseTimeout,
    WorkerCrashed,
    WorkerMemory,
)
from gapcheck.parsers import isolate, pdf
from gapcheck.parsers.isolate import Worker
from gapcheck.settings import Limits, Settings
from tests.parsers import pdf_files
from tests.parsers.pdf_files import lines, pages, text

GOOD = pages([lines(72, 80, ["Jane Doe", "Plumber", "Fitted pipes in forty houses"])])
DEFAULT = Settings()
SHORT = Settings(limits=Limits(parse_timeout=1.0))


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker() as worker:
        worker.read(GOOD, source="cv.pdf", settings=DEFAULT)  # the child is up
        yield worker


def test_reads_what_the_parser_reads(worker):
    assert worker.read(GOOD, source="cv.pdf", settings=DEFAULT) == pdf.read(GOOD, source="cv.pdf", settings=DEFAULT)


def test_settings_reach_the_child(worker):
    locked = pdf_files.encrypted(user="secret")
    assert worker.read(locked, source="cv.pdf", settings=Settings(password="secret")).text == "Jane Doe plumber"
    two = pages([text(72, 80, "one"), text(72, 80, "two")])
    assert worker.read(two, source="cv.pdf", settings=Settings(limits=Limits(max_pages=1))).text == "one"


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"%PDF-1.7 nothing", CorruptFile),
        (pdf_files.scan(), NoTextFound),
        (pdf_files.encrypted(user="secret"), EncryptedFile),
        (pages(["".join(lines(72, 80, ["x" * 99] * 9))]), LimitExceeded),
    ],
    ids=["corrupt", "scan", "encrypted", "long"],
)
def test_errors_are_those_of_the_parser(worker, data, error):
    settings = Settings(limits=Limits(max_posting_chars=200))
    with pytest.raises(error) as caught:
        worker.read(data, source="folder/cv.pdf", settings=settings)
    assert type(caught.value) is error
    assert caught.value.source == "cv.pdf"
    assert caught.value.hint


def test_work_goes_on_while_a_file_is_read(worker):
    pending = worker.submit(GOOD, "cv.pdf", DEFAULT)
    assert pending.result().text == pending.result().text == "Jane Doe\nPlumber\nFitted pipes in forty houses"


def test_many_threads_may_ask(worker):
    found: dict[int, str] = {}

    def ask(number: int) -> None:
        data = pages([text(72, 80, f"Jane {number}")])
        found[number] = worker.read(data, source="cv.pdf", settings=DEFAULT).text

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert found == {number: f"Jane {number}" for number in range(8)}


# --- attacks -------------------------------------------------------------------------------------------------

ATTACKS: dict[str, tuple[bytes, str | type[GapcheckError]]] = {
    "reference cycle": (pdf_files.reference_cycle(), "Jane Doe"),
    "forms within forms": (pdf_files.forms(), MaliciousFile),
    "table of characters": (pdf_files.range_bomb(), "BC"),
    "table of widths": (pdf_files.width_bomb(), "Hi"),
    "inflating stream": (pdf_files.flate_bomb(), WorkerMemory),
}


@pytest.mark.timeout(300)
@pytest.mark.parametrize(("data", "expected"), ATTACKS.values(), ids=ATTACKS)
def test_attacks_end_in_time_with_text_or_a_typed_error(worker, data, expected):
    start = time.monotonic()
    if isinstance(expected, str):
        assert worker.read(data, source="cv.pdf", settings=DEFAULT).text == expected
    else:
        with pytest.raises(expected):
            worker.read(data, source="cv.pdf", settings=DEFAULT)
    assert time.monotonic() - start < DEFAULT.limits.parse_timeout + 30  # on a busy machine a new child takes its time
    assert worker.read(GOOD, source="cv.pdf", settings=DEFAULT).text.startswith("Jane Doe")


def test_time_is_bounded_and_the_next_file_is_read(worker):
    start = time.monotonic()
    with pytest.raises(ParseTimeout) as caught:
        worker.read(pdf_files.slow(), source="cv.pdf", settings=SHORT)
    assert time.monotonic() - start < 40  # on a busy machine
    assert (caught.value.limit, caught.value.maximum) == ("parse_timeout", 1.0)
    assert worker.read(GOOD, source="cv.pdf", settings=DEFAULT).text.startswith("Jane Doe")


def test_memory_of_the_child_is_bounded():
    small = Settings(limits=Limits(worker_memory=250_000_000))
    with Worker() as worker, pytest.raises(WorkerMemory) as caught:
        worker.read(pdf_files.flate_bomb(200), source="cv.pdf", settings=small)
    assert caught.value.limit == "worker_memory"


def test_a_child_that_is_killed_every_time_is_a_typed_error_and_is_replaced():
    slow = pdf_files.slow()
    with Worker() as worker:
        worker.read(GOOD, source="cv.pdf", settings=DEFAULT)
        pending = worker.submit(slow, "cv.pdf", Settings(limits=Limits(parse_timeout=60)))
        killed = []
        while not pending.done():
            time.sleep(0.1)
            child = worker._child
            if child is not None and child.files and child not in killed:
                child._process.kill()
                killed.append(child)
        with pytest.raises(WorkerCrashed) as caught:
            pending.result()
        assert len(killed) == 2
        assert 'isolation="none"' in caught.value.hint
        assert worker.read(GOOD, source="cv.pdf", settings=DEFAULT).text.startswith("Jane Doe")


def test_a_child_that_is_killed_once_costs_nothing_but_time():
    with Worker() as worker:
        worker.read(GOOD, source="cv.pdf", settings=DEFAULT)
        child = worker._child
        assert child is not None
        child._process.kill()
        assert worker.read(GOOD, source="cv.pdf", settings=DEFAULT).text.startswith("Jane Doe")


def test_what_crashes_pdfium_is_left_to_pdfminer():
    pytest.importorskip("pypdfium2")
    # pdfminer finds no text in it and pdfium, its rescue, aborts the process
    data = (Path(__file__).parent / "seeds" / "WorkerCrashed-461c143dafba.bin").read_bytes()
    patient = Settings(limits=Limits(parse_timeout=120))
    with Worker() as worker, pytest.raises(CorruptFile):
        worker.read(data, source="cv.pdf", settings=patient)


def test_limits_can_be_lifted():
    with Worker() as worker:
        settings = Settings(limits=Limits.unlimited())
        assert worker.read(GOOD, source="cv.pdf", settings=settings).text.startswith("Jane Doe")


def test_the_child_is_renewed_after_so_many_files():
    settings = Settings(limits=Limits(worker_files=2))
    with Worker() as worker:
        seen = []
        for _ in range(4):
            worker.read(GOOD, source="cv.pdf", settings=settings)
            assert worker._child is not None
            seen.append(worker._child._process.pid)
    assert seen[0] == seen[1] != seen[2] == seen[3]


def test_a_closed_worker_takes_nothing():
    worker = Worker()
    worker.close()
    worker.close()
    with pytest.raises(WorkerCrashed):
        worker.submit(GOOD, "cv.pdf", DEFAULT)


# --- privacy and surroundings --------------------------------------------------------------------------------


def test_nothing_is_logged_or_printed(caplog, capfd):
    with caplog.at_level(logging.DEBUG), Worker() as worker:
        worker.read(GOOD, source="cv.pdf", settings=DEFAULT)
        with pytest.raises(CorruptFile) as caught:
            worker.read(b"%PDF Jane Doe", source="cv.pdf", settings=DEFAULT)
    out, err = capfd.readouterr()
    assert (out, err) == ("", "")
    assert "Jane" not in caplog.text + str(caught.value)


def test_the_shared_worker_is_one_for_all_and_starts_again_after_close(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    first = isolate.read(GOOD, source="cv.pdf", settings=DEFAULT)
    second = isolate.submit(GOOD, source="cv.pdf", settings=DEFAULT).result()
    isolate.close()
    assert first == second == isolate.read(GOOD, source="cv.pdf", settings=DEFAULT)


def test_what_lies_in_the_current_folder_is_not_imported(monkeypatch, tmp_path):
    for name in ("json", "pdfminer", "struct"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('imported from the current folder')\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", ["", *sys.path])
    with Worker() as worker:
        assert worker.read(GOOD, source="cv.pdf", settings=DEFAULT).text.startswith("Jane Doe")


@pytest.mark.parametrize("engine", ["pdfminer", "pdfium"])
def test_the_child_imports_nothing_that_is_large(engine: str):
    code = (
        "import json, sys; from gapcheck.parsers import serve; "
        f"serve._preload({engine!r}); print(json.dumps(list(sys.modules)))"
    )
    root = str(Path(isolate.__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": root},
        timeout=180,
    )
    modules = {name.split(".")[0] for name in json.loads(done.stdout)}
    assert ("pdfminer" in modules) is (engine == "pdfminer")
    assert not modules & {"spacy", "sklearn", "scipy", "numpy", "docx", "lxml", "jinja2", "rich", "pydantic", "click"}
