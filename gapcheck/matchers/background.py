"""Experience asked without years: a kind of past work, an act done, a place of work, a thing used.

What was a duty is judged by its clause as a whole; a background is not: of "experience training new drivers" neither the
driver nor the word "new" is the demand. So a single related word decides nothing here, and a line in other words must say
most of a short clause, with the words of experience itself left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from gapcheck.lexicon.relations import relations, weight
from gapcheck.lexicon.sectors import sectors_asked
from gapcheck.matchers.fields import LEADS_LINE
from gapcheck.matchers.index import NOTES, ResumeIndex
from gapcheck.matchers.judge import STRONG, TRACE, denied_part, make, without_names
from gapcheck.matchers.paraphrase import GENERIC
from gapcheck.types import Evidence, Keyword, Match, Requirement, Status
from gapcheck.words import Word, words

_UNTOLD = frozenset(
    """experience experienced background work working worked prior previous past proven strong solid good decent extensive vast
    hands-on practical successful relevant time spent exposure preferred preferably ideally plus advantage helpful desirable
    essential welcome bonus required nice extra candidate candidates applicant applicants demonstrate demonstrated especially
    another other modern current new various similar large small complex busy fast-moving any environment environments setting settings industry industries sector sectors""".split()
)
_SHORT = 3
"""Words of the longest clause of which one line must say most, as it must of alternatives: few words are near to too
many lines, and something of each alternative is none."""
_MOST, _LONG_MET, _LONG_PART = 0.62, 0.38, 0.3
_TELLING = 0.5
"""Weight of a word of the clause that must not be missing altogether."""
_ALONE = 0.6
"""Score of evidence in other words from which it is more than one related word."""


def judge_background(
    requirement: Requirement, keywords: tuple[Keyword, ...], found: tuple[Evidence | None, ...], index: ResumeIndex
) -> Match:
    """The Match of a requirement on experience without years."""
    worth = _worths(found)
    if requirement.mode == "any":
        worth = worth[: requirement.at_least or 1]
    core = _core(without_names(requirement, keywords, found, index))
    short = len(core.split()) <= _SHORT or (requirement.mode == "any" and len(keywords) > 1)
    telling = frozenset(w.stem for w in words(core) if weight(w.stem) >= GENERIC) if short else None
    share, whole = index.closest(core, telling)
    if requirement.mode == "all" and any(k.concept and e is None for k, e in zip(keywords, found, strict=True)):
        share = min(share, _LONG_PART)  # other words do not stand for a thing that the lexicon knows by name
    weak = any(e is not None and e.note in NOTES.values() for e in found)
    status = _status(worth, share, short, weak)
    if (
        status == "met"
        and requirement.mode == "all"
        and (denied_part(requirement, index) or _lacks(requirement, index))
    ):
        status = "partial"
    return make(requirement, status, keywords, (*found, *whole) if status != "missing" else found, index)


# "Supervising junior analysts" asks to have led people; offenders, pupils and patients are another matter.
_LED = re.compile(
    r"\b(?:supervising|managing|leading|overseeing|line[- ]managing)\s+(?:and\s+\w+\s+)?(?:[\w-]+,?\s+){0,4}"
    r"(?:analysts|staff|teams?|employees|people|associates|assistants|technicians|officers|nurses|engineers|developers|designers"
    r"|apprentices|trainees|juniors|colleagues|crews?|workers|personnel|accountants|paralegals|agents|interns|clerks|operators|volunteers|others|cooks|drivers|receptionists|carers|labou?rers|servers)$",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(?:teams?|staff|crews?|people|employees|reports?\s+to\s+me|reported\s+to\s+me|reporting\s+to\s+me|supervis\w+|[a-z]+(?:ants|ists|ians|ers|ors|yst|ysts|clerks))\b",
    re.IGNORECASE,
)
# Titles of those who surely lead others: not every manager does.
_LEADERS = re.compile(
    r"\b(?:shift\s+(?:leader|supervisor|manager)|team\s+(?:leader|lead)|supervisor|foreman|forewoman|foreperson|leading\s+hand|charge\s+nurse|head\s+(?:chef|housekeeper|waiter|cashier)|sous\s+chef|ward\s+sister|matron|crew\s+(?:leader|chief)|ganger|section\s+leader)\b",
    re.IGNORECASE,
)
_TAUGHT = re.compile(
    r"\b(?:mentor|coach|train|taught|teach|buddy)\w*\b[^.;]{0,40}\b(?:juniors?|new|staff|starters|joiners|hires|colleagues|apprentices|interns|them)\b"
    r"|\bjunior\s+\w+s\b",
    re.IGNORECASE,
)


def leading(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> Evidence | None:
    """A line that tells of people led, where experience of leading some is asked; of people taught, half."""
    asked = requirement.text[: keyword.end - requirement.start]
    if requirement.kind != "experience" or not _LED.search(asked):
        return None
    for item in index.shown:
        line = index.text_of(item)
        head = any(e.head[0] <= item.passage.start < e.head[1] for e in index.resume.entries)
        if head and item.words and _LEADERS.search(line):
            return index.evidence(item, 0, len(item.words), method="practice", score=STRONG + 0.04, note="by the title")
    for tells, score in ((LEADS_LINE, STRONG + 0.04), (_TAUGHT, TRACE)):
        for item in index.shown:
            line = index.text_of(item)
            told = item.passage.label in ("experience", "other") and item.said > 0.5
            if told and item.words and tells.search(line) and _PEOPLE.search(line):
                return index.evidence(item, 0, len(item.words), method="practice", score=score, note="in other words")
    return None


@lru_cache(maxsize=2_000)
def _core(text: str) -> str:
    """The clause without the words that every demand for experience has, and without stop words."""
    return " ".join(
        w.text for w in words(text) if not w.is_stop and w.norm not in _UNTOLD and w.text.lower() not in _UNTOLD
    )


def believed(requirement: Requirement, keyword: Keyword, evidence: Evidence, index: ResumeIndex) -> Evidence | None:
    """What evidence of a background counts: a place of work is not shown by half of a practice, nor by the same stem in
    another word ("front of house"), and half by a line of a job that only deals with one ("consent from the council")."""
    if requirement.kind != "experience" or requirement.years or not sectors_asked(keyword.name):
        return evidence
    if evidence.method == "stem" and keyword.concept is None:
        said = {word.norm for word in words(evidence.text)}
        return evidence if said.issuperset(w.norm for w in words(keyword.name) if not w.is_stop) else None
    if evidence.method == "practice" and evidence.score < STRONG:
        return None
    if evidence.method != "hierarchy":
        return evidence
    item = index.passage_of(evidence)
    touched = item is not None and item.passage.label == "experience" and not _is_head(evidence, index)
    return replace(evidence, score=min(evidence.score, TRACE)) if touched else evidence


def _is_head(evidence: Evidence, index: ResumeIndex) -> bool:
    return any(entry.head[0] <= evidence.start < entry.head[1] for entry in index.resume.entries)


def _lacks(requirement: Requirement, index: ResumeIndex) -> bool:
    """Whether a telling word beside a keyword is nowhere in the resume: the "conversion" of "payroll system conversion"."""
    left = _beside(
        requirement.text, tuple((k.start - requirement.start, k.end - requirement.start) for k in requirement.keywords)
    )
    classes = relations().classes([word.stem for word in left], "asked")
    return any(
        word.stem not in index.by_stem and not any(name in index.by_class for name in names)
        for word, names in zip(left, classes, strict=True)
    )


@lru_cache(maxsize=2_000)
def _beside(text: str, keywords: tuple[tuple[int, int], ...]) -> tuple[Word, ...]:
    """The telling words, not names, that stand directly behind a keyword; before it they tell only of what sort it is."""
    return tuple(
        word
        for word in words(text)
        if _core(word.text)
        and word.text.islower()
        and weight(word.stem) >= _TELLING
        and any(b < word.start and text[b : word.start] == " " for _, b in keywords)
        and not any(a <= word.start < b for a, b in keywords)
    )


def _worths(found: Sequence[Evidence | None]) -> list[float]:
    """What the evidence of each keyword counts, most first: 1 where it shows it, 0.5 for a part.

    One related word is a part where another keyword is shown, and nothing where it stands alone.
    """
    related = [e is not None and e.method == "duty" and e.score < _ALONE for e in found]
    sure = [
        0.0 if e is None or loose else 1.0 if e.score >= STRONG else 0.5 * (e.score >= TRACE)
        for e, loose in zip(found, related, strict=True)
    ]
    beside = 0.5 if 1.0 in sure else 0.0
    return sorted((beside if loose else value for loose, value in zip(related, sure, strict=True)), reverse=True)


def _status(worth: Sequence[float], share: float, short: bool, weak: bool) -> Status:
    said: Status = "missing"
    if not weak:
        if short:
            said = "met" if share >= _MOST else "missing"
        else:
            said = "met" if share >= _LONG_MET else "partial" if share >= _LONG_PART else "missing"
    if not worth or not any(worth):
        return "partial" if weak else said
    if min(worth) >= 0.5 and max(worth) == 1.0:
        return "met"
    return "met" if said == "met" and max(worth) == 1.0 and sum(worth) * 2 >= len(worth) else "partial"
