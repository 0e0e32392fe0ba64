from __future__ import annotations

from pathlib import Path

import pytest

from gapcheck.parsers import parse
from gapcheck.reports import REPORTS, render
from gapcheck.reports.unquoted import without_strange_headings
from tests.factories import make_evidence, make_match, make_report, make_suggestion
from tests.reading import analyzer

PAIRS = Path(__file__).resolve().parents[2] / "data" / "pairs"
PLACES = [
    ("Ann Lee, page 2", "page 2"),
    ("Ann Lee, in the job where you did it", "in the job where you did it"),
    ("Ann Lee", ""),
    ("page 1", "page 1"),
    ("Work history, page 1", "Work history, page 1"),
    ("EXPERIENCE, in the job where you did it", "EXPERIENCE, in the job where you did it"),
    ("a section Languages", "a section Languages"),
    ("the first bullets of your newest job", "the first bullets of your newest job"),
]


@pytest.mark.parametrize(("place", "shown"), PLACES)
def test_places_keep_only_ordinary_headings(place, shown):
    report = make_report(suggestions=(make_suggestion(place=place),))
    assert without_strange_headings(report).suggestions[0].place == shown


@pytest.mark.parametrize(("section", "shown"), [("Ann Lee", ""), ("Experience", "Experience"), ("", "")])
def test_evidence_keeps_only_ordinary_headings(section, shown):
    report = make_report(matches=(make_match(evidence=(make_evidence(section=section),)),))
    assert without_strange_headings(report).matches[0].evidence[0].section == shown


@pytest.mark.parametrize("option", [{"evidence": False}, {"redact": True}])
@pytest.mark.parametrize("format", REPORTS)
def test_a_name_in_the_middle_of_the_text_does_not_leak(format, option):
    """A sidebar comes first: the name stands in large type below it and looks like a heading."""
    data = (PAIRS / "resumes" / "hvac-technician__duane.pdf").read_bytes()
    posting = PAIRS / "postings" / "hvac-technician.txt"
    report = analyzer().analyze(parse(data, name="resume.pdf"), posting)
    assert "Duane Castellaw" in report.resume.text
    page = render(report, format, **option)
    assert [word for word in ("Duane", "Castellaw", "865-555") if word.lower() in page.lower()] == []
