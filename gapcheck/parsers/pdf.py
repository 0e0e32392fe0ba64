"""PDF with pdfminer.six: every glyph with its box, colour and font, handed to the layout of `layout.py`.

pdfminer's own layout analysis is not used: its cost grows with the square of the words on a page, and it knows no
columns. The content of a page is run on a canvas of our own instead.
"""

from __future__ import annotations

import importlib
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any

from gapcheck.errors import CorruptFile, EncryptedFile, GapcheckError, MaliciousFile, NoTextFound, WorkerMemory
from gapcheck.parsers import pdfium
from gapcheck.parsers.canvas import page_runner
from gapcheck.parsers.glyphs import PageGlyphs
from gapcheck.parsers.pages import Extract, assemble, check_size
from gapcheck.parsers.repair import repair
from gapcheck.settings import Settings
from gapcheck.types import Document, Notice

if TYPE_CHECKING:
    from pdfminer.pdfdocument import PDFDocument

_MAX_CODES = 0x1_0000
"""No font has more glyphs than can be told apart with two bytes."""


def read(data: bytes, *, source: str, settings: Settings) -> Document:
    """The document of a PDF, read in this process: no bound on time and memory holds.

    Raises EncryptedFile, CorruptFile, MaliciousFile, NoTextFound or LimitExceeded; nothing of the engines escapes.
    """
    try:
        return extract(data, source=source, settings=settings).to_document(source)
    except MemoryError:
        limit = settings.limits.worker_memory
        message, hint = "needs more memory than there is", "Print it to a new PDF."
        raise WorkerMemory("worker_memory", limit, limit, message=message, hint=hint, source=source) from None


def extract(data: bytes, *, source: str, settings: Settings, rescue: bool = True) -> Extract:
    """Lines, pages and notices of a PDF, by the engine of the settings.

    The steps when pdfminer finds nothing: (1) the file as it is, (2) its objects found by searching, where the table
    that should list them is damaged, (3) pdfium, when it is installed and *rescue* is true. What the first step raised
    is raised at last.
    """
    if settings.pdf_engine == "pdfium":
        return pdfium.extract(data, source=source, settings=settings)
    try:
        return _extract(data, source=source, settings=settings)
    except (CorruptFile, NoTextFound, EncryptedFile) as error:
        first = error
    attempts = [(_extract, repaired)] if (repaired := repair(data)) is not None else []
    if rescue and pdfium.installed():
        attempts.append((pdfium.extract, data))
    for attempt, given in attempts:
        try:
            return attempt(given, source=source, settings=settings)
        except (CorruptFile, NoTextFound, EncryptedFile):
            continue
    raise first


def _extract(data: bytes, *, source: str, settings: Settings) -> Extract:
    with _silence():
        try:
            document = _open(data, settings.password)
            pages, notices = _pages(document, settings)
        except MaliciousFile as error:
            raise MaliciousFile(error.message, hint=error.hint, source=source) from None
        except (GapcheckError, MemoryError):
            raise
        except Exception as error:  # pdfminer raises whatever a damaged file makes it trip over
            raise _typed(error, source) from None
    check_size(pages, settings.limits, source)
    return assemble(pages, source=source, notices=notices)


@contextmanager
def _silence() -> Iterator[None]:
    """pdfminer's log quotes the document: nothing of it may reach a handler of the caller."""
    logger = logging.getLogger("pdfminer")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(level)


def _typed(error: Exception, source: str) -> GapcheckError:
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect

    if isinstance(error, PDFPasswordIncorrect):
        return EncryptedFile(
            "is protected with a password",
            hint="Give it with Settings(password=...), or save the file without a password.",
            source=source,
        )
    if isinstance(error, PDFEncryptionError):
        return EncryptedFile(
            "is encrypted in a way that cannot be read", hint="Save it without encryption.", source=source
        )
    return CorruptFile(
        f"is damaged ({type(error).__name__})", hint="Export the PDF again, or give a DOCX or text file.", source=source
    )


def _open(data: bytes, password: str | None) -> PDFDocument:
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfparser import PDFParser
    from pdfminer.pdftypes import PDFObjRef

    class Acyclic(PDFDocument):
        def getobj(self, objid: int) -> object:
            found = super().getobj(objid)
            seen = {objid}
            while isinstance(found, PDFObjRef):  # 6 is 7 and 7 is 6: pdfminer would follow that for ever
                if found.objid in seen:
                    return None
                seen.add(found.objid)
                found = super().getobj(found.objid)
            return found

    return Acyclic(PDFParser(BytesIO(data)), password=password or "")


def bound_fonts() -> None:
    """Bound the tables that a font may fill, by changing pdfminer itself: only for a process that does nothing else."""
    from pdfminer.cmapdb import FileUnicodeMap
    from pdfminer.psexceptions import PSEOF

    pdffont: Any = importlib.import_module("pdfminer.pdffont")

    class BoundedMap(FileUnicodeMap):
        def add_cid2unichr(self, cid: int, code: Any) -> None:
            super().add_cid2unichr(cid, code)
            if len(self.cid2unichr) > _MAX_CODES:
                raise PSEOF  # which CMapParser takes for the end of the table

    unbounded = pdffont.get_widths

    def bounded_widths(seq: Any) -> Any:
        given = [value for value in seq if not isinstance(value, int) or value <= _MAX_CODES]
        return unbounded(given) if len(given) == len(list(seq)) else {}

    pdffont.FileUnicodeMap = BoundedMap
    pdffont.get_widths = bounded_widths


def _pages(document: PDFDocument, settings: Settings) -> tuple[list[PageGlyphs], list[Notice]]:
    from pdfminer.pdfpage import PDFPage

    notices: list[Notice] = []
    if not document.is_extractable:
        message = "The author of the file does not allow its text to be copied; it was read for this check only."
        notices.append(Notice("extraction_restricted", message))
    run = page_runner()
    pages: list[PageGlyphs] = []
    damaged: Exception | None = None
    limit = settings.limits.max_pages
    for number, page in enumerate(PDFPage.create_pages(document), 1):
        if number > limit:
            notices.append(Notice("truncated", f"Only the first {limit} pages were read."))
            break
        found, error = run(page, number)
        pages.append(found)
        if error is not None:
            damaged = error
            message = f"Page {number} is damaged; what could be read of it was kept."
            notices.append(Notice("damaged_page", message, page=number))
    if damaged is not None and not any(page.runs for page in pages):
        raise damaged
    return pages, notices
