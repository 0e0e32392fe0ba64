"""What a reader of a page cannot see: text in the colour of what lies under it, off the page, or next to nothing."""

from __future__ import annotations

import math

Color = tuple[float, float, float]
"""Red, green, blue, 0-1."""

WHITE: Color = (1.0, 1.0, 1.0)
SMALLEST = 2.0
"""Points; smaller text is not meant for readers."""
_MAX_FILLS = 2_000


class Backdrop:
    """The filled areas of a page in the order in which they are painted; y counts from the bottom."""

    def __init__(self, seen: tuple[float, float, float, float]) -> None:
        self._seen = seen
        self._fills: list[tuple[float, float, float, float, Color | None]] = []
        self._colors: set[Color] = {WHITE}
        self._alike: dict[Color, bool] = {}  # whether a colour is near to any of them

    @property
    def painted(self) -> int:
        """How many areas are painted so far."""
        return len(self._fills)

    def fill(self, x0: float, y0: float, x1: float, y1: float, color: Color | None) -> None:
        """Paint a box; None is a colour that only a renderer could tell (an image, a pattern)."""
        if len(self._fills) <= _MAX_FILLS:
            self._fills.append((x0, y0, x1, y1, color))
            if color is not None and color not in self._colors:
                self._colors.add(color)
                self._alike.clear()

    def shade(self) -> None:
        """A gradient may lie under anything that follows."""
        self.fill(-math.inf, -math.inf, math.inf, math.inf, None)

    def hides(self, x: float, y: float, color: Color | None, painted: int | None = None) -> bool:
        """Whether a glyph at *x*, *y* is off the page or has the colour of the *painted* areas under it."""
        if not self.is_on_page(x, y):
            return True
        if color is None or not self.may_hide(color):
            return False
        for x0, y0, x1, y1, under in reversed(self._fills[:painted]):
            if x0 <= x <= x1 and y0 <= y <= y1:
                return under is not None and near(color, under)
        return near(color, WHITE)

    def hides_row(self, x0: float, x1: float, y: float, color: Color | None, painted: int | None) -> bool | None:
        """What `hides` says of every place from *x0* to *x1* at *y*; None where it does not say the same of all."""
        if not (self.is_on_page(x0, y) and self.is_on_page(x1, y)):
            return None
        if color is None or not self.may_hide(color):
            return False
        for left, low, right, high, under in reversed(self._fills[:painted]):
            if low <= y <= high and left <= x1 and x0 <= right:
                whole = left <= x0 and x1 <= right
                return (under is not None and near(color, under)) if whole else None
        return near(color, WHITE)

    def is_on_page(self, x: float, y: float) -> bool:
        """Whether the place is on the part of the page that is shown."""
        left, low, right, high = self._seen
        return left <= x <= right and low <= y <= high

    def may_hide(self, color: Color | None) -> bool:
        """Whether anything painted so far, or the paper, is of nearly this colour."""
        if color is None:
            return False
        if (alike := self._alike.get(color)) is None:
            alike = self._alike[color] = any(near(color, other) for other in self._colors)
        return alike


def near(some: Color, other: Color) -> bool:
    """Whether two colours cannot be told apart."""
    return all(abs(one - two) < 0.06 for one, two in zip(some, other, strict=True))


def is_mark(x0: float, y0: float, x1: float, y1: float) -> bool:
    """Whether a filled shape has the size of a list marker."""
    width, height = x1 - x0, y1 - y0
    return 1 <= width <= 8 and 1 <= height <= 8 and 0.6 < width / height < 1.7
