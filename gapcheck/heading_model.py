"""What a posting's freely worded heading announces: a linear model over hashed features, trained in training/headings.py.

"You'll tick these boxes", "Gold stars, not deal breakers", "The good bits": no list holds all of them. The features are
words, neighbouring words and runs of four letters; they are hashed with CRC-32, so the weights need no vocabulary.
"""

from __future__ import annotations

import itertools
import re
import zlib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

LABELS = (
    "about", "apply", "benefits", "conditions", "duties", "legal", "none", "not_needed", "preferred", "required",
)  # fmt: skip
"""The last but "none", which is any line that announces nothing, are labels of sections."""
BUCKETS = 1 << 14
LONGEST = 15
"""Words of the longest line that is looked at."""
_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
_RUN = 4
"""Letters of a run."""
_MOST_COUNTED = 8


@lru_cache(maxsize=2_000)
def announces(text: str) -> tuple[str, float]:
    """The likeliest of `LABELS` for a line of a posting, and its probability (0-1).

    >>> announces("You'll tick these boxes")[0], announces("Reliable attendance")[0]
    ('required', 'none')
    """
    import numpy as np

    weights, bias = _model()
    index = sorted({bucket(name) for name in features(text)})
    scores = weights[index].sum(axis=0) + bias
    scores = np.exp(scores - scores.max())
    best = int(scores.argmax())
    return LABELS[best], float(scores[best] / scores.sum())


def features(text: str) -> Iterator[str]:
    """The names of the features of a line."""
    found = ["0" if word.isdigit() else word for word in _WORD.findall(text.lower().replace("’", "'"))][:LONGEST]
    if found:
        yield from (f"f:{found[0]}", f"l:{found[-1]}")
    yield f"n:{min(_MOST_COUNTED, len(found))}"
    yield from (f"w:{word}" for word in found)
    yield from (f"b:{a}_{b}" for a, b in itertools.pairwise(found))
    yield from (f"s:{a}_{b}" for a, b in zip(found, found[2:], strict=False))
    yield from (f"t:{a}_{b}_{c}" for a, b, c in zip(found, found[1:], found[2:], strict=False))
    joined = f"^{' '.join(found)}$"
    yield from (f"c:{joined[i : i + _RUN]}" for i in range(len(joined) - _RUN + 1))
    last = text.strip()[-1:]
    yield f"end:{last if last in ':?!.…' else ''}"
    yield f"upper:{text.isupper()}"
    yield f"title:{text.istitle()}"


@lru_cache(maxsize=8_192)
def bucket(name: str) -> int:
    """The weight row of a feature."""
    return zlib.crc32(name.encode()) % BUCKETS


@cache
def _model() -> tuple[np.ndarray, np.ndarray]:
    import numpy as np

    with (files("gapcheck.model") / "headings.npz").open("rb") as file, np.load(file, allow_pickle=False) as data:
        return data["weights"].astype(np.float32) * data["scale"], data["bias"].astype(np.float32)
