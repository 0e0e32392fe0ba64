"""The job's name among the first lines of a posting, where the very first one is an employer, a form or a path."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

_LINES = 8
"""Lines, empty ones not counted, in which the title is looked for."""
_MOST_WORDS = 12
_LONGEST = 80
_PLAIN = 5
"""Words up to which a title may be written like a sentence: "Airport operations officer"."""

_PATH = re.compile(r"\s(?:>|»|›|/|\\)\s")  # Staff handbook > Open roles > Fundraising Manager
_LABEL = re.compile(
    r"""^(?:[\w.]+\s+){0,3}?(?:job|class|position|role|post|vacancy|vacant)?\s*
        (?:title|position|role|post|vacancy|profile|bulletin|announcement|notice|opening|recruitment|advertisement)
        (?:\s+(?:profile|title))?(?:\s+(?:no\.?\s*)?[\d-]+)?\s*:\s*(?=\S)      # "CLASS BULLETIN 26-014: ", "Section 7.12 Role profile: "
    """,
    re.IGNORECASE | re.VERBOSE,
)
_AFTER_NAME = re.compile(
    r"\s+[-–—|·]+\s+|[,;:]\s|\s(?:at|to|for|in|of|with|on|wanted|needed|required|sought|who)\b", re.IGNORECASE
)
_PARENTHESIS = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_GRADE = re.compile(r"^(?:[ivx]{1,4}|\d|[a-e]|level|grade|trainee|ft|pt)$", re.IGNORECASE)
_SENTENCE = re.compile(
    r"[.!?]\s*$|[.!?]\s+[A-Z]|^(?:reports?|reporting|accountable|responsible|edited|last edited)\b", re.IGNORECASE
)

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


def names_job(text: str) -> bool:
    """Whether *text* begins with a job's name.

    >>> names_job("Warehouse Shift Supervisor, 2nd Shift"), names_job("HALVERSON COUNTY SUPERIOR COURT")
    (True, False)
    """
    plain = _PARENTHESIS.sub("", text).strip()
    head = _AFTER_NAME.split(plain, maxsplit=1)[0].split()
    while len(head) > 1 and _GRADE.match(head[-1]):
        head.pop()
    told = len(head) > _PLAIN and any(word.islower() and len(word) > 3 for word in head)
    return bool(head) and not told and len(head) <= _MOST_WORDS and any(map(_is_doer, re.split(r"[/&+]", head[-1])))


def _is_doer(word: str) -> bool:
    low = word.lower().strip(".,:;!*#'\"’")
    forms = {low, low.removesuffix("s"), re.sub(r"(?:women|men)$", "man", low)}
    if forms & _NO_DOER:
        return False
    return any(form in _DOERS or _DOER.match(form) for form in forms)


def job_title(lines: Sequence[str]) -> str | None:
    """The first of *lines*, or the part of it, that names a job; None when none of them does.

    >>> job_title(["CITY OF HARROW FALLS", "EXAMINATION BULLETIN 26-041: NETWORK ADMINISTRATOR"])
    'NETWORK ADMINISTRATOR'
    """
    for text in islice((line for line in lines if line.strip()), _LINES):
        if not _SENTENCE.search(text):
            for part in _parts(text.strip().lstrip("#* ").rstrip(":* ")):
                if names_job(part):
                    return part if len(part) <= _LONGEST else _AFTER_NAME.split(part, maxsplit=1)[0]
    return None


def _parts(text: str) -> Iterator[str]:
    """What of a line may be the title: what follows a label, the end of a path, all of it."""
    labelled = _LABEL.sub("", text, count=1)
    if labelled != text:
        yield labelled
        return
    if len(path := _PATH.split(text)) > 2:
        yield path[-1]
        return
    yield text
