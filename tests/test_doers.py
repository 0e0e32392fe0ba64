"""Words that name a person by the work done, and where they name somebody else."""

from __future__ import annotations

import pytest

from gapcheck.doers import is_doer, names_people, others
from gapcheck.words import words


@pytest.mark.parametrize("word", ["Pharmacists", "baker", "NURSE", "foremen", "analyst", "wheelwright", "chefs"])
def test_a_doer_is_a_person_by_the_work(word: str) -> None:
    assert is_doer(word)


@pytest.mark.parametrize("word", ["computer", "order", "quarter", "floors", "welding", "the", "customers"])
def test_a_thing_or_an_act_is_no_doer(word: str) -> None:
    assert not is_doer(word)


def test_a_phrase_names_people_when_one_of_its_words_does() -> None:
    assert names_people("Train new drivers")
    assert not names_people("Train delivery")


def named(text: str) -> list[str]:
    starts = others(words(text), text)
    return [word.text for word in words(text) if word.start in starts]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Blood tubes drawn by the phlebotomist", ["drawn", "by", "the", "phlebotomist"]),
        ("Sent the numbers to our data analyst", ["our", "data", "analyst"]),
        ("Handed parts to the welder and swept the bay", ["the", "welder"]),
        ("Called a nurse when a resident fell", ["a", "nurse"]),
        ("Sent the numbers to the marketing team", ["the", "marketing", "team"]),
        ("Married to a recruiter", ["a", "recruiter"]),
    ],
)
def test_somebody_else_is_named(line: str, expected: list[str]) -> None:
    assert named(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Registered nurse, Ward 5",
        "A nurse with ten years on medical wards",
        "I am a nurse",
        "Worked as the night auditor",
        "Promoted to the head cook",
        "Trained six drivers",
        "Led a crew of six welders",
        "Covered for the bookkeeper during her leave",
        "Helper to a carpenter for two summers",
        "Worked with the electricians on every fit-out",
        "Five years in the marketing team",
        "Designer for small teams",
        "Ordered paper, the printer and a computer",
    ],
)
def test_the_person_may_be_meant(line: str) -> None:
    assert named(line) == []
