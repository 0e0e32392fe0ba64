"""Products by less than their full name: "EncoderPro" for Optum EncoderPro, "Trimble R12" for a Trimble GPS rover."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from gapcheck.lexicon.relations import weight
from gapcheck.matchers.index import CREDIT, NOTES, ResumeIndex
from gapcheck.matchers.places import level_of, words_between
from gapcheck.types import Evidence, Keyword, Requirement
from gapcheck.words import stem

_KINDS = ("tool", "skill", "experience", "duty")
_TAIL_SCORE, _MAKER_SCORE = 0.9, 0.8
# "EU MDR", "US GAAP": the letters alone are the same thing.
_REGION = frozenset(("EU", "UK", "US", "USA", "U.S.", "FDA", "ISO", "ANSI", "IRS", "HSE", "OSHA"))
_LETTERS = re.compile(r"[A-Z]{3,6}")
_INNER = re.compile(r"[a-z][A-Z]|\d")
_TOKEN = re.compile(r"[A-Za-z0-9][\w.+/-]*")
_UNCOMMON = 0.75
"""Weight of a word from which it is the name of a maker and not a word of every line."""


def product(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> Evidence | None:
    """A product without its maker's name, or another model of the maker whose kind of thing is asked."""
    if requirement.kind not in _KINDS:
        return None
    start = max(0, keyword.start - requirement.start)
    text = requirement.text[start : start + len(keyword.name)]
    for name, score in _names(text if text == keyword.name else keyword.name):
        found = _said(name, score, index)
        if found is not None:
            return found
    return None


@lru_cache(maxsize=4_000)
def _names(asked: str) -> tuple[tuple[re.Pattern[str], float], ...]:
    """The patterns by which a resume may name what is asked: the product alone, or the maker before a model."""
    tokens = _TOKEN.findall(asked)
    if len(tokens) not in (2, 3) or not tokens[0][0].isupper():
        return ()
    return tuple(_patterns(tokens))


def _patterns(tokens: list[str]) -> Iterator[tuple[re.Pattern[str], float]]:
    first, last = tokens[0], tokens[-1]
    if (first in _REGION and _LETTERS.fullmatch(last)) or (
        last[0].isupper() and _INNER.search(last) and len(tokens) == 2 and not first.isupper()
    ):
        yield re.compile(rf"(?<![\w-]){re.escape(last)}(?![\w-])"), _TAIL_SCORE
    elif tokens[-1].islower() and all(t[0].islower() or t.isupper() for t in tokens[1:]) and _is_maker(first):
        # a model behind it has a figure or a capital: "Rational SCC", "Zeiss Contura", "Haas VF-2"
        yield re.compile(rf"(?<![\w-]){re.escape(first)}\s+(?=[A-Z]*[\d-]*[A-Z\d])[\w-]+"), _MAKER_SCORE


def _is_maker(word: str) -> bool:
    return len(word) > 3 and not word.isupper() and weight(stem(word.lower())) >= _UNCOMMON


def _said(name: re.Pattern[str], score: float, index: ResumeIndex) -> Evidence | None:
    best: Evidence | None = None
    for item in index.shown:
        if item.contact or not item.words:
            continue
        for m in name.finditer(index.text_of(item)):
            span = words_between(item, item.passage.start + m.start(), item.passage.start + m.end())
            if not span:
                continue
            level = level_of(item, *span)
            worth = score * CREDIT[level]
            if worth > (best.score if best else 0.0):
                best = index.evidence(item, *span, method="alias", score=worth, note=NOTES.get(level, m.group()))
    return best


# "We are live on athenaOne", "(ours is Zendesk)": what the posting uses itself, beside the kind of thing that it asks.
_OURS = re.compile(
    r"[(;,–—-]\s*(?:we(?:['’]re|\s+are)?\b|ours?\b|currently\b|here\s+it\s+is\b|in\s+our\s+case\b|for\s+us\b)[^()]*$",
    re.IGNORECASE,
)


# "You keep our CRM system (Microsoft Dynamics) up to date".
_OUR_KIND = re.compile(
    r"\bour\s+(?:[\w-]+\s+){0,3}(?:system|software|tool|platform|database|program|package|CRM|ERP|CMS|EHR|LMS|POS|TMS|WMS)\s*\(\s*$",
    re.IGNORECASE,
)


def of_the_house(requirement: Requirement, keyword: Keyword) -> bool:
    """Whether a keyword only tells which product the employer uses, in an aside behind the kind that is asked.

    Another product of that kind is as good (gold/GUIDE rule 18).
    """
    before = requirement.text[: max(0, keyword.start - requirement.start)]
    return requirement.kind in _KINDS and (_OURS.search(before) or _OUR_KIND.search(before)) is not None


# By what rules a duty is done, and whom one answers to: "per hospital policy", "You report to the Director of Operations".
_BY_RULE = re.compile(
    r"\b(?:(?:as\s+)?per|following|under|according\s+to|in\s+(?:line|accordance|keeping|compliance)\s+with|report(?:s|ing)?\s+(?:directly\s+)?to)\s+(?:[\w’'&-]+\s+){0,3}$",
    re.IGNORECASE,
)
_RULES = re.compile(
    r"[\w’'&\s-]{0,40}?\b(?:polic(?:y|ies)|procedures?|protocols?|guidelines|rules|directors?|managers?|supervisors?|officers?|heads?)\b",
    re.IGNORECASE,
)


def is_by_rule(requirement: Requirement, keyword: Keyword) -> bool:
    """Whether a keyword only tells by what rules a duty is done, or whom one answers to: no resume says that."""
    if requirement.kind not in ("duty", "skill"):
        return False
    at = max(0, keyword.start - requirement.start)
    return _BY_RULE.search(requirement.text[:at]) is not None and _RULES.match(requirement.text, at) is not None
