"""Thousands of resumes against thousands of postings, roughly: which pairs deserve the full analysis.

A posting becomes weights on features (concepts, words, pairs of words, classes of words, degrees, years, soft skills), a
resume the set of features that it shows; their product estimates coverage. How much each sort of feature tells about
each kind of requirement was fitted to full analyses. Features that many postings share are multiplied as a dense matrix,
the many rare ones as a sparse one: exact, and several times faster than either.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeAlias

from gapcheck import scoring
from gapcheck.lexicon import Lexicon
from gapcheck.lexicon.relations import relations, soft_signals
from gapcheck.lexicon.relations import weight as telling
from gapcheck.settings import Settings
from gapcheck.types import Keyword, Kind, Posting, Requirement, Resume
from gapcheck.words import words

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from scipy.sparse import csr_matrix

DENSE = 512
"""Features, the commonest ones, that are multiplied as a dense matrix."""
_BLOCK = 256
"""Resumes at a time; with 10,000 postings their scores take 10 MB."""
KEPT = 96
"""Features of a posting, the heaviest; the rest costs time and hardly moves the order."""
_MOST_YEARS = 20
_DEGREES = ("secondary", "diploma", "associate", "bachelor", "master", "doctorate")

ALWAYS = "always"
"""A feature of every resume: what a requirement earns whoever answers it."""
TRUST: Mapping[Kind, Mapping[str, float]] = {
    "duty": {"always": 0.04, "concept": 0.3, "word": 0.13, "class": 0.6, "pair": 0.36},
    "education": {"always": 0.01, "degree": 0.26, "concept": 0.39, "class": 0.41, "pair": 0.44},
    "experience": {"always": 0.04, "years": 0.39, "concept": 0.26, "word": 0.02, "class": 0.64, "pair": 0.57},
    "skill": {"always": 0.02, "concept": 0.59, "word": 0.33, "class": 0.53, "pair": 0.44},
    "tool": {"always": 0.01, "concept": 0.88, "word": 0.06, "class": 0.35},
    "soft_skill": {"always": 0.18, "soft": 1.16, "concept": 0.05, "word": 0.12, "class": 0.42},
    "credential": {"always": 0.01, "concept": 0.41, "word": 0.14, "class": 0.17, "pair": 0.53},
    "language": {"always": 0.13, "concept": 0.3, "pair": 0.5},
}
"""Kind of requirement -> sort of feature -> how much of the credit it carries, fitted by least squares."""

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
        trust = TRUST[req.kind]
        for sort, name, part in asked_features(req):
            if weight := share * part * trust.get(sort, 0.0):
                features[name] = features.get(name, 0.0) + weight
    heaviest = sorted(features, key=lambda name: (-features[name], name))[:KEPT]
    return {name: features[name] for name in heaviest}


def resume_features(resume: Resume, lexicon: Lexicon) -> Shown:
    """What the resume shows, as numbers: some sixteen kilobytes stand for a resume. Keep them as you would keep it."""
    return hashed(shown_features(resume, lexicon))


def hashed(names: Iterable[str]) -> Shown:
    """The features *names* as sorted numbers of 64 bits, the same on every machine."""
    import numpy as np

    numbers = {int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "little") for name in names}
    return np.array(sorted(numbers), dtype=np.uint64)


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
        found.update(f"soft:{family}" for family in _families_shown(shown))
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
    wanted = {word.stem for word in words(text)}
    return [family for family, names in _families().items() if 2 * len(names & wanted) >= max(2, len(names))]


def _families_shown(shown: Sequence[str]) -> set[str]:
    known = _signals()
    found = set()
    for i, first in enumerate(shown):
        for signal, family in known.get(first, ()):
            if tuple(shown[i : i + len(signal)]) == signal:
                found.add(family)
    return found


@cache
def _families() -> Mapping[str, frozenset[str]]:
    return {
        family: frozenset(word.stem for word in words(family) if not word.is_stop) for family in sorted(soft_signals())
    }


@cache
def _signals() -> Mapping[str, Sequence[tuple[tuple[str, ...], str]]]:
    """First stem of a signal -> the signal, and the soft skill that it shows."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for family, signals in soft_signals().items():
        for signal in signals:
            table.setdefault(signal[0], []).append((tuple(signal), family))
    return table


class Prefilter:
    """Postings, ready to be searched for many resumes."""

    def __init__(self, postings: Sequence[Features]) -> None:
        """Takes the features of each posting, as `posting_features` makes them."""
        import numpy as np

        counts = Counter(name for features in postings for name in features)
        # Commonest first, equal ones by name: the same columns on every machine
        names = sorted(counts, key=lambda name: (-counts[name], name))
        columns = {name: number for number, name in enumerate(names)}
        self.size = len(postings)
        matrix = _posting_matrix(postings, columns)
        hashes = np.array(
            [int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "little") for name in names],
            dtype=np.uint64,
        )
        self._column_of = np.argsort(hashes)
        self._known = hashes[self._column_of]
        split = min(DENSE, len(names))
        self._dense = np.ascontiguousarray(matrix[:, :split].toarray().T)
        self._sparse = matrix[:, split:].T.tocsr()

    def search(self, resumes: Iterable[Shown], *, top: int = 100) -> Iterator[Best]:
        """For each resume its *top* postings by estimate, best first; memory stays the same however many there are."""
        block: list[Shown] = []
        for features in resumes:
            block.append(features)
            if len(block) == _BLOCK:
                yield from self._best(block, top)
                block = []
        if block:
            yield from self._best(block, top)

    def estimates(self, resumes: Sequence[Shown]) -> npt.NDArray[np.float32]:
        """The estimate of every pair: resumes in rows, postings in columns."""
        matrix = self._resume_matrix(resumes)
        split = self._dense.shape[0]
        scores: npt.NDArray[np.float32] = matrix[:, :split].toarray() @ self._dense
        rare = (matrix[:, split:] @ self._sparse).tocoo()
        scores[rare.row, rare.col] += rare.data
        return scores

    def _resume_matrix(self, resumes: Sequence[Shown]) -> csr_matrix[Any]:
        import numpy as np
        from scipy.sparse import csr_matrix

        found = []
        for shown in resumes:
            places = np.minimum(np.searchsorted(self._known, shown), max(0, len(self._known) - 1))
            hit = self._known[places] == shown if len(self._known) else np.zeros(len(shown), dtype=bool)
            found.append(self._column_of[places[hit]] if len(self._known) else places[hit])
        starts = np.cumsum([0, *(len(columns) for columns in found)])
        columns = np.concatenate(found) if found else np.zeros(0, dtype=np.int64)
        values = np.ones(len(columns), dtype=np.float32)
        return csr_matrix((values, columns, starts), shape=(len(resumes), len(self._known)))

    def _best(self, resumes: Sequence[Shown], top: int) -> Iterator[Best]:
        import numpy as np

        scores = self.estimates(resumes)
        top = min(top, self.size)
        if top < self.size:
            chosen = np.argpartition(scores, self.size - top, axis=1)[:, self.size - top :]
        else:
            chosen = np.broadcast_to(np.arange(self.size), scores.shape)
        for row, places in zip(scores, chosen, strict=True):
            order = np.lexsort((places, -row[places]))
            yield Best(places[order], row[places[order]])


def _posting_matrix(postings: Sequence[Features], columns: Mapping[str, int]) -> csr_matrix[Any]:
    import numpy as np
    from scipy.sparse import csr_matrix

    starts = np.cumsum([0, *(len(features) for features in postings)])
    places = np.fromiter((columns[name] for f in postings for name in f), dtype=np.int32, count=int(starts[-1]))
    values = np.fromiter((w for f in postings for w in f.values()), dtype=np.float32, count=int(starts[-1]))
    return csr_matrix((values, places, starts), shape=(len(postings), len(columns)))
