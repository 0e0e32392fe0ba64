"""Cues and their scope (after ConText, Harkema et al. 2009): who says preferred, not needed, never, basic, learning.

One engine serves both sides: a posting's "preferred" and "not required", a resume's "no experience with" and "exposure to".
"""

from __future__ import annotations

import itertools
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from gapcheck.words import Word, key

Direction = Literal["forward", "backward", "both"]
_GAP = 3
_SCOPE = {"negated": 12, "limited": 8, "learning": 10, "planned": 14}
"""Words that a cue reaches at most; postings' cues reach to the end of their clause."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue found at `words[first:last]`."""

    category: str
    direction: Direction
    first: int
    last: int


@cache
def _table() -> dict[str, list[tuple[tuple[str, ...], str, Direction]]]:
    """First word -> (pattern, category, direction); a pattern's "*" stands for up to three words."""
    data = tomllib.loads((files("gapcheck.lexicon") / "cues.toml").read_text(encoding="utf-8"))
    table: dict[str, list[tuple[tuple[str, ...], str, Direction]]] = {}
    for category, directions in data.items():
        for direction, phrases in directions.items():
            for phrase in phrases:
                pattern = tuple(word for part in phrase.split("...") for word in (*key(part), "*"))[:-1]
                table.setdefault(pattern[0], []).append((pattern, category, direction))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


def find_cues(norms: Sequence[str], borders: frozenset[int] = frozenset()) -> list[Cue]:
    """The cues among normalised words, longest first where they overlap; cues inside a pseudo cue are dropped.

    No cue goes across a border, the index of a word behind which a comma, bracket or full stop stands.
    """
    table = _table()
    found: list[Cue] = []
    for i, norm in enumerate(norms):
        after = norms[i + 1] if i + 1 < len(norms) else ""
        for pattern, category, direction in table.get(norm, ()):
            if len(pattern) > 1 and pattern[1] != after and pattern[1] != "*":
                continue
            last = _match(pattern, norms, i)
            if last and not any(b in borders for b in range(i, last - 1)):
                found.append(Cue(category, direction, i, last))
    found += _parts_done(norms)
    found.sort(key=lambda cue: (-(cue.last - cue.first), cue.first))
    taken: dict[int, Cue] = {}
    kept: list[Cue] = []
    for cue in found:
        over = {id(taken[i]): taken[i] for i in range(cue.first, cue.last) if i in taken}.values()
        # The same words may be a cue of two kinds ("working toward" is limited and learning), or of two directions.
        if any((o.first, o.last) != (cue.first, cue.last) for o in over):
            continue
        kept.append(cue)
        for i in range(cue.first, cue.last):
            taken.setdefault(i, cue)
    spans_of_pseudo = {(c.first, c.last) for c in kept if c.category == "pseudo"}
    return [c for c in kept if c.category != "pseudo" and (c.first, c.last) not in spans_of_pseudo]


_COUNTS = {name: i for i, name in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())} | {"first": 1, "second": 2}  # fmt: skip
_PARTS = frozenset(
    """exam exams part parts module modules course courses credit credits unit units section sections semester semesters level
    levels paper papers stage stages test tests class classes block blocks""".split()
)


def _parts_done(norms: Sequence[str]) -> list[Cue]:
    """ "Two of four exams", "38 of the 60 credits": a thing that is not finished."""
    found = []
    for i in range(1, len(norms) - 2):
        if norms[i] != "of":
            continue
        j = i + 2 if norms[i + 1] in ("the", "its") else i + 1
        unit = next((k for k in range(j + 1, min(j + 4, len(norms))) if norms[k] in _PARTS), None)
        done, whole = (_count(norms[k]) if k < len(norms) else None for k in (i - 1, j))
        if done is not None and whole is not None and done < whole and unit is not None:
            found.append(Cue("learning", "both", i - 1, unit + 1))
    return found


def _count(norm: str) -> int | None:
    return int(norm) if norm.isdigit() else _COUNTS.get(norm)


def _match(pattern: tuple[str, ...], norms: Sequence[str], start: int) -> int:
    """End of the pattern when it matches at *start*, else 0."""
    i, j, skipped = start, 0, 0
    while j < len(pattern):
        if i >= len(norms):
            return 0
        if pattern[j] == "*":
            if j + 1 < len(pattern) and norms[i] == pattern[j + 1]:
                j, skipped = j + 1, 0
            elif skipped < _GAP:
                i, skipped = i + 1, skipped + 1
            else:
                return 0
        elif norms[i] == pattern[j]:
            i, j = i + 1, j + 1
        else:
            return 0
    return i


def levels(text: str, words: Sequence[Word], offset: int) -> list[str]:
    """For each word how it is shown in a resume: "", "negated", "planned", "learning" or "limited".

    Args:
        text: the document's text.
        words: words of one passage, with offsets into *text*.
        offset: where the passage begins.
    """
    norms = [word.norm for word in words]
    borders = frozenset(
        i for i, (a, b) in enumerate(itertools.pairwise(words)) if any(c in ",;:.()" for c in text[a.end : b.start])
    )
    result = [""] * len(words)
    for cue in sorted(find_cues(norms, borders), key=lambda cue: _RANK.get(cue.category, 0)):
        if cue.category not in _RANK:
            continue
        for i in scope(cue, text, words):
            result[i] = cue.category
    return result


# Later ones overwrite earlier ones: "no basic SQL" is negated.
_RANK = {"limited": 1, "learning": 2, "planned": 3, "negated": 4}


def scope(cue: Cue, text: str, words: Sequence[Word]) -> range:
    """The word indexes that the cue acts on: its clause, up to punctuation or "but", within the cue's reach."""
    reach = _SCOPE.get(cue.category, 60)
    first, last = cue.first, cue.last
    if cue.direction in ("forward", "both"):
        last = _reach_forward(cue, text, words, reach)
    if cue.direction in ("backward", "both"):
        first = _reach_backward(cue, text, words, reach)
    elif cue.category in _RANK and (head := _head_of(cue, last, text, words)) is not None:
        first = head
    if cue.direction == "forward" and first == cue.first:
        return range(cue.last, last)
    if cue.direction == "backward":
        return range(first, cue.first)
    return range(first, last)


def _reach_forward(cue: Cue, text: str, words: Sequence[Word], reach: int) -> int:
    last = cue.last
    while last < len(words) and last - cue.last < reach:
        if _border(text, words, last - 1, last) and not _crosses(cue, last, text, words):
            break
        last += 1
    return last


def _crosses(cue: Cue, last: int, text: str, words: Sequence[Word]) -> bool:
    """Whether a forward cue reaches over the border before the word *last*."""
    gap = text[words[last - 1].end : words[last].start].strip()
    if gap == ":":  # "Reading about: X", "On my list for 2026: X", "Basic knowledge: X, Y"
        between = words[cue.last : last]
        soon = not between or (cue.category == "planned" and len(between) <= 2)
        return soon or (cue.category != "negated" and _is_level(between))
    if gap == "(":  # "exposure to data storage (shared drive)", "plan to sit the exam (CCRP)"
        return cue.category in ("limited", "learning") or (cue.category == "planned" and _closes(text, words, last))
    # "have not testified yet in court"
    return cue.category == "negated" and not gap and "yet" in (words[last].norm, words[last - 1].norm)


_LEVEL_NOUNS = frozenset(
    ("knowledge", "skill", "experience", "level", "understanding", "exposure", "use", "user", "of", "with")
)


def _is_level(between: Sequence[Word]) -> bool:
    """Whether nothing but "knowledge", "level" and the like stands between a cue and the colon after it."""
    return all(word.norm in _LEVEL_NOUNS for word in between)


def _closes(text: str, words: Sequence[Word], first: int) -> bool:
    """Whether the bracket that opens before the word *first* holds no more than three words."""
    return any(")" in text[words[k].end : words[k].end + 1] for k in range(first, min(first + 3, len(words))))


def _reach_backward(cue: Cue, text: str, words: Sequence[Word], reach: int) -> int:
    first = cue.first
    while first > 0 and cue.first - first < reach:
        gap = text[words[first - 1].end : words[first].start].strip()
        # "CFA: thought about it", "CPSM: first of three exams booked": what follows the colon is the state of its head.
        colon = gap == ":" and cue.first - first <= _STATE and _is_head(first, text, words)
        if _border(text, words, first - 1, first) and not colon:
            break
        first -= 1
    if first == cue.first and _is_state(cue, text, words):
        first = _clause_start(first - 1, text, words)
        # "AWS Practitioner (2025), studied at home": the year in brackets parts nothing
        while first > 1 and words[first].text.isdigit() and "(" in text[words[first - 1].end : words[first].start]:
            first = _clause_start(first - 1, text, words)
    own = cue.category == "negated" and cue.first - first >= 2  # "CPR to 2027 (first aid part expired)"
    if first and not own and "(" in text[words[first - 1].end : words[first].start] and cue.last - first < 6:
        # "French (school level)": a remark in brackets speaks of the words just before them.
        first -= 1
        while (
            first > 0
            and not _border(text, words, first - 1, first)
            and "," not in text[words[first - 1].end : words[first].start]
        ):
            first -= 1
    return first


def _is_state(cue: Cue, text: str, words: Sequence[Word]) -> bool:
    """Whether the cue is a clause of its own that tells the state of the thing before it: "Python; no work use yet"."""
    if cue.category != "limited" or cue.direction != "backward" or cue.last - cue.first < 2 or not cue.first:
        return False
    return text[words[cue.first - 1].end : words[cue.first].start].strip(" )")[:1] in (",", ";", "-", "–", "—")


_STATE = 7
_HEAD = 6
"""Most words of a head before a colon, and of what tells its state."""
_PRONOUNS = frozenset(("it", "them", "that", "one", "any", "those", "this"))
_SUBJECTS = frozenset(("i", "we", "they", "he", "she", "others", "just"))
_OF_THE_PERSON = frozenset(
    ("seeking", "looking", "eager", "keen", "want", "wants", "interested", "aspiring", "ready", "open")
)
"""Wishes that a person has ("Line cook: eager to move up"), which take nothing from what stands before the colon."""
_SOFT_NEGATIONS = frozenset(("no", "never", "without", "not", "do", "don't", "cannot", "can't", "none", "nothing"))


def _is_head(end: int, text: str, words: Sequence[Word]) -> bool:
    """Whether the words up to *end* are a short head: nothing but themselves stands before the colon."""
    first = end - 1
    while first > 0 and not _border(text, words, first - 1, first):
        first -= 1
    return end - first <= _HEAD


def _head_of(cue: Cue, last: int, text: str, words: Sequence[Word]) -> int | None:
    """Where the words begin that a forward cue speaks of although they stand before it; None when there are none.

    "NATE: studying for the core exam" says of NATE what it says of the exam; "HACCP plan (did not write it)" names the
    plan by a pronoun.
    """
    if not cue.first:
        return None
    gap = text[words[cue.first - 1].end : words[cue.first].start].strip()
    opening = words[cue.first].norm
    state = cue.category in ("learning", "planned", "negated") and opening not in _OF_THE_PERSON
    state = state and not (cue.category == "negated" and opening in _SOFT_NEGATIONS and cue.last - cue.first < 2)
    if gap == ":" and state and _is_head(cue.first, text, words):
        return _clause_start(cue.first - 1, text, words)
    if cue.category != "negated" or last - cue.last > 3 or not {w.norm for w in words[cue.last : last]} & _PRONOUNS:
        return None
    first = cue.first - 1 if words[cue.first - 1].norm in _SUBJECTS else cue.first
    gap = text[words[first - 1].end : words[first].start].strip() if first else ""
    return _clause_start(first - 1, text, words) if gap[:1] in ("(", ",", ";", "-", "–", "—") and gap else None


def _clause_start(first: int, text: str, words: Sequence[Word]) -> int:
    while first > 0 and not _border(text, words, first - 1, first):
        first -= 1
    return first


_TERMINATORS = frozenset(("but", "however", "although", "though", "yet", "while", "whereas", "then"))


def _border(text: str, words: Sequence[Word], left: int, right: int) -> bool:
    """Whether the clause ends between two neighbouring words."""
    gap = text[words[left].end : words[right].start]
    if any(c in gap for c in ".;:()!?|•\n") and gap.strip(" \n") != "":
        return True
    if "\n" in gap and words[right].text[0].isupper() and _is_short_line(text, words[left]):
        return True
    return words[right].norm in _TERMINATORS or words[left].norm in _TERMINATORS


def _is_short_line(text: str, last: Word) -> bool:
    """Whether a line ends by itself behind the word *last*, not for want of room: the next one is another thing."""
    return last.norm not in _LEADS_ON and last.end - (text.rfind("\n", 0, last.start) + 1) < _NARROW


_NARROW = 65
"""Characters of a line from which it may have been wrapped."""
_LEADS_ON = frozenset("a an and as at by for from in into of on or the to with my no any used using".split())
