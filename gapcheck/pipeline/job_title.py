"""The job's name among the first lines of a posting, where the very first one is an employer, a form or a path."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from gapcheck.doers import is_doer

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
# "Position Title:", and the title is the next line.
_LABEL_ALONE = re.compile(r"(?:job|position|role|post|class|vacancy|working)\s+title\s*:", re.IGNORECASE)
_AFTER_NAME = re.compile(
    r"\s+[-–—|·]+\s+|[,;:]\s|\s(?:at|to|for|in|of|with|on|wanted|needed|required|sought|who)\b", re.IGNORECASE
)
_PARENTHESIS = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_GRADE = re.compile(r"^(?:[ivx]{1,4}|\d|[a-e]|level|grade|trainee|ft|pt)$", re.IGNORECASE)
_SENTENCE = re.compile(
    r"[.!?]\s*$|[.!?]\s+[A-Z]|^(?:reports?|reporting|accountable|responsible|edited|last edited)\b", re.IGNORECASE
)


# "Monitor the contractors on site" is work; a job's name has no article behind its first word.
_ORDERS = re.compile(r"[A-Z][a-z]+(?:\s+(?:and|&|or)\s+[a-z]+)?\s+(?:the|an?|our|your|their|all|any)\s+[a-z]")
# What boards add: "Baker Job in Leeds", "Crumb & Co hiring Baker in Leeds, England | LinkedIn".
_BOARD = re.compile(
    r"\s+jobs?\s+in(?:\s+[A-Z][\w.'’-]*){1,4},?(?:\s+[A-Z]{2})?(?:\s*[|-].*)?$|\s+in\s+[^|]{2,60}\|\s*LinkedIn\s*$",
    re.IGNORECASE,
)
_HIRING = re.compile(r"^.{2,60}?\s+hiring\s+(?=[A-Z].*\|\s*LinkedIn\s*$)")


def without_board(text: str) -> str:
    """A title without what a job board adds to it.

    >>> without_board("Baker Job in Leeds"), without_board("Crumb & Co hiring Night Baker in Leeds, England | LinkedIn")
    ('Baker', 'Night Baker')
    """
    return _BOARD.sub("", _HIRING.sub("", text)) or text


def names_job(text: str) -> bool:
    """Whether *text* begins with a job's name.

    >>> names_job("Warehouse Shift Supervisor, 2nd Shift"), names_job("HALVERSON COUNTY SUPERIOR COURT")
    (True, False)
    """
    plain = _PARENTHESIS.sub("", text).strip()
    if _ORDERS.match(plain):
        return False
    head = _AFTER_NAME.split(plain, maxsplit=1)[0].split()
    while len(head) > 1 and _GRADE.match(head[-1]):
        head.pop()
    told = len(head) > _PLAIN and any(word.islower() and len(word) > 3 for word in head)
    return bool(head) and not told and len(head) <= _MOST_WORDS and any(map(is_doer, re.split(r"[/&+]", head[-1])))


def job_title(lines: Sequence[str]) -> str | None:
    """The first of *lines*, or the part of it, that names a job; None when none of them does.

    >>> job_title(["CITY OF HARROW FALLS", "EXAMINATION BULLETIN 26-041: NETWORK ADMINISTRATOR"])
    'NETWORK ADMINISTRATOR'
    """
    told = [line.strip() for line in lines if line.strip()]
    named = next((after for line, after in pairwise(told[: 2 * _LINES]) if _LABEL_ALONE.fullmatch(line)), "")
    if named and len(named.split()) <= _MOST_WORDS and named[-1] not in ".:":
        return named
    for text in islice(told, _LINES):
        if not _SENTENCE.search(text):
            for part in _parts(without_board(text.strip()).lstrip("#* ").rstrip(":* ")):
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
