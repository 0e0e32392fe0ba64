from __future__ import annotations

import re

import pytest

from gapcheck.parsers import pdf
from gapcheck.parsers.repair import repair
from gapcheck.settings import Settings
from tests.parsers.pdf_files import pages, text

GOOD = pages([text(72, 80, "Jane Doe")])
DAMAGED = {
    "table points elsewhere": re.sub(rb"(?m)^\d{10} 00000 n", b"0000000009 00000 n", GOOD),
    "no table": GOOD[: GOOD.index(b"xref\n")],
    "no trailer": GOOD.replace(b"trailer", b"trailxr"),
    "no end": GOOD[: GOOD.index(b"startxref")],
    "junk before": b"From: jane\n\n" * 200 + GOOD,
    "no header": GOOD[9:],
    "root is gone": re.sub(rb"/Root 1 0 R", b"/Root 9 0 R", GOOD),
    "no catalog": GOOD.replace(b"/Type /Catalog", b"/Type /Cabbage"),
    "objects on one line": GOOD.replace(b"\nendobj\n", b" endobj "),
}


@pytest.mark.parametrize("data", DAMAGED.values(), ids=DAMAGED)
def test_damaged_files_are_read_without_the_second_engine(data):
    try:
        extract = pdf._extract(data, source="cv.pdf", settings=Settings())
    except Exception:
        repaired = repair(data)
        assert repaired is not None
        extract = pdf._extract(repaired, source="cv.pdf", settings=Settings())
    assert [line.text for line in extract.lines] == ["Jane Doe"]


def test_a_repaired_good_file_reads_the_same():
    repaired = repair(GOOD)
    assert repaired is not None
    read = pdf._extract(repaired, source="cv.pdf", settings=Settings())
    assert read == pdf._extract(GOOD, source="cv.pdf", settings=Settings())


def test_without_objects_there_is_nothing_to_repair():
    assert repair(b"%PDF-1.7\nhello") is None


def test_time_is_linear_in_the_length():
    junk = b"<< /Type /Pages >> 1 0 obj " * 40_000  # a megabyte
    assert repair(junk) is not None
