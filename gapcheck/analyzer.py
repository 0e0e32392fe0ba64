"""The analyzer: loads once, checks many. The only module that knows every stage."""

from __future__ import annotations

import datetime
import os
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from gapcheck import matchers as _matchers
from gapcheck import scoring
from gapcheck.errors import ConfigError, LimitExceeded, NoRequirementsFound, NoTextFound
from gapcheck.lexicon import Lexicon
from gapcheck.parsers import parse
from gapcheck.settings import Settings
from gapcheck.types import Document, Match, Posting, Report, Resume, Suggestion

if TYPE_CHECKING:
    from spacy.language import Language

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
        """The spaCy pipeline, built on first use."""
        from gapcheck.pipeline import build_nlp

        return build_nlp(self.lexicon)

    def analyze(self, resume: Source | Resume, posting: Source | Posting) -> Report:
        """The report of one resume against one posting; each a path, bytes, a Document or one already read.

        Raises InputError when a file cannot be read or asks nothing, LimitExceeded when it is too large.
        """
        read_posting = posting if isinstance(posting, Posting) else self.posting(posting)
        read_resume = resume if isinstance(resume, Resume) else self.resume(resume)
        return self._report(read_resume, read_posting)

    def posting(self, source: Source) -> Posting:
        """What a posting asks for; reuse it for many resumes."""
        from gapcheck.pipeline import read_posting

        document = self._document(source)
        _check_size(document, "max_posting_chars", self.settings.limits.max_posting_chars)
        found = read_posting(document, self.nlp)
        if not found.requirements:
            raise NoRequirementsFound(
                "no requirement found in the posting",
                hint="Is it the posting itself? Copy its text into a .txt file and try again.",
                source=document.source,
            )
        return found

    def resume(self, source: Source) -> Resume:
        """A resume, read; reuse it for many postings."""
        from gapcheck.pipeline import read_resume

        document = self._document(source)
        _check_size(document, "max_resume_chars", self.settings.limits.max_resume_chars)
        return read_resume(document, self.lexicon, today=self.today)

    def matches(self, resume: Resume, posting: Posting) -> tuple[Match, ...]:
        """Each requirement judged: what the score is made of, without the rest of a report."""
        acronyms = _matchers.find_acronyms((posting.document, resume.document))
        index = replace(self._index(resume), acronyms=acronyms)
        return tuple(_matchers.match(requirement, index, self.matchers) for requirement in posting.requirements)

    def _document(self, source: Source) -> Document:
        document = source if isinstance(source, Document) else parse(source, settings=self.settings)
        if not document.text.strip():
            raise NoTextFound("no text", hint="Give a file with words in it.", source=document.source)
        return document

    def _report(self, resume: Resume, posting: Posting) -> Report:
        matches = self.matches(resume, posting)
        return Report(
            posting=posting.document,
            resume=resume.document,
            title=posting.title,
            coverage=scoring.coverage(matches, self.settings),
            matches=matches,
            missing_keywords=scoring.missing_keywords(matches),
            must_have_gaps=scoring.must_have_gaps(matches),
            suggestions=self._suggestions(matches),
            notices=(*resume.document.notices, *posting.document.notices),
            versions=self.versions,
        )

    def _index(self, resume: Resume) -> _matchers.ResumeIndex:
        """The index of *resume* without acronyms; the last one is kept, because batches check resume by resume."""
        last = self._last
        if last is None or last.resume is not resume:
            self._last = last = _matchers.build_index(resume, self.lexicon)
        return last

    def _suggestions(self, matches: Sequence[Match]) -> tuple[Suggestion, ...]:
        from gapcheck.advice import suggest

        return suggest(matches, self.settings)

    @cached_property
    def versions(self) -> dict[str, str]:
        """What the numbers of a report depend on."""
        return {
            "gapcheck": _version(),
            "lexicon": self.lexicon.version,
            "today": f"{self.today // 12:04d}-{self.today % 12 + 1:02d}",
        }


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
