"""Brands and kinds: a product shows the kind that it is of, and stands by half for another brand (gold/GUIDE rule 27).

Where a posting asks for a kind of product or names one of its brands, the resume's words are read in that light: "in
Toast" is the point of sale, "Polaris since 2018" the library's system. Nowhere else would such a word be a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gapcheck.lexicon import Concept
from gapcheck.matchers.index import ANOTHER, CREDIT, NOTES, ResumeIndex, Shown
from gapcheck.matchers.phrases import in_sense
from gapcheck.matchers.places import content_stems, level_of, passages_with_all, shortest_run, words_between
from gapcheck.types import Evidence, Keyword, Requirement

_OF_THE_KIND, _WILL_DO, _HALF = 0.9, 0.85, 0.5
"""Scores of a brand where its kind is asked, where another brand is asked "or similar", and where that brand alone is."""
_CATEGORY = (
    "software",
    "system",
    "record",
    "platform",
    "platforms",
    "suite",
    "terminal",
    "controller",
    "lawyers",
    "framework",
    "database",
)
_KINDS = frozenset(
    name.strip()
    for name in """HRIS, CMMS, PLC, SIEM, CTMS, CI/CD, BIM, 3D CAD, LIMS, business intelligence, video editing, image editing, web analytics
    , digital audio workstation, video conferencing, social media management tools, SEO tools, product analytics, message queue, design tool
    , robotic process automation, container orchestration, configuration management, electronic data capture, citation management, IDE
    , automated dispensing cabinet, password managers, CNC machining, product information management, online whiteboard, game engine
    , remote monitoring and management, electronic logging device, product lifecycle management, infusion pump, ultrasound machine
    , ventilator, dialysis machine, autoclave, espresso machine, zero-turn mower, e-book platform, tax research service, reading intervention software
    , board portal software, legal research platforms, document review platforms""".split(",")
)
"""Concepts that are kinds of products, beside those whose names end so."""
_SIMILAR = re.compile(
    r"\b(?:or|and|any)\s+(?:(?:an?|any|some|the)\s+)?(?:similar|equivalent|comparable|other|another|like)\b|\bsimilar\)|\betc\b|\bsuch\s+as\b|\be\.?g\b|\bfor\s+example\b|\bany\s+(?:major|modern|common)\b",
    re.IGNORECASE,
)
_KIND_WORD = re.compile(
    r"(?:software|systems?|records?|platforms?|suites?|tools?|terminals?|controllers?|apps?|packages?|databases?|program(?:me)?s?|portals?|solutions?|services?|DAWs?|CMS|CRM|ERP|LMS|EHR|EMR|ATS|POS|WMS|TMS|PMS)$",
    re.IGNORECASE,
)


_ASKING = ("tool", "skill", "experience", "duty")


def brand(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> Evidence | None:
    """A product of the kind asked for: met; another brand than the one asked for: half, or met where "or similar" will do.

    "Field service software" beside "ServiceTitan" is the kind that ServiceTitan is of, whatever the posting calls it.
    """
    if requirement.kind not in _ASKING:
        return None
    asked = index.lexicon.get(keyword.concept) if keyword.concept else None
    if asked is not None and _is_kind(asked.name, index):
        return _best(index, (asked.name,), "", _OF_THE_KIND)
    if asked is not None:
        score = _WILL_DO if requirement.mode == "any" and _SIMILAR.search(requirement.text) else _HALF
        return _best(index, _kinds(asked, index), asked.name, score) if asked.kind == "tool" else None
    if requirement.mode != "any" or not _KIND_WORD.search(keyword.name):
        return None
    beside = [index.lexicon.get(k.concept) for k in requirement.keywords if k.concept]
    each = [_kinds(known, index) for known in beside if known is not None and known.kind == "tool"]
    kinds = dict.fromkeys(kind for group in each for kind in group)
    shared = [kind for kind in kinds if len(each) < 2 or sum(kind in group for group in each) > 1]
    return _best(index, shared, "", _WILL_DO)


def _kinds(brand: Concept, index: ResumeIndex) -> list[str]:
    return [kind for kind in brand.broader if _is_kind(kind, index)]


def _is_kind(name: str, index: ResumeIndex) -> bool:
    return (name in _KINDS or name.lower().endswith(_CATEGORY)) and name in index.lexicon.brands


def _best(index: ResumeIndex, kinds: Sequence[str], asked: str, score: float) -> Evidence | None:
    best: Evidence | None = None
    for kind in kinds:
        for name, item, span in (*_mentioned(kind, index), *index.once(_meant, kind)):
            level = level_of(item, *span)
            if name == asked or score * CREDIT[level] <= (best.score if best else 0.0) or (asked and level):
                continue  # half of another brand is nothing
            note = NOTES.get(level) or (f"{name}{ANOTHER}{kind}" if asked else f"{name} shows {kind}")
            best = index.evidence(item, *span, method="hierarchy", score=score * CREDIT[level], note=note)
    return best


def _mentioned(kind: str, index: ResumeIndex) -> Iterator[tuple[str, Shown, tuple[int, int]]]:
    for i, mention, steps in index.by_concept.get(kind, ()):
        span = words_between(index.shown[i], mention.start, mention.end)
        if steps == 1 and mention.kind == "tool" and span:
            yield mention.concept, index.shown[i], span


def _meant(index: ResumeIndex, kind: str) -> tuple[tuple[str, Shown, tuple[int, int]], ...]:
    """Where words of the resume that are names of brands of the *kind*, and of other things as well, may mean the brand."""
    found = []
    for name in index.lexicon.brands.get(kind, ()):
        known = index.lexicon.concepts[name]
        for short, sure in _short_names(known):
            stems = content_stems(short)
            for i in passages_with_all(stems, index):
                item = index.shown[i]
                window = shortest_run(item, stems)
                if window is None or window[1] - window[0] != len(stems):
                    continue
                written = item.words[window[0]].text
                if (short.isupper() and len(short) > 2 and not written.isupper()) or _is_part_of_a_name(
                    item, window, index
                ):
                    continue
                if in_sense(item, window, known, index, short) and (sure or _stands_as_name(item, window, index)):
                    found.append((name, item, window))
    return tuple(found)


# "Polaris ILS", "Tapestry learning journal": what is said without the words that only keep it apart.
_TAIL = re.compile(r"\s+(?:(?:POS|CRM|ILS|CMS|ATS|ERP|EHR|PMS|WMS|LMS|CLM|SIS|DAW|HR|Pro|QSR|[a-z][\w-]*)(?:\s+|$))+$")


_DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday March April May June August".split())


def _short_names(brand: Concept) -> Iterator[tuple[str, bool]]:
    """The one-word names of a brand that mean other things as well, and whether the lexicon has them as a name."""
    for text in (brand.name, *brand.aliases):
        name = text.lstrip("=~")
        if not name[:1].isupper():
            continue
        if name in _DAYS:
            continue
        if " " not in name:
            if "ambiguous" in brand.flags or text[:1] == "~":
                yield name, True
        elif (m := _TAIL.search(name)) and " " not in name[: m.start()] and len(name[: m.start()]) > 2:
            yield name[: m.start()], False


def _is_part_of_a_name(item: Shown, window: tuple[int, int], index: ResumeIndex) -> bool:
    first, last = item.words[window[0]].start, item.words[window[1] - 1].end
    return any(m.start <= first and last <= m.end for m in item.passage.mentions)


_BEFORE = re.compile(
    r"\b(?:in|with|via|using|through|into|use|used|run|ran|know|knows|our)\s+$|[,/(:;]\s*$", re.IGNORECASE
)
_AFTER = re.compile(r"\s*(?:$|[,;:./()–-]|(?:for|and|or|&|since|to|every|daily|all|on|at|from|as|when|\d)\b|[a-z])")


def _stands_as_name(item: Shown, window: tuple[int, int], index: ResumeIndex) -> bool:
    """A word that the lexicon has only as a part of a name, used as one: "in Polaris", "Polaris since 2018"."""
    text = index.text_of(item)
    start = item.words[window[0]].start - item.passage.start
    end = item.words[window[1] - 1].end - item.passage.start
    heads = not text[:start].strip(" -•*")
    after = _AFTER.match(text, end) is not None
    return after and (heads or _BEFORE.search(text[:start]) is not None)
