"""Postings and rows kept by content, for batches that are run again: opt-in, one SQLite file, safe between processes.

What is kept of a resume are hashes and results, never its text: rows with evidence are not kept at all. A cache that is damaged or in use is no error: the work is done again.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

from gapcheck.batch.rows import Row, as_json, from_json
from gapcheck.types import Document, Keyword, Notice, Posting, Requirement

_TABLE = "CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"


def default_cache() -> Path:
    """Where the cache of this user lies; the folder is made when the cache is first written."""
    from platformdirs import user_cache_path

    return user_cache_path("gapcheck", appauthor=False) / "batch.sqlite"


class Cache:
    """What was computed before under one *fingerprint* of settings and versions."""

    def __init__(self, path: str | Path, fingerprint: str) -> None:
        self.path = Path(path)
        self.fingerprint = fingerprint

    def posting(self, digest: str) -> Posting | None:
        """The posting of that content, or None."""
        found = self._get([f"posting:{self.fingerprint}:{digest}"])
        return posting_from_json(next(iter(found.values()))) if found else None

    def keep_posting(self, digest: str, posting: Posting) -> None:
        """Keeps a posting."""
        self._put([(f"posting:{self.fingerprint}:{digest}", posting_as_json(posting))])

    def rows(self, keys: Sequence[str]) -> dict[str, Row]:
        """The rows known among *keys*."""
        found = self._get([f"row:{self.fingerprint}:{key}" for key in keys])
        return {key.rsplit(":", 1)[1]: from_json(value) for key, value in found.items()}

    def keep_rows(self, rows: Iterable[Row]) -> None:
        """Keeps rows that are complete and quote no resume."""
        kept = [row for row in rows if row.status == "ok" and not _quotes(row)]
        self._put([(f"row:{self.fingerprint}:{row.key}", as_json(row)) for row in kept])

    def _connect(self) -> sqlite3.Connection:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(self.path, timeout=10)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
        connection.execute(_TABLE)
        return connection

    def _get(self, keys: Sequence[str]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        try:
            with closing(self._connect()) as connection:
                for first in range(0, len(keys), 500):
                    part = keys[first : first + 500]
                    marks = ",".join("?" * len(part))
                    query = f"SELECT key, value FROM kept WHERE key IN ({marks})"
                    found |= {key: json.loads(value) for key, value in connection.execute(query, part)}
        except (sqlite3.Error, OSError, ValueError):  # no cache is no error
            return {}
        return found

    def _put(self, entries: Sequence[tuple[str, Any]]) -> None:
        made = [(key, json.dumps(value, ensure_ascii=False)) for key, value in entries]
        try:
            with closing(self._connect()) as connection, connection:
                connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", made)
        except (sqlite3.Error, OSError):
            return


def _quotes(row: Row) -> bool:
    return any(ask.evidence for ask in row.asks)


def posting_as_json(posting: Posting) -> dict[str, Any]:
    """A posting without passages and lines as JSON values."""
    document = posting.document
    return {
        "text": document.text,
        "kind": document.kind,
        "source": document.source,
        "title": posting.title,
        "notices": [asdict(notice) for notice in document.notices],
        "requirements": [asdict(requirement) for requirement in posting.requirements],
    }


def posting_from_json(value: dict[str, Any]) -> Posting:
    """The posting that `posting_as_json` made *value* of."""
    notices = tuple(Notice(**one | {"words": tuple(one["words"])}) for one in value["notices"])
    document = Document(value["text"], (), value["kind"], value["source"], (), notices=notices)
    asked = tuple(
        Requirement(**one | {"keywords": tuple(Keyword(**k) for k in one["keywords"])}) for one in value["requirements"]
    )
    return Posting(document, value["title"], (), (), asked)
