"""Years that a resume claims in words: "nine years in small companies", "eighteen months", "since 2016"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapcheck.matchers.index import ResumeIndex, Shown

_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
    "twenty": 20, "thirty": 30, "a": 1, "an": 1, "half a": 0.5, "a couple of": 2,
}  # fmt: skip
_N = r"\d{1,2}(?:\.\d)?|" + "|".join(n.replace(" ", r"\s+") for n in sorted(_NUMBERS, key=len, reverse=True))
_IN_YEARS = {"year": 1.0, "yr": 1.0, "month": 1 / 12, "decade": 10.0}
_SPAN = re.compile(
    rf"""
    (?<!every\ )(?<!each\ )(?<!within\ )(?<!past\ )(?<!next\ )(?<!-)
    \b(?P<n>{_N})(?:\s+and\s+a\s+half|\s*½)?\s*\+?[\s-]*(?P<unit>years?|yrs?|months?|decades?)\b    # nine years   18 months
    (?!\s*(?:old|ago|of\s+age|later|ahead|earlier|warranty|plan\b))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_HALF = re.compile(r"\band\s+a\s+half\b|½", re.IGNORECASE)
_SINCE = re.compile(
    r"\bsince\s+(?:early\s+|late\s+|mid-?\s?|the\s+|fall\s+|spring\s+|summer\s+|autumn\s+|[A-Z][a-z]+\s+)?(?P<year>(?:19|20)\d\d)\b"
)
_LONGEST = 45.0
_TOLD_IN = ("summary", "experience", "contact", "other", "skills")


def claims(index: ResumeIndex) -> tuple[tuple[Shown, float], ...]:
    """The years that the resume claims in words, each with its line."""
    found = []
    for item in index.shown:
        if item.passage.label in _TOLD_IN:
            found += [
                (item, value) for value in _claimed_in(index.text_of(item), index.resume.today) if value <= _LONGEST
            ]
    return tuple(found)


def _claimed_in(line: str, today: int) -> Iterator[float]:
    for m in _SPAN.finditer(line):
        number = " ".join(m["n"].lower().split())
        if number in ("a", "an") and m["unit"].lower() != "decade":
            continue  # "twice a year" is no year of work
        value = _NUMBERS[number] if number in _NUMBERS else float(number)
        value += 0.5 if _HALF.search(m.group()) else 0.0
        yield value * _IN_YEARS[m["unit"].lower().removesuffix("s")]
    for m in _SINCE.finditer(line):
        yield max(0.0, (today - 12 * int(m["year"])) / 12)
