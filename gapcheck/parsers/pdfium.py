"""PDF with pypdfium2, the optional fast engine: the same glyph boxes as `pdf.py`, the same layout."""

from __future__ import annotations

import ctypes
import importlib.util
import math
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from operator import sub
from typing import Any, NamedTuple

from gapcheck.errors import ConfigError, CorruptFile, EncryptedFile, GapcheckError
from gapcheck.parsers.filled_in import Matrix, multiply
from gapcheck.parsers.glyphs import GUESSED_SPACE, Blank, Glyph, GlyphRun, PageGlyphs, Style, runs_of
from gapcheck.parsers.hidden import SMALLEST, Backdrop, Color, is_mark
from gapcheck.parsers.pages import Extract, assemble, check_size
from gapcheck.parsers.pdfium_characters import MADE_UP, MADE_UP_SPACE, Run, pointer, quick, runs
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


class _Style(NamedTuple):
    """How a text object is drawn."""

    size: float
    angle: int
    font: str
    color: Color | None
    unseen: bool
    """Transparent, or drawn in a mode that shows nothing."""
    painted: int | None
    """How many areas were painted before it."""
    plain: bool
    """Upright, large enough, and of a colour in which nothing on the page is painted."""


class _Reader:
    """Reads one page; ctypes buffers are made once."""

    def __init__(self, page: Any, text: Any, number: int) -> None:
        import pypdfium2.raw as raw

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
        self._matrix = raw.FS_MATRIX()
        self._to_matrix = ctypes.byref(self._matrix)
        self._rgba = (ctypes.c_uint * 4)()
        self._to_rgba = [ctypes.byref(self._rgba, n * ctypes.sizeof(ctypes.c_uint)) for n in range(4)]
        self._name = ctypes.create_string_buffer(256)
        self._to_name = self._name, ctypes.c_ulong(256), ctypes.byref(ctypes.c_int())
        self._single: list[Glyph] = []  # those that are not yet in a run of the page
        self._walk(pointer(page.raw), (1, 0, 0, 1, 0, 0), 0)
        self._glyphs()

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

    def _glyphs(self) -> None:
        text = self._text
        before: tuple[float, float, int] | None = None
        address, style = -1, None
        for run in runs(text, _MAX_GLYPHS):
            if run.address != address and run.address:  # what it is drawn with is the same for all of a text object
                address, style = run.address, self._style(text, run.first, run.address)
            if style is not None and self._is_plain(run, style, before):
                self._plain_glyphs(run, style)
                before = (run.xs[-1], run.ys[-1], address)
                continue
            for character, placed, x, y, *box in zip(*run[2:], strict=True):
                if character == MADE_UP_SPACE:  # for one that PDFium left out of the page, or a gap
                    self._guess_space()
                if character in (MADE_UP, MADE_UP_SPACE) or not placed:
                    continue
                if style is not None and run.address:
                    self._add(self._glyph(character, x, y, box, style), joined=(x, y, address) == before)
                before = (x, y, run.address)
        self._settle()

    def _settle(self) -> None:
        """Put the single glyphs into runs."""
        self.page.runs += runs_of(self._single)
        self._single.clear()

    def _guess_space(self) -> None:
        single, placed = self._single, self.page.runs
        if single:
            single.append(single[-1]._replace(text=GUESSED_SPACE))
        elif placed:
            *_, last = placed[-1].glyphs()
            placed[-1] = placed[-1].and_blanks([Blank(0, last.x0, GUESSED_SPACE)])

    def _add(self, glyph: Glyph, *, joined: bool) -> None:
        """Keep a glyph; one that stands for several characters, such as a ligature, comes with each of them."""
        single, placed = self._single, self.page.runs
        if joined and placed and not single:
            single += placed.pop().glyphs()
        if joined and single:
            last = single[-1]
            single[-1] = last._replace(text=last.text + glyph.text, x1=max(last.x1, glyph.x1))
        elif glyph.is_placed:
            single.append(glyph)

    def _is_plain(self, run: Run, style: _Style, before: tuple[float, float, int] | None) -> bool:
        """Whether `_plain_glyphs` gives what `_glyph` does: upright text on one line of the page that nothing can hide."""
        if not style.plain or 0 in run.placed or MADE_UP in run.texts or MADE_UP_SPACE in run.texts:
            return False
        xs, ys, lefts, rights = run.xs, run.ys, run.lefts, run.rights
        if ys.count(ys[0]) < len(ys) or (xs[0], ys[0], run.address) == before:
            return False
        if not math.isfinite(sum(xs) + sum(ys) + sum(lefts) + sum(rights)):
            return False
        if len(set(xs)) < len(xs):  # perhaps one glyph for several characters
            return False
        widths = list(map(sub, rights, lefts))
        if min(widths) < 0 or 0.2 * max(widths) > 0.99 * style.size:
            return False
        (aside, up), rise = self._turn[4:], 0.3 * style.size
        first, last = min(xs) + aside, max(xs) + aside
        return (
            self._backdrop.is_on_page(min(lefts) + aside, min(ys) + up + rise)
            and self._backdrop.is_on_page(max(rights) + aside, max(ys) + up + rise)
            and first > -1e5
            and last < 1e5
        )

    def _plain_glyphs(self, run: Run, style: _Style) -> None:
        """Keep the glyphs of a run as they are; numbers that stay the same are not made anew."""
        aside, up = self._turn[4:]
        starts = [x + aside for x in run.xs] if aside else run.xs
        ends = [right + aside for right in run.rights] if aside else run.rights
        if run.xs is not run.lefts:
            ends = list(map(max, starts, ends))
        line = Style(self.page.height - (run.ys[0] + up), style.size, style.font)
        self._settle()
        self.page.runs.append(GlyphRun.of(line, run.texts, starts, ends))

    def _style(self, text: Any, index: int, address: int) -> _Style | None:
        """What the characters of one text object share, asked at the first of them."""
        if not quick("FPDFText_GetMatrix")(text, index, self._to_matrix):
            return None
        a, b, c, d, _, _ = multiply(_six(self._matrix), self._turn)
        fontsize = quick("FPDFText_GetFontSize", ctypes.c_double)(text, index)
        along = math.hypot(a, b)
        size = fontsize * (abs(a * d - b * c) / along if along else 0.0)
        angle = round(math.degrees(math.atan2(b * fontsize, a * fontsize)) / 15) * 15 % 360
        color, alpha = self._fill_color(text, index)
        length = quick("FPDFText_GetFontInfo", ctypes.c_ulong)(text, index, *self._to_name)
        font = self._name.raw[: max(0, min(length, 256) - 1)].decode("utf-8", "replace")
        unseen = alpha < 0.05 or self._modes.get(address) in (3, 7)
        plain = angle == 0 and self._upright and size >= SMALLEST and not unseen and not self._backdrop.may_hide(color)
        return _Style(size, angle, font, color, unseen, self._painted.get(address), plain)

    def _glyph(self, character: str, x: float, y: float, box: Sequence[float], style: _Style) -> Glyph:
        size, angle = style.size, style.angle
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
            size < SMALLEST or style.unseen or self._backdrop.hides(middle, y + 0.3 * size, style.color, style.painted)
        )
        # the box begins before the origin where a letter hangs over the one before
        return Glyph(character, start, high if high > start else start, base, size, style.font, angle, hidden)

    def _fill_color(self, text: Any, index: int) -> tuple[Color | None, float]:
        if not quick("FPDFText_GetFillColor")(text, index, *self._to_rgba):
            return None, 1.0
        red, green, blue, alpha = self._rgba
        return (red / 255, green / 255, blue / 255), alpha / 255


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
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)
