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
    xs: Sequence[float]
    ys: Sequence[float]
    """The origins."""
    lefts: Sequence[float]
    tops: Sequence[float]
    rights: Sequence[float]
    bottoms: Sequence[float]
    """The box of each, as wide as it moves the pen."""


def runs(text: Any, most: int) -> Iterator[Run]:
    """The characters of a text page (a pointer of pypdfium2), at most *most*; not for two threads at a time."""
    import pypdfium2.raw as raw

    object_of = quick(raw.FPDFText_GetTextObject, ctypes.c_void_p)
    origin_of, box_of = quick(raw.FPDFText_GetCharOrigin), quick(raw.FPDFText_GetLooseCharBox)
    count, page = min(raw.FPDFText_CountChars(text), most), ctypes.c_void_p.from_param(address_of(text))
    whole = _whole(text, count)
    (origins, to_x, to_y), (boxes, to_box) = _buffers()
    for start in range(0, count, _CHUNK):
        some = range(start, min(start + _CHUNK, count))
        placed = list(map(origin_of, repeat(page), some, to_x, to_y))
        list(map(box_of, repeat(page), some, to_box))
        columns = (
            _texts(page, some, whole),
            placed,
            *(origins[side : 2 * len(some) : 2] for side in range(2)),
            *(boxes[side : 4 * len(some) : 4] for side in range(4)),
        )
        first = 0
        for address, run in groupby(map(object_of, repeat(page), some)):
            last = first + sum(1 for _ in run)
            yield Run(start + first, address or 0, *(column[first:last] for column in columns))
            first = last


@cache
def _buffers() -> tuple[tuple[Any, list[Any], list[Any]], tuple[Any, list[Any]]]:
    """Where PDFium writes the origins and boxes of a chunk, and an argument for the place of each character."""
    origins, boxes = (ctypes.c_double * (2 * _CHUNK))(), (ctypes.c_float * (4 * _CHUNK))()
    origin, box = (ctypes.sizeof(buffer) // _CHUNK for buffer in (origins, boxes))
    to_x, to_y = ([ctypes.byref(origins, n * origin + half) for n in range(_CHUNK)] for half in (0, origin // 2))
    return (origins, to_x, to_y), (boxes, [ctypes.byref(boxes, n * box) for n in range(_CHUNK)])


def _whole(text: Any, count: int) -> str:
    """All characters in one call; empty where PDFium gives one as two, or leaves one out."""
    import pypdfium2.raw as raw

    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(text, 0, count, buffer)
    whole = "".join(map(chr, buffer[:count]))
    return whole if written == count + 1 and not _HALF.search(whole) else ""


_HALF = re.compile("[\ud800-\udfff]")
_ASK = re.compile("[\x00-\x1f\ufffe\uffff]")
"""What stands for something else in the text as a whole."""


def _texts(page: Any, some: range, whole: str) -> list[str]:
    """What each of *some* characters says; of *whole*, what is certain is taken as it is."""
    import pypdfium2.raw as raw

    code_of, is_generated = quick(raw.FPDFText_GetUnicode, ctypes.c_uint), quick(raw.FPDFText_IsGenerated)
    unmapped = list(map(quick(raw.FPDFText_HasUnicodeMapError), repeat(page), some))
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


def address_of(pointer: Any) -> int:
    """Where a pointer of pypdfium2 points; 0 for nowhere."""
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def quick(function: Any, result: Any = ctypes.c_int) -> Any:
    """A twin of *function* of pypdfium2 that takes ready-made arguments and whole numbers without a look at them."""
    twin = type(function)(ctypes.cast(function, ctypes.c_void_p).value)
    twin.restype = result
    return twin
