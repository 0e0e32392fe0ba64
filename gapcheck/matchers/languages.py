"""Languages: how well one is asked, how well one is spoken, and whether the line speaks of the person at all."""

from __future__ import annotations

import re
from dataclasses import replace

from gapcheck.matchers.index import ResumeIndex, Shown
from gapcheck.types import Evidence, Keyword, Requirement

_BEGUN, _SOME, _TALK, _WORK, _FLUENT = 0.5, 1.0, 2.0, 3.0, 4.0
_ASKED: tuple[tuple[float, re.Pattern[str]], ...] = tuple(
    (level, re.compile(pattern, re.IGNORECASE))
    for level, pattern in (
        (_SOME, r"\b(?:some|basic|a\s+little|beginner|elementary|school)\b"),
        (_FLUENT, r"\bfluen|\bnative|mother\s+tongue|\bbilingual|\bmaster\b|\bmastery|\bnegotiat|\bexcellent|\bprofessional|\bC[12]\b|\bperfect|\bfull\b"),
        (_TALK, r"\bconversation|\bB1\b"),
    )
)  # fmt: skip
_SHOWN: tuple[tuple[float, re.Pattern[str]], ...] = tuple(
    (level, re.compile(pattern, re.IGNORECASE))
    for level, pattern in (
        (0.0, r"\blong\s+gone|\bforgot|\bno\s+longer\b|\bnot\s+(?:any|spoken)|\blean\s+on\b|\bthrough\s+(?:an?\s+|the\s+)?interpreter|\b(?:phone|language)\s+line\b"),
        (_BEGUN, r"\bduolingo|\bevening\s+class|\bunit\s+\d|\blearning\b"),
        (_FLUENT, r"\bfluen|\bnative|mother\s+tongue|\bbilingual|\bC[12]\b|grew\s+up|(?:spoken|speak|speaking)\s+(?:\w+\s+)?(?:at\s+home|every\s+day|daily)|\bexcellent|\bfirst\s+language|\bat\s+home\b"),
        (_TALK, r"\bconversation|\bB1\b|\beveryday\b|\bintermediate|\bget\s+by\b|\bunderstand\s+more"),
        (_SOME, r"\bfew\s+words|\bgreeting|\bbasic|\bbeginner|\belementary|\btourist|\b(?:high[- ]?)?school\b|\bGCSE|\bA[- ]?levels?|\ba\s+little|\bsome\b|\bA[12]\b|\bsemesters?\b"
                r"|\bslow\b|\brusty|\bcan\s+(?:say|order|greet|ask)|\bfollow\s+it|\banswer\s+in\b|\bsongs\b|\bphrases\b|\([A-FU]\)"),
    )
)  # fmt: skip
_OF_OTHERS = re.compile(
    r"^[\s,&/]*(?:(?:and|or|[A-Z]\w+)[\s,&/]+){0,4}(?:interpreters?|translators?|callers?|customers?|families|clients?|patients?|subtitles|immersion)\b"
)
_SENT_FOR = re.compile(r"\b(?:line(?:d|s)?\s+up|book(?:ed|s|ing)?|arrang\w+|order(?:ed|s)?|schedul\w+|call(?:ed|s)?\s+in|with\s+(?:an?|the))\b", re.IGNORECASE)  # fmt: skip


def spoken(requirement: Requirement, evidence: Evidence, index: ResumeIndex, name: str) -> Evidence | None:
    """The evidence of a language at what it is worth against the level asked: met at or above it, half below, nothing at 0.

    None when the line speaks of others ("lined up Spanish interpreters").
    """
    if evidence.method == "quantity" or evidence.score == 0:
        return evidence
    item = index.passage_of(evidence)
    if item is None:
        return evidence
    before, after = _around(item, index, name)
    if _OF_OTHERS.search(after) and _SENT_FOR.search(before):
        return None
    planned = min((lv for lv in _levels(item, index, name) if lv in ("planned", "negated")), default="")
    if planned:
        return replace(evidence, score=0.0)
    level = level_shown(_part(before, last=True), _part(after))
    asked = level_asked(requirement.text)
    if level == 0:
        return replace(evidence, score=0.0)
    if level >= asked or (level == _TALK and asked == _WORK and "B1" in after):
        return replace(evidence, score=max(evidence.score, 0.95), note="")
    return replace(evidence, score=0.5, note="below the level asked")


def level_asked(text: str) -> float:
    """The level that a posting's clause asks, from 1 (some) to 4 (fluent); 3 when it names none."""
    return next((level for level, pattern in _ASKED if pattern.search(text)), _WORK)


def level_shown(before: str, after: str) -> float:
    """The level that the words around a language's name tell, 0 (gone) to 4 (fluent); 4 when nothing is said against it."""
    for part in (after, before):
        found = next((level for level, pattern in _SHOWN if pattern.search(part)), None)
        if found is not None:
            return found
    return _FLUENT


_PARTS = re.compile(r"[;|•·\n.]|,(?![^()]*\))")


def _part(text: str, *, last: bool = False) -> str:
    """What belongs to one language of a list: up to the comma before the next language, the remark after it included."""
    if last:
        return _PARTS.split(text)[-1]
    pieces = _PARTS.split(text)
    kept = pieces[0]
    for piece in pieces[1:]:
        if re.match(r"\s*(?:[A-Z]|and\s+[A-Z])", piece) and not re.match(
            r"\s*(?:I\b|[ABC][12]\b|GCSE|Duolingo)", piece
        ):
            break
        kept += "," + piece
    return kept


def _around(item: Shown, index: ResumeIndex, name: str) -> tuple[str, str]:
    text = index.text_of(item)
    at = text.lower().find(name.lower())
    if at < 0:
        mention = next((m for m in item.passage.mentions if m.kind == "language" and m.concept == name), None)
        if mention is None:
            return "", text
        return text[: mention.start - item.passage.start], text[mention.end - item.passage.start :]
    return text[:at], text[at + len(name) :]


def _levels(item: Shown, index: ResumeIndex, name: str) -> list[str]:
    text = index.document.text
    return [
        level
        for w, level in zip(item.words, item.levels, strict=True)
        if name.lower().startswith(text[w.start : w.end].lower())
    ]


_ANY_OTHER = re.compile(
    r"\b(?:second|another|additional|foreign|other|third)\s+(?:\w+\s+)?languages?\b(?!\s*(?:learn|arts))", re.IGNORECASE
)


def another_language(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> Evidence | None:
    """Any language besides English where the posting asks for "a second language"."""
    if requirement.kind not in ("language", "skill") or not _ANY_OTHER.search(requirement.text):
        return None
    best: Evidence | None = None
    for item in index.shown:
        for mention in item.passage.mentions:
            if mention.kind != "language" or mention.concept == "English" or not item.words:
                continue
            evidence = index.evidence(item, 0, len(item.words), method="hierarchy", score=0.9, note=mention.concept)
            found = spoken(requirement, evidence, index, mention.text)
            if found is not None and found.score > (best.score if best else 0.0):
                best = found
    return best


def english(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> Evidence | None:
    """A resume written in English shows that its writer writes English, unless it says how little."""
    if requirement.kind != "language" or keyword.concept != "English" or not index.shown:
        return None
    for i, mention, steps in index.by_concept.get("English", ()):
        if not steps and index.shown[i].passage.label == "languages":
            said = index.evidence(index.shown[i], 0, len(index.shown[i].words), method="exact", score=0.9)
            return spoken(requirement, said, index, mention.text)
    longest = max(index.shown, key=lambda item: len(item.words))
    return index.evidence(longest, 0, len(longest.words), method="quantity", score=0.8, note="the resume is in English")
