"""Trades and their titles, from `trades.tsv`: a waiter's years are a server's, a baker's are half a pastry chef's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from gapcheck.lexicon.phrases_by_name import Names, Phrase, by_first_word, named_in, named_wholly
from gapcheck.lexicon.relations import table_rows
from gapcheck.words import STOP_WORDS, key

# What stands beside a trade in a posting and asks nothing of its own.
_BESIDE_IT = frozenset(
    """experience experienced year work working worked role position capacity job field industry environment setting similar related relevant paid
    full-time professional hands-on hand practical proven solid recent busy commercial residential general service staff team crew brigade people
    supervising supervise supervisory supervisor supervision leading lead leader managing manage management manager running run overseeing
    brand company firm business office executive executives least one two three four five""".split()
)


@dataclass(frozen=True, slots=True)
class _Trades:
    asked: Names
    titles: Names
    beside: Mapping[str, frozenset[str]]


@cache
def _trades() -> _Trades:
    asked: list[tuple[Phrase, str]] = []
    titles: list[tuple[Phrase, str]] = []
    beside: dict[str, frozenset[str]] = {}
    for name, asking, heads, near in table_rows("trades.tsv", 4):
        beside[name] = frozenset(part for part in near.split("|") if part)
        for rows, phrases in ((asked, asking), (titles, heads)):
            rows += [(key(text), name) for text in phrases.split("|")]  # with stop words: "IT support" is no support
    return _Trades(by_first_word(asked), by_first_word(titles), beside)


def _says_nothing(norm: str) -> bool:
    return norm in _BESIDE_IT or norm in STOP_WORDS or norm.isdigit()


@lru_cache(maxsize=4_000)
def trades_asked(phrase: str) -> frozenset[str]:
    """The trades that a phrase of a posting asks for and nothing besides.

    >>> sorted(trades_asked("audit"))
    []
    >>> sorted(trades_asked("supervising civil construction crews")), sorted(trades_asked("construction law"))
    (['civil works'], [])
    """
    return named_wholly(key(phrase), _trades().asked, _says_nothing)


@lru_cache(maxsize=1_000)
def trades_shown(head: str) -> frozenset[str]:
    """The trades whose titles stand in the head of a job.

    >>> sorted(trades_shown("Waiter, Bistro Lune"))
    ['server']
    """
    return frozenset(name for _, _, name in named_in(key(head), _trades().titles))


def likeness(asked: frozenset[str], head: str) -> float:
    """1 where the head of a job shows a trade that is asked, 0.5 where it shows one beside it, else 0."""
    shown = trades_shown(head)
    if asked & shown:
        return 1.0
    beside = _trades().beside
    is_near = any(beside[name] & asked for name in shown) or any(beside[name] & shown for name in asked)
    return 0.5 if is_near else 0.0
