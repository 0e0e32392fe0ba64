"""Words that name a person by the work done: baker, nurse, auditor; and where they name somebody else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from gapcheck.words import Word, words

# A person by the work done: baker, auditor, pharmacist, librarian, engineer, foreman, wheelwright.
_DOER = re.compile(r"[a-z]{2,}(?:er|or|ist|ian|man|woman|person|wright|smith)$")
_NO_DOER = frozenset(
    """career center other order letter paper number member offer poster newsletter water power summer winter december november october
    september tender chapter cover answer river quarter corner over under after never ever matter computer customer user consumer
    paper folder header footer layer shelter theater chester manchester filter register disorder semester trimester border
    transfer dinner cancer laser timber lumber rubber silver copper fiber timer tower
    floor door error sector major minor harbor labor behavior color motor factor behaviour interior exterior senior junior error
    list checklist exist assist artist's persist human german roman asian person""".split()
)
_DOERS = frozenset(
    """nurse cook chef clerk assistant attendant accountant consultant aide lead head intern trainee apprentice fellow agent
    associate representative rep executive mechanic analyst secretary guard host hostess steward pilot architect actuary
    paralegal attorney counsel midwife advocate deputy captain chief principal president dean judge operative hand barista
    chauffeur medic paramedic coach nanny expert superintendent correspondent assessor chair ambassador custodian sous
    apprentice vet tutor graduate technologist physio barber surgeon physician sergeant bricklayer artist gp warden
    receptionist sommelier au-pair companion scientist""".split()
)


@lru_cache(maxsize=4_000)
def is_doer(word: str) -> bool:
    """Whether *word* may name a person by the work done, in whatever number and case.

    >>> is_doer("Pharmacists"), is_doer("midwife"), is_doer("quarter")
    (True, True, False)
    """
    low = word.lower().strip(".,:;!*#'\"’")
    forms = {low, low.removesuffix("s"), re.sub(r"(?:women|men)$", "man", low)}
    if forms & _NO_DOER:
        return False
    return any(form in _DOERS or _DOER.match(form) for form in forms)


@lru_cache(maxsize=4_000)
def names_people(phrase: str) -> bool:
    """Whether a word of *phrase* names people by their work: "train new drivers"."""
    return any(is_doer(word.text) for word in words(phrase))


@lru_cache(maxsize=4_000)
def names_several(phrase: str) -> bool:
    """Whether *phrase* names several such people, so others than the one who reads it: "brief our proofreaders"."""
    return any(is_doer(word.text) and word.norm != word.text.lower() for word in words(phrase))


_DETERMINERS = frozenset(
    """the our my their his her its your a an another other each every any two three four five six several some both all""".split()
)
_TOWARDS = frozenset("by from to for".split())
_AMONG = frozenset("am is was were be been being i'm as like with alongside".split())
# What makes the person the one that is named, or the one who leads, helps, learns from or stands in for the one.
_SELF = re.compile(
    r"^(?:as|becom|becam|promot|appoint|elect|qualif|train|taught|teach|regist|licens|certif|cover|stand|stood|act|deput|relie|back"
    r"|fill|replac|substitut|led|lead|manag|supervis|ran|run|mentor|head|overs|direct|coach|team|crew|group"
    r"|assist|help|support|shadow|apprentic|aid|under|learn|serv|work(?:ed)?$|experienc|practi|role|post|position|title|job)"
)
_UNITS = frozenset("team department office staff desk vendor contractor colleague".split())
"""Others by the thing they do together; the person may well be one of them, but for "sent to the marketing team"."""
_LONGEST_NAME = 3
"""Words of the longest name, with what stands before it: "the project manager"."""
_LEFT = 6
"""Words before the name that tell whose it is."""


def others(found: Sequence[Word], text: str) -> frozenset[int]:
    """Offsets of the words that name somebody else: "sent the figures to our data analyst".

    The whole name counts, and the act before "by": "tubes drawn by the phlebotomist".

    Args:
        found: the words of one passage, in order.
        text: the document that their offsets are of.

    A name at the head of a clause, behind "as", "with" or a form of "be", or of people whom the person leads, trains,
    helps or replaces says something of the person, and is left alone.
    """
    starts: set[int] = set()
    for k, word in enumerate(found):
        unit = word.norm in _UNITS
        if unit or is_doer(word.text):
            first = _clause_start(found, k, text)
            at = _others_from([w.text.lower() for w in found[first:k]], unit=unit)
            if at is not None:
                starts.update(w.start for w in found[first + at : k + 1])
    return frozenset(starts)


def _clause_start(found: Sequence[Word], k: int, text: str) -> int:
    """The first of the words before *k*, back to the last sign between words."""
    first = k
    while first > max(0, k - _LEFT) and not text[found[first - 1].end : found[first].start].strip():
        first -= 1
    return first


def _others_from(left: Sequence[str], *, unit: bool) -> int | None:
    """Where in the words before a name the naming of somebody else begins; None where the person may be meant."""
    if any(_SELF.match(word) for word in left):
        return None
    at = next((i for i in range(len(left) - 1, -1, -1) if left[i] in _DETERMINERS or left[i] in _TOWARDS), None)
    if at is None or at == 0 or len(left) - at > _LONGEST_NAME or (left[at] in _DETERMINERS and left[at - 1] in _AMONG):
        return None
    before = at - 1 if left[at] in _DETERMINERS else at
    if unit and (before == at or left[before] not in _TOWARDS):
        return None
    return before - 1 if before and left[before] == "by" else at
