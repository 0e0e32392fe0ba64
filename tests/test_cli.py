from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import time
from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gapcheck import cli
from gapcheck.cli import main
from gapcheck.settings import find_settings

DEMO = Path(cli.__file__).with_name("demo")
RESUME, POSTING = str(DEMO / "resume.txt"), str(DEMO / "posting.txt")
HEAVY = (
    "spacy", "sklearn", "scipy", "numpy", "pdfminer", "docx", "pydantic", "rich", "jinja2", "lxml", "inscriptis",
    "rapidfuzz", "charset_normalizer", "platformdirs",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _empty_place(tmp_path, monkeypatch):
    """No settings file of the machine, no terminal settings of the caller."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


def run(*args: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, args, input=stdin, catch_exceptions=False)


def process(*args: str, **options) -> subprocess.CompletedProcess[bytes]:
    env = os.environ | {"PYTHONPATH": str(Path(cli.__file__).parents[1])}
    env |= options.pop("env", {})
    return subprocess.run([sys.executable, *args], capture_output=True, timeout=180, env=env, check=False, **options)


# --- what can be asked -----------------------------------------------------------------------------------------


def test_help_begins_with_examples_and_is_short():
    result = run("--help")
    lines = result.stdout.splitlines()
    assert result.exit_code == 0
    assert lines.index("Examples:") < 8
    assert len(lines) <= 60
    assert max(len(line) for line in lines) <= 120


def test_help_names_every_option_command_and_exit_code():
    text = run("--help").stdout
    for param in cli.check.params:
        if param.param_type_name == "option":
            assert param.opts[0] in text
    for name, command in main.commands.items():
        assert command.hidden or f"  {name} " in text
    assert all(f"  {name} " in text for name in cli.COMMANDS)
    for code in ("0 ran", "1 below", "2 wrong", "3 an input", "130 interrupted"):
        assert code in text


@pytest.mark.parametrize("args", [("--help",), ("--version",), ("resume.pdf",), ("--nonsense",), ()])
def test_nothing_heavy_is_loaded_to_answer(args):
    code = (
        "import sys\nfrom gapcheck.cli import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        f"loaded = [name for name in {HEAVY!r} if name in sys.modules]\n"
        "sys.exit(f'loaded {loaded}' if loaded else 0)"
    )
    assert process("-c", code, *args).returncode == 0


def test_version():
    assert run("--version").stdout.startswith("gapcheck ")


def test_without_arguments_the_help_is_shown():
    result = run()
    assert result.exit_code == 2
    assert "Examples:" in result.stderr


# --- wrong usage -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("resume.txt",), "Missing argument 'POSTING'"),
        ((RESUME, POSTING, "--bogus"), "--bogus"),
        (("-", "-"), "only once"),
        ((RESUME, POSTING, "--json", "--format", "html"), "exclude each other"),
        ((RESUME, POSTING, "--json", "--brief"), "belong to the text report"),
        ((RESUME, POSTING, "--why", "r1", "-o", "x.html"), "belong to the text report"),
        ((RESUME, POSTING, "--full", "--brief"), "exclude each other"),
        ((RESUME, POSTING, "--fail-under", "lots"), "give a percentage, for example 75"),
        ((RESUME, POSTING, "--fail-under", "101"), "from 0 to 100"),
        ((RESUME, POSTING, "--fail-under", "0.75"), "for 0.75 write 75"),
        ((RESUME, POSTING, "--today", "01/2026"), "2026-01"),
        ((RESUME, POSTING, "--today", "2026-13"), "2026-01"),
        ((RESUME, POSTING, "--config", "none.toml"), "none.toml: cannot be read"),
        ((RESUME, POSTING, "--config", "x.toml", "--no-config"), "exclude each other"),
        ((RESUME, POSTING, "-o", RESUME), "is one of the files to be read"),
        ((RESUME, POSTING, "-o", RESUME, "--force"), "is one of the files to be read"),
        ((RESUME, POSTING, "-o", "."), "is a folder"),
    ],
)
def test_wrong_usage_is_two_and_says_what_to_do(args, words):
    result = run(*args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr
    assert "Traceback" not in result.stderr


# --- what cannot be read ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["gone.pdf", "folder", "empty.txt", "blob.bin"])
def test_what_cannot_be_read_is_three_and_named(name, tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty.txt").touch()
    (tmp_path / "blob.bin").write_bytes(bytes(range(256)) * 20)
    for args in ((name, POSTING), ("text", name)):
        result = run(*args)
        assert (result.exit_code, result.stdout) == (3, "")
        assert result.stderr.startswith(f"gapcheck: {name}: ")


def test_empty_standard_input_is_named():
    result = run("text", "-", stdin="")
    assert result.exit_code == 3
    assert result.stderr.startswith("gapcheck: standard input: ")


def test_a_file_name_cannot_act_on_the_terminal():
    for args in (("\x1b[2J.pdf", POSTING), ("text", "\u202efdp.emuser"), ("--\x1b[2J", "a")):
        result = run(*args)
        assert result.exit_code in (2, 3)
        assert all(char.isprintable() or char == "\n" for char in result.stderr)


# --- gapcheck text ---------------------------------------------------------------------------------------------


def test_text_prints_what_was_read_and_nothing_else_on_standard_output():
    result = run("text", RESUME)
    assert result.exit_code == 0
    assert "Coordinate trade shows: six a year" in result.stdout
    assert result.stdout.startswith("Marisol Vance\n")
    assert result.stderr.startswith("resume.txt: text, 1 page, ")


def test_text_reads_standard_input():
    result = run("text", "-", stdin="Skills\nPython\n")
    assert result.stdout == "Skills\nPython\n"
    assert result.stderr.startswith("standard input: ")


def test_text_lets_no_control_character_through(tmp_path):
    (tmp_path / "evil.txt").write_bytes(b"Skills\n\x1b]0;owned\x07Python \xe2\x80\xaenohtyP\n")
    result = run("text", "evil.txt")
    assert all(char.isprintable() or char == "\n" for char in result.stdout + result.stderr)


def test_a_file_named_like_a_command_can_be_read(tmp_path):
    (tmp_path / "text").write_text("Skills\nPython\n")
    assert run("text", "./text").stdout == "Skills\nPython\n"


# --- settings --------------------------------------------------------------------------------------------------


def test_an_unknown_key_of_the_settings_file_is_named(tmp_path):
    (tmp_path / "gapcheck.toml").write_text("stretsh = 0.7\n")
    result = run("text", RESUME)
    assert result.exit_code == 2
    assert "gapcheck.toml: has an unknown key 'stretsh'. Did you mean 'stretch'?" in result.stderr


def test_no_config_ignores_the_settings_file(tmp_path):
    (tmp_path / "gapcheck.toml").write_text("stretsh = 0.7\n")
    assert run("text", RESUME, "--no-config").exit_code == 0


def test_the_nearest_settings_file_holds(tmp_path):
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    assert find_settings(deep) is None
    (tmp_path / "pyproject.toml").write_text("[tool.gapcheck]\nstretch = 0.7\n")
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.other]\n")
    assert find_settings(deep) == tmp_path / "pyproject.toml"
    (tmp_path / "gapcheck.toml").write_text("stretch = 0.6\n")
    assert find_settings(deep) == tmp_path / "gapcheck.toml"
    (deep / "gapcheck.toml").write_text("stretch = 0.5\n")
    assert find_settings(deep) == deep / "gapcheck.toml"


def test_the_users_own_settings_hold_where_no_others_do(tmp_path, monkeypatch):
    monkeypatch.setattr("platformdirs.user_config_path", lambda *_args, **_options: tmp_path / "config")
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "gapcheck.toml").write_text("stretch = 0.6\n")
    assert find_settings(tmp_path) == tmp_path / "config" / "gapcheck.toml"


def test_somebody_elses_broken_pyproject_is_not_our_business(tmp_path):
    (tmp_path / "pyproject.toml").write_text("[tool\n")
    assert find_settings(tmp_path) is None


def test_an_encoder_of_ones_own_is_named_in_the_versions(tmp_path):
    pytest.importorskip("safetensors")
    pytest.importorskip("tokenizers")
    from tests.matchers.encoders import write_encoder

    write_encoder(tmp_path / "mini")
    bare, given = (json.loads(run(RESUME, POSTING, "--json", *more).stdout) for more in ((), ("--encoder", "mini")))
    assert set(given["versions"]) - set(bare["versions"]) == {"encoder"}
    (tmp_path / "gapcheck.toml").write_text('encoder = "mini"\n')
    assert json.loads(run(RESUME, POSTING, "--json").stdout)["versions"] == given["versions"]


def test_a_folder_that_is_no_encoder_is_wrong_usage(tmp_path):
    done = process("-m", "gapcheck", RESUME, POSTING, "--encoder", str(tmp_path / "nowhere"))
    assert done.returncode == 2
    assert b"nowhere: is no encoder: it has no config.json. Give the folder" in done.stderr
    assert str(tmp_path).encode() not in done.stderr


# --- an unexpected error ---------------------------------------------------------------------------------------


def fail(**_options):
    raise KeyError("the resume's own words")


def test_an_unexpected_error_is_one_sentence_without_the_files_words(monkeypatch):
    monkeypatch.setitem(main.commands["text"].__dict__, "callback", fail)
    result = run("text", RESUME)
    assert result.exit_code == 70
    assert result.stderr.count("\n") == 1
    assert "KeyError in" in result.stderr
    assert "own words" not in result.stderr


def test_debug_shows_the_trace(monkeypatch):
    monkeypatch.setitem(main.commands["text"].__dict__, "callback", fail)
    with pytest.raises(KeyError, match="own words"):
        run("text", RESUME, "--debug")


def test_an_interruption_is_130(monkeypatch):
    def interrupt(**_options):
        raise KeyboardInterrupt

    monkeypatch.setitem(main.commands["text"].__dict__, "callback", interrupt)
    result = run("text", RESUME)
    assert (result.exit_code, result.stderr) == (130, "\ninterrupted\n")


@pytest.mark.skipif(os.name == "nt", reason="no such pipes")
def test_a_reader_that_leaves_early_is_no_error(tmp_path):
    (tmp_path / "long.txt").write_text("Managed trade shows\n" * 8_000)
    command = f"'{sys.executable}' -m gapcheck text long.txt | head -1"
    env = os.environ | {"PYTHONPATH": str(Path(cli.__file__).parents[1])}
    done = subprocess.run(["sh", "-c", command], capture_output=True, timeout=120, env=env, check=False)
    assert done.stdout == b"Managed trade shows\n"
    assert b"rror" not in done.stderr.replace(b"mirror", b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
@pytest.mark.parametrize("arguments", ["text long.txt", "schema", "--help"])
def test_a_full_disk_is_told_in_words(tmp_path, arguments):
    (tmp_path / "long.txt").write_text("Managed trade shows\n")
    env = os.environ | {"PYTHONPATH": str(Path(cli.__file__).parents[1])}
    command = f"'{sys.executable}' -m gapcheck {arguments} > /dev/full"
    done = subprocess.run(["sh", "-c", command], capture_output=True, cwd=tmp_path, env=env, check=False)
    assert done.returncode == 2
    assert b"standard output cannot be written: no space left on device" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="no such streams")
@pytest.mark.parametrize("closed", [">&-", ">&- 2>&-", "<&-", "<&- >&- 2>&-"])
def test_closed_streams_do_no_harm(tmp_path, closed):
    env = os.environ | {"PYTHONPATH": str(Path(cli.__file__).parents[1])}
    command = f"'{sys.executable}' -m gapcheck demo --no-config --today 2026-01 -o out.json {closed}"
    done = subprocess.run(["sh", "-c", command], capture_output=True, cwd=tmp_path, env=env, check=False)
    assert done.returncode == 0
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["coverage"]["met"] == 7


@pytest.mark.skipif(os.name == "nt", reason="a folder in use cannot be deleted")
def test_a_folder_that_was_deleted_is_no_reason_to_stop(tmp_path):
    env = os.environ | {"PYTHONPATH": str(Path(cli.__file__).parents[1])}
    command = f"mkdir gone; cd gone; rmdir ../gone; '{sys.executable}' -m gapcheck demo --brief --today 2026-01"
    done = subprocess.run(["sh", "-c", command], capture_output=True, cwd=tmp_path, env=env, check=False)
    assert (done.returncode, done.stdout[:3]) == (0, b"79%")


def test_a_terminal_without_unicode_gets_ascii(tmp_path):
    (tmp_path / "a.txt").write_text("Café – “menu”\n", encoding="utf-8")
    done = process("-m", "gapcheck", "text", "a.txt", env={"PYTHONIOENCODING": "ascii"}, cwd=tmp_path)
    assert done.stdout.decode("ascii").splitlines() == ['Cafe - "menu"']


# --- the check -------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def value():
    """The demo's report as JSON."""
    return json.loads(run("demo", "--json", "--no-config", "--today", "2026-01").stdout)


def test_the_default_is_the_text_report(value):
    result = run(RESUME, POSTING)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[1] == f"resume.txt (1 page) vs posting.txt ({len(value['requirements'])} requirements)"
    assert lines[-2].startswith("Next: --full")
    assert result.stderr == ""


def test_full_has_all_quotations_and_all_advice():
    short, full = (run(RESUME, POSTING, *more).stdout for more in ((), ("--full",)))
    assert len(short.splitlines()) < 56 < len(full.splitlines())
    assert "In short" not in short
    assert "In short" in full


def test_the_demo_is_the_worked_example(value):
    coverage = value["coverage"]
    assert (coverage["met"], coverage["partial"], coverage["missing"]) == (7, 2, 1)
    assert coverage["score"] == pytest.approx(15 / 19)
    assert coverage["verdict"] == "stretch"


def test_the_demos_pdf_and_text_say_the_same():
    pdf, text = (run("text", str(DEMO / name)).stdout for name in ("resume.pdf", "resume.txt"))
    assert re.findall(r"[\w@.+%]+", pdf) == re.findall(r"[\w@.+%]+", text)


def test_options_may_stand_before_the_files():
    assert run("--brief", RESUME, POSTING).stdout == run(RESUME, POSTING, "--brief").stdout


@pytest.mark.parametrize(
    ("format", "beginning"),
    [("json", "{"), ("markdown", "# "), ("html", "<!doctype html>"), ("github", "::")],
)
def test_each_format_is_alone_on_standard_output(format, beginning):
    result = run(RESUME, POSTING, "--format", format)
    assert result.stdout.startswith(beginning)
    assert result.stderr == ""


def test_equal_runs_give_equal_bytes():
    assert run(RESUME, POSTING, "--json").stdout == run(RESUME, POSTING, "--json").stdout


@pytest.mark.parametrize("dash", [0, 1])
def test_either_file_may_be_standard_input(dash):
    names = [RESUME, POSTING]
    content = Path(names[dash]).read_bytes()
    names[dash] = "-"
    result = run(*names, stdin=content)
    assert result.exit_code == 0
    assert "standard input" in result.stdout.splitlines()[1]


@pytest.mark.parametrize("delta", [-1, 0, 1])
def test_fail_under_compares_the_unrounded_score(delta, value):
    exact = Fraction(value["coverage"]["score"]).limit_denominator(1000) * 100
    under = exact + Fraction(delta, 10**9)
    result = run(RESUME, POSTING, "--fail-under", f"{under.numerator}/{under.denominator}")
    assert result.exit_code == (1 if delta > 0 else 0)
    assert ("is below" in result.stderr) == (delta > 0)


def test_brief_is_one_line():
    assert run(RESUME, POSTING, "--brief").stdout.count("\n") == 1


def test_why_explains_one_requirement():
    assert run(RESUME, POSTING, "--why", "r4").stdout.startswith("r4  ")


def test_why_of_an_unknown_requirement_is_wrong_usage():
    result = run(RESUME, POSTING, "--why", "r99")
    assert (result.exit_code, result.stdout) == (2, "")


def test_redact_and_no_evidence_reach_the_report():
    assert "Marisol" not in run(RESUME, POSTING, "--redact", "--format", "html").stdout
    assert '"' not in run(RESUME, POSTING, "--no-evidence").stdout.split("Missing keywords")[0]


@pytest.mark.parametrize(
    ("args", "env", "colored"),
    [
        ((), {}, False),
        (("--color",), {}, True),
        ((), {"FORCE_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (("--no-color",), {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_only_where_it_is_wanted(args, env, colored, monkeypatch):
    for name, setting in env.items():
        monkeypatch.setenv(name, setting)
    assert ("\x1b[" in run(RESUME, POSTING, *args).stdout) == colored


def test_width_and_ascii_reach_the_report():
    text = run(RESUME, POSTING, "--width", "60", "--ascii").stdout
    assert text.isascii()
    assert max(len(line) for line in text.splitlines()) <= 60


# --- letter, longer resume, watch ---------------------------------------------------------------------------------


@pytest.fixture
def beside(tmp_path):
    (tmp_path / "letter.txt").write_text("Dear team,\nI hosted six webinars with outside vendors.\n", encoding="utf-8")
    text = (
        Path(RESUME)
        .read_text(encoding="utf-8")
        .replace("\nEDUCATION", "- Hosted six webinars for dealers\n\nEDUCATION")
    )
    (tmp_path / "everything.txt").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_letter_is_reported_beside_the_resume(beside):
    found = json.loads(run(RESUME, POSTING, "--letter", "letter.txt", "--json").stdout)
    assert found["letter"]["source"] == "letter.txt"
    assert found["coverage"] == json.loads(run(RESUME, POSTING, "--json").stdout)["coverage"]
    assert "Cover letter" in run(RESUME, POSTING, "--letter", "letter.txt").stdout


def test_a_longer_resume_is_searched_for_missing_keywords(beside):
    found = json.loads(run(RESUME, POSTING, "--master", "everything.txt", "--json").stdout)["master"]
    assert found["source"] == "everything.txt"
    assert all(f["name"] in ("webinars", "outside vendors", "Coordinate projects") for f in found["found"])


@pytest.mark.parametrize("option", ["--letter", "--master"])
def test_a_file_beside_the_resume_that_is_not_there_is_named(option):
    result = run(RESUME, POSTING, option, "nowhere.txt")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "nowhere.txt" in result.stderr


def test_output_never_replaces_the_letter(beside):
    assert "is one of the files" in run(RESUME, POSTING, "--letter", "letter.txt", "-o", "letter.txt", "--force").stderr


def test_standard_input_cannot_be_watched():
    result = run(RESUME, "-", "--watch", stdin="text")
    assert result.exit_code == 2
    assert "--watch needs files" in result.stderr


def interrupted(running: subprocess.Popen) -> int:
    """The exit code after Ctrl-C, pressed again as a person would: an interrupt inside a finalizer is lost."""
    for _ in range(20):
        time.sleep(2)
        running.send_signal(signal.SIGINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            return running.wait(5)
    raise AssertionError("still running after twenty interrupts")


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
def test_watch_checks_again_when_a_file_is_saved(tmp_path):
    whole = Path(RESUME).read_text(encoding="utf-8")

    def save(text: str) -> None:
        """In one step, so that a slow machine never shows half of it."""
        (tmp_path / "new").write_text(text, encoding="utf-8")
        (tmp_path / "new").replace(tmp_path / "r.txt")

    save(whole.replace("Master of Science in Marketing", "Folding of tents"))
    args = [sys.executable, "-m", "gapcheck", "r.txt", POSTING, "--watch", "--brief"]
    env = os.environ | {"PYTHONPATH": str(Path(cli.__file__).parents[1])}
    with subprocess.Popen(
        args,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=env,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a shell's background jobs ignore it
    ) as watching:
        try:
            first = watching.stdout.readline()
            save(whole)
            second = watching.stdout.readline()
            save("")
            assert any("is empty" in line for line in watching.stderr)
            save(whole)
            third = watching.stdout.readline()
            assert interrupted(watching) == 130
        finally:
            watching.kill()
    assert first != second == third


@pytest.mark.parametrize(
    ("typed", "offered"),
    [("gapcheck de", "plain,demo"), ("gapcheck my", "file,my"), ("gapcheck a.pdf b.txt --let", "plain,--letter")],
)
def test_the_shell_completes_commands_files_and_options(typed, offered):
    env = {"_GAPCHECK_COMPLETE": "bash_complete", "COMP_WORDS": typed, "COMP_CWORD": str(typed.count(" "))}
    assert offered in process("-m", "gapcheck", env=env).stdout.decode().split()


# --- -o --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "beginning"), [("r.html", "<!doctype"), ("r.json", "{"), ("r.MD", "# "), ("r", "")])
def test_output_goes_to_the_file_in_the_format_of_its_name(name, beginning, tmp_path):
    result = run(RESUME, POSTING, "-o", name)
    assert (result.stdout, result.stderr) == ("", f"wrote {name}\n")
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(beginning)


def test_a_former_report_is_replaced(tmp_path):
    for _ in range(2):
        assert run(RESUME, POSTING, "-o", "r.txt").exit_code == 0


def test_another_file_is_replaced_only_by_force(tmp_path):
    (tmp_path / "mine.txt").write_text("my own words")
    result = run(RESUME, POSTING, "-o", "mine.txt")
    assert result.exit_code == 2
    assert "mine.txt: exists and is not a report of gapcheck. Choose another name, or add --force." in result.stderr
    assert (tmp_path / "mine.txt").read_text() == "my own words"
    assert run(RESUME, POSTING, "-o", "mine.txt", "--force").exit_code == 0


def test_a_folder_that_is_not_there_is_wrong_usage():
    result = run(RESUME, POSTING, "-o", "nowhere/r.html")
    assert result.exit_code == 2
    assert "r.html: cannot be written: no such file or directory" in result.stderr


# --- gapcheck posting ------------------------------------------------------------------------------------------


def test_posting_lists_what_is_asked():
    text = run("posting", POSTING).stdout
    assert text.index("Required") < text.index("Coordinate trade shows") < text.index("Preferred")


def test_posting_as_json(value):
    found = json.loads(run("posting", POSTING, "--json").stdout)
    assert found["generator"] == "gapcheck posting"
    assert [req["text"] for req in found["requirements"]] == [req["text"] for req in value["requirements"]]


def test_a_mistyped_command_is_named():
    done = process("-m", "gapcheck", "demmo")
    assert done.returncode == 2
    assert b"there is no command 'demmo'. Did you mean 'demo'?" in done.stderr


def test_a_file_that_is_named_like_a_mistyped_command_is_a_file(tmp_path):
    (tmp_path / "tex").write_text("x", encoding="utf-8")
    assert "Missing argument 'POSTING'" in CliRunner().invoke(main, ["tex"]).output


def test_the_schema_needs_nothing_heavy():
    code = "import sys; from gapcheck.cli import main; main(['schema'], standalone_mode=False); sys.exit(int('pydantic' in sys.modules))"
    assert process("-c", code).returncode == 0
