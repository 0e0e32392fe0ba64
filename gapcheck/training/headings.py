"""Train the model of headings: `python -m gapcheck.training.headings DATA` writes model/headings.npz and .json.

DATA is the project's data folder. Learned are data/headings/train.tsv, the phrases of lexicon/headings.toml and, as lines
that announce nothing, short requirements of data/cases; data/headings/test.tsv, of another hand, is only scored.
"""

from __future__ import annotations

import json
import random
import sys
import tomllib
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from gapcheck.heading_model import BUCKETS, LABELS, LONGEST, bucket, features
from gapcheck.words import key

SEED = 7
LINES = 600
"""Requirements learned as lines that announce nothing; more of them would drown the headings."""
STRENGTH = 10.0
"""C of the regression: flat between 3 and 30."""
Row = tuple[str, str]


def read_rows(path: Path) -> list[Row]:
    """Label and text of each line of a TSV file, its head left out."""
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    return [(label, text) for label, text in (line.split("\t") for line in lines)]


def phrases() -> list[Row]:
    """The headings that are known by their words."""
    table = tomllib.loads((files("gapcheck.lexicon") / "headings.toml").read_text(encoding="utf-8"))["posting"]
    return [(label, one.lstrip("=")) for label in table if label in LABELS for one in table[label]]


def requirements(cases: Path) -> list[Row]:
    """Some short requirements of the cases."""
    found = {
        asked["quote"]
        for path in sorted(cases.glob("*.json"))
        for asked in json.loads(path.read_text(encoding="utf-8"))["requirements"]
        if len(asked["quote"].split()) < LONGEST
    }
    return [("none", text) for text in random.Random(SEED).sample(sorted(found), min(LINES, len(found)))]


def matrix(texts: Sequence[str]) -> Any:
    """Sparse 0/1 matrix of hashed features."""
    from scipy.sparse import csr_matrix

    rows = [sorted({bucket(name) for name in features(text)}) for text in texts]
    ends = np.cumsum([0, *map(len, rows)])
    return csr_matrix((np.ones(ends[-1]), np.concatenate(rows), ends), shape=(len(rows), BUCKETS))


def train(data: Path) -> tuple[dict[str, Any], dict[str, np.ndarray]]:
    """What the model was made from and how well it does, and its weights, quantised to 8 bits."""
    from sklearn.linear_model import LogisticRegression

    tested = read_rows(data / "headings" / "test.tsv")
    written = read_rows(data / "headings" / "train.tsv")
    rows = [*written, *phrases(), *requirements(data / "cases" / "cases")]
    model = LogisticRegression(C=STRENGTH, max_iter=3000)
    model.fit(matrix([text for _, text in rows]), [LABELS.index(label) for label, _ in rows])
    scale = float(np.abs(model.coef_).max() / 127)
    weights = np.round(model.coef_.T / scale).astype(np.int8)
    known = {key(text) for _, text in rows}
    new = [(label, text) for label, text in tested if key(text) not in known]
    said = (matrix([text for _, text in new]) @ (weights.astype(np.float32) * scale) + model.intercept_).argmax(axis=1)
    right = [LABELS[guess] == label for guess, (label, _) in zip(said, new, strict=True)]
    facts = {
        "what": "multinomial logistic regression over hashed features of headings of postings",
        "script": "gapcheck/training/headings.py",
        "seed": SEED,
        "data": "headings written for gapcheck (data/headings, lexicon/headings.toml), requirements of data/cases",
        "labels": list(LABELS),
        "learned": len(rows),
        "tested": {"headings not learned": len(new), "accuracy": round(sum(right) / len(right), 3)},
    }
    return facts, {"weights": weights, "scale": np.float32(scale), "bias": model.intercept_.astype(np.float32)}


def main(data: str) -> None:
    """Train, and write the weights beside what they were made from."""
    facts, arrays = train(Path(data))
    folder = Path(str(files("gapcheck.model")))
    np.savez_compressed(folder / "headings.npz", weights=arrays["weights"], scale=arrays["scale"], bias=arrays["bias"])
    (folder / "headings.json").write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(facts, indent=1))


if __name__ == "__main__":
    main(*sys.argv[1:])
