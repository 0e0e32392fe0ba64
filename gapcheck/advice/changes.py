"""The few changes that gain most, each only where it is true of the person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gapcheck.advice.places import is_long_ago, is_only_listed, place_for, place_of
from gapcheck.lexicon import Lexicon
from gapcheck.scoring import gain, scored
from gapcheck.settings import Settings
from gapcheck.types import Evidence, Keyword, Kind, Match, Mention, Resume, Suggestion
from gapcheck.words import key, stem

_MOST_CHANGES = 5
_MOST_WORDINGS = 5
_MOST_THIN = 3

_ADD: dict[Kind, str] = {
    "credential": "If you hold it, list it with its date: {what}.",
    "education": "If you have it or are studying for it, give it with its year: {what}.",
    "language": "If you speak it, add it with your level: {what}.",
    "condition": "If it is true of you, say so in one line: {what}.",
    "soft_skill": "If it is true of you, show it by something you did and what came of it: {what}.",
    "tool": "If you have used it, name it in a line about the work you did with it: {what}.",
    "skill": "If you have it, show it in a line about work you did with it: {what}.",
}
_ADD_SHORT: dict[Kind, str] = {
    "credential": "list it with its date: {what}",
    "education": "give it with its year: {what}",
    "language": "add it with your level: {what}",
    "condition": "say so in one line: {what}",
    "soft_skill": "show it by something you did: {what}",
}
_ADD_DUTY = "If you have done it, add a line that says for whom and with what result: {what}."
_ADD_SHORT_ELSE = "add a line: {what}"
_ADD_YEARS = "If you have {years} of it, name it in every job where you did it, with dates: {what}."
_BY_KEYWORD = ("tool", "skill", "language", "credential")
"""Kinds whose keywords say what is asked; of a duty they are fragments."""


def suggest(matches: Sequence[Match], resume: Resume, settings: Settings, lexicon: Lexicon) -> tuple[Suggestion, ...]:
    """At most five changes, the largest gain first; then words to take over; then evidence that is thin."""
    ranked = sorted(
        (m for m in scored(matches) if m.status in ("missing", "partial")),
        key=lambda m: (-gain(m, matches, settings), m.requirement.kind == "soft_skill"),
    )
    changes = [_change(m, gain(m, matches, settings), resume) for m in ranked[:_MOST_CHANGES]]
    wordings = list(_wordings(matches, resume, lexicon))[:_MOST_WORDINGS]
    return (*changes, *wordings, *list(_thin(matches, resume))[:_MOST_THIN])


def _change(match: Match, points: float, resume: Resume) -> Suggestion:
    req = match.requirement
    if match.status == "partial":
        place = place_of(match.evidence[0]) if match.evidence else place_for(req.kind, resume)
        message, short = map(_ended, _strengthen(match, resume))
        return Suggestion("strengthen", message, req.id, points, match.evidence[:1], place, short)
    names = ", ".join(_lacking(match)) if req.kind in _BY_KEYWORD else ""
    if req.years:
        message = _ADD_YEARS.format(years=_years(req.years), what=req.title)
        short = f"name it in every job where you did it, with dates: {req.title}"
    else:
        message = _ADD.get(req.kind, _ADD_DUTY).format(what=names or req.title)
        short = _ADD_SHORT.get(req.kind, _ADD_SHORT_ELSE).format(what=names or req.title)
    return Suggestion("add", _ended(message), req.id, points, (), place_for(req.kind, resume), short)


def _years(number: float) -> str:
    if number < 1:
        return f"{round(number * 12)} months"
    return "1 year" if number == 1 else f"{number:g} years"


def _ended(message: str) -> str:
    """One mark at the end: a title that was cut brings its own."""
    return message.replace("….", "…")


def _lacking(match: Match) -> list[str]:
    """Names of at most three keywords that are not shown; of an alternative, the word "or" before the last."""
    names = [" ".join(keyword.name.split()) for keyword in match.keywords if keyword.status == "missing"]
    initials = {"".join(word[0] for word in name.split() if word[0].isupper()) for name in names if " " in name}
    names = [name for name in names if name not in initials][:3]  # "Indian Child Welfare Act, ICWA" is one thing
    if match.requirement.mode == "any" and len(names) > 1:
        return [*names[:-1], f"or {names[-1]}"]
    return names


def _strengthen(match: Match, resume: Resume) -> tuple[str, str]:
    """Why the evidence is not enough, and what would be; then the same in a few words."""
    req, notes = match.requirement, " ".join([match.note, *(e.note for e in match.evidence)])
    what, title = ", ".join(_lacking(match)), req.title
    if req.years and match.note:
        return (
            f"The dates show {match.note}. If other jobs count, name the same work there: {title}.",
            f"the dates show {match.note}; name the same work in other jobs: {title}",
        )
    if "limit" in notes:
        return (
            f"It is said with a limit. If that no longer holds, say what you do now: {title}.",
            f"said with a limit; say what you do now: {title}",
        )
    if "learn" in notes:
        return (
            f"It reads as still being learned. If you use it by now, say where: {title}.",
            f"reads as still being learned; say where you use it: {title}",
        )
    if req.kind == "education":
        return (
            f"The degree or its field is near, not the same. If you have what is asked, name it in full: {title}.",
            f"near, not the same; name in full what you have: {title}",
        )
    if what:
        return (
            f"Shown in part, not found: {what}. Where it is true of you, add it to the line.",
            f"add to the line: {what}",
        )
    if match.evidence and all(is_only_listed(e, resume) for e in match.evidence):
        return f"It is only claimed. Add a line that shows it at work: {title}.", f"show it at work: {title}"
    return f"The line says it only in part. If it is true of you, say it in full: {title}.", f"say it in full: {title}"


# --- the posting's own words -----------------------------------------------------------------------------------


def _wordings(matches: Sequence[Match], resume: Resume, lexicon: Lexicon) -> Iterator[Suggestion]:
    """For what counts already under another name: the name by which the posting, and a search, asks for it."""
    said = f" {' '.join(key(resume.document.text))} "
    told: set[str] = set()
    for match in sorted(scored(matches), key=lambda m: m.requirement.importance != "required"):
        if match.requirement.kind in ("condition", "education", "soft_skill"):
            continue
        for keyword in match.keywords:
            name = " ".join(keyword.name.split())
            if keyword.status == "missing" or name.lower() in told or f" {' '.join(key(name))} " in said:
                continue
            found = _own_word(keyword, match, resume, lexicon)
            if found is not None:
                told.add(name.lower())
                message = f"They search “{name}”: use that word too where it is the same thing."
                place = place_of(match.evidence[0])
                yield Suggestion("exact_wording", message, match.requirement.id, 0.0, (found,), place, name)


def _own_word(keyword: Keyword, match: Match, resume: Resume, lexicon: Lexicon) -> Evidence | None:
    """The name in the resume that counted for the keyword, where it is another word and not only another form."""
    if keyword.concept is None:
        return None
    for evidence in match.evidence:
        for passage in resume.passages:
            if passage.end <= evidence.start or evidence.end <= passage.start:
                continue
            for mention in passage.mentions:
                if _counts_for(mention, keyword, lexicon) and _is_other_word(mention.text, keyword.name):
                    span = mention.text, mention.start, mention.end
                    return Evidence(*span, evidence.page, evidence.section, "alias", 1.0, "another word")
    return None


def _counts_for(mention: Mention, keyword: Keyword, lexicon: Lexicon) -> bool:
    """The same thing, or a tool one step below it: PostgreSQL for SQL."""
    steps = lexicon.proves(mention.concept, keyword.concept or "")
    return mention.kind != "role" and (steps == 0 or (steps == 1 and mention.kind == "tool"))


def _is_other_word(own: str, asked: str) -> bool:
    """K8s and Kubernetes, time cards and timecards; not "license" and "valid license"."""
    mine, theirs = key(own), key(asked)
    return "".join(mine) == "".join(theirs) or not {stem(word) for word in mine} & {stem(word) for word in theirs}


# --- evidence that is thin -------------------------------------------------------------------------------------


def _thin(matches: Sequence[Match], resume: Resume) -> Iterator[Suggestion]:
    """Requirements that count as met, on evidence that a reader may doubt."""
    for match in matches:
        req = match.requirement
        if match.status != "met" or not match.evidence or req.importance != "required":
            continue
        if req.kind in ("tool", "skill", "duty") and all(is_only_listed(e, resume) for e in match.evidence):
            message = f"Only listed: say in a line about a job what you did with it: {req.title}."
        elif req.kind not in ("credential", "education") and all(is_long_ago(e, resume) for e in match.evidence):
            message = f"Only shown more than ten years ago. If you still do it, say so in a newer job: {req.title}."
        else:
            continue
        yield Suggestion("show", _ended(message), req.id, 0.0, match.evidence[:1], place_of(match.evidence[0]))
