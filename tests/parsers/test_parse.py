from __future__ import annotations

import io
from pathlib import Path

import pytest

from gapcheck.errors import EmptyFile, InputNotFound, LimitExceeded, NoTextFound
from gapcheck.parsers import PARSERS, parse, submit
from gapcheck.settings import Limits, Settings
from tests.parsers.packages import docx, paragraph

GERMAN = (
    "Wir suchen eine engagierte Fachkraft für die Abteilung Einkauf. Sie sind verantwortlich für die Verhandlung mit den "
    "Lieferanten und die Pflege der Stammdaten im System. Wir bieten ein gutes Gehalt sowie eine Betriebsrente und freuen "
    "uns auf die Bewerbung mit dem Lebenslauf. Bei Fragen steht die Personalabteilung gerne zur Verfügung, auch am Telefon "
    "oder per Mail. Die Stelle ist für zwei Jahre befristet und kann nicht in Teilzeit besetzt werden."
)
ENGLISH = (
    "We are looking for an engaged buyer. You are responsible for the talks with our suppliers and the care of the data in "
    "the system. We offer good pay and a pension and look forward to your application. The staff office is glad to help "
    "with questions, also by phone. The post is for two years and cannot be filled in part time. Skills: SAP, Excel."
)


def test_a_path_bytes_and_a_stream_give_the_same(tmp_path: Path) -> None:
    path = tmp_path / "cv.txt"
    path.write_text("Skills\n• Python\n", encoding="utf-8")
    document = parse(path)
    assert document == parse(str(path)) == parse(path.read_bytes(), name="cv.txt")
    with path.open("rb") as stream:
        assert parse(stream) == document
    assert (document.source, document.kind) == ("cv.txt", "text")


def test_offsets_are_into_the_text() -> None:
    document = parse(b"Skills\n  - Python\n\n- SQL\n")
    assert [document.text[line.start : line.end] for line in document.lines] == ["Skills", "Python", "SQL"]


def test_a_string_is_a_path_never_a_text() -> None:
    with pytest.raises(InputNotFound):
        parse("Skills: Python and SQL")


@pytest.mark.parametrize("data", [b"", b" \n\t ", b"\xef\xbb\xbf"])
def test_nothing_is_empty(data: bytes) -> None:
    with pytest.raises((EmptyFile, NoTextFound)):
        parse(data)


def test_only_invisible_characters_are_no_text() -> None:
    with pytest.raises(NoTextFound):
        parse("\u200b\u202e\ufeff".encode())


def test_too_many_characters_are_refused() -> None:
    settings = Settings(limits=Limits(max_posting_chars=100, max_resume_chars=100))
    with pytest.raises(LimitExceeded, match="characters"):
        parse(b"word " * 30, settings=settings)


@pytest.mark.parametrize(("text", "told"), [(GERMAN, True), (ENGLISH, False), ("Требуется инженер " * 30, True)])
def test_a_text_in_another_language_is_told(text: str, told: bool) -> None:
    assert ("not_english" in [notice.code for notice in parse(text.encode()).notices]) is told


def test_a_list_of_skills_is_english() -> None:
    assert parse(b"Python, SQL, Docker, Kubernetes, Excel, Tableau, Jira, Go, Rust\n" * 12).notices == ()


def test_submit_gives_what_parse_gives() -> None:
    data = docx(paragraph("Ran payroll"))
    assert submit(data).result() == parse(data)


def test_submit_refuses_at_once_what_is_not_there() -> None:
    with pytest.raises(InputNotFound):
        submit("nowhere.pdf")


def test_a_stream_is_read_no_further_than_the_limit() -> None:
    stream = io.BytesIO(b"x " * 1_000)
    with pytest.raises(LimitExceeded, match="max_file_bytes"):
        parse(stream, settings=Settings(limits=Limits(max_file_bytes=100)))
    assert stream.tell() == 101


def test_every_kind_has_a_parser() -> None:
    assert set(PARSERS) == {"pdf", "docx", "html", "mhtml", "json", "rtf", "odt", "markdown", "text"}
