"""The small markup in which the sample postings and resumes are written: one source line is one block.

# Name or job title          ### Job, Employer | dates
## Section                   - bullet          1. numbered
| cell | cell |              anything else is a line of its own
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBER = re.compile(r"(\d+)\.\s+(.+)")


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the source. `right` holds dates, the second cell of a row or the number of a list item."""

    kind: str
    """name, heading, entry, bullet, number, row or line."""
    text: str
    right: str = ""


def parse(text: str) -> list[Block]:
    """The blocks of *text*."""
    return [_block(line.strip()) for line in text.splitlines() if line.strip()]


def _block(line: str) -> Block:
    if line.startswith("# "):
        return Block("name", line[2:])
    if line.startswith("## "):
        return Block("heading", line[3:])
    if line.startswith("### "):
        left, _, right = line[4:].partition(" | ")
        return Block("entry", left, right)
    if line.startswith("- "):
        return Block("bullet", line[2:])
    if line.startswith("| "):
        left, _, right = line.strip("| ").partition(" | ")
        return Block("row", left, right)
    number = _NUMBER.fullmatch(line)
    return Block("number", number.group(2), f"{number.group(1)}.") if number else Block("line", line)


def split(blocks: list[Block], side: list[str]) -> tuple[list[Block], list[Block], list[Block]]:
    """The blocks before the first section, those of the sections named in *side*, and the rest."""
    head: list[Block] = []
    beside: list[Block] = []
    main: list[Block] = []
    where = head
    for block in blocks:
        if block.kind == "heading":
            where = beside if block.text in side else main
        where.append(block)
    return head, beside, main


def from_plain(text: str) -> str:
    """The markup of a plain-text resume: name first, headings in capitals, "Job" above "dates"."""
    lines = [line.strip() for line in text.splitlines()]
    out = [f"# {lines[0]}"]
    for line, following in zip(lines[1:], [*lines[2:], ""], strict=True):
        if line.isupper():
            out.append(f"## {line}")
        elif _DATES.fullmatch(following):
            out.append(f"### {line} | {following}")
        elif line and not _DATES.fullmatch(line):
            out.append(line)
    return "\n".join(out)


_DATES = re.compile(r"[A-Z][a-z]+ \d{4} - (?:present|[A-Z][a-z]+ \d{4})")
