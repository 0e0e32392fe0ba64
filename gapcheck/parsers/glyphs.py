"""What a PDF engine finds on a page: characters with the boxes in which they are drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import compress, groupby
from operator import itemgetter, not_
from typing import NamedTuple

_FAR = 1e6
"""Points; no page is that large."""
UNMAPPED = "\ufffd"
"""Stands for a glyph that the file maps to no character."""
GUESSED_SPACE = "\u200a"
"""A space that the file does not hold and that an engine thinks is meant."""


class Style(NamedTuple):
    """How and on which line a glyph is drawn."""

    base: float
    """The baseline, points from the top."""
    size: float
    font: str = ""
    angle: int = 0
    """Degrees by which the text is turned; 0 is upright."""
    hidden: bool = False


class Glyph(NamedTuple):
    """One character as drawn. For turned text the coordinates are those of the page turned upright."""

    text: str
    x0: float
    x1: float
    base: float
    """What follows is its `Style`."""
    size: float
    font: str = ""
    angle: int = 0
    hidden: bool = False

    @property
    def is_placed(self) -> bool:
        """Whether it stands anywhere at all: a damaged matrix may have put it beyond all places."""
        return -_FAR < self.x0 <= self.x1 < _FAR and -_FAR < self.base < _FAR and 0 < self.size < _FAR


class Blank(NamedTuple):
    """White space as written."""

    before: int
    """Index of the glyph before which it stands."""
    x0: float
    text: str


class GlyphRun(NamedTuple):
    """Glyphs that follow each other in the file in one style; side by side, since a page has thousands of them."""

    style: Style
    texts: Sequence[str]
    starts: Sequence[float]
    ends: Sequence[float]
    blanks: Sequence[Blank] = ()
    """The white space among them, which has no ink."""

    @classmethod
    def of(cls, style: Style, texts: Sequence[str], starts: Sequence[float], ends: Sequence[float]) -> GlyphRun:
        """The run of these glyphs, white space told from the others."""
        empty = list(map(str.isspace, texts))
        if True not in empty:
            return cls(style, texts, starts, ends)
        places = enumerate(compress(range(len(texts)), empty))
        blanks = [Blank(place - number, starts[place], texts[place]) for number, place in places]
        inked = list(map(not_, empty))
        return cls(
            style, list(compress(texts, inked)), list(compress(starts, inked)), list(compress(ends, inked)), blanks
        )

    def part(self, first: int, last: int) -> GlyphRun:
        """The glyphs from index *first* up to *last*, with the white space before each."""
        blanks = [blank._replace(before=blank.before - first) for blank in self.blanks if first <= blank.before < last]
        return GlyphRun(self.style, self.texts[first:last], self.starts[first:last], self.ends[first:last], blanks)

    def and_blanks(self, blanks: Sequence[Blank]) -> GlyphRun:
        """The run with more white space at its end."""
        return self._replace(blanks=[*self.blanks, *(blank._replace(before=len(self.texts)) for blank in blanks)])

    def glyphs(self) -> Iterator[Glyph]:
        """Each glyph, white space too, in the order of the file."""
        done = 0
        for before, x0, text in (*self.blanks, Blank(len(self.texts), 0.0, "")):
            for number in range(done, before):
                yield Glyph(self.texts[number], self.starts[number], self.ends[number], *self.style)
            if text:
                yield Glyph(text, x0, x0, *self.style)
            done = before


_STYLE = itemgetter(slice(3, None))


def runs_of(glyphs: Iterable[Glyph]) -> list[GlyphRun]:
    """The glyphs in runs, each as long as it can be."""
    runs: list[GlyphRun] = []
    for style, same in groupby(glyphs, _STYLE):
        texts, starts, ends, *_ = zip(*same, strict=True)
        runs.append(GlyphRun.of(Style(*style), texts, starts, ends))
    return runs


def glyphs_of(runs: Iterable[GlyphRun]) -> list[Glyph]:
    """The glyphs of the runs one by one, for what few pages need."""
    return [glyph for run in runs for glyph in run.glyphs()]


@dataclass(slots=True)
class PageGlyphs:
    """What an engine found on one page."""

    number: int
    width: float
    height: float
    runs: list[GlyphRun] = field(default_factory=list)
    marks: list[tuple[float, float, float, float]] = field(default_factory=list)
    """Small filled shapes (x0, top, x1, bottom): list markers that are drawn, not written."""
    images: int = 0
    image_area: float = 0.0
    """Area of the largest image as a share of the page."""
