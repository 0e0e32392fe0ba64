from __future__ import annotations

import errno
import io
import os
import sys

import click
import pytest

from gapcheck import console
from gapcheck.errors import ConfigError, CorruptFile, ParseTimeout, WorkerCrashed


def fail_with(error):
    def run():
        raise error

    return run


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (ConfigError("is wrong"), 2),
        (CorruptFile("is damaged", source="cv.pdf"), 3),
        (ParseTimeout("parse_timeout", 11, 10), 3),
        (WorkerCrashed("ended"), 3),
        (click.UsageError("no"), 2),
        (KeyboardInterrupt(), 130),
        (BrokenPipeError(), 141),
        (ValueError("secret"), 70),
        (RecursionError("secret"), 70),
        (MemoryError(), 70),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else "",
)
def test_every_failure_has_its_exit_code_and_no_trace(error, code, capsys):
    assert console.guarded(fail_with(error)) == code
    said = capsys.readouterr()
    assert said.out == ""
    assert "Traceback" not in said.err
    assert "secret" not in said.err


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_output_that_cannot_be_written_says_why(number, capsys):
    assert console.guarded(fail_with(OSError(number, os.strerror(number)))) == 2
    assert f"cannot be written: {os.strerror(number).lower()}. Write to a file with -o." in capsys.readouterr().err


def test_streams_that_a_shell_closed_take_no_file_in(monkeypatch):
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    assert console.guarded(lambda: print("nobody reads this")) == 0
    for name in ("stdin", "stdout", "stderr"):
        getattr(sys, name).close()


@pytest.mark.parametrize(("result", "code"), [(None, 0), (0, 0), (1, 1)])
def test_the_result_of_a_command_is_the_exit_code(result, code):
    assert console.guarded(lambda: result) == code


def test_standard_input_is_read_up_to_one_byte_over_the_limit(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"x" * 3_000_000)))
    assert len(console.read_stdin(2_000_000)) == 2_000_001


def test_a_closed_standard_input_is_empty(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    assert console.read_stdin(10) == b""


@pytest.mark.parametrize(("encoding", "shown"), [("utf-8", True), ("ascii", False), ("latin-1", False)])
def test_glyphs_are_shown_where_the_stream_has_them(encoding, shown, monkeypatch):
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding=encoding))
    assert console.can_show("✓") == shown


def test_a_dumb_terminal_gets_no_colour(monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    monkeypatch.setattr(sys, "stdout", Terminal())
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert console.wants_color()
    monkeypatch.setenv("TERM", "dumb")
    assert not console.wants_color()


@pytest.mark.parametrize(
    ("content", "replaced"),
    [
        (b"", True),
        (b"Marketing\n...\ngapcheck report 0.1.0\n", True),
        (b'<meta name="generator" content="gapcheck report 0.1.0">' + b"x" * 5000, True),
        (b"my resume", False),
        (b"x" * 2000 + b"a gapcheck report in the middle" + b"x" * 2000, False),
    ],
)
def test_only_a_report_is_replaced_without_force(content, replaced, tmp_path):
    target = tmp_path / "file"
    target.write_bytes(content)
    if replaced:
        console.check_target(target, force=False, inputs=())
    else:
        with pytest.raises(ConfigError, match="add --force"):
            console.check_target(target, force=False, inputs=())
    console.check_target(target, force=True, inputs=())


def test_an_input_is_never_replaced_even_under_another_name(tmp_path):
    resume, link = tmp_path / "resume.txt", tmp_path / "link.txt"
    resume.write_text("words")
    link.symlink_to(resume)
    with pytest.raises(ConfigError, match="one of the files to be read"):
        console.check_target(link, force=True, inputs=(str(resume),))
