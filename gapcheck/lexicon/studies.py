"""Fields of study by the names that degrees give them (`studies.txt`): which are one field, which stand side by side."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from gapcheck.words import words

NEAR, SOME = 0.75, 0.5
"""What a field is worth that stands beside the one asked for, and one that only touches it (0 to 1)."""
_ALONE = "="


@dataclass(frozen=True, slots=True)
class _Studies:
    names: dict[tuple[str, ...], int]
    """Stems of a name -> its field."""
    alone: frozenset[tuple[str, ...]]
    """Names that count only where nothing else stands beside them."""
    beside: dict[tuple[int, int], float]
    longest: int


@lru_cache(maxsize=4_000)
def studies_in(phrase: str) -> frozenset[int]:
    """The fields that *phrase* names, longest names first; empty when it names none that is known."""
    table = _studies()
    stems = _stems(phrase)
    if stems in table.names:
        return frozenset((table.names[stems],))
    found: set[int] = set()
    at = 0
    while at < len(stems):
        for size in range(min(table.longest, len(stems) - at), 0, -1):
            name = stems[at : at + size]
            if name in table.names and name not in table.alone:
                found.add(table.names[name])
                at += size - 1
                break
        at += 1
    return frozenset(found)


def nearness(asked: frozenset[int], shown: frozenset[int]) -> float:
    """1 when one field is in both, NEAR or SOME when two stand side by side or touch, else 0."""
    if asked & shown:
        return 1.0
    beside = _studies().beside
    return max((beside.get((min(a, b), max(a, b)), 0.0) for a in asked for b in shown), default=0.0)


@cache
def _studies() -> _Studies:
    text = (files("gapcheck.lexicon") / "studies.txt").read_text(encoding="utf-8")
    lines = [line.split(":", 1) for line in text.splitlines() if line and not line.startswith("#")]
    names: dict[tuple[str, ...], int] = {}
    alone: set[tuple[str, ...]] = set()
    for number, (_, members) in enumerate(line for line in lines if line[0] == "same"):
        for name in members.split("|"):
            stems = _stems(name)
            names.setdefault(stems, number)
            if name.strip().startswith(_ALONE):
                alone.add(stems)
    beside: dict[tuple[int, int], float] = {}
    for sort, members in lines:
        if sort != "same":
            fields = sorted({names[_stems(name)] for name in members.split("|")})
            for a, b in ((a, b) for i, a in enumerate(fields) for b in fields[i + 1 :]):
                beside[a, b] = max(beside.get((a, b), 0.0), NEAR if sort == "near" else SOME)
    return _Studies(names, frozenset(alone), beside, max(map(len, names)))


def _stems(phrase: str) -> tuple[str, ...]:
    # "IT" in capitals is no stop word
    return tuple(
        word.stem for word in words(phrase) if not word.is_stop or (word.text.isupper() and len(word.text) > 1)
    )


@cache
def study_names() -> dict[int, str]:
    """For each field its number and the first of its names."""
    text = (files("gapcheck.lexicon") / "studies.txt").read_text(encoding="utf-8")
    same = [line.split(":", 1)[1] for line in text.splitlines() if line.startswith("same")]
    return {number: members.split("|")[0].strip(" =") for number, members in enumerate(same)}
