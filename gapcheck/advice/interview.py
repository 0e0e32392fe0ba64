"""What to say: the line that proves each must-have, and the three questions after the check."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from gapcheck.advice.places import is_only_listed, passage_at
from gapcheck.scoring import scored
from gapcheck.types import Answers, Coverage, Evidence, Finding, Glance, Match, Resume, Suggestion, TalkingPoint

_MOST = 3
_WORD = re.compile(r"[^\W\d_]{3,}")


def talking_points(matches: Sequence[Match], resume: Resume) -> tuple[TalkingPoint, ...]:
    """For each must-have that is met, the strongest line to say, in the posting's order; a new one where there is."""
    points: list[TalkingPoint] = []
    said: set[str] = set()
    for match in scored(matches):
        if match.status == "met" and match.requirement.importance == "required" and match.evidence:
            best = max(match.evidence, key=lambda evidence: _strength(evidence, resume, said))
            said.add(best.text)
            points.append(TalkingPoint(match.requirement.id, best, _tip(match, best, resume)))
    return tuple(points)


def _strength(evidence: Evidence, resume: Resume, said: Set[str]) -> tuple[bool, bool, bool, bool, float]:
    passage = passage_at(evidence, resume)
    in_a_job = passage is not None and passage.label == "experience"
    tells = len(_WORD.findall(evidence.text)) > 2  # "May 2025 - present" is no line to say
    return (tells, in_a_job, evidence.text not in said, any(c.isdigit() for c in evidence.text), evidence.score)


def _tip(match: Match, evidence: Evidence, resume: Resume) -> str:
    if match.requirement.kind in ("credential", "education", "condition", "language"):
        return ""
    if is_only_listed(evidence, resume):
        return "Say in which job you did it."
    return "" if any(c.isdigit() for c in evidence.text) else "Add a number: how many, how often, how much."


def answers(
    coverage: Coverage,
    matches: Sequence[Match],
    suggestions: Sequence[Suggestion],
    glance: Glance | None,
    file_health: Sequence[Finding],
) -> Answers:
    """What went right, what went wrong, what can be improved; in words that quote no resume."""
    return Answers(
        tuple(_right(coverage, matches)), tuple(_wrong(matches, file_health)), tuple(_improve(suggestions, glance))
    )


def _right(coverage: Coverage, matches: Sequence[Match]) -> Iterator[str]:
    met = [m for m in scored(matches) if m.status == "met"]
    required = [m for m in met if m.requirement.importance == "required"]
    asked = sum(m.requirement.importance == "required" for m in scored(matches))
    if asked:
        yield f"{len(required)} of {asked} required are met, each with its line."
    if names := [m.requirement.title for m in required[:_MOST]]:
        yield f"Among them: {'; '.join(names)}."
    if preferred := [m.requirement.title for m in met if m.requirement.importance == "preferred"][:_MOST]:
        yield f"Beyond what is required: {'; '.join(preferred)}."


def _wrong(matches: Sequence[Match], file_health: Sequence[Finding]) -> Iterator[str]:
    for status, words in (("missing", "Not shown"), ("partial", "Shown in part")):
        found = [m for m in scored(matches) if m.status == status]
        found.sort(key=lambda m: m.requirement.importance != "required")
        if found:
            names = "; ".join(m.requirement.title for m in found[:_MOST])
            rest = f"; and {len(found) - _MOST} more" if len(found) > _MOST else ""
            yield f"{words}: {names}{rest}."
    yield from (finding.message for finding in file_health if finding.severity == "high")


def _improve(suggestions: Sequence[Suggestion], glance: Glance | None) -> Iterator[str]:
    gains = [s for s in suggestions if s.gain > 0][:_MOST]
    if gains:
        names = ", ".join(s.requirement for s in gains)
        yield f"Where it is true of you, show {names}: up to {100 * sum(s.gain for s in gains):.1f} points of coverage."
    if wordings := [s.requirement for s in suggestions if s.code == "exact_wording"]:
        yield f"Say it in the posting's words too: {', '.join(dict.fromkeys(wordings))}."
    if glance is not None and glance.advice:
        yield f"Move up what a first look misses: {', '.join(s.requirement for s in glance.advice)}."
