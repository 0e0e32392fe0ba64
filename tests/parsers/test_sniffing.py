from __future__ import annotations

import io
import zipfile

import pytest

from gapcheck.errors import CorruptFile, EncryptedFile, InputError, NoTextFound, UnsupportedFormat
from gapcheck.parsers import parse
from gapcheck.parsers.sniffing import sniff
from tests.parsers import pdf_files
from tests.parsers.packages import docx, odt, paragraph, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500


PDF = pdf_files.pages([pdf_files.lines(72, 80, ["Jane Doe", "Ran payroll"])])


def stream(name: str) -> bytes:
    return OLE + name.encode("utf-16-le") + b"\0" * 500


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (b"mail header\n\0%PDF-1.4\n", "pdf"),
        (docx(paragraph("x")), "docx"),
        (odt("x"), "odt"),
        (b"{\\rtf1 x}", "rtf"),
        (b"<!DOCTYPE html><p>x", "html"),
        (b"\xef\xbb\xbf  <html lang='en'>", "html"),
        (b"<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x'><html>", "html"),
        (b"<!-- saved from url --><div>x</div>", "html"),
        (b'{"title": "x"}', "json"),
        (b"{curly} braces", "text"),
        (b"# Jane\n\n## Skills\n- SQL", "markdown"),
        (b"---\ntitle: Nurse\n---\nx", "markdown"),
        (b"Skills: C#, F#\n# 1 seller", "text"),
        (b"** BONUS ** NEW TRUCKS ** HOME DAILY **", "text"),
        (b"A guide to the %PDF-1.4 header", "text"),
        (b"x < y > z", "text"),
        ("Müller".encode("utf-16"), "text"),
        (b"MIME-Version: 1.0\nContent-Type: text/html\n\n<p>x", "mhtml"),
        (b"From: me\nTo: you\n\nhello", "text"),
    ],
)
def test_the_kind_is_told_from_the_bytes(data: bytes, kind: str) -> None:
    assert sniff(data, "file") == kind


@pytest.mark.parametrize(
    ("data", "error", "says"),
    [
        (b"\x89PNG\r\n\x1a\n", UnsupportedFormat, "picture"),
        (b"\xff\xd8\xff\xe0", UnsupportedFormat, "OCR"),
        (b"RIFF0000WEBPVP8 ", UnsupportedFormat, "picture"),
        (b"\0\0\0\x18ftypheic", UnsupportedFormat, "picture"),
        (b"\x1f\x8b\x08", UnsupportedFormat, "archive"),
        (zipped({"notes.txt": "x"}), UnsupportedFormat, "archive"),
        (zipped({"xl/workbook.xml": "x"}), UnsupportedFormat, "spreadsheet"),
        (zipped({"ppt/presentation.xml": "x"}), UnsupportedFormat, "presentation"),
        (zipped({"Index/Document.iwa": "x"}), UnsupportedFormat, "Pages"),
        (zipped({"mimetype": "application/epub+zip"}), UnsupportedFormat, "e-book"),
        (stream("WordDocument"), UnsupportedFormat, "DOCX"),
        (stream("Workbook"), UnsupportedFormat, "spreadsheet"),
        (stream("EncryptedPackage"), EncryptedFile, "password"),
        (OLE, UnsupportedFormat, "old Office"),
        (b"<?xml version='1.0'?><w:wordDocument/>", UnsupportedFormat, "XML"),
        (b"\x00\x01\x02binary\x00" * 50, UnsupportedFormat, "not text"),
        (b"PK\x03\x04 broken", CorruptFile, "damaged"),
        (b"PK\x05\x06" + b"\0" * 18, UnsupportedFormat, "archive"),
        (zipped({"cv.pdf": PDF}), UnsupportedFormat, "archive"),  # stored as it is, which older zip programs do
        (zipped({"index.xml": "x", "QuickLook/Preview.pdf": PDF}), UnsupportedFormat, "Pages"),
        (b"cv.pdf".ljust(257, b"\0") + b"ustar  \0".ljust(255, b"\0") + PDF, UnsupportedFormat, "archive"),
        (stream("__properties_version1.0") + PDF, UnsupportedFormat, "Outlook"),
        (b"% my resume\n\\documentclass{article}\n\\begin{document}Clerk", UnsupportedFormat, "LaTeX"),
    ],
)
def test_what_is_not_read_is_refused_with_advice(data: bytes, error: type[InputError], says: str) -> None:
    with pytest.raises(error) as caught:
        parse(data, name="cv")
    assert says in str(caught.value)
    assert caught.value.hint


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"Skills: Python", "cv.docx", "text"),
        (b"<p>Python", "cv.docx", "html"),
        (b"Skills: Python", "cv.pdf", "text"),
        (docx(paragraph("Python")), "cv.pdf", "docx"),
    ],
)
def test_a_wrong_extension_is_told_and_read_over(data: bytes, name: str, kind: str) -> None:
    document = parse(data, name=name)
    assert document.kind == kind
    assert [notice.code for notice in document.notices] == ["extension_mismatch"]


@pytest.mark.parametrize("name", ["cv.doc", "cv", "cv.docm", "cv.DOCX"])
def test_names_that_fit_are_no_news(name: str) -> None:
    assert parse(docx(paragraph("Python")), name=name).notices == ()


def test_a_truncated_word_file_is_corrupt() -> None:
    with pytest.raises(CorruptFile, match="damaged"):
        parse(docx(paragraph("x"))[:-80], name="cv.docx")


def test_an_encrypted_member_needs_a_password() -> None:
    data = bytearray(docx(paragraph("x")))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.namelist()
    start = 0
    while (start := data.find(b"PK\x01\x02", start)) >= 0:  # the flag of each entry in the directory
        data[start + 8] |= 1
        start += 4
    with pytest.raises(EncryptedFile):
        parse(bytes(data), name="cv.docx")


def test_damaged_json_is_no_text() -> None:
    with pytest.raises(CorruptFile, match="damaged JSON"):
        parse(b'{"title": "Clerk", "description": "Pay', name="job.json")
    assert parse(b'{"title": "Clerk", "description": "Pay', name="job.txt").kind == "text"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\xef\xbb\xbf.", "downloaded completely"),
        (b"<!doctype html><script>fill()</script><div id=root></div>", "script"),
        (docx("<w:p/>"), "OCR"),
    ],
)
def test_a_file_without_text_says_what_to_do_by_its_kind(data: bytes, says: str) -> None:
    with pytest.raises(NoTextFound) as caught:
        parse(data, name="cv")
    assert says in caught.value.hint
