"""(Requirement, resume) -> Match: a cascade of matchers for each keyword, then one judgement for the requirement.

`MATCHERS` is the cascade: each is a function `(requirement, keyword, index) -> Evidence | None`; the best evidence wins,
the earlier matcher on equal scores. To add your own, put a function into the list given to `Analyzer(matchers=...)`.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from gapcheck import deadline
from gapcheck.matchers import credentials, paraphrase, phrases, standing
from gapcheck.matchers.acronyms import find_acronyms
from gapcheck.matchers.background import believed, judge_background, leading
from gapcheck.matchers.brands import brand
from gapcheck.matchers.duties import practice
from gapcheck.matchers.index import ResumeIndex, build_index
from gapcheck.matchers.initials import initials
from gapcheck.matchers.judge import judge
from gapcheck.matchers.languages import another_language, asks_any_other, english, in_use, sign_language, spoken, told
from gapcheck.matchers.licences import as_held, counted, decided, driving, elsewhere
from gapcheck.matchers.products import is_by_rule, of_the_house, product
from gapcheck.matchers.ranks import lowered, rank
from gapcheck.matchers.several import several
from gapcheck.matchers.tenure import retime
from gapcheck.matchers.versions import as_new
from gapcheck.matchers.workplace import workplace
from gapcheck.types import Evidence, Keyword, Match, Requirement, Status

Matcher = Callable[[Requirement, Keyword, ResumeIndex], Evidence | None]

MATCHERS: tuple[Matcher, ...] = (
    phrases.concept,
    phrases.stem,
    phrases.asked_sense,
    phrases.alias,
    phrases.acronym,
    initials,
    credentials.credential,
    credentials.rung,
    credentials.initials,
    rank,
    driving,
    phrases.typo,
    brand,
    product,
    english,
    another_language,
    in_use,
    told,
    sign_language,
    practice,
    several,
    workplace,
    leading,
    paraphrase.duty,
)

MET = 0.65
"""Score of evidence from which a keyword counts as shown."""
PARTIAL = 0.4
"""Score of evidence from which a keyword counts as shown weakly."""


def match(requirement: Requirement, index: ResumeIndex, matchers: Sequence[Matcher] = MATCHERS) -> Match:
    """How far the resume shows the requirement, with the lines that show it."""
    keywords: list[Keyword] = []
    found: list[Evidence | None] = []
    for keyword in counted(requirement):
        deadline.check()
        evidence = _best(requirement, keyword, index, matchers)
        status: Status = "missing"
        if evidence is not None and evidence.score >= PARTIAL:
            status = "met" if evidence.score >= MET else "partial"
        same = keyword.status == status
        keywords.append(keyword if same else Keyword(keyword.name, keyword.start, keyword.end, keyword.concept, status))
        found.append(evidence if status != "missing" else None)
    _share_with_acronym(requirement, keywords, found)
    _share_with_alternative(requirement, keywords, found)
    if not credentials.of_the_credential(requirement, keywords, found, index):
        keywords, found = [replace(k, status="missing") for k in keywords], [None] * len(found)
    verdict = judge_background if requirement.kind == "experience" and not requirement.years else judge
    house = [k.status != "met" and (of_the_house(requirement, k) or is_by_rule(requirement, k)) for k in keywords]
    if any(house) and any(k.status != "missing" for k, own in zip(keywords, house, strict=True) if not own):
        asked = [(k, e) for k, e, own in zip(keywords, found, house, strict=True) if not own]
        judged = verdict(requirement, tuple(k for k, _ in asked), tuple(e for _, e in asked), index)
        beside = tuple(k for k, own in zip(keywords, house, strict=True) if own)
        return replace(judged, keywords=(*judged.keywords, *beside))
    return verdict(requirement, tuple(keywords), tuple(found), index)


_ACRONYM = re.compile(r"[A-Z]{2,6}s?")
_CODE = re.compile(r"[A-Z]{2,}\d{3,}[A-Z]?")
"""The number of a course, before its name: "HLTAID011 Provide First Aid"."""
_TO_NAME = re.compile(r"[\s:–-]+(?:provide|perform|conduct|apply|undertake|use)?\s*", re.IGNORECASE)


def _share_with_acronym(requirement: Requirement, keywords: list[Keyword], found: list[Evidence | None]) -> None:
    """Give a name and the acronym in parentheses behind it, which are one thing, the better evidence of the two.

    The letters need not all be those of the words: "Motorboat operator certification (MOCC)".
    """
    text = requirement.text
    for i, (name, short) in enumerate(itertools.pairwise(keywords)):
        between = text[name.end - requirement.start : short.start - requirement.start]
        coded = requirement.kind == "credential" and _TO_NAME.fullmatch(between) and _CODE.fullmatch(name.name)
        spelled = (
            between.strip() == "(" and _ACRONYM.fullmatch(short.name) and name.name[:1].lower() == short.name[0].lower()
        )
        if not coded and not spelled:
            continue
        best = _better(i, found)
        if keywords[best].status == "met":
            _share(i, best, keywords, found)


def _share_with_alternative(requirement: Requirement, keywords: list[Keyword], found: list[Evidence | None]) -> None:
    """Give two things that an "or" joins among others the better evidence of both: "steps in Python or PowerShell"."""
    if requirement.mode != "all" or requirement.kind not in ("duty", "skill", "tool"):
        return
    for i, (one, other) in enumerate(itertools.pairwise(keywords)):
        between = requirement.text[one.end - requirement.start : other.start - requirement.start]
        if _OR_ONLY.fullmatch(between) is None or one.concept is None or other.concept is None:
            continue
        _share(i, _better(i, found), keywords, found)


_OR_ONLY = re.compile(r"\s+or\s+(?:an?\s+|the\s+)?", re.IGNORECASE)


def _better(i: int, found: Sequence[Evidence | None]) -> int:
    """Which of keyword *i* and the next has the better evidence."""
    return max(i, i + 1, key=lambda k: _score(found[k]))


def _share(i: int, best: int, keywords: list[Keyword], found: list[Evidence | None]) -> None:
    """Give keyword *i* and the next the status and the evidence of the *best* of them."""
    for k in (i, i + 1):
        keywords[k], found[k] = replace(keywords[k], status=keywords[best].status), found[best]


def _score(evidence: Evidence | None) -> float:
    return evidence.score if evidence is not None else 0.0


def _best(
    requirement: Requirement, keyword: Keyword, index: ResumeIndex, matchers: Sequence[Matcher]
) -> Evidence | None:
    settled, best = decided(requirement, keyword, index)
    if settled:
        return best
    for matcher in matchers:
        evidence = matcher(requirement, keyword, index)
        if evidence is None:
            continue
        if requirement.kind == "credential":
            evidence = as_held(requirement, evidence, index)
            if evidence is None:
                continue
            evidence = lowered(requirement, evidence, index)
        if requirement.kind == "credential" and evidence.score > 0.5 and elsewhere(requirement, index.line(evidence)):
            evidence = replace(evidence, score=0.5, note="from another state")
        heard = believed(requirement, keyword, as_new(requirement, keyword, evidence, index), index)
        if requirement.kind == "language" and keyword.concept is None and asks_any_other(requirement.text):
            heard = evidence if evidence.method == "hierarchy" else None
        elif requirement.kind == "language":
            heard = spoken(requirement, evidence, index, keyword.concept or keyword.name)
        if heard is not None and (best is None or _worth(requirement, heard) > _worth(requirement, best)):
            best = heard
            if best.score >= 0.95 and requirement.kind != "soft_skill":
                break
    return best


def _worth(requirement: Requirement, evidence: Evidence) -> tuple[bool, float]:
    """What evidence counts beside other evidence: of a soft skill an act tells more than any claim (gold/GUIDE rule 21)."""
    act = requirement.kind == "soft_skill" and evidence.method == "practice" and evidence.score >= PARTIAL
    return act, evidence.score


def reconsider(matches: Sequence[Match], index: ResumeIndex) -> tuple[Match, ...]:
    """The matches after a second look, at faint traces and at years, in the light of the other requirements."""
    return retime(standing.reconsider(matches, index), index)


__all__ = ["MATCHERS", "Matcher", "ResumeIndex", "build_index", "find_acronyms", "match", "reconsider"]
