"""Soft skills: how postings ask for them, and the acts and results that show them (`soft_evidence.tsv`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from gapcheck.lexicon.compiled import read_compiled, split
from gapcheck.words import key, stem

Phrase = tuple[str, ...]
Sort = Literal["asked", "asked loosely", "shown", "trace"]
ANY = "*"
"""In a phrase: up to three words of any kind, or none ("talk * out of" is said by "talked two men out of it")."""
_SKIPPED = frozenset(stem(word) for word in "a an the my our his her their your its".split())
"""Words that are passed over on both sides: "never missed the shift" is "never missed a shift"."""
_DENIALS = frozenset(stem(word) for word in "no not never without zero none nobody nothing didn't haven't lost".split())
_COLUMNS: tuple[Sort, ...] = ("asked", "asked loosely", "shown", "trace")


@dataclass(frozen=True, slots=True)
class Trait:
    """One soft skill; phrases are stems in the order in which they are said, stop words kept."""

    asked: tuple[Phrase, ...]
    """What postings call it."""
    loosely: tuple[Phrase, ...]
    """Names that mean it only where the posting asks for a soft skill: "quality", "team"."""
    shown: tuple[Phrase, ...]
    """Acts and results squarely of the kind: one is enough."""
    trace: tuple[Phrase, ...]
    """Acts that often go with it: two are needed."""


@dataclass(frozen=True, slots=True)
class Said:
    """A phrase of a trait, found among stems."""

    trait: str
    sort: Sort
    start: int
    end: int
    denies: bool
    """Whether the phrase says itself what did not happen: "never late"."""


@cache
def traits() -> Mapping[str, Trait]:
    """The traits of the shipped table by name, read once."""
    content = read_compiled()
    rows = content["soft"] if content is not None else trait_rows()
    return {name: _read(row) for name, row in rows.items()}


def trait_rows() -> dict[str, str]:
    """Name -> the four cells, stemmed; what the compiled lexicon holds."""
    rows = {}
    text = (files("gapcheck.lexicon") / "soft_evidence.tsv").read_text(encoding="utf-8")
    for line in text.splitlines()[1:]:
        if line.strip() and not line.startswith("#"):
            name, *cells = line.split("\t")
            rows[name] = "\t".join("|".join(dict.fromkeys(_stems(cell))) for cell in (*cells, "", "", "", "")[:4])
    return rows


def _stems(cell: str) -> Iterator[str]:
    for phrase in cell.split("|"):
        found = [ANY if part == ANY else word for part in phrase.split() for word in _words(part)]
        if found:
            yield " ".join(found)


def _words(part: str) -> list[str]:
    return [ANY] if part == ANY else [name for name in map(stem, key(part)) if name not in _SKIPPED]


def _read(row: str) -> Trait:
    asked, loosely, shown, trace = (tuple(map(split, filter(None, cell.split("|")))) for cell in row.split("\t"))
    return Trait(asked, loosely, shown, trace)


@cache
def _by_first() -> Mapping[str, tuple[tuple[Phrase, str, Sort], ...]]:
    table: dict[str, list[tuple[Phrase, str, Sort]]] = {}
    for name, trait in traits().items():
        for sort, phrases in zip(_COLUMNS, (trait.asked, trait.loosely, trait.shown, trait.trace), strict=True):
            for phrase in phrases:
                table.setdefault(phrase[0], []).append((phrase, name, sort))
    return {first: tuple(entries) for first, entries in table.items()}


def said(stems: Sequence[str], *sorts: Sort) -> Iterator[Said]:
    """The phrases of the *sorts* named that stand in *stems*, which are of every word of a line, stop words too."""
    table = _by_first()
    kept = [(i, name) for i, name in enumerate(stems) if name not in _SKIPPED]
    for at, (start, first) in enumerate(kept):
        for phrase, trait, sort in table.get(first, ()):
            if sort in sorts and (last := _end(phrase, kept, at)) is not None:
                yield Said(trait, sort, start, kept[last][0] + 1, not _DENIALS.isdisjoint(phrase))


def _end(phrase: Phrase, kept: Sequence[tuple[int, str]], at: int) -> int | None:
    """The place of the last word of *phrase* when it is said from place *at* on."""
    room, place = 0, at - 1
    for name in phrase:
        if name == ANY:
            room = 3
            continue
        place = next((i for i in range(place + 1, min(place + 2 + room, len(kept))) if kept[i][1] == name), -1)
        if place < 0:
            return None
        room = 0
    return place


def asked_in(stems: Sequence[str], *, loosely: bool = True) -> dict[str, tuple[int, int]]:
    """The traits that a clause asks for, each with the place where it does; without *loosely* by sure names only."""
    found: dict[str, tuple[int, int]] = {}
    sorts: tuple[Sort, ...] = ("asked", "asked loosely") if loosely else ("asked",)
    for one in said(stems, *sorts):
        found.setdefault(one.trait, (one.start, one.end))
    return found
