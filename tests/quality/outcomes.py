"""What is said of every label of data/gold and data/cases, and what changed since it was last accepted.

A label and a requirement that was read pair up as in the shared scorer: one to one, best first, when the words that
they share make up at least half of the words of both together.
"""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gapcheck.analyzer import Analyzer
from gapcheck.errors import GapcheckError
from gapcheck.types import Report

DATA = Path(__file__).parents[2] / "data"
RECORD = DATA / "outcomes.tsv"
FOLDERS = ("gold", "cases")
SAID = ("met", "partial", "missing", "unstated", "unpaired")
"""What can be said of a label; unpaired: no requirement that was read is the one of the label."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a case says of one requirement and one resume. `key` is (folder, resume, id of the requirement)."""

    key: tuple[str, str, str]
    quote: str
    truth: str


@dataclass(frozen=True, slots=True)
class Change:
    """A label of which something else is said than before."""

    label: Label
    before: str
    after: str

    @property
    def sort(self) -> str:
        """Gain, loss, or neither: wrong before and after."""
        right = (self.label.truth == self.before, self.label.truth == self.after)
        return {(False, True): "gain", (True, False): "loss"}.get(right, "neither")


Outcomes = dict[tuple[str, str, str], str]


def cases(folder: str) -> Iterator[dict[str, Any]]:
    """The cases of data/*folder* in the order of their names."""
    for path in sorted((DATA / folder / "cases").glob("*.json")):
        yield json.loads(path.read_text(encoding="utf-8"))


def labels(folders: Iterable[str] = FOLDERS) -> Iterator[Label]:
    """Every label of *folders*: each requirement of each case with each of its resumes."""
    for folder in folders:
        for case in cases(folder):
            for resume in case["resumes"]:
                for asked in case["requirements"]:
                    key = (folder, Path(resume["file"]).stem, asked["id"])
                    yield Label(key, asked["quote"], resume["truth"][asked["id"]])


def measured(analyzer: Analyzer, folders: Iterable[str] = FOLDERS) -> Outcomes:
    """What is said of every label now; a posting or resume that cannot be read leaves its labels unpaired."""
    found: Outcomes = {}
    for folder in folders:
        for case in cases(folder):
            quotes = {asked["id"]: asked["quote"] for asked in case["requirements"]}
            for resume in case["resumes"]:
                path = DATA / folder / "resumes" / resume["file"]
                said = _said(analyzer, path, DATA / folder / "postings" / f"{case['id']}.txt", quotes)
                found |= {(folder, path.stem, id_): said.get(id_, "unpaired") for id_ in quotes}
    return found


def _said(analyzer: Analyzer, resume: Path, posting: Path, quotes: Mapping[str, str]) -> dict[str, str]:
    try:
        report: Report = analyzer.analyze(resume, posting)
    except GapcheckError:
        return {}
    pairs = paired(list(quotes.values()), [match.requirement.text for match in report.matches])
    return {id_: report.matches[pairs[at]].status for at, id_ in enumerate(quotes) if at in pairs}


def paired(quotes: list[str], read: list[str]) -> dict[int, int]:
    """Which requirement that was read is which label, by position."""
    asked, found = [_bag(quote) for quote in quotes], [_bag(text) for text in read]
    near = [
        (common / both, -i, -j)
        for i, a in enumerate(asked)
        for j, b in enumerate(found)
        if (common := (a & b).total()) and common / (both := (a | b).total()) >= 0.5
    ]
    pairs: dict[int, int] = {}
    for _, i, j in sorted(near, reverse=True):
        if -i not in pairs and -j not in pairs.values():
            pairs[-i] = -j
    return pairs


def _bag(text: str) -> Counter[str]:
    """The words of a text with their numbers, plural endings off."""
    text = text.lower().replace("\u2019", "'").replace("\u2013", "-").replace("\u2014", " ")
    return Counter(map(_singular, re.findall(r"[a-z0-9.+#/&'%@]+", re.sub(r"[-_]", " ", text))))


def _singular(word: str) -> str:
    word = (word.rstrip(".'/").lstrip("'/") or word).removesuffix("'s")
    if len(word) > 3 and word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def accepted() -> Outcomes:
    """What the record says."""
    with RECORD.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return {(row["folder"], row["resume"], id_): said for row in rows for said in SAID for id_ in row[said].split()}


def accept(found: Outcomes) -> None:
    """Write the record: a row for each resume, in each column the ids of which that is said."""
    rows: dict[tuple[str, str], dict[str, list[str]]] = {}
    for (folder, resume, id_), said in found.items():
        rows.setdefault((folder, resume), {said: [] for said in SAID})[said].append(id_)
    with RECORD.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(("folder", "resume", *SAID))
        writer.writerows((*of, *(" ".join(row[said]) for said in SAID)) for of, row in rows.items())


def changes(before: Outcomes, after: Outcomes) -> list[Change]:
    """The labels in *after* of which something else was said before; one that is new counts as unpaired before."""
    both = ((label, before.get(label.key, "unpaired"), after.get(label.key)) for label in labels())
    return [Change(label, was, now) for label, was, now in both if now is not None and was != now]


def listed(found: list[Change]) -> str:
    """Losses, then gains, one a line with truth, before, after and quote; last how many there are."""
    sorts = Counter(change.sort for change in found)
    lines = [_line(change) for sort in ("loss", "gain") for change in found if change.sort == sort]
    lines.append(f"{sorts['gain']} gains, {sorts['loss']} losses, {sorts['neither']} wrong before and after")
    return "\n".join(lines)


def _line(change: Change) -> str:
    folder, resume, id_ = change.label.key
    quote = " ".join(change.label.quote.split())
    quote = quote if len(quote) <= 90 else f"{quote[:89]}…"
    said = f"truth {change.label.truth}, was {change.before}, now {change.after}"
    return f"{change.sort}  {folder}/{resume} {id_}: {said}: {quote}"
