"""Conditions (travel, shifts, lifting, authorization): most resumes say nothing, and then nothing is held against them."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from gapcheck.lexicon.conditions import lowered, topics, without, words_on
from gapcheck.lexicon.metros import far, near, regions_in
from gapcheck.matchers.amounts import parts_of_day
from gapcheck.matchers.index import ResumeIndex
from gapcheck.matchers.places import content_words
from gapcheck.matchers.topics import ASKED_PLACE, best_on
from gapcheck.matchers.workplace import is_job
from gapcheck.types import Evidence, Keyword, Match, Requirement, Status

_AGE_ASKED = re.compile(
    r"\b(?P<n>\d\d|eighteen|twenty[-\s]one)\s+(?:years?\s+(?:of\s+age|old)|(?:years?\s+)?(?:or|and)\s+(?:older|over|above))"
    r"|\b(?:minimum\s+age|age)\W+(?:of\s+|is\s+)?(?P<m>\d\d)\b|\bover\s+(?:the\s+age\s+of\s+)?(?P<k>18|21|25)\b|\b(?P<p>18|21|25)\s?\+(?!\w)",
    re.IGNORECASE,
)
_BORN = re.compile(r"\b(?:born|date of birth|d\.?o\.?b\.?)\b[^\n]{0,25}?\b(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
_AGED = re.compile(r"\b(?P<n>\d\d) years old\b|\bage[d:]{0,2}\s+(?P<m>\d\d)\b", re.IGNORECASE)


def judge_condition(
    requirement: Requirement, keywords: tuple[Keyword, ...], found: tuple[Evidence | None, ...], index: ResumeIndex
) -> Match:
    """Met, half met or contradicted by what the resume says on the topic; unstated when it says nothing (rule 29)."""
    from gapcheck.matchers.judge import make

    if age := _minimum_age(requirement, index):
        return make(requirement, age[0], [replace(k, status=age[0]) for k in keywords], (age[1],), index)
    names = _topics(requirement.text)
    results = [_on(name, requirement, index) for name in names]
    spoken: list[tuple[float, Evidence | None]] = [
        (value, evidence) for value, evidence in results if evidence is not None
    ]
    if not spoken and found and all(e is not None and e.score >= 0.75 and e.method != "duty" for e in found):
        spoken = [(1.0, e) for e in found[:1] if e is not None and (not names or _is_same(requirement, e, index))]
    if not spoken:
        return make(requirement, "unstated", [replace(k, status="unstated") for k in keywords], (), index)
    # Several topics ("lift 50 lb and work nights"): all must be spoken of for the whole to be met.
    values = [value for value, _ in spoken]
    silent = [name for name, (_, evidence) in zip(names, results, strict=True) if evidence is None]
    granted = (*_CHECKS, *(_OFF_HOURS if "on-call" in names and "on-call" not in silent else ()))
    if any(
        name == "travel" and e is not None and _WEEKS_AWAY.search(e.text)
        for name, (_, e) in zip(names, results, strict=True)
    ):
        granted = (*granted, "weekends")  # who is away for weeks is so on Sundays
    enough = _alternatives(requirement) or all(name in granted or _seldom(name, requirement) for name in silent)
    worst = min(values)
    half = worst == 0 and max(values) >= 1  # "evenings twice a week; no weekends so far" is half of both
    status: Status = "missing" if worst == 0 and not half else "met" if worst >= 1 and enough else "partial"
    return make(requirement, status, [replace(k, status=status) for k in keywords], [e for _, e in spoken], index)


_SAME_WORDS, _TELLING_WORDS = 0.9, 3
"""Share of the posting's words from which a line says just that, and how many of them must tell something."""


def _is_same(requirement: Requirement, evidence: Evidence, index: ResumeIndex) -> bool:
    """Whether the line says what is asked in the posting's own words."""
    few = len(content_words(requirement.text)) < _TELLING_WORDS
    return not few and index.nearness(evidence, requirement.text) >= _SAME_WORDS


_SELDOM = re.compile(r"\b(?:some|occasional(?:ly)?|odd|now\s+and\s+then|from\s+time\s+to\s+time)\W+(?:\w+\W+){0,3}$")


def _seldom(name: str, requirement: Requirement) -> bool:
    """Whether overtime is asked only now and then: who works the shift does not have to speak of it."""
    text = lowered(" ".join(requirement.text.split()))
    return name == "overtime" and any(
        _SELDOM.search(text, 0, m.start()) for m in words_on(name, "asked").finditer(text)
    )


_CHECKS = ("background", "drug", "vaccination", "smoke", "licence")
"""Topics on which resumes are silent even when they speak of what stands beside them in the posting."""
_OFF_HOURS = ("evenings", "nights", "weekends", "rotating")
"""When those who are on call are so, and how."""
_WEEKS_AWAY = re.compile(r"\b(?:weeks|months|nights|weekends)\b", re.IGNORECASE)


def _on(name: str, requirement: Requirement, index: ResumeIndex) -> tuple[float, Evidence | None]:
    """What the resume says on one topic; an address in the place that is asked says enough of a location."""
    value, evidence = best_on(name, requirement, index)
    if name == "location" and value != 0 and (home := _lives_there(requirement, index)) is not None:
        return 1.0, home
    if name == "location" and evidence is None and (away := _lives_far(requirement, index)) is not None:
        return 0.0, away
    if name == "travel" and evidence is None and (round_there := _all_over(requirement, index)) is not None:
        return 1.0, round_there
    if name == "travel" and evidence is None and _NEARBY.search(requirement.text):
        # who has a car gets from site to site, who has none does so on part of the days
        car, line = best_on("vehicle", requirement, index)
        return (max(car, 0.5), line) if line is not None else (value, evidence)
    return value, evidence


_NEARBY = re.compile(
    r"\bbetween\b|\b(?:across|around|throughout)\s+(?:the|our|[A-Z])|\bindependently\b|\blocal(?:ly)?\b|\bcommunit|\bhomes?\b|\bget\s+to\b"
)
"""Travel of a day, from site to site."""


def _all_over(requirement: Requirement, index: ResumeIndex) -> Evidence | None:
    """The line that tells of work all over a place which the posting names: "all over Fife", asked to travel across Fife."""
    for asked in _ROUND.finditer(requirement.text):
        pattern = re.compile(rf"\b{_OVER}\s+(?:the\s+)?{re.escape(asked['place'])}\b", re.IGNORECASE)
        for item in index.shown:
            if item.words and pattern.search(index.text_of(item)) and "negated" not in item.levels:
                return index.evidence(item, 0, len(item.words), method="exact", score=1.0)
    return None


_OVER = (
    r"(?:all\s+over|across|throughout|around|all\s+round|the\s+length\s+of|(?:most|every\s+corner|all\s+parts)\s+of)"
)
_ROUND = re.compile(rf"\b{_OVER}\s+(?:the\s+)?(?P<place>(?-i:[A-Z])\w+(?:\s(?-i:[A-Z])\w+)?)", re.IGNORECASE)


_AT_HOME = re.compile(
    r"\b(?:live|living|lives|home\s+in|based\s+in|drive\s+to|commut\w+|minutes|miles|moving|moved|native|resident)\b",
    re.IGNORECASE,
)


def _lives_there(requirement: Requirement, index: ResumeIndex) -> Evidence | None:
    """The address, where it is in a place that the posting names: "our Hartford office", asked of one in West Hartford."""
    for asked in ASKED_PLACE.finditer(requirement.text):
        for item in index.shown:
            text = index.text_of(item)
            if not item.words or not (item.contact or _AT_HOME.search(text)):
                continue
            place, region = _place_of(asked, requirement.text)
            if re.search(rf"\b{re.escape(place)}\b", text) or (item.contact and near(place, region, text)):
                return index.evidence(item, 0, len(item.words), method="exact", score=1.0)
    return None


def _place_of(asked: re.Match[str], text: str) -> tuple[str, str]:
    """The place that is asked, without the office in it, and the state that the posting tells of it."""
    place = _NO_NAME.sub("", asked["place"]).strip()
    return place, next(iter(regions_in(text[asked.start("place") + len(place) :][:_BESIDE])), "")


_NO_NAME = re.compile(r"\b(?:Greater|Downtown|Central|Metro|Area|Office|Region|City Cent(?:er|re))\b|[’']s$")
_BESIDE = 20
"""Characters behind a place in which its state is told: "Newark, New Jersey"."""


def _lives_far(requirement: Requirement, index: ResumeIndex) -> Evidence | None:
    """The address, where it is in another state than every place that the posting names."""
    places = [_place_of(asked, requirement.text) for asked in ASKED_PLACE.finditer(requirement.text)]
    for item in index.shown:
        text = index.text_of(item)
        if places and item.words and item.contact and all(far(place, region, text) for place, region in places):
            return index.evidence(item, 0, len(item.words), method="exact", score=1.0)
    return None


def _alternatives(requirement: Requirement) -> bool:
    """Whether one of the topics is enough: "stay late or come in on a weekend"."""
    text = lowered(" ".join(requirement.text.split()))
    places = [m.span() for name in topics() if (m := words_on(name, "asked").search(text))]
    return any(
        re.search(r"\bor\b", text[end:start]) for (_, end), (start, _) in pairwise(sorted(places)) if end < start
    )


_WEATHER = re.compile(r"\bout(?:side|doors?)\b|weather|\bheat\b|\bhot\b")


@lru_cache(maxsize=2_000)  # a batch asks again with each resume
def _topics(asked: str) -> tuple[str, ...]:
    """The topics of a condition in the order in which it names them."""
    text = lowered(" ".join(asked.split()))
    found = []
    for name in topics():
        if m := words_on(name, "asked").search(without(words_on(name, "other"), text)):
            found.append((m.start(), name))
    names = [name for _, name in sorted(found)]
    if "cold" in names and not _WEATHER.search(text):
        names = [name for name in names if name != "outdoors"]
    if "towers" in names:
        names = [name for name in names if name != "heights"]
    if "licence" in names and "vehicle" not in names:
        names.remove("licence")
    if "shifts" in names and not set(names) & {"early", "evenings", "nights"} and (parts := parts_of_day(asked)):
        names = [*(name for name in names if name != "shifts"), *(p for p in parts if p not in names)]
    return tuple(name for name in names if name != "shifts" or len(names) == 1)


def _minimum_age(requirement: Requirement, index: ResumeIndex) -> tuple[Status, Evidence] | None:
    """Whether a least age that the posting asks by number is reached; None when it asks none or the resume says none."""
    asked = _AGE_ASKED.search(requirement.text)
    if asked is None:
        return None
    named = asked["n"] or asked["m"] or asked["k"] or asked["p"]
    number = int(named) if named.isdigit() else 18 if named.lower() == "eighteen" else 21
    today = index.resume.today // 12
    for line in _LINE.finditer(index.document.text):
        if born := _BORN.search(line.group()):
            age = today - int(born["year"])
        elif aged := _AGED.search(line.group()):
            age = int(aged["n"] or aged["m"])
        else:
            continue
        return ("met" if age >= number else "missing"), Evidence(line.group(), *line.span())
    grown = _old_enough(number, index)
    return ("met", grown) if grown is not None else None


_LINE = re.compile(r"[^\s-][^\n]*[^\s]")
_AT_WORK, _AT_SCHOOL, _AT_DEGREE = 15, 17, 20
"""The least age at which people take a first job, leave school and take a degree."""
_SURELY = 5
"""Years by which a life must be longer than what is asked: who left school lately does not tell an age."""
_LEFT_SCHOOL = re.compile(r"\b(?:high\s+school|ged|matric\w*|a[- ]levels?|leaving\s+cert\w*|abitur|baccalaur[ée]at|secondary)\b", re.IGNORECASE)  # fmt: skip


def _old_enough(number: int, index: ResumeIndex) -> Evidence | None:
    """The line of a degree, a school that was left or a job which puts it beyond doubt that a person is *number* years old."""
    text = index.document.text
    ages = []
    for entry in index.resume.entries:
        start, end = entry.head
        studied = any(start <= first < end and level != "diploma" for level, first, _ in index.resume.degrees)
        if entry.last <= index.resume.today and entry.label == "education":
            head = text[start:end]
            at = _AT_SCHOOL if _LEFT_SCHOOL.search(head) else _AT_DEGREE if studied else _AT_WORK
            ages.append((at + (index.resume.today - entry.last) // 12, start))
        elif is_job(entry, index):
            ages.append((_AT_WORK + (index.resume.today - entry.first) // 12, start))
    age, where = max(ages, default=(0, 0))
    item = next((item for item in index.shown if item.passage.end > where and item.words), None)
    return (
        index.evidence(item, 0, len(item.words), method="exact", score=1.0)
        if item and age >= number + _SURELY
        else None
    )
