"""What pdfminer draws on: the glyphs of a page with their boxes, colours and fonts, and what lies under them.

pdfminer's own device makes an object of each path and each character for its layout analysis; this one keeps what
`layout.py` needs.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, cast

from gapcheck.errors import GapcheckError, MaliciousFile
from gapcheck.parsers.filled_in import Matrix, filled_in, multiply
from gapcheck.parsers.glyphs import UNMAPPED, Glyph, PageGlyphs, runs_of
from gapcheck.parsers.hidden import SMALLEST, Backdrop, Color, is_mark

if TYPE_CHECKING:
    from pdfminer.pdfpage import PDFPage

Run = Callable[["PDFPage", int], tuple[PageGlyphs, Exception | None]]

# The PDF standard (ISO 32000-1, annex D.2): codes that WinAnsiEncoding leaves free are bullets. ReportLab writes 127.
_WINDOWS_BULLETS = dict.fromkeys((0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D), "•")
_MAX_FORMS = 5_000
"""Forms and images that one page may call for; honest pages use a few hundred."""


def page_runner() -> Run:
    """A function (page, number) -> (PageGlyphs, error or None) that shares fonts between pages.

    The classes are made in here because their bases are pdfminer's, which is imported only when there is a PDF.
    """
    from pdfminer.pdffont import PDFSimpleFont, PDFType1Font
    from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter, PDFResourceManager

    class Fonts(PDFResourceManager):
        def get_font(self, objid: object, spec: Any) -> Any:
            try:
                font = super().get_font(objid, spec)
            except (MemoryError, RecursionError):
                raise
            except Exception:  # one damaged font shall not take the page with it
                return PDFType1Font(self, {})
            if isinstance(font, PDFSimpleFont) and 0x7F not in font.cid2unicode and _is_windows(spec):
                font.cid2unicode = _WINDOWS_BULLETS | font.cid2unicode
            return font

    canvas = _Canvas()

    class State(PDFGraphicState):
        alpha = 1.0
        """Opacity of fills; pdfminer does not keep it."""

        def copy(self) -> State:
            twin = State()
            vars(twin).update(vars(self))
            return twin

    class Interpreter(PDFPageInterpreter):
        inherited: tuple[Any, Any] | None = None

        def subinterp(self) -> Any:
            inner = cast(Interpreter, super().subinterp())
            inner.inherited = (self.textstate.copy(), self.graphicstate.copy())
            return inner

        def init_state(self, ctm: Any) -> None:
            super().init_state(ctm)
            if self.inherited is None:
                self.graphicstate = State()
            else:  # a form begins with the font and the colours of who draws it
                self.textstate, self.graphicstate = self.inherited
                self.textstate.reset()

        def init_resources(self, resources: Any) -> None:
            try:
                super().init_resources(resources)
            except (MemoryError, RecursionError):
                raise
            except Exception:  # a damaged colour space is no reason to lose the text
                kept = {name: value for name, value in resources.items() if name != "ColorSpace"}
                super().init_resources(kept)

        def do_gs(self, name: Any) -> None:
            alpha = _fill_alpha(self.resources, name)
            if alpha is not None:
                cast(State, self.graphicstate).alpha = alpha

        def do_sh(self, name: Any) -> None:
            canvas.shade()

        def do_Do(self, xobjid_arg: Any) -> None:
            canvas.call()
            super().do_Do(xobjid_arg)

    interpreter = Interpreter(Fonts(), cast(Any, canvas))

    def run(page: PDFPage, number: int) -> tuple[PageGlyphs, Exception | None]:
        canvas.start(page, number)
        try:
            interpreter.process_page(page)
            for resources, drawing, ctm in filled_in(page):
                interpreter.render_contents(resources, [drawing], ctm=ctm)
        except (MemoryError, GapcheckError):
            raise
        except Exception as error:
            return canvas.finished(), error
        return canvas.finished(), None

    return run


def _is_windows(spec: Any) -> bool:
    """Whether a font is in the Windows encoding."""
    from pdfminer.pdftypes import resolve1

    encoding = resolve1(spec.get("Encoding")) if isinstance(spec, dict) else None
    if isinstance(encoding, dict):
        encoding = resolve1(encoding.get("BaseEncoding"))
    return getattr(encoding, "name", None) == "WinAnsiEncoding"


def _fill_alpha(resources: Any, name: Any) -> float | None:
    """The opacity that the graphics state *name* sets, 0-1, or None when it sets none."""
    from pdfminer.pdftypes import resolve1

    states = resolve1(resources.get("ExtGState")) if isinstance(resources, dict) else None
    state = resolve1(states.get(getattr(name, "name", name))) if isinstance(states, dict) else None
    alpha = resolve1(state.get("ca")) if isinstance(state, dict) else None
    return float(alpha) if isinstance(alpha, (int, float)) else None


class _Canvas:
    """The device that pdfminer draws on: keeps glyphs, filled areas and images of one page."""

    def __init__(self) -> None:
        self.ctm: Matrix = (1, 0, 0, 1, 0, 0)
        self.page = PageGlyphs(0, 0, 0)
        self._glyphs: list[Glyph] = []
        self._backdrop = Backdrop((0, 0, 0, 0))
        self._calls = 0
        self._stack: list[Matrix] = []
        self._tags: list[tuple[str | None, int]] = []

    def start(self, page: PDFPage, number: int) -> None:
        """Begin an empty page."""
        x0, y0, x1, y1 = page.mediabox
        width, height = abs(x1 - x0), abs(y1 - y0)
        left, low, right, high = (
            page.cropbox[0] - x0,
            page.cropbox[1] - y0,
            page.cropbox[2] - x0,
            page.cropbox[3] - y0,
        )
        if page.rotate in (90, 270):
            width, height = height, width
        if page.rotate or right - left < 1 or high - low < 1:
            left, low, right, high = 0, 0, width, height
        self.page = PageGlyphs(number, width, height)
        self._backdrop = Backdrop((left - 3, low - 3, right + 3, high + 3))
        self._glyphs, self._stack, self._tags, self._calls = [], [], [], 0

    def finished(self) -> PageGlyphs:
        """The page with all that was drawn on it."""
        self.page.runs = runs_of(self._glyphs)
        return self.page

    def add(self, glyph: Glyph) -> None:
        """Draw *glyph*, if it has a place."""
        if glyph.is_placed:
            self._glyphs.append(glyph)

    # What pdfminer calls; the names are its own.

    def set_ctm(self, ctm: Matrix) -> None:
        self.ctm = ctm

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        pass

    def end_page(self, page: PDFPage) -> None:
        pass

    def begin_figure(self, name: str, bbox: Any, matrix: Any) -> None:
        self._stack.append(self.ctm)

    def end_figure(self, name: str) -> None:
        self.ctm = self._stack.pop()

    def begin_tag(self, tag: Any, props: Any = None) -> None:
        actual = props.get("ActualText") if isinstance(props, dict) else None
        self._tags.append((_pdf_string(actual), len(self._glyphs)))

    def end_tag(self) -> None:
        if not self._tags:
            return
        text, start = self._tags.pop()
        glyphs = self._glyphs[start:]
        # the file says what a few glyphs stand for, as for a ligature drawn from parts
        if text and 0 < len(glyphs) <= 3 and len(text) <= 6 and len({glyph.base for glyph in glyphs}) == 1:
            self._glyphs[start:] = [glyphs[0]._replace(text=text, x1=glyphs[-1].x1)]

    def do_tag(self, tag: Any, props: Any = None) -> None:
        pass

    def render_image(self, name: str, stream: Any) -> None:
        a, b, c, d, e, f = self.ctm
        area = abs(a * d - b * c)
        self.page.images += 1
        self.page.image_area = max(self.page.image_area, area / max(1.0, self.page.width * self.page.height))
        xs, ys = (e, e + a, e + c, e + a + c), (f, f + b, f + d, f + b + d)
        self._backdrop.fill(min(xs), min(ys), max(xs), max(ys), None)

    def paint_path(self, graphicstate: Any, stroke: bool, fill: bool, evenodd: bool, path: Sequence[Any]) -> None:
        if not fill or len(path) < 3:
            return
        a, b, c, d, e, f = self.ctm
        xs: list[float] = []
        ys: list[float] = []
        for segment in path[:400]:
            for index in range(1, len(segment) - 1, 2):
                x, y = segment[index], segment[index + 1]
                xs.append(a * x + c * y + e)
                ys.append(b * x + d * y + f)
        if not xs:
            return
        x0, y0, x1, y1 = min(xs), min(ys), max(xs), max(ys)
        if is_mark(x0, y0, x1, y1) and len(self.page.marks) < 1_000:
            self.page.marks.append((x0, self.page.height - y1, x1, self.page.height - y0))
        self._backdrop.fill(x0, y0, x1, y1, _color(graphicstate))

    def call(self) -> None:
        """Count one use of a form or an image."""
        self._calls += 1
        if self._calls > _MAX_FORMS:
            raise MaliciousFile(
                f"draws more than {_MAX_FORMS:,} forms within forms", hint="Print it to a new PDF that you trust."
            )

    def shade(self) -> None:
        """A gradient: what it covers is not computed."""
        self._backdrop.shade()

    def render_string(self, textstate: Any, seq: Sequence[Any], ncs: Any, graphicstate: Any) -> None:
        font, fontsize = textstate.font, textstate.fontsize
        scaling = textstate.scaling * 0.01
        charspace, wordspace = textstate.charspace * scaling, textstate.wordspace * scaling
        step = 0.001 * fontsize * scaling
        vertical = font.is_vertical()
        wordspace = 0 if font.is_multibyte() else wordspace
        pen = _Pen(multiply(textstate.matrix, self.ctm), font, fontsize, scaling, textstate.rise, self.page.height)
        unseen = textstate.render in (3, 7) or graphicstate.alpha < 0.05
        color = _color(graphicstate) if textstate.render in (0, 4) else None
        x, y = textstate.linematrix
        for part in seq:
            if isinstance(part, (int, float)):
                if vertical:
                    y -= part * 0.001 * fontsize
                else:
                    x -= part * step
            elif isinstance(part, bytes):
                for code in font.decode(part):
                    advance = pen.draw(code, x, y, self, unseen, color, vertical)
                    advance += charspace + (wordspace if code == 32 else 0)
                    if vertical:
                        y += advance
                    else:
                        x += advance
        textstate.linematrix = (x, y)

    def is_hidden(self, x: float, y: float, color: Color | None) -> bool:
        """Whether a glyph at *x*, *y* (from the bottom) cannot be seen."""
        return self._backdrop.hides(x, y, color)


class _Pen:
    """Places the glyphs of one string: what is the same for all of them is computed once."""

    def __init__(self, matrix: Matrix, font: Any, fontsize: float, scaling: float, rise: float, height: float) -> None:
        a, b, c, d = matrix[:4]
        self._matrix = matrix
        self._font, self._fontsize, self._scaling = font, fontsize, scaling
        self._rise = rise
        up_x, up_y = c * fontsize, d * fontsize
        along = math.hypot(a, b)
        tall = abs(a * up_y - b * up_x) / along if along else math.hypot(up_x, up_y)
        if getattr(font, "hscale", 0.001) != 0.001:  # Type 3: the font's own matrix says how large its glyphs are
            box = font.get_ascent() - font.get_descent()
            tall *= box if box > 0 else 1.0
        self.size = tall
        forward = fontsize * scaling
        angle = math.degrees(math.atan2(b * forward, a * forward))  # mirrored fonts have no upright "up"
        self.angle = round(angle / 15) * 15 % 360
        radians = math.radians(self.angle)
        self._cos, self._sin = math.cos(radians), math.sin(radians)
        self._height = height
        self._name = str(font.fontname)

    def draw(
        self, code: int, x: float, y: float, canvas: _Canvas, unseen: bool, color: Color | None, vertical: bool
    ) -> float:
        """Put the glyph *code* on the canvas; gives how far the pen moves on."""
        try:
            text = self._font.to_unichr(code)
        except Exception:  # PDFUnicodeNotDefined, or a damaged map
            text = UNMAPPED
        if not isinstance(text, str) or text == "\0":
            text = UNMAPPED
        width = self._font.char_width(code)
        advance = (width or 0.5) * self._fontsize * self._scaling
        if not text:  # the glyph before it stands for both
            return advance
        a, b, c, d, e, f = self._matrix
        y_text = y + self._rise
        if vertical:
            start_x, start_y = a * x + c * (y_text + advance) + e, b * x + d * (y_text + advance) + f
            size = abs(advance * d)
            glyph = Glyph(text, start_x, start_x + size, self._height - start_y, size, self._name, 0, unseen)
            canvas.add(glyph)
            return advance
        start_x, start_y = a * x + c * y_text + e, b * x + d * y_text + f
        end_x, end_y = start_x + a * advance, start_y + b * advance
        size = self.size
        wide = math.hypot(end_x - start_x, end_y - start_y)
        if size < 0.2 * wide:  # a Type 3 font whose own matrix does the scaling
            size = 1.5 * wide
        hidden = (
            unseen
            or size < SMALLEST
            or canvas.is_hidden((start_x + end_x) / 2, (start_y + end_y) / 2 + 0.3 * size, color)
        )
        cos, sin = self._cos, self._sin
        u0, u1 = start_x * cos + start_y * sin, end_x * cos + end_y * sin
        if u1 < u0:
            u0, u1 = u1, u0
        base = self._height - (start_y * cos - start_x * sin)
        canvas.add(Glyph(text, u0, u1, base, size, self._name, self.angle, hidden))
        return advance


def _color(graphicstate: Any) -> Color | None:
    """The fill colour as red, green, blue (0-1); None when only a renderer could tell."""
    name = graphicstate.ncs.name
    color = graphicstate.ncolor
    if name in ("Separation", "DeviceN", "Indexed", "Lab", "Pattern"):
        return None
    if isinstance(color, (int, float)):
        return (float(color),) * 3
    if isinstance(color, tuple) and all(isinstance(part, (int, float)) for part in color):
        if len(color) == 3:
            return color
        if len(color) == 4:
            cyan, magenta, yellow, black = color
            return ((1 - cyan) * (1 - black), (1 - magenta) * (1 - black), (1 - yellow) * (1 - black))
    return None


def _pdf_string(value: Any) -> str | None:
    if not isinstance(value, bytes):
        return None
    if value.startswith(b"\xfe\xff"):
        return value[2:].decode("utf-16-be", "ignore")
    return value.decode("latin-1")
