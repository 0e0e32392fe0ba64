"""Does a passage state a requirement, and of what sort? A linear model over hashed features, trained in training/gate.py.

Classes: duty, skill (knowledge, tools, experience, education, credentials, attitudes), preferred, condition, none.
The features are the words of the passage and of its neighbours, its section and heading, its shape, cues and the kinds of
known names in it. Feature strings are hashed with CRC-32, so the weights need no vocabulary.
"""

from __future__ import annotations

import itertools
import math
import re
import zlib
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from gapcheck.lexicon.conditions import is_demand
from gapcheck.lexicon.relations import relations
from gapcheck.pipeline.context import find_cues
from gapcheck.pipeline.prose import acting
from gapcheck.types import Passage

if TYPE_CHECKING:
    import numpy as np

CLASSES = ("duty", "skill", "preferred", "condition", "none")
BUCKETS = 1 << 15


def probabilities(text: str, passages: Sequence[Passage]) -> np.ndarray:
    """One row for each passage, one column for each of CLASSES; rows sum to 1."""
    import numpy as np

    weights, bias = _model()
    scores = np.empty((len(passages), len(CLASSES)), dtype=np.float32)
    for row, names in enumerate(features(text, passages)):
        index = sorted({bucket(name) for name in names})
        scores[row] = weights[index].sum(axis=0) + bias
    scores = np.exp(scores - scores.max(axis=1, keepdims=True))
    result: np.ndarray = scores / scores.sum(axis=1, keepdims=True)
    return result


# The labelled postings come from corpora that lost their bullets, so what a bullet under a clear heading means is told
# here, in log-odds; tuned on the development postings, flat between 1 and 4.
_BULLET, _ITEM, _PROSE, _MARGIN, _SAID = 3.5, 3.0, 0.0, 0.0, 1.5

# Work authorization and citizenship are conditions wherever they stand; in equal-opportunity text they are not.
_AUTHORIZATION = re.compile(
    r"\b(?:(?:authori[sz]ed|entitled|permitted|eligible|eligibility|allowed|permission|permit)\s+to\s+work|rights?\s+to\s+work|(?:full|unrestricted|valid|australian|nz|new\s+zealand|working)\s+work(?:ing)?\s+rights|open\s+to\s+u\.?s\.?\s+citizens|must\s+be\s+a?\s*(?:u\.?s\.?\s+)?citizen|work\s+authori[sz]ation|citizenship\s+(?:is\s+)?required|must\s+be\s+(?:at\s+least\s+)?\d\d\s+(?:years|or\s+older))",
    re.IGNORECASE,
)
_EQUAL = re.compile(r"\b(?:regard|discriminat|equal|marital|religion)", re.IGNORECASE)


# What only leads to the list below it: "The candidate will contribute to the team by:".
_INTRODUCES = re.compile(
    r"\b(?:by|including|include|includes|following|such\s+as|to|are|is|will|you['’]ll)\s*:$|\b(?:following|these|range\s+of|variety\s+of|number\s+of)\b[^:;]{0,40}:$",
    re.IGNORECASE,
)


def asks(text: str, passage: Passage, probability: float) -> float:
    """Log-odds that the passage states a requirement, from the model's probability and the place it stands in."""
    odds = math.log((probability + 1e-6) / (1 - probability + 1e-6)) + _MARGIN
    quote = text[passage.start : passage.end]
    if _AUTHORIZATION.search(quote) and not _EQUAL.search(quote):
        return odds + _BULLET + _SAID
    if _INTRODUCES.search(quote) and not names_hard(passage):
        return odds - _BULLET
    if passage.label in _TELLING and _TERMS.search(quote) and _is_condition(quote):
        return odds + _ITEM
    if passage.label == "conditions":
        return odds + _condition_bonus(passage, quote)
    if passage.label not in _LISTED:
        if passage.label not in _UNKNOWN:
            return odds
        return odds + _said(passage, quote)
    if passage.label == "duties" and acting(quote, "") is not None and _ANSWERS.search(quote):
        odds += _SAID  # "This position is responsible for receiving ...", above the list
    if passage.label != "duties" and _ABOUT_YOU.match(quote) and not _OFFER.search(quote):
        odds += _SAID
    if passage.label in ("duties", "required") and _SEEKS.search(quote):
        odds += _SAID if passage.label == "duties" else _ITEM
    if quote.endswith(":"):
        return odds  # what introduces a list is seldom a demand of its own
    item = is_item(text, passage) or (len(passage.words) < 26 and _is_plain_demand(passage, quote))
    item = (item and (passage.bullet or not _is_name(passage, quote))) or (
        passage.label == "duties" and _orders(passage)
    )
    item = item or _OPENS_DEMAND.match(quote) is not None
    if item and (_is_condition(quote) or (passage.bullet and names_hard(passage))):
        odds += _SAID
    return odds + (_BULLET if passage.bullet else _ITEM if item else _PROSE)


# The terms of the work, told of the job and not of the reader: "The work is on five-shift rotation, also on weekends."
_TERMS = re.compile(
    r"^\W*(?:the|our|this|your)\s+(?:[a-z-]+\s+)?(?:work|shifts?|roster|rota|schedule|hours|role|job|position|post)\s+(?:is|are|will\s+be|runs?|covers?|includes?|involves?|follows?|rotates?|demands?|takes?)\b"
    r"|\bof\s+(?:the|your)\s+(?:job|time|work|role|week|year)\s+is\b"
    r"|\b(?:can|may|might|will|do)\s+(?:sometimes\s+|also\s+|occasionally\s+)?(?:occur|happen|come\s+up|be\s+(?:needed|required|necessary))\b"
    r"|\bexpect\s+there\s+to\s+be\b|\b(?:is|are)\s+(?:a\s+|an\s+)?(?:\w+\s+)?part\s+of\s+(?:the|this|your)\s+(?:job|role|work|week|position|post)\b",
    re.IGNORECASE,
)
_TELLING = ("duties", "required", "conditions", "title", "other")


# What is demanded of the reader, or of whoever does the job.
_TO_YOU = re.compile(r"\b(?:you|your|must|candidates?|applicants?)\b", re.IGNORECASE)


def _is_condition(quote: str) -> bool:
    """A demand on time, place, body or papers, and not what the employer gives: "Own transport, as no buses run"."""
    return is_demand(quote) and not _OFFER.search(quote) and not _EQUAL.search(quote)


# Who is wanted, between the duties: "We're looking for technologists with a passion for ...".
_SEEKS = re.compile(
    r"^\W*(?:we|i)(?:['’](?:re|m)|\s+are|\s+am)\s+(?:looking|searching)\s+for\s+(?:\w+\s+){1,6}(?:with|who)\s|^\W*if\s+you\s+(?:have|possess|hold|know|speak)\b",
    re.IGNORECASE,
)
_ABOUT_YOU = re.compile(
    r"\W*(?:we\s+(?:imagine|expect|assume|hope)\s+(?:that\s+)?)?you(?:['’](?:re|ve))?\s+(?!will\b|would\b|get\b|receive|earn|join|want\b)",
    re.IGNORECASE,
)


_TOLD = 1.5
_YEARS = re.compile(r"\b(?:\d+|one|two|three|four|five|six|seven|eight|ten)\+?\s+years?\b", re.IGNORECASE)


def _said(passage: Passage, quote: str) -> float:
    """What a passage outside any known section gains that asks in so many words, or names a licence, a degree, travel."""
    explicit, offered = _EXPLICIT.search(quote) is not None, _OFFER.search(quote) is not None
    named = names_hard(passage)
    named = named or (_YEARS.search(quote) is not None and _SPEAKS.search(quote) is None)
    gain = _TOLD * explicit + _SAID * (named and len(passage.words) < 10 and not offered)
    gain += _SAID * (explicit and named and len(passage.words) <= _NAME_WORDS and not offered)
    hard = explicit and not offered and (named or _STRAIN.search(quote) is not None)
    to_you = len(passage.words) < 26 and _TO_YOU.search(quote) is not None and _is_condition(quote)
    return gain + _SAID * (hard or to_you or _SEEKS.search(quote) is not None)


def _condition_bonus(passage: Passage, quote: str) -> float:
    """Under "Physical demands" full sentences ask ("Must be able to lift 20 pounds."), and so do short lines."""
    if passage.bullet and (_STRAIN.search(quote) or names_hard(passage) or is_demand(quote)):
        return _BULLET
    if _OPENS_DEMAND.match(quote) and not _OFFER.search(quote):
        return _BULLET + _SAID
    if _DEMAND.search(quote) or (len(passage.words) < 20 and _STRAIN.search(quote) and not _OFFER.search(quote)):
        return _ITEM
    return 0.0


_LISTED = ("duties", "required", "preferred")


def is_item(text: str, passage: Passage) -> bool:
    """Whether the passage is an item of a list under a heading that announces demands."""
    if passage.label not in _LISTED:
        return False
    return passage.bullet or (len(passage.words) < 26 and text[passage.end - 1] not in ".?!")


# A demand in so many words.
_EXPLICIT = re.compile(
    r"\b(?:is|are)\s+(?:\w+\s+)?(?:required|essential|mandatory|preferred|desired|desirable|expected|a\s+(?:\w+\s+)?(?:plus|bonus)|an\s+(?:asset|advantage))\b"
    r"|\b(?:would|will)\s+be\s+(?:\w+\s+)?(?:nice|helpful|useful|welcome|ideal|a\s+(?:\w+\s+)?(?:plus|bonus)|an\s+(?:asset|advantage))\b"
    r"|\bmust\s+(?:be|have|hold|pass|possess|speak|own|know|understand|disclose|maintain|complete|obtain|demonstrate|show|provide)\b|,\s+please\.?$"
    r"|\b(?:will|you['’]ll)\s+need\s+to\b|\b(?:work|job|role|position|post)\s+(?:also\s+)?requires\b|^\W*(?:the|this)\s+(?:job|role|position|post)\s+(?:also\s+)?(?:means|entails)\b|\bwould\s+(?:also\s+)?be\s+(?:\w+\s+)?(?:glad|happy|pleased|delighted)\s+(?:of|to\s+(?:see|have))\b|\b(?:delighted|glad|happy|pleased|love|like)\s+to\s+hear\s+from\b|(?:\bwould|['’]d)\s+(?:like|love)\s+to\s+see\b|\b(?:required|preferred|desirable|essential)\.?$"
    r"|\b(?:would|['’]d)\s+be\s+(?:\w+\s+)?(?:lovely|great|good|welcome)\b|\ba\s+plus\b|\bpreference\s+(?:is|will\s+be)\s+given\b"
    r"|\bif\s+you(?:['’]ve|\s+have)?\s+(?:used|worked\s+with|know)\s[^.;]*\byou(?:['’]ll|\s+will)\s+(?:be\s+(?:fine|ok|okay|at\s+home)|pick\s+it\s+up)"
    r"|\bwe\s+(?:require|expect|need|ask\s+for)\s+(?:an?|the|one|two|three|four|five|\d+|some|strong|good|at\s+least|someone|you)\b"
    r"|\bwe\s+(?:also\s+)?(?:expect|require|insist\s+on)\s+(?!to\b|that\b|our\b|a\s+(?:high|large)\b)\w+\s+\w+"
    r"|\b(?:is|are)\s+to\s+be\s+(?:\w+ly\s+)?\w+(?:ed|en|t)\b|\b(?:is|are)\s+(?:a\s+)?(?:\w+\s+)?part\s+of\s+(?:the|your|every)\s+(?:week|day|job|role|work|shift|post)\b"
    r"|\b(?:is|are)\s+(?:necessary|assumed|needed|a\s+must)\b"
    r"|\byou\s+(?:need|must|should)\s+(?!not\b|know\s+that\b)\w"
    r"|^\W*(?:prefer|requires?|required\s+to)\s|\b(?:employee|incumbent|position|role|post\s?holder|appointee)\s+(?:is|will\s+be)\s+(?:\w+\s+)?(?:responsible|accountable)\s+for\b"
    r"|\bthere\s+(?:will\s+be|is)\s+an?\s+(?:requirement|expectation)\s+(?:to|for|that)\b"
    r"|^\W*(?:possession\s+of|possess(?:es)?\s|willingness\s+to|ability\s+to|knowledge\s+of|proficien(?:cy|t)\s+(?:in|with)|familiarity\s+with|(?:previous|prior|proven|demonstrated)\s+(?:\w+\s+){0,2}?(?:experience|ability|record|knowledge))\b"
    r"|\b(?:ideal|successful|right|perfect|strongest|best)\s+(?:candidates?|applicants?|persons?)\s+(?:(?:is|are|has|have|should|must|would|can|possess(?:es)?|brings?)\b|will\s+(?:also\s+)?(?:have|possess|demonstrate|hold|bring|show|need|be\s+(?:an?\s|able|comfortable|highly|fluent|familiar|proficient|skilled|experienced|organi[sz]ed|enrolled)))"
    r"|^\W*(?:preferably|ideally)\b|^\W*(?:nice\s+)?extras?:|\bglad\s+of\b|\blooking\s+for\s+(?:an?\s+(?:\w+\s+)?(?:candidate|person)|someone|people)\s+(?:with|who)\b"
    r"|^\W*(?:are\s+you\s+(?:able|comfortable|experienced|good|skilled|fluent|used|confident)|do\s+you\s+(?:have|know|speak|hold|possess)|have\s+you\s+\w+(?:ed|n)|can\s+you)\b"
    r"|\byour\s+(?:\w+\s+)?(?:tasks?|duties|responsibilities)\b[^.;:]{0,40}?\b(?:is|are|include|will\s+be)\b"
    r"|\byour\s+(?:days?|weeks?|time|shifts?|mornings?|work)\s+(?:(?:will|would)\s+)?(?:be\s+|is\s+|are\s+)?(?:made\s+up\s+of|spent|filled\s+with|includes?|involves?|consists?)\b"
    r"|\b(?:would|will|['’]d)\s+(?:please|delight|suit|thrill)\s+(?:me|us|them)\b|\b(?:would|will|['’]d)\s+be\s+(?:\w+\s+)?(?:handy|useful|ideal|perfect)\b|\bso\s+much\s+the\s+better\b|\bgoes?\s+down\s+(?:very\s+)?well\b"
    r"|\byou(?:['’]ll|\s+will|\s+may)\s+(?:also\s+)?be\s+(?:asked|expected|required|called\s+(?:up)?on)\s+to\s"
    r"|\byou(?:['’]ll|['’]d|\s+will|\s+would)\s+(?:also\s+)?have\s+to\s+(?!wait|apply|admit)\w"
    r"|\b(?:we|they|(?:my|our|the)\s+client|the\s+\w+)(?:['’]d|\s+would|\s+do)?\s+(?:wants?|needs?|like|love|are\s+after|hope\s+for)\s+(?:someone|somebody|anyone|a\s+person|people|an?\s+\w+)\s+(?:with|who)\b",
    re.IGNORECASE,
)
_HARD = ("credential", "degree", "language")


def names_hard(passage: Passage) -> bool:
    """Whether a licence, a degree or a language is named."""
    return any(m.kind in _HARD for m in passage.mentions)


def _is_plain_demand(passage: Passage, quote: str) -> bool:
    """A short sentence with a full stop that asks like a bullet: in so many words, or by naming a licence or a degree."""
    if _EXPLICIT.search(quote) or names_hard(passage) or (_TO_YOU.search(quote) and _is_condition(quote)):
        return True
    if _OFFER.search(quote):
        return False
    # "Clean driving record.", "The discipline to keep five events moving at the same time."
    return len(passage.words) <= (8 if passage.label == "duties" else 14) and not _SPEAKS.search(quote)


# What the employer gives, and what it says to everybody.
_OFFER = re.compile(
    r"\b(?:offers?|we\s+(?:also\s+)?(?:give|provide|supply|lend|hand)\s+(?:you|every|each|all)|(?:is|are)\s+(?:provided|supplied|on\s+us)|insurance|40[13]\s?\(?[bk]|benefits?|parking|canteen|salary|pension|discount|paid|EOE|EEO|equal\s+opportunit|never\s+asks?|questions)\b|@|\d{3}-\d{4}",
    re.IGNORECASE,
)


_NAME_WORDS = 6


def _is_name(passage: Passage, quote: str) -> bool:
    """Whether a line is only the name of a place or a part of the form: "The Royal Harbour Hospital", "Guiding Principles"."""
    known = any(m.kind != "sector" for m in passage.mentions)
    if not 1 < len(passage.words) <= _NAME_WORDS or known or quote[-1] in ".:;" or quote.isupper():
        return False
    return all(word.text[0].isupper() or word.is_stop for word in passage.words) and not _orders(passage)


def _orders(passage: Passage) -> bool:
    """A sentence of duties that opens with its verb: "Ride along with technicians and check the quality of installs." """
    told = len(passage.words) > 1 and passage.words[0].text == "To"  # "To report all incidents"
    first = passage.words[told]
    return (
        3 < len(passage.words) < 30
        and first.norm not in _TO_THE_READER
        and (first.stem in relations().verbs or first.norm in _MORE_ORDERS)
        and not first.norm.endswith(("ing", "ed", "s"))
    )


_MORE_ORDERS = frozenset("be own ride act serve price chair host sit stand walk".split())
# Orders that a posting gives to its reader.
_TO_THE_READER = frozenset("apply join see read visit text stop make contact click email e-mail call send check note please come learn follow find ask submit bring tell imagine think picture expect enjoy".split())  # fmt: skip


_SPEAKS = re.compile(r"\b(?:we|you|our|us|is|are|will|can|do|does|it|this|these|they|please)\b|[!?]", re.IGNORECASE)


_DEMAND = re.compile(
    r"\b(?:must|able|ability|require[sd]?|willing|need|regularly|frequently|occasionally|travel|weekends?|overtime|on[-\s]call)\b",
    re.IGNORECASE,
)


# How a line begins that can only ask: "Must have the availability to attend ...", "Willing to travel within 30 miles".
_OPENS_DEMAND = re.compile(
    r"\W*(?:may\s+be\s+required\s+to|must\s+(?:be|have|hold|possess|pass|own|know|speak|understand|be\s+able)|(?:able|ability|willing|willingness|available)\s+(?:to|and))\s",
    re.IGNORECASE,
)


# What a job puts on a person's body, hours and place.
_STRAIN = re.compile(
    r"\b(?:lift|carry|push|pull|stand|walk|sit|climb|bend|kneel|reach)(?:ing)?\b|\b(?:overnight|nights?|evenings?|weekends?|saturdays?|sundays?|shifts?|on[-\s]call|overtime|travel|temperatures?|freezer|outdoors?|weather|heights?|pounds|lbs?|kg|credentialing|vaccinat\w+|background|licen[cs]e)\b",
    re.IGNORECASE,
)


_FEW = 3
"""Items of duties up to which a posting tells them in prose."""
_LIST, _SUMMARY = 8, 1.0
"""From so many items on, a posting lists its duties; then sentences beside the list sum it up or tell of the company."""


def odds(text: str, passages: Sequence[Passage], chances: Sequence[float], role: str = "") -> list[float]:
    """For each passage the log-odds that it states a requirement, given all the others.

    *chances* are the model's; *role* is the title of the job, by whose words a posting may call the person.
    """
    found = [asks(text, passage, chance) for passage, chance in zip(passages, chances, strict=True)]
    _lift_lists(text, found, passages, chances)
    _follow(text, found, passages)
    if (
        sum(odd >= 0 and is_item(text, p) and p.label == "duties" for odd, p in zip(found, passages, strict=True))
        < _FEW
    ):
        found = [odd + _ROLE * _tells_role(text, p, role) for odd, p in zip(found, passages, strict=True)]
    if sum(odd >= 0 and is_item(text, passage) for odd, passage in zip(found, passages, strict=True)) < _LIST:
        return found
    return [
        odd + (_SAID if _is_concrete(text, p, role) else -_SUMMARY) if _is_summary(text, p) else odd
        for odd, p in zip(found, passages, strict=True)
    ]


# How much of what the person has: a sentence that sums the work up and says so names a duty (gold/GUIDE rule 20).
_HOW_MUCH = re.compile(
    r"\b(?:team|crew|staff|group|fleet|portfolio|territory|caseload|panel|budget)\s+of\s|\b(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty)[-\s](?!years?\b|months?\b|weeks?\b|days?\b|hours?\b|minutes?\b)[a-z]+",
    re.IGNORECASE,
)


def _is_concrete(text: str, passage: Passage, role: str) -> bool:
    """Whether a sentence says what the person does, and of how much: "You will lead a team of 65"."""
    act = acting(text[passage.start : passage.end], role)
    return act is not None and _HOW_MUCH.search(text, passage.start + act.at, passage.end) is not None


_UNKNOWN = ("title", "other")
_LIST_CHANCE, _LISTED_BONUS = 0.1, 2.5
"""Mean chance from which a list under a heading of unknown words is one of demands, and what its items gain."""
_ACTS = 1.5
"""What they gain besides where most of them open with a verb, as duties do."""
_ROLE = 4.0
"""What a sentence gains that tells what the person does, in a posting that has no list of duties."""


def _lift_lists(text: str, found: list[float], passages: Sequence[Passage], chances: Sequence[float]) -> None:
    """Items of one list are alike: where they look like demands together, each gains, whatever its heading says."""
    first = 0
    for listed, run in itertools.groupby(passages, key=lambda p: (_is_listed(text, p), p.title)):
        items = list(run)
        size = len(items)
        if listed[0] and size > 2 and sum(chances[first : first + size]) / size >= _LIST_CHANCE:
            acts = sum(map(_orders, items)) * 3 >= 2 * size
            for i in range(first, first + size):
                found[i] += _LISTED_BONUS + _ACTS * acts
        first += size


def _is_listed(text: str, passage: Passage) -> bool:
    """Whether the passage is an item of a list under a heading that says nothing of what is listed."""
    if passage.bullet:
        return passage.label in (*_UNKNOWN, "metadata")
    alone = passage.label == "other" and bool(passage.title) and len(passage.words) < _ITEM_WORDS
    return alone and text[passage.end - 1] not in ".?!:"


_ITEM_WORDS = 26
"""Words below which a line without a full stop is an item of a list."""
GOES_ON = re.compile(r"\W*(?:so|as)\s+(?:would|is|are|does|do|will)\s+(?!you\b|we\b|they\b|i\b)", re.IGNORECASE)
"""How a sentence begins that says of more what the one before said: "R would help. | So would Python." """


def _follow(text: str, found: list[float], passages: Sequence[Passage]) -> None:
    for i in range(1, len(found)):
        if found[i - 1] >= 0 and GOES_ON.match(text, passages[i].start, passages[i].end):
            found[i] = max(found[i], 0.0)


def _tells_role(text: str, passage: Passage, role: str) -> bool:
    """Whether a sentence outside any list says what the person does: "You will ...", "The officer drafts ..."."""
    if passage.label not in (*_UNKNOWN, "about", "duties") or is_item(text, passage):
        return False
    return acting(text[passage.start : passage.end], role) is not None


_ANSWERS = re.compile(r"\b(?:is|are|be)\s+(?:\w+ly\s+)?responsible\s+for\s+\w+ing\b", re.IGNORECASE)


def _is_summary(text: str, passage: Passage) -> bool:
    return (
        passage.label == "duties"
        and not is_item(text, passage)
        and not _DEMAND.search(text, passage.start, passage.end)
        and not _ANSWERS.search(text, passage.start, passage.end)
    )


@lru_cache(maxsize=8_192)
def bucket(name: str) -> int:
    """The weight row of a feature."""
    return zlib.crc32(name.encode()) % BUCKETS


def features(text: str, passages: Sequence[Passage]) -> Iterator[list[str]]:
    """The feature names of each passage."""
    count = len(passages)
    for i, passage in enumerate(passages):
        names = _own(text, passage)
        names.append(f"place={min(9, 10 * i // max(1, count))}")
        for offset, mark in ((-1, "p"), (1, "n")):
            if 0 <= i + offset < count:
                near = passages[i + offset]
                names += [f"{mark}:{word.norm}" for word in near.words[:12]]
                names.append(f"{mark}s={near.label}")
            else:
                names.append(f"{mark}:edge")
        yield names


def _own(text: str, passage: Passage) -> list[str]:
    norms = [word.norm if not word.norm.isdigit() else "0" for word in passage.words[:60]]
    names = [f"w:{norm}" for norm in norms]
    names += [f"b:{a}_{b}" for a, b in itertools.pairwise(norms)]
    names += [f"f:{norms[0]}", f"f2:{'_'.join(norms[:2])}", f"f3:{'_'.join(norms[:3])}"]
    quote = text[passage.start : passage.end].rstrip()
    names += [
        f"s={passage.label}",
        f"s={passage.label}&b={passage.bullet}",
        f"bullet={passage.bullet}",
        f"end={quote[-1] if quote[-1] in '.:?!' else ''}",
        f"len={min(6, len(norms) // 5)}",
        f"caps={quote.isupper()}",
    ]
    verb = passage.words[0].stem in relations().verbs
    names += [f"verb={verb}", f"verb={verb}&s={passage.label}"]
    names += [f"t:{word}" for word in passage.title.lower().split()[:6]]
    names += [f"l:{word}" for word in passage.lead.lower().split()[-4:]]
    names += [f"c:{cue.category}" for cue in find_cues(norms)]
    names += [f"k:{mention.kind}" for mention in passage.mentions]
    return names


@cache
def _model() -> tuple[np.ndarray, np.ndarray]:
    import numpy as np

    with (files("gapcheck.model") / "gate.npz").open("rb") as file, np.load(file, allow_pickle=False) as data:
        weights = data["weights"].astype(np.float32) * data["scale"]
        return weights, data["bias"].astype(np.float32)
