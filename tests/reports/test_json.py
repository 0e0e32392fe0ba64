from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from gapcheck import reports
from gapcheck.reports import render
from gapcheck.reports.json import schema
from tests.factories import make_empty_report, make_match, make_report, make_requirement

SCHEMA_FILE = Path(reports.__file__).with_name("report.schema.json")


def test_the_committed_schema_is_current():
    assert SCHEMA_FILE.read_text(encoding="utf-8") == schema()


@pytest.mark.parametrize("report", [make_report(), make_empty_report()], ids=["worked example", "insufficient"])
@pytest.mark.parametrize("options", [{}, {"evidence": False}, {"redact": True}], ids=str)
def test_reports_follow_the_schema(report, options):
    validator = jsonschema.Draft202012Validator(json.loads(SCHEMA_FILE.read_text(encoding="utf-8")))
    validator.validate(json.loads(render(report, "json", **options)))


def test_the_schema_refuses_another_shape():
    value = json.loads(render(make_report(), "json"))
    del value["coverage"]["score"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(value, json.loads(SCHEMA_FILE.read_text(encoding="utf-8")))


def test_the_promised_keys_are_there():
    value = json.loads(render(make_report(), "json"))
    assert value["format_version"] == 1
    assert set(value) >= {
        "versions", "posting", "resume", "coverage", "requirements", "missing_keywords", "glance", "file_health",
        "suggestions", "warnings",
    }  # fmt: skip
    assert set(value["coverage"]) >= {
        "score", "required", "preferred", "low", "high", "verdict", "met", "partial", "missing", "unstated",
    }  # fmt: skip
    req = value["requirements"][4]
    assert set(req) >= {
        "id", "text", "start", "end", "section", "kind", "importance", "mode", "years", "weight", "status", "credit",
        "keywords", "evidence",
    }  # fmt: skip
    assert set(req["keywords"][0]) == {"name", "start", "end", "status", "concept"}
    assert set(req["evidence"][0]) == {"text", "start", "end", "page", "section", "method", "score", "note"}
    assert set(value["missing_keywords"][0]) >= {"name", "importance", "requirement"}


def test_scores_are_not_rounded():
    assert json.loads(render(make_report(), "json"))["coverage"]["score"] == 15 / 19


def test_weight_times_credit_gives_the_score():
    unstated = make_match("unstated", make_requirement(id="r11", kind="condition"))
    report = make_report()
    value = json.loads(render(replace(report, matches=(*report.matches, unstated)), "json"))
    weights = [(req["weight"], req["credit"]) for req in value["requirements"]]
    score = sum(weight * credit for weight, credit in weights) / sum(weight for weight, _ in weights)
    assert score == pytest.approx(value["coverage"]["score"])


def test_offsets_select_the_texts():
    report = make_report()
    for req in json.loads(render(report, "json"))["requirements"]:
        assert report.posting.text[req["start"] : req["end"]] == req["text"]
        for evidence in req["evidence"]:
            assert report.resume.text[evidence["start"] : evidence["end"]] == evidence["text"]


def test_an_insufficient_score_is_null():
    coverage = json.loads(render(make_empty_report(), "json"))["coverage"]
    assert (coverage["score"], coverage["verdict"]) == (None, "insufficient")


def test_the_order_of_versions_does_not_matter():
    versions = {"model": "1", "gapcheck": "2"}
    other = dict(reversed(versions.items()))
    assert render(make_report(versions=versions), "json") == render(make_report(versions=other), "json")


def test_without_evidence_nothing_of_the_resume_is_quoted():
    report = make_report()
    text = render(report, "json", evidence=False)
    assert not any(evidence.text in text for match in report.matches for evidence in match.evidence)


def test_control_characters_are_escaped_and_come_back():
    report = make_report(title="a\x1b[31m\u202eb\x9bc\u2028d\ud800")
    text = render(report, "json")
    assert all(char.isprintable() or char == "\n" for char in text)
    assert json.loads(text)["posting"]["title"] == report.title
