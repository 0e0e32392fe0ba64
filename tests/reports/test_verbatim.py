"""Every quotation in every report is a verbatim piece of the file that it quotes, whatever the two texts say."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gapcheck.errors import NoRequirementsFound
from gapcheck.reports import REPORTS, render
from gapcheck.types import Document, Report
from tests.reading import analyzer
from tests.test_properties import postings, resume_of, shown_lines

SOME = settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)


@st.composite
def reports(draw: Any) -> Report:
    letter = "Dear team,\n\n" + ". ".join(draw(shown_lines)) + ".\n"
    texts = resume_of(draw(shown_lines)), draw(postings()), letter, resume_of(draw(shown_lines))
    resume, posting, cover, longer = (Document.from_text(text, source=f"{n}.txt") for n, text in enumerate(texts))
    try:
        return analyzer().analyze(resume, posting, letter=cover, master=longer)
    except NoRequirementsFound:
        return draw(reports())


def quoted(page: str, format: str) -> Iterator[str]:
    """What a report puts between quotation marks as words of the person."""
    if format == "html":
        yield from (html.unescape(re.sub(r"<.*?>", "", found)) for found in re.findall(r"<q>(.*?)</q>", page, re.S))
        page = re.sub(r"<(style|q)>.*?</\1>|<[^>]*>", " ", page, flags=re.S)
    if format == "markdown":
        page = re.sub(r"\\(.)", r"\1", page)
    yield from re.findall(r'"([^"]*)"', html.unescape(page))


def in_one_line(text: str) -> str:
    return " ".join(text.split())


@SOME
@given(report=reports())
@pytest.mark.parametrize("format", sorted(set(REPORTS) - {"json"}))
def test_what_stands_in_quotation_marks_is_verbatim(format: str, report: Report) -> None:
    assert report.letter
    assert report.master
    documents = report.resume, report.letter.document, report.master.document
    texts = [in_one_line(document.text) for document in documents]
    page = render(report, format, **({"width": 4000, "full": True} if format == "text" else {}))
    if format == "text":  # a narrow table wraps its quotations and cannot be read back
        page += render(report, width=4000)
    for quote in quoted(page, format):
        assert any(in_one_line(quote).removesuffix("…") in text for text in texts), quote


@SOME
@given(report=reports())
def test_every_evidence_in_the_json_lies_where_it_says(report: Report) -> None:
    value = json.loads(render(report, "json"))
    assert report.letter
    assert report.master
    parts = (value.pop("letter"), report.letter.document), (value.pop("master"), report.master.document)
    found = 0
    for part, document in (*parts, (value, report.resume)):
        for one in evidence_in(part):
            assert document.text[one["start"] : one["end"]] == one["text"]
            found += 1
    assert found or not any(match.evidence for match in report.matches)


def evidence_in(value: Any) -> Iterator[dict[str, Any]]:
    """Every object of the tree that is a piece of evidence."""
    if isinstance(value, dict) and {"text", "start", "end", "method"} <= set(value):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from evidence_in(one)
