"""Nothing leaves the computer and nothing stays on it: no network, no other process, no copy, no word in logs or errors."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

import gapcheck
from gapcheck.errors import GapcheckError
from gapcheck.parsers import parse
from gapcheck.settings import Limits, Settings
from tests.parsers import pdf_files
from tests.parsers.packages import docx, odt, paragraph

ROOT = Path(__file__).resolve().parents[1]
POSTING = ROOT / "gapcheck" / "demo" / "posting.txt"
pytestmark = pytest.mark.timeout(900)

CANARIES = [f"{kind}{number}zq" for kind in ("Vexolind", "Marquith", "Quondrel", "Zyphora") for number in range(10)]
"""Forty words that stand in no other text: names, employers, streets, mail boxes."""


def canary_lines() -> list[str]:
    """A resume in which every line has words that nobody else has."""
    names = iter(CANARIES)
    head = [
        f"{next(names)} {next(names)}",
        f"{next(names)}@{next(names).lower()}.example.org",
        f"12 {next(names)} Street",
    ]
    jobs = [f"Clerk, {next(names)} {next(names)} Ltd, 2018 - 2023" for _ in range(4)]
    points = [f"- Coordinated trade shows for {name}" for name in names]
    return [*head, "Experience", jobs[0], *points[:13], *jobs[1:], *points[13:]]


LINES = canary_lines()
PDF = pdf_files.pages([pdf_files.lines(60, 40, LINES, leading=13)])
WORD = docx("".join(map(paragraph, LINES)))
FILES: dict[str, bytes] = {
    "resume.txt": "\n".join(LINES).encode(),
    "resume.pdf": PDF,
    "resume.docx": WORD,
    "resume.odt": odt("".join(f"<text:p>{line}</text:p>" for line in LINES)),
    "resume.html": ("<html><body>" + "".join(f"<p>{line}</p>" for line in LINES) + "</body></html>").encode(),
    "resume.rtf": ("{\\rtf1\\ansi " + "\\par ".join(LINES) + "}").encode(),
    "resume.json": json.dumps({"basics": {"name": LINES[0]}, "work": [{"name": line} for line in LINES]}).encode(),
}
BROKEN: dict[str, bytes] = {
    "cut.pdf": PDF[: len(PDF) // 3],
    "holes.pdf": PDF.replace(b"endobj", b"endxxx").replace(b" obj", b" abj"),
    "stream.pdf": PDF.replace(b"Tj", b"] 8 ((Tj").replace(b"/F1 10 Tf", b"/F1 (" + CANARIES[0].encode() + b") Tf"),
    "fonts.pdf": PDF.replace(b"/Helvetica", b"/" + CANARIES[1].encode()).replace(
        b"/Type1", b"(" + CANARIES[2].encode() + b")"
    ),
    "cut.docx": WORD[: len(WORD) // 2],
    "open.docx": docx(f"<w:p><w:r><w:t>{' '.join(LINES)}"),
    "entity.docx": docx(f"&{CANARIES[3]};"),
    "bytes.txt": b"\0\1\2".join(line.encode() for line in LINES),
    "broken.json": ('{"basics": {"name": "' + LINES[0] + '"').encode(),
    "broken.rtf": ("{\\rtf1 \\'zz \\bin999999999 " + " ".join(LINES)).encode(),
}


@dataclass(frozen=True, slots=True)
class Run:
    """What one call of the command did."""

    code: int
    out: str
    err: str
    notes: dict[str, list[str]] = field(default_factory=dict)
    left: tuple[str, ...] = ()
    """Files in the working folder, the temporary and the cache folder that were not there before."""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with the resume in every format, its broken copies and two postings."""
    (tmp_path / "work").mkdir()
    for name, data in {**FILES, **BROKEN}.items():
        (tmp_path / "work" / name).write_bytes(data)
    shutil.copy(POSTING, tmp_path / "work" / "posting.txt")
    (tmp_path / "work" / "other.txt").write_text(
        "Clerk\n\nRequirements\n- Excel\n- Trade shows\n- Filing\n", encoding="utf-8"
    )
    return tmp_path


def run(place: Path, *arguments: str, prefix: tuple[str, ...] = ()) -> Run:
    before = _files(place)
    notes = place / "notes.json"
    homes = {name: str(place / name) for name in ("TMPDIR", "HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME")}
    for home in homes.values():
        Path(home).mkdir(exist_ok=True)
    done = subprocess.run(
        [*prefix, sys.executable, "-m", "tests.watched", str(notes), *arguments],
        cwd=place / "work",
        env=os.environ | homes | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    found = json.loads(notes.read_text(encoding="utf-8"))
    notes.unlink()
    left = tuple(sorted(str(path.relative_to(place)) for path in _files(place) - before))
    return Run(done.returncode, done.stdout, done.stderr, found, left)


def _files(place: Path) -> set[Path]:
    return {path for path in place.rglob("*") if path.is_file()}


def leaks(text: str) -> list[str]:
    """The canaries that stand in *text*, in whatever case."""
    return [name for name in CANARIES if name.lower() in text.lower()]


COMMANDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    **{f"check {name}": ((name, "posting.txt", "--debug"), ()) for name in FILES},
    "trusted pdf": (("resume.pdf", "posting.txt", "--config", "trusted.toml"), ()),
    "html": (("resume.pdf", "posting.txt", "-o", "out.html"), ("work/out.html",)),
    "json": (("resume.docx", "posting.txt", "-o", "out.json"), ("work/out.json",)),
    "letter and master": (("resume.txt", "posting.txt", "--letter", "resume.docx", "--master", "resume.rtf"), ()),
    "text": (("text", "resume.pdf"), ()),
    "posting": (("posting", "posting.txt"), ()),
    "rank": (("rank", "resume.txt", "posting.txt", "other.txt", "-j", "1"), ()),
    "trends": (("trends", "resume.txt", "posting.txt", "other.txt", "-j", "1"), ()),
    "compare": (("compare", "resume.txt", "resume.docx", "posting.txt"), ()),
    "diff": (("diff", "resume.txt", "resume.docx", "--posting", "posting.txt"), ()),
    "batch": (("batch", "--resumes", "resume.txt", "--postings", "posting.txt", "-o", "rows.jsonl", "-j", "1"), ("work/rows.jsonl",)),
    "cached batch": (
        ("batch", "--resumes", "resume.txt", "--postings", "posting.txt", "-o", "rows.jsonl", "-j", "1", "--cache"),
        ("XDG_CACHE_HOME/gapcheck/batch.sqlite", "work/rows.jsonl"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("arguments", "outputs"), COMMANDS.values(), ids=COMMANDS)
def test_a_command_tells_nobody_and_leaves_nothing(
    place: Path, arguments: tuple[str, ...], outputs: tuple[str, ...]
) -> None:
    (place / "work" / "trusted.toml").write_text('isolation = "none"\n', encoding="utf-8")
    done = run(place, *arguments)
    assert done.code == 0, done.err
    assert done.notes["network"] == []
    assert [command for command in done.notes["processes"] if "-m gapcheck.parsers.isolate" not in command] == []
    assert [name for name in done.notes["unpickled"] if name.startswith("gapcheck")] == []
    assert leaks(done.err) == leaks(str(done.notes["log"])) == leaks(" ".join(done.notes["processes"])) == []
    assert done.left == outputs
    allowed = {Path(output).name for output in outputs}
    assert [name for name in done.notes["written"] if not _is_output(name, allowed)] == []
    for output in outputs:
        if not output.startswith("work/out."):  # a report quotes its evidence; nothing else does
            assert leaks((place / output).read_bytes().decode("latin-1")) == []


def _is_output(name: str, allowed: set[str]) -> bool:
    """The file asked for, its unfinished form and the journals of SQLite; and the null device."""
    base = Path(name.split(" ", 1)[-1]).name
    return (
        name == os.devnull or any(base.startswith((output, f".{output}")) for output in allowed) or base == "gapcheck"
    )


@pytest.mark.parametrize("name", BROKEN)
def test_an_error_quotes_nothing(place: Path, name: str) -> None:
    done = run(place, name, "posting.txt", "--debug", "--no-evidence")
    assert done.code in (0, 3)
    assert leaks(done.err) == leaks(str(done.notes["log"])) == leaks(done.out) == []
    assert done.left == ()
    assert done.notes["network"] == []


def test_the_watch_sees_what_it_is_there_for(place: Path) -> None:
    code = (
        "import pathlib, pickle, socket, subprocess, sys, logging\n"
        "from tests.watched import watch\n"
        "watch(pathlib.Path(sys.argv[1]))\n"
        "logging.getLogger('x').debug('a word')\n"
        "pathlib.Path('left.txt').write_text('x')\n"
        "subprocess.run(['true'])\n"
        "pickle.loads(pickle.dumps(pathlib.PurePosixPath('x')))\n"
        "try: socket.create_connection(('127.0.0.1', 9), 1)\n"
        "except OSError: pass\n"
    )
    subprocess.run([sys.executable, "-c", code, str(place / "seen.json")], cwd=place, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=True)  # fmt: skip
    seen = json.loads((place / "seen.json").read_text(encoding="utf-8"))
    assert "a word" in seen["log"]
    assert seen["written"] == ["left.txt"]
    assert seen["processes"] == ["true"]
    assert any("PurePosixPath" in name for name in seen["unpickled"])
    assert any(name.startswith("socket.connect") for name in seen["network"])


@pytest.mark.parametrize("name", [*FILES, *BROKEN])
@pytest.mark.parametrize(
    "limits", [Limits(), Limits(max_posting_chars=9, max_resume_chars=9), Limits(max_tags=3, max_part_bytes=90)]
)
def test_exceptions_and_values_quote_nothing(name: str, limits: Limits) -> None:
    data = {**FILES, **BROKEN}[name]
    try:
        document = parse(data, settings=Settings(limits=limits, isolation="none"), name=name)
    except GapcheckError as error:
        said = f"{error!r} {error} {error.args} {error.hint} {error.__cause__!r}"
    else:
        said = f"{document!r} {[notice.message for notice in document.notices]}"
    assert leaks(said) == []


def test_values_of_a_report_show_no_text() -> None:
    reader = gapcheck.Analyzer()
    resume = reader.resume(parse(FILES["resume.txt"]))
    assert leaks(repr(resume.document)) == []


@pytest.mark.parametrize("name", list(FILES))
def test_redacted_reports_hide_the_head_of_the_resume(place: Path, name: str) -> None:
    done = run(place, name, "posting.txt", "--redact", "--json")
    assert done.code == 0, done.err
    assert leaks(done.out) != []  # the employers stay: they are the evidence's own words
    assert [canary for canary in CANARIES[:5] if canary.lower() in done.out.lower()] == []


# --- without a network -----------------------------------------------------------------------------------------

WAYS = (("unshare", "-n"), ("unshare", "-rn"))  # the second one for who is not root


def _works(way: tuple[str, ...]) -> bool:
    return shutil.which(way[0]) is not None and not subprocess.run([*way, "true"], capture_output=True, check=False).returncode  # fmt: skip


UNSHARE = next(filter(_works, WAYS), None)
needs_unshare = pytest.mark.skipif(
    UNSHARE is None, reason="SKIPPED, NOT TESTED: the network cannot be cut off here (unshare -n, unshare -rn)"
)
ROWS = ("batch", "--resumes", "resume.txt", "--resumes", "resume.pdf", "--postings", ".", "-o", "rows.jsonl", "-j", "2", "--force")  # fmt: skip
OFFLINE = [
    ("demo", "--no-config"),
    ("resume.pdf", "posting.txt"),
    ("resume.docx", "posting.txt", "--json"),
    ("rank", "resume.txt", "posting.txt", "other.txt", "-j", "1"),
    ROWS,
]


@needs_unshare
@pytest.mark.parametrize("arguments", OFFLINE, ids=lambda arguments: arguments[0])
def test_without_a_network_everything_is_the_same(place: Path, arguments: tuple[str, ...]) -> None:
    assert UNSHARE is not None
    found = []
    for prefix in ((), UNSHARE):
        done = run(place, *arguments, prefix=prefix)
        rows = place / "work" / "rows.jsonl"
        found.append((done.code, done.out, done.err, rows.read_bytes() if rows.exists() else b""))
        rows.unlink(missing_ok=True)
    assert found[0] == found[1]
    assert found[1][0] == 0
    assert found[1][1] or found[1][3].count(b"\n") > 4
