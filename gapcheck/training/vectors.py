"""Rebuild `model/vectors.npz`: one vector for each stem, near for stems that stand in the same work.

    python -m gapcheck.training.vectors CORPORA

CORPORA is a folder with onet_29_2 (CC BY 4.0, U.S. Department of Labor), esco_1_2_0 (European Commission), skillspan and
skillskape (MIT) and green2022 (CC BY 4.0). Positive pointwise mutual information of stems that stand near one another in
task statements, definitions and job advertisements, in alternative labels of one concept, and in the tasks of one
occupation, factored by a truncated SVD (Levy and Goldberg 2014). No sentence can be rebuilt from the vectors.
"""

from __future__ import annotations

import csv
import json
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from gapcheck.words import stem, words

DIMENSIONS = 96
MINIMUM = 4
"""Texts in which a stem must stand to get a vector."""
MOST = 9_000
WINDOW = 7
_ESCO = (
    "digitalSkillsCollection transversalSkillsCollection languageSkillsCollection greenSkillsCollection "
    "digCompSkillsCollection researchSkillsCollection skillGroups occupations"
).split()

Pairs = dict[tuple[int, int], float]


def stems(text: str) -> list[str]:
    """The stems of a text's content words."""
    return [stem(w.norm) for w in words(text) if not w.is_stop and not w.norm[0].isdigit()]


def read_sentences(folder: Path) -> Iterator[list[str]]:
    """Every sentence of every corpus, as stems."""
    for row in _tsv(folder / "onet_29_2" / "Task Statements.txt"):
        yield stems(row["Task"])
    for row in _tsv(folder / "onet_29_2" / "Occupation Data.txt"):
        yield stems(row["Description"])
    for name in _ESCO:
        for row in _csv(folder / "esco_1_2_0" / f"{name}_en.csv"):
            for part in re.split(r"(?<=[.])\s", row.get("description") or ""):
                yield stems(part)
    for row in _csv(folder / "esco_1_2_0" / "ISCOGroups_en.csv"):
        for part in re.split(r"(?<=[.;:])\s", row["description"] or ""):
            yield stems(part)
    for row in _csv(folder / "esco_1_2_0" / "skillsHierarchy_en.csv"):
        yield stems(row["Description"] or "")
    for line in (folder / "esco_1_2_0" / "skills_en_label_v1_1_0.txt").read_text(encoding="utf-8").splitlines():
        yield stems(line)
    for name in ("skillspan", "green2022"):
        for line in (folder / name / "train.json").read_text(encoding="utf-8").splitlines():
            yield stems(" ".join(json.loads(line)["tokens"]))
    for row in _csv(folder / "skillskape" / "train.csv"):
        yield stems(row["sentence"])


def read_labels(folder: Path) -> Iterator[list[list[str]]]:
    """For each ESCO concept the stems of each of its labels."""
    for name in _ESCO:
        for row in _csv(folder / "esco_1_2_0" / f"{name}_en.csv"):
            labels = [row["preferredLabel"], *re.split(r"\s*\|\s*|\n", row.get("altLabels") or "")]
            yield [stems(label) for label in labels if label.strip()]


def read_occupations(folder: Path) -> Iterator[list[str]]:
    """For each O*NET occupation the stems of all its tasks."""
    tasks: dict[str, list[str]] = defaultdict(list)
    for row in _tsv(folder / "onet_29_2" / "Task Statements.txt"):
        tasks[row["O*NET-SOC Code"]] += stems(row["Task"])
    yield from tasks.values()


def _csv(path: Path) -> Iterator[dict[str, str]]:
    csv.field_size_limit(10**9)
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _tsv(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t")


def count_pairs(folder: Path, sentences: list[list[str]], index: dict[str, int]) -> Pairs:
    """How often two stems stand together, by three kinds of neighbourhood."""
    pairs: Pairs = defaultdict(float)
    for sentence in sentences:
        ids = [index.get(s, -1) for s in sentence]
        for i, a in enumerate(ids):
            for j in range(i + 1, min(len(ids), i + 1 + WINDOW)):
                b = ids[j]
                if a >= 0 and b >= 0 and a != b:
                    near = 1 / (1 + 0.15 * (j - i))
                    pairs[a, b] += near
                    pairs[b, a] += near
    for labels in read_labels(folder):
        _count_labels(pairs, labels, index)
    for tasks in read_occupations(folder):
        counts = Counter(index[s] for s in tasks if s in index)
        for a, n in counts.items():
            for b, m in counts.items():
                if a != b:
                    pairs[a, b] += 0.05 * min(n, m, 3) / math.sqrt(len(counts))
    return pairs


def _count_labels(pairs: Pairs, labels: list[list[str]], index: dict[str, int]) -> None:
    """Words in which two labels of one concept differ say the same thing in other words."""
    for i, left in enumerate(labels):
        for right in labels[:i] + labels[i + 1 :]:
            for a in set(left) - set(right):
                for b in set(right) - set(left):
                    if a in index and b in index:
                        pairs[index[a], index[b]] += 3 / len(labels)


def factor(pairs: Pairs, size: int) -> Any:
    """Unit vectors: the truncated SVD of the positive pointwise mutual information."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.linalg import svds

    rows, columns = zip(*pairs, strict=True)
    values = np.array(list(pairs.values()))
    matrix = coo_matrix((values, (rows, columns)), shape=(size, size))
    total = np.asarray(matrix.sum(1)).ravel()
    share = np.asarray(matrix.sum(0)).ravel() ** 0.75
    share /= share.sum()
    pmi = np.log(matrix.data / (total[matrix.row] * share[matrix.col]))
    kept = pmi > 0
    positive = coo_matrix((pmi[kept], (matrix.row[kept], matrix.col[kept])), shape=(size, size)).tocsr()
    left, strength, _ = svds(positive, k=DIMENSIONS, v0=np.ones(size))
    order = np.argsort(-strength)
    vectors = left[:, order] * np.sqrt(strength[order])
    return vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)


def main(corpora: str) -> None:
    """Count, factor, write the vectors and what they were made from."""
    folder = Path(corpora)
    sentences = [s for s in read_sentences(folder) if len(s) > 1]
    frequency = Counter(s for sentence in sentences for s in set(sentence))
    for labels in read_labels(folder):
        frequency.update({s for label in labels for s in label})
    names = [s for s, n in sorted(frequency.items(), key=lambda item: (-item[1], item[0])) if n >= MINIMUM][:MOST]
    index = {name: i for i, name in enumerate(names)}
    vectors = factor(count_pairs(folder, sentences, index), len(names))
    target = Path(str(files("gapcheck.model")))
    np.savez_compressed(target / "vectors.npz", vectors=np.round(vectors * 127).astype(np.int8), names=np.array(names))
    meta = {
        "what": "stem vectors: PPMI of stems in task statements, definitions and advertisements, truncated SVD",
        "script": "gapcheck/training/vectors.py",
        "stems": len(names),
        "dimensions": DIMENSIONS,
        "sentences": len(sentences),
        "attribution": [
            "This product includes information from the O*NET 29.2 Database by the U.S. Department of Labor, Employment "
            "and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET is a trademark of "
            "USDOL/ETA. The information was modified: only word statistics are used.",
            "This service uses the ESCO classification of the European Commission.",
            "SkillSpan (Zhang et al. 2022, MIT), SkillSkape (Magron et al. 2024, MIT).",
            "Green, Maynard and Lin 2022, CC BY 4.0.",
        ],
    }
    (target / "vectors.json").write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(meta, indent=1))


if __name__ == "__main__":
    main(sys.argv[1])
