"""Conditions (travel, hours, lifting, papers, belongings): how postings ask for them and resumes speak of them.

The words are in `conditions.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal

_NUMBER = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_NOTHING = re.compile(r"(?!)")


Column = Literal["asked", "shown", "against", "half", "other"]
"""What a list of a topic holds; see `conditions.toml`."""


def compile_phrases(phrases: Iterable[str]) -> re.Pattern[str]:
    """One pattern for text in lower case (see `lowered`) that finds any of the phrases where a word begins."""
    joined = "|".join(phrases)
    if not joined:
        return _NOTHING
    joined = joined.replace(" ?", r"[\s-]*").replace(" ", r"[\s-]+").replace("’", "['’]").replace("#", _NUMBER)
    return re.compile(rf"(?<!\w)(?:{joined})")


def lowered(text: str) -> str:
    """The text in lower case, with every character where it was."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def without(other: re.Pattern[str], text: str) -> str:
    """The text with what *other* finds made unreadable, and every other character where it was."""
    return other.sub(lambda m: "~" * len(m.group()), text)


@lru_cache(maxsize=8_000)  # borders of kinds ask again and again of the same halves of a clause
def is_demand(text: str) -> bool:
    """Whether the words of a posting's clause ask for a condition, and not for something that only shares its words.

    >>> is_demand("Able to lift 50 lb"), is_demand("Lift and shift migrations to the cloud")
    (True, False)
    """
    asked, other = _demand()
    text = lowered(" ".join(text.split()))  # where a line breaks makes no difference
    return bool(asked.search(text) and asked.search(without(other, text)))


@cache
def topics() -> tuple[str, ...]:
    """Names of what conditions are about, in the order of the table."""
    return tuple(row["name"] for row in _table()["topic"])


@cache  # compiled when asked for: one posting raises few of the topics
def words_on(topic: str, column: Column) -> re.Pattern[str]:
    """The words of one list of a topic, for text in lower case; a pattern that finds nothing where the list is empty."""
    return next(compile_phrases(row.get(column, ())) for row in _table()["topic"] if row["name"] == topic)


@cache
def words_of_time(sort: Literal["any", "any_day", "days", "taken", "private"]) -> re.Pattern[str]:
    """Words about hours and days at large: any time at all, days alone, a time taken, what people do beside their work."""
    return compile_phrases(_table()["times"][sort])


@cache
def _demand() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = _table()["demand"]
    return compile_phrases(table["asked"]), compile_phrases(table["other"])


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((files("gapcheck.lexicon") / "conditions.toml").read_text(encoding="utf-8"))
