"""Where the command line meets the terminal: streams, exit codes, and what is said when something goes wrong."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from gapcheck.errors import ConfigError, GapcheckError

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

OK, BELOW, USAGE, UNREADABLE, BUG, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 3, 70, 130, 141
MARKER = b"gapcheck report"
"""Every report names itself so; `-o` replaces a file that does, and no other."""


# --- running a command -----------------------------------------------------------------------------------------


def guarded(run: Callable[[], Any], *, debug: bool = False) -> int:
    """The exit code of *run*; every failure becomes words on standard error, never a traceback (but with *debug*)."""
    try:
        _fill_closed_streams()
        result = run()
        if sys.stdout is not None:
            sys.stdout.flush()
        return result if isinstance(result, int) else OK
    except GapcheckError as error:
        complain(str(error))
        return USAGE if isinstance(error, ConfigError) else UNREADABLE
    except click.UsageError as error:
        complain(error.format_message())
        if error.ctx is not None:
            click.echo("Try 'gapcheck --help'.", err=True)
        return USAGE
    except click.ClickException as error:
        complain(error.format_message())
        return USAGE
    except (KeyboardInterrupt, click.Abort):
        click.echo("interrupted", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        _discard_output()
        return PIPE_CLOSED
    except Exception as error:
        if isinstance(error, OSError) and error.filename is None and error.errno in _CANNOT_WRITE:
            _discard_output()
            complain(f"standard output cannot be written: {(error.strerror or '').lower()}. Write to a file with -o.")
            return USAGE
        if debug:
            raise
        complain(_unexpected(error))
        return BUG


_CANNOT_WRITE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF)


def _fill_closed_streams() -> None:
    """Where a shell closed a stream, what is written goes nowhere; else the next file to be opened would take its place."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123  for as long as we run


def complain(message: str) -> None:
    """One line on standard error, in which nothing can act on the terminal."""
    from gapcheck.reports.safe import visible

    click.echo(f"gapcheck: {visible(message)}", err=True)


def _unexpected(error: Exception) -> str:
    """Where it happened, without the error's own words: those may quote a file."""
    return (
        f"an unexpected error stopped it ({type(error).__name__} in {_place(error.__traceback__)}). Please report it "
        "with this line, which holds nothing of your files; --debug shows the details."
    )


def _place(trace: TracebackType | None) -> str:
    from pathlib import Path

    place = "unknown place"
    while trace is not None:
        path = Path(trace.tb_frame.f_code.co_filename)
        if "gapcheck" in path.parts:
            place = f"{path.name} line {trace.tb_lineno}"
        trace = trace.tb_next
    return place


def _discard_output() -> None:
    # The reader is gone; without this Python would complain once more when it flushes at exit.
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):  # a stream in memory has no descriptor, and nothing to flush
        return


@contextmanager
def busy(words: str) -> Iterator[None]:
    """Shows *words* on standard error while the block runs, when a person is watching."""
    watched = sys.stderr is not None and sys.stderr.isatty()
    if watched:
        click.echo(f"{words} ...\r", err=True, nl=False)
    try:
        yield
    finally:
        if watched:
            click.echo(f"{' ' * (len(words) + 4)}\r", err=True, nl=False)


_PAUSE = 0.15
"""Seconds between two looks at the files; a change is told when two looks agree."""


def saved(paths: Sequence[Path]) -> Iterator[str]:
    """The name of a file each time it was saved and then left alone for a moment; never ends.

    What happens before the first value is asked for counts too.
    """
    known = {path: _stamp(path) for path in paths}

    def changes() -> Iterator[str]:
        while True:
            time.sleep(_PAUSE)
            for path, before in known.items():
                now = _stamp(path)
                if now is None or now == before:
                    continue
                time.sleep(_PAUSE)
                if _stamp(path) == now:
                    known[path] = now
                    yield path.name

    return changes()


def _stamp(path: Path) -> tuple[int, int] | None:
    """What changes when a file is written; None while an editor has it replaced."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


# --- reading and writing ---------------------------------------------------------------------------------------


def read_stdin(maximum: int) -> bytes:
    """Standard input, one byte more than *maximum* at most, so that the limit is noticed and memory is not filled."""
    if sys.stdin is None:  # pythonw, or a shell that closed it
        return b""
    if sys.stdin.isatty():
        click.echo("Paste the text, then end it with Ctrl-D on an empty line (Ctrl-Z and Enter on Windows).", err=True)
    chunks, left = [], maximum + 1
    while left > 0 and (chunk := sys.stdin.buffer.read(min(left, 1 << 20))):
        chunks.append(chunk)
        left -= len(chunk)
    return b"".join(chunks)


def emit(text: str, *, color: bool = False, utf8: bool = False) -> None:
    """*text* on standard output, and nothing else; *utf8* for formats whose encoding is not the terminal's choice."""
    from gapcheck.reports.safe import ascii_only

    if utf8 and not sys.stdout.isatty():
        click.echo(text.encode(), nl=False)
    else:
        click.echo(text if can_show(text) else ascii_only(text), nl=False, color=color)


def can_show(text: str) -> bool:
    """Whether standard output's encoding has all characters of *text*."""
    try:
        text.encode(getattr(sys.stdout, "encoding", None) or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def wants_color() -> bool:
    """Colour on a terminal, unless NO_COLOR is set; FORCE_COLOR asks for it anywhere."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def terminal_width() -> int:
    """Columns of the terminal, 80 where there is none; not more than a line that is easy to read."""
    return min(_columns(), 120)


def help_width() -> int:
    """Columns of --help, as click would choose them."""
    return click.formatting.FORCED_WIDTH or max(min(_columns(), 80) - 2, 50)


def _columns() -> int:
    """What `shutil.get_terminal_size` would say; importing that takes a good part of the time that --help may take."""
    told = os.environ.get("COLUMNS", "")
    if told.isdecimal() and int(told) > 0:
        return int(told)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or 80  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):  # no terminal, or closed
        return 80


def check_target(target: Path, *, force: bool, inputs: tuple[str, ...]) -> None:
    """Raises ConfigError where writing to *target* would destroy something; called before the work is done."""
    from pathlib import Path

    if any(name != "-" and _same_file(Path(name), target) for name in inputs):
        raise ConfigError("is one of the files to be read", hint="Choose another name after -o.", source=target)
    if target.is_dir():
        raise ConfigError("is a folder", hint="Give a file name after -o.", source=target)
    if target.exists() and not force and not _is_report(target):
        raise ConfigError(
            "exists and is not a report of gapcheck", hint="Choose another name, or add --force.", source=target
        )


def save(text: str, target: Path) -> None:
    """Writes *text* to *target* and says so; raises ConfigError when the system does not let it."""
    from gapcheck.reports.safe import one_line

    try:
        target.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        hint = "Choose another place after -o."
        raise ConfigError(f"cannot be written: {reason}", hint=hint, source=target) from error
    click.echo(f"wrote {one_line(target.name)}", err=True)


def _same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:  # one of them does not exist
        return False


def _is_report(path: Path) -> bool:
    """Whether the file is empty or names itself a report, at its beginning or at its end."""
    try:
        content = path.read_bytes()
    except OSError:
        return False
    return not content or MARKER in content[:1500] or MARKER in content[-300:]
