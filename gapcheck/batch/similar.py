"""Texts that are alike: re-posts of one posting, and groups of similar postings named by their terms.

scikit-learn's TF-IDF on stems; imported when first asked for.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import pairwise
from typing import Any

from gapcheck.words import words

SAME = 0.9
"""Cosine from which two postings are one posting, put up again."""
NEAR = 0.25
"""Mean cosine from which postings belong in one group."""
MOST = 2_000
"""Postings that are grouped with one another; each further one joins the nearest group. Grouping costs their square."""
_TERMS = 3


@dataclass(frozen=True, slots=True)
class Group:
    """Postings that ask for similar things."""

    name: str
    """The terms that set the group apart, most telling first."""
    members: tuple[int, ...]
    """Indexes of the texts."""


def stems(text: str) -> list[str]:
    """The stems of the words of *text* that carry meaning."""
    return [word.stem for word in words(text) if not word.is_stop]


def reposts(texts: Sequence[str]) -> list[int]:
    """For each text the index of the first one that says the same, its own when it is the first or empty.

    A pair's answer does not depend on the other texts: no inverse document frequency here.
    """
    first = list(range(len(texts)))
    filled = [i for i, text in enumerate(texts) if stems(text)]
    if len(filled) < 2:
        return first
    from sklearn.feature_extraction.text import TfidfVectorizer

    matrix = TfidfVectorizer(analyzer=_shingles, use_idf=False).fit_transform([texts[i] for i in filled])
    for start in range(0, len(filled), 500):  # blocks bound the memory of the product
        near = (matrix[start : start + 500] @ matrix.T).tocoo()
        for row, column, cosine in zip(near.row, near.col, near.data, strict=True):
            this, other = filled[start + int(row)], filled[int(column)]
            if cosine >= SAME and other < first[this]:
                first[this] = first[other]
    return first


class Reposts:
    """Finds the first text that says the same while texts come in one by one.

    The answer is that of `reposts`. Two texts with a cosine of `SAME` or more share one of the shingles that come first
    in a fixed order and hold more than 1 - SAME^2 of the squared length (`_leading`): only those are indexed. Some 30 kB
    are kept for each text, of at most *most* texts.
    """

    def __init__(self, most: int = 20_000) -> None:
        self._most = most
        self._kept: list[tuple[str, dict[int, int], float]] = []
        """Name of the first that says the same, shingles with their counts, length."""
        self._index: dict[int, list[int]] = {}

    def first(self, name: str, text: str) -> str:
        """The name of the first text that says the same as *text*; *name* itself when there is none before it."""
        counts = Counter(map(_number, _shingles(text)))
        if not counts:
            return name
        length = math.sqrt(sum(n * n for n in counts.values()))
        leading = _leading(counts)
        head = name
        for i in sorted({i for shingle in leading for i in self._index.get(shingle, ())}):
            known, other, its_length = self._kept[i]
            if sum(n * other.get(shingle, 0) for shingle, n in counts.items()) >= SAME * length * its_length:
                head = known
                break
        if len(self._kept) < self._most:
            for shingle in leading:
                self._index.setdefault(shingle, []).append(len(self._kept))
            self._kept.append((head, dict(counts), length))
        return head


def _number(shingle: str) -> int:
    return int.from_bytes(blake2b(shingle.encode(), digest_size=8).digest(), "little")


def _leading(counts: Mapping[int, int]) -> list[int]:
    """The shingles of which two texts that say the same share at least one."""
    found, left = [], sum(n * n for n in counts.values())
    enough = left * SAME**2
    for shingle in sorted(counts):
        found.append(shingle)
        left -= counts[shingle] ** 2
        if left < enough:
            break
    return found


def groups(texts: Sequence[str]) -> tuple[Group, ...]:
    """The texts in groups of what is alike, largest first; a text without words is in none."""
    filled = [i for i, text in enumerate(texts) if stems(text)]
    if not filled:
        return ()
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectorizer = TfidfVectorizer(analyzer=stems, sublinear_tf=True)
    matrix = vectorizer.fit_transform([texts[i] for i in filled])
    members: dict[int, list[int]] = {}
    for place, label in enumerate(_labels(matrix)):
        members.setdefault(label, []).append(place)
    terms: list[str] = [str(term) for term in vectorizer.get_feature_names_out()]
    return tuple(
        Group(_name([texts[filled[p]] for p in places], matrix[places], terms), tuple(filled[p] for p in places))
        for places in sorted(members.values(), key=lambda places: (-len(places), places[0]))
    )


def _labels(matrix: Any) -> list[int]:
    """The number of the group of each row."""
    import numpy as np
    from sklearn.cluster import AgglomerativeClustering

    if matrix.shape[0] == 1:
        return [0]
    head = matrix[:MOST]
    made = AgglomerativeClustering(n_clusters=None, distance_threshold=1 - NEAR, metric="cosine", linkage="average")
    labels = [int(label) for label in made.fit_predict(head.toarray())]
    if matrix.shape[0] <= MOST:
        return labels
    number = max(labels) + 1
    centres = np.zeros((number, matrix.shape[1]))
    for label in range(number):
        centre = np.asarray(head[[i for i, one in enumerate(labels) if one == label]].mean(axis=0)).ravel()
        centres[label] = centre / (np.linalg.norm(centre) or 1.0)
    rest = np.asarray(matrix[MOST:] @ centres.T)
    return labels + [int(label) for label in rest.argmax(axis=1)]


def _name(texts: Sequence[str], rows: Any, terms: Sequence[str]) -> str:
    """The stems that weigh most in *rows*, as the texts write them most often."""
    import numpy as np

    written: dict[str, Counter[str]] = {}
    for text in texts:
        for word in words(text):
            written.setdefault(word.stem, Counter())[word.text.lower()] += 1
    weights = np.asarray(rows.mean(axis=0)).ravel()
    # Equal weights in the order of the alphabet, so that a name is the same on every machine
    named = [i for i in np.flatnonzero(weights) if len(terms[int(i)]) > 1 and terms[int(i)][0].isalpha()]
    order = sorted(named or np.flatnonzero(weights), key=lambda i: (-round(float(weights[i]), 9), terms[int(i)]))
    return ", ".join(_commonest(written[terms[int(i)]]) for i in order[:_TERMS])


def _commonest(forms: Counter[str]) -> str:
    return min(forms, key=lambda form: (-forms[form], form))


def _shingles(text: str) -> list[str]:
    """Stems and pairs of neighbouring stems: the order of words counts for "the same text"."""
    found = stems(text)
    return found + [f"{a} {b}" for a, b in pairwise(found)]
