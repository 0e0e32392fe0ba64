"""Names with the phrases that stand for them, looked up by a phrase's first word: what `sectors` and `trades` share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

Phrase: TypeAlias = tuple[str, ...]
Names: TypeAlias = Mapping[str, tuple[tuple[Phrase, str], ...]]
"""First word of a phrase -> the phrases that begin with it, longest first, each with the name that it stands for."""


def by_first_word(rows: Iterable[tuple[Phrase, str]]) -> Names:
    """The table of *rows*, each a phrase and its name; empty phrases are left out."""
    table: dict[str, list[tuple[Phrase, str]]] = {}
    for phrase, name in rows:
        if phrase:
            table.setdefault(phrase[0], []).append((phrase, name))
    return {first: tuple(sorted(found, key=lambda row: -len(row[0]))) for first, found in table.items()}


def named_in(norms: Phrase, table: Names) -> Iterator[tuple[int, Phrase, str]]:
    """Every phrase of the table that stands in *norms*: the index of its first word, the phrase, its name."""
    for place, first in enumerate(norms):
        for phrase, name in table.get(first, ()):
            if norms[place : place + len(phrase)] == phrase:
                yield place, phrase, name


def named_wholly(norms: Phrase, table: Names, says_nothing: Callable[[str], bool]) -> frozenset[str]:
    """The names of which *norms* is made, by the longest phrase at each place; none where a word is left that says something."""
    found: set[str] = set()
    place = 0
    while place < len(norms):
        rows = [row for row in table.get(norms[place], ()) if norms[place : place + len(row[0])] == row[0]]
        if rows:
            longest = len(rows[0][0])
            found |= {name for phrase, name in rows if len(phrase) == longest}
            place += longest
        elif says_nothing(norms[place]):
            place += 1
        else:
            return frozenset()
    return frozenset(found)
