"""What a posting asks for and a resume shows, as features that can be compared by the million: see `prefilter`.

Features are concepts, words, pairs of words, classes of words, degrees, years and traits. How much each sort of them tells
about each kind of requirement was fitted to full analyses by training/prefilter.py.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

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

KEPT = 128
"""Features of a posting, the heaviest; the rest hardly moves the order."""
_MOST_YEARS = 20
_DEGREES = ("secondary", "diploma", "associate", "bachelor", "master", "doctorate")

ALWAYS = "always"
"""A feature of every resume: what a requirement earns whoever answers it."""
SORTS = ("always", "degree", "years", "soft", "concept", "word", "plain", "class", "pair", "text")
CASES = ("all", "short", "any", "several")
SHORT = 9
"""Words below which a requirement is short: then one of them says more of it."""
_TELLING = 0.6
"""Weight from which a keyword's word is telling; below it is a plain one."""
_LIGHT = 0.05
"""Weight of a word that says little of what is asked, beside the others of the requirement."""
_TEXT_WORDS = 14

Features = Mapping[str, float]
Shown: TypeAlias = "npt.NDArray[np.uint64]"
Trust: TypeAlias = Mapping[str, Mapping[str, float]]
"""Case -> sort of feature -> how much of the credit it carries."""


@cache
def trust() -> Mapping[Kind, Trust]:
    """For each kind of requirement what its features tell; the cases that apply to one requirement add up."""
    value = json.loads((files("gapcheck.model") / "prefilter.json").read_text(encoding="utf-8"))
    weights: Mapping[Kind, Trust] = value["weights"]
    return weights


def posting_features(
    posting: Posting, settings: Settings | None = None, *, weights: Mapping[Kind, Trust] | None = None
) -> dict[str, float]:
    """What the posting asks for, as weights on features; empty when it asks for nothing that is scored."""
    settings, weights = settings or Settings(), weights or trust()
    scored = [r for r in posting.requirements if r.review is None and r.kind != "condition"]
    total = float(sum(scoring.weight(r.importance, settings) for r in scored))
    features: dict[str, float] = {}
    for req in scored:
        share = float(scoring.weight(req.importance, settings)) / total
        trusts = [weights[req.kind][name] for name in cases(req)]
        for sort, name, part in asked_features(req):
            if weight := share * part * sum(one.get(sort, 0.0) for one in trusts):
                features[name] = features.get(name, 0.0) + weight
    heaviest = sorted(features, key=lambda name: (-abs(features[name]), name))[:KEPT]
    return {name: features[name] for name in heaviest}


def cases(req: Requirement) -> Iterator[str]:
    """Which of `CASES` a requirement is."""
    yield "all"
    if len(req.text.split()) < SHORT:
        yield "short"
    if req.mode == "any":
        yield "any"
    if len(req.keywords) > 1:
        yield "several"


def resume_features(resume: Resume, lexicon: Lexicon) -> Shown:
    """What the resume shows, as numbers: some sixteen kilobytes stand for a resume. Keep them as you would keep it."""
    return hashed(shown_features(resume, lexicon))


def hashed(names: Iterable[str]) -> Shown:
    """The features *names* as sorted numbers of 64 bits, the same on every machine."""
    import numpy as np

    return np.array(sorted({number_of(name) for name in names}), dtype=np.uint64)


def number_of(name: str) -> int:
    """The number of 64 bits that stands for a feature."""
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
    yield from _words_of_all(req.text)


def _words_of_all(text: str) -> Iterator[tuple[str, str, float]]:
    """The words of the whole requirement, also those of no keyword."""
    asked = [word.stem for word in words(text) if not word.is_stop and not word.norm[:1].isdigit()][:_TEXT_WORDS]
    light = relations().light
    weights = [_LIGHT if one in light else telling(one) for one in asked]
    total = sum(weights) or 1.0
    yield from (("text", one, weight / total) for one, weight in zip(asked, weights, strict=True))


def _words_of(name: str) -> Iterator[tuple[str, str, float]]:
    found = [word for word in words(name) if not word.is_stop] or words(name)
    asked = [word.stem for word in found]
    weights = [telling(one) or 1.0 for one in asked]
    total = sum(weights) or 1.0
    for one, weight, classes in zip(asked, weights, relations().classes(asked, "asked"), strict=True):
        yield "word" if telling(one) >= _TELLING else "plain", one, weight / total
        yield from (("class", f"class:{name}", weight / total / len(classes)) for name in classes)
    pairs = [(a, b) for a, b in pairwise(asked) if a != b] or [(one, one) for one in asked[:1]]
    for a, b in pairs:
        yield "pair", a if a == b else f"{min(a, b)} {max(a, b)}", 1 / len(pairs)


def _families_named(text: str) -> list[str]:
    """Soft skills that a requirement names, as the matchers read it."""
    return sorted(asked_in([word.stem for word in words(text)]))
