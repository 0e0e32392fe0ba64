"""Degrees: level and field asked for against the degrees that the resume names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from gapcheck.lexicon import Lexicon
from gapcheck.lexicon.relations import weight
from gapcheck.lexicon.studies import NEAR, nearness, studies_in, study_names
from gapcheck.matchers.fields import Field, cover, field_words
from gapcheck.matchers.holding import part_around, state_of
from gapcheck.matchers.index import ResumeIndex, Shown
from gapcheck.matchers.licences import grade_credit, grades
from gapcheck.matchers.paraphrase import Asked, asked_words
from gapcheck.types import Evidence, Requirement
from gapcheck.words import Word, stem, words

_LADDER = ("secondary", "diploma", "associate", "bachelor", "master", "doctorate")


def degree_of(
    requirement: Requirement, index: ResumeIndex, found: Sequence[tuple[str, int, int]], *, any_field: bool = False
) -> tuple[float, Evidence | None]:
    """Credit 1, 0.5 or 0 for a degree of the level and field asked; *found* are the degrees of the resume's text.

    Right field one level below, or right level in a neighbouring field, is half (gold/GUIDE rules 10 and 24).
    """
    asked_rank = _LADDER.index(requirement.degree or "bachelor")
    fields = () if any_field else fields_of_study(requirement, index.lexicon)
    best: tuple[float, Evidence | None] = (0.0, None)
    best_fit = (0.0, 0, 0.0)
    for level, start, end in (*found, *index.once(_by_credits)):
        item = next((s for s in index.shown if s.passage.start <= start < s.passage.end), None)
        if item is None or not item.words:
            continue
        line = index.text_of(item)
        shown = _studies_shown(line, start - item.passage.start, end - item.passage.start)
        closeness = max((_field_match(field, item, shown, index) for field in fields), default=1.0)
        if closeness >= NEAR and _RELATED_TOO.search(requirement.text):
            closeness = 1.0  # "or a related field"
        vocational = _VOCATIONAL.search(requirement.text) is not None
        if not closeness and not shown and asked_rank <= 1 and not (vocational and _LADDER.index(level) == asked_rank):
            closeness = 1.0  # a higher degree whose field nobody knows
        named = bool(fields) or (asked_rank <= 3 and not _RELEVANT.search(requirement.text))
        credit = _degree_credit(_LADDER.index(level), asked_rank, closeness, named)
        credit = min(credit, grade_credit(requirement.text, line)) if vocational and grades(line) else credit
        credit = min(credit, 0.5) if _GRADE_ASKED.search(requirement.text) and _FAILED.search(line) else credit
        wholly = credit == 1 and _BEGUN_TOO.search(requirement.text) is not None
        inside = [lv for w, lv in zip(item.words, item.levels, strict=True) if start <= w.start < end]
        done = index.once(_done, item.passage.start, item.passage.end)
        part = part_around(line, start - item.passage.start, end - item.passage.start)
        done = min(done, 0.5) if state_of(part, 0) == "begun" else done
        if done >= _HALF_DONE and _UNFINISHED.search(line):
            inside = ["learning"]
        if any(lv in ("negated", "planned") for lv in inside) or done < _HALF_DONE:
            credit = 0.0
        elif done < 1 or any(lv == "learning" for lv in inside):
            credit = 1.0 if wholly else 0.5 if credit == 1 else 0.0  # half of a degree that would itself be half
        fit = (credit, -abs(_LADDER.index(level) - asked_rank), closeness)  # of equal ones the one that is asked
        if credit and (best[1] is None or fit > best_fit):
            evidence = index.evidence(item, 0, len(item.words), method="quantity", score=credit, note=level)
            best, best_fit = (credit, evidence), fit
    return best


_GRADE_ASKED = re.compile(r"\bGCSEs?\b.*(?:\bgrade|\b[C4]\b|A\*)", re.DOTALL)
_FAILED = re.compile(
    r"\b(?:Maths?|Mathematics|English)\b(?:\s+Language)?\s*(?:[(:]|grade)?\s*(?:[1-3]|[D-GU])(?![\w*])"
)
"""A subject below the pass that is asked: "English 6, Maths 3"."""
_UNFINISHED = re.compile(r"\bnot\s+(?:finished|completed)\b|\bunfinished\b", re.IGNORECASE)
_VOCATIONAL = re.compile(
    r"\b(?:N|S)VQ\b|\bBTEC\b|\bQQI\b|\bFETAC\b|\bCity\s+(?:&|and)\s+Guilds\b|\bqualifications?\b|\blevel\s+\d\s+(?:diploma|certificate|award)|\bcert(?:ificate|\.)?\s+(?:I{1,3}|IV|[1-4])\b"
    r"|\btrade\s+(?:school|certificate|background|papers)|\bvocational\b|\bapprenticeship\b",
    re.IGNORECASE,
)


def _by_credits(index: ResumeIndex) -> tuple[tuple[str, int, int], ...]:
    """Degrees under way that only their credits tell: "Hospitality management, Plateau University, 60 of 120 credits"."""
    named = [start for _, start, _ in index.resume.degrees]
    found = []
    for item in index.shown:
        passage = item.passage
        if passage.label == "education" and not any(passage.start <= start < passage.end for start in named):
            for m in _CREDITS.finditer(index.text_of(item)):
                whole = _number(m["whole"]) or 0
                level = "bachelor" if 100 <= whole <= 200 else "associate" if 55 <= whole <= 75 else ""
                if level:
                    found.append((level, passage.start + m.start(), passage.start + m.end()))
    return tuple(found)


_HALF_DONE = 0.45
"""Share of a degree from which it counts as half done."""
_COUNT = {"half": 0.5, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_CREDITS = re.compile(
    r"\b(?P<done>\d{1,3}|[a-z]+)\s+(?:(?:credits?|units?|hours|semesters?)\s+)?of\s+(?:the\s+|an?\s+)?(?P<whole>\d{1,3}|[a-z]+)[\s-]+(?:credits?|units?|hours|semesters?|courses?|modules?|years?|yrs?|papers|units)\b",
    re.IGNORECASE,
)
_BARELY = re.compile(
    r"\b(?:one|a|single|first|1)\s+(?:semester|term|quarter)\b|\bfirst[- ]year\b|\bfirst\s+year\s+of\b|\bno\s+degree\b"
    r"|\b(?:[89]th|eighth|ninth)\s+grade\b|\b(?:some|a\s+few)\s+(?:courses|classes|credits|coursework)\b|\bdropped\s+out\b|\bcoursework\s+only\b|\badmitted\s+to\b",
    re.IGNORECASE,
)
_BEGUN = re.compile(
    r"\bhalf\s?way\b|\bunfinished\b|\bnot\s+(?:finished|completed)\b|\bincomplete\b|\bcredits?\s+toward"
    r"|\b(?:1[01]th|tenth|eleventh)\s+grade\b|\bfinal\s+year\b(?!\s+(?:project|thesis|dissertation|paper))",
    re.IGNORECASE,
)
_SMALL = {name: float(i) for i, name in enumerate("zero one two three four five six seven eight nine ten".split())}


def _done(index: ResumeIndex, start: int, end: int) -> float:
    return share_done(index.document.text[start:end])


def share_done(line: str) -> float:
    """How much of a degree the line says is done, 0 to 1; 1 when it says nothing of it."""
    for m in _CREDITS.finditer(line):
        done, whole = (_number(m[name]) for name in ("done", "whole"))
        if done is not None and whole and done < whole:
            return done / whole
    if _BARELY.search(line):
        return 0.1
    return 0.5 if _BEGUN.search(line) else 1.0


def _number(text: str) -> float | None:
    return float(text) if text.isdigit() else _SMALL.get(text.lower(), _COUNT.get(text.lower()))


OR_EXPERIENCE = re.compile(
    r"\b(?:or|though|but)\s+(?:an?\s+)?(?:the\s+)?(?:equivalent|comparable)\s+(?:\w+\s+)?(?:experience|combination)|\bor\s+(?:an?\s+)?equivalent\s+of",
    re.IGNORECASE,
)
"""A posting that takes years at work in place of a degree."""


_BEGUN_TOO = re.compile(
    r"\bin\s+progress\b|\b(?:nearly|almost|near)\s+complet|\bwithin\s+(?:\w+\s+){1,3}of\s+(?:completion|completing|finishing|graduat)|\b(?:currently\s+)?(?:pursuing|enrolled|studying|working\s+toward)"
    r"|\b(?:completed|obtained|finished)\s+or\s+(?:\w+\s+){0,3}(?:complet|pursu|progress|expected|graduat)|\b(?:final|last|third|fourth)[\s-]year\s+(?:of|student|undergrad)|\bcurrent\s+(?:student|undergraduate)",
    re.IGNORECASE,
)
"""A posting that takes a degree under way."""


def _degree_credit(shown: int, asked: int, closeness: float, in_a_field: bool) -> float:
    if shown >= asked:
        return 1.0 if closeness == 1 or not asked else 0.5 if closeness else 0.0
    if shown == asked - 1:
        # Nearly everybody who is asked for a master's has a bachelor's: it is a step toward it in the same field only.
        return 0.5 if closeness == 1 and asked > 1 and in_a_field else 0.0
    return 0.0


_RELEVANT = re.compile(r"\b(?:relevant|related|appropriate)\s+(?:subject|field|discipline|area|degree)", re.IGNORECASE)
_NAMELESS = re.compile(
    r"\b(?:universit|college|school|institut|academy|polytechnic|minor\b|gpa\b|cum\s+laude|coursework|expected|graduat|credits?\b)",
    re.IGNORECASE,
)
_PIECES = re.compile(r"[,;:|•·()\n/]|\s[-–—]\s|\s(?:at|from|with|since|until)\s|\d{4}")
_OF_SCIENCE = re.compile(
    r"^['’]?s?\s*(?:\(?hon(?:our|or)?s\.?\)?)?\s*(?:degree\s*)?(?:of\s+(?:applied\s+)?(?:science|arts?|applied\s+business|technology)\b)?\s*(?:\(?hon(?:our|or)?s\.?\)?)?\s*(?:degree\s*)?(?:(?:in|of)\s+)?",
    re.IGNORECASE,
)


def _studies_shown(line: str, start: int, end: int) -> frozenset[int]:
    """The fields of study that a line names with the degree at *start* to *end*: after it, or else before it."""
    after = _PIECES.split(_OF_SCIENCE.sub("", line[end:], count=1))
    before = _PIECES.split(line[:start])[-1:]
    for piece in (*after, *before):
        if not _NAMELESS.search(piece) and (found := studies_in(piece)):
            return found
    return frozenset()


def _field_match(field: Field, item: Shown, shown: frozenset[int], index: ResumeIndex) -> float:
    """1 same field, less for a neighbour (by `studies.txt`, a shared word, or one broader field), 0 far."""
    asked = {field.concept} if field.concept else set()
    if asked & {m.concept for m in item.passage.mentions if m.kind == "skill"}:
        return 1.0
    names = {m.concept for m in item.passage.mentions if m.kind in ("field", "degree")}
    above_shown = {a for name in names for a in index.lexicon.ancestors(name)}
    if asked & above_shown:
        return 1.0
    if field.studies and shown:
        return 1.0 if _is_wider(field.studies, shown) else nearness(field.studies, shown)
    specific = tuple(word for word in field.words if word.stem not in _GENERIC) or field.words
    shared = max(cover(specific, item), _cut_short(specific, index.text_of(item)))
    named = shared >= 0.6 and (
        _cut_short(specific, index.text_of(item)) > 0 or any(word.stem in item.every_stem for word in specific)
    )
    if named and max(cover(field.words, item), _cut_short(field.words, index.text_of(item))) >= 0.45:
        return 1.0
    above_asked = {a for name in asked for a in index.lexicon.ancestors(name)}
    kinds = {a for a in above_shown & above_asked if (c := index.lexicon.get(a)) and c.kind == "field"}
    return NEAR if kinds or shared >= 0.3 else 0.0


def _is_wider(asked: frozenset[int], shown: frozenset[int]) -> bool:
    """Whether engineering at large is asked, and any kind of it shown."""
    names = study_names()
    return any(names[n] == "engineering" for n in asked) and any(names[n].endswith(" engineering") for n in shown)


_SHORTENED = re.compile(r"\b([A-Za-z]{3,9})\.|\b[BM]\.?\s?(Com|Arch|Pharm)\b")


def _cut_short(asked: Sequence[Asked], line: str) -> float:
    """The share of the words, by weight, of which the line says the beginning before a full stop: "Interp." """
    cut = [(m.group(1) or m.group(2)).lower() for m in _SHORTENED.finditer(line)]
    total = sum(word.weight for word in asked)
    said = sum(word.weight for word in asked if any(word.stem.startswith(c) or c.startswith(word.stem) for c in cut))
    return said / total if total else 0.0


_GENERIC = frozenset(
    stem(word)
    for word in "management administration technology technologies studies services development systems arts applied".split()
)
"""Words that fields far from one another share: hospitality management is no operations management."""
_NOT_FIELD = frozenset(
    stem(word)
    for word in """degree relevant recognised recognized appropriate suitable bachelor bachelor's master master's doctor doctorate associate diploma science art relate related field
    equivalent subject discipline accredited college university high school program programme level prefer preferred require
    required similar technical close hon honour honours good ged ba bs ms ma bsc msc phd mba area study studies education
    hnd hnc beng meng bcom btech undergraduate graduate postgraduate experience professional practical work combination training nvq svq btec qualification qualifications recognised recognized formal completed full certificate cert trade trades vocational apprenticeship apprentice i ii iii iv 1 2 3 4 5 6""".split()
)


def fields_of_study(requirement: Requirement, lexicon: Lexicon) -> tuple[Field, ...]:
    """The fields of study asked for, one for each alternative; none when any will do."""
    return _fields_of(requirement.text, tuple([(k.name, k.concept) for k in requirement.keywords]), lexicon)


@lru_cache(maxsize=1_000)  # a batch asks again with each resume
def _fields_of(text: str, keywords: tuple[tuple[str, str | None], ...], lexicon: Lexicon) -> tuple[Field, ...]:
    """The fields of study asked for, one for each alternative; a degree that names its field brings it ("BSN")."""
    result = []
    for name, concept in keywords:
        name = _EDUCATION_OF.sub(r"\1", name)
        named = [w for w in words(name) if not w.is_stop and w.stem not in _NOT_FIELD]
        words_ = tuple(w for w in asked_words(named) if weight(w.stem) > 0.1)
        known = lexicon.get(concept) if concept else None
        if (known is not None and known.kind == "credential") or _CERTIFICATE.search(name):
            continue  # "a bachelor's degree or a paralegal certificate" asks no degree in paralegal certificates
        if known is not None and known.kind == "degree":
            above = [a for a in lexicon.ancestors(known.name) if (c := lexicon.get(a)) and c.kind == "field"]
            result += [Field(field_words(a), a, studies=studies_in(a)) for a in above]
        elif words_:
            whole = words(_STUDY_OF.sub("", name))
            field = concept or _field_named(whole, lexicon) or _field_named(named, lexicon)
            result.append(Field(words_, field, studies=studies_in(_STUDY_OF.sub("", name))))
        elif re.search(r"\bsciences?\b(?!\s+degree)", name, re.IGNORECASE):
            result.append(Field((), "science field"))
    broad = [Field((), f"{m['kind'].lower()} field") for m in _BROAD.finditer(text)]
    result += [field for field in broad if lexicon.get(field.concept or "")]
    return tuple(result or _fields_in_text(text, lexicon) or _field_before(text, lexicon))


def _field_before(text: str, lexicon: Lexicon) -> tuple[Field, ...]:
    """The field beside the word for a degree: "Social work degree", "BSc (Hons) Nursing", "degree from a nursing program"."""
    found = []
    for m in (m for beside in (_BEFORE, _AS, _BEHIND, _PROGRAM) for m in beside.finditer(text)):
        parts = [part for part in m["field"].split() if not part.endswith("accredited")]
        tails = [" ".join(parts[i:]) for i in range(len(parts))]
        if name := next((tail for tail in tails if studies_in(tail)), None):
            found.append(
                Field(
                    field_words(name),
                    _field_named([w for w in words(name) if not w.is_stop], lexicon),
                    studies=studies_in(name),
                )
            )
    return tuple(found)


_BEFORE = re.compile(
    r"(?P<field>[A-Za-z][\w-]*(?:\s+(?:and\s+|or\s+)?[A-Za-z][\w-]*){0,2})\s+(?:degree|diploma|major|qualifications?|apprenticeship)\b(?!\s+(?:in|as)\b)"
)
_AS = re.compile(
    r"\b(?:qualification|apprenticeship|trade\s+(?:certificate|qualification|school)|vocational\s+training|cert(?:ificate|\.)?\s+(?:I{1,3}|IV|[1-4]))\s+(?:as\s+an?|in)\s+"
    r"(?P<field>[A-Za-z][\w/-]*(?:\s+(?:and\s+)?[A-Za-z][\w/-]*){0,3})"
)
_BEHIND = re.compile(
    r"\b(?:B\.?Sc|B\.?A|B\.?S|B\.?Eng|M\.?Sc|M\.?A|M\.?S|M\.?Eng|A\.?A\.?S|HND|HNC)\b\.?\s*(?:\((?:Hons|Honours|Honors)\.?\)\s*)?(?:in\s+)?"
    r"(?P<field>[A-Z][\w-]*(?:\s+(?:and\s+|&\s+)?[A-Z][\w-]*){0,3})"
)
_PROGRAM = re.compile(
    r"\b(?:degree|graduate|graduation|diploma|bachelor['’]?s|master['’]?s)\s+(?:from|of)\s+(?:an?\s+)?"
    r"(?P<field>[A-Za-z][\w-]*(?:\s+(?:and\s+)?[A-Za-z][\w-]*){0,4})\s+(?:program(?:me)?|course|curriculum)\b",
    re.IGNORECASE,
)
_BROAD = re.compile(
    r"\b(?P<kind>quantitative|technical|STEM|business|health|science|creative)[\s-]+(?:related\s+)?(?:field|discipline|subject|area)s?\b",
    re.IGNORECASE,
)


# "A relevant commercial education" is one in commerce, not in education.
_EDUCATION_OF = re.compile(r"^(?:a\s+)?(?:relevant|appropriate|suitable)\s+(\w+)\s+education$", re.IGNORECASE)
_STUDY_OF = re.compile(
    r"^.*?\b(?:degree|diploma|bachelor['’]?s|master['’]?s|doctorate|HND|HNC|B\.?Sc|B\.?A|B\.?Eng|M\.?Sc|M\.?Eng|certificate|apprenticeship|qualification)\.?\s+(?:in|within)\s+",
    re.IGNORECASE,
)
_RELATED_TOO = re.compile(
    r"\b(?:relevant|appropriate|suitable|commercial|technical)\s+(?:\w+\s+)?education\b|\b(?:related|similar|equivalent|adjacent|comparable|allied|cognate)\s+(?:\w+\s+)?(?:field|discipline|subject|area|degree|major|study)|\bor\s+(?:closely\s+)?(?:related|similar)\b(?!\s+(?:experience|work|qualif))|\bor\s+(?:an?\s+|other\s+|another\s+)?relevant\s+(?:field|discipline|subject|degree)|\b(?:or|and)\s+the\s+like\b|\bor\s+something\s+(?:similar|like|close|akin|along)\b|\bor\s+(?:akin|thereabouts)\b|\bor\s+similar\W*$|\betc\b",
    re.IGNORECASE,
)
"""A posting that takes a neighbouring field as well."""
_CERTIFICATE = re.compile(r"\b(?:certificate|certification|licen[sc]e|apprenticeship)\b", re.IGNORECASE)
_IN_FIELD = re.compile(
    r"\b(?:degree|diploma|bachelor['’]?s|master['’]?s|associate['’]?s)\s+in\s+(?P<fields>[^.;()]+?)(?=\s+(?:from|or\s+one|is|are|preferred|required|with|at|plus)\b|[.;()]|$)",
    re.IGNORECASE,
)


def _fields_in_text(text: str, lexicon: Lexicon) -> list[Field]:
    """The fields that stand in the clause and in none of its keywords: "degree in veterinary technology"."""
    found = _IN_FIELD.search(text)
    if found is None:
        return []
    result = []
    for part in re.split(r",|\bor\b|\band\b", found["fields"]):
        named = [w for w in words(part) if not w.is_stop and w.stem not in _NOT_FIELD]
        if words_ := tuple(w for w in asked_words(named) if weight(w.stem) > 0.1):
            whole = [w for w in words(part) if not w.is_stop]
            concept = _field_named(whole, lexicon) or _field_named(named, lexicon)
            result.append(Field(words_, concept, studies=studies_in(part)))
    return result


def _field_named(named: Sequence[Word], lexicon: Lexicon) -> str | None:
    """The field of study in a degree's name, as the lexicon knows it: an MSW proves a "Master's degree in social work"."""
    names = (alias.concept for alias in lexicon.aliases.get(tuple(w.norm for w in named), ()))
    return next((name for name in names if lexicon.concepts[name].kind == "field"), None)
