"""The command line: arguments -> analyzer -> report -> exit code. Imports nothing heavy before it is needed."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from gapcheck import console
from gapcheck.errors import ConfigError, GapcheckError

if TYPE_CHECKING:
    from fractions import Fraction
    from pathlib import Path

    from click.shell_completion import CompletionItem

    from gapcheck.analyzer import Analyzer
    from gapcheck.parsers import Pending
    from gapcheck.settings import Settings
    from gapcheck.types import Report

_ANSWERED = ("--help", "-h", "--version")
FORMATS = ("text", "json", "markdown", "html", "github")
_FILE = click.Path(allow_dash=True)
_FOLDER = click.Path(file_okay=False)
_SUFFIXES = {".html": "html", ".htm": "html", ".json": "json", ".md": "markdown", ".markdown": "markdown"}

INTRO = "How well does a resume answer a job posting? Each requirement met, partly met or missing, with its proof."
EXAMPLES = """
gapcheck resume.pdf posting.txt                   the report
gapcheck resume.docx -                            paste the posting, end it with Ctrl-D
gapcheck resume.pdf posting.html -o report.html   the full report as a page
gapcheck resume.pdf posting.txt --why r4          explain one requirement
gapcheck resume.pdf posting.txt --letter my.docx  a cover letter beside the resume
gapcheck resume.pdf posting.txt --watch           check again whenever a file is saved
gapcheck resume.pdf posting.txt --fail-under 75   exit code 1 below 75 %
gapcheck demo                                     no files needed
"""
COMMANDS = {
    "batch": "Many resumes against many postings, as a table.",
    "rank": "The best postings for a resume.",
    "trends": "What many postings ask for, and which change opens most.",
    "log": "A log of your applications and what it teaches.",
    "diff": "What changed between two versions of a posting or resume.",
    "compare": "Your resume beside another, for the same posting.",
    "lexicon": "Import and check word lists of your own.",
}
"""Commands of `commands.py`, which is imported when one of them is called: --help is to answer at once."""
NOTES = """
Reads PDF, DOCX, HTML, Markdown, JSON and plain text; - is standard input, for one of the two. A file that is
named like a command: ./text. After -o an existing FILE is only replaced when it is a report of ours, or with --force.
Settings: gapcheck.toml here or above, else [tool.gapcheck] of pyproject.toml, else yours. Nothing leaves this computer.

Shell completion: eval "$(_GAPCHECK_COMPLETE=bash_source gapcheck)"; zsh_source and fish_source likewise.

Exit codes: 0 ran, 1 below --fail-under, 2 wrong usage or settings, 3 an input cannot be read, 130 interrupted.
"""


class _Main(click.Group):
    """Runs `check` unless the first argument names a command, and turns every failure into words."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if ctx.resilient_parsing and not args:  # a shell asks what may stand here
            return super().parse_args(ctx, args)
        if not args:
            click.echo(self.get_help(ctx), err=True)
            ctx.exit(console.USAGE)
        if args[0] not in (*self.list_commands(ctx), *_ANSWERED):
            self._mistyped(ctx, args)
            args = ["check", *args]
        return super().parse_args(ctx, args)

    def _mistyped(self, ctx: click.Context, args: list[str]) -> None:
        """Says so when the only name given is no file and nearly a command: `gapcheck demmo`."""
        from pathlib import Path

        if ctx.resilient_parsing or (len(args) > 1 and not args[1].startswith("-")) or Path(args[0]).exists():
            return
        import difflib

        if near := difflib.get_close_matches(args[0], [n for n in self.list_commands(ctx) if n != "check"], n=1):
            raise click.UsageError(f"there is no command {args[0]!r}. Did you mean {near[0]!r}?", ctx)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        return [*super().shell_complete(ctx, incomplete), CompletionItem(incomplete, type="file")]

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*self.commands, *(name for name in COMMANDS if name not in self.commands)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in COMMANDS and cmd_name not in self.commands:
            from gapcheck import commands

            for command in commands.COMMANDS:
                self.add_command(command)
        return super().get_command(ctx, cmd_name)

    def main(self, args: Any = None, *rest: Any, standalone_mode: bool = True, **extra: Any) -> Any:
        args = list(sys.argv[1:] if args is None else args)
        extra |= {"prog_name": "gapcheck", "terminal_width": console.help_width()}
        run = partial(super().main, args, *rest, standalone_mode=False, **extra)
        if not standalone_mode:
            return run()
        debug = "--debug" in args
        if not args or args[0] not in _ANSWERED:  # these end before a file is read, and logging takes time to import
            _quiet(debug)
        sys.exit(console.guarded(run, debug=debug))

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _write_help(ctx, formatter)


class _Format(click.ParamType):  # type: ignore[type-arg]  # generic in newer versions of click only
    """A format of the report: one of ours, or of an installed plug-in."""

    name = "format"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value in FORMATS:
            return value
        from gapcheck import plugins

        known = (*FORMATS, *plugins.names(plugins.REPORTS))
        if value not in known:
            self.fail(f"{value!r} is not one of {', '.join(known)}.", param, ctx)
        return value

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        return [CompletionItem(name) for name in FORMATS if name.startswith(incomplete)]


class _Check(click.Command):
    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _write_help(ctx, formatter)


def _write_help(ctx: click.Context, formatter: click.HelpFormatter) -> None:
    formatter.write(f"Usage: gapcheck RESUME POSTING [OPTIONS]\n       gapcheck COMMAND [OPTIONS]\n\n{INTRO}\n")
    with formatter.section("Examples"):
        formatter.write("".join(f"  {line}\n" for line in EXAMPLES.strip().splitlines()))
    records = [param.get_help_record(ctx) for param in check.params if isinstance(param, click.Option)]
    with formatter.section("Options"):
        formatter.write_dl([record for record in records if record] + [("--version", "Show the version.")], col_max=22)
    with formatter.section("Commands"):
        own = {name: command.short_help or "" for name, command in main.commands.items() if not command.hidden}
        formatter.write_dl([*(own | COMMANDS).items()])
    formatter.write(f"\n{NOTES.strip()}\n")


def _quiet(debug: bool) -> None:
    """Third-party warnings and log lines may quote a file: they are for --debug only."""
    if not debug:
        import logging
        import warnings

        if not logging.getLogger().handlers:
            logging.getLogger().addHandler(logging.NullHandler())
        warnings.simplefilter("ignore")


def _show_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from importlib.metadata import PackageNotFoundError, version

        try:
            click.echo(f"gapcheck {version('gapcheck')}")
        except PackageNotFoundError:  # run from a source tree that was never installed
            click.echo("gapcheck (not installed)")
        ctx.exit()


@click.group(cls=_Main, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version)
def main() -> None:
    """How well does a resume answer a job posting?"""


def _options(*options: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def add(command: Any) -> Any:
        for option in reversed(options):
            command = option(command)
        return command

    return add


def _as_path(_ctx: click.Context, _param: click.Parameter, value: str | None) -> Path | None:
    from pathlib import Path  # takes longer to import than --help to answer

    return None if value is None else Path(value)


_settings_options = _options(
    click.option("--config", type=click.Path(), callback=_as_path, metavar="FILE", help="Settings file (TOML)."),
    click.option("--no-config", is_flag=True, help="Ignore every settings file."),
    click.option("--debug", is_flag=True, help="Show the trace of an unexpected error."),
)
_screen_options = _options(
    click.option("--width", type=int, metavar="N", help="Columns; default: the terminal's, or 80."),
    click.option("--color/--no-color", default=None, help="Default: on a terminal, unless NO_COLOR is set."),
    click.option("--ascii", is_flag=True, help="ASCII characters only."),
)
_report_options = _options(
    click.option("--format", "-f", "format_", type=_Format(), metavar="NAME",
                 help="text, json, markdown, html or github; else by -o FILE."),
    click.option("--json", "json_", is_flag=True, help="Same as --format json."),
    click.option("--output", "-o", type=click.Path(), callback=_as_path, metavar="FILE",
                 help="Write the report to FILE."),
    click.option("--fail-under", metavar="N", callback=lambda _c, _p, value: _percentage(value),
                 help="Exit code 1 when coverage is below N percent."),
    click.option("--letter", type=_FILE, metavar="FILE", help="Cover letter: what it adds; never counted."),
    click.option("--master", type=_FILE, metavar="FILE", help="Your longer resume: which missing keywords it shows."),
    click.option("--lexicon", type=_FILE, multiple=True, metavar="FILE", help="Words of your own, added to the lexicon."),
    click.option("--encoder", type=_FOLDER, metavar="FOLDER",
                 help="Your sentence encoder, for missing duties."),
    click.option("--watch", is_flag=True, help="Check again whenever a file is saved; Ctrl-C ends it."),
    click.option("--why", metavar="ID", help="Explain one requirement, for example r4."),
    click.option("--brief", is_flag=True, help="One line."),
    click.option("--full", is_flag=True, help="All quotations and all advice, as in the HTML report."),
    click.option("--no-evidence", is_flag=True, help="Quote nothing of the resume."),
    click.option("--redact", is_flag=True, help="Replace name, e-mail, telephone, links and address."),
    _screen_options,
    click.option("--today", metavar="YYYY-MM", help='Month that "present" means; default: this month.'),
    click.option("--force", is_flag=True, help="Let -o replace any file."),
    _settings_options,
)  # fmt: skip


@main.command(cls=_Check, hidden=True)
@click.argument("resume", type=_FILE)
@click.argument("posting", type=_FILE)
@_report_options
def check(resume: str, posting: str, **options: Any) -> int:
    """The report of a resume against a posting."""
    return _check(resume, posting, **options)


@main.command(short_help="Run the check on two bundled files.")
@_report_options
def demo(**options: Any) -> int:
    """The report of a bundled resume against a bundled posting, to see what gapcheck does."""
    from importlib.resources import as_file, files

    with as_file(files("gapcheck").joinpath("demo")) as folder:
        return _check(str(folder / "resume.pdf"), str(folder / "posting.txt"), **options)


@main.command(short_help="Show what a machine reads in FILE.")
@click.argument("file", type=_FILE)
@_settings_options
def text(file: str, config: Path | None, no_config: bool, **_debug: bool) -> None:
    """The text that was read from FILE on standard output; what to know about it on standard error."""
    from gapcheck.reports.safe import one_line, visible

    document = _start([file], _settings(config, no_config))[0].result()
    pages = f"{len(document.pages)} page{'' if len(document.pages) == 1 else 's'}"
    size = f"{pages}, {len(document.lines)} lines, {len(document.text)} characters"
    click.echo(f"{one_line(document.source)}: {document.kind}, {size}", err=True)
    for notice in document.notices:
        words = f" ({', '.join(notice.words)})" if notice.words else ""
        click.echo(f"note: {one_line(notice.message + words)}", err=True)
    console.emit(f"{visible(document.text)}\n")


@main.command(short_help="Show what the posting in FILE asks for.")
@click.argument("file", type=_FILE)
@click.option("--json", "json_", is_flag=True, help="JSON instead of text.")
@_screen_options
@_settings_options
def posting(file: str, json_: bool, config: Path | None, no_config: bool, **screen: Any) -> None:
    """What the employer is looking for: required first, then preferred, with the keywords of each."""
    settings = _settings(config, no_config)
    document = _start([file], settings)[0].result()
    from gapcheck.reports.posting import posting_json, posting_text

    found = _analyzer(settings).posting(document)
    if json_:
        console.emit(posting_json(found.document, found.title, found.requirements), utf8=True)
        return
    options = _screen(screen)
    page = posting_text(found.document, found.title, found.requirements, **options)
    console.emit(page, color=options["color"])


@main.command(short_help="Print the JSON schema of a report.")
def schema() -> None:
    """The JSON schema of what --json prints, on standard output."""
    from importlib.resources import files

    console.emit(files("gapcheck.reports").joinpath("report.schema.json").read_text(encoding="utf-8"), utf8=True)


# --- the check, step by step -----------------------------------------------------------------------------------


def _check(resume: str, posting: str, *, output: Path | None, fail_under: Fraction | None, **options: Any) -> int:
    format_ = _format(options["format_"], options["json_"], output)
    if format_ != "text" and (options["why"] or options["brief"]):
        raise click.UsageError(
            "--why and --brief belong to the text report; leave out --format, --json or -o's suffix."
        )
    if sum(map(bool, (options["why"], options["brief"], options["full"]))) > 1:
        raise click.UsageError("--brief, --full and --why exclude each other.")
    beside = {name: options[name] for name in ("letter", "master") if options[name] is not None}
    inputs, lexicons = (resume, posting, *beside.values()), options["lexicon"]
    if output is not None:
        console.check_target(output, force=options["force"], inputs=inputs)
    settings = _settings(options["config"], options["no_config"], options["today"], options["encoder"])

    def show(report: Report) -> int:
        page, color = _page(report, format_, output, options, path=posting)
        if output is None:
            console.emit(page, color=color, utf8=format_ != "text")
        else:
            console.save(page, output)
        return _judge(report, fail_under)

    if not options["watch"]:
        return show(_analyze(settings, resume, posting, _analyzer(settings, lexicons) if lexicons else None, **beside))
    if "-" in inputs:
        raise click.UsageError("--watch needs files: standard input does not change.")
    return _watch(
        settings, inputs, lexicons, lambda analyzer: show(_analyze(settings, resume, posting, analyzer, **beside))
    )


def _format(format_: str | None, json_: bool, output: Path | None) -> str:
    if json_ and format_ not in (None, "json"):
        raise click.UsageError(f"--json and --format {format_} exclude each other.")
    by_suffix = _SUFFIXES.get(output.suffix.lower(), "text") if output else "text"
    return "json" if json_ else format_ or by_suffix


def _analyze(settings: Settings, resume: str, posting: str, analyzer: Analyzer | None = None, **beside: str) -> Report:
    """The report of the named files; *beside* are letter and longer resume."""
    started = _start([resume, posting, *beside.values()], settings)
    with console.busy("loading the lexicon"):  # meanwhile another process reads the PDF files
        analyzer = analyzer or _analyzer(settings)
    read_resume, read_posting, *others = [pending.result() for pending in started]
    return analyzer.analyze(read_resume, read_posting, **dict(zip(beside, others, strict=True)))


def _analyzer(settings: Settings, lexicons: tuple[str, ...] = ()) -> Analyzer:
    from gapcheck.analyzer import Analyzer
    from gapcheck.lexicon import Lexicon

    lexicon = Lexicon.default()
    for path in lexicons:
        lexicon = lexicon + Lexicon.load(path)
    return Analyzer(settings=settings, lexicon=lexicon)


def _watch(
    settings: Settings, names: tuple[str, ...], lexicons: tuple[str, ...], check: Callable[[Analyzer], int]
) -> int:
    """Checks once, then again whenever one of the files is saved, until it is interrupted."""
    from pathlib import Path

    analyzer = _analyzer(settings, lexicons)
    saved = console.saved([Path(name) for name in names])
    check(analyzer)
    for name in saved:
        click.echo(f"{name} was saved", err=True)
        try:
            check(analyzer)
        except GapcheckError as error:  # half of an edit: the next save may be whole again
            console.complain(str(error))
    return console.OK


def _start(names: list[str], settings: Settings) -> list[Pending]:
    """The named files, being read; `-` is standard input."""
    if names.count("-") > 1:
        raise click.UsageError("- (standard input) can be given only once: one file must have a name.")
    return [_submit(name, settings) for name in names]


def _submit(name: str, settings: Settings) -> Pending:
    from pathlib import Path

    from gapcheck import parsers

    if name != "-":
        return parsers.submit(Path(name), settings)
    return parsers.submit(console.read_stdin(settings.limits.max_file_bytes), settings, name="standard input")


def _page(report: Report, format_: str, output: Path | None, options: dict[str, Any], path: str) -> tuple[str, bool]:
    """The rendered report, and whether it holds colours."""
    from gapcheck.reports import render

    more: dict[str, Any] = {"evidence": not options["no_evidence"], "redact": options["redact"]}
    if format_ == "text":
        more |= _screen(options) | {"why": options["why"], "brief": options["brief"], "full": options["full"]}
        more |= {"next_steps": output is None}
        if output is not None:
            more |= {"color": bool(options["color"]), "ascii": options["ascii"]}
    if format_ == "github" and path != "-":
        more["path"] = path
    return render(report, format_, **more), more.get("color", False)


def _screen(options: dict[str, Any]) -> dict[str, Any]:
    color = console.wants_color() if options["color"] is None else options["color"]
    plain = options["ascii"] or not console.can_show("✓◐✗█░…")
    return {"width": options["width"] or console.terminal_width(), "color": color, "ascii": plain}


def _judge(report: Report, fail_under: Fraction | None) -> int:
    """The exit code: compared unrounded, so that 74.96 % is below 75."""
    if fail_under is None:
        return console.OK
    coverage = report.coverage
    exact = coverage.exact if coverage.exact is not None else coverage.score
    if exact is not None and coverage.verdict != "insufficient" and exact * 100 >= fail_under:
        return console.OK
    from gapcheck.reports.wording import score_text

    click.echo(f"coverage is below {float(fail_under):g}%: {score_text(coverage)}", err=True)
    return console.BELOW


def _percentage(value: str | None) -> Fraction | None:
    if value is None:
        return None
    from fractions import Fraction

    try:
        number = Fraction(value.strip().removesuffix("%"))
    except (ValueError, ZeroDivisionError):
        raise click.BadParameter("give a percentage, for example 75", param_hint="--fail-under") from None
    if not 0 <= number <= 100:
        raise click.BadParameter("give a percentage from 0 to 100", param_hint="--fail-under")
    if 0 < number < 1:
        raise click.BadParameter(
            f"is a percentage: for {value} write {float(number) * 100:g}", param_hint="--fail-under"
        )
    return number


# --- settings --------------------------------------------------------------------------------------------------


def _settings(config: Path | None, no_config: bool, today: str | None = None, encoder: str | None = None) -> Settings:
    from dataclasses import replace
    from pathlib import Path

    from gapcheck.settings import Settings, find_settings, load_settings

    if config is not None and no_config:
        raise click.UsageError("--config and --no-config exclude each other.")
    try:
        here = Path.cwd()
    except FileNotFoundError:  # the folder was deleted, which is no reason to complain
        here = Path("/")
    path = config or (None if no_config else find_settings(here))
    settings = Settings() if path is None else load_settings(path)
    if encoder is not None:
        settings = replace(settings, encoder=encoder)
    if today is None:
        return settings
    if not re.fullmatch(r"(19|20)\d\d-(0[1-9]|1[0-2])", today):
        raise ConfigError("--today is not a month", hint="Write it as YYYY-MM, for example 2026-01.")
    return replace(settings, today=today)
