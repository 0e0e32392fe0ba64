"""(Requirement, resume) -> Match: a cascade of matchers for each keyword, then one judgement for the requirement.

`MATCHERS` is the cascade: each is a function `(requirement, keyword, index) -> Evidence | None`; the best evidence wins,
the earlier matcher on equal scores. To add your own, put a function into the list given to `Analyzer(matchers=...)`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from gapcheck import deadline
from gapcheck.matchers import credentials, paraphrase, phrases, standing
from gapcheck.matchers.acronyms import find_acronyms
from gapcheck.matchers.duties import practice
from gapcheck.matchers.index import ResumeIndex, build_index
from gapcheck.matchers.judge import judge
from gapcheck.matchers.languages import another_language, english, spoken
from gapcheck.matchers.licences import counted, driving, elsewhere
from gapcheck.matchers.tenure import retime
from gapcheck.types import Evidence, Keyword, Match, Requirement, Status

Matcher = Callable[[Requirement, Keyword, ResumeIndex], Evidence | None]

MATCHERS: tuple[Matcher, ...] = (
    phrases.concept,
    phrases.stem,
    phrases.asked_sense,
    phrases.alias,
    phrases.acronym,
    credentials.credential,
    credentials.rung,
    driving,
    phrases.typo,
    phrases.brand,
    english,
    another_language,
    practice,
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
    return judge(requirement, tuple(keywords), tuple(found), index)


def _best(
    requirement: Requirement, keyword: Keyword, index: ResumeIndex, matchers: Sequence[Matcher]
) -> Evidence | None:
    best: Evidence | None = None
    for matcher in matchers:
        evidence = matcher(requirement, keyword, index)
        if evidence is None:
            continue
        if requirement.kind == "credential" and evidence.score > 0.5 and elsewhere(requirement, index.line(evidence)):
            evidence = replace(evidence, score=0.5, note="from another state")
        heard: Evidence | None = evidence
        if requirement.kind == "language":
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
