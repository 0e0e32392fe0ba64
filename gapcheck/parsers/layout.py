"""Glyphs on a page -> lines of text in reading order. Both PDF engines hand over the same `Glyph` boxes.

The steps: glyphs that follow each other on one baseline form a `Piece`; pieces are put into columns and rows
(`columns.py`); each row becomes one line, its words told apart by the gaps between glyphs.
Coordinates are points from the top left corner of the page.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import sub
from typing import NamedTuple

from gapcheck.parsers.columns import LIST_MARKS, Piece, blocks
from gapcheck.parsers.glyphs import GUESSED_SPACE, UNMAPPED, Blank, Glyph, GlyphRun, PageGlyphs, glyphs_of, runs_of
from gapcheck.parsers.overprint import may_overprint, without_overprint
from gapcheck.types import RawLine

BULLET = "•"

# Symbol fonts put their bullets on letters: Wingdings "l" is a disc, "§" a square, "Ø" an arrow head.
_SYMBOL_FONT = re.compile(r"wingding|webding|dingbat|symbol", re.I)
_PICTURE_FONT = re.compile(r"wingding|webding|dingbat", re.I)
_ICON_FONT = re.compile(
    r"awesome|icomoon|ionicon|material-?(?:icon|symbol)|academicon|glyphicon|fontello|marvosym", re.I
)
_SAYS_MORE = re.compile(r"[a-z]|\d{4}")  # the address or number that a file gives in place of an icon
_BOLD_FONT = re.compile(r"bold|black|heavy|demi|[-,]bd\b|^(?:[A-Z]{6}\+)?(?:cm|sf|lm|ec)\w*bx", re.I)


class PlacedLine(NamedTuple):
    """A line and where it stands, for dropping what is repeated on every page."""

    line: RawLine
    place: float
    """Share of the page height from the top, 0-1; -1 for turned text."""


@lru_cache(maxsize=256)
def is_bold(font: str) -> bool:
    """Whether the name of a font says that it is bold.

    >>> is_bold("ABCDEF+Calibri-Bold"), is_bold("CMBX10"), is_bold("Arial")
    (True, True, False)
    """
    return bool(_BOLD_FONT.search(font))


def page_lines(page: PageGlyphs) -> list[PlacedLine]:
    """The visible lines of a page in reading order; turned text comes after the upright text."""
    shown = [run for run in page.runs if not run.style.hidden]
    placed: list[PlacedLine] = []
    for angle in sorted({run.style.angle for run in shown}, key=lambda turn: (turn != 0, turn)):
        pieces = _inked_once([run for run in shown if run.style.angle == angle])
        for block in blocks(pieces):
            for row in block:
                line = _line(row, page, angle)
                if line is not None:
                    place = line.top / page.height if line.top is not None and page.height else -1.0
                    placed.append(PlacedLine(line, place))
    return placed


def hidden_words(page: PageGlyphs) -> tuple[str, ...]:
    """The words of the page that a reader cannot see, in the order of the file."""
    words: list[str] = []
    for piece in make_pieces([run for run in page.runs if run.style.hidden]):
        words += piece_text(piece).split()
    return tuple(words)


def _inked_once(runs: Sequence[GlyphRun]) -> list[Piece]:
    """The pieces of the runs without glyphs drawn twice at one place."""
    if all(map(_ACCENTS.keys().isdisjoint, (run.texts for run in runs))):  # an accent becomes one glyph with its letter
        pieces = make_pieces(runs)
        if not may_overprint(pieces):
            return pieces
    return make_pieces(runs_of(_accented(without_overprint(glyphs_of(runs)))))


def make_pieces(runs: Iterable[GlyphRun]) -> list[Piece]:
    """What follows each other in the file and on the page."""
    pieces: list[Piece] = []
    open_: list[GlyphRun] = []  # the piece that may go on
    blanks: list[Blank] = []  # white space alone after it
    ended = level = large = 0.0  # where its last glyph ends, that one's baseline and size
    for run in runs:
        for part in _cut_at_leaps(run):
            base, size, *_ = part.style
            if not part.texts:
                blanks += part.blanks
                continue
            larger = large if large > size else size
            leap = not -0.3 * larger <= part.starts[0] - ended <= 0.9 * larger
            if open_ and (leap or abs(base - level) > 0.1 * larger):
                pieces.append(_piece(open_, len(pieces)))
                open_ = []
            elif open_ and blanks:
                open_[-1] = open_[-1].and_blanks(blanks)
            blanks.clear()
            open_.append(part)
            ended, level, large = part.ends[-1], base, size
    return [*pieces, _piece(open_, len(pieces))] if open_ else pieces


def _cut_at_leaps(run: GlyphRun) -> list[GlyphRun]:
    """The run in parts, where its glyphs do not follow each other."""
    gaps = list(map(sub, run.starts[1:], run.ends))
    back, on = -0.3 * run.style.size, 0.9 * run.style.size
    if not gaps or (back <= min(gaps) and max(gaps) <= on):
        return [run]
    cuts = [number for number, gap in enumerate(gaps, 1) if not back <= gap <= on]
    return [run.part(first, last) for first, last in pairwise((0, *cuts, len(run.texts) + 1))]


# TeX without modern fonts draws "é" as an accent and, over it, a letter.
_ACCENTS = dict(
    zip("`´ˆ˜¨˚ˇ˘¯˙˝¸", "\u0300\u0301\u0302\u0303\u0308\u030a\u030c\u0306\u0304\u0307\u030b\u0327", strict=True)
)


def _accented(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """The glyphs, an accent and the letter under it as one."""
    found: list[Glyph] = []
    for glyph in glyphs:
        if found and (composed := _composed(found[-1], glyph)):
            found[-1] = composed
        else:
            found.append(glyph)
    return found


def _composed(before: Glyph, after: Glyph) -> Glyph | None:
    """The letter that two glyphs over each other make, or None."""
    accent, letter = (before, after) if before.text in _ACCENTS else (after, before)
    mark = _ACCENTS.get(accent.text)
    if mark is None or not letter.text.isalpha():
        return None
    apart = abs((accent.x0 + accent.x1) - (letter.x0 + letter.x1)) / 2
    if apart > 0.25 * letter.size or abs(accent.base - letter.base) > 0.4 * letter.size:
        return None
    composed = unicodedata.normalize("NFC", ("i" if letter.text == "ı" else letter.text) + mark)
    return letter._replace(text=composed) if len(composed) == 1 else None


def _piece(runs: list[GlyphRun], order: int) -> Piece:
    x0, x1 = min(min(run.starts) for run in runs), max(max(run.ends) for run in runs)
    letters = sum(len(run.texts) for run in runs)
    return Piece(x0, x1, runs[0].style.base, _usual_size(runs), order, letters, runs)


def _usual_size(runs: Sequence[GlyphRun]) -> float:
    """The most frequent size to a tenth of a point; the first of several."""
    counts: Counter[float] = Counter()
    for run in runs:
        counts[round(run.style.size, 1)] += len(run.texts)
    return max(counts.items(), key=lambda entry: entry[1])[0]


# --- words ---------------------------------------------------------------------------------------------------


def piece_text(piece: Piece) -> str:
    """The text of a piece with a space where words part, letter-spacing undone."""
    said = [text for run in piece.runs for text in _said(run)]
    if len(said) < 2:
        return "".join(said)
    gaps = list(map(sub, piece.starts[1:], piece.ends))
    spaces, written = _spaces(piece.runs, len(said))
    limit, believe_spaces = _word_gap(piece.texts, gaps, spaces, piece.size, written=written)
    words = {number for number, gap in enumerate(gaps, 1) if gap > limit}
    if believe_spaces:
        words |= spaces
    return " ".join("".join(said[first:last]) for first, last in pairwise((0, *sorted(words), len(said))))


def _spaces(runs: Sequence[GlyphRun], letters: int) -> tuple[set[int], bool]:
    """Indexes of the glyphs before which white space stands; and whether any of it is the file's own."""
    found: set[int] = set()
    written, done = False, 0
    for run in runs:
        for before, _, text in run.blanks:
            if 0 < done + before < letters:
                found.add(done + before)
                written = written or text != GUESSED_SPACE
        done += len(run.texts)
    return found, written


def _word_gap(
    texts: Sequence[str], gaps: list[float], spaces: set[int], size: float, *, written: bool
) -> tuple[float, bool]:
    """Gap in points above which a new word begins, and whether the file's own spaces part words."""
    order = sorted(gaps)
    usual = (order[(len(order) - 1) // 2] + order[len(order) // 2]) / 2  # the median
    # "E X P E R I E N C E": nearly every letter stands alone, at an even distance
    if usual > 0.1 * size and len(texts) >= 4 and sum(map(str.isalpha, texts)) >= 0.7 * len(texts):
        wide = spaces.union(number for number, gap in enumerate(gaps, 1) if gap > 0.12 * size)
        if len(wide) >= 0.75 * len(gaps):
            return usual * 1.5 + 0.1 * size, False
    tracking = max(0.0, usual)
    if written:
        return tracking + 0.2 * size, True  # the file writes its spaces; only a hole is one more
    doubtful = any(tracking + 0.05 * size < gap <= tracking + 0.11 * size for gap in gaps)
    # tightly justified lines have word gaps of 0.14: told from kerning when nothing lies between
    return tracking + (0.15 if doubtful else 0.11) * size, True


_SPECIAL = re.compile("[\xad\ue000-\uf8ff]")


def _said(run: GlyphRun) -> Sequence[str]:
    """What each glyph says; in fonts of letters that is what the file says, but for a few characters."""
    if _SPECIAL.search("".join(run.texts)) or True in _draws(run.style.font):
        return [_glyph_text(text, run.style.font) for text in run.texts]
    return run.texts


def _glyph_text(text: str, font: str) -> str:
    if text == "\xad":
        return "-"  # a soft hyphen that is drawn is a hyphen
    icons, symbols = _draws(font)
    if icons and not (len(text) > 3 and _SAYS_MORE.search(text)):
        return " "  # a telephone or an envelope; some fonts name them "HOUSE-CHIMNEY"
    if len(text) == 1 and (symbols or 0xE000 <= ord(text) <= 0xF8FF):
        return _symbol(text, font)
    return text


@lru_cache(maxsize=256)
def _draws(font: str) -> tuple[bool, bool]:
    """Whether the font draws icons, and whether it draws symbols: asked for every glyph."""
    return bool(_ICON_FONT.search(font)), bool(_SYMBOL_FONT.search(font))


def _symbol(text: str, font: str) -> str:
    """What a glyph of a symbol font says: a bullet at most."""
    private = 0xE000 <= ord(text) <= 0xF8FF
    if private and not 0xF020 <= ord(text) <= 0xF0FF:
        return " "
    if private:
        text = chr(ord(text) - 0xF000)  # symbol fonts of Word shift their codes by F000
    if text in "¨§·Øàè¡¢£¤ü∙•●▪■" or (text.isascii() and _PICTURE_FONT.search(font)):
        return BULLET
    if private and text.isalpha():
        return BULLET if text in "lnqtuvwxyz" else " "
    return text


# --- lines ---------------------------------------------------------------------------------------------------


def _line(row: list[Piece], page: PageGlyphs, angle: int) -> RawLine | None:
    row = _interleaved(sorted(row, key=lambda piece: piece.x0))
    parts: list[str] = []
    before: Piece | None = None
    for piece in row:
        text = piece_text(piece)
        if before is not None:
            parts.append(_joint(before, piece))
        parts.append(text)
        before = piece if before is None or piece.x1 > before.x1 else before
    text = "".join(parts).strip()
    if not text:
        return None
    text = _leading_bullet(text, row[0])
    if any(unicodedata.bidirectional(char) in ("R", "AL") for char in _MAYBE_TURNED.findall(text)):
        text = _logical(text)
    main = max(row, key=lambda piece: piece.letters * (1 + piece.size / 100))
    runs = [run for piece in row for run in piece.runs]
    letters = sum(len(run.texts) for run in runs)
    bold = sum(len(run.texts) for run in runs if is_bold(run.style.font)) > 0.6 * letters
    if angle:
        return RawLine(text, page.number, size=main.size, bold=bold)
    top = main.base - 0.8 * main.size
    marked = _has_mark(page, row[0], main)
    return RawLine(
        text, page.number, indent=round(row[0].x0, 1), top=round(top, 1), size=main.size, bold=bold, bullet=marked
    )


def _interleaved(row: list[Piece]) -> list[Piece]:
    """The row with small pieces put among the glyphs over which they stand, as the raised A of LaTeX."""
    merged: list[Piece] = []
    for piece in row:
        if merged and piece.x1 < merged[-1].x1 and piece.letters <= 3:
            host = merged[-1]
            host.runs = runs_of(sorted([*_trimmed(host), *_trimmed(piece)], key=lambda glyph: glyph.x0))
        else:
            merged.append(piece)
    return merged


def _trimmed(piece: Piece) -> list[Glyph]:
    """The glyphs of a piece without white space before and behind."""
    glyphs = glyphs_of(piece.runs)
    drawn = [number for number, glyph in enumerate(glyphs) if not glyph.text.isspace()]
    return glyphs[drawn[0] : drawn[-1] + 1]


def _joint(before: Piece, after: Piece) -> str:
    size = max(before.size, after.size)
    gap = after.x0 - before.x1
    if gap > 1.5 * size:
        return "\t"
    return " " if gap > 0.15 * min(before.size, after.size) else ""


def _leading_bullet(text: str, first: Piece) -> str:
    """A lone glyph without a character at the start of a line is a list marker."""
    if text[0] == UNMAPPED and len(text) > 2 and text[1] in " \t":
        return BULLET + text[1:]
    if first.letters == 1 and text[0] in LIST_MARKS and len(text) > 1 and text[1] == "\t":
        return f"{text[0]} {text[2:]}"
    return text


def _has_mark(page: PageGlyphs, first: Piece, main: Piece) -> bool:
    """Whether a drawn disc or square stands just left of the line."""
    middle = main.base - 0.3 * main.size
    return any(
        x1 <= first.x0 + 1 and first.x0 - x0 < 3 * main.size and top - 1 < middle < bottom + 1
        for x0, top, x1, bottom in page.marks
    )


_MAYBE_TURNED = re.compile("[^\0-\u058f]")
"""Characters among which those are that are read from right to left."""
_LEFT_TO_RIGHT = re.compile(r"[^\s\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]+(?:[ \t]+[^\s\u0590-\u08ff\ufb1d-\ufefc]+)*")


def _logical(text: str) -> str:
    """A line drawn from right to left in the order in which it is read; names and numbers in it stay as they are."""
    turned = text[::-1]
    return _LEFT_TO_RIGHT.sub(lambda match: match[0][::-1], turned)
