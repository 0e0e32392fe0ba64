"""Languages asked and shown: by name, in use, and any besides English."""

from __future__ import annotations

import pytest

from tests.reading import judged

RESUME = """Jo Doe
jo@example.com

Experience
Worker, Larkspur Ltd, Ohio. March 2019 - present
- {line}
"""


def status(asked: str, line: str) -> str:
    (found,) = judged(asked, RESUME.format(line=line))
    return found.status


IN_USE = [
    ("Fluent Dutch", "Daily calls in Dutch with carriers"),
    ("Dutch spoken", "Daily calls in Dutch with carriers"),
    ("Fluent German", "Wrote offers in English and German"),
    ("Portuguese at business level", "Reports in Portuguese for the head office"),
    ("A second language", "Greek at home"),
    ("Knowledge of another language", "Arabic from home, English since school"),
    ("A second language", "French Fluent, German Basic"),
]


@pytest.mark.parametrize(("asked", "line"), IN_USE)
def test_a_language_in_use_is_spoken(asked: str, line: str) -> None:
    assert status(asked, line) == "met"


OF_A_NATION = [
    ("Fluent Dutch", "Calls with Dutch carriers"),
    ("Fluent Dutch", "Born in Dutch Harbor"),
    ("Fluent Polish", "Six summers in Polish hotels"),
    ("A second language", "Trained with the Danish Freight Forwarders' programme"),
    ("A second language", "Sold in Swedish shops"),
    ("A second language", "Cooked Italian food"),
    ("A second language", "Lead, environmental services (second shift)"),
    ("A second language", "English at home"),
]


@pytest.mark.parametrize(("asked", "line"), OF_A_NATION)
def test_a_nation_and_the_word_second_are_no_language(asked: str, line: str) -> None:
    assert status(asked, line) == "missing"
