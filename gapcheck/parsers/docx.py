"""Word documents, by an own walk of the package: all the text that a reader sees, once, in reading order.

python-docx loses what resume templates are made of: text boxes, content controls, nested tables, insertions. The walk
goes by local names, so that strict and transitional files are one. Order: header of the first page, other headers, the
body with each text box after the paragraph that holds it, notes, footers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from gapcheck.errors import LimitExceeded
from gapcheck.parsers.docx_parts import is_painted, main_part, margins, relations
from gapcheck.parsers.docx_styles import PLAIN, Look, Styles, is_shaded, list_of, outline, read_look, read_styles
from gapcheck.parsers.package import Package, attribute, child, local
from gapcheck.parsers.rows import table_lines
from gapcheck.parsers.text import check_length
from gapcheck.settings import Settings
from gapcheck.types import Document, Notice, RawLine

if TYPE_CHECKING:
    from lxml import etree

_DELETED = ("del", "moveFrom", "delText", "instrText", "delInstrText")
_PROPERTIES = ("pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "tblGrid", "sdtPr", "sdtEndPr", "rt", "binData")
_SKIPPED = frozenset((*_DELETED, *_PROPERTIES))
_SYMBOL_LETTERS = {"F0B7": "•", "F0A7": "▪", "F0D8": "➢", "F0FC": "✓"}
_MAX_HIDDEN_WORDS = 1_000


def read(data: bytes, *, source: str, settings: Settings) -> Document:
    """The document of a Word file (.docx, .docm, .dotx).

    Raises CorruptFile naming the part that is missing or broken, MaliciousFile, EncryptedFile, LimitExceeded.
    """
    package = Package(data, source=source, settings=settings)
    try:
        story = _Story(package, settings)
        lines = story.lines()
        check_length("".join([line.text for line in lines]), source, settings)
    except RecursionError:  # only with limits raised by hand
        raise package.corrupt("nests too deeply") from None
    return Document.build(lines, kind="docx", source=source, notices=story.notices())


@dataclass(frozen=True, slots=True)
class _Piece:
    """Text of one look; "\\n" is a line break."""

    text: str
    look: Look


@dataclass(frozen=True, slots=True)
class _Where:
    """What holds the paragraph that is being read."""

    shaded: bool = False
    boxed: bool = False


class _Story:
    """One reading of a package. Collects lines, and what a reader cannot see."""

    def __init__(self, package: Package, settings: Settings) -> None:
        self.package = package
        self.limit = settings.limits.max_xml_depth
        self.depth = 0
        self.main = main_part(package)
        self.related = relations(package, self.main)
        self.styles = self._styles()
        self.page = _Where()
        self.hidden: list[str] = []
        self.changes = self.boxes = 0
        self.in_margins = False
        self.notes_seen: list[tuple[str, str]] = []
        self.boxes_waiting: list[etree._Element] = []

    def _styles(self) -> Styles:
        parts = {
            kind: self.package.xml(name) for name, kind in self.related.values() if kind in ("styles", "numbering")
        }
        return read_styles(parts.get("styles"), parts.get("numbering"))

    # --- the parts, in reading order -------------------------------------------------------------------------

    def lines(self) -> list[RawLine]:
        root = self.package.xml(self.main)
        heads, feet = margins(root, self.related)
        self.page = _Where(shaded=any(map(is_painted, [root, *map(self.package.xml, heads)])))
        above = [line for name in heads for line in self._part(name)]
        body = self._blocks(root, self.page) + self._notes()
        below = [line for name in feet for line in self._part(name)]
        self.in_margins = any(not _PAGE_NUMBER.fullmatch(line.text) for line in above + below)
        return above + body + below

    def _part(self, name: str) -> list[RawLine]:
        return self._blocks(self.package.xml(name), self.page)

    def _notes(self) -> list[RawLine]:
        out: list[RawLine] = []
        for kind in ("footnote", "endnote"):
            wanted = {number for of, number in self.notes_seen if of == kind}
            name = next((name for name, of in self.related.values() if of == f"{kind}s"), None)
            if not wanted or name is None:
                continue
            for note in self.package.xml(name):
                if attribute(note, "id") in wanted and attribute(note, "type") in (None, "normal"):
                    out += self._blocks(note, self.page)
        return out

    # --- blocks ----------------------------------------------------------------------------------------------

    @contextmanager
    def _inside(self, name: str) -> Iterator[None]:
        # A table in a table is one level, not the three that its rows and cells make of it.
        self.depth += name not in ("tr", "tc")
        if self.depth > self.limit:
            raise LimitExceeded("max_xml_depth", self.depth, self.limit, source=self.package.source)
        yield
        self.depth -= name not in ("tr", "tc")

    def _blocks(self, parent: etree._Element, where: _Where) -> list[RawLine]:
        """The lines of everything in *parent*."""
        out: list[RawLine] = []
        with self._inside(local(parent)):
            for element in parent:
                name = local(element)
                if name == "p":
                    out += self._paragraph(element, where)
                elif name == "tbl":
                    out += self._table(element, where)
                elif name == "AlternateContent":
                    out += self._blocks(_choice(element), where)
                elif name in ("r", "t", "hyperlink"):  # a run outside any paragraph: damaged, but readable
                    out += self._lines_of(list(self._inline_one(element, PLAIN)), RawLine("")) + self._boxes(where)
                elif name not in _SKIPPED:
                    out += self._blocks(element, where)
                elif name in ("del", "moveFrom"):
                    self.changes += 1
        return out

    def _table(self, table: etree._Element, where: _Where) -> list[RawLine]:
        rows: list[list[list[RawLine]]] = []
        shaded = where.shaded or is_shaded(child(child(table, "tblPr"), "shd"))
        with self._inside("tbl"):
            for row in _rows(table, "tr"):
                cells = []
                for cell in _rows(row, "tc"):
                    fill = child(child(cell, "tcPr"), "shd")
                    cells.append(self._blocks(cell, replace(where, shaded=shaded or is_shaded(fill))))
                rows.append(cells)
        return table_lines(rows)

    def _paragraph(self, paragraph: etree._Element, where: _Where) -> list[RawLine]:
        if not len(paragraph):
            return [RawLine("")]
        properties = child(paragraph, "pPr")
        style = self.styles.get(attribute(child(properties, "pStyle"), "val"))
        look = replace(style.look, shaded=True) if where.shaded or is_shaded(child(properties, "shd")) else style.look
        heading = outline(properties) or style.heading
        number, depth = list_of(properties)
        number, depth = (style.number, style.depth) if number is None else (number, depth)
        listed = number not in (None, "0") and (number, depth) not in self.styles.unmarked and not heading
        indent = 18.0 * (depth + 1) if listed else _indent(properties)
        with self._inside("p"):
            pieces = list(self._inline(paragraph, look))
        waiting = self._boxes(where)
        return self._lines_of(pieces, RawLine("", indent=indent, heading=heading, bullet=listed)) + waiting

    def _boxes(self, where: _Where) -> list[RawLine]:
        """The text boxes that the last paragraph held, each in its place once."""
        boxes, self.boxes_waiting = self.boxes_waiting, []
        out: list[RawLine] = []
        for box in boxes:
            self.boxes += 1
            # The fill of a box is drawn by other means than shading: its text is taken to be seen.
            out += self._blocks(box, replace(where, shaded=True, boxed=True))
        return out

    def _lines_of(self, pieces: list[_Piece], first: RawLine) -> list[RawLine]:
        """A paragraph's lines: one for each line break, the list mark on the first."""
        out: list[RawLine] = []
        for row in _split(pieces):
            seen = [piece for piece in row if not piece.look.hidden]
            self.hidden += (piece.text for piece in row if piece.look.hidden and piece.text.strip())
            weight = {piece.look.size: 0 for piece in seen}
            for piece in seen:
                weight[piece.look.size] += len(piece.text.strip())
            out.append(
                replace(
                    first,
                    text="".join(piece.text for piece in seen),
                    bold=any(piece.text.strip() for piece in seen)
                    and all(piece.look.bold for piece in seen if any(map(str.isalnum, piece.text))),
                    size=max(weight, key=weight.__getitem__, default=None),
                    bullet=first.bullet and not out,
                )
            )
        return out

    # --- runs ------------------------------------------------------------------------------------------------

    def _inline(self, parent: etree._Element, look: Look) -> Iterator[_Piece]:
        with self._inside(local(parent)):
            for element in parent:
                yield from self._inline_one(element, look)

    def _inline_one(self, element: etree._Element, look: Look) -> Iterator[_Piece]:
        name = local(element)
        if name == "t":
            if element.text:
                yield _Piece(element.text.replace("\n", " "), look)
        elif name == "r":
            yield from self._inline(element, self._run_look(element, look))
        elif name in _MARKS:
            yield _Piece(_MARKS[name], look)
        elif name == "sym":
            yield _Piece(_symbol(element), look)
        elif name in ("footnoteReference", "endnoteReference"):
            self.notes_seen.append((name.removesuffix("Reference"), attribute(element, "id") or ""))
        elif name in ("txbxContent", "txBody"):
            self.boxes_waiting.append(element)
        elif name == "AlternateContent":
            yield from self._inline(_choice(element), look)
        elif name in _SKIPPED:
            self.changes += name in ("del", "moveFrom")
        elif name == "p" or name == "tbl":  # DrawingML paragraphs, or a table inside a run: a block of its own
            self.boxes_waiting.append(_wrap(element))
        else:
            self.changes += name in ("ins", "moveTo")
            yield from self._inline(element, look)

    def _run_look(self, run: etree._Element, look: Look) -> Look:
        properties = child(run, "rPr")
        if properties is None:
            return look
        style = attribute(child(properties, "rStyle"), "val")
        if style and style in self.styles.by_id:
            look = self.styles.by_id[style].look.over(look)
        return read_look(properties).over(look)

    # --- what to tell ----------------------------------------------------------------------------------------

    def notices(self) -> Iterator[Notice]:
        if self.hidden:
            words = " ".join(self.hidden).split()
            count = f"{len(words)} hidden word{'s' * (len(words) > 1)}"
            message = f"{count} (hidden, white or tiny) were left out; a person does not see them."
            yield Notice("hidden_text", message, words=tuple(words[:_MAX_HIDDEN_WORDS]))
        if self.boxes:
            message = "Some text stands in text boxes. It was read here; many applicant systems skip text boxes."
            yield Notice("text_boxes", message)
        if self.in_margins:
            message = "Some text stands in a page header or footer. It was read here; many applicant systems skip it."
            yield Notice("margin_text", message)
        if self.changes:
            message = (
                "The file has tracked changes: insertions were read, deletions left out. Accept them before sending."
            )
            yield Notice("tracked_changes", message)


_PAGE_NUMBER = re.compile(r"(?i)(?:page|of|p\.|[\W\d])*")  # "Page 2 of 3", "- 2 -"
_MARKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}


def _choice(alternate: etree._Element) -> etree._Element:
    """What stands for an `mc:AlternateContent`: the first choice; the fallback says the same for old programs."""
    found = child(alternate, "Choice")
    fallback = child(alternate, "Fallback")
    if found is None:
        return fallback if fallback is not None else alternate.makeelement("nothing")
    return found


def _wrap(element: etree._Element) -> etree._Element:
    holder = element.makeelement("holder")
    holder.extend([element])
    return holder


def _rows(parent: etree._Element, wanted: str) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row, also those inside content controls and tracked insertions."""
    for element in parent:
        name = local(element)
        if name == wanted:
            yield element
        elif name == "AlternateContent":
            yield from _rows(_choice(element), wanted)
        elif name not in _SKIPPED:
            yield from _rows(element, wanted)


def _split(pieces: list[_Piece]) -> Iterator[list[_Piece]]:
    row: list[_Piece] = []
    for piece in pieces:
        parts = piece.text.split("\n")
        for i, part in enumerate(parts):
            if i:
                yield row
                row = []
            if part:
                row.append(replace(piece, text=part))
    yield row


def _symbol(element: etree._Element) -> str:
    """The character of a `w:sym`; symbol fonts are numbered from U+F000, which the clean-up knows."""
    code = (attribute(element, "char") or "").upper()
    if code in _SYMBOL_LETTERS:
        return _SYMBOL_LETTERS[code]
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return chr(number) if 0x20 <= number < 0xD800 or 0xE000 <= number < 0x10FFFF else ""


def _indent(properties: etree._Element | None) -> float:
    """Left indentation in points."""
    indent = child(properties, "ind")
    value = attribute(indent, "left") or attribute(indent, "start") or "0"
    return int(value) / 20 if value.isascii() and value.isdigit() and len(value) < 6 else 0.0
