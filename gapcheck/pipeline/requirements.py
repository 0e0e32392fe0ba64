"""Passages of a posting -> Requirements: cut into separate demands, each with kind, importance, mode, years, keywords."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from gapcheck import deadline
from gapcheck.lexicon.traits import asked_in
from gapcheck.pipeline.asides import asks_nothing
from gapcheck.pipeline.clauses import Clause, clauses
from gapcheck.pipeline.context import Cue, find_cues
from gapcheck.pipeline.gate import GOES_ON
from gapcheck.pipeline.keywords import education_keywords, find_keywords
from gapcheck.pipeline.kinds import kind_of
from gapcheck.pipeline.lines import CRITERION
from gapcheck.pipeline.prose import acting
from gapcheck.pipeline.quantities import find_degrees, find_years, rank, share_of_years
from gapcheck.types import Document, Importance, Keyword, Mention, Mode, Passage, Requirement
from gapcheck.words import Word, words

_EXAMPLES = re.compile(
    r"\b(?:either|such\s+as|e\.?g\.?|(?<!-)like|one\s+of|(?:one|any)\s+or\s+more\s+of|any\s+of|or\s+similar|or\s+equivalent|etc|i\.e\.?|at\s+least\s+one|and\s+other|or\s+other|for\s+example|including\s+but\s+not\s+limited)\b|\s/\s",
    re.IGNORECASE,
)
# What is no choice between things: "200 or more", "plus or minus .0005", "she or he".
_NO_CHOICE = re.compile(
    r"\b(?:he\s+or\s+she|she\s+or\s+he|his\s+or\s+her|her\s+or\s+his|plus\s+or\s+minus|on\s+or\s+before|or\s+(?-i:minus|more|less|fewer|better|above|below|older|higher|lower|so|very))\b",
    re.IGNORECASE,
)
_CHOICE = re.compile(r"\bor\b", re.IGNORECASE)
_OR_YEARS = re.compile(
    r"\bor\s+(?:\w+\s+){0,3}?(?:\d+|two|three|four|five|six|seven|eight|ten)\s*\+?\s*years?|\bor\s+(?:an?\s+)?equivalent",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(
    r"\bany\s+(?P<a>two|three|2|3)\s+of\b|\b(?P<n>two|three|four|2|3|4)\s+(?:or\s+more\s+)?of\s+(?:the\s+)?(?:following|these|those)\b|\bat\s+least\s+(?P<m>two|three|2|3)\s+of\b(?!\s+(?:them|which|whom|that)\b)",
    re.I,
)
_DEGREE_SLASH = re.compile(r"\b(?:diploma|GED|degree|B\.?[AS]c?|bachelor['’]?s|master['’]?s)/(?=[A-Z])", re.IGNORECASE)
_COUNT = {"two": 2, "three": 3, "four": 4}
# Traits of the person that the law protects; "young children" and "single sign-on" are neither.
_REVIEW = re.compile(
    r"\b(?:young\s+(?:and|team|man|woman|professional|person|energetic|dynamic)|you\s+are\s+young|youthful|recent\s+graduates?|digital\s+native|native\s+(?:english\s+)?speaker|(?:male|female)\s+(?:candidates?|applicants?|only|preferred|nurse|staff|driver|worker|attendant|assistant|teacher|therapist|receptionist|carer)|(?:no|not|nobody)\s+older\s+than\s+\d\d\b(?!\s*(?:day|week|month))|under\s+\d\d\s+years\s+(?:old|of\s+age)|(?:max(?:imum)?|upper)\s+age|aged?\s+(?:between\s+)?\d\d\s*(?:-|to|and)\s*\d\d|unmarried|attractive\s+(?:appearance|candidate|person)|mother\s+tongue)\b",
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


# The same before a clause that begins with "you"; "With five years of experience, you will ..." names what it asks.
_ADVERBIAL = re.compile(
    r"\W*(?:with|through|within|while|under|by|in|at|from|during|after|before|once|on|throughout|alongside|working|together|because|since|when|where|until|depending|following|each|every)\b(?!.*\b(?:you|is|are|has|have|will|experience|knowledge|background|degree|skills?|understanding|ability)\b)[^;]{3,90}$",
    re.IGNORECASE,
)
_YOU = frozenset(("you", "you'll", "you’ll", "you're"))


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
    marked = _LEGEND.search(document.text) is not None or _marks_each(document.text)
    for passage in passages:
        deadline.check()
        goes_on = found and GOES_ON.match(document.text, passage.start, passage.end)
        before = found[-1].importance if goes_on else None
        for requirement in _of_passage(document, passage, names, role, marked):
            if len(found) == limit:
                return tuple(found)
            found.append(_numbered(requirement, len(found) + 1, before or requirement.importance))
    return tuple(found)


def _numbered(requirement: Requirement, number: int, importance: Importance) -> Requirement:
    return replace(requirement, id=f"r{number}", importance=importance)


# "(E) = essential, (D) = desirable": person specifications mark each line.
_LEGEND = re.compile(
    r"\bE\)?\s*[=:–-]\s*essential\b.{0,40}\bD\)?\s*[=:–-]\s*desirable\b|\bessential\s*\(E\).{0,40}\bdesirable\s*\(D\)",
    re.IGNORECASE | re.DOTALL,
)
_MARK = re.compile(r"[\s(\[](?P<mark>[ED])[)\]]?\s*[.;]?\s*$")
_LINE_MARK = re.compile(r"[(\[]([ED])[)\]](?=[^\n\w]*(?:[A-Z]\b[^\n\w]*)*$)", re.MULTILINE)
_MARKED_LINES = 4


def _marks_each(text: str) -> bool:
    """Whether lines end with such marks and no legend says what they mean: some with (E), some with (D)."""
    found = _LINE_MARK.findall(text)
    return len(found) >= _MARKED_LINES and set(found) == {"E", "D"}


def _of_passage(
    document: Document, passage: Passage, names: frozenset[str], role: str, marked: bool
) -> Iterator[Requirement]:
    text = document.text
    mentions = passage.mentions
    lead_cues = find_cues([w.norm for w in words(passage.lead)]) if passage.lead else []
    preferred_lead = any(cue.category == "preferred" for cue in lead_cues)
    opening = find_cues([w.norm for w in passage.words[:8]])
    preferred_open = any(c.category == "preferred" and c.direction == "forward" and c.first < 5 for c in opening)
    parts = clauses(text, passage, mentions, role)
    for number, clause in enumerate(parts):
        said = clause.words if number else [w for w in passage.words if w.start < clause.end]
        cues = find_cues([w.norm for w in said])
        if _is_denied(cues) or asks_nothing(text[clause.start : clause.end]):
            continue
        if _only_leads(text, parts, number, mentions):
            continue
        cues = [cue for cue in cues if not _describes(cue, said, text)]
        importance = _importance(passage, cues, preferred_lead or (preferred_open and number > 0 and _is_list(clause)))
        mark = (CRITERION.match(text, passage.end) or _MARK.search(text, clause.start, passage.end)) if marked else None
        if mark:
            importance = "required" if mark.group("mark") == "E" else "preferred"
        wish = _WISH.match(text, clause.start, clause.end)
        if importance == "preferred" and wish and len(text[wish.end() : clause.end].split()) > _SHORT_WISH:
            clause = Clause(wish.end(), clause.end, tuple(w for w in clause.words if w.start >= wish.end()))
        inside = tuple(m for m in mentions if clause.start <= m.start and m.end <= clause.end)
        requirement = _requirement(text, clause, inside, passage, importance, names)
        if requirement:
            yield requirement if passage.bullet else _without_subject(requirement, role)


def _without_subject(requirement: Requirement, role: str) -> Requirement:
    """The requirement with nothing in its keywords of who does it: "The Stage Manager | calls the cues"."""
    if not requirement.keywords:
        return requirement
    first, rest = requirement.keywords[0], requirement.keywords[1:]
    act = acting(requirement.text, role)
    at = first.start - requirement.start
    if act is None or at >= act.at or len(requirement.text[:at].split()) > 1:
        return requirement
    if _OTHERS_ACT.search(requirement.text, at, act.at):
        return requirement
    verb, _, thing = requirement.text[act.at : first.end - requirement.start].partition(" ")
    if not thing:
        return replace(requirement, keywords=rest) if rest else requirement
    start = requirement.start + act.at + len(verb) + 1
    return replace(requirement, keywords=(Keyword(thing, start, first.end, None), *rest))


_OTHERS_ACT = re.compile(r"[,:;]|\byou\b", re.IGNORECASE)


def _is_denied(cues: Sequence[Cue]) -> bool:
    """Whether a demand is said not to be one; what is wished for may be taught: "desirable, as training will be given"."""
    wished = next((cue.first for cue in cues if cue.category == "preferred"), None)
    return any(cue.category == "not_needed" and (wished is None or cue.first < wished) for cue in cues)


# A word that may say how much a demand is wished for stands before a noun of this sort, or after the thing.
_WISHED = frozenset(
    """candidate applicant person experience qualification skill knowledge background education degree certification certificate
    license licence credential ability attribute competency competence requirement criteria criterion language year""".split()
)
_MANNERS = frozenset(("helpful", "welcome", "appreciated"))
_FEEL = frozenset(
    "a an in be feel feels feeling make makes made most very polite friendly courteous warm patient and give provide offer".split()
)
_AFTER_WISH = frozenset("but if for in when though although to not at with as".split())


def _describes(cue: Cue, said: Sequence[Word], text: str) -> bool:
    """Whether a word of wishing only describes a thing or a manner: "desired outcomes", "a helpful, calm manner"."""
    if cue.category != "preferred" or cue.last - cue.first > 1 or cue.last >= len(said):
        return False
    word, after = said[cue.first], said[cue.last]
    if cue.direction == "forward":  # "extra shifts", "check bonus payments"
        return word.text.lower() in ("extra", "bonus") and cue.first > 0 and not after.is_stop and after.norm != "point"
    if cue.direction != "backward":
        return False
    before = said[cue.first - 1].norm if cue.first else ""
    gap = text[word.end : after.start].strip()
    if word.norm in _MANNERS and (not cue.first or before in _FEEL):
        return gap in ("", ",") and after.norm not in _AFTER_WISH
    if gap:
        return False
    if after.norm == "by":
        return True
    return cue.first > 0 and not after.is_stop and after.stem not in _WISHED and after.norm not in _WISHED


def _only_leads(text: str, parts: Sequence[Clause], number: int, mentions: Sequence[Mention]) -> bool:
    """Whether the clause only leads to the next one: "With the support of the team, | you will solve problems"."""
    clause = parts[number]
    quote = text[clause.start : clause.end]
    if _LEAD_ONLY.match(quote):
        return True
    named = find_years(quote) or any(
        m.start < clause.end and clause.start < m.end for m in mentions if m.kind != "soft"
    )
    you = number + 1 < len(parts) and parts[number + 1].words[0].norm in _YOU
    return you and not named and _ADVERBIAL.match(quote) is not None


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
    if not keywords and kind == "soft_skill":
        keywords = _trait_named(text, clause)
    if not keywords and kind not in ("experience", "condition", "education"):
        return None
    mode, at_least = _mode(quote, clause.start, keywords, kind)
    keywords, mode = _own_brand(text, clause, keywords, mode)
    if kind == "tool" and _names_brands(text, keywords):
        mode = "any"
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
        years=years[0].minimum if years and kind != "duty" else None,
        degree=min(degrees, key=rank) if degrees and kind == "education" else None,
        at_least=at_least,
        review="may be discriminatory" if review else None,
    )


def _trait_named(text: str, clause: Clause) -> tuple[Keyword, ...]:
    """The words by which a clause names a trait where none of them is a thing: "Gets along with the next shift"."""
    places = sorted(asked_in([word.stem for word in clause.words]).values())
    if not places:
        return ()
    start, end = clause.words[places[0][0]].start, clause.words[places[0][1] - 1].end
    return (Keyword(" ".join(text[start:end].split()), start, end, None),)


# "A project tool (we live in Asana)": which one they have, beside the kind that is asked.
_OURS = re.compile(
    r"\((?:(?:we|our\s+\w+|ours)\s+(?:currently\s+|all\s+|mostly\s+)?(?:use|uses|run|runs|is|are\s+on|live\s+in|work\s+(?:in|with|on)|have|chose)|currently|ours:)\s[^)]*(?:\)|$)",
    re.IGNORECASE,
)


def _own_brand(
    text: str, clause: Clause, keywords: tuple[Keyword, ...], mode: Mode
) -> tuple[tuple[Keyword, ...], Mode]:
    """The brand that the employer has is another way to show the kind; beside several things it asks nothing more."""
    aside = _OURS.search(text, clause.start, clause.end)
    inside = [k for k in keywords if aside and aside.start() <= k.start < aside.end()]
    if not inside or mode == "any" or len(inside) == len(keywords):
        return keywords, mode
    outside = tuple(k for k in keywords if k not in inside)
    return (keywords, "any") if len(outside) == 1 else (outside, mode)


_BRACKETED = re.compile(r"\s*\(\s*")


def _names_brands(text: str, keywords: tuple[Keyword, ...]) -> bool:
    """Whether the keywords behind a kind of thing are brands of it in parentheses: "CNC lathe (Mazak, Haas)".

    Names behind a name are its parts, which are asked together: "AWS (EC2, S3)" (gold/GUIDE rule 17).
    """
    if len(keywords) < 3 or not (keywords[0].concept or keywords[0].name).split()[-1].islower():
        return False
    if not _BRACKETED.fullmatch(text[keywords[0].end : keywords[1].start]):
        return False
    inside = text[keywords[1].start : keywords[-1].end]
    between = [text[a.end : b.start].strip() for a, b in itertools.pairwise(keywords[1:])]
    return ")" not in inside and all(k.name[0].isupper() for k in keywords[1:]) and set(between) <= {",", "/"}


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


def _mode(quote: str, start: int, keywords: Sequence[Keyword], kind: str) -> tuple[Mode, int | None]:
    counted = _AT_LEAST.search(quote)
    if counted:
        number = counted.group("n") or counted.group("m") or counted.group("a")
        return "any", _COUNT.get(number.lower()) or int(number)
    if len(keywords) < 2 and not _OR_YEARS.search(quote):
        return "all", None
    if _EXAMPLES.search(quote) or _DEGREE_SLASH.search(quote) or _offers_choice(quote, start, keywords, kind):
        return "any", None
    return "all", None


def _offers_choice(quote: str, start: int, keywords: Sequence[Keyword], kind: str) -> bool:
    """Whether an "or" or a slash stands between the things asked; in a duty, beside nothing that is asked as well."""
    plain = _NO_CHOICE.sub(lambda m: "~" * len(m[0]), quote)
    between = [plain[one.end - start : other.start - start] for one, other in itertools.pairwise(keywords)]
    if any(gap.strip() == "/" for gap in between) and (kind != "duty" or _BRANDS_OF_ONE.search(quote)):
        return True
    if kind != "duty":
        return _CHOICE.search(plain) is not None
    return any(_OR_ALONE.fullmatch(gap) for gap in between) and not any(_AND_TOO.search(gap) for gap in between)


# Brands of one kind in parentheses: "Kubernetes (EKS/GKE)", not "applies modifiers (25, 59, RT/LT)".
_BRANDS_OF_ONE = re.compile(r"\(\s*[A-Z][\w.+-]*(?:\s?/\s?[A-Z][\w.+-]*)+\s*\)")
_OR_ALONE = re.compile(r"[\s,)]*\b(?:and/)?or\s+(?:an?\s+|the\s+|our\s+)?(?:\w+\s+)?", re.IGNORECASE)
_AND_TOO = re.compile(r"\band\b(?!/or)", re.IGNORECASE)


_AGE = re.compile(
    r"\b(?:\d\d|eighteen|twenty[-\s]one)\s+(?:years?\s+(?:of\s+age|old)|(?=(?:years\s+)?or\s+older)(?:years|or\s+older))",
    re.IGNORECASE,
)
