"""Files built to harm their reader, made on the spot: each with what must become of it, text or the code of an error."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass

from tests.parsers import pdf_files
from tests.parsers.packages import docx, docx_parts, odt, paragraph, part, zipped
from tests.parsers.pdf_files import lines, pages, stream, text

SEEN = "Fitted pipes in forty houses"


@dataclass(frozen=True, slots=True)
class Attack:
    """One file; *outcomes* are "text" and the codes of errors that are right."""

    name: str
    data: bytes
    outcomes: tuple[str, ...]


def attacks() -> list[Attack]:
    """All of them, made anew: together some ten megabytes."""
    return [
        Attack("cycle.pdf", pdf_files.reference_cycle(), ("text",)),
        Attack("forms.pdf", pdf_files.forms(), ("malicious_file",)),
        Attack("ranges.pdf", pdf_files.range_bomb(), ("text",)),
        Attack("widths.pdf", pdf_files.width_bomb(), ("text",)),
        Attack("flate.pdf", pdf_files.flate_bomb(), ("worker_memory",)),
        Attack("flate-twice.pdf", _twice_deflated(), ("worker_memory", "no_text_found", "text")),
        Attack("columns.pdf", _predictor(), ("text", "no_text_found", "worker_memory", "corrupt_file")),
        Attack("count.pdf", _count_lies(), ("text",)),
        Attack("tree.pdf", _tree(), ("text", "no_text_found", "corrupt_file", "parse_timeout")),
        Attack("prev.pdf", _previous_itself(), ("text", "corrupt_file")),
        Attack("length.pdf", _length_of_itself(), ("text", "corrupt_file", "no_text_found")),
        Attack("pages.pdf", pages([text(72, 80, SEEN)] * 400), ("text",)),
        Attack("scattered.pdf", pdf_files.scattered(2_000), ("text",)),
        Attack("long-line.pdf", pages([text(10, 80, "word " * 60_000)]), ("text", "parse_timeout")),
        Attack("locked.pdf", pdf_files.encrypted(user="secret"), ("encrypted_file",)),
        Attack("none.pdf", pages([]), ("no_text_found",)),
        Attack("half.pdf", pages([lines(72, 80, [SEEN] * 30)])[:900], ("text", "corrupt_file", "no_text_found")),
        Attack("bomb.docx", _inflating("word/document.xml"), ("limit_exceeded",)),
        Attack("liar.docx", _liar(), ("limit_exceeded", "corrupt_file")),
        Attack("entries.docx", zipped(docx_parts(paragraph(SEEN)) | {f"x{n}": b"" for n in range(2_500)}), ("limit_exceeded",)),
        Attack("laughs.docx", _laughs(), ("malicious_file",)),
        Attack("outside.docx", _external(), ("malicious_file",)),
        Attack("deep.docx", docx("<w:sdt><w:sdtContent>" * 5_000 + paragraph(SEEN)), ("limit_exceeded", "corrupt_file")),
        Attack("span.docx", docx(_wide_table()), ("text",)),
        Attack("climb.docx", zipped(docx_parts(paragraph(SEEN)) | {"../../climbed.txt": b"x", "/climbed.txt": b"x"}), ("text",)),
        Attack("nothing.docx", zipped({"[Content_Types].xml": b"<Types/>"}), ("corrupt_file", "unsupported_format")),
        Attack("end.docx", b"PK\5\6" + bytes(18), ("corrupt_file", "unsupported_format")),
        Attack("mailmerge.odt", odt("<text:p>" + SEEN + "</text:p>" + "<text:s text:c='999999999'/>"), ("text",)),
        Attack("deep.html", b"<div>" * 50_000 + SEEN.encode(), ("text", "limit_exceeded")),
        Attack("deep.json", b"[" * 100_000 + b"]" * 100_000, ("text", "corrupt_file", "limit_exceeded", "no_text_found")),
        Attack("groups.rtf", b"{\\rtf1" + b"{" * 100_000 + SEEN.encode(), ("text", "limit_exceeded", "corrupt_file")),
        Attack("binary.rtf", b"{\\rtf1 \\bin2000000000 " + SEEN.encode() + b"}", ("text", "no_text_found", "corrupt_file")),
        Attack("brackets.txt", b"(" * 190_000, ("text", "no_text_found")),
        Attack("one-line.txt", b"pipe " * 38_000, ("text",)),
        Attack("accents.txt", ("Z" + "\u0301" * 90_000 + "\n" + SEEN).encode(), ("text",)),
        Attack("zeros.txt", b"\0" * 10_000, ("unsupported_format", "empty_file", "no_text_found")),
        Attack("large.txt", b"pipe fitter \n" * 100_000, ("limit_exceeded",)),
    ]  # fmt: skip


def _twice_deflated() -> bytes:
    inner = zlib.compress(bytes(200_000_000), 9)
    return pages(["0 g"], more={101: _raw(zlib.compress(inner, 9), "/Filter [/FlateDecode /FlateDecode]")})


def _predictor() -> bytes:
    parameters = "/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 2000000000 >>"
    return pages(["0 g", text(72, 80, SEEN)], more={101: _raw(zlib.compress(b"\2" + bytes(99)), parameters)})


def _raw(data: bytes, extra: str) -> bytes:
    return f"<< /Length {len(data)} {extra} >>\nstream\n".encode() + data + b"\nendstream"


def _count_lies() -> bytes:
    return pages([text(72, 80, SEEN)]).replace(b"/Count 1", b"/Count 1000000000")


def _tree() -> bytes:
    """Every node of the page tree has the next one ten times as a child: 10 to the power of 8 pages."""
    more: dict[int, str | bytes] = {}
    for level in range(8):
        kids = " ".join([f"{51 + level} 0 R"] * 10)
        more[50 + level] = f"<< /Type /Pages /Count 10 /Kids [{kids}] >>"
    more[58] = "<< /Type /Page /Parent 57 0 R /MediaBox [0 0 612 792] /Contents 59 0 R >>"
    more[59] = stream("0 g")
    more[2] = "<< /Type /Pages /Count 10 /Kids [50 0 R] >>"
    return pages([], more=more)


def _previous_itself() -> bytes:
    data = pages([text(72, 80, SEEN)], trailer="/Prev 0000000000")
    start = data.rindex(b"\nxref") + 1
    return data.replace(b"/Prev 0000000000", b"/Prev %010d" % start)


def _length_of_itself() -> bytes:
    content = stream(text(72, 80, SEEN))
    return pages(["0 g"], more={101: b"<< /Length 101 0 R >>" + content[content.index(b"\nstream") :]})


def _inflating(name: str, megabytes: int = 300) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for other, content in docx_parts(paragraph(SEEN)).items():
            if other != name:
                package.writestr(other, content)
        with package.open(name, "w") as member:
            for _ in range(megabytes):
                member.write(b" " * 1_000_000)
    return buffer.getvalue()


def _liar() -> bytes:
    """The directory says that the text inflates to 5,000 bytes."""
    data = bytearray(_inflating("word/document.xml", 120))
    at = data.rindex(b"PK\1\2")
    while data[at + 46 : at + 46 + 17] != b"word/document.xml":
        at = data.rindex(b"PK\1\2", 0, at)
    data[at + 24 : at + 28] = struct.pack("<I", 5_000)
    return bytes(data)


def _laughs() -> bytes:
    entities = '<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    body = part("document", f"<w:body>{paragraph('&i;')}</w:body>")
    return docx_with(body.replace("?>", f"?><!DOCTYPE x [{entities}]>", 1))


def _external() -> bytes:
    body = part("document", f"<w:body>{paragraph('&x;')}</w:body>")
    return docx_with(body.replace("?>", '?><!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>', 1))


def docx_with(document: str) -> bytes:
    """A Word file whose main part is *document*."""
    return zipped(docx_parts("") | {"word/document.xml": document})


def _wide_table() -> str:
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>{paragraph(SEEN)}</w:tc>'
    return f"<w:tbl>{f'<w:tr>{cell}</w:tr>' * 500}</w:tbl>"
