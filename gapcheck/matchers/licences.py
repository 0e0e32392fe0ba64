"""Licences and certificates: the plain driver's licence, grades and classes, and what is held against what is begun."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from gapcheck.matchers.classes import (
    ORDINARY,
    asked_classes,
    class_held,
    classes_in,
    endorsed,
    held_classes,
    of_another_trade,
)
from gapcheck.matchers.holding import State, part_around, state_of
from gapcheck.matchers.index import CREDIT, ResumeIndex, Shown, worst
from gapcheck.matchers.states import STATE_NAME, STATES, provinces_in
from gapcheck.types import Evidence, Keyword, Requirement

PROGRESS = re.compile(
    r"\bprogress\b|(?:working|work|courses?|steps?)\s+toward|pursuing|\bcandidates?\b(?!\s+(?:must|should|will))|enrolled(?!\s+(?:agent|nurse))|eligib(?!\w*\s+(?:to|for)\s+(?:transfer|work|endorse|recipro|reinstat))"
    r"|in\s+training|on\s+(?:the|your)\s+way\s+to|or\s+(?:[\w’\']+\s+)?(?:be\s+)?(?:able|willing|ability|willingness)\b"
    r"|\b(?:or|and)\s+(?:you\s+)?(?:can|will|would|could|to|happy\s+to|ready\s+to)\s+(?:get|obtain|earn|gain|acquire|become|train|study|qualify|sit)\b|\bwilling(?:ness)?\s+to\s+(?:become|obtain|get|gain|work\s+towards?|study|train|complete|undertake|acquire|achieve)\b|certifiable|\bpart[- ]qualified|within\s+(?:\w+\s+){1,3}(?:days|weeks|months?|years?)\b",
    re.IGNORECASE,
)
"""A posting that takes a person who does not hold the credential yet (gold/GUIDE rules 18 and 23)."""


_STEP = re.compile(
    r"\b(?:regist|book(?:ed|ing)|schedul|enrol|appl(?:ied|ication)|admitted|accepted|sign(?:ed|ing)\s+up|permit|sit(?:ting)?\b|filed|exam\b|test\s+date)",
    re.IGNORECASE,
)


_EITHER = re.compile(
    r"\b(?:or|and/or)\s+(?:\w+\s+){0,3}(?:in\s+progress|on\s+(?:the|your|their)\s+way|working\s+toward|pursuing|candidate|enrolled(?!\s+(?:agent|nurse))|studying|part[- ]qualified)"
    r"|^\W*part[- ]qualified|\bcandidates?\s*$",
    re.IGNORECASE,
)
"""A posting to which the one is as good as the other: "completed or in progress"."""
_WILLING = re.compile(r"\b(?:willing|happy|ready|glad|prepared)\b", re.IGNORECASE)
_BARE_PLAN = re.compile(r"\b(?:plan|planning|hope|hoping|want|wish|intend|aim|would\s+like)\s+to\s+\w+", re.IGNORECASE)
_AGAIN = re.compile(r"\b(?:laps|expir)\w*\b.*\b(?:renew|re-?certif|re-?test|re-?sit|refresher|booked)", re.IGNORECASE)
_COURSE = re.compile(r"\b(?:training|course|workshop|awareness)\b", re.IGNORECASE)
_NOT_THERE = re.compile(
    r"\b(?:in\s+progress|enrol|expected|under\s*way|ongoing|started|currently|studying|half\s?way)", re.IGNORECASE
)
_NO_LIMIT = re.compile(r"\b[AB][12]\b|\bsome\b", re.IGNORECASE)
"""What limits a language or a claim, and no certificate: "ASE A1, A4"."""
_GETTING_ON = re.compile(
    r"\b(?:done|passed|completed|finished|cleared)\b|\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)\s+of\b",
    re.IGNORECASE,
)
_UNTAKEN = re.compile(
    r"\b(?:have|has|had)(?:\s+not|n['’]t)\s+(?:yet\s+)?(?:tested|sat\b|taken|passed|applied|qualified)|\b(?:test|exam)\s+not\s+(?:yet\s+)?taken|\bwill\s+be\s+(?:allowed|able|eligible)\s+to\s+(?:sit|test|take)",
    re.IGNORECASE,
)
_PERSONS = (
    "CPA|RN|LPN|CNA|PE|DVM|MD|PT|OT|RD|CVT|RVT|LVT|LCSW|NP|BCBA|RPh|PharmD|DDS|RDH|SLP|EMT|RMT|CA|RGN|GP|CFP|OTR|PTA"
)
_OF_OTHERS = re.compile(
    r"\b(?:boss|owner|employer|foreman|supervisor|manager|colleague|partner|company|vet|contractor)['’]s\s+(?:\w+\s+){0,2}(?:licen[sc]e|certificat|ticket|card|permit)"
    r"|(?i:\bmentor\w*\s+(?:for|of|to)\s+(?:\w+\s+){0,3}(?:colleagues|students|candidates|trainees|apprentices|nurses)\b)"
    rf"|(?i:\b(?:for|by|with|to|under|alongside|behind|beside|from|assist(?:ed|ing)?|support(?:ed|ing)?|helped))\s+(?:the|our|an?|two|three|four|five|several)\s+(?:\w+\s+)?(?:{_PERSONS})s?\b(?!\s+(?:exam|licen|certif|course|program|role|post|position|level|duties))"
    r"|\bthe\s+(?:[A-Z]{2,5}|nurse|vet|pharmacist|electrician|engineer)\s+(?:does|gives|signs|checks|handles|decides|draws|reads)\b"
    rf"|(?i:\b(?:employees|staff|people|partners)\b[^.;\n]{{0,20}}\b(?:one|two|three|four|five|\d+)\s+)(?:{_PERSONS}|EA)s?\b"
)


def held(requirement: Requirement, level: str, line: str, state: State = "") -> float:
    """Credit of a credential said at *level* in *line* (0 to 1); *state* is what the line tells of having it.

    One that is only begun counts half where the posting takes a person who will get it, in full where one in progress is as
    good, else nothing; a bare plan is no progress. Where a course is asked, one attended is all.
    """
    if requirement.kind != "credential":
        return CREDIT[level]
    if _OF_OTHERS.search(line):
        return 0.0
    if state == "over" and level != "negated":
        return 0.0
    if state == "begun" and level in ("", "limited", "learning"):
        staged = _STAGED.search(requirement.text) and not _RIGHT.search(requirement.text)
        return _begun(requirement, line) if PROGRESS.search(requirement.text) else 0.5 if staged else 0.0
    if _UNTAKEN.search(line):
        return 0.5 if PROGRESS.search(requirement.text) and _GETTING_ON.search(line) else 0.0
    if level == "learning" and _COURSE.search(requirement.text) and not _NOT_THERE.search(line):
        return 1.0
    if level in ("learning", "planned"):
        willing = _WILLING.search(requirement.text) and _WILLING.search(line)
        begun = level == "learning" or (_STEP.search(line) and not _BARE_PLAN.search(line)) or willing
        if not begun or not PROGRESS.search(requirement.text):
            return 0.0
        return _begun(requirement, line)
    if level == "negated":
        return 0.5 if _AGAIN.search(line) and PROGRESS.search(requirement.text) else 0.0
    return 1.0 if level == "limited" and _NO_LIMIT.search(line) else CREDIT[level]


_STAGED = re.compile(
    r"\b(?:level|lvl|l)\s?\d|\bgraduate\s+of\b|\bgraduation\s+from\b|\baccredited\b.*\bprogram|\bN?VQ\b|\bBTEC\b|\bdiploma\b|\bcert(?:ificate)?\.?\s+(?:I{1,3}V?|IV|[1-4])\b",
    re.IGNORECASE,
)
_RIGHT = re.compile(r"licen[sc]e|registration|permit", re.IGNORECASE)
"""A vocational course takes months: half of one is worth half, as of a degree; half of a right is worth nothing."""


def _begun(requirement: Requirement, line: str) -> float:
    return 1.0 if _EITHER.search(requirement.text) and _GETTING_ON.search(line) else 0.5


def state_at(item: Shown, window: tuple[int, int], index: ResumeIndex) -> State:
    """What the line tells of having the credential named by the words *window* of it."""
    first, last = item.words[window[0]].start, item.words[window[1] - 1].end
    part = part_around(index.text_of(item), first - item.passage.start, last - item.passage.start)
    return state_of(part, index.resume.today)


def as_held(requirement: Requirement, evidence: Evidence, index: ResumeIndex) -> Evidence | None:
    """Evidence of a credential found by likeness: none in a line that tells of one begun or run out."""
    if evidence.method != "duty":
        return evidence
    state = state_of(index.line(evidence), index.resume.today)
    if not state:
        return evidence
    if state == "over" or not PROGRESS.search(requirement.text):
        return None
    return replace(evidence, score=min(evidence.score, 0.5), note="not yet held")


_EXAM = re.compile(
    r"\b(?:exam|test|papers?|modules?|parts?|courses?|permit|theory|stud(?:y|ied|ying)|passed|apprentice)\w*\b",
    re.IGNORECASE,
)


def begun(requirement: Requirement, line: str) -> float:
    """Credit of a line that tells of a step toward the credential without naming it: "Pesticide: core test passed"."""
    if not PROGRESS.search(requirement.text) or not _EXAM.search(line) or _BARE_PLAN.search(line):
        return 0.0
    return _begun(requirement, line)


_IDLE = frozenset(
    """designation certification certificate license licence credential obtain obtained eligible eligibility active current valid
    test pay driving registration status member membership training course standing manual appointment date issue higher foreign equivalent""".split()
) | frozenset(
    f"{sort} {word}"
    for sort in ("board", "professional", "specialty", "industry", "trade", "relevant", "national")
    for word in ("certification", "designation", "credential")
)
_ISSUERS = frozenset(
    """cisco microsoft comptia oracle salesforce google amazon aws hubspot vmware fortinet autodesk nala socra acrp isaca pmi asq hrci shrm
    ancc ahima aapc nccer aha ashi nhtsa iicrc axelos ifma boma nfpa nremt""".split()
)
"""Who gives a certificate: beside its name they are no second thing to show ("Cisco CCNA", "CCRP (SOCRA)")."""
_CODES = frozenset(
    """AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD
    TN TX UT VT VA WA WV WI WY""".split()
)


def counted(requirement: Requirement) -> tuple[Keyword, ...]:
    """The keywords that a resume can show: beside another one, a bare word ("eligible") or a state's code names nothing."""
    if requirement.kind != "credential":
        return tuple(k for k in requirement.keywords if k.name.lower() not in _HOW_WELL) or requirement.keywords
    telling = tuple(k for k in requirement.keywords if k.name.lower() not in _IDLE and k.name not in _CODES)
    drive = next((k for k in telling if _asks_to_drive(k) or _DRIVES.search(k.name)), None)
    if drive is not None and (purpose := _PURPOSE.search(requirement.text, drive.end - requirement.start)):
        telling = tuple(k for k in telling if k.start < requirement.start + purpose.end())
    own = tuple(k for k in telling if k.name.lower() not in _ISSUERS)
    return own or telling or requirement.keywords


_HOW_WELL = frozenset(
    "basic beginner intermediate advanced expert proficient competent strong solid fluent confident".split()
)
"""How well a thing is asked is no thing: "Excel, intermediate"."""
_PURPOSE = re.compile(r"\s+(?:for|to)\s+")
"""What a licence to drive is for is no second thing to show: "for store deliveries", "for the boom truck"."""


def elsewhere(requirement: Requirement, line: str) -> bool:
    """Whether the licence in *line* is from another state than the one asked for: half (gold/GUIDE rule 32)."""
    if requirement.kind != "credential" or not _LICENCE.search(requirement.text) or _TO_DRIVE.search(requirement.text):
        return False
    told = " ".join(part for part in re.split(r"[;.]", line) if not _NOT.search(part))
    asked, shown = _states(requirement.text), _states(told)
    return bool(asked and shown and not asked & shown) and not _PORTABLE.search(line)


_LICENCE = re.compile(
    r"\blicen[cs]|\bregist|\bcertified\s+teacher|\bteach\w*\s+(?:certificat|credential)|\bcertificat\w*\s+(?:to\s+teach|in\s+teaching)|\bbar\b|\bseal\b"
    r"|(?-i:\b(?:RN|LPN|LVN|LCSW|LMFT|LPC|LMSW|LMHC|CNA|RDH|CVT|RVT|LVT|RPh|COTA|OTR|PTA)\b)",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|never|no)\b|n['’]t\b", re.IGNORECASE)
_PORTABLE = re.compile(r"\bcompact\b|multi-?state|reciproc|transfer|any\s+state|nationwide", re.IGNORECASE)


def _states(text: str) -> set[str]:
    found = {m.group() for m in STATE_NAME.finditer(text) if not text[m.end() :].lstrip().startswith("University")}
    return found | set(provinces_in(text))


# --- grades --------------------------------------------------------------------------------------------------

_GRADE = re.compile(
    r"\b(?P<scale>class|type|level|lvl|lev|grade|stage|tier|category|cat|part|series|phase|step|(?<!\w\s)cert(?:ificate)?(?=\.?\s+(?:I{1,3}|IV|[1-4])\b))\.?[\s-]+(?P<mark>[A-Z]\d?\b|\d{1,3}[A-Z]?\b|I{1,3}\b|IV\b|V\b)"
    r"|\b(?P<short>(?-i:L)|lvl|NVQ|SVQ|QCF|RQF|NQF|SCQF|QQI|FETAC)[\s-]?(?P<rung>[1-9])\b"
    r"|\b(?P<cdl>CDL)[\s-]*(?P<letter>[ABC])\b",
    re.IGNORECASE,
)
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5"}
_OFFERS_LESS = frozenset(("part", "phase", "step"))


@lru_cache(maxsize=4_000)
def grades(text: str) -> dict[str, frozenset[str]]:
    """Scale -> marks named on it: "Class A CDL" is {"class": {"a"}}, "Level II" {"level": {"2"}}."""
    found: dict[str, set[str]] = {}
    for m in _GRADE.finditer(text):
        scale = (m["scale"] or ("level" if m["short"] else "class")).lower().replace("category", "class").rstrip()
        scale = "level" if scale in ("lvl", "lev", "cert", "certificate") else scale
        mark = (m["mark"] or m["rung"] or m["letter"]).lower()
        found.setdefault("class" if scale == "cat" else scale, set()).add(_ROMAN.get(mark, mark))
    return {scale: frozenset(marks) for scale, marks in found.items()}


def other_grade(asked: str, shown: str) -> bool:
    """Whether both name a grade on one scale and no mark is the same: Class B does not open what Class A opens.

    A higher number on a scale of levels covers a lower one ("Level 3" for "Level 2").
    """
    given = grades(shown)
    for scale, marks in grades(asked).items():
        if scale not in given or marks & given[scale]:
            continue
        numbers = [int(mark) for mark in given[scale] if mark.isdigit()]
        wanted = [int(mark) for mark in marks if mark.isdigit()]
        if scale in ("level", "grade", "stage", "tier") and numbers and wanted and max(numbers) >= min(wanted):
            continue
        return True
    return False


def without_grades(text: str) -> str:
    """The text less the grades in it: "First aid level 2" is about first aid."""
    return _GRADE.sub(lambda m: m.group() if m["cdl"] else " ", text)


def grade_credit(asked: str, shown: str) -> float:
    """Credit of what is *shown* for a level *asked*: 1 at it or above, half on the rung below and where none is named."""
    wanted = [int(mark) for mark in grades(asked).get("level", ()) if mark.isdigit()]
    given = [int(mark) for mark in grades(shown).get("level", ()) if mark.isdigit()]
    if not wanted or (given and max(given) >= min(wanted)):
        return 1.0
    return 0.5 if not given or max(given) == min(wanted) - 1 else 0.0


# --- the driver's licence ------------------------------------------------------------------------------------

_DRIVING = re.compile(
    rf"\b(?:full|clean|valid|car|motorbike|motorcycle|manual|{STATES}|state|class\s+[A-E1-7]|category\s+B)\b(?:\s+(?:UK|EU|NZ|US|full|clean|valid|car|state|class\s+[A-E1-7]))*"
    rf"\s+licen[cs]e\b(?!\s+(?:number|in|to|as|for)\b)|\blicen[cs]e\s+class\s+[A-E1-7]\b|\blicen[cs]e\s*:\s*(?:full|clean|valid|class|category|{STATES}|[A-Z]{{2}}\b)"
    rf"|\b(?:{STATES})\s+class\s+[A-E1-7]\b|\b[A-Z][a-z]+\s+DL\b|\bdriver\s*:\s*(?:clean|full|licen[cs]ed)|\bclean\s+(?:driving|motor\s+vehicle)\s+record|\bdriv(?:es?|ing),\s+(?:own\s+)?(?:car|vehicle)"
    r"|\blicen[cs]e\s+(?:category\s+|cat\.?\s+)?(?-i:B|BE|B1)(?![\w+-])|\b(?-i:[Cc]at(?:egory)?\.?\s+B|B\s+and\s+BE)(?!\w)"
    r"|\blicen[cs]e\s+and\s+(?:an?|my|own)\s+(?:own\s+)?(?:car|van|minivan|truck|vehicle)\b"
    r"|\b(?:drive|drove|driving)\s+(?:the|a|an|my)\s+(?:company|delivery|work|box|shuttle|school|city|crew|service)\s+(?:van|truck|bus|vehicle|car)",
    re.IGNORECASE,
)
_TO_DRIVE = re.compile(r"\bdriv(?:er|ing|e)\b.{0,12}\blicen[cs]", re.IGNORECASE)


def driving(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> Evidence | None:
    """A plain driver's licence the way people put it: "Ohio license", "Licence: full, clean", "Class C, no points"."""
    if requirement.kind != "credential":
        return None
    if keyword.name.lower() in _CARS:
        return index.once(_own_car)
    if not _asks_to_drive(keyword):
        return None
    plain = index.once(_drives)
    return plain if plain is not None else class_held(requirement, ("car",), index)


def decided(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> tuple[bool, Evidence | None]:
    """Whether classes and endorsements of licences decide over the keyword, whatever else is like it, and by which line."""
    if requirement.kind != "credential":
        return False, None
    several, evidence = endorsed(keyword, index)
    if several:
        return True, evidence
    asked = asked_classes(requirement)
    drives = _asks_to_drive(keyword) or bool(classes_in(keyword.name)) or _DRIVES.search(keyword.name) is not None
    if not asked or not drives or "endorse" in keyword.name or of_another_trade(requirement.text):
        return False, None
    evidence = class_held(requirement, asked, index)
    unlike = "car" not in asked and (bool(index.once(held_classes)) or not ORDINARY.issuperset(asked))
    return evidence is not None or (unlike and not PROGRESS.search(requirement.text)), evidence


_DRIVES = re.compile(r"\bCDL\b|\bcommercial\s+driver", re.IGNORECASE)


_CARS = frozenset(("car", "vehicle", "own car", "own vehicle", "own transport", "transport", "access to a car"))
_OWN_CAR = re.compile(
    r"\bown\s+(?:\w+\s+)?(?:car|van|vehicle|truck|transport)\b|\bown\s+[A-Z][a-z]+\b|\bcar\s+owner|\b(?:use|access)\s+(?:of|to)\s+an?\s+(?:car|vehicle)|\band\s+(?:an?|my)\s+(?:car|van|vehicle)\b"
)


def _own_car(index: ResumeIndex) -> Evidence | None:
    found = (item for item in index.shown if item.words and _OWN_CAR.search(index.text_of(item)))
    item = next(found, None)
    return index.evidence(item, 0, len(item.words), method="alias", score=0.9) if item is not None else None


def _drives(index: ResumeIndex) -> Evidence | None:
    for item in index.shown:
        # "Licence: full, clean": what stands before the colon on the same line belongs to it.
        first = index.document.text.rfind("\n", 0, item.passage.start) + 1
        m = _DRIVING.search(index.document.text[first : item.passage.end])
        if m is None or first + m.end() <= item.passage.start or not item.words:
            continue
        parted = index.document.text.find(". ", first + m.end(), item.passage.end)  # what follows is another thing
        if _of_a_trade(item, index, parted if parted > 0 else item.passage.end):
            continue
        if CREDIT[_level_at(item, first + m.start(), first + m.end())] == 1.0:
            return index.evidence(item, 0, len(item.words), method="alias", score=0.9, note="a licence to drive")
    return None


def _asks_to_drive(keyword: Keyword) -> bool:
    return keyword.concept == "driver's license" or (
        keyword.concept is None and bool(_TO_DRIVE.search(keyword.name)) and not grades(keyword.name)
    )


def _of_a_trade(item: Shown, index: ResumeIndex, stop: int) -> bool:
    """Whether the line names a trade or its licence before *stop*, so that "Ohio license" there is that one."""
    return any(
        (m.kind == "credential" or (m.kind == "role" and "driver" not in m.concept))
        and "air brake" not in m.concept
        and "driver's license" not in index.lexicon.ancestors(m.concept)
        for m in item.passage.mentions
        if m.start < stop
    )


def _level_at(item: Shown, start: int, end: int) -> str:
    return worst(level for w, level in zip(item.words, item.levels, strict=True) if start < w.end and w.start < end)
