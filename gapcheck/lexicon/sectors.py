"""Kinds of employers and places of work: how postings ask for a background in one, and how a job's head shows it.

`sectors.tsv` holds a row for each, `employers.tsv` those that people know by their name alone. Phrases are compared by
normalised words, side by side: "Kestrel Pet Foods Ltd" makes food, a food bank does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from gapcheck.lexicon.phrases_by_name import Names, Phrase, by_first_word, named_in, named_wholly
from gapcheck.lexicon.relations import table_rows
from gapcheck.words import STOP_WORDS, key

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

    asked: Names
    shown: Names
    within: Mapping[str, frozenset[str]]
    """Sector -> itself and all that it proves."""


@cache
def sectors() -> Sectors:
    """The shipped table, read once."""
    asked: list[tuple[Phrase, str]] = []
    shown: list[tuple[Phrase, str]] = []
    above: dict[str, list[str]] = {}
    for name, asking, showing, broader in table_rows("sectors.tsv", 4):
        above[name] = [part for part in broader.split("|") if part]
        asked += [(_content(key(text)), name) for text in asking.split("|")]
        shown += [(key(text), name) for text in showing.split("|") if text[:1] != _BARRED]
        shown += [(key(text), f"{_BARRED}{name}") for text in showing.split("|") if text[:1] == _BARRED]
    for name, employers in table_rows("employers.tsv", 2):
        shown += [(key(text), name) for text in employers.split("|")]
    return Sectors(by_first_word(asked), by_first_word(shown), {name: frozenset(_all(name, above)) for name in above})


def _all(name: str, above: Mapping[str, Sequence[str]]) -> Iterator[str]:
    yield name
    for one in above[name]:
        yield from _all(one, above)


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
    return named_wholly(_content(key(phrase)), sectors().asked, _SETTING.__contains__)


@lru_cache(maxsize=1_000)
def sectors_shown(head: str) -> frozenset[str]:
    """The sectors that the head of a job shows, and what they prove.

    >>> sorted(sectors_shown("Night Auditor, Harbour Hotel"))
    ['hospitality', 'hotel']
    >>> sorted(sectors_shown("Driver, Elm Street Food Bank"))
    ['charity']
    """
    table = sectors()
    hits = list(named_in(key(head), table.shown))
    barred = {(name[1:], i) for place, phrase, name in hits if name[0] == _BARRED for i in _places(place, phrase)}
    found = {
        name
        for place, phrase, name in hits
        if name[0] != _BARRED and not any((name, i) in barred for i in _places(place, phrase))
    }
    return frozenset().union(*(table.within[name] for name in found))


def _places(place: int, phrase: Phrase) -> range:
    return range(place, place + len(phrase))
