"""What machines stumble over in a resume file, found from its notices, its layout and its words."""

from __future__ import annotations

from pathlib import Path

import pytest

import gapcheck.parsers
from gapcheck.filehealth import NOTICES, check
from gapcheck.types import Document, Page, RawLine
from tests.factories import make_notice
from tests.reading import analyzer, resume_of

FILLER = "\n".join(f"- Served guests and kept the counter clean on shift number {n}" for n in range(15))
HEALTHY = f"""Jo Poe
jo.poe@example.org | (401) 555-0143

EXPERIENCE
Barista, Harbor Coffee
March 2021 - present
{FILLER}

EDUCATION
High school diploma, 2016
"""


def findings(text: str = HEALTHY, rows=(), **fields):
    fields = {"kind": "pdf", "source": "r.pdf", "pages": (Page(1, 612, 792),)} | fields
    raw = [RawLine(line) for line in text.splitlines()] + [RawLine(line, **more) for line, more in rows]
    return {finding.code: finding for finding in check(analyzer().resume(Document.build(raw, **fields)))}


def test_a_healthy_file_has_no_findings():
    assert findings() == {}


@pytest.mark.parametrize(
    ("text", "code", "severity"),
    [
        (HEALTHY.replace("jo.poe@example.org", "Providence"), "no_email", "high"),
        (HEALTHY.replace("(401) 555-0143", "Providence"), "no_telephone", "medium"),
        (HEALTHY.replace("(401) 555-0143", "2019 - 2021"), "no_telephone", "medium"),
        (HEALTHY.replace("March 2021 - present\n", ""), "dates", "high"),
        (HEALTHY.replace("EDUCATION\nHigh school diploma, 2016\n", ""), "no_education", "medium"),
        (HEALTHY.replace(FILLER, "- Served guests"), "short", "medium"),
        (HEALTHY + "- and one more word here\n" * 250, "long", "low"),
    ],
    ids=["e-mail", "telephone", "years are no telephone", "dates", "education", "short", "long"],
)
def test_what_the_words_lack(text, code, severity):
    found = findings(text)
    assert (found[code].severity, bool(found[code].fix)) == (severity, True)


@pytest.mark.parametrize("kind", ["text", "rtf", "html", "markdown", "odt", "json"])
def test_a_format_that_forms_refuse(kind):
    assert findings(kind=kind)["file_type"].severity == "low"


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_a_format_that_forms_take(kind):
    assert "file_type" not in findings(kind=kind)


def test_too_many_pages():
    pages = [Page(n, 612, 792) for n in range(1, 5)]
    rows = [("A line", {"page": n}) for n in range(1, 5)]
    assert [findings(rows=rows[:n], pages=tuple(pages[:n])).get("long") for n in (1, 2)] == [None, None]
    assert findings(rows=rows[:3], pages=tuple(pages[:3]))["long"].severity == "low"
    assert findings(rows=rows, pages=tuple(pages))["long"].severity == "medium"


def test_a_page_without_text_is_a_picture():
    found = findings(pages=(Page(1, 612, 792), Page(2, 612, 792)))["page_without_text"]
    assert (found.severity, found.page) == ("high", 2)


def column(indent: float, count: int, top: float = 100.0):
    return [
        (f"Some words of a column {n}", {"indent": indent, "top": top + 15 * n, "size": 10.0}) for n in range(count)
    ]


def test_two_flows_side_by_side_are_columns():
    assert findings(rows=column(40, 12) + column(300, 12))["columns"].page == 1


@pytest.mark.parametrize(
    "rows",
    [column(40, 40), column(40, 10) + column(300, 2), column(40, 12) + column(60, 12, 400)],
    ids=["one flow", "a date beside it", "one under the other"],
)
def test_one_flow_is_no_column(rows):
    assert "columns" not in findings(rows=rows)


def test_rows_of_a_table():
    rows = [("2019 | Nurse | Denver", {})] * 3
    assert findings(rows=rows, kind="docx")["tables"].severity == "medium"
    assert "tables" not in findings(rows=rows[:2], kind="docx")
    assert "tables" not in findings(rows=rows)


def test_small_type():
    rows = [(f"Very small words {n}", {"size": 7.5, "top": 20.0 * n}) for n in range(9)]
    assert findings(rows=rows)["small_type"].message == "Most of the text is set in 7.5 points."


@pytest.mark.parametrize("code", NOTICES)
def test_what_the_parsers_tell_becomes_a_finding(code):
    found = findings(notices=(make_notice(code, message="Something was found", page=2),))[code]
    assert (found.severity, found.fix) == NOTICES[code]
    assert (found.message, found.page) == ("Something was found.", 2)


@pytest.mark.parametrize("code", NOTICES)
def test_every_code_is_one_that_a_parser_gives(code):
    sources = Path(gapcheck.parsers.__file__).parent.glob("*.py")
    assert any(f'Notice("{code}"' in path.read_text(encoding="utf-8") for path in sources)


def test_a_few_unmapped_glyphs_are_a_small_thing():
    notice = make_notice("unmapped_glyphs", message="9 glyphs (0.8%) map to no character.")
    assert findings(notices=(notice,))["unmapped_glyphs"].severity == "low"


def test_a_notice_about_the_language_is_no_trait_of_the_file():
    assert findings(notices=(make_notice("not_english"),)) == {}


def test_the_worst_comes_first():
    text = HEALTHY.replace("jo.poe@example.org", "").replace("(401) 555-0143", "")
    ranks = [f.severity for f in check(resume_of(text))]
    assert ranks == sorted(ranks, key=["high", "medium", "low"].index)
    assert len(set(ranks)) == 3


def test_no_message_quotes_the_resume():
    text = HEALTHY.replace("(401) 555-0143", "")
    assert not any("Barista" in f"{f.message} {f.fix}" or "Poe" in f.message for f in check(resume_of(text)))
