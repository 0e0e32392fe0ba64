"""Resume -> passages with mentions and levels, and dated entries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from gapcheck import deadline
from gapcheck.lexicon import Lexicon
from gapcheck.pipeline.context import levels
from gapcheck.pipeline.gazetteer import find_mentions
from gapcheck.pipeline.lines import passages
from gapcheck.pipeline.quantities import DateRange, find_degrees, find_ranges
from gapcheck.types import Document, Entry, Passage, Section

_DATED = ("experience", "education", "projects", "volunteering", "other", "certifications", "summary", "contact")
_HEAD_WORDS = 22
"""A line with a date range is the head of an entry when it is not longer than this; longer ones are sentences."""


def read_resume(
    document: Document, sections: Sequence[Section], lexicon: Lexicon, today: int
) -> tuple[tuple[Passage, ...], tuple[Entry, ...]]:
    """The passages of a resume, each with its concepts and how they are said, and its dated entries.

    Lines that say who the person is, not what the person can do, are left out.
    """
    plain = passages(document, sections, "resume")
    entries = _entries(document, plain, today)
    result = []
    for passage in plain:
        deadline.check()
        if _is_trait(document.text[passage.start : passage.end]):
            continue
        entry = next((i for i, e in enumerate(entries) if e.start <= passage.start < e.end), None)
        result.append(
            replace(
                passage,
                mentions=find_mentions(document.text, passage.words, passage.label, lexicon),
                levels=tuple(_levels(document.text, passage)),
                entry=entry,
            )
        )
    return tuple(result), entries


# "Nationality: British": what a person is shows nothing that a person can do, and shall count neither for nor against.
_TRAIT = re.compile(
    r"(?:marital|civil|family)\s+status|nationality|(?:date|place)\s+of\s+birth|birth\s?(?:date|day|place)|d\.?o\.?b\.?|age"
    r"|gender|sex|pronouns|religion|race|ethnicity|ethnic\s+(?:origin|group)|caste|children|dependants|sexual\s+orientation"
    r"|(?:father|mother|spouse|husband|wife)['’]?s?\s+name",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*[|•·;\n\t]\s*")


def _is_trait(quote: str) -> bool:
    """Whether a line says nothing but who the person is: each of its parts begins with such a name and a colon."""
    parts = [part.partition(":") for part in _PARTS.split(quote) if part]
    return bool(parts) and all(colon and _TRAIT.fullmatch(name.strip()) for name, colon, _ in parts)


def _levels(text: str, passage: Passage) -> list[str]:
    found = levels(text, passage.words, passage.start)
    if passage.label == "objective":
        # What stands under "Objective" is wished for, whatever its words.
        found = [level or "planned" for level in found]
    if _is_coursework(text, passage):
        found = [level or "limited" for level in found]
    return found


_COURSEWORK = re.compile(r"(?:[a-z]+\s+){0,2}course\s?work(?:\s+(?:in|taken|included?))?:?", re.IGNORECASE)


def _is_coursework(text: str, passage: Passage) -> bool:
    """Whether the passage lists what was met in a classroom and is shown nowhere: under that heading, or behind it."""
    if not _COURSEWORK.fullmatch(passage.title):
        return False
    heading = text.rfind(passage.title, 0, passage.start)
    rest = text[heading + len(passage.title) : passage.start]
    return heading >= 0 and ("\n" not in rest or not rest.partition("\n")[0].strip(" :"))


def _entries(document: Document, passages: Sequence[Passage], today: int) -> tuple[Entry, ...]:
    """One entry for each date range: from its head lines to the next one's, within one kind of section."""
    heads: list[tuple[int, DateRange, str]] = []
    for index, passage in enumerate(passages):
        if passage.label not in _DATED or len(passage.words) > _HEAD_WORDS:
            continue
        quote = document.text[passage.start : passage.end]
        ranges = find_ranges(quote, today, passage.start)
        spans = [r for r in ranges if not r.single] or ([] if passage.label == "experience" else ranges[-1:])
        if passage.bullet and (len(passage.words) >= 14 or not spans or _tells_when(quote, spans[0], passage.start)):
            continue
        heads.extend((index, found, passage.label) for found in spans)
    entries = []
    for number, (index, found, label) in enumerate(heads):
        first = _head_start(document, passages, index, heads[number - 1][0] if number else -1)
        after = heads[number + 1][0] if number + 1 < len(heads) else len(passages)
        if number + 1 < len(heads):
            after = max(index + 1, _head_start(document, passages, after, index))
        last = index
        while last + 1 < after and passages[last + 1].label == label:
            last += 1
        entries.append(
            Entry(
                passages[first].start, passages[last].end, found.first, found.last, _entry_label(document, passages[first], passages[index], label),
                (passages[first].start, passages[index].end),
            )
        )  # fmt: skip
    return tuple(entries)


_WHEN = re.compile(r"\b(?:in|of|by|during|until|after|before|for|to)(?:\s+the)?(?:\s+\w+\s+of)?\s*$", re.IGNORECASE)


def _tells_when(quote: str, found: DateRange, offset: int) -> bool:
    """Whether a date stands in a sentence ("from daily to none in the fall of 2024"), so that the line heads no entry."""
    return _WHEN.search(quote[: found.start - offset]) is not None


def _entry_label(document: Document, first: Passage, dated: Passage, label: str) -> str:
    """A degree named in the head of an entry makes it education whatever the section."""
    if label in ("experience", "education"):
        return label
    return "education" if find_degrees(document.text[first.start : dated.end]) else label


def _head_start(document: Document, passages: Sequence[Passage], index: int, after: int) -> int:
    """The passage where the entry dated at *index* begins: short lines just above name title and employer."""
    first = line = _line_start(document, passages, index, after)
    while first - 1 > after and line - first < 2:
        above = passages[first - 1]
        gap = document.text[above.end : passages[first].start]
        if above.bullet or above.label != passages[index].label or gap.count("\n") > 1:
            break
        if _words_outside(document, above) > 10:
            break
        if document.text[above.end - 1] in ".;" or find_ranges(document.text[above.start : above.end], 24_300):
            break
        first -= 1
    return first


def _words_outside(document: Document, passage: Passage) -> int:
    """Its words but those in parentheses, which tell of the employer: "The Coquina Grand (304 rooms, AAA Four Diamond)"."""
    inside = [m.span() for m in _ASIDE.finditer(document.text, passage.start, passage.end)]
    return sum(not any(a < word.start < b for a, b in inside) for word in passage.words)


_ASIDE = re.compile(r"\([^()\n]{1,80}\)")


def _line_start(document: Document, passages: Sequence[Passage], index: int, after: int) -> int:
    """The first passage on the line of the one at *index*: "Account manager - Larkspur. 2019 to now" is of three."""
    first = index
    while first - 1 > after and passages[first - 1].label == passages[index].label:
        above = passages[first - 1]
        together = document.text[above.start : passages[first].start]
        if "\n" in together or len(above.words) > 10 or find_ranges(together, 24_300):
            break
        first -= 1
    return first
