"""Columns that a page lost when it became plain text: "YOUR DAY        YOU WILL NEED" over two lists side by side.

A block of lines is parted where its first line holds two headings and nearly all of its lines begin their second part in
the same column, as `pdftotext -layout` writes them. A table of labels and values, or a job with its dates, has no two
headings in its first line and stays as it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from gapcheck.sections import Side, is_known_heading, label_of

_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
_FEWEST = 3
"""Lines of the shortest block that is parted, its headings among them."""
_MOST_OUT = 0.2
"""Share of the lines that may have no second part or begin it elsewhere."""
_LONGEST_HEAD = 60


def parted(text: str) -> str:
    """*text* with columns that stand side by side one below the other; no word is lost.

    >>> parted("YOUR DAY      YOUR SKILLS\\nSell hats     Sewing\\nFit hats      French")
    'YOUR DAY\\nSell hats\\nFit hats\\n\\nYOUR SKILLS\\nSewing\\nFrench'
    """
    if "   " not in text:
        return text
    found: list[str] = []
    for block in _blocks(text.split("\n")):
        found += _columns(block) or block
    return "\n".join(found)


def _blocks(lines: Sequence[str]) -> Iterator[list[str]]:
    """Runs of lines that hold something, and runs of lines that hold nothing."""
    block: list[str] = []
    for line in lines:
        if block and bool(block[-1].strip()) != bool(line.strip()):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _columns(block: Sequence[str]) -> list[str] | None:
    if len(block) < _FEWEST:
        return None
    head = _GAP.search(block[0])
    if head is None or len(_GAP.findall(block[0])) > 1:
        return None
    if not all(_is_heading(cell) for cell in (block[0][: head.start()], block[0][head.end() :])):
        return None
    at = head.end()
    begins = Counter(_is_parted(line, at) for line in block)
    if begins[False] > _MOST_OUT * len(block):
        return None
    left, right = ([line[:at].rstrip() for line in block], [line[at:].rstrip() for line in block])
    return [*filter(None, left), "", *filter(None, right)]


def _is_parted(line: str, at: int) -> bool:
    """Whether nothing stands across the column *at*: a line of two parts, or of one only."""
    return len(line) <= at or line[max(0, at - 2) : at].strip() == ""


def _is_heading(cell: str) -> bool:
    cell = cell.strip()
    if not cell or len(cell) > _LONGEST_HEAD:
        return False
    if cell.isupper() and not any(c.isdigit() for c in cell):
        return True
    return any(_is_known(cell, side) for side in _SIDES)


_SIDES: tuple[Side, ...] = ("posting", "resume")


def _is_known(cell: str, side: Side) -> bool:
    label = label_of(cell, side)
    return label is not None and is_known_heading(cell, side, label)
