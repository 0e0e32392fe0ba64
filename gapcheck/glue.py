"""Lines of a text whose line breaks were dropped with nothing left in their place: "meet deadlinesMust have a van".

Text taken out of a web page often loses the break between two items of a list and not even a space stays. Such a text shows
it in several places: a small letter, a full stop or a bracket is followed by a capital within one run of letters. Where
only names do that (iPhone, JavaScript, useState) the text stays as it is. Standard library only.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from gapcheck.words import is_common_word

_SURE = 2
"""Different places that must be glued beyond doubt before any line of a text is parted."""

# --- is it such a text? --------------------------------------------------------------------------------------

_SUSPECT = re.compile(r"[a-z][.!?)]{0,2}[A-Z]+[a-z]*[\s:,/’'-]|\w[.:;)]?[•●▪■*]\s")
_SURE_WORDS = re.compile(r"(?<![\w.@/_])([a-z]{3,})([A-Z][a-z]*|[A-Z]{4,})(?=[ \t])")
_SURE_BULLET = re.compile(r"\w+[.:;)]?(?:[•●▪■]\s+\w+|\*\s+[A-Z]\w+)")
_SURE_BRACKET = re.compile(r"(?<=[\w+.][)\]])([A-Z][a-z]{2,}) [a-z]+")
_SURE_STOP = re.compile(r"(?<![\w.@/_])([A-Za-z]*[a-z]{3,})\)?[.!?]([A-Z][a-z]*|[A-Z]{4,})(?=[ \t,])")
# What names of programs and functions begin with: "useState", "openSUSE", "webMethods", "myChart".
_BEGINS_NAMES = frozenset(
    "use get set has add new is on in my we open web mac node vue no up de la le go map sub pre post max min type data key".split()
)
_DOMAINS = frozenset("net com org js io ai edu gov uk py".split())


def unglued(texts: Sequence[str]) -> list[list[str]]:
    """For each of *texts*, one line each, the lines that it was; the line itself where nothing is glued.

    >>> unglued(["Skills:", "Meets deadlinesMust have a vanGood with peopleAbility to lift"])
    [['Skills:'], ['Meets deadlines', 'Must have a van', 'Good with people', 'Ability to lift']]
    >>> unglued(["Hooks such as useState and useMemo, on iPhone"])
    [['Hooks such as useState and useMemo, on iPhone']]
    """
    suspects = [text for text in texts if _SUSPECT.search(text)]
    if len({place for text in suspects for place in _sure_places(text)}) < _SURE:
        return [[text] for text in texts]
    tokens = Counter(token for text in suspects for token in _MIXED.findall(text))
    return [_parts(text, tokens) for text in texts]


def _sure_places(text: str) -> Iterator[str]:
    for m in _SURE_WORDS.finditer(text):
        if m[1] not in _BEGINS_NAMES and _is_two_words(m[1], m[2]):
            yield m[0]
    for m in _SURE_BULLET.finditer(text):
        yield m[0]
    for m in _SURE_BRACKET.finditer(text):
        if is_common_word(m[1].lower()):
            yield m[0]
    for m in _SURE_STOP.finditer(text):
        if m[2].lower() not in _DOMAINS and is_common_word(m[2].lower()):
            yield m[0]


def _is_two_words(left: str, right: str) -> bool:
    return is_common_word(left) and is_common_word(right.lower()) and not is_common_word(left + right.lower())


# --- where it is parted --------------------------------------------------------------------------------------

_MIXED = re.compile(r"[A-Za-z]+[A-Z][a-z]+")
_JOINT = re.compile(
    r"""
      (?<=[a-z])(?=[A-Z])                              # "deadlinesMust"
    | (?<=[A-Z])(?=[A-Z][a-z])                         # "GAAPKnowledge"
    | (?<=[A-Z]{3})(?=A\s[a-z])                         # "REQUIREMENTSA van"
    | (?:(?<=QUALIFICATIONS)|(?<=REQUIREMENTS)|(?<=RESPONSIBILITIES)|(?<=DUTIES)|(?<=SKILLS)|(?<=BENEFITS))(?=[A-Z\d])
    | (?<=\d\+)(?=[A-Z][a-z])                           # "Node.js 18+Kafka"
    | (?<=[a-z\d)\]”"][.!?;])(?=[A-Z][A-Za-z.&/-]*[\s,:’'(\d])   # "a van.Must", "preferred.CPA required"
    | (?<=[A-Z][.!?;])(?=[A-Z][a-z]+[\s,:’'\d])            # "a CDL.Must"
    | (?<=[)\]”%])(?=[A-Z][A-Za-z/-]*[\s,:’'(])         # "(GED)Must"
    | (?<=[a-z)]\ \ )(?=[A-Z][a-z])                     # "clients  Duties"
    | (?<=[a-z)]\ )(?=(?:Abilit(?:y|ies)|Able|Must|Willing(?:ness)?|Strong|Excellent|Proficien(?:t|cy)|Proven|Demonstrated|Minimum|Knowledge
        |Identify|Works?|Maintains?|Ensures?|Manages?|Provides?|Performs?|Assists?|Develops?|Participates?|Communicates?|Conducts?|Prepares?|Monitors?
        |Coordinates?|Creates?|Operates?|Completes?|Responds?|Handles?|Implements?)\ [a-z])      # "one van Must have", where one space was left
    | (?<=[a-z]:\ )(?=[A-Z][a-z])                        # "are not limited to: Drive", where the whole is a lead
    | (?<=[^\s•])(?=[•●▪■]\s*\w)                        # "clients• Duties"
    | (?<=[a-z.:;)])(?=\*\s+[A-Z])                       # "clients* Duties"
    | (?<=\d)(?=[A-Z][a-z]{2,}[\s:])                   # "97204Job type:"
    | (?:(?<=[a-z.)])|(?<=[A-Z]{3}))(?=[$£€]\s?\d)                         # "Leeds$20 an hour"
    | (?<=[a-z)][.:;])(?=\d{1,2}\+?\s?(?:[-–]\s?\d{1,2}\s)?[a-z])   # "required.2+ years"
    | (?<=[A-Za-z)])(?=\d{1,2}\+?\s?(?:[-–]\s?\d{1,2}\+?\s?)?(?:years?|yrs?|months)\b)   # "deadlines3+ years"
    | (?<=[a-z.)])(?=\d\.\s[A-Z])                      # "deadlines2. Benefits"
    | (?<=[a-z)]:)(?=[A-Z])                            # "including:Drive"
    """,
    re.VERBOSE,
)
_LETTERS_BEFORE = re.compile(r"[A-Za-z]*\Z")
_LETTERS_AFTER = re.compile(r"[A-Za-z]*")
_NEAR = 40
_ADDRESS = re.compile(r"@|://|www\.|\.(?:com|org|net|gov|edu)\b", re.IGNORECASE)
_LEADS_ON = re.compile(r"\b(?:to|includes?|including|will|following|must|you)\s*:\Z", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w.@/])[$£€]?[\d,.]*\d\d\Z")
_BEFORE_NAMES = frozenset("a an the of our your their in for to with and or by on at as this that from".split())
_UNITS = frozenset("kg lb lbs km mi cm mm am pm hr hrs yr yrs".split())
_LEAD = 200
_LABEL_WORDS = 6

# What a line begins with and the second half of a name hardly ever does ("PowerPoint", "HealthStream").
_OPENS_LINE = frozenset(
    """a ability able about above accurate across additional advanced all an and any applicants applies apply applying are as
    assist assists assisting assure at attention attend available bachelor bachelors background basic be benefits both
    candidate candidates carry clean clear coaches collaborate collaborates comfortable communicate communicates communication
    company compensation competency complete completes comply conduct conducts consistently contribute coordinate coordinates
    create creates current customer deep deliver delivers demonstrate demonstrated demonstrates description desire
    desired detail determine develop develops direct display document duties education effective effectively ensure
    ensures equal establish evaluate excellent excels execute exceptional experience experienced extensive familiar
    familiarity five flexible follow follows for four full general good greet handle handles have help helps high highly
    hold identify implement implements in interact is it job keep keeps knowledge lead leads learn learns lift location
    maintain maintains manage manages master masters may meet meets minimum monitor monitors must no notify obtain occasional
    occasionally of or order organize organized other our oversee oversees participate participates perform performs
    physical plan please position possess post preferred prepare prepares previous prior prioritize process processes
    proficiency proficient promote promotes proven provide provides qualifications receive recommend record report reports
    required requirements requires research resolve respond responsibilities responsibility responsible review reviews salary schedule
    self serve serves should skills some solid some strong superior supervise supervises support supports take takes
    test that the these this three to train trains translate travel two types understand understanding understands
    university up use utilize utilizes valid verbal verify we what when where who why how will willing willingness with work works working
    write one seven eight ten you your answer answers build builds clean cook draft drafts greet inspect install installs interprets keep load
    look operate operates pick plans read repair run runs sell teach unload weld writes""".split()
)


_HEADS = frozenset(
    """Abilities Benefits Certifications Conditions Description Desirable Duties Essential Experience Functions Hours Knowledge
    Licenses Other Overview Pluses Preferred Qualifications Required Requirements Responsibilities Skills Summary Tools""".split()
)


def _parts(text: str, tokens: Counter[str]) -> list[str]:
    found = list(_cut(text, (m.start() for m in _JOINT.finditer(text) if _is_joint(text, m.start(), tokens))))
    last = len(found) - 1
    parts = [piece for i, part in enumerate(found) for piece in _cut(part, _label_cuts(part, i < last))]
    return parts or [text]


def _cut(text: str, cuts: Iterable[int]) -> Iterator[str]:
    places = sorted({0, *cuts, len(text)})
    for a, b in itertools.pairwise(places):
        part = text[a:b].rstrip() if not a else text[a:b].strip()
        if part.strip():
            yield part


def _is_joint(text: str, at: int, tokens: Counter[str]) -> bool:
    before, after = text[max(0, at - _NEAR) : at], text[at : at + _NEAR]
    left, right = _LETTERS_BEFORE.search(before)[0], _LETTERS_AFTER.match(after)[0]  # type: ignore[index]
    token = before.rsplit(None, 1)[-1] if before.split() else ""
    if _ADDRESS.search(token + after.split(None, 1)[0]) and not (left and right):
        return False
    if text[at - 1] == " " and text[at - 2] not in ": ":
        return before.split()[-1].lower() not in _BEFORE_NAMES
    if not left:  # a sign or a digit stands before, or a number behind
        return _after_sign(text, at, right)
    if not right:
        return True
    whole = left + right
    if left.title() in _HEADS and (left.isupper() or (left in _HEADS and right.isupper())):
        return tokens[whole] < 2
    if left.lower() in _BEGINS_NAMES:
        return left.islower() and (
            right.lower() in _OPENS_LINE or before[: -len(left)].lower().endswith((" you ", " we "))
        )
    if is_common_word(whole.lower()) or (right.isupper() and not is_common_word(left.lower())):
        return False
    if before[: -len(left)][-1:].isdigit():  # "401kPaid holidays", "K8sKnowledge of"
        return right.lower() in _OPENS_LINE
    if left.isupper() and len(left) > 3 and is_common_word(left.lower()):  # "REQUIREMENTSWelding certificate"
        return True
    if left.islower() and left in _UNITS:
        return True
    if left.islower():
        return len(left) > 1 and ((len(left) > 2 and is_common_word(left)) or right.lower() in _OPENS_LINE)
    heads = left in _HEADS or (is_common_word(left.lower()) and is_common_word(right.lower()) and _is_title(before))
    return (right.lower() in _OPENS_LINE or heads) and tokens[whole] < 2


def _after_sign(text: str, at: int, right: str) -> bool:
    if text.endswith((":", ": "), 0, at):
        lead = re.split(r"(?<=[.!?])\s", text[max(0, at - _LEAD) : at].rstrip())[-1]
        return (text[at - 1] == ":" and len(lead.split()) > _LABEL_WORDS) or bool(_LEADS_ON.search(lead))
    if text[at - 1].isdigit():
        return right.lower() in _OPENS_LINE or _NUMBER.search(text, max(0, at - _NEAR), at) is not None
    return right.lower() not in _DOMAINS


# --- headings within a line ----------------------------------------------------------------------------------

_COLON = re.compile(r":(?=\s*\S)|:\Z")
_BREAK = re.compile(r"(?:(?<=[a-z)\]”\"][.!?])|(?<=[A-Z]{2}[.!?])|(?<=\d\d[.!?]))\s+(?=[A-Z])|\s{2,}(?=[A-Z])")
_SMALL = frozenset("and & of for the to or in with your our".split())
_NAMES_SECTION = frozenset(
    """abilities accountabilities background benefits competencies description duties education experience functions include
    includes including knowledge overview preferred qualifications required requirements responsibilities skills specifications
    summary tasks""".split()
)


def _label_cuts(part: str, goes_on: bool) -> Iterator[int]:
    """Where a heading begins and ends that shares its line: "... in the van. Physical demands:Lift 20 kg"."""
    for colon in _COLON.finditer(part):
        glued = not part[colon.end() : colon.end() + 1].isspace()
        start = _label_start(part, colon.start(), glued)
        if start is None:
            continue
        yield start
        words = part[start : colon.start()].lower().replace("/", " ").split()
        if glued and (not _NAMES_SECTION.isdisjoint(words) or part[colon.end() : colon.end() + 1] in "•●▪■"):
            yield colon.end()
    ends = [m.end() for m in _BREAK.finditer(part, max(0, len(part) - _LEAD))]
    if goes_on and ends and _is_title(part[ends[-1] :]):
        yield ends[-1]


def _label_start(part: str, colon: int, glued: bool) -> int | None:
    """Where the words before a colon begin to be a heading: after a sentence, or with the first capital of a run."""
    low = max(0, colon - _LEAD)
    ends = [m.end() for m in _BREAK.finditer(part, low, colon)]
    start = ends[-1] if ends else low
    lead = part[start:colon]
    if (ends or not low) and lead[:1].isupper() and (len(lead.split()) <= _LABEL_WORDS or _LEADS_ON.search(lead + ":")):
        return start
    if not glued:
        return None
    shouted = part[:colon].rsplit(None, 1)[-1].isupper()
    begin = None
    for word in reversed(list(re.finditer(r"\S+", part[low:colon]))):
        if not (word[0].isupper() if shouted else word[0][0].isupper() or word[0] in _SMALL):
            break
        if word[0][0].isupper():
            begin = low + word.start()
    if begin is None or _NAMES_SECTION.isdisjoint(part[begin:colon].lower().split()):
        return None
    return begin


def _is_title(text: str) -> bool:
    """Whether the words after the last sentence of *text* are a heading's: two to six, with capitals."""
    words = _BREAK.split(text)[-1].split()
    capitals = [w for w in words if w not in _SMALL]
    return 2 <= len(words) <= _LABEL_WORDS and capitals[:1] == words[:1] and all(w[0].isupper() for w in capitals)
