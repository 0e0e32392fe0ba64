"""The pages of a PDF -> its lines and what a reader should know about them; the same for both engines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from itertools import starmap
from operator import attrgetter
from typing import Any

from gapcheck.errors import LimitExceeded, NoTextFound
from gapcheck.parsers.glyphs import UNMAPPED, Glyph, PageGlyphs, glyphs_of
from gapcheck.parsers.layout import PlacedLine, hidden_words, page_lines
from gapcheck.settings import Limits
from gapcheck.types import Document, Notice, Page, RawLine

_GARBLED = 0.3
"""Share of unmapped glyphs above which a text is not worth reading."""
_OCR_HINT = "Run OCR on it first (for example ocrmypdf), or give the DOCX or text it was made from."


@dataclass(frozen=True, slots=True)
class Extract:
    """What was read from a PDF, before clean-up; crosses the border of the worker process as JSON."""

    lines: tuple[RawLine, ...]
    pages: tuple[Page, ...]
    notices: tuple[Notice, ...] = ()

    def to_document(self, source: str) -> Document:
        """The document of these lines."""
        return Document.build(self.lines, kind="pdf", source=source, pages=self.pages, notices=self.notices)

    def to_json(self) -> dict[str, Any]:
        """Plain lists and dictionaries that `from_json` turns back."""
        return {
            "lines": list(map(_LINE, self.lines)),
            "pages": list(map(_PAGE, self.pages)),
            "notices": list(map(asdict, self.notices)),
        }

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Extract:
        """The extract that `to_json` made *value* of."""
        notices = (Notice(**{**entry, "words": tuple(entry["words"])}) for entry in value["notices"])
        lines, pages = starmap(RawLine, value["lines"]), starmap(Page, value["pages"])
        return cls(tuple(lines), tuple(pages), tuple(notices))


# the fields of each, as a tuple: `asdict` takes half as long as laying out the page
_LINE, _PAGE = (attrgetter(*(field.name for field in fields(kind))) for kind in (RawLine, Page))


def check_size(pages: Sequence[PageGlyphs], limits: Limits, source: str) -> None:
    """Raise LimitExceeded when the pages hold more characters than the longest posting may have."""
    characters = sum(len(run.texts) + len(run.blanks) for page in pages for run in page.runs)
    maximum = 2 * limits.max_posting_chars  # white space and hidden glyphs count here, not later
    if characters > maximum:
        raise LimitExceeded("max_posting_chars", characters, maximum, source=source)


def assemble(pages: Sequence[PageGlyphs], *, source: str, notices: Sequence[Notice] = ()) -> Extract:
    """Lines in reading order, pages and notices; raises NoTextFound when there is nothing worth reading."""
    for page in pages:
        _show_ocr_layer(page)
    placed = [page_lines(page) for page in pages]
    lines = without_repeats(placed)
    found = [*notices]
    for page in pages:
        words = hidden_words(page)
        if words:
            number = "1 word" if len(words) == 1 else f"{len(words)} words"
            message = f"{number} on page {page.number} that a reader cannot see; not counted as text."
            shown = tuple(word[:80] for word in words[:200])
            found.append(Notice("hidden_text", message, page=page.number, words=shown))
    _check_glyphs(pages, source, found)
    if not any(char.isalnum() for line in lines for char in line.text):
        raise _no_text(pages, source, hidden=any(notice.code == "hidden_text" for notice in found))
    sizes = tuple(Page(page.number, round(page.width, 1), round(page.height, 1)) for page in pages)
    return Extract(tuple(lines), sizes, tuple(found))


def _show_ocr_layer(page: PageGlyphs) -> None:
    """A scan that went through OCR carries its text invisibly over the image: that text is what a reader sees."""
    if page.image_area <= 0.5:
        return
    written = [run for run in page.runs if run.texts]
    if written and all(run.style.hidden for run in written):
        page.runs = [run._replace(style=run.style._replace(hidden=False)) for run in page.runs]


def _check_glyphs(pages: Sequence[PageGlyphs], source: str, found: list[Notice]) -> None:
    written = unmapped = lone = 0
    runs = [[run for run in page.runs if not run.style.hidden] for page in pages]
    if not any(UNMAPPED in run.texts for shown in runs for run in shown):  # nearly always
        return
    drawn: list[list[Glyph]] = list(map(glyphs_of, runs))
    for shown in drawn:
        texts = [glyph.text for glyph in shown]
        written += sum(not text.isspace() for text in texts)
        unmapped += texts.count(UNMAPPED)
        for number in (n for n, text in enumerate(texts) if text == UNMAPPED):
            beside = (*shown[max(0, number - 1) : number], *shown[number + 1 : number + 2])
            lone += not any(_joined(shown[number], other) for other in beside)
    share = unmapped / written
    if share > _GARBLED:
        raise NoTextFound(
            f"{share:.0%} of the glyphs map to no character, so the text cannot be read",
            hint="Export the PDF again with embedded Unicode fonts, or give the DOCX or text it was made from.",
            source=source,
        )
    within = unmapped - lone  # what stands alone is a list marker, nothing to report
    if within > 2 or within > 0.01 * written:
        message = (
            f"{within} glyphs ({within / written:.1%}) map to no character; words that hold them are not recognized."
        )
        found.append(Notice("unmapped_glyphs", message))


def _joined(glyph: Glyph, other: Glyph) -> bool:
    """Whether the two are drawn as parts of one word."""
    gap = max(other.x0 - glyph.x1, glyph.x0 - other.x1)
    return not other.text.isspace() and abs(other.base - glyph.base) < 1 and gap < 0.2 * glyph.size


def _no_text(pages: Sequence[PageGlyphs], source: str, *, hidden: bool) -> NoTextFound:
    if not pages:
        return NoTextFound("has no pages", hint="Export the PDF again, or give a DOCX or text file.", source=source)
    images = sum(page.images for page in pages)
    number = f"{len(pages)} page{'' if len(pages) == 1 else 's'}"
    if hidden:
        return NoTextFound(f"all text on {number} is hidden from a reader", hint=_OCR_HINT, source=source)
    if images:
        drawn = f"{images} image{'' if images == 1 else 's'}"
        return NoTextFound(f"no text on {number}, {drawn}: a scan?", hint=_OCR_HINT, source=source)
    return NoTextFound(f"no text on {number}", hint=_OCR_HINT, source=source)


_PAGE_NUMBER = re.compile(r"^(?:page|seite|p\.)?\s*[-–—|]?\s*\d{1,3}\s*(?:(?:of|/|von|\|)\s*\d{1,3})?\s*[-–—|]?$", re.I)


def without_repeats(pages: Sequence[list[PlacedLine]]) -> list[RawLine]:
    """The lines of all pages; running heads and feet stay where they stand first, page numbers are left out.

    A page that would have nothing left is kept whole.
    """
    counts: Counter[str] = Counter()
    for placed in pages:
        counts.update({_repeat_key(entry) for entry in placed if _in_margin(entry)})
    often = max(2, len(pages) * 0.6)
    seen: set[str] = set()
    kept: list[RawLine] = []
    for placed in pages:
        lines = [entry.line for entry in placed if not _is_number(entry) and _repeat_key(entry) not in seen]
        kept += lines or [entry.line for entry in placed]
        seen |= {key for entry in placed if _in_margin(entry) and counts[key := _repeat_key(entry)] >= often}
    return kept


def _is_number(entry: PlacedLine) -> bool:
    return _at_edge(entry) and _PAGE_NUMBER.match(entry.line.text) is not None


def _in_margin(entry: PlacedLine) -> bool:
    return 0 <= entry.place <= 0.12 or entry.place >= 0.88


def _at_edge(entry: PlacedLine) -> bool:
    return 0 <= entry.place <= 0.07 or entry.place >= 0.92


def _repeat_key(entry: PlacedLine) -> str:
    """What is the same for a line that every page repeats: place and words, at the very edge but for the page's number.

    Other digits count: "Cook, Hotel Sol, 2015 - 2018" and "Cook, Hotel Sol, 2018 - 2021" may begin two pages.
    """
    text = entry.line.text
    if _at_edge(entry):
        text = re.sub(rf"(?<!\d){entry.line.page}(?!\d)", "#", text, count=1)
    return f"{round(entry.place, 2)} {text}"
