"""Thousands of resumes against thousands of postings, roughly: which pairs deserve the full analysis.

A posting becomes weights on features (concepts, words, pairs of words, classes of words, degrees, years, soft skills), a
resume the set of features that it shows; their product estimates coverage. How much each sort of feature tells about
each kind of requirement was fitted to full analyses. Features that many resumes show to many postings are multiplied as a
dense matrix, the many rare ones as a sparse one: exact, and several times faster than either.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any, TypeAlias

from gapcheck import scoring
from gapcheck.lexicon import Lexicon
from gapcheck.lexicon.relations import relations
from gapcheck.lexicon.relations import weight as telling
from gapcheck.lexicon.traits import asked_in, said
from gapcheck.settings import Settings
from gapcheck.types import Keyword, Kind, Posting, Requirement, Resume
from gapcheck.words import words

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from scipy.sparse import csr_matrix

DENSE = 512
"""Features, those that meet most often, that are multiplied as a dense matrix."""
_BLOCK = 256
"""Resumes at a time; with 10,000 postings their scores take 10 MB."""
KEPT = 48
"""Features of a posting, the heaviest; the rest costs time and hardly moves the order."""
_MOST_YEARS = 20
_DEGREES = ("secondary", "diploma", "associate", "bachelor", "master", "doctorate")

ALWAYS = "always"
"""A feature of every resume: what a requirement earns whoever answers it."""
TRUST: Mapping[Kind, Mapping[str, Mapping[str, float]]] = {
    "credential": {
        "all": {"always": 0.07, "years": 0.05, "concept": 0.28, "word": 0.15, "class": 0.18, "pair": 0.17},
        "short": {"always": -0.11, "concept": 0.19, "word": 0.03, "pair": 0.07},
        "any": {"always": 0.05, "years": 0.05, "concept": 0.03, "word": 0.1, "class": 0.17, "pair": 0.11},
    },
    "duty": {
        "all": {"always": 0.08, "concept": 0.11, "word": 0.19, "class": 0.38, "pair": 0.14},
        "short": {"concept": 0.03, "word": 0.03, "class": 0.09},
        "any": {"always": 0.04, "concept": 0.02, "word": 0.06, "class": 0.08, "pair": 0.05},
    },
    "education": {
        "all": {
            "always": 0.06,
            "degree": 0.17,
            "years": -0.03,
            "concept": 0.19,
            "word": 0.05,
            "class": -0.02,
            "pair": 0.14,
        },
        "short": {"always": 0.03, "degree": 0.17, "concept": 0.11, "word": -0.02, "pair": 0.03},
        "any": {"degree": 0.16, "years": 0.04, "concept": 0.09, "word": -0.02, "class": 0.13, "pair": 0.05},
    },
    "experience": {
        "all": {"always": 0.09, "years": 0.13, "concept": 0.12, "word": 0.18, "class": 0.3, "pair": 0.14},
        "short": {"always": -0.07, "years": -0.14, "concept": 0.05, "word": 0.06, "class": 0.13},
        "any": {"always": 0.14, "years": 0.4, "concept": 0.05, "word": 0.07, "class": 0.17, "pair": 0.07},
    },
    "language": {
        "all": {"always": 0.71, "concept": 0.15, "word": 0.09, "class": 0.34, "pair": 0.05},
        "short": {"always": -0.54, "concept": 0.18, "word": 0.11, "class": 0.26, "pair": 0.08},
        "any": {"always": -0.11, "concept": 0.11, "word": 0.14, "pair": 0.14},
    },
    "skill": {
        "all": {"always": 0.07, "concept": 0.16, "word": 0.23, "class": 0.31, "pair": 0.13},
        "short": {"always": -0.02, "concept": 0.05, "word": 0.06, "class": 0.09, "pair": 0.02},
        "any": {"always": 0.04, "concept": 0.05, "word": 0.09, "class": 0.1, "pair": 0.05},
    },
    "soft_skill": {
        "all": {"always": 0.29, "soft": 0.67, "concept": 0.08, "word": 0.11, "class": 0.3, "pair": 0.05},
        "short": {"always": -0.12, "soft": 0.03, "concept": 0.02, "word": 0.05, "class": 0.09, "pair": 0.02},
        "any": {"always": 0.04, "soft": 0.05, "concept": 0.02, "class": 0.07},
    },
    "tool": {
        "all": {"always": 0.06, "concept": 0.3, "word": 0.18, "class": 0.06, "pair": 0.16},
        "short": {"always": -0.05, "concept": 0.16, "word": 0.06, "class": -0.02, "pair": 0.08},
        "any": {"concept": 0.18, "word": 0.11, "class": 0.06, "pair": 0.08},
    },
}
"""Kind of requirement -> of all of them, more for those of few words, more for alternatives -> sort of feature -> how much
of the credit it carries, fitted by ridge regression."""
SHORT = 9
"""Words below which a requirement is short: then one of them says more of it."""

Features = Mapping[str, float]
Shown: TypeAlias = "npt.NDArray[np.uint64]"


@dataclass(frozen=True, slots=True)
class Best:
    """The postings that look best for one resume: indexes into the postings, with the estimates of coverage (0-1)."""

    postings: npt.NDArray[np.intp]
    estimates: npt.NDArray[np.float32]


def posting_features(posting: Posting, settings: Settings | None = None) -> dict[str, float]:
    """What the posting asks for, as weights on features; empty when it asks for nothing that is scored."""
    settings = settings or Settings()
    scored = [r for r in posting.requirements if r.review is None and r.kind != "condition"]
    total = float(sum(scoring.weight(r.importance, settings) for r in scored))
    features: dict[str, float] = {}
    for req in scored:
        share = float(scoring.weight(req.importance, settings)) / total
        trusts = [TRUST[req.kind][name] for name in _cases(req)]
        for sort, name, part in asked_features(req):
            if weight := share * part * sum(trust.get(sort, 0.0) for trust in trusts):
                features[name] = features.get(name, 0.0) + weight
    heaviest = sorted(features, key=lambda name: (-abs(features[name]), name))[:KEPT]
    return {name: features[name] for name in heaviest}


def _cases(req: Requirement) -> Iterator[str]:
    yield "all"
    if len(req.text.split()) < SHORT:
        yield "short"
    if req.mode == "any":
        yield "any"


def resume_features(resume: Resume, lexicon: Lexicon) -> Shown:
    """What the resume shows, as numbers: some sixteen kilobytes stand for a resume. Keep them as you would keep it."""
    return hashed(shown_features(resume, lexicon))


def hashed(names: Iterable[str]) -> Shown:
    """The features *names* as sorted numbers of 64 bits, the same on every machine."""
    import numpy as np

    return np.array(sorted({_number(name) for name in names}), dtype=np.uint64)


def _number(name: str) -> int:
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "little")


def shown_features(resume: Resume, lexicon: Lexicon) -> frozenset[str]:
    """What the resume shows: concepts with all that they prove, words and what they are related to, degrees, years."""
    table = relations()
    found = {ALWAYS}
    for passage in resume.passages:
        if passage.label in ("contact", "references"):
            continue
        shown = [word.stem for word in passage.words if not word.is_stop]
        different = sorted(set(shown))
        found.update(different)
        found.update(f"{a} {b}" for i, a in enumerate(different) for b in different[i + 1 :])
        found.update(f"class:{name}" for group in table.classes(shown, "shown") for name in group)
        for mention in passage.mentions:
            found.update(f"concept:{name}" for name in lexicon.ancestors(mention.concept))
        found.update(f"soft:{one.trait}" for one in said([w.stem for w in passage.words], "shown", "trace"))
    levels = [_DEGREES.index(level) for level, _, _ in resume.degrees if level in _DEGREES]
    found.update(f"degree:{level}" for level in _DEGREES[: max(levels, default=-1) + 1])
    months = sum(e.last - e.first for e in resume.entries if e.label == "experience")
    found.update(f"years:{number}" for number in range(1, min(months // 12, _MOST_YEARS) + 1))
    return frozenset(found)


def asked_features(req: Requirement) -> Iterator[tuple[str, str, float]]:
    """Sort, name and share of the features of one requirement; the shares of a sort sum to at most 1."""
    yield "always", ALWAYS, 1.0
    if req.degree in _DEGREES:
        yield "degree", f"degree:{req.degree}", 1.0
    if req.years:
        yield "years", f"years:{min(max(1, round(req.years)), _MOST_YEARS)}", 1.0
    if req.kind == "soft_skill":
        families = _families_named(req.text)
        yield from (("soft", f"soft:{family}", 1 / len(families)) for family in families)
    keywords = req.keywords or (Keyword(req.text, 0, 0),)
    for keyword in keywords:
        if keyword.concept:
            yield "concept", f"concept:{keyword.concept}", 1 / len(keywords)
        for sort, name, part in _words_of(keyword.name):
            yield sort, name, part / len(keywords)


def _words_of(name: str) -> Iterator[tuple[str, str, float]]:
    found = [word for word in words(name) if not word.is_stop] or words(name)
    asked = [word.stem for word in found]
    weights = [telling(one) or 1.0 for one in asked]
    total = sum(weights) or 1.0
    for one, weight, classes in zip(asked, weights, relations().classes(asked, "asked"), strict=True):
        yield "word", one, weight / total
        yield from (("class", f"class:{name}", weight / total / len(classes)) for name in classes)
    pairs = [(a, b) for a, b in pairwise(asked) if a != b] or [(one, one) for one in asked[:1]]
    for a, b in pairs:
        yield "pair", a if a == b else f"{min(a, b)} {max(a, b)}", 1 / len(pairs)


def _families_named(text: str) -> list[str]:
    """Soft skills that a requirement names, as the matchers read it."""
    return sorted(asked_in([word.stem for word in words(text)]))


class Prefilter:
    """Postings, ready to be searched for many resumes."""

    def __init__(self, postings: Sequence[Features]) -> None:
        """Takes the features of each posting, as `posting_features` makes them."""

        names = sorted({name for features in postings for name in features})
        columns = {name: number for number, name in enumerate(names)}
        self.size = len(postings)
        self._matrix = _posting_matrix(postings, columns)
        self._known = _Numbers([_number(name) for name in names])
        self._parts: _Parts | None = None

    def search(self, resumes: Iterable[Shown], *, top: int = 100) -> Iterator[Best]:
        """For each resume its *top* postings by estimate, best first; memory stays the same however many there are."""
        import numpy as np

        source = iter(resumes)
        while block := list(islice(source, _BLOCK)):
            scores = self.estimates(block)
            for row, least in zip(scores, _least(scores, top), strict=True):
                places = np.flatnonzero(row >= least)
                order = np.lexsort((places, -row[places]))[:top]
                yield Best(places[order], row[places[order]])

    def estimates(self, resumes: Sequence[Shown]) -> npt.NDArray[np.float32]:
        """The estimate of every pair: resumes in rows, postings in columns."""
        import numpy as np
        from scipy.sparse import csr_matrix

        lengths = [len(shown) for shown in resumes]
        shown = np.concatenate(resumes) if resumes else np.zeros(0, dtype=np.uint64)
        features, known = self._known.places(shown)
        rows = np.repeat(np.arange(len(lengths)), lengths)[known]
        if self._parts is None:  # the first resumes tell which features meet often
            self._parts = _divided(self._matrix, np.bincount(features, minlength=self._matrix.shape[1]))
        parts = self._parts
        places = parts.place[features]
        split = parts.dense.shape[0]
        often = places < split
        dense = np.zeros((len(lengths), split), dtype=np.float32)
        dense[rows[often], places[often]] = 1.0
        scores: npt.NDArray[np.float32] = dense @ parts.dense
        if not often.all():
            rows, places = rows[~often], places[~often] - split
            starts = np.searchsorted(rows, np.arange(len(lengths) + 1))
            ones = np.ones(len(rows), dtype=np.float32)
            rare = csr_matrix((ones, places, starts), shape=(len(lengths), parts.rare.shape[0]))
            scores += (rare @ parts.rare).toarray()
        return scores


class _Numbers:
    """Finds which of many numbers are among the known ones, and at which place: a hash table of whole arrays."""

    def __init__(self, known: Sequence[int]) -> None:
        import numpy as np

        self._numbers = np.array([*known, 0], dtype=np.uint64)  # the last place stands for none
        self._tables: list[npt.NDArray[np.int32]] = []
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

        found = np.full(len(numbers), len(self._numbers) - 1, dtype=np.int32)
        for turn, table in enumerate(self._tables):
            tried = table[self._slots(numbers, turn, len(table))]
            np.copyto(found, tried, where=self._numbers[tried] == numbers)
        known = found < len(self._numbers) - 1
        return found[known], known


@dataclass(frozen=True, slots=True)
class _Parts:
    """The postings' matrix, features in rows, in two parts."""

    place: npt.NDArray[np.int32]
    """Feature -> its row; those that meet most often come first."""
    dense: npt.NDArray[np.float32]
    rare: csr_matrix[Any]


def _divided(postings: csr_matrix[Any], shown: npt.NDArray[np.intp]) -> _Parts:
    import numpy as np

    asked = np.bincount(postings.indices, minlength=postings.shape[1])
    # How often a feature is in both decides what the sparse product of its row costs.
    order = np.argsort(-asked * (shown + 0.1), kind="stable")
    place = np.empty(len(order), dtype=np.int32)
    place[order] = np.arange(len(order), dtype=np.int32)
    split = min(DENSE, len(order))
    dense = np.ascontiguousarray(postings[:, order[:split]].toarray().T)
    return _Parts(place, dense, postings[:, order[split:]].T.tocsr())


def _least(scores: npt.NDArray[np.float32], top: int) -> npt.NDArray[np.float32]:
    """For each row a value that at least *top* of its scores reach, and few more: found from the best of small groups."""
    import numpy as np

    rows, size = scores.shape
    deep = size // (4 * top)
    if deep < 2:
        return np.full(rows, -np.inf, dtype=np.float32)
    groups = size // deep
    best = scores[:, : deep * groups].reshape(rows, deep, groups).max(axis=1)
    found: npt.NDArray[np.float32] = np.partition(best, groups - top, axis=1)[:, groups - top]
    return found


def _posting_matrix(postings: Sequence[Features], columns: Mapping[str, int]) -> csr_matrix[Any]:
    import numpy as np
    from scipy.sparse import csr_matrix

    starts = np.cumsum([0, *(len(features) for features in postings)])
    places = np.fromiter((columns[name] for f in postings for name in f), dtype=np.int32, count=int(starts[-1]))
    values = np.fromiter((w for f in postings for w in f.values()), dtype=np.float32, count=int(starts[-1]))
    return csr_matrix((values, places, starts), shape=(len(postings), len(columns)))
