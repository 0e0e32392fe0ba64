"""Postings and resumes as Word files: styles, a table of jobs, a text box, the contact line in the page header."""

from __future__ import annotations

import datetime
import io
import zipfile
from typing import Any
from xml.sax.saxutils import escape

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from formats.markup import Block, parse, split

_NEW_YEAR = datetime.datetime(2026, 1, 1)


def word_file(text: str, table: dict[str, Any]) -> bytes:
    """A .docx in one of the layouts `plain`, `table` (jobs in a table with the dates on the left) or `textbox`."""
    document = docx.Document()
    head, beside, main = split(parse(text), table.get("side", []))
    document.styles["Normal"].font.size = Pt(10.5)
    if table.get("paper") == "A4":
        document.sections[0].page_width, document.sections[0].page_height = Mm(210), Mm(297)
    document.add_heading(head[0].text, 0)
    if table.get("header"):
        document.sections[0].header.paragraphs[0].text = " | ".join(block.text for block in head[1:])
    else:
        _add(document, head[1:])
    if beside:
        _add_text_box(document.add_paragraph(), beside)
    if table.get("layout") == "table":
        _add_with_tables(document, main)
    else:
        _add(document, main)
    return _packed(document, head[0].text)


def _add(place: Any, blocks: list[Block]) -> None:
    for block in blocks:
        if block.kind == "heading":
            place.add_heading(block.text, 1)
        elif block.kind == "entry":
            paragraph = place.add_paragraph()
            paragraph.add_run(block.text).bold = True
            paragraph.add_run(f"\t{block.right}").italic = True
        else:
            style = {"bullet": "List Bullet", "number": "List Number"}.get(block.kind)
            place.add_paragraph(block.text, style=style)


def _add_with_tables(document: Document, blocks: list[Block]) -> None:
    """Rows of the source become a table, and so does every job: dates left, the rest right."""
    grid = cell = None
    for block in blocks:
        if block.kind in ("row", "entry"):
            grid = grid or document.add_table(rows=0, cols=2)
            left, right = grid.add_row().cells
            first, second = (block.text, block.right) if block.kind == "row" else (block.right, block.text)
            left.text = first
            right.text = second
            cell = right if block.kind == "entry" else None
        elif cell is not None and block.kind == "bullet":
            _bullet(cell.add_paragraph(), block.text)
        else:
            grid = cell = None
            _add(document, [block])


def _bullet(paragraph: Paragraph, text: str) -> None:
    paragraph.style = "List Bullet"
    paragraph.add_run(text)


def _add_text_box(paragraph: Paragraph, blocks: list[Block]) -> None:
    """A box at the right margin, as Word writes it: a drawing, and the same as VML for old readers."""
    lines = "".join(f"<w:p><w:r><w:t>{escape(block.text)}</w:t></w:r></w:p>" for block in blocks)
    paragraph.add_run()._r.append(parse_xml(_BOX.format(lines=lines)))


_BOX = """<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
 xmlns:v="urn:schemas-microsoft-com:vml"><mc:Choice Requires="wps"><w:drawing>
<wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" relativeHeight="2" behindDoc="0" locked="0"
 layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="margin"><wp:align>right</wp:align></wp:positionH>
<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>
<wp:extent cx="2160000" cy="1440000"/><wp:wrapSquare wrapText="bothSides"/><wp:docPr id="7" name="Text Box 7"/>
<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>
<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2160000" cy="1440000"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>
<wps:txbx><w:txbxContent>{lines}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>
</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>
<v:rect style="position:absolute;width:170pt;height:113pt;mso-position-horizontal:right">
<v:textbox><w:txbxContent>{lines}</w:txbxContent></v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent>"""


def _packed(document: Document, title: str) -> bytes:
    """The bytes of the package, with a fixed date in the properties and on every part."""
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title, "", ""
    properties.created = properties.modified = _NEW_YEAR
    raw = io.BytesIO()
    document.save(raw)
    packed = io.BytesIO()
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = zipfile.ZipInfo(name, _NEW_YEAR.timetuple()[:6])
            part.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(part, source.read(name))
    return packed.getvalue()
