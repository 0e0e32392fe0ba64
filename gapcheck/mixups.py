"""Whether the right files were given: a posting that reads like a resume, two postings in one file, one text twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from gapcheck.types import Document, Notice, Posting
from gapcheck.words import key

_JOB_DATES = re.compile(
    r"\b(?:19|20)\d\d\s{0,3}(?:-|–|—|to|until)\s{0,3}(?:[A-Za-z]{3,9}\.?\s{1,3})?(?:(?:19|20)\d\d\b|present\b|now\b|current\b)",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[\w.+%-]{1,64}@[\w-]{1,64}\.\w")
_HEAD_LINES = 10
_GROUPS = {"duties": "work", "required": "person", "preferred": "person", "benefits": "offer", "apply": "apply"}
_AGAIN = 3
"""Headings that stand twice: a person specification has "Essential" and "Desirable" under each of its topics."""
_LEAST_LINES = 5
_SAME = 0.8


def in_posting(posting: Posting) -> Iterator[Notice]:
    """What makes doubtful that the posting is one posting."""
    document = posting.document
    if _is_like_resume(document):
        yield Notice(
            "reads_like_resume",
            "The posting reads like a resume: a mail address at its head and jobs with dates. Were the files swapped?",
        )
        return
    titles = Counter((_GROUPS.get(s.label), key(s.title)) for s in posting.sections if s.title)
    again = [group for (group, _), count in titles.items() if group and count > 1]
    if len(again) >= _AGAIN and len(set(again)) > 1:
        yield Notice(
            "several_postings",
            "The same headings stand in it more than once: if these are several postings, give one for each file.",
        )


def in_pair(resume: Document, posting: Document) -> Iterator[Notice]:
    """Whether the resume is the posting, or holds all of it."""
    asked = {line for line in _lines(posting) if len(line) > 2}
    if len(asked) >= _LEAST_LINES and len(asked & set(_lines(resume))) >= _SAME * len(asked):
        yield Notice(
            "same_text", "Nearly every line of the posting stands word for word in the resume: is it the right file?"
        )


def _is_like_resume(document: Document) -> bool:
    head = document.lines[:_HEAD_LINES]
    if not head or not _MAIL.search(document.text, 0, head[-1].end):
        return False
    return sum(_JOB_DATES.search(document.text, line.start, line.end) is not None for line in document.lines) > 1


def _lines(document: Document) -> Iterator[tuple[str, ...]]:
    return (tuple(document.text[line.start : line.end].lower().split()) for line in document.lines)
