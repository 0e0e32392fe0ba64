"""The lexicon, read beforehand: `model/lexicon.json`, which `python -m gapcheck.training.lexicon` writes.

Reading 60,000 names out of the data files takes more than a second, this file a few hundredths. It is used as long as it
was made from exactly the data files and the rules that are installed; else, and for any lexicon of the user's own, the
data files are read. Entries become values when they are asked for, since a check needs few of them.

    {"sources": hash, "version": ..., "concepts": {name: row}, "aliases": {"wound care": options}, ...}

A row is "kind TAB aliases TAB broader TAB guard TAB flags", with "|" between several; an option is a concept's name, or
"name TAB exact characters TAB ~" where it is written in exact case or only holds with its guard.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Generic, TypeVar

from gapcheck.lexicon.guards import Guard

Key = TypeVar("Key")
Value = TypeVar("Value")
FILE = "lexicon.json"
TABLES = ("soft_evidence.tsv",)
_RULES = (
    "words.py",
    "lexicon/__init__.py",
    "lexicon/compiled.py",
    "lexicon/guards.py",
    "lexicon/relations.py",
    "lexicon/traits.py",
    "lexicon/duties.py",
    "lexicon/irregular.tsv",
    "model/stems.tsv",
)
"""What else the compiled form depends on: how words are normalised, stemmed and merged."""


@cache
def read_compiled() -> Mapping[str, Any] | None:
    """The content of the compiled file, or None when it does not belong to the installed data files."""
    path = _folder() / FILE
    try:
        content = json.loads(path.read_bytes())
    except (OSError, ValueError):  # not made yet, or half written: the data files are there
        return None
    current = isinstance(content, dict) and content.get("sources") == hash_of_sources()
    return content if current else None


def _folder() -> Traversable:
    return files("gapcheck.model")


def hash_of_sources() -> str:
    """A hash of everything that the compiled file is made from; line ends do not count."""
    package = files("gapcheck")
    found = hashlib.sha256()
    for path in (
        *tables("concepts"),
        *tables("duties"),
        *tables("synonyms"),
        *(package / "lexicon" / name for name in TABLES),
        *(package / name for name in _RULES),
    ):
        # Installed without its .py files, gapcheck works the longer way.
        data = path.read_bytes() if path.is_file() else b""
        found.update(b"\0%d\0" % len(data))
        found.update(data.replace(b"\r\n", b"\n"))
    return found.hexdigest()


def tables(folder: str) -> list[Traversable]:
    """The data files in a folder beside this module, by name."""
    entries = (files("gapcheck.lexicon") / folder).iterdir()
    return sorted((entry for entry in entries if entry.name.endswith(".tsv")), key=lambda entry: entry.name)


class Lazy(Mapping[Key, Value], Generic[Key, Value]):
    """A table whose values are made from their rows when they are first asked for.

    Args:
        rows: what the file holds.
        make: the value of a key and its row.
        write: a key as the file writes it, and back; both are left out when keys are strings.
    """

    __slots__ = ("_made", "_make", "_read", "_rows", "_write")

    def __init__(
        self,
        rows: Mapping[str, str],
        make: Callable[[Key, str], Value],
        write: Callable[[Key], str] = str,
        read: Callable[[str], Any] = str,
    ) -> None:
        self._rows, self._make, self._write, self._read = rows, make, write, read
        self._made: dict[Key, Value] = {}

    def __getitem__(self, key: Key) -> Value:
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = self._make(key, self._rows[self._write(key)])
        return found

    def get(self, key: Key, default: Any = None) -> Any:
        """The value of *key*, or *default*."""
        return self[key] if self._write(key) in self._rows else default  # most words are no name: that comes first

    def __contains__(self, key: Any) -> bool:
        return self._write(key) in self._rows

    def __iter__(self) -> Iterator[Key]:
        return map(self._read, self._rows)

    def __len__(self) -> int:
        return len(self._rows)


# --- rows ------------------------------------------------------------------------------------------------------


def write_guard(guard: Guard) -> str:
    """The rules of a guard, words normalised already: "near:python,java;list;not_before:to"."""
    return ";".join(name + (":" + ",".join(map(" ".join, options)) if options else "") for name, options in guard.rules)


def read_guard(text: str) -> Guard:
    """The guard that `write_guard` wrote."""
    parts = (part.partition(":") for part in text.split(";") if part)
    return Guard(tuple((name, tuple(map(split, filter(None, options.split(","))))) for name, _, options in parts))


def split(words: str) -> tuple[str, ...]:
    """Words that stand with spaces between them."""
    return tuple(words.split(" "))


@dataclass(frozen=True, slots=True)
class Entries:
    """What begins with one stem: the classes of the stem alone, and longer sequences with theirs by the second stem."""

    alone: tuple[str, ...]
    longer: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


def write_table(table: Mapping[str, Iterable[tuple[tuple[str, ...], str]]]) -> dict[str, str]:
    """First stem -> sequences of stems, each with the class it is in."""
    return {
        first: "|".join(f"{' '.join(stems)}\t{name}" for stems, name in entries) for first, entries in table.items()
    }


def read_entries(_: str, row: str) -> Entries:
    """The sequences and classes of one row of the table that `write_table` wrote."""
    alone: list[str] = []
    longer: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for stems, name in map(_entry, row.split("|")):
        if len(stems) == 1:
            alone.append(name)
        else:
            longer.setdefault(stems[1], []).append((stems, name))
    return Entries(tuple(alone), {second: tuple(found) for second, found in longer.items()})


def _entry(text: str) -> tuple[tuple[str, ...], str]:
    stems, _, name = text.partition("\t")
    return tuple(stems.split(" ")), name
