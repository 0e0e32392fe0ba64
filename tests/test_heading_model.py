"""Headings in the employer's own words: what they announce, and lines that announce nothing."""

from __future__ import annotations

import pytest

from gapcheck.heading_model import announces
from gapcheck.sections import worded_label
from tests.reading import posting_of
from tests.test_sections import label_of_line


@pytest.mark.parametrize(
    ("heading", "label"),
    [
        ("What they want to see in you", "required"),
        (">> You'll tick these boxes", "required"),
        ("Who fits in here", "required"),
        ("Lovely, not essential", "preferred"),
        ("Nice but by no means necessary", "preferred"),
        ("It'd be great, though it isn't needed, if you had", "preferred"),
        ("Feathers in your cap", "preferred"),
        ("How your weeks will look", "duties"),
        ("what you'd get up to", "duties"),
        ("What we do for our drivers", "benefits"),
        ("The good bits", "benefits"),
        ("Where to send your CV", "apply"),
        ("What nobody here will ask you for", "not_needed"),
    ],
)
def test_a_heading_in_free_words(heading: str, label: str) -> None:
    assert worded_label(heading, None) == label


@pytest.mark.parametrize(
    "line",
    [
        "Full driving licence",
        "Reliable attendance",
        "TIG on stainless",
        "Two years behind a bar",
        "Spanish or Portuguese",
        "PAYROLL AND BENEFITS SPECIALIST",
        "Weekend shifts in August",
    ],
)
def test_a_line_that_announces_nothing(line: str) -> None:
    assert worded_label(line, None) is None


def test_what_is_known_by_its_words_is_not_guessed() -> None:
    assert worded_label("About Heron Lane", "about") == "about"
    assert worded_label("Requirements", "required") == "required"


def test_a_probability_is_told() -> None:
    label, sure = announces("Requirements")
    assert label == "required"
    assert 0.9 < sure <= 1


@pytest.mark.parametrize(
    ("heading", "label"),
    [
        ("Knowledge - Desirable", "preferred"),
        ("Knowledge and skills – Essential", "required"),
        ("SKILLS — PREFERRED", "preferred"),
        ("~ Must haves ~", "required"),
        ("== Nice to haves ==", "preferred"),
    ],
)
def test_what_a_heading_says_of_its_list_counts(heading: str, label: str) -> None:
    text = f"Curator\n\nWe keep boats.\n\nQualifications - Essential\nA degree\n{heading}\nModel making\nRope work\n"
    assert label_of_line(text, "Rope work", "posting") == label


def test_a_wrapped_sentence_is_no_heading() -> None:
    text = "Clerk\n\nWe sell tea.\n\nTo qualify for this post, you must have one year of work at the next\nlower grade, in any office.\n"
    assert [r.text for r in posting_of(text).requirements]
    assert label_of_line(text, "lower grade, in any office.", "posting") == "title"
