"""Reports as plain rows and as tables; values on their way to another process."""

from __future__ import annotations

import pickle
import sys

import pytest

from gapcheck.analyzer import Analyzer
from gapcheck.errors import ConfigError
from tests.factories import make_report, make_requirement


def test_records_are_one_row_for_each_requirement():
    rows = make_report().to_records()
    assert [row["id"] for row in rows] == [f"r{number}" for number in range(1, 11)]
    assert rows[7] == {
        "id": "r8", "requirement": "Coordinate photo shoots, webinars and product launches", "kind": "duty",
        "importance": "required", "status": "partial", "credit": 0.5, "missing": "webinars",
        "evidence": "Planned photo shoots and two product launches", "page": 1, "section": "Experience", "note": "",
    }  # fmt: skip
    assert (rows[3]["evidence"], rows[3]["page"]) == ("", None)


@pytest.mark.parametrize("name", ["pandas", "polars"])
def test_a_table_has_the_rows(name, monkeypatch):
    module = pytest.importorskip(name, reason=f"{name} makes the table")
    monkeypatch.setitem(sys.modules, {"pandas": "polars", "polars": "pandas"}[name], None)
    frame = make_report().to_dataframe()
    assert isinstance(frame, module.DataFrame)
    assert list(frame["status"]) == [row["status"] for row in make_report().to_records()]


def test_without_a_library_the_error_says_what_to_install(monkeypatch):
    for name in ("pandas", "polars"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(ConfigError, match="pip install pandas"):
        make_report().to_dataframe()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Coordinate trade shows.", "Coordinate trade shows"),
        ("Write copy\n  for direct mail;", "Write copy for direct mail"),
        ("word " * 30, " ".join(["word"] * 15) + "…"),
    ],
    ids=["full stop", "two lines", "long"],
)
def test_the_title_of_a_requirement_is_one_short_line(text, title):
    assert make_requirement(text).title == title


def test_a_resume_arrives_in_another_process_as_it_was():
    text = "Rosa Lind\n\nExperience\nNurse, Hill Clinic, 2019 - 2023\n- Basic wound care for 20 patients\n- Excel"
    resume = Analyzer().resume(text.encode())
    arrived = pickle.loads(pickle.dumps(resume))
    assert arrived == resume
    mentioning = next(passage for passage in arrived.passages if passage.mentions)
    assert [type(word).__name__ for word in mentioning.words] == ["Word"] * len(mentioning.words)
