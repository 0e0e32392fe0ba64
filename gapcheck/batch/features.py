"""What a posting asks for, as weights on features that can be compared by the million: see `prefilter` and `shown`.

Features are concepts, words, pairs of words, classes of words, acts, degrees and studies, years, kinds of employers and
traits. How much each sort of them tells about each kind of requirement was fitted to full analyses by
training/prefilter.py.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import combinations

from gapcheck import scoring
from gapcheck.lexicon import Lexicon
from gapcheck.lexicon.duties import Duty
from gapcheck.lexicon.sectors import sectors_asked
from gapcheck.lexicon.traits import asked_in as traits_asked
from gapcheck.matchers.degrees import fields_of_study
from gapcheck.matchers.duties import asked_in
from gapcheck.matchers.fields import Field, act_root, fields_in, named
from gapcheck.matchers.paraphrase import asked_words
from gapcheck.matchers.places import content_words
from gapcheck.matchers.similarity import bag_of
from gapcheck.settings import Settings
from gapcheck.types import Keyword, Kind, Posting, Requirement
from gapcheck.words import words

KEPT = 1000
"""Features of a posting, the heaviest; the rest hardly moves the order."""
MOST_YEARS = 20
DEGREES = ("secondary", "diploma", "associate", "bachelor", "master", "doctorate")

ALWAYS = "always"
"""A feature of every resume: what a requirement earns whoever answers it."""
SORTS = (
    "always", "degree", "half degree", "level", "study", "half study", "years", "most years", "all years", "held", "most held",
    "sector", "soft", "half soft", "act", "part", "concept", "kind", "sole", "word", "half word", "weak word", "near", "class",
    "pair", "half pair", "weak pair", "line", "half line", "text", "text near", "text class", "together", "half together",
)  # fmt: skip
CASES = ("all", "short", "any", "two", "few", "many")
SHORT = 9
"""Words below which a requirement is short: then one of them says more of it."""
_FEW = 4
"""Most keywords that are few."""
_MOST_WORDS, _MOST_TOGETHER = 4, 5
"""Words of a keyword and of a whole requirement, the most telling, that are looked at two by two."""
_STRONG, _TRACE = 0.6, 0.5
"""Share of a keyword, by weight, from which a line that says it is evidence, and a trace (see matchers/paraphrase)."""
_SAID_WELL, _SAID = 0.38, 0.3
"""Share of a whole requirement from which one line says it well, and a part of it (see matchers/judge)."""

Features = Mapping[str, float]
Trust = Mapping[str, Mapping[str, float]]
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
        yield "two" if len(req.keywords) == 2 else "few" if len(req.keywords) <= _FEW else "many"


def asked_features(req: Requirement) -> Iterator[tuple[str, str, float]]:
    """Sort, name and share of the features of one requirement; the shares of a sort sum to at most 1."""
    yield "always", ALWAYS, 1.0
    if req.degree in DEGREES:
        yield from _degree(req)
    if req.years:
        yield from _years(req)
    if req.kind == "soft_skill":
        families = sorted(traits_asked([word.stem for word in words(req.text)]))
        yield from ((sort, f"{sort}:{one}", 1 / len(families)) for one in families for sort in ("soft", "half soft"))
    keywords = req.keywords or (Keyword(req.text, 0, 0),)
    for keyword in keywords:
        for sort, name, part in _keyword(keyword):
            yield sort, name, part / len(keywords)
    yield from _acts(req)
    yield from _whole(req.text)


def _degree(req: Requirement) -> Iterator[tuple[str, str, float]]:
    fields = [field for field in fields_of_study(req, Lexicon.default()) if field.studies]
    if not fields:
        yield "degree", f"degree:{req.degree}", 1.0
        yield "half degree", f"half degree:{req.degree}", 1.0
    else:
        yield "level", f"degree:{req.degree}", 1.0
    for field in fields:
        for one in sorted(field.studies):
            part = 1 / len(fields) / len(field.studies)
            yield "study", f"study:{req.degree}:{one}", part
            yield "half study", f"half study:{req.degree}:{one}", part


def _years(req: Requirement) -> Iterator[tuple[str, str, float]]:
    number = min(max(1, round(req.years or 1)), MOST_YEARS)
    fields = named(fields_in(req))
    if not fields:
        yield "years", f"years:{number}", 1.0
        yield "most years", f"most years:{number}", 1.0
        return
    yield "all years", f"years:{number}", 1.0
    for field in fields:
        for name, part in _in_field(field):
            yield "held", f"years:{number}:{name}", part / len(fields)
            yield "most held", f"most years:{number}:{name}", part / len(fields)


def _in_field(field: Field) -> Iterator[tuple[str, float]]:
    """What a job in the field has in its head, with its share."""
    sectors = sorted(field.sectors | field.places)
    total = sum(word.weight for word in field.words) or 1.0
    half = 0.5 if sectors and field.words else 1.0
    yield from ((f"sector:{name}", half / len(sectors)) for name in sectors)
    yield from ((act_root(word.stem), half * word.weight / total) for word in field.words)


def _keyword(keyword: Keyword) -> Iterator[tuple[str, str, float]]:
    if keyword.concept:
        yield "concept", f"concept:{keyword.concept}", 1.0
        known = Lexicon.default().get(keyword.concept)
        kinds = [kind for kind in known.broader if kind in Lexicon.default().brands] if known else []
        yield from (("kind", f"concept:{kind}", 1 / len(kinds)) for kind in kinds)
    sectors = sorted(sectors_asked(keyword.name))
    yield from (("sector", f"sector:{name}", 1 / len(sectors)) for name in sectors)
    yield from _words_of(keyword.name)


def _words_of(name: str) -> Iterator[tuple[str, str, float]]:
    asked = asked_words(content_words(name))
    total = sum(word.weight for word in asked) or 1.0
    shares = {word.stem: word.weight / total for word in asked}
    for word in asked:
        share = word.weight / total
        yield "near", f"near:{word.stem}", share
        yield from (("class", f"class:{one}", share / len(word.classes)) for one in sorted(word.classes))
        sort = "sole" if len(asked) == 1 else "word" if share >= _STRONG else "half word" if share >= _TRACE else ""
        yield (sort, word.stem, 1.0) if sort and not word.verb else ("weak word", word.stem, share)
    yield from _two_by_two(shares, _MOST_WORDS, ("pair", _STRONG), ("half pair", _TRACE), ("weak pair", 0.0))


def _two_by_two(shares: Mapping[str, float], most: int, *sorts: tuple[str, float]) -> Iterator[tuple[str, str, float]]:
    """Two words in one line, of the first of *sorts* whose least share they reach; they have their part of its pairs."""
    chosen = sorted(shares, key=lambda one: (-shares[one], one))[:most]
    found: dict[str, list[str]] = {}
    for a, b in combinations(chosen, 2):
        sort = next((sort for sort, least in sorts if shares[a] + shares[b] >= least), None)
        if sort is not None:
            found.setdefault(sort, []).append(pair(a, b))
    yield from ((sort, name, 1 / len(names)) for sort, names in found.items() for name in names)


def pair(a: str, b: str) -> str:
    """The feature of two words in one line."""
    return a if a == b else f"{min(a, b)} {max(a, b)}"


def act(duty: Duty, whole: bool) -> str:
    """The feature of a line that shows a duty, or half of it."""
    return f"{'act' if whole else 'part'}:{' '.join(duty.asked[0])}"


def _acts(req: Requirement) -> Iterator[tuple[str, str, float]]:
    """What a resume may show by an act or in words of the trade, with the share of the keywords that it stands for."""
    for duty, first, last in asked_in(req.text):
        first, last = req.start + first, req.start + last
        number = sum([keyword.start < last and first < keyword.end for keyword in req.keywords])
        if number or not req.keywords:
            share = number / len(req.keywords) if req.keywords else 1.0
            yield "act", act(duty, True), share
            yield "part", act(duty, False), share


def _whole(text: str) -> Iterator[tuple[str, str, float]]:
    """The words of the whole requirement, also those of no keyword, and the most telling ones two by two."""
    bag = bag_of(text)
    shares: dict[str, float] = {}
    for one, classes, weight in zip(bag.stems, bag.classes, bag.weights.tolist(), strict=True):
        shares[one] = shares.get(one, 0.0) + weight / bag.total
        yield from (("text class", f"class:{name}", weight / bag.total / len(classes)) for name in sorted(classes))
    for one, share in shares.items():
        yield "text", one, share
        yield "text near", f"near:{one}", share
        if share >= _SAID:
            yield "line" if share >= _SAID_WELL else "half line", one, 1.0
    yield from _two_by_two(shares, _MOST_TOGETHER, ("together", _SAID_WELL), ("half together", _SAID))
