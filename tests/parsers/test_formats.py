"""The same resume in every format gives the same lines: what a person saved it as must not change a report."""

from __future__ import annotations

import pytest

from gapcheck.parsers import parse
from tests.parsers.packages import docx, odt, paragraph

NAME, HEADING, JOB = "Jane Doe", "Experience", "Nurse, Mercy Hospital, 2019 - 2022"
POINTS = ["Ran triage for 40 patients – each night", "Trained new staff in R&D “Epic” work"]


def escaped(text: str) -> str:
    return text.replace("&", "&amp;")


def as_rtf() -> bytes:
    def letters(text: str) -> str:
        return "".join(letter if letter.isascii() else rf"\u{ord(letter)}?" for letter in text)

    points = "".join(rf"{{\listtext\'b7\tab}}{letters(point)}\par " for point in POINTS)
    return rf"{{\rtf1\ansi {NAME}\par\outlinelevel0 {HEADING}\par\pard {JOB}\par {points}}}".encode("ascii")


def as_docx() -> bytes:
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    points = "".join(paragraph(escaped(point), number) for point in POINTS)
    return docx(paragraph(NAME) + paragraph(HEADING, '<w:outlineLvl w:val="0"/>') + paragraph(JOB) + points)


def as_html() -> bytes:
    points = "".join(f"<li>{escaped(point)}</li>" for point in POINTS)
    return f"<html><p>{NAME}</p><h1>{HEADING}</h1><p>{JOB}</p><ul>{points}</ul></html>".encode()


def as_odt() -> bytes:
    points = "".join(f"<text:list-item><text:p>{escaped(point)}</text:p></text:list-item>" for point in POINTS)
    lines = f"<text:p>{NAME}</text:p><text:h>{HEADING}</text:h><text:p>{JOB}</text:p>"
    return odt(f"{lines}<text:list>{points}</text:list>")


PLAIN = "\n".join([NAME, HEADING, JOB, *(f"• {point}" for point in POINTS)])
FORMATS = {
    "text": PLAIN.encode(),
    "utf-16": PLAIN.encode("utf-16"),
    "cp1252": PLAIN.encode("cp1252"),
    "dashes": PLAIN.replace("•", "-").encode(),
    "wingdings": PLAIN.replace("•", "\uf0a7").encode(),
    "carriage returns": PLAIN.replace("\n", "\r\n").encode(),
    "markdown": "\n".join([NAME, "", f"# {HEADING}", JOB, *(f"* {point}" for point in POINTS)]).encode(),
    "docx": as_docx(),
    "html": as_html(),
    "rtf": as_rtf(),
    "odt": as_odt(),
}


@pytest.mark.parametrize("name", FORMATS)
def test_the_format_changes_nothing(name: str) -> None:
    document = parse(FORMATS[name])
    assert [document.text[line.start : line.end] for line in document.lines] == [NAME, HEADING, JOB, *POINTS]
    assert [line.bullet for line in document.lines] == [False, False, False, True, True]


@pytest.mark.parametrize("name", ["markdown", "docx", "html", "rtf", "odt"])
def test_a_marked_heading_is_a_heading_in_every_format(name: str) -> None:
    assert [line.heading for line in parse(FORMATS[name]).lines] == [0, 1, 0, 0, 0]
