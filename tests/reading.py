"""Postings and resumes of a few lines, read as a user's files would be."""

from __future__ import annotations

from functools import cache

from gapcheck.analyzer import Analyzer
from gapcheck.matchers import build_index, find_acronyms, match
from gapcheck.settings import Settings
from gapcheck.types import Document, Match, Mention, Passage, Posting, Report, Requirement, Resume
from gapcheck.words import words

TODAY = 2026 * 12
"""January 2026, up to which "present" counts in tests."""


@cache
def analyzer() -> Analyzer:
    """One analyzer for all tests, as of January 2026."""
    return Analyzer(settings=Settings(today="2026-01"))


@cache
def posting_of(text: str) -> Posting:
    return analyzer().posting(Document.from_text(text, source="posting.txt"))


@cache
def resume_of(text: str) -> Resume:
    return analyzer().resume(Document.from_text(text, source="resume.txt"))


def report_of(resume: str, posting: str) -> Report:
    return analyzer().analyze(resume_of(resume), posting_of(posting))


FRAME = "Opening\n\n{heading}\n- {line}\n- Keep the stock room of the museum shop in order\n"
"""A posting with one line of interest; the second bullet makes it a list."""

HEADINGS = {
    "required": "Requirements",
    "duties": "What you will do",
    "preferred": "Nice to have",
    "conditions": "Working conditions",
}


def asked(line: str, section: str = "required") -> list[Requirement]:
    """The requirements that one bullet of a posting states."""
    text = FRAME.format(heading=HEADINGS[section], line=line)
    try:
        posting = posting_of(text)
    except Exception as error:  # nothing at all was read from it
        if type(error).__name__ != "NoRequirementsFound":
            raise
        return []
    start = text.index(line)
    return [r for r in posting.requirements if start <= r.start and r.end <= start + len(line)]


def judged(line: str, resume: str, section: str = "required") -> list[Match]:
    """How *resume* answers the requirements of one bullet of a posting."""
    text = FRAME.format(heading=HEADINGS[section], line=line)
    start = text.index(line)
    read, posting = resume_of(resume), posting_of(text)
    index = build_index(read, analyzer().lexicon, find_acronyms((posting.document, read.document)))
    return [match(r, index) for r in posting.requirements if start <= r.start < start + len(line)]


def mentions_in(text: str, section: str = "required") -> list[str]:
    """The concepts that the gazetteer finds in one line."""
    return [mention.concept for mention in mention_spans(text, section)]


def mention_spans(text: str, section: str = "required") -> tuple[Mention, ...]:
    from gapcheck.pipeline.gazetteer import find_mentions

    return find_mentions(text, words(text), section, analyzer().lexicon)


def passages_of(text: str, side: str = "posting") -> tuple[Document, tuple[Passage, ...]]:
    from gapcheck.pipeline.boundaries import restored
    from gapcheck.pipeline.lines import hanging_joined, passages
    from gapcheck.sections import split

    read = Document.from_text(text)
    document = restored(hanging_joined(read) if side == "posting" else read, side, analyzer().lexicon)
    return document, passages(document, split(document, side), side)


def quotes(text: str, side: str = "posting") -> list[str]:
    """The passages of a text, line breaks shown as spaces."""
    document, found = passages_of(text, side)
    return [" ".join(document.text[p.start : p.end].split()) for p in found]
