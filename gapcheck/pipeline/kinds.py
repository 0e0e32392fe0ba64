"""A clause of a posting -> its kind: duty, skill, tool, experience, education, credential, language, trait or condition."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gapcheck.lexicon.relations import relations
from gapcheck.lexicon.traits import asked_in
from gapcheck.pipeline.quantities import find_degrees, find_years
from gapcheck.types import Kind, Mention, Passage
from gapcheck.words import Word

CONDITION = re.compile(
    r"""\b(?:
        travel(?:l?ing)?\b | (?:over)?night\s+shifts? | (?:rotating|evening|weekend|night|late|early|split|swing|day)\s+shifts? | \d+-?\s?hour\s+shifts? | shift\s+work | weekends? | overtime
      | on[-\s]call | after[-\s]hours | take\s+(?:an?|your|their)\s+turn | lift(?:ing)?\s+(?:up\s+to|at\s+least|and|\d|of|heavy|boxes|some)| (?:do|some)\s+(?:some\s+)?lifts? | \d+\s*(?:lbs?|pounds|kg)\b | stand(?:ing)?\s+(?:for|up|long|on)| climb(?:ing)?\s+(?:ladders|stairs) | work(?:ing)?\s+at\s+heights?
      | authoriz(?:ed|ation)\s+to\s+work | work\s+authorization | right\s+to\s+work | eligib(?:le|ility)\s+to\s+work | (?:u\.?s\.?\s+)?citizen(?:s|ship)? | work\s+permit | visa\b | clearance\b
      | background\s+(?:check|screen|investigation) | drug[-\s](?:screen|test)(?:ing)? | dbs\b | vaccin | relocat(?:e|ion|ing) | commut(?:e|able|ing) | live\s+within | based\s+in | located\s+in | reside(?:nt|ncy)?\b
      | driving\s+record | insurab(?:le|ility) | own\s+(?:(?:hand|insured|reliable)\s+)?(?:tools?|vehicle|car|transport(?:ation)?) | (?:vehicle|car|transport(?:ation)?)\s+of\s+your\s+own | reliable\s+transport(?:ation)? | home\s+internet | place\s+to\s+work | steel[-\s]toe
      | early\s+(?:shifts?|starts?) | hepatitis | immuniz | (?:stay|remain)\s+(?:late|after)
      | u\.?s\.?\s+persons? | vulnerable\s+sector | (?:safety|security|credit|police|reference)\s+checks?\b | bondable | garda\s+vett
      | on\s+your\s+feet | walks?\s+(?:up\s+to\s+\d|\d+|long\s+distances) | climb\s+(?:an?\s+)?(?:\S+\s+)?(?:ladders?|roofs?|poles?|towers?) | \d+[-\s]pound
      | temperatures?\s+(?:of|from|up|as|between|that|below|above|ranging) | (?:mon|tues|wednes|thurs|fri)days?\s+(?:to|through|and|or|-|–)\s+\w+days?
      | \d(?::\d\d)?\s?[ap]\.?m\.?\s*(?:to|until|-|–)\s*\d | (?:saturdays?|sundays?)\b(?!\s+(?:school|brunch|market|service)) | out[-\s]of[-\s]hours | outside\s+(?:of\s+)?(?:business|office|normal|working)\s+hours
      | evening\s+(?:meetings?|events?) | (?:be|work|come)\s+(?:in|into|from|at)\s+(?:our|the)\s+(?:\w+\s+){0,2}office | storm\s+duty | (?:another|other)\s+states?\s+for
      | (?:\d+|eighteen|twenty[-\s]one)\s+(?:years\s+(?:of\s+age|old)|or\s+older)| years?\s+of\s+age | smoke[-\s]free | physical(?:ly)?\s+(?:able|demand|fit) | freezer | outdoors?(?!\s+(?:education|activit|learning|play\b|pursuits|brand|gear|industry|retail|advertis|furniture|equipment|power|kitchen|event|recreation)) | in\s+all\s+weather
      | hours\s+(?:a|per)\s+week | flexib(?:le|ility)\s+(?:with\s+)?(?:hours|schedule|working) | available\s+(?:to|for|on|evenings|weekends) | availability | work\s+(?:nights|evenings|holidays|weekends) | one\s+week\s+in
      | \bmvr\b | moving\s+violations? | \bdu[ij]\b
      | stoop|kneel|crouch|bend\s+and | pass\s+a | remote(?:ly)?\s+from | on[-\s]site\s+\d | passport | (?:an?|your|own|online|strong|design)\s+(?:[a-z]+\s+)?portfolio\b | portfolio\s+(?:of\s+(?:your|work|relevant|published)|that|showing|link|url|or\s) | ^\W*portfolio\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_CREDENTIAL = re.compile(
    r"\b(?:licen[sc]es?d?|licensure|certifi(?:ed|cation|cations|cate|cates)|registered|registration|chartered|accredit(?:ed|ation)|permit|endorsements?|card|apprenticeship|part[-\s]qualified)\b",
    re.I,
)
_EXPERIENCE = re.compile(
    r"\b(?:experience|experienced|background|track\s+record|history\s+of|time\s+spent|years?)\b", re.I
)
_SPEAKING = re.compile(
    r"\b(?:spoken|written|speak|fluent|fluency|bilingual|multilingual|native|read(?:ing)?,?\s+(?:and\s+)?writ|language|verbal|conversational|proficien)",
    re.I,
)
_SKILL_LEAD = re.compile(
    r"^\W*(?:(?:strong|solid|good|excellent|sound|secure|clear|working|deep|proven|basic|advanced|thorough|confident|some|great|general)\s+)*(?:knowledge|understanding|familiarity|proficien|grasp|grounding|command|expertise|ability|skills?|fluen|literacy|comfortable|competen)",
    re.I,
)


def kind_of(
    quote: str,
    found: Sequence[Word],
    mentions: Sequence[Mention],
    degrees: Sequence[str],
    years: bool,
    passage: Passage,
) -> Kind:
    """The kind of a clause, by the first of ten tests that holds."""
    kinds = [m.kind for m in mentions]
    first = found[0]
    starts_with_verb = relations().is_verb(first) and not _SKILL_LEAD.match(quote)
    if starts_with_verb and degrees and find_degrees(quote)[0][1] == 0:
        starts_with_verb = False  # "Master's degree in Marketing"
    if degrees and not (passage.label == "duties" and starts_with_verb):  # 1
        return "education"
    if _is_condition(quote, "credential" in kinds, passage.label == "duties" and starts_with_verb):  # 2
        return "condition"
    if "credential" in kinds or (_CREDENTIAL.search(quote) and passage.label != "duties"):  # 3
        return "credential"
    content = [w for w in found if not w.is_stop]
    if _asks_to_write_well(quote, mentions) and not (passage.label == "duties" and starts_with_verb):
        return "soft_skill"
    if "language" in kinds and (_SPEAKING.search(quote) or _only_languages(content, mentions)):  # 4
        return "language"
    if years or (_EXPERIENCE.search(quote) and passage.label != "duties"):  # 5
        return "tool" if kinds and all(k == "tool" for k in kinds) and not years else "experience"
    if passage.label == "duties" and (starts_with_verb or first.norm in ("you", "the") or len(content) > 3):  # 6
        return "duty"
    if kinds and kinds.count("soft") * 2 > len(kinds):  # 7
        return "soft_skill"
    if kinds and kinds.count("tool") * 2 >= len(kinds):  # 8
        return "tool"
    if _is_trait(found, kinds):  # 9
        return "soft_skill"
    if starts_with_verb and not kinds:  # 10
        return "duty"
    return "skill"


def _is_trait(found: Sequence[Word], kinds: Sequence[str]) -> bool:
    """A soft skill by a sure name; where the lexicon knows something else in it, by one of two words with which it begins."""
    places = asked_in([word.stem for word in found], loosely=False).values()
    if set(kinds) <= {"soft"}:
        return bool(places)
    return "tool" not in kinds and any(start <= _EARLY and end - start > 1 for start, end in places)


# "Good written English for letters" asks for a hand at writing.
_WRITES_WELL = re.compile(r"\bwritten\s+english\b", re.IGNORECASE)
_SPOKEN_TOO = re.compile(
    r"\bspok|\bspeak|\boral|\bverbal|\bfluen|\bbilingual|\bread\b|\bnative\s+speaker", re.IGNORECASE
)


def _asks_to_write_well(quote: str, mentions: Sequence[Mention]) -> bool:
    if not _WRITES_WELL.search(quote) or _SPOKEN_TOO.search(quote):
        return False
    return {m.concept for m in mentions if m.kind == "language"} <= {"English"}


_EARLY = 3
"""Words that may stand before the name of a trait with which a clause begins: "You are able to stay calm"."""
_COUNTS = frozenset("least one two three more any either both level plus".split())


def _only_languages(content: Sequence[Word], mentions: Sequence[Mention]) -> bool:
    """Languages and next to nothing else: "At least two of French, German and Italian"."""
    names = [m for m in mentions if m.kind == "language"]
    rest = [w for w in content if w.norm not in _COUNTS and not any(m.start <= w.start < m.end for m in names)]
    return len(rest) <= 2


_ALWAYS_CONDITION = re.compile(r"on[-\s]call|travel|citizen|authori[sz]ed\s+to\s+work|right\s+to\s+work", re.IGNORECASE)
# A verb of being somewhere or bearing something, with which a demand begins: "Walk up to 8 miles per shift".
_BODILY = re.compile(
    r"^\W*(?:(?:must|can|will|able\s+to|regularly|be\s+able\s+to)\s+)*(?:works?\s+(?:in\s+temper|from\s+\d|\d|\w+days?|one|every|some|most|weekend|evening|night|out|on\s+your)|walks?|stands?\s|remain|stay|sit\s|on\s+your\s+feet|shift\s+is)",
    re.IGNORECASE,
)
# "Book travel for the directors", "you perform scans on the on-call shifts": work done for others or at such hours, not a demand.
_HANDLED = re.compile(
    r"^\W*(?:(?:you|and|will|would|also|to)\s+){0,3}(?:book|arrang|coordinat|organi[sz]|plan|manag|process|prepar|handl|schedul|reconcil|approv|make|mak)(?:e|es|ed|ing)?\b[^.;]{0,45}\btravel(?!\s+up)"
    r"|^\W*you\s+(?!must|may|can|will|should|need|are|have|would|could|share|join|take|work|travel|lift|carry|stand)\w+\b[^.;]{12,}\b(?:on|during)\s+(?:the\s+|your\s+)?(?:on[-\s]call|night|weekend)\s+shifts?",
    re.IGNORECASE,
)
_RECORD = re.compile(r"record|insur", re.IGNORECASE)


def _is_condition(quote: str, credential: bool, act: bool) -> bool:
    """Travel, shifts and the like; not an act that only mentions one, not a licence ("driver's license")."""
    found = CONDITION.search(quote)
    if found is None or _HANDLED.search(quote):
        return False
    if act and not (_ALWAYS_CONDITION.search(quote) or _BODILY.search(quote)):
        return False
    return not credential or bool(_RECORD.search(quote))


def hard_kinds(text: str, mentions: Sequence[Mention]) -> set[str]:
    """The kinds that a piece of a clause is of for certain: education, experience, credential, condition."""
    kinds = set()
    if any(level != "diploma" for level, _, _ in find_degrees(text)):
        kinds.add("education")
    if find_years(text):
        kinds.add("experience")
    if any(m.kind == "credential" for m in mentions):
        kinds.add("credential")
    if CONDITION.search(text):
        kinds.add("condition")
    return kinds
