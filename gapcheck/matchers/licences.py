"""Licences and certificates: the plain driver's licence, grades and classes, and what is held against what is begun."""

from __future__ import annotations

import re
from functools import lru_cache

from gapcheck.matchers.index import CREDIT, ResumeIndex, Shown, worst
from gapcheck.types import Evidence, Keyword, Requirement

PROGRESS = re.compile(
    r"\bprogress\b|(?:working|work|courses?|steps?)\s+toward|pursuing|\bcandidates?\b(?!\s+(?:must|should|will))|enrolled|eligib"
    r"|in\s+training|on\s+(?:the|your)\s+way\s+to|or\s+(?:[\w’\']+\s+)?(?:be\s+)?(?:able|willing|ability|willingness)\b"
    r"|\bor\s+(?:you\s+)?(?:can|will|to)\s+(?:get|obtain|earn|gain|acquire)\b|certifiable|within\s+(?:\w+\s+){1,3}(?:days|weeks|months?|years?)\b",
    re.IGNORECASE,
)
"""A posting that takes a person who does not hold the credential yet (gold/GUIDE rules 18 and 23)."""


_STEP = re.compile(
    r"\b(?:regist|book(?:ed|ing)|schedul|enrol|appl(?:ied|ication)|admitted|accepted|sign(?:ed|ing)\s+up|permit|sit(?:ting)?\b|filed|exam\b|test\s+date)",
    re.IGNORECASE,
)


def held(requirement: Requirement, level: str, line: str) -> float:
    """Credit of a credential said at *level* in *line*.

    One that is only begun counts half where the posting allows progress, else nothing; a bare plan is no progress.
    """
    if requirement.kind == "credential" and level in ("learning", "planned"):
        begun = level == "learning" or _STEP.search(line) is not None
        return 0.5 if begun and PROGRESS.search(requirement.text) else 0.0
    return CREDIT[level]


_IDLE = frozenset(
    """designation certification certificate license licence credential obtain obtained eligible eligibility active current valid
    test pay driving registration status member membership""".split()
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
        return requirement.keywords
    telling = tuple(k for k in requirement.keywords if k.name.lower() not in _IDLE and k.name not in _CODES)
    own = tuple(k for k in telling if k.name.lower() not in _ISSUERS)
    return own or telling or requirement.keywords


def elsewhere(requirement: Requirement, line: str) -> bool:
    """Whether the licence in *line* is from another state than the one asked for: half (gold/GUIDE rule 32)."""
    if requirement.kind != "credential" or not _LICENCE.search(requirement.text) or _TO_DRIVE.search(requirement.text):
        return False
    asked, shown = _states(requirement.text), _states(line)
    return bool(asked and shown and not asked & shown) and not _PORTABLE.search(line)


_LICENCE = re.compile(r"\blicen[cs]|\bregist|\bcertified\s+teacher|\bbar\b", re.IGNORECASE)
_PORTABLE = re.compile(r"\bcompact\b|multi-?state|reciproc|transfer|any\s+state|nationwide", re.IGNORECASE)


def _states(text: str) -> set[str]:
    return {m.group() for m in _STATE_NAME.finditer(text) if not text[m.end() :].lstrip().startswith("University")}


# --- grades --------------------------------------------------------------------------------------------------

_GRADE = re.compile(
    r"\b(?P<scale>class|type|level|grade|stage|tier|category|cat|part|series|phase|step)\s+(?P<mark>[A-Z]\d?\b|\d{1,3}[A-Z]?\b|I{1,3}\b|IV\b|V\b)"
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
        scale = (m["scale"] or "class").lower().replace("category", "class").rstrip()
        mark = (m["mark"] or m["letter"]).lower()
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


# --- the driver's licence ------------------------------------------------------------------------------------

_STATES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa"
    "|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada"
    "|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island"
    "|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|Ontario|Quebec"
    "|British Columbia|Alberta|Manitoba|Saskatchewan|Nova Scotia|New Brunswick|UK|GB|EU|US|NZ|Irish|Italian|German|French|Kenyan"
)
_STATE_NAME = re.compile(rf"(?<!University of )\b(?:{_STATES.split('|Ontario')[0]})\b")
_DRIVING = re.compile(
    rf"\b(?:full|clean|valid|car|motorbike|motorcycle|manual|{_STATES}|state|class\s+[A-E1-7]|category\s+B)\b(?:\s+(?:UK|EU|NZ|US|full|clean|valid|car|state|class\s+[A-E1-7]))*"
    rf"\s+licen[cs]e\b(?!\s+(?:number|in|to|as|for)\b)|\blicen[cs]e\s+class\s+[A-E1-7]\b|\blicen[cs]e\s*:\s*(?:full|clean|valid|class|category|{_STATES}|[A-Z]{{2}}\b)"
    rf"|\b(?:{_STATES})\s+class\s+[A-E1-7]\b|\bdriver\s*:\s*(?:clean|full|licen[cs]ed)|\bclean\s+(?:driving|motor\s+vehicle)\s+record|\bdriv(?:es?|ing),\s+(?:own\s+)?(?:car|vehicle)"
    r"|\blicen[cs]e\s+and\s+(?:an?|my|own)\s+(?:own\s+)?(?:car|van|minivan|truck|vehicle)\b"
    r"|\b(?:drive|drove|driving)\s+(?:the|a|an|my)\s+(?:company|delivery|work|box|shuttle|school|city|crew|service)\s+(?:van|truck|bus|vehicle|car)",
    re.IGNORECASE,
)
_TO_DRIVE = re.compile(r"\bdriv(?:er|ing|e)\b.{0,12}\blicen[cs]", re.IGNORECASE)


def driving(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> Evidence | None:
    """A plain driver's licence the way people put it: "Ohio license", "Licence: full, clean", "Class C, no points"."""
    if requirement.kind != "credential" or not _asks_to_drive(keyword):
        return None
    return index.once(_drives)


def _drives(index: ResumeIndex) -> Evidence | None:
    for item in index.shown:
        # "Licence: full, clean": what stands before the colon on the same line belongs to it.
        first = index.document.text.rfind("\n", 0, item.passage.start) + 1
        m = _DRIVING.search(index.document.text[first : item.passage.end])
        if m is None or first + m.end() <= item.passage.start or not item.words or _of_a_trade(item, index):
            continue
        if CREDIT[_level_at(item, first + m.start(), first + m.end())] == 1.0:
            return index.evidence(item, 0, len(item.words), method="alias", score=0.9, note="a licence to drive")
    return None


def _asks_to_drive(keyword: Keyword) -> bool:
    return keyword.concept == "driver's license" or (
        keyword.concept is None and bool(_TO_DRIVE.search(keyword.name)) and not grades(keyword.name)
    )


def _of_a_trade(item: Shown, index: ResumeIndex) -> bool:
    """Whether the line names a trade or its licence, so that "Ohio license" there is that one."""
    return any(
        (m.kind == "credential" or (m.kind == "role" and "driver" not in m.concept))
        and "air brake" not in m.concept
        and "driver's license" not in index.lexicon.ancestors(m.concept)
        for m in item.passage.mentions
    )


def _level_at(item: Shown, start: int, end: int) -> str:
    return worst(level for w, level in zip(item.words, item.levels, strict=True) if start < w.end and w.start < end)
