"""What PDFium tells of each character of a page, asked in bulk and given as runs of characters drawn in one go.

pypdfium2 checks the arguments of every call, which takes longer than the call. Here the same functions are given whole
numbers and addresses, and write into buffers of ours that are read at once.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
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
    """The characters of a text page (a pointer of pypdfium2), at most *most*."""
    import pypdfium2.raw as raw

    unmapped_of, object_of = quick(raw.FPDFText_HasUnicodeMapError), quick(raw.FPDFText_GetTextObject, ctypes.c_void_p)
    origin_of, box_of = quick(raw.FPDFText_GetCharOrigin, buffers=2), quick(raw.FPDFText_GetLooseCharBox, buffers=1)
    origins, boxes = (ctypes.c_double * (2 * _CHUNK))(), (ctypes.c_float * (4 * _CHUNK))()
    count, page = min(raw.FPDFText_CountChars(text), most), address_of(text)
    for start in range(0, count, _CHUNK):
        some = range(start, min(start + _CHUNK, count))
        placed = list(map(origin_of, repeat(page), some, *_places(origins, len(some), 2)))
        list(map(box_of, repeat(page), some, _places(boxes, len(some), 4)[0]))
        columns = (
            _texts(page, some, list(map(unmapped_of, repeat(page), some))),
            placed,
            *(origins[side : 2 * len(some) : 2] for side in range(2)),
            *(boxes[side : 4 * len(some) : 4] for side in range(4)),
        )
        first = 0
        for address, run in groupby(map(object_of, repeat(page), some)):
            last = first + sum(1 for _ in run)
            yield Run(start + first, address or 0, *(column[first:last] for column in columns))
            first = last


def _texts(page: int, some: range, unmapped: list[int]) -> list[str]:
    import pypdfium2.raw as raw

    code_of, is_generated = quick(raw.FPDFText_GetUnicode, ctypes.c_uint), quick(raw.FPDFText_IsGenerated)
    texts = [
        chr(code) if 0x20 <= code < 0xD800 and not wrong else _odd(code, wrong)
        for code, wrong in zip(map(code_of, repeat(page), some), unmapped, strict=True)
    ]
    for place, found in enumerate(texts):
        if not found.isalnum() and is_generated(page, some[place]) == 1:  # what PDFium makes up is white space
            texts[place] = MADE_UP_SPACE if found == " " else MADE_UP
    return texts


def _odd(code: int, unmapped: int) -> str:
    """The character of a code that is not simply its own."""
    if code == 2:  # PDFium's mark for a hyphen at the end of a line
        return "-"
    if code in _NO_CODES or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return UNMAPPED
    return UNMAPPED if unmapped == 1 else chr(code)


def _places(buffer: Any, count: int, width: int) -> list[range]:
    """Where the first, second... of each *width* numbers of *buffer* are, for *count* of them."""
    first, size = ctypes.addressof(buffer), ctypes.sizeof(buffer) // len(buffer)
    return [range(first + side * size, first + (side + count * width) * size, width * size) for side in range(width)]


def address_of(pointer: Any) -> int:
    """Where a pointer of pypdfium2 points; 0 for nowhere."""
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def quick(function: Any, result: Any = ctypes.c_int, buffers: int = 0) -> Any:
    """A twin of *function* that takes the address of a text page, an index, and the addresses of what it writes to."""
    twin = type(function)(ctypes.cast(function, ctypes.c_void_p).value)
    twin.restype, twin.argtypes = result, (ctypes.c_void_p, ctypes.c_int, *[ctypes.c_void_p] * buffers)
    return twin
