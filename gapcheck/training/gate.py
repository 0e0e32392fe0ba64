"""Train the gate: `python -m gapcheck.training.gate LABELS [CORPORA]` writes model/gate.npz and model/gate.json.

LABELS is a folder of TSV files (data/labels: source, hash of the passage, code). CORPORA is a folder that holds the
postings the labels speak of (skillspan/train.json, MIT; job_postings_tts, CC0). No text of theirs is in the labels: a
passage is found again by the hash of its words.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from gapcheck.lexicon import Lexicon
from gapcheck.parsers import parse
from gapcheck.pipeline.gate import BUCKETS, CLASSES, bucket, features
from gapcheck.pipeline.gazetteer import find_mentions
from gapcheck.pipeline.lines import passages
from gapcheck.sections import split
from gapcheck.types import Document, Passage

SEED = 7
CODES = {"D": "duty", "S": "skill", "P": "preferred", "C": "condition"}
"""Label codes of the label files; every other code (heading, about, benefits, apply, legal, not needed) is "none"."""

_PLACEHOLDERS = {
    "<ORGANIZATION>": "Norvale", "<LOCATION>": "Aarhus", "<CONTACT>": "Mette Lund", "<ADDRESS>": "Strandvej 1",
    "<PHONE>": "555-0100", "<EMAIL>": "jobs@norvale.example",
}  # fmt: skip


def passage_hash(text: str) -> str:
    """What a label file knows of a passage: a hash of its letters and digits in lower case."""
    return hashlib.sha256("".join(c for c in text.lower() if c.isalnum()).encode()).hexdigest()[:16]


def detokenized(tokens: Sequence[str]) -> str:
    """A corpus sentence as people write it, placeholders replaced by invented names."""
    text = " ".join(_PLACEHOLDERS.get(token, token) for token in tokens)
    text = re.sub(r" ([,.;:!?)%])", r"\1", text)
    text = re.sub(r"([(]) ", r"\1", text)
    text = re.sub(r" ('s|n't|'re|'ve|'ll)\b", r"\1", text)
    return re.sub(r" / ", "/", text)


def read_postings(folder: Path, sources: set[str]) -> Iterator[tuple[str, Document]]:
    """The postings named in the labels, by source name."""
    sentences: dict[str, list[str]] = defaultdict(list)
    for line in (folder / "skillspan" / "train.json").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        sentences[f"skillspan/train/{row['source']}/{row['idx']}"].append(detokenized(row["tokens"]))
    for source in sorted(sources):
        if source in sentences:
            yield source, Document.from_text("\n".join(sentences[source]))
        else:
            yield source, parse(folder / source)


def read_labels(folder: Path) -> dict[str, dict[str, str]]:
    """Source -> passage hash -> class."""
    labels: dict[str, dict[str, str]] = defaultdict(dict)
    for path in sorted(folder.glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines()[1:]:
            source, digest, code = line.split("\t")[:3]
            labels[source][digest] = CODES.get(code, "none")
    return labels


def prepared(document: Document, lexicon: Lexicon) -> tuple[Passage, ...]:
    """The passages of a posting as the gate sees them, with their mentions."""
    found = passages(document, split(document, "posting"), "posting")
    return tuple(replace(p, mentions=find_mentions(document.text, p.words, p.label, lexicon)) for p in found)


def dressed(found: Sequence[Passage], text: str, dress: str) -> tuple[Passage, ...]:
    """The same passages as another page would show them: list items as bullets, or headings lost."""
    if dress == "bullets":
        return tuple(
            replace(p, bullet=p.bullet or (1 < len(p.words) < 26 and text[p.end - 1] not in ".:?!")) for p in found
        )
    if dress == "headless":
        return tuple(replace(p, label="title", title="", bullet=False, lead="") for p in found)
    return tuple(found)


def examples(labels_folder: Path, corpora: Path) -> Iterator[tuple[str, str, list[list[str]], list[str]]]:
    """(source, dress, feature names of each labelled passage, their classes)."""
    labels = read_labels(labels_folder)
    lexicon = Lexicon.default()
    for source, document in read_postings(corpora, set(labels)):
        found = prepared(document, lexicon)
        classes = [labels[source].get(passage_hash(document.text[p.start : p.end])) for p in found]
        for dress in ("plain", "bullets", "headless"):
            names = list(features(document.text, dressed(found, document.text, dress)))
            kept = [(n, c) for n, c in zip(names, classes, strict=True) if c]
            yield source, dress, [n for n, _ in kept], [c for _, c in kept]


def matrix(rows: Sequence[Sequence[str]]) -> Any:
    """Sparse 0/1 matrix of hashed features."""
    from scipy.sparse import csr_matrix

    indptr, indices = [0], []
    for names in rows:
        indices.extend(sorted({bucket(name) for name in names}))
        indptr.append(len(indices))
    return csr_matrix((np.ones(len(indices), dtype=np.float32), indices, indptr), shape=(len(rows), BUCKETS))


def fit(rows: Sequence[Sequence[str]], classes: Sequence[str]) -> Any:
    """A multinomial logistic regression with a strong L2 prior."""
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=0.06, max_iter=600)
    model.fit(matrix(rows), [CLASSES.index(c) for c in classes])
    return model


def cross_validate(data: Sequence[tuple[str, str, list[list[str]], list[str]]], folds: int = 5) -> dict[str, Any]:
    """F1 of "states a requirement" and accuracy of the class, by posting-wise folds, for each dress."""
    sources = sorted({source for source, *_ in data})
    random.Random(SEED).shuffle(sources)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for k in range(folds):
        held = set(sources[k::folds])
        train = [(n, c) for source, _, names, cs in data if source not in held for n, c in zip(names, cs, strict=True)]
        model = fit([n for n, _ in train], [c for _, c in train])
        for source, dress, names, classes in data:
            if source not in held or not names:
                continue
            p = model.predict_proba(matrix(names))
            for row, c in zip(p, classes, strict=True):
                said, true = row[:4].sum() >= 0.5, c != "none"
                counts[dress]["tp"] += said and true
                counts[dress]["fp"] += said and not true
                counts[dress]["fn"] += not said and true
                counts[dress]["right"] += CLASSES[int(row.argmax())] == c
                counts[dress]["all"] += 1
    return {
        dress: {
            "f1": round(2 * n["tp"] / (2 * n["tp"] + n["fp"] + n["fn"]), 3),
            "class_accuracy": round(n["right"] / n["all"], 3),
            "passages": n["all"],
        }
        for dress, n in counts.items()
    }


def main(labels_folder: str, corpora: str) -> None:
    """Train, cross-validate, write the weights and what they were made from."""
    data = list(examples(Path(labels_folder), Path(corpora)))
    scores = cross_validate(data)
    rows = [n for _, _, names, _ in data for n in names]
    classes = [c for _, _, _, cs in data for c in cs]
    model = fit(rows, classes)
    weights = model.coef_.T.astype(np.float32)
    scale = np.float32(np.abs(weights).max() / 127)
    folder = Path(str(files("gapcheck.model")))
    np.savez_compressed(
        folder / "gate.npz",
        weights=np.round(weights / scale).astype(np.int8),
        scale=scale,
        bias=model.intercept_.astype(np.float32),
    )
    meta = {
        "what": "multinomial logistic regression over hashed features of posting passages",
        "script": "gapcheck/training/gate.py",
        "seed": SEED,
        "classes": CLASSES,
        "buckets": BUCKETS,
        "data": "hand labels of data/labels over SkillSpan train (MIT) and 18F/TTS postings (CC0)",
        "postings": len({source for source, *_ in data}),
        "passages": len(rows) // 3,
        "cross_validation": scores,
    }
    (folder / "gate.json").write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(meta, indent=1))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
