"""Broken, fuzzed, encrypted, empty and foreign files: each gives text or one typed error, soon, and never silence."""

from __future__ import annotations

import csv
import random
import re
import time
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapcheck.cleanup import clean_lines
from gapcheck.errors import GapcheckError
from gapcheck.parsers import parse
from gapcheck.settings import Isolation, Settings
from gapcheck.types import Document
from tests.parsers.packages import SHARED, docx, odt, paragraph
from tests.trades import examples

FOLDER = SHARED / "data/hostile"
RESUMES = SHARED / "data/vacancy_resume_matching/CV"
NAMES: list[str] = []
if (FOLDER / "MANIFEST.tsv").exists():
    with (FOLDER / "MANIFEST.tsv").open(encoding="utf-8", newline="") as manifest:
        NAMES = [row["file"] for row in csv.DictReader(manifest, delimiter="\t")]
NAMES = [name for name in NAMES if not name.lower().endswith((".pdf", ".fuzz"))]
WORD = [name for name in NAMES if name.endswith((".docx", ".docm", ".dotx"))]
needs_files = pytest.mark.skipif(not NAMES, reason=f"no hostile files at {FOLDER}; set GAPCHECK_SHARED")
needs_resumes = pytest.mark.skipif(not RESUMES.exists(), reason=f"no resumes at {RESUMES}; set GAPCHECK_SHARED")


def outcome(source: Path | bytes) -> Document | GapcheckError:
    isolation: Isolation = "none" if isinstance(source, bytes) else "process"
    try:
        return parse(source, settings=Settings(isolation=isolation))
    except GapcheckError as error:
        return error


def visible_runs(path: Path) -> str:
    """All `w:t` of the body, headers, footers and notes that are not deleted and not a copy for old programs."""
    from lxml import etree

    found: list[str] = []
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if re.fullmatch(r"word/(?:document\d*|header\d*|footer\d*|footnotes|endnotes)\.xml", name):
                for text in etree.fromstring(package.read(name)).iter("{*}t"):
                    around = {str(outer.tag).rpartition("}")[2] for outer in text.iterancestors()}
                    # rt: the pronunciation written above Japanese letters, which are read themselves
                    if not around & {"del", "moveFrom", "Fallback", "rt"}:
                        found.append(text.text or "")
    return "".join(found)


def letters(text: str) -> Counter[str]:
    return Counter(letter for line in clean_lines([text]) for letter in line.text if not letter.isspace())


@needs_files
@pytest.mark.timeout(120)
@pytest.mark.parametrize("name", NAMES)
def test_every_file_gives_text_or_a_typed_error_soon(name: str) -> None:
    start = time.perf_counter()
    found = outcome(FOLDER / name)
    assert time.perf_counter() - start < 30
    if isinstance(found, GapcheckError):
        assert found.hint
        assert str(FOLDER) not in str(found)
    else:
        assert found.lines
        assert all(found.text[line.start : line.end].strip() for line in found.lines)


@needs_files
def test_word_files_lose_nothing() -> None:
    lost = total = 0
    silent: list[str] = []
    for name in WORD:
        found = outcome(FOLDER / name)
        if isinstance(found, GapcheckError) and found.code != "no_text_found":
            continue
        if isinstance(found, Document) and found.kind != "docx":
            continue
        wanted = letters(visible_runs(FOLDER / name))
        hidden = [word for notice in getattr(found, "notices", ()) for word in notice.words]
        have = letters(getattr(found, "text", "")) + letters(" ".join(hidden))
        lost += sum((wanted - have).values())
        total += sum(wanted.values())
        silent += [name] if wanted and not have else []
    assert not silent
    assert lost <= 0.001 * total


@needs_resumes
@pytest.mark.parametrize("path", sorted(RESUMES.glob("*.docx")), ids=lambda path: path.stem)
def test_real_resumes_are_read_whole_and_in_order(path: Path) -> None:
    from lxml import etree

    document = parse(path)
    assert (
        not letters(visible_runs(path))
        - letters(document.text)
        - letters(" ".join(word for notice in document.notices for word in notice.words))
    )
    text, position = re.sub(r"\W+", "", document.text), 0
    with zipfile.ZipFile(path) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    for inner in body.iter("{*}p"):
        if inner.find(".//{*}txbxContent") is None and not any(
            "Fallback" in str(up.tag) for up in inner.iterancestors()
        ):
            words = re.sub(r"\W+", "", " ".join(line.text for line in clean_lines(["".join(inner.itertext("{*}t"))])))
            at = text.find(words, position) if len(words) > 15 else position
            position = max(at, position)
            assert at >= 0 or words not in text


SEEDS = [
    docx(paragraph("Ran payroll for 17 people") + "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"),
    odt("<text:p>Ran payroll</text:p>"),
    b"{\\rtf1\\ansi {\\fonttbl{\\f0 Arial;}}\\b Ran payroll\\par {\\listtext\\'b7}x\\u8226? }",
    b"<!doctype html><main><h1>Clerk</h1><ul><li>Payroll<table><tr><td>a<td>b</table></main>",
    b'{"title": "Clerk", "description": "<p>Payroll</p>", "lists": [{"text": "x", "content": "<li>y"}]}',
    b"---\ntitle: Clerk\n---\n# Duties\n- **Payroll** [x](y)\n| a | b |\n|---|---|\n",
    "Büro – Löhne\r\n• Excel".encode("cp1252"),
    b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n<p>Clerk\n--x--",
]


@pytest.mark.timeout(1_800)
@examples(300, 20_000)
@given(st.sampled_from(SEEDS), st.integers(0, 2**32))
def test_mutated_files_give_text_or_a_typed_error(seed: bytes, number: int) -> None:
    chance = random.Random(number)
    data = bytearray(seed)
    for _ in range(chance.randint(1, 12)):
        at, kind = chance.randrange(len(data)), chance.randrange(4)
        if kind == 0:
            data[at] = chance.randrange(256)
        elif kind == 1:
            del data[at : at + chance.randint(1, 40)]
        elif kind == 2:
            data[at:at] = data[at : at + chance.randint(1, 200)]
        else:
            data[at:at] = bytes(chance.choices(b'<>{}\\"&;[]()#*|\0\xff%', k=3))
        data = data or bytearray(b"x")
    outcome(bytes(data))


@pytest.mark.timeout(1_800)
@examples(300, 20_000)
@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_a_typed_error(data: bytes) -> None:
    found = outcome(data)
    assert found.hint if isinstance(found, GapcheckError) else found.lines
