"""The table of duties: readable, telling, and found by the words that ask."""

from __future__ import annotations

import pytest

from gapcheck.lexicon.compiled import tables
from gapcheck.lexicon.duties import NUMBER, duties, duties_asked, duty_rows, leading, place_of
from gapcheck.words import key, stem

ROWS = [
    (path.name, number, line.split("\t"))
    for path in tables("duties")
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    if line.strip() and not line.startswith("# ")
]


def stems(text: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in key(text))


def test_there_are_thousands_of_rows_in_several_fields() -> None:
    assert len(ROWS) > 5_000
    assert len({name for name, _, _ in ROWS}) >= 6


def test_every_row_says_what_is_asked_and_what_shows_it() -> None:
    wrong = [
        (name, n) for name, n, cells in ROWS if not 2 <= len(cells) <= 3 or not cells[0].strip() or not cells[1].strip()
    ]
    assert wrong == []


def test_no_row_shows_what_it_asks_in_the_same_words() -> None:
    same = [(name, n) for name, n, cells in ROWS if {*cells[0].split("|")} & {*cells[1].split("|")}]
    assert same == []


def test_the_compiled_table_is_the_data_files() -> None:
    rows, table = duty_rows(), duties()
    assert list(table.rows) == list(rows)
    assert dict(table.by_stem) == leading(rows)


@pytest.mark.parametrize(
    ("phrase", "line", "found"),
    [
        ("close book", "closed the books in six days", True),
        ("close book", "books that I closed", True),
        ("close book", "closed the shop early, counted stock, packed and priced the old books", False),
        ("# direct report", "six direct reports", True),
        ("# direct report", "14 direct reports", True),
        ("# direct report", "direct reports", False),
    ],
)
def test_a_phrase_is_found_within_a_few_words(phrase: str, line: str, found: bool) -> None:
    wanted = tuple(NUMBER if part == NUMBER else stem(part) for part in phrase.split())
    kept = [s for s in stems(line) if s not in ("the", "in", "that", "i", "after", "had", "and", "all")]
    assert (place_of(wanted, kept) is not None) is found


def test_a_clause_asks_for_the_duties_that_it_names() -> None:
    found = [duty.asked[0] for duty, _ in duties_asked(stems("carry out preventive maintenance"))]
    assert stems("preventive maintenance") in found


def test_a_word_that_everybody_uses_asks_for_nothing_alone() -> None:
    assert list(duties_asked(stems("management"))) == []
