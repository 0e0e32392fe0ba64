"""Document -> Sections: which lines stand under which heading, for postings and for resumes.

A heading is told by its words (`lexicon/headings.toml`) and by its looks: short, no full stop, capitals, bold, larger
type, a colon, or marked as one by the format. When a text has lost its line breaks, headings glued to the sentence after
them ("The job Your main tasks are ...") are found by the pipeline's line segmentation, which asks `label_of`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from statistics import median
from typing import Literal

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
        if heading is None and run_in and side == "posting" and lines and _blank_before(document, index):
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
    if _is_rest_of_bullet(document, index, line, text):
        return None
    run_in = _run_in(text, line, side)
    if run_in:
        return Heading(index, run_in[0], text[: run_in[1]].strip(" :"), line.start + run_in[1])
    words = text.split()
    if not words or len(words) > _MAX_HEADING_WORDS or text[-1] in ".;,!" or len(text) > 80:
        return None
    label = label_of(text, side)
    looks = _looks(document, index, line, text, body_size)
    if label is None and side == "posting" and index and looks >= 1 and not line.bullet:
        label = cued_label(text)
    if label is None and side == "resume" and looks >= 2 and not line.bullet and _opens_something(document, index):
        own = own_label(text)
        if own:
            return Heading(index, own, text.strip(" :"), line.end, kept=True)
    if label and side == "posting" and looks < 2 and _names_one(text, label):
        return None
    if label and (looks >= 1 or (not line.bullet and side == "posting")):
        return Heading(index, label, text.strip(" :"), line.end)
    if label is None and len(text) < 6 and text.isalpha() and not line.heading and not line.bold:
        return None  # "SQL", "BSN": a name, not a heading in capitals
    if label is None and looks >= 2 and not line.bullet and _opens_something(document, index):
        return Heading(index, "other", text.strip(" :"), line.end)
    return None


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
    colon = text.find(":")
    if not 0 < colon < 60 or colon + 1 >= len(text.rstrip()):
        return None
    if line.bullet or len(text[:colon].split()) > 6:
        return None
    label = label_of(text[:colon], side)
    return (label, colon + 1) if label else None


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
    signs += 1 if not line.bullet and _blank_before(document, index) and _opens_something(document, index) else 0
    return signs


def _blank_before(document: Document, index: int) -> bool:
    if index == 0:
        return True
    gap = document.text[document.lines[index - 1].end : document.lines[index].start]
    return gap.count("\n") > 1


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
    words = key(_PARENTHESIS.sub(" ", text.replace("&", " and "))) or key(text)
    if not words or len(words) > _MAX_HEADING_WORDS:
        return None
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


# Headings in the employer's own words: "What would please us", "A normal shift", "How we behave here".
_CUED = (
    ("benefits", r"\b(?:you(?:['’]ll|\s+will)?\s+get|we\s+(?:offer|give|pay|provide)|in\s+return|in\s+it\s+for|perks?|benefits?|from\s+us)\b"),
    ("not_needed", r"\bnot\s+(?:need|have\s+to)|\bdon['’]t\s+(?:need|have\s+to)\b"),
    ("preferred", r"\b(?:nice|lovely|bonus|plus(?:es)?|extras?|not\s+(?:essential|required|a\s+must)|please\s+us|us\s+(?:smile|happy)|delight|would\s+help|helps?|helpful|even\s+better|love\s+to|dream|stand\s+out|great|good\s+to|advantage|desirable|optional|welcome)\b"),
    ("required", r"\b(?:you\s+(?:\w+\s+)?(?:must|need|have|should|bring|hold|are)|must|we\s+(?:need|want|ask|require|expect|look)\b.*|who\s+(?:we|you|fits|should)\b.*|needed|essentials?|behave)\b"),
    ("duties", r"^(?:what|how)\b.*\b(?:you|role|job|post|position|work|shift|days?|weeks?|involves?|includes?)\b|^(?:an?|your|the)\s+(?:\w+\s+)?(?:day|week|shift|work|job|role|month|year)\b"),
)  # fmt: skip
_CUE_PATTERNS = tuple((label, re.compile(pattern, re.IGNORECASE)) for label, pattern in _CUED)
_MAX_CUED_WORDS = 8


def cued_label(text: str) -> str | None:
    """The label of a line that looks like a heading and is worded freely; None where nothing tells.

    >>> cued_label("What would please us"), cued_label("A normal shift"), cued_label("Plant 2")
    ('preferred', 'duties', None)
    """
    if not text[:1].isupper() or len(text.split()) > _MAX_CUED_WORDS:
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
