from __future__ import annotations

import pytest

from gapcheck.errors import CorruptFile, LimitExceeded, MaliciousFile, NoTextFound
from gapcheck.parsers import parse
from gapcheck.settings import Limits, Settings
from gapcheck.types import Document, Line
from tests.parsers.packages import W, docx, docx_parts, paragraph, part, run, zipped

LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
STYLES = part(
    "styles",
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>'
    '<w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="berschrift1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Name"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="LB"><w:name w:val="List Bullet"/><w:pPr>' + LIST + "</w:pPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>'
    '<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>',
)


def texts(document: Document) -> list[str]:
    return [document.text[line.start : line.end] for line in document.lines]


def read(body: str, **others: str) -> list[str]:
    return texts(parse(docx(body, **others)))


def only(body: str, **others: str) -> Line:
    (line,) = parse(docx(body, **others)).lines
    return line


def cell(*content: str) -> str:
    return f"<w:tc>{''.join(content)}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


# --- text that is easily lost ----------------------------------------------------------------------------------

TEXT_BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>"
    + paragraph("Terraform")
    + "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>"
    + paragraph("Terraform")
    + "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (paragraph("one") + paragraph("two"), ["one", "two"]),
        (f"<w:p>{run('split ')}{run('run')}{run('s')}</w:p>", ["split runs"]),
        (f"<w:sdt><w:sdtContent>{paragraph('control')}</w:sdtContent></w:sdt>", ["control"]),
        (f"<w:p><w:sdt><w:sdtPr/><w:sdtContent>{run('inline')}</w:sdtContent></w:sdt></w:p>", ["inline"]),
        (f"<w:p><w:hyperlink>{run('link')}</w:hyperlink></w:p>", ["link"]),
        (f"<w:p><w:smartTag>{run('smart')}</w:smartTag><w:fldSimple>{run(' field')}</w:fldSimple></w:p>", ["smart field"]),
        (f"<w:p>{run('kept ')}<w:ins>{run('new')}</w:ins><w:del>{run('old')}</w:del></w:p>", ["kept new"]),
        (f"<w:p><w:moveFrom>{run('from')}</w:moveFrom><w:moveTo>{run('to')}</w:moveTo></w:p>", ["to"]),
        (f"<w:p>{run('Before')}{TEXT_BOX}</w:p>" + paragraph("After"), ["Before", "Terraform", "After"]),
        ("<w:p><w:r><w:t>2019</w:t><w:tab/><w:t>Nurse</w:t></w:r></w:p>", ["2019\tNurse"]),
        ("<w:p><w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:cr/><w:t>three</w:t></w:r></w:p>", ["one", "two", "three"]),
        ("<w:p><w:r><w:t>full</w:t><w:noBreakHyphen/><w:t>time de</w:t><w:softHyphen/><w:t>sk</w:t></w:r></w:p>", ["full-time desk"]),
        ('<w:p><w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:t xml:space="preserve"> Led</w:t></w:r></w:p>', ["Led"]),
        ("<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>PAGE</w:instrText></w:r></w:p>" + paragraph("x"), ["x"]),
        ("<w:p><w:r><w:drawing><a:p><a:r><a:t>shape</a:t></a:r></a:p></w:drawing></w:r></w:p>", ["shape"]),
        (run("stray"), ["stray"]),
    ],
)  # fmt: skip
def test_everything_a_reader_sees_is_read_once(body: str, lines: list[str]) -> None:
    assert read(body) == lines


def test_a_text_box_is_told() -> None:
    notices = parse(docx(f"<w:p>{run('Before')}{TEXT_BOX}</w:p>")).notices
    assert [notice.code for notice in notices] == ["text_boxes"]


def test_tracked_changes_are_told() -> None:
    notices = parse(docx(f"<w:p>{run('kept')}<w:del>{run('old')}</w:del></w:p>")).notices
    assert [notice.code for notice in notices] == ["tracked_changes"]


def test_headers_come_first_and_footers_last_each_once() -> None:
    sections = (
        '<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr></w:pPr></w:p>'
        '<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:headerReference w:type="first" r:id="header2"/>'
        '<w:footerReference w:type="default" r:id="footer1"/></w:sectPr>'
    )
    lines = read(
        paragraph("Body") + sections,
        header1=part("hdr", paragraph("Every page")),
        header2=part("hdr", paragraph("First page")),
        footer1=part("ftr", paragraph("At the end")),
    )
    assert lines == ["First page", "Every page", "Body", "At the end"]


def test_footnotes_are_read_when_referred_to() -> None:
    notes = part(
        "footnotes",
        f'<w:footnote w:id="0" w:type="separator">{paragraph("line")}</w:footnote>'
        f'<w:footnote w:id="1">{paragraph("A note")}</w:footnote><w:footnote w:id="2">{paragraph("Orphan")}</w:footnote>',
    )
    body = f'<w:p>{run("Text")}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
    assert read(body, footnotes=notes) == ["Text", "A note"]


# --- tables ----------------------------------------------------------------------------------------------------


def test_a_row_of_facts_is_a_line() -> None:
    rows = [cell(paragraph(a)) + cell(paragraph(b)) for a, b in (("Skill", "Level"), ("SQL", "good"))]
    assert read(table(*rows)) == ["Skill | Level", "SQL | good"]


def test_a_layout_table_is_read_cell_after_cell() -> None:
    body = table(
        cell(paragraph("2019 - 2022")) + cell(paragraph("Nurse"), paragraph("Ran the night shift")),
        cell(paragraph("Skills")) + cell(paragraph("SQL")),
    )
    assert read(body) == ["2019 - 2022", "Nurse", "Ran the night shift", "Skills", "SQL"]


def test_nested_tables_are_read_in_place() -> None:
    inner = table(cell(paragraph("inner")))
    assert read(table(cell(paragraph("a"), inner, paragraph("b")))) == ["a", "inner", "b"]


def test_a_huge_span_takes_no_time() -> None:
    wide = '<w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>'
    assert read(table(cell(wide, paragraph("x")))) == ["x"]


# --- looks -----------------------------------------------------------------------------------------------------


def test_list_items_are_bullets_with_depth() -> None:
    deep = LIST.replace('ilvl w:val="0"', 'ilvl w:val="1"')
    first, second, plain = parse(docx(paragraph("a", LIST) + paragraph("b", deep) + paragraph("c"))).lines
    assert (first.bullet, second.bullet, plain.bullet) == (True, True, False)
    assert second.indent > first.indent


@pytest.mark.parametrize(
    ("style", "heading", "bullet"),
    [
        ("berschrift1", 1, False),
        ("Mine", 1, False),
        ("Name", 1, False),
        ("LB", 0, True),
        ("Loop", 0, False),
        ("?", 0, False),
    ],
)
def test_styles_say_heading_and_list(style: str, heading: int, bullet: bool) -> None:
    line = only(paragraph("x", f'<w:pStyle w:val="{style}"/>'), styles=STYLES)
    assert (line.heading, line.bullet) == (heading, bullet)


def test_an_outline_level_is_a_heading() -> None:
    assert only(paragraph("x", '<w:outlineLvl w:val="2"/>')).heading == 3


def test_bold_and_size_come_from_style_and_run() -> None:
    styled = only(paragraph("x", '<w:pStyle w:val="Mine"/>'), styles=STYLES)
    assert (styled.bold, styled.size) == (True, 16.0)
    own = only(paragraph("x", '<w:pStyle w:val="Mine"/>', '<w:b w:val="0"/><w:sz w:val="20"/>'), styles=STYLES)
    assert (own.bold, own.size) == (False, 10.0)
    assert only(paragraph("x"), styles=STYLES).size == 11.0


def test_a_line_is_bold_when_all_of_it_is() -> None:
    assert not only(f"<w:p>{run('Skills', '<w:b/>')}{run(': SQL')}</w:p>").bold
    assert only(f"<w:p>{run('Skills', '<w:b/>')}{run(' ')}</w:p>").bold


# --- hidden text -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "look",
    [
        "<w:vanish/>",
        '<w:color w:val="FFFFFF"/>',
        '<w:color w:val="ffffff" w:themeColor="background1"/>',
        '<w:sz w:val="2"/>',
        '<w:rStyle w:val="Secret"/>',
    ],
)
def test_hidden_text_is_left_out_and_told(look: str) -> None:
    document = parse(docx(paragraph("Nurse") + paragraph("Kubernetes Docker", "", look), styles=STYLES))
    assert texts(document) == ["Nurse"]
    (notice,) = document.notices
    assert (notice.code, notice.words) == ("hidden_text", ("Kubernetes", "Docker"))


SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="1F3864"/>'
WHITE = '<w:color w:val="FFFFFF"/>'


@pytest.mark.parametrize(
    "body",
    [
        paragraph("seen", SHADE, WHITE),
        paragraph("seen", "", WHITE + SHADE),
        paragraph("seen", "", WHITE + '<w:highlight w:val="black"/>'),
        table(cell(f"<w:tcPr>{SHADE}</w:tcPr>", paragraph("seen", "", WHITE))),
        '<w:p><w:r><w:pict><v:rect fillcolor="#376d8b"/></w:pict></w:r></w:p>' + paragraph("seen", "", WHITE),
        paragraph("seen", "", '<w:vanish w:val="0"/>'),
        paragraph("seen", "", '<w:sz w:val="8"/>'),
    ],
)
def test_white_on_a_dark_ground_is_seen(body: str) -> None:
    assert read(body) == ["seen"]


# --- packages ----------------------------------------------------------------------------------------------------


def test_strict_files_are_read() -> None:
    parts = docx_parts(paragraph("Strict"))
    parts["word/document.xml"] = str(parts["word/document.xml"]).replace(
        W, "http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    assert texts(parse(zipped(parts))) == ["Strict"]


@pytest.mark.parametrize("missing", ["[Content_Types].xml", "_rels/.rels", "word/document.xml"])
def test_a_missing_part_is_named(missing: str) -> None:
    parts = docx_parts(paragraph("x"))
    del parts[missing]
    with pytest.raises(CorruptFile) as caught:
        parse(zipped(parts), name="cv.docx")
    assert missing in str(caught.value)


def test_xml_cut_short_is_corrupt() -> None:
    parts = docx_parts(paragraph("x"))
    parts["word/document.xml"] = str(parts["word/document.xml"])[:-30]
    with pytest.raises(CorruptFile, match=r"word/document\.xml"):
        parse(zipped(parts))


def test_a_picture_of_a_resume_has_no_text() -> None:
    with pytest.raises(NoTextFound):
        parse(docx("<w:p><w:r><w:drawing/></w:r></w:p>"))


DOCTYPES = [
    '<!DOCTYPE x [<!ENTITY a "b">]>',
    '<!DOCTYPE x SYSTEM "file:///etc/passwd">',
    '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
]


@pytest.mark.parametrize("name", ["word/document.xml", "[Content_Types].xml", "_rels/.rels"])
@pytest.mark.parametrize("doctype", DOCTYPES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_doctype_is_refused_in_every_part(name: str, doctype: str, encoding: str) -> None:
    parts = docx_parts(paragraph("x"))
    xml = str(parts[name]).replace('<?xml version="1.0" encoding="UTF-8"?>', "")
    parts[name] = (doctype + xml).encode(encoding)
    with pytest.raises(MaliciousFile, match="DOCTYPE"):
        parse(zipped(parts), name="cv.docx")


@pytest.mark.parametrize(
    ("data", "limit"),
    [
        (docx(" " * 30_000_000 + paragraph("x")), "max_ratio"),
        (docx(paragraph("x"), **{f"media{i}": "" for i in range(2_100)}), "max_zip_entries"),
        (docx("<w:sdt>" * 230 + paragraph("x") + "</w:sdt>" * 230), "max_xml_depth"),
        (docx("<w:sdt>" * 9_000 + paragraph("x") + "</w:sdt>" * 9_000), "max_xml_depth"),
        (docx("".join(f"<w:p w:rsidR='{7919 * i % 0xFFFFFF:X}'/>" for i in range(310_000))), "max_tags"),
    ],
    ids=["ratio", "entries", "depth", "deeper", "tags"],
)
def test_what_costs_too_much_is_refused(data: bytes, limit: str) -> None:
    with pytest.raises(LimitExceeded) as caught:
        parse(data)
    assert caught.value.limit == limit


@pytest.mark.parametrize("name", ["max_part_bytes", "max_total_bytes"])
def test_inflated_bytes_are_counted(name: str) -> None:
    settings = Settings(limits=Limits(**{name: 500}))
    with pytest.raises(LimitExceeded) as caught:
        parse(docx(paragraph("x" * 1_000)), settings=settings)
    assert caught.value.limit == name


def test_a_directory_that_lies_about_a_size_is_not_believed() -> None:
    data = docx(paragraph("word " * 50_000))
    at = data.rindex(b"word/document.xml") - 46
    lying = data[: at + 24] + (50).to_bytes(4, "little") + data[at + 28 :]
    with pytest.raises((CorruptFile, LimitExceeded)):
        parse(lying, name="cv.docx")


def test_nested_tables_eighty_deep_are_read() -> None:
    body = "<w:tbl><w:tr><w:tc>" * 80 + paragraph("deep") + "</w:tc></w:tr></w:tbl>" * 80
    assert read(body) == ["deep"]


def test_errors_never_quote_the_text() -> None:
    parts = docx_parts(paragraph("Jane Canary"))
    parts["word/document.xml"] = str(parts["word/document.xml"])[:-10]
    with pytest.raises(CorruptFile) as caught:
        parse(zipped(parts), name="cv.docx")
    assert "Canary" not in str(caught.value)


@pytest.mark.parametrize(
    ("header", "codes"), [("Ann Lee, ann@example.org", ["margin_text"]), ("Page 2 of 3", []), ("- 2 -", [])]
)
def test_text_in_a_page_header_is_told(header: str, codes: list[str]) -> None:
    data = docx(
        paragraph("Nurse") + '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>',
        header1=part("hdr", paragraph(header)),
    )
    assert [notice.code for notice in parse(data).notices] == codes
