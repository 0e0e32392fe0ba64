"""Lexicon aliases -> mentions: longest match over the words of a passage, ambiguous names only when their guard holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gapcheck.lexicon import Alias, Concept, Lexicon
from gapcheck.types import Mention
from gapcheck.words import STOP_WORDS, Word

# No name goes across these: "Excel (pivot tables)" is two.
_BROKEN = re.compile(r"[,;:()|•\n]|\s/\s|\s[-–]\s")
_MOST_PARTS = 3
"""Words that one name may be written apart in: "front-end", "Java Script"."""
_LIST_GAP = frozenset((",", "/", "|", "&", "+", ";", "•", "·"))


@dataclass(frozen=True, slots=True)
class Hit:
    """An alias found at `words[first:last]`: what it may stand for, before guards are asked."""

    first: int
    last: int
    options: tuple[Alias, ...]


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
    found = []
    for hit in hits:
        if _ends_an_address(text, words[hit.first].start):
            continue
        concept = _meant(hit, hits, text, words, norms, section, lexicon)
        if concept is not None:
            start, end = words[hit.first].start, words[hit.last - 1].end
            found.append(Mention(concept.name, start, end, text[start:end], concept.kind))
    return tuple(found)


def _ends_an_address(text: str, start: int) -> bool:
    """Whether a name is the ending of a file or an address: the "php" of "/profile.php"."""
    return start > 1 and text[start - 1] == "." and text[start - 2].isalnum() and text[start].islower()


def _meant(
    hit: Hit,
    hits: Sequence[Hit],
    text: str,
    words: Sequence[Word],
    norms: tuple[str, ...],
    section: str,
    lexicon: Lexicon,
) -> Concept | None:
    """The first concept whose alias needs no guard or whose guard holds here."""
    for alias in sorted(hit.options, key=lambda alias: (not alias.own, alias.guarded)):
        concept = lexicon.concepts[alias.concept]
        if (
            not alias.guarded
            or _has_own_shape(hit, words)
            or _stands_alone(hit, words, section)
            or concept.guard.holds(
                line=norms, first=hit.first, last=hit.last, in_list=_in_list(hit, hits, text, words), section=section
            )
        ):
            return concept
    return None


def _has_own_shape(hit: Hit, words: Sequence[Word]) -> bool:
    """A capital inside the word: "InDesign", "PowerApps" are written so for the product alone."""
    written = words[hit.first].text
    return hit.last == hit.first + 1 and written.isalpha() and not written[1:].islower() and not written.isupper()


_ASKED_IN = ("required", "preferred", "skills", "certifications", "conditions")
_LEADS = frozenset(
    """experience experienced knowledge proficiency proficient skill using working strong solid advanced basic good excellent
    intermediate familiarity familiar fluency fluent expert expertise hands-on hand some year deep required preferred plus nice
    bonus desirable essential must comfortable level c1 c2 b1 b2 a1 a2 spoken written native""".split()
)


def _stands_alone(hit: Hit, words: Sequence[Word], section: str) -> bool:
    """The name is all that a line of requirements or skills names: "Excel", "Experience with Go"."""
    if section not in _ASKED_IN:
        return False
    rest = [*words[: hit.first], *words[hit.last :]]
    return all(w.is_stop or w.norm in _LEADS or not w.norm[0].isalpha() for w in rest)


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
    named = lexicon.first_words.get(norms[i], 0)
    longest = min(max(named, 1 if norms[i] in STOP_WORDS else _MOST_PARTS), len(words) - i)
    for n in range(longest, 0, -1):
        if n == 1 and norms[i] in STOP_WORDS and not words[i].text[0].isupper():
            break
        key = tuple(norms[i : i + n])
        options = lexicon.aliases.get(key) if n <= named else None
        if options is None and n <= _MOST_PARTS and (joined := lexicon.joined.get("".join(key))):
            options = lexicon.aliases.get(joined) if _one_word(text, words, i, n) else None
        if not options or (n > 1 and _BROKEN.search(text, words[i].end, words[i + n - 1].start)):
            continue
        surface = text[words[i].start : words[i + n - 1].end]
        fitting = tuple(a for a in options if a.cased is None or _same_case(surface, a.cased))
        if fitting:
            return Hit(i, i + n, fitting)
    return None


def _one_word(text: str, words: Sequence[Word], i: int, n: int) -> bool:
    """Whether n neighbouring words may be one name written apart ("front-end", "Java Script") or together."""
    if n == 1:
        return len(words[i].norm) > 4
    gaps = [text[words[k].end : words[k + 1].start] for k in range(i, i + n - 1)]
    return all(gap in ("-", ".", " ", "", "’", "'") for gap in gaps) and not (
        words[i].norm in STOP_WORDS or any(word.norm in _NEVER_INSIDE for word in words[i + 1 : i + n])
    )


# "Epic or Cerner" names no Epicor; "follow up" and "log in" are names all the same.
_NEVER_INSIDE = frozenset("or and of for to by with is are as a an the be".split())


def _same_case(surface: str, cased: str) -> bool:
    return surface == cased or surface.rstrip("s") == cased or surface.replace(" ", "").replace("-", "") == cased


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
