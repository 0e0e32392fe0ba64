"""The corpora of the span taggers: their sentences as the tagger sees them, and how spans are scored."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from gapcheck.lexicon import Lexicon
from gapcheck.pipeline.chain import Chunk
from gapcheck.pipeline.span_features import Clusters, Sentence, describe

SEED = 7
CORPORA = ("skillspan", "green2022", "sayfullina2018")
SOURCES = {
    "knowledge": ("skillspan", "tags_knowledge", 1.5),
    "skill": ("skillspan", "tags_skill", 3.5),
    "green": ("green2022", "tags_skill", 3.5),
    "soft": ("sayfullina2018", "tags_skill", 1.0),
}
"""Head -> its corpus, the layer it learns, the strength of its prior."""
_CLUSTERS = (64, 256, 1024)

Rows = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Example:
    """A corpus sentence: its text, what the tagger sees of it, the corpus token that each of our tokens is a part of."""

    text: str
    sentence: Sentence
    owner: tuple[int, ...]
    gold: Mapping[str, frozenset[tuple[int, int]]]
    """Layer -> spans of corpus tokens."""

    def tags(self, layer: str) -> np.ndarray:
        """Our tokens' tags: 0, 1, 2 for O, B, I."""
        tags = np.zeros(len(self.owner), dtype=np.int64)
        for first, last in self.gold[layer]:
            inside = [i for i, o in enumerate(self.owner) if first <= o < last]
            tags[inside] = 2
            tags[inside[:1]] = 1
        return tags

    def span(self, chunk: Chunk) -> tuple[int, int]:
        """A span of our tokens as one of corpus tokens."""
        return self.owner[chunk.first], self.owner[chunk.last - 1] + 1


def read(folder: Path, split: str) -> dict[str, Rows]:
    """Corpus -> its rows; those of the training part without any that stand in a development part."""
    found = {name: _rows(folder / name / f"{split}.json") for name in CORPORA}
    if split == "train":
        held = {sentence_key(row) for name in CORPORA for row in _rows(folder / name / "dev.json")}
        found = {name: [row for row in rows if sentence_key(row) not in held] for name, rows in found.items()}
    return found


def _rows(path: Path) -> Rows:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def sentence_key(row: Mapping[str, Any]) -> str:
    """What two copies of one sentence share: letters and digits in lower case."""
    return "".join(c for c in "".join(row["tokens"]).lower() if c.isalnum())


def decode(tags: Sequence[str]) -> frozenset[tuple[int, int]]:
    """B/I/O tags as spans; an I after O opens one.

    >>> sorted(decode(["B", "I", "B", "O", "I"]))
    [(0, 2), (2, 3), (4, 5)]
    """
    found, start = set(), -1
    for i, tag in enumerate([*tags, "O"]):
        if start >= 0 and tag[0] != "I":
            found.add((start, i))
            start = -1
        if tag[0] == "B" or (tag[0] == "I" and start < 0):
            start = i
    return frozenset(found)


def example(row: Mapping[str, Any], clusters: Clusters, lexicon: Lexicon) -> Example:
    """A corpus row, read as the scorer gives it: its tokens joined by blanks."""
    ends = np.cumsum([len(token) + 1 for token in row["tokens"]])
    text = " ".join(row["tokens"])
    sentence = describe(text, clusters, lexicon)
    owner = tuple(int(np.searchsorted(ends, start, side="right")) for start, _ in sentence.tokens)
    gold = {layer: decode(row[layer]) for layer in ("tags_skill", "tags_knowledge") if layer in row}
    return Example(text, sentence, owner, gold)


def clusters() -> tuple[Clusters, np.ndarray, np.ndarray]:
    """Stems in clusters of their vectors: as the tagger reads them, the names, the numbers."""
    from sklearn.cluster import MiniBatchKMeans

    with (files("gapcheck.model") / "vectors.npz").open("rb") as file, np.load(file, allow_pickle=False) as data:
        names, vectors = data["names"], data["vectors"].astype(np.float32)
    numbers = np.stack(
        [
            MiniBatchKMeans(n, random_state=SEED, n_init=3, batch_size=2048, max_iter=30).fit_predict(vectors)
            for n in _CLUSTERS
        ],
        axis=1,
    ).astype(np.int16)
    return dict(zip(names.tolist(), map(tuple, numbers.tolist()), strict=True)), names, numbers


def ordinary_texts(folder: Path) -> Iterator[str]:
    """Lines of postings as people write them, each once."""
    seen = set()
    for path in sorted(folder.rglob("*.txt")):
        text = path.read_text(encoding="utf-8", errors="replace")
        for line in map(str.strip, text.splitlines()):
            if len(line) > 20 and line not in seen:
                seen.add(line)
                yield line


def score(predicted: Sequence[Any], gold: Sequence[Any]) -> dict[str, float]:
    """F1 of exact spans and of spans that share a token."""

    def touching(some: Sequence[Any], others: Sequence[Any]) -> int:
        return sum(any(a < d and c < b for c, d in o) for s, o in zip(some, others, strict=True) for a, b in s)

    said, told = sum(map(len, predicted)), sum(map(len, gold))
    exact = sum(len(set(p) & set(g)) for p, g in zip(predicted, gold, strict=True))
    precision, recall = touching(predicted, gold) / max(said, 1), touching(gold, predicted) / max(told, 1)
    overlap = 2 * precision * recall / max(precision + recall, 1e-9)
    return {"strict": round(2 * exact / max(said + told, 1), 3), "overlap": round(overlap, 3)}
