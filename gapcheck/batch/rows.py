"""A pair of a batch as one row: small, flat enough for a table, and without a word of the resume unless asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from fractions import Fraction
from functools import lru_cache
from operator import attrgetter
from typing import Any, Literal, get_args

from gapcheck import scoring
from gapcheck.errors import GapcheckError
from gapcheck.settings import Settings
from gapcheck.types import Importance, Kind, Match, Mode, Posting, Status, Verdict

RowStatus = Literal["ok", "skipped"]


@dataclass(frozen=True, slots=True)
class AskedKeyword:
    """A keyword of a requirement and whether the resume shows it."""

    name: str
    concept: str | None = None
    status: Status = "missing"

    def __reduce__(self) -> tuple[Any, ...]:
        return AskedKeyword, _KEYWORD(self)


@dataclass(frozen=True, slots=True)
class Ask:
    """One requirement of the posting and how the resume answers it."""

    id: str
    text: str
    kind: Kind = "skill"
    importance: Importance = "required"
    mode: Mode = "all"
    at_least: int | None = None
    status: Status = "missing"
    gain: float = 0.0
    """Coverage gained if it became met, 0-1."""
    keywords: tuple[AskedKeyword, ...] = ()
    degree: str | None = None
    years: float | None = None
    scored: bool = True
    """False for a condition that the resume says nothing about and for what is kept out for review."""
    evidence: tuple[str, ...] = ()
    """Lines of the resume; empty unless they were asked for."""

    def __reduce__(self) -> tuple[Any, ...]:
        return Ask, _ASK(self)


@dataclass(frozen=True, slots=True)
class Row:
    """The answer for one resume and one posting, or why there is none: then one of the two names may be empty."""

    resume: str
    posting: str
    status: RowStatus = "ok"
    code: str = ""
    """Code of the error that skipped it, for example `no_text_found`."""
    reason: str = ""
    """What was wrong and what to do, without the file's words."""
    title: str = ""
    """Job title of the posting."""
    score: float | None = None
    low: float | None = None
    high: float | None = None
    verdict: Verdict = "insufficient"
    met: int = 0
    partial: int = 0
    missing: int = 0
    unstated: int = 0
    must_have_gaps: tuple[str, ...] = ()
    """Required licences, degrees, clearances and conditions that are not met, in the posting's words."""
    missing_keywords: tuple[str, ...] = ()
    next_change: str = ""
    """The open requirement that gains most if it becomes met; when a part is shown, with what of it is not."""
    next_gain: float = 0.0
    asks: tuple[Ask, ...] = ()
    """All requirements; empty in a batch that was run without them."""
    key: str = ""
    """Stands for the names and the contents of both files: equal only when all four are equal."""

    def __reduce__(self) -> tuple[Any, ...]:
        return Row, _ROW(self)


# Rows travel between processes by the million: their fields as one tuple, not one by one as frozen dataclasses do it.
_KEYWORD, _ASK, _ROW = (attrgetter(*(f.name for f in fields(kind))) for kind in (AskedKeyword, Ask, Row))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a row shall hold beside the figures."""

    asks: bool = True
    evidence: bool = False


def make_row(
    resume: str, posting: str, read: Posting, matches: Sequence[Match], settings: Settings, wanted: Wanted | None = None
) -> Row:
    """The row of one pair, from its matches."""
    wanted = wanted or Wanted()
    coverage = scoring.coverage(matches, settings)
    asks = make_asks(matches, settings, evidence=wanted.evidence)
    gaps = set(scoring.must_have_gaps(matches))
    best = best_change(asks)
    return Row(
        resume,
        posting,
        title=line(read.title),
        score=coverage.score,
        low=coverage.low,
        high=coverage.high,
        verdict=coverage.verdict,
        met=coverage.met,
        partial=coverage.partial,
        missing=coverage.missing,
        unstated=coverage.unstated,
        must_have_gaps=tuple(ask.text for ask in asks if ask.id in gaps),
        missing_keywords=tuple(k.name for k in scoring.missing_keywords(matches)),
        next_change=change_words(best) if best else "",
        next_gain=best.gain if best else 0.0,
        asks=asks if wanted.asks else (),
    )


def skipped_row(resume: str, posting: str, error: GapcheckError, key: str = "") -> Row:
    """The one row of a file that could not be used; the name of the other side is empty."""
    message = f"{error.message.rstrip('.')}. {error.hint}" if error.hint else error.message
    return Row(resume, posting, status="skipped", code=error.code, reason=message, key=key)


def make_asks(matches: Sequence[Match], settings: Settings, *, evidence: bool = False) -> tuple[Ask, ...]:
    """The requirements of *matches* with what each would gain, the sum of weights counted once."""
    counted = {m.requirement.id for m in scoring.scored(matches)}
    gains = _gains(matches, settings)
    asks = []
    for match in matches:
        req = match.requirement
        scored = req.id in counted
        asks.append(
            Ask(
                req.id,
                line(req.text),
                req.kind,
                req.importance,
                req.mode,
                req.at_least,
                match.status,
                gains[req.importance, match.status] if scored else 0.0,
                tuple(AskedKeyword(k.name, k.concept, k.status) for k in match.keywords or req.keywords),
                req.degree,
                req.years,
                scored,
                tuple(line(e.text) for e in match.evidence) if evidence else (),
            )
        )
    return tuple(asks)


def _gains(matches: Sequence[Match], settings: Settings) -> Mapping[tuple[Importance, Status], float]:
    """What coverage gains when a requirement of an importance and a status becomes met."""
    number = Counter(m.requirement.importance for m in scoring.scored(matches))
    return _gains_of(number["required"], number["preferred"], settings.preferred_weight, settings.partial_credit)


@lru_cache(maxsize=1_000)
def _gains_of(
    required: int, preferred: int, preferred_weight: float, partial_credit: float
) -> Mapping[tuple[Importance, Status], float]:
    weights: dict[Importance, Fraction] = {"required": Fraction(1), "preferred": scoring.exact(preferred_weight)}
    total = weights["required"] * required + weights["preferred"] * preferred
    left = {"met": Fraction(0), "partial": 1 - scoring.exact(partial_credit)}
    return {
        (name, status): float(weight * left.get(status, Fraction(1)) / total) if total else 0.0
        for name, weight in weights.items()
        for status in get_args(Status)
    }


def best_change(asks: Sequence[Ask]) -> Ask | None:
    """The open requirement with the largest gain, as the report has it: of equals a trait comes last, then as posted."""
    open_asks = [ask for ask in asks if ask.gain > 0]
    return min(open_asks, key=lambda ask: (-ask.gain, ask.kind == "soft_skill")) if open_asks else None


def change_words(ask: Ask) -> str:
    """What to show, in the posting's words: the requirement; when a part is shown, what of it is not, at most three."""
    names = [k.name for k in ask.keywords if k.status != "met"]
    if not names or len(names) == len(ask.keywords):
        return ask.text
    return f"{ask.text}; not shown: {', '.join(names[:3])}"


def line(text: str) -> str:
    """*text* on one line."""
    return " ".join(text.split())


# --- JSON ------------------------------------------------------------------------------------------------------


def as_json(row: Row) -> dict[str, Any]:
    """The row as JSON values; a skipped one has no figures, and empty lists of requirements are left out."""
    if row.status == "skipped":
        names = ("resume", "posting", "status", "code", "reason", "key")
        return {name: getattr(row, name) for name in names}
    value = {name: getattr(row, name) for name in _JSON_FIELDS}
    for name in ("must_have_gaps", "missing_keywords"):
        value[name] = list(value[name])
    if row.asks:
        value["asks"] = [_short(ask, _ASK_DEFAULTS, keywords=_keywords(ask)) for ask in row.asks]
    return value


def _keywords(ask: Ask) -> list[dict[str, Any]]:
    return [_short(keyword, _KEYWORD_DEFAULTS) for keyword in ask.keywords]


def _short(value: Ask | AskedKeyword, defaults: Sequence[tuple[str, Any]], **more: Any) -> dict[str, Any]:
    """The fields that differ from their defaults, and those without one: a third of the size over a million rows."""
    return {name: one for name, default in defaults if (one := getattr(value, name)) != default} | more


_JSON_FIELDS = tuple(f.name for f in fields(Row) if f.name not in ("code", "reason", "asks"))
_ASK_DEFAULTS, _KEYWORD_DEFAULTS = ([(f.name, f.default) for f in fields(kind)] for kind in (Ask, AskedKeyword))


def from_json(value: Mapping[str, Any]) -> Row:
    """The row that `as_json` made *value* of; KeyError or TypeError when it is something else."""
    fields = dict(value)
    asks = tuple(_ask(ask) for ask in fields.pop("asks", ()))
    for name in ("must_have_gaps", "missing_keywords"):
        fields[name] = tuple(fields.get(name, ()))
    return Row(**fields | {"asks": asks})


def _ask(value: Mapping[str, Any]) -> Ask:
    ask = Ask(**value)
    keywords = tuple(AskedKeyword(**k) for k in value.get("keywords", ()))
    return replace(ask, keywords=keywords, evidence=tuple(value.get("evidence", ())))
