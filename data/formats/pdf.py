"""Postings and resumes as PDF: one column, a tinted sidebar, or two equal columns under the name."""

from __future__ import annotations

import io
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    NextPageTemplate,
    PageTemplate,
    Paragraph,
    Table,
)

from formats.markup import Block, parse, split

_MARGIN = 50.0
_TINT, _INK = HexColor("#e8edf2"), HexColor("#1f3a5f")


def _styles(size: float) -> dict[str, ParagraphStyle]:
    body = ParagraphStyle("body", fontName="Helvetica", fontSize=size, leading=size * 1.32, spaceAfter=3)
    title = ParagraphStyle("heading", body, fontName="Helvetica-Bold", spaceBefore=9, textColor=_INK)
    return {
        "name": ParagraphStyle("name", title, fontSize=19, leading=24, spaceBefore=0),
        "heading": ParagraphStyle("heading", title, fontSize=size + 2, leading=size + 5),
        "entry": ParagraphStyle("entry", body, fontName="Helvetica-Bold", spaceBefore=4, spaceAfter=1),
        "when": ParagraphStyle("when", body, fontName="Helvetica-Oblique", fontSize=size - 1),
        "bullet": ParagraphStyle("bullet", body, leftIndent=12, bulletIndent=2),
        "number": ParagraphStyle("number", body, leftIndent=16),
        "line": body,
    }


def pdf_file(text: str, table: dict[str, Any]) -> bytes:
    """A PDF in one of the layouts `plain`, `sidebar` or `columns`; the same bytes every time."""
    width, height = A4 if table.get("paper") == "A4" else LETTER
    blocks = parse(text)
    layout = table.get("layout", "plain")
    out = io.BytesIO()
    document = BaseDocTemplate(out, pagesize=(width, height), title=blocks[0].text, author="", invariant=1)
    head, beside, main = split(blocks, table.get("side", []))
    styles = _styles(table.get("size", 9.5))
    if layout == "sidebar":
        templates, story = _sidebar(width, height, _flow(beside, styles), _flow(head + main, styles))
    elif layout == "columns":
        templates, story = _columns(width, height, _flow(head, styles), _flow(main, styles))
    else:
        frame = Frame(_MARGIN, _MARGIN, width - 2 * _MARGIN, height - 2 * _MARGIN)
        templates, story = [PageTemplate("plain", [frame])], _flow(blocks, styles, frame.width)
    document.addPageTemplates(templates)
    document.build(story)
    return out.getvalue()


def _flow(blocks: list[Block], styles: dict[str, ParagraphStyle], wide: float = 0) -> list[Flowable]:
    """The flowables of *blocks*; with *wide* points to fill, dates stand at the right end of the line."""
    story: list[Flowable] = []
    for block in blocks:
        text = escape(block.text)
        if block.kind == "entry" and wide:
            cells = [Paragraph(text, styles["entry"]), Paragraph(block.right, styles["when"])]
            story.append(Table([cells], colWidths=[wide - 166, 154], style=[("LEFTPADDING", (0, 0), (-1, -1), 0)]))
        elif block.kind == "entry":
            story += [Paragraph(text, styles["entry"]), Paragraph(block.right, styles["when"])]
        else:
            mark = {"bullet": "•", "number": block.right}.get(block.kind)
            story.append(Paragraph(text, styles[block.kind], bulletText=mark))
    return story


def _sidebar(
    width: float, height: float, beside: list[Flowable], main: list[Flowable]
) -> tuple[list[PageTemplate], list[Flowable]]:
    """A narrow tinted column on the left of page one; the rest of the resume on its right and on later pages."""
    narrow, tall = 165.0, height - 2 * _MARGIN
    left = Frame(20, _MARGIN, narrow - 10, tall)
    right = Frame(narrow + 30, _MARGIN, width - narrow - 30 - _MARGIN, tall)

    def tint(canvas: Canvas, _document: BaseDocTemplate) -> None:
        canvas.setFillColor(_TINT)
        canvas.rect(0, 0, narrow + 18, height, stroke=0, fill=1)

    pages = [PageTemplate("first", [left, right], onPage=tint), PageTemplate("next", [right])]
    return pages, [NextPageTemplate("next"), *beside, FrameBreak(), *main]


def _columns(
    width: float, height: float, head: list[Flowable], main: list[Flowable]
) -> tuple[list[PageTemplate], list[Flowable]]:
    """The name over the whole width, then two equal columns that are read one after the other."""
    wide, banner = (width - 2 * _MARGIN - 18) / 2, 64.0
    tall = height - 2 * _MARGIN
    top = Frame(_MARGIN, height - _MARGIN - banner, width - 2 * _MARGIN, banner)
    first = [Frame(x, _MARGIN, wide, tall - banner) for x in (_MARGIN, _MARGIN + wide + 18)]
    later = [Frame(x, _MARGIN, wide, tall) for x in (_MARGIN, _MARGIN + wide + 18)]
    pages = [PageTemplate("first", [top, *first]), PageTemplate("next", later)]
    return pages, [NextPageTemplate("next"), *head, FrameBreak(), *main]
