"""The README's commands, output and examples are what really happens. `GAPCHECK_UPDATE_GOLDEN=1` rewrites them."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from gapcheck.cli import main
from gapcheck.errors import GapcheckError

README = Path(__file__).parents[1] / "README.md"
TODAY = ["--today", "2026-01"]


def printed(*arguments: str) -> str:
    result = CliRunner().invoke(main, list(arguments), env={"COLUMNS": "80", "NO_COLOR": "1"})
    assert result.exit_code == 0
    return "\n".join(line.rstrip() for line in result.stdout.splitlines())


def block(name: str) -> str:
    found = re.search(rf"<!-- {name} -->\n```\w*\n(.*?)```\n<!-- /{name} -->", README.read_text(encoding="utf-8"), re.S)
    assert found, f"README.md has no block {name}"
    return found.group(1)


def compare(name: str, wanted: str) -> None:
    if os.environ.get("GAPCHECK_UPDATE_GOLDEN"):
        text = README.read_text(encoding="utf-8")
        text = re.sub(
            rf"(<!-- {name} -->\n```\w*\n).*?(```\n<!-- /{name} -->)",
            lambda m: m[1] + wanted + "\n" + m[2],
            text,
            flags=re.S,
        )
        README.write_text(text, encoding="utf-8")
    assert block(name).strip() == wanted.strip()


def test_the_demo_prints_what_the_readme_shows() -> None:
    lines = printed("demo", "--width", "80", *TODAY).splitlines()
    compare("demo", "\n".join(lines[:24]))


def test_the_help_is_the_readmes_help() -> None:
    compare("help", printed("--help"))


def test_the_library_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(block("library"), "README.md", "exec"), {})
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("met | Pick and pack orders | Picked and packed with an RF gun")
    assert lines[1].startswith("met | Forklift certification")
    assert lines[2].startswith("missing | Excel")
    assert "Excel" in lines[-1]


def classes(base: type[GapcheckError]) -> set[type[GapcheckError]]:
    return {base} | {deeper for child in base.__subclasses__() for deeper in classes(child)}


def test_every_error_code_is_in_the_table() -> None:
    codes = {error.code for error in classes(GapcheckError)} - {"error", "input_error"}
    table = set(re.findall(r"^\| (\w+) \|", README.read_text(encoding="utf-8"), re.M))
    assert codes <= table


def test_every_option_is_in_the_help() -> None:
    text = printed("--help")
    assert "--fail-under" in text
    assert "--why" in text
