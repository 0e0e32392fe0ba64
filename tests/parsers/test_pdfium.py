from __future__ import annotations

import pytest

from gapcheck.errors import CorruptFile, EncryptedFile, NoTextFound
from gapcheck.parsers import pdf, pdfium
from gapcheck.settings import Limits, Settings
from tests.parsers import pdf_files
from tests.parsers.pdf_files import lines, pages, text
from tests.parsers.test_layout import LEFT, RIGHT
from tests.parsers.test_pdf import HIDDEN, VISIBLE, filled

pytest.importorskip("pypdfium2", reason="the optional engine is not installed")

MINER = Settings()
PAGES = {
    "one column": pages([lines(72, 80, ["Jane Doe", "Plumber", "Fitted pipes"])]),
    "two columns": pages([lines(40, 80, LEFT) + lines(220, 80, RIGHT, leading=15)]),
    "two pages": pages([text(72, 80, "one"), text(72, 80, "two")]),
    "turned": pages(["BT /F1 12 Tf 0 1 -1 0 300 100 Tm (Jane Doe) Tj ET"], page="/Rotate 90"),
    "upside down": pages([text(72, 80, "Jane Doe")], page="/Rotate 180"),
    "origin elsewhere": pages([text(1072, 80, "Jane Doe")], box="[1000 0 1612 792]"),
    "letter-spaced": pages(["BT /F1 12 Tf 4 Tc 72 700 Td (EXPERIENCE) Tj ET"]),
    "spread": pages(["BT /F1 12 Tf 72 700 Td [(Jane) -300 (Doe) 20 (s)] TJ ET"]),
    "list mark drawn": pages(["60 698 4 4 re f " + text(72, 94, "Fitted pipes")]),
    "restricted": pdf_files.encrypted(may_copy=False),
    "bullets of free codes": pages([text(72, 80, "\x7f Fitted pipes")]),
    "filled in": filled("Widget", "/FT /Tx /F 4"),
    "scan with text": pdf_files.scan(layer=text(72, 80, "Jane Doe", before="3 Tr")),
}


@pytest.mark.parametrize("data", PAGES.values(), ids=PAGES)
def test_both_engines_read_the_same(data):
    first = pdf.read(data, source="cv.pdf", settings=MINER)
    second = pdfium.read(data, source="cv.pdf", settings=MINER)
    assert second.text == first.text
    assert second.notices == first.notices
    for one, other in zip(first.lines, second.lines, strict=True):
        assert (other.page, other.bold, other.bullet) == (one.page, one.bold, one.bullet)
        assert other.indent == pytest.approx(one.indent, abs=1)
        assert other.top == pytest.approx(one.top, abs=1)
        assert other.size == pytest.approx(one.size, abs=0.2)


@pytest.mark.parametrize("content", [*HIDDEN.values(), *VISIBLE.values()], ids=[*HIDDEN, *VISIBLE])
def test_both_engines_see_the_same(content):
    tint = "<< /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [0] /N 1 >>"
    resources = (
        "/XObject << /Im 50 0 R >> /ExtGState << /GS << /ca 0 >> >>"
        " /Shading << /Sh << /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 612 792]"
        " /Extend [true true] /Function << /FunctionType 2 /Domain [0 1] /C0 [0] /C1 [0.5] /N 1 >> >> >>"
        f" /ColorSpace << /Spot [/Separation /Black /DeviceGray {tint}] >>"
    )
    data = pages([text(72, 80, "Jane Doe") + content], resources=resources, more={50: pdf_files.IMAGE})
    first = pdf.read(data, source="cv.pdf", settings=MINER)
    second = pdfium.read(data, source="cv.pdf", settings=MINER)
    assert (second.text, second.notices) == (first.text, first.notices)


def test_password():
    data = pdf_files.encrypted(user="secret")
    with pytest.raises(EncryptedFile, match="password"):
        pdfium.read(data, source="cv.pdf", settings=MINER)
    assert pdfium.read(data, source="cv.pdf", settings=Settings(password="secret")).text == "Jane Doe plumber"


def test_corrupt():
    with pytest.raises(CorruptFile):
        pdfium.read(b"%PDF-1.7 nothing", source="cv.pdf", settings=MINER)


def test_scan():
    with pytest.raises(NoTextFound, match="a scan"):
        pdfium.read(pdf_files.scan(), source="cv.pdf", settings=MINER)


def test_pages_beyond_the_limit_are_cut():
    settings = Settings(limits=Limits(max_pages=1))
    document = pdfium.read(PAGES["two pages"], source="cv.pdf", settings=settings)
    assert (document.text, [notice.code for notice in document.notices]) == ("one", ["truncated"])


@pytest.mark.parametrize("data", PAGES.values(), ids=PAGES)
def test_lines_are_placed_as_single_characters_are(data, monkeypatch):
    quick = pdfium.extract(data, source="cv.pdf", settings=MINER)
    monkeypatch.setattr(pdfium._Reader, "_line", lambda *_: None)
    assert pdfium.extract(data, source="cv.pdf", settings=MINER) == quick
