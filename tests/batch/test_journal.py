from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import gapcheck
from gapcheck.batch.journal import Keys, open_journal, read_rows
from gapcheck.batch.output import cells, safe_cell, write_table
from gapcheck.batch.rows import Row
from gapcheck.errors import ConfigError, CorruptFile, InputNotFound

from .made import COOK, NURSE, PILAR, TOMAS

BASIS = {"settings": {"stretch": 0.75}, "versions": {"gapcheck": "1"}}
ROWS = [Row(f"r{n}", "p", score=n / 7, key=f"{n + 1:016x}") for n in range(5)]


def write(path: Path, rows=ROWS, **options):
    with open_journal(path, BASIS, **options) as journal:
        for row in rows:
            if row.key not in journal.done:
                journal.add(row)


def test_rows_come_back(tmp_path):
    write(tmp_path / "o.jsonl")
    assert list(read_rows(tmp_path / "o.jsonl")) == ROWS


def test_cut_at_any_byte_it_ends_up_whole(tmp_path):
    whole = tmp_path / "whole.jsonl"
    write(whole)
    data = whole.read_bytes()
    path = tmp_path / "cut.jsonl"
    for end in range(len(data) + 1):
        path.write_bytes(data[:end])
        write(path)
        assert path.read_bytes() == data, end


def test_a_torn_last_line_is_not_read(tmp_path):
    path = tmp_path / "o.jsonl"
    write(path)
    path.write_bytes(path.read_bytes()[:-3])
    assert list(read_rows(path)) == ROWS[:-1]


def test_other_settings_do_not_go_on(tmp_path):
    path = tmp_path / "o.jsonl"
    write(path)
    with pytest.raises(ConfigError, match="other versions"), open_journal(path, BASIS | {"versions": {}}):
        pass
    with open_journal(path, BASIS | {"versions": {}}, restart=True) as journal:
        assert len(journal.done) == 0


@pytest.mark.parametrize("content", [b"my thesis\n", b'{"format": "other"}\n', b"{}", b'{"a": 1}\n{"b": 2}\n'])
@pytest.mark.parametrize("restart", [False, True])
def test_a_file_of_something_else_is_never_touched(tmp_path, content, restart):
    path = tmp_path / "o.jsonl"
    path.write_bytes(content)
    with pytest.raises(ConfigError, match="not the output"), open_journal(path, BASIS, restart=restart):
        pass
    assert path.read_bytes() == content


def test_two_batches_cannot_write_one_file(tmp_path):
    pytest.importorskip("fcntl")
    path = tmp_path / "o.jsonl"
    with open_journal(path, BASIS), pytest.raises(ConfigError, match="another batch"), open_journal(path, BASIS):
        pass


def test_a_broken_line_in_the_middle_is_said(tmp_path):
    path = tmp_path / "o.jsonl"
    write(path)
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:2], b"{}\n", *lines[2:]]))
    with pytest.raises(CorruptFile, match="line 3"):
        write(path)


def test_reading_what_is_not_a_journal(tmp_path):
    with pytest.raises(InputNotFound):
        list(read_rows(tmp_path / "none"))
    (tmp_path / "x").write_text("words")
    with pytest.raises(CorruptFile):
        list(read_rows(tmp_path / "x"))


@given(st.sets(st.integers(0, 2**64 - 1), max_size=30), st.integers(0, 2**64 - 1))
@settings(max_examples=60, deadline=None)
def test_keys_are_a_set(numbers, other):
    keys = Keys(f"{n:016x}" for n in numbers)
    assert len(keys) == len(numbers)
    assert all(f"{n:016x}" in keys for n in numbers)
    assert (f"{other:016x}" in keys) == (other in numbers)


# --- tables ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["=1+1", "+49 40", "-x", "@me", "\tx", "\rx"])
def test_no_cell_is_a_formula(text):
    assert safe_cell(text) == f"'{text}"
    assert safe_cell(f"a{text}") == f"a{text}"


def test_csv_has_a_line_for_each_row_and_no_formula(tmp_path):
    rows = [
        Row("=cmd.pdf", "p", score=0.5, missing_keywords=("a", "b")),
        Row("bad", "", status="skipped", reason="empty"),
    ]
    assert write_table(rows, tmp_path / "o.csv") == 2
    lines = (tmp_path / "o.csv").read_text().splitlines()
    assert lines[1].startswith("'=cmd.pdf,p,ok,,,0.5,")
    assert "a; b" in lines[1]
    assert lines[2].startswith("bad,,skipped,empty,,,")
    assert list(tmp_path.iterdir()) == [tmp_path / "o.csv"]


def test_parquet_has_the_same_cells(tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    write_table(ROWS, tmp_path / "o.parquet")
    found = parquet.read_table(tmp_path / "o.parquet").to_pylist()
    assert [tuple(row.values()) for row in found] == [cells(row) for row in ROWS]


# --- a kill in the middle --------------------------------------------------------------------------------------


@pytest.fixture
def work(tmp_path):
    (tmp_path / "people").mkdir()
    (tmp_path / "jobs").mkdir()
    for n in range(30):
        (tmp_path / "people" / f"{n:02}.txt").write_text((PILAR, TOMAS)[n % 2])
    for n in range(20):
        (tmp_path / "jobs" / f"{n:02}.txt").write_text((NURSE, COOK)[n % 2] + f"\nReference {n}\n")
    return tmp_path


def start(work: Path, *options: str) -> subprocess.Popen[bytes]:
    command = [
        sys.executable, "-m", "gapcheck", "batch", "--resumes", "people", "--postings", "jobs", "-o", "out.jsonl",
        "--today", "2024-01", "--no-config", *options,
    ]  # fmt: skip
    env = os.environ | {"PYTHONPATH": str(Path(gapcheck.__file__).parents[1])}
    return subprocess.Popen(command, cwd=work, env=env, stderr=subprocess.DEVNULL, start_new_session=True)


@pytest.mark.timeout(900)
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_kill_in_the_middle_of_a_batch_loses_nothing_and_doubles_nothing(work, jobs):
    out = work / "out.jsonl"
    started, killed = [], 0
    try:
        for aim in (1, 200):
            running = start(work, "--jobs", jobs)
            started.append(running)
            while running.poll() is None and (not out.exists() or out.read_bytes().count(b"\n") <= aim):
                time.sleep(0.005)
            if running.poll() is None:
                running.send_signal(signal.SIGKILL)  # its own processes live on for a while
                killed += 1
            running.wait(timeout=120)
        assert killed  # the first aim is a row among 600: it cannot be missed
        before = out.read_bytes()
        whole = before[: before.rfind(b"\n") + 1]
        started.append(start(work, "--jobs", jobs))
        assert started[-1].wait(timeout=500) == 0
    finally:
        for running in started:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(running.pid, signal.SIGKILL)
    after = out.read_bytes()
    assert after.startswith(whole)
    rows = [json.loads(line) for line in after.splitlines()[1:]]
    pairs = [(row["resume"], row["posting"]) for row in rows]
    assert len(pairs) == len(set(pairs)) == 600
