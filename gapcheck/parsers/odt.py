"""OpenDocument text (LibreOffice Writer): headings, lists, tables and frames in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from gapcheck.errors import EncryptedFile, LimitExceeded
from gapcheck.parsers.html_walk import hidden_notice
from gapcheck.parsers.package import Package, attribute, child, local
from gapcheck.parsers.rows import table_lines
from gapcheck.settings import Settings
from gapcheck.types import Document, RawLine

if TYPE_CHECKING:
    from lxml import etree

_WORDS = """
tracked-changes annotation annotation-end sequence-decls forms note-citation scripts desc title event-listeners
table-of-content-source bibliography-source variable-decls user-field-decls
"""
_SKIPPED = frozenset(_WORDS.split())
_MAX_SPACES = 40


def read(data: bytes, *, source: str, settings: Settings) -> Document:
    """The document of an ODT file. Raises EncryptedFile, CorruptFile, MaliciousFile or LimitExceeded."""
    package = Package(data, source=source, settings=settings)
    if "META-INF/manifest.xml" in package and b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise EncryptedFile("needs a password", hint="Save it without a password.", source=source)
    story = _Story(package, settings)
    try:
        lines = story.lines()
    except RecursionError:  # only with limits raised by hand
        raise package.corrupt("nests too deeply") from None
    return Document.build(lines, kind="odt", source=source, notices=hidden_notice(story.hidden))


@dataclass(frozen=True, slots=True)
class _Style:
    bold: bool | None = None
    size: float | None = None
    hidden: bool | None = None


class _Story:
    """One reading of a package."""

    def __init__(self, package: Package, settings: Settings) -> None:
        self.package, self.limit, self.depth = package, settings.limits.max_xml_depth, 0
        self.content = package.xml("content.xml")
        self.common = package.xml("styles.xml") if "styles.xml" in package else None
        self.raw = {
            attribute(style, "name") or "": style
            for root in (self.common, self.content)
            if root is not None
            for style in root.iter("{*}style")
        }
        self.resolved: dict[str, _Style] = {}
        self.hidden: list[str] = []
        self.waiting: list[etree._Element] = []

    def lines(self) -> list[RawLine]:
        masters = child(self.common, "master-styles")
        heads = [] if masters is None else list(masters.iter("{*}header"))
        feet = [] if masters is None else list(masters.iter("{*}footer"))
        body = child(self.content, "body")
        parts = [*heads, body if body is not None else self.content, *feet]
        return [line for part in parts for line in self._blocks(part, 0)]

    def _enter(self, name: str) -> None:
        self.depth += name not in ("table-row", "table-cell")  # a table in a table is one level
        if self.depth > self.limit:
            raise LimitExceeded("max_xml_depth", self.depth, self.limit, source=self.package.source)

    def _blocks(self, parent: etree._Element, level: int) -> list[RawLine]:
        out: list[RawLine] = []
        self._enter(local(parent))
        for element in parent:
            name = local(element)
            if name in ("p", "h"):
                out += self._paragraph(element, level)
            elif name == "list":
                out += self._blocks(element, level + 1)
            elif name in ("list-item", "list-header"):
                item = self._blocks(element, level)
                if name == "list-item" and item and not item[0].heading:
                    item[0] = replace(item[0], bullet=True, indent=18.0 * level)
                out += item
            elif name == "table":
                out += table_lines(
                    [
                        [self._blocks(cell, 0) for cell in _inside(row, "table-cell")]
                        for row in _inside(element, "table-row")
                    ]
                )
            elif name not in _SKIPPED:
                out += self._blocks(element, level)
        self.depth -= local(parent) not in ("table-row", "table-cell")
        return out

    def _paragraph(self, element: etree._Element, level: int) -> list[RawLine]:
        style = self._style(attribute(element, "style-name"))
        value = attribute(element, "outline-level") or "1"
        heading = min(int(value), 6) if local(element) == "h" and value in "123456789" and value else 0
        pieces = list(self._inline(element, style))
        rows: list[list[tuple[str, _Style]]] = [[]]
        for text, look in pieces:
            first, *rest = text.split("\n")
            rows[-1].append((first, look))
            rows += [[(part, look)] for part in rest]
        out = [self._line(row, heading) for row in rows]
        boxes, self.waiting = self.waiting, []
        return out + [line for box in boxes for line in self._blocks(box, level)]

    def _line(self, row: list[tuple[str, _Style]], heading: int) -> RawLine:
        self.hidden += (text for text, look in row if look.hidden and text.strip())
        seen = [(text, look) for text, look in row if not look.hidden]
        heavy = [look for text, look in seen if text.strip()]
        return RawLine(
            "".join(text for text, _ in seen),
            bold=bool(heavy) and all(look.bold for look in heavy),
            size=heavy[0].size if heavy else None,
            heading=heading,
        )

    def _inline(self, parent: etree._Element, style: _Style) -> Iterator[tuple[str, _Style]]:
        self._enter(local(parent))
        if parent.text:
            yield _flat(parent.text), style
        for element in parent:
            name = local(element)
            if name == "s":
                count = attribute(element, "c") or "1"
                yield " " * (min(int(count), _MAX_SPACES) if count.isascii() and count.isdigit() else 1), style
            elif name == "tab":
                yield "\t", style
            elif name == "line-break":
                yield "\n", style
            elif name in ("text-box", "note-body", "table"):
                self.waiting.append(element)
            elif name not in _SKIPPED:
                own = self._style(attribute(element, "style-name")) if name == "span" else _Style()
                yield from self._inline(element, _over(own, style))
            if element.tail:
                yield _flat(element.tail), style
        self.depth -= local(parent) not in ("table-row", "table-cell")

    def _style(self, name: str | None) -> _Style:
        """The style *name* with what it inherits; a style that inherits from itself ends there."""
        chain: list[str] = []
        while name and name in self.raw and name not in self.resolved and name not in chain:
            chain.append(name)
            name = attribute(self.raw[name], "parent-style-name")
        style = self.resolved.get(name or "", _Style())
        for own in reversed(chain):
            style = self.resolved[own] = _over(_read_style(self.raw[own]), style)
        return style


def _read_style(element: etree._Element) -> _Style:
    properties = child(element, "text-properties")
    if properties is None:
        return _Style()
    weight, size = attribute(properties, "font-weight"), attribute(properties, "font-size") or ""
    number = size.removesuffix("pt")
    points = (
        float(number) if size.endswith("pt") and number.replace(".", "", 1).isdigit() and number.isascii() else None
    )
    color, below = (attribute(properties, "color") or "").lower(), attribute(properties, "background-color")
    white = color == "#ffffff" and below in (None, "transparent", "#ffffff")
    hidden = attribute(properties, "display") == "none" or white or (points is not None and points < 2)
    return _Style(None if weight is None else weight in ("bold", "600", "700", "800", "900"), points, hidden or None)


def _over(own: _Style, base: _Style) -> _Style:
    return _Style(
        base.bold if own.bold is None else own.bold,
        base.size if own.size is None else own.size,
        base.hidden if own.hidden is None else own.hidden,
    )


def _inside(table: etree._Element, wanted: str) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row; rows may stand in groups."""
    for element in table:
        if local(element) == wanted:
            yield element
        elif local(element) in ("table-rows", "table-header-rows", "table-row-group"):
            yield from _inside(element, wanted)


def _flat(text: str) -> str:
    return " ".join(text.split("\n")) if "\n" in text else text
