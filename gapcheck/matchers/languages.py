"""Languages: how well one is asked, how well one is spoken, and whether the line speaks of the person at all."""

from __future__ import annotations

import re
from dataclasses import replace

from gapcheck.matchers.index import ResumeIndex, Shown
from gapcheck.types import Evidence, Keyword, Requirement

_BELOW, _A_SIGN = "below the level asked", "a sign language"
"""Notes on evidence that has been heard."""
_BEGUN, _SOME, _SIMPLE, _TALK, _WORK, _FLUENT = 0.5, 1.0, 1.2, 2.0, 3.0, 4.0
_ASKED: tuple[tuple[float, re.Pattern[str]], ...] = tuple(
    (level, re.compile(pattern, re.IGNORECASE))
    for level, pattern in (
        (_SOME, r"\b(?:some|basic|a\s+little|beginner|elementary|school|A1)\b"),
        (_SIMPLE, r"\bA2\b"),
        (_WORK, r"\bB2\b|\bgood\b|\bN2\b"),
        (_FLUENT, r"\bfluen|\bnative|mother\s+tongue|\bbilingual|\bmaster\b|\bmastery|\bnegotiat|\bexcellent|\bprofessional|\bC[12]\b|\bN1\b|\bperfect|\bfull\b"),
        (_TALK, r"\bconversation|\bB1\b"),
    )
)  # fmt: skip
_SHOWN: tuple[tuple[float, re.Pattern[str]], ...] = tuple(
    (level, re.compile(pattern, re.IGNORECASE))
    for level, pattern in (
        (_SOME, r"\bhello\b|\bthank\s+you\b|\bgood\s+morning\b|\bgetting\s+by\b|\bsurvival\b|\bfirst\s+steps\b|\bmenu\s+(?-i:[A-Z])"),
        (0.0, r"\bordering\s+\w+|\bgone\b|\bforgot|\bno\s+longer\b|\bnot\s+(?:any|spoken)|\blean\s+on\b|\bthrough\s+(?:an?\s+|the\s+)?interpreter|\b(?:phone|language)\s+line\b"),
        (_BEGUN, r"\bduolingo|\bevening\s+class|\bunit\s+\d|\blearning\b|\blearner\b"),
        (_FLUENT, r"\bfluen|\bnative|mother\s+tongue|\bbilingual|\bC[12]\b|grew\s+up|(?:spoken|speak|speaking)\s+(?:\w+\s+)?(?:at\s+home|every\s+day|daily)|\bexcellent|\bfirst\s+language|\bat\s+home\b"),
        (_FLUENT, r"\bvery\s+good\b|\bgood\s+(?:command|enough\s+to\s+work)"),
        (_WORK, r"\bgood\b|\bupper[-\s]intermediate|\blimited\s+working|\bcompetent\b"),
        (_TALK, r"\bconversation|\bB1\b|\beveryday\b|\bintermediate|\bget\s+by\b|\bunderstand\s+more|\bso[- ]so\b|\bokay\b|\bpassable|\bfair\b"),
        (_SOME, r"\bfew\s+words|\bgreeting|\bbasic|\bbeginner|\belementary|\btourist|\bholiday\s+(?-i:[A-Z])|\brestaurant\s+(?-i:[A-Z])|\b(?:high[- ]?)?school\b|\bGCSE|\bA[- ]?levels?|\ba\s+little|\bsome\b|\bA[12]\b|\bsemesters?\b"
                r"|\bslow\b|(?<!good\s)\benough\b|\brusty|\bcan\s+(?:say|order|greet|ask)|\bfollow\b|\bnot\s+(?:really\s+)?speak|\bcannot\s+(?:speak|write)|\bonly\s+(?:read|listen)\w*|\breading\s+only|\bpassive|\bfocal\b|\bbit\s+of|\bone\s+class|\banswer\s+in\b|\bsongs\b|\bphrases\b|\([A-FU]\)"),
    )
)  # fmt: skip
_OF_OTHERS = re.compile(
    r"^[\s,&/]*(?:(?:and|or|[A-Z]\w+)[\s,&/]+){0,4}(?:interpreters?|translators?|callers?|customers?|families|clients?|patients?|subtitles|immersion)\b"
)
# "Calls with Dutch carriers" are of the country, and may be in any language.
_NATIONAL = re.compile(
    r"^\s+(?:carriers|suppliers|vendors|markets?|subsidiar\w+|office|law|firms?|compan\w+|competitors?|branch|authorities|plants?|factor\w+|food|cuisine|wines?|literature|history|partners?)\b"
)
# "My wife speaks French", "a Spanish-speaking colleague": what others speak.
_PERSON = r"(?:husband|wife|spouse|partner|mother(?!\s+tongue)|father|mum|mom|dad|parents|daughters?|sons?|child(?:ren)?|kids|brothers?|sisters?|grand\w+|friends?|in-laws|colleagues?|co-?workers?|boss|neighbou?rs?|flatmates?|roommates?|team-?mates?|assistant|receptionist|secretary|interpreters?|translators?)"
_THEIRS = re.compile(
    rf"(?:^|[;.,:]\s*|\b(?:my|our|the|an?|whose)\s+)(?:\w+\s+)?{_PERSON}\s+(?:who\s+|that\s+)?(?:(?:is|are|was|were|also|only|can)\s+)?"
    r"(?:(?:speak|sign|translate|interpret|talk|write|know|handle|take|come|do|teach|stud(?:y|ie)|learn)e?s?\s+)?(?:(?:from|in|into|fluent|native|some|good)\s+){0,2}$",
    re.IGNORECASE,
)
_COLLEAGUE = re.compile(
    rf"^[-\s]+(?:speak(?:ing|er)\s+)?(?:{_PERSON}|clerk|staff|member\s+of\s+staff)\b(?!-)", re.IGNORECASE
)
# "Mandarin Oriental Hotel", "Little Italian Kitchen", "French bulldogs": a name or a kind of thing, and no language.
_NAMED = re.compile(
    r"^\s+(?:[A-Z][\w’']+\s+){0,2}(?:(?i:caf[eé]s?|restaurants?|hotels?|kitchens?|baker(?:y|ies)|bistros?|deli(?:catessen)?|grill|diner|pub|bar|inn|tavern|pizzeria|trattoria)|Corner|Heritage|Oriental|House|Garden|Street|Quarter|Village|Club|Society|Trattoria|Laundry|Tandoor|bulldogs?|toast|fries|doors?|drains?|windows?|polishing|shepherds?)\b"
)
_NAMED_BEFORE = re.compile(r"\b(?:Hotel|Caf[eé]|Restaurant|Little|Royal|Casa|Bistro|Resort|Bar|Inn)\s+$")
_SENT_FOR = re.compile(r"\b(?:line(?:d|s)?\s+up|book(?:ed|s|ing)?|arrang\w+|order(?:ed|s)?|schedul\w+|call(?:ed|s)?\s+in|with\s+(?:an?|the))\b", re.IGNORECASE)  # fmt: skip


def spoken(requirement: Requirement, evidence: Evidence, index: ResumeIndex, name: str) -> Evidence | None:
    """The evidence of a language at what it is worth against the level asked: met at or above it, half below, nothing at 0.

    None when the line speaks of others ("lined up Spanish interpreters").
    """
    if evidence.method == "quantity" or evidence.score == 0 or evidence.note in (_BELOW, _A_SIGN):
        return evidence
    item = index.passage_of(evidence)
    if item is None:
        return evidence
    before, after = _around(item, index, name)
    if _is_of_others(before, after):
        return None
    planned = min((lv for lv in _levels(item, index, name) if lv in ("planned", "negated")), default="")
    if planned:
        return replace(evidence, score=0.0)
    if _is_below(requirement.text, after):
        return replace(evidence, score=0.5, note=_BELOW)
    level = level_shown(_part(before, last=True), _part(after))
    asked = level_asked(_asked_of(requirement.text, name))
    if level == 0:
        return replace(evidence, score=0.0)
    if level >= asked or (level == _TALK and asked == _WORK and "B1" in after and "B2" not in requirement.text):
        return replace(evidence, score=max(evidence.score, 0.95), note="")
    return replace(evidence, score=0.5, note=_BELOW)


def _is_of_others(before: str, after: str) -> bool:
    """Whether a language's name tells of other people, a country or a place, and of nobody's skill here."""
    if _OF_OTHERS.search(after) and _SENT_FOR.search(before):
        return True
    if _THEIRS.search(before) or _COLLEAGUE.search(after):
        return True
    return any(pattern.search(text) for pattern, text in ((_NATIONAL, after), (_NAMED, after), (_NAMED_BEFORE, before)))


_CEFR = re.compile(r"\b[ABC][12]\b(?![-\w])")
_GRADES = {"A1": _SOME, "A2": _SIMPLE, "B1": _TALK, "B2": _WORK, "C1": _FLUENT, "C2": _FLUENT}
_EXAM = re.compile(
    r"\b(?P<name>JLPT|HSK|TOPIK|IELTS)[\s:-]*(?:level\s+|band\s+|grade\s+|overall\s+)?N?(?P<grade>[1-9])\b",
    re.IGNORECASE,
)
_EXAMS = {
    "JLPT": {**dict.fromkeys("6789", _FLUENT), "1": _FLUENT, "2": _WORK, "3": _TALK, "4": _SOME, "5": _SOME},
    "HSK": {
        **dict.fromkeys("1", _SOME),
        "2": _SOME,
        "3": _SIMPLE,
        "4": _TALK,
        "5": _WORK,
        **dict.fromkeys("6789", _FLUENT),
    },
    "TOPIK": {"1": _SOME, "2": _SIMPLE, "3": _TALK, "4": _WORK, **dict.fromkeys("56789", _FLUENT)},
    "IELTS": {**dict.fromkeys("123", _SOME), "4": _SIMPLE, "5": _TALK, "6": _WORK, **dict.fromkeys("789", _FLUENT)},
}
"""The grades of examinations: the first of the Japanese one is the highest, the first of the Chinese one the lowest."""
_STEP = re.compile(r"\blevel\s+(\d)\b", re.IGNORECASE)


def _is_below(asked: str, after: str) -> bool:
    """Whether a numbered level is shown below the one asked: "BSL Level 1", asked for Level 2."""
    wanted, given = _STEP.search(asked), _STEP.search(after)
    return wanted is not None and given is not None and int(given[1]) < int(wanted[1])


def _asked_of(text: str, name: str) -> str:
    """What a clause asks of one language of several that it grades: "English C1 and basic German"; else the whole clause."""
    own = next((piece for piece in _EACH.split(text) if re.search(rf"\b{re.escape(name)}\b", piece, re.IGNORECASE)), "")
    return own if any(pattern.search(own) for _, pattern in _ASKED) else text


_EACH = re.compile(r"[,;]|\b(?:and|or|plus)\b")


def level_asked(text: str) -> float:
    """The level that a posting's clause asks, from 1 (some) to 4 (fluent); 3 when it names none."""
    if graded := _CEFR.search(text):
        return _GRADES[graded.group()]
    return next((level for level, pattern in _ASKED if pattern.search(text)), _WORK)


def level_shown(before: str, after: str) -> float:
    """The level that the words around a language's name tell, 0 (gone) to 4 (fluent); 4 when nothing is said against it."""
    if graded := _CEFR.search(after) or _CEFR.search(before):
        return _GRADES[graded.group()[0] + graded.group()[1]]
    for part in (after, before):
        if (exam := _EXAM.search(part)) is not None:
            return _EXAMS[exam["name"].upper()][exam["grade"]]
        found = next((level for level, pattern in _SHOWN if pattern.search(part)), None)
        if found is not None:
            return found
    return _FLUENT


# "Tagalog and a bit of Ilocano": the level is that of the next one.
_NEXT = re.compile(
    r"\s+(?:and|or|plus|&)\s+(?:(?:an?|some|basic|little|bit|of|conversational|fluent|good|limited|working)\s+){1,3}(?=[A-Z])"
)
_PARTS = re.compile(r"[;|•·\n.]|,(?![^()]*\))")


def _part(text: str, *, last: bool = False) -> str:
    """What belongs to one language of a list: up to the comma before the next language, the remark after it included."""
    if last:
        return _PARTS.split(text)[-1]
    pieces = _PARTS.split(_NEXT.split(text, maxsplit=1)[0])
    kept = pieces[0]
    for piece in pieces[1:]:
        if re.match(r"\s*(?:[A-Z]|and\s+[A-Z])", piece) and not re.match(
            r"\s*(?:I\b|[ABC][12]\b|GCSE|Duolingo)", piece
        ):
            break
        kept += "," + piece
    return kept


def _around(item: Shown, index: ResumeIndex, name: str) -> tuple[str, str]:
    text = index.text_of(item)
    found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE)
    at = found.start() if found else -1
    if at < 0:
        mention = next((m for m in item.passage.mentions if m.kind == "language" and m.concept == name), None)
        if mention is None:
            return "", text
        exam = mention.start if mention.text in _EXAMS else mention.end  # the grade is of the examination
        return text[: mention.start - item.passage.start], text[exam - item.passage.start :]
    return text[:at], text[at + len(name) :]


def _levels(item: Shown, index: ResumeIndex, name: str) -> list[str]:
    text = index.document.text
    return [
        level
        for w, level in zip(item.words, item.levels, strict=True)
        if name.lower().startswith(text[w.start : w.end].lower())
    ]


_ANY_OTHER = re.compile(
    r"\b(?<!as\san\s)(?<!as\sa\s)(?:second|another|additional|foreign|other|third)\s+(?:\w+\s+)?languages?\b(?!\s*(?:learn|arts))",
    re.IGNORECASE,
)


# What stands beside a language's name where a person tells that they have it.
_OWN_LEVEL = re.compile(
    r"^\s*(?:[:(,=–—-]\s*)*(?:is\s+)?(?:my\s+)?(?:[ABC][12]\b|native|mother\s+tongue|fluent\w*|first\b|conversation\w*|basic\b|beginner|intermediate|advanced|"
    r"working|good\b|excellent|so[- ]so|a\s+little|bilingual|conference|level\s+\d|learning|focal\b|(?:from|at|in)\s+school|rusty|\w+\s+level\b|at\s+home|everyday|daily)",
    re.IGNORECASE,
)
_USED = re.compile(
    r"\b(?:(?:calls?|meetings?|emails?|letters?|interviews?|lessons|class\w*|talk\w*|speak\w*|spoke|writ\w*|wrote|conversations?|reports?|shifts|tours|minutes|manuals?|translat\w+|"
    r"taught|teach\w*|interviewed|negotiat\w+|presented|presentations?|support\w*|correspond\w*|orders|served|serv\w+|trained|explained|work\w*)\b[^.;]{0,40}\b(?:in|into)|"
    r"speak|spoke|speaks|fluent|fluent\s+in|native|a\s+little|basic|some|conversational|working|good|signs?|signed)\s+$",
    re.IGNORECASE,
)


def told(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> Evidence | None:
    """The best line that names the language with a level or a use, wherever it stands: "German: B2", "daily calls in Dutch"."""
    if requirement.kind != "language" or keyword.concept is None:
        return None
    best: Evidence | None = None
    for name in (keyword.concept, *_SHORT.get(keyword.concept, ())):
        pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
        for item in index.shown:
            text = index.text_of(item)
            found = pattern.search(text)
            if found is None or not item.words:
                continue
            if not (_OWN_LEVEL.search(text[found.end() :]) or _USED.search(text[: found.start()])):
                continue
            evidence = index.evidence(item, 0, len(item.words), method="exact", score=1.0)
            heard = spoken(requirement, evidence, index, name)
            if heard is not None and heard.score > (best.score if best else 0.0):
                best = heard
    return best


_SHORT = {
    "American Sign Language": ("ASL", "American Sign"),
    "British Sign Language": ("BSL", "British Sign"),
    "Irish Sign Language": ("ISL", "Irish Sign"),
    "International Sign": ("International Sign Language",),
    "Irish": ("Gaeilge", "Gaelic", "cúpla"),
}
"""Names of a language besides its own, where they stand with a level."""
_SIGN = re.compile(r"\bsign(?:ed)?\s+languages?\b(?!\s+(?:interpreter|line|relay))", re.IGNORECASE)
_CERTAIN = re.compile(
    r"\b(?:American|British|Irish|French|German|Spanish|Mexican|Indian|Australian|Zealand|Quebec|Japanese)\s+$"
)
_A_SIGN_LANGUAGE = re.compile(r"sign\s+language|^auslan$|international\s+sign|^makaton$", re.IGNORECASE)


def sign_language(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> Evidence | None:
    """Half of a certain sign language where a line names signing at large: "basic sign language, one class"."""
    if requirement.kind != "language" or not _A_SIGN_LANGUAGE.search(keyword.concept or keyword.name):
        return None
    for item in index.shown:
        found = _SIGN.search(index.text_of(item))
        if found is None or not item.words or "negated" in item.levels or "planned" in item.levels:
            continue
        before = index.text_of(item)[: found.start()]
        if not _CERTAIN.search(before) and not _is_of_others(before, index.text_of(item)[found.end() :]):
            return index.evidence(item, 0, len(item.words), method="hierarchy", score=0.5, note=_A_SIGN)
    return None


def asks_any_other(text: str) -> bool:
    """Whether a clause asks for any language besides another: "a second European language"."""
    return _ANY_OTHER.search(" ".join(text.split())) is not None


def another_language(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> Evidence | None:
    """Any language besides English where the posting asks for "a second language"."""
    if requirement.kind not in ("language", "skill") or not asks_any_other(requirement.text):
        return None
    best: Evidence | None = None
    for item, name in index.once(_languages):
        if name == "English" or not item.words:
            continue
        evidence = index.evidence(item, 0, len(item.words), method="hierarchy", score=0.9, note=name)
        found = spoken(requirement, evidence, index, name)
        if found is not None and found.score > (best.score if best else 0.0):
            best = found
    for item in index.shown if best is None else ():
        for name in _graded_names(index.text_of(item), index) if item.words else ():
            evidence = index.evidence(item, 0, len(item.words), method="hierarchy", score=0.9, note=name)
            best = spoken(requirement, evidence, index, name) or best
    return best


def in_use(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> Evidence | None:
    """A line that tells of the language asked in use, where its name alone may be a nation's: "daily calls in Dutch"."""
    if requirement.kind != "language" or keyword.concept is None:
        return None
    lines = (item for item, name in index.once(_languages) if name == keyword.concept and item.words)
    item = next(lines, None)
    return None if item is None else index.evidence(item, 0, len(item.words), method="exact", score=0.95)


def _languages(index: ResumeIndex) -> tuple[tuple[Shown, str], ...]:
    """The lines that name a language, each with the name: those known as such, and those that tell how it is used."""
    found: list[tuple[Shown, str]] = []
    for item in index.shown:
        text = index.text_of(item)
        known = [m for m in item.passage.mentions if m.kind == "language"]
        found += [(item, m.concept) for m in known if not _OF_A_NAME.match(text, m.end - item.passage.start)]
        if item.passage.label == "education":
            continue
        for used in (m for pattern in _IN_USE for m in pattern.finditer(text) if not _OF_A_PLACE.match(text, m.end())):
            for name in re.findall(r"[A-Z]\w+", used["names"]):
                concept = index.lexicon.get(name)
                if concept is not None and concept.kind == "language":
                    found.append((item, name))
    return tuple(found)


_IN_USE = (
    # "calls in Dutch", "from Danish into English or German"
    re.compile(r"\b(?:in|into)\s+(?P<names>(?:[A-Z][a-z]+(?:,\s+|\s+(?:and|or|to)\s+|/))*[A-Z][a-z]+)\b"),
    # "Greek at home"
    re.compile(r"(?:^|[,;|•·(]\s*|\band\s+)(?P<names>[A-Z][a-z]+)(?=\s+(?:at|from)\s+(?:home|school)\b)"),
)
# "Danish Freight Forwarders" is the name of a body.
_OF_A_NAME = re.compile(
    r"\s+(?!(?:Advanced|And|At|Basic|Beginner|Bilingual|Business|Conversational|Elementary|Excellent|First|Fluent|Fluency|Full|Good"
    r"|Intermediate|Language|Level|Limited|Mother|Native|Or|Professional|Proficient|Speak\w*|Spoken|To|Working|Written)\b)[A-Z][a-z]+"
)
# "in Danish shops", "in German Lutheran schools" are in Denmark and Germany.
_OF_A_PLACE = re.compile(
    rf"{_OF_A_NAME.pattern}|\s+(?!(?:this|always|sometimes|as|across|was|is|plus|hours)\b)[a-z]+s\b"
)


_CAPITAL = re.compile(r"\b[A-Z][a-zé]{2,}\b")


def _graded_names(text: str, index: ResumeIndex) -> list[str]:
    """Languages with a level behind them, whose names alone would be too little: "French from school", "Greek at home"."""
    return [
        m.group()
        for m in _CAPITAL.finditer(text)
        if m.group() != "English" and _OWN_LEVEL.match(text[m.end() :]) and _is_language(m.group(), index)
    ]


def _is_language(name: str, index: ResumeIndex) -> bool:
    known = index.lexicon.get(name)
    return known is not None and known.kind == "language"


def english(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> Evidence | None:
    """A resume written in English shows that its writer writes English, unless it says how little."""
    if requirement.kind != "language" or keyword.concept != "English" or not index.shown:
        return None
    for i, mention, steps in index.by_concept.get("English", ()):
        told_here = index.shown[i].passage.label == "languages" or _grades(index.shown[i], index, mention.text)
        if not steps and told_here and index.shown[i].words:
            said = index.evidence(index.shown[i], 0, len(index.shown[i].words), method="exact", score=0.9)
            return spoken(requirement, said, index, mention.text)
    longest = max(index.shown, key=lambda item: len(item.words))
    return index.evidence(longest, 0, len(longest.words), method="quantity", score=0.8, note="the resume is in English")


def _grades(item: Shown, index: ResumeIndex, name: str) -> bool:
    """Whether a line tells how well a language is spoken: "Portuguese native, English B1"."""
    before, after = _around(item, index, name)
    return _CEFR.match(after.lstrip(" :(-–—")) is not None or bool(
        _BARE_LEVEL.match(after) or re.search(r"\b(?:basic|limited|little|conversational)\s+$", before, re.IGNORECASE)
    )


_BARE_LEVEL = re.compile(r"\s*[:(–—-]\s*(?:basic|beginner|elementary|intermediate|limited|a\s+little|so[- ]so|conversational|learning)\b", re.IGNORECASE)  # fmt: skip
