"""Train the model of lost line breaks: `python -m gapcheck.training.boundaries CORPORA DATA` writes model/boundaries.*.

CORPORA holds job_postings_tts (CC0), skillspan (MIT), onet_29_2 (CC BY 4.0) and gold; DATA is the project's `data` folder
(pairs, cases, layouts, judgements). Real texts with their lines, and pages made by `made_pages.py`, are joined to one line each; what is
learned is where lines began. Figures are of real texts only, held out by case.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from gapcheck.lexicon import Lexicon
from gapcheck.parsers import parse
from gapcheck.pipeline import boundaries
from gapcheck.pipeline.boundaries import BUCKETS, bucket
from gapcheck.pipeline.gaps import Run, line_features, local_features, make_run, sentence_ends
from gapcheck.pipeline.lines import passages
from gapcheck.sections import Side, headings, split
from gapcheck.training.gate import detokenized
from gapcheck.training.made_pages import make_posting, make_resume, trades
from gapcheck.types import Document

SEED = 11
FOLDS = 4
MADE = 600
"""Made pages for each side."""
REAL = 3.0
"""How many made pages a real one counts for."""
SIDES: tuple[Side, ...] = ("posting", "resume")
_HELD_BACK = ("accessibility", "account-manager", "software-engineer", "login-engineer")
"""Postings of the corpus of which a version stands in the gold cases."""


@dataclass(frozen=True, slots=True)
class Page:
    """A text with its lines; `case` is what it is held out with, empty for what is only trained on."""

    case: str
    side: Side
    lines: tuple[str, ...]
    bullets: tuple[bool, ...]
    made: bool = False


def lines_of(document: Document, side: Side, case: str = "") -> Page:
    """The lines of a document as a reader sees them: wrapped lines joined, headings apart, bullets known."""
    spans: dict[int, tuple[int, bool]] = {}
    paragraphs: dict[int, tuple[int, int, bool]] = {}
    for p in passages(document, split(document, side), side):
        start = paragraphs.get(p.paragraph, (p.start, 0, False))[0]
        paragraphs[p.paragraph] = (start, p.end, p.bullet)
    for start, end, bullet in paragraphs.values():
        spans[start] = (end, bullet)
    for index, heading in headings(document, side):
        line = document.lines[index]
        if heading is None or line.start in spans:
            continue
        end, bullet = line.end, False
        if heading.content < line.end:  # heading and content share the line
            after = [s for s in spans if heading.content <= s < line.end]
            end, bullet = spans.pop(min(after)) if after else (line.end, False)
        spans[line.start] = (end, bullet)
    texts = [(" ".join(document.text[a:b].split()), bullet) for a, (b, bullet) in sorted(spans.items())]
    kept = [(t, b) for t, b in texts if any(c.isalpha() for c in t) and "{" not in t and "<" not in t]
    return Page(case, side, tuple(t for t, _ in kept), tuple(b for _, b in kept))


def real_pages(corpora: Path, data: Path) -> Iterator[Page]:
    """Postings and resumes as they are; those that have lost their own line breaks teach nothing."""
    for page in _files(corpora, data):
        if not any(map(boundaries.has_lost_breaks, page.lines)):
            yield page
    yield from _service(corpora)


def _files(corpora: Path, data: Path) -> Iterator[Page]:
    for folder, side in (("postings", "posting"), ("resumes", "resume")):
        for path in sorted((corpora / "gold" / folder).iterdir()):
            yield lines_of(parse(path), side, path.stem.split("__")[0])  # type: ignore[arg-type]
        for own in ("pairs", "cases", "layouts"):
            for path in sorted((data / own / folder).glob("*")):
                yield lines_of(parse(path), side, path.stem.split("__")[0])  # type: ignore[arg-type]


def _service(corpora: Path) -> Iterator[Page]:
    """Every third of the federal postings, which are much alike; what they share is read three times at most."""
    seen: Counter[str] = Counter()
    for path in sorted((corpora / "job_postings_tts").glob("*.md.txt"))[::3]:
        if any(name in path.name for name in _HELD_BACK):
            continue
        page = lines_of(parse(path), "posting")
        kept = [(t, b) for t, b in zip(page.lines, page.bullets, strict=True) if seen[t] < 3 and not t.startswith("#")]
        seen.update(t for t, _ in kept)
        yield Page("", "posting", tuple(t for t, _ in kept), tuple(b for _, b in kept))


def prose_of(corpora: Path) -> list[str]:
    """Sentences of advertisements that are whole: made pages tell of their company with them."""
    found = []
    for line in (corpora / "skillspan" / "train.json").read_text(encoding="utf-8").splitlines():
        text = detokenized(json.loads(line)["tokens"])
        inner = [w for w in text.split()[1:] if w[0].isupper()]
        if text.endswith(".") and 60 < len(text) < 260 and len(inner) < 3:
            found.append(text)
    return found


def made_pages(corpora: Path, data: Path, lexicon: Lexicon) -> Iterator[Page]:
    """Pages of every occupation that real texts are too few for."""
    rng = random.Random(SEED)
    kinds = trades(data / "judgements", corpora / "onet_29_2")
    prose = prose_of(corpora)
    skills = sorted(c.name for c in lexicon.concepts.values() if c.kind in ("tool", "skill") and len(c.name) < 28)
    for number in range(MADE):
        trade = kinds[number % len(kinds)]
        for side, lines in (
            ("posting", tuple(make_posting(trade, prose, skills, rng))),
            ("resume", tuple(make_resume(trade, skills, rng))),
        ):
            yield Page("", side, lines, (False,) * len(lines), made=True)  # type: ignore[arg-type]


def runs_of(page: Page, glyphs: bool) -> Iterator[tuple[Run, set[int]]]:
    """The page on one line, with the tokens that begin its lines; with *glyphs* its bullets keep their signs."""
    groups: list[tuple[bool, list[str]]] = [(False, [])]
    for line, bullet in zip(page.lines, page.bullets, strict=True):
        if bullet and glyphs:
            groups.append((True, []))
        groups[-1][1].append(line)
    for glyph, lines in groups:
        text = " ".join(lines)
        run = make_run(text, 0, len(text), glyph=glyph)
        starts, position = set(), 0
        for line in lines:
            starts.add(position)
            position += len(line) + 1
        ends = {gap for gap in run.gaps if sentence_ends(run, gap)}
        yield run, ends | {i for i, t in enumerate(run.tokens) if t.start in starts and i}


Row = tuple[list[int], bool]


def rows_of(run: Run, truth: set[int], side: Side, lexicon: Lexicon, rng: random.Random) -> Iterator[Row]:
    """One example for each gap with the line that truly began before it, and some with a break that was missed."""
    start = earlier = 0
    for gap, names in zip(run.gaps, local_features(run, side, lexicon), strict=True):
        local = [bucket(name) for name in names]
        if sentence_ends(run, gap):  # certain: nothing to learn
            earlier, start = start, gap
            continue
        yield local + [bucket(n) for n in line_features(run, start, gap, side)], gap in truth
        if earlier < start and rng.random() < 0.3:
            yield local + [bucket(n) for n in line_features(run, earlier, gap, side)], gap in truth
        if gap in truth:
            earlier, start = start, gap


@dataclass(frozen=True, slots=True)
class Examples:
    """The rows of one page; a real page counts for more than a made one."""

    case: str
    side: Side
    weight: float
    rows: tuple[Row, ...]


def all_examples(pages: Sequence[Page], lexicon: Lexicon) -> Iterator[Examples]:
    """The examples of every page; in a quarter of those with bullets the bullets keep their signs."""
    rng = random.Random(SEED)
    for page in pages:
        glyphs = any(page.bullets) and rng.random() < 0.25
        rows = [r for run, truth in runs_of(page, glyphs) for r in rows_of(run, truth, page.side, lexicon, rng)]
        yield Examples(page.case, page.side, 1.0 if page.made else REAL, tuple(rows))


def fit(examples: Iterable[Examples]) -> Any:
    """The weights of a logistic regression, one for each bucket."""
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    indptr, indices, truth, counts = [0], list[int](), list[bool](), list[float]()
    for example in examples:
        for names, breaks in example.rows:
            indices += sorted(set(names))
            indptr.append(len(indices))
            truth.append(breaks)
            counts.append(example.weight)
    matrix = csr_matrix((np.ones(len(indices), dtype=np.float32), indices, indptr), shape=(len(truth), BUCKETS))
    model = LogisticRegression(C=1.0, max_iter=200, tol=1e-3, fit_intercept=False)
    model.fit(matrix, truth, sample_weight=counts)
    return model.coef_[0].astype(np.float32)


def cross_validate(pages: Sequence[Page], examples: Sequence[Examples], lexicon: Lexicon) -> dict[str, Any]:
    """Precision, recall and F1 of breaks on the real texts with a case, each held out with its case.

    Breaks after the end of a sentence are left out: they are taken for certain.
    """
    scores: dict[str, Any] = {}
    for side in SIDES:
        n: Counter[str] = Counter()
        for held, weights in held_out(pages, examples, side):
            boundaries.load(side, weights)
            for page in pages:
                if page.side == side and page.case in held:
                    for run, truth in runs_of(page, False):
                        _count(n, run, truth, set(boundaries.breaks(run, side, lexicon)))
        p, r = n["both"] / n["said"], n["both"] / n["true"]
        f1 = 2 * p * r / (p + r)
        scores[side] = {"precision": round(p, 3), "recall": round(r, 3), "f1": round(f1, 3), "breaks": n["true"]}
    return scores


def held_out(pages: Sequence[Page], examples: Sequence[Examples], side: Side) -> Iterator[tuple[set[str], Any]]:
    """For each fold its cases and weights that have not seen them."""
    cases = sorted({page.case for page in pages if page.case})
    random.Random(SEED).shuffle(cases)
    for k in range(FOLDS):
        held = set(cases[k::FOLDS])
        yield held, fit(e for e in examples if e.side == side and e.case not in held)


def _count(n: Counter[str], run: Run, truth: set[int], said: set[int]) -> None:
    soft = {i for i in truth | said if sentence_ends(run, i)}
    n["both"] += len(truth & said - soft)
    n["said"] += len(said - soft)
    n["true"] += len(truth - soft)


def main(corpora: str, data: str) -> None:
    """Read, make, cross-validate, train on all, write the weights and what they were made from."""
    lexicon = Lexicon.default()
    real = list(real_pages(Path(corpora), Path(data)))
    pages = [*real, *made_pages(Path(corpora), Path(data), lexicon)]
    examples = list(all_examples(pages, lexicon))
    scores = cross_validate(pages, examples, lexicon)
    folder, arrays = Path(str(files("gapcheck.model"))), dict[str, Any]()
    for side in SIDES:
        weights = fit(e for e in examples if e.side == side)
        scale = np.float32(np.abs(weights).max() / 127)
        arrays |= {side: np.round(weights / scale).astype(np.int8), f"{side}_scale": scale}
    np.savez_compressed(folder / "boundaries.npz", **arrays)
    meta = {
        "what": "logistic regression over hashed features of gaps between words: does a line begin here?",
        "script": "gapcheck/training/boundaries.py",
        "seed": SEED,
        "buckets": BUCKETS,
        "data": "own postings and resumes; 18F/TTS postings (CC0); SkillSpan train (MIT); pages made of own lines and O*NET 29.2 tasks and titles (CC BY 4.0)",
        "pages": {side: sum(p.side == side for p in pages) for side in SIDES},
        "made_pages": len(SIDES) * MADE,
        "gaps": sum(len(e.rows) for e in examples),
        "cross_validation": scores,
    }
    (folder / "boundaries.json").write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(meta, indent=1))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
