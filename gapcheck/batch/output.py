"""Rows as a table for people: CSV that no spreadsheet runs as formulas, or Parquet; written beside, then put in place."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from gapcheck.batch.rows import Row
from gapcheck.batch.tables import need_pyarrow
from gapcheck.errors import ConfigError

Cell = str | int | float | None
COLUMNS = (
    "resume", "posting", "status", "reason", "title", "score", "low", "high", "verdict", "met", "partial", "missing",
    "unstated", "must_have_gaps", "missing_keywords", "next_change", "next_gain",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def safe_cell(text: str) -> str:
    """*text* with an apostrophe before it where a spreadsheet would run it as a formula.

    >>> safe_cell("=cmd()"), safe_cell("a=b")
    ("'=cmd()", 'a=b')
    """
    return f"'{text}" if text.startswith(_FORMULA) else text


def cells(row: Row) -> tuple[Cell, ...]:
    """The row in the order of `COLUMNS`; lists joined by "; ", figures of a skipped row empty."""
    if row.status == "skipped":
        return (row.resume, row.posting, row.status, row.reason, *(None,) * (len(COLUMNS) - 4))
    return (
        row.resume, row.posting, row.status, row.reason, row.title, row.score, row.low, row.high, row.verdict, row.met,
        row.partial, row.missing, row.unstated, "; ".join(row.must_have_gaps), "; ".join(row.missing_keywords),
        row.next_change, row.next_gain,
    )  # fmt: skip


def write_table(rows: Iterable[Row], path: Path) -> int:
    """Writes *rows* as CSV, or as Parquet when *path* ends so; comes back with their number.

    The file appears complete or not at all. Raises ConfigError when it cannot be written or pyarrow is missing.
    """
    write = _parquet if path.suffix.lower() == ".parquet" else _csv
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        number = write(rows, part)
        part.replace(path)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise ConfigError(f"cannot be written: {reason}", hint="Choose another place.", source=path) from error
    finally:
        part.unlink(missing_ok=True)
    return number


def _csv(rows: Iterable[Row], path: Path) -> int:
    number = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(COLUMNS)
        for row in rows:
            table.writerow([safe_cell(cell) if isinstance(cell, str) else cell for cell in cells(row)])
            number += 1
    return number


def _parquet(rows: Iterable[Row], path: Path) -> int:
    parquet = need_pyarrow()
    import pyarrow

    numbers = {"score", "low", "high", "next_gain"}
    counts = {"met", "partial", "missing", "unstated"}
    schema = pyarrow.schema(
        [
            (name, pyarrow.float64() if name in numbers else pyarrow.int32() if name in counts else pyarrow.string())
            for name in COLUMNS
        ]
    )
    number = 0
    with parquet.ParquetWriter(path, schema) as writer:
        for part in _parts(rows, 1000):
            columns = zip(*(cells(row) for row in part), strict=True)
            writer.write_table(pyarrow.table([list(column) for column in columns], schema=schema))
            number += len(part)
    return number


def _parts(rows: Iterable[Row], size: int) -> Iterator[Sequence[Row]]:
    source = iter(rows)
    while part := list(islice(source, size)):
        yield part
