from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapcheck.errors import ConfigError
from gapcheck.reports import REPORTS, render
from tests.factories import (
    make_evidence,
    make_finding,
    make_keyword,
    make_letter,
    make_master,
    make_match,
    make_posting_document,
    make_report,
    make_requirement,
    make_resume_document,
)

GOLDEN = Path(__file__).parents[1] / "golden"
CASES = {
    "report-80.txt": ("text", {"width": 80}),
    "report-100.txt": ("text", {"width": 100}),
    "report-60.txt": ("text", {"width": 60}),
    "report-ascii.txt": ("text", {"width": 80, "ascii": True}),
    "report-full.txt": ("text", {"width": 80, "full": True}),
    "report-full-60.txt": ("text", {"width": 60, "full": True}),
    "report-unquoted.txt": ("text", {"width": 80, "evidence": False}),
    "report-why.txt": ("text", {"why": "r5"}),
    "report.json": ("json", {}),
    "report.md": ("markdown", {}),
    "report.html": ("html", {}),
    "report-github.txt": ("github", {}),
}
BESIDE = {"report-beside.txt": "text", "report-beside.md": "markdown"}


@pytest.mark.parametrize("name", CASES)
def test_reports_look_as_agreed(name):
    """The diff of a golden file is the review; GAPCHECK_UPDATE_GOLDEN=1 writes the files anew."""
    format, options = CASES[name]
    text = render(make_report(), format, **options)
    if os.environ.get("GAPCHECK_UPDATE_GOLDEN"):
        (GOLDEN / name).write_text(text, encoding="utf-8", newline="\n")
    assert text == (GOLDEN / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", BESIDE)
def test_letter_and_longer_resume_look_as_agreed(name):
    text = render(make_report(letter=make_letter(), master=make_master()), BESIDE[name])
    if os.environ.get("GAPCHECK_UPDATE_GOLDEN"):
        (GOLDEN / name).write_text(text, encoding="utf-8", newline="\n")
    assert text == (GOLDEN / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("format", REPORTS)
def test_without_evidence_no_report_quotes_resume_letter_or_longer_resume(format):
    report = make_report(letter=make_letter(), master=make_master())
    text = render(report, format, evidence=False)
    if format == "text":
        text += render(report, full=True, evidence=False)
    quotes = ("SharePoint", "Ran booths at 6", "Planned photo shoots", "two outside vendors", "Hosted 3")
    assert [quote for quote in quotes if quote in text] == []
    assert [quote for quote in quotes if quote in render(report, "markdown")] == list(quotes)


@pytest.mark.parametrize("format", ["text", "markdown", "html"])
def test_what_makes_the_score_doubtful_stands_before_the_counts(format):
    report = make_report(file_health=(make_finding("truncated", severity="high", message="Only 2 pages were read."),))
    page = render(report, format)
    assert page.index("Resume: Only 2 pages were read.") < page.index("7 met, 2 partly")


@pytest.mark.parametrize("format", REPORTS)
def test_every_report_ends_with_one_newline(format):
    text = render(make_report(), format)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


@pytest.mark.parametrize("format", REPORTS)
def test_every_report_names_itself(format):
    content = render(make_report(), format).encode()
    assert b"gapcheck report" in content[:1500] + content[-300:]


def test_an_unknown_format_names_the_known_ones():
    with pytest.raises(ConfigError, match="text, json, markdown, html, github"):
        render(make_report(), "yaml")


def test_an_unknown_option_names_the_known_ones():
    with pytest.raises(ConfigError, match=r"no option 'widht'\. It knows: redact, width, color"):
        render(make_report(), "text", widht=80)


@settings(max_examples=60, deadline=None)
@given(text=st.text(min_size=1, max_size=80), format=st.sampled_from(sorted(REPORTS)), redact=st.booleans())
def test_any_text_can_be_reported_and_none_acts_on_the_terminal(text, format, redact):
    posting, resume = make_posting_document(text), make_resume_document(text)
    req = make_requirement(text, posting, section=text, keywords=(make_keyword(text, posting),))
    match = make_match("partial", req, evidence=(make_evidence(text, resume, section=text, note=text),), note=text)
    report = make_report(title=text, posting=posting, resume=resume, matches=(match,))
    page = render(report, format, redact=redact, **({"full": redact} if format == "text" else {}))
    assert not {unicodedata.category(char) for char in page if char != "\n"} & {"Cc", "Cs", "Zl", "Zp"}
    assert not {char for char in page if "\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069"}
