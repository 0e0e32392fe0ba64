"""Clause -> Keywords: the short noun or verb-object phrases that a reader or a search looks for.

A clause is peeled from outside in: lead-in ("Working knowledge of"), tail ("is a plus", "at all times"), conjuncts
("A, B and C"), leading verb of a duty ("Coordinate trade shows" -> "trade shows"), articles and praise ("strong").
Names that the lexicon knows are kept whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from gapcheck.lexicon.relations import relations
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
    progressive progressively verifiable up-to-date day-to-day end-to-end best first general day modern comprehensive robust strategic vast considerable substantial ample decent another comparable quality-driven results-driven use using""".split()
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
        [A-Z]\d{1,2}[.)]?\s+(?=[A-Z][a-z])
      | (?:your|the)\s+(?:cv|resume|résumé|profile|background|career)\s+(?:covers?|shows?|includes?|contains?|spans?|demonstrates?)\s+
      | \(?optional\)?:?\s+
      | (?:this|the|your)\s+(?:position|role|job|post)(?:['’]s)?\s+(?:primary|main|key|essential)\s+(?:duties|responsibilities|tasks|purpose|function)\s+(?:is|are)\s+(?:to\s+)?
      | (?:an?|the|this)\s+(?:employee|incumbent|appointee|post\s?holder)(?:\s+in\s+this\s+(?:class|position|role|job))?\s+(?:is|will\s+be|may|will|must|should)\s+(?:be\s+)?(?:responsible\s+for\s+)?
      | time\s+spent\s+(?:in|on|at|with|as)\s+
      | (?:it\s+is|we|i)\s+(?:is\s+|also\s+)?(?:expected|important|essential|expect|imagine|believe|think|hope|assume|need|want|require)\s+(?:that\s+)?(?:you|candidates|applicants)?\s*(?:are|have|can|to\s+be|to\s+have|to)?\s+
      | (?:your|the)\s+(?:main\s+|key\s+|primary\s+)?(?:tasks?|job|role|responsibilit(?:y|ies)|duties|work|mission)(?:\s+as\s+(?:an?\s+)?[\w\s]{3,30}?)?\s+(?:is|are|will\s+be|includes?|involves?|consists?\s+of)\s+(?:to\s+)?
      | we(?:['’]d|\s+would|\s+also|\s+usually)?\s+(?:like\s+to\s+see|require|want|need|ask\s+for|look\s+for|seek|prefer|expect|are\s+looking\s+for)\s+
      | to\s+(?:qualify|be\s+(?:considered|eligible)|apply)\b[^.;,]{0,60}?,?\s+(?:you|applicants|candidates)\s+(?:must|should|need\s+to|will)\s+(?:have|possess|be)\s+
      | (?:ready|happy|eager|keen|prepared|motivated)\s+to\s+
      |
        (?:you(?:['’]ll|['’]re|['’]ve|\s+(?:will|should|must|are|have|can|need))?|we\s+(?:expect|need|want|require)\s+you|candidates?|applicants?|the\s+(?:ideal|right|successful|best)\s+(?:candidate|person)s?|must|should|will|is|are|be|to|also|have|has|had|got|hold|holds|bring|possess(?:es)?|know|know\s+how|need|a|an|the|our|your|their|some|any|both|either|one\s+or\s+more\s+of|plus|and|or)\s+
      | (?:(?:strong|solid|proven|vast|considerable|substantial|ample|decent|hands-on|demonstrated|demonstrable|previous|prior|relevant|working|good|excellent|great|professional|practical|extensive|deep|broad|some|general|basic|advanced|recent|significant|successful|sound|thorough|secure|clear|direct|full|verifiable|progressive|firm|decent|reasonable|confident|real|day-to-day|exceptional|outstanding|an?|the|of|and|in-depth|up-to-date|current|first-hand|paid|documented|minimum)\s+){0,4}(?:experience|knowledge|understanding|familiarity|proficiency|expertise|skills?|ability|background|exposure|fluency|command|grasp|grounding|competenc(?:y|e)|track\s+record|interest|passion|training|certification|degree|diploma|comfort|facility|literacy|use|completion|awareness)\s+(?:(?:working|leading|managing|using|applying|gained|acquired)\s+)?(?:with|in|of|to|for|from|using|on|as|at|within|across|around)\s+(?:the\s+use\s+of\s+)?
      | (?:comfortable|proficient|familiar|experienced|skilled|fluent|confident|capable|competent|able|willing|willingness|adept|versed|conversant|qualified|trained|knowledgeable|responsible|available|passionate|interested)\s+(?:with|in|of|to|for|using|about|at)\s+
      | (?:minimum|min\.?|at\s+least|a\s+minimum\s+of|minimum\s+of|up\s+to|over|more\s+than)\s+
      | (?:high|strong|exceptional)\s+(?:degree|level|standard)s?\s+of\s+
      | (?:assist|help|support|aid)(?:ing|s)?\s+(?:[a-z]+\s+){1,3}?with\s+(?=[a-z]+ing\b)
      | (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|eighteen|twenty(?:-four)?|several|(?:a\s+)?couple\s+of|(?:a\s+)?few|half(?:\s+an?)?)\s*(?:\(\d+\)\s*)?(?:\+|plus|or\s+more|(?:-|–|to)\s*\d+)?\s*\+?\s*(?:years?|yrs?|months?)['’]?\s+(?:or\s+more\s+)?(?:of\s+)?(?:(?:[a-z-]+\s+){0,2}experience\s+(?:in|with|as|of|at|working\s+(?:in|with|as))\s+)?
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_TAIL = re.compile(
    r"""\s*[,;(-]?\s*(?:
        (?:is|are|would\s+be|will\s+be)\s+(?:an?\s+)?(?:[a-z]+\s+)?(?:preferred|required|desired|desirable|plus|advantage|asset|bonus|essential|mandatory|needed|helpful|expected|beneficial|must|welcome|ideal|necessary)
      | (?:strongly|highly|greatly)?\s*(?:preferred|required|desired|desirable|a\s+(?:big\s+|strong\s+)?plus|essential|mandatory|an\s+asset|an\s+advantage|needed|a\s+must|helpful|a\s+bonus|advantageous|beneficial|optional|appreciated)
      | experience|skills?|knowledge|background|exposure|or\s+(?:similar|equivalent|related|comparable|other)(?:\s+(?:tools?|systems?|software|field|fields|subject|discipline|platforms?|experience|qualifications?|technolog(?:y|ies)))?(?:\s+experience)?
      | (?:with)?in\s+the\s+(?:last|past)\s+[\w\s()]{1,20}years? | required\s+for\s+[\w\s]+
      | and\s+(?:the\s+like|more|so\s+on|similar|others?)|etc\.?|at\s+all\s+times|as\s+(?:needed|required|assigned|directed|appropriate|necessary)|on\s+a\s+(?:daily|weekly|regular)\s+basis
      | (?:not\s+(?:counting|including)|excluding|apart\s+from)\s+[\w\s-]+
      | \bor\s+(?:the\s+)?(?:ability|willingness|able|willing)\s+to\s+(?:obtain|get|acquire|become|earn|achieve|secure|gain)\b.*
      | [.;:,)]
    )\s*$""",
    re.VERBOSE | re.IGNORECASE,
)
_CONJUNCTION = re.compile(
    r"\s*[,;]\s*(?:(?:and|or|nor|plus|as\s+well\s+as|and/or)\s+)?|\s+(?:and/or|and|or|nor|as\s+well\s+as|plus|&)\s+|\s*\(\s*|\s*\)\s*|\s*/\s*(?=[A-Z])(?<=[a-z0-9]/)|\s+/\s+|\s*:\s+|\s+[-–]\s+|\s+(?:supported|backed|complemented|accompanied)\s+by\s+|\s+(?:combined|coupled|paired)\s+with\s+|(?<=[a-z\d]{2}[.!?])\s+(?=[A-Z][a-z])"
)
# After these the object of a duty is complete: "REST APIs | used by 40 partners", "new staff | on the till".
_STOPPERS = frozenset(
    """for with by in on at from to within across during before after into through throughout via per against about under without
    toward towards as that which who where when while whether so because if used using based including such e.g like especially
    along alongside alike according regarding around between among is are was were will can should per upon until up than""".split()
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
    verbal: bool = False
    """Its part begins with a verb."""
    peeled: bool = False
    """A verb or an article stood before it in its part: it is a thing, whatever it reads like ("monitor the grill")."""

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
    names: frozenset[str] = frozenset(),
) -> tuple[Keyword, ...]:
    """The keywords of the clause `text[start:end]`, in order, each with its offsets.

    Args:
        text: the document's text.
        start, end: the clause.
        mentions: lexicon concepts found in it.
        kind: the requirement's kind; a duty loses its leading verb.
        names: normalised words of the employer's own name, which are no keywords.
    """
    inside = [m for m in mentions if start <= m.start and m.end <= end]
    phrases = [
        phrase
        for a, b in _conjuncts(text, *_peel(text, start, end, inside), inside)
        if (phrase := _phrase(text, a, b, inside, kind))
    ]
    # "Prepare, submit and file reports": verbs whose object comes later.
    phrases = [p for n, p in enumerate(phrases) if not _waits_for_object(text, phrases, n)]
    found: dict[str, Keyword] = {}
    for number, phrase in enumerate(phrases):
        for keyword in _keywords(text, phrase, phrases[number + 1 :], kind):
            if _spells_out(text, keyword) or _is_noise(keyword, names):
                continue
            if kind == "credential" or not _is_short_form(text, keyword, found):
                found.setdefault(keyword.name.lower(), keyword)
    if kind == "tool":
        found = _without_purposes(text, found, inside)
    if not found:
        found = {m.text.lower(): _keyword(text, m.start, m.end, m.concept) for m in inside}
    if not found and phrases:  # generic words only ("manage relations with departments"): better whole than nothing
        first, last = phrases[0].start, min(end, phrases[-1].end)
        inner = words(text[first:last], first)[:_FALLBACK_WORDS]
        content = [w for w in inner if not w.is_stop]
        if len(content) != 1 or kind not in ("experience", "education") or content[0].norm not in noise():
            found = {"": _keyword(text, first, inner[-1].end, None)}
    return tuple(found.values())[:_MAX_KEYWORDS]


_PURPOSE = re.compile(r"\s+for\s+(?:(?:the|our|your|all|an?)\s+)?(?:\w+\s+)?$", re.IGNORECASE)


def _without_purposes(text: str, found: dict[str, Keyword], mentions: Sequence[Mention]) -> dict[str, Keyword]:
    """Keywords without what a tool that is asked by name is used for: "Excel for the daily reports"."""
    tools = {(m.start, m.end) for m in mentions if m.kind == "tool"}
    kept: dict[str, Keyword] = {}
    for name, keyword in found.items():
        before = next(reversed(kept.values()), None)
        named = before is not None and (before.start, before.end) in tools
        if (
            before is None
            or not named
            or (keyword.start, keyword.end) in tools
            or not _PURPOSE.fullmatch(text[before.end : keyword.start])
        ):
            kept[name] = keyword
    return kept


_SPELLED = re.compile(r"\b(?P<short>[A-Z]{2,6})\s*\((?P<long>[^()]{5,90})\)")


def _spells_out(text: str, keyword: Keyword) -> bool:
    """Whether a keyword is a part only of what short letters before it stand for: "EPA RRP (Renovation, Repair and Painting)"."""
    found = next(
        (m for m in _SPELLED.finditer(text, max(0, keyword.start - 100)) if m.start("long") <= keyword.start < m.end()),
        None,
    )
    if found is None or keyword.end > found.end("long"):
        return False
    initials = "".join(word[0] for word in re.findall(r"\w+", found["long"]) if word.lower() not in _GLUE)
    return initials.upper() == found["short"] and keyword.end - keyword.start < len(found["long"])


_GLUE = frozenset("of and the for in on to a an &".split())


def _is_short_form(text: str, keyword: Keyword, before: Mapping[str, Keyword]) -> bool:
    """The acronym in brackets behind its long form, "serious adverse events (SAEs)": one thing, asked once.

    That of a credential is asked too: it is what people write, and search for.
    """
    letters = "".join(c.lower() for c in keyword.name.removesuffix("s") if c.isalpha())
    if not keyword.name.removesuffix("s").isupper() or text[keyword.start - 1 : keyword.start] != "(":
        return False
    long_form = next((k for k in before.values() if text[k.end : keyword.start].strip() == "("), None)
    if long_form is None:
        return False
    initials = "".join(w.norm[0] for w in words(long_form.name.replace("-", " ")))
    return letters in initials or (keyword.concept is not None and keyword.concept == long_form.concept)


def _peel(text: str, start: int, end: int, mentions: Sequence[Mention]) -> tuple[int, int]:
    """The clause without its lead-in and its tail, unless a generic word is all that is left of a known name."""

    def cuts_name(first: int, last: int) -> bool:
        rests = [
            words(text[max(m.start, first) : min(m.end, last)]) for m in mentions if m.start < first or m.end > last
        ]
        return any(len(rest) == 1 and rest[0].norm in noise() for rest in rests)

    changed = True
    while changed and start < end:
        m = _LEAD_IN.match(text[start:end])
        changed = bool(m and m.end() < end - start and not cuts_name(start + m.end(), end))
        if m and changed:
            start += m.end()
    while True:
        m = _TAIL.search(text[start:end])
        if not m or m.start() == 0 or m.end() == m.start() or cuts_name(start, start + m.start()):
            return start, end
        end = start + m.start()


def _conjuncts(text: str, start: int, end: int, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Parts between commas, "and", "or", brackets and "such as", never cut inside a known name."""
    cuts = [(m.start(), m.end()) for m in _EXAMPLES.finditer(text, start, end)]
    cuts += [(m.start(), m.end()) for m in _CONJUNCTION.finditer(text, start, end)]
    begin = start
    for a, b in sorted(cuts, key=lambda cut: (cut[0], -cut[1])):
        if a < begin or any(m.start < a and b < m.end and not _PAIR.fullmatch(m.text) for m in mentions):
            continue
        if a > begin:
            yield begin, a
        begin = b
    if begin < end:
        yield begin, end


def _phrase(text: str, start: int, end: int, mentions: Sequence[Mention], kind: str) -> _Phrase | None:
    """The noun phrase of one conjunct, or None when nothing is left of it."""
    start, end = _peel(text, start, end, mentions)
    found = words(text[start:end], start)
    known = tuple(m for m in mentions if start <= m.start and m.end <= end)
    first = _skip_front(text, found, kind, known)
    last = _object_end(text, found, first, known)
    later = [m for m in known if last < len(found) and m.start >= found[last].start]
    while last > first and _is_tail(found[last - 1], last - first) and not _in(found[last - 1], known):
        last -= 1
    body = list(found[first:last])
    if len(body) > MAX_WORDS:
        body = body[: max(MAX_WORDS, _last_known(body, known))]
    while body and not _in(body[-1], known) and (body[-1].is_stop or body[-1].norm in _STOPPERS):
        if len(body) > 1 and body[-1].text == "A" and body[-2].norm in _GRADED:
            break  # "Class A or Class B CDL"
        body.pop()
    if not body and later:
        inner = [w for w in found if later[0].start <= w.start and w.end <= later[0].end]
        return _Phrase(tuple(inner), tuple(later)) if inner else None
    return _Phrase(tuple(body), known, relations().is_verb(found[0]), _after_verb(found, first)) if body else None


def _is_tail(word: Word, length: int) -> bool:
    """What may be left off at the end of a phrase: praise, numbers, adverbs ("balances weekly", "fairly")."""
    return _is_empty(word) or _is_number(word) or (length > 1 and _is_manner(word.norm))


_LY_NOUNS = frozenset(
    "family supply assembly subassembly reply anomaly monopoly poly fly early elderly butterfly".split()
)
_DETERMINERS = frozenset("the a an our their your all any each every its this these those".split())


def _after_verb(found: Sequence[Word], first: int) -> bool:
    """A determiner or a verb of weight stands directly before the phrase."""
    if first == 0:
        return False
    word = found[first - 1]
    return word.norm in _DETERMINERS or (word.norm not in _LIGHT_VERBS and relations().is_verb(word))


_GRADED = frozenset("class grade level type group category hepatitis vitamin".split())


_KINDS = frozenset("software system platform database suite law regulation standard legislation".split())


def _named_kind(phrase: _Phrase, known: Sequence[Mention]) -> bool:
    """The known name only says which software or law is meant: "property management software", "federal tax law"."""
    last = phrase.body[-1]
    return len(phrase.body) <= MAX_WORDS and last.norm in _KINDS and not _in(last, known)


def _waits_for_object(text: str, phrases: Sequence[_Phrase], number: int) -> bool:
    """A bare verb before another verb with its object; a plural behind a comma and a list of gerunds are things."""
    phrase = phrases[number]
    if number < len(phrases) - 1 and _is_act_without_object(phrase):
        return True
    if phrase.known or phrase.peeled or number == len(phrases) - 1 or text[phrase.end : phrase.end + 1] == "-":
        return False
    if number and phrase.body[-1].text.endswith("s"):
        return False
    after = phrases[number + 1]
    gerund = len(phrase.body) == 1 and phrase.body[0].norm.endswith("ing")
    if gerund and len(after.body) == 1 and after.body[0].norm.endswith("ing"):
        return False  # "bathing and dressing"
    return all(_verb(word) for word in phrase.body) and (after.verbal or not (gerund or number))


def _is_act_without_object(phrase: _Phrase) -> bool:
    """A gerund and half of what stands behind the "and": "employing efficient | and cost-effective approaches"."""
    if any(m.kind != "soft" for m in phrase.known):
        return False
    content = [word for word in phrase.body if not word.is_stop]
    return len(content) == 2 and content[0].norm.endswith("ing") and _HALF.fullmatch(content[1].text) is not None


def _keywords(text: str, phrase: _Phrase, after: Sequence[_Phrase], kind: str) -> Iterator[Keyword]:
    """A phrase as keywords: the known names when they make up most of it, else the phrase and names behind it."""
    content = [w for w in phrase.body if not w.is_stop]
    known = [m for m in phrase.known if m.kind != "soft" or kind in ("soft_skill", "skill")]
    if kind == "language" and not any(m.kind == "language" for m in known):
        return  # "clear written and spoken English": the level is no keyword
    if kind == "language":
        known = [m for m in known if m.kind == "language"]
    of_kind = kind in ("tool", "credential", "language")
    named = of_kind and any(m.kind == kind or m.start >= phrase.end for m in known)
    if known and (named or (_covered(content, known) and not _named_kind(phrase, known))):
        yield from (_keyword(text, m.start, m.end, m.concept) for m in known)
        return
    concept = next((m.concept for m in known if m.start <= phrase.start and m.end >= phrase.end), None)
    name = " ".join(text[phrase.start : phrase.end].split())
    shared = _shared_head(text, phrase, after)
    if shared:
        glue = "-" if text[phrase.end : phrase.end + 1] == "-" else " "
        name = f"{name}{glue}{' '.join(text[shared[0].start : shared[-1].end].split())}"
    yield Keyword(name, phrase.start, phrase.end, concept)
    for m in known:
        if m.start >= phrase.end and m.kind in ("tool", "credential"):
            yield _keyword(text, m.start, m.end, m.concept)


# One word before "and" that can only be half of a name; what it belongs to stands at the end of the list.
_HALF = re.compile(
    r"\w{3,}(?:al|ic|ive|ous|ary|ient|ed|ern)|internal|external|in|out|indoor|outdoor|hot|cold|state|federal|local|short|long|pre|post|front|back"
    r"|elementary|middle|high|primary|secondary|adult|gas|electric|male|female|large|small|oral|inbound|outbound|wet|dry|heavy|light|raw",
    re.IGNORECASE,
)


# Between a modifier and the noun that it shares stand other modifiers only: not "torn or wet sacks and | put them into the red bin",
# not "lathe, mill and | a drill press".
_ELSEWHERE = re.compile(r"\b(?:an?|at|it|them)\b")


def _shared_head(text: str, phrase: _Phrase, after: Sequence[_Phrase]) -> tuple[Word, ...]:
    """The noun that a bare modifier shares with the end of its list: "boom lift and scissor lift certification"."""
    head = _head_behind(text, phrase, after)
    # "sherry and low-and-no drinks", "Trimble and Leica TS16": what begins with "and" or is a model is no noun to share
    return () if head and (head[0].is_stop or any(map(str.isdigit, head[0].text))) else head


def _head_behind(text: str, phrase: _Phrase, after: Sequence[_Phrase]) -> tuple[Word, ...]:
    content = [w for w in phrase.body if not w.is_stop]
    if not after or phrase.known or len(content) != 1:
        return ()
    word = phrase.body[-1]
    if text[word.end : word.end + 1] == "-":  # "front- and back-end development"
        return after[0].body[1:] if len(after[0].body) in (2, 3, 4) else ()
    if word.text == "A" and after[-1].body[0].norm == phrase.body[0].norm and len(after[-1].body) > 2:
        return after[-1].body[2:]
    head = next((p for p in after if len(p.body) > 1), None)
    if head is None or word.text.lower().endswith("s") or word.text[0].isdigit():
        return ()
    if _ELSEWHERE.search(text, word.end, head.start):
        return ()
    if any(len(p.body) == 1 and p.body[0].text.lower().endswith("s") for p in after):
        return ()
    half = _HALF.fullmatch(word.text) is not None
    if half and head is after[0] and _HALF.fullmatch(head.body[0].text):
        return head.body[1:] if len(head.body) <= 4 else ()
    if head.body[-1].norm == word.norm:
        return ()  # "as a manager or assistant manager"
    return () if head.known else head.body[1:] if len(head.body) <= 4 else ()


def _keyword(text: str, start: int, end: int, concept: str | None) -> Keyword:
    return Keyword(" ".join(text[start:end].split()), start, end, concept)


def _skip_front(text: str, found: Sequence[Word], kind: str, known: Sequence[Mention]) -> int:
    """Index of the first word that names something: after articles, praise, numbers and the verbs of a duty."""
    i = verbs = 0
    named = len(found)
    while named > 1 and _is_tail(found[named - 1], named):
        named -= 1
    if found and found[named - 1].norm in _LIGHT_VERBS:
        named = len(found)  # "ability to work well" names nothing
    while i < named - 1:
        word = found[i]
        glued = text[word.end : found[i + 1].start] in ("-", "’") or _is_compound(word, found[i + 1])
        if _in(word, known) and not (
            kind == "duty" and i == 0 and verbs == 0 and _verb(word) and not _covers(word, known)
        ):
            break
        if glued and not (_is_empty(word) and _is_empty(found[i + 1])):
            if kind == "duty" and verbs == 0 and _verb(found[i + 1]) and i + 2 < len(found):
                i, verbs = i + 2, 1  # "e-file pleadings", "cite-check briefs"
                continue
            break
        if word.is_stop or _is_empty(word) or _is_number(word) or (word.norm.endswith("ly") and len(word.norm) > 4):
            i += 1
        elif verbs < 2 and (_verb(word) if kind == "duty" else word.norm in _LIGHT_VERBS):
            if verbs and _is_object(text, found, i) and (word.text.endswith("s") or _after_verb(found, i)):
                break
            i, verbs = i + 1, verbs + 1
        else:
            break
    return i


def _is_compound(word: Word, after: Word) -> bool:
    """A verb that is half of a name here: the "help" of a help desk."""
    return word.norm == "help" and after.norm in ("desk", "line", "center", "centre")


def _covers(word: Word, known: Sequence[Mention]) -> bool:
    return any(
        m.start <= word.start and word.end <= m.end and (m.end - m.start) > (word.end - word.start) for m in known
    )


def _verb(word: Word) -> bool:
    return word.norm in _LIGHT_VERBS or relations().is_verb(word)


def _is_object(text: str, found: Sequence[Word], i: int) -> bool:
    """A word that reads like a verb but is the thing acted on: "translate contracts from", "tours for", "balances weekly"."""
    if i + 1 < len(found) and text[found[i].end : found[i + 1].start] in ("-", "’"):
        return False
    rest = next((w for w in found[i + 1 :] if not _is_empty(w) and not w.norm.endswith("ly")), None)
    ends = rest is None or rest.norm in _STOPPERS or rest.norm in ("of", "and", "or")
    if found[i].norm in noise():
        return False  # "take part in departmental meetings", "lead partners through"
    return ends and not found[i].norm.endswith("ing") and found[i].norm not in _LIGHT_VERBS


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
    r"(?:[\s,]+(?:level|lvl|stage|grade)\s*\d)?(?:\s+of\s+(?:science|arts|engineering|fine\s+arts|applied\s+science|business\s+administration|laws|education))?(?:['’]?s)?(?:\s+\w+)?(?:\s+(?:degree|qualification))?(?:\s*\([^)]*\))?\s+(?:in|within|of)\s+(?P<fields>[^;()]+)",
    re.IGNORECASE,
)
# "a degree in finance or business preferred": the wish is no part of the last field; found at the end at the latest
_WISHED = re.compile(
    r"[\s,(]+(?:is\s+|are\s+)?(?:(?:strongly|highly|an?)\s+)?(?:preferred|required|desired|desirable|essential|advantageous|plus|asset|advantage|bonus)\b|\Z",
    re.IGNORECASE,
)
_NO_FIELD = re.compile(
    r"\b(?:related|equivalent|similar|relevant|experience|preferred|required|field|subject|discipline|program|another|training"
    r"|finished|completed|unfinished|progress|pursuing|under\s*way|ongoing|degree|diploma|bachelor['’]?s|master['’]?s|associate['’]?s|(?:two|three|four|\d)[- ]years?)\b",
    re.I,
)


def education_keywords(text: str, start: int, end: int, mentions: Sequence[Mention]) -> tuple[Keyword, ...]:
    """Degree and field together ("Bachelor's degree in Accounting"), one keyword for each alternative field or degree."""
    found: dict[str, Keyword] = {}
    for _, first, last in find_degrees(text[start:end]):
        first, last = start + first, start + last
        degree = text[first:last]
        m = _FIELDS.match(text, last, _WISHED.search(text, last, end).start())  # type: ignore[union-attr]
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
    for mention in mentions:  # "a degree or a paralegal certificate"
        apart = all(mention.end <= k.start or k.end <= mention.start for k in found.values())
        if found and apart and mention.kind == "credential" and _OR.search(text[start : mention.start]):
            found.setdefault(mention.text.lower(), _keyword(text, mention.start, mention.end, mention.concept))
    return tuple(found.values())


_OR = re.compile(r"\bor\s+(?:an?\s+)?$", re.IGNORECASE)


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
    if _NO_NAME.search(keyword.name):
        return True
    return all(n in names for n in content) or (
        len(content) == 1 and (content[0] in noise() or content[0] in _EMPTY or _is_manner(content[0]))
    )


# Pieces of speech that are left over from a sentence: "you'd want", "nobody's looking", "done right", "every right".
_NO_NAME = re.compile(
    r"\b\w+['’](?:d|ll|re|ve)\b|n['’]t\b|\b(?:nobody|somebody|someone|everybody|everyone|anyone|something|anything|nothing|perhaps|maybe|whatever)\b|^every\s+(?-i:[a-z])|^[ED]\d{1,2}$|^(?:beyond|done|half|what|how|why|where|sure|spend|see|find)\b(?!-)",
    re.IGNORECASE,
)


def _is_manner(word: str) -> bool:
    """An adverb: it tells how, and names nothing."""
    return word.endswith("ly") and word not in _LY_NOUNS


@cache
def noise() -> frozenset[str]:
    """Words that are never a keyword by themselves, from `lexicon/noise.txt`."""
    lines = (files("gapcheck.lexicon") / "noise.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(n for line in lines if not line.startswith("#") for n in key(line))
