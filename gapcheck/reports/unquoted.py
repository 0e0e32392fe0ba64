"""A report that quotes nothing: also no heading of the resume that is not an ordinary one, for it may be a name."""

from __future__ import annotations

import re
from dataclasses import replace

from gapcheck.sections import label_of
from gapcheck.types import Evidence, Match, Report, Suggestion

_PLACE = re.compile(r"(?P<heading>.*?)(?:, )?(?P<rest>page \d+|in the job where you did it)?$")
_OWN_WORDS = ("a section ", "the first bullets ", "a headline ")
"""How places begin that hold no heading of the resume."""


def without_strange_headings(report: Report) -> Report:
    """*report*, in which every heading of resume, letter and longer resume is an ordinary one or left out."""
    letter, master, glance = report.letter, report.master, report.glance
    return replace(
        report,
        matches=_matches(report.matches),
        suggestions=tuple(_suggestion(s) for s in report.suggestions),
        related=tuple(replace(r, evidence=_evidence(r.evidence)) for r in report.related),
        talking_points=tuple(replace(p, evidence=_evidence(p.evidence)) for p in report.talking_points),
        glance=glance and replace(glance, advice=tuple(_suggestion(s) for s in glance.advice)),
        letter=letter and replace(letter, matches=_matches(letter.matches)),
        master=master
        and replace(master, found=tuple(replace(f, evidence=_evidence(f.evidence)) for f in master.found)),
    )


def _matches(matches: tuple[Match, ...]) -> tuple[Match, ...]:
    return tuple(replace(match, evidence=tuple(_evidence(one) for one in match.evidence)) for match in matches)


def _evidence(one: Evidence) -> Evidence:
    return one if label_of(one.section, "resume") else replace(one, section="")


def _suggestion(suggestion: Suggestion) -> Suggestion:
    return replace(
        suggestion, place=_place(suggestion.place), evidence=tuple(_evidence(one) for one in suggestion.evidence)
    )


def _place(place: str) -> str:
    """The place without a heading that is no ordinary one.

    >>> _place("Ann Lee, page 2"), _place("Experience, page 2"), _place("a section Languages")
    ('page 2', 'Experience, page 2', 'a section Languages')
    """
    found = _PLACE.fullmatch(place)
    if found is None or place.startswith(_OWN_WORDS) or label_of(found["heading"], "resume"):
        return place
    return found["rest"] or ""
