"""A report without the person: name line, e-mail, telephone, links and street address become "[redacted]".

The redacted report is consistent in itself: its resume holds the redacted text, and every offset counts in that text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace

from gapcheck.person import name_line
from gapcheck.types import Document, Evidence, Glance, Letter, Line, Master, Match, Notice, Report, Suggestion

MARK = "[redacted]"
_CONTACT = re.compile(
    r"""
      [\w.+%-]+\s?@\s?[\w-]+(?:\.[\w-]+)+                        # renee.okafor@example.org
    | (?:https?://|www\.)[^\s|,;<>()\[\]]+                       # https://example.org/me
    | \b(?:[\w-]+\.)+(?:com|org|net|io|dev|me|edu|co|info|app|ai|us|uk|ca|de|eu|fr|in)/[^\s|,;<>()\[\]]*
                                                                 # linkedin.com/in/renee
    | (?<![\w.-])(?:linkedin|github|gitlab|xing|twitter|instagram|facebook|behance|dribbble)\.com\b  # github.com
    | (?P<telephone>(?<![\w.])\+?\(?\d[\d\ \xa0().–-]{5,}\d(?![\w%]))  # +1 (401) 555-0143
    | \b\d{1,5}\s+(?:[A-Z][\w.'-]*\s+){1,3}                      # 12 Larch Street
      (?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Way|Place|Pl|Terrace|Square|Sq)\b\.?
    """,
    re.VERBOSE,
)
_NO_TELEPHONE = re.compile(
    r"""
      .*\b(?:19|20)\d\d\b.*\b(?:19|20)\d\d\b.*    # 01.2019 - 06.2021
    | (?:19|20)\d\d[-.]\d\d[-.]\d\d              # 2021-03-15
    | \d{1,3}(?:[ .]\d{3})+                      # 1 200 000
    | \D*(?:\d\D*){0,6}                          # fewer than seven digits: 2019 - 06
    """,
    re.VERBOSE,
)
_SEPARATOR = re.compile(r"\s*[|,•·/(]|\s[–—-]\s|\s{3,}|\t")


def redacted(report: Report) -> Report:
    """*report* with the personal parts of resume, letter and longer resume replaced everywhere, file names included."""
    name = name_line(report.resume)
    patterns = [_CONTACT, *([_name_pattern(report.resume.text[name.start : name.end])] if name else [])]

    def clean(text: str) -> str:
        for pattern in patterns:
            text = pattern.sub(lambda found: MARK if _personal(found) else found[0], text)
        return text

    cut = _cut(report.resume, patterns, name)
    letter, master = report.letter, report.master
    return replace(
        report,
        resume=_document(report.resume, cut, clean),
        matches=_matches(report.matches, cut, clean),
        suggestions=tuple(_suggestion(s, cut, clean) for s in report.suggestions),
        related=tuple(
            replace(r, shown=clean(r.shown), own=clean(r.own), evidence=_evidence(r.evidence, cut, clean))
            for r in report.related
        ),
        talking_points=tuple(replace(p, evidence=_evidence(p.evidence, cut, clean)) for p in report.talking_points),
        glance=_glance(report.glance, cut, clean),
        file_health=tuple(replace(f, message=clean(f.message), fix=clean(f.fix)) for f in report.file_health),
        letter=letter and _letter(letter, _cut(letter.document, patterns), clean),
        master=master and _master(master, _cut(master.document, patterns), clean),
        notices=tuple(_notice(notice, clean) for notice in report.notices),
    )


def _cut(document: Document, patterns: list[re.Pattern[str]], name: Line | None = None) -> _Cut:
    """The personal runs of *document*: what the patterns find, and the whole line that holds the name."""
    spans = [(name.start, name.end)] if name else []
    for pattern in patterns:
        spans += [found.span() for found in pattern.finditer(document.text) if _personal(found)]
    return _Cut(document.text, _merged(spans))


def _personal(found: re.Match[str]) -> bool:
    """Whether it is what it looks like: a run of digits may be years or an amount instead of a telephone number."""
    return bool(found.lastgroup != "telephone" or not _NO_TELEPHONE.fullmatch(found[0]))


class _Cut:
    """A text with spans replaced by the mark, and where each old offset lies in the new text."""

    def __init__(self, text: str, spans: list[tuple[int, int]]) -> None:
        self.spans = spans
        self._starts = [start for start, _ in spans]
        parts, position = [], 0
        for start, end in spans:
            parts += [text[position:start], MARK]
            position = end
        self.text = "".join([*parts, text[position:]])

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The new offsets; a span that touches a replaced run takes in its whole mark."""
        return self._place(start, after=False), self._place(end, after=True)

    def _place(self, offset: int, *, after: bool) -> int:
        index = bisect_right(self._starts, offset if not after else offset - 1)
        shift = sum(len(MARK) - (end - start) for start, end in self.spans[:index])
        if index and offset < self.spans[index - 1][1]:
            start, end = self.spans[index - 1]
            return (end if after else start) + shift - (0 if after else len(MARK) - (end - start))
        return offset + shift


Clean = Callable[[str], str]


def _document(document: Document, cut: _Cut, clean: Clean) -> Document:
    lines = []
    for line in document.lines:
        start, end = cut.span(line.start, line.end)
        lines.append(replace(line, start=start, end=end))
    suffix = document.source[document.source.rfind(".") :] if "." in document.source else ""
    notices = tuple(_notice(notice, clean) for notice in document.notices)
    return replace(document, text=cut.text, lines=tuple(lines), source=f"{MARK}{suffix}", title="", notices=notices)


def _matches(matches: tuple[Match, ...], cut: _Cut, clean: Clean) -> tuple[Match, ...]:
    return tuple(replace(m, evidence=_all(m.evidence, cut, clean), note=clean(m.note)) for m in matches)


def _all(evidence: tuple[Evidence, ...], cut: _Cut, clean: Clean) -> tuple[Evidence, ...]:
    return tuple(_evidence(one, cut, clean) for one in evidence)


def _evidence(one: Evidence, cut: _Cut, clean: Clean) -> Evidence:
    start, end = cut.span(one.start, one.end)
    section, note = clean(one.section), clean(one.note)
    return replace(one, text=cut.text[start:end], start=start, end=end, section=section, note=note)


def _suggestion(suggestion: Suggestion, cut: _Cut, clean: Clean) -> Suggestion:
    message, place, short = clean(suggestion.message), clean(suggestion.place), clean(suggestion.short)
    return replace(
        suggestion, message=message, place=place, short=short, evidence=_all(suggestion.evidence, cut, clean)
    )


def _letter(letter: Letter, cut: _Cut, clean: Clean) -> Letter:
    return replace(
        letter, document=_document(letter.document, cut, clean), matches=_matches(letter.matches, cut, clean)
    )


def _master(master: Master, cut: _Cut, clean: Clean) -> Master:
    found = tuple(replace(f, evidence=_evidence(f.evidence, cut, clean)) for f in master.found)
    return replace(master, document=_document(master.document, cut, clean), found=found)


def _notice(notice: Notice, clean: Clean) -> Notice:
    return replace(notice, message=clean(notice.message), words=tuple(clean(word) for word in notice.words))


def _glance(glance: Glance | None, cut: _Cut, clean: Clean) -> Glance | None:
    if glance is None:
        return None
    zones = []
    for zone in glance.zones:
        start, end = cut.span(zone.start, zone.end)
        zones.append(replace(zone, start=start, end=end))
    return replace(
        glance,
        spans=tuple(cut.span(start, end) for start, end in glance.spans),
        zones=tuple(zones),
        advice=tuple(_suggestion(s, cut, clean) for s in glance.advice),
    )


def _name_pattern(line: str) -> re.Pattern[str]:
    """The whole name in any case, and each of its words as names are written: Renée, RENÉE."""
    name = _SEPARATOR.split(line.strip(), maxsplit=1)[0].strip() or line.strip()
    words = [word.strip(".,'\"") for word in name.split()]
    forms = {form for word in words if len(word) > 2 for form in (word.title(), word.upper(), word)}
    single = "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))
    whole = r"\s+".join(re.escape(word) for word in name.split())
    return re.compile(rf"(?<!\w)(?:(?i:{whole}){f'|{single}' if single else ''})(?!\w)")


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sorted spans, those that overlap or touch joined; empty ones left out."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
