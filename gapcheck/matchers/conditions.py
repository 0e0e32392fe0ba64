"""Conditions (travel, shifts, lifting, authorization): most resumes say nothing, and then nothing is held against them."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from gapcheck.matchers.index import ResumeIndex, Shown
from gapcheck.types import Evidence, Keyword, Match, Requirement, Status

# Topic -> (asked, shown): when the posting's words are of a topic, these words of a resume speak to it.
_TOPICS: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (name, re.compile(asked, re.IGNORECASE), re.compile(shown, re.IGNORECASE))
    for name, asked, shown in (
        ("travel", r"\btravel", r"\btravel(?:l?ed|l?ing)?\b(?! agen)|\bon the road\b|\bdays? (?:away|abroad|on site)\b|\bsites? in\b|\bout of town\b|\bsites? visited\b|\bvisited\b"),
        ("authorization", r"authori[sz]|right to work|citizen|eligib|\bvisa|work permit|sponsor|permit\b(?=.*\bwork)|nationals?\b",
         r"\b(?:no|never|not|without|n['’]t)\b[^.;]{0,25}\b(?:visa|sponsor)|passport|authori[sz]ed to work|work authori[sz]ation|citizen|right to work|permanent resident|\bresident since\b|green card|\bstamp 4\b|no permit needed|\bvisa\b|work permit|settled status|eligible to work|national\b"),
        ("lifting", r"\blift|\bpounds?\b|\blbs?\b|\bkg\b|carry(?:ing)? up", r"(?<!scissor )(?<!boom )(?<!low )\blift(?:ed|s|ing)?\s+(?:and|up|to|\d|heavy|of|patients|boxes|cases|bags|over)|\d+\s*-?\s*(?:lbs?|pounds?|kg)\b|boxes up to|heavy lifting|manual handling"),
        ("standing", r"\bstand(?:ing)?\b|walk(?:ing)?\b", r"\bon (?:my|your) feet\b|\bstanding\b|on foot"),
        ("heights", r"heights|ladders|climb", r"\bladders?\b(?! diagram| logic)|\bheights\b|\bclimb|scaffold|roof|boom lift|bucket truck"),
        ("weekends", r"\bweekends?\b|saturdays?\b|holidays", r"\bweekends?\b|saturdays?|(?<!every )sundays?(?! school)|any day|(?:bank|public|all|most) holidays|\bholidays\b(?! (?:cover|visit|in))|friday only\b|\bweekdays only\b"),
        ("nights", r"\bnights?\b|overnight|late shift|evenings?|rotating", r"\bnights?\b(?! audit)|\bdays? ?time\b[^.;]{0,30}\bonly\b|\bdays only\b|overnight(?! (?:staff|parcel|delivery|shipping))|late shift|evenings?\b(?! class| course)|rotating|third shift|second shift|\bp\.?m\.? (?:shift|to)|graveyard"),
        ("shifts", r"\bshifts?\b|overtime|hours|schedule|availab", r"\bshifts?\b(?! lead| manager| supervisor)|overtime|availab|any day|flexible hours|rotating|\d\d-hour"),
        ("on-call", r"on[- ]call|one week in|call[- ]?out|after[- ]hours", r"on[- ]call(?!s? list of)|\bpager\b|duty phone|\b(?:phone|call) (?:list|tree|rota|roster)\b|phone on the night|call[- ]?outs?\b|called in|after[- ]hours|stand-?by|out of hours"),
        ("driving record", r"driving record|insurab|clean record|\bmvr\b|violations", r"\bdriver: clean|clean (?:driving|mvr|motor|record|licen)|at[- ]fault|speeding|driving record|no (?:points|violations|accidents|tickets|moving)|accident[- ]free|\bMVR\b|insurable|without an accident"),
        ("clearance", r"(?<!dbs )(?<!customs )clearance(?!house)", r"clearance|\bTS/SCI\b|vetted"),
        ("background", r"background|threat assessment|risk assessment|vulnerable sector", r"background (?:check|screen|investigation)s?|passed the clearances|clearances? for working with|\bSIDA\b|\bfingerprinted|vulnerable sector|criminal record|police (?:check|certificate)|\bdbs\b|fingerprint|public trust"),
        ("drug", r"\bdrug", r"drug[- ](?:screen|test|free)"),
        ("dbs", r"\bdbs\b", r"\bdbs\b"),
        ("location", r"live within|relocat|commut|based in|located in|\bresid(?:e|ing)\b|residency|in the office|headquarters", r"relocat|commut|willing to move|\bmiles\b|based in|moving to|live in"),
        ("vehicle", r"own (?:vehicle|car|transport)|reliable (?:transport|vehicle)", r"\b(?:own|reliable|personal) (?:car|vehicle|van|truck|transport)"),
        ("tools", r"own (?:hand )?tools", r"\bown (?:hand |set of )?tools?|tool (?:list|bag|box|set)|hand tools|\btools?\b[^.;]{0,25}\b(?:are )?mine\b|\b(?:roll cabs?|roll cart|tool chest|toolbox|Kennedy box)\b"),
        ("cold", r"freezer|\bcold\b|refrigerat", r"freezer|cold (?:storage|room|store)|walk-in|cooler|chilled|-\d+ ?[FC]\b"),
        ("outdoors", r"outdoors?|weather|\bheat\b", r"outdoors?|all weathers?|\brain\b|\bheat\b|outside in"),
        ("home office", r"home internet|place to work|home office|internet", r"home office|internet|fib(?:er|re)\b|quiet (?:room|place)|spare room|broadband|gigabit"),
        ("portfolio", r"portfolio", r"portfolio|behance|dribbble|\.design\b|case stud|work samples?"),
        ("smoke", r"smok", r"smok"),
        ("passport", r"passport", r"passport"),
    )
)  # fmt: skip
_SPEAKS_TO = {name: shown for name, _, shown in _TOPICS}
"""Topic -> the words of a resume that speak to it."""
_AGE_ASKED = re.compile(r"\b(?P<n>\d\d|eighteen|twenty[-\s]one)\s+(?:years\s+(?:of\s+age|old)|years?\s+or\s+older|or\s+older)", re.IGNORECASE)  # fmt: skip
_BORN = re.compile(r"\b(?:born|date of birth|d\.?o\.?b\.?)\b[^\n]{0,25}?\b(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
_AGED = re.compile(r"\b(?P<n>\d\d) years old\b|\bage[d:]?\s+(?P<m>\d\d)\b", re.IGNORECASE)
_AMOUNT = re.compile(r"(\d{1,3}(?:\.\d+)?)\s*(%|lbs?\b|pounds?\b|kg\b|per ?cent|hours?|days?|feet|ft)", re.IGNORECASE)


def judge_condition(
    requirement: Requirement, keywords: tuple[Keyword, ...], found: tuple[Evidence | None, ...], index: ResumeIndex
) -> Match:
    """Met, half met or contradicted by what the resume says on the topic; unstated when it says nothing (rule 29)."""
    from gapcheck.matchers.judge import make

    if age := _minimum_age(requirement, index):
        return make(requirement, age[0], [replace(k, status=age[0]) for k in keywords], (age[1],), index)
    topics = _topics(requirement.text)
    results = [_best(name, requirement, index) for name in topics]
    spoken: list[tuple[float, Evidence | None]] = [
        (value, evidence) for value, evidence in results if evidence is not None
    ]
    if not spoken and found and all(e is not None and e.score >= 0.75 and e.method != "duty" for e in found):
        spoken = [(1.0, found[0])]
    if not spoken:
        return make(requirement, "unstated", [replace(k, status="unstated") for k in keywords], (), index)
    # Several topics ("lift 50 lb and work nights"): most must be spoken of for the whole to be met.
    values = [value for value, _ in spoken]
    if results and results[0][1] is None and len(spoken) * 2 <= len(topics):
        return make(requirement, "unstated", [replace(k, status="unstated") for k in keywords], (), index)
    worst, share = min(values), len(spoken) / max(1, len(topics))
    half = worst == 0 and max(values) >= 1  # "evenings twice a week; no weekends so far" is half of both
    status: Status = "missing" if worst == 0 and not half else "met" if worst >= 1 and share > 0.5 else "partial"
    return make(requirement, status, [replace(k, status=status) for k in keywords], [e for _, e in spoken], index)


@lru_cache(maxsize=2_000)  # a batch asks again with each resume
def _topics(asked: str) -> tuple[str, ...]:
    """The topics of a condition in the order in which it names them."""
    found = [(m.start(), name) for name, topic, _ in _TOPICS if (m := topic.search(asked))]
    return tuple(name for _, name in sorted(found, key=lambda topic: topic[0]))


def _minimum_age(requirement: Requirement, index: ResumeIndex) -> tuple[Status, Evidence] | None:
    """Whether a least age that the posting asks by number is reached; None when it asks none or the resume says none."""
    asked = _AGE_ASKED.search(requirement.text)
    if asked is None:
        return None
    number = {"eighteen": 18}.get(asked["n"].lower()) or (int(asked["n"]) if asked["n"].isdigit() else 21)
    for item in index.shown:
        text = index.text_of(item)
        if born := _BORN.search(text):
            age = index.resume.today // 12 - int(born["year"])
        elif aged := _AGED.search(text):
            age = int(aged["n"] or aged["m"])
        else:
            continue
        if item.words:
            evidence = index.evidence(item, 0, len(item.words), method="exact", score=1.0)
            return ("met" if age >= number else "missing"), evidence
    return None


# "Three speeding tickets" speaks to a clean record, and against it.
_MARRED = re.compile(
    r"\b(?:\d|an?|one|two|three|four|several)\s+(?:\w+\s+)?(?:tickets?|violations?|points|accidents?|crash(?:es)?|suspensions?)\b|\bat[- ]fault\b|\bspeeding\s+tickets?\b|\bsuspended\b|\bdu[ij]\b",
    re.IGNORECASE,
)


_CLEAN = re.compile(
    r"\bclean\b|\bno\s+(?:\w+\s+)?(?:tickets?|violations?|points|accidents?)|accident[- ]free|without", re.IGNORECASE
)


def _best(topic: str, requirement: Requirement, index: ResumeIndex) -> tuple[float, Evidence | None]:
    """The line that says most on one topic: 1 fully, 0.5 half, 0 contradicted; and None when nothing is said."""
    best: tuple[float, Evidence | None] = (-1.0, None)
    for item, said in index.once(_lines_on, topic):
        value = said * _enough(requirement.text, index.text_of(item))
        if value > best[0]:
            best = (value, index.evidence(item, 0, len(item.words), method="exact", score=max(value, 0.5)))
    return best


def _lines_on(index: ResumeIndex, topic: str) -> tuple[tuple[Shown, float], ...]:
    """The lines that speak on a topic, each with how: 1 for it, 0.5 with a limit, 0 against it."""
    pattern = _SPEAKS_TO[topic]
    found = []
    for item in index.shown:
        text = index.text_of(item)
        if not item.words or not pattern.search(text):
            continue
        # "Never needed a visa, UK passport": to need no permission is to have it, so the best word decides there.
        pick = max if topic == "authorization" else min
        value = pick(
            1.0 if m.group().lower().startswith(_DENIES_NEED) else _said(item, m.start(), topic)
            for m in pattern.finditer(text)
        )
        if topic in _AGAINST and _speaks_against(_AGAINST[topic], text):
            value = 0.0
        if topic == "driving record" and _MARRED.search(text) and not _CLEAN.search(text):
            value = 0.0
        found.append((item, value))
    return tuple(found)


# "Monday to Friday only" speaks to weekends, and against them.
_ONLY_DAYS = (
    r"\bfriday\s+only\b|\bweekdays\s+only\b|\bdays?\s?time\b[^.;]{0,30}\bonly\b|\bdays\s+only\b"
    r"|\b(?:coming|come|came|got)\s+off\b|\b(?:done|finished)\s+with\b|\bno\s+more\b|\bleaving\s+(?:nights|weekends|shift)"
)
_AGAINST = {
    "weekends": re.compile(_ONLY_DAYS, re.IGNORECASE),
    "nights": re.compile(_ONLY_DAYS, re.IGNORECASE),
    "authorization": re.compile(
        r"\bno\s+(?:work\s+)?permit\s+yet\b|\bneed(?:s|ed|ing)?\s+(?:a\s+)?(?:visa|sponsor)|\b(?:visa|permit|sponsorship)\s+(?:is\s+)?(?:needed|required|pending)\b",
        re.IGNORECASE,
    ),
}
_DENIED = re.compile(r"\b(?:no|not|never|without)\b[^.;]{0,20}$|n['’]t\b[^.;]{0,20}$", re.IGNORECASE)


def _speaks_against(pattern: re.Pattern[str], text: str) -> bool:
    """Whether the line says by itself that the condition is not met; "no visa needed" does not."""
    return any(not _DENIED.search(text[: m.start()]) for m in pattern.finditer(text))


_DENIES_NEED = ("no ", "without ", "never ")


_FACTS = ("authorization", "driving record", "vehicle")
"""What a person states of themselves wherever it stands; everything else in an objective is a wish."""


def _said(item: Shown, at: int, topic: str) -> float:
    """How a word that begins at the offset *at* of the passage is said."""
    level = next((lv for w, lv in zip(item.words, item.levels, strict=True) if w.end > item.passage.start + at), "")
    if level == "planned" and item.passage.label == "objective" and topic in _FACTS:
        return 1.0
    return {"negated": 0.0, "planned": 0.0, "limited": 0.5, "learning": 0.5}.get(level, 1.0)


def _enough(asked: str, shown: str) -> float:
    """1 when the amount shown reaches the amount asked or one of them names none; half when it falls short."""
    wanted = _amounts(asked)
    given = _amounts(shown) if wanted else {}
    for unit, amount in wanted.items():
        if unit in given:
            return 1.0 if given[unit] >= amount else 0.5
    return 1.0


def _amounts(text: str) -> dict[str, float]:
    found: dict[str, float] = {}
    for number, unit in _AMOUNT.findall(text):
        name = {"pounds": "lb", "pound": "lb", "lbs": "lb", "per cent": "%", "percent": "%", "ft": "feet"}.get(
            unit.lower(), unit.lower().rstrip("s")
        )
        value = float(number)
        if name == "kg":
            name, value = "lb", value * 2.2046
        found[name] = max(found.get(name, 0.0), value)
    return found
