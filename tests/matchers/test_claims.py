"""Years that a resume claims in words."""

from __future__ import annotations

import pytest

from gapcheck.matchers import build_index
from gapcheck.matchers.claims import claims
from tests.reading import TODAY, analyzer, resume_of


def claimed(line: str) -> list[float]:
    index = build_index(resume_of(f"Ana Sousa\nana@example.org\n\nExperience\n- {line}\n"), analyzer().lexicon)
    return [round(value, 2) for _, value in claims(index)]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Baker with 12 years in bakeries", [12]),
        ("Nine years of turning and milling", [9]),
        ("CNC operator, 2.5 years", [2.5]),
        ("Four and a half years on petrol sites", [4.5]),
        ("Data analyst, fifteen months", [1.25]),
        ("Eight-month placement in a brewery lab", [0.67]),
        ("Half a decade of paying factory people", [5]),
        ("A decade behind the bar", [10]),
        ("On the phones since 2016", [round((TODAY - 12 * 2016) / 12, 2)]),
        ("Counselor since fall 2018", [round((TODAY - 12 * 2018) / 12, 2)]),
        ("I am 28 years old", []),
        ("Founded 40 years ago", []),
        ("Drills every three years", []),
        ("Twice a year I count the stock", []),
        ("Back within two years", []),
        ("60 years of quiet", []),
        ("Opened in 2016", []),
    ],
)
def test_years_claimed(line: str, wanted: list[float]) -> None:
    assert claimed(line) == wanted
