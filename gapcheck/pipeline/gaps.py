"""Gaps between the words of a text, and what speaks for or against a line that begins there: features for boundaries.py."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from gapcheck.lexicon import Lexicon
from gapcheck.lexicon.relations import relations, weight
from gapcheck.pipeline.gazetteer import find_mentions
from gapcheck.pipeline.lines import ends_sentence
from gapcheck.sections import Side, is_known_heading, label_of
from gapcheck.words import normalize, stem, words

_TOKEN = re.compile(r"\S+")
_ENDS = ".!?"
_HEADING_WORDS = 7


@dataclass(frozen=True, slots=True)
class Token:
    """A run of characters without a space; `norm` is its comparable word, `shape` what it looks like."""

    start: int
    end: int
    text: str
    norm: str
    shape: str


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in which breaks are looked for, and the gaps before which tokens may begin a line."""

    text: str
    tokens: tuple[Token, ...]
    gaps: tuple[int, ...]
    """Indexes of tokens, ascending; never 0."""
    glyph: bool
    """A bullet stood before it."""


# --- the words of a run --------------------------------------------------------------------------------------


def make_run(text: str, start: int, end: int, *, glyph: bool = False) -> Run:
    """The run of characters *start* to *end*."""
    tokens = tuple(_token(m.group(), m.start()) for m in _TOKEN.finditer(text, start, end))
    gaps = tuple(i for i in range(1, len(tokens)) if _may_break(tokens[i - 1], tokens[i]))
    return Run(text, tokens, gaps, glyph)


def sentence_ends(run: Run, gap: int) -> bool:
    """Whether the words before the gap end a sentence and those after it may begin one."""
    return ends_sentence(run.tokens[gap - 1].text) and not run.tokens[gap].text[0].islower()


def _token(text: str, start: int) -> Token:
    bare = text.strip(".,;:!?()[]\"'“”‘’•*|–—-")
    return Token(start, start + len(text), text, normalize(bare) if bare else text[:3], _shape(text, bare))


@lru_cache(maxsize=20_000)
def _shape(text: str, bare: str) -> str:
    opening = "(" if text[0] in "([\"“'‘" else ""
    if not bare:
        return text[0]
    if "@" in bare:
        return "@"
    if bare.startswith(("http", "www.")) or re.search(r"\.(?:com|org|net|gov|example)\b", bare):
        return "url"
    if re.fullmatch(r"(?:19|20)\d\d(?:[-–/](?:(?:19|20)?\d\d|present))?", bare, re.IGNORECASE):
        return opening + "year"
    if bare[0].isdigit():
        return opening + ("0" if bare.replace(",", "").replace(".", "").isdigit() else "0x")
    if bare[0] in "$£€":
        return "$"
    if bare.isupper():
        return opening + ("X" if len(bare) == 1 else "XX")
    if bare[0].isupper():
        return opening + ("Xx" if bare[1:].islower() else "XxX")
    return opening + ("x" if bare.islower() else "xX")


_NEVER_LAST = frozenset(
    "a an and or of the our & + using with into via including such your their its his her my be been targeting".split()
)


def _may_break(before: Token, token: Token) -> bool:
    """Lines begin with a capital, a digit or a sign; with a small letter only after the end of something."""
    first = token.text[0]
    if (
        (first in ",;.!?)&/|" and not token.norm[0].isdigit())
        or (before.text[-1] in "(/&|" and len(before.text) < 3)
        or before.norm in _NEVER_LAST
    ):
        return False
    return not first.islower() or before.text[-1] in ".:;!?"


# --- features ------------------------------------------------------------------------------------------------

_FUNCTION = frozenset(
    """a an and as at by for from in into of on or the to with your our their its his her including & / is are was were be been
    will would can may must should that which who whom this these those not no we you they i it has have had than""".split()
)
_MONTHS = frozenset(
    """jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october
    november december""".split()
)


def local_features(run: Run, side: Side, lexicon: Lexicon) -> Iterator[list[str]]:
    """For each gap of the run the names of what stands around it."""
    found = words(run.text[run.tokens[0].start : run.tokens[-1].end], run.tokens[0].start) if run.tokens else []
    mentions = find_mentions(run.text, found, "other", lexicon)
    begins = {m.start: m.kind for m in mentions}
    ends = {m.end: m.kind for m in mentions}
    inside = {i for m in mentions for i in range(m.start + 1, m.end)}
    stops = [i for i, t in enumerate(run.tokens) if t.text[-1] in _ENDS]
    density = min(5, 60 * len(stops) // (len(run.tokens) + 1))
    for i in run.gaps:
        yield [*_around(run, i, side, density), *_named(run, i, begins, ends, inside)]


def _named(run: Run, i: int, begins: dict[int, str], ends: dict[int, str], inside: set[int]) -> Iterator[str]:
    """What the lexicon knows around the gap: "Google | Analytics" is one name."""
    before, token = run.tokens[i - 1], run.tokens[i]
    if token.start in inside:
        yield "in"
    begin, end = begins.get(token.start, ""), ends.get(before.end, "")
    yield f"m={end}|{begin}"
    yield f"m={bool(end)}|{bool(begin)}|{before.shape}"


def _around(run: Run, i: int, side: Side, density: int) -> Iterator[str]:
    def at(j: int) -> Token:
        return run.tokens[j] if 0 <= j < len(run.tokens) else _EDGE

    l2, l1, r1, r2, r3 = at(i - 2), at(i - 1), at(i), at(i + 1), at(i + 2)
    end = l1.text[-1] if l1.text[-1] in ".,;:!?)|%" else ""
    verb = _verb(r1)
    yield "bias"
    yield f"end={end}"
    yield f"end={end}&r={r1.shape}&d={density}"
    yield f"l1={l1.norm}"
    yield f"r1={r1.norm}"
    yield f"r1={r1.norm}&{r1.shape}&{r2.shape}"
    yield f"r12={r1.norm}_{r2.norm}"
    yield f"l21={l2.norm}_{l1.norm}"
    yield f"lr={l1.norm}_{r1.norm}"
    yield f"s={l1.shape}|{r1.shape}|{end}"
    yield f"s={l1.shape}|{r1.shape}|{r2.shape}|{end}"
    yield f"s={l2.shape}|{l1.shape}|{r1.shape}|{r2.shape}|{end}"
    yield f"s={r1.shape}|{r2.shape}|{r3.shape}"
    yield f"f={l1.norm in _FUNCTION}|{r1.norm in _FUNCTION}|{r2.norm in _FUNCTION}|{r1.shape}"
    yield f"v={verb}|{l1.shape}|{r2.shape}|{end}"
    yield f"v={verb}|{_verb(l1)}|{l1.shape}"
    yield f"suf={l1.norm[-3:]}|{l1.shape}|{r1.shape}"
    yield f"rsuf={r1.norm[-3:]}|{r1.shape}|{r2.shape}"
    known = _told(r1.norm)
    yield f"w={known}|{l1.shape}|{r1.shape}|{r2.shape}"
    yield f"w={known}|{_told(l1.norm)}|{l1.shape}|{r1.shape}"
    yield f"w={known}|{r1.shape}|{r2.norm if r2.norm in _FUNCTION else r2.shape}"
    yield f"open={_open_bracket(run, i)}"
    yield f"month={l1.norm in _MONTHS}|{r1.norm in _MONTHS}|{r1.shape}|{l1.shape}"
    heading, n = _heading_at(run, i, side)
    after = at(i + n)
    yield f"h={heading}"
    yield f"h={heading}|n={n}|{after.shape}|{end}|{l1.shape}"
    if side == "resume":
        dates = sum("year" in at(j).shape or at(j).norm in ("present", "now") for j in range(i, i + 9))
        yield f"dates={min(2, dates)}|{r1.shape}|{l1.shape}"
        yield f"was={'year' in l1.shape or l1.norm == 'present'}|{r1.shape}|{r2.shape}"
    if run.glyph:
        yield "glyph"
        yield f"glyph|{end}|{l1.shape}|{r1.shape}"


_EDGE = Token(0, 0, "|", "|", "|")


@lru_cache(maxsize=20_000)
def _verb_class(norm: str, text: str) -> str:
    if stem(norm) not in relations().verbs:
        return ""
    return "ing" if norm.endswith("ing") else "ed" if norm.endswith("ed") else "s" if text.endswith("s") else "base"


@lru_cache(maxsize=20_000)
def _told(norm: str) -> int:
    """How much a word tells, in five steps: one that is common and has a capital begins a line sooner than a rare one."""
    return int(5 * weight(stem(norm)))


def _verb(token: Token) -> str:
    return _verb_class(token.norm, token.text)


def _open_bracket(run: Run, i: int) -> bool:
    """Whether a bracket stands open at the gap."""
    depth = 0
    for token in reversed(run.tokens[max(0, i - 25) : i]):
        depth += token.text.count(")") - token.text.count("(")
        if depth < 0:
            return True
    return False


def _heading_at(run: Run, i: int, side: Side) -> tuple[str, int]:
    """Label and length in tokens of the longest known heading that begins at token *i*, or ("", 0)."""
    if not run.tokens[i].text[0].isupper():
        return "", 0
    for n in range(min(_HEADING_WORDS, len(run.tokens) - i), 0, -1):
        label = _heading(" ".join(t.text for t in run.tokens[i : i + n]), side)
        if label:
            return label, n
    return "", 0


@lru_cache(maxsize=20_000)
def _heading(phrase: str, side: Side) -> str:
    """The label of a phrase that is a known heading as it stands, else ""."""
    if phrase[-1] in ".;,!":
        return ""
    label = label_of(phrase, side)
    return label if label and is_known_heading(phrase, side, label) else ""


@lru_cache(maxsize=20_000)
def _like_heading(phrase: str, side: Side) -> str:
    if phrase[-1] in ".;,!":
        return ""
    return label_of(phrase, side) or ""


def line_features(run: Run, start: int, end: int, side: Side) -> tuple[str, ...]:
    """What speaks for or against tokens *start* to *end* (left out) being a whole line."""
    first, last, after = run.tokens[start], run.tokens[end - 1], run.tokens[end]
    n = end - start
    size = f"{n if n < 7 else 7 + (n - 7) // 4 if n < 30 else 13 + min(5, (n - 30) // 12)}"
    stop = last.text[-1] if last.text[-1] in ".!?:;,)" else ""
    names = [
        f"n={size}",
        f"n={size}&stop={stop}",
        f"n={size}&v={_verb(first)}&{first.shape}",
        f"n={size}&{last.shape}|{after.shape}",
        f"first={first.norm}&n={min(n // 3, 6)}",
    ]
    if n <= _HEADING_WORDS + 2:
        phrase = run.text[first.start : last.end]
        known, like = _heading(phrase, side), _like_heading(phrase, side)
        upper = phrase.isupper()
        names += [
            f"line={known or '-'}",
            f"line={bool(known)}|{bool(like)}|{n}|{after.shape}|{stop}",
            f"upper={upper}|{after.shape}|{n}",
            f"title={all(t.text[0].isupper() or t.norm in _FUNCTION for t in run.tokens[start:end])}|{after.shape}|{n}",
        ]
    else:
        names.append("line=long")
    return tuple(names)
