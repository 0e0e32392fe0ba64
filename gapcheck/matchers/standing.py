"""A second look at parts: the rest of the resume decides whether one is worth half a requirement, all or nothing of it.

A careful recruiter reads "weekly calls with foster parents" as a part of placement work from somebody who shows most of
the job, and as nothing from somebody who shows none of it. So a part that only a trace shows is kept where the trace,
the line it stands in and the other requirements together carry it. More evidence anywhere only helps.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import pairwise

from gapcheck.matchers import phrases
from gapcheck.matchers.duties import practice
from gapcheck.matchers.index import ANOTHER, NOTES, ResumeIndex
from gapcheck.matchers.judge import ACTS, NAMES, SAID, STRONG, VALUE, denied_part
from gapcheck.matchers.paraphrase import NAMED as NAMED_KINDS
from gapcheck.matchers.paraphrase import asked_words, said_in
from gapcheck.matchers.places import content_words
from gapcheck.types import Keyword, Match, Requirement

KEYWORDS, CLAUSE = 0.7, 0.5
"""What the share of keywords shown, and of the clause that one line says, count beside the standing of the resume."""
ENOUGH = 0.7
"""Sum from which a part is kept; this and the two above were set on the development cases and data/cases together."""
_PRIOR, _WEIGHT = 0.5, 3
"""Before any other requirement is known a resume stands half way, as if three others said so."""
STRANGER, KNOWN_BY = 0.3, 6
"""Standing below which a resume is of another trade, and how many other requirements must be known to say so. Of the
labelled resumes, the weak ones too, one in a hundred stands lower; of resumes of unrelated trades nearly all do."""
NAMED, CLOSE, BESIDE = 0.5, 0.6, 0.45
"""What a stranger must say by name, as a share of the keywords' weight; or in near words, as a share of the clause; and
the share of the clause in one line from which a single word is taken for the thing: "files", "desk" and "rooms"."""
MASTER = 0.6
"""Standing from which a resume shows most of the job. Of the duties that one of its lines says a third of, in other words,
two in three are labelled met; of those of a resume that stands lower, one in three (labels of data/cases)."""
_SHOWN_BY_ACTS = ("duty", "skill")
_LIKE = 0.5
"""What a word counts that a stranger says in a like one: "posted" is not "captioned", "text" no "copywriting"."""


def reconsider(matches: Sequence[Match], index: ResumeIndex) -> tuple[Match, ...]:
    """The matches: acts partly met by too faint a trace now missing, those well said by who shows most of the job now met.

    The standing of a resume for one requirement is the mean credit of the others that can be met (0 to 1).
    """
    counted = [match.requirement.kind != "condition" and match.status != "unstated" for match in matches]
    total = sum(match.credit for match, counts in zip(matches, counted, strict=True) if counts)
    others = sum(counted) - 1
    own = _own_field(matches)
    return tuple(
        _looked_at(match, (total - match.credit + _PRIOR * _WEIGHT) / (others + _WEIGHT), others, own, index)
        for match in matches
    )


_HALF_WAY = 0.5
_IN_MANY, _OFTEN = 0.15, 4
"""Share of the requirements, and how many of them at least, that name the field of the posting itself."""


def _own_field(matches: Sequence[Match]) -> frozenset[str]:
    """The concepts that a posting names again and again: "accessibility" in those of an accessibility lead."""
    named = Counter(c for m in matches for c in {k.concept for k in m.requirement.keywords if k.concept})
    least = max(_OFTEN, _IN_MANY * len(matches))
    return frozenset(concept for concept, times in named.items() if times >= least)


def _is_field_alone(match: Match, own: Set[str]) -> bool:
    """Whether nothing but the name of the posting's own field is shown of several things: it tells nothing of the others."""
    shown = [keyword for keyword in match.keywords if keyword.status != "missing"]
    if match.status != "partial" or match.requirement.mode == "any" or match.requirement.years:
        return False
    return 0 < len(shown) < len(match.keywords) and all(keyword.concept in own for keyword in shown)


def _looked_at(match: Match, standing: float, others: int, own: Set[str], index: ResumeIndex) -> Match:
    if standing < _HALF_WAY and match.requirement.kind in _OF_TRADE and _is_field_alone(match, own):
        return _dropped(match)
    if _is_doubted(match, standing, others, index):
        return _dropped(match)
    if match.status == "met" and _is_only_named(match, index) and all(e.method == "duty" for e in match.evidence):
        return _halved(match)
    return _raised(match) if _is_trusted(match, standing, others, index) else match


def _is_trusted(match: Match, standing: float, others: int, index: ResumeIndex) -> bool:
    """Whether a part is taken for the whole: one line says it well, and the rest of the resume shows most of the job."""
    if others < KNOWN_BY or match.status != "partial" or match.requirement.kind not in _SHOWN_BY_ACTS:
        return False
    if standing < MASTER or _lacks_an_item(match) or _is_limited(match, index):
        return False
    return index.closest(match.requirement.text)[0] >= SAID


_JOINS_ITEMS = re.compile(
    r"\s*(?:,|,?\s*(?:and|or|&))\s*(?:the\s+|an?\s+|our\s+|(?:those|people|others)\s+(?:with|in|who)\s+)?",
    re.IGNORECASE,
)


def _lacks_an_item(match: Match) -> bool:
    """Whether one thing of a list is shown and the next to it is not: "photo shoots, webinars" (gold/GUIDE rule 10)."""
    requirement = match.requirement
    if requirement.mode == "any":
        return False
    return any(
        len({one.status, other.status}) > 1
        and "met" in (one.status, other.status)
        and _JOINS_ITEMS.fullmatch(
            requirement.text, max(0, one.end - requirement.start), max(0, other.start - requirement.start)
        )
        for one, other in pairwise(sorted(match.keywords, key=lambda k: k.start))
    )


def _is_doubted(match: Match, standing: float, others: int, index: ResumeIndex) -> bool:
    if _is_open(match) and (_is_faint(match, standing, index) or _is_only_named(match, index)):
        return True
    return standing < STRANGER and others >= KNOWN_BY and _is_act(match) and not _is_named(match.requirement, index)


def _is_only_named(match: Match, index: ResumeIndex) -> bool:
    """Whether nothing but names of jobs, employers and courses shares words with a duty: nobody would point at them."""
    if match.requirement.kind != "duty":
        return False
    heads = [entry.head for entry in index.resume.entries]
    return all(any(start <= evidence.start < end for start, end in heads) for evidence in match.evidence)


def _is_act(match: Match) -> bool:
    """Whether the match credits an act of the trade; traits are of every trade, years are counted."""
    requirement = match.requirement
    return match.credit > 0 and requirement.kind in _OF_TRADE and not (requirement.years or requirement.degree)


_OF_TRADE = ("duty", "skill", "experience")


def _is_named(requirement: Requirement, index: ResumeIndex) -> bool:
    """Whether the resume names what is asked: half of the keywords, one of alternatives, or most of the clause."""
    share = _said_in_a_line(requirement.text, index)
    if share >= CLOSE:
        return True
    told = {k for k in requirement.keywords if _is_told(requirement, k, index, alone=share >= BESIDE)}
    if told and requirement.mode == "any":
        return True
    weights = {k: sum([word.weight for word in asked_words(content_words(k.name))]) for k in requirement.keywords}
    return bool(told) and sum(weights[keyword] for keyword in told) >= NAMED * sum(weights.values())


def _is_told(requirement: Requirement, keyword: Keyword, index: ResumeIndex, *, alone: bool) -> bool:
    """Whether the keyword is said by name; one word that is no name of anything only where it may stand *alone*."""
    ways = [phrases.concept, phrases.alias, phrases.asked_sense, practice]
    if alone or len(content_words(keyword.name)) > 1:
        ways.append(phrases.stem)
    found = (way(requirement, keyword, index) for way in ways)
    return any(evidence is not None and evidence.score >= STRONG for evidence in found)


def _said_in_a_line(clause: str, index: ResumeIndex) -> float:
    """The largest share of a clause's words, by weight, that one line says in the same words or in words of their classes."""
    asked = asked_words(content_words(clause))
    said: dict[int, float] = {}
    for word in asked:
        for i, value in index.once(said_in, word.stem, word.classes):
            said[i] = said.get(i, 0.0) + (value if value == 1 else _LIKE) * word.weight
    return max(said.values(), default=0.0) / (sum([word.weight for word in asked]) or 1.0)


def _is_open(match: Match) -> bool:
    """Whether a trace decides: an act partly met, of which nothing is shown outright or claimed with a limit."""
    requirement = match.requirement
    return (
        match.status == "partial"
        and requirement.kind in ACTS
        and not (requirement.years or requirement.degree)
        and not any(keyword.status == "met" for keyword in match.keywords)
        and not any(evidence.note in NOTES.values() or evidence.note.startswith(NAMES) for evidence in match.evidence)
    )


def _is_limited(match: Match, index: ResumeIndex) -> bool:
    """Whether it can only be a part: said with a limit, of another brand, without the tool, with something denied."""
    if any(k.status != "met" and _is_name(k, match.requirement, index) for k in match.keywords):
        return True  # no other words stand for a tool, a brand or a licence
    notes = [evidence.note for evidence in match.evidence]
    if any(note in NOTES.values() or ANOTHER in note for note in notes) or denied_part(match.requirement, index):
        return True
    asked = {word.stem for word in content_words(match.requirement.text)}
    lines = filter(None, map(index.passage_of, match.evidence))
    return any(level and name in asked for line in lines for name, level in zip(line.stems, line.levels, strict=True))


def _is_name(keyword: Keyword, requirement: Requirement, index: ResumeIndex) -> bool:
    """Whether the keyword is the name of a tool or the like, or one that nobody knows: "mills (Hermle, Heidenhain)"."""
    known = index.lexicon.get(keyword.concept) if keyword.concept else None
    if known is not None:
        return known.kind in NAMED_KINDS
    return keyword.name[:1].isupper() and keyword.start > requirement.start


def _is_faint(match: Match, standing: float, index: ResumeIndex) -> bool:
    support = standing + KEYWORDS * _keywords_shown(match)
    return support < ENOUGH and support + CLAUSE * index.closest(match.requirement.text)[0] < ENOUGH


def _keywords_shown(match: Match) -> float:
    """The mean of the keywords' statuses, or the best of alternatives (0 to 1)."""
    shown = sorted((VALUE[keyword.status] for keyword in match.keywords), reverse=True)
    if match.requirement.mode == "any":
        shown = shown[: match.requirement.at_least or 1]
    return sum(shown) / (len(shown) or 1)


def _halved(match: Match) -> Match:
    """The match as a part: like words in the names of jobs and employers hint at a duty, and tell nothing of doing it."""
    keywords = tuple(replace(k, status="partial") if k.status == "met" else k for k in match.keywords)
    return replace(match, status="partial", credit=VALUE["partial"], keywords=keywords)


def _raised(match: Match) -> Match:
    keywords = tuple(replace(k, status="met") if k.status != "met" else k for k in match.keywords)
    return replace(match, status="met", credit=1.0, keywords=keywords, note="")


def _dropped(match: Match) -> Match:
    keywords = tuple(replace(k, status="missing") if k.status != "missing" else k for k in match.keywords)
    return replace(match, status="missing", credit=0.0, keywords=keywords, evidence=(), note="")
