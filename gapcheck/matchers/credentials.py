"""Matchers for licences, certificates and courses: what a credential is about, and the rungs of those that have rungs."""

from __future__ import annotations

import re

from gapcheck.matchers.index import CREDIT, NOTES, ResumeIndex, Shown
from gapcheck.matchers.licences import PROGRESS, held, other_grade
from gapcheck.matchers.places import content_words, is_another, level_of, passages_with_all, shortest_run, words_between
from gapcheck.types import Evidence, Keyword, Requirement
from gapcheck.words import stem as _stem

# Words that say "holds a credential" without naming it.
_CREDENTIAL_STEMS = frozenset(stem_ for w in ("license", "licence", "certification", "certificate", "certified", "card", "ticket", "permit", "registration",
    "registered", "training", "trained", "credential", "endorsement", "designation", "qualification", "qualified", "course", "valid", "current", "category", "class") for stem_ in [_stem(w)])  # fmt: skip
# Of these, the ones that only say that something was taught; a right to do it is more.
_TAUGHT = frozenset(_stem(w) for w in ("training", "trained", "course", "class"))
_RIGHTS = frozenset(_stem(w) for w in ("license", "licence", "endorsement", "registration", "permit", "card", "ticket"))
_GRADED = re.compile(
    r"\b(?:first|second|third|special|1st|2nd|3rd)[ -]class\b|\bclass\s(?:[A-Z]|\d|I+)\b", re.IGNORECASE
)


def credential(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> Evidence | None:
    """What a credential is about, beside any word for a credential: "forklift, certified 2020" for "forklift ticket"."""
    if requirement.kind != "credential":
        return None
    asked = content_words(keyword.name)
    subject = tuple([w.stem for w in asked if w.stem not in _CREDENTIAL_STEMS])
    if not subject or len(subject) == len(asked):
        return None
    words_for_it = _CREDENTIAL_STEMS - _TAUGHT if _RIGHTS & {w.stem for w in asked} else _CREDENTIAL_STEMS
    named = any(w.text.isupper() and len(w.text) > 2 and w.stem in subject for w in asked)
    for i in passages_with_all(subject, index):
        item = index.shown[i]
        window = shortest_run(item, subject)
        if window is None or is_another(item, window, keyword, index) or other_grade(keyword.name, index.text_of(item)):
            continue
        told = named and not (item.passage.label == "experience" and item.passage.bullet)
        if (
            told
            or item.passage.label == "certifications"
            or words_for_it & item.every_stem
            or _GRADED.search(index.text_of(item))
        ):
            level = level_of(item, *window)
            if credit := held(requirement, level, index.text_of(item)):
                return index.evidence(item, *window, method="stem", score=0.9 * credit, note=NOTES.get(level, ""))
    return None


def names_a_credential(item: Shown) -> bool:
    """Whether the line stands among certificates, or has a word for one."""
    return item.passage.label == "certifications" or bool(_CREDENTIAL_STEMS & item.every_stem)


# A rung of these ladders is a right of its own: the one below it does not open the door (gold/GUIDE rule 23).
_LICENCE = re.compile(
    r"licen[sc]e|licensed|\bnurse|\bCDL\b|\bclass\b|registration|permit|endorse|journeyman", re.IGNORECASE
)


def rung(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> Evidence | None:
    """Half a staged certificate: the rung below it (PHR for SPHR), or one in progress where the posting allows that."""
    asked = index.lexicon.get(keyword.concept) if keyword.concept else None
    if asked is None or asked.kind != "credential":
        return None
    if PROGRESS.search(requirement.text):
        for i, mention, steps in index.by_concept.get(asked.name, ()):
            span = words_between(index.shown[i], mention.start, mention.end)
            if (
                span
                and not steps
                and held(requirement, level_of(index.shown[i], *span), index.text_of(index.shown[i])) == 0.5
            ):
                return index.evidence(index.shown[i], *span, method="alias", score=0.5, note="not yet held")
    if _LICENCE.search(asked.name):
        return None
    for below in asked.broader:
        known = index.lexicon.get(below)
        if known is None or known.kind != "credential" or below.islower() or _LICENCE.search(below):
            continue  # "HR certification" is a kind of certificate and no rung
        for i, mention, steps in index.by_concept.get(below, ()):
            span = words_between(index.shown[i], mention.start, mention.end)
            if span and not steps and CREDIT[level_of(index.shown[i], *span)] == 1.0:
                note = f"{below} is the step before {asked.name}"
                return index.evidence(index.shown[i], *span, method="hierarchy", score=0.5, note=note)
    return None
