"""How near two stems are in the world of work: vectors made by training/vectors.py, read once on first use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np


@cache
def _model() -> tuple[Mapping[str, int], np.ndarray]:
    import numpy as np

    with (files("gapcheck.model") / "vectors.npz").open("rb") as file, np.load(file, allow_pickle=False) as data:
        vectors = data["vectors"].astype(np.float32)
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
        return {str(name): i for i, name in enumerate(data["names"])}, vectors


def rows(stems: Sequence[str]) -> np.ndarray:
    """One unit vector for each stem (float32); a stem that has none gets zeros, near to nothing."""
    import numpy as np

    index, vectors = _model()
    result = np.zeros((len(stems), vectors.shape[1]), dtype=np.float32)
    for i, name in enumerate(stems):
        row = index.get(name)
        if row is not None:
            result[i] = vectors[row]
    return result
