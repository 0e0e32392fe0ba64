"""Thousands of resumes against thousands of postings, roughly: which pairs deserve the full analysis.

A posting becomes weights on features (concepts, stems of keywords, levels of degree) that sum to 1, a resume the set of
features that it shows; their product estimates coverage without order, passages or negation. Features that many postings
share are multiplied as a dense matrix, the many rare ones as a sparse one: exact, and several times faster than either.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from gapcheck import scoring
from gapcheck.lexicon import Lexicon
from gapcheck.lexicon.relations import weight as telling
from gapcheck.settings import Settings
from gapcheck.types import Keyword, Posting, Requirement, Resume
from gapcheck.words import words

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from scipy.sparse import csr_matrix

DENSE = 512
"""Features, the commonest ones, that are multiplied as a dense matrix."""
_BLOCK = 256
"""Resumes at a time; with 10,000 postings their scores take 10 MB."""
_BY_CONCEPT = 0.6
"""Share of a keyword's weight that its concept carries, the rest by its words."""
_DEGREES = ("secondary", "diploma", "associate", "bachelor", "master", "doctorate")

Features = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Best:
    """The postings that look best for one resume: indexes into the postings, with the estimates of coverage (0-1)."""

    postings: npt.NDArray[np.intp]
    estimates: npt.NDArray[np.float32]


def posting_features(posting: Posting, settings: Settings | None = None) -> dict[str, float]:
    """What the posting asks for, as weights that sum to 1; empty when it asks for nothing that is scored."""
    settings = settings or Settings()
    scored = [r for r in posting.requirements if r.review is None and r.kind != "condition"]
    total = float(sum(scoring.weight(r.importance, settings) for r in scored))
    features: dict[str, float] = {}
    for req in scored:
        share = float(scoring.weight(req.importance, settings)) / total
        for name, part in _requirement(req):
            features[name] = features.get(name, 0.0) + share * part
    return features


def resume_features(resume: Resume, lexicon: Lexicon) -> frozenset[str]:
    """What the resume shows: concepts with all that they prove, stems, levels of degree with all below."""
    found = set()
    for passage in resume.passages:
        if passage.label in ("contact", "references"):
            continue
        found |= {word.stem for word in passage.words if not word.is_stop}
        for mention in passage.mentions:
            found |= {f"concept:{name}" for name in lexicon.ancestors(mention.concept)}
    levels = [_DEGREES.index(level) for level, _, _ in resume.degrees if level in _DEGREES]
    found |= {f"degree:{level}" for level in _DEGREES[: max(levels, default=-1) + 1]}
    return frozenset(found)


def _requirement(req: Requirement) -> Iterator[tuple[str, float]]:
    """The features of one requirement; their shares sum to 1."""
    if req.kind == "education" and req.degree in _DEGREES:
        yield f"degree:{req.degree}", 1.0
        return
    keywords = req.keywords or (Keyword(req.text, 0, 0),)
    for keyword in keywords:
        for name, part in _keyword(keyword):
            yield name, part / len(keywords)


def _keyword(keyword: Keyword) -> Iterator[tuple[str, float]]:
    left = 1.0
    if keyword.concept:
        left -= _BY_CONCEPT
        yield f"concept:{keyword.concept}", _BY_CONCEPT
    found = [word for word in words(keyword.name) if not word.is_stop] or words(keyword.name)
    weights = [telling(word.stem) or 1.0 for word in found]
    for word, one in zip(found, weights, strict=True):
        yield word.stem, left * one / sum(weights)


class Prefilter:
    """Postings, ready to be searched for many resumes."""

    def __init__(self, postings: Sequence[Features]) -> None:
        """Takes the features of each posting, as `posting_features` makes them."""
        import numpy as np

        counts = Counter(name for features in postings for name in features)
        # Commonest first, equal ones by name: the same columns on every machine
        names = sorted(counts, key=lambda name: (-counts[name], name))
        self.columns = {name: number for number, name in enumerate(names)}
        self.size = len(postings)
        matrix = _matrix([[(self.columns[n], w) for n, w in f.items()] for f in postings], len(names))
        split = min(DENSE, len(names))
        self._dense = np.ascontiguousarray(matrix[:, :split].toarray().T)
        self._sparse = matrix[:, split:].T.tocsr()

    def search(self, resumes: Iterable[Iterable[str]], *, top: int = 100) -> Iterator[Best]:
        """For each resume its *top* postings by estimate, best first; memory stays the same however many there are."""
        block: list[Iterable[str]] = []
        for features in resumes:
            block.append(features)
            if len(block) == _BLOCK:
                yield from self._best(block, top)
                block = []
        if block:
            yield from self._best(block, top)

    def estimates(self, resumes: Sequence[Iterable[str]]) -> npt.NDArray[np.float32]:
        """The estimate of every pair: resumes in rows, postings in columns."""
        columns = self.columns
        known = [[(columns[name], 1.0) for name in features if name in columns] for features in resumes]
        matrix = _matrix(known, len(columns))
        split = self._dense.shape[0]
        scores: npt.NDArray[np.float32] = matrix[:, :split].toarray() @ self._dense
        rare = (matrix[:, split:] @ self._sparse).tocoo()
        scores[rare.row, rare.col] += rare.data
        return scores

    def _best(self, resumes: Sequence[Iterable[str]], top: int) -> Iterator[Best]:
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


def _matrix(rows: Sequence[Sequence[tuple[int, float]]], width: int) -> csr_matrix[Any]:
    import numpy as np
    from scipy.sparse import csr_matrix

    starts = np.cumsum([0, *(len(row) for row in rows)])
    columns = np.fromiter((column for row in rows for column, _ in row), dtype=np.int32, count=int(starts[-1]))
    values = np.fromiter((value for row in rows for _, value in row), dtype=np.float32, count=int(starts[-1]))
    return csr_matrix((values, columns, starts), shape=(len(rows), width))
