"""Document -> Sections: which lines stand under which heading, for postings and for resumes.

A heading is told by its words (`lexicon/headings.toml`) and by its looks: short, no full stop, capitals, bold, larger
type, a colon, or marked as one by the format. When a text has lost its line breaks, headings glued to the sentence after
them ("The job Your main tasks are ...") are found by the pipeline's line segmentation, which asks `label_of`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from statistics import median
from typing import Literal

from gapcheck.heading_model import LONGEST, announces
from gapcheck.person import name_line
from gapcheck.types import Document, Line, Section
from gapcheck.words import key

Side = Literal["posting", "resume"]

_MAX_HEADING_WORDS = 9
_FUNCTION_WORDS = frozenset(
    "a an and as at by for from in into is of on or our the to with you your we us if be".split()
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A line read as a heading; `content` is where text on the same line goes on, or the end of the line."""

    line: int
    label: str
    title: str
    content: int
    kept: bool = False
    """Its words are of the person's own choice and say something: the line is content of its section too."""


def split(document: Document, side: Side) -> tuple[Section, ...]:
    """The sections of *document* in order; every line that is not a heading is in exactly one of them.

    A heading of unknown words opens a section labelled "other"; what stands before the first heading is "title" in a
    posting and "contact" in a resume. A line that holds heading and content ("Benefits: gym") is in its section.
    """
    label, title, lines = ("title" if side == "posting" else "contact"), "", list[int]()
    sections: list[Section] = []
    parent, run_in = _Parent(), False
    for index, heading in headings(document, side):
        if heading is not None and heading.label == "other" and side == "posting" and not sections and not lines:
            # The first words of a posting are its title, not a section of its own.
            label, title = "title", heading.title
            parent.style = None
            continue
        if (
            heading is not None
            and heading.label == "other"
            and side == "resume"
            and (
                (label == "contact" and len(lines) < 2 and not any(_is_contact(document, i) for i in lines))
                or (label in ("contact", "experience") and _opens_job(document, index))
                or (label == "experience" and _is_job_head(document, index))
            )
        ):
            heading = None  # the person's name or job title in large letters; the dated head of a job
        if heading is None and side == "posting" and _ends_here(document, index, label, title, lines, run_in):
            # "Location: Leeds" speaks of its own paragraph, not of all that follows.
            sections.append(Section(label, title, tuple(lines)))
            label, title, lines, run_in = "other", "", [], False
        if heading is None:
            if side == "resume" and label in _BEFORE_JOBS and _opens_job(document, index):
                label, title, lines = _close(sections, label, title, lines, "experience")
            elif side == "resume" and label == "contact" and _is_prose(document, index):
                label, title, lines = _close(sections, label, title, lines, "summary")
            lines.append(index)
            continue
        if lines or title:
            sections.append(Section(label, title, tuple(lines)))
        label, title, lines = parent.label_for(heading, document.lines[index]), heading.title, []
        # In a resume an unknown heading is content too: an employer, a job title, a degree.
        run_in = heading.content < document.lines[index].end
        if run_in or heading.kept or (side == "resume" and heading.label == "other"):
            lines.append(index)
    if lines or title:
        sections.append(Section(label, title, tuple(lines)))
    return tuple(sections)


_FACT_WORDS, _PROSE_WORDS = 8, 14


def _ends_here(document: Document, index: int, label: str, title: str, lines: Sequence[int], run_in: bool) -> bool:
    """Whether a section ends before the line *index*, which is no heading: a fact ("Salary: / 31,000") ends with its paragraph."""
    if not lines or not _blank_before(document, index):
        return False
    if run_in:  # the list of "DUTIES: This list is of what matters most" stands below
        return not (label in ("duties", "required", "preferred") and (document.lines[index].bullet or title.isupper()))
    line, fact = document.lines[index], document.lines[lines[0]]
    return (
        len(lines) == 1
        and label in ("metadata", "benefits", "apply")
        and document.text[: fact.start].rstrip(" \n").endswith(":")
        and len(document.text[fact.start : fact.end].split()) <= _FACT_WORDS
        and len(document.text[line.start : line.end].split()) >= _PROSE_WORDS
    )


def _close(sections: list[Section], label: str, title: str, lines: list[int], opens: str) -> tuple[str, str, list[int]]:
    if lines or title:
        sections.append(Section(label, title, tuple(lines)))
    return opens, "", []


_CONTACT_MARKS = re.compile(r"[@|•·]|https?:|www\.|linkedin|\d{3}[ .)-]{1,2}\d{3,4}", re.IGNORECASE)


def _is_contact(document: Document, index: int) -> bool:
    line = document.lines[index]
    return _CONTACT_MARKS.search(document.text, line.start, line.end) is not None


def _is_prose(document: Document, index: int) -> bool:
    """A sentence among the lines of name and address: the person has begun to speak."""
    line = document.lines[index]
    text = document.text[line.start : line.end]
    length = len(text.split())
    return (length >= 12 or (length >= 5 and text[-1] in ".!?")) and not _is_contact(document, index)


# Sections in which a line with a date range can only be the first job of a resume without an "Experience" heading.
_BEFORE_JOBS = ("contact", "summary", "objective")
_DATE_RANGE = re.compile(
    r"\b(?:19|20)\d\d\s*(?:-|–|—|to|until)\s*(?:[A-Za-z]{3,9}\.?\s+)?(?:\d{1,2}/)?(?:(?:19|20)\d\d\b|present|now|current|today)",
    re.I,
)


def _opens_job(document: Document, index: int) -> bool:
    line = document.lines[index]
    return line.end - line.start < 90 and bool(_DATE_RANGE.search(document.text, line.start, line.end))


def _is_job_head(document: Document, index: int) -> bool:
    """A job title or an employer in the type of the headings: its dates stand in one of the next two lines."""
    return any(
        _opens_job(document, i) and not document.lines[i].bullet
        for i in range(index + 1, min(index + 3, len(document.lines)))
    )


class _Parent:
    """The last section whose heading was known, for unknown sub-headings ("Technical", an employer's name) inside it."""

    def __init__(self) -> None:
        self.label = "other"
        self.style: object = None

    def label_for(self, heading: Heading, line: Line) -> str:
        style = (heading.title.isupper(), line.heading, round(line.size or 0), line.bold)
        if heading.label != "other":
            self.label, self.style = heading.label, style
            return heading.label
        # In the same type as the known heading it is a section of its own, about something we do not know.
        dated = any(c.isdigit() for c in heading.title)
        if (style == self.style and not dated) or self.label not in (
            "duties",
            "required",
            "preferred",
            "experience",
            "skills",
        ):
            return "other"
        return self.label


def headings(document: Document, side: Side) -> Iterator[tuple[int, Heading | None]]:
    """Each line's index with its Heading, or None for a line of content."""
    body_size = median([line.size for line in document.lines if line.size] or [0.0])
    name = name_line(document) if side == "resume" else None
    for index, line in enumerate(document.lines):
        heading = _heading(document, index, line, body_size, side)
        if heading is not None and line is name and heading.label == "other":
            heading = replace(heading, title="")  # a sidebar may end here; but nobody's name is a heading to show
        yield index, heading


def _heading(document: Document, index: int, line: Line, body_size: float, side: Side) -> Heading | None:
    text = document.text[line.start : line.end]
    if side == "posting" and line.bullet and (frame := _FRAME.search(text)):
        line, text = replace(line, bullet=False, heading=True), text[: frame.start()]  # "~ Must haves ~"
    if side == "posting" and line.bullet and index and _is_alone(document, index) and _has_own_mark(document, index):
        line = replace(line, bullet=False)  # a picture before a heading reads as a bullet
    if side == "posting" and line.bullet and index and _stands_over_deeper(document, index):
        nested = label_of(text, side)
        if nested is not None and is_known_heading(text, side, nested):
            return Heading(index, nested, text.strip(" :"), line.end)  # "- Good to have / - - Welsh"
    if side == "posting" and (said := _SAID_OUTRIGHT.search(text)) and len(text.split()) <= _MAX_HEADING_WORDS:
        asked = said[1].lower() in ("essential", "required", "mandatory")
        return Heading(index, "required" if asked else "preferred", text.strip(" :"), line.end)
    if _is_rest_of_bullet(document, index, line, text) or (side == "posting" and says_how_judged(text)):
        return None
    if side == "posting" and index and document.text[document.lines[index - 1].end - 1] == "/":
        return None  # the rest of "Application form / Interview / | References"
    run_in = _run_in(text, line, side)
    if run_in:
        return Heading(index, run_in[0], text[: run_in[1]].strip(" :."), line.start + run_in[1])
    bare = _PARENTHESIS.sub("", text).strip() if text.endswith("):") else text  # "Duties (what the cook does):"
    words = _NOT_LIMITED.sub("", bare).split()
    if not words or (text[-1] in ".;,!" and not _TRAILING.search(text)) or len(bare) > 80:
        return None
    free = side == "posting" and index > 0 and not line.bullet
    if len(words) > (LONGEST if free else _MAX_HEADING_WORDS):
        return None
    label = label_of(text, side)
    looks = _looks(document, index, line, text, body_size)
    if free and (looks >= 2 or (looks == 1 and _blank_before(document, index))):
        label = worded_label(bare, label)
    elif free and looks == 1:
        label = label or cued_label(text)
    if len(words) > _MAX_HEADING_WORDS and (label is None or not _ends_alone(document, index, text)):
        return None
    if label is None and side == "resume" and looks >= 2 and not line.bullet and _opens_something(document, index):
        own = own_label(text)
        if own:
            return Heading(index, own, text.strip(" :"), line.end, kept=True)
    if label and side == "posting" and looks < 2 and _names_one(text, label):
        return None
    if label and side == "posting" and index and looks == 0 and _may_be_asked(document, index, text, label):
        return None
    if label and (looks >= 1 or (not line.bullet and side == "posting")):
        return Heading(index, label, text.strip(" :"), line.end)
    if label is None and len(text) < 6 and text.isalpha() and not line.heading and not line.bold:
        return None  # "SQL", "BSN": a name, not a heading in capitals
    named = looks >= 2 or (side == "posting" and _stands_over_list(document, index))
    if label is None and named and not line.bullet and _opens_something(document, index):
        return Heading(index, "other", text.strip(" :"), line.end)
    return None


def _is_alone(document: Document, index: int) -> bool:
    """Whether the line has a blank line above and below it."""
    return _blank_before(document, index) and (index + 1 < len(document.lines) and _blank_before(document, index + 1))


def _has_own_mark(document: Document, index: int) -> bool:
    """Whether the bullets below the line begin with another mark than it does."""
    lines = document.lines
    if index + 1 >= len(lines) or not lines[index + 1].bullet:
        return False
    own, below = (document.text[lines[i - 1].end : lines[i].start].strip() for i in (index, index + 1))
    return own != below


def _stands_over_deeper(document: Document, index: int) -> bool:
    """Whether the bullets below the bullet are set in deeper, and it says no more than a heading does."""
    line = document.lines[index]
    if index + 1 >= len(document.lines) or len(document.text[line.start : line.end].split()) > _MAX_NAME_WORDS:
        return False
    after = document.lines[index + 1]
    return after.bullet and after.indent > line.indent


_FRAME = re.compile(r"\s+[~=*–—#-]+\s*$")
"""What closes a heading that opens with the same sign, which reads as a bullet."""
_SAID_OUTRIGHT = re.compile(r"\s[-–—]\s*(essential|required|mandatory|desirable|preferred|desired)\W*$", re.IGNORECASE)
"""How a heading ends that tells of what it is a list: "Knowledge and skills - Desirable"."""
# How a criterion will be judged, as person specifications say beside it: "Application form / Interview".
_METHOD = (
    r"(?:applications?(?:\s+forms?)?|interviews?|references?|(?:\w+\s+)?certificates?|(?:practical\s+|written\s+|skills\s+)?(?:tests?|exercises?|assessments?)"
    r"|assessment\s+centre|presentations?|documentation|portfolio|observation|cv)"
)
_JUDGED = re.compile(
    rf"\W*{_METHOD}\s*/(?:\s*{_METHOD}\s*(?:/|,|\band\b|\bor\b|&|$))*\s*(?:{_METHOD})?\W*"
    r"|\W*(?:how|method(?:s)?\s+of|means\s+of|to\s+be)?\s*(?:identified|assessed|assessment|tested|measured|evidenced|evaluated)(?:\s+(?:by|through|via|at|method))?\W*",
    re.IGNORECASE,
)


def says_how_judged(text: str) -> bool:
    """Whether *text* only says how a criterion is judged.

    >>> says_how_judged("Application form / Interview"), says_how_judged("Assessment"), says_how_judged("Interview guests")
    (True, True, False)
    """
    return _JUDGED.fullmatch(text) is not None


_HANGING = 4
"""Characters from a bullet to the text behind it, at most."""


_WRAPPED = 12
"""Lines that one bullet may run over; further back none is looked for, so that a long text takes no longer by the line."""


def _is_rest_of_bullet(document: Document, index: int, line: Line, text: str) -> bool:
    """A bullet's next line, which may be a lone word that is a heading elsewhere: "safeguarding / responsibilities"."""
    if line.bullet or line.heading or line.bold or line.top is not None:
        return False
    first = index
    while first > max(0, index - _WRAPPED) and not document.lines[first].bullet and not _blank_before(document, first):
        first -= 1
    bullet, before = document.lines[first], document.lines[index - 1]
    if first == index or not bullet.bullet or _blank_before(document, index) or document.text[before.end - 1] == ":":
        return False
    return bullet.indent < line.indent <= bullet.indent + _HANGING or (
        text[:1].islower() and document.text[before.end - 1] not in ".!?"
    )


_ASKED = frozenset("experience certification license licence skill degree education knowledge ability".split())


def _may_be_asked(document: Document, index: int, text: str, label: str) -> bool:
    """Whether a line amid others may as well be one of a list as a heading of other words: "Contact suppliers"."""
    if is_known_heading(text, "posting", label) or text.split()[0].lower() in _OPENS_HEADING:
        return False
    if document.kind not in ("text", "markdown"):  # elsewhere no blank line tells a heading
        return False
    before, line = document.lines[index - 1], document.lines[index]
    return document.text.count("\n", before.end, line.start) == 1


_OPENS_HEADING = frozenset("what who why how about our nice desirable preferred".split())


def _names_one(text: str, label: str) -> bool:
    """Whether a short line asks for one thing and only looks like "Certifications": "PCCN certification"."""
    words = key(_PARENTHESIS.sub(" ", text))
    return (
        1 < len(words) < 4
        and words[-1] in _ASKED
        and (text.split()[0].isupper() or "(" in text)
        and not is_known_heading(text, "posting", label)
    )


def _run_in(text: str, line: Line, side: Side) -> tuple[str, int] | None:
    """Label and length of a heading that shares its line with content: "Benefits: tuition assistance, ..."."""
    if side == "posting" and not line.bullet and (said := _SENTENCE_HEADING.match(text)):
        label = _said_label(said[1])
        if label:
            return label, said.end(1) + 1
    colon = text.find(":")
    if not 0 < colon < 60 or colon + 1 >= len(text.rstrip()):
        return None
    limit = _MAX_HEADING_WORDS if _QUESTION_WORD.match(text) else 6
    if line.bullet or len(_NOT_LIMITED.sub("", text[:colon]).split()) > limit:
        return None
    label = label_of(text[:colon], side)
    if label is None and side == "posting" and _QUESTION_WORD.match(text):
        label = worded_label(text[:colon], None)  # "What would make them smile: ..."
    return (label, colon + 1) if label else None


# "Responsibilities include, but are not limited to:"
_NOT_LIMITED = re.compile(r",?\s+(?:but\s+)?(?:(?:is|are)\s+)?not\s+(?:be\s+)?limited\s+to\b", re.IGNORECASE)
# "Who we want. At least one year of ...": the heading of a paragraph, written as its first sentence.
_SENTENCE_HEADING = re.compile(r"([A-Z][^.:;,!?]{3,40})\.(?=\s+[\"'“(\[$£€]?[A-Z0-9]|$)")


def _said_label(phrase: str) -> str | None:
    """The label of a heading that ends with a full stop: all its words are known, or several and worded freely."""
    label = label_of(phrase, "posting")
    if label is not None and is_known_heading(phrase, "posting", label):
        return label
    return cued_label(phrase) if _QUESTION_WORD.match(phrase) else None


_QUESTION_WORD = re.compile(r"(?:what|who|how)\s+\S+\s+\S", re.IGNORECASE)


def _looks(document: Document, index: int, line: Line, text: str, body_size: float) -> int:
    """How many typographic signs of a heading the line carries."""
    letters = [c for c in text if c.isalpha()]
    content_words = [w for w in text.split() if w.lower() not in _FUNCTION_WORDS and w[:1].isalpha()]
    signs = 0
    signs += 2 if line.heading else 0
    signs += 2 if len(letters) > 2 and all(c.isupper() for c in letters) else 0
    signs += 1 if line.bold else 0
    signs += 1 if line.size and body_size and line.size > body_size * 1.1 else 0
    signs += 1 if text.endswith(":") else 0
    signs += 1 if text.endswith("?") else 0
    signs += 1 if content_words and all(w[0].isupper() for w in content_words) else 0
    alone = not line.bullet and _blank_before(document, index)
    signs += 1 if alone and (_opens_something(document, index) or _is_alone(document, index)) else 0
    return signs


def _blank_before(document: Document, index: int) -> bool:
    if index == 0:
        return True
    gap = document.text[document.lines[index - 1].end : document.lines[index].start]
    return gap.count("\n") > 1


_MAX_NAME_WORDS = 5


def _stands_over_list(document: Document, index: int) -> bool:
    """Whether a few words stand alone right above a list: "Calendar and communication / - Own the calendar"."""
    line = document.lines[index]
    text = document.text[line.start : line.end]
    if not index or index + 1 >= len(document.lines) or len(text.split()) > _MAX_NAME_WORDS or not text[0].isupper():
        return False
    after = document.lines[index + 1]
    return _blank_before(document, index) and after.bullet and not _blank_before(document, index + 1)


def _opens_something(document: Document, index: int) -> bool:
    """Something follows that the line can be the heading of: a bullet or a longer line, with no gap of its own kind."""
    if index + 1 >= len(document.lines):
        return False
    line, after = document.lines[index], document.lines[index + 1]
    return after.bullet or (after.end - after.start) > (line.end - line.start) or after.indent > line.indent


def label_of(text: str, side: Side) -> str | None:
    """The label of a heading by its words alone, or None when they are not known.

    >>> label_of("What you'll bring", "posting")
    'required'
    >>> label_of("Work history", "resume")
    'experience'
    """
    text = _NOT_LIMITED.sub("", text) if side == "posting" else text
    words = key(_PARENTHESIS.sub(" ", text.replace("&", " and "))) or key(text)
    if not words or len(words) > _MAX_HEADING_WORDS:
        return None
    if side == "posting" and (says_how_judged(text) or "act" in words):
        return None  # "Application form / Interview", "Data Protection Act 2018"
    if side == "posting" and words[0] in _QUALITIES and len(words) == 2 and words[1] in ("of", "in", "to", "with"):
        words = words[:1]  # "Knowledge of:", "Ability to:"
    best: tuple[int, int, str] | None = None
    covered: dict[str, set[int]] = {}
    known = _phrases(side)
    for i, word in enumerate(words):
        for label, phrase, whole in known.get(word, ()):
            n = len(phrase)
            if words[i : i + n] != phrase or (whole and n != len(words)):
                continue
            covered.setdefault(label, set()).update(range(i, i + n))
            # Headings put their head first in postings ("Requirements for the post"), last in resumes.
            head = int(i == 0) if side == "posting" else int(i + n == len(words))
            best = max(best or (0, 0, ""), (n, head, label))
    if best is not None and side == "resume" and best[0] < len(words) and words[-1] in _AGENTS:
        return None  # "Community Service Officer" is a job
    if best is not None:
        content = {i for i, word in enumerate(words) if word not in _FUNCTION_WORDS} or set(range(len(words)))
        share = len(covered[best[2]] & content) / len(content)
        # "Relevant work experience": two known words of three are enough where they come last.
        enough = 0.5 if side == "posting" else 0.66 if best[1] and best[2] in ("experience", "skills") else 0.67
        if share >= enough or (side == "resume" and best[1] and text.isupper() and words[-1] in _ENDINGS):
            return best[2]
    if side == "posting" and words[0] in ("about", "why", "life") and len(words) <= 5:
        return "about"  # "About Copper Lantern"
    return None


_QUALITIES = frozenset("knowledge ability skill understanding familiarity proficiency experience".split())


_SURE, _LONG_SURE = 0.6, 0.8
"""Probability from which the model of headings is believed; the second where a line is longer than most headings, or a lone word."""
_TRAILING = re.compile(r"(?:\.\.\.|…)\W*$")


def worded_label(text: str, known: str | None) -> str | None:
    """The label of a line that looks like a heading of a posting, or None; *known* is what `label_of` says of it.

    >>> worded_label("Gold stars, not deal breakers", None), worded_label("Full driving licence", None)
    ('preferred', None)
    """
    bare = text.strip(_DECORATION)
    if known is not None and is_known_heading(bare, "posting", known):
        return known
    words = bare.split()
    if words and words[-1].lower() in _AGENTS:
        return known  # "PAYROLL AND BENEFITS SPECIALIST" is a job
    guess, sure = announces(bare)
    if sure >= (_SURE if 1 < len(words) <= _MAX_HEADING_WORDS else _LONG_SURE):
        if guess == "not_needed" and _WISHED.search(bare):
            return "preferred"  # "It'd be lovely, though it isn't needed, if you brought"
        return known if guess == "none" else guess
    return (known or cued_label(bare)) if len(words) <= _MAX_HEADING_WORDS else None


def _ends_alone(document: Document, index: int, text: str) -> bool:
    """Whether a long line is no wrapped sentence: a colon or dots end it, or a list or a blank line follows."""
    if re.search(r"[.!?]\s+\S", text):
        return False
    if text[-1] in ":…" or index + 1 >= len(document.lines):
        return True
    return document.lines[index + 1].bullet or _blank_before(document, index + 1)


_DECORATION = " \t>~*=#•·|_—–-"


# Headings in the employer's own words: "What would please us", "A normal shift", "How we behave here".
_CUED = (
    ("apply", r"\b(?:your|the|each|an?|federal)\s+(?:\w+\s+)?(?:r[ée]sum[ée]|cv|curriculum\s+vitae|cover(?:ing)?\s+letter)s?\b|\b(?:r[ée]sum[ée]|cv|application)s?\s+(?:must|should|needs?\s+to|has\s+to|have\s+to|to)\b"),
    ("benefits", r"\b(?:you(?:['’]ll|\s+will)?\s+get|we\s+(?:offer|give|pay|provide)|in\s+return|in\s+it\s+for|perks?|benefits?|from\s+us)\b"),
    ("not_needed", r"\bnot\s+(?:need|have\s+to)|\bdon['’]t\s+(?:need|have\s+to)\b"),
    ("preferred", r"\b(?:nice|lovely|bonus|plus(?:es)?|extras?|glad\s+of|not\s+(?:essential|required|a\s+must)|please\s+us|us\s+(?:smile|happy)|delight|would\s+help|helps?|helpful|even\s+better|love\s+to|dream|stand\s+out|great|good\s+to|advantage|desirable|optional|welcome)\b"),
    ("required", r"\b(?:you\s+(?:\w+\s+)?(?:must|need|have|should|bring|hold|are)|must|we\s+(?:need|want|ask|require|expect|look)\b.*|who\s+(?:we|you|fits|should)\b.*|needed|essentials?|behave|(?<!our\s)(?:person|candidate|colleague|somebody|someone|anybody|people)\b(?!.*\baccess\b).*\b(?:brings?|has|have|with)|tick)\b"),
    ("duties", r"\b(?:work|position|role|job|post|day|week|shift)s?\s+(?:covers?|involves?|includes?|entails?|consists?|means?|comprises?)\b|^your\s+(?:contribution|mission|part|impact|focus)\b|^in\s+practice\b|^(?:what|how)\b.*\b(?:you|role|job|post|position|work|shift|days?|weeks?|involves?|includes?)\b|^(?:an?|your|the)\s+(?:\w+\s+)?(?:day|week|shift|work|job|role|month|year)\b"),
)  # fmt: skip
_CUE_PATTERNS = tuple((label, re.compile(pattern, re.IGNORECASE)) for label, pattern in _CUED)
_WISHED = next(pattern for label, pattern in _CUE_PATTERNS if label == "preferred")
_MAX_CUED_WORDS = 8
# A sentence that leads to the acts listed below it: "You will contribute to our team by:".
_LEADS_TO_ACTS = re.compile(
    r"\b(?:you|candidates?|applicants?|incumbent|post\s?holder|person|employee|role|position)\b[^.;]*?(?:['’]ll|\b(?:will|can|are\s+expected))\b"
    r"(?!\s+(?:get|receive|earn|enjoy|have|find|benefit))[^.;]*\b(?:by|to|include|including)\W*$",
    re.IGNORECASE,
)


def cued_label(text: str) -> str | None:
    """The label of a line that looks like a heading and is worded freely; None where nothing tells.

    >>> cued_label("What would please us"), cued_label("A normal shift"), cued_label("Plant 2")
    ('preferred', 'duties', None)
    """
    if not text[:1].isupper():
        return None
    if _LEADS_TO_ACTS.search(text):
        return "duties"
    if len(text.split()) > _MAX_CUED_WORDS:
        return None
    return next((label for label, pattern in _CUE_PATTERNS if pattern.search(text)), None)


_OWN = {
    "experience": "experience", "employment": "experience", "skill": "skills", "competency": "skills",
    "proficiency": "skills", "certification": "certifications", "licence": "certifications", "license": "certifications",
}  # fmt: skip
# "Guest experience" is what a hotel works on, not what the person did.
_OTHERS = frozenset("customer client guest user patient visitor student learner member employee passenger fan".split())
_EXPERIENCE_IN = re.compile(r"experiences? (?:in|at|with|as|within|from|abroad)\b(?! and\b)", re.IGNORECASE)
_MAX_OWN_WORDS = 6


def own_label(text: str) -> str | None:
    """The label of a resume's heading by its last word, whatever field stands before; None where nothing tells.

    >>> own_label("Hotel and Restaurant Experience"), own_label("Experience in Hotels"), own_label("Guest Experience")
    ('experience', 'experience', None)
    """
    if any(c.isdigit() or c in ",|@/" for c in text) or len(text.split()) > _MAX_OWN_WORDS:
        return None
    if _EXPERIENCE_IN.match(text):
        return "experience"
    words = key(_PARENTHESIS.sub(" ", text))
    if len(words) < 2 or "of" in words or words[-2] in _OTHERS:
        return None  # "Head of Customer Experience" is a job
    return _OWN.get(words[-1])


_AGENTS = frozenset(
    """officer coordinator worker manager assistant nurse technician teacher director supervisor leader lead aide specialist clerk
    driver attendant representative intern fellow chef cook engineer analyst consultant associate administrator agent advisor
    adviser trainer instructor tutor mechanic operator cleaner guard host server receptionist secretary president volunteer""".split()
)
# Last words of headings in capitals that say what the section is, whatever stands before: "SELECTED AGENCY EXPERIENCE".
_ENDINGS = frozenset(
    """experience employment history background education qualification training skill competency expertise proficiency certification
    certificate license licence licensure credential project summary profile objective reference referee language award honor honour
    publication presentation volunteering interest hobby activity achievement accomplishment membership affiliation
    coursework technology software equipment strength goal study""".split()
)
_PARENTHESIS = re.compile(r"\([^)]*\)")


def is_known_heading(text: str, side: Side, label: str) -> bool:
    """Whether the whole *text* is one of the phrases of *label*, nothing added."""
    words = key(text)
    return any(
        phrase == words and known == label for known, phrase, _ in _phrases(side).get(words[0] if words else "", ())
    )


@cache
def _phrases(side: Side) -> dict[str, list[tuple[str, tuple[str, ...], bool]]]:
    """First word -> (label, phrase, must be the whole heading)."""
    table = tomllib.loads((files("gapcheck.lexicon") / "headings.toml").read_text(encoding="utf-8"))[side]
    by_first: dict[str, list[tuple[str, tuple[str, ...], bool]]] = {}
    for label, phrases in table.items():
        for phrase in phrases:
            words = key(phrase.lstrip("="))
            by_first.setdefault(words[0], []).append((label, words, phrase.startswith("=")))
    return by_first
