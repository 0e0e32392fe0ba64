"""Passages of a posting -> Requirements: cut into separate demands, each with kind, importance, mode, years, keywords."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gapcheck import deadline
from gapcheck.pipeline.clauses import Clause, clauses
from gapcheck.pipeline.context import Cue, find_cues
from gapcheck.pipeline.keywords import education_keywords, find_keywords
from gapcheck.pipeline.kinds import kind_of
from gapcheck.pipeline.prose import is_outside
from gapcheck.pipeline.quantities import find_degrees, find_years, rank, share_of_years
from gapcheck.types import Document, Importance, Keyword, Mention, Mode, Passage, Requirement
from gapcheck.words import words

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
# Traits of the person that the law protects; "young children" and "single sign-on" are neither.
_REVIEW = re.compile(
    r"\b(?:young\s+(?:and|team|man|woman|professional|person|energetic|dynamic)|you\s+are\s+young|youthful|recent\s+graduates?|digital\s+native|native\s+(?:english\s+)?speaker|(?:male|female)\s+(?:candidates?|applicants?|only|preferred|nurse|staff|driver|worker|attendant|assistant|teacher|therapist|receptionist|carer)|(?:no|not|nobody)\s+older\s+than\s+\d\d\b(?!\s*(?:day|week|month))|under\s+\d\d\s+years\s+(?:old|of\s+age)|(?:max(?:imum)?|upper)\s+age|aged?\s+(?:between\s+)?\d\d\s*(?:-|to|and)\s*\d\d|unmarried|attractive\s+(?:appearance|candidate|person)|mother\s+tongue)\b",
    re.IGNORECASE,
)
# What the posting denies or leaves open asks nothing of anybody.
_NO_DEMAND = re.compile(
    r"\b(?:send|submit|forward|e-?mail)\s+(?:us\s+)?(?:your|their|an?)\s+(?:\w+\s+){0,3}?(?:application|cv|r[ée]sum[ée]|cover(?:ing)?\s+letter)\b|\bany\s+questions\b|^\W*[ED]\s*=\s"
    r"|\bother\s+duties\s+(?:as|that)|\b(?:is|are)\s+not\s+(?:applicable|relevant|expected|necessary|a\s+requirement)|\bwe\s+(?:can(?:no|['’])t|cannot|do\s+not|don['’]t)\b|\bthis\s+is\s+not\b|\bdoes\s+not\s+(?:offer|sponsor)|\bnot\s+an?\s+[\w-]+\s+position|\bcan\s+be\s+learned\b|\b(?:may|can|will)\s+(?:be\s+)?(?:substituted?|stand\s+in|replaced?|count(?:ed)?\s+(?:as|toward))\b",
    re.IGNORECASE,
)
# What only says how much a demand is wished for: "It would be a plus if | you speak Polish, or if | you have ...".
_WISH = re.compile(
    r"(?:it\s+(?:would|will|['’]d|is|['’]s)\s+(?:also\s+)?(?:be\s+)?(?:\w+\s+){0,3}?(?:plus|bonus|nice|great|good|lovely|helpful|useful|advantage|asset)\s+)?if\s+(?=you\b)",
    re.IGNORECASE,
)
_SHORT_WISH = 3
"""Words that say too little without what leads to them: "It would be lovely if you spoke Spanish"."""
# What only leads to a demand: "As a member of the team, | you will ...".
_LEAD_ONLY = re.compile(
    r"\W*(?:put\s+another\s+way|everything\s+else)\b|\W*as\s+(?:an?|the|our|part\s+of)\s[^,.;:]{3,60}$", re.IGNORECASE
)


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
    for number, clause in enumerate(clauses(text, passage, mentions, role)):
        cues = find_cues([w.norm for w in clause.words])
        if any(cue.category == "not_needed" for cue in cues) or _denies(text[clause.start : clause.end]):
            continue
        if _LEAD_ONLY.match(text[clause.start : clause.end]):
            continue
        importance = _importance(passage, cues, preferred_lead or (preferred_open and number > 0 and _is_list(clause)))
        mark = _MARK.search(text, clause.start, passage.end) if marked else None
        if mark:
            importance = "required" if mark.group("mark") == "E" else "preferred"
        wish = _WISH.match(text, clause.start, clause.end)
        if importance == "preferred" and wish and len(text[wish.end() : clause.end].split()) > _SHORT_WISH:
            clause = Clause(wish.end(), clause.end, tuple(w for w in clause.words if w.start >= wish.end()))
        inside = tuple(m for m in mentions if clause.start <= m.start and m.end <= clause.end)
        requirement = _requirement(text, clause, inside, passage, importance, names)
        if requirement:
            yield requirement


def _denies(quote: str) -> bool:
    """Whether the clause itself asks nothing; an aside in parentheses does not take back what stands before it."""
    m = _NO_DEMAND.search(quote)
    return m is not None and is_outside(quote, 0, m.start())


def _is_list(clause: Clause) -> bool:
    """A later member of "a bonus if you have X, hold Y, have done Z" begins with its verb."""
    return clause.words[0].norm in ("have", "hold", "holds", "having", "if")


def _importance(passage: Passage, cues: Sequence[Cue], preferred: bool) -> Importance:
    if any(cue.category == "preferred" for cue in cues):
        return "preferred"
    hard = any(cue.category == "required" for cue in cues)
    if passage.label == "preferred" and not hard:
        return "preferred"
    return "preferred" if preferred and not hard else "required"


def _requirement(
    text: str,
    clause: Clause,
    mentions: Sequence[Mention],
    passage: Passage,
    importance: Importance,
    names: frozenset[str],
) -> Requirement | None:
    quote = text[clause.start : clause.end]
    degrees = [level for level, _, _ in find_degrees(quote)]
    years = find_years(quote) or share_of_years(text[passage.start : clause.end], clause.start - passage.start)
    kind = kind_of(quote, clause.words, mentions, degrees, bool(years), passage)
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
    if len(keywords) < 3:
        return keywords
    before, last, after = keywords[-3:]
    joined = _OR.search(text[before.end : last.start])
    return keywords[:-1] if joined and _WHERE.fullmatch(text[last.end : after.start]) else keywords


def _mode(quote: str, keywords: int) -> tuple[Mode, int | None]:
    counted = _AT_LEAST.search(quote)
    if counted:
        number = counted.group("n") or counted.group("m") or counted.group("a")
        return "any", _COUNT.get(number.lower()) or int(number)
    alternatives = keywords > 1 or _OR_YEARS.search(quote)
    return ("any" if alternatives and (_ANY.search(quote) or _DEGREE_SLASH.search(quote)) else "all"), None


_AGE = re.compile(
    r"\b(?:\d\d|eighteen|twenty[-\s]one)\s+(?:years?\s+(?:of\s+age|old)|(?=(?:years\s+)?or\s+older)(?:years|or\s+older))",
    re.IGNORECASE,
)
