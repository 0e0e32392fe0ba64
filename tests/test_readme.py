"""The README's commands, output and examples are what really happens. `GAPCHECK_UPDATE_GOLDEN=1` rewrites them."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

import click
import pytest
from click.testing import CliRunner

from gapcheck import console, filehealth
from gapcheck.cli import main
from gapcheck.errors import GapcheckError
from gapcheck.reports.json_parts import EvidencePart, ReportFile
from gapcheck.settings import Limits, Settings

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
    assert lines.pop().startswith("gapcheck report")  # the versions, which change with every word of the lexicon
    compare("demo", "\n".join(lines))


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
    codes = {error.code for error in classes(GapcheckError)} - {"error"}
    part = README.read_text(encoding="utf-8").partition("### When a file cannot be read")[2].partition("### ")[0]
    table = set(re.findall(r"^\| (\w+) \|", part, re.MULTILINE)) - {"code"}
    beside = {"unexpected"}  # known here only when batches are loaded
    assert codes - beside == table - beside  # that one is for rows of a batch where gapcheck itself is at fault


CALLED = click.Context(main)
FOUND = {name: main.get_command(CALLED, name) for name in main.list_commands(CALLED)}
ALL = {name: command for name, command in FOUND.items() if command and name not in ("check", "demo")}
COMMANDS = [(name,) for name, command in ALL.items() if not command.hidden]
GROUPS = {name: command.commands for name, command in ALL.items() if isinstance(command, click.Group)}
DEEPER = [(name, inner) for name, commands in GROUPS.items() for inner in commands]


def test_the_options_of_every_command_are_the_readmes() -> None:
    helps = [printed(*names, "--help").strip() for names in (*COMMANDS, *DEEPER)]
    compare("commands", "\n\n\n".join(helps))


def test_every_option_of_every_command_is_in_the_readme() -> None:
    shown = block("help") + block("commands")
    commands = [*ALL.values(), *(inner for commands in GROUPS.values() for inner in commands.values())]
    options = {
        flag for command in commands for param in command.params for flag in (*param.opts, *param.secondary_opts)
    }
    assert {flag for flag in options if flag.startswith("--") and flag not in shown} == set()


@pytest.mark.parametrize("feature", "--letter --master --watch --redact --no-evidence --brief --full --why".split())
def test_what_people_come_for_is_told_in_words(feature: str) -> None:
    text = README.read_text(encoding="utf-8")
    assert feature in text.replace(block("help"), "").replace(block("commands"), "")


def test_every_exit_code_is_in_the_table() -> None:
    text = README.read_text(encoding="utf-8")
    table = text[text.index("| exit code |") : text.index("### When a file cannot be read")]
    codes = (
        console.OK, console.BELOW, console.USAGE, console.UNREADABLE, console.INTERRUPTED, console.BUG,
        console.PIPE_CLOSED,
    )  # fmt: skip
    assert {str(code) for code in codes} <= set(re.findall(r"\d+", table))


def rows(name: str) -> dict[str, list[str]]:
    """The first cell of each row of a marked table, with the other cells."""
    text = README.read_text(encoding="utf-8")
    table = text[text.index(f"<!-- {name} -->") : text.index(f"<!-- /{name} -->")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines() if "`" in line[:4]]
    return {row[0].strip("`"): row[1:] for row in cells}


def test_every_setting_and_its_default_are_in_the_table() -> None:
    wanted = {field.name: field.default for field in fields(Settings) if field.name != "limits"}
    wanted |= {f"limits.{field.name}": field.default for field in fields(Limits)}
    shown = {name: cells[0] for name, cells in rows("settings").items()}
    assert set(shown) == set(wanted)
    words = {"today": "this month", "password": "none", "encoder": "none"}
    assert shown == {name: words.get(name, json.dumps(default)) for name, default in wanted.items()}


def test_every_finding_and_its_severity_are_in_the_table() -> None:
    source = Path(filehealth.__file__).read_text(encoding="utf-8")
    made = set(re.findall(r"Finding\(\s*\"(\w+)\"", source)) | {"no_experience", "no_education"}
    shown = rows("health")
    assert set(shown) == made | set(filehealth.NOTICES)
    for code, (severity, _) in filehealth.NOTICES.items():
        assert severity in shown[code][0]


def test_every_notice_is_told() -> None:
    package = Path(filehealth.__file__).parent / "parsers"
    made = {code for path in package.glob("*.py") for code in re.findall(r"Notice\(\"(\w+)\"", path.read_text("utf-8"))}
    assert made
    assert {code for code in made if f"`{code}`" not in README.read_text(encoding="utf-8")} == set()


def json_paths(part: type, prefix: str = "") -> Iterator[str]:
    """The fields of a part of the report's JSON; what stands in several places is told where it comes first."""
    for name, kind in get_type_hints(part).items():
        inner = [one for one in _types(kind) if is_dataclass(one)]
        mark = "[]" if "list[" in str(kind) else ""
        told = not inner or inner[0] in TOLD
        if told:
            yield f"{prefix}{name}"
        if inner and inner[0] not in TOLD:
            TOLD.add(inner[0])
            deeper = "evidence" if inner[0] is EvidencePart else f"{prefix}{name}"
            yield from json_paths(inner[0], f"{deeper}{mark}.")


def _types(kind: Any) -> Iterator[Any]:
    yield kind
    for inner in get_args(kind):
        yield from _types(inner)


TOLD: set[Any] = set()


def test_every_field_of_the_json_is_in_the_table() -> None:
    TOLD.clear()
    assert set(rows("json")) == set(json_paths(ReportFile))


def test_the_schema_is_printed() -> None:
    assert json.loads(printed("schema"))["title"] == "gapcheck report, format version 1"
