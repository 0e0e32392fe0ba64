"""Bytes to `Document`: `parse` tells the format from the bytes, never from the name, and picks from `PARSERS`.

    opening.py     a path, bytes or stream -> bytes, and what format they are
    text.py        plain text and Markdown        html.py        web pages, saved pages
    docx.py        Word                           structured.py  job postings and resumes as JSON
    rtf.py odt.py  RTF, OpenDocument              pdf.py         PDF, in the worker process of isolate.py

A new format is one function `(data, *, source, settings) -> Document` and one entry in `PARSERS`;
other packages add theirs as plug-ins (plugins.py).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib import import_module
from typing import BinaryIO, Protocol

from gapcheck import plugins
from gapcheck.errors import NoTextFound
from gapcheck.parsers.opening import Opened, Source, open_source
from gapcheck.settings import Settings
from gapcheck.types import Document, Notice

__all__ = ["PARSERS", "Parser", "Pending", "parse", "submit"]


class Parser(Protocol):
    """What reads one format. `source` is the base name that the document and the errors show."""

    def __call__(self, data: bytes, *, source: str, settings: Settings) -> Document:
        """The document in *data*."""
        ...


class Pending(Protocol):
    """A document that is being read."""

    def result(self) -> Document:
        """The document, or the error of reading it; waits where needed."""
        ...


def _from(module: str, name: str = "read") -> Parser:
    # Parsers import lxml, pdfminer and the like: each only when its format is met.
    def read(data: bytes, *, source: str, settings: Settings) -> Document:
        parser: Parser = getattr(import_module(f"gapcheck.parsers.{module}"), name)
        return parser(data, source=source, settings=settings)

    return read


def _read_pdf(data: bytes, *, source: str, settings: Settings) -> Document:
    module = "isolate" if settings.isolation == "process" else "pdf"
    return _from(module)(data, source=source, settings=settings)


PARSERS: dict[str, Parser] = {
    "pdf": _read_pdf,
    "docx": _from("docx"),
    "html": _from("html"),
    "mhtml": _from("html", "read_mhtml"),
    "json": _from("structured"),
    "rtf": _from("rtf"),
    "odt": _from("odt"),
    "markdown": _from("text", "read_markdown"),
    "text": _from("text"),
}


def parse(source: Source | BinaryIO, *, settings: Settings | None = None, name: str | None = None) -> Document:
    """The document in *source*: a path, bytes, or a stream opened for reading bytes. A `str` is always a path.

    *name* is what errors and reports call bytes and streams that have no file name. Raises `InputError` for what
    cannot be read, `LimitExceeded` for what is larger than `settings.limits`, `WorkerCrashed` when reading a PDF
    ended without an answer.
    """
    settings = settings or Settings()
    opened = open_source(source, settings=settings, name=name)
    return _finish(_parser(opened)(opened.data, source=opened.name, settings=settings), opened, settings)


def submit(source: Source | BinaryIO, settings: Settings | None = None, *, name: str | None = None) -> Pending:
    """Starts to read *source* and comes back at once; `.result()` is what `parse` would return or raise.

    Only a PDF is read meanwhile, by a worker process; other formats take less time than handing them over.
    """
    settings = settings or Settings()
    opened = open_source(source, settings=settings, name=name)
    if opened.kind == "pdf" and settings.isolation == "process":
        isolate = import_module("gapcheck.parsers.isolate")
        pending: Pending = isolate.submit(opened.data, source=opened.name, settings=settings)
        return _Pending(pending.result, opened, settings)
    parser = _parser(opened)
    return _Pending(lambda: parser(opened.data, source=opened.name, settings=settings), opened, settings)


@dataclass(frozen=True, slots=True)
class _Pending:
    read: Callable[[], Document]
    opened: Opened
    settings: Settings

    def result(self) -> Document:
        return _finish(self.read(), self.opened, self.settings)


def _parser(opened: Opened) -> Parser:
    if opened.kind in PARSERS:
        return PARSERS[opened.kind]
    parser: Parser = plugins.find(plugins.PARSERS, opened.kind)  # type: ignore[assignment]  # it was there just now
    return parser


_NO_WORDS = "Open it to see whether its words are pictures; if so, run OCR first."
_NO_TEXT = {
    "html": "If a script fills the page, save it when it has loaded, or copy its text into a .txt file.",
    "mhtml": "Open it in a browser or mail program, and copy its text into a .txt file.",
    "text": "It has no letter and no digit: check that it was saved or downloaded completely.",
    "markdown": "It has no letter and no digit: check that it was saved or downloaded completely.",
}
"""What to do about a file without text, by its kind."""


def _finish(document: Document, opened: Opened, settings: Settings) -> Document:
    """*document* with the notices that hold for every format; refuses one without text, and one that is too long."""
    from gapcheck.parsers.text import not_english, too_long

    maximum = max(settings.limits.max_posting_chars, settings.limits.max_resume_chars)
    if len(document.text) > maximum:
        raise too_long(len(document.text), maximum, opened.name)
    if not document.lines or not any(map(str.isalnum, document.text)):
        raise NoTextFound("has no text", hint=_NO_TEXT.get(opened.kind, _NO_WORDS), source=opened.name)
    notices = [*opened.notices, *document.notices]
    language = not_english(document)
    if language:
        notices.append(Notice("not_english", language))
    return replace(document, notices=tuple(notices)) if len(notices) > len(document.notices) else document
