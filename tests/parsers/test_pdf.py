from __future__ import annotations

import logging
import random
import time

import pytest

from gapcheck.errors import CorruptFile, EncryptedFile, GapcheckError, NoTextFound
from gapcheck.parsers import pdf
from gapcheck.settings import Limits, Settings
from gapcheck.types import Document
from tests.parsers import pdf_files
from tests.parsers.pdf_files import lines, pages, text


def read(data: bytes, **settings: object) -> Document:
    return pdf.read(data, source="cv.pdf", settings=Settings(**settings))  # type: ignore[arg-type]


def texts(data: bytes) -> list[str]:
    document = read(data)
    return [document.text[line.start : line.end] for line in document.lines]


def codes(document: Document) -> list[str]:
    return [notice.code for notice in document.notices]


def test_a_page_becomes_lines_with_their_layout():
    document = read(pages([text(72, 80, "Jane Doe", 18, font="F2") + text(72, 110, "Plumber")]))
    first, second = document.lines
    assert document.text == "Jane Doe\nPlumber"
    assert (document.kind, document.source) == ("pdf", "cv.pdf")
    assert (first.page, first.indent, first.size, first.bold) == (1, 72, 18, True)
    assert (second.bold, second.size) == (False, 10)
    assert 90 < (second.top or 0) < 110


def test_pages_keep_their_sizes():
    document = read(pages([text(72, 80, "one"), text(72, 80, "two")], box="[0 0 595 842]"))
    assert [(page.number, page.width, page.height) for page in document.pages] == [(1, 595, 842), (2, 595, 842)]
    assert [line.page for line in document.lines] == [1, 2]


def test_page_turned_on_its_side_is_read_upright():
    turned = "BT /F1 12 Tf 0 1 -1 0 300 100 Tm (Jane Doe) Tj 0 -20 Td (Plumber) Tj ET"
    assert texts(pages([turned], page="/Rotate 90")) == ["Jane Doe", "Plumber"]


def test_page_whose_origin_is_elsewhere():
    document = read(pages([text(1072, 80, "Jane Doe")], box="[1000 0 1612 792]"))
    assert document.lines[0].indent == 72
    assert document.notices == ()


def test_form_takes_the_font_of_who_draws_it():
    form = pdf_files.stream("BT 72 700 Td (Jane Doe) Tj ET", "/Type /XObject /Subtype /Form /BBox [0 0 612 792]")
    assert texts(pages(["/F1 12 Tf /X Do"], resources="/XObject << /X 50 0 R >>", more={50: form})) == ["Jane Doe"]


def test_text_after_a_form_stands_where_it_should():
    form = pdf_files.stream("0 g", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Matrix [2 0 0 2 50 50]")
    content = "/X Do " + text(72, 80, "Jane Doe")
    document = read(pages([content], resources="/XObject << /X 50 0 R >>", more={50: form}))
    assert document.lines[0].indent == 72


def test_actual_text_replaces_the_parts_of_a_ligature():
    tagged = "/Span << /ActualText (ffi) >> BDC " + text(72, 80, "#") + " EMC "
    assert texts(pages([tagged + text(84, 80, "ce")]))[0].startswith("ffi")


def filled(subtype: str = "Widget", more: str = "/FT /Tx") -> bytes:
    field = f"<< /Type /Annot /Subtype /{subtype} {more} /Rect [100 600 300 620] /AP << /N 51 0 R >> >>"
    resources = "/Resources << /Font << /F1 3 0 R >> >>"
    drawn = pdf_files.stream(
        "/Tx BMC BT /F1 12 Tf 2 9 Td (Jane Doe) Tj ET EMC",
        f"/Type /XObject /Subtype /Form /BBox [0 0 200 20] {resources}",
    )
    return pages([text(72, 182, "Name")], page="/Annots [50 0 R]", more={50: field, 51: drawn})


@pytest.mark.parametrize(("subtype", "more"), [("Widget", "/FT /Tx /F 4"), ("FreeText", "/F 4")])
def test_what_was_typed_into_a_form_is_read_where_it_stands(subtype, more):
    assert texts(filled(subtype, more)) == ["Name Jane Doe"]


@pytest.mark.parametrize("more", ["/FT /Tx /F 2", "/FT /Tx /F 32", "/FT /Btn"])
def test_hidden_fields_and_buttons_are_not_read(more):
    assert texts(filled("Widget", more)) == ["Name"]


WHITE = "1 g "
HIDDEN = {
    "white on white": WHITE + text(72, 200, "Kubernetes") + "0 g ",
    "next to white": "0.98 0.98 0.98 rg " + text(72, 200, "Kubernetes") + "0 g ",
    "colour of its box": "0 0 1 rg 50 560 300 60 re f " + text(72, 200, "Kubernetes") + "0 g ",
    "one point": text(72, 200, "Kubernetes", 1),
    "scaled down": "q 0.1 0 0 0.1 0 0 cm " + text(72, 200, "Kubernetes", 10) + "Q ",
    "off the page": text(-500, 200, "Kubernetes"),
    "under the page": text(72, 900, "Kubernetes"),
    "no ink": text(72, 200, "Kubernetes", before="3 Tr") + "BT 0 Tr ET ",
    "see-through": "q /GS gs " + text(72, 200, "Kubernetes") + "Q ",
}


@pytest.mark.parametrize("hidden", HIDDEN.values(), ids=HIDDEN)
def test_hidden_text_is_left_out_and_told(hidden):
    content = hidden + text(72, 80, "Jane Doe")
    document = read(pages([content], resources="/ExtGState << /GS << /ca 0 >> >>"))
    assert document.text == "Jane Doe"
    assert [(notice.code, notice.words) for notice in document.notices] == [("hidden_text", ("Kubernetes",))]


VISIBLE = {
    "white on a dark box": "0 0 0.4 rg 50 560 300 60 re f " + WHITE + text(72, 200, "Plumber"),
    "white on an image": "q 400 0 0 400 50 400 cm /Im Do Q " + WHITE + text(72, 200, "Plumber"),
    "white on a gradient": "/Sh sh " + WHITE + text(72, 200, "Plumber"),
    "grey": "0.6 g " + text(72, 200, "Plumber"),
    "full ink of a spot colour": "/Spot cs 1 scn " + text(72, 200, "Plumber"),
    "outline": text(72, 200, "Plumber", before="1 Tr"),
}


@pytest.mark.parametrize("visible", VISIBLE.values(), ids=VISIBLE)
def test_visible_text_is_kept(visible):
    tint = "<< /FunctionType 2 /Domain [0 1] /C0 [0] /C1 [1] /N 1 >>"
    resources = (
        "/XObject << /Im 50 0 R >> /Shading << /Sh << /ShadingType 1 /ColorSpace /DeviceGray >> >>"
        f" /ColorSpace << /Spot [/Separation /Black /DeviceGray {tint}] >>"
    )
    document = read(pages([visible], resources=resources, more={50: pdf_files.IMAGE}))
    assert document.text == "Plumber"
    assert document.notices == ()


def test_password_is_asked_for():
    with pytest.raises(EncryptedFile, match="password") as caught:
        read(pdf_files.encrypted(user="secret"))
    assert "Settings(password=...)" in caught.value.hint


def test_password_opens():
    assert read(pdf_files.encrypted(user="secret"), password="secret").text == "Jane Doe plumber"


def test_wrong_password_is_no_password():
    with pytest.raises(EncryptedFile):
        read(pdf_files.encrypted(user="secret"), password="guess")


def test_owner_password_alone_is_read_with_a_notice():
    document = read(pdf_files.encrypted(may_copy=False))
    assert document.text == "Jane Doe plumber"
    assert codes(document) == ["extraction_restricted"]


def test_pages_beyond_the_limit_are_cut():
    document = read(pages([text(72, 80, f"page of {n}") for n in range(5)]), limits=Limits(max_pages=2))
    assert [line.page for line in document.lines] == [1, 2]
    assert codes(document) == ["truncated"]


def test_scan_says_that_it_is_one():
    with pytest.raises(NoTextFound, match=r"no text on 1 page, 1 image: a scan\?") as caught:
        read(pdf_files.scan())
    assert "OCR" in caught.value.hint


def test_scan_with_invisible_ocr_text_is_read():
    assert read(pdf_files.scan(layer=text(72, 80, "Jane Doe", before="3 Tr"))).text == "Jane Doe"


def test_codes_without_characters_are_no_text():
    with pytest.raises(NoTextFound, match="glyphs map to no character"):
        read(pdf_files.composite())


@pytest.mark.parametrize("code", ["\\177", "\\215", "\\225"])
def test_free_codes_of_the_windows_encoding_are_bullets(code):
    content = text(72, 80, "Ran payroll") + f"BT /F1 10 Tf 72 680 Td ({code}) Tj ET\n" + text(84, 112, "Kept the books")
    document = pdf.read(pages([content]), source="cv.pdf", settings=Settings())
    assert document.text == "Ran payroll\n• Kept the books"
    assert [line.bullet for line in document.lines] == [False, True]
    assert document.notices == ()


def test_bullets_of_reportlab_are_bullets():
    from io import BytesIO

    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import ListFlowable, ListItem, Paragraph, SimpleDocTemplate

    out, style = BytesIO(), getSampleStyleSheet()["BodyText"]
    items = [ListItem(Paragraph(words, style)) for words in ("Ran payroll", "Kept the books")]
    SimpleDocTemplate(out).build([ListFlowable(items, bulletType="bullet"), Paragraph("Trained two", style, "•")])
    document = pdf.read(out.getvalue(), source="cv.pdf", settings=Settings())
    assert [document.text[line.start : line.end] for line in document.lines if line.bullet] == [
        "Ran payroll",
        "Kept the books",
        "Trained two",
    ]
    assert document.notices == ()


def test_damaged_page_leaves_the_others():
    bad = pages([text(72, 80, "one"), text(72, 80, "two")]).replace(b"/Contents 101 0 R", b"/Contents (not) ")
    document = read(bad)
    assert "two" in document.text


def test_damaged_colour_space_leaves_the_text():
    space = "/ColorSpace << /C [/ICCBased 50 0 R] >>"
    assert texts(pages([text(72, 80, "Jane")], resources=space, more={50: pdf_files.stream("x")})) == ["Jane"]


@pytest.mark.parametrize("matrix", ["9999999999 0 0 9999999999 0 0", "1 0 0 1 99999999999999999999 0", "0 0 0 0 0 0"])
def test_absurd_matrices_put_nothing_anywhere(matrix):
    assert texts(pages([f"q {matrix} cm {text(72, 80, 'Kubernetes')} Q {text(72, 80, 'Jane')}"])) == ["Jane"]


GOOD = pages([lines(72, 80, ["Jane Doe", "Plumber", "Fitted pipes in forty houses"])])


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.7", b"%PDF-1.7\n" + b"\0" * 500, b"Jane Doe, plumber", GOOD[:300], b"PK\x03\x04zip"],
    ids=["empty", "header", "zeros", "text", "cut", "zip"],
)
def test_what_is_no_pdf_is_corrupt(data):
    with pytest.raises((CorruptFile, NoTextFound)) as caught:
        read(data)
    assert caught.value.hint


def test_no_pages_is_no_text():
    with pytest.raises(NoTextFound, match="has no pages"):
        read(pages([]))


@pytest.mark.parametrize("seed", range(60))
def test_mutated_files_give_text_or_one_of_our_errors(seed):
    rng = random.Random(seed)
    data = bytearray(GOOD)
    for _ in range(rng.randrange(1, 30)):
        at = rng.randrange(len(data))
        match rng.randrange(4):
            case 0:
                data[at] = rng.randrange(256)
            case 1:
                del data[at : at + rng.randrange(1, 40)]
            case 2:
                data[at:at] = rng.choice([b"<<", b">>", b"[", b"99999999999", b" R ", b"endobj", b"(", b"\\"])
            case _:
                data[at : at + 4] = b"%04d" % rng.randrange(10_000)
    found = outcome(bytes(data))
    assert isinstance(found, Document) or "Jane" not in str(found)


def outcome(data: bytes) -> Document | GapcheckError:
    try:
        return read(data)
    except GapcheckError as error:
        return error


def test_thousands_of_scattered_words_take_little_time():
    data = pdf_files.scattered()
    start = time.process_time()
    document = read(data)
    assert time.process_time() - start < 8
    assert len(document.text) > 15_000


def test_nothing_of_the_text_is_logged(caplog):
    with caplog.at_level(logging.DEBUG):
        read(GOOD)
    assert "Jane" not in caplog.text
    assert caplog.records == []
    assert logging.getLogger("pdfminer").level == logging.NOTSET


def test_engine_of_the_settings_is_used():
    pytest.importorskip("pypdfium2")
    assert read(GOOD, pdf_engine="pdfium").text == read(GOOD).text
