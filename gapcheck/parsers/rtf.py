"""RTF: the text with paragraphs, tables, list items, bold and headings; pictures and other destinations left out.

RTF is a stream of groups `{...}`, control words `\\b0`, and text. State (bold, size, font) is that of the group. Read
in one pass without recursion: 100,000 nested groups cost memory, not stack.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace

from gapcheck.errors import LimitExceeded
from gapcheck.parsers.html_walk import hidden_notice
from gapcheck.parsers.rows import table_lines
from gapcheck.parsers.text import check_length, check_tags
from gapcheck.settings import Settings
from gapcheck.types import Document, RawLine

_TOKEN = re.compile(
    rb"\\(?:'(?P<byte>[0-9a-fA-F]{2})|(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?[ ]?|(?P<symbol>[^a-zA-Z]))"
    rb"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|.",
    re.DOTALL,
)
_DESTINATIONS = b"""
fonttbl colortbl stylesheet info pict object themedata colorschememapping datastore latentstyles rsidtbl generator
listtable listoverridetable xmlnstbl filetbl fldinst bkmkstart bkmkend nonshppict revtbl mmathPr pgptbl userprops
annotation atnid atnauthor xe tc comment objdata sp deleted password mailmerge ftnsep aftnsep template wgrffmtfilter
panose falt blipuid private1 docvar fchars lchars
"""
_SKIPPED = frozenset(_DESTINATIONS.split())
_KEPT = frozenset(b"shptxt shpinst shprslt footnote fldrslt listtext pntext pntxtb sv".split())
"""Destinations marked as optional (`\\*`) or special whose text is nevertheless read, or looked at."""
_CHARACTERS = {
    b"tab": "\t", b"emdash": "—", b"endash": "–", b"bullet": "•", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“",
    b"rdblquote": "”", b"emspace": " ", b"enspace": " ", b"qmspace": " ",
}  # fmt: skip
_APART = frozenset((b"header", b"headerf", b"headerl", b"headerr", b"footer", b"footerf", b"footerl", b"shptxt"))
"""Destinations that are lines of their own."""
_BREAKS = frozenset((b"par", b"line", b"sect", b"page", b"column"))
_CHARSETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
_SYMBOL = 2


@dataclass(frozen=True, slots=True)
class _State:
    bold: bool = False
    hidden: bool = False
    size: float = 12.0
    font: int = 0
    skip: bool = False
    fallback: int = 1
    """Characters that stand in for a `\\u` for old programs, to be left out."""
    apart: bool = False
    mark: bool = False
    """Inside the mark of a list item."""


def read(data: bytes, *, source: str, settings: Settings) -> Document:
    """The document of an RTF file. Raises LimitExceeded for text that no posting or resume can be."""
    reader = _Reader(data)
    reader.run(settings, source)
    check_length("".join(line.text for line in reader.lines), source, settings)
    return Document.build(reader.lines, kind="rtf", source=source, notices=hidden_notice(reader.hidden))


class _Reader:
    """One pass over the tokens."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.lines: list[RawLine] = []
        self.hidden: list[str] = []
        self.cells: list[list[RawLine]] = []
        self.cell: list[RawLine] = []
        self.pieces: list[tuple[str, _State]] = []
        self.pending = bytearray()
        self.state, self.stack = _State(), list[_State]()
        self.bullet = self.in_table = False
        self.heading = self.drop = 0
        self.encoding = _page(data)
        self.fonts = _fonts(data)

    def run(self, settings: Settings, source: str) -> None:
        optional = False
        position, end = 0, len(self.data)
        check_tags(self.data.count(b"\\") - self.data.count(b"\\'") - self.data.count(b"\\u"), source, settings)
        while position < end:
            token = _TOKEN.match(self.data, position)
            if token is None:
                break
            position = token.end()
            kind = token.lastgroup
            if token["byte"]:
                self._byte(int(token["byte"], 16))
                continue
            if self.pending and kind is not None:
                self._decode()
            if kind == "brace":
                self._brace(token["brace"], settings, source)
            elif token["word"]:
                number = int(token["number"]) if token["number"] else None
                if token["word"] == b"bin" and number and number > 0:
                    position += number
                else:
                    self._word(token["word"], number, optional)
            elif kind == "symbol":
                optional = token["symbol"] == b"*"
                self._symbol(token["symbol"])
                continue
            elif kind == "text":
                self._text(token["text"].decode(self.encoding, "replace"))
            optional = False
        self._decode()
        self._paragraph()
        self._end_row()
        self.lines += self.cell

    def _brace(self, brace: bytes, settings: Settings, source: str) -> None:
        if brace == b"{":
            self.stack.append(self.state)
            if len(self.stack) > 50 * settings.limits.max_xml_depth:
                limit = settings.limits.max_xml_depth
                raise LimitExceeded("max_xml_depth", len(self.stack), limit, source=source)
        elif self.stack:
            if self.state.apart and not self.stack[-1].apart:
                self._paragraph()
            self.state = self.stack.pop()

    def _byte(self, byte: int) -> None:
        if self.drop:
            self.drop -= 1
        elif not self.state.skip:
            self.pending.append(byte)

    def _decode(self) -> None:
        """What the `\\'hh` bytes so far mean in the font at hand; two of them may be one letter."""
        if not self.pending:
            return
        charset = self.fonts.get(self.state.font)
        if charset == _SYMBOL:
            text = "".join(chr(0xF000 + byte) for byte in self.pending)
        else:
            text = self.pending.decode(
                _CHARSETS.get(charset or 0, self.encoding) if charset else self.encoding, "replace"
            )
        self.pending.clear()
        self._add(text)

    def _symbol(self, symbol: bytes) -> None:
        if symbol in (b"\n", b"\r"):
            self._paragraph()
        elif symbol in (b"\\", b"{", b"}"):
            self._text(symbol.decode("ascii"))
        elif symbol in (b"~", b"_"):
            self._text(" " if symbol == b"~" else "-")

    def _word(self, word: bytes, number: int | None, optional: bool) -> None:
        state = self.state
        if word in _SKIPPED or (optional and word not in _KEPT):
            self.state = replace(state, skip=True)
        elif state.skip:
            return
        elif word in _CHARACTERS:
            self._add(_CHARACTERS[word])
        elif word in _BREAKS:
            self._paragraph()
        elif word == b"u" and number is not None:
            self._add(_character(number))
            self.drop = state.fallback
        elif word in _APART:
            self.state = replace(state, apart=True)
        elif word in (b"listtext", b"pntext"):
            self.state = replace(state, mark=True)
        elif word in (b"cell", b"nestcell"):
            self._paragraph()
            self.cells.append(self.cell)
            self.cell = []
        elif word in (b"row", b"nestrow"):
            self._end_row()
        else:
            self._format(word, number)

    def _format(self, word: bytes, number: int | None) -> None:
        state, on = self.state, number != 0
        if word == b"b":
            self.state = replace(state, bold=on)
        elif word == b"v":
            self.state = replace(state, hidden=on)
        elif word == b"fs" and number:
            self.state = replace(state, size=number / 2)
        elif word == b"f" and number is not None:
            self.state = replace(state, font=number)
        elif word == b"uc" and number is not None:
            self.state = replace(state, fallback=max(0, min(number, 10)))
        elif word == b"plain":
            self.state = replace(state, bold=False, hidden=False, size=12.0)
        elif word == b"outlinelevel" and number is not None and 0 <= number < 6:
            self.heading = number + 1
        elif word == b"intbl":
            self.in_table = True
        elif word == b"pard":
            self.heading, self.in_table = 0, False  # a list mark stands before it, and stays

    def _text(self, text: str) -> None:
        if self.drop and not self.state.skip:
            dropped = min(self.drop, len(text))
            self.drop -= dropped
            text = text[dropped:]
        self._add(text)

    def _add(self, text: str) -> None:
        if self.state.skip or not text:
            return
        if self.state.mark:
            self.bullet = self.bullet or bool(text.strip())
        elif self.state.hidden:
            self.hidden.append(text)
        else:
            self.pieces.append((text, self.state))

    def _paragraph(self) -> None:
        if self.state.skip:
            return
        text = "".join(part for part, _ in self.pieces)
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")  # two \\u make one letter
        heavy = [state for part, state in self.pieces if part.strip()]
        line = RawLine(
            text,
            bold=bool(heavy) and all(state.bold for state in heavy),
            size=heavy[0].size if heavy else None,
            heading=self.heading,
            bullet=self.bullet and bool(text.strip()),
        )
        self.pieces = []
        self.bullet = self.bullet and not text.strip()
        if self.in_table or self.cells:
            self.cell.append(line)
        else:
            self.lines += [*self.cell, line]
            self.cell = []

    def _end_row(self) -> None:
        self.lines += table_lines([self.cells])
        self.cells = []


def _character(number: int) -> str:
    return chr(number & 0xFFFF)


def _page(data: bytes) -> str:
    """The encoding of bytes above 127: the code page that the file names, or what its first word says."""
    found = re.search(rb"\\ansicpg(\d{1,5})", data[:4096])
    name = f"cp{found[1].decode()}" if found else "mac_roman" if b"\\mac" in data[:200] else "cp1252"
    try:
        return codecs.lookup("utf-8" if name == "cp65001" else name).name
    except LookupError:
        return "cp1252"


def _fonts(data: bytes) -> dict[int, int]:
    """Character set of each font that is not in the code page of the file."""
    start = data.find(b"\\fonttbl")
    table = data[start : start + 200_000] if start >= 0 else b""
    pairs = re.findall(rb"\\f(\d{1,5})\b[^{};]{0,300}?\\fcharset(\d{1,3})", table)
    return {int(font): int(charset) for font, charset in pairs if int(charset) not in (0, 1)}
