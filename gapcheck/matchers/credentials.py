"""Matchers for licences, certificates and courses: what a credential is about, and the rungs of those that have rungs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache, partial

from gapcheck.matchers.index import CREDIT, NOTES, ResumeIndex, Shown
from gapcheck.matchers.licences import (
    PROGRESS,
    begun,
    grade_credit,
    grades,
    held,
    other_grade,
    state_at,
    without_grades,
)
from gapcheck.matchers.places import content_words, is_another, level_of, passages_with_all, shortest_run, words_between
from gapcheck.matchers.states import names_a_state
from gapcheck.types import Evidence, Keyword, Requirement
from gapcheck.words import Word, words
from gapcheck.words import stem as _stem

# Words that say "holds a credential" without naming it.
_CREDENTIAL_STEMS = frozenset(stem_ for w in ("license", "licence", "certification", "certificate", "certified", "card", "ticket", "permit", "registration",
    "registered", "training", "trained", "credential", "endorsement", "designation", "qualification", "qualified", "qual", "cert", "lic", "reg", "diploma", "course", "valid", "current", "category", "class") for stem_ in [_stem(w)])  # fmt: skip
# Of these, the ones that only say that something was taught; a right to do it is more.
_TAUGHT = frozenset(_stem(w) for w in ("training", "trained", "course", "class"))
_RIGHTS = frozenset(
    _stem(w) for w in ("license", "licence", "endorsement", "lic", "reg", "registration", "permit", "card", "ticket")
)
_AT_WORK = frozenset(map(_stem, ("work", "working", "safe", "safety", "entry", "use")))
"""Words of a course's name that lists leave away: "heights" for working at heights."""
_OF_COURSES = frozenset(_stem(w) for w in ("program", "programme", "diploma", "accredited", "approved", "recognised", "recognized"))  # fmt: skip
_APPROVED = re.compile(r"\b[A-Z]{3,}[- ](?=accredited|approved|recogni[sz]ed|registered)")
_GRADED = re.compile(
    r"\b(?:first|second|third|special|1st|2nd|3rd)[ -]class\b|\bclass\s(?:[A-Z]|\d|I+)\b", re.IGNORECASE
)


def credential(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> Evidence | None:
    """What a credential is about, beside any word for a credential: "forklift, certified 2020" for "forklift ticket"."""
    if requirement.kind != "credential":
        return None
    levelled = "level" in grades(keyword.name)
    name = _APPROVED.sub(" ", keyword.name)
    asked = content_words(without_grades(name) if levelled else name)
    subject = tuple([w.stem for w in asked if w.stem not in _CREDENTIAL_STEMS and w.stem not in _OF_COURSES])
    if not subject or (len(subject) == len(asked) and not levelled):
        return None
    if len(subject) > 1:
        subject = tuple(name for name in subject if name not in _AT_WORK) or subject
    words_for_it = _CREDENTIAL_STEMS - _TAUGHT if _RIGHTS & {w.stem for w in asked} else _CREDENTIAL_STEMS
    schooled = bool(_TAUGHT & {w.stem for w in asked})
    named = any(w.text.isupper() and len(w.text) > 2 and w.stem in subject for w in asked)
    for i in passages_with_all(subject, index):
        item = index.shown[i]
        window = shortest_run(item, subject)
        if window is None or (is_another(item, window, keyword, index) and not _is_subject(item, window)):
            continue
        grade = grade_credit(keyword.name, index.text_of(item)) if levelled else 1.0
        if not grade or (not levelled and other_grade(keyword.name, index.text_of(item))):
            continue
        told = named and (
            keyword.concept is not None or not (item.passage.label == "experience" and item.passage.bullet)
        )
        if (
            (told and not _UNFINISHED.search(index.text_of(item)))
            or _KEPT.search(index.text_of(item))
            or (schooled and _SCHOOLED.search(index.text_of(item)))
            or item.passage.label == "certifications"
            or words_for_it.intersection(item.stems[max(0, window[0] - _NEAR) : window[1] + _NEAR])
            or _GRADED.search(index.text_of(item))
            or (levelled and "level" in grades(index.text_of(item)))
        ):
            level = level_of(item, *window)
            if credit := held(requirement, level, index.text_of(item), state_at(item, window, index)):
                score = 0.9 * credit if grade == 1.0 else 0.5 * credit
                return index.evidence(item, *window, method="stem", score=score, note=NOTES.get(level, ""))
        elif level_of(item, *window) != "negated" and (credit := begun(requirement, index.text_of(item))):
            score = max(0.5, 0.9 * credit)
            return index.evidence(item, *window, method="stem", score=score, note="not yet held")
    shortened = _shortened(requirement, [w for w in asked if w.stem in subject], index)
    return shortened if shortened is not None else _step(requirement, subject, index)


def _is_subject(item: Shown, window: tuple[int, int]) -> bool:
    """Whether the words name a skill among the certificates: what is listed there was certified ("Working at heights, 2024")."""
    first, last = item.words[window[0]].start, item.words[window[1] - 1].end
    named = [m.kind for m in item.passage.mentions if m.start <= first and last <= m.end]
    return item.passage.label == "certifications" and bool(named) and set(named) <= {"skill", "field", "sector"}


def _shortened(requirement: Requirement, subject: Sequence[Word], index: ResumeIndex) -> Evidence | None:
    """A line with a word for a credential that cuts words of the name short: "Pharm Tech diploma", "Sec. Lic."."""
    for item in index.shown:
        if not _CREDENTIAL_STEMS & item.every_stem and item.passage.label != "certifications":
            continue
        places = [_place_of(word, item, index, len(subject) > 1) for word in subject]
        found = [i for i in places if i is not None]
        if len(found) < len(places) or len(set(found)) < len(found) or max(found) - min(found) > len(found) + 1:
            continue
        window = min(found), max(found) + 1
        if all(item.stems[i] == word.stem for i, word in zip(found, subject, strict=True)):
            continue  # nothing is cut short here
        level = level_of(item, *window)
        if credit := held(requirement, level, index.text_of(item), state_at(item, window, index)):
            return index.evidence(item, *window, method="alias", score=0.85 * credit, note=NOTES.get(level, ""))
    return None


def _place_of(asked: Word, item: Shown, index: ResumeIndex, several: bool) -> int | None:
    text = index.document.text
    for i, word in enumerate(item.words):
        if word.stem == asked.stem:
            return i
        cut = (several and len(word.norm) >= _CUT_SHORT) or (
            len(word.norm) > 2 and text[word.end : word.end + 1] == "."
        )
        cut = cut or (several and len(word.norm) == 3 and word.text[0].isupper() and not word.text.isupper())
        if cut and len(word.norm) < len(asked.norm) and asked.norm.startswith(word.norm):
            return i
    return None


_CUT_SHORT = 4
"""Letters from which the beginning of a word stands for it without a full stop."""
_NEAR = 6
"""Telling words between what a credential is about and the word for one."""


def _step(requirement: Requirement, subject: tuple[str, ...], index: ResumeIndex) -> Evidence | None:
    """A step toward the credential in a line that says half of what it is about: "Pesticide: core test passed"."""
    if not PROGRESS.search(requirement.text):
        return None
    for item in index.shown:
        said = [j for j, name in enumerate(item.stems) if name in subject]
        if 2 * len({item.stems[j] for j in said}) < len(subject) or not said:
            continue
        place = said[0], said[0] + 1
        if level_of(item, *place) != "negated" and (credit := begun(requirement, index.text_of(item))):
            return index.evidence(item, *place, method="stem", score=max(0.5, 0.9 * credit), note="not yet held")
    return None


_TAUGHT_IN = frozenset(("hour", "day", "class", "seminar", "workshop", "refresher", "awareness"))
_UNFINISHED = re.compile(r"\b(?:exams?|papers?|modules?)\b", re.IGNORECASE)
_KEPT = re.compile(
    r"\b(?:renewed|expires?|exp\.?|valid|re-?certified)\b|(?<!\d\s)\b(?:to|through|thru|until|till)\s+(?:\w+\s+)?20\d\d\b|\bRed\s+Cross\b|\bAHA\b|\bSt\.?\s+John\b",
    re.IGNORECASE,
)
"""How people tell that they hold a thing without a word for it: "First aid, Red Cross, to 2027"."""
_SCHOOLED = re.compile(
    r"\b(?:one|two|three|half|\d+)[-\s](?:day|hour|week)|\brefresher|\bcourse\b|\bseminar|\bworkshop|\bschool\b|\b(?:trained|certified)\b",
    re.IGNORECASE,
)
"""What tells that a thing was taught: "Conflict management, one day, 2023"."""


def names_a_credential(item: Shown, keyword: Keyword, requirement: Requirement) -> bool:
    """Whether the line stands among certificates or has a word for one, and says half of what the credential is about."""
    told = item.passage.label == "certifications" or bool(_CREDENTIAL_STEMS & item.every_stem)
    taught = _TAUGHT & {w.stem for w in content_words(requirement.text)}
    if not told and not (taught and any(word.norm in _TAUGHT_IN for word in item.words)):
        return False
    about = [
        w.stem for w in content_words(keyword.name) if w.stem not in _CREDENTIAL_STEMS and not names_a_state(w.text)
    ]
    return 2 * sum(stem_ in item.every_stem for stem_ in about) >= len(about)


_LEARNERS = re.compile(r"\b(?:class\s+[AB]|CDL(?:\s+class\s+[AB])?|learner['’]?s?)\s+permit|\bCLP\b", re.IGNORECASE)


def initials(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> Evidence | None:
    """The capitals of a credential's name, three or more, which neither document spells out: "PCC" for a police clearance
    certificate."""
    if requirement.kind != "credential":
        return None
    names = _initials_of(requirement.text[max(0, keyword.start - requirement.start) :], keyword.name)
    for i, item in enumerate(index.shown) if names else ():
        for j, word in enumerate(item.words):
            short = word.text.rstrip("s").upper()
            if short not in names or sum(map(str.isupper, word.text)) < _CAPITALS or short.lower() in index.acronyms:
                continue
            if is_another(item, (j, j + 1), keyword, index) and not _unlikely(index, i, word.start, keyword):
                continue
            level = level_of(item, j, j + 1)
            if credit := held(requirement, level, index.text_of(item), state_at(item, (j, j + 1), index)):
                return index.evidence(
                    item, j, j + 1, method="alias", score=0.9 * credit, note=f"{word.text}, by its initials"
                )
    return None


_CAPITALS = 2
_INITIALS = 3
"""Letters from which initials tell a name: two stand for too many things."""


def _unlikely(index: ResumeIndex, i: int, start: int, keyword: Keyword) -> bool:
    return all(m.concept == keyword.concept for m in index.shown[i].passage.mentions if m.start == start)


@lru_cache(maxsize=2_000)
def _initials_of(text: str, name: str) -> frozenset[str]:
    """The initials of a name that begins *text*, up to the word for a credential, with and without its small words."""
    found: set[str] = set()
    run = words(re.split(r"[,;:.(/]|\band\b|\bor\b", text)[0])[:6]
    held_in = [i for i, word in enumerate(run) if word.stem in _CREDENTIAL_STEMS or word.norm in _CHECKS]
    last = max(held_in, default=-1) + 1
    if not last or run[last - 1].stem in _OPEN_NAMES or len(run[:last]) < _INITIALS or len(name.split()) < 2:
        return frozenset()
    for chosen in (run[:last], [w for w in run[:last] if not w.is_stop]):
        if len(chosen) >= _INITIALS:
            found.add("".join(word.text[0].upper() for word in chosen))
    return frozenset(found)


_OPEN_NAMES = frozenset(map(_stem, ("license", "licence", "training", "course", "class")))
"""Words that are no part of a name's initials: DHL is no dental hygiene licence."""
_CHECKS = frozenset(("check", "clearance", "screening", "fitness"))


def of_the_credential(
    requirement: Requirement, keywords: Sequence[Keyword], found: Sequence[Evidence | None], index: ResumeIndex
) -> bool:
    """Whether a credential is shown by itself, not by other words of its clause alone: "Wines" of "WSET Level 2 in Wines"."""
    if requirement.kind != "credential":
        return True
    if _REGISTERS.search(requirement.text) and all(map(partial(_is_role, index), keywords)):
        return any(e is not None and _tells_a_right(e, index) for e in found)
    own = [(k, e) for k, e in zip(keywords, found, strict=True) if _is_named(k, index)]
    if _REGISTERS.search(requirement.text):  # the title of a job is no entry in a register
        own = [(k, e if e is None or e.method not in _BY_WORDS or _tells_a_right(e, index) else None) for k, e in own]
    if not own or any(e is not None for _, e in own):
        return True
    return any(evidence is not None and _tells_a_right(evidence, index) for evidence in found)


_BY_WORDS = ("stem", "duty", "practice")
_REGISTERS = re.compile(r"\bregistration\b|\bregistered\s+with\b|\blicen[sc]ure\b", re.IGNORECASE)
_CAPS = re.compile(r"[A-Z]{3,}\d*")


def _is_role(index: ResumeIndex, keyword: Keyword) -> bool:
    known = index.lexicon.get(keyword.concept) if keyword.concept else None
    return known is not None and known.kind == "role"


def _tells_a_right(evidence: Evidence, index: ResumeIndex) -> bool:
    item = index.passage_of(evidence)
    if item is None:
        return False
    told = item.passage.label == "certifications" or _CREDENTIAL_STEMS & item.every_stem
    return bool(told) or _KEPT.search(index.text_of(item)) is not None


def _is_named(keyword: Keyword, index: ResumeIndex) -> bool:
    known = index.lexicon.get(keyword.concept) if keyword.concept else None
    return (
        (known is not None and known.kind == "credential")
        or bool(grades(keyword.name))
        or _CAPS.fullmatch(keyword.name) is not None
        or any(w.stem in _CREDENTIAL_STEMS - _TAUGHT for w in content_words(keyword.name))
    )


def _permit(index: ResumeIndex) -> Evidence | None:
    """The permit to learn that comes before a commercial licence."""
    for item in index.shown:
        if item.words and _LEARNERS.search(index.text_of(item)):
            return index.evidence(item, 0, len(item.words), method="hierarchy", score=0.5, note="not yet held")
    return None


# A rung of these ladders is a right of its own: the one below it does not open the door (gold/GUIDE rule 23).
_LICENCE = re.compile(
    r"licen[sc]e|licensed|\bnurse|\bCDL\b|\bclass\b|registration|permit|endorse|journeyman|\bL[A-Z]?[CMPG][SPF][WTC]\b|\bCPA\b|\bLSW\b|exam",
    re.IGNORECASE,
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
                and (credit := held(requirement, level_of(index.shown[i], *span), index.text_of(index.shown[i])))
            ):
                return index.evidence(index.shown[i], *span, method="alias", score=credit, note="not yet held")
        if asked.name.startswith("CDL") and (permit := index.once(_permit)) is not None:
            return permit
    if _LICENCE.search(asked.name):
        return None
    for below in asked.broader:
        known = index.lexicon.get(below)
        if known is None or known.kind != "credential" or _LICENCE.search(below):
            continue
        if below.islower() and below not in _STAGED:
            continue  # "HR certification" is a kind of certificate and no rung
        for i, mention, steps in index.by_concept.get(below, ()):
            span = words_between(index.shown[i], mention.start, mention.end)
            if span and not steps and CREDIT[level_of(index.shown[i], *span)] == 1.0:
                note = f"{below} is the step before {asked.name}"
                return index.evidence(index.shown[i], *span, method="hierarchy", score=0.5, note=note)
        at_work = asked.name.endswith("first aid at work")
        for i, mention, steps in index.by_concept.get(below, ()) if at_work else ():
            span = words_between(index.shown[i], mention.start, mention.end)
            if span and steps <= 1 and CREDIT[level_of(index.shown[i], *span)]:
                note = f"{mention.text} is a lesser one"
                return index.evidence(index.shown[i], *span, method="hierarchy", score=0.5, note=note)
    return None


_STAGED = ("first aid certificate", "emergency first aid at work", "food handler card")
"""Kinds of courses of which a shorter one is a part of the longer."""
