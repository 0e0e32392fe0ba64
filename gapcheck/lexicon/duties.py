"""What postings ask for and how resumes show it: `duties/*.tsv`, a table of acts, slang, documents and results.

A row holds phrases that ask ("preventive maintenance"), phrases each of which shows it ("pm route", "oem checklist") and
phrases that show half of it. Phrases are compared by stems, without stop words; `#` stands for any number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from gapcheck.lexicon.compiled import Lazy, read_compiled, split, tables
from gapcheck.lexicon.relations import weight
from gapcheck.words import STOP_WORDS, key, stem

Phrase = tuple[str, ...]
NUMBER = "#"
SPREAD = 4
"""Other words that may stand between those of a phrase."""
_NUMBER_WORDS = frozenset(
    stem(word)
    for word in """one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred
    thousand million dozen dozens hundreds thousands""".split()
)


@dataclass(frozen=True, slots=True, eq=False)
class Duty:
    """One thing that postings ask, in stems. A row of the table is one object: it is itself and equal to no other."""

    asked: tuple[Phrase, ...]
    shown: tuple[Phrase, ...]
    """Phrases of several words that show it."""
    words: tuple[Phrase, ...]
    """Single words that show it."""
    half: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Duties:
    """The whole table, looked up by the most telling stem of each phrase that asks."""

    rows: Mapping[str, Duty]
    """Number of the row -> Duty."""
    by_stem: Mapping[str, str]
    """Stem -> numbers of rows, with spaces between them."""


@cache
def duties() -> Duties:
    """The shipped table, read once."""
    content = read_compiled()
    if content is None:
        rows = duty_rows()
        return Duties(Lazy(rows, _read), leading(rows))
    return Duties(Lazy(content["duties"], _read), content["duties_by_stem"])


def duty_rows() -> dict[str, str]:
    """The rows of the data files, stemmed: number -> "asked TAB shown TAB half", "|" between phrases."""
    rows: dict[str, str] = {}
    for path in tables("duties"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("# "):
                cells = [*line.split("\t"), "", ""][:3]
                rows[str(len(rows))] = "\t".join("|".join(dict.fromkeys(_phrases(cell))) for cell in cells)
    return rows


def leading(rows: Mapping[str, str]) -> dict[str, str]:
    """For each stem the rows with a phrase that asks and in which it tells most."""
    found: dict[str, dict[str, None]] = {}
    for number, row in rows.items():
        for phrase in _split(row.split("\t")[0]):
            found.setdefault(max(phrase, key=lambda s: (weight(s), s)), {})[number] = None
    return {name: " ".join(numbers) for name, numbers in found.items()}


def _phrases(cell: str) -> Iterator[str]:
    for phrase in cell.split("|"):
        stems = dict.fromkeys(
            NUMBER if part == NUMBER else stem(word)
            for part in phrase.split()
            for word in ((NUMBER,) if part == NUMBER else key(part))
            if word not in STOP_WORDS
        )
        if _tells(tuple(stems)):
            yield " ".join(stems)


_ALONE = 0.6
"""Weight from which a word tells enough to be a phrase of its own: "triage" does, "management" does not."""


def _tells(stems: Sequence[str]) -> bool:
    content = [s for s in stems if s != NUMBER]
    return len(content) > 1 or (len(content) == 1 and weight(content[0]) >= _ALONE)


def _split(cell: str) -> tuple[Phrase, ...]:
    return tuple(split(part) for part in cell.split("|") if part)


def _read(_number: str, row: str) -> Duty:
    asked, shown, half = (_split(cell) for cell in row.split("\t"))
    several, words = (tuple([phrase for phrase in shown if (len(phrase) > 1) is wanted]) for wanted in (True, False))
    return Duty(asked, several, words, half)


def duties_asked(stems: Sequence[str]) -> Iterator[tuple[Duty, tuple[int, int]]]:
    """The duties that a clause asks, each with the first and the last place of the phrase that asks it (exclusive)."""
    table = duties()
    present = dict.fromkeys(stems)
    possible = {*stems, *([NUMBER] if any(map(is_number, stems)) else [])}  # nearly always a word is missing
    numbers = dict.fromkeys(number for name in present for number in table.by_stem.get(name, "").split())
    for number in numbers:
        duty = table.rows[number]
        places = [p for phrase in duty.asked if possible.issuperset(phrase) and (p := place_of(phrase, stems))]
        if places:
            yield duty, min(places, key=lambda p: p[1] - p[0])


def place_of(phrase: Phrase, stems: Sequence[str], spread: int = SPREAD) -> tuple[int, int] | None:
    """First and last place (exclusive) of the shortest run of *stems* that holds all of *phrase*; None where more than *spread* others stand in it."""
    needed = frozenset(phrase)
    last: dict[str, int] = {}
    best: tuple[int, int] | None = None
    for i, name in enumerate(stems):
        found = name in needed
        if found:
            last[name] = i
        if NUMBER in needed and is_number(name):
            last[NUMBER], found = i, True
        if found and len(last) == len(needed):
            start = min(last.values())
            if best is None or i + 1 - start < best[1] - best[0]:
                best = (start, i + 1)
    return best if best and best[1] - best[0] <= len(phrase) + spread else None


def is_number(name: str) -> bool:
    """Whether a stem is a number in digits or a word for one; a year counts nothing."""
    return (name[:1].isdigit() and not _YEAR.fullmatch(name)) or name in _NUMBER_WORDS


_YEAR = re.compile(r"(?:19|20)\d\d")


def duties_shown(stems: Sequence[str]) -> Iterator[tuple[Duty, bool]]:
    """The duties of which a line shows all, or only a trace: half, or one word of the trade; once for each phrase."""
    table = duties()
    possible = {*stems, *([NUMBER] if any(map(is_number, stems)) else [])}
    for name in possible:
        for number, phrase, whole in _showing().get(name, ()):
            if possible.issuperset(phrase) and place_of(phrase, stems):
                yield table.rows[number], whole


@cache
def _showing() -> Mapping[str, Sequence[tuple[str, Phrase, bool]]]:
    """For each stem the phrases that show a duty and in which it tells most, with the number of the row."""
    found: dict[str, list[tuple[str, Phrase, bool]]] = {}
    for number, duty in duties().rows.items():
        for phrases, whole in ((duty.shown, True), (duty.words, False), (duty.half, False)):
            for phrase in phrases:
                one = max(phrase, key=lambda s: (weight(s), s))
                found.setdefault(one, []).append((number, phrase, whole))
    return found
