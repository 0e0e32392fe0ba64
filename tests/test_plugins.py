"""Formats that another installed package adds, as pip would install it: a module and its entry points."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from gapcheck import plugins
from gapcheck.cli import main
from gapcheck.errors import ConfigError
from gapcheck.parsers import parse, submit
from gapcheck.reports import render
from tests.factories import make_report

MODULE = """
from gapcheck.types import Document

def read(data, *, source, settings):
    return Document.from_text(data.decode()[::-1], source=source)

def render(report, *, evidence=True):
    return f"{report.coverage.verdict}: gapcheck report\\n"

def bare(report):
    return "gapcheck report\\n"
"""
POINTS = """
[gapcheck.parsers]
backwards = gapcheck_reversed:read

[gapcheck.reports]
verdict = gapcheck_reversed:render
bare = gapcheck_reversed:bare
broken = gapcheck_reversed:absent
"""


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    (tmp_path / "gapcheck_reversed.py").write_text(MODULE, encoding="utf-8")
    info = tmp_path / "gapcheck_reversed-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: gapcheck-reversed\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(POINTS, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    importlib.invalidate_caches()
    plugins._points.cache_clear()
    yield tmp_path
    plugins._points.cache_clear()


def test_without_plugins_there_are_none() -> None:
    assert plugins.names(plugins.PARSERS) == ()
    assert plugins.find(plugins.REPORTS, "verdict") is None


def test_a_parser_reads_the_files_of_its_suffix(installed: Path) -> None:
    path = installed / "resume.backwards"
    path.write_text("ecneirepxE", encoding="utf-8")
    assert parse(path).text == "Experience"
    assert submit(path).result().text == "Experience"


def test_a_parser_does_not_take_files_of_formats_that_are_read_here(installed: Path) -> None:
    path = installed / "resume.txt"
    path.write_text("Experience", encoding="utf-8")
    assert parse(path).text == "Experience"


def test_a_report_is_rendered_by_its_name(installed: Path) -> None:
    assert render(make_report(), "verdict") == "stretch: gapcheck report\n"
    assert render(make_report(), "verdict", evidence=False, redact=True) == "stretch: gapcheck report\n"


def test_a_report_that_cannot_leave_out_quotations_is_not_asked_to(installed: Path) -> None:
    assert render(make_report(), "bare", evidence=True) == "gapcheck report\n"
    with pytest.raises(ConfigError, match="has no option 'evidence'"):
        render(make_report(), "bare", evidence=False)


def test_the_command_line_knows_it(installed: Path) -> None:
    result = CliRunner().invoke(main, ["demo", "--format", "verdict"])
    assert result.output == "stretch: gapcheck report\n"


def test_an_unknown_format_names_it_among_the_known_ones(installed: Path) -> None:
    with pytest.raises(ConfigError, match="github, bare, broken, verdict"):
        render(make_report(), "yaml")


def test_what_cannot_be_loaded_is_named(installed: Path) -> None:
    with pytest.raises(ConfigError, match=r"the plug-in 'broken' \(gapcheck_reversed:absent\) cannot be loaded"):
        render(make_report(), "broken")
