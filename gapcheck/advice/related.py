"""The nearest thing that the resume does show for something it lacks: named as related, never counted."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from gapcheck.lexicon import Lexicon
from gapcheck.lexicon.relations import weight
from gapcheck.lexicon.vectors import rows
from gapcheck.scoring import scored
from gapcheck.types import Evidence, Keyword, Match, Mention, Passage, Related, Resume
from gapcheck.words import STOP_WORDS, key, stem

if TYPE_CHECKING:
    import numpy as np

_MOST = 6
_WIDEST = {"tool": 300, "language": 300}
"""Kinds under one broader thing up to which the two still say something about each other; 120 elsewhere."""
_BROAD = 40
"""Kinds of one thing from which its name says too little by itself: writing, teaching."""
_VAGUE = ("field", "degree", "sector", "soft", "role")
_OTHER_KIND = 1.5
"""Steps that a concept of another kind is further away: for a tool, another tool says more than what both are for."""
_NEAR = 0.7
"""Cosine of two names from which a person would call them near."""


def related(matches: Sequence[Match], resume: Resume, lexicon: Lexicon) -> tuple[Related, ...]:
    """For keywords that are not shown, the nearest concept that is; required ones first, at most six."""
    shown = list(_shown(resume))
    found: list[Related] = []
    for match in sorted(scored(matches), key=lambda m: m.requirement.importance != "required"):
        if match.requirement.kind in ("condition", "soft_skill", "education", "credential"):
            continue
        if (
            match.status == "met"
            or match.requirement.years
            or (match.requirement.mode == "any" and match.status == "partial")
        ):
            continue
        lacking = [keyword for keyword in match.keywords if keyword.status == "missing"]
        nearest = ((keyword, _nearest(keyword, shown, lexicon)) for keyword in lacking)
        found += [_related(match, keyword, near, resume) for keyword, near in nearest if near is not None][:1]
    return tuple(found[:_MOST])


_Near = tuple[Passage, Mention, str]
"""A mention of the resume, its passage, and what it has in common with what is asked."""


def _related(match: Match, keyword: Keyword, near: _Near, resume: Resume) -> Related:
    passage, mention, common = near
    text = resume.document.text[passage.start : passage.end]
    evidence = Evidence(text, passage.start, passage.end, passage.page, passage.title, "related", 0.0, "not counted")
    return Related(
        match.requirement.id, " ".join(keyword.name.split()), mention.concept, common, evidence, mention.text
    )


def _shown(resume: Resume) -> Iterator[tuple[Passage, Mention]]:
    """Each concept that the resume names without denying or only wishing it; first where a job shows it."""
    passages = sorted(resume.passages, key=lambda p: p.label != "experience")
    told: set[str] = set()
    for passage in passages:
        if len(passage.words) < 3 and not passage.bullet:  # a heading says little about a person
            continue
        level_at = dict(zip((w.start for w in passage.words), passage.levels, strict=False))
        for mention in passage.mentions:
            if mention.concept not in told and level_at.get(mention.start, "") not in ("planned", "negated"):
                told.add(mention.concept)
                yield passage, mention


def _nearest(keyword: Keyword, shown: Sequence[tuple[Passage, Mention]], lexicon: Lexicon) -> _Near | None:
    return _by_lexicon(keyword, shown, lexicon) or _by_meaning(keyword, shown, lexicon)


def _by_lexicon(keyword: Keyword, shown: Sequence[tuple[Passage, Mention]], lexicon: Lexicon) -> _Near | None:
    """The mention with which the keyword shares the narrowest broader thing: Power BI for Tableau."""
    asked = lexicon.get(keyword.concept) if keyword.concept else None
    if asked is None:
        return None
    above = lexicon.ancestors(asked.name)
    best: tuple[float, _Near] | None = None
    for passage, mention in shown:
        for common, steps in lexicon.ancestors(mention.concept).items():
            if common not in above or not _tells(common, asked.kind, lexicon):
                continue
            cost = (
                steps
                + above[common]
                + math.log10(1 + lexicon.size(common))
                + _OTHER_KIND * (mention.kind != asked.kind)
            )
            if best is None or cost < best[0]:
                best = (cost, (passage, mention, common))
    return best[1] if best else None


def _tells(common: str, kind: str, lexicon: Lexicon) -> bool:
    concept = lexicon.get(common)
    return concept is not None and concept.kind not in _VAGUE and lexicon.size(common) <= _WIDEST.get(kind, 120)


def _by_meaning(keyword: Keyword, shown: Sequence[tuple[Passage, Mention]], lexicon: Lexicon) -> _Near | None:
    """The mention whose name is used most like the keyword's in job texts; none when that is still far."""
    able = [(p, m) for p, m in shown if m.kind not in _VAGUE and lexicon.size(m.concept) <= _BROAD]
    asked = _vector(keyword.name)
    if not able or not asked.any():
        return None
    scores = [float(asked @ _vector(mention.concept)) for _, mention in able]
    best = max(range(len(able)), key=lambda i: (scores[i], -i))
    return (*able[best], "") if scores[best] >= _NEAR else None


@lru_cache(maxsize=2_000)
def _vector(name: str) -> np.ndarray:
    """The direction of a name: its stems' vectors, weighed by how much each tells."""
    import numpy as np

    stems = [stem(word) for word in key(name) if word not in STOP_WORDS]
    if not stems:
        stems = [""]  # a name of function words only has no direction: zeros of the right length
    total: np.ndarray = (rows(stems) * np.array([[weight(s)] for s in stems], dtype=np.float32)).sum(axis=0)
    length = float(np.linalg.norm(total))
    return total / length if length else total
