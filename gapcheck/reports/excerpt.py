"""A quotation that is too long, cut around what counts: a verbatim piece, the ellipsis outside of its marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Set
from textwrap import wrap

from gapcheck.reports.safe import one_line
from gapcheck.words import words

_TOKEN = re.compile(r"\S+")
_TURNS = (",", ";", ":", ".", ")", "-", "–", "—")
"""Signs after which a piece may begin or end without reading as torn off."""
_LEAST = 0.6
"""Share of the room that a piece should fill before it ends early at such a sign."""
_STEP = 6


def stems(texts: Iterable[str]) -> frozenset[str]:
    """The stems of the words that carry meaning: what a piece should show."""
    return frozenset(word.stem for text in texts for word in words(text) if not word.is_stop)


def excerpt(text: str, limit: int, wanted: Set[str] = frozenset()) -> str:
    """*text* on one line between quotation marks: all of it, or the piece of at most *limit* characters that holds
    most of the *wanted* stems; an ellipsis before or after the marks says that something was left out.

    >>> excerpt("Filed reports; ran two trade shows a year for dealers", 30, stems(["trade shows"]))
    '…"ran two trade shows a year"…'
    """
    text = one_line(text)
    if len(text) <= limit:
        return marked(text)
    spans = [found.span() for found in _TOKEN.finditer(text)]
    hits = [stems([text[start:end]]) & wanted for start, end in spans]
    first = _first(text, spans, hits, limit)
    last = _last(text, spans, hits, first, limit)
    start, end = spans[first][0], min(spans[last][1], spans[first][0] + limit)
    piece = text[start:end] if end == len(text) else text[start:end].rstrip(",;:–—- ")
    return f"{'…' if start else ''}{marked(piece)}{'…' if start + len(piece) < len(text) else ''}"


def marked(text: str) -> str:
    """*text* in quotation marks; in curly ones when it holds straight ones itself.

    >>> marked("Ran booths"), marked('Talk "On dough"')
    ('"Ran booths"', '“Talk "On dough"”')
    """
    return f"“{text}”" if '"' in text else f'"{text}"'


def fitted(make: Callable[[int], str], after: str, width: int, lines: int) -> str:
    """What *make* gives for the largest limit with which it fills, with *after* behind it, at most *lines* lines."""
    limit = width * lines
    while limit > 3 * _STEP and len(wrap(f"{make(limit)}{after}", width)) > lines:
        limit -= _STEP
    return make(limit)


def _first(text: str, spans: list[tuple[int, int]], hits: list[frozenset[str]], limit: int) -> int:
    """The token to begin with: most hits, then the beginning of the text, then after a sign, then the middle."""
    ranked: dict[tuple[int, bool, bool], list[int]] = {}
    for number, (start, _) in enumerate(spans):
        last = _reach(spans, number, limit)
        seen = len(frozenset().union(*hits[number : last + 1]))
        after_sign = number > 0 and text[start - 2] in _TURNS and spans[last][1] - start >= _LEAST * limit
        ranked.setdefault((seen, number == 0, after_sign), []).append(number)
    best = max(ranked)
    numbers = ranked[best]
    whole = best[2] or _reach(spans, numbers[0], limit) == len(spans) - 1
    return numbers[0 if whole else len(numbers) // 2]


def _last(text: str, spans: list[tuple[int, int]], hits: list[frozenset[str]], first: int, limit: int) -> int:
    """The token to end with: the end of the text or a sign, if no hit is lost; never a word like "and"."""
    reach = _reach(spans, first, limit)
    if reach == len(spans) - 1:
        return reach
    least = max((number for number in range(first, reach + 1) if hits[number]), default=first)
    for number in range(reach, least - 1, -1):
        if text[spans[number][1] - 1] in _TURNS and spans[number][1] - spans[first][0] >= _LEAST * limit:
            return number
    while reach > least and _is_torn(text[spans[first][0] : spans[reach][1]], text[slice(*spans[reach])]):
        reach -= 1
    return reach


def _is_torn(piece: str, last: str) -> bool:
    """Whether a piece ends with a word like "and", or inside of brackets."""
    return not stems([last]) or piece.count("(") > piece.count(")")


def _reach(spans: list[tuple[int, int]], first: int, limit: int) -> int:
    """The last token that ends within *limit* characters of the beginning of the first, or the first itself."""
    last = first
    while last + 1 < len(spans) and spans[last + 1][1] - spans[first][0] <= limit:
        last += 1
    return last
