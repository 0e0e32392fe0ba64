"""How much of a thing a posting asks and a resume tells: pounds, per cent, hours and days, and hours of the clock."""

from __future__ import annotations

import re

_TENS = {
    name: 10 * (i + 2) for i, name in enumerate("twenty thirty forty fifty sixty seventy eighty ninety hundred".split())
}
_TENS["ten"] = 10
_AMOUNT = re.compile(
    rf"(?<![\d/.])(\d{{1,3}}(?=\s?(?:-|–|to)\s?\d)|\d{{1,3}}(?:\.\d+)?|\b(?:{'|'.join(_TENS)})\b)(?:\s?(?:-|–|to)\s?(\d{{1,3}}))?[\s-]*(?:travel\s+)?(%|#|lbs?|pounds?|pounders?|kg|kilos?|per ?cent|hours?|days?|nights?|feet|ft)(?!\w)",
    re.IGNORECASE,
)
_UNITS = {
    "#": "lb",
    "pound": "lb",
    "pounder": "lb",
    "per cent": "%",
    "percent": "%",
    "ft": "feet",
    "kilo": "kg",
    "night": "day",
}


def amounts(text: str, *, upper: bool = False) -> dict[str, float]:
    """The largest amount in each unit: lb, %, hour, day (nights are days), feet; of a range its lower end or its *upper* one."""
    found: dict[str, float] = {}
    for number, last, unit in _AMOUNT.findall(text):
        number = last if last and upper else number
        name = unit.lower().rstrip("s")
        name = _UNITS.get(name, name)
        value = float(_TENS.get(number.lower(), 0) or number)
        if name == "kg":
            name, value = "lb", value * 2.2046
        found[name] = max(found.get(name, 0.0), value)
    return found


def enough(asked: str, shown: str) -> float:
    """1 when the amount shown reaches the amount asked or one of them names none; half when it falls short."""
    wanted = amounts(asked)
    given = amounts(shown, upper=True) if wanted else {}
    for unit, amount in wanted.items():
        if unit in given:
            # what was carried once is no limit; "at most ten nights away" is one
            return 1.0 if given[unit] >= amount else 0.0 if unit == "day" and given[unit] <= amount / 2 else 0.5
    return 1.0


# "No lifting over 30 pounds", "cannot work more than 45 hours": the number is the most that a person lifts or works.
_LIMIT = re.compile(
    r"\b(?:no|not|nothing|anything|avoid|limit\w*|restrict\w*|max\w*|never|cannot|can['’]t|at\s+(?:the\s+)?most)\b[^.;]{0,40}?\b(?P<n>\d{1,3}(?:\.\d)?)\s?-?(?:lbs?|pounds?|kg|kilos?|hours)\b",
    re.IGNORECASE,
)
_LIMIT_BEHIND = re.compile(  # "15 lb limit", "38 hours is my limit"
    r"\b\d{1,3}(?:\.\d)?\s?-?(?:lbs?|pounds?|kg|kilos?|hours?)\s+(?:[a-z]+\s+){0,4}(?:limit|max(?:imum)?|restriction)\b",
    re.IGNORECASE,
)
_NO_MOST = re.compile(r"\b(?:no|not|never)\s+(?:problem|issue|trouble|bother)", re.IGNORECASE)


def limit(text: str, unit: str) -> float | None:
    """The number in a unit of `amounts` that a line names as the most a person may or will do; None when it names none."""
    found = _LIMIT.search(text) or _LIMIT_BEHIND.search(text)
    return amounts(found.group()).get(unit) if found and not _NO_MOST.search(found.group()) else None


_WORD_NUMBERS = {"no": 0, "zero": 0, "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_BLOTS = re.compile(
    r"\b(?P<n>\d{1,2}|an?|one|two|three|four|five|six|no|zero)\s+(?:(?:moving|minor|traffic|speeding|parking|at[- ]fault)\s+)*"
    r"(?:tickets?|violations?|points?|accidents?|citations?|offen[cs]es?|convictions?|endorsements?)\b",
    re.IGNORECASE,
)
_TOLERATED = re.compile(r"\b(?:no|not)\s+more\s+than\b|\bat\s+most\b|\bup\s+to\b|\bmaximum\b|\bfewer\s+than\b|\bless\s+than\b", re.IGNORECASE)  # fmt: skip


def within_tolerance(asked: str, shown: str) -> bool | None:
    """Whether a line counts no more tickets, points and accidents than a posting lets pass; None where either counts none."""
    border = _TOLERATED.search(asked)
    most = _BLOTS.search(asked, border.end()) if border else None
    counted = [_count(m["n"]) for m in _BLOTS.finditer(shown)]
    if border is None or most is None or not counted:
        return None
    strictly = "than" in border.group().lower() and border.group().lower().split()[0] in ("fewer", "less")
    return sum(counted) <= _count(most["n"]) - strictly


def _count(number: str) -> int:
    return int(number) if number.isdigit() else _WORD_NUMBERS[number.lower()]


_CLOCK = re.compile(
    r"(?<![\d.:])(?P<h>\d{1,2})(?:[:.](?P<m>\d\d))?\s?(?P<half>[ap]\.?m\b\.?)?\s*(?:to|until|till|and|-|–)\s*(?P<h2>\d{1,2})(?:[:.](?P<m2>\d\d))?\s?(?P<half2>[ap]\.?m\b)?(?![\d%])",
    re.IGNORECASE,
)
_START = re.compile(r"\bstart(?:s|ing)?\b[^.;]{0,12}?\b(?P<h>\d{1,2})(?:[:.]\d\d)?\s?a\.?m", re.IGNORECASE)
_EARLY, _EVENING, _LATE, _SMALL_HOURS = 6.5, 19.0, 20.0, 27.0
"""Hours of the clock: a shift that ends after 19:00 is one of the evening, one that lasts until 3:00 one of the night."""


def parts_of_day(text: str) -> tuple[str, ...]:
    """What hours of the clock ask beside the day: early, evenings, nights; "2:30 pm to 1:00 am" asks evenings."""
    found = []
    if (start := _START.search(text)) and int(start["h"]) < _EARLY:
        found.append("early")
    clock = _CLOCK.search(text)
    if clock is None or not (clock["half"] or clock["half2"] or (clock["m"] and clock["m2"])):
        return tuple(found)
    first = _hour(clock["h"], clock["m"], clock["half"] or ("" if clock["half2"] is None else clock["half2"]))
    last = _hour(clock["h2"], clock["m2"], clock["half2"] or "")
    if last <= first:
        last += 24
    if first < _EARLY:
        found.append("early")
    if first >= _LATE or last >= _SMALL_HOURS:
        found.append("nights")
    elif last > _EVENING:
        found.append("evenings")
    return tuple(dict.fromkeys(found))


def _hour(hour: str, minutes: str | None, half: str) -> float:
    value = int(hour) % 12 if half else int(hour)
    return value + int(minutes or 0) / 60 + (12 if half.lower().startswith("p") else 0)
