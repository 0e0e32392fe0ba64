"""Words that say the same in other words: `synonyms/*.tsv` read into classes, and how much a word tells (IDF)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal

from gapcheck.lexicon.compiled import Entries, Lazy, read_compiled, read_entries, split, tables, write_table
from gapcheck.words import STOP_WORDS, Word, key, stem

Side = Literal["asked", "shown"]
_NOMINAL = ("ance", "ence", "ment", "ments", "tion", "tions", "sion", "ity", "ness", "ship", "ery")


@dataclass(frozen=True, slots=True)
class Relations:
    """Stem sequences -> the classes they are in.

    A class is shared by words that a recruiter would take for one another. Classes of `isa` rows are one-way: a member
    carries the class on the side of the resume, the broader word on the side of the posting.
    """

    both: Mapping[str, Entries]
    """First stem -> the sequences of verb, noun and act rows."""
    shown: Mapping[str, Entries]
    asked: Mapping[str, Entries]
    light: frozenset[str]
    """Stems of verbs that carry no meaning of their own."""
    verbs: frozenset[str]
    """Stems of all single-word verbs."""
    known: dict[frozenset[str], frozenset[str]] = field(default_factory=dict, compare=False, repr=False)
    """Each set of classes once: thousands of clauses are kept, and the table allows few different sets."""

    def is_verb(self, word: Word) -> bool:
        """Whether the word is a verb by its stem and not a noun made of one ("management")."""
        return word.stem in self.verbs and not word.text.lower().endswith(_NOMINAL)

    def classes(self, stems: Sequence[str], side: Side) -> list[frozenset[str]]:
        """For each stem the classes of the words and phrases that it is part of."""
        found: list[set[str]] = [set() for _ in stems]
        directed = self.asked if side == "asked" else self.shown
        for i, first in enumerate(stems):
            second = stems[i + 1] if i + 1 < len(stems) else ""
            for table in (self.both, directed):
                entries = table.get(first)
                if entries is None:
                    continue
                found[i].update(entries.alone)
                for sequence, name in entries.longer.get(second, ()):
                    if tuple(stems[i : i + len(sequence)]) == sequence:
                        for j in range(i, i + len(sequence)):
                            found[j].add(name)
        return [self.known.setdefault(names, names) for names in map(frozenset, found)]


@cache
def relations() -> Relations:
    """The relations of the shipped table, read once."""
    content = read_compiled() or relation_rows()
    both, shown, asked = (Lazy(content[name], read_entries) for name in ("both", "shown", "asked"))
    return Relations(both, shown, asked, frozenset(split(content["light"])), frozenset(split(content["verbs"])))


def relation_rows() -> dict[str, Any]:
    """The relations of `synonyms/*.tsv` as the compiled lexicon holds them."""
    both: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    shown: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    asked: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    light: set[str] = set()
    verbs: set[str] = set()
    for number, (kind, members, broader, note) in enumerate(synonym_rows()):
        name = f"{kind}{number}"
        sequences = [s for s in map(_stems if kind in ("verb", "act") else _thing, members.split("|")) if s]
        above = [s for s in map(_stems, broader.split("|")) if s]
        if kind == "verb":
            singles = {s[0] for s in sequences if len(s) == 1}
            verbs |= singles
            if note == "light":
                light |= singles
                continue
        if kind == "isa":
            _add(shown, sequences, name)
            _add(asked, above, name)
        else:
            _add(both, sequences + (above if kind == "act" else []), name)
    return {
        "both": write_table(both),
        "shown": write_table(shown),
        "asked": write_table(asked),
        "light": " ".join(sorted(light)),
        "verbs": " ".join(sorted(verbs)),
    }


def synonym_rows() -> Iterator[tuple[str, ...]]:
    """The rows of every table of synonyms: kind, members, broader, note."""
    for path in tables("synonyms"):
        yield from table_rows(f"synonyms/{path.name}", 4)


def _add(table: dict[str, list[tuple[tuple[str, ...], str]]], sequences: Sequence[tuple[str, ...]], name: str) -> None:
    for sequence in sequences:
        table.setdefault(sequence[0], []).append((sequence, name))


def _stems(phrase: str) -> tuple[str, ...]:
    """The stems of a phrase as passages spell it; stop words are left out on both sides."""
    return tuple(stem(word) for word in key(phrase) if word not in STOP_WORDS)


def _thing(phrase: str) -> tuple[str, ...]:
    """The stems of the name of a thing; none where all but one everyday word would be lost: a "walk-in" is no walk."""
    found = _stems(phrase)
    return () if len(found) == 1 and len(key(phrase)) > 1 else found


def table_rows(name: str, width: int) -> Iterator[tuple[str, ...]]:
    """The rows of a shipped table without its head, comments and empty lines, each with *width* cells."""
    text = (files("gapcheck.lexicon") / name).read_text(encoding="utf-8")
    for line in text.splitlines()[1:]:
        if line.strip() and not line.startswith("#"):
            yield tuple((line.split("\t") + [""] * width)[:width])


@cache
def _document_frequencies() -> tuple[int, Mapping[str, int]]:
    lines = (files("gapcheck.model") / "background.tsv").read_text(encoding="utf-8").splitlines()
    counts = dict(line.split("\t") for line in lines[1:])
    return int(lines[0].split("\t")[1]), {name: int(n) for name, n in counts.items()}


@lru_cache(maxsize=10_000)
def weight(name: str) -> float:
    """How much a stem tells, 0 to 1: inverse sentence frequency in job advertisements; unseen stems tell most.

    Formula: idf(s) = ln(N / (1 + n_s)) / ln(N), after Sparck Jones 1972.
    """
    total, counts = _document_frequencies()
    return max(0.05, math.log(total / (1 + counts.get(name, 1))) / math.log(total))


def is_common(name: str) -> bool:
    """Whether job advertisements use the stem at all: such a word is no misspelling."""
    return name in _document_frequencies()[1]
