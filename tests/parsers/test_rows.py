from __future__ import annotations

import pytest

from gapcheck.parsers.rows import table_lines
from gapcheck.types import RawLine


def cells(*texts: str) -> list[list[RawLine]]:
    return [[RawLine(text) for text in cell.split("/")] for cell in texts]


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        ([cells("2019", "Nurse", "Denver")], ["2019 | Nurse | Denver"]),
        ([cells("Skill", "Level"), cells("SQL", "good")], ["Skill | Level", "SQL | good"]),
        ([cells("a", "", "b")], ["a | b"]),
        ([cells("alone")], ["alone"]),
        ([cells("2019", "Nurse/Ran triage"), cells("Skills", "SQL")], ["2019", "Nurse", "Ran triage", "Skills", "SQL"]),
        ([cells("Skills", "x" * 61)], ["Skills", "x" * 61]),
        ([[], cells("")], []),
    ],
)
def test_rows_of_facts_are_lines_and_layout_is_read_in_order(rows: list[list[list[RawLine]]], lines: list[str]) -> None:
    assert [line.text for line in table_lines(rows)] == lines


def test_bullets_stay_bullets() -> None:
    (first, second) = table_lines([[[RawLine("a", bullet=True)], [RawLine("b", bullet=True)]]])
    assert (first.bullet, second.bullet) == (True, True)
