from __future__ import annotations

import pytest

from gapcheck.person import name_line
from gapcheck.types import Document, Page, RawLine


def name_of(document: Document) -> str | None:
    line = name_line(document)
    return document.text[line.start : line.end] if line else None


PLAIN = [
    ("Ann Lee\nNurse\n", "Ann Lee"),
    ("RESUME\nAnn Lee\n", "Ann Lee"),
    ("Curriculum Vitae\n\nAnn Lee\n", "Ann Lee"),
    ("ann.lee@example.org | 401 555 0143\nAnn Lee\n", "Ann Lee"),
    ("Contact\nMaryville, Tennessee\nduane.castellaw@example.com\nSkills\nWelding\nDuane Castellaw\n", "Duane Castellaw"),
    ("Nurse Practitioner\nRenée Okafor\nrenee-okafor@example.org\n", "Renée Okafor"),
    ("Ann Lee | ann.lee@example.org\nNurse\n", "Ann Lee | ann.lee@example.org"),
    ("linkedin.com/in/annlee\nNurse\nAnn Lee\n", "Ann Lee"),
    ("ann.lee@example.org\n", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), PLAIN)
def test_the_name_in_a_plain_text(text, name):
    assert name_of(Document.from_text(text)) == name


def test_the_largest_type_is_the_name_when_no_address_repeats_it():
    raw = [
        RawLine("Maryville, Tennessee", top=40, size=9),
        RawLine("Duane Castellaw", top=45, size=22),
        RawLine("Heating and air", top=70, size=12),
        RawLine("TOO LOW TO BE A NAME", top=700, size=30),
    ]
    assert name_of(Document.build(raw, pages=(Page(1, 612, 792),))) == "Duane Castellaw"


def test_a_name_on_another_page_is_not_taken():
    raw = [RawLine("Renée Okafor"), RawLine("ann.lee@example.org"), RawLine("Ann Lee", page=2)]
    assert name_of(Document.build(raw, pages=(Page(1), Page(2)))) == "Renée Okafor"
