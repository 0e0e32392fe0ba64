"""Zip packages (DOCX, ODT) read in memory with every byte counted while it is inflated; and their XML parts.

The sizes that a zip directory declares are not believed: a file that says 5,000 bytes may inflate to gigabytes.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from gapcheck.errors import CorruptFile, EncryptedFile, LimitExceeded, MaliciousFile
from gapcheck.parsers.text import check_tags
from gapcheck.settings import Settings

if TYPE_CHECKING:
    from lxml import etree

_CHUNK = 65_536
_GRACE = 1_000_000
"""Bytes of a part that may be inflated at any ratio: white space compresses well."""
_REPAIR = "Open it in Word or LibreOffice, let it repair the file, and save it again."
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, NotImplementedError, KeyError)
"""What zipfile raises on damaged entries (NotImplementedError and RuntimeError: methods that it cannot undo)."""


class Package:
    """The parts of a zip file, read one at a time; nothing is written to disk.

    Raises LimitExceeded, CorruptFile or EncryptedFile, at once or when a part is read.
    """

    def __init__(self, data: bytes, *, source: str, settings: Settings) -> None:
        self.source = source
        self._settings, self._limits = settings, settings.limits
        limits = settings.limits
        self._total = 0
        entries = data.count(b"PK\x01\x02")
        if entries > limits.max_zip_entries:  # counted before zipfile makes an object of each
            raise LimitExceeded("max_zip_entries", entries, limits.max_zip_entries, source=source)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (*_BROKEN, IndexError, UnicodeError):
            raise self.corrupt("is damaged: its list of contents is missing or broken") from None
        # Names as Office compares them: without regard to case, with either slash.
        self._entries = {entry.filename.replace("\\", "/").lstrip("/").lower(): entry for entry in self._zip.infolist()}

    @property
    def names(self) -> list[str]:
        """Names of the parts in lower case, in the order of the file."""
        return list(self._entries)

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._entries

    def corrupt(self, what: str) -> CorruptFile:
        """The error that says *what* about this file."""
        return CorruptFile(what, hint=_REPAIR, source=self.source)

    def read(self, name: str) -> bytes:
        """The bytes of the part *name*. Raises CorruptFile, EncryptedFile or LimitExceeded."""
        entry = self._entries.get(name.lower())
        if entry is None:
            raise self.corrupt(f"is damaged: its part {name} is missing")
        if entry.flag_bits & 1:
            raise EncryptedFile("needs a password", hint="Save it without a password.", source=self.source)
        chunks, size = [], 0
        try:
            with self._zip.open(entry) as part:
                while chunk := part.read(_CHUNK):
                    size += len(chunk)
                    self._count(size, len(chunk), entry.compress_size)
                    chunks.append(chunk)
        except _BROKEN:
            raise self.corrupt(f"is damaged: its part {name} cannot be unpacked") from None
        return b"".join(chunks)

    def _count(self, size: int, new: int, stored: int) -> None:
        limits = self._limits
        self._total += new
        if size > limits.max_part_bytes:
            raise LimitExceeded("max_part_bytes", size, limits.max_part_bytes, source=self.source)
        if self._total > limits.max_total_bytes:
            raise LimitExceeded("max_total_bytes", self._total, limits.max_total_bytes, source=self.source)
        if size > _GRACE and size - _GRACE > limits.max_ratio * max(stored, 1):
            raise LimitExceeded("max_ratio", round(size / max(stored, 1)), limits.max_ratio, source=self.source)

    def xml(self, name: str) -> etree._Element:
        """The root element of the XML part *name*. Raises MaliciousFile on a DOCTYPE, else as `read`."""
        from lxml import etree

        data = self.read(name)
        # Honest packages never have a DOCTYPE; entities are how XML is made to explode or to read other files.
        if any(mark in data for mark in _DOCTYPES):
            raise self._malicious(name)
        check_tags(data.count(b"<"), self.source, self._settings)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            if "depth" in str(error):
                limits = self._limits
                raise LimitExceeded("max_xml_depth", 257, limits.max_xml_depth, source=self.source) from None
            raise self.corrupt(f"is damaged: its part {name} is not complete XML") from None
        if root.getroottree().docinfo.doctype:  # in an encoding where the search above does not see it
            raise self._malicious(name)
        return root

    def _malicious(self, name: str) -> MaliciousFile:
        hint = "Do not open it. If you made it yourself, save it again in Word."
        return MaliciousFile(
            f"has a DOCTYPE in its part {name}, which no honest file has", hint=hint, source=self.source
        )


_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))


def local(element: etree._Element) -> str:
    """The tag of *element* without its namespace: strict and transitional files differ in nothing else."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: etree._Element | None, name: str) -> str | None:
    """The attribute *name* of *element* in whatever namespace, or None."""
    if element is None:
        return None
    for key, value in element.attrib.items():
        if key == name or str(key).endswith("}" + name):
            return str(value)
    return None


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child with the local name *name*, or None."""
    if element is None:
        return None
    return next((inner for inner in element if local(inner) == name), None)
