"""How well machines read this resume file: each trait with its severity and what to do. Never part of coverage.

What only the reading of the bytes can see (hidden text, text boxes, glyphs without a character) comes as a notice of
the document; the rest is seen from where the lines stand and what they say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from gapcheck.types import Document, Finding, Line, Notice, Resume, Severity

_RANK: dict[Severity, int] = {"high": 0, "medium": 1, "low": 2}

NOTICES: dict[str, tuple[Severity, str]] = {
    "hidden_text": ("high", "Remove it: systems show it or refuse the file, and people who notice it stop reading."),
    "unmapped_glyphs": ("high", "Export again with another font, or from another program."),
    "damaged_page": ("high", "Export the file again."),
    "tracked_changes": ("high", "Accept all changes and save."),
    "truncated": ("high", "Shorten it to two pages."),
    "text_boxes": ("medium", "Move the text out of the boxes into plain paragraphs."),
    "margin_text": ("medium", "Move it into the body, above all your name and contact details."),
    "extraction_restricted": ("medium", "Save it without restrictions: some systems respect them and read nothing."),
    "extension_mismatch": ("medium", "Rename it: some systems go by the name."),
    "decoded_as": ("low", "Save it as UTF-8."),
}
"""Code of a notice -> how bad it is in a resume, and what to do."""

_EMAIL = re.compile(r"[\w.+%-]+\s?@\s?[\w-]+(?:\.[\w-]+)+")
_TELEPHONE = re.compile(r"(?<![\w.])\+?\(?\d[\d \xa0().–-]{6,}\d(?!\w)")
_DATES = re.compile(r"(?:19|20)\d\d|[’']\d\d\b|\b\d\d?/\d\d\b")
_SHARE = re.compile(r"(\d+(?:\.\d+)?)%")
_YEARS = re.compile(r"(?:19|20)\d\d.*(?:19|20)\d\d", re.DOTALL)
_FEW_WORDS, _MANY_WORDS, _MANY_PAGES = 120, 1100, 2
_SMALL_TYPE = 9.0
_TABLE_ROWS = 3


def check(resume: Resume) -> tuple[Finding, ...]:
    """Everything about the file that a machine may stumble over, the worst first."""
    document = resume.document
    found = [
        *_from_notices(document),
        *_pages_without_text(document),
        *_columns(document),
        *_tables(document),
        *_file_type(document),
        *_length(document),
        *_small_type(document),
        *_contact(document),
        *_sections(resume),
        *_dates(resume),
    ]
    return tuple(sorted(found, key=lambda finding: _RANK[finding.severity]))


def _from_notices(document: Document) -> Iterator[Finding]:
    for notice in document.notices:
        if notice.code in NOTICES:
            severity, fix = NOTICES[notice.code]
            if notice.code == "unmapped_glyphs" and (share := _SHARE.search(notice.message)) and float(share[1]) < 2:
                severity = "low"  # the bullets of a list, as a rule
            yield Finding(notice.code, severity, _sentence(notice), fix, notice.page)


def _sentence(notice: Notice) -> str:
    return notice.message if notice.message.endswith(".") else f"{notice.message}."


# --- layout ----------------------------------------------------------------------------------------------------


def _pages_without_text(document: Document) -> Iterator[Finding]:
    written = {line.page for line in document.lines}
    for page in document.pages:
        if len(document.pages) > 1 and page.number not in written:
            message = f"Page {page.number} has no text: a picture or a scan?"
            yield Finding("page_without_text", "high", message, "Type its text, or run OCR on the file.", page.number)


def _columns(document: Document) -> Iterator[Finding]:
    """Two flows of text side by side: reading goes back up the page, further to the right or to the left."""
    for page in document.pages:
        if page.width and _stand_side_by_side([x for x in document.lines if x.page == page.number], page.width):
            message = f"Page {page.number} is set in columns; some systems read straight across them."
            yield Finding("columns", "medium", message, "Use one column, dates on the line of their job.", page.number)


def _stand_side_by_side(lines: list[Line], width: float) -> bool:
    placed = [line for line in lines if line.top is not None]
    for number, (above, line) in enumerate(pairwise(placed), 1):
        if _top(line) >= _top(above) - 20 or abs(line.indent - above.indent) < width * 0.15:
            continue
        reach = range(int(_top(line)), int(_top(above)) + 1)
        first = [x for x in placed[:number] if int(_top(x)) in reach and abs(x.indent - above.indent) < width * 0.1]
        second = [x for x in placed[number:] if int(_top(x)) in reach and abs(x.indent - line.indent) < width * 0.1]
        if min(len(first), len(second)) >= 3:
            return True
    return False


def _top(line: Line) -> float:
    return line.top or 0.0


def _tables(document: Document) -> Iterator[Finding]:
    """Rows of facts, which reading a table joins with bars: "2019 | Nurse | Denver"."""
    if document.kind not in ("docx", "odt", "html"):
        return
    texts = [document.text[line.start : line.end] for line in document.lines]
    rows = [text for text in texts if " | " in text and not _EMAIL.search(text) and not _TELEPHONE.search(text)]
    if len(rows) >= _TABLE_ROWS:
        message = f"{len(rows)} rows stand in a table; some systems lose the order of its cells."
        yield Finding("tables", "medium", message, "Write each row as a line of text.")


def _small_type(document: Document) -> Iterator[Finding]:
    sizes = [line.size for line in document.lines for _ in range(line.end - line.start) if line.size]
    if sizes and (size := median(sizes)) < _SMALL_TYPE:
        message = f"Most of the text is set in {size:g} points."
        yield Finding("small_type", "low", message, "Use 10 to 12 points: people read it too.")


# --- file and length -------------------------------------------------------------------------------------------


def _file_type(document: Document) -> Iterator[Finding]:
    if document.kind not in ("pdf", "docx"):
        message = f"The file is {document.kind}; many application forms take only PDF or DOCX."
        yield Finding("file_type", "low", message, "Keep a PDF or DOCX for sending.")


def _length(document: Document) -> Iterator[Finding]:
    count, pages = len(document.text.split()), len(document.pages)
    if count < _FEW_WORDS:
        message = f"Only {count} words were read."
        yield Finding(
            "short", "medium", message, "If the file has more, its text is a picture; else say more of what you did."
        )
    elif pages > _MANY_PAGES:
        message = f"{pages} pages; most readers expect one or two."
        yield Finding(
            "long", "medium" if pages > _MANY_PAGES + 1 else "low", message, "Shorten what is old or far from this job."
        )
    elif count > _MANY_WORDS:
        yield Finding("long", "low", f"{count} words; a reader's first page holds about 500.", "Shorten what is old.")


# --- what a form would be filled with --------------------------------------------------------------------------


def _contact(document: Document) -> Iterator[Finding]:
    fix = "Write it as plain text in the first lines, not in a header or a picture."
    if not _EMAIL.search(document.text):
        yield Finding("no_email", "high", "No e-mail address was read.", fix)
    if not any(_is_telephone(found[0]) for found in _TELEPHONE.finditer(document.text)):
        yield Finding("no_telephone", "medium", "No telephone number was read.", fix)


def _is_telephone(text: str) -> bool:
    return 7 <= sum(c.isdigit() for c in text) <= 15 and not _YEARS.search(text)


def _sections(resume: Resume) -> Iterator[Finding]:
    """The sections that every form asks for."""
    known = {section.label for section in resume.sections}
    for label, names in (("experience", "Experience or Work history"), ("education", "Education")):
        if label not in known:
            message = f"No section for {label} was recognized."
            yield Finding(f"no_{label}", "medium", message, f"Give it an ordinary heading: {names}.")


def _dates(resume: Resume) -> Iterator[Finding]:
    """Jobs whose dates no machine can add up."""
    text, lines = resume.document.text, resume.document.lines
    if any(entry.label not in ("education", "certifications") for entry in resume.entries):
        return
    jobs = [lines[i] for section in resume.sections if section.label == "experience" for i in section.lines]
    if not jobs:
        return
    dated = any(_DATES.search(text, line.start, line.end) for line in jobs)
    message = "The dates of the jobs were not recognized." if dated else "No job has dates."
    fix = "Write title, employer and dates together, as in: Welder, Acme, March 2021 - present."
    yield Finding("dates", "medium" if dated else "high", message, fix)
