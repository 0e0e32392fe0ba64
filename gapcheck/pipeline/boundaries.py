"""Lines of a text that has lost its line breaks: a posting or resume pasted as one line gets its lines back.

A line is cut into pieces by a model of where lines begin: at each gap between two words it says how probable a break is,
given the words around the gap and where the line so far began. The best set of breaks is found for the whole piece
at once. The text stays as it is; only `Document.lines` changes, so every offset stays true. Trained in
training/boundaries.py; feature strings are hashed with CRC-32, so the weights need no vocabulary.
"""

from __future__ import annotations

import itertools
import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from gapcheck.lexicon import Lexicon
from gapcheck.pipeline.gaps import Run, line_features, local_features, make_run, sentence_ends
from gapcheck.sections import Side
from gapcheck.types import Document, Line

if TYPE_CHECKING:
    import numpy as np

BUCKETS = 1 << 16
_GLYPHS = "•●▪◦‣■□➢✓·∙"
# Bullets, and what Markdown sets before a heading or around a label: "## Duties", "**Job title:** Baker".
_INNER = re.compile(
    rf"(?:(?<=\s)|^)[{_GLYPHS}]+\s*(?=\S)|(?<=\s)[-–*]\s+(?=[A-Z])|(?<=\s)#{{2,6}}\s+(?=\S)|(?<=\s)\*\*(?=[A-Z][^*:]{{2,40}}:\*\*)"
    rf"|(?<=[\w.,;:)!?])(?:\*\s+|[•●▪◦‣■➢✓]\s*)(?=\S)"
)
_ENDS = ".!?"
_MOST_WORDS = 90
"""A line is no longer than this; what is longer has no break that can be found."""


# --- which lines ---------------------------------------------------------------------------------------------

_OPEN_RUN = 34
"""Words without the end of a sentence that hardly any line has."""


def restored(document: Document, side: Side, lexicon: Lexicon) -> Document:
    """*document* with lines where they most probably were, when it has lost them; else the document itself."""
    lost = [has_lost_breaks(document.text[line.start : line.end]) for line in document.lines]
    if not any(lost):
        return document
    lines: list[Line] = []
    for line, cut in zip(document.lines, lost, strict=True):
        lines += _cut(document.text, line, side, lexicon) if cut else [line]
    return replace(document, lines=tuple(lines))


def has_lost_breaks(text: str) -> bool:
    """Whether a line is so long, for so few ends of sentences, that it must be several.

    >>> has_lost_breaks("We are a small team. " * 30)
    False
    """
    tokens = text.split()
    if len(tokens) < _OPEN_RUN:
        return False
    longest = run = capitals = inner = 0
    for before, token in itertools.pairwise(tokens):
        run = 0 if before[-1] in _ENDS else run + 1
        inner = 0 if run == 0 else inner + (token[0].isupper() and _may_end(before))
        if run > longest:
            longest, capitals = run, inner
    return longest >= _OPEN_RUN and capitals >= 3


_BEFORE_NAMES = frozenset(
    "a an and any as at by for from in into like of on or our per the their this through to under using via with within your".split()
)


def _may_end(token: str) -> bool:
    """Whether a line may end with *token*: before a name stand "the", "of" and other capitals ("an FAA Part 107 test")."""
    return not token[0].isupper() and token[-1] not in ".!?,:;" and token.lower() not in _BEFORE_NAMES


def _cut(text: str, line: Line, side: Side, lexicon: Lexicon) -> Iterator[Line]:
    for start, end, glyph in pieces(text, line.start, line.end):
        run = make_run(text, start, end, glyph=glyph)
        starts = [start, *(run.tokens[i].start for i in breaks(run, side, lexicon))]
        for number, (a, b) in enumerate(zip(starts, [*starts[1:], end], strict=True)):
            first = a == line.start
            while b > a and text[b - 1].isspace():
                b -= 1
            bullet = (glyph and number == 0) or (first and line.bullet)
            yield replace(line, start=a, end=b, bullet=bullet, heading=line.heading if first else 0)


_WORDS_A_DASH = 45
"""Dashes are bullets when there is one in so many words; rarer ones part names and places."""


def pieces(text: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    """The line cut at the bullets that stand in it: start, end, whether a bullet stood before."""
    marks = list(_INNER.finditer(text, start, end))
    size = len(text[start:end].split())
    for signs in ("-", "–", "*", _GLYPHS):
        same = [m for m in marks if m.group().strip() in signs]
        if len(same) < 3 or (signs in "-–" and size > _WORDS_A_DASH * len(same)):  # "Monday - Friday"
            marks = [m for m in marks if m not in same]
    starts, ends = [start, *(m.end() for m in marks)], [*(m.start() for m in marks), end]
    bullets = [False, *(m.group().strip() not in _MARKDOWN for m in marks)]
    found = []
    for a, b, bullet in zip(starts, ends, bullets, strict=True):
        while b > a and text[b - 1].isspace():
            b -= 1
        if b > a:
            found.append((a, b, bullet))
    return found


_MARKDOWN = ("##", "###", "####", "#####", "######", "**")


# --- the model -----------------------------------------------------------------------------------------------


def breaks(run: Run, side: Side, lexicon: Lexicon) -> list[int]:
    """The tokens of *run* that begin a line, the first one left out: the most probable set of breaks.

    The probability of a break at a gap depends on the words around it and on the line that it would end, so the best
    sets up to each gap are kept, one for each place where the last line may have begun.
    """
    import numpy as np

    if not run.gaps:
        return []
    weights = _weights(side)
    local = [
        _CERTAIN if sentence_ends(run, gap) else float(weights[[bucket(name) for name in names]].sum())
        for gap, names in zip(run.gaps, local_features(run, side, lexicon), strict=True)
    ]
    score: dict[int, float] = {0: 0.0}
    before: dict[int, int] = {}
    for gap, base in zip(run.gaps, local, strict=True):
        best, begin = -np.inf, 0
        for start in list(score):
            odds = base + (_line_score(run, start, gap, side) if gap - start <= _MOST_WORDS else 0.0)
            # log P(break) and log P(no break)
            yes, no = -float(np.logaddexp(0, -odds)), -float(np.logaddexp(0, odds))
            if score[start] + yes > best:
                best, begin = score[start] + yes, start
            score[start] += no
        score[gap], before[gap] = best, begin
        _forget(score)
    place = max(score, key=lambda s: score[s])
    found = []
    while place:
        found.append(place)
        place = before[place]
    return found[::-1]


_CERTAIN = 50.0
"""Log-odds of a break where a sentence ends: whether a line ended there as well makes no difference to a reader."""


_BEAM = 12


def _forget(score: dict[int, float]) -> None:
    """Keep only the best places for the begin of the line that is open."""
    if len(score) > _BEAM:
        for start in sorted(score, key=lambda s: score[s])[: len(score) - _BEAM]:
            del score[start]


def _line_score(run: Run, start: int, end: int, side: Side) -> float:
    return sum(_weight(name, side) for name in line_features(run, start, end, side))


@lru_cache(maxsize=20_000)
def _weight(name: str, side: Side) -> float:
    return float(_weights(side)[bucket(name)])


def load(side: Side, weights: np.ndarray) -> None:
    """Use *weights* for texts of *side* from now on; training tries its own."""
    _OWN[side] = weights
    _weight.cache_clear()


_OWN: dict[Side, np.ndarray] = {}


@lru_cache(maxsize=50_000)
def bucket(name: str) -> int:
    """The weight row of a feature."""
    return zlib.crc32(name.encode()) % BUCKETS


def _weights(side: Side) -> np.ndarray:
    return _OWN[side] if side in _OWN else _shipped(side)


@cache
def _shipped(side: Side) -> np.ndarray:
    import numpy as np

    with (files("gapcheck.model") / "boundaries.npz").open("rb") as file, np.load(file, allow_pickle=False) as data:
        result: np.ndarray = data[side].astype(np.float32) * data[f"{side}_scale"]
    return result
