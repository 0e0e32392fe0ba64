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
from itertools import repeat
from typing import Any, NamedTuple

from gapcheck.parsers.glyphs import GUESSED_SPACE, UNMAPPED

_CHUNK = 4_096
"""Characters that are asked for at a time; it bounds the memory of a page that holds a hundred thousand."""
_NO_CODES = frozenset((0, 0xFFFE, 0xFFFF))


class Characters(NamedTuple):
    """Characters that follow each other on a page, side by side; the coordinates are those of the file.

    A space that PDFium made up says `GUESSED_SPACE` and stands where the character before it does; line ends that it
    made up belong to no text object.
    """

    indexes: list[int]
    """By which PDFium knows them on the page."""
    addresses: list[int | None]
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
    buffers = _buffers()
    before: list[Any] = []  # the last character of the part before
    for start in range(0, count, _CHUNK):
        some = range(start, min(start + _CHUNK, count))
        deque(map(box_of, repeat(page), some, buffers.to_box), maxlen=0)
        texts, made_up = _texts(page, some, whole)
        addresses = list(map(object_of, repeat(page), some))
        boxes = (buffers.boxes[side : 4 * len(some) : 4] for side in range(4))
        found = Characters(list(some), addresses, texts, *boxes)
        _place_spaces(found, made_up, before)
        yield found
        last = next((place for place in range(len(some) - 1, -1, -1) if addresses[place]), None)
        before = before if last is None else [column[last] for column in found]


def _place_spaces(some: Characters, made_up: Sequence[int], before: list[Any]) -> None:
    """Tell what PDFium made up from the file's own, and let each space among it have the place of what stands before."""
    for place in made_up:
        some.addresses[place] = None
    for place in made_up:
        if some.texts[place] != " ":
            continue
        near = place - 1
        while near >= 0 and not some.addresses[near]:
            near -= 1
        columns: tuple[list[Any], ...] = some
        known = before if near < 0 else [column[near] for column in columns]
        if known:
            for column, value in zip(columns, known, strict=True):
                column[place] = value
            some.texts[place] = GUESSED_SPACE


def looks(page: Any, indexes: Sequence[int], addresses: Sequence[int | None]) -> list[tuple[Any, ...]]:
    """What PDFium says of how text objects are drawn, each asked at one of its characters: equal where that is equal.

    Whether the rest is known, the font, its size, four numbers of the matrix, red, green, blue and alpha (0-255).
    """
    buffers, pages = _buffers(), repeat(page)
    known = list(map(quick("FPDFText_GetMatrix"), pages, indexes, buffers.to_matrix))
    colored = list(map(quick("FPDFText_GetFillColor"), pages, indexes, *buffers.to_color))
    sizes = list(map(quick("FPDFText_GetFontSize", ctypes.c_double), pages, indexes))
    fonts = list(map(quick("FPDFTextObj_GetFont", ctypes.c_void_p), map(ctypes.c_void_p, addresses)))
    matrix = (buffers.matrices[number : 6 * len(indexes) : 6] for number in range(4))
    color = (buffers.colors[number : 4 * len(indexes) : 4] for number in range(4))
    return list(zip(map(all, zip(known, colored, strict=True)), fonts, sizes, *matrix, *color, strict=True))


def line_origins(page: Any, some: Characters) -> tuple[list[float], float] | None:
    """Where the characters begin, and the baseline of them all; None when there is no such line.

    The box of upright text begins at the origin and is as high for each letter of one font: where that holds for the
    first and the last on a line, the others need not be asked.
    """
    indexes, lefts, tops = some.indexes, some.lefts, some.tops
    count = len(indexes)
    if count > 2 and some.bottoms.count(some.bottoms[0]) == tops.count(tops[0]) == count:
        placed, xs, ys = asked_origins(page, (indexes[0], indexes[-1]))
        if placed == [1, 1] and xs == [lefts[0], lefts[-1]] and ys[0] == ys[1]:
            return lefts, ys[0]
    placed, xs, ys = asked_origins(page, indexes)
    return None if 0 in placed or ys.count(ys[0]) < count else (xs, ys[0])


def asked_origins(page: Any, indexes: Sequence[int]) -> tuple[list[int], list[float], list[float]]:
    """Whether the origin of each character is known (1), and its coordinates."""
    buffers = _buffers()
    placed = list(map(quick("FPDFText_GetCharOrigin"), repeat(page), indexes, *buffers.to_origin))
    xs, ys = (buffers.origins[side : 2 * len(indexes) : 2] for side in range(2))
    return placed, xs, ys


class _Buffers(NamedTuple):
    """Where PDFium writes what it tells of the characters of a part, and an argument for the place of each number."""

    boxes: Any
    to_box: list[Any]
    origins: Any
    to_origin: list[list[Any]]
    matrices: Any
    to_matrix: list[Any]
    colors: Any
    to_color: list[list[Any]]


@cache
def _buffers() -> _Buffers:
    boxes, origins = (ctypes.c_float * (4 * _CHUNK))(), (ctypes.c_double * (2 * _CHUNK))()
    matrices, colors = (ctypes.c_float * (6 * _CHUNK))(), (ctypes.c_uint * (4 * _CHUNK))()
    return _Buffers(
        boxes, _places(boxes, 4, 0), origins, [_places(origins, 2, side) for side in range(2)],
        matrices, _places(matrices, 6, 0), colors, [_places(colors, 4, part) for part in range(4)],
    )  # fmt: skip


def _places(buffer: Any, each: int, number: int) -> list[Any]:
    """For each character the place of one of its *each* numbers."""
    step = ctypes.sizeof(buffer) // len(buffer)
    return [ctypes.byref(buffer, (each * n + number) * step) for n in range(_CHUNK)]


def _whole(page: Any, count: int) -> str:
    """All characters in one call; empty where PDFium gives one as two, or leaves one out."""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = quick("FPDFText_GetText")(page, 0, count, buffer)
    whole = "".join(map(chr, buffer[:count]))
    return whole if written == count + 1 and not _HALF.search(whole) else ""


_HALF = re.compile("[\ud800-\udfff]")
_ASK = re.compile("[\x00-\x1f\ufffe\uffff]")
"""What stands for something else in the text as a whole."""
_SIGN = re.compile("[^A-Za-z0-9]")


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
    signs = (found.start() for found in _SIGN.finditer(certain))
    return texts, [place for place in signs if not texts[place].isalnum() and is_generated(page, some[place]) == 1]


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
    """A twin of a function of pypdfium2 that takes ready-made arguments and whole numbers without a look at them.

    It keeps other threads waiting, for less time than it would take to let them run.
    """
    import pypdfium2.raw as raw

    return ctypes.PYFUNCTYPE(result)(ctypes.cast(getattr(raw, name), ctypes.c_void_p).value or 0)
