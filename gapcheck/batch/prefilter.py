"""Thousands of resumes against thousands of postings, roughly: which pairs deserve the full analysis.

A posting becomes weights on features, a resume the set of features that it shows (see `features`, `shown`); their product
estimates coverage. Postings of one trade ask for much the same, so the many features of all are turned into a few hundred
axes that keep nearly all of the products; a resume is placed on the axes once and then compared by one dense matrix. What
only few postings ask for is added to those few.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from gapcheck.batch.features import Features
from gapcheck.batch.shown import Shown, number_of

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from scipy.sparse import coo_matrix, csr_matrix

AXES = 448
"""Dimensions in which postings and resumes are compared: up to so many postings the products are exact."""
FEW = 8
"""Postings that ask for a feature which is added to each of them, exactly; one that more ask for is on the axes."""
_ROUNDS, _SPARE = 2, 32
"""Rounds of the search for the axes, and axes beside those kept that it is done with."""
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
        """Takes the features of each posting, as `posting_features` makes them; some twenty seconds for 10,000 postings."""
        names = sorted({name for features in postings for name in features})
        columns = {name: number for number, name in enumerate(names)}
        self.size = len(postings)
        self._known = _Numbers([number_of(name) for name in names])
        self._parts = _parts(_posting_matrix(postings, columns))

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
        """Postings in rows, resumes in columns."""
        import numpy as np

        shown = np.concatenate(resumes) if resumes else np.zeros(0, dtype=np.uint64)
        people = np.repeat(np.arange(len(resumes), dtype=np.int32), [len(one) for one in resumes])
        features, known = self._known.places(shown)
        columns, people = self._parts.column[features], people[known]
        number = len(self._parts.axes)
        often = columns < number
        placed = _table(people[often], columns[often], (len(resumes), number)).tocsc()  # so each axis is read once
        scores: npt.NDArray[np.float32] = self._parts.places @ (placed @ self._parts.axes).T
        seldom = _table(people[~often], columns[~often] - number, (len(resumes), self._parts.rare.shape[0]))
        hits = (seldom.tocsr() @ self._parts.rare).tocoo()
        scores[hits.col, hits.row] += hits.data
        return scores


def _table(rows: npt.NDArray[np.int32], columns: npt.NDArray[np.int32], shape: tuple[int, int]) -> coo_matrix[Any]:
    """A matrix of zeros with ones at *rows* and *columns*."""
    import numpy as np
    from scipy.sparse import coo_matrix

    return coo_matrix((np.ones(len(rows), dtype=np.float32), (rows, columns)), shape=shape)


_SLOTS = 8
"""Slots for each known number: nearly every one has a slot of its own, and most unknown ones meet none."""


class _Numbers:
    """Finds which of many numbers are among the known ones, and at which place: a hash table of whole arrays."""

    def __init__(self, known: Sequence[int]) -> None:
        import numpy as np

        self._numbers = np.array([*known, 0], dtype=np.uint64)  # the last place stands for none
        self._tables: list[npt.NDArray[np.int32]] = []
        left = np.arange(len(known), dtype=np.int32)
        while len(left):
            size = 1 << (_SLOTS * len(left)).bit_length()
            table = np.full(size, -1, dtype=np.int32)
            slots = self._slots(self._numbers[left], len(self._tables), size)
            table[slots] = left
            self._tables.append(table)
            left = left[table[slots] != left]  # two in one slot: the one that lost goes into the next table

    @staticmethod
    def _slots(numbers: Shown, turn: int, size: int) -> npt.NDArray[np.int64]:
        import numpy as np

        found: npt.NDArray[np.int64] = ((numbers >> np.uint64(8 * turn)) & np.uint64(size - 1)).view(np.int64)
        return found

    def places(self, numbers: Shown) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.intp]]:
        """The places of those of *numbers* that are known, and which of them those are."""
        import numpy as np

        left = np.arange(len(numbers))
        found, which = [np.zeros(0, dtype=np.int32)], [left[:0]]
        for turn, table in enumerate(self._tables):
            tried = table[self._slots(numbers[left], turn, len(table))]
            met = np.flatnonzero(tried >= 0)  # where no known number has the slot, none has a slot in a later table
            tried, left = tried[met], left[met]
            same = self._numbers[tried] == numbers[left]
            found.append(tried[same])
            which.append(left[same])
            left = left[~same]
        return np.concatenate(found), np.concatenate(which)


@dataclass(frozen=True, slots=True)
class _Parts:
    """The postings' matrix, turned into axes for what many ask."""

    column: npt.NDArray[np.int32]
    """Feature -> its row of `axes`, or behind those its row of `rare`."""
    axes: npt.NDArray[np.float32]
    """Features x axes."""
    places: npt.NDArray[np.float32]
    """Postings x axes."""
    rare: csr_matrix[Any]
    """Features x postings, of what few ask."""


def _parts(postings: csr_matrix[Any]) -> _Parts:
    import numpy as np

    asked = np.bincount(postings.indices, minlength=postings.shape[1])
    is_rare = asked <= FEW if postings.shape[0] > AXES else np.zeros(len(asked), dtype=np.bool_)
    order = np.argsort(is_rare, kind="stable")
    column = np.empty(len(order), dtype=np.int32)
    column[order] = np.arange(len(order), dtype=np.int32)
    common = order[: len(order) - int(is_rare.sum())]
    axes, places = _axes(postings[:, common].tocsr())
    return _Parts(column, axes, places, postings[:, order[len(common) :]].T.tocsr())


def _axes(postings: csr_matrix[Any]) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """The axes, features in rows, and the postings on them: their product is *postings* or comes near to it.

    What many postings ask for many resumes show: there it comes nearest.
    """
    import numpy as np
    from scipy.sparse import diags
    from sklearn.utils.extmath import randomized_svd

    number, wide = postings.shape
    if number <= AXES:
        return np.ascontiguousarray(postings.toarray().T), np.eye(number, dtype=np.float32)
    if wide <= AXES:
        return np.eye(wide, dtype=np.float32), postings.toarray()
    scale = np.sqrt(np.bincount(postings.indices, minlength=wide) / number).astype(np.float32)
    scaled = (postings @ diags(scale)).tocsr()
    left, sizes, right = randomized_svd(scaled, AXES, n_oversamples=_SPARE, n_iter=_ROUNDS, random_state=0)
    return np.ascontiguousarray((right / scale).T), np.ascontiguousarray(left * sizes)


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
