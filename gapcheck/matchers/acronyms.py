"""Acronyms that a document spells out itself, and what they do not mean then: PHR, a personal health record."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from gapcheck.lexicon import Concept
from gapcheck.types import Document
from gapcheck.words import Word, words

_LONG_FIRST = re.compile(r"\(\s*([A-Z][A-Za-z&/.]{1,9}s?)\s*\)")
_SHORT_FIRST = re.compile(r"\b([A-Z]{2,6})s?\s?\(\s?([^()\n]{5,60})\)")
_SAME = 0.5
"""Share of the words spelled out that one of a concept's names must have."""


def find_acronyms(documents: Sequence[Document]) -> dict[str, tuple[str, ...]]:
    """Acronyms that a text defines itself, "Long Form (LF)" or "LF (long form)", after Schwartz and Hearst 2003.

    Returns acronym (lower case) -> stems; of two documents that define the same, the later counts.
    """
    found: dict[str, tuple[str, ...]] = {}
    for document in documents:
        found.update(_defined(document.text))
    return found


@lru_cache(maxsize=600)  # a batch asks for each posting of a block again with each resume
def _defined(text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found: list[tuple[str, tuple[str, ...]]] = []
    for m in _LONG_FIRST.finditer(text):
        letters = [c.lower() for c in m.group(1).rstrip("s") if c.isalpha()]
        content = _content(text[max(0, m.start() - 100) : m.start()])[-len(letters) :]
        if len(letters) > 1 and _initials(content) == "".join(letters):
            found.append(("".join(letters), tuple(w.stem for w in content)))
    for m in _SHORT_FIRST.finditer(text):
        content = _content(m.group(2))
        if _initials(content) == m.group(1).lower():
            found.append((m.group(1).lower(), tuple(w.stem for w in content)))
    return tuple(found)


def is_other_sense(name: str, concept: Concept, acronyms: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether a document spells the acronym *name* out in words that are not the concept's, though these are known."""
    short = name.rstrip("s").lower()
    meant = acronyms.get(short) if name.rstrip("s").isupper() else None
    if meant is None:
        return False
    names = map(_content, (alias.lstrip("=~") for alias in (concept.name, *concept.aliases)))
    known = [{word.stem for word in long} for long in names if len(long) > 1 and _initials(long) == short]
    return bool(known) and all(len(long.intersection(meant)) < _SAME * len(meant) for long in known)


def _content(text: str) -> list[Word]:
    return [word for word in words(text) if not word.is_stop]


def _initials(content: Sequence[Word]) -> str:
    return "".join(word.text[0].lower() for word in content)
