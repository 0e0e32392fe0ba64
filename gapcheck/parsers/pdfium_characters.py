"""What PDFium tells of each character of a page, asked in bulk and given as runs of characters drawn in one go.

pypdfium2 converts and checks the arguments of every call, which takes longer than the call. Here the same functions get
arguments that were made beforehand, and write into buffers of ours that are read at once.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby, repeat
from typing import Any, NamedTuple

from gapcheck.parsers.glyphs import UNMAPPED

_CHUNK = 4_096
"""Characters that are asked for at a time; it bounds the memory of a page that holds a hundred thousand."""
MADE_UP, MADE_UP_SPACE = "", "\0"
"""Stand for white space that PDFium made up; no character is said to be either."""
_NO_CODES = frozenset((0, 0xFFFE, 0xFFFF))


class Run(NamedTuple):
    """Characters of one text object that follow each other; the coordinates are those of the file."""

    first: int
    """Index of the first of them on the page."""
    address: int
    """Of the text object; 0 for what PDFium made up."""
    texts: Sequence[str]
    """What each says, `MADE_UP` or `MADE_UP_SPACE`."""
    placed: Sequence[int]
    """Whether the origin of each is known (1)."""
    xs: list[float]
    ys: list[float]
    """The origins; *xs* is *lefts* where each box begins at its origin."""
    lefts: list[float]
    tops: list[float]
    rights: list[float]
    bottoms: list[float]
    """The box of each, as wide as it moves the pen."""


def runs(page: Any, most: int) -> Iterator[Run]:
    """The characters of a text page (a `pointer`), at most *most*; not for two threads at a time."""
    object_of = quick("FPDFText_GetTextObject", ctypes.c_void_p)
    box_of = quick("FPDFText_GetLooseCharBox")
    count = min(quick("FPDFText_CountChars")(page), most)
    whole = _whole(page, count)
    _, (boxes, to_box) = _buffers()
    for start in range(0, count, _CHUNK):
        some = range(start, min(start + _CHUNK, count))
        known = list(map(box_of, repeat(page), some, to_box))
        texts = _texts(page, some, whole)
        lefts, tops, rights, bottoms = (boxes[side : 4 * len(some) : 4] for side in range(4))
        first = 0
        for address, run in groupby(map(object_of, repeat(page), some)):
            last = first + len(list(run))
            box = lefts[first:last], tops[first:last], rights[first:last], bottoms[first:last]
            placed, xs, ys = _origins(page, start + first, box, all(known[first:last]))
            yield Run(start + first, address or 0, texts[first:last], placed, xs, ys, *box)
            first = last


def _origins(
    page: Any, first: int, box: tuple[list[float], ...], known: bool
) -> tuple[list[int], list[float], list[float]]:
    """Whether the origins of characters are known, and their two coordinates.

    The box of upright text begins at the origin and is as high for each of its letters: where that holds for the first
    and the last, the others need not be asked.
    """
    lefts, tops, _, bottoms = box
    count = len(lefts)
    if known and count > 2 and bottoms.count(bottoms[0]) == count and tops.count(tops[0]) == count:
        placed, xs, ys = _asked_origins(page, (first, first + count - 1))
        if placed == [1, 1] and xs == [lefts[0], lefts[-1]] and ys[0] == ys[1]:
            return placed[:1] * count, lefts, ys[:1] * count
    return _asked_origins(page, range(first, first + count))


def _asked_origins(page: Any, some: Sequence[int]) -> tuple[list[int], list[float], list[float]]:
    (origins, to_x, to_y), _ = _buffers()
    placed = list(map(quick("FPDFText_GetCharOrigin"), repeat(page), some, to_x, to_y))
    return placed, origins[0 : 2 * len(some) : 2], origins[1 : 2 * len(some) : 2]


@cache
def _buffers() -> tuple[tuple[Any, list[Any], list[Any]], tuple[Any, list[Any]]]:
    """Where PDFium writes the origins and boxes of a chunk, and an argument for the place of each character."""
    origins, boxes = (ctypes.c_double * (2 * _CHUNK))(), (ctypes.c_float * (4 * _CHUNK))()
    origin, box = (ctypes.sizeof(buffer) // _CHUNK for buffer in (origins, boxes))
    to_x, to_y = ([ctypes.byref(origins, n * origin + half) for n in range(_CHUNK)] for half in (0, origin // 2))
    return (origins, to_x, to_y), (boxes, [ctypes.byref(boxes, n * box) for n in range(_CHUNK)])


def _whole(page: Any, count: int) -> str:
    """All characters in one call; empty where PDFium gives one as two, or leaves one out."""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = quick("FPDFText_GetText")(page, 0, count, buffer)
    whole = "".join(map(chr, buffer[:count]))
    return whole if written == count + 1 and not _HALF.search(whole) else ""


_HALF = re.compile("[\ud800-\udfff]")
_ASK = re.compile("[\x00-\x1f\ufffe\uffff]")
"""What stands for something else in the text as a whole."""


def _texts(page: Any, some: range, whole: str) -> list[str]:
    """What each of *some* characters says; of *whole*, what is certain is taken as it is."""
    code_of, is_generated = quick("FPDFText_GetUnicode", ctypes.c_uint), quick("FPDFText_IsGenerated")
    unmapped = list(map(quick("FPDFText_HasUnicodeMapError"), repeat(page), some))
    certain = whole[some.start : some.stop] or "\0" * len(some)
    texts = list(certain)
    doubtful = [place for place, wrong in enumerate(unmapped) if wrong] if any(unmapped) else []
    for place in (*doubtful, *(found.start() for found in _ASK.finditer(certain))):
        texts[place] = _text_of(code_of(page, some[place]), unmapped[place])
    for place in [place for place, said in enumerate(texts) if not said.isalnum()]:
        if is_generated(page, some[place]) == 1:  # what PDFium makes up is white space
            texts[place] = MADE_UP_SPACE if texts[place] == " " else MADE_UP
    return texts


def _text_of(code: int, unmapped: int) -> str:
    if code == 2:  # PDFium's mark for a hyphen at the end of a line
        return "-"
    if code in _NO_CODES or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return UNMAPPED
    return UNMAPPED if unmapped == 1 else chr(code)


def pointer(handle: Any) -> ctypes.c_void_p:
    """A pointer of pypdfium2 as `quick` takes it."""
    return ctypes.cast(handle, ctypes.c_void_p)


@cache
def quick(name: str, result: Any = ctypes.c_int) -> Any:
    """A twin of a function of pypdfium2 that takes ready-made arguments and whole numbers without a look at them."""
    import pypdfium2.raw as raw

    function = getattr(raw, name)
    twin = type(function)(ctypes.cast(function, ctypes.c_void_p).value)
    twin.restype = result
    return twin
