"""Texts from the rows of a table: JSONL, CSV, TSV, Parquet; read a row at a time, so that size does not matter."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gapcheck.errors import ConfigError, CorruptFile, DecodeError, GapcheckError, UnsupportedFormat

SUFFIXES = frozenset((".jsonl", ".ndjson", ".csv", ".tsv", ".parquet"))
_TEXT = (
    "text",
    "resume",
    "posting",
    "resume_text",
    "posting_text",
    "description",
    "job_description",
    "content",
    "body",
)
_ID = ("id", "name", "key", "file", "filename", "title")
_LARGEST_CELL = 20_000_000


@dataclass(frozen=True, slots=True)
class Columns:
    """Names of the columns that hold the text and the id; None looks for the usual ones."""

    text: str | None = None
    id: str | None = None


OWN_FORMAT = "gapcheck batch"
OWN_COLUMNS = ("resume", "posting", "status", "reason")
"""How a table begins that a batch wrote: its `resume` is a name, not a text."""


def _own(name: str) -> UnsupportedFormat:
    hint = "Give resumes and postings; gapcheck trends reads such a table."
    return UnsupportedFormat("is a table that gapcheck batch wrote", hint=hint, source=name)


Labelled = tuple[str, str | GapcheckError]


def read_table(path: Path, name: str, columns: Columns) -> Iterator[Labelled]:
    """Id and text of each row, or id and error of a row that cannot be used.

    Without an id a row is named by its number: "postings.jsonl:3". Raises ConfigError when no column holds the text,
    CorruptFile or DecodeError when the table as a whole cannot be read.
    """
    suffix = path.suffix.lower()
    if suffix == ".parquet":
        return _parquet(path, name, columns)
    return _jsonl(path, name, columns) if suffix in (".jsonl", ".ndjson") else _csv(path, name, columns)


def _jsonl(path: Path, name: str, columns: Columns) -> Iterator[Labelled]:
    with path.open("rb") as file:
        for number, raw in enumerate(file, 1):
            place = f"{name}:{number}"
            if not raw.strip():
                continue
            try:
                value = json.loads(raw)
            except (ValueError, RecursionError):
                yield place, CorruptFile("the line is not JSON", hint="Write one object on each line.", source=place)
                continue
            if number == 1 and isinstance(value, dict) and value.get("format") == OWN_FORMAT:
                raise _own(name)
            if not isinstance(value, dict):
                yield place, CorruptFile("the line is not an object", hint='Write {"text": ...}.', source=place)
                continue
            yield _row(value, place, columns, list(value))


def _csv(path: Path, name: str, columns: Columns) -> Iterator[Labelled]:
    csv.field_size_limit(_LARGEST_CELL)
    delimiter = "\t" if path.suffix.lower() == ".tsv" else ","
    with path.open(encoding="utf-8-sig", newline="") as file:
        table = csv.DictReader(file, delimiter=delimiter)
        try:
            names = list(table.fieldnames or ())
            if tuple(names[: len(OWN_COLUMNS)]) == OWN_COLUMNS:
                raise _own(name)
            text = _column(names, columns.text, _TEXT, name)
            for number, value in enumerate(table, 1):
                yield _row(value, f"{name}:{number}", Columns(text, columns.id), names)
        except UnicodeDecodeError as error:
            raise DecodeError("is not UTF-8", hint="Save it as CSV UTF-8.", source=name) from error
        except csv.Error as error:
            raise CorruptFile("is not a table that can be read", hint="Save it as CSV UTF-8.", source=name) from error


def _parquet(path: Path, name: str, columns: Columns) -> Iterator[Labelled]:
    parquet = need_pyarrow()
    try:
        table = parquet.ParquetFile(path)
    except (OSError, ValueError) as error:  # ArrowInvalid is a ValueError
        raise CorruptFile("is not a Parquet file", hint="Write it again.", source=name) from error
    names = list(table.schema_arrow.names)
    if tuple(names[: len(OWN_COLUMNS)]) == OWN_COLUMNS:
        raise _own(name)
    text = _column(names, columns.text, _TEXT, name)
    id_ = _id_column(names, columns.id, text)
    number = 0
    for batch in table.iter_batches(batch_size=64, columns=[text, *([id_] if id_ else [])]):
        for value in batch.to_pylist():
            number += 1
            yield _row(value, f"{name}:{number}", Columns(text, id_), names)


def need_pyarrow() -> Any:
    """The module `pyarrow.parquet`; ConfigError when it is not installed."""
    try:
        import pyarrow.parquet
    except ImportError as error:
        raise ConfigError("Parquet needs pyarrow", hint='Install it: pip install "gapcheck[parquet]".') from error
    return pyarrow.parquet


def _row(value: Mapping[str, Any], place: str, columns: Columns, names: Sequence[str]) -> Labelled:
    try:
        text = value.get(_column(names, columns.text, _TEXT, place))
    except ConfigError as error:
        return place, error
    id_ = _id_column(names, columns.id, None)
    label = str(value.get(id_) or place) if id_ else place
    if not isinstance(text, str):
        return label, CorruptFile("the text is not a string", hint="Put plain text or HTML there.", source=label)
    return label, text


def _column(names: Sequence[str], wanted: str | None, usual: Sequence[str], source: str) -> str:
    if wanted is not None:
        if wanted in names:
            return wanted
        raise ConfigError("has no column of the name given", hint=_columns(names), source=source)
    by_lower = {name.strip().lower(): name for name in reversed(names)}
    for name in usual:
        if name in by_lower:
            return by_lower[name]
    raise ConfigError("has no column that is known to hold the text", hint=_columns(names), source=source)


def _columns(names: Sequence[str]) -> str:
    return f"Name one of its columns: {', '.join(str(name)[:40] for name in names[:12])}."


def _id_column(names: Sequence[str], wanted: str | None, text: str | None) -> str | None:
    if wanted in names:  # one name for both sides: the table of the other may not have it
        return wanted
    by_lower = {name.strip().lower(): name for name in reversed(names)}
    return next((by_lower[name] for name in _ID if name in by_lower and by_lower[name] != text), None)
