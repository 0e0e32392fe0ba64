"""Two versions: of a posting (what was added, removed, moved between required and preferred), of a resume."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from gapcheck import scoring
from gapcheck.analyzer import Analyzer
from gapcheck.batch.rows import line
from gapcheck.batch.similar import stems
from gapcheck.types import Coverage, Importance, Match, Posting, Requirement, Resume, Status

ChangeKind = Literal["added", "removed", "moved", "reworded"]
ALIKE = 0.5
"""Share of words in common from which two lines are one requirement, reworded."""


@dataclass(frozen=True, slots=True)
class Change:
    """One requirement that is not what it was."""

    kind: ChangeKind
    before: str = ""
    """Its text in the old version, "" when it is new."""
    after: str = ""
    importance_before: Importance | None = None
    importance_after: Importance | None = None
    status: Status | None = None
    """How the resume answers it now (before, when it was removed); None without a resume."""
    effect: float | None = None
    """What this change alone does to the score of the old version, -1 to 1."""


@dataclass(frozen=True, slots=True)
class PostingDiff:
    """What changed from one version of a posting to another."""

    changes: tuple[Change, ...]
    """Removed and changed ones in the old order, then added ones in the new."""
    unchanged: int
    before: Coverage | None = None
    after: Coverage | None = None
    """Coverage of the resume against each version, when one was given."""


def diff_postings(
    old: Posting, new: Posting, *, resume: Resume | None = None, analyzer: Analyzer | None = None
) -> PostingDiff:
    """What changed between two versions of a posting, and with a *resume* what that does to its score.

    Requirements are the same when their words are; reworded when at least half of their words are.
    """
    pairs = pair_up(old.requirements, new.requirements)
    judged = analyzer or Analyzer() if resume is not None else None
    old_matches = judged.matches(resume, old) if judged and resume else ()
    new_matches = judged.matches(resume, new) if judged and resume else ()
    changes = []
    unchanged = 0
    for a, b in pairs:
        kind = _kind(a, b)
        if kind is None:
            unchanged += 1
            continue
        now = _by_id(new_matches, b) or _by_id(old_matches, a)
        effect = _effect(a, b, old_matches, new_matches, judged)
        changes.append(
            Change(
                kind,
                line(a.text) if a else "",
                line(b.text) if b else "",
                a.importance if a else None,
                b.importance if b else None,
                now.status if now else None,
                effect,
            )
        )
    if judged is None:
        return PostingDiff(tuple(changes), unchanged)
    settings = judged.settings
    before, after = scoring.coverage(old_matches, settings), scoring.coverage(new_matches, settings)
    return PostingDiff(tuple(changes), unchanged, before, after)


Pair = tuple[Requirement | None, Requirement | None]


def pair_up(old: Sequence[Requirement], new: Sequence[Requirement]) -> list[Pair]:
    """Each requirement with its other version, or None; the old order first, then what is new."""
    left = dict(enumerate(new))
    found: dict[int, int] = {}
    for i, a in enumerate(old):  # 1. the same words
        same = next((j for j, b in left.items() if _words(b) == _words(a)), None)
        if same is not None:
            found[i] = same
            del left[same]
    near = sorted(  # 2. the most similar of what is left
        ((-_alike(a, b), abs(i - j), i, j) for i, a in enumerate(old) if i not in found for j, b in left.items())
    )
    for alike, _, i, j in near:
        if -alike >= ALIKE and i not in found and j in left:
            found[i] = j
            del left[j]
    pairs: list[Pair] = [(a, new[found[i]] if i in found else None) for i, a in enumerate(old)]
    return pairs + [(None, b) for b in left.values()]


def _words(req: Requirement) -> tuple[str, ...]:
    return tuple(req.text.lower().split())


def _alike(a: Requirement, b: Requirement) -> float:
    """Dice's coefficient of the stems, 0-1."""
    one, other = Counter(stems(a.text)), Counter(stems(b.text))
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def _kind(a: Requirement | None, b: Requirement | None) -> ChangeKind | None:
    if a is None or b is None:
        return "added" if a is None else "removed"
    if a.importance != b.importance:
        return "moved"
    return None if _words(a) == _words(b) else "reworded"


def _by_id(matches: Sequence[Match], req: Requirement | None) -> Match | None:
    return next((m for m in matches if req is not None and m.requirement.id == req.id), None)


def _effect(
    a: Requirement | None,
    b: Requirement | None,
    old: Sequence[Match],
    new: Sequence[Match],
    analyzer: Analyzer | None,
) -> float | None:
    if analyzer is None:
        return None
    gone, come = _by_id(old, a), _by_id(new, b)
    changed = [come if m is gone and come else m for m in old if m is not gone or come is not None]
    if a is None and come is not None:
        changed.append(come)
    before = scoring.coverage(old, analyzer.settings).exact
    after = scoring.coverage(changed, analyzer.settings).exact
    return None if before is None or after is None else float(after - before)


# --- resumes ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Shift:
    """A requirement that the two versions of a resume answer differently, or with other lines."""

    requirement: str
    importance: Importance
    before: Status
    after: Status
    evidence_before: tuple[str, ...]
    evidence_after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ResumeDiff:
    """What a new version of a resume gained and lost against one posting."""

    gained: tuple[Shift, ...]
    lost: tuple[Shift, ...]
    keywords_gained: tuple[str, ...]
    keywords_lost: tuple[str, ...]
    concepts_gained: tuple[str, ...]
    """What the new version names and the old did not, also beyond the posting."""
    concepts_lost: tuple[str, ...]
    before: Coverage
    after: Coverage


_VALUE: dict[Status, int] = {"missing": 0, "unstated": 1, "partial": 2, "met": 3}


def diff_resumes(old: Resume, new: Resume, posting: Posting, *, analyzer: Analyzer | None = None) -> ResumeDiff:
    """What changed between two versions of a resume, as *posting* sees it."""
    analyzer = analyzer or Analyzer()
    before, after = analyzer.matches(old, posting), analyzer.matches(new, posting)
    shifts = [_shift(a, b) for a, b in zip(before, after, strict=True) if a.status != b.status]
    shown_before, shown_after = _shown(before), _shown(after)
    named_before, named_after = _concepts(old), _concepts(new)
    return ResumeDiff(
        tuple(s for s in shifts if _VALUE[s.after] > _VALUE[s.before]),
        tuple(s for s in shifts if _VALUE[s.after] < _VALUE[s.before]),
        tuple(_but(shown_after, shown_before)),
        tuple(_but(shown_before, shown_after)),
        tuple(_but(named_after, named_before)),
        tuple(_but(named_before, named_after)),
        scoring.coverage(before, analyzer.settings),
        scoring.coverage(after, analyzer.settings),
    )


def _shift(a: Match, b: Match) -> Shift:
    quotes = [tuple(line(e.text) for e in match.evidence) for match in (a, b)]
    return Shift(line(a.requirement.text), a.requirement.importance, a.status, b.status, quotes[0], quotes[1])


def _shown(matches: Sequence[Match]) -> list[str]:
    return [k.name for match in matches for k in match.keywords if k.status == "met"]


def _concepts(resume: Resume) -> list[str]:
    return [mention.concept for passage in resume.passages for mention in passage.mentions]


def _but(these: Sequence[str], those: Sequence[str]) -> Iterator[str]:
    known = {name.lower() for name in those}
    for name in dict.fromkeys(these):
        if name.lower() not in known:
            yield name
