"""From the tree of a web page to lines: blocks, list items, headings, tables; what is not seen is kept apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from gapcheck.parsers.rows import table_lines
from gapcheck.types import Notice, RawLine

if TYPE_CHECKING:
    from lxml import etree

_UNREAD = """
script style noscript template svg canvas iframe object head select datalist button textarea input video audio map
math dialog
"""
_NEVER = frozenset(_UNREAD.split())
_OF_THE_SITE = frozenset(("nav", "footer", "header", "form", "aside"))
_ROLES_OF_THE_SITE = frozenset(("navigation", "banner", "contentinfo", "complementary", "search", "dialog", "menu"))
_BREAKING = """
p div section article main header footer aside nav form fieldset address blockquote ul ol dl dt dd li figure
figcaption pre hr table caption thead tbody tfoot tr td th h1 h2 h3 h4 h5 h6 body html center details summary legend
option br label menu dir hgroup
"""
_BLOCKS = frozenset(_BREAKING.split())
_BOLD = frozenset(("b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6", "dt"))
_TABLE = frozenset(("table", "tr", "td", "th"))
_MAX_HIDDEN_WORDS = 1_000


@dataclass(slots=True)
class Page:
    """The lines of a page or a part of it, and the words that a reader does not see."""

    lines: list[RawLine] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)


def hidden_notice(hidden: list[str]) -> Iterator[Notice]:
    """A notice when words were left out because a person does not see them."""
    words = " ".join(hidden).split()
    if words:
        count = f"{len(words)} hidden word{'s' * (len(words) > 1)}"
        message = f"{count} (not displayed, white or tiny) were left out; a person does not see them."
        yield Notice("hidden_text", message, words=tuple(words[:_MAX_HIDDEN_WORDS]))


@dataclass(slots=True)
class _Frame:
    """A place that lines are collected in: the page, or a table, row or cell, which collect what is in them."""

    lines: list[RawLine] = field(default_factory=list)
    cells: list[list[RawLine]] = field(default_factory=list)
    rows: list[list[list[RawLine]]] = field(default_factory=list)


class _Walker:
    """Collects lines from start and end events: no recursion, so that 100,000 nested tags cost no stack."""

    def __init__(self) -> None:
        self.frames = [_Frame()]
        self.texts: list[tuple[str, bool]] = []
        self.depth = self.bold = self.pre = 0
        self.headings: list[int] = []
        self.ready = False
        """A list item has begun and has no text yet."""

    def text(self, text: str | None) -> None:
        if not text:
            return
        if not self.pre:
            self.texts.append((re.sub(r"[ \t\r\n\f\v]+", " ", text), self.bold > 0))
            return
        first, *rest = text.split("\n")
        self.texts.append((first, self.bold > 0))
        for row in rest:
            self.flush()
            self.texts.append((row, self.bold > 0))

    def flush(self) -> None:
        text = "".join(part for part, _ in self.texts)
        if text.strip():
            bold = all(heavy for part, heavy in self.texts if part.strip())
            heading = self.headings[-1] if self.headings else 0
            text = text if self.pre else re.sub(" {2,}", " ", text).strip()
            indent = 18.0 * self.depth
            self.frames[-1].lines.append(
                RawLine(text, indent=indent, bold=bold, heading=heading, bullet=self.ready and not heading)
            )
            self.ready = False
        self.texts = []

    def start(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.flush()
        if tag in ("ul", "ol", "menu", "dir"):
            self.depth += 1
        elif tag == "li":
            self.ready = True
        elif tag in _TABLE:
            self.frames.append(_Frame())
            self.ready = False
        if tag in _BOLD:
            self.bold += 1
        if tag == "pre":
            self.pre += 1
        if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
            self.headings.append(int(tag[1]))

    def end(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.flush()
        if tag in ("ul", "ol", "menu", "dir"):
            self.depth -= 1
        elif tag == "li":
            self.ready = False
        elif tag in _TABLE:
            self.leave(tag)
        if tag in _BOLD:
            self.bold -= 1
        if tag == "pre":
            self.pre -= 1
        if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
            self.headings.pop()

    def leave(self, tag: str) -> None:
        """Hands what a table, row or cell has collected to what is around it."""
        frame, around = self.frames.pop(), self.frames[-1]
        if tag == "table":
            around.lines += frame.lines + table_lines(frame.rows)
        elif tag == "tr":
            around.rows.append([*frame.cells, frame.lines])
        else:
            around.cells.append(frame.lines + table_lines(frame.rows))


def walk(root: etree._Element, *, site: bool) -> Page:
    """The lines under *root*; with *site*, without the parts that belong to the site around the content."""
    from lxml import etree

    walker, hidden = _Walker(), []
    painted = [_above_is_painted(root)]
    skipped: etree._Element | None = None
    events = etree.iterwalk(root, events=("start", "end"))
    for event, element in events:
        tag = element.tag.lower() if isinstance(element.tag, str) else ""
        if event == "start":
            behind = painted[-1] or _is_painted(element)
            unseen = tag not in _NEVER and _is_hidden(element, tag, behind)
            if unseen or tag in _NEVER or (site and element is not root and _belongs_to_site(element, tag)):
                skipped = element
                hidden += [" ".join(_words_of(element))] if unseen else []
                events.skip_subtree()
                continue
            painted.append(behind)
            walker.start(tag)
            walker.text(element.text)
            continue
        if element is skipped:  # its end comes next: what is inside is passed over
            skipped = None
        else:
            painted.pop()
            walker.end(tag)
        if element is not root:
            walker.text(element.tail)
    walker.flush()
    page = walker.frames[0]  # rows and cells may stand there without a table around them
    lines = page.lines + table_lines(page.rows) + [line for cell in page.cells for line in cell]
    return Page(lines, [words for words in hidden if words.strip()])


def _words_of(element: etree._Element) -> Iterator[str]:
    for inner in element.iter():
        if isinstance(inner.tag, str) and inner.tag not in _NEVER:
            yield inner.text or ""
        if inner is not element:
            yield inner.tail or ""


def _belongs_to_site(element: etree._Element, tag: str) -> bool:
    if (element.get("role") or "").lower() in _ROLES_OF_THE_SITE:
        return True
    if tag == "header":  # the header of a posting holds its title, the header of a site its menu
        return element.find(".//nav") is not None or element.find(".//h1") is None
    if tag == "form":  # old sites wrap the whole page in a form
        return len(element.findall(".//p")) + len(element.findall(".//li")) < 10
    return tag in _OF_THE_SITE


_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$|!)"
    r"|font-size\s*:\s*(?:0(?:\.\d+)?|1(?:\.0+)?(?=\s*(?:px|pt)))\s*(?:px|pt|em|rem|%)?\s*(?:;|$|!)"
    r"|(?:text-indent|left|top|margin-left)\s*:\s*-\d{3,}",
    re.IGNORECASE,
)
_WHITE = re.compile(
    r"(?<![\w-])color\s*:\s*(?:#fff(?:fff)?\b|white\b|rgba?\(\s*255\s*,\s*255\s*,\s*255\b|hsl\([^)]{0,20}100%\s*\))",
    re.IGNORECASE,
)


def _is_hidden(element: etree._Element, tag: str, painted: bool) -> bool:
    """Whether a reader does not see *element*: not displayed, tiny, or white where nothing dark lies below."""
    style = element.get("style")
    if element.get("hidden") is not None or (style and _HIDING.search(style)):
        return tag != "body"  # scripts show it when they have loaded
    if painted:
        return False
    color = (element.get("color") or "").lower() if tag == "font" else ""
    return bool(style and _WHITE.search(style)) or color in ("white", "#ffffff", "#fff")


def _is_painted(element: etree._Element) -> bool:
    """Whether *element* may have a dark background; one with a class is painted by a style sheet, likely."""
    if not element.attrib:
        return False
    if element.get("bgcolor") or element.get("background") or element.get("class"):
        return True
    return element.tag in ("a", "button") or "background" in (element.get("style") or "")


def _above_is_painted(root: etree._Element) -> bool:
    return any(map(_is_painted, root.iterancestors()))
