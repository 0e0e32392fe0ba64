"""Commands over many files: batch, rank, trends, log, diff, compare. Nothing heavy is imported before it is needed."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, replace
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gapcheck import console
from gapcheck.errors import ConfigError, InputError

if TYPE_CHECKING:
    from gapcheck.batch.applog import Application
    from gapcheck.batch.rows import Row
    from gapcheck.batch.sources import Inputs
    from gapcheck.batch.trends import Heard
    from gapcheck.settings import Settings

_FILE = click.Path(path_type=Path)
_OUTCOMES = ("no_answer", "phone", "interview", "rejected", "offer")


def _options(*options: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def add(command: Any) -> Any:
        for option in reversed(options):
            command = option(command)
        return command

    return add


_settings_options = _options(
    click.option("--today", metavar="YYYY-MM", help='Month that "present" means; default: this month.'),
    click.option("--config", type=_FILE, metavar="FILE", help="Settings file (TOML)."),
    click.option("--no-config", is_flag=True, help="Ignore every settings file."),
    click.option("--debug", is_flag=True, help="Show the trace of an unexpected error."),
)
_work_options = _options(
    click.option("--jobs", "-j", type=int, metavar="N", help="Processes; default: one for each core."),
    click.option("--cache/--no-cache", default=False, help="Keep postings and results (no resume text) for next time."),
)
_json = click.option("--json", "json_", is_flag=True, help="JSON instead of text.")
_no_evidence = click.option("--no-evidence", is_flag=True, help="Quote nothing of the resumes.")
_output = click.option("--output", "-o", type=_FILE, metavar="FILE", help="Write to FILE.")


def _stops(command: Callable[..., Any]) -> Callable[..., Any]:
    """*command*, which ends quickly and quietly when it is interrupted, its processes with it."""

    @wraps(command)
    def run(*args: Any, **options: Any) -> Any:
        from gapcheck.batch.processes import stoppable

        with stoppable():
            return command(*args, **options)

    return run


# --- batch -----------------------------------------------------------------------------------------------------


@click.command(short_help="Many resumes against many postings, as a table.")
@click.option(
    "--resumes", multiple=True, required=True, metavar="PATH", help="File, folder, 'glob' or table; again for more."
)
@click.option("--postings", multiple=True, required=True, metavar="PATH", help="The same for postings.")
@click.option("--output", "-o", required=True, type=_FILE, metavar="FILE", help="A .jsonl, .csv or .parquet file.")
@click.option("--resume-column", metavar="NAME", help="Column of the text in a table of resumes.")
@click.option("--posting-column", metavar="NAME", help="Column of the text in a table of postings.")
@click.option("--id-column", metavar="NAME", help="Column that names the rows of a table.")
@click.option("--lexicon", multiple=True, metavar="FILE", help="Words of your own, added to the lexicon.")
@click.option("--encoder", metavar="FOLDER", help="Your sentence encoder, for missing duties.")
@click.option(
    "--best",
    type=click.IntRange(min=1),
    metavar="N",
    help="Only the N postings for each resume that a rough search finds.",
)
@click.option("--evidence", is_flag=True, help="Put lines of the resumes into the JSONL.")
@click.option("--slim", is_flag=True, help="Leave the single requirements out of the JSONL.")
@click.option("--restart", is_flag=True, help="Begin again instead of going on with an unfinished FILE.")
@click.option("--force", is_flag=True, help="Let -o replace a finished table.")
@_work_options
@_settings_options
@_stops
def batch(resumes: tuple[str, ...], postings: tuple[str, ...], output: Path, **options: Any) -> int:
    """Every resume against every posting, a row for each pair; a file that cannot be read is one row with the reason.

    Tables are .jsonl, .csv, .tsv and .parquet. Stopped or killed, it goes on where it was when it is started again.
    """
    from gapcheck.batch.journal import open_journal
    from gapcheck.batch.output import write_table
    from gapcheck.batch.sources import expand
    from gapcheck.batch.stream import Plan, analyzer_of, header_settings

    settings = _settings(**options)
    journal = _journal_of(output, force=options["force"])
    console.check_target(output, force=True, inputs=(*resumes, *postings))
    own = (output, journal)  # a folder to be read may be the one that is written to
    people = expand(resumes, text=options["resume_column"], id=options["id_column"], settings=settings, without=own)
    asked = expand(postings, text=options["posting_column"], id=options["id_column"], settings=settings, without=own)
    plan = Plan(settings, lexicons=options["lexicon"])
    wanted = {"requirements": not options["slim"], "evidence": options["evidence"]}
    if options["best"]:
        wanted["best"] = options["best"]
    basis = {"settings": header_settings(settings), "versions": analyzer_of(plan).versions, "rows": wanted}
    with open_journal(journal, basis, restart=options["restart"]) as out:
        before = len(out.done)
        found = _analyze(people, asked, settings, options, skip=out.done, lexicons=options["lexicon"])
        number, reasons = 0, Counter[str]()
        try:
            for row in _watched(found, lambda: _count(people) * min(_count(asked), options["best"] or 10**9) - before):
                out.add(row)
                number += 1
                reasons.update([row.reason] if row.status == "skipped" else [])
        except (KeyboardInterrupt, SystemExit):
            click.echo(f"\n{before + number} rows are kept in {journal.name}; the same command goes on.", err=True)
            raise
        out.flush_to_disk()
    if journal != output:
        from gapcheck.batch.journal import read_rows

        write_table(read_rows(journal), output)
        journal.unlink()
    known = f", {before} were done before" if before else ""
    skipped = reasons.total()
    click.echo(f"wrote {output.name}: {number} new rows, {skipped} of them skipped{known}", err=True)
    for reason, times in reasons.most_common(_REASONS):
        click.echo(f"  {times} skipped: {reason}", err=True)
    return console.UNREADABLE if skipped and skipped == number and not before else console.OK


_REASONS = 3
"""Reasons of skipped rows that are told of at the end; the table has them all."""


def _journal_of(output: Path, *, force: bool) -> Path:
    """Where rows are written while the batch runs: a table is made of them at the end."""
    suffix = output.suffix.lower()
    if suffix not in (".jsonl", ".ndjson", ".csv", ".parquet"):
        raise ConfigError("is not .jsonl, .csv or .parquet", hint="Choose one of these after -o.", source=output)
    if suffix in (".jsonl", ".ndjson"):
        return output
    if output.exists() and not force:
        raise ConfigError("exists", hint="Choose another name, or add --force.", source=output)
    if suffix == ".parquet":
        from gapcheck.batch.tables import need_pyarrow

        need_pyarrow()
    return output.with_name(f"{output.name}.unfinished.jsonl")


def _count(inputs: Inputs) -> int:
    from gapcheck.batch.sources import count

    return count(inputs)


def _watched(rows: Iterator[Row], total: Callable[[], int]) -> Iterator[Row]:
    """*rows*, with rate and remaining time on standard error while a person is watching."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield from rows
        return
    expected, started, shown = total(), time.monotonic(), 0.0
    for number, row in enumerate(rows, 1):
        yield row
        now = time.monotonic()
        if now - shown > 0.5:
            shown = now
            click.echo(f"\r{progress(number, expected, now - started)}\x1b[K", err=True, nl=False)
    click.echo("\r\x1b[K", err=True, nl=False)


def progress(number: int, expected: int, seconds: float) -> str:
    """ "120 of 400 rows, 24 a second, about 12 s left"; expected counts files, of which some may be skipped."""
    rate = number / seconds if seconds > 0 else 0.0
    left = max(0, expected - number) / rate if rate else 0.0
    shown = f"{left:.0f} s" if left < 100 else f"{left / 60:.0f} min" if left < 6000 else f"{left / 3600:.1f} h"
    return f"{number:,} of {max(expected, number):,} rows, {rate:.3g} a second, about {shown} left"


# --- rank and trends -------------------------------------------------------------------------------------------


@click.command(short_help="The best postings for a resume.")
@click.argument("resume")
@click.argument("postings", nargs=-1, required=True)
@click.option("--top", type=click.IntRange(min=1), metavar="N", help="Show the best N only.")
@_json
@_work_options
@_settings_options
@_stops
def rank(resume: str, postings: tuple[str, ...], top: int | None, json_: bool, **options: Any) -> int:
    """POSTINGS for RESUME, best first, with must-have gaps and what to change next; re-posts are shown once."""
    from gapcheck.batch import rank as ranking
    from gapcheck.batch.show import rank_text

    settings = _settings(**options)
    ranked = ranking.rank(_told(_rows(resume, postings, settings, options)))[:top]
    if json_:
        _emit_json([asdict(one) for one in ranking.slim(ranked)])
    else:
        console.emit(rank_text(ranked, settings))
    return console.OK if ranked else console.UNREADABLE


@click.command(short_help="What many postings ask for, and which change opens most.")
@click.argument("paths", nargs=-1, required=True, metavar="RESUME POSTINGS... | BATCH.jsonl")
@click.option("--resume", metavar="NAME", help="Only the rows of this resume of the batch.")
@click.option("--log", type=_FILE, metavar="FILE", help="Your log of applications: tell with each what came of it.")
@click.option("--html", is_flag=True, help="A page with plots instead of text; also when FILE ends in .html.")
@_json
@_output
@click.option("--force", is_flag=True, help="Let -o replace any file.")
@_work_options
@_settings_options
@_stops
def trends(paths: tuple[str, ...], resume: str | None, json_: bool, output: Path | None, **options: Any) -> None:
    """Recurring requirements, what RESUME lacks, which one change opens most POSTINGS, groups of similar postings.

    Instead of files give one BATCH.jsonl that gapcheck batch wrote.
    """
    from gapcheck.batch import trends as learned
    from gapcheck.batch.journal import read_rows
    from gapcheck.batch.show import trends_text
    from gapcheck.batch.trends_page import trends_page
    from gapcheck.reports.json import dump

    if output is not None:
        console.check_target(output, force=options["force"], inputs=paths)
    settings = _settings(**options)
    rows = read_rows(Path(paths[0])) if len(paths) == 1 else _told(_rows(paths[0], paths[1:], settings, options))
    found = learned.trends(rows, resume=resume, settings=settings, heard=_heard(options["log"]))
    if not found.postings:
        raise InputError(
            "nothing to learn from: no pair that was read", hint=_NO_ROWS if resume else "", source=paths[0]
        )
    if options["html"] or (output and output.suffix.lower() in (".html", ".htm")):
        page = trends_page(found)
    else:
        page = dump(asdict(found)) if json_ else trends_text(found)
    if output is None:
        console.emit(page, utf8=json_ or options["html"])
    else:
        console.save(page, output)


_NO_ROWS = "Give --resume as the rows of the batch name it."


def _heard(log: Path | None) -> Mapping[str, Heard] | None:
    from gapcheck.batch.applog import read_log
    from gapcheck.batch.learn import heard

    return None if log is None else heard(read_log(log))


def _rows(resume: str, postings: Iterable[str], settings: Settings, options: dict[str, Any]) -> Iterator[Row]:
    from gapcheck.batch.sources import expand

    return _analyze(expand([resume], settings=settings), expand(postings, settings=settings), settings, options)


def _told(rows: Iterable[Row]) -> Iterator[Row]:
    """*rows*; what was skipped is named on standard error."""
    for row in rows:
        if row.status == "skipped":
            console.complain(f"skipped: {row.resume or row.posting}: {row.reason}")
        yield row


def _analyze(
    resumes: Inputs, postings: Inputs, settings: Settings, options: dict[str, Any], **more: Any
) -> Iterator[Row]:
    from gapcheck.batch.best import analyze_best
    from gapcheck.batch.cache import default_cache
    from gapcheck.batch.processes import check_jobs, cores
    from gapcheck.batch.rows import Wanted
    from gapcheck.batch.stream import Plan, analyze_many

    jobs = options["jobs"]
    check_jobs(jobs)
    wanted = Wanted(asks=not options.get("slim"), evidence=bool(options.get("evidence")))
    cache = str(default_cache()) if options["cache"] else None
    if jobs is None:
        # A process takes seconds to load what it needs: a few files are done before it is ready.
        jobs = cores() if _at_least(resumes, postings, _WORTHWHILE) else 1
    if options.get("best"):
        plan = Plan(settings, wanted, tuple(more["lexicons"]), cache)
        return analyze_best(resumes, postings, plan, top=options["best"], jobs=jobs, skip=more["skip"])
    return analyze_many(resumes, postings, settings=settings, jobs=jobs, wanted=wanted, cache=cache, **more)


_WORTHWHILE = 60
"""Documents from which a second process pays."""


def _at_least(resumes: Inputs, postings: Inputs, number: int) -> bool:
    return _count(resumes) + _count(postings) >= number


# --- log -------------------------------------------------------------------------------------------------------


@click.group(short_help="A log of your applications and what it teaches.")
def log() -> None:
    """A log of applications in one file of yours: what was sent, what came of it, what that teaches."""


@log.command("add", short_help="Add an application, or what was heard about one.")
@click.argument("file", type=_FILE)
@click.argument("resume", required=False)
@click.argument("posting", required=False)
@click.option("--id", "number", type=int, metavar="N", help="Add to application N instead of a new one.")
@click.option("--outcome", type=click.Choice(_OUTCOMES), help="What was heard.")
@click.option("--notes", default="", help="Your words about it, for example questions of the interview.")
@click.option("--on", metavar="YYYY-MM-DD", help="The day; default: today.")
@_settings_options
def log_add(file: Path, resume: str | None, posting: str | None, number: int | None, **options: Any) -> None:
    """RESUME, sent for POSTING, goes into the log FILE with its score; or --id N --outcome for one that is there."""
    from gapcheck.batch import applog

    day = _day(options["on"]) or applog.today()
    heard = applog.Event(day, options["outcome"], options["notes"]) if options["outcome"] else None
    if number is not None:
        if heard is None or resume is not None:
            raise click.UsageError("--id N needs --outcome, and no files.")
        applog.record(file, number, heard)
        click.echo(f"added to application {number}", err=True)
        return
    if resume is None or posting is None:
        raise click.UsageError("give RESUME and POSTING, or --id N and --outcome.")
    events = (heard,) if heard else ()
    if options["notes"] and not heard:
        events = (applog.Event(day, "no_answer", options["notes"]),)
    application = _application(resume, posting, _settings(**options))
    made = applog.add(file, replace(application, events=events, added=day))
    click.echo(f"added application {made}", err=True)


def _application(resume: str, posting: str, settings: Settings) -> Application:
    from gapcheck.batch.applog import application_of
    from gapcheck.batch.sources import expand
    from gapcheck.batch.stream import analyze_many

    people, asked = expand([resume], settings=settings), expand([posting], settings=settings)
    for path, inputs in ((resume, people), (posting, asked)):
        if _count(inputs) != 1:
            raise ConfigError("is not one document", hint="An application is one resume and one posting.", source=path)
    version = next(iter(people)).digest[:8]
    row = next(analyze_many(people, asked, settings=settings, jobs=1))
    if row.status == "skipped":
        raise InputError(row.reason, source=row.resume or row.posting)
    return application_of(row, version=version)


@log.command("list", short_help="Show the log.")
@click.argument("file", type=_FILE)
@_json
def log_list(file: Path, json_: bool) -> None:
    """The applications of the log FILE."""
    from gapcheck.batch.applog import log_json, read_log
    from gapcheck.batch.show import log_text

    found = read_log(file)
    if json_:
        _emit_json(log_json(found))
    else:
        console.emit(log_text(found))


@log.command("learn", short_help="What the log teaches, and what it cannot yet.")
@click.argument("file", type=_FILE)
@_json
def log_learn(file: Path, json_: bool) -> None:
    """What can be said from the log FILE: counts, exact intervals, what went right, what to improve."""
    from gapcheck.batch.applog import read_log
    from gapcheck.batch.learn import learn
    from gapcheck.batch.show import learn_text

    found = learn(read_log(file))
    if json_:
        _emit_json(asdict(found))
    else:
        console.emit(learn_text(found))


@log.command("export", short_help="The log as JSON or CSV.")
@click.argument("file", type=_FILE)
@click.option("--format", "format_", type=click.Choice(("json", "csv")), default="json")
def log_export(file: Path, format_: str) -> None:
    """The whole log FILE on standard output."""
    from gapcheck.batch.applog import log_csv, log_json, read_log

    found = read_log(file)
    if format_ == "csv":
        console.emit(log_csv(found), utf8=True)
    else:
        _emit_json(log_json(found))


def _day(text: str | None) -> str | None:
    import datetime

    if text is None:
        return None
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        raise click.BadParameter("write it as YYYY-MM-DD, for example 2026-01-31", param_hint="--on") from None


# --- diff and compare ------------------------------------------------------------------------------------------


@click.command(short_help="What changed between two versions of a posting or resume.")
@click.argument("old")
@click.argument("new")
@click.option("--resume", metavar="FILE", help="OLD and NEW are postings: what the change does to this resume's score.")
@click.option("--posting", metavar="FILE", help="OLD and NEW are resumes: what was gained and lost for this posting.")
@_no_evidence
@_json
@_settings_options
def diff(
    old: str, new: str, resume: str | None, posting: str | None, no_evidence: bool, json_: bool, **options: Any
) -> None:
    """Two versions of a posting (also with --resume), or of a resume (with --posting)."""
    from gapcheck.analyzer import Analyzer
    from gapcheck.batch.diff import diff_postings, diff_resumes
    from gapcheck.batch.show import diff_text, resume_diff_text

    if resume and posting:
        raise click.UsageError("--resume and --posting exclude each other.")
    analyzer = Analyzer(settings=_settings(**options))
    if posting:
        shifts = diff_resumes(analyzer.resume(old), analyzer.resume(new), analyzer.posting(posting), analyzer=analyzer)
        if json_:
            _emit_json(_plain(shifts, evidence=not no_evidence))
        else:
            console.emit(resume_diff_text(shifts, evidence=not no_evidence))
        return
    read = analyzer.resume(resume) if resume else None
    changes = diff_postings(analyzer.posting(old), analyzer.posting(new), resume=read, analyzer=analyzer)
    if json_:
        _emit_json(_plain(changes))
    else:
        console.emit(diff_text(changes))


@click.command(short_help="Your resume beside another, for the same posting.")
@click.argument("mine")
@click.argument("theirs")
@click.argument("posting")
@_no_evidence
@_json
@_settings_options
def compare(mine: str, theirs: str, posting: str, no_evidence: bool, json_: bool, **options: Any) -> None:
    """MINE beside THEIRS (the person who was hired, or any reference) for POSTING."""
    from gapcheck.analyzer import Analyzer
    from gapcheck.batch import compare as comparing
    from gapcheck.batch.show import compare_text

    analyzer = Analyzer(settings=_settings(**options))
    found = comparing.compare(
        analyzer.resume(mine), analyzer.resume(theirs), analyzer.posting(posting), analyzer=analyzer
    )
    if json_:
        _emit_json(_plain(found, evidence=not no_evidence))
    else:
        console.emit(compare_text(found, evidence=not no_evidence))


# --- lexicon ---------------------------------------------------------------------------------------------------


@click.group(short_help="Import and check word lists of your own.")
def lexicon() -> None:
    """Word lists of your own: made of files that you downloaded or wrote, used with --lexicon FILE."""


@lexicon.command("import", short_help="ESCO, O*NET or your own table -> a lexicon file.")
@click.argument("form", type=click.Choice(("esco", "onet", "table")), metavar="esco|onet|table")
@click.argument("source", type=_FILE)
@click.option("--output", "-o", required=True, type=_FILE, metavar="FILE", help="The lexicon file to write (.tsv).")
@click.option("--force", is_flag=True, help="Let -o replace any file.")
@click.option("--debug", is_flag=True, help="Show the trace of an unexpected error.")
def import_(form: str, source: Path, output: Path, force: bool, **_debug: bool) -> None:
    """SOURCE is the unpacked ESCO folder (CSV, English), the unpacked O*NET folder (text), or a table of your own.

    A table has a column "name"; "kind", "aliases" (parted by |) and "broader" may follow. Or one name on each line.
    """
    from gapcheck.lexicon.importers import IMPORTERS, import_lexicon, write_tsv

    if output.exists() and not force:
        raise ConfigError("exists already", hint="Choose another name after -o, or add --force.", source=output)
    found = import_lexicon(form, source)
    console.save(write_tsv(found.concepts, note=IMPORTERS[form][1]), output)
    click.echo(f"{len(found.concepts)} concepts with {found.aliases} other names", err=True)
    for reason, number in sorted(found.left_out.items(), key=lambda pair: -pair[1]):
        click.echo(f"left out, {reason}: {number}", err=True)


@lexicon.command("check", short_help="What a lexicon file holds and what may go wrong with it.")
@click.argument("file", type=_FILE)
@click.option("--debug", is_flag=True, help="Show the trace of an unexpected error.")
def check_(file: Path, **_debug: bool) -> int:
    """Reads FILE as --lexicon does and lists what is doubtful in it; exit code 1 when something is."""
    from gapcheck.lexicon import Lexicon
    from gapcheck.lexicon.screening import doubts
    from gapcheck.reports.safe import one_line

    own = Lexicon.load(file)
    found = doubts(own, Lexicon.default())
    names = sum(len(concept.aliases) for concept in own)
    click.echo(f"{one_line(file.name)}: {len(own)} concepts with {names} other names, {len(found)} doubtful")
    for doubt in found[:_MOST_DOUBTS]:
        click.echo(f"  {one_line(doubt)}")
    if len(found) > _MOST_DOUBTS:
        click.echo(f"  and {len(found) - _MOST_DOUBTS} more")
    return int(bool(found))


_MOST_DOUBTS = 50


# --- what they share -------------------------------------------------------------------------------------------


def _settings(
    config: Path | None = None,
    no_config: bool = False,
    today: str | None = None,
    encoder: str | None = None,
    **_others: Any,
) -> Settings:
    from gapcheck.settings import Settings, find_settings, load_settings

    if config is not None and no_config:
        raise click.UsageError("--config and --no-config exclude each other.")
    path = config or (None if no_config else find_settings(Path.cwd()))
    settings = Settings() if path is None else load_settings(path)
    return replace(settings, today=today or settings.today, encoder=encoder or settings.encoder)


_QUOTES = ("evidence", "my_evidence", "their_evidence", "evidence_before", "evidence_after")


def _plain(value: Any, *, evidence: bool = True) -> Any:
    """A value as JSON values; the exact fraction of a score left out, quotations too without *evidence*."""
    return _without(asdict(value), {"exact"} if evidence else {"exact", *_QUOTES})


def _without(value: Any, names: set[str]) -> Any:
    if isinstance(value, dict):
        return {key: _without(inner, names) for key, inner in value.items() if key not in names}
    return [_without(inner, names) for inner in value] if isinstance(value, (list, tuple)) else value


def _emit_json(value: Any) -> None:
    from gapcheck.reports.json import dump

    console.emit(dump(value), utf8=True)


COMMANDS: list[click.Command] = [batch, rank, trends, log, diff, compare, lexicon]
"""What `gapcheck` adds to its own commands."""
