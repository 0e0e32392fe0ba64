"""Trades and their titles, from `trades.tsv`: a waiter's years are a server's, a baker's are half a pastry chef's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from gapcheck.lexicon.relations import table_rows
from gapcheck.words import STOP_WORDS, key

Phrase = tuple[str, ...]
# What stands beside a trade in a posting and asks nothing of its own.
_BESIDE_IT = frozenset(
    """experience experienced year work working worked role position capacity job field industry environment setting similar related relevant paid
    full-time professional hands-on hand practical proven solid recent busy commercial residential general service staff team crew brigade people
    supervising supervise supervisory supervisor supervision leading lead leader managing manage management manager running run overseeing
    brand company firm business office executive executives least one two three four five""".split()
)


@dataclass(frozen=True, slots=True)
class _Trades:
    asked: Mapping[str, tuple[tuple[Phrase, str], ...]]
    titles: Mapping[str, tuple[tuple[Phrase, str], ...]]
    beside: Mapping[str, frozenset[str]]


@cache
def _trades() -> _Trades:
    asked: dict[str, list[tuple[Phrase, str]]] = {}
    titles: dict[str, list[tuple[Phrase, str]]] = {}
    beside: dict[str, frozenset[str]] = {}
    for name, asking, heads, near in table_rows("trades.tsv", 4):
        beside[name] = frozenset(part for part in near.split("|") if part)
        for table, phrases in ((asked, asking), (titles, heads)):
            for text in phrases.split("|"):
                phrase = key(text)  # with its stop words: "IT support" is no support
                if phrase:
                    table.setdefault(phrase[0], []).append((phrase, name))
    return _Trades(_longest_first(asked), _longest_first(titles), beside)


def _longest_first(table: Mapping[str, list[tuple[Phrase, str]]]) -> dict[str, tuple[tuple[Phrase, str], ...]]:
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in table.items()}


@lru_cache(maxsize=4_000)
def trades_asked(phrase: str) -> frozenset[str]:
    """The trades that a phrase of a posting asks for and nothing besides.

    >>> sorted(trades_asked("audit"))
    []
    >>> sorted(trades_asked("supervising civil construction crews")), sorted(trades_asked("construction law"))
    (['civil works'], [])
    """
    norms = key(phrase)
    found: set[str] = set()
    place = 0
    while place < len(norms):
        rows = [r for r in _trades().asked.get(norms[place], ()) if norms[place : place + len(r[0])] == r[0]]
        if rows:
            longest = len(rows[0][0])
            found |= {name for phrase_, name in rows if len(phrase_) == longest}
            place += longest
        elif norms[place] in _BESIDE_IT or norms[place] in STOP_WORDS or norms[place].isdigit():
            place += 1
        else:
            return frozenset()
    return frozenset(found)


@lru_cache(maxsize=1_000)
def trades_shown(head: str) -> frozenset[str]:
    """The trades whose titles stand in the head of a job.

    >>> sorted(trades_shown("Waiter, Bistro Lune"))
    ['server']
    """
    return frozenset(_titles(key(head)))


def _titles(norms: Phrase) -> Iterator[str]:
    for place, first in enumerate(norms):
        for phrase, name in _trades().titles.get(first, ()):
            if norms[place : place + len(phrase)] == phrase:
                yield name


def likeness(asked: frozenset[str], head: str) -> float:
    """1 where the head of a job shows a trade that is asked, 0.5 where it shows one beside it, else 0."""
    shown = trades_shown(head)
    if asked & shown:
        return 1.0
    return (
        0.5
        if any(_trades().beside[name] & asked for name in shown)
        or any(_trades().beside[name] & shown for name in asked)
        else 0.0
    )
