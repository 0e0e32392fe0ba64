"""Years, degrees and dates: typed values read from words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "eighteen": 18, "twenty": 20,
    "thirty": 30, "couple of": 2, "a couple of": 2, "a few": 3, "few": 3, "several": 3, "half a": 0.5, "half": 0.5, "dozen": 12, "a dozen": 12,
}  # fmt: skip
_N = r"(?:\d{1,2}(?:\.\d)?|" + "|".join(sorted((n.replace(" ", r"\s") for n in _NUMBERS), key=len, reverse=True)) + ")"

_YEARS = re.compile(
    rf"""
    (?<!within\ )(?<!in\ the\ last\ )(?<!in\ the\ past\ )(?<!within\ the\ last\ )
    (?P<low>\b{_N})                                   # 5   five   a couple of
    (?:\s*\(\s*(?P<digits>\d{{1,2}})\s*\))?           # five (5)
    \s*(?:\+|plus\b|or\s+more\b|or\s+so\b)?           # 5+   three or more
    (?:\s*(?:-|–|—|to|/|or)\s*(?:{_N})(?:\s*\(\s*\d{{1,2}}\s*\))?)?\s*\+?    # 2-4   two to four
    (?:\s*(?:full|or\s+more|solid|good|complete))?
    [\s-]*(?P<unit>years?\b|yrs?\b\.?|months?\b|mos?\b\.?|yoe\b)['’]?
    (?![\s-]*(?:olds?\b|of\s+age|ago|from\s+now|of\s+(?:hire|employment|start|joining|graduation)|contract|term|warranty|bonus|plan|history\s+as\s+a\s+company))
    """,
    re.VERBOSE | re.IGNORECASE,
)


# "Once a month", "six shows a year", "one Saturday a month", "about four a month": how often, not how long.
_RATE = re.compile(
    r"\b(?:once|twice|thrice|times?|days?|nights?|weekends?|weeks?|months?|hours?|\w+days?|\d[\d,.]*(?:\s+\w+){0,2}|(?:one|two|three|four|five|six|ten)\s+(?!years?\b|months?\b|or\b)(?:[a-z]+\s+){0,2}[a-z]+|one|two|three|four|five|six|seven|eight|nine|ten|several)\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Years:
    """A span of time named in a text: its minimum in years, and where it stands."""

    minimum: float
    start: int
    end: int


def find_years(text: str, offset: int = 0) -> list[Years]:
    """Each number of years (or months) of experience named in *text*.

    >>> [y.minimum for y in find_years("minimum of five (5) years, or two to four years with a degree")]
    [5.0, 2.0]
    >>> [y.minimum for y in find_years("at least 18 months of dispatch; founded 12 years ago")]
    [1.5]
    >>> find_years("visits once a month, 45 mailings a year, about four a month")
    []
    """
    found = []
    for m in _YEARS.finditer(text):
        if m.group("low").lower() in ("a", "an") and _RATE.search(text, 0, m.start()):
            continue
        if _names_a_thing(text, m):
            continue
        value = _value(m.group("digits") or m.group("low"))
        if m.group("unit").lower().startswith("mo"):
            value /= 12
        if value <= 45:
            found.append(Years(value, offset + m.start(), offset + m.end()))
    return found


_ASKED_IN_YEARS = re.compile(
    r"\s*(?:$|[.,;)(]|(?:\w+[\s/-]+){0,4}(?:experience|background|minimum|exposure|history|record)\b|of\b|in\b|as\b)",
    re.IGNORECASE,
)


def _names_a_thing(text: str, m: re.Match[str]) -> bool:
    """The "five-year" of "five-year capital plan" says which plan; "a 2-year minimum" is asked of the person."""
    unit = m.group("unit").lower()
    glued = text[m.start("unit") - 1] == "-" and unit in ("year", "month")
    return glued and not _ASKED_IN_YEARS.match(text, m.end())


SHARE_OF_YEARS = re.compile(
    rf",\s+(?P<share>(?:(?:at\s+least|including|with)\s+)?(?P<n>{_N})\s+(?:of\s+(?:them|which|those|that)\b|(?:running|leading|managing|supervising)\b)"
    rf"|of\s+which\s+(?:at\s+least\s+)?(?P<m>{_N})\b)",
    re.IGNORECASE,
)
"""A part of the years named before: ", one of them as a lead", ", of which two with ..."."""


def share_of_years(sentence: str, start: int) -> list[Years]:
    """The years that a clause from *start* on asks of those which the sentence names before it."""
    m = next((m for m in SHARE_OF_YEARS.finditer(sentence) if m.start("share") == start), None)
    if m is None or not find_years(sentence[: m.start()]):
        return []
    return [Years(_value(m["n"] or m["m"]), start, m.end())]


def _value(text: str) -> float:
    words = " ".join(text.lower().split())
    return float(_NUMBERS[words]) if words in _NUMBERS else float(words)


# --- degrees -------------------------------------------------------------------------------------------------

Degree = Literal["secondary", "diploma", "associate", "bachelor", "master", "doctorate"]
LADDER: tuple[Degree, ...] = ("secondary", "diploma", "associate", "bachelor", "master", "doctorate")

_DEGREES: tuple[tuple[Degree, re.Pattern[str]], ...] = (
    ("doctorate", re.compile(r"\b(?:ph\.?\s?d\.?|doctorate|doctoral|dphil|d\.?phil|(?-i:Ed\.?D\.?)|j\.?d\.?(?=[\s,)/]|$)|juris doctor|m\.?d\.?(?=\s+(?:from|degree|\())|dnp|pharm\.?d)(?!\w)", re.I)),
    ("master", re.compile(r"\b(?:(?<!scrum\s)(?<!station\s)(?<!web\s)(?<!harbor\s)(?<!harbour\s)(?<!quarter\s)(?<!bed\s)(?<!dungeon\s)(?<!choir\s)(?<!scale\s)(?<!task\s)(?<!grand\s)(?<!yard\s)(?<!toast\s)(?<!ring\s)(?<!post\s)(?<!train\s)master(?:['’]?s)?(?!\s+(?:plumber|electrician|of\s+ceremon|mechanic|plan|data|schedule|chef|carpenter|technician|of\s+the\s+grill|bedroom|file|service|card))(?=\s+(?:of|in|degree|or|level|and|preferred|required)\b|['’]|\s*[,.;)/]|\s*$)|m\.?sc\.?|m\.?b\.?a\.?|(?-i:M\.?Ed\.?)|m\.?s\.?w\.?|m\.?p\.?h\.?|msn|m\.?a\.?(?=\s+(?:in|degree)|,|\s*\()|m\.s\.|ms(?=\s+(?:in|degree)|,\s)|(?-i:M\.?\s?(?:Com|Tech|Pharm)\b\.?)|post-?graduate\s+diploma|(?-i:P\.?[Gg]\.?\s?(?:Dip|Cert)\b\.?)|meng|mres|mphil|(?-i:LL\.M\.?|LLM(?<=^LLM)(?=\W*$)|LLM(?=\s+(?:in\b|degree|[A-Z][a-z]+\s+[Ll]aw)|,?\s*(?:19|20)\d\d|,\s+[A-Z][a-z]+[\w\s]*(?:Law|University|School|College)))|mfa|mpa|macc|(?-i:Dipl(?:om)?[.-]{1,2}\s?[A-Z]\w*\.?|Magister(?=\s+[A-Z])|Laurea\s+(?:[Mm]agistrale|[Ss]pecialistica)|M[aá]ster\s+(?:en|em)|Ma[iî]trise\s+(?:en|de)|mgr(?:\s+in[zż]\.?)?(?=\s+\w)|Dipl[oô]me\s+d['’][Ii]ng[eé]nieur|Mestrado\s+em)|(?-i:M(?:Chem|Phys|Math|Biol|Bio|Sci|Comp|Arch|Pharm|Litt|StJ|Stat|Geol|Geog))|graduate degree|post-?graduate (?:degree|qualification|award)|advanced degree)(?!\w)", re.I)),
    ("bachelor", re.compile(r"\b(?:bachelor(?:['’]?s)?|undergraduate degree|university degree|college degree|(?:three|four|3|4)[- ]year\s+(?:[\w-]+\s+){0,4}?degree|(?-i:B\.?\s?(?:Com|Tech|Arch|Pharm)\b\.?|BCA|BHM|MBBS)|first degree|(?-i:Licence\s+(?:en|professionnelle|de)\b|Licenciatura(?:\s+(?:en|em))?|Licenciad[oa]\s+en|Laurea(?:\s+(?:[Tt]riennale|in))?|Grado\s+en|Bacharel(?:ado)?(?:\s+em)?|Gradua[cç][aã]o\s+em|Ingenier[íi]a\s+(?:en|de|[A-Z])|Ingeniero\s+[A-Z]\w+|in[zż]\.\s|HBO(?=\s+[A-Z]|,)|B\.?E\.?(?=\s*(?:\(|in\b|,\s+[A-Z][a-z]+\s+[Ee]ng)))|hono(?:u)?rs degree|b\.?sc\.?|b\.?b\.?a\.?|b\.?eng\.?|(?-i:B\.?Ed\.?)|bsn|b\.?f\.?a\.?|b\.?a\.?(?=[\s,(/]|$)|b\.?s\.?(?=[\s,(/]|$)(?!\s+(?:EN\b|ISO\b|(?!(?:19|20)\d\d\b)\d))|ba/bs|bs/ba|llb|a\.?b\.?(?=\s+in))(?!\w)", re.I)),
    ("associate", re.compile(r"\b(?:associate(?:['’]?s)?(?:\s+of|\s+in|\s+degree|['’]s|(?=\s*(?:or|and|/)\s*(?:an?\s+)?bachelor))|(?:two|2)[- ]year\s+(?:[\w-]+\s+){0,4}?degree|a\.?a\.?s\.?(?=\s+in|,|\s+degree)|a\.?a\.?(?=\s+in|\s+degree|,)|a\.s\.?(?=\s+in|\s+degree)|(?-i:A\.(?:A\.)?S\.(?=,?\s+[A-Z][a-z]))|(?-i:A\.A\.(?=,?\s+[A-Z][a-z]))|(?:two|2)[- ]year\s+diploma|(?-i:AS)(?=\s+in|\s+degree)|(?-i:ADN)|foundation degree|hnd|higher national diploma)(?!\w)", re.I)),
    ("diploma", re.compile(r"\b(?:(?:nursing|trade|technical|vocational|college|postsecondary|advanced|national)\s+(?:diploma|certificate)|diploma(?=\s+in\b)|(?<!school\s)(?<!secondary\s)(?<!leaving\s)(?<!equivalency\s)(?<!ged\s)(?<!hs\s)diploma(?!\s+or\s+ged)(?=\s*(?:[,(]|\d|$))|hnc|nvq|vocational training(?=\s+in\b)|(?:(?:trade|vocational|culinary|cookery|pastry|catering|hairdressing|barbering|joinery|carpentry|plumbing|welding)\s+(?:or\s+\w+\s+)?qualifications?)|trade\s+(?:background|papers)|(?-i:Cert(?:ificate|\.)?\s+(?:I{1,3}|IV|[1-4])(?=\s+(?:in|of)\b|\s*[,(–]|\s*$))|level\s+[3-8]\s+(?:certificate|diploma)(?=\s+in\b)|(?-i:CAP(?=\s+[A-Z]\w)|BEP(?=\s+[A-Z])|Bac\s+[Pp]ro|BTS(?=\s+[A-Z])|DUT(?=\s+[A-Z])|CQP(?=\s+[A-Z])|Gesellenbrief|Gesellenpr[uü]fung|Meisterbrief|Meisterpr[uü]fung|Ausbildung|Berufsausbildung|Lehrabschluss\w*|Facharbeiter\w*|EFZ|MBO(?=[\s-]*(?:\d|[A-Z]|level|niveau))|(?:New\s+Zealand|NZ)\s+Certificate(?=\s+in\b)|CFG[MS]|FP\s+(?:de\s+)?[Gg]rado|Ciclo\s+[Ff]ormativo|T[eé]cnico\s+(?:[Ss]uperior\s+)?(?:en|em)|NC\s?I{1,3}(?!\w)|ITI(?=\s+[A-Z(]|,)|N[4-6]\s+(?:[Cc]ertificate|[Dd]iploma)|DEP(?=\s+(?:en|in))|DEC(?=\s+(?:en|in))|AEC(?=\s+(?:en|in))|Dipl[oô]me(?=\s+de\b))|(?-i:[A-Z][\w/]*)\s+program(?:me)?(?=,?\s+(?:19|20)\d\d\s*[-–]|\s*\(|,\s+(?:started|completed|graduated|in\s+progress|expected|enrolled)\b)|graduate\s+of\s+an?\s+[^.;]{0,60}?\bprogram(?:me)?|(?-i:[A-Z][\w/]*)\s+certificate(?=,\s+(?-i:[A-Z])[\w\s&.]{2,30}\b(?:Tech|College|Institute|School|TAFE|Academy)\b)|trade school|vocational school|technical school|apprenticeship|(?:relevant|appropriate|suitable)\s+(?:\w+\s+)?education(?=\s*(?:[.,;]|$)|\s+(?:in|within|as|or|and|from|preferred|required)\b))(?!\w)", re.I)),
    ("bachelor", re.compile(r"(?<![\d°]\s)(?<!\d-)(?<!\d)\bdegree(?!\s+(?:of|days?|angles?|bends?|turns?|feedback|views?|celsius|fahrenheit)\b)(?!\w)", re.I)),
    ("secondary", re.compile(r"\b(?:(?<!\bin\sa\s)(?<!\bat\sa\s)(?<!\bof\sa\s)(?<!\bour\s)(?<!\blocal\s)(?:high[- ]school|secondary school)(?:\s+(?:diploma|degree|graduate|certificate|equivalency)|(?!\s*(?:aides?|students?|teach|pupils?|settings?|age[sd]?|level|sports?|teams?|math|science|english|spanish|french|german|child|kids|librar|counsel|principal|program|class|course|gym|football|basketball|coach|volunteer|visits?|tours?|environment|or\s+college\s+students)\b))|ged|hiset|(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|good)\s+(?:good\s+)?(?:a[- ]levels?|gcses?)|(?<!to\s)(?<!teach\s)(?<!teaching\s)(?<!tutor\s)(?-i:I?GCSEs(?=\s*[:(,]|\s+(?:at|in|inc|A|grades?|including)\b)|I?GCSE(?=\s+(?:Maths?|Mathematics|English|grades?|passes)\b))|(?-i:Matric)(?:\s+certificate)?|(?-i:National\s+Senior\s+Certificate)|(?:grade|year)\s+12(?=\W*$|\s*[,/(]|\s+(?:certificate|or|and|completed|pass|education|diploma|qualification))|(?-i:VCE|WACE|QCE|SACE|KCSE|WAEC|SSCE|NECO|NCEA|Matura|Maturit[aà]|Bachillerato|Baccalaur[eé]at|Mittlere\s+Reife|Realschulabschluss|Fachabitur|Ensino\s+[Mm][eé]dio)|(?-i:HSC|CBSE|SSC)(?=\s*[,(])|10\+2|senior\s+high\s+school|(?-i:HS(?=,?\s+(?:diploma|graduate|grad|[12]\d{3})))|(?-i:[A-Z][a-z]+\s+High(?=,?\s+(?:class\s+of\s+)?[12]\d{3}))|upper\s+secondary|(?:completed?|full|finished)\s+secondary\s+education|leaving\s+cert(?:ificate)?|wassce|a[- ]levels?(?=\s*:)|baccalaureate|abitur|school leaving|12th grade|(?:finished|completed|through|passed)\s+(?:the\s+)?(?:1[01]th|tenth|eleventh)\s+grade)\b", re.I)),
)  # fmt: skip


def find_degrees(text: str) -> list[tuple[Degree, int, int]]:
    """Degrees named in *text* with their offsets, in order: level, start, end."""
    found: list[tuple[Degree, int, int]] = []
    for level, pattern in _DEGREES:
        for m in pattern.finditer(text):
            end = m.end() + (7 if text[m.end() : m.end() + 7].lower() == " degree" else 0)
            if any(known < end and m.start() < stop for _, known, stop in found) or _is_no_degree(text, m):
                continue
            found.append((level, m.start(), end))
    return sorted(found, key=lambda item: item[1])


# "height master, dial bore", "by ICP-MS, USP", "second degree tears": a gauge, an instrument, a wound.
_BEFORE_MASTER = re.compile(
    r"(?:\b(?:an?|or|and|the|no|his|her|my|hold|holds|have|has|under|professional|research)|[/,&(;:])\s*$|^\s*$",
    re.IGNORECASE,
)
_INSTRUMENT = re.compile(r"(?:-|\b[GL]C/)$")
_WOUND = re.compile(
    r"\s+(?:tears?|burns?|heart\s+block|murder|assault|offen[cs]es?|felony|relatives?)\b", re.IGNORECASE
)


def _is_no_degree(text: str, found: re.Match[str]) -> bool:
    before = text[: found.start()]
    if found.group() == "master" and re.match(r"\s*(?:[,.;)/]|$)", text[found.end() :]):
        return not _BEFORE_MASTER.search(before)
    if found.group() in ("MS", "MSC") and _INSTRUMENT.search(before):
        return True
    return found.group().lower() == "degree" and _WOUND.match(text, found.end()) is not None


def rank(level: str) -> int:
    """Position on the ladder, 0 for secondary school."""
    return LADDER.index(level)


# --- dates of entries ----------------------------------------------------------------------------------------

_MONTHS = {name: i for i, names in enumerate(
    ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august", "sep sept september",
     "oct october", "nov november", "dec december")) for name in names.split()}  # fmt: skip
_SEASONS = {"spring": 2, "summer": 5, "fall": 8, "autumn": 8, "winter": 0}
_MONTH = r"(?:(?P<{0}name>[A-Za-z]{{3,9}})\.?,?\s+|(?P<{0}num>\d{{1,2}})\s?[/.-]\s?)?"
_YEAR = r"(?:(?P<{0}year>(?:19|20)\d\d)|['’](?P<{0}short>\d\d))"
_PRESENT = r"(?P<present>present|now|current(?:ly)?|today|to\s+date|ongoing|date)"
_RANGE = re.compile(
    r"(?P<since>\bsince\s+)?"
    + _MONTH.format("a")
    + _YEAR.format("a")
    + r"(?:(?:(?:\s*(?:-|–|—|to|until|till|through|thru)\s*)(?:(?:"
    + _MONTH.format("b")
    + _YEAR.format("b")
    + r")|(?P<bare>\d\d)(?!\d)|"
    + _PRESENT
    + r"))|\s*(?P<open>[-–—]\s*(?=$|\n|\))))?",
    re.IGNORECASE,
)
_SEASON_YEARS = re.compile(r"\b(?P<season>spring|summer|fall|autumn|winter)s?\s+(?P<first>(?:19|20)\d\d)(?:\s*(?:,|and|&|-|–)\s*(?P<second>(?:19|20)\d\d))?", re.I)  # fmt: skip


# "2021-05 to present", "2017/09 - 2021/04": the year first on both sides of a range.
_YEAR_FIRST = re.compile(
    r"\b(?P<year>(?:19|20)\d\d)(?P<sep>[-./])(?P<month>0[1-9]|1[0-2])(?![\d])(?P<rest>(?:[-./]\d\d)?\s*(?:-|–|—|to|until|till|through)\s*)"
    r"(?:(?P<last_year>(?:19|20)\d\d)(?P=sep)(?P<last_month>0[1-9]|1[0-2])\b|(?=present|now|current|today|to\s+date|ongoing))",
    re.IGNORECASE,
)

_TWO_DIGITS = re.compile(r"\d\d")


def _month_first(m: re.Match[str]) -> str:
    """The same characters with the month before the year, so that offsets stay true; days are blanked."""
    last = f"{m['last_month']}/{m['last_year']}" if m["last_year"] else ""
    rest = re.sub(r"^[-./]\d\d", "   ", m["rest"])
    return f"{m['month']}/{m['year']}{rest}{last}"


@dataclass(frozen=True, slots=True)
class DateRange:
    """Months from year 0, the last one excluded, and where the dates stand in the text."""

    first: int
    last: int
    start: int
    end: int
    single: bool = False
    """Only one date was named ("May 2019"): a degree, a certificate, not a job."""


def find_ranges(text: str, today: int, offset: int = 0) -> list[DateRange]:
    """The date ranges of *text*; "present" is the month *today*.

    >>> [(r.last - r.first) for r in find_ranges("Jan 2019 - Mar 2020; 06/2021 to present", 2022 * 12)]
    [15, 8]
    """
    if not _TWO_DIGITS.search(text):  # no year without them, and most lines name none
        return []
    text = _YEAR_FIRST.sub(_month_first, text)
    found: list[DateRange] = []
    for m in _SEASON_YEARS.finditer(text):
        month = _SEASONS[m.group("season").lower()]
        for group in ("first", "second"):
            if m.group(group):
                first = int(m.group(group)) * 12 + month
                found.append(DateRange(first, first + 3, offset + m.start(), offset + m.end()))
    for m in _RANGE.finditer(text):
        at = offset + m.start(), offset + m.end()
        if any(r.start < at[1] and at[0] < r.end for r in found):
            continue
        found_range = _range(m, today, *at)
        if found_range:
            found.append(found_range)
    return sorted(found, key=lambda r: r.start)


def _range(m: re.Match[str], today: int, start: int, end: int) -> DateRange | None:
    year = _year(m.group("ayear"), m.group("ashort"), today)
    first_month = _month(m.group("aname"), m.group("anum"))
    if m.group("aname") and first_month is None:
        start += m.start("ayear") - m.start() if m.group("ayear") else 0
    first = year * 12 + (first_month or 0)
    if m.group("present") or m.group("open") or m.group("since"):
        return DateRange(first, max(first + 1, today + 1), start, end)
    if m.group("bare"):
        last_year = year // 100 * 100 + int(m.group("bare"))
        return (
            DateRange(first, last_year * 12 + 12 - 12 * (first_month is None), start, end)
            if last_year >= year
            else None
        )
    if m.group("byear") or m.group("bshort"):
        last_year = _year(m.group("byear"), m.group("bshort"), today)
        last_month = _month(m.group("bname"), m.group("bnum"))
        # Both ends bare years: 2019 - 2022 is three years; a month named at the end is worked in full.
        last = last_year * 12 + (last_month + 1 if last_month is not None else 0 if first_month is None else 6)
        if last_year == year and last_month is None:
            last = first + 12 if first_month is None else year * 12 + 12
        return DateRange(first, last, start, end) if last > first else None
    return DateRange(first, first + 1, start, end, single=True)


def _year(full: str | None, short: str | None, today: int) -> int:
    if full:
        return int(full)
    value = 2000 + int(short or 0)
    return value if value <= today // 12 + 10 else value - 100


def _month(name: str | None, number: str | None) -> int | None:
    if name:
        return _MONTHS.get(name.lower(), _SEASONS.get(name.lower()))
    if number and 1 <= int(number) <= 12:
        return int(number) - 1
    return None
