"""Fields of study: names of one field, fields side by side, names that count only alone."""

from __future__ import annotations

from importlib.resources import files

import pytest

from gapcheck.lexicon.studies import NEAR, SOME, nearness, studies_in


@pytest.mark.parametrize(
    ("asked", "shown", "wanted"),
    [
        ("Computer Science", "Informatics", 1.0),
        ("urban planning", "Urban and Regional Planning", 1.0),
        ("accounting", "Finance", NEAR),
        ("statistics", "Business Administration", SOME),
        ("history", "Chemistry", 0.0),
        ("business", "Hospitality Management", NEAR),
        ("IT", "information technology", 1.0),
        ("nothing that is known", "Chemistry", 0.0),
    ],
)
def test_nearness(asked: str, shown: str, wanted: float) -> None:
    assert nearness(studies_in(asked), studies_in(shown)) == wanted


@pytest.mark.parametrize(
    ("alone", "with_more"), [("Management", "Turf stadium management"), ("Engineering", "Sales engineering")]
)
def test_some_names_count_only_alone(alone: str, with_more: str) -> None:
    assert studies_in(alone)
    assert not studies_in(with_more) & studies_in(alone)


def test_no_name_is_of_two_fields() -> None:
    text = (files("gapcheck.lexicon") / "studies.txt").read_text(encoding="utf-8")
    same = [line[5:] for line in text.splitlines() if line.startswith("same:")]
    names = [name.strip().lstrip("=").lower() for line in same for name in line.split("|")]
    assert len(names) == len(set(names))
