"""Rows of tables as lines: a row of facts is one line, a row that lays out the page is read cell after cell."""

from __future__ import annotations

from dataclasses import replace

from gapcheck.types import RawLine

_MAX_CELL = 60
_MAX_ROW = 160


Cell = list[RawLine]


def table_lines(rows: list[list[Cell]]) -> list[RawLine]:
    """The lines of a table: "2019 | Nurse | Denver" for each row when all rows are facts, else the cells in order.

    One long cell makes it a layout: there the short cell beside it is a heading or a date, and a line of its own.
    """
    filled = [[cell for cell in map(_filled, row) if cell] for row in rows]
    if all(map(_is_short, filled)):
        return [line for row in filled for line in _row(row)]
    return [line for row in filled for cell in row for line in cell]


def _filled(cell: Cell) -> Cell:
    return [line for line in cell if line.text.strip()]


def _is_short(row: list[Cell]) -> bool:
    if len(row) == 1:
        return True
    lines = [cell[0] for cell in row if len(cell) == 1 and not cell[0].bullet and not cell[0].heading]
    size = [len(line.text) for line in lines]
    return len(lines) == len(row) and max(size, default=0) <= _MAX_CELL and sum(size) <= _MAX_ROW


def _row(filled: list[Cell]) -> list[RawLine]:
    if len(filled) < 2:
        return [line for cell in filled for line in cell]
    text = " | ".join(cell[0].text.strip() for cell in filled)
    return [replace(filled[0][0], text=text, bold=all(cell[0].bold for cell in filled), heading=0)]
