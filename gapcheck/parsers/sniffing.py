"""What format bytes are: told from the bytes, never from the name, and what to do with those that are not read."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePath
from typing import NoReturn

from gapcheck.errors import CorruptFile, EncryptedFile, UnsupportedFormat
from gapcheck.types import Notice

_READABLE = "Give a PDF, DOCX, HTML, RTF, ODT, Markdown or text file."
_EXTENSIONS = {
    "pdf": {".pdf"},
    "docx": {".docx", ".docm", ".dotx", ".dotm"},
    "html": {".html", ".htm", ".xhtml", ".xht", ".php", ".asp", ".aspx", ".jsp"},
    "mhtml": {".mht", ".mhtml", ".eml"},
    "json": {".json", ".jsonld"},
    "rtf": {".rtf"},
    "odt": {".odt", ".ott"},
}
_NAMES = {
    "pdf": "PDF", "docx": "Word (DOCX)", "html": "HTML", "mhtml": "MHTML or e-mail", "json": "JSON", "rtf": "RTF",
    "odt": "OpenDocument", "markdown": "text", "text": "text",
}  # fmt: skip
_PICTURE = "is a picture", "Give the PDF or DOCX it was made from, or run OCR first and give its text."
_ARCHIVE = "is an archive", "Unpack it and give the document inside."
_SIGNATURES: tuple[tuple[bytes, tuple[str, str]], ...] = (
    (b"\x89PNG\r\n", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"II*\x00", _PICTURE),
    (b"MM\x00*", _PICTURE),
    (b"BM", _PICTURE),
    (b"8BPS", _PICTURE),
    (b"\x1f\x8b", _ARCHIVE),
    (b"7z\xbc\xaf", _ARCHIVE),
    (b"Rar!\x1a", _ARCHIVE),
    (b"BZh", _ARCHIVE),
    (b"\xfd7zXZ", _ARCHIVE),
    (b"%!PS", ("is PostScript", "Convert it to PDF, for example with ps2pdf.")),
    (b"\xffWPC", ("is a WordPerfect document", "Save it as DOCX or PDF.")),
    (b"\xdb\xa5-\x00", ("is a Word 2 document", "Save it as DOCX.")),
    (b"\x31\xbe\x00\x00", ("is a Write or Word for DOS document", "Save it as DOCX.")),
    (b"\x7fELF", ("is a program", _READABLE)),
    (b"MZ", ("is a program", _READABLE)),
)
_BINARY_ONLY = {b"BM", b"MZ"}  # two letters that a text may begin with


_TEXT = {"", ".txt", ".text", ".md", ".markdown", ".mdown", ".qmd", ".tex", ".log"}


def foreign_suffix(name: str) -> str:
    """The extension of *name*, without its dot, when it is none of a format that is read here; else empty."""
    suffix = PurePath(name).suffix.lower()
    known = _TEXT.union(*_EXTENSIONS.values())
    return "" if suffix in known else suffix.removeprefix(".")


def sniff(data: bytes, name: str) -> str:
    """The kind of *data*, a key of `PARSERS`. *name* decides only between kinds of text, and how to word an error.

    Raises UnsupportedFormat, EncryptedFile or CorruptFile for bytes of a format that is not read.
    """
    head = data[:4096]
    suffix = PurePath(name).suffix.lower()
    if data.lstrip(_BEFORE_TEXT + b"\0").startswith(b"%PDF"):
        return "pdf"
    # An archive or e-mail may hold a whole PDF as it is: what the file is counts, not what is in it.
    if head.startswith(b"PK") and head[2:4] in (b"\x03\x04", b"\x05\x06", b"\x07\x08"):
        return _kind_of_zip(data, name, suffix)
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        _refuse_ole(data, name)
    if head[257:262] == b"ustar":
        raise UnsupportedFormat(_ARCHIVE[0], hint=_ARCHIVE[1], source=name)
    if _is_pdf(data, suffix):
        return "pdf"
    if head.lstrip(_BEFORE_TEXT).startswith(b"{\\rt"):
        return "rtf"
    _refuse_signatures(head, name)
    if suffix in _EXTENSIONS["docx"] and b"word/document.xml" in data:
        raise CorruptFile("is a Word document that lost its beginning", hint="Save it again as DOCX.", source=name)
    kind = _kind_of_text(data, suffix)
    if kind == "text" and re.match(rb"(?:\xef\xbb\xbf)?\s*<\?xml\b", head):
        word = b"wordDocument" in data[:8192] or b"schemas.microsoft.com/office/2006/xmlPackage" in data[:8192]
        what = "is a Word document saved as XML" if word else "is XML, not a document"
        raise UnsupportedFormat(what, hint="Save it as DOCX or PDF.", source=name)
    if kind == "text" and suffix in _EXTENSIONS["json"] and head.lstrip(_BEFORE_TEXT)[:1] in (b"{", b"["):
        hint = "Check that it was saved or downloaded completely."
        raise CorruptFile("is damaged JSON", hint=hint, source=name)
    if kind in ("text", "markdown") and _LATEX.search(head):
        raise UnsupportedFormat("is the source of a LaTeX document", hint="Give the PDF made from it.", source=name)
    return kind


_LATEX = re.compile(rb"^[ \t]*\\(?:documentclass|begin\{document\})", re.MULTILINE)
_BEFORE_TEXT = b"\xef\xbb\xbf \t\r\n"
"""What may stand before the first sign of a file that people can read: a mark of UTF-8, spaces, ends of lines."""
_PDF_OBJECT = re.compile(rb"\b\d{1,7} \d{1,5} obj\s{0,9}<<|\btrailer\s{0,9}<<")


def _is_pdf(data: bytes, suffix: str) -> bool:
    # Mail programs put lines before the header. Only where the file says that it is a PDF, or is no text, does a
    # header further down count: a guide to PDF is a text.
    if re.search(rb"%PDF-\d", data[:8192]) and (suffix == ".pdf" or b"\0" in data[:8192] or b"\nendobj" in data):
        return True
    if suffix == ".pdf" and (b"endobj" in data or b"startxref" in data):
        return True
    return bool(_PDF_OBJECT.search(data[:8192]))


def _kind_of_zip(data: bytes, name: str, suffix: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = package.namelist()
            mimetype = _mimetype(package, names)
    except Exception:  # zipfile raises much besides BadZipFile on broken directories
        if suffix in _EXTENSIONS["docx"] or b"word/document" in data:
            message = "is a damaged Word document: its list of contents is missing or broken"
            hint = "Open it in Word, let it repair the file and save it."
            raise CorruptFile(message, hint=hint, source=name) from None
        raise CorruptFile("is a damaged archive", hint=_READABLE, source=name) from None
    if any(entry.lower().startswith("word/") for entry in names):
        return "docx"
    if b"opendocument.text" in mimetype:
        return "odt"
    foreign = _foreign_zip(names, mimetype)
    if foreign is None and (suffix in _EXTENSIONS["docx"] or "[Content_Types].xml" in names):
        return "docx"  # its reader finds the main part where it is, or says that it is missing
    what, hint = foreign or _ARCHIVE
    raise UnsupportedFormat(what, hint=hint, source=name)


def _mimetype(package: zipfile.ZipFile, names: list[str]) -> bytes:
    if "mimetype" not in names:
        return b""
    with package.open("mimetype") as part:
        return part.read(200)


def _foreign_zip(names: list[str], mimetype: bytes) -> tuple[str, str] | None:
    starts = {entry.split("/")[0].lower() for entry in names}
    if "xl" in starts or b"spreadsheet" in mimetype:
        return "is a spreadsheet", "Save it as PDF, or copy its text to a text file."
    if "ppt" in starts or b"presentation" in mimetype:
        return "is a presentation", "Save it as PDF."
    if b"epub" in mimetype:
        return "is an e-book", "Save it as PDF or text."
    if any(entry.endswith(".iwa") or entry == "QuickLook/Preview.pdf" for entry in names):
        return "is a Pages document", "Export it from Pages as PDF or Word."
    if b"opendocument" in mimetype:
        return "is an OpenDocument file without text", "Save it as PDF."
    return None


def _refuse_ole(data: bytes, name: str) -> NoReturn:
    """Raises for what old Office programs save; its directory names the streams in UTF-16."""
    if _utf16("EncryptedPackage") in data:
        hint = "Open it in Word, remove the password (File, Info, Protect Document) and save it."
        raise EncryptedFile("is a Word document that needs a password", hint=hint, source=name)
    for stream, what, hint in (
        ("WordDocument", "is a Word 97-2003 document (.doc)", "Save it as DOCX: in Word, File, Save As."),
        ("Workbook", "is a spreadsheet", "Save it as PDF, or copy its text to a text file."),
        ("PowerPoint Document", "is a presentation", "Save it as PDF."),
        ("__properties_version1.0", "is an Outlook message", "Save the attached document and give that."),
    ):
        if _utf16(stream) in data:
            raise UnsupportedFormat(what, hint=hint, source=name)
    raise UnsupportedFormat("is a file of an old Office program", hint="Save it as DOCX or PDF.", source=name)


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le")


def _refuse_signatures(head: bytes, name: str) -> None:
    for signature, (what, hint) in _SIGNATURES:
        if head.startswith(signature) and (signature not in _BINARY_ONLY or b"\0" in head):
            raise UnsupportedFormat(what, hint=hint, source=name)
    if head[:4] == b"RIFF" or head[4:8] == b"ftyp":
        what, hint = _PICTURE if b"WEBP" in head[:16] or b"hei" in head[:16] else ("is a sound or a film", _READABLE)
        raise UnsupportedFormat(what, hint=hint, source=name)


_HTML = re.compile(
    r"(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|div|p|span|section|article|"
    r"main|table|ul|ol|h[1-6]|meta|title|br|script|style|link|b|strong|font|center)\b",
    re.IGNORECASE | re.DOTALL,
)
_MAIL_HEADER = re.compile(r"(?:[A-Za-z][A-Za-z-]{1,40}:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}", re.ASCII)


def _kind_of_text(data: bytes, suffix: str) -> str:
    from gapcheck.parsers.text import looks_like_markdown, peek

    start = peek(data)
    body = start.lstrip("\ufeff \t\r\n")
    if _HTML.match(body) or (suffix in _EXTENSIONS["html"] and re.search(r"<[a-z!/][^<>]*>", body, re.IGNORECASE)):
        return "html"
    if body[:1] in ("{", "[") and _is_json(data):
        return "json"
    headers = re.search(r"(?im)^(?:mime-version|content-type):", body[:4096])
    if headers and _MAIL_HEADER.match(body.replace("\r\n", "\n")):
        return "mhtml"
    if suffix in (".md", ".markdown", ".mdown", ".qmd") or looks_like_markdown(start):
        return "markdown"
    return "text"


def _is_json(data: bytes) -> bool:
    import json

    try:
        return isinstance(json.loads(data), (dict, list))
    except (ValueError, RecursionError):
        return False


def mismatch(kind: str, name: str) -> tuple[Notice, ...]:
    """A notice when the extension names another format than the bytes are."""
    suffix = PurePath(name).suffix.lower()
    named = next((other for other, suffixes in _EXTENSIONS.items() if suffix in suffixes), None)
    if named is None or named == kind or {named, kind} <= {"html", "mhtml"}:
        return ()
    message = f"The file is named {suffix} but its content is {_NAMES[kind]}; it was read as {_NAMES[kind]}."
    return (Notice("extension_mismatch", message),)
