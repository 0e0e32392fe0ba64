"""How well PDF resumes are read: words, order of lines, fields. Run it: `python tests/quality/resume_pdfs.py`.

Reads the folder `resume_pdfs` of the shared corpora (GAPCHECK_SHARED, else ../shared beside the project):
sources that PDFs were made from (*.source.txt), hand-written truth (*.truth.json), and one resume in four layouts.
"""

from __future__ import annotations

import json
import os
import re
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from gapcheck.settings import Settings
from gapcheck.types import Document

Read = Callable[..., Document]

SHARED = Path(os.environ.get("GAPCHECK_SHARED", Path(__file__).resolve().parents[3] / "shared"))
ROOT = SHARED / "data" / "resume_pdfs"

# What a theme rewrites (dates), shows as an icon or leaves out.
_NOT_SHOWN = frozenset(
    ("date", "start_date", "end_date", "url", "website", "network", "username", "photo", "phone", "headline", "doi")
)


@dataclass(frozen=True, slots=True)
class Score:
    """Shares from 0 to 1 with the number they are of; seconds for all pages."""

    name: str
    words: float = 1.0
    word_count: int = 0
    order: float = 1.0
    line_count: int = 0
    fields: float = 1.0
    field_count: int = 0
    seconds: float = 0.0
    missed: tuple[str, ...] = ()


def plain(text: str) -> str:
    """Lower case, compatibility forms, one kind of quote and dash."""
    text = unicodedata.normalize("NFKC", text).lower()
    return re.sub(r"[‘’ʼ]", "'", re.sub(r"[‐‑–—−]", "-", text))


def words(text: str) -> list[str]:
    """The words of *text*, words hyphenated at a line end joined."""
    return re.findall(r"[^\W_]+", re.sub(r"(\w)-\n\s*(?=[a-z])", r"\1", plain(text)))


def recall(truth: list[str], text: str) -> float:
    """Share of the truth's words (with repeats) that are in *text*, read with and without joined hyphens."""
    wanted = Counter(truth)
    have = Counter(words(text)) | Counter(re.findall(r"[^\W_]+", plain(text)))
    return sum(min(count, have[word]) for word, count in wanted.items()) / max(1, len(truth))


def in_order(lines: list[str], text: str) -> tuple[float, list[str]]:
    """Share of *lines* whose words stand in *text* one after the other, and those that do not."""
    joined = " ".join(words(text))
    kept = " ".join(re.findall(r"[^\W_]+", plain(text)))
    missed = [line for line in lines if (run := " ".join(words(line))) not in joined and run not in kept]
    return 1 - len(missed) / max(1, len(lines)), missed


def has_field(value: str, lines: list[str]) -> bool:
    """Whether *value* stands on one line or on two that follow each other."""
    wanted = " ".join(plain(value).split())
    clean = [" ".join(plain(line).split()) for line in lines]
    pairs = [f"{one} {two}" for one, two in zip(clean, [*clean[1:], ""], strict=True)]
    return any(wanted in pair for pair in pairs)


def source_values(path: Path) -> list[str]:
    """The texts of a resume source (YAML): what its PDF must show."""
    values: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("design:"):
            break
        match = re.match(r"^\s+(?:- )?(?:(\w+):\s+)?(.+)$", line)
        if not match or match[1] in _NOT_SHOWN or re.fullmatch(r"\s*(?:- )?[\w ]+:", line):
            continue
        value = re.sub(r"^(['\"])(.*)\1$", r"\2", re.sub(r"^- ", "", match[2].strip())).replace("''", "'")
        value = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", value).replace("*", "").strip()
        if value and not re.match(r"^\w+:$", value):
            values.append(value)
    return values


def truth_values(path: Path) -> list[str]:
    """The fields of a hand-written truth file."""
    truth = json.loads(path.read_text(encoding="utf-8"))
    values = [value for value in truth.get("contact", {}).values() if value]
    for part in ("experience", "education"):
        for entry in truth.get(part, []):
            values += [value for value in entry.values() if isinstance(value, str) and value]
    return values + list(truth.get("skills", []))


def bullets(document: Document) -> list[str]:
    """The bullets of a document with their wrapped lines joined."""
    found: list[str] = []
    indent: float | None = None
    for line in document.lines:
        text = document.text[line.start : line.end]
        if line.bullet:
            found.append(text)
            indent = line.indent
        elif indent is not None and line.indent > indent + 3:
            found[-1] += "\n" + text
        else:
            indent = None
    return found


def scores(read: Read, root: Path = ROOT) -> Iterator[Score]:
    """One score for each PDF that has a truth."""
    for path in sorted(root.rglob("*.pdf")):
        source, truth = path.with_suffix(".source.txt"), path.with_suffix(".truth.json")
        if not source.exists() and not truth.exists():
            continue
        document, seconds = _timed(read, path)
        lines = [document.text[line.start : line.end] for line in document.lines]
        if source.exists():
            values = source_values(source)
            share = recall(words("\n".join(values)), document.text)
            order, missed = in_order(values, document.text)
            count = len(words("\n".join(values)))
            yield Score(path.name, share, count, order, len(values), seconds=seconds, missed=tuple(missed))
        else:
            values = truth_values(truth)
            lost = [value for value in values if not has_field(value, lines)]
            share = 1 - len(lost) / len(values)
            yield Score(path.name, fields=share, field_count=len(values), seconds=seconds, missed=tuple(lost))
    yield from _layouts(read, root / "resume_matcher")


def _layouts(read: Read, folder: Path) -> Iterator[Score]:
    """One resume in four layouts: the bullets of the plain one are there, in order, in the others."""
    plain_one = folder / "single-column.pdf"
    if not plain_one.exists():
        return
    model, _ = _timed(read, plain_one)
    points = bullets(model)
    truth = words("\n".join(points))
    for path in sorted(folder.glob("*.pdf")):
        document, seconds = _timed(read, path)
        order, missed = in_order(points, document.text)
        share = recall(truth, document.text)
        yield Score(path.name, share, len(truth), order, len(points), seconds=seconds, missed=tuple(missed))


def _timed(read: Read, path: Path) -> tuple[Document, float]:
    start = time.perf_counter()
    document = read(path.read_bytes(), source=path.name, settings=Settings())
    return document, time.perf_counter() - start


def totals(found: list[Score]) -> dict[str, float]:
    """The shares over all files, each weighted by what it counts."""

    def share(value: str, count: str) -> float:
        total = sum(getattr(score, count) for score in found)
        return sum(getattr(score, value) * getattr(score, count) for score in found) / max(1, total)

    return {
        "words": share("words", "word_count"),
        "order": share("order", "line_count"),
        "fields": share("fields", "field_count"),
    }


def main() -> int:
    """Print the scores of both engines (pdfium when it is installed)."""
    if not ROOT.is_dir():
        print(f"no corpus at {ROOT}", file=sys.stderr)
        return 1
    from gapcheck.parsers import pdf, pdfium

    engines: list[tuple[str, Read]] = [("pdfminer", pdf.read)]
    if pdfium.installed():
        engines.append(("pdfium", pdfium.read))
    for engine, read in engines:
        found = list(scores(read))
        for score in found:
            shares = f"{score.words:6.4f} {score.order:6.4f} {score.fields:6.4f}"
            print(f"{engine:9} {shares} {score.seconds:5.2f}s {score.name}")
            for missed in score.missed:
                print(f"{'':12}missed: {missed}")
        print(engine, " ".join(f"{name} {value:.4f}" for name, value in totals(found).items()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
