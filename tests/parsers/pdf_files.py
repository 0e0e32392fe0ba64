"""PDF files made by hand for tests: objects in, bytes out, so that a test says exactly what the file holds."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
BOLD = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>"


def build(objects: dict[int, str | bytes], *, root: int = 1, trailer: str = "") -> bytes:
    """A PDF of numbered objects with a right table of contents."""
    out = bytearray(b"%PDF-1.7\n")
    offsets = {}
    for number, body in objects.items():
        offsets[number] = len(out)
        body = body.encode("latin-1") if isinstance(body, str) else body
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    size = max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        out += b"%010d 00000 %s \n" % (offsets.get(number, 0), b"n" if number in offsets else b"f")
    out += f"trailer\n<< /Size {size} /Root {root} 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def stream(content: str | bytes, extra: str = "", *, flate: bool = False) -> bytes:
    """A stream object; *extra* goes into its dictionary."""
    data = content.encode("latin-1") if isinstance(content, str) else content
    if flate:
        data, extra = zlib.compress(data, 9), f"/Filter /FlateDecode {extra}"
    return f"<< /Length {len(data)} {extra} >>\nstream\n".encode() + data + b"\nendstream"


def pages(
    contents: Sequence[str | bytes],
    *,
    page: str = "",
    resources: str = "",
    box: str = "[0 0 612 792]",
    more: dict[int, str | bytes] | None = None,
    font: str = FONT,
    trailer: str = "",
) -> bytes:
    """A PDF with one page for each content stream; fonts /F1 (Helvetica) and /F2 (bold); own objects from 50."""
    objects: dict[int, str | bytes] = {1: "<< /Type /Catalog /Pages 2 0 R >>", 3: font, 4: BOLD}
    kids = []
    for index, content in enumerate(contents):
        number = 100 + 2 * index
        kids.append(f"{number} 0 R")
        objects[number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox {box} /Contents {number + 1} 0 R {page}"
            f" /Resources << /Font << /F1 3 0 R /F2 4 0 R >> {resources} >> >>"
        )
        objects[number + 1] = stream(content)
    objects[2] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>"
    objects |= more or {}
    return build(dict(sorted(objects.items())), trailer=trailer)


def text(x: float, top: float, words: str, size: float = 10, *, font: str = "F1", before: str = "") -> str:
    """Operators that write *words*, their baseline *top* points under the top of a letter page."""
    escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /{font} {size} Tf {before} 1 0 0 1 {x} {792 - top} Tm ({escaped}) Tj ET\n"


def lines(x: float, top: float, texts: Sequence[str], *, leading: float = 14, size: float = 10) -> str:
    """Operators that write *texts* one under the other."""
    return "".join(text(x, top + index * leading, words, size) for index, words in enumerate(texts))


IMAGE = stream(
    b"\x00" * 16, "/Type /XObject /Subtype /Image /Width 4 /Height 4 /ColorSpace /DeviceGray /BitsPerComponent 8"
)


def scan(*, layer: str = "") -> bytes:
    """A page that is one large image, with the operators of *layer* after it."""
    content = f"q 600 0 0 780 6 6 cm /Im Do Q\n{layer}"
    return pages([content], resources="/XObject << /Im 50 0 R >>", more={50: IMAGE})


def encrypted(*, user: str = "", owner: str = "owner", may_copy: bool = True) -> bytes:
    """A page "Jane Doe plumber", encrypted."""
    import io

    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    lock = StandardEncryption(user, owner, canCopy=int(may_copy), strength=128)
    canvas = Canvas(out, encrypt=lock)
    canvas.drawString(72, 700, "Jane Doe plumber")
    canvas.save()
    return out.getvalue()


# --- files built to harm their reader --------------------------------------------------------------------------


def reference_cycle() -> bytes:
    """Object 60 is 61 and 61 is 60, as the size of the page."""
    return pages([text(72, 72, "Jane Doe")], box="60 0 R", more={60: "61 0 R", 61: "60 0 R"})


def forms(depth: int = 28) -> bytes:
    """A form that draws the next one twice, and so on: 2 to the power of *depth* drawings."""
    more: dict[int, str | bytes] = {}
    for level in range(depth):
        inner = f"/Resources << /XObject << /X {51 + level} 0 R >> >>"
        more[50 + level] = stream("/X Do /X Do", f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] {inner}")
    more[50 + depth] = stream(" ", "/Type /XObject /Subtype /Form /BBox [0 0 9 9]")
    return pages(["/X Do"], resources="/XObject << /X 50 0 R >>", more=more)


def composite(descendant: str = "", to_unicode: str | None = None, shown: str = "<00010002>") -> bytes:
    """A page in a composite font with two-byte codes."""
    font = "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [51 0 R]"
    font += " /ToUnicode 52 0 R >>" if to_unicode is not None else " >>"
    info = "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
    more: dict[int, str | bytes] = {
        51: f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X {info} /DW 600 {descendant} /FontDescriptor 53 0 R >>",
        53: "<< /Type /FontDescriptor /FontName /X /Flags 4 /FontBBox [0 0 1000 1000] /Ascent 800 /Descent -200"
        " /ItalicAngle 0 /CapHeight 700 /StemV 80 >>",
    }
    if to_unicode is not None:
        head = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap"
        space = "1 begincodespacerange <0000> <ffff> endcodespacerange"
        more[52] = stream(f"{head} {space} {to_unicode} endcmap end end")
    return pages([f"BT /F1 12 Tf 72 700 Td {shown} Tj ET"], font=font, more=more)


def range_bomb() -> bytes:
    """A table from codes to characters with four billion entries."""
    return composite(to_unicode="1 beginbfrange <00000000> <ffffffff> <0041> endbfrange")


def width_bomb() -> bytes:
    """A table of widths with two billion entries; the text itself is fine."""
    table = "2 beginbfchar <0001> <0048> <0002> <0069> endbfchar"
    return composite(descendant="/W [0 2000000000 500]", to_unicode=table)


def flate_bomb(megabytes: int = 900) -> bytes:
    """A content stream that inflates to much more than the worker may use."""
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(b"\0" * 1_000_000) for _ in range(megabytes)) + packer.flush()
    body = f"<< /Length {len(data)} /Filter /FlateDecode >>\nstream\n".encode() + data + b"\nendstream"
    return pages(["0 g"], more={101: body})


def slow(operators: int = 4_000_000) -> bytes:
    """Honest but endless: a page with millions of operators."""
    return pages(["0 g"], more={101: stream(b"0 g\n" * operators, flate=True)})


def scattered(words: int = 4_000) -> bytes:
    """Short words all over the page, on no common lines."""
    import random

    rng = random.Random(7)
    content = (text(rng.uniform(10, 560), rng.uniform(10, 780), f"w{index}", 7) for index in range(words))
    return pages(["".join(content)])
