from __future__ import annotations

import contextlib
import json
from typing import Any

import pytest

from gapcheck.errors import UnsupportedFormat
from gapcheck.parsers import parse
from gapcheck.types import Document

LISTED = "<p>About us.</p><h3>You bring</h3><ul><li>SQL</li><li>Excel</li></ul>"


def read(value: Any) -> Document:
    return parse(json.dumps(value).encode(), name="job.json")


def texts(value: Any) -> list[str]:
    document = read(value)
    return [document.text[line.start : line.end] for line in document.lines]


GREENHOUSE = {
    "id": 1,
    "title": "Data Analyst",
    "location": {"name": "Denver"},
    "content": LISTED.replace("<", "&amp;lt;").replace(">", "&amp;gt;"),
}
LEVER = {
    "text": "Data Analyst",
    "categories": {"location": "Denver", "team": "Finance"},
    "description": "<div>About us.</div>",
    "lists": [{"text": "You bring", "content": "<li>SQL</li><li>Excel</li>"}],
    "additional": "<div>Apply soon.</div>",
}
ASHBY = {"title": "Data Analyst", "location": "Denver", "descriptionHtml": LISTED}
SMARTRECRUITERS = {
    "name": "Data Analyst",
    "company": {"name": "Acme"},
    "jobAd": {
        "sections": {
            "companyDescription": {"title": "Company", "text": "<p>About us.</p>"},
            "qualifications": {"title": "You bring", "text": "<ul><li>SQL</li><li>Excel</li></ul>"},
        }
    },
}
WORKABLE = {
    "title": "Data Analyst",
    "description": "<p>About us.</p>",
    "requirements": "<ul><li>SQL</li><li>Excel</li></ul>",
}
JOB_POSTING = {"@type": "JobPosting", "title": "Data Analyst", "description": LISTED}


@pytest.mark.parametrize(
    "value",
    [GREENHOUSE, LEVER, ASHBY, SMARTRECRUITERS, WORKABLE, JOB_POSTING],
    ids=["greenhouse", "lever", "ashby", "smartrecruiters", "workable", "schema.org"],
)
@pytest.mark.parametrize("around", ["alone", "jobs", "list"])
def test_postings_of_every_system_are_read(value: dict[str, Any], around: str) -> None:
    document = read({"alone": value, "jobs": {"jobs": [value]}, "list": [value]}[around])
    lines = [(document.text[line.start : line.end], line.bullet) for line in document.lines]
    assert document.title == "Data Analyst"
    assert lines[0] == ("Data Analyst", False)
    assert ("SQL", True) in lines
    assert ("About us.", False) in lines


def test_lists_stand_under_their_headings() -> None:
    assert texts(LEVER) == ["Data Analyst", "Denver | Finance", "About us.", "You bring", "SQL", "Excel", "Apply soon."]
    assert read(LEVER).lines[3].heading == 2


def test_the_fields_of_a_job_posting_become_sections() -> None:
    value = {
        **JOB_POSTING,
        "hiringOrganization": {"name": "Acme"},
        "jobLocation": [{"address": {"addressLocality": "Denver", "addressRegion": "CO"}}],
        "skills": ["Tableau", {"@type": "DefinedTerm", "name": "dbt"}],
        "qualifications": "About us.",
        "experienceRequirements": {"monthsOfExperience": 36},
        "educationRequirements": {"credentialCategory": "bachelor degree"},
    }
    assert texts(value)[1] == "Acme | Denver, CO"
    assert texts(value)[-7:-3] == ["Skills", "Tableau", "dbt", "Experience"]
    assert texts(value)[-3:] == ["3 years of experience", "Education", "Bachelor degree"]
    assert texts(value).count("About us.") == 1


def test_the_job_schema_of_json_resume() -> None:
    value = {
        "title": "Web Developer",
        "company": "Acme",
        "description": "Build sites.",
        "qualifications": ["3+ years of work"],
        "skills": [{"name": "Databases", "keywords": ["SQL", "MongoDB"]}],
    }
    assert texts(value)[2:] == [
        "Build sites.",
        "Qualifications",
        "3+ years of work",
        "Skills",
        "Databases: SQL, MongoDB",
    ]


def test_a_json_resume_is_a_resume() -> None:
    value = {
        "basics": {
            "name": "Jane Doe",
            "label": "Nurse",
            "email": "jane@example.com",
            "summary": "Eight years of care.",
        },
        "work": [{"name": "Mercy", "position": "Nurse", "startDate": "2019-03", "highlights": ["Ran triage"]}],
        "education": [{"institution": "State", "studyType": "BSc", "area": "Nursing", "endDate": "2018"}],
        "skills": [{"name": "EHR", "keywords": ["Epic"]}],
        "languages": [{"language": "Spanish", "fluency": "fluent"}],
        "references": None,
    }
    assert texts(value) == [
        *("Jane Doe", "Nurse | jane@example.com", "Summary", "Eight years of care."),
        *("Experience", "Nurse | Mercy", "2019-03 - present", "Ran triage"),
        *("Education", "BSc | Nursing | State", "2018", "Skills", "EHR: Epic", "Languages", "Spanish: fluent"),
    ]


def test_several_postings_in_a_file_are_refused() -> None:
    with pytest.raises(UnsupportedFormat, match="2 postings"):
        read({"jobs": [ASHBY, ASHBY]})


@pytest.mark.parametrize(
    "value", [{}, [], {"a": 1}, [1, 2], {"title": "x"}, {"jobs": []}, {"basics": {}}, {"lists": [], "text": ""}]
)
def test_other_json_is_refused_with_advice(value: Any) -> None:
    with pytest.raises(UnsupportedFormat, match="not known"):
        read(value)


ODD: list[Any] = [None, 1, True, "x", [], {}, [None], {"name": None}, [[["x"]]], {"a": {"b": []}}]


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("shape", [GREENHOUSE, LEVER, ASHBY, SMARTRECRUITERS, WORKABLE, JOB_POSTING])
def test_fields_of_the_wrong_type_break_nothing(shape: dict[str, Any], odd: Any) -> None:
    for key in shape:
        with contextlib.suppress(UnsupportedFormat):
            assert read({**shape, key: odd}).lines


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("key", ["work", "education", "skills", "languages", "projects", "awards", "interests"])
def test_resume_fields_of_the_wrong_type_break_nothing(key: str, odd: Any) -> None:
    assert texts({"basics": {"name": "Jane"}, key: odd})[0] == "Jane"
