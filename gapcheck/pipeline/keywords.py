"""Clause -> Keywords: the short noun or verb-object phrases that a reader or a search looks for.

A clause is peeled from outside in: lead-in ("Working knowledge of"), tail ("is a plus", "at all times"), conjuncts
("A, B and C"), leading verb of a duty ("Coordinate trade shows" -> "trade shows"), articles and praise ("strong").
Names that the lexicon knows are kept whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from gapcheck.pipeline.quantities import find_degrees
from gapcheck.types import Keyword, Mention
from gapcheck.words import Word, key, words

MAX_WORDS = 5
_MAX_KEYWORDS = 8
_FALLBACK_WORDS = 6

# Words that praise or measure but name nothing.
_EMPTY = frozenset(
    """strong solid excellent good great outstanding exceptional proven demonstrated demonstrable extensive deep broad advanced basic
    working hands-on hand practical professional relevant related similar prior previous recent significant sound thorough secure clear
    ability able skill experience knowledge understanding familiarity proficiency proficient expertise background exposure grasp command
    fluency fluent minimum least year month plus preferred required desired desirable essential must need have has having equivalent
    successful successfully effective effectively timely accurate accurately appropriate various other etc new current current valid full
    high level track record degree comfortable confident familiar experienced skilled willing willingness capable competent competency
    preferably ideally bonus advantage interest passion passionate enthusiastic keen desire commitment committed multiple daily weekly monthly
    annual own key complex challenging diverse wide range variety number day basis well overall general specific general specialized proper
    up-to-date day-to-day end-to-end best first general day modern comprehensive robust strategic quality-driven results-driven use using""".split()
)
# Verbs that carry a demand but are not part of its name.
_LIGHT_VERBS = frozenset(
    """have has having possess possessing know knowing hold holding be being demonstrate demonstrating show showing use using apply
    applying understand understanding work working worked build built do doing perform performing assist assisting help helping support
    supporting ensure ensuring provide providing participate participating contribute contributing make making take taking bring get
    getting keep keeping maintain maintaining own owning drive driving lead leading manage managing handle handling responsible
    enjoy thrive bring follow following act acting serve serving include including conduct conducting carry""".split()
)
_LEAD_IN = re.compile(
    r"""^\W*(?:
        (?:it\s+is|we|i)\s+(?:is\s+|also\s+)?(?:expected|important|essential|expect|imagine|believe|think|hope|assume|need|want|require)\s+(?:that\s+)?(?:you|candidates|applicants)?\s*(?:are|have|can|to\s+be|to\s+have|to)?\s+
      | (?:your|the)\s+(?:main\s+|key\s+|primary\s+)?(?:tasks?|job|role|responsibilit(?:y|ies)|duties|work|mission)(?:\s+as\s+(?:an?\s+)?[\w\s]{3,30}?)?\s+(?:is|are|will\s+be|includes?|involves?|consists?\s+of)\s+(?:to\s+)?
      | (?:ready|happy|eager|keen|prepared|motivated)\s+to\s+
      |
        (?:you(?:['’]ll|['’]re|['’]ve|\s+(?:will|should|must|are|have|can|need))?|we\s+(?:expect|need|want|require)\s+you|candidates?|applicants?|the\s+(?:ideal|right|successful|best)\s+(?:candidate|person)s?|must|should|will|is|are|be|to|also|have|has|had|got|hold|holds|bring|possess(?:es)?|know|know\s+how|need|a|an|the|our|your|their|some|any|both|either|one\s+or\s+more\s+of|plus|and|or)\s+
      | (?:(?:strong|solid|proven|hands-on|demonstrated|demonstrable|previous|prior|relevant|working|good|excellent|great|professional|practical|extensive|deep|broad|some|general|basic|advanced|recent|significant|successful|sound|thorough|secure|clear|direct|full|verifiable|progressive|firm|decent|reasonable|confident|real|day-to-day|exceptional|outstanding|an?|the|of|and|in-depth|up-to-date|current|first-hand|paid|documented|minimum)\s+){0,4}(?:experience|knowledge|understanding|familiarity|proficiency|expertise|skills?|ability|background|exposure|fluency|command|grasp|grounding|competenc(?:y|e)|track\s+record|interest|passion|training|certification|degree|diploma|comfort|facility|literacy|use|completion|awareness)\s+(?:(?:working|leading|managing|using|applying)\s+)?(?:with|in|of|to|for|using|on|as|at|within|across|around)\s+(?:the\s+use\s+of\s+)?
      | (?:comfortable|proficient|familiar|experienced|skilled|fluent|confident|capable|competent|able|willing|willingness|adept|versed|conversant|qualified|trained|knowledgeable|responsible|available|passionate|interested)\s+(?:with|in|of|to|for|using|about|at)\s+
      | (?:minimum|min\.?|at\s+least|a\s+minimum\s+of|minimum\s+of|up\s+to|over|more\s+than)\s+
      | (?:\d+|one|two|three|four|five|six|seven|eight|ten)\s*(?:\(\d+\)\s*)?(?:\+|plus|or\s+more|(?:-|–|to)\s*\d+)?\s*\+?\s*(?:years?|yrs?|months?)['’]?\s+(?:or\s+more\s+)?(?:of\s+)?(?:(?:[a-z-]+\s+){0,2}experience\s+(?:in|with|as|of|at|working\s+(?:in|with|as))\s+)?
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_TAIL = re.compile(
    r"""\s*[,;(-]?\s*(?:
        (?:is|are|would\s+be|will\s+be)\s+(?:an?\s+)?(?:[a-z]+\s+)?(?:preferred|required|desired|desirable|plus|advantage|asset|bonus|essential|mandatory|needed|helpful|expected|beneficial|must|welcome|ideal|necessary)
      | (?:strongly|highly|greatly)?\s*(?:preferred|required|desired|desirable|a\s+(?:big\s+|strong\s+)?plus|essential|mandatory|an\s+asset|an\s+advantage|needed|a\s+must|helpful|a\s+bonus)
      | experience|skills?|knowledge|background|exposure|or\s+(?:similar|equivalent|related|comparable|other)(?:\s+(?:tools?|systems?|software|field|fields|subject|discipline|platforms?|experience|qualifications?|technolog(?:y|ies)))?(?:\s+experience)?
      | (?:with)?in\s+the\s+(?:last|past)\s+[\w\s()]{1,20}years? | required\s+for\s+[\w\s]+
      | and\s+(?:the\s+like|more|so\s+on|similar|others?)|etc\.?|at\s+all\s+times|as\s+(?:needed|required|assigned|directed|appropriate|necessary)|on\s+a\s+(?:daily|weekly|regular)\s+basis
      | [.;:,)]
    )\s*$""",
    re.VERBOSE | re.IGNORECASE,
)
_CONJUNCTION = re.compile(
    r"\s*[,;]\s*(?:(?:and|or|nor|plus|as\s+well\s+as|and/or)\s+)?|\s+(?:and/or|and|or|nor|as\s+well\s+as|plus|&)\s+|\s*\(\s*|\s*\)\s*|\s*/\s*(?=[A-Z])(?<=[a-z0-9]/)|\s*:\s+|\s+[-–]\s+"
)
# After these the object of a duty is complete: "REST APIs | used by 40 partners", "new staff | on the till".
_STOPPERS = frozenset(
    """for with by in on at from to within across during before after into through throughout via per against about under without
    toward towards as that which who where when while whether so because if used using based including such e.g like especially
    according regarding around between among is are was were will can should per upon until up than""".split()
)
# One name for two things ("budgeting and forecasting") is asked as two; "pick and pack" is one act.
_PAIR = re.compile(r"\w+(?:ing|tion|ment|ance)s? (?:and|&) \w+(?:ing|tion|ment|ance)s?", re.IGNORECASE)
_EXAMPLES = re.compile(
    r"\s*[,(]?\s*\b(?:such\s+as|e\.?g\.?,?|for\s+example,?|like|including\s+but\s+not\s+limited\s+to|including|especially|particularly(?:\s+in)?|namely|i\.?e\.?,?)\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Phrase:
    """One conjunct, peeled: its words and the known names in it."""

    body: tuple[Word, ...]
    known: tuple[Mention, ...]

    @property
    def start(self) -> int:
        return self.body[0].start

    @property
    def end(self) -> int:
        return self.body[-1].end


def find_keywords(
    text: str,
    start: int,
    end: int,
    mentions: Sequence[Mention],
    kind: str,
    is_verb: frozenset[str],
    names: frozenset[str] = frozenset(),
) -> tuple[Keyword, ...]:
    """The keywords of the clause `text[start:end]`, in order, each with its offsets.

    Args:
        text: the document's text.
        start, end: the clause.
        mentions: lexicon concepts found in it.
        kind: the requirement's kind; a duty loses its leading verb.
        is_verb: stems of verbs that duties begin with.
        names: normalised words of the employer's own name, which are no keywords.
    """
    inside = [m for m in mentions if start <= m.start and m.end <= end]
    phrases = [
        phrase
        for a, b in _conjuncts(text, *_peel(text, start, end), inside)
        if (phrase := _phrase(text, a, b, inside, kind, is_verb))
    ]
    # "Prepare, submit and file reports": verbs whose object comes later; a plural behind a comma is a thing.
    phrases = [
        p for n, p in enumerate(phrases) if p.known or n == len(phrases) - 1 or not _is_act(p, is_verb, first=n == 0)
    ]
    found: dict[str, Keyword] = {}
    for number, phrase in enumerate(phrases):
        for keyword in _keywords(text, phrase, phrases[number + 1 :], kind):
            if not _is_noise(keyword, names):
                found.setdefault(keyword.name.lower(), keyword)
    if not found:
        found = {m.text.lower(): _keyword(text, m.start, m.end, m.concept) for m in inside}
    if not found and phrases:  # generic words only ("manage relations with departments"): better whole than nothing
        first, last = phrases[0].start, min(end, phrases[-1].end)
        inner = words(text[first:last], first)[:_FALLBACK_WORDS]
        found = {"": _keyword(text, first, inner[-1].end, None)}
    return tuple(found.values())[:_MAX_KEYWORDS]


def _peel(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause without its lead-in and its tail."""
    changed = True
    while changed and start < end:
        m = _LEAD_IN.match(text[start:end])
        changed = bool(m and m.end() < end - start)
        if m and changed:
            start += m.end()
    while True:
        m = _TAIL.search(text[start:end])
        if not m or m.start() == 0 or m.end() == m.start():
            return start, end
        end = start + m.start()


def _conjuncts(text: str, start: int, end: int, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Parts between commas, "and", "or", brackets and "such as", never cut inside a known name."""
    cuts = [(m.start(), m.end()) for m in _EXAMPLES.finditer(text, start, end)]
    cuts += [(m.start(), m.end()) for m in _CONJUNCTION.finditer(text, start, end)]
    begin = start
    for a, b in sorted(cuts):
        if a < begin or any(m.start < a and b < m.end and not _PAIR.fullmatch(m.text) for m in mentions):
            continue
        if a > begin:
            yield begin, a
        begin = b
    if begin < end:
        yield begin, end


def _phrase(
    text: str, start: int, end: int, mentions: Sequence[Mention], kind: str, is_verb: frozenset[str]
) -> _Phrase | None:
    """The noun phrase of one conjunct, or None when nothing is left of it."""
    start, end = _peel(text, start, end)
    found = words(text[start:end], start)
    known = tuple(m for m in mentions if start <= m.start and m.end <= end)
    first = _skip_front(text, found, kind, is_verb, known)
    last = _object_end(text, found, first, known)
    later = [m for m in known if last < len(found) and m.start >= found[last].start]
    while (
        last > first and (_is_empty(found[last - 1]) or _is_number(found[last - 1])) and not _in(found[last - 1], known)
    ):
        last -= 1
    body = list(found[first:last])
    if len(body) > MAX_WORDS:
        body = body[: max(MAX_WORDS, _last_known(body, known))]
    while body and not _in(body[-1], known) and (body[-1].is_stop or body[-1].norm in _STOPPERS):
        body.pop()
    if not body and later:
        inner = [w for w in found if later[0].start <= w.start and w.end <= later[0].end]
        return _Phrase(tuple(inner), tuple(later)) if inner else None
    return _Phrase(tuple(body), known) if body else None


def _is_act(phrase: _Phrase, is_verb: frozenset[str], *, first: bool) -> bool:
    if not first and phrase.body[-1].text.endswith("s"):
        return False
    return all(_verb(word, is_verb) for word in phrase.body)


def _keywords(text: str, phrase: _Phrase, after: Sequence[_Phrase], kind: str) -> Iterator[Keyword]:
    """A phrase as keywords: the known names when they make up most of it, else the phrase and names behind it."""
    content = [w for w in phrase.body if not w.is_stop]
    known = [m for m in phrase.known if m.kind != "soft" or kind in ("soft_skill", "skill")]
    if kind == "language" and not any(m.kind == "language" for m in known):
        return  # "clear written and spoken English": the level is no keyword
    if kind == "language":
        known = [m for m in known if m.kind == "language"]
    if known and (kind in ("tool", "credential", "language") or _covered(content, known)):
        yield from (_keyword(text, m.start, m.end, m.concept) for m in known)
        return
    concept = next((m.concept for m in known if m.start <= phrase.start and m.end >= phrase.end), None)
    name = " ".join(text[phrase.start : phrase.end].split())
    shared = _shared_head(phrase, after)
    if shared:
        name = f"{name} {' '.join(text[shared[0].start : shared[-1].end].split())}"
    yield Keyword(name, phrase.start, phrase.end, concept)
    for m in known:
        if m.start >= phrase.end and m.kind in ("tool", "credential"):
            yield _keyword(text, m.start, m.end, m.concept)


def _shared_head(phrase: _Phrase, after: Sequence[_Phrase]) -> tuple[Word, ...]:
    """The noun that a bare modifier shares with the end of its list: "boom lift and scissor lift certification"."""
    if not after or phrase.known or len([w for w in phrase.body if not w.is_stop]) != 1:
        return ()
    word = phrase.body[-1]
    head = next((p for p in after if len(p.body) > 1), None)
    if head is None or head.known or word.text.lower().endswith("s") or word.text[0].isdigit():
        return ()
    if any(len(p.body) == 1 and p.body[0].text.lower().endswith("s") for p in after):
        return ()
    return head.body[1:] if len(head.body) <= 4 else ()


def _keyword(text: str, start: int, end: int, concept: str | None) -> Keyword:
    return Keyword(" ".join(text[start:end].split()), start, end, concept)


def _skip_front(text: str, found: Sequence[Word], kind: str, is_verb: frozenset[str], known: Sequence[Mention]) -> int:
    """Index of the first word that names something: after articles, praise, numbers and the verbs of a duty."""
    i = verbs = 0
    while i < len(found) - 1:
        word = found[i]
        glued = text[word.end : found[i + 1].start] in ("-", "’")
        if _in(word, known) and not (
            kind == "duty" and i == 0 and verbs == 0 and _verb(word, is_verb) and not _covers(word, known)
        ):
            break
        if glued and not (_is_empty(word) and _is_empty(found[i + 1])):
            if kind == "duty" and verbs == 0 and _verb(found[i + 1], is_verb) and i + 2 < len(found):
                i, verbs = i + 2, 1  # "e-file pleadings", "cite-check briefs"
                continue
            break
        if word.is_stop or _is_empty(word) or _is_number(word) or (word.norm.endswith("ly") and len(word.norm) > 4):
            i += 1
        elif verbs < 2 and (_verb(word, is_verb) if kind == "duty" else word.norm in _LIGHT_VERBS):
            i, verbs = i + 1, verbs + 1
        else:
            break
    return i


def _covers(word: Word, known: Sequence[Mention]) -> bool:
    return any(
        m.start <= word.start and word.end <= m.end and (m.end - m.start) > (word.end - word.start) for m in known
    )


_NOMINAL = ("ance", "ence", "ment", "ments", "tion", "tions", "sion", "ity", "ness", "ship")


def _verb(word: Word, is_verb: frozenset[str]) -> bool:
    """A verb by its stem; nouns made of verbs ("performance", "management") are not."""
    if word.norm in _LIGHT_VERBS:
        return True
    return word.stem in is_verb and not word.text.lower().endswith(_NOMINAL)


def _is_empty(word: Word) -> bool:
    return word.norm in _EMPTY or word.text.lower() in _EMPTY


_NUMBER_WORDS = frozenset("one two three four five six seven eight nine ten twelve".split())


def _is_number(word: Word) -> bool:
    return word.norm in _NUMBER_WORDS or not any(c.isalpha() for c in word.norm)


def _object_end(text: str, found: Sequence[Word], first: int, known: Sequence[Mention]) -> int:
    """Where the first noun phrase ends: before a preposition, but "of" stays inside ("opinions of cost")."""
    for i in range(first + 1, len(found)):
        word = found[i]
        if _in(word, known) or text[found[i - 1].end : word.start] == "-":
            continue
        if word.norm in _STOPPERS and not (i + 1 < len(found) and text[word.end : found[i + 1].start] == "-"):
            return i
        if (
            word.norm == "of"
            and i + 1 < len(found)
            and found[i + 1].norm in ("the", "our", "a", "an", "their", "your", "all", "each")
        ):
            return i
        if word.is_stop and word.norm not in ("of", "a", "the", "an", "and"):
            return i
    return len(found)


def _in(word: Word, mentions: Sequence[Mention]) -> bool:
    return any(m.start <= word.start and word.end <= m.end for m in mentions)


def _covered(content: Sequence[Word], known: Sequence[Mention]) -> bool:
    """The known names make up most of the phrase."""
    inside = sum(_in(word, known) for word in content)
    return inside * 2 > len(content)


def _last_known(body: Sequence[Word], known: Sequence[Mention]) -> int:
    return max((i + 1 for i, word in enumerate(body) if _in(word, known)), default=0)


_FIELDS = re.compile(
    r"(?:\s+of\s+(?:science|arts|engineering|fine\s+arts|applied\s+science|business\s+administration|laws|education))?(?:['’]?s)?(?:\s+\w+)?(?:\s+(?:degree|qualification))?(?:\s*\([^)]*\))?\s+(?:in|within|of)\s+(?P<fields>[^;()]+)",
    re.IGNORECASE,
)
_NO_FIELD = re.compile(
    r"\b(?:related|equivalent|similar|relevant|experience|preferred|required|field|subject|discipline|program|another|education|training)\b",
    re.I,
)


def education_keywords(text: str, start: int, end: int, mentions: Sequence[Mention]) -> tuple[Keyword, ...]:
    """Degree and field together ("Bachelor's degree in Accounting"), one keyword for each alternative field or degree."""
    found: dict[str, Keyword] = {}
    for _, first, last in find_degrees(text[start:end]):
        first, last = start + first, start + last
        degree = text[first:last]
        m = _FIELDS.match(text, last, end)
        fields = (
            [
                f
                for f in _conjuncts(text, m.start("fields"), m.end("fields"), ())
                if not _NO_FIELD.search(text[slice(*f)])
            ]
            if m
            else []
        )
        for a, b in fields[:4]:
            while a < b and text[a:b].split(None, 1)[0].lower() in ("a", "an", "the"):
                a += len(text[a:b].split(None, 1)[0]) + 1
            if found:
                keyword = Keyword(
                    " ".join(f"{degree} in {text[a:b]}".split()).rstrip(" .,"), a, b, _concept_in(a, b, mentions)
                )
            else:
                name = " ".join(text[first:b].split()).rstrip(" .,")
                keyword = Keyword(name, first, b, _concept_in(a, b, mentions))
            found.setdefault(keyword.name.lower(), keyword)
        if not fields:
            found.setdefault(degree.lower(), Keyword(degree, first, last, _concept_in(first, last, mentions)))
    return tuple(found.values())


def _concept_in(start: int, end: int, mentions: Sequence[Mention]) -> str | None:
    return next((m.concept for m in mentions if start <= m.start and m.end <= end), None)


def _is_noise(keyword: Keyword, names: frozenset[str]) -> bool:
    """Nothing that a person would look for: generic words, bare numbers, the employer's own name."""
    if keyword.concept is not None:
        return False
    norms = key(keyword.name)
    content = [n for n in norms if any(c.isalpha() for c in n)]
    if not content or (len(content) == 1 and len(content[0]) < 2):
        return True
    return all(n in names for n in content) or (len(content) == 1 and (content[0] in noise() or content[0] in _EMPTY))


@cache
def noise() -> frozenset[str]:
    """Words that are never a keyword by themselves, from `lexicon/noise.txt`."""
    lines = (files("gapcheck.lexicon") / "noise.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(n for line in lines if not line.startswith("#") for n in key(line))
