"""Passages of a posting -> Requirements: cut into separate demands, each with kind, importance, mode, years, keywords."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gapcheck import deadline
from gapcheck.lexicon.relations import relations
from gapcheck.lexicon.traits import asked_in
from gapcheck.pipeline.context import Cue, find_cues
from gapcheck.pipeline.keywords import education_keywords, find_keywords
from gapcheck.pipeline.prose import act_borders, demand_borders
from gapcheck.pipeline.quantities import SHARE_OF_YEARS, find_degrees, find_years, rank, share_of_years
from gapcheck.types import Document, Importance, Keyword, Kind, Mention, Mode, Passage, Requirement
from gapcheck.words import Word, words

# Each pattern marks a border inside a sentence between two demands that a person would tick apart.
_BORDER = re.compile(
    r"""
      ;\s+(?=\w)                                                    # 2 years of acute care; telemetry desired
    | ,?\s+(?:and|but)\s+(?=you(?:['’](?:ll|re|ve)|\s+(?:will|should|must|are|have|know|can|need|enjoy|bring|hold|possess))\b)
    | ,\s+(?=you\s+(?:should|must|will|need)\b)                     # capable of X, you should have Y
    | ,?\s+and\s+(?=(?:must|should|will)\s)                         # can read English and must be 25
    | ,?\s+(?:and|as\s+well\s+as|plus|or)\s+(?=(?:the\s+|an?\s+|your\s+)?(?:[a-z-]+\s+){0,3}?(?:ability|willingness|familiarity|experience|knowledge|
        understanding|passion|habit|desire|aptitude|commitment|proficiency|fluency|track\s+record|minimum)\s+(?:to|with|of|in|for|using)\b(?!\s+(?:obtain|get|acquire|become|earn|achieve|secure|gain)\b))
    | ,?\s+(?=(?:ideally|preferably|especially)\s)                  # 2+ years in support, ideally at a SaaS company
    | ,\s+(?=(?:at\s+least|including|with)\s+(?:one|two|three|four|five|\d+)\s+(?:of\s+(?:them|which|those|that)|years?)\b)
    | ,\s+(?:(?:or|and)\s+)?(?=if\s+you\s)                          # a plus if you speak Polish, or if you have ...
    | ,\s+and\s+(?=(?:every|each|once\s+an?)\s+\w+,?\s+you\s)      # Each month you A, and every week you B
    | ,\s+and\s+(?=(?:able|willing|comfortable|confident|happy|ready)\s+(?:to|with)\b)
    | ,?\s+and\s+(?=(?:experienced|possess(?:es)?|hold)\s)          # general knowledge of Aarhus and possess knowledge in GPS
    | ,?\s+(?=plus\s+(?-i:[A-Z]))                                         # Go, Python or Rust, plus Bash
    | ,?\s+and\s+(?=either\s)                                       # Terraform, and either Ansible or Chef
    | ,\s+(?:or\s+)?(?=(?:have|hold|holds|having)\s+\w)             # if you have worked with ArcGIS, hold a CPESC
    | ,?\s+(?:but|while|whereas|although)\s+(?!not\b)(?=[^,;]*\b(?:preferred|desired|desirable|a\s+(?:\w+\s+)?plus|required|mandatory|essential|a\s+must)\s*(?:[.,;)]|$))
    | (?:(?<=\brequired)|(?<=\bdesired))[,.]?\s+(?:and\s+|but\s+)?(?=[^,;]*\b(?:preferred|desir(?:ed|able)|a\s+(?:\w+\s+)?(?:plus|bonus)|an\s+(?:asset|advantage))\b)   # X required, Y preferred
    | (?:(?<=\bessential)|(?<=\bmandatory))[,.]?\s+(?:and\s+|but\s+)?(?=[^,;]*\b(?:preferred|desir(?:ed|able)|a\s+(?:\w+\s+)?(?:plus|bonus)|an\s+(?:asset|advantage))\b)
    | (?<=\bpreferred)[,.]?\s+(?:and\s+|but\s+)?(?=[^,;]*\b(?:required|essential|mandatory)\b)
    | \s*\((?=[^()]*\b(?:preferred|desired|a\s+plus|desirable|required|an\s+advantage|ideal)\b[^()]*\))   # OSHA 10 (OSHA 30 preferred)
    """,
    re.VERBOSE | re.IGNORECASE,
)
# What follows tells why, not what is asked; prose only, a bullet is quoted whole.
_AFTERTHOUGHT = re.compile(
    r",?\s+(?:which|so\s+that|in\s+order\s+to|because|as\s+long\s+as|while|whereas)\s", re.IGNORECASE
)
_AND = re.compile(r",?\s+and\s+(?!/)", re.IGNORECASE)
_TOOL_LINK = re.compile(r",?\s+(?=(?:using|with|in)\s+(?:the\s+|tools\s+such\s+as\s+)?[A-Za-z])", re.IGNORECASE)

_ANY = re.compile(
    r"\b(?:or|and/or|either|such\s+as|e\.?g\.?|like|one\s+of|any\s+of|or\s+similar|or\s+equivalent|[A-Z]{2,5}/[A-Z]{2,5}|etc|i\.e\.?|at\s+least\s+one|and\s+other|or\s+other|for\s+example|including\s+but\s+not\s+limited)\b|\s/\s",
    re.IGNORECASE,
)
_OR_YEARS = re.compile(
    r"\bor\s+(?:\w+\s+){0,3}?(?:\d+|two|three|four|five|six|seven|eight|ten)\s*\+?\s*years?|\bor\s+(?:an?\s+)?equivalent",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(
    r"\bany\s+(?P<a>two|three|2|3)\s+of\b|\b(?P<n>two|three|four|2|3|4)\s+(?:or\s+more\s+)?of\s+(?:the\s+)?(?:following|these|those)\b|\bat\s+least\s+(?P<m>two|three|2|3)\s+of\b",
    re.I,
)
_DEGREE_SLASH = re.compile(r"\b(?:diploma|GED|degree|B\.?[AS]c?|bachelor['’]?s|master['’]?s)/(?=[A-Z])", re.IGNORECASE)
_COUNT = {"two": 2, "three": 3, "four": 4}

_CONDITION = re.compile(
    r"""\b(?:
        travel(?:l?ing)?\b | (?:over)?night\s+shifts? | (?:rotating|evening|weekend|night|late|early|split|swing|day)\s+shifts? | \d+-?\s?hour\s+shifts? | shift\s+work | weekends? | overtime
      | on[-\s]call | after[-\s]hours | take\s+(?:an?|your|their)\s+turn | lift(?:ing)?\s+(?:up\s+to|at\s+least|and|\d|of|heavy|boxes|some)| (?:do|some)\s+(?:some\s+)?lifts? | \d+\s*(?:lbs?|pounds|kg)\b | stand(?:ing)?\s+(?:for|up|long|on)| climb(?:ing)?\s+(?:ladders|stairs) | work(?:ing)?\s+at\s+heights?
      | authoriz(?:ed|ation)\s+to\s+work | work\s+authorization | right\s+to\s+work | eligib(?:le|ility)\s+to\s+work | (?:u\.?s\.?\s+)?citizen(?:s|ship)? | work\s+permit | visa\b | clearance\b
      | background\s+(?:check|screen|investigation) | drug[-\s](?:screen|test)(?:ing)? | dbs\b | vaccin | relocat(?:e|ion|ing) | commut(?:e|able|ing) | live\s+within | based\s+in | located\s+in | reside(?:nt|ncy)?\b
      | driving\s+record | insurab(?:le|ility) | own\s+(?:hand\s+)?(?:tools?|vehicle|car|transport(?:ation)?) | reliable\s+transport(?:ation)? | home\s+internet | place\s+to\s+work | steel[-\s]toe
      | (?:\d+|eighteen|twenty[-\s]one)\s+(?:years\s+(?:of\s+age|old)|or\s+older)| years?\s+of\s+age | smoke[-\s]free | physical(?:ly)?\s+(?:able|demand|fit) | freezer | outdoors? | in\s+all\s+weather
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
# Traits of the person that the law protects; "young children" and "single sign-on" are neither.
_REVIEW = re.compile(
    r"\b(?:young\s+(?:and|team|man|woman|professional|person|energetic|dynamic)|you\s+are\s+young|youthful|recent\s+graduates?|digital\s+native|native\s+(?:english\s+)?speaker|(?:male|female)\s+(?:candidates?|applicants?|only|preferred|nurse|staff|driver|worker|attendant|assistant|teacher|therapist|receptionist|carer)|(?:no|not|nobody)\s+older\s+than\s+\d\d\b(?!\s*(?:day|week|month))|under\s+\d\d\s+years\s+(?:old|of\s+age)|(?:max(?:imum)?|upper)\s+age|aged?\s+(?:between\s+)?\d\d\s*(?:-|to|and)\s*\d\d|unmarried|attractive\s+(?:appearance|candidate|person)|mother\s+tongue)\b",
    re.IGNORECASE,
)


# What the posting denies or leaves open asks nothing of anybody.
_NO_DEMAND = re.compile(
    r"\bother\s+duties\s+(?:as|that)|\b(?:is|are)\s+not\s+(?:applicable|relevant|expected|necessary|a\s+requirement)|\bwe\s+(?:can(?:no|['’])t|cannot|do\s+not|don['’]t)\b|\bthis\s+is\s+not\b|\bdoes\s+not\s+(?:offer|sponsor)|\bnot\s+an?\s+[\w-]+\s+position|\bcan\s+be\s+learned\b|\b(?:may|can|will)\s+(?:be\s+)?(?:substituted?|stand\s+in|replaced?|count(?:ed)?\s+(?:as|toward))\b",
    re.IGNORECASE,
)

# What only says how much a demand is wished for: "It would be a plus if | you speak Polish, or if | you have ...".
_WISH = re.compile(
    r"(?:it\s+(?:would|will|['’]d|is|['’]s)\s+(?:also\s+)?(?:be\s+)?(?:\w+\s+){0,3}?(?:plus|bonus|nice|great|good|lovely|helpful|useful|advantage|asset)\s+)?if\s+(?=you\b)",
    re.IGNORECASE,
)

# What only leads to a demand: "As a member of the team, | you will ...".
_LEAD_ONLY = re.compile(
    r"\W*(?:put\s+another\s+way|everything\s+else)\b|\W*as\s+(?:an?|the|our|part\s+of)\s[^,.;:]{3,60}$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Clause:
    start: int
    end: int
    words: tuple[Word, ...]


def read_requirements(
    document: Document,
    passages: Sequence[Passage],
    *,
    names: frozenset[str] = frozenset(),
    role: str = "",
    limit: int = 300,
) -> tuple[Requirement, ...]:
    """The requirements that *passages* (those which the gate let through) state, in the order of the posting.

    Args:
        document: the posting.
        passages: what to read, in order.
        names: normalised words of the employer's name.
        role: the title of the job, by whose words prose may call the person.
        limit: requirements after this many are left out.
    """
    found: list[Requirement] = []
    marked = _LEGEND.search(document.text) is not None
    for passage in passages:
        deadline.check()
        for requirement in _of_passage(document, passage, names, role, marked):
            if len(found) == limit:
                return tuple(found)
            found.append(_numbered(requirement, len(found) + 1))
    return tuple(found)


def _numbered(requirement: Requirement, number: int) -> Requirement:
    from dataclasses import replace

    return replace(requirement, id=f"r{number}")


# "(E) = essential, (D) = desirable": person specifications mark each line.
_LEGEND = re.compile(
    r"\bE\)?\s*[=:–-]\s*essential\b.{0,40}\bD\)?\s*[=:–-]\s*desirable\b|\bessential\s*\(E\).{0,40}\bdesirable\s*\(D\)",
    re.IGNORECASE | re.DOTALL,
)
_MARK = re.compile(r"[\s(\[](?P<mark>[ED])[)\]]?\s*[.;]?\s*$")


def _of_passage(
    document: Document, passage: Passage, names: frozenset[str], role: str, marked: bool
) -> Iterator[Requirement]:
    text = document.text
    mentions = passage.mentions
    lead_cues = find_cues([w.norm for w in words(passage.lead)]) if passage.lead else []
    preferred_lead = any(cue.category == "preferred" for cue in lead_cues)
    opening = find_cues([w.norm for w in passage.words[:8]])
    preferred_open = any(c.category == "preferred" and c.direction == "forward" and c.first < 5 for c in opening)
    for number, clause in enumerate(_clauses(text, passage, mentions, role)):
        cues = find_cues([w.norm for w in clause.words])
        if any(cue.category == "not_needed" for cue in cues) or _denies(text[clause.start : clause.end]):
            continue
        if _LEAD_ONLY.match(text[clause.start : clause.end]):
            continue
        importance = _importance(passage, cues, preferred_lead or (preferred_open and number > 0 and _is_list(clause)))
        mark = _MARK.search(text, clause.start, passage.end) if marked else None
        if mark:
            importance = "required" if mark.group("mark") == "E" else "preferred"
        if importance == "preferred" and (wish := _WISH.match(text, clause.start, clause.end)):
            clause = _Clause(wish.end(), clause.end, tuple(w for w in clause.words if w.start >= wish.end()))
        inside = tuple(m for m in mentions if clause.start <= m.start and m.end <= clause.end)
        requirement = _requirement(text, clause, inside, passage, importance, names)
        if requirement:
            yield requirement


def _denies(quote: str) -> bool:
    """Whether the clause itself asks nothing; an aside in parentheses does not take back what stands before it."""
    m = _NO_DEMAND.search(quote)
    return m is not None and quote.count("(", 0, m.start()) <= quote.count(")", 0, m.start())


def _is_list(clause: _Clause) -> bool:
    """A later member of "a bonus if you have X, hold Y, have done Z" begins with its verb."""
    return clause.words[0].norm in ("have", "hold", "holds", "having", "if")


# --- clauses -------------------------------------------------------------------------------------------------


def _clauses(text: str, passage: Passage, mentions: Sequence[Mention], role: str) -> list[_Clause]:
    cuts = [(m.start(), m.end()) for m in _BORDER.finditer(text, passage.start, passage.end)]
    cuts += _kind_borders(text, passage, mentions)
    cuts += _tool_borders(text, passage, mentions)
    cuts += _share_borders(text, passage)
    if not passage.bullet:
        sentence = text[passage.start : passage.end]
        borders = (*act_borders(sentence, role), *demand_borders(sentence))
        cuts += [(passage.start + a, passage.start + b) for a, b in borders]
    begin, pieces = passage.start, []
    for a, b in sorted(set(cuts)):
        if a < begin or any(m.start < a and b < m.end for m in mentions):
            continue
        if _enough(text, begin, a, mentions) and _enough(text, b, passage.end, mentions):
            pieces.append((begin, a))
            begin = b
    pieces.append((begin, passage.end))
    clauses = []
    for a, b in pieces:
        a, b = _trim(text, a, b)
        if not passage.bullet:
            b = _without_afterthought(text, a, b)
        inner = tuple(w for w in passage.words if a <= w.start and w.end <= b)
        if inner:
            clauses.append(_Clause(a, b, inner))
    return clauses


def _without_afterthought(text: str, start: int, end: int) -> int:
    m = next((m for m in _AFTERTHOUGHT.finditer(text, start, end) if len(text[start : m.start()].split()) >= 8), None)
    return m.start() if m else end


def _enough(text: str, start: int, end: int, mentions: Sequence[Mention]) -> bool:
    """A piece can stand alone: two words of content, or a name that the lexicon knows."""
    if any(start <= m.start and m.end <= end for m in mentions):
        return True
    return sum(not w.is_stop for w in words(text[start:end])) >= 2


def _kind_borders(text: str, passage: Passage, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Borders at an "and" between demands of different kinds: degree and years, licence and driving record."""
    for m in _AND.finditer(text, passage.start, passage.end):
        left, right = text[passage.start : m.start()], text[m.end() : passage.end]
        left_kinds = _hard_kinds(left, [x for x in mentions if x.end <= m.start()])
        right_kinds = _hard_kinds(right, [x for x in mentions if x.start >= m.end()])
        if (
            left_kinds and right_kinds and (not left_kinds & right_kinds or (find_years(left) and find_years(right)))
        ) or (left_kinds & right_kinds == {"condition"} and _TO_DO.match(right) and _CONDITION.search(left[-80:])):
            yield m.start(), m.end()
    yield from _list_borders(text, passage, mentions)


_TO_DO = re.compile(r"to\s+(?:work|lift|stand|travel|climb|walk|drive|carry)\b", re.IGNORECASE)
_ITEM = re.compile(r",\s+(?:and\s+)?|\s+with\s+(?=an?\s|acceptable|clean|good|valid)", re.IGNORECASE)


def _list_borders(text: str, passage: Passage, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Borders between neighbours of a list that are each of a hard kind and not of the same: "a diploma, a clean licence"."""
    commas = [
        m for m in _ITEM.finditer(text, passage.start, passage.end) if _is_outside(text, passage.start, m.start())
    ]
    starts = [passage.start, *(m.end() for m in commas)]
    ends = [*(m.start() for m in commas), passage.end]
    kinds = [
        _hard_kinds(text[a:b], [x for x in mentions if a <= x.start and x.end <= b]) | _languages(mentions, a, b)
        for a, b in zip(starts, ends, strict=True)
    ]
    for m, left, right in zip(commas, kinds, kinds[1:], strict=False):
        studied = "education" in left | right and "language" in left | right  # "a degree in journalism, English or ..."
        if left and right and not left & right and not studied and not _ALTERNATIVE.match(text, m.end()):
            yield m.start(), m.end()


_ALTERNATIVE = re.compile(r"or\b", re.IGNORECASE)


def _languages(mentions: Sequence[Mention], start: int, end: int) -> set[str]:
    return {"language" for m in mentions if m.kind == "language" and start <= m.start and m.end <= end}


def _is_outside(text: str, start: int, at: int) -> bool:
    return text.count("(", start, at) <= text.count(")", start, at)


def _share_borders(text: str, passage: Passage) -> Iterator[tuple[int, int]]:
    """Borders before a share of the years asked: "3 years of security work, | one of them as a lead"."""
    for m in SHARE_OF_YEARS.finditer(text, passage.start, passage.end):
        if find_years(text[passage.start : m.start()]):
            yield m.start(), m.start("share")


def _tool_borders(text: str, passage: Passage, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """A border before "using X, Y or Z" when two tools or more are named as alternatives: a demand of its own."""
    tools = [m for m in mentions if m.kind == "tool"]
    for m in _TOOL_LINK.finditer(text, passage.start + 12, passage.end):
        rest = text[m.end() : passage.end]
        behind = [t for t in tools if t.start >= m.end()]
        near = len(behind) > 1 and len(" ".join(text[m.end() : behind[0].start].split())) < 23
        if near and re.search(r"\bor\b", rest) and len(text[passage.start : m.start()].split()) > 3:
            yield m.start(), m.end()
            return


def _hard_kinds(text: str, mentions: Sequence[Mention]) -> set[str]:
    kinds = set()
    if any(level != "diploma" for level, _, _ in find_degrees(text)):
        kinds.add("education")
    if find_years(text):
        kinds.add("experience")
    if any(m.kind == "credential" for m in mentions):
        kinds.add("credential")
    if _CONDITION.search(text):
        kinds.add("condition")
    return kinds


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in ",;)"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;"):
        end -= 1
    if text[end - 1] == ")" and text.count("(", start, end) < text.count(")", start, end):
        end -= 1
    return start, end


# --- one clause ----------------------------------------------------------------------------------------------


def _importance(passage: Passage, cues: Sequence[Cue], preferred: bool) -> Importance:
    if any(cue.category == "preferred" for cue in cues):
        return "preferred"
    hard = any(cue.category == "required" for cue in cues)
    if passage.label == "preferred" and not hard:
        return "preferred"
    return "preferred" if preferred and not hard else "required"


def _requirement(
    text: str,
    clause: _Clause,
    mentions: Sequence[Mention],
    passage: Passage,
    importance: Importance,
    names: frozenset[str],
) -> Requirement | None:
    quote = text[clause.start : clause.end]
    degrees = [level for level, _, _ in find_degrees(quote)]
    years = find_years(quote) or share_of_years(text[passage.start : clause.end], clause.start - passage.start)
    kind = _kind(quote, clause, mentions, degrees, bool(years), passage)
    keywords = (
        education_keywords(text, clause.start, clause.end, mentions) if kind == "education" else ()
    ) or find_keywords(text, clause.start, clause.end, mentions, kind, names)
    if kind == "condition" and (age := _AGE.search(text, clause.start, clause.end)):
        keywords = (Keyword(age.group(), age.start(), age.end(), None),)
    if not keywords and kind not in ("experience", "condition", "education"):
        return None
    mode, at_least = _mode(quote, len(keywords))
    if mode == "any" and kind in ("experience", "skill", "duty", "soft_skill"):
        keywords = _alternatives(text, clause.start, keywords)
    review = _REVIEW.search(quote)
    return Requirement(
        id="",
        text=quote,
        start=clause.start,
        end=clause.end,
        section=passage.title,
        kind=kind,
        importance=importance,
        mode=mode,
        keywords=keywords,
        years=years[0].minimum if years else None,
        degree=min(degrees, key=rank) if degrees and kind == "education" else None,
        at_least=at_least,
        review="may be discriminatory" if review else None,
    )


_OR = re.compile(r"\bor\s+(?!similar|equivalent|other|another|more|higher|better|related)", re.IGNORECASE)
_WHERE = re.compile(
    r"\s+(?:for|in|within|at|on|from|to|of|with|during|across)\s+(?:(?:an?|the|our|your)\s+)?$", re.IGNORECASE
)


def _alternatives(text: str, start: int, keywords: tuple[Keyword, ...]) -> tuple[Keyword, ...]:
    """The keywords without what only tells where the last alternative is done: "examiner or moderator for a board"."""
    for i in range(2, len(keywords)):
        last, after = keywords[i - 1], keywords[i]
        joined = _OR.search(text[keywords[i - 2].end : last.start])
        if joined and i == len(keywords) - 1 and _WHERE.fullmatch(text[last.end : after.start]):
            return keywords[:i]
    return keywords


def _mode(quote: str, keywords: int) -> tuple[Mode, int | None]:
    counted = _AT_LEAST.search(quote)
    if counted:
        number = counted.group("n") or counted.group("m") or counted.group("a")
        return "any", _COUNT.get(number.lower()) or int(number)
    alternatives = keywords > 1 or _OR_YEARS.search(quote)
    return ("any" if alternatives and (_ANY.search(quote) or _DEGREE_SLASH.search(quote)) else "all"), None


def _kind(
    quote: str,
    clause: _Clause,
    mentions: Sequence[Mention],
    degrees: Sequence[str],
    years: bool,
    passage: Passage,
) -> Kind:
    """The kind of a clause, by the first of ten tests that holds."""
    kinds = [m.kind for m in mentions]
    first = clause.words[0]
    starts_with_verb = relations().is_verb(first) and not _SKILL_LEAD.match(quote)
    if starts_with_verb and degrees and find_degrees(quote)[0][1] == 0:
        starts_with_verb = False  # "Master's degree in Marketing"
    if degrees and not (passage.label == "duties" and starts_with_verb):  # 1
        return "education"
    if _is_condition(quote, "credential" in kinds, passage.label == "duties" and starts_with_verb):  # 2
        return "condition"
    if "credential" in kinds or (_CREDENTIAL.search(quote) and passage.label != "duties"):  # 3
        return "credential"
    content = [w for w in clause.words if not w.is_stop]
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
    if _is_trait(clause, kinds):  # 9
        return "soft_skill"
    if starts_with_verb and not kinds:  # 10
        return "duty"
    return "skill"


def _is_trait(clause: _Clause, kinds: Sequence[str]) -> bool:
    """A soft skill by a sure name; where the lexicon knows something else in it, by one of two words with which it begins."""
    places = asked_in([word.stem for word in clause.words], loosely=False).values()
    if set(kinds) <= {"soft"}:
        return bool(places)
    return "tool" not in kinds and any(start <= _EARLY and end - start > 1 for start, end in places)


_EARLY = 3
"""Words that may stand before the name of a trait with which a clause begins: "You are able to stay calm"."""


_COUNTS = frozenset("least one two three more any either both level plus".split())


def _only_languages(content: Sequence[Word], mentions: Sequence[Mention]) -> bool:
    """Languages and next to nothing else: "At least two of French, German and Italian"."""
    names = [m for m in mentions if m.kind == "language"]
    rest = [w for w in content if w.norm not in _COUNTS and not any(m.start <= w.start < m.end for m in names)]
    return len(rest) <= 2


_AGE = re.compile(
    r"\b(?:\d\d|eighteen|twenty[-\s]one)\s+(?:years?\s+(?:of\s+age|old)|(?=(?:years\s+)?or\s+older)(?:years|or\s+older))",
    re.IGNORECASE,
)
_ALWAYS_CONDITION = re.compile(r"on[-\s]call|travel|citizen|authori[sz]ed\s+to\s+work|right\s+to\s+work", re.IGNORECASE)
_RECORD = re.compile(r"record|insur", re.IGNORECASE)


def _is_condition(quote: str, credential: bool, act: bool) -> bool:
    """Travel, shifts and the like; not an act that only mentions one, not a licence ("driver's license")."""
    if not _CONDITION.search(quote):
        return False
    if act and not _ALWAYS_CONDITION.search(quote):
        return False
    return not credential or bool(_RECORD.search(quote))
