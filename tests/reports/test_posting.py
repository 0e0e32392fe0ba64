from __future__ import annotations

import json

import pytest

from gapcheck.reports.posting import posting_json, posting_text
from tests.factories import make_notice, make_posting, make_posting_document, make_requirement

REQUIREMENTS = make_posting().requirements


def test_required_come_before_preferred():
    text = posting_text(make_posting_document(), "Marketing Specialist", REQUIREMENTS[::-1])
    assert text.index("Required") < text.index("r4") < text.index("Preferred") < text.index("Master's degree")


def test_each_requirement_is_shown_with_its_keywords():
    lines = posting_text(make_posting_document(), "", REQUIREMENTS).splitlines()
    place = next(number for number, line in enumerate(lines) if "photo shoots, webinars" in line)
    assert lines[place + 1].strip() == "duty: photo shoots, webinars, product launches"


def test_years_alternatives_and_doubts_are_said():
    req = make_requirement(years=2.5, degree="bachelor", mode="any", review="may be discriminatory", kind="soft_skill")
    text = posting_text(make_posting_document(), "", [req])
    assert "soft skill, at least 2.5 years, bachelor, any one" in text
    assert "look at this yourself: may be discriminatory" in text


def test_no_hostile_character_reaches_the_terminal():
    evil = "\x1b[2J\u202e"
    document = make_posting_document(source=evil, notices=(make_notice(message=evil),))
    text = posting_text(document, evil, [make_requirement(evil, review=evil)])
    assert all(char.isprintable() or char == "\n" for char in text)


def test_json_has_offsets_and_no_status():
    document = make_posting_document()
    value = json.loads(posting_json(document, "Marketing Specialist", REQUIREMENTS))
    assert value["format_version"] == 1
    for req in value["requirements"]:
        assert document.text[req["start"] : req["end"]] == req["text"]
        assert all(set(keyword) == {"name", "start", "end", "concept"} for keyword in req["keywords"])


@pytest.mark.parametrize(
    ("years", "words"),
    [(1 / 12, "at least 1 month"), (0.5, "at least 6 months"), (1.0, "at least 1 year"), (3.0, "at least 3 years")],
)
def test_short_times_are_said_in_months(years, words):
    text = posting_text(make_posting_document(), "", [make_requirement(years=years)])
    assert f"{words}" in text.replace("\n", " ")
    assert f"{words}s" not in text
