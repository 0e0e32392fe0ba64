"""The rows of a batch as JSONL, written so that a kill at any moment loses no row and doubles none.

The first line is a header that names format, settings and versions; every other line is one row with its key. Lines are
only ever appended, each by one write. A batch that is started again reads the keys, cuts off a last line that was torn,
and goes on with the pairs that are missing.
"""

from __future__ import annotations

import json
import os
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from gapcheck.batch.rows import Row, as_json, from_json
from gapcheck.errors import ConfigError, CorruptFile, InputNotFound

FORMAT = "gapcheck batch"
FORMAT_VERSION = 1


class Keys:
    """Keys of rows that are done, eight bytes each."""

    def __init__(self, keys: Iterable[str] = ()) -> None:
        numbers = array("Q", (int(key, 16) for key in keys))
        self._sorted = array("Q", sorted(numbers))

    def __contains__(self, key: object) -> bool:
        if not isinstance(key, str):
            return False
        number = int(key, 16)
        place = bisect_left(self._sorted, number)
        return place < len(self._sorted) and self._sorted[place] == number

    def __len__(self) -> int:
        return len(self._sorted)


class Journal:
    """An open journal: what is `done`, and `add` for what comes."""

    def __init__(self, file: IO[bytes], done: Keys) -> None:
        self._file = file
        self.done = done

    def add(self, row: Row) -> None:
        """Appends one row; when it returns the row survives the end of this process."""
        self._file.write(_line(as_json(row)))

    def flush_to_disk(self) -> None:
        """Waits until the disk has everything, which outlives a power failure too."""
        os.fsync(self._file.fileno())


@contextmanager
def open_journal(path: Path, basis: Mapping[str, Any], *, restart: bool = False) -> Iterator[Journal]:
    """The journal at *path*, made or continued; *basis* is what its rows depend on.

    Raises ConfigError when the file is something else, was made with another basis, cannot be written, or is being
    written by another process. With *restart* a journal with rows is emptied first; no other file ever is.
    """
    header = {"format": FORMAT, "format_version": FORMAT_VERSION, **basis}
    try:
        file = path.open("a+b", buffering=0)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise ConfigError(f"cannot be written: {reason}", hint="Choose another place.", source=path) from error
    with file:
        _lock(file, path)
        size = file.seek(0, os.SEEK_END)
        if size and not _is_journal(path):
            if not _torn_header(path):
                raise ConfigError("exists and is not the output of a batch", hint="Choose another name.", source=path)
            file.truncate(0)
            size = 0
        if restart and size:
            file.truncate(0)
            size = 0
        if not size:
            file.write(_line(header))
            yield Journal(file, Keys())
            return
        _check_header(path, header)
        keys, end = _scan(path)
        file.truncate(end)
        yield Journal(file, keys)


def read_rows(path: Path) -> Iterator[Row]:
    """The rows of a journal, in the order in which they were written; a torn last line is left out.

    Raises InputNotFound, or CorruptFile when the file is not a journal or a line in its middle is broken.
    """
    if not path.is_file():
        raise InputNotFound("no such file", hint="Give the output of: gapcheck batch -o FILE.jsonl", source=path)
    if not _is_journal(path):
        raise CorruptFile("is not the output of a batch", hint="Give a .jsonl made by gapcheck batch.", source=path)
    for number, value in _values(path):
        try:
            yield from_json(value)
        except (KeyError, TypeError) as error:
            raise CorruptFile(f"line {number} is not a row", hint="Run the batch again.", source=path) from error


def read_header(path: Path) -> dict[str, Any]:
    """The first line of a journal."""
    with path.open("rb") as file:
        header: dict[str, Any] = json.loads(file.readline())
    return header


def _line(value: Mapping[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, allow_nan=False).encode("utf-8", "backslashreplace") + b"\n"


def _is_journal(path: Path) -> bool:
    with path.open("rb") as file:
        first = file.readline(10_000)
    try:
        value = json.loads(first)
    except ValueError:
        return False
    return first.endswith(b"\n") and isinstance(value, dict) and value.get("format") == FORMAT


def _torn_header(path: Path) -> bool:
    """A kill in the very first write leaves the beginning of a header and nothing else."""
    with path.open("rb") as file:
        start = file.read(10_000)
    head = b'{"format": "gapcheck batch"'
    return b"\n" not in start and (start.startswith(head) or head.startswith(start))


def _check_header(path: Path, header: Mapping[str, Any]) -> None:
    known, wanted = read_header(path), json.loads(_line(header))
    if known == wanted:
        return
    other = sorted(key for key in known.keys() | wanted.keys() if known.get(key) != wanted.get(key))
    raise ConfigError(
        f"was begun with other {' and '.join(other)}",
        hint="Use the same ones (also --today), choose another file, or begin again with --restart.",
        source=path,
    )


def _scan(path: Path) -> tuple[Keys, int]:
    """The keys of all whole rows, and the offset at which the last of them ends."""
    end = 0
    keys = array("Q")
    with path.open("rb") as file:
        for number, raw in enumerate(file):
            if not raw.endswith(b"\n"):
                break
            if number:
                try:
                    keys.append(int(json.loads(raw)["key"], 16))
                except (ValueError, KeyError, TypeError) as error:
                    hint = "Run the batch again with --restart."
                    raise CorruptFile(f"line {number + 1} is not a row", hint=hint, source=path) from error
            end += len(raw)
    return Keys(f"{key:x}" for key in keys), end


def _values(path: Path) -> Iterator[tuple[int, Any]]:
    with path.open("rb") as file:
        for number, raw in enumerate(file, 1):
            if number == 1 or not raw.endswith(b"\n"):
                continue
            try:
                yield number, json.loads(raw)
            except ValueError as error:
                raise CorruptFile(f"line {number} is not JSON", hint="Run the batch again.", source=path) from error


def _lock(file: IO[bytes], path: Path) -> None:
    """Holds the file until this process ends, however it ends; two batches on one file would double rows."""
    try:
        import fcntl
    except ImportError:  # Windows: no lock that would not also stop readers
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        hint = "Wait until it is done, or choose another file."
        raise ConfigError("is being written by another batch", hint=hint, source=path) from error
