"""Grades of membership and of a designation: an apprentice coder, a graduate member, an associate are on the way (rule 23)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from gapcheck.lexicon.relations import table_rows
from gapcheck.matchers.index import ResumeIndex, Shown
from gapcheck.types import Evidence, Keyword, Requirement


@dataclass(frozen=True, slots=True)
class Body:
    """A professional body or designation, and what its lesser and its full members write."""

    asked: re.Pattern[str]
    short: re.Pattern[str]
    lesser: re.Pattern[str]
    full: re.Pattern[str]


_NOTHING = re.compile(r"(?!)")


def _one_of(names: str) -> re.Pattern[str]:
    found = [re.escape(name) for name in names.split("|") if name]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(found)})(?![\w-])") if found else _NOTHING


@cache
def _bodies() -> tuple[Body, ...]:
    return tuple(
        Body(_one_of(f"{name}|{names}"), _one_of(name), _one_of(lesser), _one_of(full))
        for name, names, lesser, full in table_rows("ranks.tsv", 4)
    )


_MEMBER = re.compile(
    r"\b(?:membership|member|fellow|chartered|charter(?:holder)?|qualified|certified|certification|credential|designation|status|practitioner|professional|expert)\b|^\W*\w{2,6}\W*$",
    re.IGNORECASE,
)
_LESSER_ASKED = re.compile(
    r"\bassociate\b|\bassoc|\bgraduate\s+member|\bstudent|\bapprentice|\baffiliate|part[- ]qualified|\bcandidate|\bstudying|\bfoundation\b|\bworking\s+towards?|\bin\s+progress|\bIEng\b|\bEngTech\b|\blevel\s+[1-7I]|\bpart\s+[12I]|\bCPC-A\b|\bGrad|\bTech",
    re.IGNORECASE,
)


@lru_cache(maxsize=2_000)
def _asked(text: str) -> tuple[Body, ...]:
    """The bodies of which a full grade is asked; none where a lesser one is taken as well."""
    if _LESSER_ASKED.search(text) or not _MEMBER.search(text):
        return ()
    return tuple(body for body in _bodies() if body.asked.search(text))


def rank(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> Evidence | None:
    """A line with the name of the body that is asked and a grade in it: "BPS: graduate member" is half, "CPsychol" all."""
    if requirement.kind != "credential":
        return None
    best: Evidence | None = None
    alone = len(requirement.keywords) == 1 or _MEMBER.search(keyword.name) is not None
    for body in _asked(requirement.text):
        if not alone and not body.asked.search(keyword.name):
            continue
        for item, credit in _ranks(body, index):
            score = 0.95 if credit == 1.0 else 0.5
            if best is None or score > best.score:
                note = "" if credit == 1.0 else _BELOW
                best = index.evidence(item, 0, len(item.words), method="hierarchy", score=score, note=note)
    return best


_BELOW = "a grade below"


def _ranks(body: Body, index: ResumeIndex) -> Iterator[tuple[Shown, float]]:
    for item in index.shown:
        if not item.words or "negated" in item.levels:
            continue
        line = index.text_of(item)
        if body.full.search(line):
            yield item, 1.0
        elif _is_lesser(body, line) and (body.asked.search(line) or body.lesser.search(line)):
            yield item, 0.5


def _is_lesser(body: Body, line: str) -> bool:
    """Whether a line tells of a grade below: a post-nominal of its own, or a word for it beside the name of the body."""
    for m in body.lesser.finditer(line):
        own = any(c.isupper() for c in m.group()[1:]) and not m.group().istitle()
        if own or body.asked.search(line):
            return True
    return False


def lowered(requirement: Requirement, evidence: Evidence, index: ResumeIndex) -> Evidence:
    """Evidence of a full grade from a line that tells a lesser one: half."""
    if requirement.kind != "credential" or evidence.score <= _HALF:
        return evidence
    line = index.line(evidence)
    for body in _asked(requirement.text):
        if _is_lesser(body, line) and not body.full.search(line):
            return replace(evidence, score=_HALF, note=_BELOW)
    if _IN_TRAINING.search(line) and not _IN_TRAINING.search(requirement.text) and _LICENSED.search(requirement.text):
        return replace(evidence, score=0.0, note=_BELOW)
    return evidence


_HALF = 0.5
# "LPC Associate", "LMFT-A": a right of its own, below the one asked (a rung of licences opens nothing).
_IN_TRAINING = re.compile(
    r"\b(?:LPC|LMFT|LCSW|LMHC|LPCC|LCPC|LMHP)[\s-]*(?:A|Associate|Intern|Candidate|S-?IT|in\s+training)\b"
)
_LICENSED = re.compile(r"\blicen[sc]|\b(?:LPC|LMFT|LCSW|LMHC|LPCC|LCPC|LMHP)\b", re.IGNORECASE)
