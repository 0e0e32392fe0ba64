"""The gate: which passages ask something of a person."""

from __future__ import annotations

import math

import pytest

from gapcheck.pipeline.gate import BUCKETS, CLASSES, asks, bucket, features, probabilities
from tests.reading import passages_of, posting_of

POSTING = """Night Auditor
The Larkspur, Asheville

About us
We are a family of four small hotels that opened in 1968.
Our guests come back because they feel at home.

What you will do
- Check in late guests
- Balance the day's ledger
- Run the end-of-day reports

What you bring
- One year of front desk experience
- Good arithmetic
- Available Friday to Tuesday nights

Nice to have
- Spanish

What we offer
- 401(k) with a 4% match
- Two free nights a year
- Parking

How to apply
Send your resume to jobs@larkspur.example by 3 March.

We are an equal opportunity employer. All qualified applicants receive consideration without regard to race, religion or age.
"""

ASKED = [
    "Check in late guests",
    "Balance the day's ledger",
    "Run the end-of-day reports",
    "One year of front desk experience",
    "Good arithmetic",
    "Spanish",
]
NOT_ASKED = [
    "family of four small hotels", "feel at home", "401(k)", "Two free nights", "Parking", "Send your resume", "equal opportunity", "qualified applicants",
    "The Larkspur",
]  # fmt: skip


@pytest.fixture(scope="module")
def quoted() -> str:
    return "\n".join(r.text for r in posting_of(POSTING).requirements)


@pytest.mark.parametrize("line", [*ASKED, "Available Friday to Tuesday nights"])
def test_what_is_asked_is_read(quoted: str, line: str) -> None:
    assert line in quoted


@pytest.mark.parametrize("line", NOT_ASKED)
def test_what_is_offered_or_told_is_not(quoted: str, line: str) -> None:
    assert line not in quoted


PROSE = [
    ("We pay weekly and offer a pension.", False),
    ("Our company was founded in 1971 by two sisters.", False),
    ("Acme is an equal opportunity employer.", False),
    ("You will enjoy free lunches and a gym membership.", False),
    ("To apply, send your resume and a short letter.", False),
    ("We serve 4,000 customers in the valley.", False),
    ("You have at least two years of experience on a paving crew.", True),
    ("You must hold a valid driver's license.", True),
    ("A bachelor's degree in accounting is required.", True),
    ("You will prepare tax returns for small firms and answer their questions.", True),
    ("Experience with Salesforce is a plus.", True),
    ("You are able to lift 50 lb and to stand for a whole shift.", True),
    ("We are looking for a welder with MIG and TIG experience.", True),
    ("The ideal candidate speaks Spanish and has worked with children.", True),
]


@pytest.mark.parametrize(("sentence", "wanted"), PROSE)
def test_prose_without_headings(sentence: str, wanted: bool) -> None:
    rest = "You reconcile accounts in QuickBooks every month. Knowledge of payroll is required."
    text = f"Opening at Larkspur Ltd\n\n{sentence}\n\n{rest}\n"
    posting, start = posting_of(text), text.index(sentence)
    assert any(start <= r.start < start + len(sentence) for r in posting.requirements) is wanted


def test_probabilities_are_probabilities() -> None:
    document, found = passages_of(POSTING)
    rows = probabilities(document.text, found)
    assert rows.shape == (len(found), len(CLASSES))
    assert all(math.isclose(float(row.sum()), 1.0, abs_tol=1e-4) and float(row.min()) >= 0 for row in rows)


def test_nothing_gives_nothing() -> None:
    assert probabilities("", ()).shape == (0, len(CLASSES))


def test_what_asks_grows_with_the_probability() -> None:
    document, found = passages_of(POSTING)
    for passage in found:
        odds = [asks(document.text, passage, p) for p in (0.0, 0.1, 0.5, 0.9, 1.0)]
        assert odds == sorted(odds)
        assert all(math.isfinite(value) for value in odds)


def test_features_are_hashed_into_the_weights_that_ship() -> None:
    document, found = passages_of(POSTING)
    names = [name for group in features(document.text, found) for name in group]
    assert names
    assert all(0 <= bucket(name) < BUCKETS for name in names)
    assert bucket("w:python") == bucket("w:python")


def test_reading_twice_gives_the_same() -> None:
    document, found = passages_of(POSTING)
    assert (probabilities(document.text, found) == probabilities(document.text, found)).all()


def test_a_name_on_a_line_of_its_own_is_not_asked() -> None:
    text = (
        "Dispenser\n\nJob overview\nThe Royal Harbour Hospital\nDispense medicines on the wards.\nFinancial Modelling\n"
    )
    assert [r.text for r in posting_of(text).requirements] == [
        "Dispense medicines on the wards.",
        "Financial Modelling",
    ]


def test_duties_may_begin_with_to() -> None:
    text = (
        "Lifeguard\n\nDuties\nTo report all incidents and injuries to the duty manager.\n"
        "To maintain a clean, safe pool hall.\nWe care for our town.\n"
    )
    assert [r.text for r in posting_of(text).requirements] == [
        "To report all incidents and injuries to the duty manager.",
        "To maintain a clean, safe pool hall.",
    ]
