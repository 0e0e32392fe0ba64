"""A page for a terminal, written into memory: wrapped, coloured when asked for, in glyphs or in ASCII."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING

from gapcheck.reports.safe import ascii_only, visible
from gapcheck.reports.wording import STATUS
from gapcheck.types import Status

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

_GLYPHS: dict[Status, str] = {"met": "✓", "partial": "◐", "missing": "✗", "unstated": "?"}
_PLAIN_GLYPHS: dict[Status, str] = {"met": "+", "partial": "~", "missing": "x", "unstated": "?"}
_STYLES: dict[Status, str] = {"met": "green", "partial": "yellow", "missing": "bold red", "unstated": "dim"}


class Page:
    """A rich console that writes into memory; knows whether glyphs or plain ASCII are wanted."""

    def __init__(self, width: int, *, color: bool, plain: bool) -> None:
        from rich.console import Console

        self.width = width
        self.plain = plain
        self._stream = io.StringIO()
        self.console: Console = Console(
            file=self._stream,
            width=width,
            force_terminal=color,
            color_system="standard" if color else None,
            no_color=not color,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
            _environ={},  # COLUMNS, NO_COLOR and friends were read by the caller, who passed width and color
        )

    def span(self, text: str, style: str = "") -> Text:
        """A run of text in a style; never read as markup."""
        from rich.text import Text

        text = visible(text)  # whatever a caller forgot: no control character leaves this page
        return Text(ascii_only(text) if self.plain else text, style=style)

    def line(self, *parts: Text | str, indent: int = 0) -> None:
        """One paragraph, wrapped at the width, every row indented."""
        from rich.padding import Padding
        from rich.text import Text

        spans = [self.span(part) if isinstance(part, str) else part for part in parts]
        self.console.print(Padding(Text.assemble(*spans), (0, 0, 0, indent)))

    def show(self, renderable: RenderableType) -> None:
        """Anything that rich can print."""
        self.console.print(renderable)

    def blank(self) -> None:
        """An empty line."""
        self.console.print()

    def heading(self, title: str, note: str = "") -> None:
        """An empty line, then a title and what to know about it."""
        self.blank()
        self.line(self.span(title, "bold"), self.span(f"  {note}", "dim") if note else "")

    def rows(self, rows: Iterable[tuple[Text | str, str]], left: int, *, indent: int = 2) -> None:
        """Label and text in two columns, the text wrapped under itself."""
        from rich.padding import Padding
        from rich.table import Table

        table = Table.grid(padding=(0, 1, 0, 0), expand=True)
        table.add_column(width=left)
        table.add_column(ratio=1)
        for label, text in rows:
            table.add_row(self.span(label, "bold") if isinstance(label, str) else label, self.span(text))
        self.console.print(Padding(table, (0, 0, 0, indent)))

    def status(self, status: Status) -> Text:
        """The status as glyph and word, so that colour is never the only sign."""
        glyphs = _PLAIN_GLYPHS if self.plain else _GLYPHS
        return self.span(f"{glyphs[status]} {STATUS[status]}", _STYLES[status])

    def text(self) -> str:
        """Everything written so far, without trailing blanks."""
        # Tables pad their cells with spaces; a copied report should not carry them.
        return "\n".join(line.rstrip() for line in self._stream.getvalue().split("\n")).rstrip("\n") + "\n"
