"""What the lines of a resume say on the topic of a condition: for it, half, against it, or against it once and for all."""

from __future__ import annotations

import re

from gapcheck.lexicon.conditions import lowered, without, words_of_time, words_on
from gapcheck.matchers.amounts import amounts, enough, limit, parts_of_day, within_tolerance
from gapcheck.matchers.index import ResumeIndex, Shown
from gapcheck.matchers.nations import of_another_country
from gapcheck.types import Evidence, Requirement

TIMES = ("weekends", "evenings", "nights", "shifts", "early", "on-call", "overtime", "rotating")
"""Topics of hours and days."""
_ANY_DAY = ("weekends", "evenings", "nights", "shifts", "rotating")
"""Topics that "any day" and "any shift" speak to."""
_BY_DAY = (*_ANY_DAY, "on-call")
"""Topics that "days only" speaks against."""
_OFFERED = (*TIMES, "travel")
"""Topics of what a person can do, all or a part of it."""
_FACTS = ("authorization", "driving record", "vehicle", "lifting")
_CLOCKED = ("early", "evenings", "nights")
"""Topics that the hours of a shift speak to: "2 pm to 10:30 pm"."""
_PAPERS = ("background", "dbs", "clearance", "vaccination", "passport")
"""Papers and doses, some of which may be there and some not yet."""
"""What a person states of themselves wherever it stands; everything else in an objective is a wish."""
_GRADED = ("dbs", "background", "clearance", "home office")

NEVER, TAKEN, A_DAY = -1.0, -0.5, -0.25
"""A line that settles a topic for good, one that gives a part of the time away, and one that gives a day of two."""


def best_on(topic: str, requirement: Requirement, index: ResumeIndex) -> tuple[float, Evidence | None]:
    """The line that says most on one topic: 1 fully, 0.5 half, 0 contradicted; and None when nothing is said."""
    best: tuple[float, Evidence | None] = (-1.0, None)
    taken: Evidence | None = None
    most = 1.0
    asked = " ".join(requirement.text.split())
    for item, said in index.once(lines_on, topic):
        text = index.text_of(item)
        value = _worth(topic, asked, text, said)
        if value is None:
            continue
        evidence = index.evidence(item, 0, len(item.words), method="exact", score=max(value, 0.5))
        if value == NEVER:
            return 0.0, evidence
        if value == TAKEN:
            taken = taken or evidence
        elif value == A_DAY:
            most = 0.5
            best = max(best, (0.5, evidence), key=lambda found: found[0])
        elif value > best[0] or (value == best[0] and _nearer(evidence, best[1], asked, index)):
            best = (value, evidence)
    if taken is not None:
        return (0.0, taken) if best[0] <= 0 else (min(best[0], 0.5), best[1])
    return min(best[0], most), best[1]


def _nearer(one: Evidence, other: Evidence | None, asked: str, index: ResumeIndex) -> bool:
    """Whether a line that says as much as another says it in more of the posting's words."""
    return other is not None and index.nearness(one, asked) > index.nearness(other, asked)


def _worth(topic: str, asked: str, text: str, said: float) -> float | None:
    """What a line counts for what is asked; None when it is about something else after all."""
    unit = _MEASURED.get(topic, "")
    if unit and (most := limit(text, unit)) is not None:
        return NEVER if most < amounts(asked).get(unit, 0.0) else 1.0 if unit in amounts(asked) else 0.5
    if topic in TIMES and any(m["what"].lower().rstrip("s") in asked.lower() for m in _EXCLUDED.finditer(text)):
        return NEVER  # "any day but Sunday"
    if topic == "weekends" and said <= 0:
        return _one_day_denied(asked, text, said)
    if topic == "weekends" and said > 0.5 and _NO_HOLIDAYS.search(text) and "holiday" in asked.lower():
        said = 0.5
    if said < 0:
        return said
    if topic == "authorization" and said > 0 and of_another_country(asked, text):
        # a nationality says nothing of a permit, and all where a citizen is asked
        return 0.0 if _CITIZEN_ONLY.search(asked) and not _PERMIT.search(asked) else None
    if topic == "authorization" and _CITIZEN_ONLY.search(asked) and not _OTHER_RIGHT.search(asked):
        said = min(said, 0.0) if _OTHER_RIGHT.search(text) and not _CITIZEN.search(text) else said
    if topic == "authorization" and said == 1 and _FOR_GOOD.search(asked) and _FOR_A_TIME.search(text):
        said = 0.5
    if topic == "home office" and _NET.search(asked) and not _NET.search(text):
        return None
    if topic == "travel" and _OVERNIGHT.search(asked) and not _SLEEPS_AWAY.search(text) and said == 1:
        return None
    if topic == "dbs" and _ENHANCED.search(asked) and not _ENHANCED.search(text):
        said = min(said, 0.5)
    if (
        topic in _OFFERED
        and said == 0.5
        and ((_OCCASIONAL.search(asked) and _NOW_AND_THEN.search(text)) or (topic in TIMES and _ONE_IN.search(text)))
    ):
        said = 1.0
    if topic == "driving record" and (tolerated := within_tolerance(asked, text)) is not None:
        said = 1.0 if tolerated else 0.0
    if topic == "towers" and said > 0 and not _TALL.search(text):
        said = min(said, 0.5)  # "ladder work", asked for climbing towers
    if topic == "vaccination" and said == 0 and _ANOTHER_DOSE.search(text) and len(_DOSES.findall(asked)) != 1:
        said = 0.5
    if topic == "location" and said > 0 and _elsewhere(asked, text):
        return None
    reached = enough(asked, text)
    return NEVER if topic == "travel" and reached == 0 and _AT_MOST.search(text) else said * reached


_MEASURED = {"lifting": "lb", "overtime": "hour"}
"""Topics on which a person names a limit, and its unit."""
_AT_MOST = re.compile(r"\b(?:can|could|only|at\s+most|up\s+to|no\s+more\s+than|maximum)\b", re.IGNORECASE)
_ENHANCED = re.compile(r"\benhanced\b|\bupdate\s+service\b", re.IGNORECASE)
_OVERNIGHT = re.compile(r"\bovernight|\baway\s+from\s+home|\bnights?\s+away", re.IGNORECASE)
_SLEEPS_AWAY = re.compile(
    r"travel|overnight|\bnights?\b|hotel|\baway\b|abroad|\bweeks?\b|\bfl(?:y|ew|ights?)\b|states\b|countr|\btrips?\b|suitcase|overseas|offshore|plane\b|camp|sleep|deploy|tour|%",
    re.IGNORECASE,
)
_EXCLUDED = re.compile(
    r"\b(?:except|but|other\s+than|apart\s+from)\s+(?:on\s+|for\s+)?(?P<what>\w+days?|weekends?|nights|evenings)\b",
    re.IGNORECASE,
)


def _one_day_denied(asked: str, text: str, said: float) -> float | None:
    """What a line that gives the weekend away counts: half when it is one day of the two, nothing when it is another day."""
    denied = {m.group(1).lower() for m in _DAY.finditer(text)}
    wanted = {m.group(1).lower() for m in _DAY.finditer(asked)}
    if len(denied) != 1 or _WHOLE.search(text):
        return said
    if not wanted:
        return A_DAY if said == NEVER else said
    return said if denied & wanted else None


_DAY = re.compile(r"\b(satur|sun)days?\b", re.IGNORECASE)
_WHOLE = re.compile(r"weekends?|weekdays?|\bonly\b|\bholidays\b|\bfri", re.IGNORECASE)
_NO_HOLIDAYS = re.compile(r"\b(?:no|not)\s+(?:on\s+)?(?:(?:bank|public|the)\s+)?holidays\b", re.IGNORECASE)
_TALL = re.compile(r"\b(?:towers?|masts?|pylons?|turbines?|nacelles?|hub|climb\w*|rope)\b", re.IGNORECASE)
_ONE_IN = re.compile(r"\b(?:1|one)\s+(?:\w+\s+)?in\s+(?:\d+|[a-z]+)\b|\bevery\s+(?:\w+th|second|third|other)\b", re.IGNORECASE)  # fmt: skip
_DOSES = re.compile(r"\b(?:flu|covid(?:-19)?|mmr|hep\w*\.?\s*[ab]|tb|tetanus|tdap|varicella|measles)\b", re.IGNORECASE)
# "Covid jabs x3; no flu shot": one of several was had, and one not.
_ANOTHER_DOSE = re.compile(
    r"\b(?:flu|covid(?:-19)?|mmr|hep\w*\.?\s*[ab]|tb|tetanus|tdap)\b[^;,]*[;,](?:\s+but)?\s+(?:no|not|never|without)\b"
    r"|\b(?:no|not|never|without)\b[^;,]*[;,]\s+[^;,]*\b(?:flu|covid(?:-19)?|mmr|hep\w*\.?\s*[ab]|tb|tetanus|tdap)\b",
    re.IGNORECASE,
)
# "Full work rights, no sponsorship": a permit that runs out is half of it.
_FOR_GOOD = re.compile(
    r"\bfull\b|unrestricted|permanent|unlimited|indefinite|\b(?:without|no|not\s+require)\b[^.;]*\bsponsor|\bstamp\s?4\b|\bongoing\b",
    re.IGNORECASE,
)
_FOR_A_TIME = re.compile(
    r"\bstamp\s?[1236][a-z]?\b|\b(?:graduate|student|working\s+holiday|holiday|youth\s+mobility|bridging|temporary|post[-\s]study|skilled\s+worker|dependant|dependent)\s+(?:work\s+)?(?:visa|permit|route)"
    r"|\b(?:485|417|462|482|500)\b|\b(?:OPT|CPT|PGWP|PSW|TN|H-?1B)\b|\b(?:visa|permit|stamp|status)\b[^.;]{0,25}\b(?:until|till|to|expir\w+|valid|ends?|through)\b[^.;]{0,15}\b20\d\d\b",
    re.IGNORECASE,
)
_NET = re.compile(
    r"internet|broadband|\bfib(?:er|re)\b|gigabit|mbps|\bgbps|wi-?fi|ethernet|\bcable\b|\bwired\b|connection|starlink|\bdsl\b",
    re.IGNORECASE,
)
_PERMIT = re.compile(
    r"authori[sz]|permit|resident|residency|green\s+card|eligib|right|visa|permanent|settled|sponsor", re.IGNORECASE
)
_CITIZEN_ONLY = re.compile(r"\bcitizen", re.IGNORECASE)
_OTHER_RIGHT = re.compile(
    r"authori[sz]|permit|resident|green\s+card|eligib|right\s+to\s+work|visa|permanent|\bnationals?\b|settled|\bor\b",
    re.IGNORECASE,
)
_CITIZEN = re.compile(r"citizen|passport|naturali[sz]ed|\bborn\b|by\s+birth", re.IGNORECASE)
_NOW_AND_THEN = re.compile(
    r"\bnow\s+and\s+then|\bsome\b|\bonce\s+in\s+a\s+while|\btime\s+to\s+time|\boccasional|\btoo\s+often", re.IGNORECASE
)
_OCCASIONAL = re.compile(r"\boccasional(?:ly)?\b|\bsome\s+travel|\bnow\s+and\s+then\b|\brare", re.IGNORECASE)


def _elsewhere(asked: str, text: str) -> bool:
    """Whether a line tells where a person lives, and not near the place that is asked: "based in Austin", asked for Boise."""
    place = ASKED_PLACE.search(asked)
    return place is not None and place["place"].split()[0] not in text and not _READY_TO_MOVE.search(text)


ASKED_PLACE = re.compile(
    r"\b(?:in|near|of|from|to|our|the|around|outside)\s+(?:greater\s+|downtown\s+|central\s+)?(?P<place>[A-Z][\w'’-]{2,}(?:\s+[A-Z][\w'’-]+){0,2})"
)
_READY_TO_MOVE = re.compile(
    r"relocat|willing|move\b|moving|commut|office|hybrid|minutes|miles|anywhere|drive|train|bus\b|bicycle|bike|rent\b|corner|distance",
    re.IGNORECASE,
)


def lines_on(index: ResumeIndex, topic: str) -> tuple[tuple[Shown, float], ...]:
    """The lines that speak on a topic, each with how: 1 for it, 0.5 with a limit, 0 against it, or NEVER or TAKEN."""
    found = []
    for item, written, lower in index.once(_texts):
        value = _said_by(item, written, lower, topic)
        if value is not None:
            found.append((item, value))
    return tuple(found)


def _texts(index: ResumeIndex) -> tuple[tuple[Shown, str, str], ...]:
    """The lines that hold words, each as it is written and in small letters; a line that a page wraps is one, offsets stay."""
    written = ((item, re.sub(r"\s", " ", index.text_of(item))) for item in index.shown if item.words)
    return tuple((item, text, lowered(text)) for item, text in written)


def _said_by(item: Shown, written: str, lower: str, topic: str) -> float | None:
    text = without(words_on(topic, "other"), lower)
    timed = topic in TIMES
    if timed and (taken := words_of_time("taken").search(text)) and words_on(topic, "asked").search(taken.group()):
        return TAKEN
    places = [
        m
        for m in words_on(topic, "shown").finditer(text)
        if not (timed and _is_private(item, text, m.start(), m.end()))
    ]
    if timed:
        places += words_of_time("any").finditer(text)
    if not places and topic in _CLOCKED and topic in parts_of_day(written):
        return 1.0
    if topic in _ANY_DAY:
        places += words_of_time("any_day").finditer(text)
    against = _speaks_against(words_on(topic, "against"), text)
    if topic in _BY_DAY and not against:
        against = _speaks_against(words_of_time("days"), text)
    if against:
        return 0.0 if topic == "authorization" else NEVER
    if not places:
        return _by_special_words(topic, written, item)
    # "Never needed a visa, UK passport": to need no permission is to have it, so the best word decides there.
    pick = max if topic in _UNBURDENED else min
    value = pick(_said_at(item, m, topic, text) for m in places)
    if value > 0 and topic in _OFFERED and any(_OUT.match(text, m.end()) for m in places):
        value = 0.0
    if value == 0 and timed and _FREE.search(text) and not _DENIAL.search(text):
        value = 1.0
    if words_on(topic, "half").search(text) or (topic in _OFFERED and _EXCEPT.search(text)):
        value = 0.5
    if value > 0.5 and topic in _PAPERS and _NOT_DONE.search(text):
        # "police certificate here; vetting form not sent yet"
        had = any(not _NOT_DONE.search(_item_at(text, m.start())) for m in places)
        value = 0.5 if had else 0.0
    if topic == "driving record" and _MARRED.search(text) and not _CLEAN.search(text):
        value = 0.0
    return value


def _said_at(item: Shown, place: re.Match[str], topic: str, text: str) -> float:
    """How the words found at *place* are said."""
    word = place.group()
    if topic in _UNBURDENED and (word.startswith(_DENIES_NEED) or (topic == "driving record" and _BLOT.match(word))):
        return 1.0
    # "do not travel overnight": the verb behind the denial is what is said or denied
    at = item.passage.start + (place.end() - 1 if topic == "travel" else place.start())
    level = next((lv for w, lv in zip(item.words, item.levels, strict=True) if w.end > at), "")
    if level == "negated" and _UNDAUNTED.search(_clause(text, place.start(), place.end())):
        return 1.0  # "meetings at night never bothered me"
    if level == "negated" and _DENIAL.search(text) and not _DENIAL.search(_clause(text, place.start(), place.end())):
        level = ""  # "my phone is on, that has never been a quarrel": another clause is denied
    if level == "negated" and _HAD.match(_item_at(text, place.start())):
        level = ""  # "no car, clean licence"
    wished = bool(_WISHED.search(text, 0, place.start()))
    if level == "planned" and item.passage.label == "objective" and topic in _FACTS and not wished:
        return 1.0
    if level == "planned" and topic in _OFFERED and not _HOPED.search(text, 0, place.start()):
        return 1.0  # "second shift is what I want", "glad to work nights": to be willing is what is asked
    if level == "limited" and topic in _GRADED:
        return 1.0  # "basic DBS" names a grade
    if level == "learning" and topic in _FACTS:
        return 1.0  # "U.S. citizen, enrolled at night school": what is learnt is something else
    return {"negated": 0.0, "planned": 0.0, "limited": 0.5, "learning": 0.5}.get(level, 1.0)


def _is_private(item: Shown, text: str, start: int, end: int) -> bool:
    """Whether the words tell of a time beside the work: a college course, a choir."""
    if item.passage.label == "experience" and not text.startswith("volunteer"):
        return False
    clause = _clause(text, start, end)
    return bool(words_of_time("private").search(clause)) and not _AT_WORK.search(clause)


def _clause(text: str, start: int, end: int) -> str:
    """The words from *start* to *end* with what is said around them, up to the next border of a clause."""
    first = max((m.end() for m in _BORDER.finditer(text, 0, start)), default=0)
    last = _BORDER.search(text, end)
    return text[first : last.start() if last else len(text)]


def _item_at(text: str, at: int) -> str:
    """The item of a list, between commas, semicolons and full stops, that holds the character *at*."""
    first = max((text.rfind(sign, 0, at) for sign in ",;."), default=-1) + 1
    last = min((i for sign in ",;." if (i := text.find(sign, at)) >= 0), default=len(text))
    return text[first:last]


_HAD = re.compile(r"\s*(?:but\s+)?(?:an?\s+)?(?:clean|full|valid|current|have|own)\b(?!.*\b(?:no|not|never|none)\b)")
_BORDER = re.compile(r"[.;](?=\s|$)|,\s+(?:that|which|it|this|so|since|because|as)\b")
_AT_WORK = re.compile(
    r"\b(?:work(?:ed|ing)?|available|availability|shifts?|rota|fine|ok|okay|free|welcome|suits?|on[-\s]call|taught|teach|led|ran|duty)\b"
)
# "Overnight trips are out for now", "weekends are difficult".
_OUT = re.compile(
    r"\s*(?:trips|shifts|work|travel|stays|nights|duty)?\s*(?:(?:is|are)\s+)(?:out\b(?!\s+of)|off\b|not\s+(?:possible|an\s+option)|impossible|hard\b|difficult|a\s+problem|over\b|behind\s+me\b|beyond\s+me\b|too\s+much\b|no\s+longer\b|not\s+for\s+me\b|no\s+good\b)|\s*off\s+limits"
)
_FREE = re.compile(r"\bfree\b(?!\s+of\b)")
_NOT_DONE = re.compile(
    r"\b(?:not|never)\s+(?:yet\s+)?(?:been\s+)?(?:done|sent|started|submitted|filled|completed|applied|renewed|issued)\b|n['’]t\s+(?:yet\s+)?(?:done|sent|had|applied)\b"
)
_UNDAUNTED = re.compile(
    r"(?:\b(?:never|not|no)\b|n['’]t\b)\s+(?:\w+\s+)?(?:bother\w*|trouble\w*|mind(?:ed)?|problem|issue|scare\w*|faze\w*|afraid|complain\w*)\b"
)
_DENIAL = re.compile(r"\b(?:no|not|never|none|without|cannot)\b|n['’]t\b")
_DENIED_BEFORE = re.compile(r"\b(?:no|not|never|without)\b[^.;]{0,20}$|n['’]t\b[^.;]{0,20}$")


def _speaks_against(pattern: re.Pattern[str], text: str) -> bool:
    """Whether the line says by itself that the condition is not met; "no visa needed" does not."""
    return any(
        not _DENIED_BEFORE.search(text[: m.start()]) and not _OF_OTHERS.search(text[: m.start()])
        for m in pattern.finditer(text)
    )


# "Two ladies who cannot stand": what others cannot do.
_OF_OTHERS = re.compile(r"\b(?:who|which|they|he|she|residents|clients|patients|people|customers)\s+(?:\w+\s+)?$")


_EXCEPT = re.compile(
    r"\b(?:except|apart\s+from|other\s+than|but\s+not|but\s+no)\b|\bbest\s+for\s+me\b|\bprefer(?:ably|red)?\b(?!\s+(?:it|them|that|this)\b|[^.;]*\bbut\b)|\bif\s+(?:it\s+|i\s+)?(?:must|have\s+to|need)\b"
)
"""What makes an offer half of one: "any shift except Sunday mornings"."""
_UNBURDENED = ("authorization", "driving record", "background", "standing", "allergies", "smoke", "tattoos", "sight")
"""Topics on which it speaks for a person to have none: "no visa needed", "no points", "no convictions", "never sat"."""
_DENIES_NEED = ("no ", "not ", "none ", "without ", "never ", "do not ", "don't ", "don’t ", "does not ")
_BLOT = re.compile(
    r"(?:\d|one|two|three|four|zero)\s|du[ij]|dwi|speeding|suspended|at[- ]fault|accidents?|tickets?|violations?|points|los(?:t|ing)\s"
)
"""What stands on a driving record: to deny it is to speak for the person, and `_MARRED` reads the rest."""
# "Three speeding tickets" speaks to a clean record, and against it.
_MARRED = re.compile(
    r"\b(?:\d|an?|one|two|three|four|several)\s+(?:\w+\s+)?(?:tickets?|violations?|points|accidents?|crash(?:es)?|suspensions?)\b|\bat[- ]fault\b|\bspeeding\s+tickets?\b|\bsuspended\b|\brevoked\b|\blost\s+my\s+licen|\bdu[ij]\b"
)
_CLEAN = re.compile(
    r"\bclean\b|\bno\s+(?:\w+\s+)?(?:tickets?|violations?|points|accidents?)|accident[- ]free|without|\bzero\b|\bnot\s+(?:an?|one)\b|\bnever\b"
)
_HOPED = re.compile(r"\b(?:hope|hoping|wish|plan)\b[^.;]{0,30}$")
_WISHED = re.compile(r"\b(?:hope|hoping|wish|want|would\s+like|aim|plan)\b[^.;]{0,30}$")


def _by_special_words(topic: str, written: str, item: Shown) -> float | None:
    """What capital letters tell: places at which a person was for weeks, and a nationality that stands alone."""
    if (
        topic == "travel"
        and item.passage.label != "education"
        and any(p.search(written) for p in (_AROUND, _TERRITORY, _VISITED, _SPREAD))
    ):
        return 1.0
    if topic == "location" and _MOVED.search(written):
        return 1.0
    if topic == "authorization" and item.passage.label != "languages" and _NATIONAL.search(written):
        return 1.0
    return None


# "SATs in Lyon, Turin and Gdansk, two to three weeks a year".
_AROUND = re.compile(
    r"\b(?:in|to|at|across|between|from)\s+[A-Z][\w.'’-]+(?:\s[A-Z]\w+)?(?:,\s+(?:[A-Z]\w+(?:\s[A-Z]\w+)?))*,?\s+(?:and|or|to)\s+[A-Z]\w+[^.;]*\b(?:weeks|nights|days\s+(?:a|per|each|every)\s+(?:month|quarter|year)|a\s+(?:quarter|year)|per\s+(?:quarter|year))\b"
)
_VISITED = re.compile(
    r"\b(?:[Aa]udited|[Ii]nspected|[Vv]isited|[Oo]pened|[Cc]ommissioned)\b[^.;]{0,40}\bin\s+[A-Z]\w+(?:,\s[A-Z]\w+)*,?\s+and\s+[A-Z]\w+"
)
_SPREAD = re.compile(
    r"\b(?:plants|stores|sites|clinics|branches|customers|clients|dealers|suppliers|schools|offices|facilities|farms)\s+in\s+[A-Z]\w+(?:,\s[A-Z]\w+)*,?\s+and\s+[A-Z]\w+"
)
# "Covered Iowa and Nebraska out of my truck".
_TERRITORY = re.compile(
    r"\b(?:[Cc]over(?:ed|ing)?|[Tt]erritory(?:\s+of)?:?)\s+[A-Z][a-z]+(?:,\s+[A-Z][a-z]+)*,?\s+(?:and|to)\s+[A-Z][a-z]+(?!\s+(?:branch|store|clinic|desk|team))"
)
_MOVED = re.compile(r"\b[Mm]ov(?:ing|ed)\s+(?:back\s+)?to\s+[A-Z][a-z]+")
_NATIONAL = re.compile(
    r"(?:^|[,;|·•(/]\s*)(?:British|Irish|American|Canadian|Australian|Kenyan|Nigerian|Ghanaian|South\s+African|New\s+Zealander|Indian|Austrian|Belgian|Swiss|Singaporean)(?=\s*(?:$|[,;|·•)/.]))(?!,\s*(?:German|French|Spanish|Italian|English|Dutch|Polish|Danish))"
)
