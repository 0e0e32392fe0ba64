"""Where the documents of a batch come from: files, folders, globs, and columns of JSONL, CSV and Parquet tables.

`expand` gives `Inputs`, which can be walked any number of times and read one file or one line at a time. A file or
line that cannot be read is an input with its error, never a lost exception.
"""

from __future__ import annotations

import glob
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from gapcheck.batch.tables import SUFFIXES, Columns, read_table
from gapcheck.errors import ConfigError, GapcheckError, InputError, InputNotFound
from gapcheck.parsers.opening import open_source, printable
from gapcheck.settings import Settings
from gapcheck.types import Document


@dataclass(frozen=True, slots=True, repr=False)
class Input:
    """One document of a batch, not read yet: its bytes, or the document itself, or why it cannot be had."""

    name: str
    """Path below the folder that was given, or id of the row of a table; shown in results."""
    data: bytes | Document = b""
    error: GapcheckError | None = None

    def __repr__(self) -> str:
        return f"Input({self.name!r})"  # never the content: it is personal

    @property
    def digest(self) -> str:
        """Sixteen hexadecimal characters that stand for name and content."""
        found = hashlib.blake2b(self.name.encode("utf-8", "surrogatepass"), digest_size=8)
        found.update(b"\0" + self.content)
        return found.hexdigest()

    @property
    def content(self) -> bytes:
        """The bytes that were given."""
        return self.data.text.encode("utf-8", "surrogatepass") if isinstance(self.data, Document) else self.data


@dataclass(frozen=True, slots=True)
class Inputs:
    """The documents under some paths, in a fixed order: as given, folders and globs sorted by name."""

    paths: tuple[Path, ...]
    columns: Columns = field(default_factory=Columns)
    settings: Settings = field(default_factory=Settings)
    without: frozenset[Path] = frozenset()
    """Files that are left out where a folder holds them."""

    def __iter__(self) -> Iterator[Input]:
        taken: dict[str, int] = {}
        for path, name in _files(self):
            found = _rows(path, name, self) if path.suffix.lower() in SUFFIXES else [_file(path, name, self.settings)]
            for one in found:
                yield _renamed(one, taken)


def expand(
    paths: Iterable[str | Path],
    *,
    text: str | None = None,
    id: str | None = None,
    settings: Settings | None = None,
    without: Iterable[Path] = (),
) -> Inputs:
    """The documents under *paths*: each a file, a folder (walked, hidden files left out), a glob or a table.

    *text* and *id* name the columns of a table (JSONL, CSV, TSV, Parquet); without them the usual names are looked for.
    *without* are files that are not read where a folder or glob has them, such as the table to be written.
    Raises InputNotFound for a path that does not exist, an empty folder and a glob that finds nothing.
    """
    found: list[Path] = []
    left_out = frozenset(path.resolve() for path in without)
    for path in map(str, paths):
        if Path(path).exists():
            found.append(Path(path))
            if Path(path).is_dir() and not any(_files(Inputs((Path(path),)))):
                raise InputNotFound(
                    "the folder holds no file", hint="Check the path; hidden files do not count.", source=path
                )
            continue
        # Path.glob refuses absolute patterns
        matched = sorted(glob.glob(path, recursive=True)) if glob.has_magic(path) else []  # noqa: PTH207
        if not matched:
            raise InputNotFound("no such file or folder", hint="Check the path.", source=path)
        found += (Path(one) for one in matched if Path(one).resolve() not in left_out)
    return Inputs(tuple(found), Columns(text, id), settings or Settings(), left_out)


def count(inputs: Inputs) -> int:
    """How many documents there are, without opening the single files; rows of tables are counted by reading them."""
    total = 0
    for path, name in _files(inputs):
        table = path.suffix.lower() in SUFFIXES
        total += sum(1 for _ in _rows(path, name, inputs)) if table else 1
    return total


@dataclass(frozen=True, slots=True, repr=False)
class Given:
    """What a caller handed over, as inputs; can be walked again where the caller's own iterable can."""

    given: Iterable[object]
    side: str

    def __iter__(self) -> Iterator[Input]:
        taken: dict[str, int] = {}
        for number, one in enumerate(self.given, 1):
            yield _renamed(_input(one, f"{self.side} {number}", self.side), taken)


def as_inputs(given: Iterable[object], side: str) -> Inputs | Given:
    """*given* as inputs, lazily: a str or Path is a path, bytes and nameless Documents are numbered by *side*.

    TypeError, when walked, is for the programmer: something else was given.
    """
    return given if isinstance(given, Inputs) else Given(given, side)


def is_stream(inputs: Inputs | Given) -> bool:
    """Whether the inputs can be walked only once."""
    return isinstance(inputs, Given) and iter(inputs.given) is inputs.given


def _input(one: object, numbered: str, side: str) -> Input:
    if isinstance(one, Input):
        return one
    if isinstance(one, Document):
        return Input(numbered if one.source in ("text", "input", "") else one.source, one)
    if isinstance(one, bytes):
        return Input(numbered, one)
    if isinstance(one, (str, Path)):
        return _file(Path(one), Path(one).name, Settings())
    raise TypeError(f"a {side} is {type(one).__name__}; give a path, bytes, Document or Input")


def _renamed(one: Input, taken: dict[str, int]) -> Input:
    """*one* under a name that no earlier input has: a second "kim.pdf" becomes "kim.pdf (2)"."""
    # Only names are kept, as hashes would be: 50 bytes for each document of a batch.
    taken[one.name] = taken.get(one.name, 0) + 1
    return one if taken[one.name] == 1 else Input(f"{one.name} ({taken[one.name]})", one.data, one.error)


def _files(inputs: Inputs) -> Iterator[tuple[Path, str]]:
    """Each file with its name: the path below the folder given, never the folder's own place."""
    for path in inputs.paths:
        if not path.is_dir():
            yield path, printable(path.name)
            continue
        for file in sorted(path.rglob("*")):
            below = file.relative_to(path)
            hidden = any(part.startswith(".") for part in below.parts)
            if file.is_file() and not hidden and file.resolve() not in inputs.without:
                yield file, printable(below.as_posix())


def _file(path: Path, name: str, settings: Settings) -> Input:
    try:
        return Input(name, open_source(path, settings=settings).data)
    except GapcheckError as error:
        return Input(name, error=error)


def _rows(path: Path, name: str, inputs: Inputs) -> Iterator[Input]:
    try:
        for label, cell in read_table(path, name, inputs.columns):
            if isinstance(cell, GapcheckError):
                yield Input(label, error=cell)
            elif not cell.strip():
                yield Input(label, error=InputError("the text is empty", hint="Leave the row out.", source=label))
            else:
                yield Input(label, cell.encode("utf-8", "surrogatepass"))
    except ConfigError as error:
        if inputs.columns.text or path in inputs.paths:
            raise  # the same for every row, and for the person who named the table or its column to put right
        yield Input(name, error=error)  # a table that lies in a folder of documents shall not stop them
    except GapcheckError as error:
        yield Input(name, error=error)
