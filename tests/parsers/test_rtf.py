from __future__ import annotations

import contextlib
import time

import pytest

from gapcheck.errors import LimitExceeded
from gapcheck.parsers import parse
from gapcheck.types import Document


def read(body: str, head: str = r"\ansi\ansicpg1252") -> Document:
    return parse(rf"{{\rtf1{head} {body}}}".encode("latin-1"), name="cv.rtf")


def texts(body: str, head: str = r"\ansi\ansicpg1252") -> list[str]:
    document = read(body, head)
    return [document.text[line.start : line.end] for line in document.lines]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (r"one\par two\line three", ["one", "two", "three"]),
        (r"a\tab b", ["a\tb"]),
        (r"caf\'e9 \u8211? x \emdash y\~z", ["café – x —y z"]),
        (r"\uc0\u8220 quoted\u8221 ", ["“quoted”"]),
        (r"\u-10179?\u-8704? face", ["😀 face"]),
        (r"brace \{ and \} and \\ slash", ["brace { and } and \\ slash"]),
        (r"{\fonttbl{\f0 Arial;}}{\colortbl;\red0;}{\info{\author Jane}}{\*\generator Word}seen", ["seen"]),
        (r"{\pict\pngblip 89504e47}seen", ["seen"]),
        (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt link}} text", ["link text"]),
        (
            r"\trowd\intbl Skill\cell Level\cell\row\intbl SQL\cell good\cell\row\pard end",
            ["Skill | Level", "SQL | good", "end"],
        ),
        (r"{\header Jane Doe}body", ["Jane Doe", "body"]),
        ("one\nword", ["oneword"]),
    ],
)
def test_the_text_is_read(body: str, lines: list[str]) -> None:
    assert texts(body) == lines


def test_fonts_have_their_own_letters() -> None:
    fonts = r"{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial Cyr;}{\f2\fcharset2 Symbol;}}"
    assert texts(fonts + r"\f1\'d0\'e0\'e1\'ee\'f2\'e0\f0  x") == ["Работа x"]
    assert read(fonts + r"\f2\'b7\f0  Led").lines[0].bullet


def test_lists_bold_and_size_are_layout() -> None:
    body = r"\b\fs28 Skills\b0\fs22\par {\listtext\pard\'B7\tab}\pard SQL\par {\pntext\'B7}Excel\par plain"
    skills, sql, excel, plain = read(body).lines
    assert (skills.bold, skills.size, skills.bullet) == (True, 14.0, False)
    assert (sql.bullet, excel.bullet, plain.bullet, plain.bold) == (True, True, False, False)


def test_hidden_text_is_left_out_and_told() -> None:
    document = read(r"Nurse {\v Docker SQL}in Denver")
    assert document.text == "Nurse in Denver"
    assert document.notices[0].words == ("Docker", "SQL")


@pytest.mark.parametrize(
    "junk", ["{", "}", "{}", "\\", "\\'", "\\'4", "\\u", "\\b", "\\bin9", "\\par", "{\\*", "\\u8226?"]
)
def test_junk_ends_soon_and_typed(junk: str) -> None:
    start = time.process_time()
    with contextlib.suppress(LimitExceeded):
        read("x " + junk * 40_000)
    assert time.process_time() - start < 5
