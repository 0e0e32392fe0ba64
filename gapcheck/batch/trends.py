"""What many postings ask for again and again, what of it a resume lacks, and which one change opens most postings.

One pass over rows; what is kept grows with the number of different themes and postings, not with the number of pairs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from gapcheck import scoring
from gapcheck.batch.rank import asked_text
from gapcheck.batch.rows import Ask, AskedKeyword, Row
from gapcheck.batch.similar import Reposts, groups, stems
from gapcheck.settings import Settings
from gapcheck.types import Status

_GROUPED = 20_000
"""Postings whose words are kept for grouping."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What became of the applications whose posting asked for a theme, from a log of applications."""

    shown: int = 0
    """Applications in which the resume showed it."""
    shown_invited: int = 0
    lacking: int = 0
    """Applications in which it was missing or weak."""
    lacking_invited: int = 0


@dataclass(frozen=True, slots=True)
class Theme:
    """Something that postings ask for under one name or several: a concept, a phrase, a level of degree."""

    name: str
    """As it is written most often."""
    kind: str
    postings: int
    """How many postings ask for it."""
    required: int
    """How many of them require it."""
    weight: float
    """Sum over those postings of what it weighs there: required 1, preferred 0.5."""
    share: float
    """Share of all postings, 0-1."""
    shown: int
    """Pairs in which the resume shows it."""
    weak: int
    """Pairs in which it shows it only weakly."""
    lacking: int
    """Pairs in which it does not show it."""
    stretch: int = 0
    """Pairs that would reach "stretch" (75 %) if this alone were shown."""
    strong: int = 0
    """Pairs that would reach "strong" (80 %) if this alone were shown."""
    gain: float = 0.0
    """Mean gain in coverage over the pairs in which it is lacking or weak, 0-1."""
    heard: Heard | None = None
    """None without a log, and when no application of the log was asked for it."""


@dataclass(frozen=True, slots=True)
class PostingGroup:
    """Similar postings."""

    name: str
    postings: tuple[str, ...]
    mean: float | None
    """Mean score of the resume on them."""
    best: float | None


@dataclass(frozen=True, slots=True)
class Trends:
    """What was learned from many postings."""

    postings: int
    """Different ones: a posting that was put up again counts once."""
    resumes: int
    skipped: int
    reached: dict[str, int]
    """Pairs by verdict."""
    themes: tuple[Theme, ...]
    """Heaviest first."""
    groups: tuple[PostingGroup, ...] = ()
    stretch: float = 0.75
    strong: float = 0.80
    reposts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Posting -> the other postings that ask for the same, put up again; they are counted nowhere else."""

    @property
    def lacking(self) -> tuple[Theme, ...]:
        """What the resume does not show everywhere it is asked for, heaviest first."""
        return tuple(theme for theme in self.themes if theme.lacking or theme.weak)

    @property
    def openers(self) -> tuple[Theme, ...]:
        """The changes that open postings: most that reach a mark first, then by mean gain. Conditions are no changes."""
        able = [theme for theme in self.themes if (theme.stretch or theme.strong) and theme.kind != "condition"]
        return tuple(sorted(able, key=lambda t: (-max(t.stretch, t.strong), -t.strong - t.stretch, -t.gain, t.name)))


@dataclass(slots=True)
class _Tally:
    names: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    postings: int = 0
    required: int = 0
    weight: Fraction = Fraction(0)
    statuses: Counter[Status] = field(default_factory=Counter)
    stretch: int = 0
    strong: int = 0
    gains: Fraction = Fraction(0)


def trends(
    rows: Iterable[Row],
    *,
    resume: str | None = None,
    settings: Settings | None = None,
    group: bool = True,
    heard: Mapping[str, Heard] | None = None,
) -> Trends:
    """The trends of *rows*, or of the rows of one *resume* among them. Rows must hold their requirements.

    *heard* is what `learn.heard` makes of a log of applications: each theme is told with what came of it.

    A theme counts once for each posting, and a posting that was put up again counts once: for each resume its first row.
    "If this alone were shown" means: a requirement becomes met when nothing else
    is missing from it (or it accepts one of several), else partly met; one that asks for years becomes partly met,
    because a word does not show years.
    """
    settings = settings or Settings()
    tallies: dict[str, _Tally] = {}
    postings: dict[str, str] = {}
    scores: dict[str, list[float]] = {}
    people: set[str] = set()
    reached: Counter[str] = Counter()
    same = _Same()
    skipped = 0
    for row in rows:
        if resume is not None and row.resume not in (resume, ""):
            continue
        if row.status != "ok":
            skipped += 1
            continue
        row, again = same.first(row)
        if again:
            continue
        people.add(row.resume)
        reached[row.verdict] += 1
        if row.posting not in postings:
            postings[row.posting] = _words_of(row) if len(postings) < _GROUPED else ""
            _count_posting(row, tallies, settings)
        if row.score is not None:
            scores.setdefault(row.posting, []).append(row.score)
        _count_pair(row, tallies, settings)
    known = heard or {}
    themes = sorted(
        (_theme(tally, len(postings), known.get(key)) for key, tally in tallies.items()),
        key=lambda t: (-t.weight, -t.postings, t.name),
    )
    found = _groups(postings, scores) if group else ()
    return Trends(
        len(postings),
        len(people),
        skipped,
        dict(reached),
        tuple(themes),
        found,
        settings.stretch,
        settings.strong,
        same.reposts,
    )


class _Same:
    """Recognises postings that were put up again, while rows come in."""

    def __init__(self) -> None:
        self._texts = Reposts(_GROUPED)
        self._heads: dict[str, str] = {}
        self._resume: str | None = None
        self._seen: dict[str, str] = {}
        """Of the resume whose rows come in: first posting that asks for the same -> the one that was counted."""
        self.reposts: dict[str, tuple[str, ...]] = {}

    def first(self, row: Row) -> tuple[Row, bool]:
        """*row* under the name of the first posting that asks for the same, and whether that was counted before."""
        head = self._heads.get(row.posting)
        if head is None:
            head = self._heads[row.posting] = self._texts.first(row.posting, asked_text(row))
            if head != row.posting:
                self.reposts[head] = (*self.reposts.get(head, ()), row.posting)
        if row.resume != self._resume:
            self._resume, self._seen = row.resume, {}
        again = self._seen.setdefault(head, row.posting) != row.posting
        return (row if head == row.posting else replace(row, posting=head)), again


_DEGREES = {
    "bachelor": "bachelor's degree", "master": "master's degree", "doctorate": "doctorate",
    "secondary": "secondary school", "diploma": "diploma",
}  # fmt: skip


def themes_of(ask: Ask) -> Iterator[tuple[str, AskedKeyword]]:
    """The themes of a requirement: a key that other postings' wordings share, and the keyword."""
    if ask.kind == "education" and ask.degree:
        words = AskedKeyword(_DEGREES.get(ask.degree, f"{ask.degree} degree"), None, ask.status)
        yield f"degree:{ask.degree}", words
        return
    for keyword in ask.keywords or (AskedKeyword(ask.text, None, ask.status),):
        yield theme_key(keyword), keyword


def theme_key(keyword: AskedKeyword) -> str:
    """The concept of a keyword, else its stems: "vendors" and "vendor" are one theme."""
    if keyword.concept:
        return f"concept:{keyword.concept.lower()}"
    return " ".join(stems(keyword.name)) or keyword.name.lower()


def score_of(asks: Sequence[Ask], settings: Settings) -> Fraction | None:
    """Coverage from the statuses of *asks*, exactly; None when there are fewer than three to judge by."""
    scored = [ask for ask in asks if ask.scored]
    if len(scored) < scoring.MINIMUM:
        return None
    credit = {"met": Fraction(1), "partial": scoring.exact(settings.partial_credit)}
    weights = [scoring.weight(ask.importance, settings) for ask in scored]
    earned = (w * credit.get(ask.status, Fraction(0)) for w, ask in zip(weights, scored, strict=True))
    return sum(earned, Fraction(0)) / sum(weights, Fraction(0)) if sum(weights) else None


def with_theme(ask: Ask, key: str) -> Ask:
    """The requirement as it would be judged if the resume showed the theme *key* and nothing else were changed."""
    found = dict.fromkeys(k for k, _ in themes_of(ask))
    if ask.status == "met" or not ask.scored or key not in found:
        return ask
    if key.startswith("degree:"):
        return replace(ask, status="met")
    shown = [k == key or keyword.status == "met" for k, keyword in themes_of(ask)]
    needed = (ask.at_least or 1) if ask.mode == "any" else len(shown)
    return replace(ask, status="met" if sum(shown) >= needed and not ask.years else "partial")


def _count_posting(row: Row, tallies: dict[str, _Tally], settings: Settings) -> None:
    heaviest: dict[str, Fraction] = {}
    for ask in row.asks:
        for key, keyword in themes_of(ask):
            tally = tallies.setdefault(key, _Tally())
            tally.names[keyword.name] += 1
            tally.kinds[ask.kind] += 1
            weight = scoring.weight(ask.importance, settings)
            heaviest[key] = max(heaviest.get(key, Fraction(0)), weight)
    required = {key for ask in row.asks if ask.importance == "required" for key, _ in themes_of(ask)}
    for key, weight in heaviest.items():
        tallies[key].postings += 1
        tallies[key].weight += weight
        tallies[key].required += key in required


_BETTER: dict[Status, int] = {"met": 3, "partial": 2, "missing": 1, "unstated": 0}


def _count_pair(row: Row, tallies: dict[str, _Tally], settings: Settings) -> None:
    best: dict[str, Status] = {}
    for ask in row.asks:
        for key, keyword in themes_of(ask):
            status = keyword.status if ask.scored else "unstated"
            best[key] = max(best.get(key, "unstated"), status, key=_BETTER.__getitem__)
    before = score_of(row.asks, settings)
    for key, status in best.items():
        # Another resume can bring a posting that was counted before: its themes are known then.
        tally = tallies.setdefault(key, _Tally())
        tally.statuses[status] += 1
        if before is None or status not in ("missing", "partial"):
            continue
        after = score_of([with_theme(ask, key) for ask in row.asks], settings) or before
        tally.gains += after - before
        for mark, name in ((settings.stretch, "stretch"), (settings.strong, "strong")):
            if before < scoring.exact(mark) <= after:
                setattr(tally, name, getattr(tally, name) + 1)


def _theme(tally: _Tally, postings: int, heard: Heard | None) -> Theme:
    open_pairs = tally.statuses["missing"] + tally.statuses["partial"]
    return Theme(
        _commonest(tally.names),
        _commonest(tally.kinds),
        tally.postings,
        tally.required,
        float(tally.weight),
        tally.postings / postings if postings else 0.0,
        tally.statuses["met"],
        tally.statuses["partial"],
        tally.statuses["missing"],
        tally.stretch,
        tally.strong,
        float(tally.gains / open_pairs) if open_pairs else 0.0,
        heard,
    )


def _commonest(names: Counter[str]) -> str:
    return min(names, key=lambda name: (-names[name], name)) if names else ""


def _words_of(row: Row) -> str:
    # The title says most about what kind of posting it is: it counts three times.
    return "\n".join([row.title] * 3 + [k.name for ask in row.asks for k in ask.keywords])


def _groups(postings: dict[str, str], scores: dict[str, list[float]]) -> tuple[PostingGroup, ...]:
    names = list(postings)
    made = []
    for group in groups(list(postings.values())):
        members = tuple(names[i] for i in group.members)
        found = [score for name in members for score in scores.get(name, ())]
        mean = sum(found) / len(found) if found else None
        made.append(PostingGroup(group.name, members, mean, max(found, default=None)))
    return tuple(made)
