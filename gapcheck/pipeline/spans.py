"""Text -> spans as annotators mark them: KNOWLEDGE (what a keyword names) and SKILL (what a person should do or be).

Three published corpora mark spans by three conventions, and none of them is right or wrong. A *style* says which one to
follow:

- "skillspan" (the one for ordinary postings): tools, subjects and degrees are KNOWLEDGE, phrases of ability and attitude
  are SKILL;
- "green2022": one kind, SKILL, for duties, knowledge and qualifications alike;
- "sayfullina2018": the one soft skill of a snippet, as SKILL;
- "auto": a text of several lines is a posting and marked as "skillspan"; a single line is marked in the style of the corpus
  whose writing it clearly resembles. That tells the corpora apart by how they were prepared (lower-cased, lemmatised, stripped of
  commas), so it fits their own sentences better than anything that a person would paste.

For each sentence a linear chain proposes spans, and a second model looks at each as a whole. Trained by training/spans.py.
"""

from __future__ import annotations

import itertools
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from gapcheck.lexicon import Lexicon
from gapcheck.pipeline.chain import Chunk, Sentences, choose, chunks, marginals, sums
from gapcheck.pipeline.span_features import PLACE_ONLY, Clusters, Sentence, describe, tokenize
from gapcheck.pipeline.span_ranking import Looks, look

HEADS = ("knowledge", "skill", "green", "soft")
STYLES: Mapping[str, Mapping[str, str]] = {
    "skillspan": {"knowledge": "KNOWLEDGE", "skill": "SKILL"},
    "green2022": {"green": "SKILL"},
    "sayfullina2018": {"soft": "SKILL"},
}
"""Style -> the heads it uses and the label each gives."""
SNIPPET = "soft"
"""The head whose corpus has exactly one span in each snippet, near its middle."""
_SURE = 0.95
"""How probable another style than the first must be."""
_LONGEST = 200
"""Tokens of a sentence that are looked at together."""


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """A span of a text: offsets in characters, its label, its probability from 0 to 1."""

    start: int
    end: int
    label: str
    probability: float


@dataclass(frozen=True, slots=True)
class Head:
    """One trained tagger."""

    weights: np.ndarray
    """A line for each hashed feature: the scores of B and of I over that of O."""
    moves: np.ndarray
    first: np.ndarray
    ranks: np.ndarray
    """Weights of the hashed features of a whole span."""
    rank_bias: float
    trees: Trees
    least: float
    """The value a span must exceed to be reported."""
    touch: float
    """How much it counts towards that value that some span is there, whatever its borders."""


@dataclass(frozen=True, slots=True)
class Trees:
    """Boosted trees laid into arrays: node numbers of the children, 0 where there are none."""

    feature: np.ndarray
    threshold: np.ndarray
    left: np.ndarray
    right: np.ndarray
    value: np.ndarray
    roots: np.ndarray
    bias: float

    def score(self, numbers: np.ndarray) -> np.ndarray:
        """Log-odds for each line of *numbers*."""
        at = np.broadcast_to(self.roots, (len(numbers), len(self.roots)))
        lines = np.arange(len(numbers))[:, None]
        while True:
            below = numbers[lines, self.feature[at]] <= self.threshold[at]
            following = np.where(self.left[at] == 0, at, np.where(below, self.left[at], self.right[at]))
            if (following == at).all():
                result: np.ndarray = self.value[at].sum(axis=1) + self.bias
                return result
            at = following


@dataclass(frozen=True, slots=True)
class Model:
    """All heads and what they share."""

    heads: Mapping[str, Head]
    clusters: Clusters
    styles: np.ndarray
    """Weights of hashed words, a column for each of STYLES; the last line is the bias."""


def find_spans(text: str, lexicon: Lexicon, style: str = "auto") -> tuple[TaggedSpan, ...]:
    """The spans of *text* in order of their beginning; those of one label never overlap."""
    model = load()
    followed = style_of(text, model) if style == "auto" else style
    places = list(_sentences(text))
    described = [describe(text[a:b], model.clusters, lexicon) for a, b in places]
    found = []
    for head, proposed in proposals(described, STYLES[followed], model).items():
        for (offset, _), sentence, spans in zip(places, described, proposed, strict=True):
            for s in spans:
                start, end = sentence.tokens[s.first][0], sentence.tokens[s.last - 1][1]
                found.append(TaggedSpan(offset + start, offset + end, STYLES[followed][head], s.probability))
    return tuple(sorted(found, key=lambda s: (s.start, -s.end, s.label)))


def proposals(described: Sequence[Sentence], heads: Mapping[str, str], model: Model) -> dict[str, list[list[Chunk]]]:
    """For each head the spans it reports in each sentence."""
    laid = Sentences([len(s.tokens) for s in described])
    if not len(laid.of):
        return {head: [[] for _ in described] for head in heads}
    rows = np.concatenate([s.rows for s in described])
    read = {head: _read(model.heads[head], rows, laid, head) for head in HEADS}
    result = {}
    for head in heads:
        tags, spans = read[head]
        others = [read[other][0] for other in HEADS if other != head]
        result[head] = _reported(model.heads[head], head, described, laid, spans, tags, others)
    return result


def _read(head: Head, rows: np.ndarray, laid: Sentences, name: str) -> tuple[np.ndarray, list[list[Chunk]]]:
    """The probability of each tag of each token, and the possible spans of each sentence."""
    scores = np.zeros((len(rows), 3))
    looked_at = rows if name == SNIPPET else rows[:, :-PLACE_ONLY]
    scores[:, 1:] = head.weights[looked_at].sum(axis=1)
    found = sums(scores, head.moves, head.first, laid)
    return marginals(found, laid), chunks(scores, head.moves, found, laid)


def _reported(
    head: Head,
    name: str,
    described: Sequence[Sentence],
    laid: Sentences,
    spans: Sequence[Sequence[Chunk]],
    own: np.ndarray,
    others: Sequence[np.ndarray],
) -> list[list[Chunk]]:
    """The spans of each sentence that are reported, each with the probability that it is exactly right."""
    counts = [len(some) for some in spans]
    if not sum(counts):
        return [[] for _ in spans]
    chances = np.split(ranked(head, look(described, laid, spans, own, others)), np.cumsum(counts)[:-1])
    return [
        decided(some, chance, own[a : b + 1], head, name) if some else []
        for some, chance, a, b in zip(spans, chances, laid.starts, laid.ends, strict=True)
    ]


def ranked(head: Head, looks: Looks) -> np.ndarray:
    """The probability that each span is exactly right: the mean log-odds of the linear model and the trees."""
    linear = head.ranks[looks.rows].sum(axis=1) + head.rank_bias
    odds = (linear + head.trees.score(looks.numbers)) / 2
    result: np.ndarray = 1 / (1 + np.exp(-odds))
    return result


def decided(spans: Sequence[Chunk], chances: np.ndarray, own: np.ndarray, head: Head, name: str) -> list[Chunk]:
    """The spans to report: by their chance to be right, and a little by the chance that something is there at all."""
    if name == SNIPPET:
        best = int(chances.argmax())
        return [Chunk(spans[best].first, spans[best].last, float(chances[best]))]
    touching = [1 - own[s.first : s.last, 0].min() for s in spans]
    valued = [
        Chunk(s.first, s.last, p + head.touch * t) for s, p, t in zip(spans, chances.tolist(), touching, strict=True)
    ]
    kept = {(s.first, s.last) for s in choose(valued, head.least)}
    return [
        Chunk(s.first, s.last, p) for s, p in zip(spans, chances.tolist(), strict=True) if (s.first, s.last) in kept
    ]


def style_of(text: str, model: Model) -> str:
    """The style whose corpus *text* resembles most; the corpora are single lines, so more than one is a posting."""
    if "\n" in text.strip():
        return next(iter(STYLES))
    found = model.styles[style_features(text, len(model.styles) - 1)].sum(axis=0, dtype=np.float32)
    odds = np.exp((found := found + model.styles[-1]) - found.max())
    best = int(odds.argmax())
    return list(STYLES)[best if odds[best] > _SURE * odds.sum() else 0]


def style_features(text: str, buckets: int) -> list[int]:
    """Hashes of words, neighbours, beginnings, endings and of how signs are written: a corpus shows in its spelling."""
    forms = text.split()
    found = {"lower" if text == text.lower() else "cased", f"n{min(len(forms) // 4, 10)}"}
    found |= {f"b{a} {b}" for a, b in itertools.pairwise(["", *forms, ""])}
    for form in forms:
        low = form.lower()
        found |= {f"w{form}", f"l{low}", f"p{low[:4]}", f"e{low[-3:]}", "s" + re.sub(r"\w+", "w", form)}
    return sorted({zlib.crc32(name.encode()) % buckets for name in found})


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Lines of *text*, wrapped ones joined, very long ones cut."""
    start = end = -1
    position = 0
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        begin = position + len(line) - len(line.lstrip())
        if start >= 0 and not (bare[:1].islower() and text[end - 1] not in ".:;!?"):
            yield from _cut(text, start, end)
            start = -1
        if bare:
            start = begin if start < 0 else start
            end = begin + len(bare)
        position += len(line)
    if start >= 0:
        yield from _cut(text, start, end)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    tokens = tokenize(text[start:end])
    for i in range(0, len(tokens), _LONGEST):
        part = tokens[i : i + _LONGEST]
        yield start + part[0][0], start + part[-1][1]


@cache
def load() -> Model:
    """The trained model; read once."""
    with (files("gapcheck.model") / "spans.npz").open("rb") as file, np.load(file, allow_pickle=False) as data:
        arrays = {name: data[name] for name in data.files}
    names = arrays["cluster_names"].tolist()
    return Model(
        {head: _head(arrays, head) for head in HEADS},
        dict(zip(names, map(tuple, arrays["clusters"].tolist()), strict=True)),
        arrays["styles"],
    )


def _head(arrays: Mapping[str, np.ndarray], name: str) -> Head:
    def get(key: str) -> Any:
        return arrays[f"{name}_{key}"]

    tree = {key: get(f"tree_{key}") for key in ("feature", "threshold", "left", "right", "value", "roots")}
    return Head(
        weights=unpacked(get("weights"), get("scale")),
        moves=get("moves"),
        first=get("first"),
        ranks=unpacked(get("ranks"), get("rank_scale")),
        rank_bias=float(get("rank_bias")),
        trees=Trees(**tree, bias=float(get("tree_bias"))),
        least=float(get("least")),
        touch=float(get("touch")),
    )


def packed(values: np.ndarray) -> tuple[np.ndarray, np.float32]:
    """Values as signed bytes whose squares are spaced evenly, and their unit: fine near 0, and the largest are kept."""
    unit = np.float32(np.abs(values).max() / 127**2)
    return np.round(np.sign(values) * np.sqrt(np.abs(values) / unit)).astype(np.int8), unit


def unpacked(bytes_: np.ndarray, unit: np.ndarray) -> np.ndarray:
    """The values that were packed, nearly."""
    whole = bytes_.astype(np.float32)
    result: np.ndarray = whole * np.abs(whole) * np.float32(unit)
    return result
