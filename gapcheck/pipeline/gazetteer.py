"""Lexicon aliases -> mentions: longest match over the words of a passage, ambiguous names only when their guard holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gapcheck.lexicon import Alias, Concept, Lexicon
from gapcheck.types import Mention
from gapcheck.words import STOP_WORDS, Word

# What may stand between two words of one name: "front-end", "TCP/IP", "R & D", but no comma, bracket or colon.
_INSIDE = re.compile(r"[\s\-–.'’/&+]{0,4}")
_BROKEN = re.compile(r"[,;:()|•]")
_LIST_GAP = frozenset((",", "/", "|", "&", "+", ";", "•", "·"))


@dataclass(frozen=True, slots=True)
class Hit:
    """An alias found at `words[first:last]`, before guards are asked."""

    first: int
    last: int
    concept: Concept
    guarded: bool


def find_mentions(text: str, words: Sequence[Word], section: str, lexicon: Lexicon) -> tuple[Mention, ...]:
    """The concepts that *words* name, in order, none overlapping another.

    Args:
        text: the document's text, into which the words' offsets point.
        words: the words of one passage.
        section: label of its section, for guards.
        lexicon: what to look for.
    """
    hits = list(_longest(text, words, lexicon))
    norms = tuple(word.norm for word in words)
    kept = [hit for hit in hits if not hit.guarded or _holds(hit, hits, text, words, norms, section)]
    return tuple(
        Mention(
            hit.concept.name,
            words[hit.first].start,
            words[hit.last - 1].end,
            text[words[hit.first].start : words[hit.last - 1].end],
            hit.concept.kind,
        )
        for hit in kept
    )


def _longest(text: str, words: Sequence[Word], lexicon: Lexicon) -> Iterator[Hit]:
    norms = [word.norm for word in words]
    i = 0
    while i < len(words):
        hit = _at(text, words, norms, i, lexicon)
        if hit:
            yield hit
            i = hit.last
        else:
            i += 1


def _at(text: str, words: Sequence[Word], norms: Sequence[str], i: int, lexicon: Lexicon) -> Hit | None:
    for n in range(min(lexicon.longest, len(words) - i), 0, -1):
        if n == 1 and norms[i] in STOP_WORDS and not words[i].text[0].isupper():
            break
        if n > 1 and not _INSIDE.fullmatch(text[words[i + n - 2].end : words[i + n - 1].start]):
            continue
        if n > 2 and _BROKEN.search(text[words[i].start : words[i + n - 1].end]):
            continue
        key = tuple(norms[i : i + n])
        options = lexicon.aliases.get(key)
        if options is None and _one_word(text, words, i, n):
            joined = lexicon.joined.get("".join(key))
            options = lexicon.aliases.get(joined) if joined else None
        if options:
            hit = _choose(options, text[words[i].start : words[i + n - 1].end], i, i + n, lexicon)
            if hit:
                return hit
    return None


def _one_word(text: str, words: Sequence[Word], i: int, n: int) -> bool:
    """Whether n neighbouring words may be one name written apart ("front-end", "Java Script") or together."""
    if n == 1:
        return len(words[i].norm) > 4
    gaps = [text[words[k].end : words[k + 1].start] for k in range(i, i + n - 1)]
    return n <= 3 and all(gap in ("-", ".", " ", "", "’", "'") for gap in gaps) and len(words[i].norm) > 1


def _choose(options: Sequence[Alias], surface: str, first: int, last: int, lexicon: Lexicon) -> Hit | None:
    best: Hit | None = None
    for alias in options:
        if alias.cased is not None and not _same_case(surface, alias.cased):
            continue
        concept = lexicon.concepts[alias.concept]
        hit = Hit(first, last, concept, alias.guarded)
        if not alias.guarded:
            return hit
        best = best or hit
    return best


def _same_case(surface: str, cased: str) -> bool:
    return surface == cased or surface.rstrip("s") == cased or surface.replace(" ", "").replace("-", "") == cased


def _holds(
    hit: Hit, hits: Sequence[Hit], text: str, words: Sequence[Word], norms: tuple[str, ...], section: str
) -> bool:
    return hit.concept.guard.holds(
        line=norms, first=hit.first, last=hit.last, in_list=_in_list(hit, hits, text, words), section=section
    )


def _in_list(hit: Hit, hits: Sequence[Hit], text: str, words: Sequence[Word]) -> bool:
    """Another concept stands beside the hit, parted by a comma, slash, "and" or "or"."""
    for other in hits:
        if other.last <= hit.first and _list_gap(text, words, other.last - 1, hit.first):
            return True
        if other.first >= hit.last and _list_gap(text, words, hit.last - 1, other.first):
            return True
    return False


def _list_gap(text: str, words: Sequence[Word], left: int, right: int) -> bool:
    between = words[left + 1 : right]
    if any(word.norm not in ("and", "or") for word in between):
        return False
    gap = text[words[left].end : words[right].start]
    return bool(between) or gap.strip() in _LIST_GAP
