"""Thousands of resumes against thousands of postings, roughly: which pairs deserve the full analysis.

A posting becomes weights on features, a resume the set of features that it shows (see `features`); their product estimates
coverage. Features that many resumes show to many postings are multiplied as a dense matrix; of the many rare ones the
heaviest of each posting as a sparse one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from gapcheck.batch.features import Features, Shown, number_of

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from scipy.sparse import csr_matrix

DENSE = 256
"""Features, those that meet most often, that are multiplied as a dense matrix."""
RARE = 56
"""Of all others, those of a posting that count, the heaviest; more cost time and hardly move the order."""
_BLOCK = 256
"""Resumes at a time; with 10,000 postings their scores take 10 MB."""


@dataclass(frozen=True, slots=True)
class Best:
    """The postings that look best for one resume: indexes into the postings, with the estimates of coverage (0-1)."""

    postings: npt.NDArray[np.intp]
    estimates: npt.NDArray[np.float32]


class Prefilter:
    """Postings, ready to be searched for many resumes."""

    def __init__(self, postings: Sequence[Features]) -> None:
        """Takes the features of each posting, as `posting_features` makes them."""

        names = sorted({name for features in postings for name in features})
        columns = {name: number for number, name in enumerate(names)}
        self.size = len(postings)
        self._matrix = _posting_matrix(postings, columns)
        self._known = _Numbers([number_of(name) for name in names])
        self._parts: _Parts | None = None

    def search(self, resumes: Iterable[Shown], *, top: int = 100) -> Iterator[Best]:
        """For each resume its *top* postings by estimate, best first; memory stays the same however many there are."""
        import numpy as np

        source = iter(resumes)
        while block := list(islice(source, _BLOCK)):
            scores = self._scores(block)
            high = np.flatnonzero(scores >= _least(scores, top))
            places, people = np.divmod(high, len(block))
            found = scores.ravel()[high]
            order = np.lexsort((-found, people))  # stable: equal ones stay in the order of the postings
            places, found = places[order], found[order]
            ends = np.cumsum(np.bincount(people, minlength=len(block)))
            for first, last in zip((0, *ends), ends, strict=False):
                last = min(last, first + top)
                yield Best(places[first:last], found[first:last])

    def estimates(self, resumes: Sequence[Shown]) -> npt.NDArray[np.float32]:
        """The estimate of every pair: resumes in rows, postings in columns."""
        return self._scores(resumes).T

    def _scores(self, resumes: Sequence[Shown]) -> npt.NDArray[np.float32]:
        """Postings in rows, resumes in columns: so a feature of a posting is added for all resumes at once."""
        import numpy as np

        lengths = [len(shown) for shown in resumes]
        shown = np.concatenate(resumes) if resumes else np.zeros(0, dtype=np.uint64)
        features, known = self._known.places(shown)
        people = np.repeat(np.arange(len(lengths)), lengths)[known]
        if self._parts is None:  # the first resumes tell which features meet often
            self._parts = _divided(self._matrix, np.bincount(features, minlength=self._matrix.shape[1]))
        parts = self._parts
        places = parts.place[features]
        split = parts.dense.shape[1]
        often = places < split
        dense = np.zeros((split, len(lengths)), dtype=np.float32)
        dense[places[often], people[often]] = 1.0
        scores: npt.NDArray[np.float32] = parts.dense @ dense
        if not often.all():
            scores += _rare(parts.rare, places[~often] - split, people[~often], len(lengths))
        return scores


def _rare(
    postings: csr_matrix[Any], places: npt.NDArray[np.int32], people: npt.NDArray[np.intp], number: int
) -> npt.NDArray[np.float32]:
    """What the rare features at *places* add: only those that one of these resumes shows, which fit the processor's cache."""
    import numpy as np
    from scipy.sparse import csr_matrix

    used = np.zeros(postings.shape[1], dtype=np.bool_)
    used[places] = True
    renumbered = np.cumsum(used, dtype=np.int32) - 1
    shown = np.zeros((int(renumbered[-1]) + 1, number), dtype=np.float32)
    shown[renumbered[places], people] = 1.0
    kept = used[postings.indices]
    starts = np.concatenate(([0], np.cumsum(kept, dtype=np.int32)))[postings.indptr]
    part = csr_matrix(
        (postings.data[kept], renumbered[postings.indices[kept]], starts), shape=(postings.shape[0], len(shown))
    )
    found: npt.NDArray[np.float32] = part @ shown
    return found


_SEEN = 1 << 20
"""Bits of a table that says at once of most numbers that they are not known; it fits the processor's cache."""


class _Numbers:
    """Finds which of many numbers are among the known ones, and at which place: a hash table of whole arrays."""

    def __init__(self, known: Sequence[int]) -> None:
        import numpy as np

        self._numbers = np.array([*known, 0], dtype=np.uint64)  # the last place stands for none
        self._tables: list[npt.NDArray[np.int32]] = []
        self._seen = np.zeros(_SEEN, dtype=np.bool_)
        self._seen[self._numbers & np.uint64(_SEEN - 1)] = True
        left = np.arange(len(known), dtype=np.int32)
        while len(left):
            size = 1 << (16 * len(left)).bit_length()
            table = np.full(size, len(known), dtype=np.int32)
            slots = self._slots(self._numbers[left], len(self._tables), size)
            table[slots] = left
            self._tables.append(table)
            left = left[table[slots] != left]  # two in one slot: the one that lost goes into the next table

    @staticmethod
    def _slots(numbers: Shown, turn: int, size: int) -> Shown:
        import numpy as np

        return (numbers >> np.uint64(8 * turn)) & np.uint64(size - 1)

    def places(self, numbers: Shown) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.bool_]]:
        """The places of those of *numbers* that are known, and a mask that tells which those are."""
        import numpy as np

        likely = np.flatnonzero(self._seen[numbers & np.uint64(_SEEN - 1)])
        some = numbers[likely]
        found = np.full(len(some), len(self._numbers) - 1, dtype=np.int32)
        for turn, table in enumerate(self._tables):
            tried = table[self._slots(some, turn, len(table))]
            np.copyto(found, tried, where=self._numbers[tried] == some)
        sure = found < len(self._numbers) - 1
        known = np.zeros(len(numbers), dtype=np.bool_)
        known[likely[sure]] = True
        return found[sure], known


@dataclass(frozen=True, slots=True)
class _Parts:
    """The postings' matrix, postings in rows, in two parts."""

    place: npt.NDArray[np.int32]
    """Feature -> its column; those that meet most often come first."""
    dense: npt.NDArray[np.float32]
    rare: csr_matrix[Any]


def _divided(postings: csr_matrix[Any], shown: npt.NDArray[np.intp]) -> _Parts:
    import numpy as np

    asked = np.bincount(postings.indices, minlength=postings.shape[1])
    # How often a feature is in both decides what it costs as a rare one.
    order = np.argsort(-asked * (shown + 0.1), kind="stable")
    place = np.empty(len(order), dtype=np.int32)
    place[order] = np.arange(len(order), dtype=np.int32)
    split = min(DENSE, len(order))
    dense = np.ascontiguousarray(postings[:, order[:split]].toarray())
    return _Parts(place, dense, _heaviest(postings[:, order[split:]].tocsr(), RARE))


def _heaviest(matrix: csr_matrix[Any], number: int) -> csr_matrix[Any]:
    """*matrix* with only the *number* largest values of each row, by size."""
    import numpy as np
    from scipy.sparse import csr_matrix

    matrix.sort_indices()
    lengths = np.diff(matrix.indptr)
    rows = np.repeat(np.arange(len(lengths)), lengths)
    order = np.lexsort((matrix.indices, -np.abs(matrix.data), rows))
    rank = np.arange(len(rows)) - matrix.indptr[rows]
    kept = np.sort(order[rank < number])
    starts = np.concatenate(([0], np.cumsum(np.minimum(lengths, number))))
    return csr_matrix((matrix.data[kept], matrix.indices[kept], starts), shape=matrix.shape)


def _least(scores: npt.NDArray[np.float32], top: int) -> npt.NDArray[np.float32]:
    """For each column a value that at least *top* of its scores reach, and few more: found from the best of small groups."""
    import numpy as np

    size, number = scores.shape
    deep = size // (4 * top)
    if deep < 2:
        return np.full(number, -np.inf, dtype=np.float32)
    groups = size // deep
    best = np.ascontiguousarray(scores[: deep * groups].reshape(deep, groups, number).max(axis=0).T)
    found: npt.NDArray[np.float32] = np.partition(best, groups - top, axis=1)[:, groups - top]
    return found


def _posting_matrix(postings: Sequence[Features], columns: Mapping[str, int]) -> csr_matrix[Any]:
    import numpy as np
    from scipy.sparse import csr_matrix

    starts = np.cumsum([0, *(len(features) for features in postings)])
    places = np.fromiter((columns[name] for f in postings for name in f), dtype=np.int32, count=int(starts[-1]))
    values = np.fromiter((w for f in postings for w in f.values()), dtype=np.float32, count=int(starts[-1]))
    return csr_matrix((values, places, starts), shape=(len(postings), len(columns)))
