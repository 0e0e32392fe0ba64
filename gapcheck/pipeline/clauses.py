"""Passages of a posting -> clauses: cut into the separate demands that a person would tick apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gapcheck.pipeline.kinds import CONDITION, hard_kinds
from gapcheck.pipeline.prose import act_borders, demand_borders, is_outside
from gapcheck.pipeline.quantities import SHARE_OF_YEARS, find_years
from gapcheck.types import Mention, Passage
from gapcheck.words import Word, words

# Each pattern marks a border inside a sentence between two demands that a person would tick apart.
_BORDER = re.compile(
    r"""
      ;\s+(?=\w)                                                    # 2 years of acute care; telemetry desired
    | ,?\s+(?:and|but)\s+(?:(?:therefore|so|thus|then|also)\s+)?(?=you(?:['’](?:ll|re|ve)|\s+(?:will|should|must|are|have|know|can|need|enjoy|bring|hold|possess))\b)
    | ,\s+(?=you\s+(?:should|must|will|need)\b)                     # capable of X, you should have Y
    | ,?\s+and\s+(?=(?:must|should|will)\s)                         # can read English and must be 25
    | ,?\s+(?:and|as\s+well\s+as|plus|or)\s+(?=(?:the\s+|an?\s+|your\s+)?(?:[a-z-]+\s+){0,3}?(?:ability|willingness|familiarity|experience|knowledge|
        understanding|passion|habit|desire|aptitude|commitment|proficiency|fluency|(?:track\s+)?record|minimum)\s+(?:to|with|of|in|for|using)\b(?!\s+(?:obtain|get|acquire|become|earn|achieve|secure|gain)\b))
    | ,?\s+(?=(?:ideally|preferably|especially)\s)                  # 2+ years in support, ideally at a SaaS company
    | ,\s+(?=(?:at\s+least|including|with)\s+(?:one|two|three|four|five|\d+)\s+(?:of\s+(?:them|which|those|that)|years?)\b)
    | ,\s+(?:(?:or|and)\s+)?(?=if\s+you\s)                          # a plus if you speak Polish, or if you have ...
    | ,\s+and\s+(?=(?:every|each|once\s+an?)\s+\w+,?\s+you\s)      # Each month you A, and every week you B
    | ,\s+and\s+(?=(?:able|willing|comfortable|confident|happy|ready)\s+(?:to|with)\b)
    | ,?\s+and\s+(?=(?:be|is|are)\s+(?:able|willing|comfortable|confident|happy|ready|at\s+home)\b|has\s+(?:worked|experience|held|led|run|managed|the)\b)
    | ,\s+and\s+(?=(?:can|knows?)\s)                               # understand X, and can discuss Y
    | ,?\s+and\s+(?=the\s+(?:patience|confidence|courage|discipline|stamina|drive|instinct|judge?ment|flair|energy|humou?r|sense)\s+(?:to|of|for)\b)
    | ,\s+as\s+(?:is|are|would|does)\s+(?=(?:an?\s+)?\w+\s)            # X is a bonus, as is Y
    | ,?\s+and\s+(?=(?:experienced|possess(?:es)?|hold)\s)          # general knowledge of Aarhus and possess knowledge in GPS
    | ,?\s+(?=plus\s+(?-i:[A-Z]))                                         # Go, Python or Rust, plus Bash
    | ,?\s+and\s+(?=either\s)                                       # Terraform, and either Ansible or Chef
    | ,\s+(?:or\s+)?(?=(?:have|hold|holds|having)\s+\w)             # if you have worked with ArcGIS, hold a CPESC
    | ,?\s+(?:but|while|whereas|although)\s+(?!not\b)(?=[^,;]*\b(?:preferred|desired|desirable|a\s+(?:\w+\s+)?plus|required|mandatory|essential|a\s+must)\s*(?:[.,;)]|$))
    | (?:(?<=\brequired)|(?<=\bdesired))[,.]?\s+(?:and\s+|but\s+)?(?=[^,;]*\b(?:preferred|desir(?:ed|able)|a\s+(?:\w+\s+)?(?:plus|bonus)|an\s+(?:asset|advantage))\b)   # X required, Y preferred
    | (?:(?<=\bessential)|(?<=\bmandatory))[,.]?\s+(?:and\s+|but\s+)?(?=[^,;]*\b(?:preferred|desir(?:ed|able)|a\s+(?:\w+\s+)?(?:plus|bonus)|an\s+(?:asset|advantage))\b)
    | (?<=\bpreferred)[,.]?\s+(?:and\s+|but\s+)?(?=[^,;]*\b(?:required|essential|mandatory)\b)
    | \s*\((?=[^()]*\b(?:preferred|desired|a\s+plus|desirable|required|an\s+advantage|ideal)\b[^()]*\))   # OSHA 10 (OSHA 30 preferred)
    """,
    re.VERBOSE | re.IGNORECASE,
)
# What follows tells why, not what is asked; prose only, a bullet is quoted whole.
_AFTERTHOUGHT = re.compile(
    r",?\s+(?:which|so\s+that|in\s+order\s+to|because|as\s+long\s+as|while|whereas)\s", re.IGNORECASE
)
# What joins a sentence of prose to the one before and asks nothing: "Additionally, | you should ...".
_LEAD_IN = re.compile(
    r"(?:additionally|in\s+addition(?:\s+to\s+(?:this|that|these))?|furthermore|moreover|besides|finally|at\s+the\s+same\s+time"
    r"|(?:in\s+order\s+)?to\s+(?:be\s+successful|succeed|thrive|do\s+well)(?:\s+in\s+(?:this|the)\s+\w+)?|in\s+this\s+(?:role|position|job)),?\s+"
    r"(?=(?:it\s+is\s+\w+\s+that\s+)?you\b)",
    re.IGNORECASE,
)
_AND = re.compile(r",?\s+and\s+(?!/)", re.IGNORECASE)
_AND_IN = re.compile(r",?\s+and\s+(?P<link>(?:in|with)\s+)", re.IGNORECASE)
_TOOL_LINK = re.compile(r",?\s+(?=(?:using|with|in)\s+(?:the\s+|tools\s+such\s+as\s+)?[A-Za-z])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clause:
    """One demand: its place in the document and its words."""

    start: int
    end: int
    words: tuple[Word, ...]


def clauses(text: str, passage: Passage, mentions: Sequence[Mention], role: str) -> list[Clause]:
    """The clauses of a passage, in order. *role* is the title of the job, by whose words prose may call the person."""
    cuts = [(m.start(), m.end()) for m in _BORDER.finditer(text, passage.start, passage.end)]
    kind_borders = list(_kind_borders(text, passage, mentions))
    cuts += kind_borders
    cuts += _list_borders(text, passage, mentions, [a for a, _ in kind_borders])
    cuts += _tool_borders(text, passage, mentions)
    cuts += _share_borders(text, passage)
    if not passage.bullet:
        sentence = text[passage.start : passage.end]
        borders = (*act_borders(sentence, role), *demand_borders(sentence))
        cuts += [(passage.start + a, passage.start + b) for a, b in borders]
    begin, pieces = passage.start, []
    for a, b in sorted(set(cuts)):
        if a < begin or any(m.start < a and b < m.end for m in mentions):
            continue
        if _enough(text, begin, a, mentions) and _enough(text, b, passage.end, mentions):
            pieces.append((begin, a))
            begin = b
    pieces.append((begin, passage.end))
    found = []
    for a, b in pieces:
        a, b = _trim(text, a, b)
        if not passage.bullet:
            a = m.end() if (m := _LEAD_IN.match(text, a, b)) else a
            b = _without_afterthought(text, a, b)
        inner = tuple(w for w in passage.words if a <= w.start and w.end <= b)
        if inner:
            found.append(Clause(a, b, inner))
    return found


def _without_afterthought(text: str, start: int, end: int) -> int:
    m = next((m for m in _AFTERTHOUGHT.finditer(text, start, end) if len(text[start : m.start()].split()) >= 8), None)
    return m.start() if m else end


def _enough(text: str, start: int, end: int, mentions: Sequence[Mention]) -> bool:
    """A piece can stand alone: two words of content, or a name that the lexicon knows."""
    if any(start <= m.start and m.end <= end for m in mentions):
        return True
    return sum(not w.is_stop for w in words(text[start:end])) >= 2


def _kind_borders(text: str, passage: Passage, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Borders at an "and" between demands of different kinds: degree and years, licence and driving record."""
    for m in _AND.finditer(text, passage.start, passage.end):
        left, right = text[passage.start : m.start()], text[m.end() : passage.end]
        left_kinds = hard_kinds(left, [x for x in mentions if x.end <= m.start()])
        right_kinds = hard_kinds(right, [x for x in mentions if x.start >= m.end()])
        shared = left_kinds & right_kinds
        differ = left_kinds and right_kinds and not shared
        both_in_years = shared and find_years(left) and find_years(right)
        one_more_act = shared == {"condition"} and _TO_DO.match(right) and CONDITION.search(left[-120:])
        if differ or both_in_years or one_more_act:
            yield m.start(), m.end()


_TO_DO = re.compile(
    r"to\s+(?:work|lift|stand|travel|climb|walk|drive|carry)\b|(?:travel\s+to|pass\s+an?|show\s+proof|provide\s+proof)\b",
    re.IGNORECASE,
)
_ITEM = re.compile(r",\s+(?:and\s+)?|\s+with\s+(?=an?\s|acceptable|clean|good|valid)", re.IGNORECASE)


def _list_borders(
    text: str, passage: Passage, mentions: Sequence[Mention], ands: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Borders between neighbours of a list that are each of a hard kind and not of the same: "a diploma, a clean licence".

    What stands behind one of *ands*, where borders of kinds begin, is no part of an item.
    """
    commas = [m for m in _ITEM.finditer(text, passage.start, passage.end) if is_outside(text, passage.start, m.start())]
    starts = [passage.start, *(m.end() for m in commas)]
    ends = [
        min([b, *(at for at in ands if a < at)])
        for a, b in zip(starts, [*(m.start() for m in commas), passage.end], strict=True)
    ]
    kinds = [
        hard_kinds(text[a:b], [x for x in mentions if a <= x.start and x.end <= b]) | _languages(mentions, a, b)
        for a, b in zip(starts, ends, strict=True)
    ]
    for m, left, right in zip(commas, kinds, kinds[1:], strict=False):
        studied = "education" in left | right and "language" in left | right  # "a degree in journalism, English or ..."
        if left and right and not left & right and not studied and not _ALTERNATIVE.match(text, m.end()):
            yield m.start(), m.end()


_ALTERNATIVE = re.compile(r"or\b", re.IGNORECASE)


def _languages(mentions: Sequence[Mention], start: int, end: int) -> set[str]:
    return {"language" for m in mentions if m.kind == "language" and start <= m.start and m.end <= end}


def _share_borders(text: str, passage: Passage) -> Iterator[tuple[int, int]]:
    """Borders before a share of the years asked: "3 years of security work, | one of them as a lead"."""
    for m in SHARE_OF_YEARS.finditer(text, passage.start, passage.end):
        if find_years(text[passage.start : m.start()]):
            yield m.start(), m.start("share")


def _tool_borders(text: str, passage: Passage, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Borders before "using X, Y or Z", two tools or more named as alternatives, and between "in SQL" and "in Python"."""
    tools = [m for m in mentions if m.kind == "tool"]
    for m in _AND_IN.finditer(text, passage.start, passage.end):
        if any(t.start == m.end() for t in tools) and any(passage.start <= t.start < m.start() for t in tools):
            yield m.start(), m.start("link")
    for m in _TOOL_LINK.finditer(text, passage.start + 12, passage.end):
        rest = text[m.end() : passage.end]
        behind = [t for t in tools if t.start >= m.end()]
        near = len(behind) > 1 and len(" ".join(text[m.end() : behind[0].start].split())) < 23
        if near and re.search(r"\bor\b", rest) and len(text[passage.start : m.start()].split()) > 3:
            yield m.start(), m.end()
            return


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in ",;)"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;"):
        end -= 1
    if text[end - 1] == ")" and text.count("(", start, end) < text.count(")", start, end):
        end -= 1
    return start, end
