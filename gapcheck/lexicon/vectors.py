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
        # the last row is for all stems that have none
        return {name: i for i, name in enumerate(data["names"].tolist())}, np.vstack(
            (vectors, np.zeros_like(vectors[:1]))
        )


def rows(stems: Sequence[str]) -> np.ndarray:
    """One unit vector for each stem (float32); a stem that has none gets zeros, near to nothing."""
    index, vectors = _model()
    found: np.ndarray = vectors[[index.get(name, -1) for name in stems]] if stems else vectors[:0]
    return found


def near(stems: Sequence[str], least: float) -> list[str]:
    """The stems that have a vector whose cosine with that of one of *stems* is *least* or more."""
    index, vectors = _model()
    if not stems:
        return []
    closest = (vectors[:-1] @ rows(stems).T).max(axis=1)
    return [name for name, cosine in zip(index, closest.tolist(), strict=True) if cosine >= least]
