from __future__ import annotations

import itertools
import re
from itertools import pairwise
from typing import Any

import pytest

from gapcheck.parsers import pdf
from gapcheck.parsers.columns import Piece, blocks, rows
from gapcheck.parsers.glyphs import GlyphRun, Style
from gapcheck.settings import Settings
from tests.parsers.pdf_files import pages, text
from tests.parsers.resume_layouts import Layout, draw

ORDERS: tuple[Any, ...] = ("side first", "main first", "by rows", "any")
LAYOUTS = [
    Layout(side=side, order=order, one_grid=grid, header=header, gutter=gutter, side_width=width)
    for (side, order, grid), (header, gutter, width) in zip(
        itertools.product(("left", "right"), ORDERS, (True, False)),
        itertools.cycle(
            [("centered", 18, 150), ("left", 10, 120), ("none", 30, 230), ("split", 14, 180), ("none", 10, 130)]
        ),
        strict=False,
    )
]


def words(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text))


def piece(x: float, base: float, width: float = 60, *, order: int = 0, letters: int = 12, size: float = 10) -> Piece:
    return Piece(x, x + width, base, size, order, letters, [GlyphRun(Style(base, size), ["x"], [x], [x + width])])


@pytest.mark.parametrize("layout", LAYOUTS, ids=str)
def test_every_line_of_a_layout_is_whole_and_columns_stay_together(layout):
    data, main, side = draw(layout)
    document = pdf.read(data, source="cv.pdf", settings=Settings())
    text = f" {words(document.text)} "
    assert [line for line in main + side if f" {words(line)} " not in text] == []
    found = [words(document.text[line.start : line.end]) for line in document.lines]
    columns = ["side" if line in set(map(words, side)) else "main" for line in found]
    changes = sum(1 for before, after in pairwise(columns) if before != after)
    assert changes <= 2  # header, side, main


def test_nothing_gives_no_blocks():
    assert blocks([]) == []


def test_rows_come_from_top_to_bottom():
    low, high = piece(50, 200), piece(50, 100)
    assert rows([low, high]) == [[high], [low]]


def test_what_stands_on_one_baseline_is_one_row():
    assert len(rows([piece(50, 100), piece(300, 101)])) == 1


def test_what_stands_over_each_other_is_two_rows():
    assert len(rows([piece(50, 100), piece(55, 101)])) == 2


def test_bullet_of_another_size_joins_its_line():
    mark = piece(40, 98, 5, letters=1, size=14)
    assert len(rows([piece(50, 100), mark, piece(50, 114)])) == 2


def test_a_heading_beside_the_name_of_a_side_column_begins_its_own_column():
    side = [
        (64, "Jane Doe", 18),
        (84, "jane@example.org", 10),
        (112, "Interests", 14),
        (132, "Kites", 10),
        (150, "Chess", 10),
    ]
    main = [(60, "Experience", 14), *((80 + 18 * row, f"Ran payroll for shop {row}", 10) for row in range(5))]
    content = "".join(
        text(x, top, words, size) for x, column in ((46, side), (216, main)) for top, words, size in column
    )
    document = pdf.read(pages([content]), source="cv.pdf", settings=Settings())
    read = [document.text[line.start : line.end] for line in document.lines]
    assert read == [words for _, words, _ in (*side, *main)]
