"""What all reports say in the same words: percentages, verdicts, counts, places."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from gapcheck.reports.excerpt import excerpt
from gapcheck.reports.safe import one_line, shorten
from gapcheck.types import (
    Coverage,
    Evidence,
    Letter,
    Master,
    Match,
    MissingKeyword,
    Notice,
    Related,
    Report,
    Status,
    Suggestion,
)
from gapcheck.words import STOP_WORDS

About = Literal["resume", "posting", ""]
"""The file that a notice is about; empty when both or neither."""
STATUS: dict[Status, str] = {"met": "met", "partial": "partly", "missing": "missing", "unstated": "not stated"}

SCORE_RULE = (
    "Each requirement counts once: a required one weighs 1, a preferred one {preferred}. "
    "Met earns its full weight, partly met earns {partial} of it, missing nothing; a condition that the resume "
    "says nothing about is left out. Coverage is what was earned divided by what could be earned."
)


@dataclass(frozen=True, slots=True)
class KeywordLine:
    """A keyword that the resume lacks or shows thinly, with all requirements that ask for it."""

    name: str
    importance: str
    requirements: tuple[str, ...]


def percent(value: float | Fraction | None, thresholds: Iterable[float] = ()) -> str:
    """*value* (0-1) as a percentage that stays on its own side of every threshold, of 0 and of 100.

    >>> percent(0.796, (0.75, 0.8)), percent(0.7999999, (0.75, 0.8)), percent(0.789, (0.75, 0.8)), percent(0.997)
    ('79.6%', '79.99%', '79%', '99.7%')
    """
    if value is None:
        return "not known"
    exact = _hundredfold(value)
    marks = [_hundredfold(mark) for mark in (*thresholds, 0, 1)]
    for digits in range(3):
        shown = round(exact, digits)
        if all((shown >= mark) == (exact >= mark) for mark in marks) and (shown > 0) == (exact > 0):
            return f"{float(shown):.{digits}f}%"
    return f"{math.floor(exact * 100) / 100:.2f}%" if exact >= Fraction(1, 100) else "under 0.01%"


def _hundredfold(value: float | Fraction) -> Fraction:
    # A float by its shortest decimal: the 0.8 of a settings file means four fifths, not 0.8000000000000000444.
    return 100 * (value if isinstance(value, Fraction) else Fraction(str(value)))


def score_text(coverage: Coverage) -> str:
    """The score as a percentage, or "no score" when too little was read to judge."""
    if coverage.score is None or coverage.verdict == "insufficient":
        return "no score"
    exact = coverage.exact if coverage.exact is not None else coverage.score
    return percent(exact, (coverage.stretch, coverage.strong))


def range_text(coverage: Coverage) -> str:
    """The honest range, "68% to 89%", or an empty string when there is none."""
    if coverage.low is None or coverage.high is None or coverage.verdict == "insufficient":
        return ""
    low, high = (percent(value, (coverage.stretch, coverage.strong)) for value in (coverage.low, coverage.high))
    return low if low == high else f"{low} to {high}"


def verdict_text(coverage: Coverage) -> str:
    """One sentence that answers "should I apply?"."""
    strong = percent(coverage.strong)
    stretch = percent(coverage.stretch)
    return {
        "strong": "Strong match: apply.",
        "stretch": f"Don't shy away: worth applying; strong from {strong}.",
        "gap": f"Below {stretch}: see the biggest gains before you apply.",
        "insufficient": "Too little was read to judge this resume against this posting.",
    }[coverage.verdict]


def verdict_short(coverage: Coverage) -> str:
    """The verdict in two or three words."""
    words = {"strong": "strong match", "stretch": "worth applying", "gap": "gap", "insufficient": "too little read"}
    return words[coverage.verdict]


def counts_text(coverage: Coverage) -> str:
    """ "7 met, 2 partly, 1 missing of 10", with the conditions that are not stated when there are any."""
    total = coverage.met + coverage.partial + coverage.missing
    text = f"{coverage.met} met, {coverage.partial} partly, {coverage.missing} missing of {total}"
    return f"{text}; {coverage.unstated} not stated" if coverage.unstated else text


def parts_text(coverage: Coverage) -> str:
    """ "required 76%, preferred 100%" as far as known, each left out when the posting asks nothing of the sort."""
    marks = (coverage.stretch, coverage.strong)
    parts = [
        f"{name} {percent(value, marks)}"
        for name, value in (("required", coverage.required), ("preferred", coverage.preferred))
        if value is not None
    ]
    return ", ".join(parts)


def rule_text(report: Report) -> str:
    """How the score is computed, with the weight and the credit that were in force."""
    partial = next((match.credit for match in report.matches if match.status == "partial"), 0.5)
    return SCORE_RULE.format(preferred=f"{report.coverage.preferred_weight:g}", partial=f"{partial:g}")


def must_haves(report: Report) -> list[Match]:
    """The required licences, degrees, clearances and conditions that are not met."""
    return [match for match in report.matches if match.requirement.id in set(report.must_have_gaps)]


def scored(match: Match) -> bool:
    """Whether the requirement is part of the score."""
    return match.status != "unstated" and match.requirement.review is None


def unstated(report: Report) -> list[Match]:
    """The conditions that the resume says nothing about."""
    return [match for match in report.matches if match.status == "unstated" and match.requirement.review is None]


def reviews(report: Report) -> list[Match]:
    """The requirements that a person should look at, which are not scored."""
    return [match for match in report.matches if match.requirement.review is not None]


_SAYS_SO = re.compile(r"(?:preferred|desirable|desired|a plus|an advantage|nice to have|a bonus)\W*$", re.IGNORECASE)


def preferred_mark(match: Match) -> str:
    """ " (preferred)" behind a requirement that is, unless its own last words say so; else nothing."""
    said = match.requirement.importance != "preferred" or _SAYS_SO.search(match.requirement.text)
    return "" if said else " (preferred)"


def weight(match: Match, coverage: Coverage) -> float:
    """The weight of a requirement in the score; 0 when it is left out of it."""
    if not scored(match):
        return 0.0
    return 1.0 if match.requirement.importance == "required" else coverage.preferred_weight


def total_weight(report: Report) -> Fraction:
    """What could be earned: the sum of all weights."""
    return sum((Fraction(str(weight(match, report.coverage))) for match in report.matches), Fraction(0))


def shares(report: Report) -> dict[str, tuple[Fraction, Fraction]]:
    """For each requirement id, what it adds to the score and what it could add, as shares of the whole (0-1)."""
    total = total_weight(report) or Fraction(1)
    found = {}
    for match in report.matches:
        most = Fraction(str(weight(match, report.coverage))) / total
        found[match.requirement.id] = (most * Fraction(str(match.credit)), most)
    return found


def where(evidence: Evidence) -> str:
    """ "p1 Experience": the page and the heading under which the evidence stands."""
    return one_line(f"p{evidence.page} {shorten(one_line(evidence.section), 40)}")


def keyword_lines(report: Report, status: Status) -> list[KeywordLine]:
    """The keywords of one status, required first, each name once."""
    wanted = sorted(
        (keyword for keyword in report.missing_keywords if keyword.status == status),
        key=lambda keyword: keyword.importance != "required",
    )
    groups: dict[str, list[MissingKeyword]] = {}
    for keyword in wanted:
        groups.setdefault(one_line(keyword.name).casefold(), []).append(keyword)
    return [
        KeywordLine(one_line(group[0].name), group[0].importance, tuple(dict.fromkeys(k.requirement for k in group)))
        for group in groups.values()
    ]


def explained_gap(match: Match) -> str:
    """Why a requirement is not fully met: the match's own note, else the keywords that were not found."""
    if match.note:
        return one_line(match.note)
    lacking = [one_line(keyword.name) for keyword in match.keywords if keyword.status == "missing"]
    if match.status == "partial" and lacking:
        return f"not found: {', '.join(lacking)}"
    return ""


def weak_part(match: Match) -> str:
    """Which keywords are shown only in part, when nothing else says why a requirement is partly met."""
    weak = [one_line(keyword.name) for keyword in match.keywords if keyword.status == "partial"]
    told = any(evidence.note for evidence in match.evidence[:1])
    return f"only in part: {', '.join(weak)}" if match.status == "partial" and weak and not told else ""


def gain_text(suggestion: Suggestion) -> str:
    """ "+5.3 points", or an empty string for a suggestion that would not change the score."""
    return f"+{suggestion.gain * 100:.1f}" if suggestion.gain >= 0.0005 else ""


def biggest_gains(report: Report) -> list[Suggestion]:
    """The changes, the largest gain first, otherwise as given."""
    changes = [suggestion for suggestion in report.suggestions if suggestion.code not in ("exact_wording", "show")]
    return sorted(changes, key=lambda suggestion: -suggestion.gain)


def suggestions(report: Report, code: str) -> list[Suggestion]:
    """The suggestions of one code: `exact_wording` or `show`."""
    return [suggestion for suggestion in report.suggestions if suggestion.code == code]


def short_change(suggestion: Suggestion) -> str:
    """The change in a few words, or the whole message when there are none."""
    return one_line(suggestion.short or suggestion.message)


def word_for_word(suggestion: Suggestion, *, quotes: bool) -> str:
    """`you wrote "k8s", they search “Kubernetes”`; the message where that is all there is."""
    if not suggestion.short:
        return one_line(suggestion.message)
    own = f'you wrote "{one_line(suggestion.evidence[0].text)}", ' if quotes and suggestion.evidence else ""
    return f"{own}they search “{one_line(suggestion.short)}”"


def change_text(suggestion: Suggestion) -> str:
    """The change and where in the resume it belongs."""
    place = f" Where: {one_line(suggestion.place)}." if suggestion.place else ""
    return f"{one_line(suggestion.message)}{place}"


def related_text(related: Related, *, quotes: bool = True) -> str:
    """ "Tableau: nearest is Power BI, also BI software"; in the resume's own words where it may be quoted."""
    nearest = related.own if quotes and related.own else related.shown
    asked, shown, common = (one_line(text) for text in (related.asked, nearest, related.common))
    also = f", also {common}" if common and common.casefold() not in (asked.casefold(), shown.casefold()) else ""
    return f"{asked}: nearest is {shown}{also}"


def pieces(evidence: Evidence) -> list[str]:
    """What is quoted, uncut, each piece verbatim but for its white space.

    Lines that stand for themselves are quoted one by one: two bullets, or the title and the dates of a job, would read
    as one sentence. A line that goes on with a small letter, or after a comma or a word like "the", is wrapped.
    """
    parts: list[str] = []
    for part in _TURN.split(evidence.text):
        if not (shown := one_line(part)):
            continue
        if parts and parts[-1].rpartition(" ")[2].lower() in STOP_WORDS:
            parts[-1] += f" {shown}"
        else:
            parts.append(shown)
    return parts or [""]


def quotations(evidence: Evidence, limit: int = 150) -> list[str]:
    """The pieces that are quoted, each cut to at most *limit* characters with an ellipsis."""
    return [shorten(part, limit) for part in pieces(evidence)]


def quotation(evidence: Evidence, limit: int = 150) -> str:
    """`"Nurse, Riverbend Hospital" / "2021 - present"`; the ellipsis of a cut piece stands after its mark."""
    return " / ".join(excerpt(part, limit) for part in pieces(evidence))


def quoted(evidence: Evidence, limit: int = 150) -> str:
    """The quotation and where it stands: `"Hosted 3 webinars" (p4 Experience)`."""
    return f"{quotation(evidence, limit)} ({where(evidence)})"


_TURN = re.compile(r"(?<![,&-])\n\s*(?![\sa-z])")
_DEGREES = {
    "secondary": "school diploma",
    "associate": "associate degree",
    "bachelor": "bachelor's degree",
    "master": "master's degree",
}


def note_text(evidence: Evidence) -> str:
    """What a person should know about the evidence; a degree's level in words."""
    note = one_line(evidence.note)
    return _DEGREES.get(note, note)


def moves(report: Report) -> list[tuple[str, list[Suggestion]]]:
    """What to move up on page one, under words that say whereto."""
    found: dict[str, list[Suggestion]] = {}
    for suggestion in report.glance.advice if report.glance else ():
        place = one_line(suggestion.place)
        found.setdefault(f"Worth moving into {place}" if place else "Worth moving up", []).append(suggestion)
    return list(found.items())


def titles(report: Report) -> dict[str, str]:
    """Requirement id -> its text on one line."""
    return {match.requirement.id: one_line(match.requirement.title) for match in report.matches}


QUESTIONS: tuple[tuple[Literal["right", "wrong", "improve"], str], ...] = (
    ("right", "What went right"),
    ("wrong", "What went wrong"),
    ("improve", "What can be improved"),
)
"""Field of `Answers` -> the question that it answers."""


def letter_lines(letter: Letter, report: Report, *, quotes: bool) -> list[tuple[str, str]]:
    """Label and text of what a cover letter shows: alone, together, what it adds, what neither shows."""
    lines = [("alone", f"{score_text(letter.coverage)}, {counts_text(letter.coverage)}")]
    lines.append(("together", f"{score_text(letter.together)}; the resume alone {score_text(report.coverage)}"))
    for match in letter.matches:
        if match.requirement.id in letter.adds:
            shown = f": {quoted(match.evidence[0])}" if quotes and match.evidence else ""
            lines.append(("adds", f"{match.requirement.id} {one_line(match.requirement.title)}{shown}"))
    names = titles(report)
    return lines + [("neither", f"{name} {names[name]}") for name in letter.neither]


def master_lines(master: Master, *, quotes: bool) -> list[tuple[str, str]]:
    """Requirement id and text of each missing keyword that the longer resume shows."""
    return [
        (found.requirement, f"{one_line(found.name)}{f': {quoted(found.evidence)}' if quotes else ''}")
        for found in master.found
    ]


def file_notes(report: Report) -> list[tuple[About, Notice]]:
    """The notices that no finding about the resume file says already."""
    told = {finding.code for finding in report.file_health}
    return [(name, notice) for name, notice in notice_lines(report) if name != "resume" or notice.code not in told]


def notice_lines(report: Report) -> list[tuple[About, Notice]]:
    """Every notice once, with "resume", "posting" or "" for the file that it is about."""
    found: dict[Notice, About] = {}
    for notice in report.notices:
        about_resume, about_posting = notice in report.resume.notices, notice in report.posting.notices
        found[notice] = "resume" if about_resume and not about_posting else "posting" if about_posting else ""
    for notice in report.resume.notices:
        found.setdefault(notice, "resume")
    for notice in report.posting.notices:
        found.setdefault(notice, "posting")
    return [(name, notice) for notice, name in found.items()]


def warnings(report: Report) -> list[tuple[About, str, str]]:
    """What changes how far the score can be trusted: the file that it is about, its code, one sentence.

    The same trait of many pages is told once.
    """
    found: list[tuple[About, str, str, int | None]] = [
        ("resume", f.code, f.message, f.page) for f in report.file_health if f.severity != "low"
    ]
    found += [(about, notice.code, notice.message, notice.page) for about, notice in file_notes(report)]
    told: dict[tuple[About, str], list[str]] = {}
    for about, code, message, page in found:
        if code in DOUBTS:
            named = page is None or f"page {page}" in message.lower()
            place = "" if named else f" (page {page})"
            told.setdefault((about, code), []).append(f"{one_line(message)}{place}")
    return [
        (about, code, first + (f" {plural(len(more), 'more page')} like it." if more else ""))
        for (about, code), (first, *more) in told.items()
    ]


DOUBTS = {
    "not_english": "not in English",
    "same_text": "resume and posting the same text",
    "reads_like_resume": "reads like a resume",
    "several_postings": "perhaps several postings",
    "page_without_text": "a page without text",
    "unmapped_glyphs": "garbled text",
    "damaged_page": "a damaged page",
    "truncated": "cut off",
    "hidden_text": "hidden text",
    "short": "few words read",
}
"""Code of a finding or notice that makes the score doubtful -> the same in a few words."""


def doubts_text(report: Report) -> str:
    """ "posting not in English, resume hidden text", or empty."""
    return ", ".join(f"{about} {DOUBTS[code]}".strip() for about, code, _ in warnings(report))


def years_text(years: float) -> str:
    """ "3 years", "1.5 years"; less than one in months: "1 month"."""
    return plural(round(years * 12), "month") if years < 1 else f"{years:g} year{'s' * (years != 1)}"


def plural(number: int, noun: str) -> str:
    """ "1 page", "2 pages"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
