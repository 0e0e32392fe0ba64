"""What the span tagger sees of each token: words, affixes, shapes, clusters, known names, all hashed to weight rows.

A sentence becomes a matrix of row numbers, one line for each token; a model is a table with one line for each row number.
Training and tagging use the same functions, so the two cannot drift apart.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from gapcheck.lexicon import Lexicon
from gapcheck.lexicon.relations import relations
from gapcheck.pipeline.gazetteer import find_mentions
from gapcheck.words import normalize, stem, words

BUCKETS = 1 << 19
"""Rows of a model's weights; the row after the last is for what is absent and weighs nothing."""

# C++, .NET, CI/CD, front-end and 3+ stay whole; brackets, commas and full stops stand alone.
_TOKEN = re.compile(r"<[A-Z]+>|\.?\w(?:\S*[\w+#%])?|[^\w\s]")
_LONGEST = 60

Clusters = Mapping[str, Sequence[int]]
"""Stem -> its cluster in the coarse, the middle and the fine clustering of the stem vectors."""


def tokenize(text: str) -> list[tuple[int, int]]:
    """Start and end of each token of *text*."""
    return [m.span() for m in _TOKEN.finditer(text)]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as the tagger sees it; arrays have a line for each token."""

    tokens: tuple[tuple[int, int], ...]
    """Offsets into the sentence's own text."""
    units: np.ndarray
    """Hashes of what each word is by itself."""
    named: np.ndarray
    """Hashes of the lexicon's names it is a part of."""
    rows: np.ndarray
    """Row numbers of its features; BUCKETS where there is none."""


def describe(text: str, clusters: Clusters, lexicon: Lexicon) -> Sentence:
    """What the tagger sees of the sentence *text*."""
    tokens = tokenize(text)
    forms = [text[a:b][:_LONGEST] for a, b in tokens]
    own = np.array([_units(form, clusters_of(form, clusters)) for form in forms], dtype=np.uint32).reshape(-1, UNITS)
    named = np.array(_names(text, tokens, lexicon), dtype=np.uint32).reshape(-1, 2)
    return Sentence(tuple(tokens), own, named, _combined(own, named, _units_of_place(len(forms))))


def clusters_of(form: str, clusters: Clusters) -> tuple[int, ...]:
    """The clusters of a word, by its stem; none for a word without a vector."""
    return tuple(clusters.get(stem(normalize(form)), ())) if form[0].isalnum() else ()


_NEAR = 4
"""The first units of a word are seen from two words away: itself, its shape, two clusters."""
UNITS = 15
"""Units of a word."""
WORD, SHAPE, COARSE, STEM, SUFFIX = 0, 1, 2, _NEAR, _NEAR + 5


@lru_cache(maxsize=50_000)
def _units(form: str, near: tuple[int, ...]) -> tuple[int, ...]:
    """Hashes of what a word is by itself; 0 where it is not."""
    low = "0" if form.isdigit() else form.lower()
    low = "," if low == '"' else low  # one of the corpora writes its commas so
    root = stem(normalize(form)) if form[0].isalnum() else low
    parts = [part for part in re.split(r"[-/]", low) if part] if "-" in low or "/" in low else []
    kind = f"{root in relations().verbs}{any(c.isupper() for c in form[1:])}{any(c.isdigit() for c in form)}{'-' in form}{'/' in form}"
    coarse, middle, fine = (near[0], near[1], near[2]) if near else ("", "", "")
    values = (
        f"w{low}", f"h{shape(form)}", f"c{coarse}", f"m{middle}",
        f"t{root}", f"p{low[:2]}", f"p{low[:3]}", f"p{low[:4]}", f"s{low[-2:]}", f"s{low[-3:]}", f"s{low[-4:]}", f"f{fine}", f"k{kind}",
        f"d{parts[0]}" if parts else "d", f"d{parts[-1]}" if parts else "d",
    )  # fmt: skip
    return tuple(zlib.crc32(value.encode()) if len(value) > 1 else 0 for value in values)


def shape(form: str) -> str:
    """Upper case as X, lower case as x, digits as d, runs cut to two: "PostgreSQL" -> "XxxXX"."""
    kinds = "".join("X" if c.isupper() else "x" if c.isalpha() else "d" if c.isdigit() else c for c in form)
    return re.sub(r"(.)\1{2,}", r"\1\1", kinds)


def _names(text: str, tokens: Sequence[tuple[int, int]], lexicon: Lexicon) -> list[tuple[int, int]]:
    """For each token where in a name of the lexicon it stands and of what kind that is, and how long the name is."""
    found = [(0, 0)] * len(tokens)
    for mention in find_mentions(text, words(text), "required", lexicon):
        inside = [i for i, (a, b) in enumerate(tokens) if a < mention.end and b > mention.start]
        for number, i in enumerate(inside):
            place = "B" if number == 0 else "I"
            last = "E" if i == inside[-1] else ""
            kind, size = f"{place}{mention.kind}", f"{place}{last}{min(len(inside), 4)}"
            found[i] = (zlib.crc32(kind.encode()), zlib.crc32(size.encode()))
    return found


def _units_of_place(count: int) -> np.ndarray:
    """Hashes of where in the sentence each token stands, from the front and from the back."""
    front = np.arange(count)
    back = count - 1 - front
    columns = (
        np.minimum(front, 4) + 1, np.minimum(back, 3) + 11, np.full(count, min(count // 5, 6) + 21),
        np.minimum(front, 15) + 31, np.minimum(back, 15) + 51, np.clip(2 * front - count, -12, 12) + 91,
    )  # fmt: skip
    return np.stack(columns, axis=1).astype(np.uint32)


_WINDOW = (-3, -2, -1, 0, 1, 2, 3)


def _combined(own: np.ndarray, named: np.ndarray, place: np.ndarray) -> np.ndarray:
    """The row numbers of all features of all tokens."""
    count = len(own)
    padded = np.full((count + 6, own.shape[1]), 0, dtype=np.uint32)
    padded[:, WORD] = 1  # beyond the ends of the sentence
    padded[3:-3] = own
    named_padded = np.zeros((count + 6, 2), dtype=np.uint32)
    named_padded[3:-3] = named
    columns: list[Any] = []

    def at(offset: int, unit: int) -> Any:
        return padded[3 + offset : 3 + offset + count, unit]

    columns.append(np.ones(count, dtype=np.uint32))
    for offset in _WINDOW:
        for unit in range(_NEAR if abs(offset) < 3 else 1):
            columns.append(at(offset, unit))
    for unit in range(_NEAR, own.shape[1]):
        columns.append(at(0, unit))
    for left, right in ((-2, -1), (-1, 0), (0, 1), (1, 2)):
        columns.append(at(left, WORD) * np.uint32(31) + at(right, WORD))
    for offset in (-1, 1):
        columns.append(at(offset, STEM))
        columns.append(at(offset, SUFFIX))
    for offset in (-1, 0, 1):
        for unit in (0, 1):
            columns.append(named_padded[3 + offset : 3 + offset + count, unit])
    columns.append(np.full(count, padded[3, WORD], dtype=np.uint32))
    for unit in range(place.shape[1]):
        columns.append(place[:, unit])
    return mixed(np.stack(columns, axis=1).astype(np.uint32))


PLACE_ONLY = 3
"""The last columns say exactly where a token stands; only snippets cut around a span need them."""


def mixed(values: np.ndarray, buckets: int = BUCKETS) -> np.ndarray:
    """Row numbers of features, a column for each kind, scattered by a multiplicative hash; 0 is absent."""
    salts = (np.arange(1, values.shape[1] + 1, dtype=np.uint64) * 0x9E3779B1).astype(np.uint32)
    x = (values ^ salts) * np.uint32(0x85EBCA6B)
    x ^= x >> np.uint32(15)
    x *= np.uint32(0xC2B2AE35)
    x ^= x >> np.uint32(13)
    return np.where(values == 0, buckets, x % np.uint32(buckets)).astype(np.int32)
