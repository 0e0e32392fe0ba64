"""Document and Sections -> Passages: wrapped lines joined, sentences parted. Lost line breaks are found before (boundaries.py)."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gapcheck.lexicon.relations import relations
from gapcheck.sections import Side, is_known_heading, label_of
from gapcheck.types import Document, Line, Passage, Section
from gapcheck.words import words

_WRAP_LIMIT = 130
"""Longest line that a hard-wrapped text has; longer ones are paragraphs of their own."""

_CONTINUES = frozenset(
    "a an and as at by for from in into of on or the to with your our their its including & /".split()
)
_ABBREVIATIONS = frozenset(
    """a.s a.a b.s b.a m.s m.a a.a.s b.b.a m.b.a b.f.a m.f.a b.s.n m.s.n m.s.w ph.d ed.d e.g i.e eg ie etc vs mr mrs ms dr st inc ltd co corp dept approx min max no nos yrs yr mo hrs hr jr sr prof rev gen
    incl est fig a.m p.m am pm u.s u.k ph.d b.sc m.sc b.a m.a b.s m.s jan feb mar apr jun jul aug sept sep oct nov dec
    ave blvd rd mt ft assoc cert mgr asst dir""".split()
)
_SENTENCE_END = re.compile(
    r"(?<=[.!?])[\"'”’)\]]*\s+(?=[\"'“‘(\[$£€]?[A-Z0-9•])|(?<=[.!?])[\"'”’)\]]*\s*\n\s*|(?<=[a-z]{3}[.!?])(?=[A-Z][a-z]+\s)"
)
_INLINE_BULLET = re.compile(
    r"(?:(?<=\s)|^)(?:[•●▪◦‣■□➢✓·∙](?=\s)|[•●▪■➢](?=\w))|(?<=[\w.;,:)])\s+[-–*](?=\s+[A-Z]|[A-Z][a-z]+\s)"
)


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines that read as one: a paragraph, a bullet with its wrapped lines."""

    start: int
    end: int
    first: Line
    section: Section
    label: str
    title: str
    cell: bool = False
    """A cell of a table whose column says what it is ("Essential", "Desirable")."""


def passages(document: Document, sections: Sequence[Section], side: Side) -> tuple[Passage, ...]:
    """The passages of *document* in order; headings are left out, every other word is in exactly one passage."""
    result: list[Passage] = []
    lead, lead_of = "", -1
    section: Section | None = None
    label = title = ""
    for number, block in enumerate(_blocks(document, sections)):
        if block.section is not section:
            section, label, title = block.section, block.label, block.title
        for start, end, inner_bullet in _inline_bullets(document.text, block):
            bullet = block.first.bullet or inner_bullet
            for a, b in _one_demand(document.text, start, end, side, bullet):
                glued = _glued_heading(document.text, a, b, side) or _lone_heading(document.text, a, b, block, side)
                if glued:
                    label, title, a = glued
                if side == "posting" and (mark := CRITERION.search(document.text, max(a, b - _MARK_LENGTH), b)):
                    b = mark.start()
                found = words(document.text[a:b], a)
                if not found:
                    continue
                introduced = lead if bullet and lead_of == number - 1 else ""
                row_label, row_title = (block.label, block.title) if block.cell else (label, title)
                result.append(
                    Passage(a, b, tuple(found), row_label, row_title, block.first.page, bullet, number, introduced)
                )
        text = document.text[block.start : block.end]
        if text.endswith(":"):
            lead, lead_of = re.split(r"(?<=[.!?])\s", text)[-1].rstrip(": "), number
        elif block.first.bullet and lead_of == number - 1:
            lead_of = number
    return tuple(result)


# --- hanging lines -------------------------------------------------------------------------------------------

_LAID_OUT = ("text", "markdown")
"""Formats whose lines end where somebody's width ended; elsewhere the format says where a paragraph ends."""
_HANGS_BY = 8
"""Columns by which the rest of a bullet is set in; what stands further right is centred, or another column."""


def hanging_joined(document: Document) -> Document:
    """*document* with each bullet as one line, the lines that hang under it included; its text stays as it is.

    A line set in under a bullet is the rest of it whatever it begins with, a capital, a number or a word that is a
    heading elsewhere: "- Clear grasp of safeguarding and child protection / responsibilities".
    """
    if document.kind not in _LAID_OUT:
        return document
    lines: list[Line] = []
    for line in document.lines:
        if lines and _hangs(document.text, lines[-1], line):
            lines[-1] = replace(lines[-1], end=line.end)
        else:
            lines.append(line)
    return replace(document, lines=tuple(lines)) if len(lines) < len(document.lines) else document


def _hangs(text: str, bullet: Line, after: Line) -> bool:
    if not bullet.bullet or after.bullet or after.heading or not 0 < after.indent - bullet.indent <= _HANGS_BY:
        return False
    if text.count("\n", bullet.end, after.start) > 1 or text[bullet.end - 1] == ":":
        return False
    return not _SHOUTED.fullmatch(text, after.start, after.end) or text[bullet.start : bullet.end].isupper()


# "REQUIREMENTS", "HOW TO APPLY:"; not "(GL)", "WSET)" or "SAP".
_SHOUTED = re.compile(r"[A-Z][A-Z &/'’-]{5,}:?")


# --- nested lists --------------------------------------------------------------------------------------------

_HEAD_WORDS = 12
"""Words up to which an item only names the list that is nested in it; a longer one says something of its own."""
_BARE = 2
"""Words of a name over a single nested item: "Lead | - Trains three technicians"."""
_NAME_WORDS = 3
"""The same among demands, where "Experience with databases" asks for something itself."""


def list_heads(document: Document, found: Sequence[Passage]) -> frozenset[int]:
    """Starts of the items that only name what the items nested in them say: "Training | - Run a course | - ..."."""
    starts = [line.start for line in document.lines]
    lines = [document.lines[max(0, bisect_right(starts, p.start) - 1)] for p in found]
    return frozenset(
        p.start
        for p, first, second, own, below, next_below in zip(
            found, found[1:], found[2:], lines, lines[1:], lines[2:], strict=False
        )
        if p.bullet and _may_name(p, own)
        if p.title == first.title
        and first.bullet
        and below.indent > own.indent
        and len(first.words) > 2
        and (len(p.words) <= _BARE or (second.bullet and next_below.indent == below.indent and len(second.words) > 2))
    )


def _may_name(passage: Passage, line: Line) -> bool:
    """Whether an item is short enough to be but a name; among demands, less than that, and no cell of a table."""
    if passage.label in ("duties", "title", "other"):
        return len(passage.words) <= _HEAD_WORDS
    return len(passage.words) <= _NAME_WORDS and (passage.start, passage.end) == (line.start, line.end)


# --- lines into blocks ---------------------------------------------------------------------------------------


def _blocks(document: Document, sections: Sequence[Section]) -> Iterator[_Block]:
    width = _wrap_width(document)
    apart, unwrapped = _fragments(document), width == 0 and _is_unwrapped(document)
    for section in sections:
        run: list[Line] = []
        columns = _columns(section.title)
        for index in section.lines:
            line = document.lines[index]
            if index == section.lines[0]:
                line = _without_run_in(document, line, section)
            columns = _columns(document.text[line.start : line.end]) or columns
            cells = _cells(document.text, line) if columns else []
            if len(cells) > 1:
                yield from _row(cells, columns, line, section)
                continue
            if run and (line.start in apart or not _continues(document, run[-1], line, width, unwrapped)):
                yield _block(run, section)
                run = []
            run.append(line)
        if run:
            yield _block(run, section)


_CELL_BORDER = re.compile(r"\s*(?:\t|\s\|\s|^\|\s|\s\|$)\s*", re.MULTILINE)


def _columns(text: str) -> tuple[str | None, ...]:
    """The labels of a table's columns when *text* is a header row such as "Criteria | Essential | Desirable"."""
    cells = _CELL_BORDER.split(text)
    if len(cells) < 2:
        return ()
    labels = tuple(label_of(cell, "posting") if cell.strip() else None for cell in cells)
    return labels if len({label for label in labels if label in ("required", "preferred")}) > 1 else ()


def _cells(text: str, line: Line) -> list[tuple[int, int]]:
    borders = list(_CELL_BORDER.finditer(text, line.start, line.end))
    starts = [line.start, *(m.end() for m in borders)]
    ends = [*(m.start() for m in borders), line.end]
    return list(zip(starts, ends, strict=True))


def _row(
    cells: Sequence[tuple[int, int]], columns: Sequence[str | None], line: Line, section: Section
) -> Iterator[_Block]:
    """The cells that stand under a column with a label; row headings and the header row itself are left out."""
    shift = len(columns) - len(cells)  # a row whose heading cell is merged with the one above lacks it
    for number, (start, end) in enumerate(cells):
        label = columns[number + shift] if 0 <= number + shift < len(columns) else None
        if label in ("required", "preferred") and end > start:
            cell = Line(start, end, line.page, True, line.indent, line.top, line.size, line.bold)
            yield _Block(start, end, cell, section, label, section.title, cell=True)


def _block(run: Sequence[Line], section: Section) -> _Block:
    return _Block(run[0].start, run[-1].end, run[0], section, section.label, section.title)


def _without_run_in(document: Document, line: Line, section: Section) -> Line:
    """The first line of a section, less the heading that stands on the same line ("Benefits: gym")."""
    text = document.text[line.start : line.end]
    rest = text[len(section.title) :].lstrip()
    if section.title and text.startswith(section.title) and rest[:1] in (":", "."):
        start = line.start + text.index(rest[0], len(section.title)) + 1
        while start < line.end and document.text[start].isspace():
            start += 1
        return Line(start, line.end, line.page, line.bullet, line.indent, line.top, line.size, line.bold)
    return line


def _wrap_width(document: Document) -> int:
    """The width at which the text was wrapped by hand, or 0 when it was not."""
    lengths = sorted(line.end - line.start for line in document.lines)
    if not lengths or lengths[-1] > _WRAP_LIMIT:
        lengths = [n for n in lengths if n <= _WRAP_LIMIT]
        # A few long lines (links, pasted paragraphs) stand in texts that are wrapped all the same.
        if len(lengths) < 0.8 * len(document.lines):
            return 0
    pairs = list(zip(document.lines, document.lines[1:], strict=False))
    inside = sum(not b.bullet and document.text[b.start].islower() for _, b in pairs)
    if inside < 3 or inside < 0.1 * len(pairs):
        return 0
    return lengths[int(len(lengths) * 0.95)] if lengths else 0


CRITERION = re.compile(
    r"\s*[(\[](?P<mark>[ED])[)\]](?:[^\S\n]*[,/&]?[^\S\n]*(?:[AITRPCO]|AF|App|Int|Ref)\b)*[.;]?[^\S\n]*$", re.MULTILINE
)
"""The end of a criterion in a person specification: essential or desirable, and how it is judged: "(E) A I"."""
_MARK_LENGTH = 24
_FEWEST_FRAGMENTS, _WIDER = 2, 1.3
"""Lines of the shortest list of fragments, and how much wider than each of them the text runs elsewhere."""


def _fragments(document: Document) -> frozenset[int]:
    """Starts of the lines that go on from a heading, each by itself: "A treat if you also / speak Dutch / can weld".

    A paragraph begins with a capital, and only its later lines may not; here each line begins with a small letter.
    """
    found: set[int] = set()
    widest = max((line.end - line.start for line in document.lines), default=0)
    for group in _paragraphs(document):
        small = all(not line.bullet and document.text[line.start].islower() for line in group)
        full = max(line.end - line.start for line in group)
        if small and len(group) >= _FEWEST_FRAGMENTS and widest > _WIDER * full:
            found.update(line.start for line in group)
    return frozenset(found)


def _paragraphs(document: Document) -> Iterator[list[Line]]:
    """The lines between two blank ones."""
    group: list[Line] = []
    for line in document.lines:
        if group and document.text.count("\n", group[-1].end, line.start) > 1:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _continues(document: Document, line: Line, after: Line, width: int, unwrapped: bool) -> bool:
    """Whether *after* is the wrapped rest of *line*."""
    text = document.text
    if after.bullet or after.heading or text.count("\n", line.end, after.start) > 1 or after.page != line.page:
        return False
    if line.top is not None and after.top is not None and line.size and after.top - line.top > 2.2 * line.size:
        return False
    last, first = text[line.end - 1], text[after.start]
    if last == ":" or CRITERION.search(text, max(line.start, line.end - _MARK_LENGTH), line.end):
        return False
    end_word = text[line.start : line.end].rsplit(None, 1)[-1].lower()
    if first.islower() and last not in ".!?":
        return not unwrapped or line.end - line.start >= _NO_WRAP
    if last == "," or _closes(text, line, after):
        return True
    if end_word in _CONTINUES and not (end_word in _MAY_END and not width and _begins_with_verb(text, after)):
        return True
    first_word = text[after.start : after.end].split(None, 1)[0]
    full = (
        width > 45 and (line.end - line.start) + int(line.indent < 20) * int(line.indent) + 1 + len(first_word) > width
    )
    return full and (last not in ".!?" or not line.bullet)


_NO_WRAP = 60
"""Characters of the shortest line that somebody's width may have ended, in a text with much longer ones."""


def _is_unwrapped(document: Document) -> bool:
    """Whether paragraphs stand on one line each, however long: there a short line ended where its writer ended it."""
    return document.kind in _LAID_OUT and any(line.end - line.start > _WRAP_LIMIT for line in document.lines)


_MAY_END = frozenset("in on by for from of with at to as".split())


def _begins_with_verb(text: str, line: Line) -> bool:
    """Whether a line opens as an item of its own does: "TIG when it comes in / Read shop drawings"."""
    first = words(text[line.start : line.end].split(None, 1)[0])
    return bool(first) and text[line.start].isupper() and relations().is_verb(first[0])


def _closes(text: str, line: Line, after: Line) -> bool:
    """Whether *after* closes the parenthesis that stands open at the end of *line*: "(residents of Swains / Island)"."""
    opened = text.rfind("(", line.start, line.end)
    if opened < 0 or text.find(")", opened, line.end) >= 0:
        return False
    closed = text.find(")", after.start, after.end)
    return closed >= 0 and text.find("(", after.start, closed) < 0


# --- blocks into sentences -----------------------------------------------------------------------------------


def _inline_bullets(text: str, block: _Block) -> list[tuple[int, int, bool]]:
    """Parts of a block that hold bullets in the middle of a line: "Requirements - Forklift licence - Lifting"."""
    marks = list(_INLINE_BULLET.finditer(text, block.start, block.end))
    dashes = [m for m in marks if m.group().strip() in "-–*"]
    if len(dashes) < 2:
        marks = [m for m in marks if m not in dashes]
    if not marks:
        return [(block.start, block.end, False)]
    starts = [block.start, *(m.end() for m in marks)]
    ends = [*(m.start() for m in marks), block.end]
    if len(starts) > 2 and all(len(text[a:b].split()) < 3 for a, b in zip(starts, ends, strict=True)):
        return [(block.start, block.end, False)]  # "Independent • Enthusiastic • Effective" is one line
    return [
        (*_trim(text, a, b), number > 0)
        for number, (a, b) in enumerate(zip(starts, ends, strict=True))
        if text[a:b].strip()
    ]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


_ONE_BULLET = 50
"""Words up to which the sentences of one bullet are one demand: "Promote transparency. Include others in planning." """


# The end of a sentence that is wished for, unlike those around it.
_WISHED = re.compile(
    r"\b(?:preferred|desired|desirable|advantageous|beneficial|an?\s+(?:\w+\s+)?(?:plus|bonus|asset|advantage))\W*$",
    re.IGNORECASE,
)


def _one_demand(text: str, start: int, end: int, side: Side, bullet: bool) -> Iterator[tuple[int, int]]:
    """The sentences of a block; those of one bullet of a posting as one, unless they are as short as items of a list."""
    found = list(_sentences(text, start, end, side))
    size = [len(text[a:b].split()) for a, b in found]
    wished = {_WISHED.search(text, a, b) is not None for a, b in found}
    few = 1 < len(found) < 4 and min(size) > 4 and sum(size) <= _ONE_BULLET
    if bullet and side == "posting" and few and len(wished) == 1:
        yield found[0][0], found[-1][1]
    else:
        yield from found


def ends_sentence(word: str) -> bool:
    """Whether a word ends a sentence when a capital follows: "post." does, "e.g." and "J." do not.

    >>> ends_sentence("post."), ends_sentence("(approx."), ends_sentence("post")
    (True, False, False)
    """
    closed = word.rstrip("\"'”’)]")
    bare = closed.rstrip(".!?").lstrip("(\"'").lower()
    if not closed or closed[-1] not in ".!?":
        return False
    return closed[-1] != "." or not (bare in _ABBREVIATIONS or (len(bare) == 1 and bare.isalpha()))


_ENDS_LIST = re.compile(r"(?:\b(?:or|and|in|with|using)|[,/])\s*[A-Z]\.$")
"""A letter that is the name of a thing: "Python or R." """
_NEAR = 12
"""Characters in which that stands: a line of a thousand initials is not read again at each."""


def _sentences(text: str, start: int, end: int, side: Side) -> Iterator[tuple[int, int]]:
    begin = start
    for m in _SENTENCE_END.finditer(text, start, end):
        before = text[begin : m.start()].rsplit(None, 1)
        if before and not (
            ends_sentence(before[-1]) or _ENDS_LIST.search(text, max(begin, m.start() - _NEAR), m.start())
        ):
            continue
        yield from _unglue(text, *_trim(text, begin, m.end()), side)
        begin = m.end()
    if begin < end:
        yield from _unglue(text, *_trim(text, begin, end), side)


# --- headings glued to their sentence ------------------------------------------------------------------------

_LONG = 24
"""Words of a sentence in which a single capitalised word may be a heading: "Lead Experience Manager" is none."""


_NEVER_NAMES = frozenset(
    "requirements qualifications responsibilities duties benefits requirement qualification responsibility duty benefit".split()
)
"""Headings of one word that are no part of a name: after a capital as well they open a section."""


def _unglue(text: str, start: int, end: int, side: Side) -> Iterator[tuple[int, int]]:
    """Cuts a sentence before a known heading that lost its own line: "... and the post Requirements You speak ..."."""
    found = words(text[start:end], start)
    begin = start
    for before, word in itertools.pairwise(found):
        if not word.text[0].isupper() or text[before.end : word.start].strip(" )\"'”%") != "":
            continue
        named = before.text[0].isupper() and word.norm not in _NEVER_NAMES
        heading = None if before.norm in _CONTINUES else _glued_heading(text, word.start, end, side)
        if heading and named and " " not in heading[1]:
            continue  # "the Public Experience Director", "our PX Contact Center"
        if heading and (" " in heading[1] or len(found) >= _LONG):
            yield _trim(text, begin, word.start)
            begin = word.start
    if begin < end:
        yield _trim(text, begin, end)


def _glued_heading(text: str, start: int, end: int, side: Side) -> tuple[str, str, int] | None:
    """Label, heading and start of the content when a sentence begins with a heading: "The job Your main tasks are"."""
    head = text[start : min(end, start + 80)].split()
    for n in range(min(5, len(head) - 2), 0, -1):
        phrase = " ".join(head[:n])
        after = head[n]
        if not phrase[0].isupper() or phrase[-1] in ".,;" or (n == 1 and after.isupper() and phrase[-1] != ":"):
            continue
        if not (after[0].isupper() or (after[0].isdigit() and n > 1)) and phrase[-1] != ":":
            continue
        if side == "posting" and (after.startswith("Act") or text[:start].rstrip().endswith("/")):
            continue  # "Data Protection Act", "Interview / References"
        if side == "resume" and n == 1 and not (phrase.isupper() or phrase[-1] == ":"):
            continue  # "Systems Administrator", "Software Developer II" are titles of jobs
        if phrase[-1] != ":" and (phrase.lower().endswith(" to") or (side == "resume" and end - start < 200)):
            continue  # "Report to Dr. Alvarez", "Community Care Worker, Bay Council"
        label = label_of(phrase, side)
        # Part of a known heading is too little when nothing else marks it as one.
        if label and is_known_heading(phrase, side, label):
            content = text.index(after, start + len(phrase))
            return label, phrase.rstrip(":"), content
    return None


def _lone_heading(text: str, start: int, end: int, block: _Block, side: Side) -> tuple[str, str, int] | None:
    """The same when nothing but the heading was cut out of a longer run: its content is the next passage."""
    phrase = text[start:end]
    if end - start > 60 or (start, end) == (block.start, block.end) or not phrase[0].isupper():
        return None
    label = label_of(phrase, side)
    return (label, phrase.rstrip(":"), end) if label and is_known_heading(phrase, side, label) else None
