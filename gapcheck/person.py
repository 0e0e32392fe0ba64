"""Whose resume it is: the line of page one that holds the name. The first look begins there; redaction hides it."""

from __future__ import annotations

import re
import unicodedata

from gapcheck.types import Document, Line

CONTACT = re.compile(r"@|https?:|www\.|linkedin|github\.com|(?:\d[\s().-]*){7,}")
"""Signs of an address, not of a name."""
_ROWS = 8
"""Lines among which a file without positions has the name."""
_MOST_WORDS = 8
_NO_NAME = re.compile(
    r"\s*(?:r[eé]sum[eé]|curriculum vitae|cv|page \d.*|contact(?: \w+)?|profile|summary|objective|about(?: me)?|skills"
    r"|(?:work )?experience|work history|education|languages|certifications|references|personal (?:details|data))\s*:?\s*",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(r"([\w.+%-]+)\s?@\s?[\w-]+\.|(?:linkedin\.com/in|github\.com)/([\w%-]+)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3,}")


def name_line(document: Document) -> Line | None:
    """The line with the person's name, or None when none can be one.

    Words that the e-mail address repeats are the name; else the largest type near the top, or the first line, is.
    """
    able = [line for number, line in enumerate(document.lines) if _may_be_name(document, line, number)]
    addresses = _plain("".join("".join(found.groups(default="")) for found in _ADDRESSED.finditer(document.text)))
    known = {line: _repeated(document.text[line.start : line.end], addresses) for line in able}
    near = [
        line for number, line in enumerate(document.lines) if line in known and _is_near_top(document, line, number)
    ]
    best = max(known.values(), default=0)
    chosen = [line for line in able if known[line] == best] if best else near
    return max(chosen, key=lambda line: (line.size or 0.0, -line.start), default=None)


def _may_be_name(document: Document, line: Line, number: int) -> bool:
    text = document.text[line.start : line.end]
    return (
        line.page == document.lines[0].page
        and (line.top is not None or number < 3 * _ROWS)
        and len(text.split()) <= _MOST_WORDS
        and not _NO_NAME.fullmatch(text)
        and not CONTACT.search(text.split("|")[0])
    )


def _is_near_top(document: Document, line: Line, number: int) -> bool:
    height = document.pages[0].height if document.pages else None
    return line.top < height / 3 if line.top is not None and height else number < _ROWS


def _repeated(text: str, addresses: str) -> int:
    """How many words of *text* stand in the person's addresses."""
    return sum(word in addresses for word in _WORD.findall(_plain(text.split("|")[0])))


def _plain(text: str) -> str:
    if text.isascii():  # most lines: nothing to take apart
        return text.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
