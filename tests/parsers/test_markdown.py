from __future__ import annotations

import contextlib
import time

import pytest

from gapcheck.errors import LimitExceeded
from gapcheck.parsers import parse
from gapcheck.types import Document


def read(text: str) -> Document:
    return parse(text.encode(), name="posting.md")


def texts(text: str) -> list[str]:
    document = read(text)
    return [document.text[line.start : line.end] for line in document.lines]


@pytest.mark.parametrize(
    ("row", "plain"),
    [
        ("**Requirements:** Python", "Requirements: Python"),
        ("*must* have __SQL__ and _Go_", "must have SQL and Go"),
        ("***all of it***", "all of it"),
        ("a snake_case_name stays", "a snake_case_name stays"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("[our site](https://example.com/a_(b)) tells", "our site tells"),
        ("[guide][1] tells", "guide tells"),
        ("![logo](logo.png) Acme", "logo Acme"),
        ("mail <mailto:a@example.com>", "mail mailto:a@example.com"),
        ("run `make test`", "run make test"),
        ("R&amp;D<br>team &nbsp;lead", "R&D team lead"),
        ("<b>bold</b> work", "bold work"),
        (r"5\* hotel, C\# code", "5* hotel, C# code"),
        ("> quoted words", "quoted words"),
        ("{% include x %}visible", "visible"),
    ],
)
def test_marks_never_reach_a_reader(row: str, plain: str) -> None:
    assert texts(row) == [plain]


def test_headings_have_a_level() -> None:
    document = read("# Nurse\n\nIntro\n=====\n\nDuties\n------\n### Shifts ###\n")
    found = [(document.text[line.start : line.end], line.heading) for line in document.lines]
    assert found == [("Nurse", 1), ("Intro", 1), ("Duties", 2), ("Shifts", 3)]
    assert read("# C# and F#\n").text.strip() == "C# and F#"


def test_lists_are_bullets_with_depth() -> None:
    document = read("# Skills\n- Python\n  * pandas\n- [x] SQL\n1. First\n")
    lines = document.lines[1:]
    assert [document.text[line.start : line.end] for line in lines] == ["Python", "pandas", "SQL", "First"]
    assert all(line.bullet for line in lines)
    assert lines[1].indent > lines[0].indent


def test_tables_are_rows() -> None:
    assert texts("| Skill | Level |\n|---|:--:|\n| **SQL** | good |\n") == ["Skill | Level", "SQL | good"]


def test_front_matter_gives_the_title() -> None:
    document = read('---\ntitle: "Staff Nurse"\nopens: 2024-01-01\n---\nWe look for a nurse.\n')
    assert (document.title, document.text.split("\n")) == ("Staff Nurse", ["Staff Nurse", "", "We look for a nurse."])


def test_front_matter_alone_is_read() -> None:
    assert texts("---\n# comment\ntitle: Fellow\nduties: lead\n---\n") == ["Fellow", "Duties: lead"]


def test_comments_and_rules_are_left_out() -> None:
    assert texts("a b\n<!-- hidden\nwords -->\n---\n\n***\nc d\n\n[1]: https://example.com\n") == ["a b", "c d"]


def test_code_keeps_its_text() -> None:
    assert texts("# x\n```python\nimport *\n```\n") == ["x", "import *"]


def test_a_bold_line_is_bold() -> None:
    document = read("**What you bring**\n\nSome **bold** words\n")
    assert [line.bold for line in document.lines] == [True, False]


@pytest.mark.parametrize(
    "junk",
    [
        "[",
        "[a](",
        "**",
        "*a",
        "_a",
        "`",
        "<!--",
        "{%",
        "{% comment",
        "<a ",
        "|",
        "#",
        "> ",
        "~~",
        "\\",
        "![",
        "__a",
        "<br",
        " ",
        "- ",
        "-",
        "* ",
        "|-",
        " |",
    ],
)
@pytest.mark.parametrize("around", ["{}", "# {}x", "a{}x"])
def test_junk_takes_no_time(junk: str, around: str) -> None:
    start = time.process_time()
    with contextlib.suppress(LimitExceeded):
        read("# T\n\n" + around.format(junk * (200_000 // len(junk))))
    assert time.process_time() - start < 3
