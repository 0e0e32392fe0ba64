"""What a PDF engine finds on a page: characters with the boxes in which they are drawn."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

_FAR = 1e6
"""Points; no page is that large."""
UNMAPPED = "\ufffd"
"""Stands for a glyph that the file maps to no character."""
GUESSED_SPACE = "\u200a"
"""A space that the file does not hold and that an engine thinks is meant."""


class Glyph(NamedTuple):
    """One character as drawn. For turned text the coordinates are those of the page turned upright."""

    text: str
    x0: float
    x1: float
    base: float
    """The baseline, points from the top."""
    size: float
    font: str = ""
    angle: int = 0
    """Degrees by which the text is turned; 0 is upright."""
    hidden: bool = False


@dataclass(slots=True)
class PageGlyphs:
    """What an engine found on one page."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    marks: list[tuple[float, float, float, float]] = field(default_factory=list)
    """Small filled shapes (x0, top, x1, bottom): list markers that are drawn, not written."""
    images: int = 0
    image_area: float = 0.0
    """Area of the largest image as a share of the page."""

    def add(self, glyph: Glyph) -> None:
        """Keep *glyph*, unless a damaged matrix put it at no place at all."""
        if -_FAR < glyph.x0 <= glyph.x1 < _FAR and -_FAR < glyph.base < _FAR and 0 < glyph.size < _FAR:
            self.glyphs.append(glyph)
