"""Postings in prose: who is meant by "you", "the officer", "she", and where one act ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from gapcheck.lexicon.relations import relations
from gapcheck.words import Word, stem, words

_NEAR = 90
"""Characters from the start of a sentence within which its subject stands: "Each quarter the officer prepares ..."."""

# Nouns that mean the person asked for in any posting.
_PERSON = frozenset(
    """candidate applicant incumbent postholder holder jobholder employee individual person role position hire appointee
    worker colleague""".split()
)
_PRONOUN = re.compile(r"\b(?:(?P<you>you)|(?:he\s+or\s+she|she\s+or\s+he|he/she|s/he|she|he))\b", re.IGNORECASE)
_NOUN = re.compile(r"\b(?:the|this|our|your|an?)\s+(?P<noun>(?:[\w&-]+\s+){1,5})", re.IGNORECASE)
_ADVERB = (
    r"(?:also|then|always|often|usually|regularly|normally|typically|personally|directly|daily|sometimes|together)"
)
_HELP = re.compile(
    rf"\s*(?:(?-i:[IVX]{{1,4}}|[A-E]|\d)\s+)?(?:{_ADVERB}\s+)?(?P<modal>(?:['’]ll|['’]d|will|shall|must|should|would|may|can|need\s+to|(?:are|is)\s+(?:expected|required|going)\s+to|get\s+to)\s+)?(?:{_ADVERB}\s+)?(?P<verb>[a-z-]+)",
    re.IGNORECASE,
)
# What a person does not do for the employer: joining, earning, reporting to somebody.
_NOT_WORK = frozenset(
    """join report receive earn enjoy love become find get want like need have be belong thrive feel see wish think know believe
    agree accept qualify apply read visit contact expect deserve""".split()
)
_CONDITIONAL = re.compile(
    r"\b(?:if|when|once|while|as|because|whether|where|what|that|unless|until|before|after|how|whom?)\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Act:
    """The first verb of a sentence whose subject is the person; `at` is its offset, `form` base, s ("drafts") or ing."""

    at: int
    form: str


@lru_cache(maxsize=2_000)
def acting(sentence: str, role: str) -> Act | None:
    """What the person does in *sentence*, or None where it speaks of somebody else. *role* is the title of the job."""
    means = _MEANS.match(sentence)
    if means is not None and _has_form(words(means["verb"]), "ing"):
        return Act(means.start("verb"), "ing")
    for start, end, second_person in _subjects(sentence, role):
        if _CONDITIONAL.search(sentence, 0, start):
            continue
        answers = _ANSWERS_FOR.match(sentence, end)
        if answers is not None and _has_form(words(answers["verb"]), "ing"):
            return Act(answers.start("verb"), "ing")
        m = _HELP.match(sentence, end)
        if m is None:
            continue
        form = "base" if m["modal"] or second_person else "s"
        verb = (
            m
            if _is_work(sentence, m, form, second_person and _opens(sentence, start))
            else _second_verb(sentence, m, form)
        )
        if verb is not None:
            return Act(verb.start("verb"), form)
    return None


_ANSWERS_FOR = re.compile(
    rf"\s+(?:(?:is|are)|(?:will|shall)\s+be)\s+(?:{_ADVERB}\s+|primarily\s+|mainly\s+)?responsible\s+for\s+(?P<verb>[a-z]+ing)\b",
    re.IGNORECASE,
)
# "That means | writing announcements, checking applications": what the sentence before comes to.
_MEANS = re.compile(
    r"\W*(?:(?:that|this|it)(?:\s+(?:also|usually|mostly))?\s+(?:means|includes|involves)|you(?:['’]ll|\s+will)\s+be)\s+(?P<verb>[a-z]+ing)\b",
    re.IGNORECASE,
)


def _opens(sentence: str, start: int) -> bool:
    """Whether a clause begins at *start*: "Every month | you ...", not "our page tells | you ..."."""
    return _CLAUSE.fullmatch(sentence, 0, start) is not None


_CLAUSE = re.compile(
    r"\W*|.*[,:;]\s*|\W*(?:each|every|on|in|during|from|as|after|before|at)\b[^,]{0,40}\s", re.IGNORECASE
)


def _is_work(sentence: str, found: re.Match[str], form: str, you_act: bool) -> bool:
    """Whether the verb of *found* is what the person does: after "you" (*you_act*), before a thing, any word is a verb."""
    verb = found["verb"].lower()
    if verb in _NEEDS_A_THING:
        return _A_THING.match(sentence, found.end()) is not None
    if verb in _NOT_WORK or verb.rstrip("s") in _NOT_WORK:
        return False
    return _has_form(words(verb), form) or (
        you_act
        and verb not in _AUXILIARY
        and not verb.endswith(("ly", "ing", "ed"))
        and _THING.match(sentence, found.end()) is not None
    )


def _second_verb(sentence: str, found: re.Match[str], form: str) -> re.Match[str] | None:
    """The verb of work after one of another sort: "You will report to the director and | lead a team of 65"."""
    if found["verb"].lower() not in ("report", "join"):
        return None
    m = _AND_VERB.search(sentence, found.end(), found.end() + _NEAR)
    return m if m is not None and _has_form(words(m["verb"]), form) else None


_AND_VERB = re.compile(r"\band\s+(?P<verb>[a-z-]+)", re.IGNORECASE)
_NEEDS_A_THING = frozenset(("qualify", "report", "do"))
"""Work with a thing ("qualify suppliers", "report on sales"), none without ("qualify for", "report to")."""
_THING = re.compile(
    r"\s+(?!(?:for|to|as|with|not|well|so|by|if|than|here|there|it|that|this)\b)(?:(?:on|the|an?|our|your|their|them|all|any|new|every|each)\b|[a-z-]{3,}s?\b)",
    re.IGNORECASE,
)
_A_THING = re.compile(r"\s+(?:(?:on|the|an?|our|your|their|all|any|new|every|each)\b|[a-z-]{3,}s\b)", re.IGNORECASE)
_AUXILIARY = frozenset(
    """are is was were be been have has had do does did can could may might must shall should will would ought not never know mean say hear let need get already really just too who and or the in at on for to of with ll re ve d""".split()
)


def _subjects(sentence: str, role: str) -> Iterator[tuple[int, int, bool]]:
    """Where words that mean the person begin and end, and whether they are "you"."""
    for m in _PRONOUN.finditer(sentence, 0, _NEAR):
        yield m.start(), m.end(), m["you"] is not None
    named = _named(role)
    for m in _NOUN.finditer(sentence, 0, _NEAR):
        # The head may be followed by words that are no part of it: each of the nouns is tried.
        for word in words(m["noun"], m.start("noun")):
            if word.norm in named:
                yield m.start(), word.end, False


_AGENT = re.compile(
    r"(?:er|or|ist|ian|eer|ant|aide|nurse|chef|cook|clerk|lead|head|agent|intern|fellow|host|attendant|superintendent|rep|tech|guard|pilot|secretary|apprentice|trainee|specialist|man|woman|person)$"
)
_NO_AGENT = frozenset(
    "center customer member partner founder owner employer provider computer water river paper number order power trailer user consumer other sector floor door error factor labor color vendor supplier restaurant plant merchant paint september october november december summer winter".split()
)


@lru_cache(maxsize=64)
def _named(role: str) -> frozenset[str]:
    """The nouns by which the posting of this job may call the person."""
    agents = (w.norm for w in words(role) if _AGENT.search(w.norm) is not None)
    short = (m["short"].lower() for m in _SHORT_NAME.finditer(role))
    return _PERSON | (frozenset(agents) - _NO_AGENT) | frozenset(short)


# The short name of a job behind the long one: "Registered Nurse (RN)".
_SHORT_NAME = re.compile(r"(?i:er|or|ist|ian|ant|aide|nurse|lead|tech|technician)\s+\((?P<short>[A-Z]{2,5})\)")


_MORE_VERBS = frozenset(map(stem, "own sit juggle chair host".split()))


def _has_form(found: list[Word], form: str) -> bool:
    if len(found) != 1 or not (found[0].stem in relations().verbs or found[0].stem in _MORE_VERBS):
        return False
    text = found[0].text.lower()
    if form == "ing":
        return text.endswith("ing")
    return text.endswith("s") and not text.endswith("ss") if form == "s" else not text.endswith(("ing", "ed"))


_COMMA = re.compile(r",\s+(?:and\s+|or\s+|then\s+|but\s+)?(?:(?:also|then)\s+)?(?=[A-Za-z])", re.IGNORECASE)
_NO_OBJECT = frozenset("of and or it them him her this these those".split())
"""After these the word before is no verb of an act of its own: "plans of ...", "and ship them"."""
_RATHER_NOUNS = frozenset(
    """cash bank stock paper water floor table bed room ground site shop store field crew school mail sound light power heat
    fuel oil gas wage fund risk tax loan credit bond bill skill diet nurse patient data""".split()
)
"""Words that are verbs as well, and before another noun seldom: there they begin no act."""
_ING = re.compile(r"[a-z]{2,}ing\s", re.IGNORECASE)
_MANY = 3
"""Acts behind the first from which a sentence is a list of them: "carrying baths, draining systems, fetching ..."."""
_LEAST = 3
"""Words of the shortest act: fewer are an item of a list ("handle phone, email, and chat support")."""


def act_borders(sentence: str, role: str) -> Iterator[tuple[int, int]]:
    """Borders between the acts of one sentence: "drafts the agreement, | reviews requests for payment"."""
    act = acting(sentence, role)
    if act is None:
        return
    if act.form == "ing" and sum(1 for m in _COMMA.finditer(sentence, act.at) if _ING.match(sentence, m.end())) < _MANY:
        return  # what a sentence comes to is told by all of it
    begin = act.at
    for m in _COMMA.finditer(sentence, act.at):
        after = words(sentence[m.end() : m.end() + 60])[:2]
        if len(after) < 2 or after[1].norm in _NO_OBJECT:
            continue
        if not (_ING.match(sentence, m.end()) if act.form == "ing" else _has_form(after[:1], act.form)):
            continue
        if after[0].norm in _RATHER_NOUNS and not after[1].is_stop:
            continue  # "check the night audit, cash floats and the ledger"
        left, right = sentence[begin : m.start()], sentence[m.end() :].split(",")[0]
        if len(left.split()) >= _LEAST and len(right.split()) >= _LEAST:
            yield m.start(), m.end()
            begin = m.end()


_ALTERNATIVES = re.compile(r"(?!(?:an?|the|or|and|at|some|\d+)\b)\w+(?:\s+\w+)?\s+or\s")
"""The end of a list of alternatives: "freight forwarding, | customs brokerage or an export department"."""
_TOP_COMMA = re.compile(r",\s+(?:(?:and|or|but)\s+)?(?=\S)", re.IGNORECASE)
_DEMANDS = re.compile(
    r"\byou(?:['’]ll)?\s+(?:also\s+|will\s+|ideally\s+)?(?:need|should|must|have|had|are|can|could|know|bring|hold|possess|spoke|speak)\b"
    r"|\bwe\s+(?:also\s+)?(?:want|require|need|expect|ask|look|are\s+looking)\b|\b(?:applicants?|candidates?|person|somebody|someone|people)\b"
    r"|\b(?:would|['’]d|will)\s+(?:be|help|love|like)\b|\b(?:bonus|preference|plus|extras?|ideally|required|desirable|advantage)\b",
    re.IGNORECASE,
)
_NO_ITEM = frozenset(
    "which where so because although though while if when since including such especially etc e.g from regardless there".split()
)
_OPENERS = frozenset(
    """a an the some any your our one two three four five six seven eight ten at no experience knowledge ability able familiarity
    understanding background proficiency fluency comfort willingness have had has hold held been know knew worked done""".split()
)
_LINKS = frozenset("with to in of about at between for on under from by when enough even while".split())
_REST = frozenset("related similar equivalent other another both even not".split())
_PARALLEL = frozenset("who you she he with".split())
_OPENS_CONDITION = re.compile(
    r"\W*(?:if|when|as|once|while|after|before|because|although|whether|since)\b", re.IGNORECASE
)


def demand_borders(sentence: str) -> Iterator[tuple[int, int]]:
    """Borders between the demands that one sentence lists: "You need a year of X, | a diploma, | and decent typing".

    Items of one or two words are parts of one demand and stay together; so does what only explains the item before.
    """
    commas = [m for m in _TOP_COMMA.finditer(sentence) if is_outside(sentence, 0, m.start())]
    if _OPENS_CONDITION.match(sentence):
        commas = commas[1:]
    if not commas:
        return
    ends = [m.start() for m in commas[1:]] + [len(sentence)]
    items = [words(sentence[m.end() : end]) for m, end in zip(commas, ends, strict=True)]
    listed = _DEMANDS.search(sentence, 0, _NEAR) is not None and all(map(_is_item, items))
    listed = listed and not _ALTERNATIVES.match(" ".join(word.norm for word in items[-1]))
    listed = listed and sum(not _opens_item(item) for item in items) <= len(items) // 3
    for m, item in zip(commas, items, strict=True):
        if (
            _is_item(item)
            and len(words(sentence[: m.start()])) >= _LEAST
            and (listed or _is_parallel(sentence, m, item))
        ):
            yield m.start(), m.end()


def is_outside(text: str, start: int, at: int) -> bool:
    """Whether no parenthesis opened since *start* is still open at *at* (offsets in characters)."""
    return text.count("(", start, at) <= text.count(")", start, at)


def _is_item(item: list[Word]) -> bool:
    """Whether the words after a comma can be a demand of their own."""
    content = [w for w in item if not w.is_stop]
    if len(item) < _LEAST or len(content) < 2 or (item[0].norm, item[1].norm) == ("good", "enough"):
        return False
    return item[0].norm not in _NO_ITEM and content[0].norm not in _REST


def _opens_item(item: list[Word]) -> bool:
    """Whether the words begin as a demand does: "a diploma", "know how to", "quick between", not "privacy practices"."""
    first, second = item[0], item[1]
    verb = (first.stem in relations().verbs or first.stem in _MORE_VERBS) and first.norm not in _RATHER_NOUNS
    return (
        first.norm in _OPENERS
        or first.norm in _PARALLEL
        or first.text[0].isdigit()
        or second.norm in _LINKS
        or (verb and second.norm not in _NO_OBJECT and not first.text.lower().endswith("ed"))
    )


def _is_parallel(sentence: str, comma: re.Match[str], item: list[Word]) -> bool:
    """Whether the item opens as something before it does: "who reads ..., who writes", "You lead ..., and you keep"."""
    name = item[0].norm
    return name in _PARALLEL and re.search(rf"\b{name}\b", sentence[: comma.start()], re.IGNORECASE) is not None
