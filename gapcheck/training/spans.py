"""Train the span taggers: `python -m gapcheck.training.spans CORPORA` writes model/spans.npz and model/spans.json.

CORPORA is a folder with skillspan (Zhang et al. 2022, MIT), green2022 (Green, Maynard and Lin 2022, CC BY 4.0) and
sayfullina2018 (Sayfullina et al. 2018), each with train.json and dev.json, and job_postings_tts (CC0), postings as people
write them, which teach nothing but what ordinary writing is. Only train.json teaches; a sentence that also
stands in any dev.json is left out. Each head learns from one corpus, because each corpus has a convention of its own; what
the heads of the others say of a span is told to the second model.

1. A chain for each head, fitted on two thirds of its sentences three times over: what it says of the last third is what
   the second model learns from. The chain that ships is fitted on all.
2. The second model: logistic regression over hashed features and boosted trees over numbers, averaged.
3. The values from which spans are reported are chosen on the training corpora, by predictions for unseen parts.
4. Scores on dev.json, by the code that runs and the weights that ship.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from gapcheck.lexicon import Lexicon
from gapcheck.pipeline import spans as runtime
from gapcheck.pipeline.span_features import BUCKETS
from gapcheck.pipeline.spans import HEADS, STYLES, Head, Trees
from gapcheck.training.span_chains import train_chain
from gapcheck.training.span_corpora import (
    CORPORA,
    SEED,
    SOURCES,
    Example,
    Rows,
    clusters,
    decode,
    example,
    ordinary_texts,
    read,
    score,
)  # fmt: skip
from gapcheck.training.span_ranks import looked, tuned, with_ranks

STYLE_BUCKETS = 1 << 16


def train_styles(examples: Mapping[str, Sequence[Example]], ordinary: Sequence[str]) -> np.ndarray:
    """Which corpus a text is written like; *ordinary* texts count as written like the first of STYLES."""
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    texts = [(e.text, list(STYLES).index(name)) for name in CORPORA for e in examples[name]]
    texts += [(text, 0) for text in ordinary]
    rows = [runtime.style_features(text, STYLE_BUCKETS) for text, _ in texts]
    ends = np.concatenate([[0], np.cumsum([len(row) for row in rows])])
    matrix = csr_matrix((np.ones(ends[-1]), np.concatenate(rows), ends), shape=(len(rows), STYLE_BUCKETS))
    model = LogisticRegression(C=1.0, max_iter=200).fit(matrix, [number for _, number in texts])
    weights = np.zeros((STYLE_BUCKETS + 1, len(STYLES)), dtype=np.float16)
    weights[:STYLE_BUCKETS], weights[-1] = model.coef_.T, model.intercept_
    return weights


def train_head(
    examples: Mapping[str, Sequence[Example]], chains: Mapping[str, Any], name: str
) -> tuple[Head, dict[str, float]]:
    """A head with its second model and its values, and its scores on unseen parts of the training corpus."""
    seen, chain, _ = chains[name]
    corpus = SOURCES[name][0]
    said = {other: chains[other][2][corpus] for other in HEADS}
    found = looked(examples[corpus], said, name)
    weights = np.zeros((BUCKETS + 1, 2), dtype=np.float32)
    weights[seen.used] = chain.weights[:, 1:] - chain.weights[:, :1]
    empty = np.zeros(0)
    no_trees = Trees(empty, empty, empty, empty, empty, empty, 0.0)
    draft = Head(weights, chain.moves, chain.first, empty, 0.0, no_trees, 0.0, 0.0)
    head = with_ranks(draft, found.looks, found.right)
    least, touch, scores = tuned(found, examples[corpus], said[name], head, name)
    return replace(head, least=least, touch=touch), scores


def write(path: Path, heads: Mapping[str, Head], names: np.ndarray, numbers: np.ndarray, styles: np.ndarray) -> None:
    """The model as arrays."""
    arrays: dict[str, Any] = {"cluster_names": names, "clusters": numbers, "styles": styles}
    for name, head in heads.items():
        arrays[f"{name}_weights"], arrays[f"{name}_scale"] = runtime.packed(head.weights)
        arrays[f"{name}_ranks"], arrays[f"{name}_rank_scale"] = runtime.packed(head.ranks)
        arrays |= {f"{name}_{key}": getattr(head, key) for key in ("moves", "first", "rank_bias", "least", "touch")}
        for key in ("feature", "threshold", "left", "right", "value", "roots", "bias"):
            arrays[f"{name}_tree_{key}"] = getattr(head.trees, key)
    np.savez_compressed(path, **arrays)


def dev_scores(folder: Path, lexicon: Lexicon) -> dict[str, Any]:
    """Scores on the development parts by the code that runs, with the style told and with "auto"."""
    layers = {"KNOWLEDGE": "tags_knowledge", "SKILL": "tags_skill"}
    result: dict[str, Any] = {}
    for name, rows in read(folder, "dev").items():
        for style in (name, "auto"):
            predicted: dict[str, list[set[tuple[int, int]]]] = {label: [] for label in layers}
            for row in rows:
                ends = np.cumsum([len(token) + 1 for token in row["tokens"]])
                found = runtime.find_spans(" ".join(row["tokens"]), lexicon, style)
                places = [(s.label, np.searchsorted(ends, (s.start, s.end - 1), side="right")) for s in found]
                for label in layers:
                    predicted[label].append({(int(p[0]), int(p[1]) + 1) for at, p in places if at == label})
            for label, layer in layers.items():
                if layer in rows[0]:
                    gold = [decode(row[layer]) for row in rows]
                    result[f"{name} {label} style={style}"] = score(predicted[label], gold)
    return result


def main(corpora: str) -> None:
    """Train, write the weights, what they were made from, and their scores."""
    folder, lexicon, target = Path(corpora), Lexicon.default(), Path(str(files("gapcheck.model")))
    by_stem, names, numbers = clusters()
    rows = read(folder, "train")
    examples = {name: [example(row, by_stem, lexicon) for row in found] for name, found in rows.items()}
    chains = {head: train_chain(examples, head) for head in HEADS}
    trained = {head: train_head(examples, chains, head) for head in HEADS}
    styles = train_styles(examples, list(ordinary_texts(folder / "job_postings_tts")))
    write(target / "spans.npz", {head: found for head, (found, _) in trained.items()}, names, numbers, styles)
    runtime.load.cache_clear()
    finish(target, rows, {head: scores for head, (_, scores) in trained.items()}, dev_scores(folder, lexicon))


def finish(target: Path, rows: Mapping[str, Rows], unseen: Mapping[str, Any], dev: Mapping[str, Any]) -> None:
    """Write what the weights were made from."""
    meta = {
        "what": "linear chains over hashed features, with a second model (logistic regression and boosted trees) over whole spans",
        "script": "gapcheck/training/spans.py",
        "seed": SEED,
        "sentences": {name: len(found) for name, found in rows.items()},
        "left_out": "sentences that also stand in the development part of any of the corpora",
        "f1_on_unseen_thirds_of_the_training_parts": unseen,
        "f1_on_the_development_parts": dev,
        "attribution": [
            "SkillSpan (Zhang, Jensen, Sonniks and Plank 2022, MIT).",
            "Green, Maynard and Lin 2022, Development of a Benchmark Corpus to Support Entity Recognition in Job "
            "Descriptions, CC BY 4.0; the annotations were turned into statistics.",
            "Sayfullina, Malmi and Kannala 2018, as published with NNOSE (MIT).",
            "Stem clusters: see vectors.json.",
        ],
    }
    (target / "spans.json").write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(meta, indent=1))


if __name__ == "__main__":
    main(sys.argv[1])
