from __future__ import annotations

import json
from pathlib import Path

import pytest
from click import Context
from click.testing import CliRunner, Result

from gapcheck import cli
from gapcheck.cli import main
from gapcheck.commands import COMMANDS, progress

from .batch.made import COOK, NURSE, PILAR, TOMAS

EDITED = NURSE.replace("- Wound care\n", "- Wound care\n- Ventilator training\n").replace("- Spanish\n", "- Tagalog\n")


@pytest.fixture(autouse=True)
def files(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name, text in {
        "people/pilar.txt": PILAR, "people/tomas.txt": TOMAS, "jobs/nurse.txt": NURSE, "jobs/cook.txt": COOK, "edited.txt": EDITED,
    }.items():  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    return tmp_path


def run(*args: str) -> Result:
    if args[0] not in ("log",):
        args = (*args, "--today", "2024-01", "--no-config")
    return CliRunner().invoke(main, args, catch_exceptions=False)


def test_every_command_is_registered_and_has_a_line_in_the_help():
    text = CliRunner().invoke(main, ["--help"]).stdout
    for command in COMMANDS:
        assert main.get_command(Context(main), command.name) is command
        assert f"  {command.name} " in text


def test_the_help_says_of_each_command_what_the_command_says_of_itself():
    assert {command.name: command.short_help for command in COMMANDS} == cli.COMMANDS


@pytest.mark.parametrize("command", [c.name for c in COMMANDS])
def test_help_of_each_command(command):
    result = CliRunner().invoke(main, [command, "--help"], catch_exceptions=False)
    assert result.exit_code == 0
    assert max(map(len, result.stdout.splitlines())) <= 100


def test_batch_writes_rows_and_goes_on():
    first = run("batch", "--resumes", "people", "--postings", "jobs", "-o", "out.jsonl", "-j", "1")
    assert "4 new rows, 0 of them skipped" in first.stderr
    content = Path("out.jsonl").read_bytes()
    Path("people/new.txt").write_text(PILAR)
    again = run("batch", "--resumes", "people", "--postings", "jobs", "-o", "out.jsonl", "-j", "1")
    assert "2 new rows, 0 of them skipped, 4 were done before" in again.stderr
    assert Path("out.jsonl").read_bytes().startswith(content)
    assert b"abdominal" not in content


@pytest.mark.timeout(300)
@pytest.mark.parametrize("name", ["out.jsonl", "out.csv"])
def test_batch_does_not_read_the_table_that_it_writes(name):
    for number in range(2):
        done = run("batch", "--resumes", "people", "--postings", "jobs", "-o", f"people/{name}", "-j", "1", "--force")
        assert done.exit_code == 0
        assert "4 new rows, 0 of them skipped" in done.stderr or (number and "0 new rows" in done.stderr)


def test_batch_does_not_write_over_what_it_reads():
    table = Path("people.jsonl")
    table.write_text(json.dumps({"id": "kim", "text": PILAR}) + "\n")
    before = table.read_bytes()
    done = CliRunner().invoke(main, ["batch", "--resumes", "people.jsonl", "--postings", "jobs", "-o", "people.jsonl"])
    assert done.exit_code != 0
    assert table.read_bytes() == before


def test_batch_in_other_settings_does_not_mix():
    run("batch", "--resumes", "people", "--postings", "jobs", "-o", "out.jsonl")
    Path("gapcheck.toml").write_text("strong = 0.9\n")
    args = ["batch", "--resumes", "people", "--postings", "jobs", "-o", "out.jsonl", "--today", "2024-01"]
    result = CliRunner().invoke(main, args)
    assert "was begun with other settings" in result.stderr


def test_batch_with_another_encoder_does_not_mix(files):
    pytest.importorskip("safetensors")
    pytest.importorskip("tokenizers")
    from tests.matchers.encoders import write_encoder

    write_encoder(files / "mini")
    start = ("batch", "--resumes", "people", "--postings", "jobs", "-o", "out.jsonl", "-j", "1")
    assert "4 new rows" in run(*start, "--encoder", "mini").stderr
    assert "0 new rows" in run(*start, "--encoder", "mini").stderr
    write_encoder(files / "other", seed=2)
    assert "was begun with other versions" in run(*start, "--encoder", "other").stderr


def test_batch_csv_from_tables_leaves_nothing_beside():
    Path("people.jsonl").write_text(
        json.dumps({"id": "=p", "cv": PILAR}) + "\n" + json.dumps({"id": "t", "cv": ""}) + "\n"
    )
    args = ("batch", "--resumes", "people.jsonl", "--resume-column", "cv", "--postings", "jobs/*.txt", "-o", "out.csv")
    assert "3 new rows, 1 of them skipped" in run(*args).stderr
    lines = Path("out.csv").read_text().splitlines()
    assert [line.split(",")[:3] for line in lines[1:]] == [
        ["'=p", "cook.txt", "ok"], ["'=p", "nurse.txt", "ok"], ["t", "", "skipped"],
    ]  # fmt: skip
    assert list(Path().glob("out.csv*")) == [Path("out.csv")]
    again = CliRunner().invoke(main, list(args))
    assert "exists" in again.stderr


def test_batch_with_a_cache_in_the_users_folder(files):
    assert run("batch", "--resumes", "people", "--postings", "jobs", "-o", "a.jsonl", "--cache").exit_code == 0
    assert [path.name for path in (files / "cache").rglob("*.sqlite")] == ["batch.sqlite"]


def test_rank_names_the_best_posting_first_and_says_what_was_skipped():
    Path("jobs/scan.pdf").write_bytes(b"\x89PNG\r\n")
    result = run("rank", "people/tomas.txt", "jobs")
    assert result.stdout.splitlines()[0].strip().startswith("1.")
    assert "(cook.txt)" in result.stdout.splitlines()[0]
    assert "must-haves not shown: Registered nurse licence" in result.stdout
    assert "skipped: scan.pdf: is a picture" in result.stderr
    found = json.loads(run("rank", "people/tomas.txt", "jobs", "--json", "--top", "1").stdout)
    assert [one["row"]["posting"] for one in found] == ["cook.txt"]


def test_trends_from_files_and_from_a_batch_are_the_same():
    direct = run("trends", "people/tomas.txt", "jobs", "--json").stdout
    run("batch", "--resumes", "people", "--postings", "jobs", "-o", "out.jsonl")
    assert json.loads(run("trends", "out.jsonl", "--resume", "tomas.txt", "--json").stdout) == json.loads(direct)
    text = run("trends", "out.jsonl", "--resume", "tomas.txt").stdout
    assert text.startswith("2 postings, 1 resume: ")
    assert "wound care" in text.lower()


def test_trends_page():
    assert run("trends", "people/tomas.txt", "jobs", "-o", "t.html").exit_code == 0
    assert "<svg" in Path("t.html").read_text()
    assert run("trends", "people/tomas.txt", "jobs", "-o", "t.html").exit_code == 0  # its own page may be replaced


def test_trends_tell_what_came_of_the_applications_in_the_log():
    run("log", "add", "my.log", "people/pilar.txt", "jobs/nurse.txt", "--outcome", "interview")
    text = run("trends", "people/pilar.txt", "jobs", "--log", "my.log").stdout
    assert any(
        "wound care" in line.lower() and "1 of 1 that showed it was invited" in line for line in text.splitlines()
    )
    assert "in the log" not in run("trends", "people/pilar.txt", "jobs").stdout


def test_log_from_add_to_export():
    options = ("--today", "2024-01", "--no-config", "--on", "2024-01-05")
    assert (
        run("log", "add", "my.log", "people/tomas.txt", "jobs/cook.txt", "--outcome", "phone", *options).exit_code == 0
    )
    assert run("log", "add", "my.log", "people/tomas.txt", "jobs/nurse.txt", *options).exit_code == 0
    assert run("log", "add", "my.log", "--id", "2", "--outcome", "rejected", "--notes", "no licence").exit_code == 0
    text = run("log", "list", "my.log").stdout
    assert ["phone" in line for line in text.splitlines()[:1]] == [True]
    assert "no licence" in text
    assert "1 of 2 applications led to a conversation" in run("log", "learn", "my.log").stdout
    assert run("log", "export", "my.log", "--format", "csv").stdout.count("\n") == 3
    found = json.loads(run("log", "export", "my.log").stdout)
    assert [one["outcome"] for one in found] == ["phone", "rejected"]
    assert b"Copper Pot" not in Path("my.log").read_bytes()


@pytest.mark.parametrize("args", [("my.log",), ("my.log", "--id", "1"), ("my.log", "people/tomas.txt")])
def test_log_add_needs_two_files_or_an_id_with_an_outcome(args):
    assert CliRunner().invoke(main, ["log", "add", *args]).exit_code == 2 or not Path("my.log").exists()


def test_diff_of_postings_and_of_resumes():
    text = run("diff", "jobs/nurse.txt", "edited.txt", "--resume", "people/pilar.txt").stdout
    assert "+ Ventilator training (required)" in text
    assert "- Spanish (preferred)" in text
    assert "score: " in text
    assert run("diff", "jobs/nurse.txt", "jobs/nurse.txt").stdout.startswith("No requirement changed.")
    Path("new.txt").write_text(PILAR.replace("- Wound care after abdominal surgery\n", ""))
    quoted = run("diff", "people/pilar.txt", "new.txt", "--posting", "jobs/nurse.txt").stdout
    assert "was: Wound care after abdominal surgery" in quoted
    assert (
        "abdominal"
        not in run("diff", "people/pilar.txt", "new.txt", "--posting", "jobs/nurse.txt", "--no-evidence").stdout
    )


def test_compare_shows_both_sides():
    text = run("compare", "people/tomas.txt", "people/pilar.txt", "jobs/nurse.txt").stdout
    assert "other: Wound care after abdominal surgery" in text
    found = json.loads(
        run("compare", "people/tomas.txt", "people/pilar.txt", "jobs/nurse.txt", "--json", "--no-evidence").stdout
    )
    assert found["theirs"]["coverage"]["score"] > found["mine"]["coverage"]["score"]
    assert "abdominal" not in json.dumps(found)


def test_progress_words():
    assert progress(120, 400, 5.0) == "120 of 400 rows, 24 a second, about 12 s left"
    assert progress(10, 36_010, 1.0) == "10 of 36,010 rows, 10 a second, about 60 min left"
    assert progress(1, 0, 0.0) == "1 of 1 rows, 0 a second, about 0 s left"


def test_a_folder_without_a_file_is_told_of():
    Path("none").mkdir()
    result = CliRunner().invoke(main, ["batch", "--resumes", "none", "--postings", "jobs", "-o", "out.jsonl"])
    assert result.exit_code == 3
    assert "none: the folder holds no file" in result.stderr


def test_a_batch_in_which_nothing_could_be_read_says_why():
    Path("bad").mkdir()
    for name in ("a.txt", "b.txt"):
        Path("bad", name).touch()
    result = run("batch", "--resumes", "bad", "--postings", "jobs", "-o", "out.csv", "-j", "1")
    assert result.exit_code == 3
    assert "2 skipped: is empty." in result.stderr


def test_the_id_column_of_one_table_leaves_the_other_its_own():
    Path("people.jsonl").write_text(json.dumps({"id": "pilar", "text": PILAR}) + "\n")
    Path("jobs.jsonl").write_text(json.dumps({"number": "n1", "text": NURSE}) + "\n")
    args = ("--resumes", "people.jsonl", "--postings", "jobs.jsonl", "--id-column", "number", "--slim", "-j", "1")
    run("batch", *args, "-o", "out.jsonl")
    row = json.loads(Path("out.jsonl").read_text().splitlines()[1])
    assert (row["resume"], row["posting"]) == ("pilar", "n1")


def test_rank_says_what_to_change_in_whole_words():
    rows = json.loads(run("rank", "people/tomas.txt", "jobs", "-j", "1", "--json").stdout)
    asked = {line.strip("- ") for line in (NURSE + COOK).splitlines()}
    assert all(one["row"]["next_change"].partition("; not shown")[0] in asked for one in rows)


@pytest.mark.parametrize("given", [("people", "jobs/nurse.txt"), ("people/pilar.txt", "jobs")])
def test_an_application_is_one_resume_and_one_posting(given):
    result = CliRunner().invoke(main, ["log", "add", "log.db", *given, "--no-config"])
    assert result.exit_code == 2, result.stderr
    assert "is not one document" in result.stderr
    assert not Path("log.db").exists()


@pytest.mark.parametrize("command", [("rank", "people/pilar.txt", "bad"), ("trends", "people/pilar.txt", "bad")])
def test_nothing_that_could_be_read_is_no_success(command):
    Path("bad").mkdir()
    Path("bad/empty.txt").touch()
    result = run(*command, "-j", "1")
    assert result.exit_code == 3
    assert "skipped: empty.txt: is empty" in result.stderr


def test_trends_of_a_resume_that_the_batch_has_not():
    run("batch", "--resumes", "people", "--postings", "jobs", "-o", "out.jsonl", "-j", "1")
    result = run("trends", "out.jsonl", "--resume", "nobody")
    assert result.exit_code == 3
    assert "nothing to learn from" in result.stderr
