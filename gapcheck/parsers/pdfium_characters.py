"""What PDFium tells of each character of a page, asked in bulk.

pypdfium2 converts and checks the arguments of every call, which takes longer than the call. Here the same functions get
arguments that were made beforehand, and write into buffers of ours that are read at once.
"""

from __future__ import annotations

import ctypes
import re
from collections import deque
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import compress, repeat
from typing import Any, NamedTuple

from gapcheck.parsers.glyphs import GUESSED_SPACE, UNMAPPED

_CHUNK = 4_096
"""Characters that are asked for at a time; it bounds the memory of a page that holds a hundred thousand."""
_NO_CODES = frozenset((0, 0xFFFE, 0xFFFF))


class Characters(NamedTuple):
    """Characters that follow each other on a page, side by side; the coordinates are those of the file.

    A space that PDFium made up says `GUESSED_SPACE` and stands where the character before it does; line ends that it
    made up are left out.
    """

    indexes: list[int]
    """By which PDFium knows them on the page."""
    addresses: list[int]
    """Of the text object of each."""
    texts: list[str]
    lefts: list[float]
    """The box of each, as wide as it moves the pen."""
    tops: list[float]
    rights: list[float]
    bottoms: list[float]

    def part(self, first: int, last: int) -> Characters:
        """Those from position *first* up to *last*."""
        return Characters._make(column[first:last] for column in self)


def characters(page: Any, most: int) -> Iterator[Characters]:
    """The characters of a text page (a `pointer`), at most *most*, in parts; not for two threads at a time."""
    object_of = quick("FPDFText_GetTextObject", ctypes.c_void_p)
    box_of = quick("FPDFText_GetLooseCharBox")
    count = min(quick("FPDFText_CountChars")(page), most)
    whole = _whole(page, count)
    _, (boxes, to_box) = _buffers()
    before: list[Any] = []  # the last character of the part before
    for start in range(0, count, _CHUNK):
        some = range(start, min(start + _CHUNK, count))
        deque(map(box_of, repeat(page), some, to_box), maxlen=0)
        texts, made_up = _texts(page, some, whole)
        columns: list[list[Any]] = [
            list(some),
            list(map(object_of, repeat(page), some)),
            texts,
            *(boxes[side : 4 * len(some) : 4] for side in range(4)),
        ]
        kept = _own_and_spaces(columns, made_up, before)
        columns = [list(compress(column, kept)) for column in columns]
        before = [column[-1] for column in columns if column] or before
        yield Characters(*columns)


def _own_and_spaces(columns: list[list[Any]], made_up: Sequence[int], before: list[Any]) -> list[bool]:
    """Which characters are the file's own or a space that PDFium made up; that gets the place of the one before it."""
    _, addresses, texts, *_ = columns
    kept = list(map(bool, addresses))
    for place in made_up:
        kept[place] = False
    done, last = 0, before
    for place in made_up:
        near = next((number for number in range(place - 1, done - 1, -1) if kept[number]), None)
        last = last if near is None else [column[near] for column in columns]
        done = place
        if texts[place] == " " and last:
            for column, value in zip(columns, last, strict=True):
                column[place] = value
            texts[place], kept[place] = GUESSED_SPACE, True
    return kept


def origins(page: Any, some: Characters) -> tuple[list[float], list[float]] | None:
    """The coordinates of the origins, in two columns; None when one of them is not known.

    The box of upright text begins at the origin and is as high for each letter of one font: where that holds for the
    first and the last on a line, the others need not be asked.
    """
    indexes, lefts, tops = some.indexes, some.lefts, some.tops
    count = len(indexes)
    if count > 2 and some.bottoms.count(some.bottoms[0]) == tops.count(tops[0]) == count:
        placed, xs, ys = asked_origins(page, (indexes[0], indexes[-1]))
        if placed == [1, 1] and xs == [lefts[0], lefts[-1]] and ys[0] == ys[1]:
            return lefts, ys[:1] * count
    placed, xs, ys = asked_origins(page, indexes)
    return None if 0 in placed else (xs, ys)


def asked_origins(page: Any, indexes: Sequence[int]) -> tuple[list[int], list[float], list[float]]:
    """Whether the origin of each character is known (1), and its coordinates."""
    (found, to_x, to_y), _ = _buffers()
    placed = list(map(quick("FPDFText_GetCharOrigin"), repeat(page), indexes, to_x, to_y))
    return placed, found[0 : 2 * len(indexes) : 2], found[1 : 2 * len(indexes) : 2]


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


def _texts(page: Any, some: range, whole: str) -> tuple[list[str], list[int]]:
    """What each of *some* characters says, and the places of those that PDFium made up.

    Of *whole*, what is certain is taken as it is.
    """
    code_of, is_generated = quick("FPDFText_GetUnicode", ctypes.c_uint), quick("FPDFText_IsGenerated")
    unmapped = list(map(quick("FPDFText_HasUnicodeMapError"), repeat(page), some))
    certain = whole[some.start : some.stop] or "\0" * len(some)
    texts = list(certain)
    doubtful = [place for place, wrong in enumerate(unmapped) if wrong] if any(unmapped) else []
    for place in (*doubtful, *(found.start() for found in _ASK.finditer(certain))):
        texts[place] = _text_of(code_of(page, some[place]), unmapped[place])
    # what PDFium makes up is white space
    signs = [place for place, said in enumerate(texts) if not said.isalnum()]
    return texts, [place for place in signs if is_generated(page, some[place]) == 1]


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
