"""The log of applications: one SQLite file of the user's choice, which survives a kill at any moment.

An application is written once; what became of it is added as it comes, never overwritten. What it holds of the resume
is its file name, a hash that tells versions apart, and which requirements it showed: never its text.
"""

from __future__ import annotations

import csv
import datetime
import io
import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from gapcheck.batch.output import safe_cell
from gapcheck.batch.rows import Row
from gapcheck.batch.trends import themes_of
from gapcheck.errors import ConfigError, CorruptFile, InputNotFound
from gapcheck.types import Importance, Status

Outcome = Literal["no_answer", "phone", "interview", "rejected", "offer"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
_FORMAT = 0x67617063  # "gapc": tells this file from other SQLite files
_SCHEMA = """
CREATE TABLE applications (id INTEGER PRIMARY KEY, added TEXT NOT NULL, posting TEXT NOT NULL, title TEXT NOT NULL,
  resume TEXT NOT NULL, version TEXT NOT NULL, score REAL, verdict TEXT NOT NULL, answers TEXT NOT NULL);
CREATE TABLE events (id INTEGER PRIMARY KEY, application INTEGER NOT NULL REFERENCES applications(id), at TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('no_answer', 'phone', 'interview', 'rejected', 'offer')), notes TEXT NOT NULL);
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """A theme that the posting asked for, and how the resume answered it."""

    theme: str
    name: str
    importance: Importance
    status: Status


@dataclass(frozen=True, slots=True)
class Event:
    """What was heard, and when (YYYY-MM-DD)."""

    at: str
    outcome: Outcome
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Application:
    """One resume sent for one posting, and what became of it."""

    posting: str
    resume: str
    score: float | None
    verdict: str
    title: str = ""
    version: str = ""
    """Eight characters that tell versions of the resume apart."""
    answers: tuple[Answer, ...] = ()
    events: tuple[Event, ...] = ()
    added: str = ""
    """YYYY-MM-DD."""
    id: int = 0

    @property
    def outcome(self) -> Outcome:
        """The last thing that was heard; "no_answer" when nothing was."""
        return self.events[-1].outcome if self.events else "no_answer"

    @property
    def invited(self) -> bool:
        """Whether it ever led to a conversation or an offer."""
        return any(event.outcome in ("phone", "interview", "offer") for event in self.events)


def application_of(row: Row, *, version: str = "") -> Application:
    """The application that a row of a batch describes."""
    answers: dict[str, Answer] = {}
    for ask in row.asks:
        for key, keyword in themes_of(ask):
            status = keyword.status if ask.scored else "unstated"
            answers.setdefault(key, Answer(key, keyword.name, ask.importance, status))
    return Application(
        row.posting, row.resume, row.score, row.verdict, row.title, version, tuple(answers.values()), added=today()
    )


def today() -> str:
    """The date here, YYYY-MM-DD."""
    return datetime.date.today().isoformat()


def add(path: Path, application: Application) -> int:
    """Writes a new application with its events; comes back with its id. The file is made when there is none."""
    with _log(path, make=True) as log:
        a = application
        answers = json.dumps([asdict(answer) for answer in a.answers], ensure_ascii=False)
        cursor = log.execute(
            "INSERT INTO applications (added, posting, title, resume, version, score, verdict, answers) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (a.added or today(), a.posting, a.title, a.resume, a.version, a.score, a.verdict, answers),
        )
        number = cursor.lastrowid or 0
        for event in a.events:
            _insert(log, number, event)
    return number


def record(path: Path, number: int, event: Event) -> None:
    """Adds what was heard about application *number*; ConfigError when there is none of that number."""
    with _log(path) as log:
        if log.execute("SELECT 1 FROM applications WHERE id = ?", (number,)).fetchone() is None:
            raise ConfigError(f"has no application {number}", hint="See: gapcheck log list FILE", source=path)
        _insert(log, number, event)


def _insert(log: sqlite3.Connection, number: int, event: Event) -> None:
    if event.outcome not in OUTCOMES:
        raise ConfigError(f"there is no outcome {event.outcome!r}", hint=f"Known: {', '.join(OUTCOMES)}.")
    values = (number, event.at, event.outcome, event.notes)
    log.execute("INSERT INTO events (application, at, outcome, notes) VALUES (?, ?, ?, ?)", values)


def read_log(path: Path) -> tuple[Application, ...]:
    """All applications in the order in which they were added.

    Raises InputNotFound when there is no file, CorruptFile when it is not such a log.
    """
    with _log(path) as log:
        events: dict[int, list[Event]] = {}
        for number, at, outcome, notes in log.execute(
            "SELECT application, at, outcome, notes FROM events ORDER BY application, at, id"
        ):
            events.setdefault(number, []).append(Event(at, outcome, notes))
        rows = log.execute(
            "SELECT posting, resume, score, verdict, title, version, answers, added, id FROM applications ORDER BY id"
        )
        return tuple(_application(row, events.get(row[-1], [])) for row in rows)


def _application(row: Sequence[Any], events: Sequence[Event]) -> Application:
    posting, resume, score, verdict, title, version, answers, added, number = row
    found = tuple(Answer(**answer) for answer in json.loads(answers))
    return Application(posting, resume, score, verdict, title, version, found, tuple(events), added, number)


_COLUMNS = ("id", "added", "posting", "title", "resume", "version", "score", "verdict", "outcome", "notes")


def log_json(applications: Sequence[Application]) -> list[dict[str, Any]]:
    """The log as JSON values."""
    return [asdict(a) | {"outcome": a.outcome} for a in applications]


def log_csv(applications: Sequence[Application]) -> str:
    """The log as CSV text, one line for each application; no cell is a formula."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(_COLUMNS)
    for a in applications:
        notes = "; ".join(event.notes for event in a.events if event.notes)
        cells = (a.id, a.added, a.posting, a.title, a.resume, a.version, a.score, a.verdict, a.outcome, notes)
        table.writerow([safe_cell(cell) if isinstance(cell, str) else cell for cell in cells])
    return out.getvalue()


@contextmanager
def _log(path: Path, *, make: bool = False) -> Iterator[sqlite3.Connection]:
    """The log, inside one transaction: all of the block is written, or nothing."""
    if not make and not path.is_file():
        raise InputNotFound("no such log", hint="Begin one: gapcheck log add FILE RESUME POSTING", source=path)
    try:
        if make:
            path.touch(mode=0o600, exist_ok=True)  # whom one applied to is nobody else's business
        connection = sqlite3.connect(path, timeout=30, isolation_level=None)
    except (OSError, sqlite3.Error) as error:
        raise ConfigError("cannot be opened", hint="Choose another place.", source=path) from error
    try:
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("BEGIN IMMEDIATE")
        _prepare(connection, path)
        yield connection
        connection.execute("COMMIT")
    except sqlite3.DatabaseError as error:
        hint = "Give the file of gapcheck log, or a new name."
        raise CorruptFile("cannot be used as a log of applications", hint=hint, source=path) from error
    finally:
        connection.close()  # without COMMIT nothing of the block stays


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    number = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if number == _FORMAT:
        return
    if tables:
        raise CorruptFile("is another program's database", hint="Give a new name.", source=path)
    for statement in _SCHEMA.strip().split(";\n"):
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {_FORMAT}")
