"""What Word's styles and lists say about a run or a paragraph: bold, size, hidden, heading level, list item."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from gapcheck.parsers.package import attribute, child, local

if TYPE_CHECKING:
    from lxml import etree

_OFF = {"0", "false", "off", "none"}
_TINY = 2.0
"""Points below which text is hidden, not small."""
_WHITE = {"FFFFFF", "WHITE"}


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks; None where nothing is said."""

    bold: bool | None = None
    size: float | None = None
    vanish: bool | None = None
    white: bool | None = None
    shaded: bool | None = None

    def over(self, base: Look) -> Look:
        """This look, and *base* where this says nothing."""
        return Look(
            *(
                getattr(self, name) if getattr(self, name) is not None else getattr(base, name)
                for name in ("bold", "size", "vanish", "white", "shaded")
            )
        )

    @property
    def hidden(self) -> bool:
        """Whether a reader cannot see it: hidden, white on white, or less than 2 points high."""
        tiny = self.size is not None and self.size < _TINY
        return bool(self.vanish) or tiny or (bool(self.white) and not self.shaded)


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph or character style with what it inherits."""

    look: Look = PLAIN
    heading: int = 0
    number: str | None = None
    """Id of the list that paragraphs of this style belong to."""
    depth: int = 0


_NONE = Style()


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document by id, the look of plain text, and the lists that show no mark."""

    by_id: dict[str, Style] = field(default_factory=dict)
    default: Style = _NONE
    unmarked: frozenset[tuple[str, int]] = frozenset()

    def get(self, name: str | None) -> Style:
        """The style with the id *name*, else the default paragraph style."""
        return self.by_id.get(name, self.default) if name else self.default


def read_look(properties: etree._Element | None) -> Look:
    """The look that a `w:rPr` states."""
    if properties is None or not len(properties):
        return PLAIN
    found: dict[str, bool | float] = {}
    for item in properties:
        name, value = local(item), attribute(item, "val")
        if name == "b":
            found["bold"] = is_on(value)
        elif name == "sz" and value and re.fullmatch(r"\d{1,4}(?:\.\d+)?", value):
            found["size"] = float(value) / 2
        elif name == "vanish":
            found["vanish"] = is_on(value)
        elif name == "color":
            found["white"] = (value or "").upper() in _WHITE
        elif name == "shd":
            found["shaded"] = is_shaded(item)
        elif name == "highlight":
            found["shaded"] = (value or "none") not in ("none", "white")
    return Look(**found)  # type: ignore[arg-type]


def is_on(value: str | None) -> bool:
    """Whether a switch such as `<w:b w:val=...>` is on; without a value it is."""
    return value is None or value.lower() not in _OFF


def is_shaded(shading: etree._Element | None) -> bool:
    """Whether a `w:shd` paints something other than white."""
    if shading is None:
        return False
    fill = (attribute(shading, "fill") or "auto").upper()
    pattern = attribute(shading, "val") or "clear"
    return fill not in ("AUTO", *_WHITE) or pattern not in ("clear", "nil") or bool(attribute(shading, "themeFill"))


def read_styles(root: etree._Element | None, numbering: etree._Element | None) -> Styles:
    """The styles of `word/styles.xml` and `word/numbering.xml`; either may be missing."""
    if root is None:
        return Styles(unmarked=_unmarked(numbering))
    defaults = child(child(child(root, "docDefaults"), "rPrDefault"), "rPr")
    raw = {attribute(item, "styleId") or "": item for item in root if local(item) == "style"}
    by_id: dict[str, Style] = {}
    base = Style(read_look(defaults))
    for name in raw:
        _resolve(name, raw, by_id, base)
    standard = next(
        (name for name, item in raw.items() if attribute(item, "type") == "paragraph" and attribute(item, "default")),
        "",
    )
    return Styles(by_id, by_id.get(standard, base), _unmarked(numbering))


def _resolve(name: str, raw: dict[str, etree._Element], by_id: dict[str, Style], base: Style) -> None:
    """Puts style *name* and those it is based on into *by_id*; a style based on itself ends there."""
    chain: list[str] = []
    while name in raw and name not in by_id and name not in chain:
        chain.append(name)
        name = attribute(child(raw[name], "basedOn"), "val") or ""
    style = by_id.get(name, base)
    for own in reversed(chain):
        item = raw[own]
        if attribute(item, "type") == "character" and style is base:
            style = _NONE  # a character style adds to its paragraph, and does not reset it to the defaults
        style = _with(style, item)
        by_id[own] = style


def _with(style: Style, item: etree._Element) -> Style:
    properties = child(item, "pPr")
    name = (attribute(child(item, "name"), "val") or "").lower()
    named = re.match(r"heading ?([1-6])\b", name)
    heading = int(named[1]) if named else 1 if name == "title" else outline(properties) or style.heading
    number, depth = list_of(properties)
    if number is None and re.match(r"list (?:bullet|number)", name):
        number = name
    return replace(
        style,
        look=read_look(child(item, "rPr")).over(style.look),
        heading=heading,
        number=number if number is not None else style.number,
        depth=depth or style.depth,
    )


def outline(properties: etree._Element | None) -> int:
    """Heading level that a `w:pPr` states with its outline level, else 0."""
    value = attribute(child(properties, "outlineLvl"), "val") or ""
    return int(value) + 1 if value in {"0", "1", "2", "3", "4", "5"} else 0


def list_of(properties: etree._Element | None) -> tuple[str | None, int]:
    """List id and depth that a `w:pPr` states; id "0" takes the paragraph out of the list of its style."""
    numbers = child(properties, "numPr")
    number, depth = attribute(child(numbers, "numId"), "val"), attribute(child(numbers, "ilvl"), "val") or "0"
    return number, int(depth) if depth.isascii() and depth.isdigit() and len(depth) < 3 else 0


def _unmarked(numbering: etree._Element | None) -> frozenset[tuple[str, int]]:
    """Lists and depths whose mark is nothing: paragraphs in them are no list items to a reader."""
    if numbering is None:
        return frozenset()
    bare: dict[str, set[int]] = {}
    for item in numbering:
        if local(item) == "abstractNum":
            levels = {attribute(level, "ilvl"): attribute(child(level, "numFmt"), "val") for level in item}
            bare[attribute(item, "abstractNumId") or ""] = {
                int(level) for level, form in levels.items() if form == "none" and level and level in "012345678"
            }
    return frozenset(
        (attribute(item, "numId") or "", level)
        for item in numbering
        if local(item) == "num"
        for level in bare.get(attribute(child(item, "abstractNumId"), "val") or "", ())
    )
