"""Kinds of employers and places of work: how postings ask for a background in one, and how a job's head shows it.

`sectors.tsv` holds a row for each, `employers.tsv` those that people know by their name alone. Phrases are compared by normalised words, side by side: "Kestrel
Pet Foods Ltd" makes food, a food bank does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from gapcheck.lexicon.relations import table_rows
from gapcheck.words import STOP_WORDS, key

Phrase = tuple[str, ...]
_BARRED = "-"
"""Before a phrase whose words show nothing where they stand together."""
_SETTING = frozenset(
    """industry sector environment setting site company business background body organization organisation world trade firm
    facility work working experience another large small busy fast paced fast-moving moving similar high-volume institution
    department based scale multi-site organizational type kind operation area field""".split()
)
"""What stands beside the name of a sector and asks nothing: "a busy hospital environment"."""


@dataclass(frozen=True, slots=True)
class Sectors:
    """The whole table, looked up by the first word of a phrase; "" for phrases that show nothing."""

    asked: Mapping[str, tuple[tuple[Phrase, str], ...]]
    shown: Mapping[str, tuple[tuple[Phrase, str], ...]]
    within: Mapping[str, frozenset[str]]
    """Sector -> itself and all that it proves."""


@cache
def sectors() -> Sectors:
    """The shipped table, read once."""
    asked: dict[str, list[tuple[Phrase, str]]] = {}
    shown: dict[str, list[tuple[Phrase, str]]] = {}
    above: dict[str, list[str]] = {}
    for name, asking, showing, broader in table_rows("sectors.tsv", 4):
        above[name] = [part for part in broader.split("|") if part]
        _add(asked, [_content(key(text)) for text in asking.split("|")], name)
        _add(shown, [key(text) for text in showing.split("|") if text[:1] != _BARRED], name)
        _add(shown, [key(text) for text in showing.split("|") if text[:1] == _BARRED], f"{_BARRED}{name}")
    for name, employers in table_rows("employers.tsv", 2):
        _add(shown, [key(text) for text in employers.split("|")], name)
    return Sectors(_longest_first(asked), _longest_first(shown), {name: frozenset(_all(name, above)) for name in above})


def _all(name: str, above: Mapping[str, Sequence[str]]) -> Iterator[str]:
    yield name
    for one in above[name]:
        yield from _all(one, above)


def _add(table: dict[str, list[tuple[Phrase, str]]], phrases: Sequence[Phrase], name: str) -> None:
    for phrase in phrases:
        if phrase:
            table.setdefault(phrase[0], []).append((phrase, name))


def _longest_first(table: Mapping[str, list[tuple[Phrase, str]]]) -> dict[str, tuple[tuple[Phrase, str], ...]]:
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in table.items()}


def _content(norms: Sequence[str]) -> Phrase:
    return tuple(norm for norm in norms if norm not in STOP_WORDS)


@lru_cache(maxsize=4_000)
def sectors_asked(phrase: str) -> frozenset[str]:
    """The sectors that a phrase of a posting asks for and nothing besides; "dental or medical office" asks two.

    >>> sorted(sectors_asked("a busy hospital environment"))
    ['hospital']
    >>> sorted(sectors_asked("hospital billing"))
    []
    """
    norms = _content(key(phrase))
    found: set[str] = set()
    place = 0
    while place < len(norms):
        row = [r for r in sectors().asked.get(norms[place], ()) if norms[place : place + len(r[0])] == r[0]]
        if row:
            longest = len(row[0][0])
            found |= {name for phrase_, name in row if len(phrase_) == longest}
            place += longest
        elif norms[place] in _SETTING:
            place += 1
        else:
            return frozenset()
    return frozenset(found)


@lru_cache(maxsize=1_000)
def sectors_shown(head: str) -> frozenset[str]:
    """The sectors that the head of a job shows, and what they prove.

    >>> sorted(sectors_shown("Night Auditor, Harbour Hotel"))
    ['hospitality', 'hotel']
    >>> sorted(sectors_shown("Driver, Elm Street Food Bank"))
    ['charity']
    """
    norms = key(head)
    table = sectors()
    hits = [
        (place, phrase, name)
        for place, first in enumerate(norms)
        for phrase, name in table.shown.get(first, ())
        if norms[place : place + len(phrase)] == phrase
    ]
    barred = {(name[1:], i) for place, phrase, name in hits if name[0] == _BARRED for i in _places(place, phrase)}
    found = {
        name
        for place, phrase, name in hits
        if name[0] != _BARRED and not any((name, i) in barred for i in _places(place, phrase))
    }
    return frozenset().union(*(table.within[name] for name in found))


def _places(place: int, phrase: Phrase) -> range:
    return range(place, place + len(phrase))
