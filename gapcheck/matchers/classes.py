"""Classes of driving licences, country by country: what each opens, and the endorsements beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from gapcheck.matchers.holding import part_around, state_of
from gapcheck.matchers.index import CREDIT, ResumeIndex, Shown, worst
from gapcheck.matchers.states import names_a_state
from gapcheck.types import Evidence, Keyword, Requirement

# What a class opens beside itself, one rung at a time. "car" is what a plain driver's licence opens.
_OPENS = {
    # North America; Ontario's letters
    "class a": "class b", "class b": "class c", "class c": "car", "class d": "car", "class e": "car", "class f": "g", "az": "dz", "dz": "g", "g": "g2 car",
    "g2": "car", "cdl a": "cdl b|class a", "cdl b": "cdl c|class b", "cdl c": "class c",
    # the rest of Canada, and New Zealand, by numbers
    "class 1": "car", "class 2": "car", "class 3": "car", "class 4": "car", "class 5": "car",
    # Europe and the United Kingdom
    "cat b": "class b|car", "cat be": "cat b", "cat c1": "cat b", "cat c1e": "cat c1|cat be", "cat c": "cat c1", "cat ce": "cat c|cat c1e", "cat d1": "cat b",
    "cat d": "cat d1", "cat de": "cat d|cat be",
    # Australia
    "lr": "class c", "mr": "lr", "hr": "mr", "hc": "hr", "mc": "hc",
    # India
    "lmv": "car", "hmv": "lmv", "mcwg": "two wheels",
}  # fmt: skip
_SAME = {
    "08": "cat b", "8": "cat b", "b": "cat b", "eb": "cat be", "10": "cat c1", "c1": "cat c1", "c": "cat c", "14": "cat ce", "ec": "cat ce", "ec1": "cat c1e",
    "hgmv": "hmv", "htv": "hmv", "trans": "hmv", "mcwog": "mcwg",
}  # fmt: skip
ORDINARY = frozenset(("class c", "class d", "class 5", "g", "cat b", "lmv", "car"))
"""Classes that an ordinary driver holds: a plain licence shows them."""
_HALF = {"g2": "g", "class 5": "g", "g": "class 5"}
"""What is on the way to another class, or the same in another province."""

_L = r"(?:driver['’]?s?\s+|driving\s+|vehicle\s+|truck\s+|class\s+|motor\s+)*(?:licen[sc]e|lic\b\.?)"
_CLASS = re.compile(
    rf"""
      \b(?:HGV|LGV)\s*(?:[Cc]lass\s*)?(?P<hgv>[12])\b | \b[Cc]lass\s*(?P<hgv2>[12])\s+(?:HGV|LGV)\b
    | \bCDL[\s-]*(?:[Cc]lass[\s-]*)?(?P<cdl>[ABC])\b | \b(?:[Cc]lass[\s-]+)?(?P<cdl2>[ABC])[\s-]+(?:CDL|[Cc]ommercial\s+[Dd]river)
    | \b(?:[Cc]lass|CLASS)[\s-]*(?P<letter>[A-F](?!\d)|[1-5])\b(?!\s*(?:room|drug|felony|misdemeanou?r|medical|device))
    | \b(?P<letter2>[A-D])[\s-]class\b
    | \b[Cc]at(?:egor(?:y|ies))?s?\.?[\s-]+(?P<cat>(?:[BD]1?|C1?)\s?\+?\s?E?)(?![\w+]) | \b(?P<cat2>C1?\s?\+\s?E|CE|C1E?|BE|D1E?)\s+{_L}
    | \b{_L}\s*[:,(-]?\s*(?:cat(?:egor(?:y|ies))?\.?\s+)?(?P<cat3>(?:[BD]1?|C1?)\s?\+?\s?E?)(?![\w+])
    | \b[Cc]ode[\s-]*(?P<code>0?8|10|14|EC1?|C1|EB|B)\b | \b(?P<code2>E(?:B|C1?))\s+{_L}
    | \b(?P<au>[LMH]R|[HM]C)(?:\s+class)?\s+{_L} | \b[Ll]icen[sc]e\s*[:,(-]?\s*(?:[Cc]lass\s+)?(?P<au2>[LMH]R|[HM]C)\b
    | \b(?:[Ff]ull|[Cc]lass|Ontario|[Vv]alid)\s+(?P<on>G[12]?|[AD]Z)\b(?!\w) | \b(?P<on2>G[12]?|[AD]Z)\s+{_L}
    | \b(?P<in>LMV|MCWO?G|HG?MV|HTV)\b
    | \b(?P<two>(?i:two|2)[\s-]wheelers?|[Mm]otor(?:cycle|bike)|[Ss]cooter|[Mm]oped)\b(?=[^;.\n]{{0,20}}\blicen[sc]e)
    """,
    re.VERBOSE,
)
_COMMERCIAL = re.compile(
    r"\bCDL\b|\bcommercial\b|endorse|air[\s-]?brake|\btanker\b|\bhaz-?mat\b|\bP\s*(?:/|and|&)\s*S\b", re.IGNORECASE
)
_LEARNS = re.compile(
    r"\bpermit\b|\blearner|\bL[\s-]plates?\b|\bG1\b|\bprovisional\s+(?!P)\w*licen|\bCLP\b", re.IGNORECASE
)
_AUTOMATIC = re.compile(r"\bauto(?:matic)?s?\b(?:\s+(?:cars?|cond\.?|condition|transmission|vehicles?|only))*\s+only\b|\(auto(?:matic)?\)|\bauto\s+only", re.IGNORECASE)  # fmt: skip
_TO_DRIVE = re.compile(r"\bdriv\w*|\blicen[sc]|\blic\b|\bCDL\b|\bCOMMERCIAL\b", re.IGNORECASE)


@lru_cache(maxsize=4_000)
def classes_in(text: str) -> tuple[tuple[str, int, int], ...]:
    """The classes of driving licences that *text* names, with their offsets.

    >>> [name for name, _, _ in classes_in("Class A CDL; HR licence; Code 10")]
    ['cdl a', 'hr', 'cat c1']
    """
    return tuple((_named(m, text), m.start(), m.end()) for m in _CLASS.finditer(text))


def _named(m: re.Match[str], text: str) -> str:
    group = m.lastgroup or ""
    mark = "".join(c for c in m[group].lower() if c.isalnum())
    kind = group.rstrip("23")
    if kind == "cdl" or (kind == "letter" and mark in "abc" and _COMMERCIAL.search(text)):
        return f"cdl {mark}"
    if kind == "hgv":
        return "cat ce" if mark == "1" else "cat c"
    if kind in ("letter", "cat"):
        return f"{'class' if kind == 'letter' else 'cat'} {mark}"
    return "mcwg" if kind == "two" else _SAME.get(mark, mark)


@lru_cache(maxsize=500)
def opened(name: str) -> frozenset[str]:
    """The class and all that it opens.

    >>> sorted(opened("hr"))
    ['car', 'class c', 'hr', 'lr', 'mr']
    """
    found = {name}
    for part in _OPENS.get(name, "").replace("|", " | ").split(" | "):
        if part:
            for below in (part,) if part in _OPENS or part in ("car", "two wheels") else part.split():
                found |= opened(below)
    return frozenset(found)


def asked_classes(requirement: Requirement) -> tuple[str, ...]:
    """The classes of driving licences that a requirement names; none where it is about no licence to drive."""
    text = requirement.text
    if requirement.kind != "credential" or not _TO_DRIVE.search(text):
        return ()
    found = dict.fromkeys(name for name, _, _ in classes_in(text))
    return (*found, "car") if found and _A_CAR.search(text) else tuple(found)


_A_CAR = re.compile(r"\bcar\s+(?:or\b|driv|licen)|\bor\s+(?:an?\s+)?car\b", re.IGNORECASE)


def held_classes(index: ResumeIndex) -> tuple[tuple[str, Shown, bool], ...]:
    """The classes that the resume holds, with their lines, and whether for automatics only."""
    found = []
    for item in index.shown:
        if not item.words:
            continue
        line = index.text_of(item)
        for name, start, end in classes_in(line):
            part = part_around(line, start, end)
            if (
                not _tells(line, start, item)
                or of_another_trade(_sentence(line, start))
                or _LEARNS.search(_sentence(line, start))
            ):
                continue
            if state_of(part, index.resume.today):
                continue
            if CREDIT[_level(item, start, end)] == 0 or "planned" in item.levels:
                continue
            found.append((name, item, _AUTOMATIC.search(line) is not None))
    return tuple(found)


def _sentence(line: str, start: int) -> str:
    first = max(line.rfind(";", 0, start), line.rfind(". ", 0, start)) + 1
    return re.split(r";|\.\s", line[first:])[0]


_BEFORE = re.compile(r"(?P<before>[A-Za-z][\w+]*)['’]?s?\s+(?:licen[sc]e|certificate|certification)\b", re.IGNORECASE)
_OF_DRIVERS = frozenset(
    """driver driving truck vehicle class full valid clean car manual current cdl commercial motorcycle motorbike scooter heavy light rigid goods
    passenger category cat code and or my a the own eu uk gb us nz nsw qld vic wa sa tas act nt ontario quebec alberta manitoba saskatchewan
    columbia scotia brunswick state provincial two wheeler drivers hgv lgv pcv lorry bus trailer combination articulated learner""".split()
)


def of_another_trade(part: str) -> bool:
    """Whether the licence named in *part* is none to drive: "Class C asbestos licence"."""
    before = [m["before"] for m in _BEFORE.finditer(part)]
    return bool(before) and all(len(w) > 4 and w.lower() not in _OF_DRIVERS and not names_a_state(w) for w in before)


def _tells(line: str, start: int, item: Shown) -> bool:
    """Whether a class stands there as one of a licence: "Class A office towers" is none."""
    if _TO_DRIVE.search(line) or _COMMERCIAL.search(line) or item.passage.label == "certifications":
        return True
    return len(item.passage.words) <= _SHORT and (start == 0 or line[:start].rstrip().endswith((":", ",", "full")))


_SHORT = 6


def _level(item: Shown, start: int, end: int) -> str:
    first, last = item.passage.start + start, item.passage.start + end
    return worst(level for w, level in zip(item.words, item.levels, strict=True) if first < w.end and w.start < last)


def class_held(requirement: Requirement, asked: tuple[str, ...], index: ResumeIndex) -> Evidence | None:
    """A licence of one of the classes *asked*, or one that opens it; a lesser one on the way to it is half."""
    best: Evidence | None = None
    manual = re.search(r"\bmanual\b", requirement.text, re.IGNORECASE) is not None
    for name, item, automatic in index.once(held_classes):
        wider = opened(name)
        credit = 1.0 if wider.intersection(asked) else 0.5 if _HALF.get(name) in asked else 0.0
        credit = min(credit, 0.5) if automatic and manual else credit
        if credit and (best is None or 0.95 * credit > best.score):
            score = 0.95 * credit if credit == 1.0 else 0.5
            best = index.evidence(item, 0, len(item.words), method="hierarchy", score=score, note=f"opens {asked[0]}")
    return best


# --- endorsements --------------------------------------------------------------------------------------------

_LETTERS = re.compile(
    r"\b(?P<marks>(?-i:[PSHNTX])(?:\s*(?:,|/|&|and|,\s*and)\s*(?-i:[PSHNTX]))*)\s*\)?\s*(?:-\s*)?endorse", re.IGNORECASE
)
_BESIDE = re.compile(r"\b(?:with|w/|plus|\+|incl\w*|endorsements?\s*:?)\s*(?P<marks>(?-i:[PSHNTX])(?:\s*(?:,|/|&|and|\+)\s*(?-i:[PSHNTX]))*)(?![\w'’])|(?P<slashed>\b(?-i:[PSHNTX])(?:/(?-i:[PSHNTX]))+)\b", re.IGNORECASE)  # fmt: skip
_NAMED = {
    "P": re.compile(r"\bpassengers?\b", re.IGNORECASE),
    "S": re.compile(r"\bschool[\s-]bus\b", re.IGNORECASE),
    "H": re.compile(r"\bhaz-?mat\b|\bhazardous\s+materials?\b", re.IGNORECASE),
    "N": re.compile(r"\btank(?:er)?s?\b", re.IGNORECASE),
    "T": re.compile(r"\b(?:doubles?|triples?)\b", re.IGNORECASE),
    "X": re.compile(r"\bX\b"),
}
_BY_NAME = re.compile(r"\b(?:endors|CDL)", re.IGNORECASE)


def endorsements_in(text: str) -> Iterator[tuple[str, int, int]]:
    """The endorsements of a commercial licence named in *text*, by letter or by name beside the word."""
    for pattern in (_LETTERS, _BESIDE):
        for m in pattern.finditer(text):
            group = m.lastgroup or "marks"
            for letter in re.finditer(r"[PSHNTX]", m[group]):
                yield letter.group(), m.start(group) + letter.start(), m.end()
    if _BY_NAME.search(text):
        for mark, name in _NAMED.items():
            if mark != "X":
                yield from ((mark, m.start(), m.end()) for m in name.finditer(text))


def endorsed(keyword: Keyword, index: ResumeIndex) -> tuple[bool, Evidence | None]:
    """Whether the keyword asks endorsements by letter, two or more, and the line that holds them: some of them are half."""
    asked = {mark for m in _LETTERS.finditer(keyword.name) for mark in re.findall(r"[PSHNTX]", m["marks"])}
    if len(asked) < 2:
        return False, None
    shown: set[str] = set()
    best: Shown | None = None
    for item in index.shown:
        line = index.text_of(item)
        for mark, start, end in endorsements_in(line):
            if mark not in asked or mark in shown or not item.words:
                continue
            if (
                not state_of(part_around(line, start, end), index.resume.today)
                and CREDIT[_level(item, start, end)] != 0
            ):
                shown.add(mark)
                best = best or item
    if best is None:
        return True, None
    score = 0.95 if shown == asked else 0.5
    return True, index.evidence(best, 0, len(best.words), method="alias", score=score, note="")
