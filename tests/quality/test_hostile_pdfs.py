from __future__ import annotations

import csv
import time

import pytest

from gapcheck.errors import GapcheckError, WorkerCrashed
from gapcheck.parsers import pdfium
from gapcheck.parsers.isolate import Worker
from gapcheck.settings import Settings
from tests.quality.hostile import ROOT, Outcome

pytestmark = [
    pytest.mark.quality,
    pytest.mark.timeout(1_200),
    pytest.mark.skipif(not ROOT.is_dir(), reason=f"SKIPPED, NOT MEASURED: no hostile files at {ROOT}"),
]


@pytest.fixture(scope="module")
def outcomes() -> list[Outcome]:
    """Every PDF of the corpus, read once through the worker."""
    found: list[Outcome] = []
    with (ROOT / "MANIFEST.tsv").open(encoding="utf-8") as file, Worker() as worker:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["baseline_tool"] != "pdfminer" and not row["file"].endswith(".pdf"):
                continue
            data = (ROOT / row["file"]).read_bytes()
            start = time.monotonic()
            try:
                text = worker.read(data, source=row["file"], settings=Settings()).text
                result, letters = "text", sum(map(str.isalnum, text))
            except GapcheckError as error:
                result, letters = type(error).__name__, 0
            recoverable = row["baseline_result"] != "text" and int(row["other_reader_chars"] or 0) > 0
            found.append(Outcome(row["file"], result, letters, time.monotonic() - start, recoverable))
    return found


def test_every_file_gives_text_or_a_typed_error(outcomes):
    assert len(outcomes) > 600
    assert [outcome.file for outcome in outcomes if outcome.result == WorkerCrashed.__name__] == []


def test_no_text_is_never_silent(outcomes):
    assert [outcome.file for outcome in outcomes if outcome.result == "text" and not outcome.letters] == []


def test_no_file_takes_much_longer_than_the_limit(outcomes):
    slow = Settings().limits.parse_timeout + 10  # a new child process on a busy machine
    assert [outcome.file for outcome in outcomes if outcome.seconds > slow] == []


def test_what_others_recover_is_recovered(outcomes):
    read = sum(1 for outcome in outcomes if outcome.recoverable and outcome.result == "text")
    assert read >= (30 if pdfium.installed() else 15)
