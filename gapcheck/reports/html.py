"""The report as one HTML file: no script, no request to anywhere, readable in light, dark, print and on a telephone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from html import escape
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from gapcheck.reports import wording
from gapcheck.reports.miniature import miniature
from gapcheck.reports.safe import one_line, shorten, visible
from gapcheck.types import Evidence, Match, Report, Status

if TYPE_CHECKING:
    from jinja2 import Template

_ICONS: dict[Status, str] = {"met": "✓", "partial": "◐", "missing": "✗", "unstated": "?"}
_BLANK_LINES = re.compile(r"\n\s*\n\s*\n+")
_TURN = re.compile(r"\s*\n\s*")
_QUOTE = 400


@dataclass(frozen=True, slots=True)
class Badge:
    """A number in a text: where a requirement or its evidence begins, with a link to its counterpart."""

    anchor: str
    label: str
    target: str
    title: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A run of a text to be underlined, and its badge."""

    start: int
    end: int
    status: Status
    badge: Badge


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a text with equal marking; `status` is None outside of every mark."""

    text: str
    status: Status | None
    badges: tuple[Badge, ...]


def render(report: Report, *, evidence: bool = True, embed: bool = False) -> str:
    """The report as a complete HTML page; with *embed*, as an `<iframe>` that a notebook can show.

    Without *evidence* the page quotes nothing of the resume and shows the posting alone.
    """
    page = _template().render(**_view(report, evidence), embed=embed) + "\n"
    if not embed:
        return page
    return (
        f'<iframe srcdoc="{escape(page)}" sandbox="" title="gapcheck report" '
        'style="width:100%;height:40rem;border:1px solid #8888"></iframe>\n'
    )


@lru_cache(maxsize=1)
def _template() -> Template:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    folder = files("gapcheck.reports").joinpath("templates")
    environment = Environment(
        loader=FunctionLoader(lambda name: folder.joinpath(name).read_text(encoding="utf-8")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        # Whatever a template forgets: no control character leaves it. Markup is what the template itself made.
        finalize=lambda value: visible(value) if type(value) is str else value,
    )
    environment.filters["line"] = one_line
    environment.filters["preferred_mark"] = wording.preferred_mark
    environment.filters["where"] = wording.where
    environment.filters["quotations"] = lambda evidence: wording.quotations(evidence, _QUOTE)
    return environment.get_template("report.html.j2")


def _view(report: Report, quotes: bool) -> dict[str, Any]:
    """What the template shows: values ready to print, no decision left to take."""
    coverage = report.coverage
    shares = wording.shares(report)
    rows = [_row(n, match, report, shares[match.requirement.id], quotes) for n, match in enumerate(report.matches, 1)]
    reviews = [row for row in rows if row["match"].requirement.review is not None]
    view = {
        "report": report,
        "coverage": coverage,
        "title": one_line(report.title) or "Resume check",
        "score": "" if coverage.verdict == "insufficient" else wording.score_text(coverage),
        "verdict": wording.verdict_text(coverage),
        "counts": wording.counts_text(coverage),
        "parts": wording.parts_text(coverage),
        "range": wording.range_text(coverage),
        "bar": _bar(report),
        "warnings": wording.warnings(report),
        "must_haves": wording.must_haves(report),
        "rows": [row for row in rows if row["scored"]],
        "unstated": [row for row in rows if not row["scored"] and row not in reviews],
        "reviews": reviews,
        "missing": wording.keyword_lines(report, "missing"),
        "thin": wording.keyword_lines(report, "partial"),
        "gains": [(wording.gain_text(suggestion), suggestion) for suggestion in wording.biggest_gains(report)],
        "notices": wording.file_notes(report),
        "quotes": quotes,
        **_advice(report, quotes),
        "posting": pieces(report.posting.text, _posting_marks(report, quotes)),
        "resume": pieces(report.resume.text, list(_resume_marks(report))) if quotes else [],
        "rule": wording.rule_text(report),
        "titles": wording.titles(report),
        "moves": wording.moves(report),
        "earned": f"{float(sum(adds for adds, _ in shares.values()) * wording.total_weight(report)):g}",
        "total": f"{float(wording.total_weight(report)):g}",
        "anchors": {match.requirement.id: f"q{number}" for number, match in enumerate(report.matches, 1)},
        "status_words": wording.STATUS,
        "icons": _ICONS,
    }
    return view | {"contents": list(_contents(view))}


def _contents(view: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Anchor and name of the sections that the page has."""
    report: Report = view["report"]
    if view["rows"]:
        yield "h-req", "Requirements"
    if view["gains"]:
        yield "h-gain", "Biggest gains"
    if view["missing"] or view["thin"]:
        yield "h-key", "Missing keywords"
    yield "h-side", "Side by side" if view["resume"] else "The posting"
    if report.glance and report.glance.score is not None:
        yield "h-look", "First look"
    if view["letter"]:
        yield "h-let", "Cover letter"
    if view["talking"]:
        yield "h-talk", "For the interview"
    if view["notices"] or report.file_health:
        yield "h-file", "Your files"
    yield "h-how", "How the score is computed"


def _advice(report: Report, quotes: bool) -> dict[str, Any]:
    """What to change, what is near, what to say; without *quotes* nothing of it holds words of the resume."""
    letter, master, answers = report.letter, report.master, report.answers
    return {
        "wordings": [
            (one_line(s.evidence[0].text) if quotes and s.evidence else "", s)
            for s in wording.suggestions(report, "exact_wording")
        ],
        "doubts": wording.suggestions(report, "show"),
        "related": [(near, wording.related_text(near, quotes=quotes)) for near in report.related],
        "mini": miniature(report) if report.glance else None,
        "letter": wording.letter_lines(letter, report, quotes=quotes) if letter else [],
        "master": wording.master_lines(master, quotes=quotes) if master else [],
        "talking": report.talking_points if quotes else (),
        "answers": [(question, getattr(answers, name)) for name, question in wording.QUESTIONS] if answers else [],
    }


def _bar(report: Report) -> dict[str, str] | None:
    coverage = report.coverage
    if coverage.score is None or coverage.verdict == "insufficient":
        return None
    values = {"score": coverage.score, "stretch": coverage.stretch, "strong": coverage.strong}
    values |= {"low": coverage.low or 0.0, "high": coverage.high if coverage.high is not None else coverage.score}
    return {name: f"{value * 100:.2f}" for name, value in values.items()}


def _row(number: int, match: Match, report: Report, share: tuple[Fraction, Fraction], quotes: bool) -> dict[str, Any]:
    gap = wording.explained_gap(match)
    adds, most = share
    return {
        "number": number,
        "match": match,
        "scored": wording.scored(match),
        "gap": gap if match.evidence else gap or "nothing found",
        "evidence": [_shown(number, place, one, quotes) for place, one in enumerate(match.evidence, 1)],
        "keywords": match.keywords or match.requirement.keywords,
        "adds": f"{float(adds * 100):.1f}",
        "most": f"{float(most * 100):.1f}",
        "weight": f"{wording.weight(match, report.coverage):g}",
        "credit": f"{match.credit:g}",
    }


def _shown(number: int, place: int, evidence: Evidence, quotes: bool) -> dict[str, Any]:
    return {
        "anchor": f"e{number}-{place}",
        "texts": wording.quotations(evidence, _QUOTE) if quotes else [],
        "where": wording.where(evidence),
        "note": wording.note_text(evidence),
        "method": evidence.method,
        "score": f"{evidence.score:.2f}",
    }


# --- posting and resume, marked --------------------------------------------------------------------------------


def pieces(text: str, marks: Sequence[Mark]) -> list[Piece]:
    """*text* cut wherever a mark begins or ends; overlapping marks share a piece, which takes the first one's status.

    Line breaks with the indent after them are left unmarked: an underline would run through the margin.

    >>> badge = Badge("p1", "r1", "q1", "")
    >>> [(piece.text, piece.status) for piece in pieces("Use SQL daily", [Mark(4, 7, "met", badge)])]
    [('Use ', None), ('SQL', 'met'), (' daily', None)]
    """
    marks = sorted((mark for mark in marks if 0 <= mark.start < mark.end <= len(text)), key=lambda mark: mark.start)
    cuts = {0, len(text), *(mark.start for mark in marks), *(mark.end for mark in marks)}
    for mark in marks:
        for turn in _TURN.finditer(text, mark.start, mark.end):
            cuts |= set(turn.span())
    found = []
    for start, end in pairwise(sorted(cuts)):
        over = [mark for mark in marks if mark.start <= start and end <= mark.end]
        badges = tuple(mark.badge for mark in over if mark.start == start)
        shown = _BLANK_LINES.sub("\n\n", visible(text[start:end])).replace("\t", "    ")
        marked = over and not _TURN.fullmatch(text, start, end)
        found.append(Piece(shown, over[0].status if marked else None, badges))
    return found


def _posting_marks(report: Report, quotes: bool) -> list[Mark]:
    marks = []
    for number, match in enumerate(report.matches, 1):
        req = match.requirement
        target = f"e{number}-1" if match.evidence and quotes else f"q{number}"
        title = f"{req.id}: {wording.STATUS[match.status]}"
        marks.append(Mark(req.start, req.end, match.status, Badge(f"p{number}", req.id, target, title)))
    return marks


def _resume_marks(report: Report) -> Iterator[Mark]:
    for number, match in enumerate(report.matches, 1):
        req = match.requirement
        for place, evidence in enumerate(match.evidence, 1):
            title = f"{req.id}: {wording.STATUS[match.status]}, {shorten(one_line(req.text), 60)}"
            badge = Badge(f"e{number}-{place}", req.id, f"p{number}", title)
            yield Mark(evidence.start, evidence.end, match.status, badge)
