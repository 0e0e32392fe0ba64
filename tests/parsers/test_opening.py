from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import BinaryIO

import pytest

from gapcheck.errors import InputError, InputNotFound, LimitExceeded, NotAFile
from gapcheck.parsers import parse
from gapcheck.settings import Limits, Settings


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(InputNotFound) as caught:
        parse(tmp_path / "secret-folder" / "cv.pdf")
    assert "secret-folder" not in str(caught.value)


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(NotAFile, match="folder"):
        parse(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
@pytest.mark.timeout(60)
def test_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    pipe = tmp_path / "cv.pdf"
    os.mkfifo(pipe)
    with pytest.raises(NotAFile, match="pipe"):
        parse(pipe)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs devices")
@pytest.mark.timeout(60)
def test_a_device_is_refused_at_once() -> None:
    with pytest.raises(NotAFile):
        parse("/dev/zero")


def test_a_link_that_leads_to_itself(tmp_path: Path) -> None:
    link = tmp_path / "cv.docx"
    link.symlink_to(link)
    with pytest.raises(NotAFile, match="link"):
        parse(link)


@pytest.mark.parametrize("path", ["", "a\0b", "x" * 5_000])
def test_paths_that_cannot_be(path: str) -> None:
    with pytest.raises(InputError):
        parse(path)


def test_an_address_is_not_looked_up() -> None:
    with pytest.raises(InputNotFound, match="Nothing is downloaded"):
        parse("https://example.org/jobs/17")


def test_a_large_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(30_000_000)
    with pytest.raises(LimitExceeded) as caught:
        parse(path)
    assert caught.value.limit == "max_file_bytes"
    assert "20 MB" in str(caught.value)


@pytest.mark.parametrize("stream", [io.BytesIO(b"Ran payroll"), io.StringIO("Ran payroll")])
def test_without_limits_no_memory_is_asked_for(stream: BinaryIO, tmp_path: Path) -> None:
    unlimited = Settings(limits=Limits.unlimited())
    path = tmp_path / "cv.txt"
    path.write_bytes(b"Ran payroll")
    assert parse(stream, settings=unlimited).text == parse(path, settings=unlimited).text == "Ran payroll"


def test_bytes_are_bounded_too() -> None:
    with pytest.raises(LimitExceeded):
        parse(b"x" * 200, settings=Settings(limits=Limits(max_file_bytes=100)))


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="names are Unicode there")
def test_a_name_that_is_not_utf8_can_be_written(tmp_path: Path) -> None:
    path = Path(os.fsdecode(bytes(tmp_path) + b"/caf\xe9.txt"))
    path.write_text("Cook and baker")
    assert parse(path).source.encode() == b"caf?.txt"
