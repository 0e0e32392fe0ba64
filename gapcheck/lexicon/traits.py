"""Soft skills: how postings ask for them, and the acts and results that show them (`soft_evidence.tsv`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from gapcheck.lexicon.compiled import read_compiled, split
from gapcheck.lexicon.duties import NUMBER, is_number
from gapcheck.lexicon.relations import table_rows
from gapcheck.words import key, stem

Phrase = tuple[str, ...]
Sort = Literal["asked", "asked loosely", "shown", "trace"]
TOGETHER = " & "
"""Between the parts of a phrase that stand anywhere in one line, in any order: "=crisis & =steady"."""
_GROUP = "="
"""Before the name of a group of phrases, each of which will do."""
ANY = "*"
"""In a phrase: up to three words of any kind, or none ("talk * out of" is said by "talked two men out of it")."""
_MANY = frozenset(stem(word) for word in "both several dozen half".split())
"""Words that say how many as a number does; "#" in a phrase is any number above one, in digits or as a word."""
_SKIPPED = frozenset(stem(word) for word in "a an the my our his her their your its".split())
"""Words that are passed over on both sides: "never missed the shift" is "never missed a shift"."""
_DENIALS = frozenset(stem(word) for word in "no not never without zero none nobody nothing didn't haven't lost".split())
_FAULTS = frozenset(
    stem(word)
    for word in """accident argument breach callback complaint corrected defect delay dropped error failed fight finding
    forgotten fuss hurt incident injury lapsed late leaked lost mistake missed mistakes overdue panic penalty rejected
    returned rework shouting slipped variance violation wasted wrong""".split()
)
_JOINING = frozenset(("and", "or"))
_COLUMNS: tuple[Sort, ...] = ("asked", "asked loosely", "shown", "trace")


@dataclass(frozen=True, slots=True)
class Trait:
    """One soft skill; phrases are stems in the order in which they are said, stop words kept."""

    asked: tuple[Phrase, ...]
    """What postings call it."""
    loosely: tuple[Phrase, ...]
    """Names that mean it only where the posting asks for a soft skill: "quality", "team"."""
    shown: tuple[Phrase, ...]
    """Acts and results squarely of the kind: one is enough."""
    trace: tuple[Phrase, ...]
    """Acts that often go with it: two are needed."""
    together: tuple[tuple[Sort, tuple[str, ...]], ...] = ()
    """What is shown, or a trace, by a line that says each of the parts; a part is a group's name or a phrase."""


@dataclass(frozen=True, slots=True)
class Said:
    """A phrase of a trait, found among stems."""

    trait: str
    sort: Sort
    start: int
    end: int
    denies: bool
    """Whether the phrase says itself what did not happen: "never late"."""


@cache
def traits() -> Mapping[str, Trait]:
    """The traits of the shipped table by name, read once."""
    return {name: _read(row) for name, row in _rows().items() if not name.startswith(_GROUP)}


@cache
def _rows() -> Mapping[str, str]:
    content = read_compiled()
    return content["soft"] if content is not None else trait_rows()


def trait_rows() -> dict[str, str]:
    """Name of a trait or group -> the four cells, stemmed; what the compiled lexicon holds."""
    return {
        name: "\t".join("|".join(dict.fromkeys(_stems(cell))) for cell in cells)
        for name, *cells in table_rows("soft_evidence.tsv", 1 + len(_COLUMNS))
    }


def _stems(cell: str) -> Iterator[str]:
    for phrase in cell.split("|"):
        if TOGETHER in phrase:
            yield TOGETHER.join(_part(part.strip()) for part in phrase.split(TOGETHER))
            continue
        found = [word for part in phrase.split() for word in _words(part)]
        if found:
            yield " ".join(found)


def _part(part: str) -> str:
    return part if part.startswith(_GROUP) else next(_stems(part))


def _words(part: str) -> list[str]:
    return [part] if part in (ANY, NUMBER) else [name for name in map(stem, key(part)) if name not in _SKIPPED]


def _read(row: str) -> Trait:
    cells = [[phrase for phrase in cell.split("|") if phrase] for cell in row.split("\t")]
    asked, loosely, shown, trace = (tuple(split(p) for p in cell if TOGETHER not in p) for cell in cells)
    together = [
        (sort, tuple(phrase.split(TOGETHER)))
        for sort, cell in zip(_COLUMNS, cells, strict=True)
        for phrase in cell
        if TOGETHER in phrase
    ]
    return Trait(asked, loosely, shown, trace, tuple(together))


_PART = "part"


@cache
def _by_first() -> Mapping[str, tuple[tuple[Phrase, str, str, str], ...]]:
    """First stem -> the phrases that begin with it, each with its trait and sort, or with the part that it says.

    The last is a stem that stands in few lines, the longest of the phrase: a line without it is not looked at further.
    """
    table: dict[str, dict[tuple[Phrase, str, str], None]] = {}
    for name, trait in traits().items():
        for sort, phrases in zip(_COLUMNS, (trait.asked, trait.loosely, trait.shown, trait.trace), strict=True):
            for phrase in phrases:
                table.setdefault(phrase[0], {})[phrase, name, sort] = None
        for part in dict.fromkeys(part for _, parts in trait.together for part in parts):
            for phrase in _phrases(part):
                table.setdefault(phrase[0], {})[phrase, part, _PART] = None
    return {
        first: tuple((phrase, name, sort, _rare(phrase)) for phrase, name, sort in entries)
        for first, entries in table.items()
    }


def _rare(phrase: Phrase) -> str:
    return max((name for name in phrase if name not in (ANY, NUMBER)), key=len, default=NUMBER)


def _phrases(part: str) -> tuple[Phrase, ...]:
    return _read(_rows()[part]).trace if part.startswith(_GROUP) else (split(part),)


@cache
def _by_part() -> Mapping[str, tuple[tuple[tuple[str, ...], str, Sort], ...]]:
    """First part -> what is said together with it: the parts, the trait, the sort."""
    table: dict[str, list[tuple[tuple[str, ...], str, Sort]]] = {}
    for name, trait in traits().items():
        for sort, parts in trait.together:
            table.setdefault(parts[0], []).append((parts, name, sort))
    return {first: tuple(entries) for first, entries in table.items()}


def said(stems: Sequence[str], *sorts: Sort) -> Iterator[Said]:
    """The phrases of the *sorts* named that stand in *stems*, which are of every word of a line, stop words too."""
    table = _by_first()
    kept = [(i, name) for i, name in enumerate(stems) if name not in _SKIPPED]
    present = frozenset((*stems, NUMBER))
    parts: dict[str, tuple[int, int, bool]] = {}
    for at, (start, first) in enumerate(kept):
        begun = table.get(first, ())
        for phrase, name, sort, rare in (*begun, *table.get(NUMBER, ())) if _counts(first) else begun:
            if rare in present and ((sort == _PART and name not in parts) or sort in sorts):
                last = _end(phrase, kept, at)
                if last is None:
                    continue
                denies = not _DENIALS.isdisjoint(phrase)
                if sort == _PART:
                    parts[name] = (start, kept[last][0] + 1, denies)
                else:
                    yield Said(name, sort, start, kept[last][0] + 1, denies)  # type: ignore[arg-type]
    yield from _together(parts, sorts)


def _together(parts: Mapping[str, tuple[int, int, bool]], sorts: Sequence[Sort]) -> Iterator[Said]:
    """What the parts found in one line say together; said where a part denies, or else where the first stands."""
    for first, (start, end, _) in parts.items():
        for named, trait, sort in _by_part().get(first, ()):
            if (
                sort in sorts
                and all(part in parts for part in named)
                and len({parts[p][0] for p in named}) == len(named)
            ):
                denial = next((parts[part] for part in named if parts[part][2]), None)
                yield Said(trait, sort, *(denial or (start, end, False)))


def _end(phrase: Phrase, kept: Sequence[tuple[int, str]], at: int) -> int | None:
    """The place of the last word of *phrase* when it is said from place *at* on."""
    room, place = 0, at - 1
    for name in phrase:
        if name == ANY:
            room = 3
            continue
        for place in range(place + 1, min(place + 2 + room, len(kept))):  # noqa: B020 - from where the last word stands
            if kept[place][1] == name or (name == NUMBER and _counts(kept[place][1])):
                break
        else:
            return None
        room = 0
    return place


def _counts(name: str) -> bool:
    """Whether a stem says how many, more than one."""
    return name in _MANY or (is_number(name) and name not in ("one", "1"))


def denials(stems: Sequence[str]) -> dict[int, bool]:
    """The place in *stems* of each word that denies, and whether it denies a fault: "nothing lapsed", "no rework"."""
    return {i: not _FAULTS.isdisjoint(stems[i + 1 : i + 4]) for i, name in enumerate(stems) if name in _DENIALS}


def asked_in(stems: Sequence[str], *, loosely: bool = True) -> dict[str, tuple[int, int]]:
    """The traits that a clause asks for, each with the place where it does; without *loosely* by sure names only."""
    found: dict[str, tuple[int, int]] = {}
    sorts: tuple[Sort, ...] = ("asked", "asked loosely") if loosely else ("asked",)
    for one in said(stems, *sorts):
        joined = stems[one.end - 1] in _JOINING  # "patience and": what follows is another
        found.setdefault(one.trait, (one.start, one.end - joined))
    return found
