"""The ten-second view: what of the requirements shows in the first look at page one. Never part of coverage.

Where the eye goes first, after the eye-tracking studies of TheLadders (2012 and 2018: about 80 % of a first look of six
to eight seconds rests on the name, the current and the previous job with employer and dates, and education) and
Nielsen's F-pattern (2006: headings, first lines, then only the beginnings of lines). How fast: silent reading takes
about 240 words a minute (Brysbaert 2019), which is the default of `Settings.words_per_second`; function words cost
nothing, because skimming eyes pass over most of them (Rayner 1998).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gapcheck.lexicon import Lexicon
from gapcheck.person import CONTACT, name_line
from gapcheck.sections import Heading, headings
from gapcheck.settings import Settings
from gapcheck.types import Document, Entry, Evidence, Glance, Keyword, Line, Match, Resume, Suggestion, Zone, ZoneKind
from gapcheck.words import words

_ROWS = 55
"""Lines on page one of a file that has no pages."""
_ROW = 100
"""Characters in one of them."""
_BESIDE = 150.0
"""Points by which lines under one another may begin apart; more is another column."""
_BULLETS = 3
_OPENING = 5
"""Words that are read of a line that nothing else marks."""
_MOST_ADVICE = 3
_PLACE = re.compile(r"(?:[A-Z][\w.'-]+ ?){1,3}, ?(?:[A-Z][\w.]+ ?){1,3}")  # Loves Park, Illinois
_UNSAID = ("planned", "negated")


def glance(resume: Resume, matches: Sequence[Match], settings: Settings, lexicon: Lexicon) -> Glance:
    """What a reader of `settings.seconds` sees of *matches* on the first page of *resume*."""
    zones, words_read = _read(resume.document.text, _zones(resume), settings)
    spans = tuple((zone.start, zone.end) for zone in zones if zone.read)
    view = _view(resume, spans, lexicon)
    found = [m for m in matches if m.status in ("met", "partial") and m.requirement.review is None]
    seen = [m for m in found if _is_seen(m, view)]
    unseen = [m for m in found if m not in seen]
    return Glance(
        seconds=settings.seconds,
        words_read=words_read,
        score=_share(seen, matches, settings),
        seen=tuple(m.requirement.id for m in seen),
        unseen=tuple(m.requirement.id for m in unseen),
        spans=spans,
        zones=zones,
        advice=tuple(_advice(unseen, resume, reached=any(zone.kind == "bullet" and zone.read for zone in zones))),
    )


def _share(seen: Sequence[Match], matches: Sequence[Match], settings: Settings) -> float | None:
    def total(chosen: Sequence[Match]) -> float:
        return sum(1.0 if m.requirement.importance == "required" else settings.preferred_weight for m in chosen)

    everything = total([m for m in matches if m.status != "unstated" and m.requirement.review is None])
    return total(seen) / everything if everything else None


# --- where the eye goes ----------------------------------------------------------------------------------------


class _PageOne:
    """The lines of page one; each is taken once, by the first zone that wants it."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.lines = list(_first_page(document))
        self.height = document.pages[0].height
        self.left = dict.fromkeys(range(len(self.lines)))
        number_of = {line.start: number for number, line in enumerate(self.lines)}
        self.headings: dict[int, Heading] = {}
        for index, heading in headings(document, "resume"):
            number = number_of.get(document.lines[index].start)
            if number is not None and heading is not None:
                self.headings[number] = heading

    def take(self, number: int, kind: ZoneKind, end: int | None = None) -> Iterator[Zone]:
        if number in self.left:
            del self.left[number]
            line = self.lines[number]
            yield Zone(kind, line.start, min(line.end, end or line.end))

    def said(self, number: int) -> str:
        return self.text[self.lines[number].start : self.lines[number].end]

    def within(self, start: int, end: int) -> list[int]:
        return [i for i, line in enumerate(self.lines) if line.start < end and start < line.end]


def _first_page(document: Document) -> Iterator[Line]:
    rows = 0
    paged = len(document.pages) > 1 or document.pages[0].height
    for line in document.lines:
        rows += 1 + (line.end - line.start) // _ROW
        if line.page == document.lines[0].page if paged else rows <= _ROWS:
            yield line


def _zones(resume: Resume) -> Iterator[Zone]:
    """Runs of page one in the order in which they catch the eye."""
    page = _PageOne(resume.document)
    name = _name(page, resume)
    if name is not None:
        yield from page.take(name, "name")
        if (title := _title(page, name)) is not None:
            yield from page.take(title, "title")
    jobs = latest_jobs(resume)[:2]
    for entry in jobs:
        for number in _head(page, entry):
            yield from page.take(number, "job")
    for number in _education(page, resume):
        yield from page.take(number, "education")
    for number, heading in page.headings.items():
        if heading.label != "other":  # of "Languages: French, Dutch" only the first word is a heading
            yield from page.take(number, "heading", heading.content)
    for entry in jobs:
        for number in _bullets(page, resume, entry):
            yield from page.take(number, "bullet")
    for number in [n for n in page.left if page.lines[n].bold]:
        yield from page.take(number, "bold")
    for number in list(page.left):
        yield from (_opening(zone, page.text) for zone in page.take(number, "opening"))


def _name(page: _PageOne, resume: Resume) -> int | None:
    line = name_line(resume.document)
    return page.lines.index(line) if line in page.lines else None


def _title(page: _PageOne, name: int) -> int | None:
    """The line under the name when it says what the person is: no contact line, no heading, no sentence."""
    for number in _below(page, name)[:3]:
        heading, text = page.headings.get(number), page.said(number)
        if (heading and heading.label != "other") or page.lines[number].bullet or len(text.split()) > 10:
            return None
        if not CONTACT.search(text) and not _PLACE.fullmatch(text):
            return None if text.endswith(".") or any(c.isdigit() for c in text) else number
    return None


def _below(page: _PageOne, name: int) -> list[int]:
    """Lines by their distance under the name; what a sidebar says is left out, however near it stands."""
    line = page.lines[name]
    if line.top is None:
        return list(range(name + 1, len(page.lines)))
    lower = [
        i
        for i, other in enumerate(page.lines)
        if i != name and (other.top or 0.0) >= line.top and abs(other.indent - line.indent) < _BESIDE
    ]
    return sorted(lower, key=lambda i: page.lines[i].top or 0.0)


def latest_jobs(resume: Resume) -> list[Entry]:
    """The dated jobs, the one that ended last first; of those, the one that began last."""
    jobs = [e for e in resume.entries if e.label == "experience"]
    jobs = jobs or [e for e in resume.entries if e.label in ("volunteering", "projects", "other")]
    return sorted(jobs, key=lambda e: (-e.last, -e.first))


def _head(page: _PageOne, entry: Entry) -> list[int]:
    """The lines that name title, employer and dates, also those that stand under the dates."""
    found = page.within(*entry.head)
    if found and not any(_says_more_than_dates(page.said(i)) for i in found):
        following = [i for i in range(found[-1] + 1, min(found[-1] + 3, len(page.lines))) if not page.lines[i].bullet]
        found += [i for i in following if page.lines[i].start < entry.end][:1]
    return found


_DATE_WORD = re.compile(
    r"(?i)(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|present|current|now|today|to|until)\.?"
)


def _says_more_than_dates(text: str) -> bool:
    return any(len(w.text) > 1 and not w.text[0].isdigit() and not _DATE_WORD.fullmatch(w.text) for w in words(text))


def _education(page: _PageOne, resume: Resume) -> list[int]:
    """The latest course; the first line of the section where no course is dated."""
    courses = sorted((e for e in resume.entries if e.label == "education"), key=lambda e: (-e.last, e.start))
    for entry in courses:
        if numbers := _head(page, entry):
            return numbers
    section = next((s for s in resume.sections if s.label == "education" and s.lines), None)
    if section is None:
        return []
    line = resume.document.lines[section.lines[0]]
    return page.within(line.start, line.end)


def _bullets(page: _PageOne, resume: Resume, entry: Entry) -> list[int]:
    """The lines of the first few passages under the head of a job."""
    body = [p for p in resume.passages if entry.head[1] <= p.start and p.end <= entry.end]
    return [number for passage in body[:_BULLETS] for number in page.within(passage.start, passage.end)]


def _opening(zone: Zone, text: str) -> Zone:
    found = words(text[zone.start : zone.end], zone.start)[:_OPENING]
    return replace(zone, end=found[-1].end) if found else zone


# --- how far the time reaches ----------------------------------------------------------------------------------


def _read(text: str, zones: Iterator[Zone], settings: Settings) -> tuple[tuple[Zone, ...], int]:
    """The zones, each marked read or not, the one in which time runs out cut in two; and how many words were read."""
    budget = left = round(settings.seconds * settings.words_per_second)
    result: list[Zone] = []
    for zone in zones:
        costly = [word for word in words(text[zone.start : zone.end], zone.start) if not word.is_stop]
        if len(costly) <= left:
            left -= len(costly)
            result.append(zone)
            continue
        if left:
            middle = costly[left].start
            result.append(replace(zone, end=costly[left - 1].end))
            result.append(replace(zone, start=middle, read=False))
        else:
            result.append(replace(zone, read=False))
        left = 0
    return tuple(result), budget - left


# --- what is seen there ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _View:
    """What the text that was read says."""

    spans: tuple[tuple[int, int], ...]
    text: str
    stems: tuple[frozenset[str], ...]
    """Of each passage, the stems that were read and not denied."""
    concepts: frozenset[str]
    """Concepts named there, and what they prove."""

    def covers(self, start: int, end: int) -> bool:
        for a, b in self.spans:  # noqa: SIM110  asked for every word, so without a generator
            if a <= start and end <= b:
                return True
        return False


def _view(resume: Resume, spans: tuple[tuple[int, int], ...], lexicon: Lexicon) -> _View:
    stems: list[frozenset[str]] = []
    concepts: set[str] = set()
    reached = max((end for _, end in spans), default=0)
    bare = _View(spans, resume.document.text, (), frozenset())
    for passage in resume.passages:
        if passage.start >= reached:
            continue
        levels = passage.levels or ("",) * len(passage.words)
        read = [
            word
            for word, level in zip(passage.words, levels, strict=True)
            if level not in _UNSAID and bare.covers(word.start, word.end)
        ]
        starts = {word.start for word in read}
        stems.append(frozenset(word.stem for word in read))
        for mention in passage.mentions:
            if mention.start in starts and bare.covers(mention.start, mention.end):
                concepts.update(lexicon.ancestors(mention.concept))
    return replace(bare, stems=tuple(stems), concepts=frozenset(concepts))


def _is_seen(match: Match, view: _View) -> bool:
    """Whether half of what is shown (one thing, of an alternative) is named in the text read, or its proof was read."""
    if any(_reads_most(evidence, view) for evidence in match.evidence[:1]):
        return True
    shown = [keyword for keyword in match.keywords if keyword.status in ("met", "partial")]
    hits = sum(_names(keyword, view) for keyword in shown)
    return hits > 0 and (match.requirement.mode == "any" or hits * 2 >= len(shown))


def _names(keyword: Keyword, view: _View) -> bool:
    if keyword.concept is not None and keyword.concept in view.concepts:
        return True
    asked = {word.stem for word in words(keyword.name) if not word.is_stop}
    return bool(asked) and any(asked <= stems for stems in view.stems)


def _reads_most(evidence: Evidence, view: _View) -> bool:
    found = [w for w in words(view.text[evidence.start : evidence.end], evidence.start) if not w.is_stop]
    return bool(found) and sum(view.covers(w.start, w.end) for w in found) * 4 >= len(found) * 3


# --- what to move up -------------------------------------------------------------------------------------------


def _advice(unseen: Sequence[Match], resume: Resume, *, reached: bool) -> Iterator[Suggestion]:
    """The unseen requirements worth a better place, required and fully met ones first.

    *reached* says that the time is enough for a bullet of the newest job: else only the headline is a better place.
    """
    ranked = sorted(unseen, key=lambda m: (m.requirement.importance != "required", m.status != "met"))
    able = [m for m in ranked if m.evidence and m.requirement.kind != "soft_skill"]
    jobs = latest_jobs(resume)
    for match in able[:_MOST_ADVICE]:
        evidence = match.evidence[0]
        newest = reached and bool(jobs) and jobs[0].start <= evidence.start < jobs[0].end
        place = "the first bullets of your newest job" if newest else "a headline under your name"
        verb = "Move it into" if newest else "Name it in"
        message = f"{verb} {place}: what shows “{match.requirement.title}” stands too low for a first look."
        yield Suggestion("move_up", message, match.requirement.id, 0.0, (evidence,), place)
