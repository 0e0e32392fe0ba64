from __future__ import annotations

import json
from email.message import EmailMessage

import pytest

from gapcheck.errors import LimitExceeded, NoTextFound, UnsupportedFormat
from gapcheck.parsers import parse
from gapcheck.parsers.html import markup_lines
from gapcheck.types import Document

LONG = "You will coordinate projects with outside vendors and write copy for direct mail. " * 4


def read(markup: str) -> Document:
    return parse(f"<!doctype html>{markup}".encode(), name="posting.html")


def texts(markup: str) -> list[str]:
    document = read(markup)
    return [document.text[line.start : line.end] for line in document.lines]


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<p>one</p><p>two</p>", ["one", "two"]),
        ("<p>one<br>two</p>", ["one", "two"]),
        ("<h2>Requirements</h2>Write copy", ["Requirements", "Write copy"]),
        ("<li>5 years of <b>Python</b> work", ["5 years of Python work"]),
        ("<p>R&amp;D &nbsp; team\n  lead</p>", ["R&D team lead"]),
        ("<div>a b<div>c d</div>e f</div>", ["a b", "c d", "e f"]),
        ("<p>x y<script>var a</script><style>p{}</style> z</p>", ["x y z"]),
        ("<pre>a b\nc d</pre>", ["a b", "c d"]),
        ("<select><option>Albania</select><button>Apply</button><p>Nurse</p>", ["Nurse"]),
        ("<table><tr><th>Skill<th>Level<tr><td>SQL<td>good</table>", ["Skill | Level", "SQL | good"]),
        ("<table><tr><td>a<td><p>b</p><p>c</p></table>", ["a", "b", "c"]),
        ("<table><tr><td>a<td><table><tr><td>b</table></table>", ["a | b"]),
        ("<td>loose</td>", ["loose"]),
        ("x < y and <unknown>z</unknown>", ["x < y and z"]),
    ],
)
def test_a_page_is_read_as_lines(markup: str, lines: list[str]) -> None:
    assert texts(markup) == lines


def test_list_items_are_bullets_with_depth() -> None:
    document = read("<ul><li>a b<ul><li>c d</li></ul></li><li><p>e f</p><p>g h</p></li></ul><p>i j")
    assert [line.bullet for line in document.lines] == [True, True, True, False, False]
    assert document.lines[1].indent > document.lines[0].indent


def test_headings_and_bold_are_layout() -> None:
    document = read("<h1>Marketing <i>Specialist</i></h1><p><b>Duties</b></p><p><b>Must:</b> SQL</p><h6>End</h6>")
    assert [line.heading for line in document.lines] == [1, 0, 0, 6]
    assert [line.bold for line in document.lines] == [True, True, False, True]


def test_the_title_is_kept_apart() -> None:
    document = read("<title> Nurse \n at Acme </title><p>Join us")
    assert (document.title, document.text) == ("Nurse at Acme", "Join us")


def test_menus_are_left_out_of_a_site() -> None:
    markup = f"<nav>Home Jobs</nav><main><h1>Nurse</h1><p>{LONG}</p></main><aside>Similar jobs</aside><footer>Imprint"
    assert texts(markup)[0] == "Nurse"
    assert not {"Home Jobs", "Similar jobs", "Imprint"} & set(texts(markup))


def test_a_site_without_a_main_part_loses_only_its_menus() -> None:
    markup = f"<header><nav>Home</nav></header><div><h1>Nurse</h1><p>{LONG}</p></div><footer>Imprint</footer>"
    assert [line for line in texts(markup) if len(line) < 20] == ["Nurse"]


def test_a_document_is_read_whole() -> None:
    markup = "<header><h1>Jane Doe</h1></header><aside>Skills: SQL</aside><main>Nurse</main><footer>References</footer>"
    assert texts(markup) == ["Jane Doe", "Skills: SQL", "Nurse", "References"]


@pytest.mark.parametrize(
    "hiding",
    [
        "hidden",
        'style="display: none"',
        'style="visibility:hidden"',
        'style="font-size:0"',
        'style="font-size: 1px"',
        'style="color:#fff"',
        'style="color: white; margin: 0"',
        'style="color:rgb(255, 255, 255)"',
        'style="opacity:0"',
        'style="position:absolute; left:-9999px"',
    ],
)
def test_hidden_text_is_left_out_and_told(hiding: str) -> None:
    document = read(f"<p>Nurse</p><p {hiding}>Docker <b>SQL</b></p><p>Denver</p>")
    assert document.text == "Nurse\nDenver"
    (notice,) = document.notices
    assert (notice.code, notice.words) == ("hidden_text", ("Docker", "SQL"))


@pytest.mark.parametrize(
    "style",
    [
        'style="color:#fff;background:#123"',
        'style="font-size:10px"',
        'style="opacity:0.9"',
        'style="background-color:#fff"',
        'class="banner" style="color:#fff"',
        'style="color:#ffe"',
    ],
)
def test_what_is_seen_is_read(style: str) -> None:
    assert texts(f"<p {style}>seen words</p>") == ["seen words"]


def posting(**fields: object) -> str:
    data = {"@context": "https://schema.org", "@type": "JobPosting", "title": "Nurse", **fields}
    return f'<script type="application/ld+json">{json.dumps({"@graph": [data]})}</script>'


def test_a_job_posting_stands_for_its_page() -> None:
    markup = posting(description=f"&lt;p&gt;{LONG}&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Python&lt;/li&gt;&lt;/ul&gt;")
    document = read(f"<title>Jobs | Acme</title>{markup}<body><p>Cookies!</p>")
    assert document.title == "Nurse"
    assert "Cookies" not in document.text
    assert document.lines[-1].bullet


def test_a_thin_job_posting_does_not_hide_the_page() -> None:
    document = read(posting(description="A nurse.") + f"<body><p>{LONG}</p>")
    assert document.title == "Nurse"
    assert "vendors" in document.text


def test_broken_json_ld_is_passed_over() -> None:
    assert texts('<script type="application/ld+json">{"@type": </script><p>Nurse wanted</p>') == ["Nurse wanted"]


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<p>a b</p><p>c d</p>", ["a b", "c d"]),
        ("&lt;p&gt;a b&lt;/p&gt;c d", ["a b", "c d"]),
        ("&amp;lt;p&amp;gt;R&amp;amp;amp;D&amp;lt;/p&amp;gt;", ["R&D"]),
        ("plain\nlines &amp; more", ["plain", "lines & more"]),
        ("x &lt; y", ["x < y"]),
    ],
)
def test_escaped_markup_is_unescaped_until_it_is_markup(markup: str, lines: list[str]) -> None:
    assert [line.text for line in markup_lines(markup)] == lines


def test_a_page_that_shows_its_markup_is_read_through() -> None:
    assert texts("<body>&lt;p&gt;a b&lt;/p&gt;&lt;ul&gt;&lt;li&gt;c d&lt;/li&gt;&lt;/ul&gt;") == ["a b", "c d"]


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="iso-8859-1">', "cp1252"),
        ('<meta charset="utf-8">', "utf-8"),
        ('<meta charset="windows-1251">', "cp1251"),
    ],
)
def test_the_declared_encoding_is_used(head: str, encoding: str) -> None:
    word = "Работа" if encoding == "cp1251" else "café – “x”"
    document = parse(f"<html>{head}<p>{word}".encode(encoding))
    assert (document.text, document.notices) == (word, ())


MHTML = b"""From: <Saved by Blink>
Subject: Nurse
MIME-Version: 1.0
Content-Type: multipart/related; boundary="edge"

--edge
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<html><body><h1>Nurse =E2=80=93 nights</h1><p>Join us</p></body></html>
--edge
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
--edge--
"""


def test_a_saved_page_is_read() -> None:
    document = parse(MHTML, name="job.mhtml")
    assert (document.kind, document.text) == ("html", "Nurse – nights\nJoin us")


@pytest.mark.parametrize("markup", ["<html></html>", "<html><script>x</script></html>", "<p>&nbsp;</p>"])
def test_a_page_without_words_has_no_text(markup: str) -> None:
    with pytest.raises(NoTextFound):
        parse(markup.encode())


@pytest.mark.parametrize(
    ("markup", "limit"),
    [("<div>" * 5_000 + "x", "max_xml_depth"), ("<p>x" * 350_000, "max_tags")],
    ids=["depth", "tags"],
)
def test_what_costs_too_much_is_refused(markup: str, limit: str) -> None:
    with pytest.raises(LimitExceeded) as caught:
        parse(f"<html><body>{markup}".encode())
    assert caught.value.limit == limit


def mail(body: str, attached: bytes | None) -> bytes:
    message = EmailMessage()
    message["Subject"] = "A job"
    message.set_content(body)
    if attached is not None:
        message.add_attachment(attached, maintype="application", subtype="pdf", filename="job.pdf")
    return message.as_bytes()


SAID = "We look for a clerk who keeps the books of a small bakery. " * 8


def test_an_email_whose_text_is_attached_is_refused() -> None:
    with pytest.raises(UnsupportedFormat, match="attached"):
        parse(mail("See the attached file.", b"%PDF-1.4"), name="job.eml")


def test_what_is_attached_to_a_long_email_is_told() -> None:
    document = parse(mail(SAID, b"%PDF-1.4"), name="job.eml")
    assert document.text.startswith("We look for a clerk")
    assert [notice.code for notice in document.notices] == ["attachment"]
    assert parse(mail(SAID, None), name="job.eml").notices == ()
