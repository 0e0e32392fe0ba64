"""One resume set in many layouts, with the lines that must come out whole: columns left or right, wide or narrow,
written column by column, row by row or in any order, on one grid of lines or on two."""

from __future__ import annotations

import io
import random
from dataclasses import dataclass
from typing import Literal

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT, MARGIN = 612, 792, 40
Part = tuple[float, str, str, float]
"""x, text, font, size"""
Row = tuple[float, list[Part]]
"""Baseline from the top, and what stands on it."""

SIDE = [
    *(("heading", "CONTACT"), ("text", "jane.doe@example.org"), ("text", "+1 312 555 0123")),
    *(("heading", "SKILLS"), ("text", "Soldering"), ("text", "Pipe fitting"), ("text", "Blueprint reading")),
    *(("text", "Gas safety"), ("text", "Welding MIG and TIG"), ("text", "Estimating"), ("text", "Stock keeping")),
    *(("heading", "LANGUAGES"), ("text", "English (native)"), ("text", "Spanish (fluent)")),
    *(("heading", "EDUCATION"), ("text", "Diploma in Plumbing"), ("text", "Springfield College, 2012")),
    *(("heading", "CERTIFICATES"), ("text", "Master Plumber Licence"), ("text", "First Aid and CPR")),
]
MAIN = [
    ("heading", "PROFILE"),
    ("text", "Licensed plumber with twelve years of work in homes, shops and hospitals. Careful, punctual, and used to "
     "explaining costs and choices to owners in plain words."),
    ("heading", "EXPERIENCE"),
    ("dated", "Senior Plumber|2019 - Present"),
    ("text", "Northwind Services"),
    ("bullet", "Led a crew of six on residential and commercial projects across three counties, finishing every job"),
    ("bullet", "Cut call-back visits by 18 percent through a check list that all crews now use every day"),
    ("bullet", "Trained four apprentices, of whom three passed their journeyman exam"),
    ("dated", "Plumber|2015 - 2019"),
    ("text", "Contoso Homes"),
    ("bullet", "Installed water heaters, boilers and drain lines in more than four hundred new homes"),
    ("bullet", "Read blueprints and estimated material for bids worth up to 250,000 dollars"),
    ("dated", "Apprentice|2012 - 2015"),
    ("text", "Fabrikam Pipes"),
    ("bullet", "Answered emergency calls at night and on weekends"),
    ("heading", "PROJECTS"),
    ("bullet", "Planned and led the replacement of 90 radiators without closing the reading rooms for a single day"),
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Layout:
    side: Literal["left", "right"] = "left"
    side_width: float = 150
    gutter: float = 18
    order: Literal["side first", "main first", "by rows", "any"] = "side first"
    one_grid: bool = True
    header: Literal["centered", "left", "split", "none"] = "centered"


def draw(layout: Layout) -> tuple[bytes, list[str], list[str]]:
    """The PDF of a layout, the lines of its header and main column, and those of its side column."""
    main_width = WIDTH - 2 * MARGIN - layout.side_width - layout.gutter
    left = layout.side == "left"
    side_x = MARGIN if left else MARGIN + main_width + layout.gutter
    main_x = MARGIN + layout.side_width + layout.gutter if left else MARGIN
    top = 50 if layout.header == "none" else 110
    size, leading = (9.0, 11.7) if layout.one_grid else (8.0, 10.9)
    header = _header(layout.header)
    side = _column(SIDE, side_x, layout.side_width, size, leading, top)
    main = _column(MAIN, main_x, main_width, 9.0, 11.7, top if layout.one_grid else top + 5)
    rows = header + (main + side if layout.order == "main first" else side + main)
    if layout.order == "by rows":
        rows.sort(key=lambda row: (row[0], row[1][0][0]))
    elif layout.order == "any":
        random.Random(3).shuffle(rows)
    names = ["Jane Doe", "Master Plumber"] if header else []
    return _pdf(rows), names + _truth(MAIN), _truth(SIDE)


def _truth(column: list[tuple[str, str]]) -> list[str]:
    return [text.replace("|", " ") for _, text in column]


def _header(kind: str) -> list[Row]:
    if kind == "none":
        return []
    rows: list[Row] = []
    for base, text, size, contact in (
        (50, "Jane Doe", 22, "jane@example.org"),
        (72, "Master Plumber", 12, "0123 4567"),
    ):
        x = (WIDTH - stringWidth(text, "Helvetica", size)) / 2 if kind == "centered" else MARGIN
        parts: list[Part] = [(x, text, "Helvetica", size)]
        if kind == "split":
            parts.append((WIDTH - MARGIN - stringWidth(contact, "Helvetica", 9), contact, "Helvetica", 9))
        rows.append((base, parts))
    return rows


def _column(
    column: list[tuple[str, str]], x: float, width: float, size: float, leading: float, base: float
) -> list[Row]:
    rows: list[Row] = []
    for kind, text in column:
        if kind == "heading":
            base += 0.6 * leading
            rows.append((base, [(x, text, "Helvetica-Bold", size + 1.5)]))
            base += 1.15 * leading
        elif kind == "dated":
            title, date = text.split("|")
            right = x + width - stringWidth(date, "Helvetica", size)
            rows.append((base, [(x, title, "Helvetica-Bold", size), (right, date, "Helvetica", size)]))
            base += leading
        else:
            indent = 12 if kind == "bullet" else 0
            for number, line in enumerate(_wrapped(text, size, width - indent)):
                parts: list[Part] = [(x + indent, line, "Helvetica", size)]
                if indent and not number:
                    parts.insert(0, (x + 2, "•", "Helvetica", size))
                rows.append((base, parts))
                base += leading
    return rows


def _wrapped(text: str, size: float, width: float) -> list[str]:
    lines, line = [], ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and stringWidth(longer, "Helvetica", size) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line]


def _pdf(rows: list[Row]) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT))
    for base, parts in rows:
        for x, text, font, size in parts:
            canvas.setFont(font, size)
            canvas.drawString(x, HEIGHT - base, text)
    canvas.save()
    return out.getvalue()
