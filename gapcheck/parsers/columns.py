"""Pieces of text on a page -> rows, column by column.

A page is cut where a gutter runs between two flows of text: what stands above the columns first, then each column
as a block, then what stands below. A gutter between titles and their dates, or between labels and what they label,
is no cut: there the two sides share their rows.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise
from statistics import median

from gapcheck.parsers.glyphs import GlyphRun

LIST_MARKS = frozenset("•●▪■□◦‣⁃∙·○◆◇❖➢➤►▶✓✔✦★–—-*o§")
"""Glyphs that begin a line of a list."""
_MAX_DEPTH = 6
_MAX_EDGES = 24


@dataclass(slots=True)
class Piece:
    """Glyphs on one baseline, with the box around them."""

    x0: float
    x1: float
    base: float
    size: float
    order: int
    """Position in the file: what is written in one go usually belongs together."""
    letters: int
    runs: list[GlyphRun] = field(default_factory=list)

    @property
    def texts(self) -> Sequence[str]:
        """What each glyph says; like all that follows, without white space."""
        return self.runs[0].texts if len(self.runs) == 1 else [*chain.from_iterable(run.texts for run in self.runs)]

    @property
    def starts(self) -> Sequence[float]:
        """Where each glyph begins."""
        return self.runs[0].starts if len(self.runs) == 1 else [*chain.from_iterable(run.starts for run in self.runs)]

    @property
    def ends(self) -> Sequence[float]:
        """Where each glyph ends."""
        return self.runs[0].ends if len(self.runs) == 1 else [*chain.from_iterable(run.ends for run in self.runs)]

    @property
    def first(self) -> str:
        """What the first glyph says."""
        return self.runs[0].texts[0]

    @property
    def top(self) -> float:
        """Top of the capital letters."""
        return self.base - 0.7 * self.size

    @property
    def bottom(self) -> float:
        """A little under the baseline."""
        return self.base + 0.15 * self.size


Row = list[Piece]


def blocks(pieces: Sequence[Piece], depth: int = 0) -> list[list[Row]]:
    """Blocks of rows in reading order; a block is a column or what runs across the columns."""
    if not pieces:
        return []
    cut = _best_cut(sorted(pieces, key=lambda piece: piece.base)) if depth < _MAX_DEPTH else None
    if cut is None:
        return [rows(pieces)]
    found: list[list[Row]] = []
    for part in cut:
        found += blocks(part, depth + 1)
    return found


def rows(pieces: Sequence[Piece]) -> list[Row]:
    """Pieces grouped by baseline, from top to bottom; small raised or lowered pieces join their neighbour."""
    found: list[Row] = []
    anchors: list[Piece] = []
    # the longest pieces first, so that a footnote mark never anchors a row
    for piece in sorted(pieces, key=lambda piece: (piece.letters < 3, piece.base)):
        row = _row_of(piece, found, anchors) if piece.letters < 3 else _last_row_of(piece, found, anchors)
        if row is None:
            found.append([piece])
            anchors.append(piece)
        else:
            row.append(piece)
    order = sorted(range(len(found)), key=lambda index: (anchors[index].top, anchors[index].x0))
    return _side_notes([found[index] for index in order])


def _side_notes(found: list[Row]) -> list[Row]:
    """Place and dates stacked beside a title and its first bullets: lines of their own, under the title.

    Otherwise "June 2023" would stand in the middle of the bullet that begins on its row.
    """
    placed: list[Row] = []
    found = [part for row in found for part in _list_cells(row)]
    note: Piece | None = None  # the last piece of the stack that we are in
    under = 0  # where the next detached piece goes
    detached = False
    for row in found:
        last = max(row, key=lambda piece: piece.x0)
        rest = [piece for piece in row if piece is not last]
        aside = bool(rest) and last.x0 - max(piece.x1 for piece in rest) > 0.5 * last.size
        below = note is not None and 0 < last.base - note.base < 1.8 * note.size and _aligned(last, note)
        if aside and below and (detached or _is_list_line(rest)):
            placed.insert(under, [last])
            placed.append(rest)
            under += 1
            note, detached = last, True
            continue
        placed.append(row)
        note, under, detached = (last if aside else None), len(placed), False
    return placed


def _list_cells(row: Row) -> list[Row]:
    """A row of a list that runs in two columns, cut before each list mark."""
    if len(row) < 2 or not _is_list_line(row):
        return [row]
    parts: list[Row] = []
    for piece in sorted(row, key=lambda piece: piece.x0):
        if not parts or (piece.first in "•●▪■◦‣○◆➢►✓" and piece.letters > 2):
            parts.append([])
        parts[-1].append(piece)
    return parts


def _aligned(some: Piece, other: Piece) -> bool:
    return min(abs(some.x1 - other.x1), abs(some.x0 - other.x0)) < 2


def _is_list_line(row: Row) -> bool:
    first = min(row, key=lambda piece: piece.x0).first
    return first in LIST_MARKS


def _last_row_of(piece: Piece, found: list[Row], anchors: list[Piece]) -> Row | None:
    for index in range(len(found) - 1, max(-1, len(found) - 5), -1):
        if _same_row(anchors[index], piece, found[index]):
            return found[index]
    return None


def _row_of(piece: Piece, found: list[Row], anchors: list[Piece]) -> Row | None:
    """The row of a very short piece, which may be one of any number of rows: anchors are sorted by baseline."""
    start = bisect_left(anchors, piece.base - 2 * piece.size - 12, key=lambda anchor: anchor.base)
    best: Row | None = None
    best_distance = 1e9
    for index in range(start, min(start + 40, len(found))):
        anchor = anchors[index]
        if anchor.base > piece.base + 2 * piece.size + 12:
            break
        distance = abs(anchor.base - piece.base)
        if distance < best_distance and _same_row(anchor, piece, found[index]):
            best, best_distance = found[index], distance
    return best


def _same_row(anchor: Piece, piece: Piece, row: Row) -> bool:
    if any(min(piece.x1, member.x1) - max(piece.x0, member.x0) > 1.2 * piece.size for member in row):
        return False  # one over the other
    if abs(anchor.base - piece.base) <= 0.3 * min(anchor.size, piece.size):
        return True
    overlap = min(anchor.bottom, piece.bottom) - max(anchor.top, piece.top)
    if overlap < 0.4 * min(anchor.bottom - anchor.top, piece.bottom - piece.top):
        return False
    if piece.letters <= 2 and piece.x1 <= min(member.x0 for member in row) + 1:
        return piece.x1 > min(member.x0 for member in row) - 4 * anchor.size  # a bullet of another font
    if piece.size > 0.85 * anchor.size and piece.letters > 6:
        return False
    reach = 0.35 * max(anchor.size, piece.size)  # raised or lowered: it must touch
    return any(piece.x0 - member.x1 <= reach and member.x0 - piece.x1 <= reach for member in row)


# --- gutters -------------------------------------------------------------------------------------------------


def _best_cut(pieces: list[Piece]) -> list[list[Piece]] | None:
    """The best cut of *pieces* (sorted by baseline): above, left, right, below; None when they are one flow."""
    if len(pieces) < 6:
        return None
    best: tuple[float, int, int, float] | None = None
    for x in _edges(pieces):
        for start, end in _bands(pieces, x):
            score = _column_score(pieces[start:end], x)
            if score > 0 and (best is None or score > best[0]):
                best = (score, start, end, x)
    if best is None:
        return None
    _, start, end, x = best
    above, band, below = pieces[:start], pieces[start:end], pieces[end:]
    head, band = _head(band, x, first=not above)
    left = [piece for piece in band if piece.x1 <= x + 1]
    right = [piece for piece in band if piece.x1 > x + 1]
    return [above + head, left, right, below]


def _edges(pieces: list[Piece]) -> list[float]:
    """Left edges at which several pieces begin: where a column may start."""
    width = max(piece.x1 for piece in pieces) - (left := min(piece.x0 for piece in pieces))
    counts = Counter(round(piece.x0 / 2) for piece in pieces if left + 0.08 * width < piece.x0)
    merged = {edge: count + counts.get(edge + 1, 0) for edge, count in counts.items()}
    common = sorted((edge for edge in merged if merged[edge] >= 3), key=lambda edge: (-merged[edge], edge))
    return [edge * 2 - 1.5 for edge in common[:_MAX_EDGES]]


def _bands(pieces: list[Piece], x: float) -> list[tuple[int, int]]:
    """Runs of pieces (as index ranges) between those that cross *x*."""
    bands: list[tuple[int, int]] = []
    start = 0
    for index, piece in enumerate(pieces):
        if piece.x0 < x - 1 and piece.x1 > x + 1:
            if index - start >= 6:
                bands.append((start, index))
            start = index + 1
    if len(pieces) - start >= 6:
        bands.append((start, len(pieces)))
    return bands


def _column_score(band: list[Piece], x: float) -> float:
    """How much speaks for two columns left and right of *x*; 0 for none."""
    left = [piece for piece in band if piece.x1 <= x + 1]
    right = [piece for piece in band if piece.x1 > x + 1]
    if len(left) < 3 or len(right) < 3:
        return 0.0
    size = median(piece.size for piece in band)
    gutter = min(piece.x0 for piece in right) - max(piece.x1 for piece in left)
    if gutter < max(4.0, 0.5 * size):
        return 0.0
    # what stands above or below the other side says nothing about columns
    top, bottom = max(left[0].base, right[0].base) - size, min(left[-1].base, right[-1].base) + size
    left, right = ([piece for piece in side if top < piece.base < bottom] for side in (left, right))
    left_rows, right_rows = _baselines(left), _baselines(right)
    fewer = min(len(left_rows), len(right_rows))
    if fewer < 3 or _rows_shared(left, right, left_rows, right_rows):
        return 0.0
    if fewer < 6 and bottom - top < 0.5 * (band[-1].base - band[0].base):
        return 0.0  # cells of a small table, over text that happens to end before the gutter
    return fewer + 0.1 * (len(left_rows) + len(right_rows)) + min(gutter, 30) / 30


def _rows_shared(left: list[Piece], right: list[Piece], left_rows: list[float], right_rows: list[float]) -> bool:
    """Whether the two sides are one flow: titles with dates, labels with values, the cells of a table."""
    matched_right = _matched(right_rows, left_rows)
    if matched_right >= 0.9 and _flush_right(right):
        return True  # dates and places at the right margin, in whatever order they are written
    fewer = min(len(left_rows), len(right_rows))
    if _turns(left, right) <= max(2, 0.2 * fewer):
        return False  # the file writes one side, then the other
    if _full(left) and _full(right) and fewer >= 5:
        return False  # prose on both sides
    return matched_right >= 0.8 or _matched(left_rows, right_rows) >= 0.8


def _flush_right(side: list[Piece]) -> bool:
    """Whether the pieces end at one edge and begin at different ones."""
    edge = max(piece.x1 for piece in side)
    flush = sum(1 for piece in side if edge - piece.x1 < 2)
    starts = (
        sum(1 for piece in side if piece.x0 - min(other.x0 for other in side) < 2) if len(side) < 200 else len(side)
    )
    return flush >= 0.9 * len(side) and starts < 0.7 * len(side)


def _turns(left: list[Piece], right: list[Piece]) -> int:
    sides = sorted([(piece.order, 0) for piece in left] + [(piece.order, 1) for piece in right])
    return sum(1 for before, after in pairwise(sides) if before[1] != after[1])


def _full(side: list[Piece]) -> bool:
    """Whether most lines of a side reach its right edge, as wrapped prose does."""
    x0, x1 = min(piece.x0 for piece in side), max(piece.x1 for piece in side)
    return sum(1 for piece in side if piece.x1 - piece.x0 > 0.75 * (x1 - x0)) > 0.5 * len(side)


def _matched(some: list[float], others: list[float]) -> float:
    """Share of the baselines *some* that are also baselines of *others* (both sorted)."""
    hits = 0
    for base in some:
        index = bisect_left(others, base - 1.5)
        hits += index < len(others) and others[index] <= base + 1.5
    return hits / len(some)


def _baselines(side: list[Piece]) -> list[float]:
    found: list[float] = []
    for piece in side:  # sorted by baseline
        if not found or piece.base - found[-1] > 0.3 * piece.size:
            found.append(piece.base)
    return found


def _head(band: list[Piece], x: float, *, first: bool) -> tuple[list[Piece], list[Piece]]:
    """What stands above the columns without crossing their gutter, and the rest.

    That is a name beside the address at the top of the page, or up to three rows over a column that begins lower.
    """
    spacing = _baselines(band)
    steps = [after - before for before, after in pairwise(spacing)]
    usual = median(steps) if steps else 0.0
    for index, step in enumerate(steps[:6] if first else ()):
        above, rest = _split(band, spacing[index] + 0.5 * step)
        clear = above and rest and min(piece.top for piece in rest) > max(piece.bottom for piece in above)
        # the name is larger than all that follows; a column may begin with a heading as large as the next one
        larger = clear and max(map(_size, above)) > 1.02 * max(map(_size, rest))
        if larger and step > 1.5 * usual and _stands_apart(above, rest, x):
            return above, rest
    left = [piece for piece in band if piece.x1 <= x + 1]
    over, rest = _split(band, left[0].base - left[0].size)
    return (over, rest) if over and len(_baselines(over)) <= 3 else ([], band)


def _stands_apart(above: list[Piece], rest: list[Piece], x: float) -> bool:
    """Whether *above* is further over the rest than lines are apart, on each side of *x*.

    A heading beside the name of a side column is the beginning of its own column.
    """
    for left in (True, False):
        over = _baselines([piece for piece in above if (piece.x1 <= x + 1) is left])
        under = _baselines([piece for piece in rest if (piece.x1 <= x + 1) is left])
        steps = [below - base for base, below in pairwise(under)]
        if over and steps and under[0] - over[-1] <= 1.5 * median(steps):
            return False
    return True


def _split(band: list[Piece], base: float) -> tuple[list[Piece], list[Piece]]:
    """The pieces (sorted by baseline) above *base* and the others."""
    count = bisect_left(band, base, key=lambda piece: piece.base)
    return band[:count], band[count:]


def _size(piece: Piece) -> float:
    return piece.size
