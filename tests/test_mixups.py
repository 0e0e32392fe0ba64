from __future__ import annotations

from pathlib import Path

import pytest

import gapcheck
from gapcheck import mixups
from gapcheck.types import Document, Report

RESUME = """Ana Sousa
ana@example.org

Experience
Picker, Bayline, 2021 - present
- Picked and packed with an RF gun
Porter, Hotel Larkspur, 2015 - 2021
- Carried luggage

Education
High school diploma, 2014
"""
POSTING = """Warehouse Associate

What you will do
- Pick and pack orders
- Load trucks with a forklift

Requirements
- Forklift certification
- Six months in a warehouse

Benefits
- Paid holidays

How to apply
Send your resume to jobs@example.org
"""
GOLD = Path(__file__).resolve().parents[1] / "data" / "gold" / "postings"


@pytest.fixture(scope="module")
def analyzer() -> gapcheck.Analyzer:
    return gapcheck.Analyzer()


def codes(analyzer: gapcheck.Analyzer, resume: str, posting: str) -> list[str]:
    report: Report = analyzer.analyze(Document.from_text(resume), Document.from_text(posting))
    return [notice.code for notice in report.notices]


def test_the_right_files_are_not_doubted(analyzer: gapcheck.Analyzer) -> None:
    assert codes(analyzer, RESUME, POSTING) == []


def test_swapped_files_are_told(analyzer: gapcheck.Analyzer) -> None:
    assert "reads_like_resume" in codes(analyzer, POSTING, RESUME)


def test_two_postings_in_one_file_are_told(analyzer: gapcheck.Analyzer) -> None:
    other = POSTING.replace("Forklift certification", "RN licence").replace("Warehouse Associate", "Nurse")
    assert codes(analyzer, RESUME, f"{POSTING}\n\n{other}") == ["several_postings"]


def test_topics_of_a_person_specification_are_not_several_postings(analyzer: gapcheck.Analyzer) -> None:
    topics = "".join(
        f"\n{topic}\n\nEssential\n- {one}\n- Patience\n\nDesirable\n- {other}\n- Humour\n"
        for topic, one, other in (
            ("Qualifications", "Diploma", "First aid"),
            ("Experience", "Nursery", "Special needs"),
        )
    )
    assert codes(analyzer, RESUME, f"Nursery worker\n{topics}") == []


def test_a_resume_that_holds_the_posting_is_told(analyzer: gapcheck.Analyzer) -> None:
    assert "same_text" in codes(analyzer, POSTING, POSTING)
    assert "same_text" in codes(analyzer, RESUME + POSTING, POSTING)


def test_the_doubt_stands_under_the_verdict(analyzer: gapcheck.Analyzer) -> None:
    report = analyzer.analyze(Document.from_text(POSTING), Document.from_text(POSTING))
    assert "word for word in the resume" in gapcheck.render(report, "text")


@pytest.mark.parametrize("path", sorted(GOLD.glob("*.txt")), ids=lambda path: path.stem)
def test_no_development_posting_is_doubted(analyzer: gapcheck.Analyzer, path: Path) -> None:
    assert list(mixups.in_posting(analyzer.posting(path))) == []
