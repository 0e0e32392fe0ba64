"""The best postings for a resume: score, must-have gaps, what to change next; re-posts of one posting shown once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from gapcheck.batch.rows import Row
from gapcheck.batch.similar import reposts


@dataclass(frozen=True, slots=True)
class Ranked:
    """A posting in its place."""

    place: int
    row: Row
    reposts: tuple[str, ...] = ()
    """Names of other postings that ask for the same, put up again."""


def rank(rows: Iterable[Row], *, resume: str | None = None) -> tuple[Ranked, ...]:
    """The rows of one resume, best posting first; without *resume* all rows are taken for one resume's.

    Equal scores: fewer must-have gaps first, then by name. A posting that could not be judged stands at the end, one
    that was skipped is left out.
    """
    kept = [row for row in rows if row.status == "ok" and resume in (None, row.resume)]
    kept.sort(key=_order)
    first = reposts([asked_text(row) for row in kept])
    same: dict[int, list[str]] = {}
    for i, other in enumerate(first):
        if other != i:
            same.setdefault(other, []).append(kept[i].posting)
    heads = [i for i, other in enumerate(first) if other == i]
    return tuple(Ranked(n, kept[i], tuple(same.get(i, ()))) for n, i in enumerate(heads, 1))


def slim(ranked: Iterable[Ranked]) -> tuple[Ranked, ...]:
    """The same without the single requirements, for short output."""
    return tuple(replace(one, row=replace(one.row, asks=())) for one in ranked)


def asked_text(row: Row) -> str:
    """Title and requirements of the posting: what of it makes it the same posting."""
    return "\n".join((row.title, *(ask.text for ask in row.asks))) if row.asks else ""


def _order(row: Row) -> tuple[bool, float, int, str]:
    return (row.score is None, -(row.score or 0.0), len(row.must_have_gaps), row.posting)
