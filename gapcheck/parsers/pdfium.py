"""PDF with pypdfium2, the optional fast engine: the same glyph boxes as `pdf.py`, the same layout."""

from __future__ import annotations

import ctypes
import importlib.util
import math
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, compress, groupby, pairwise
from operator import eq, itemgetter, ne, sub
from typing import Any, NamedTuple

from gapcheck.errors import ConfigError, CorruptFile, EncryptedFile, GapcheckError
from gapcheck.parsers.filled_in import Matrix, multiply
from gapcheck.parsers.glyphs import GUESSED_SPACE, Glyph, GlyphRun, PageGlyphs, Style, runs_of
from gapcheck.parsers.hidden import SMALLEST, Backdrop, Color, is_mark
from gapcheck.parsers.pages import Extract, assemble, check_size
from gapcheck.parsers.pdfium_characters import (
    Characters,
    asked_origins,
    characters,
    line_origins,
    looks,
    pointer,
    quick,
)
from gapcheck.settings import Settings
from gapcheck.types import Document, Notice

_LOCK = threading.Lock()  # PDFium has global state
_MAX_OBJECTS = 20_000
_MAX_GLYPHS = 200_000
"""Per page; what is more is no page of a resume."""
_PASSWORD_ERROR, _SECURITY_ERROR = 4, 5
_MAY_COPY = 0x10


def installed() -> bool:
    """Whether pypdfium2 can be imported."""
    return importlib.util.find_spec("pypdfium2") is not None


def read(data: bytes, *, source: str, settings: Settings) -> Document:
    """The document of a PDF, read in this process: no bound on time and memory holds.

    Raises EncryptedFile, CorruptFile, NoTextFound or LimitExceeded; ConfigError when pypdfium2 is not installed.
    """
    return extract(data, source=source, settings=settings).to_document(source)


def extract(data: bytes, *, source: str, settings: Settings) -> Extract:
    """Lines, pages and notices of a PDF."""
    if not installed():
        raise ConfigError(
            "the engine pdfium needs the package pypdfium2",
            hint='Install it with pip install "gapcheck[fast]", or use pdf_engine = "pdfminer".',
        )
    with _LOCK:
        try:
            pages, notices = _pages(data, settings)
        except (GapcheckError, MemoryError):
            raise
        except Exception as error:
            raise _typed(error, source) from None
    check_size(pages, settings.limits, source)
    return assemble(pages, source=source, notices=notices)


def _typed(error: Exception, source: str) -> GapcheckError:
    code = getattr(error, "err_code", None)
    if code == _PASSWORD_ERROR:
        return EncryptedFile(
            "is protected with a password",
            hint="Give it with Settings(password=...), or save the file without a password.",
            source=source,
        )
    if code == _SECURITY_ERROR:
        return EncryptedFile(
            "is encrypted in a way that cannot be read", hint="Save it without encryption.", source=source
        )
    return CorruptFile(
        f"is damaged ({type(error).__name__})", hint="Export the PDF again, or give a DOCX or text file.", source=source
    )


def _pages(data: bytes, settings: Settings) -> tuple[list[PageGlyphs], list[Notice]]:
    import pypdfium2
    import pypdfium2.raw as raw

    notices: list[Notice] = []
    pages: list[PageGlyphs] = []
    limit = settings.limits.max_pages
    document = pypdfium2.PdfDocument(data, password=settings.password)
    try:
        if raw.FPDF_GetSecurityHandlerRevision(document) > 0 and not raw.FPDF_GetDocPermissions(document) & _MAY_COPY:
            message = "The author of the file does not allow its text to be copied; it was read for this check only."
            notices.append(Notice("extraction_restricted", message))
        count = len(document)
        if count > limit:
            notices.append(Notice("truncated", f"Only the first {limit} pages were read."))
        for number in range(1, min(count, limit) + 1):
            try:
                with _opened(document, number) as (page, text):
                    pages.append(_Reader(page, text, number).page)
            except pypdfium2.PdfiumError:
                message = f"Page {number} is damaged; it was left out."
                notices.append(Notice("damaged_page", message, page=number))
                pages.append(PageGlyphs(number, 0, 0))
    finally:
        document.close()
    return pages, notices


@contextmanager
def _opened(document: Any, number: int) -> Iterator[tuple[Any, Any]]:
    import pypdfium2.raw as raw

    page = document[number - 1]
    if raw.FPDFPage_GetAnnotCount(page):  # what was typed into fields becomes part of the page, in memory only
        raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
        page.close()
        page = document[number - 1]
    try:
        text = page.get_textpage()
        try:
            yield page, text
        finally:
            text.close()
    finally:
        page.close()


class _Look(NamedTuple):
    """How a text object is drawn, wherever it stands; many are drawn alike."""

    size: float
    angle: int
    font: str
    color: Color | None
    unseen: bool
    """Transparent, or drawn in a mode that shows nothing."""
    painted: int | None
    """How many areas were painted before it."""


class _Reader:
    """Reads one page; ctypes buffers are made once."""

    def __init__(self, page: Any, text: Any, number: int) -> None:
        self._text = pointer(text.raw)
        # the box that is shown; the one of the file may be inherited, which PDFium does not tell
        x0, y0, x1, y1 = page.get_bbox()
        self._turn = _page_matrix(page.get_rotation(), x0, y0, x1, y1)
        self._upright = self._turn[:4] == (1, 0, 0, 1)
        width, height = abs(x1 - x0), abs(y1 - y0)
        if page.get_rotation() in (90, 270):
            width, height = height, width
        self.page = PageGlyphs(number, width, height)
        self._backdrop = Backdrop((-3, -3, width + 3, height + 3))
        self._painted: dict[int, int] = {}  # by the address of the text object
        self._modes: dict[int, int] = {}
        self._budget = _MAX_OBJECTS
        self._matrix = (ctypes.c_float * 6)()
        self._to_matrix = ctypes.byref(self._matrix)
        self._rgba = (ctypes.c_uint * 4)()
        self._to_rgba = [ctypes.byref(self._rgba, n * ctypes.sizeof(ctypes.c_uint)) for n in range(4)]
        self._name = ctypes.create_string_buffer(256)
        self._to_name = self._name, ctypes.c_ulong(256), ctypes.byref(ctypes.c_int())
        self._known: dict[tuple[Any, ...], _Look] = {}  # by what PDFium says of it
        self._single: list[Glyph] = []  # those that are not yet in a run of the page
        self._before: tuple[float, float, int | None] | None = None  # where the last character is, and its text object
        self._walk(pointer(page.raw), (1, 0, 0, 1, 0, 0), 0)
        self._characters()

    def _place(self, x: float, y: float) -> tuple[float, float]:
        a, b, c, d, e, f = self._turn
        return a * x + c * y + e, b * x + d * y + f

    # What is painted, in order.

    def _walk(self, container: Any, matrix: Matrix, depth: int) -> None:
        import pypdfium2.raw as raw

        kind_of, mode_of = quick("FPDFPageObj_GetType"), quick("FPDFTextObj_GetTextRenderMode")
        count, get = (
            (quick("FPDFFormObj_CountObjects"), quick("FPDFFormObj_GetObject", ctypes.c_void_p))
            if depth
            else (quick("FPDFPage_CountObjects"), quick("FPDFPage_GetObject", ctypes.c_void_p))
        )
        for index in range(count(container)):
            self._budget -= 1
            if self._budget < 0:
                self._backdrop.shade()  # nothing is said to be hidden by what was not looked at
                return
            address = get(container, ctypes.c_ulong(index))
            drawn = ctypes.c_void_p(address)
            kind = kind_of(drawn)
            if kind == raw.FPDF_PAGEOBJ_TEXT:
                self._painted[address] = self._backdrop.painted
                self._modes[address] = mode_of(drawn)
            elif kind == raw.FPDF_PAGEOBJ_PATH:
                self._path(drawn, matrix)
            elif kind == raw.FPDF_PAGEOBJ_IMAGE:
                self._image(drawn, matrix)
            elif kind == raw.FPDF_PAGEOBJ_SHADING:
                self._backdrop.shade()
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < 4:
                quick("FPDFPageObj_GetMatrix")(drawn, self._to_matrix)
                self._walk(drawn, multiply(_six(self._matrix), matrix), depth + 1)

    def _bounds(self, drawn: Any, matrix: Matrix) -> tuple[float, float, float, float] | None:
        sides = [ctypes.c_float() for _ in range(4)]
        if not quick("FPDFPageObj_GetBounds")(drawn, *map(ctypes.byref, sides)):
            return None
        x0, y0, x1, y1 = (side.value for side in sides)
        a, b, c, d, e, f = matrix
        corners = [self._place(a * x + c * y + e, b * x + d * y + f) for x in (x0, x1) for y in (y0, y1)]
        xs, ys = [corner[0] for corner in corners], [corner[1] for corner in corners]
        return min(xs), min(ys), max(xs), max(ys)

    def _path(self, drawn: Any, matrix: Matrix) -> None:
        mode, stroke = ctypes.c_int(), ctypes.c_int()
        if not quick("FPDFPath_GetDrawMode")(drawn, ctypes.byref(mode), ctypes.byref(stroke)) or not mode.value:
            return
        box = self._bounds(drawn, matrix)
        if box is None:
            return
        if is_mark(*box) and len(self.page.marks) < 1_000:
            self.page.marks.append((box[0], self.page.height - box[3], box[2], self.page.height - box[1]))
        color: Color | None = None
        if quick("FPDFPageObj_GetFillColor")(drawn, *self._to_rgba):
            red, green, blue, alpha = self._rgba
            color = (red / 255, green / 255, blue / 255) if alpha == 255 else None
        self._backdrop.fill(*box, color)

    def _image(self, drawn: Any, matrix: Matrix) -> None:
        self.page.images += 1
        box = self._bounds(drawn, matrix)
        if box is not None:
            area = (box[2] - box[0]) * (box[3] - box[1]) / max(1.0, self.page.width * self.page.height)
            self.page.image_area = max(self.page.image_area, area)
            self._backdrop.fill(*box, None)

    # What is written.

    def _characters(self) -> None:
        for some in characters(self._text, _MAX_GLYPHS):
            borders = list(_changes(some.addresses))
            found = zip(self._looks(some, borders), borders, [*borders[1:], len(some.texts)], strict=True)
            for look, objects in groupby(found, itemgetter(0)):
                (_, first, end), *others = objects
                if look is not None:
                    self._draw(some, first, others[-1][2] if others else end, look)
        self._settle()

    def _looks(self, some: Characters, firsts: Sequence[int]) -> list[_Look | None]:
        """How each text object is drawn, told by its first character; None for what belongs to none."""
        indexes = [some.indexes[first] for first in firsts]
        addresses = [some.addresses[first] for first in firsts]
        found: list[_Look | None] = []
        for index, address, said in zip(indexes, addresses, looks(self._text, indexes, addresses), strict=True):
            if not address or not said[0]:
                found.append(None)
                continue
            asked = said, self._modes.get(address), self._painted.get(address)
            if asked not in self._known:  # many files draw each letter as an object of its own
                self._known[asked] = self._look(index, *asked)
            found.append(self._known[asked])
        return found

    def _look(self, index: int, said: tuple[Any, ...], mode: int | None, painted: int | None) -> _Look:
        _, _, fontsize, *matrix, red, green, blue, alpha = said
        a, b, c, d, _, _ = multiply((*matrix, 0, 0), self._turn)
        along = math.hypot(a, b)
        size = fontsize * (abs(a * d - b * c) / along if along else 0.0)
        angle = round(math.degrees(math.atan2(b * fontsize, a * fontsize)) / 15) * 15 % 360
        length = quick("FPDFText_GetFontInfo", ctypes.c_ulong)(self._text, index, *self._to_name)
        font = self._name.raw[: max(0, min(length, 256) - 1)].decode("utf-8", "replace")
        unseen = alpha / 255 < 0.05 or mode in (3, 7)
        return _Look(size, angle, font, (red / 255, green / 255, blue / 255), unseen, painted)

    def _draw(self, some: Characters, first: int, end: int, look: _Look) -> None:
        """Keep the glyphs of characters that are drawn in one way, line by line where that can be."""
        if look.angle or not self._upright:
            self._draw_each(some.part(first, end), look)
            return
        borders = [first + place for place in _changes(some.bottoms[first:end])]
        for start, stop in pairwise((*borders, end)):
            line = some.part(start, stop)
            run = self._line(line, look)
            if run is None:
                self._draw_each(line, look)
            else:
                self._settle()
                self.page.runs.append(run)

    def _line(self, some: Characters, look: _Look) -> GlyphRun | None:
        """What `_draw_each` keeps of upright characters on one line; None where they may be no single run."""
        known = line_origins(self._text, some)
        if known is None:
            return None
        (xs, y), lefts, ends, (aside, up) = known, some.lefts, some.rights, self._turn[4:]
        widths = list(map(sub, ends, lefts))
        if not math.isfinite(sum(xs) + sum(widths)) or not 0 <= min(widths) <= max(widths) < 4.95 * look.size:
            return None
        if (xs[0], y, some.addresses[0]) == self._before:
            return None
        before = (xs[-1], y, some.addresses[-1])
        x0, x1, y = min(lefts) + aside, max(ends) + aside, y + up
        starts = [x + aside for x in xs] if aside else xs
        ends = [right + aside for right in ends] if aside else ends
        if xs is not lefts:  # the box begins before the origin where a letter hangs over the one before
            ends = list(map(max, starts, ends))
        style = Style(self.page.height - y, look.size, look.font)
        if not Glyph("", min(starts), max(ends), *style).is_placed:
            return None
        hidden: bool | None = look.unseen or look.size < SMALLEST
        hidden = hidden or self._backdrop.hides_row(x0, x1, y + 0.3 * look.size, look.color, look.painted)
        if hidden is None:
            return None
        self._before = before
        texts, starts, ends = _twins_joined(some.texts, starts, ends, some.addresses)
        return GlyphRun.of(style._replace(hidden=hidden), texts, starts, ends)

    def _draw_each(self, some: Characters, look: _Look) -> None:
        """Keep the glyphs of characters one by one."""
        placed, xs, ys = asked_origins(self._text, some.indexes)
        for known, x, y, _, address, character, *box in zip(placed, xs, ys, *some, strict=True):
            if not known:
                continue
            glyph = self._glyph(character, x, y, box, look)
            if character == GUESSED_SPACE:
                self._single.append(glyph)
            else:
                self._add(glyph, joined=(x, y, address) == self._before)
            self._before = (x, y, address)

    def _add(self, glyph: Glyph, *, joined: bool) -> None:
        """Keep a glyph; one that stands for several characters, such as a ligature, comes with each of them."""
        single, placed = self._single, self.page.runs
        if joined and placed and not single:
            single += placed.pop().glyphs()
        if joined and single:
            last = single[-1]
            single[-1] = last._replace(text=last.text + glyph.text, x1=max(last.x1, glyph.x1))
        else:
            single.append(glyph)

    def _settle(self) -> None:
        """Put the single glyphs into runs."""
        self.page.runs += runs_of(glyph for glyph in self._single if glyph.is_placed)
        self._single.clear()

    def _glyph(self, character: str, x: float, y: float, box: Sequence[float], look: _Look) -> Glyph:
        size, angle = look.size, look.angle
        left, top, right, bottom = box
        if angle == 0 and self._upright:  # the box lies as it is read
            aside, up = self._turn[4:]
            x, y = x + aside, y + up
            first, last = left + aside, right + aside
            low, high = (first, last) if first <= last else (last, first)
            middle, start, base = (low + high) / 2, x, self.page.height - y
        else:
            x, y = self._place(x, y)
            cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
            corners = [self._place(u, v) for u in (left, right) for v in (bottom, top)]
            along_line = [u * cos + v * sin for u, v in corners]
            low, high = min(along_line), max(along_line)
            middle = (min(corner[0] for corner in corners) + max(corner[0] for corner in corners)) / 2
            start, base = x * cos + y * sin, self.page.height - (y * cos - x * sin)
        if size < 0.2 * (high - low):  # a Type 3 font whose own matrix does the scaling
            size = 1.5 * (high - low)
        hidden = (
            size < SMALLEST or look.unseen or self._backdrop.hides(middle, y + 0.3 * size, look.color, look.painted)
        )
        # the box begins before the origin where a letter hangs over the one before
        return Glyph(character, start, high if high > start else start, base, size, look.font, angle, hidden)


def _changes(column: Sequence[object]) -> Iterator[int]:
    """The places at which a column has something else than before, its beginning included."""
    return chain((0,), compress(range(1, len(column)), map(ne, column[1:], column)))


def _twins_joined(
    texts: list[str], starts: list[float], ends: list[float], addresses: Sequence[int | None]
) -> tuple[list[str], list[float], list[float]]:
    """The columns with one glyph for all characters that it stands for, which begin at one place."""
    again = list(map(eq, starts[1:], starts))
    if True not in again:
        return texts, starts, ends
    twins = [
        number
        for number in compress(range(1, len(texts)), again)
        if addresses[number] == addresses[number - 1] and texts[number] != GUESSED_SPACE
    ]
    texts, starts, ends = list(texts), list(starts), list(ends)
    for number in reversed(twins):
        texts[number - 1] += texts.pop(number)
        ends[number - 1] = max(ends[number - 1], ends.pop(number))
        del starts[number]
    return texts, starts, ends


def _page_matrix(rotation: int, x0: float, y0: float, x1: float, y1: float) -> Matrix:
    """From the coordinates of the file to those of the page as it is shown, its lower left corner at 0, 0."""
    if rotation == 90:
        return (0, -1, 1, 0, -y0, x1)
    if rotation == 180:
        return (-1, 0, 0, -1, x1, y1)
    if rotation == 270:
        return (0, 1, -1, 0, y1, -x0)
    return (1, 0, 0, 1, -x0, -y0)


def _six(matrix: Any) -> Matrix:
    a, b, c, d, e, f = matrix
    return a, b, c, d, e, f
