"""What was typed into a PDF: the fields of a form and free text, which are not part of the page's own content."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pdfminer.pdfpage import PDFPage

Matrix = tuple[float, float, float, float, float, float]

_MAX_ANNOTATIONS = 1_000
_HIDDEN = 0b10_0010
"""Flags Hidden and NoView."""


def filled_in(page: PDFPage) -> Iterator[tuple[Any, Any, Matrix]]:
    """Resources, drawing and placement of each field and free text that the page shows."""
    from pdfminer.pdftypes import PDFStream, resolve1

    annotations = resolve1(page.annots)
    for reference in annotations[:_MAX_ANNOTATIONS] if isinstance(annotations, list) else ():
        entry = resolve1(reference)
        if not isinstance(entry, dict) or _name(entry.get("Subtype")) not in ("Widget", "FreeText"):
            continue
        if _flags(entry) & _HIDDEN or _name(resolve1(entry.get("FT"))) == "Btn":
            continue
        appearance = resolve1(entry.get("AP"))
        drawing = resolve1(appearance.get("N")) if isinstance(appearance, dict) else None
        rect = _numbers(entry.get("Rect"), 4)
        if isinstance(drawing, PDFStream) and rect is not None:
            resources = resolve1(drawing.get("Resources")) or page.resources
            yield resources, drawing, multiply(_placement(drawing, rect), page_matrix(page))


def page_matrix(page: PDFPage) -> Matrix:
    """From the coordinates of the file to those of the page as it is shown, its lower left corner at 0, 0."""
    x0, y0, x1, y1 = page.mediabox
    turned: dict[int, Matrix] = {90: (0, -1, 1, 0, -y0, x1), 180: (-1, 0, 0, -1, x1, y1), 270: (0, 1, -1, 0, y1, -x0)}
    return turned.get(page.rotate, (1, 0, 0, 1, -x0, -y0))


def _placement(drawing: Any, rect: list[float]) -> Matrix:
    """The drawing's own matrix, and after it the one that puts its box into *rect*."""
    from pdfminer.pdftypes import resolve1

    own = _numbers(resolve1(drawing.get("Matrix")), 6) or [1, 0, 0, 1, 0, 0]
    a, b, c, d, e, f = own
    x0, y0, x1, y1 = _numbers(drawing.get("BBox"), 4) or rect
    xs = [a * x + c * y + e for x in (x0, x1) for y in (y0, y1)]
    ys = [b * x + d * y + f for x in (x0, x1) for y in (y0, y1)]
    left, low, wide, high = min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)
    across = (max(rect[0], rect[2]) - min(rect[0], rect[2])) / wide if wide else 1.0
    up = (max(rect[1], rect[3]) - min(rect[1], rect[3])) / high if high else 1.0
    into: Matrix = (across, 0, 0, up, min(rect[0], rect[2]) - across * left, min(rect[1], rect[3]) - up * low)
    return multiply((a, b, c, d, e, f), into)


def multiply(first: Matrix, second: Matrix) -> Matrix:
    """The matrix that does what *first* does and then what *second* does."""
    a0, b0, c0, d0, e0, f0 = first
    a1, b1, c1, d1, e1, f1 = second
    return (
        a0 * a1 + b0 * c1, a0 * b1 + b0 * d1,
        c0 * a1 + d0 * c1, c0 * b1 + d0 * d1,
        e0 * a1 + f0 * c1 + e1, e0 * b1 + f0 * d1 + f1,
    )  # fmt: skip


def _numbers(value: Any, count: int) -> list[float] | None:
    from pdfminer.pdftypes import resolve1

    found = resolve1(value)
    if not isinstance(found, list) or len(found) != count:
        return None
    numbers = [resolve1(number) for number in found]
    return numbers if all(isinstance(number, (int, float)) for number in numbers) else None


def _name(value: Any) -> str:
    return str(getattr(value, "name", ""))


def _flags(entry: dict[str, Any]) -> int:
    flags = entry.get("F")
    return flags if isinstance(flags, int) else 0
