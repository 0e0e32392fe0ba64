"""Conditions (travel, shifts, lifting, authorization): most resumes say nothing, and then nothing is held against them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from gapcheck.matchers.index import ResumeIndex, Shown
from gapcheck.types import Evidence, Keyword, Match, Requirement, Status

# Any time at all: speaks to nights, weekends and the like alike.
_ANY_TIME = (
    r"\bany (?:day|hours?|time|shifts?|night|weekend)\b|\ball hours\b|around the clock|\b24/7\b|\bday or night\b|\bseven days\b"
    r"|\b(?:christmas(?:es)?|thanksgivings?|new year(?:['’]s)?(?: eve)?|easter|black friday|diwali|eid)\b[^.;]{0,25}\b(?:worked|work|too|fine|welcome|ok|okay|same|included)\b"
    r"|\b(?:worked?|working|every|most)\b[^.;]{0,20}\b(?:christmas(?:es)?|thanksgivings?|new year|easter)\b"
)
_ONLY_DAYS = (
    r"\bfriday\s+only\b|\bweekdays\s+only\b|\bday\s?times?\b[^.;]{0,30}\bonly\b|\bdays\s+only\b|\b(?:first|day|morning|early)\s+shifts?\s+only\b|\bonly\s+(?:the\s+)?(?:first|day)\s+shifts?\b|\bpick(?:ing)?\s+up\s+my\s+(?:\w+\s+)?(?:daughter|son|kids?|child|children|girls?|boys?|grand\w+)\b|\bhave\s+to\s+(?:leave|be\s+home)\s+(?:by|at)\b|\bnot\s+on\s+a\s+rota\b|\bonly\s+in\s+an?\s+emergency\b|\bonly\s+(?:weekdays|days|day\s?times?|mornings)\b"
    r"|\b(?:school|office|nursery)\s+hours\s+only\b|\bterm[- ]time\s+only\b|\b(?:daycare|day care|nursery|school|kindergarten|childcare)\s+(?:drop|pick)"
    r"|\b(?:coming|come|came|got|getting)\s+off\b|\b(?:done|finished)\s+with\b|\bno\s+more\b(?!\s+than)|\bleaving\s+(?:nights|weekends|shift)|\bhome\s+(?:by|every)\s+(?:\d|five|six|night|evening)"
)
"""What speaks of days alone, and so against evenings, nights and weekends."""

# Topic -> (asked, shown): when the posting's words are of a topic, these words of a resume speak to it.
_TOPICS: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (name, re.compile(asked, re.IGNORECASE), re.compile(shown, re.IGNORECASE))
    for name, asked, shown in (
        ("travel", r"\btravel|storm duty|another state|out of state|\bdeploy(?:ed|ment)?\b|\bovernight (?:trips?|stays?)|\bnights? away",
         r"(?<!book )(?<!booked )(?<!booking )(?<!arrange )(?<!arranged )(?<!arranging )\btravel(?:l?ed|l?ing)?\b(?! (?:agen|arrangement|booking|itinerar|expense|claim|policy|industry|desk|planning|insurance|nurse|guide|history))"
         r"|\bon the road\b|\bdays? (?:away|abroad|on site)\b|\bsites? in\b|\bout of town\b|\bsites? visited\b|\bvisited\b|\b(?:away|nights?) (?:away )?from home\b|\bovernight (?:trips?|stays?)|\bnights? (?:away|in hotels?)|\bhotel nights?\b"
         r"|\bcan go anywhere\b|\bhappy to go\b|\bflew\b|\bflights? a (?:month|year)\b|\bbags? packed\b|\bsuitcase|\bairports?\b(?= (?:every|each|most|twice|weekly|monthly))|\bfrequent fl[yi]er|\bout of state\b|\boverseas\b|\boffshore\b|\babroad\b|\bweeks on\b(?=[^.;]{0,20}\boff\b)|\bper diem\b|\bstorm (?:duty|work|calls)\b"
         r"|\btrips? (?:a (?:month|year|quarter)|to)\b|\b(?:drove|drive|driving|covered|cover) (?:\d[\d,]*|thousands of|long) (?:miles|km|distances)|\b(?:miles|km) a (?:week|month|year)\b|\b(?:install(?:ed|s|ations)|audits?|commission(?:ed|ing)|start-?ups?|projects|customers|plants|clients|sites|stores|branches|schools) (?:in|across) (?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|many) (?:\w+ )?(?:states|countries|counties|provinces|continents|cities|towns)"
         r"|\bbetween (?:the )?(?:two|three|four|five|six|\d) (?:sites|schools|campuses|plants|offices|hospitals|branches|clinics|stores|depots|locations)|\b(?:do|does|can) ?(?:not|n['’]t) (?:fly|be away)|\bI fly\b|\baway (?:two|three|four|\d|one|a|every|most|for|overnight)\b|\b(?:nights?|weeks?|days?) on the road\b|\bhome every (?:night|evening)\b|\b(?:client|customer|plant|supplier|farm|school|store) visits\b|\bvisit (?:customers|clients|sites|plants|suppliers|farms|schools|stores|branches|dealers)\b"),
        ("authorization", r"authori[sz]|right to work|\bU\.?S\.? person|\bITAR\b|citizen|eligib|\bvisa|work permit|sponsor|permit\b(?=.*\bwork)|nationals?\b",
         r"\b(?:no|never|not|without|n['’]t)\b[^.;]{0,25}\b(?:visa|sponsor)|passport|authori[sz]ed to work|work authori[sz]ation|citizen|right to work|permanent resident|\bresident since\b|green card|\bstamp 4\b|no permit needed|\bvisa\b|work permit|(?:pre-)?settled status|eligible to work|national\b"
         r"|\bborn (?:and (?:raised|bred) )?in\b|leave to remain|\bsponsorship\b|\bnaturali[sz]ed\b|\bEAD\b|\bH-?1B\b|\bF-?1 OPT\b|\bILR\b|work rights|\bunrestricted\b|\bnationality\b|\bDACA\b|\bU\.?S\.? person\b|\basyl|\bwork(?:ing)? (?:here|in the \w+) without\b|\blegally\b"),
        ("lifting", r"\blift|\bpounds?\b|\blbs?\b|\bkg\b|carry(?:ing)? up",
         r"(?<!scissor )(?<!boom )(?<!low )(?<!down )(?<!fork )(?<!man )(?<!stair )(?<!chair )\blift(?:ed|s|ing)?\s+(?:and|up|to|\d|heavy|of|patients|residents|boxes|cases|bags|over|weights)|\d+\s*-?\s*(?:lbs?|pounds?|pounders?|kg|kilos?)\b|\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)[- ](?:pounds?|kilos?|pounders?)\b|boxes up to|heavy (?:lifting|loads?|boxes|sacks|bags)|manual handling"
         r"|\bkegs\b|\bstrong back\b|\bhand[- ]?ball(?:ed|ing)\b|\b(?:un)?load(?:ed|ing|s)?\b[^.;]{0,30}\bby hand\b|\b(?:moved?|moving|carr(?:y|ied)) (?:furniture|pianos|appliances|toddlers|children|patients|residents)\b|\bfurniture mover|\bdeadlift|\b(?:bad|sore|fused|injured) (?:back|shoulder|knees?)\b|\bby hand, (?:no|without)\b|\b(?:bags|sacks|sheets|rolls|bundles) of (?:cement|concrete|mulch|flour|feed|grain|plaster|drywall|shingles|carpet)|\b(?:carr(?:y|ied|ying)|haul(?:ed|ing)?|hump(?:ed|ing)?)\b[^.;]{0,20}\b(?:upstairs|up (?:the )?stairs|flights?|drywall|shingles|furniture|pianos?|appliances|water heaters?)\b|\bwater heaters? (?:down|up)\b"),
        ("standing", r"\bstand(?:ing)?\b|walk(?:ing)?\s+(?:up|for|long|\d|all|active|sites|around|distances|the site)|walks?\s+\d|on (?:your|their) feet", r"\bon (?:my|your|our) feet\b|\bstanding\b|\bstand (?:all|for|up|long|ten|twelve|\d)\b|on foot|\bfeet (?:all|for|the|most)\b|\bstood (?:all|for|at)\b|\bmiles (?:a|per|every) (?:day|shift|night)\b|\d[\d,]*k? steps (?:a|per|every)\b|\bwalk(?:ed|ing)? (?:(?:\d+|ten|twelve|eight|six) miles|miles|the (?:site|job|yard|line))|\b(?:site|floor|yard|\w+day) walks?\b"),
        ("heights", r"heights|ladders|climb|walk (?:a|the) roof", r"\bladders?\b(?! diagram| logic| schem| drawing)|\bheights\b|\bclimb|scaffold|roof|boom lift|bucket truck|cherry picker|\bMEWPs?\b|\bIPAF\b|\battics?\b|rope access|\btowers?\b(?= (?:work|climb|hand|crew))"),
        ("weekends", r"\bweekends?\b|saturdays?\b|sundays?\b|holidays", rf"\bweekends?\b|saturdays?|(?<!every )sundays?(?! school)|(?:bank|public|all|most) holidays|\bholidays\b(?! (?:cover|visit|in))|\bholiday (?:season|shifts?)\b|friday only\b|\bweekdays only\b|{_ANY_TIME}|\bday ?times? only"),
        ("nights", r"\bnights?\b|overnight(?! (?:travel|trips?|stays?))|late shift|evenings?|rotating", rf"\bnights?\b(?! audit| nurse| club| school| class| out| before| (?:away|in hotels?))|\bday ?times?\b[^.;]{{0,30}}\bonly\b|\bdays only\b|\b(?:first|day) shifts? only\b|overnight(?! (?:staff|parcel|delivery|shipping|trips?|stays?))|late (?:shifts?|close|finish(?:es)?)|\blates\b|evenings?\b(?! class| course)|rotating|third shift|second shift|\bp\.?m\.? (?:shift|to)|graveyard|twilight|(?:until|till|to) (?:midnight|\d(?::\d\d)? ?a\.?m)|{_ANY_TIME}"),
        ("early", r"early (?:shifts?|starts?|mornings?|hours)|\b[3-6](?::\d\d)? ?a\.?m\b|\b[3-6]:\d\d start", r"\bearl(?:y|ies)\b(?! (?:years|childhood|intervention|career|adopter|stage|help|learning|warning|release))|\b(?:[3-6]|three|four|five|six)(?::\d\d)? ?(?:a\.?m\b|in the morning)|\b[3-6]:\d\d start|\bmorning shifts?\b|\bdawn\b|\bdays only\b|\bnursery drop|\b(?:school|daycare) drop"),
        ("overtime", r"overtime|extra hours|stay(?:ing)? (?:late|after)|remain after|long hours|peak (?:season|periods?)", r"overtime|stay(?:ed|ing)? (?:late|on)|late (?:nights|finish(?:es)?)|\bpick(?:ing)? up my\b|\bhave to leave\b|long (?:hours|days|weeks)|extra (?:hours|shifts)|\b[5-9]\d[- ]hours?\b|(?:sixty|fifty|seventy)[- ]hour|mandatory sixes|\b[1-3]\d-hour days?\b|until it (?:is|was) done"),
        ("shifts", r"\bshifts?\b|hours|schedule|availab|rota\b|\d ?[ap]\.?m\b|\b(?:mon|tues|wednes|thurs|fri)days?\b(?![^.;]*office)|part[- ]time|full[- ]time", rf"\bshifts?\b(?! lead| manager| supervisor)|overtime|\bavailab(?:le|ility)\b(?! (?:on request|upon request))|flexible hours|rotating|\d\d-hour|\b(?:twelve|ten|eight)-hour|\bearlies\b|\blates\b|\brota\b|\bweekends?\b|\bevenings?\b(?! class| course)|\bnights\b|\bdays only\b|\bday ?times? only\b|\b(?:first|day) shifts? only\b|\bpick(?:ing)? up my\b|\bhave to leave\b|\b(?:cannot|can[’']t|can not|free|available|off) (?:\w+ )?(?:on |do |work |all |every )?(?:mon|tues|wednes|thurs|fri)days?\b|\bhours (?:a|per) week\b|\d ?[ap]\.?m\.? (?:to|-|–) |{_ANY_TIME}"),
        ("on-call", r"on[- ]call|one week in|call[- ]?outs?\b|after[- ]hours|out[- ]of[- ]hours|outside (?:of )?(?:business|office|normal|working) hours", r"on[- ]call(?!s? list of)|\bpager\b|\bbeeper\b|\bbleep\b|duty phone|\b(?:phone|call) (?:list|tree|rota|roster)\b|phone on the night|(?:emergency|night|after-hours|duty) (?:phone|line|rota|mobile)|call[- ]?outs?\b|call(?:ed)? (?:in|out)\b|after[- ]hours|stand-?by|out[- ]of[- ]hours|\bany hour\b|\b(?:answer|reach|reachable|phone on)\b[^.;]{0,25}\b(?:night|weekend|holiday|hour)|\bphone (?:is )?(?:always )?on\b|\bat (?:2|3|two|three) (?:a\.?m|in the morning)"),
        ("driving record", r"driving record|insurab|clean record|\bmvr\b|violations", r"\bdriver: clean|clean (?:driving|driver|mvr|motor|record|licen)|licen[cs]e[^.;\n]{0,15}\bclean\b|at[- ]fault|my fault|speeding|driving record|no (?:points|violations|accidents|tickets|moving)|accident[- ]free|\bMVR\b|insurable|without an accident|(?<![\d.])\b(?:one|two|three|four|\d|zero) (?:(?:car )?(?:accidents|crashes|tickets|collisions)|points on|moving)\b|\bDUI\b|\bDWI\b|suspended licen|licen[cs]e (?:was )?suspended|million (?:safe )?miles"),
        ("clearance", r"(?<!dbs )(?<!customs )clearance(?!house)", r"clearance(?! (?:sale|rack|aisle|items?))|\bTS/SCI\b|vetted|\b(?:SC|DV) cleared|\bcleared\b[^.;]{0,15}\b(?:secret|government|federal)|public trust"),
        ("background", r"background|\bbond(?:able|ed)\b|credit check|sector check|threat assessment|risk assessment|vulnerable sector|fingerprint|criminal record|safety check|disclosure", r"background (?:check|screen|investigation|clear)[a-z]*|passed the clearances|clearances? for working with|\bSIDA\b|\bTWIC\b|vulnerable sector|criminal record|police (?:check|certificate|clearance|vetting)|\bdbs\b|\bCRB\b|\bPVG\b|enhanced disclosure|garda vett|working with children|blue card|live ?scan|fingerprint|public trust|no (?:record|convictions?)\b|\bbonded\b|good conduct|\b(?:MERIT|background|safety check)\b[^.;]{0,20}\bclear(?:ed)?|children['’]s worker"),
        ("vaccination", r"vaccin|immuni[sz]|hepatitis|\bMMR\b|\bTB (?:test|screen|skin)|flu shot", r"vaccin|immuni[sz]|\bhep(?:atitis)?\.? ?[ab]\b|\bMMR\b|flu (?:shot|jab)|\bboosters?\b|\btit(?:er|re)s?\b|\bTB (?:test|screen|skin|clear)|\bshots (?:are )?(?:current|up to date)|tetanus|\bcovid\b|\bflu (?:shots?|jabs?)\b|\bjabs?\b"),
        ("drug", r"\bdrug", r"drug[- ](?:screen|test|free)|\bhair test"),
        ("dbs", r"\bdbs\b", r"\bdbs\b"),
        ("location", r"live within|\blive,|\blive (?:in|near|or)\b|relocat|commut|based in|located in|\bresid(?:e|ing)\b|residency|in(?:side)? (?:the|our) (?:\w+ )?office|headquarters|\bhybrid\b|\bon[- ]site \d|within \d+ (?:minutes|miles|km|hour)",
         r"relocat|commut|willing to move|\bmiles (?:from|away|of)\b|based in|moving to|moved to (?-i:[A-Z])|\bremote (?:\w+ )?only\b|\bonly remote\b|\bcome in ?to (?:an?|the|your) office|\bdays? (?:a week )?in (?:an|the|your) office|\blive in|\blives in|\bminutes?\b[^.;]{0,30}\b(?:from|away|walk|drive|bicycle|bike|bus|by car|by train)\b|\b(?:looking|happy|able) to (?:rent|move|buy)\b|\b(?:house|flat|apartment) in [A-Z]|\b\d+ miles\b|\bcan be (?:there|in the office)\b|\bhybrid\b|\bin the office (?:two|three|four|\d|on|every|most)|\b(?:two|three|four|\d) days (?:a|per) week in\b|\bmov(?:e|ing) (?:back|closer|house)\b|\bby (?:car|train|bus|bike|subway)\b|\bown (?:a )?home in\b"),
        ("vehicle", r"own (?:\w+ )?(?:vehicle|car|transport)|reliable (?:transport|vehicle)|(?:a|your) (?:car|vehicle) (?:for|to)|use of a (?:car|vehicle)|access to a (?:car|vehicle)", r"\b(?:own|reliable|personal|my) (?:[a-z0-9]+ )?(?:car|vehicle|van|truck|pickup|transport|wheels|minivan|SUV)\b|\bcar owner|licen[cs]e[^.;\n]{0,25}\b(?:car|van|truck|vehicle)\b|\b(?:car|van|truck)[^.;\n]{0,20}\blicen[cs]e|\b(?:my|own|a) (?:(?:19|20)\d\d )?(?:Honda|Toyota|Ford|Subaru|Chevy|Jeep|Nissan|Mazda|Hyundai|Kia|VW|Tacoma|Civic|Corolla)\b|\b(?:car|pickup|van|truck) (?:of my own|paid off|insured|available)|\bpickup truck\b|\b(?:have|has|with) a (?:car|van|pickup)\b|licen[cs]e (?:and|\+|&) (?:a )?(?:car|van|vehicle)"),
        ("tools", r"own (?:hand )?tools", r"\bown (?:hand |full |set of |basic )*tools?|tool (?:list|bag|box|set|belt|chest|cart)|hand tools|\btools?\b[^.;]{0,25}\b(?:are |all )?mine\b|\b(?:roll cabs?|roll cart|tool chest|toolbox|Kennedy box)\b|\bmy tools\b|\btools,? (?:of my own|paid)"),
        ("cold", r"freezer|\bcold\b|refrigerat", r"freezer|cold (?:storage|room|store)|walk-in|cooler|chilled|-\d+ ?[FC]\b|ice house|reefer"),
        ("outdoors", r"outdoors?|weather|\bheat\b|temperatures", r"outdoors?|all weathers?|(?:any|every) weather|\brain\b|\bheat\b|outside in|\bsnow or\b|\bmud\b|\bsummers? and winters?\b|\bwinters? (?:outside|on)|rain or shine|\b(?:in|through|whatever the|any|every|all|of) (?:the )?(?:rain|snow|sleet|hail|mud|frost|blizzards?|cold|heat|sun|wind|winters?)\b|\bminus (?:ten|twenty|thirty|\d+)\b|\b\d+ (?:degrees|below)\b|\boutside (?:all|every|year|most|since|work)|\bwork(?:ed|ing)? outside\b|\bfreez(?:er|ing)\b|\bcold (?:rooms?|store|storage)\b|\bcold in\b|\bhot in\b|\bhot (?:line|kitchen|attics?|plant|shop)\b|\bno (?:AC|air conditioning)\b"),
        ("home office", r"home internet|place to work|home office|internet", r"home office|internet|fib(?:er|re)\b|quiet (?:room|place)|spare (?:bed)?room|back bedroom|broadband|gigabit|\bwork(?:ed|ing)? from home\b"),
        ("portfolio", r"portfolio", r"portfolio|behance|dribbble|\.design\b|case stud|work samples?|github\.(?:com|io)|artstation|vimeo|dribbble|flickr|\bshow ?reel\b|\blook ?book\b|\bclips\b|(?<![@\w.-])(?!linkedin|www\.linkedin)(?:https?://)?(?:[\w-]+\.)+(?:com|io|net|me|co|dev|studio|art|photo|design|org)\b(?!/in/)"),
        ("smoke", r"smok", r"smok"),
        ("passport", r"passport", r"passport"),
        ("kneeling", r"kneel|stoop|crouch|\bbend\b|\bsquat|on the floor|from the floor", r"kneel|\bknees\b|crawl|\b(?:down )?on the floor\b|stoop|crouch|squat|\bfused back\b"),
    )
)  # fmt: skip
_SPEAKS_TO = {name: shown for name, _, shown in _TOPICS}
"""Topic -> the words of a resume that speak to it."""
_AGE_ASKED = re.compile(r"\b(?P<n>\d\d|eighteen|twenty[-\s]one)\s+(?:years\s+(?:of\s+age|old)|years?\s+or\s+older|or\s+older)", re.IGNORECASE)  # fmt: skip
_BORN = re.compile(r"\b(?:born|date of birth|d\.?o\.?b\.?)\b[^\n]{0,25}?\b(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
_AGED = re.compile(r"\b(?P<n>\d\d) years old\b|\bage[d:]?\s+(?P<m>\d\d)\b", re.IGNORECASE)
_TENS = {
    name: 10 * (i + 2) for i, name in enumerate("twenty thirty forty fifty sixty seventy eighty ninety hundred".split())
}
_TENS["ten"] = 10
_AMOUNT = re.compile(
    rf"(?<![\d/.])(\d{{1,3}}(?=\s?(?:-|–|to)\s?\d)|\d{{1,3}}(?:\.\d+)?|\b(?:{'|'.join(_TENS)})\b)(?:\s?(?:-|–|to)\s?\d{{1,3}})?[\s-]*(?:travel\s+)?(%|lbs?|pounds?|kg|kilos?|per ?cent|hours?|days?|nights?|feet|ft)(?!\w)",
    re.IGNORECASE,
)


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
    unspoken = [name for name, (_, evidence) in zip(topics, results, strict=True) if evidence is None]
    asked = 1 if _alternatives(requirement) else len(spoken) + sum(name not in _CHECKS for name in unspoken)
    aside = unspoken[:1] == list(topics[:1]) and len(spoken) * 2 <= len(topics) and asked > 1
    if aside and not _in_figures(requirement, spoken):
        return make(requirement, "unstated", [replace(k, status="unstated") for k in keywords], (), index)
    worst, share = min(values), len(spoken) / max(1, asked)
    half = worst == 0 and max(values) >= 1  # "evenings twice a week; no weekends so far" is half of both
    status: Status = "missing" if worst == 0 and not half else "met" if worst >= 1 and share > 0.5 else "partial"
    return make(requirement, status, [replace(k, status=status) for k in keywords], [e for _, e in spoken], index)


_CHECKS = ("background", "drug", "vaccination", "smoke")
"""Topics on which resumes are silent even when they speak of what stands beside them in the posting."""


def _alternatives(requirement: Requirement) -> bool:
    """Whether one of the topics is enough: "stay late or come in on a weekend"."""
    places = [m.span() for _, topic, _ in _TOPICS if (m := topic.search(requirement.text))]
    return any(
        re.search(r"\bor\b", requirement.text[end:start])
        for (_, end), (start, _) in pairwise(sorted(places))
        if end < start
    )


def _in_figures(requirement: Requirement, spoken: Sequence[tuple[float, Evidence | None]]) -> bool:
    """Whether what is spoken of is said in the unit in which the posting asks it."""
    asked = _amounts(requirement.text)
    return any(asked.keys() & _amounts(evidence.text).keys() for _, evidence in spoken if evidence is not None)


@lru_cache(maxsize=2_000)  # a batch asks again with each resume
def _topics(asked: str) -> tuple[str, ...]:
    """The topics of a condition in the order in which it names them."""
    asked = asked.replace("\n", " ")
    found = sorted((m.start(), name) for name, topic, _ in _TOPICS if (m := topic.search(asked)))
    names = [name for _, name in found]
    return tuple(name for name in names if name != "shifts" or len(names) == 1)


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
        text = index.text_of(item)
        value = said * _enough(requirement.text, text)
        if topic == "dbs" and _ENHANCED.search(requirement.text) and not _ENHANCED.search(text):
            value = min(value, 0.5)
        if said < 0:
            best = (0.0, index.evidence(item, 0, len(item.words), method="exact", score=0.5))
            break
        if value > best[0]:
            best = (value, index.evidence(item, 0, len(item.words), method="exact", score=max(value, 0.5)))
    return best


_ENHANCED = re.compile(r"\benhanced\b", re.IGNORECASE)


def _lines_on(index: ResumeIndex, topic: str) -> tuple[tuple[Shown, float], ...]:
    """The lines that speak on a topic, each with how: 1 for it, 0.5 with a limit, 0 against it, -1 once and for all."""
    pattern = _SPEAKS_TO[topic]
    found = []
    for item in index.shown:
        text = index.text_of(item).replace("\n", " ")  # a line that a PDF wraps; offsets stay
        if not item.words or not pattern.search(text):
            continue
        # "Never needed a visa, UK passport": to need no permission is to have it, so the best word decides there.
        pick = max if topic == "authorization" else min
        value = pick(
            1.0
            if m.group().lower().startswith(_DENIES_NEED) or (topic == "driving record" and _BLOT.match(m.group()))
            else _said(item, m.start(), topic, wished=bool(_WISHED.search(text, 0, m.start())))
            for m in pattern.finditer(text)
        )
        if topic in _AGAINST and _speaks_against(_AGAINST[topic], text):
            value = 0.0 if topic == "authorization" else -1.0
        if topic in _OFFERED and value >= 0 and _EXCEPT.search(text):
            value = 0.5
        if topic == "driving record" and _MARRED.search(text) and not _CLEAN.search(text):
            value = 0.0
        found.append((item, value))
    return tuple(found)


_AGAINST = {
    **dict.fromkeys(
        ("weekends", "nights", "shifts", "early", "on-call", "overtime"), re.compile(_ONLY_DAYS, re.IGNORECASE)
    ),
    "travel": re.compile(
        r"\bhome\s+every\s+(?:night|evening)\b|\bday\s+trips\s+only\b|\b(?:prefer|rather)\s+(?:not\s+to|no)\s+(?:travel|overnight)",
        re.IGNORECASE,
    ),
    "lifting": re.compile(
        r"\b(?:bad|sore|fused|injured)\s+(?:back|shoulder|knees?)\b|\bnothing\s+(?:over|above|heavier)\b|\bno\s+(?:more\s+)?(?:heavy\s+)?lifting\b|\blight\s+duty\b|\blifting\s+(?:limit|restriction)",
        re.IGNORECASE,
    ),
    "kneeling": re.compile(r"\bbad\s+knees?\b|\bfused\s+back\b", re.IGNORECASE),
    "heights": re.compile(
        r"\b(?:(?:afraid|fear|scared)\s+of|hates?)\s+heights\b|\bladders\s+are\s+out\b|\bno\s+ladders\b|\bvertigo\b",
        re.IGNORECASE,
    ),
    "location": re.compile(
        r"\bremote\s+(?:\w+\s+)?only\b|\bonly\s+remote\b|\bfully\s+remote\s+only\b|\b(?:not|n['’]t)\s+(?:able\s+to\s+|willing\s+to\s+)?(?:relocat|mov)",
        re.IGNORECASE,
    ),
    "vehicle": re.compile(r"\bno\s+(?:car|vehicle|licen[cs]e)\b|\bdo\s+not\s+(?:drive|own)\b", re.IGNORECASE),
    "authorization": re.compile(
        r"\bno\s+(?:work\s+)?permit\s+yet\b|\bneed(?:s|ed|ing)?\s+(?:a\s+)?(?:visa|sponsor)|\b(?:visa|permit|sponsorship)\s+(?:is\s+)?(?:needed|required|pending)\b",
        re.IGNORECASE,
    ),
}
_DENIED = re.compile(r"\b(?:no|not|never|without)\b[^.;]{0,20}$|n['’]t\b[^.;]{0,20}$", re.IGNORECASE)


def _speaks_against(pattern: re.Pattern[str], text: str) -> bool:
    """Whether the line says by itself that the condition is not met; "no visa needed" does not."""
    return any(not _DENIED.search(text[: m.start()]) for m in pattern.finditer(text))


_OFFERED = ("weekends", "nights", "shifts", "early", "on-call", "overtime", "travel")
"""Topics of what a person can do, all or a part of it."""
_EXCEPT = re.compile(
    r"\b(?:except|apart\s+from|other\s+than|but\s+not|but\s+no)\b|\bbest\s+for\s+me\b|\bprefer(?:ably|red)?\b(?!\s+(?:it|them|that|this)\b|[^.;]*\bbut\b)|\bif\s+(?:it\s+|i\s+)?(?:must|have\s+to|need)\b",
    re.IGNORECASE,
)
"""What makes an offer half of one: "any shift except Sunday mornings"."""
_DENIES_NEED = ("no ", "without ", "never ")
_BLOT = re.compile(
    r"(?:\d|one|two|three|four|zero)\s|du[ij]|dwi|speeding|suspended|at[- ]fault|accidents?|tickets?|violations?|points",
    re.IGNORECASE,
)
"""What stands on a driving record: to deny it is to speak for the person, and `_MARRED` reads the rest."""


_FACTS = ("authorization", "driving record", "vehicle")
"""What a person states of themselves wherever it stands; everything else in an objective is a wish."""


_GRADED = ("dbs", "background", "clearance")
_WISHED = re.compile(r"\b(?:hope|hoping|wish|want|would like|aim|plan)\b[^.;]{0,30}$", re.IGNORECASE)


def _said(item: Shown, at: int, topic: str, *, wished: bool) -> float:
    """How a word that begins at the offset *at* of the passage is said."""
    level = next((lv for w, lv in zip(item.words, item.levels, strict=True) if w.end > item.passage.start + at), "")
    if level == "planned" and item.passage.label == "objective" and topic in _FACTS and not wished:
        return 1.0
    if level == "limited" and topic in _GRADED:
        return 1.0  # "basic DBS" names a grade
    return {"negated": 0.0, "planned": 0.0, "limited": 0.5, "learning": 0.5}.get(level, 1.0)


def _enough(asked: str, shown: str) -> float:
    """1 when the amount shown reaches the amount asked or one of them names none; half when it falls short."""
    wanted = _amounts(asked)
    given = _amounts(shown) if wanted else {}
    for unit, amount in wanted.items():
        if unit in given:
            # what was carried once is no limit; "at most ten nights away" is one
            return 1.0 if given[unit] >= amount else 0.0 if unit == "day" and given[unit] <= amount / 2 else 0.5
    return 1.0


def _amounts(text: str) -> dict[str, float]:
    found: dict[str, float] = {}
    for number, unit in _AMOUNT.findall(text):
        name = {
            "pounds": "lb",
            "pound": "lb",
            "lbs": "lb",
            "per cent": "%",
            "percent": "%",
            "ft": "feet",
            "kilo": "kg",
            "kilos": "kg",
            "night": "day",
            "nights": "day",
        }.get(unit.lower(), unit.lower().rstrip("s"))
        value = float(_TENS.get(number.lower(), 0) or number)
        if name == "kg":
            name, value = "lb", value * 2.2046
        found[name] = max(found.get(name, 0.0), value)
    return found
