"""The analyzer: loads once, checks many. The only module that knows every stage."""

from __future__ import annotations

import datetime
import os
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from gapcheck import deadline, mixups, scoring
from gapcheck import matchers as _matchers
from gapcheck.errors import ConfigError, LimitExceeded, NoRequirementsFound, NoTextFound
from gapcheck.lexicon import Lexicon
from gapcheck.parsers import parse
from gapcheck.settings import Settings
from gapcheck.types import Document, Letter, Master, Match, Posting, Report, Requirement, Resume

if TYPE_CHECKING:
    from spacy.language import Language

    from gapcheck.matchers.meaning import Meaning

Source = str | os.PathLike[str] | bytes | Document


class Analyzer:
    """Checks resumes against postings. Made once, used for any number of them; safe to share between threads.

    Args:
        settings: thresholds, weights, limits.
        lexicon: what is known about words; `Lexicon.default() + Lexicon.load("ours.tsv")` adds to it.
        matchers: the cascade that looks for a keyword in a resume, `gapcheck.MATCHERS` by default.
    """

    def __init__(
        self,
        *,
        settings: Settings | None = None,
        lexicon: Lexicon | None = None,
        matchers: Sequence[_matchers.Matcher] | None = None,
    ) -> None:
        self.settings = settings or Settings()
        self.lexicon = lexicon or Lexicon.default()
        self.matchers = tuple(matchers) if matchers is not None else _matchers.MATCHERS
        self.today = _month(self.settings.today)
        self._last: _matchers.ResumeIndex | None = None

    @cached_property
    def nlp(self) -> Language:
        """The spaCy pipeline, built on first use.

        Once it has been asked for, postings go through it, so that a component which is added to it acts. Until then they
        are read by the function that our component calls: importing spaCy takes longer than all the rest of a check.
        """
        from gapcheck.pipeline import build_nlp

        return build_nlp(self.lexicon, max_requirements=self.settings.limits.max_requirements)

    def analyze(
        self,
        resume: Source | Resume,
        posting: Source | Posting,
        *,
        letter: Source | Resume | None = None,
        master: Source | Resume | None = None,
    ) -> Report:
        """The report of one resume against one posting; each a path, bytes, a Document or one already read.

        *letter* is a cover letter, reported beside the resume and never counted for it; *master* is the person's longer
        resume, in which the missing keywords are looked up.

        Raises InputError when a file cannot be read or asks nothing, LimitExceeded when it is too large or takes more
        computing than `Limits.analyze_timeout`.
        """
        with self._bounded():
            return self._analyze(resume, posting, letter, master)

    def _analyze(
        self,
        resume: Source | Resume,
        posting: Source | Posting,
        letter: Source | Resume | None,
        master: Source | Resume | None,
    ) -> Report:
        read_posting = posting if isinstance(posting, Posting) else self.posting(posting)
        report = self._report(self._read(resume), read_posting)
        if letter is not None:
            report = replace(report, letter=self._letter(self._read(letter), read_posting, report))
        if master is not None:
            report = replace(report, master=self._master(self._read(master), report))
        return report

    def _read(self, source: Source | Resume) -> Resume:
        return source if isinstance(source, Resume) else self.resume(source)

    def posting(self, source: Source) -> Posting:
        """What a posting asks for; reuse it for many resumes."""
        from gapcheck.pipeline import analyze_posting, read_posting

        document = self._document(source)
        _check_size(document, "max_posting_chars", self.settings.limits.max_posting_chars)
        with self._bounded(document):
            if "nlp" in self.__dict__:
                found = read_posting(document, self.nlp)
            else:
                found = analyze_posting(document, self.lexicon, self.settings.limits.max_requirements)
        if notices := tuple(mixups.in_posting(found)):
            found = replace(found, document=replace(found.document, notices=(*found.document.notices, *notices)))
        if not found.requirements:
            raise NoRequirementsFound(
                "no requirement found in the posting", hint=_why_none(document), source=document.source
            )
        return found

    def resume(self, source: Source) -> Resume:
        """A resume, read; reuse it for many postings."""
        from gapcheck.pipeline import read_resume

        document = self._document(source)
        _check_size(document, "max_resume_chars", self.settings.limits.max_resume_chars)
        with self._bounded(document):
            return read_resume(document, self.lexicon, today=self.today)

    def matches(self, resume: Resume, posting: Posting) -> tuple[Match, ...]:
        """Each requirement judged: what the score is made of, without the rest of a report."""
        acronyms = _matchers.find_acronyms((posting.document, resume.document))
        index = replace(self._index(resume), acronyms=acronyms, role=posting.title)
        with self._bounded(resume.document):
            index.hear(requirement.text for requirement in posting.requirements)
            first = [_matchers.match(requirement, index, self.matchers) for requirement in posting.requirements]
            found = _matchers.reconsider(first, index)
        with deadline.not_counted():  # how long the user's own encoder takes is for the user to know
            return self.meaning.lift(found, index) if self.meaning is not None else found

    def _bounded(self, document: Document | None = None) -> AbstractContextManager[None]:
        return deadline.bounded(self.settings.limits.analyze_timeout, document.source if document else None)

    @cached_property
    def meaning(self) -> Meaning | None:
        """What lifts missing duties by the encoder of the settings, loaded on first use; None without one.

        Raises ConfigError when the encoder cannot be loaded.
        """
        if self.settings.encoder is None:
            return None
        from gapcheck.matchers.encoder import load_encoder
        from gapcheck.matchers.meaning import Meaning

        return Meaning(load_encoder(self.settings.encoder), self.settings.encoder_near)

    def _document(self, source: Source) -> Document:
        document = source if isinstance(source, Document) else parse(source, settings=self.settings)
        if not document.text.strip():
            raise NoTextFound("no text", hint="Give a file with words in it.", source=document.source)
        return document

    def _report(self, resume: Resume, posting: Posting) -> Report:
        from gapcheck import advice
        from gapcheck.filehealth import check
        from gapcheck.glance import glance

        matches = self.matches(resume, posting)
        coverage = scoring.coverage(matches, self.settings)
        deadline.check()
        suggestions = advice.suggest(matches, resume, self.settings, self.lexicon)
        deadline.check()
        first_look = glance(resume, matches, self.settings, self.lexicon)
        file_health = check(resume)
        return Report(
            posting=posting.document,
            resume=resume.document,
            title=posting.title,
            coverage=coverage,
            matches=matches,
            missing_keywords=scoring.missing_keywords(matches),
            must_have_gaps=scoring.must_have_gaps(matches),
            suggestions=suggestions,
            related=advice.related(matches, resume, self.lexicon),
            talking_points=advice.talking_points(matches, resume),
            answers=advice.answers(coverage, matches, suggestions, first_look, file_health),
            glance=first_look,
            file_health=file_health,
            notices=(
                *resume.document.notices,
                *posting.document.notices,
                *mixups.in_pair(resume.document, posting.document),
            ),
            versions=self.versions,
        )

    def _letter(self, letter: Resume, posting: Posting, report: Report) -> Letter:
        from gapcheck.advice import letter_beside

        return letter_beside(letter.document, report.matches, self.matches(letter, posting), self.settings)

    def _master(self, master: Resume, report: Report) -> Master:
        from gapcheck.advice import master_beside

        index = replace(self._index(master), acronyms=_matchers.find_acronyms((report.posting, master.document)))

        def look(requirement: Requirement) -> Match:
            return _matchers.match(requirement, index, self.matchers)

        return master_beside(master.document, report.resume, report.missing_keywords, report.matches, look)

    def _index(self, resume: Resume) -> _matchers.ResumeIndex:
        """The index of *resume* without acronyms; the last one is kept, because batches check resume by resume."""
        last = self._last
        if last is None or last.resume is not resume:
            self._last = last = _matchers.build_index(resume, self.lexicon)
        return last

    @cached_property
    def versions(self) -> dict[str, str]:
        """What the numbers of a report depend on."""
        own = {
            "gapcheck": _version(),
            "lexicon": self.lexicon.version,
            "today": f"{self.today // 12:04d}-{self.today % 12 + 1:02d}",
        }
        return own | ({"encoder": self.meaning.encoder.version} if self.meaning is not None else {})


_FEW_WORDS = 80


def _why_none(document: Document) -> str:
    """What to do about a posting that asks nothing, by what it looks like."""
    language = next((notice.message for notice in document.notices if notice.code == "not_english"), None)
    count = len(document.text.split())
    if language or count >= _FEW_WORDS:
        return language or "Is it the posting itself? Copy its text into a .txt file and try again."
    return f"It has {count} word{'s' * (count != 1)}: if it only links to the posting, open that page and save it or copy its text."


def _version() -> str:
    try:
        return version("gapcheck")
    except PackageNotFoundError:  # run from a checkout that was not installed
        return "0"


def _month(text: str | None) -> int:
    if text is None:
        now = datetime.date.today()
        return now.year * 12 + now.month - 1
    try:
        year, month = (int(part) for part in text.split("-")[:2])
    except ValueError as error:
        raise ConfigError(f"today is {text!r}", hint="Write it as YYYY-MM, for example 2026-01.") from error
    if not 1 <= month <= 12:
        raise ConfigError(f"today is {text!r}", hint="The month is from 01 to 12.")
    return year * 12 + month - 1


def _check_size(document: Document, limit: str, maximum: int) -> None:
    if len(document.text) > maximum:
        raise LimitExceeded(limit, len(document.text), maximum, source=document.source)
