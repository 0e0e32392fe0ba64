"""What a log of applications says, and what it cannot say yet: counts, exact intervals, and no more than they carry."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from gapcheck.batch.applog import Application, Outcome
from gapcheck.batch.trends import Heard

FEW = 20
"""Applications below which every rate is called what it is: little more than a guess."""


@dataclass(frozen=True, slots=True)
class Rate:
    """How often something happened, with the exact interval (Clopper and Pearson 1934, 95 %)."""

    name: str
    happened: int
    of: int
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Gap:
    """A theme, and how often it was missing or weak where the application was and was not invited."""

    name: str
    missing_not_invited: int
    not_invited: int
    """Applications without an invitation whose posting asked for it."""
    missing_invited: int
    invited: int


@dataclass(frozen=True, slots=True)
class Learned:
    """What can be said."""

    applications: int
    outcomes: dict[Outcome, int]
    invited: Rate
    by_verdict: tuple[Rate, ...]
    by_version: tuple[Rate, ...]
    """By version of the resume; empty when only one was sent."""
    gaps: tuple[Gap, ...]
    """Missing at least twice without an invitation, most often first."""
    strengths: tuple[Gap, ...]
    """Shown in at least two applications that were invited."""
    notes: tuple[tuple[str, Outcome, str], ...]
    """Posting, outcome and note of each event that has one."""
    sentences: tuple[str, ...]


def exact_interval(happened: int, of: int, *, confidence: float = 0.95) -> tuple[float, float]:
    """The exact interval of Clopper and Pearson for a rate, 0-1; (0, 1) when nothing was tried.

    >>> [round(x, 4) for x in exact_interval(0, 10)]
    [0.0, 0.3085]
    """
    if not of:
        return 0.0, 1.0
    from scipy.special import betaincinv

    tail = (1 - confidence) / 2
    low = float(betaincinv(happened, of - happened + 1, tail)) if happened else 0.0
    high = float(betaincinv(happened + 1, of - happened, 1 - tail)) if happened < of else 1.0
    return low, high


def learn(applications: Sequence[Application]) -> Learned:
    """What the log says about *applications*."""
    counts: dict[Outcome, int] = {}
    for one in applications:
        counts[one.outcome] = counts.get(one.outcome, 0) + 1
    overall = _rate("all applications", applications)
    by_verdict = _rates(applications, lambda a: a.verdict, ("strong", "stretch", "gap", "insufficient"))
    versions = list(dict.fromkeys(_version(a) for a in applications))
    by_version = _rates(applications, _version, versions) if len(versions) > 1 else ()
    gaps, strengths = _gaps(applications)
    notes = tuple((a.posting, e.outcome, e.notes) for a in applications for e in a.events if e.notes)
    sentences = tuple(_sentences(applications, overall, by_verdict, by_version, gaps, strengths))
    return Learned(len(applications), counts, overall, by_verdict, by_version, gaps, strengths, notes, sentences)


def heard(applications: Iterable[Application]) -> dict[str, Heard]:
    """For each theme what became of the applications whose posting asked for it: what trends are told with."""
    counts: dict[str, list[int]] = {}
    for one in applications:
        for answer in one.answers:
            if answer.status == "unstated":
                continue
            count = counts.setdefault(answer.theme, [0, 0, 0, 0])
            lacking = 2 * (answer.status != "met")
            count[lacking] += 1
            count[lacking + 1] += one.invited
    return {theme: Heard(*count) for theme, count in counts.items()}


def differs(one: Rate, other: Rate) -> bool:
    """Whether the intervals lie apart: only then may a difference be claimed (a strict rule, on purpose)."""
    return one.high < other.low or other.high < one.low


def _version(application: Application) -> str:
    return f"{application.resume} {application.version}".strip()


def _rate(name: str, applications: Sequence[Application]) -> Rate:
    happened = sum(a.invited for a in applications)
    return Rate(name, happened, len(applications), *exact_interval(happened, len(applications)))


def _rates(
    applications: Sequence[Application], key: Callable[[Application], str], names: Iterable[str]
) -> tuple[Rate, ...]:
    groups = ((name, [a for a in applications if key(a) == name]) for name in names)
    return tuple(_rate(name, members) for name, members in groups if members)


def _gaps(applications: Sequence[Application]) -> tuple[tuple[Gap, ...], tuple[Gap, ...]]:
    names: dict[str, str] = {}
    counts: dict[str, list[int]] = {}
    for one in applications:
        for answer in one.answers:
            if answer.status == "unstated":
                continue
            names.setdefault(answer.theme, answer.name)
            count = counts.setdefault(answer.theme, [0, 0, 0, 0])
            count[2 * one.invited] += answer.status != "met"
            count[2 * one.invited + 1] += 1
    found = [Gap(names[theme], *count) for theme, count in counts.items()]
    gaps = sorted((g for g in found if g.missing_not_invited >= 2), key=lambda g: (-g.missing_not_invited, g.name))
    strengths = sorted(
        (g for g in found if g.invited - g.missing_invited >= 2),
        key=lambda g: (g.missing_invited - g.invited, g.name),
    )
    return tuple(gaps), tuple(strengths)


def _sentences(
    applications: Sequence[Application],
    overall: Rate,
    by_verdict: Sequence[Rate],
    by_version: Sequence[Rate],
    gaps: Sequence[Gap],
    strengths: Sequence[Gap],
) -> Iterable[str]:
    if not applications:
        yield "The log is empty: nothing can be said."
        return
    yield f"{overall.happened} of {overall.of} applications led to a conversation: {interval_words(overall)}."
    if overall.of < FEW:
        yield f"With fewer than {FEW} applications no rate below is more than a hint."
    waiting = sum(a.outcome == "no_answer" for a in applications)
    if waiting:
        yield f"{waiting} of them had no answer; they count as not invited, although some may still answer."
    for kind, rates in (("verdicts", by_verdict), ("versions of the resume", by_version)):
        yield from _compared(kind, rates)
    if strengths:
        best = strengths[0]
        shown = best.invited - best.missing_invited
        yield f"What went right: {best.name!r} was shown in {shown} of the {best.invited} invited that asked for it."
    if gaps:
        worst = gaps[0]
        yield (
            f"What to improve first: {worst.name!r} was asked for in {worst.not_invited} applications without an "
            f"invitation and not fully shown in {worst.missing_not_invited} of them."
        )
        yield "That it was missing does not prove that it was the reason."


def interval_words(rate: Rate) -> str:
    """The interval in words: "25 %, and with 12 cases the true rate may lie anywhere from 5 % to 57 %"."""
    share = f"{rate.happened / rate.of:.0%}" if rate.of else "no case"
    cases = "1 case" if rate.of == 1 else f"{rate.of} cases"
    return f"{share}, and with {cases} the true rate may lie anywhere from {rate.low:.0%} to {rate.high:.0%}"


def _compared(kind: str, rates: Sequence[Rate]) -> Iterable[str]:
    if len(rates) < 2:
        return
    apart = [(a, b) for i, a in enumerate(rates) for b in rates[i + 1 :] if differs(a, b)]
    if not apart:
        yield f"Between the {kind} no difference can be told from chance yet."
    for a, b in apart:
        better, worse = (a, b) if a.low > b.high else (b, a)
        yield (
            f"{better.name} did better than {worse.name}: {better.happened} of {better.of} against "
            f"{worse.happened} of {worse.of}, and their intervals lie apart."
        )
