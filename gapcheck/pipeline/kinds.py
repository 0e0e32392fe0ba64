"""A clause of a posting -> its kind: duty, skill, tool, experience, education, credential, language, trait or condition."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gapcheck.lexicon.conditions import is_demand
from gapcheck.lexicon.relations import relations
from gapcheck.lexicon.traits import asked_in
from gapcheck.pipeline.prose import acting
from gapcheck.pipeline.quantities import find_degrees, find_years
from gapcheck.types import Kind, Mention, Passage
from gapcheck.words import Word, stem

_CREDENTIAL = re.compile(
    r"\b(?:licen[sc]es?d?|licensure|certifi(?:ed|cation|cations|cate|cates)|registered|(?<!post[-\s])registration|chartered|accredit(?:ed|ation)|permit|endorsements?|card|apprenticeship|part[-\s]qualified|designation)\b"
    r"(?!\s+(?:software|tracking|systems?|platforms?|process(?:es|ing)?|desks?|forms?|fees?|applications?|tools?|data|records?|intake|queues?|counters?|reviews?|games?)\b)"
    r"|^\W*(?:further|additional|specialist|specialized|specialised|post-?graduate|formal|accredited|recogni[sz]ed|advanced)\s+training\s+in\b"
    r"|^\W*(?:current|valid|completed?|up-to-date)\b.{0,90}\btraining\W*$"
    r"|^\W*(?:[\w/&-]+\s+){1,5}(?:training|qualification)\W*(?:\([^)]*\)\W*)?(?:is\s+(?:an?\s+)?(?:plus|advantage|preferred|desirable)|preferred|desirable|desired)?\W*$|^\W*(?:[A-Z][\w/&-]*\s+){1,4}(?:Level|Stage)\s+\d\b",
    re.I,
)
# "people of every background", "the worst day of their year" and "four-year-olds" are no time in a job.
_EXPERIENCE = re.compile(
    r"\b(?:experience|experienced|track\s+record|history\s+of|time\s+spent"
    # "people of every background" have none in particular; "checkpoints three times a year" ask for no years
    r"|(?<!\bany\s)(?<!\ball\s)(?<!\bevery\s)(?<!\beach\s)(?<!\btheir\s)(?<!\bwhatever\s)(?<!\bdiverse\s)(?<!\bdifferent\s)(?<!\bvarious\s)background(?!\s+(?:stud|check|screen|noise|music))"
    r"|years?['’]?\s+(?:of|in|on|as|with|at|doing|work(?:ing)?)|(?:for|many|some)\s+years)\b"
    # "Working in local government", "Taking part in an audit"
    r"|^\W*(?:(?:previous|prior|past)\s+work|working|taking\s+part|(?:active\s+)?(?:involvement|participation))\s+(?:in|for|at|within)\s+(?!(?:an?\s+|the\s+|your\s+)?(?:\w+\s+){0,2}(?:teams?|hours|environment|isolation|partnership|collaboration|shifts?|pairs?|person|place)\b)",
    re.I,
)
_SPEAKING = re.compile(
    r"\b(?:spoken|written|speak|fluent|fluency|bilingual|multilingual|native|read(?:ing)?,?\s+(?:and\s+)?writ|language|verbal|conversational|proficien|business[-\s]level|JLPT|HSK\b|TOPIK)",
    re.I,
)
_SKILL_LEAD = re.compile(
    r"^\W*(?:(?:strong|solid|good|excellent|sound|secure|clear|working|deep|proven|basic|advanced|thorough|confident|some|great|general)\s+)*(?:knowledge|understanding|familiarity|proficien|grasp|grounding|command|expertise|ability|skills?|fluen|literacy|comfortable|competen)",
    re.I,
)


# "You have good knowledge of negotiation law": what is known may have the name of a trait in it.
_KNOWS_OF = re.compile(
    r"^\W*(?:(?:you|have|has|an?|also|strong|solid|good|excellent|sound|secure|working|deep|basic|advanced|thorough|some|general)\s+)*(?:knowledge|knows?|familiarity|familiar|grasp|grounding)\s+(?:of|in|with|about)\b",
    re.I,
)


_TELLS_ACTS = ("duties", "title")
"""Labels of sections that tell in sentences what a person does."""


def kind_of(
    quote: str,
    found: Sequence[Word],
    mentions: Sequence[Mention],
    degrees: Sequence[str],
    years: bool,
    passage: Passage,
) -> Kind:
    """The kind of a clause, by the first of these tests that holds, wherever its lines break."""
    quote = _on_one_line(quote)
    kinds = [m.kind for m in mentions]
    first = found[0]
    starts_with_verb = relations().is_verb(first) and not _SKILL_LEAD.match(quote)
    if starts_with_verb and degrees and find_degrees(quote)[0][1] == 0:
        starts_with_verb = False  # "Master's degree in Marketing"
    if degrees and not (passage.label == "duties" and starts_with_verb) and not _only_apprenticed(quote):  # 1
        return "education"
    doing = passage.label in _TELLS_ACTS and (starts_with_verb or acting(quote, "") is not None)
    if _is_condition(quote, "credential" in kinds, doing):  # 2
        return "condition"
    act = passage.label == "duties" and starts_with_verb and not _HOLDS.match(quote)
    if kinds and set(kinds) == {"language"} and _LEVEL.search(quote) and not act:
        return "language"  # "BSL Level 2"
    if "credential" in kinds and not act and not (years and _AFTER.search(quote)):  # 3
        return "credential"
    if _CREDENTIAL.search(quote) and passage.label != "duties" and not (years and _AFTER.search(quote)):
        return "credential"
    if _COURSE.match(quote) and not starts_with_verb:
        return "credential"
    content = [w for w in found if not w.is_stop]
    if _asks_to_write_well(quote, mentions) and not (passage.label == "duties" and starts_with_verb):
        return "soft_skill"
    if "language" in kinds and (_SPEAKING.search(quote) or _only_languages(content, mentions)):  # 4
        return "language"
    if not act and (
        _asks_to_use(quote, mentions, passage) or (_ANOTHER_LANGUAGE.search(quote) and len(content) <= _SHORT)
    ):
        return "language"
    acts = passage.label == "duties" and (starts_with_verb or first.norm == "you")
    # "Keep import records for the five years the law requires"
    if (years and (not acts or "experience" in quote.lower())) or (
        _EXPERIENCE.search(quote) and passage.label != "duties"
    ):  # 5
        only_tools = "tool" in kinds and all(m.kind == "tool" or _PRODUCT.search(m.text) for m in mentions)
        return "tool" if only_tools and not years else "experience"
    if passage.label == "duties" and _describes_person(quote, found, kinds, starts_with_verb):
        return "soft_skill"
    if kinds and set(kinds) == {"tool"} and first.text.lower() == "using":
        return "tool"  # "perform research | using Westlaw or Lexis"
    if passage.label == "duties" and (starts_with_verb or first.norm in ("you", "the") or len(content) > 3):  # 6
        return "duty"
    if kinds and kinds.count("soft") * 2 > len(kinds):  # 7
        return "soft_skill"
    if kinds and kinds.count("tool") * 2 >= len(kinds):  # 8
        return "tool"
    if _is_trait(found, kinds) and not _KNOWS_OF.match(quote):  # 9
        return "soft_skill"
    if starts_with_verb and not kinds:  # 10
        return "duty"
    return "skill"


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _only_apprenticed(quote: str) -> bool:
    """An apprenticeship alone is no degree that a higher one would cover."""
    return all(quote[start:end].lower() == "apprenticeship" for _, start, end in find_degrees(quote))


_HOLDS = re.compile(
    r"^\W*(?:(?:must|you|will|should|also|to|and|currently|can)\s+)*(?:hold|have|has|possess|maintain|keep|obtain|get|earn|acquire|carry|renew|complete|pass|achieve|gain|be\b)",
    re.IGNORECASE,
)
_COURSE = re.compile(
    r"\W*(?:[A-Z][\w/&-]*\s+(?:or\s+|and\s+)?){1,5}(?:qualification\b|(?:Level|Stage)\s+\d\b)(?=\W*(?:\([^)]*\))?\W*$)"
)
"""A course or qualification by its name, wherever it stands: "Practice Educator Stage 1 (D)"."""
_AFTER = re.compile(r"\bpost[-\s](?:registration|qualification|licensure|certification)", re.IGNORECASE)
"""Work after a registration is work, whatever the registration is called."""


# "Experience with ticketing systems such as Zendesk" asks for a tool.
_PRODUCT = re.compile(r"\b(?:software|systems?|platforms?|tools?|databases?|apps?)$", re.IGNORECASE)


def _is_trait(found: Sequence[Word], kinds: Sequence[str]) -> bool:
    """A soft skill by a sure name; where the lexicon knows something else in it, by one of two words with which it begins."""
    places = asked_in([word.stem for word in found], loosely=False).values()
    if set(kinds) <= {"soft"}:
        return bool(places)
    if found[0].stem in _PLAIN:
        return "tool" not in kinds and any(start == 0 for start, _ in places)
    if "tool" in kinds:
        return False
    early = any(start <= _EARLY and end - start > 1 for start, end in places)
    return early or (bool(places) and _mostly_of_traits(found))


def _mostly_of_traits(found: Sequence[Word]) -> bool:
    """Whether half of a clause's words name traits: "You can juggle six things and drop none"."""
    places = asked_in([word.stem for word in found]).values()
    said = {i for start, end in places for i in range(start, end)}
    content = [i for i, word in enumerate(found) if not word.is_stop]
    return 2 * len(said.intersection(content)) >= len(content)


# "Able to push back on senior people", "A cool head": a person is described, whatever the section is called.
_OF_A_PERSON = re.compile(
    r"^\W*(?:(?:you|must|should|will|we\s+need\s+(?:someone|somebody)\s+who|someone\s+who|somebody\s+who|a\s+person\s+who)\s+)*(?:can|be|are|have|is|an?|able|ability|willing(?:ness)?|happy|good|great|strong|clear|excellent|comfortable|confident|at\s+ease|not)\b",
    re.IGNORECASE,
)


def _describes_person(quote: str, found: Sequence[Word], kinds: Sequence[str], acts: bool) -> bool:
    """Whether a clause among duties says what a person is like, not what the person does."""
    if (acts and found[0].norm not in _MANNERS) or found[0].norm == "the" or _KNOWS_OF.match(quote):
        return False
    if not _is_trait(found, kinds):
        return False
    if found[0].norm == "you" and not _OF_A_PERSON.match(quote):
        return False  # "You keep our campaigns moving" is work
    return bool(_OF_A_PERSON.match(quote)) or len(found) <= _BRIEF


_MANNERS = frozenset("clear calm cool direct neat open patient quick sound steady tidy warm".split())
"""Words that are verbs too: "Clear, plain writing"."""
_BRIEF = 12
"""Words of a clause that may describe a person without an article or a verb: "Clear, plain writing for the public"."""


_PLAIN = frozenset(
    stem(word)
    for word in """calm calmness composed composure compassion compassionate courteous discreet discretion empathy empathetic
    honest honesty humble humility kind kindness patience patient polite resilience resilient tact tactful warmth""".split()
)
"""Words that name a trait whatever follows: "calm when the emergency department is full"."""


# "Good written English for letters" asks for a hand at writing.
_WRITES_WELL = re.compile(r"\bwritten\s+english\b", re.IGNORECASE)
_SPOKEN_TOO = re.compile(
    r"\bspok|\bspeak|\boral|\bverbal|\bfluen|\bbilingual|\bread\b|\bnative\s+speaker", re.IGNORECASE
)


def _asks_to_write_well(quote: str, mentions: Sequence[Mention]) -> bool:
    if not _WRITES_WELL.search(quote) or _SPOKEN_TOO.search(quote):
        return False
    return {m.concept for m in mentions if m.kind == "language"} <= {"English"}


_LEVEL = re.compile(r"\blevel\s+\d\b", re.IGNORECASE)
_ANOTHER_LANGUAGE = re.compile(
    r"\b(?<!as\san\s)(?<!as\sa\s)(?:second|third|another|additional|foreign|other|further|one\s+more)\s+(?:(?!program|script|cod|query|markup)\w+\s+)?languages?\b(?!\s*(?:learn|arts|teach|model))",
    re.IGNORECASE,
)
_SHORT = 7
_IN_IT = re.compile(
    r"\b(?:comfortable|confident|able|happy|hold|calls?|meetings?|interviews?|presentations?|correspond\w*|negotiat\w*|communicat\w*|converse)\b[^.;]*\bin\s+$",
    re.IGNORECASE,
)
_KNOW_IT = re.compile(
    r"(?:\byou\s+(?:\w+\s+)?(?:write|know|understand|read|sign)\b(?:\s+(?!in\b|for\b|to\b)\w+){0,2}|\b(?:know|enough|little|bit\s+of|grasp\s+of|excellent|perfect|workable))\s+$",
    re.IGNORECASE,
)
_COUNTRY = re.compile(
    r"\s+(?!(?:and|or|to|for|with|at|on|is|as|an|a|in|would|will|when|if|enough|well|both|from|by|preferred|required|desirable|essential|helpful|plus)\b)[a-z]"
)


def _asks_to_use(quote: str, mentions: Sequence[Mention], passage: Passage) -> bool:
    """Whether a clause asks to write, know or use a language: "comfortable with interviews in English"."""
    if _EXPERIENCE.search(quote) or any(m.kind in ("tool", "credential", "degree") for m in mentions):
        return False
    for m in mentions:
        if m.kind != "language":
            continue
        name = _on_one_line(m.text)
        at = quote.find(name)
        known = _KNOW_IT.search(quote[:at]) or (passage.label != "duties" and _IN_IT.search(quote[:at]))
        if at >= 0 and known and not _COUNTRY.match(quote[at + len(name) :]):
            return True
    return False


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
    r"^\W*(?:(?:must|can|will|able\s+to|regularly|be\s+able\s+to)\s+)*(?:works?\s+(?:in\s+temper|from\s+\d|\d|\w+days?|one|every|some|most|weekend|evening|night|out|on\s+your)|walks?|stands?\s|remain|stay|sit\s|lift(?:ing)?\s+(?:up\s+to|at\s+least|\d|and\s+carry)|(?:carry|push|pull|move)\b[^.;]{0,40}\d+\s*(?:lbs?|pounds|kg)\b|standing\s|bend(?:ing)?\b[\s,]+(?:and\s+)?(?:stoop|kneel|lift|reach|squat|crouch)|kneel|crouch|stoop|wear|works?\s+(?:\w+\s+){0,2}(?:in|out)doors|works?\s+shifts?|works?\s+(?:from|in|at)\s+our\s+(?:\w+\s+)?office|(?:obtain|hold|maintain|keep)\b[^.;]{0,30}\bclearance|holds?\s+(?:an?\s+)?(?:valid\s+)?(?:work\s+permit|passport)|(?:pass|undergo|submit\s+to)\s+(?:an?|the|all|our|any)\b|drive\b[^.;]{0,40}\byour\s+own\b|on\s+your\s+feet|shift\s+is)",
    re.IGNORECASE,
)
# "Book travel for the directors", "you perform scans on the on-call shifts": work done for others or at such hours, not a demand.
_HANDLED = re.compile(
    r"^\W*(?:(?:you|and|will|would|also|to)\s+){0,3}(?:book|arrang|coordinat|organi[sz]|plan|manag|process|prepar|handl|schedul|reconcil|approv|make|mak)(?:e|es|ed|ing)?\b[^.;]{0,45}\btravel(?!\s+up)"
    r"|^\W*(?:manage|plan|build|publish|coordinate|run|own|organi[sz]e|maintain|draw\s+up|schedule)\s+(?:(?:the|our|an?)\s+)?(?:\w+\s+)?on[-\s]call\s+(?:rota|roster|schedule|rotation|calendar)"
    r"|^\W*you\s+(?!must|may|can|will|should|need|are|have|would|could|share|join|take|work|travel|lift|carry|stand)\w+\b[^.;]{12,}\b(?:on|during)\s+(?:the\s+|your\s+)?(?:on[-\s]call|night|weekend)\s+shifts?",
    re.IGNORECASE,
)
# "Knowledge of overtime rules", "Experience with security clearance files": to know of it is not to bear it.
_KNOWN_ABOUT = re.compile(
    r"^\W*(?:(?:an?|some|strong|solid|good|working|proven|basic|thorough|deep|previous|prior)\s+)*(?:(?:knowledge|understanding|familiarity|proficiency|expertise|grasp)\s+(?:of|in|with)\b"
    r"|experience\s+(?:of|in|with)\b(?!\s+(?:work|shift|night|weekend|on[-\s]call|lone|the\s+right)))(?![^.;]*\b(?:will|able|must|available|required\s+to)\b)",
    re.IGNORECASE,
)
_YOU_WILL = re.compile(r"^\W*you(?:\s+will|\s+would|['’](?:ll|d))\s+(?:also\s+)?", re.IGNORECASE)
_RECORD = re.compile(r"record|insur", re.IGNORECASE)


def _is_condition(quote: str, credential: bool, act: bool) -> bool:
    """Travel, shifts and the like; not an act that only mentions one, not a licence ("driver's license")."""
    if not is_demand(quote) or _HANDLED.search(quote) or _KNOWN_ABOUT.search(quote):
        return False
    quote = _YOU_WILL.sub("", quote)
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
    if is_demand(text):
        kinds.add("condition")
    return kinds
