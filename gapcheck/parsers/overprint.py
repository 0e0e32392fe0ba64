"""Glyphs drawn twice at one place: bold by overprinting, shadows. `may_overprint` tells most pages to be free of them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from operator import sub

from gapcheck.parsers.columns import Piece
from gapcheck.parsers.glyphs import Glyph

_REACH = 0.12
"""Share of the size of a glyph within which the same glyph is the same ink."""
_CELLS = 1 << 24
_LOOKS = 40
"""Pieces for each piece, on average, that are compared before a page counts as crowded."""


def without_overprint(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """The glyphs without those drawn twice at one place."""
    seen: dict[tuple[str, int], dict[int, list[Glyph]]] = {}
    kept: list[Glyph] = []
    for glyph in glyphs:
        text, x0, _, base, size, *_ = glyph
        if text.isspace():
            kept.append(glyph)
            continue
        reach = _reach(size)
        # in a grid of cells two reaches wide, what is near lies in the four cells around the nearest corner
        across, down = x0 / (2 * reach), base / (2 * reach)
        cells = seen.setdefault((text, round(size)), {})
        corner = _cell(round(across), round(down))
        for place in (corner, corner - _CELLS, corner - 1, corner - _CELLS - 1):
            if place in cells and any(abs(o.x0 - x0) < reach and abs(o.base - base) < reach for o in cells[place]):
                break
        else:
            kept.append(glyph)
            cells.setdefault(_cell(math.floor(across), math.floor(down)), []).append(glyph)
    return kept


def _reach(size: float) -> float:
    return _REACH * (size if size > 1.0 else 1.0)


def _cell(column: int, row: int) -> int:
    """One number for both: a page has thousands of glyphs, and numbers are looked up faster than pairs."""
    return column * _CELLS + row


def may_overprint(pieces: Sequence[Piece]) -> bool:
    """Whether `without_overprint` might drop a glyph of these pieces; False is certain.

    A glyph can only lie on an equal one where a piece goes back over itself or two pieces lie over one another.
    """
    boxes: list[tuple[float, float, float, float]] = []
    for piece in pieces:
        starts, bases = piece.starts, [run.style.base for run in piece.runs]
        reach = _reach(max(run.style.size for run in piece.runs))
        left, right = starts[0], starts[-1]
        if min(map(sub, starts[1:], starts), default=reach) < reach:
            if _goes_back(piece.texts, starts, reach):
                return True
            left, right = min(starts), max(starts)
        # wider by a reach on each side: glyphs that are less than that apart lie in boxes that overlap
        boxes.append((min(bases) - reach, max(bases) + reach, left - reach, right + reach))
    return _touch(sorted(boxes))


def _goes_back(texts: Sequence[str], starts: Sequence[float], reach: float) -> bool:
    """Whether a glyph of one piece lies within reach of an equal one."""
    places: dict[str, list[float]] = {}
    for text, start in zip(texts, starts, strict=True):
        places.setdefault(text, []).append(start)
    for same in places.values():
        same.sort()
        if min(map(sub, same[1:], same), default=reach) < reach:
            return True
    return False


def _touch(boxes: Sequence[tuple[float, float, float, float]]) -> bool:
    """Whether two of the boxes (top, bottom, left, right; sorted) overlap, or are too many to tell soon."""
    looks = _LOOKS * len(boxes)
    for number, (_, bottom, left, right) in enumerate(boxes):
        for other in range(number + 1, len(boxes)):
            top, _, start, end = boxes[other]
            if top > bottom:
                break
            looks -= 1
            if looks < 0 or (start <= right and left <= end):
                return True
    return False
