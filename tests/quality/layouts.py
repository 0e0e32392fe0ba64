"""How well requirements are found in postings of many layouts, one trade each: data/layouts, which has no resumes.

    python -m tests.quality.layouts              precision, recall and F1 over all, and for each posting
    python -m tests.quality.layouts --detail     and every requirement lost, and what was read and is none

A quote and a requirement that was read are paired, one to one and best first, when the words that they share are at least
half of the words of both together: the rule of the gold scorer.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.quality.gold import Steady
from tests.quality.outcomes import DATA

LAYOUTS = DATA / "layouts"
_SHARED = 0.5


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in one posting."""

    name: str
    asked: tuple[str, ...]
    read: tuple[str, ...]
    pairs: frozenset[tuple[int, int]]
    """Indexes into `asked` and into `read`."""


def _bag(text: str) -> Counter[str]:
    return Counter("".join(c if c.isalnum() else " " for c in text.lower()).split())


def paired(asked: Sequence[str], read: Sequence[str]) -> frozenset[tuple[int, int]]:
    """Indexes of the quotes and of the requirements that go together."""
    bags = [_bag(text) for text in asked], [_bag(text) for text in read]
    shares = [
        ((one & other).total() / ((one | other).total() or 1), -i, -j)
        for i, one in enumerate(bags[0])
        for j, other in enumerate(bags[1])
    ]
    pairs: dict[int, int] = {}
    for share, i, j in sorted(shares, reverse=True):
        if share >= _SHARED and -i not in pairs and -j not in pairs.values():
            pairs[-i] = -j
    return frozenset(pairs.items())


def measured() -> Iterator[Found]:
    """Each posting of data/layouts, in the order of their names."""
    analyzer = Steady()
    for path in sorted((LAYOUTS / "cases").glob("*.json")):
        case = json.loads(path.read_text(encoding="utf-8"))
        asked = tuple(one["quote"] for one in case["requirements"])
        posting = analyzer.posting(LAYOUTS / "postings" / f"{case['id']}.txt")
        read = tuple(" ".join(one.text.split()) for one in posting.requirements)
        yield Found(case["id"], asked, read, paired(asked, read))


def figures(found: Sequence[Found]) -> dict[str, float]:
    """Precision, recall and F1 (0-1) over all requirements of *found*."""
    asked, read, right = (sum(len(part) for part in parts) for parts in zip(*((f.asked, f.read, f.pairs) for f in found), strict=True))  # fmt: skip
    return {"precision": right / read, "recall": right / asked, "f1": 2 * right / (asked + read)}


def main(arguments: Sequence[str]) -> None:
    """Print the figures."""
    found = list(measured())
    for one in found:
        print(f"{one.name:24} {len(one.asked):3} asked {len(one.read):3} read {len(one.pairs):3} the same")
        if "--detail" in arguments:
            print(*(f"    lost: {q}" for i, q in enumerate(one.asked) if i not in dict(one.pairs)), sep="\n")
            print(*(f"    none: {q}" for j, q in enumerate(one.read) if j not in dict(one.pairs).values()), sep="\n")
    print({name: round(value, 3) for name, value in figures(found).items()})


if __name__ == "__main__":
    main(sys.argv[1:])
