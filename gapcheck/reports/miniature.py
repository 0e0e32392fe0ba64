"""Page one as a drawing: each line a stroke, dark where the first look reads it, underlined where it proves something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from gapcheck.types import Glance, Line, Report

Look = Literal["rest", "read", "seen", "late"]
_ORDER: tuple[Look, ...] = ("rest", "read", "seen", "late")
_MARGIN = 110
"""Width beside the page for the ids of requirements."""
_CHARACTER = 0.46
"""Width of an ordinary character, in font sizes."""
_LETTER = (612.0, 792.0)
_ROW = 13.0
_LABEL = 17
"""Height of an id."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """All runs of one look and one thickness."""

    look: Look
    size: float
    path: str


@dataclass(frozen=True, slots=True)
class Label:
    """Ids of requirements beside the line that proves them."""

    y: int
    names: tuple[tuple[str, Look], ...]


@dataclass(frozen=True, slots=True)
class Miniature:
    """A page in points, ready to be drawn as SVG."""

    width: int
    height: int
    page_width: int
    strokes: tuple[Stroke, ...]
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of page one, as a box."""

    line: Line
    x: float
    y: float
    size: float
    width: float

    def run(self, start: int, end: int) -> tuple[int, int]:
        """Left edge and length of the characters *start* to *end* of the line."""
        length = self.line.end - self.line.start
        a, b = max(start, self.line.start), min(end, self.line.end)
        return round(self.x + self.width * (a - self.line.start) / length), round(self.width * (b - a) / length)


def miniature(report: Report) -> Miniature | None:
    """The drawing of page one, or None when the first look read nothing."""
    glance = report.glance
    if glance is None or not glance.zones:
        return None
    page = report.resume.pages[0]
    width, height = (page.width, page.height) if page.width and page.height else _LETTER
    rows = list(_rows(report, width))
    height = max(height, rows[-1].y + 40) if rows and not page.height else height
    proofs = list(_proofs(report, glance, rows))
    strokes = [
        *_text(rows, glance),
        *((look, 3.0, row.y + row.size * 0.55, row.run(*span)) for look, _, row, span in proofs),
    ]
    return Miniature(
        round(width) + _MARGIN, round(height), round(width), tuple(_joined(strokes)), tuple(_labels(proofs))
    )


def _rows(report: Report, width: float) -> Iterator[_Row]:
    """The lines that the first look could reach, where they stand; one under the other where the format does not say."""
    zones = report.glance.zones if report.glance else ()
    starts = sorted(zone.start for zone in zones)
    last, y = max(zone.end for zone in zones), 40.0
    for line in report.resume.lines:
        if line.start > last or (line.top is not None and line.page != report.resume.lines[0].page):
            break
        size = min(line.size or 10.0, 30.0)
        x = line.indent if line.top is not None else 50.0 + min(line.indent, 60.0) + 10 * line.bullet
        y = line.top + size * 0.4 if line.top is not None else y + max(_ROW, size * 1.3)
        room = max(width - x - 24, 10.0)
        if starts:
            yield _Row(line, x, y, size, min((line.end - line.start) * size * _CHARACTER, room))


_Part = tuple[Look, float, float, tuple[int, int]]
"""Look, thickness, height on the page, and left edge with length."""


def _text(rows: list[_Row], glance: Glance) -> Iterator[_Part]:
    for row in rows:
        yield "rest", _thickness(row), row.y, row.run(row.line.start, row.line.end)
        for start, end in glance.spans:
            if start < row.line.end and row.line.start < end:
                yield "read", _thickness(row), row.y, row.run(start, end)


def _thickness(row: _Row) -> float:
    return max(3.0, round(row.size * 0.45))


_Proof = tuple[Look, str, _Row, tuple[int, int]]
"""Look, id of the requirement, the line and the characters that prove it."""


def _proofs(report: Report, glance: Glance, rows: list[_Row]) -> Iterator[_Proof]:
    """For each requirement its first evidence, where it stands on page one."""
    looks: dict[str, Look] = dict.fromkeys(glance.unseen, "late")
    looks |= dict.fromkeys(glance.seen, "seen")
    for match in report.matches:
        name = match.requirement.id
        for evidence in match.evidence[:1] if name in looks else ():
            for row in rows:
                if evidence.start < row.line.end and row.line.start < evidence.end:
                    yield looks[name], name, row, (evidence.start, evidence.end)


def _labels(proofs: list[_Proof]) -> Iterator[Label]:
    """The ids beside the first line of their evidence; those of lines close together share a label."""
    first: dict[str, tuple[int, Look]] = {}
    for look, name, row, _ in proofs:
        first.setdefault(name, (round(row.y + 4), look))
    rows: list[tuple[int, list[tuple[str, Look]]]] = []
    for name, (y, look) in sorted(first.items(), key=lambda item: item[1][0]):
        if rows and y - rows[-1][0] < _LABEL:
            rows[-1][1].append((name, look))
        else:
            rows.append((y, [(name, look)]))
    return (Label(y, _fitting(names)) for y, names in rows)


def _fitting(names: list[tuple[str, Look]]) -> tuple[tuple[str, Look], ...]:
    """As many ids as the margin holds, and how many more there are."""
    shown = list(names)
    while len(shown) > 1 and len(" ".join(name for name, _ in (*shown, *_more(names, len(shown))))) > _FITS:
        shown.pop()
    return (*shown, *_more(names, len(shown)))


def _more(names: list[tuple[str, Look]], shown: int) -> tuple[tuple[str, Look], ...]:
    return ((f"+{len(names) - shown}", names[shown][1]),) if len(names) > shown else ()


_FITS = 10
"""Characters that the margin is wide."""


def _joined(parts: list[_Part]) -> Iterator[Stroke]:
    for look in _ORDER:
        for size in sorted({part[1] for part in parts if part[0] == look}):
            runs = (part for part in parts if part[0] == look and part[1] == size)
            path = "".join(f"M{x} {round(y)}h{length}" for _, _, y, (x, length) in runs if length)
            if path:
                yield Stroke(look, size, path)
