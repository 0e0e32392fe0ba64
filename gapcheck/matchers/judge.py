"""Keywords with their evidence -> the status of a requirement, by its kind; gold/GUIDE rules 10 and 21 to 32."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from gapcheck.lexicon.relations import is_common, weight
from gapcheck.lexicon.traits import Said, asked_in, denials, said
from gapcheck.matchers.conditions import judge_condition
from gapcheck.matchers.degrees import OR_EXPERIENCE, degree_of, share_done
from gapcheck.matchers.index import ANOTHER, CREDIT, NOTES, ResumeIndex
from gapcheck.matchers.languages import asks_any_other
from gapcheck.matchers.paraphrase import GENERIC, NAMED
from gapcheck.matchers.places import content_words, is_cased_name, level_of, others_count, words_between
from gapcheck.matchers.quantity import years_of
from gapcheck.matchers.similarity import bag_of, coverage
from gapcheck.types import Evidence, Keyword, Match, Requirement, Status
from gapcheck.words import Word, stem, words

ACTS = ("duty", "skill", "experience", "soft_skill")
"""Kinds that a resume shows by what the person did, in whatever words."""
VALUE: Mapping[Status, float] = {"met": 1.0, "partial": 0.5, "missing": 0.0, "unstated": 0.0}
"""The credit of a status, of a keyword or of a requirement (0 to 1)."""


def judge(
    requirement: Requirement, keywords: tuple[Keyword, ...], found: tuple[Evidence | None, ...], index: ResumeIndex
) -> Match:
    """The Match of one requirement from its keywords' evidence."""
    if requirement.kind == "condition":
        return judge_condition(requirement, keywords, found, index)
    if requirement.kind == "education" and requirement.degree:
        return _education(requirement, keywords, found, index)
    if requirement.kind == "soft_skill":
        return _soft(requirement, keywords, found, index)
    if requirement.kind in ACTS and not requirement.years and not asks_any_other(requirement.text):
        return _act(requirement, keywords, found, index)
    status = combine(requirement, keywords)
    if requirement.years:
        return _years(requirement, keywords, found, index, status)
    return make(requirement, status, keywords, found, index)


def combine(requirement: Requirement, keywords: Sequence[Keyword]) -> Status:
    """Status by the keywords alone: every one for "all", the best (or the k best) for "any"."""
    if not keywords:
        return "missing"
    values = sorted((VALUE[k.status] for k in keywords), reverse=True)
    if requirement.mode == "any":
        needed = requirement.at_least or 1
        top = values[:needed]
        if len(top) == needed and min(top) == 1.0:
            return "met"
        return "partial" if max(values) > 0 else "missing"
    if all(value == 1.0 for value in values):
        return "met"
    return "partial" if any(values) else "missing"


STRONG = 0.6
"""Score of evidence that proves a keyword; this and the following were set on the development cases."""
TRACE = 0.5
"""Score of evidence that shows at least a trace of it."""
SAID = 0.3
"""Share of a clause's words, by weight, from which one line says a part of the same."""
SAID_WELL = 0.38
"""Share from which one line says it well enough where no keyword of the clause was found by name."""
NEARLY_ALL = 0.65
"""Share from which one line stands for the keywords that were not found."""


def make(
    requirement: Requirement,
    status: Status,
    keywords: Sequence[Keyword],
    found: Sequence[Evidence | None],
    index: ResumeIndex,
    *,
    note: str = "",
) -> Match:
    """The Match, with at most three different quotes: the strongest, nearest to the whole requirement, first."""
    evidence: dict[tuple[int, int], Evidence] = {}
    # a condition is missing where a line speaks against it, and that line is shown
    if status != "unstated" and (status != "missing" or requirement.kind == "condition"):
        proofs = [e for e in found if e is not None]
        if len(proofs) > 1:
            proofs.sort(key=lambda e: -_strength(e, requirement, index))
        for item in proofs:
            evidence.setdefault((item.start, item.end), item)
        if 0 < len(evidence) < _LINES:
            for item in _also(keywords, tuple(evidence.values()), index):
                evidence.setdefault((item.start, item.end), item)
    if status == "met" and requirement.mode == "all":
        keywords = [replace(k, status="met") if k.status == "missing" else k for k in keywords]
    return Match(requirement, status, VALUE[status], tuple(keywords), tuple(evidence.values())[:_LINES], note)


_LINES = 3
"""Lines of evidence that are shown, at most."""
_AT_WORK = ("experience", "projects", "volunteering")


def _also(keywords: Sequence[Keyword], shown: Sequence[Evidence], index: ResumeIndex) -> Iterator[Evidence]:
    """Lines of work that name what is shown so far from a list of skills only: what was done is the better proof."""
    for keyword in keywords:
        if keyword.status != "met" or keyword.concept is None:
            continue
        for i, mention, steps in index.by_concept.get(keyword.concept, ()):
            item = index.shown[i]
            span = words_between(item, mention.start, mention.end)
            if steps or span is None or level_of(item, *span) or item.passage.label not in _AT_WORK:
                continue
            if any(e.start <= mention.start < e.end for e in shown):
                break  # a line of work is among them
            yield index.evidence(item, *span, method="exact", score=1.0)
            break


def _strength(evidence: Evidence, requirement: Requirement, index: ResumeIndex) -> float:
    if evidence.method == "quantity":
        return 1 + evidence.score
    return evidence.score + 0.6 * index.nearness(evidence, requirement.text)


def _act(
    requirement: Requirement, keywords: tuple[Keyword, ...], found: tuple[Evidence | None, ...], index: ResumeIndex
) -> Match:
    """A duty, skill or kind of work: by its keywords, and by the clause as a whole said in other words."""
    scores = sorted((e.score if e is not None else 0.0 for e in found), reverse=True)
    if requirement.mode == "any":
        # One alternative decides all, so other words must say nearly all of it.
        scores = sorted((_alone(e) for e in found), reverse=True)
        scores = scores[: requirement.at_least or 1]
    share, whole = index.closest(
        without_names(requirement, keywords, found, index), people=others_count(requirement, requirement.text)
    )
    weak = any(e is not None and e.note in NOTES.values() for e in found)
    named = any(k.concept and (e is None or e.score < TRACE) for k, e in zip(keywords, found, strict=True))
    if named and _is_all_names(requirement, keywords):
        share = 0.0
    elif named and requirement.mode == "all":
        share = min(share, SAID)  # other words do not stand for a thing that the lexicon knows by name
    status = _act_status(scores, 0.0 if weak else share)
    if weak and ((status == "met" and requirement.mode == "all") or status == "missing"):
        status = "partial"  # one of the things asked is claimed, with a limit
    another = any(e is not None and ANOTHER in e.note for e in found)  # one brand is not the other (rule 27)
    if status == "met" and requirement.mode == "all" and (another or _denies(requirement, keywords, found, index)):
        status = "partial"
    return make(requirement, status, keywords, (*found, *whole) if status != "missing" else found, index)


def _is_all_names(requirement: Requirement, keywords: Sequence[Keyword]) -> bool:
    """Whether a skill is asked by known names alone: one word of "Transfer pricing" elsewhere says nothing of it."""
    if requirement.kind != "skill" or not all(k.concept for k in keywords) or _MEASURE.search(requirement.text):
        return False
    names = [(k.start - requirement.start, k.end - requirement.start) for k in keywords]
    beside = (w for w in content_words(requirement.text) if not any(a <= w.start < b for a, b in names))
    return all(weight(word.stem) < GENERIC for word in beside)


_MEASURE = re.compile(r"\d")
"""What is asked with a number is more than a name: "Holding tolerances of .0005"."""


def without_names(
    requirement: Requirement, keywords: Sequence[Keyword], found: Sequence[Evidence | None], index: ResumeIndex
) -> str:
    """The clause without the tools and certificates that were not found: "Google" alone does not say Google Analytics."""
    lost: list[Keyword] = []
    for keyword, evidence in zip(keywords, found, strict=True):
        known = index.lexicon.get(keyword.concept) if keyword.concept else None
        if evidence is None and known is not None and (known.kind in NAMED or is_cased_name(keyword, index)):
            lost.append(keyword)
    text = _blanked(requirement, lost)
    return text if text.strip() else requirement.text


def _denies(
    requirement: Requirement, keywords: Sequence[Keyword], found: Sequence[Evidence | None], index: ResumeIndex
) -> bool:
    """`denied_part`, but for the words of what is shown by another name: "no wound vac" denies no dressing of ulcers."""
    named = [
        k for k, e in zip(keywords, found, strict=True) if e is not None and e.method == "alias" and e.score >= 0.9
    ]
    text = _blanked(requirement, named)
    return bool(text.strip()) and denied_part(replace(requirement, text=text), index)


def _blanked(requirement: Requirement, keywords: Sequence[Keyword]) -> str:
    """The clause with blanks for some of its keywords, and every other character where it was."""
    text = requirement.text
    for keyword in keywords:
        first, last = keyword.start - requirement.start, keyword.end - requirement.start
        text = text[:first] + " " * (last - first) + text[last:]
    return text


def denied_part(requirement: Requirement, index: ResumeIndex) -> bool:
    """Whether a word of the clause is one that the resume only denies: "have not testified yet" (gold/GUIDE rule 30)."""
    denied = index.once(_denied)
    return bool(denied) and any(w.stem in denied for w in content_words(requirement.text))


def _denied(index: ResumeIndex) -> frozenset[str]:
    """The telling stems that stand in the resume, and nowhere without a denial."""
    only_denied: dict[str, bool] = {}
    for item in index.shown:
        for name, level in zip(item.stems, item.levels, strict=True):
            only_denied[name] = only_denied.get(name, True) and level == "negated"
    return frozenset(name for name, only in only_denied.items() if only and not is_common(name))


def _alone(evidence: Evidence | None) -> float:
    if evidence is None:
        return 0.0
    return min(evidence.score, TRACE) if evidence.method == "duty" and evidence.score < 0.85 else evidence.score


def _act_status(scores: Sequence[float], share: float) -> Status:
    """The status by the strength of each keyword's evidence, strongest first, and the share of the clause in one line.

    A keyword of which there is no trace makes the whole partial, unless one line says nearly all of the clause.
    """
    strong = sum(score >= STRONG for score in scores)
    traced = sum(score >= TRACE for score in scores)
    if not traced:
        return "met" if share >= SAID_WELL else "partial" if share >= SAID else "missing"
    if traced == len(scores):
        return "met" if strong or share >= SAID else "partial"
    return "met" if share >= NEARLY_ALL and strong * 2 >= len(scores) else "partial"


def _years(
    requirement: Requirement,
    keywords: tuple[Keyword, ...],
    found: tuple[Evidence | None, ...],
    index: ResumeIndex,
    status: Status,
) -> Match:
    """At or above the number met, more than half partial, half or less missing (rule 25)."""
    asked = requirement.years or 0.0
    years, evidence = years_of(requirement, index)
    result = by_years(years, asked)
    if result == "missing":
        return make(requirement, "missing", [replace(k, status="missing") for k in keywords], (), index)
    updated = (
        [replace(k, status=result) for k in keywords]
        if requirement.mode == "all" or result == "partial"
        else list(keywords)
    )
    return make(requirement, result, updated, (*evidence, *found), index, note=years_note(result, years, asked))


def by_years(years: float, asked: float) -> Status:
    """The status of so many years where *asked* are asked: more than half of them is a part (gold/GUIDE rule 25)."""
    return "met" if years + 1e-9 >= asked else "partial" if years > asked / 2 else "missing"


def years_note(status: Status, years: float, asked: float) -> str:
    """What is said of years that are a part of those asked; of others nothing."""
    return f"{years:.1f} of {asked:g} years" if status == "partial" else ""


INSTEAD = 4.0
"""Years at work in the field that are half a degree to a reader of "or equivalent experience"; twice as many are one,
and one more beside a degree of that level in another field."""


def _education(
    requirement: Requirement, keywords: tuple[Keyword, ...], found: tuple[Evidence | None, ...], index: ResumeIndex
) -> Match:
    credit, evidence = degree_of(requirement, index, index.resume.degrees)
    if credit < 1 and OR_EXPERIENCE.search(requirement.text) and not requirement.years:
        years, lines = years_of(requirement, index)
        far = years >= INSTEAD + 1 and degree_of(requirement, index, index.resume.degrees, any_field=True)[0] == 1
        instead = 1.0 if years >= 2 * INSTEAD or far else 0.5 if years >= INSTEAD else 0.0
        if instead > credit and lines:
            credit, evidence = instead, replace(lines[0], score=instead)
    status: Status = "met" if credit >= 1 else "partial" if credit >= 0.5 else "missing"
    if status != "met" and requirement.mode == "any" and requirement.years:
        years, _ = years_of(requirement, index)
        if years >= requirement.years:
            status = "met"
    if status != "met" and requirement.mode == "any" and (other := _instead(keywords, found, index)) is not None:
        return make(requirement, "met", keywords, (other,), index)
    updated = [k if _is_credential(k, index) else replace(k, status=status) for k in keywords]
    return make(requirement, status, updated, (evidence,), index)


def _is_credential(keyword: Keyword, index: ResumeIndex) -> bool:
    known = index.lexicon.get(keyword.concept) if keyword.concept else None
    return known is not None and known.kind == "credential"


def _instead(keywords: Sequence[Keyword], found: Sequence[Evidence | None], index: ResumeIndex) -> Evidence | None:
    """The certificate held that the posting takes in place of a degree."""
    for keyword, evidence in zip(keywords, found, strict=True):
        if evidence is None or evidence.score < STRONG or share_done(index.line(evidence)) < 1:
            continue
        if _is_credential(keyword, index):
            return evidence
    return None


def _soft(
    requirement: Requirement, keywords: tuple[Keyword, ...], found: tuple[Evidence | None, ...], index: ResumeIndex
) -> Match:
    """Shown by an act squarely of the kind, or claimed with a trace of one, or two traces: met (rule 21).

    A claim alone is a part; a lone trace is in many resumes and shows nothing.
    """
    # to name a language is to claim no hand at writing it
    named = [e for k, e in zip(keywords, found, strict=True) if e is not None and k.concept != "English"]
    claimed = [e for e in named if e.method != "practice" and (e.method != "duty" or e.score >= STRONG)]
    likened = [e for e in named if e.method == "duty" and e.score < STRONG]
    practised = [e for e in found if e is not None and e.method == "practice"]
    acts = [e for e in practised if e.score >= STRONG]
    squarely, traces, every = _signals(requirement, index)
    shown = [*practised, *squarely, *traces]
    several = len({" ".join(e.text.lower().split()) for e in shown}) > 1  # one line said twice is one act
    told = {(e.start, e.end) for e in claimed}
    beside = [e for e in shown if (e.start, e.end) not in told and not any(e.start <= a < e.end for a, _ in told)]
    whole = requirement.mode == "any" or every or all(found)  # each of the traits that it names
    status: Status = (
        "met"
        if whole and ((acts and all(found)) or squarely or (beside and claimed) or several)
        else "partial"
        if practised or claimed or likened or squarely or several
        else "missing"
    )
    if status == "missing" and (line := _claim(requirement, index)) is not None:
        status, claimed = "partial", [line]
    updated = [replace(k, status=status) if k.status != "met" or status != "met" else k for k in keywords]
    return make(
        requirement, status, updated, (*practised[:1], *squarely[:2], *claimed[:1], *likened[:1], *traces[:1]), index
    )


def _signals(requirement: Requirement, index: ResumeIndex) -> tuple[list[Evidence], list[Evidence], bool]:
    """Lines with acts squarely of the traits that the requirement names, lines with traces, and whether each has a line."""
    asked = bag_of(requirement.text)
    lines = index.once(_said_of_traits)
    families = _asked(requirement.text)
    hits: dict[int, dict[str, bool]] = {}
    for name in dict.fromkeys(name for names in families for name in names):
        for i, squarely in lines.get(name, {}).items():
            hits.setdefault(i, {})[name] = squarely
    found: tuple[list[tuple[float, int, Evidence]], ...] = ([], [])
    for i, names in hits.items():
        item = index.shown[i]
        first = next((name for name, squarely in names.items() if squarely), next(iter(names)))
        evidence = index.evidence(item, 0, len(item.words), method="duty", score=0.8, note=f"shows {first}")
        found[not names[first]].append((len(names) + 2 * coverage(asked, item.bag), -i, evidence))
    best = [[e for _, _, e in sorted(group, key=lambda f: f[:2], reverse=True)] for group in found]
    return best[0], best[1], all(any(map(lines.get, names)) for names in families)


def _claim(requirement: Requirement, index: ResumeIndex) -> Evidence | None:
    """A line that calls the person what the requirement asks, by any name of it: "tactful" where diplomacy is asked."""
    claims = index.once(_claimed_traits)
    return next((claims[name] for names in _asked(requirement.text) for name in names if name in claims), None)


def _claimed_traits(index: ResumeIndex) -> dict[str, Evidence]:
    """Soft skill -> the first line that names it."""
    found: dict[str, Evidence] = {}
    for item in index.shown:
        if item.contact or not item.words or item.passage.label not in _CLAIMING:
            continue
        for one in said(item.all_stems, "asked"):
            if not item.passage.levels or CREDIT[item.passage.levels[one.start]] > 0:
                evidence = index.evidence(
                    item, 0, len(item.words), method="duty", score=TRACE, note=f"{NAMES} {one.trait}"
                )
                found.setdefault(one.trait, evidence)
    return found


NAMES = "names"
"""With this begins the note of a line that claims a trait: a bare adjective is a part (gold/GUIDE rule 21)."""
_CLAIMING = frozenset(("summary", "skills", "other"))
_UNTOLD = frozenset(("objective", "conditions", "contact"))
"""Sections that tell what a person wants or where the person is, not what was done."""


_ONCE = stem("once")
"""An act done once is an act: "once stood between two men"."""
_BY_TITLE = frozenset(("leadership", "people management", "team motivation", "delegation", "child-friendliness"))
"""What the name of a job shows by itself; any other is an employer's or a trade's word: "Night Owl Accounting"."""


def _said_of_traits(index: ResumeIndex) -> dict[str, dict[int, bool]]:
    """Soft skill -> the passages that show it without a limit, and whether squarely."""
    found: dict[str, dict[int, bool]] = {}
    heads = [entry.head for entry in index.resume.entries if entry.label != "volunteering"]
    for i, item in enumerate(index.shown):
        passage = item.passage
        if item.contact or not item.words or passage.label in _UNTOLD:
            continue
        title = not passage.bullet and any(first <= passage.start < last for first, last in heads)
        every = tuple(said(item.all_stems, "shown", "trace"))
        praised = _praises(item.all_stems, every)
        for one in every:
            if title and one.trait not in _BY_TITLE:
                continue
            level = passage.levels[one.start] if passage.levels else ""
            credit = 1.0 if level == "negated" and praised else CREDIT[level]
            if credit == 1.0 or (credit and one.sort == "shown"):  # what is said with a limit is a trace
                lines = found.setdefault(one.trait, {})
                lines[i] = lines.get(i, False) or (one.sort == "shown" and (credit == 1.0 or _ONCE in item.all_stems))
    return found


def _praises(stems: Sequence[str], phrases: Sequence[Said]) -> bool:
    """Whether all that a line denies is a fault or part of an act: "four launches, none late" denies no launch."""
    denied = denials(stems)
    of_acts = [phrase for phrase in phrases if phrase.denies]
    return bool(denied) and all(
        fault or any(phrase.start <= i < phrase.end for phrase in of_acts) for i, fault in denied.items()
    )


@lru_cache(maxsize=1_000)
def _asked(text: str) -> tuple[tuple[str, ...], ...]:
    """The traits that a clause asks, those together which nothing parts: "calm when three things go wrong at once" is one."""
    read = words(text)
    stems = [word.stem for word in read]
    groups: list[tuple[int, int, list[str]]] = []
    found = asked_in(stems, loosely=False) or asked_in(stems)
    for name, (start, end) in sorted(found.items(), key=lambda item: item[1]):
        if groups and not _parted(text, read, groups[-1][1], start):
            first, last, names = groups[-1]
            groups[-1] = (first, max(end, last), [*names, name])
        else:
            groups.append((start, end, [name]))
    # a trait that two of the groups name is found at the first of them: "reliable and trustworthy"
    return tuple(
        tuple(dict.fromkeys([*names, *(asked_in(stems[first:last], loosely=False) or asked_in(stems[first:last]))]))
        for first, last, names in groups
    )


_PARTING = re.compile(r"[,;/&]|\b(?:and|or|with)\b", re.IGNORECASE)


def _parted(text: str, read: Sequence[Word], end: int, start: int) -> bool:
    """Whether names that end before word *end* and begin at word *start* are two things: "calm, patient"."""
    return start >= end and bool(_PARTING.search(text[read[end - 1].end : read[start].start]))
