from __future__ import annotations

import pytest

from gapcheck.errors import CorruptFile, EncryptedFile, LimitExceeded, MaliciousFile
from gapcheck.parsers import parse
from gapcheck.types import Document
from tests.parsers.packages import odt, zipped

STYLES = (
    '<style:style style:name="B"><style:text-properties fo:font-weight="bold" fo:font-size="14pt"/></style:style>'
    '<style:style style:name="C" style:parent-style-name="B"/>'
    '<style:style style:name="V"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="W"><style:text-properties fo:color="#ffffff"/></style:style>'
    '<style:style style:name="L" style:parent-style-name="L"/>'
)


def texts(document: Document) -> list[str]:
    return [document.text[line.start : line.end] for line in document.lines]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<text:p>one</text:p><text:p>t<text:span>w</text:span>o</text:p>", ["one", "two"]),
        ('<text:p>a<text:tab/>b<text:s text:c="2"/>c<text:line-break/>d</text:p>', ["a\tb c", "d"]),
        ("<text:section><text:p>in</text:p></text:section>", ["in"]),
        ("<text:p>x<draw:frame><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame></text:p>", ["x", "box"]),
        ("<text:p>x<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>note</text:p></text:note-body></text:note></text:p>", ["x", "note"]),
        ("<text:tracked-changes><text:p>old</text:p></text:tracked-changes><text:p>new</text:p>", ["new"]),
        ("<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>", ["a | b"]),
        ("<text:p>a<text:a>link</text:a></text:p>", ["alink"]),
    ],
)  # fmt: skip
def test_the_text_is_read_in_order(body: str, lines: list[str]) -> None:
    assert texts(parse(odt(body))) == lines


def test_headings_and_lists_are_layout() -> None:
    item = "<text:list-item><text:p>{}</text:p>{}</text:list-item>"
    nested = f"<text:list>{item.format('c', '')}</text:list>"
    body = f'<text:h text:outline-level="2">Skills</text:h><text:list>{item.format("b", nested)}</text:list>'
    heading, first, second = parse(odt(body)).lines
    assert (heading.heading, first.bullet, second.bullet) == (2, True, True)
    assert second.indent > first.indent


@pytest.mark.parametrize("name", ["B", "C"])
def test_bold_and_size_come_from_the_style(name: str) -> None:
    (line,) = parse(odt(f'<text:p text:style-name="{name}">x</text:p>', STYLES)).lines
    assert (line.bold, line.size) == (True, 14.0)


@pytest.mark.parametrize("name", ["V", "W"])
def test_hidden_text_is_left_out_and_told(name: str) -> None:
    document = parse(odt(f'<text:p>Nurse<text:span text:style-name="{name}"> Docker</text:span></text:p>', STYLES))
    assert (document.text, document.notices[0].words) == ("Nurse", ("Docker",))


def test_a_style_that_inherits_from_itself_ends() -> None:
    assert texts(parse(odt('<text:p text:style-name="L">x</text:p>', STYLES))) == ["x"]


def test_a_password_is_told() -> None:
    with pytest.raises(EncryptedFile):
        parse(odt("x", **{"META-INF/manifest.xml": "<manifest><encryption-data/></manifest>"}))


def test_a_missing_content_is_named() -> None:
    with pytest.raises(CorruptFile, match=r"content\.xml"):
        parse(zipped({"mimetype": "application/vnd.oasis.opendocument.text"}))


def test_a_doctype_is_refused() -> None:
    with pytest.raises(MaliciousFile):
        parse(zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<!DOCTYPE x><x/>"}))


def test_depth_is_bounded() -> None:
    with pytest.raises(LimitExceeded) as caught:
        parse(odt("<text:section>" * 230 + "<text:p>x</text:p>" + "</text:section>" * 230))
    assert caught.value.limit == "max_xml_depth"
