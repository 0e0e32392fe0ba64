"""Suggestions: what gains most, said only as far as it is true, never with words of the resume in the message."""

from __future__ import annotations

import pytest

from gapcheck.settings import Settings
from tests.reading import report_of

POSTING = """Bookkeeper

Requirements
- QuickBooks
- Payroll for up to 50 employees
- Forklift licence
- Bachelor's degree in accounting
- 5 years of bookkeeping
- Fluent in Spanish

Nice to have
- Xero
"""
RESUME = """Zebulon Quicksilver
zeb@example.org

Experience
Bookkeeper, Marigold Ltd, 2022 - 2025
- Kept the books in QuickBooks
- Some Spanish with suppliers
"""


@pytest.fixture(scope="module")
def report():
    return report_of(RESUME, POSTING)


def changes(report) -> list:
    return [s for s in report.suggestions if s.code in ("add", "strengthen")]


def test_what_is_missing_or_weak_is_suggested(report) -> None:
    open_ids = {m.requirement.id for m in report.matches if m.status in ("missing", "partial")}
    assert changes(report)
    assert {s.requirement for s in changes(report)} <= open_ids


def test_the_largest_gain_stands_first(report) -> None:
    gains = [s.gain for s in changes(report)]
    assert gains == sorted(gains, reverse=True)


def test_at_most_five_changes(report) -> None:
    assert len(changes(report)) <= 5


def test_the_gain_is_what_coverage_would_rise_by(report) -> None:
    from gapcheck.scoring import gain

    by_id = {m.requirement.id: m for m in report.matches}
    for suggestion in changes(report):
        assert suggestion.gain == pytest.approx(gain(by_id[suggestion.requirement], report.matches, Settings()))
        assert 0 < suggestion.gain <= 1


def test_what_is_missing_is_to_be_added_only_if_true(report) -> None:
    by_id = {m.requirement.id: m.status for m in report.matches}
    for suggestion in changes(report):
        assert suggestion.code == {"missing": "add", "partial": "strengthen"}[by_id[suggestion.requirement]]
        if suggestion.code == "add":
            assert suggestion.message.startswith("If ")


def test_no_message_quotes_the_resume(report) -> None:
    for suggestion in report.suggestions:
        assert not [
            word for word in ("Zebulon", "Quicksilver", "Marigold", "zeb@example.org") if word in suggestion.message
        ]


def test_every_message_is_a_sentence(report) -> None:
    for suggestion in report.suggestions:
        assert suggestion.message == suggestion.message.strip()
        assert "\n" not in suggestion.message
        assert suggestion.message[0].isupper()
        assert "{" not in suggestion.message


def test_evidence_of_a_suggestion_is_verbatim(report) -> None:
    for suggestion in report.suggestions:
        assert all(RESUME[e.start : e.end] == e.text for e in suggestion.evidence)


def test_a_complete_resume_has_nothing_to_add() -> None:
    full = "Ana Sousa\n\nExperience\nCook, A, 2018 - 2023\n- Sous vide, butchery and pastry every day\n"
    report = report_of(full, "Cook\n\nRequirements\n- Sous vide\n- Butchery\n- Pastry\n")
    assert report.coverage.score == 1.0
    assert changes(report) == []
