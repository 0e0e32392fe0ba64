"""Whether a credential is held now: one that is applied for is not held yet, one that ran out is held no more."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

State = Literal["", "begun", "over"]

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
    r"|spring|summer|autumn|fall|winter)\b\.?"
)
_PASSED = re.compile(r"\b(?:passed|sat|taken|cleared|done|completed|achieved|held|licensed)\b", re.IGNORECASE)
_EXAM_AHEAD = re.compile(
    rf"\b(?:exam|test|assessment|practical)s?\s+(?:is\s+|are\s+|date\s+)?(?:set\b|booked|scheduled|pending|ahead|due\b|(?:in\s+|on\s+|for\s+|this\s+|next\s+|early\s+|mid\s+|late\s+|the\s+|\d{{1,2}}\s+)*(?:{_MONTH}|week\b|month\b))",
    re.IGNORECASE,
)
_BEGUN = re.compile(
    rf"\bapplied(?=\s*(?:$|[,.;)(]|for\b|and\s+wait|in\s+(?:{_MONTH}|20)|last\b|{_MONTH}))|\bapplication\s+(?:is\s+)?(?:in\b|at\b|with\b|sent|filed|made|pending|lodged|submitted|under|being)"
    r"|\b(?:a?waiting|wait)\s+(?:for|on)\b|\bawait(?:ing|ed)\b|\bresults?\s+(?:awaited|pending|due)\b"
    r"|\b(?:busy|part[- ]?way|half\s?way)\s+(?:with|through|into)\b|\bpre-?licen[sc]\w+|\b(?:classes|lessons|course)\s+(?:right\s+)?now\b|\bnow\s+(?:doing|taking|studying)\b"
    rf"|\b(?:started|began|begun)\s+(?:in\s+|last\s+)?(?:{_MONTH}|20\d\d|week\b|month\b)(?!.*\b(?:finished|completed|passed|awarded)\b)"
    rf"|\b(?:finishing|finish(?:es)?|ends?|completing|completes?|due)\s+(?:in\s+|by\s+|this\s+|next\s+)*(?:{_MONTH}|20\d\d|year\b)"
    r"|\bhalf\s+(?:of\s+)?(?:the|my)?\s*(?:units|modules|credits|papers|exams?|logbook)\b|\bnot\s+(?:yet\s+)?(?:finished|completed|issued|through|arrived|there\s+yet)\b"
    r"|\bhalf\s?way\b|\bpart(?:ly|ially)\s+complete\w*\b|\b(?:first|second|third)\s+(?:year|semester|term)\s+(?:student|now|at\s+present)\b"
    r"|\b(?:test|exam)\s+set\s+for\b|\b(?:theory|learner['’]?s?|permit)\b(?=.*\b(?:booked|set\s+for|practical|to\s+come|scheduled)\b)",
    re.IGNORECASE,
)
# "2 of 4 semesters finished"
_SHARE = re.compile(
    r"\b(?P<done>\d{1,3})\s+(?:out\s+)?of\s+(?:the\s+)?(?P<whole>\d{1,3})\s+(?:semesters|units|modules|papers|subjects|credits|courses|terms|parts|exams)\b",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"\b(?:laps(?:ed)|expired|ended|ran\s+out|run\s+out|overdue|surrendered|revoked|suspended|out\s+of\s+date|handed\s+(?:in|back)|given\s+up|gave\s+(?:it\s+)?up|no\s+longer\s+(?:valid|held|current))\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(r"\b(?:renewed|re-?certified|reinstated|never|not|nothing)\b", re.IGNORECASE)
_LAST = re.compile(
    r"\b(?:until|till|til|thru|through|valid\s+to|expir(?:es|y|ing|ation)|exp\.?|good\s+(?:to|until|through))\s*:?\s*(?:date\s*:?\s*)?(?:end\s+(?:of\s+)?)?(?:(?P<name>[A-Za-z]{3})[a-z]{0,6}\.?\s+|(?P<number>\d{1,2})\s?[/.]\s?)?(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=4_000)
def state_of(part: str, today: int) -> State:
    """What *part* of a line says of the credential that it names: "begun", "over", or "" when it is held.

    *today* is a month counted from year 0.

    >>> state_of("Blasting ticket, exam April 2026", 2026 * 12), state_of("Forklift licence until 2015", 2026 * 12)
    ('begun', 'over')
    >>> state_of("Forklift licence, test passed in April 2021, valid until 2027", 2026 * 12)
    ''
    """
    if _OVER.search(part) and not _AGAIN.search(part):
        return "over"
    ends = [_month_of(m) for m in _LAST.finditer(part)]
    if ends and max(ends) < today:
        return "over"
    if any(int(m["done"]) < int(m["whole"]) for m in _SHARE.finditer(part)):
        return "begun"
    if _BEGUN.search(part) or (_EXAM_AHEAD.search(part) and not _PASSED.search(part)):
        return "begun"
    return ""


_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def _month_of(m: re.Match[str]) -> int:
    """The last month of a validity, counted from year 0: of a bare year its December."""
    name = (m["name"] or "").lower()
    month = _NAMES.index(name) if name in _NAMES else min(int(m["number"]), 12) - 1 if m["number"] else 11
    return 12 * int(m["year"]) + month


_CUT = re.compile(r"[,;|•·()]|\s[-–—]\s|:\s|\n")
_STOP = re.compile(r"(?<=[a-z)\d])[.!]\s+(?=[A-Z])")
_OF_STATE = re.compile(
    r"\W*(?:(?:i|my|the|still|now|and|but|is|was|has|have|had|it|national|state|final|written|practical|theory|skills|road|course|pre|licen[sc]ing|all)\W+){0,4}"
    rf"(?:exam|test|assess|appl|a?wait|expire|laps|ended|ends|ran|run|until|till|valid|start|began|finish|not|course|class|lessons|theory|practical|book|due|pending|result|half|busy|doing|studying|overdue|renew|good\s+to|exp\b|never|to\s+be|\d\s+of|issued|in\s+progress|{_MONTH}|(?:19|20)\d\d|\d\d/)",
    re.IGNORECASE,
)


def part_around(line: str, start: int, end: int) -> str:
    """The part of *line* that speaks of what stands at *start* to *end*: its item and what tells its state after it.

    >>> line = "Class B CDL, P endorsement; S endorsement test set for Feb"
    >>> part_around(line, 0, 11), part_around(line, 28, 41)
    ('Class B CDL', ' S endorsement test set for Feb')
    """
    for stop in _STOP.finditer(line):
        if stop.start() >= end:
            line = line[: stop.start()]
            break
    cuts = list(_CUT.finditer(line))
    first = max((m.end() for m in cuts if m.end() <= start), default=0)
    last = len(line)
    aside = 0
    for m in cuts:
        if m.start() < max(end, aside):
            continue
        closed = line.find(")", m.end()) if m.group() == "(" else -1
        if closed > 0 and _OF_STATE.match(line, closed + 1):
            aside = closed + 1  # "Technician program (accredited, online), started January 2025"
            continue
        if not _OF_STATE.match(line, m.end()):
            last = m.start()
            break
    return line[first:last]
