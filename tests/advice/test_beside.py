"""A cover letter and a longer resume beside the resume; neither counts for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from gapcheck.errors import NoTextFound
from gapcheck.types import Document
from tests.reading import analyzer, posting_of, resume_of

PAIRS = Path(__file__).resolve().parents[2] / "data" / "pairs"
POSTING = """Event Coordinator

Requirements
- Coordinate trade shows
- Experience with Salesforce
- Host webinars for partners
- Photoshop
"""
RESUME = """Jo Poe
jo@example.org

EXPERIENCE
Coordinator, Bluebird Foods
January 2022 - present
- Coordinate trade shows, six a year
"""
LETTER = "Dear team,\n\nLast spring I hosted webinars for partners in three countries.\n\nJo Poe\n"
MASTER = RESUME + "- Kept 4,000 contacts in Salesforce\n"


def report(**beside):
    given = {name: Document.from_text(text, source=f"{name}.txt") for name, text in beside.items()}
    return analyzer().analyze(resume_of(RESUME), posting_of(POSTING), **given)


def ids(found) -> dict[str, str]:
    return {match.requirement.text: match.requirement.id for match in found.matches}


def test_the_resume_s_own_score_does_not_change():
    alone, with_both = report(), report(letter=LETTER, master=MASTER)
    assert (alone.coverage, alone.matches, alone.missing_keywords) == (
        with_both.coverage, with_both.matches, with_both.missing_keywords,
    )  # fmt: skip


def test_a_letter_is_judged_alone_and_together():
    found = report(letter=LETTER)
    assert found.letter.adds == (ids(found)["Host webinars for partners"],)
    assert ids(found)["Photoshop"] in found.letter.neither
    assert ids(found)["Coordinate trade shows"] not in found.letter.neither
    assert found.letter.coverage.met == 1
    assert found.letter.together.score > max(found.coverage.score, found.letter.coverage.score)


def test_quotations_of_the_letter_are_verbatim():
    letter = report(letter=LETTER).letter
    quotes = [e for match in letter.matches for e in match.evidence]
    assert quotes
    assert all(letter.document.text[e.start : e.end] == e.text for e in quotes)


def test_the_longer_resume_names_what_it_shows_with_a_quotation():
    master = report(master=MASTER).master
    (found,) = master.found
    assert found.name == "Salesforce"
    assert found.evidence.text == "Kept 4,000 contacts in Salesforce"
    assert master.document.text[found.evidence.start : found.evidence.end] == found.evidence.text


def test_the_same_resume_as_longer_resume_shows_nothing_new():
    assert report(master=RESUME).master.found == ()


def test_a_line_that_the_resume_has_too_is_no_news():
    """Judged by one keyword alone, a line may show what it did not show for the whole requirement."""
    (path,) = (PAIRS / "resumes").glob("social-worker__*")
    found = analyzer().analyze(path, PAIRS / "postings" / "social-worker.txt", master=path)
    assert found.missing_keywords
    assert found.master.found == ()


@pytest.mark.parametrize("name", ["letter", "master"])
def test_an_empty_file_is_refused(name):
    with pytest.raises(NoTextFound, match=f"{name}.txt"):
        report(**{name: " \n"})
