"""Mutated files of every format, until something breaks a promise: `python tests/quality/fuzz.py [MINUTES] [SEED]`.

A file must give text or one typed error, in the time that the limits give, and its text a report as a posting and as a
resume. What breaks that is written to tests/parsers/seeds, which a test replays for ever: commit it with the repair.
"""

from __future__ import annotations

import contextlib
import hashlib
import random
import sys
import time
from collections import Counter
from functools import cache
from pathlib import Path

from gapcheck import render
from gapcheck.errors import GapcheckError, NoRequirementsFound, WorkerCrashed
from gapcheck.parsers import parse
from gapcheck.settings import Settings
from gapcheck.types import Posting, Resume
from tests.parsers import pdf_files
from tests.parsers.attacks import attacks
from tests.parsers.packages import docx, docx_parts, odt, paragraph, zipped
from tests.quality.resume_pdfs import SHARED
from tests.trades import analyzer

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / "tests" / "parsers" / "seeds"
POSTING, RESUME = (ROOT / "gapcheck" / "demo" / f"{name}.txt" for name in ("posting", "resume"))
_SLOW = Settings().limits.parse_timeout + 5


def mutated(data: bytes, rng: random.Random, others: list[bytes]) -> bytes:
    """*data* with a few bytes changed, cut, doubled, or put in from another file."""
    out = bytearray(data[:200_000])
    for _ in range(rng.choice((1, 1, 2, 4, 16))):
        at, size = rng.randrange(len(out) + 1), rng.choice((1, 2, 8, 64, 512))
        kind = rng.randrange(7)
        if kind == 0 and out:
            out[min(at, len(out) - 1)] = rng.randrange(256)
        elif kind == 1:
            del out[at : at + size]
        elif kind == 2:
            out[at:at] = out[at : at + size] * rng.choice((1, 2, 50))
        elif kind == 3:
            other = rng.choice(others)
            start = rng.randrange(len(other) + 1)
            out[at:at] = other[start : start + size]
        elif kind == 4:
            out[at:at] = rng.choice(
                (b"-1", b"0", b"999999999", b"\0" * size, b"(" * size, b"<<", b"<w:p>", b"{", b"\xff\xfe")
            )
        elif kind == 5:
            numbers = [i for i, byte in enumerate(out[:5_000]) if 0x30 <= byte <= 0x39]
            if numbers:
                out[rng.choice(numbers)] = rng.choice(b"0123456789-")
        else:
            del out[at:]
    return bytes(out) or b"x"


def repacked(rng: random.Random, others: list[bytes]) -> bytes:
    """A sound zip file around a mutated part: a mutation of the zip itself rarely gets as far as its XML."""
    parts = docx_parts(paragraph("Ran payroll for 17 people") * 3, styles="<x/>", header1="<x/>")
    name = rng.choice(list(parts))
    content = parts[name]
    return zipped(parts | {name: mutated(content.encode() if isinstance(content, str) else content, rng, others)})


def starts() -> list[bytes]:
    """What is mutated: files of every format, the small attacks, the stored seeds, and the shared corpus when it is there."""
    own = [
        docx(paragraph("Ran payroll") + "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"),
        odt("<text:p>Ran payroll</text:p>"),
        pdf_files.pages([pdf_files.lines(72, 80, ["Jane Doe", "Ran payroll"])]),
        pdf_files.scan(layer=pdf_files.text(72, 80, "Jane Doe", before="3 Tr")),
        pdf_files.composite(to_unicode="2 beginbfchar <0001> <0048> <0002> <0069> endbfchar"),
        b"{\\rtf1\\ansi {\\fonttbl{\\f0 Arial;}}\\b Ran payroll\\par {\\listtext\\'b7}x\\u8226? }",
        b"<!doctype html><main><h1>Clerk</h1><ul><li>Payroll<table><tr><td>a<td>b</table></main>",
        b'{"title": "Clerk", "description": "<p>Payroll</p>", "lists": [{"text": "x", "content": "<li>y"}]}',
        b"---\ntitle: Clerk\n---\n# Duties\n- **Payroll** [x](y)\n| a | b |\n|---|---|\n",
        "Büro – Löhne\r\n• Excel".encode("cp1252"),
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n<p>Clerk\n--x--",
    ]
    gold = [path.read_bytes() for path in sorted((ROOT / "data" / "gold").rglob("*.txt"))]
    found = own + gold + [attack.data for attack in attacks() if len(attack.data) < 20_000]
    for folder in (SEEDS, SHARED / "data" / "hostile"):
        found += [p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file() and p.stat().st_size < 60_000 and p.suffix not in (".md", ".tsv")]  # fmt: skip
    return found


@cache
def pair() -> tuple[Resume, Posting]:
    """A resume and a posting that are sound."""
    return analyzer().resume(RESUME), analyzer().posting(POSTING)


def broken(data: bytes) -> str:
    """Which promise *data* breaks, or nothing."""
    start = time.monotonic()
    try:
        document = parse(data, name="fuzz")
        fault = "" if any(map(str.isalnum, document.text)) else "EmptyText"
        if document.kind != "pdf" and len(document.text) < 30_000:  # as a posting, and as a resume
            resume, posting = pair()
            with contextlib.suppress(NoRequirementsFound):
                render(analyzer().analyze(resume, document), "json")
            render(analyzer().analyze(document, posting), "text")
    except WorkerCrashed:
        fault = "WorkerCrashed"
    except GapcheckError:
        fault = ""
    except Exception as error:
        fault = type(error).__name__
    return fault or ("Slow" if time.monotonic() - start > _SLOW else "")


def main() -> int:
    """Mutate for so many minutes; 1 when something was found."""
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 30.0
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else time.time_ns() % 1_000_000
    rng, files, found, count = random.Random(seed), starts(), Counter[str](), 0
    print(f"seed {seed}, {len(files)} files to begin with")
    end = time.monotonic() + 60 * minutes
    while time.monotonic() < end:
        data = repacked(rng, files) if rng.random() < 0.2 else mutated(rng.choice(files), rng, files)
        count += 1
        if (fault := broken(data)) and (fault := broken(data)):  # again: a busy machine is slow for its own reasons
            found[fault] += 1
            SEEDS.mkdir(exist_ok=True)
            (SEEDS / f"{fault}-{hashlib.sha256(data).hexdigest()[:12]}.bin").write_bytes(data)
    print(f"{count} files, {sum(found.values())} broke a promise: {dict(found)}")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
