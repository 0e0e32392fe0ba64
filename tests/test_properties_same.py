"""What makes no difference: order, layout, line ends, file format, the machine, and what was checked before."""

from __future__ import annotations

import io
import os
import random
import re
import subprocess
import sys
import textwrap
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapcheck import render
from gapcheck.cleanup import clean_lines
from gapcheck.parsers import parse
from gapcheck.settings import Settings
from tests.parsers.packages import docx, paragraph
from tests.trades import (
    ASKED,
    HEADINGS,
    REAL_ASKED,
    REAL_SHOWN,
    SHOWN,
    analyzer,
    asked_lines,
    check,
    examples,
    judged,
    missing,
    posting_of,
    postings,
    read_posting,
    resume_of,
    shown_lines,
    statuses,
)

ROOT = Path(__file__).resolve().parents[1]
pytestmark = pytest.mark.timeout(1_800)  # hundreds of examples each, on a machine that may be busy


# --- order -----------------------------------------------------------------------------------------------------


@given(asked_lines, shown_lines, st.randoms(use_true_random=False))
@examples(300, 5_000)
def test_the_order_of_bullets_does_not_matter(asked: list[str], shown: list[str], rng: random.Random) -> None:
    mixed_asked, mixed_shown = rng.sample(asked, len(asked)), rng.sample(shown, len(shown))
    one, score = judged(resume_of(shown), posting_of(asked))
    other, same = judged(resume_of(mixed_shown), posting_of(mixed_asked))
    assert sorted(statuses(one)) == sorted(statuses(other))
    assert missing(one) == missing(other)
    assert score.exact == same.exact


@given(asked_lines, shown_lines, st.permutations(["Experience", "Projects", "Volunteering"]))
@examples(300, 5_000)
def test_the_order_of_sections_does_not_matter(asked: list[str], shown: list[str], order: list[str]) -> None:
    parts = {
        "Experience": f"Experience\nAssistant, Larkspur Ltd, 2018 - 2023\n- {shown[0]}\n",
        "Projects": "Projects\n" + "".join(f"- {line}\n" for line in shown[1:4]),
        "Volunteering": "Volunteering\n" + "".join(f"- {line}\n" for line in shown[4:]),
    }
    if not all(re.search(r"^- ", part, re.MULTILINE) for part in parts.values()):
        parts = {name: part for name, part in parts.items() if "- " in part.partition("\n")[2]}
    head, posting = "Ana Sousa\nana@example.org\n\n", posting_of(asked)
    one, score = judged(head + "\n".join(parts.values()), posting)
    other, same = judged(head + "\n".join(parts[name] for name in order if name in parts), posting)
    assert statuses(one) == statuses(other)
    assert missing(one) == missing(other)
    assert score.exact == same.exact


# --- the look of a text ----------------------------------------------------------------------------------------


def wrapped(text: str, width: int) -> str:
    """*text* with its lines broken at spaces after *width* characters, bullets with a hanging indent."""
    lines: list[str] = []
    for line in text.split("\n"):
        indent = "  " if line.startswith("- ") else ""
        lines += textwrap.wrap(
            line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
        ) or [""]
    return "\n".join(lines)


LOOKS = {
    "line ends": lambda text: text.replace("\n", "\r\n"),
    "old line ends": lambda text: text.replace("\n", "\r"),
    "trailing spaces": lambda text: text.replace("\n", "  \n"),
    "blank lines": lambda text: text.replace("\n- ", "\n\n- "),
    "indent": lambda text: text.replace("\n- ", "\n    - "),
    "wide spaces": lambda text: text.replace(" ", "\u00a0"),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "compatible": lambda text: unicodedata.normalize("NFKC", text),
    "ligatures": lambda text: text.replace("fi", "\ufb01").replace("fl", "\ufb02"),
    "soft hyphens": lambda text: re.sub(r"(\w{4})(\w{4})", "\\1\u00ad\\2", text),
    **{f"bullet {glyph}": lambda text, glyph=glyph: text.replace("\n- ", f"\n{glyph} ") for glyph in "•▪➢◦*–\uf0b7"},
}


@given(postings(), shown_lines, st.sampled_from(sorted(LOOKS)))
@examples(500, 20_000)
def test_the_look_of_the_resume_does_not_matter(posting: str, shown: list[str], look: str) -> None:
    one, _ = judged(resume_of(shown), posting)
    other, _ = judged(LOOKS[look](resume_of(shown)), posting)
    assert statuses(one) == statuses(other)
    assert missing(one) == missing(other)


@given(postings(), shown_lines, st.sampled_from(sorted(LOOKS)))
@examples(500, 20_000)
def test_the_look_of_the_posting_does_not_matter(posting: str, shown: list[str], look: str) -> None:
    one, _ = judged(resume_of(shown), posting)
    other, _ = judged(resume_of(shown), LOOKS[look](posting))
    assert statuses(one) == statuses(other)
    assert missing(one) == missing(other)


@given(asked_lines, shown_lines, st.integers(40, 200))
@examples(500, 20_000)
def test_where_the_resume_s_lines_break_does_not_matter(asked: list[str], shown: list[str], width: int) -> None:
    one, _ = judged(resume_of(shown), posting_of(asked))
    other, _ = judged(wrapped(resume_of(shown), width), posting_of(asked))
    assert statuses(one) == statuses(other)
    assert missing(one) == missing(other)


def one_line(matches: tuple) -> list[tuple[str, str]]:
    return [(" ".join(text.split()), status) for text, status in statuses(matches)]


@given(asked_lines, shown_lines, st.integers(40, 200))
@examples(500, 20_000)
def test_where_the_posting_s_lines_break_does_not_matter(asked: list[str], shown: list[str], width: int) -> None:
    one, _ = judged(resume_of(shown), posting_of(asked))
    other, _ = judged(resume_of(shown), wrapped(posting_of(asked), width))
    assert one_line(one) == one_line(other)
    assert missing(one) == missing(other)


CASED = ("Reports in Word and Excel",)
"""A product whose name is also a word needs its capital."""


@given(
    asked_lines, st.lists(st.sampled_from([s for s in SHOWN if s not in CASED]), min_size=1, max_size=8, unique=True)
)
@examples(500, 20_000)
def test_a_capital_at_the_beginning_of_a_line_does_not_matter(asked: list[str], shown: list[str]) -> None:
    posting = posting_of([line for line in asked if "Excel" not in line] or ASKED[:4])
    first_small = [line[0].lower() + line[1:] if line.split()[0][1:].islower() else line for line in shown]
    assert missing(judged(resume_of(shown), posting)[0]) == missing(judged(resume_of(first_small), posting)[0])


@given(asked_lines, shown_lines)
@examples(300, 5_000)
def test_saying_everything_twice_changes_nothing(asked: list[str], shown: list[str]) -> None:
    once, twice = judged(resume_of(shown), posting_of(asked)), judged(resume_of(shown * 2), posting_of(asked))
    assert statuses(once[0]) == statuses(twice[0])


# --- file formats ----------------------------------------------------------------------------------------------


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def as_markdown(shown: list[str]) -> bytes:
    points = "".join("* " + re.sub(r"([*_`#\[\]|~])", r"\\\1", line) + "\n" for line in shown)
    return (
        f"# Ana Sousa\n\nana@example.org\n\n## Experience\n\nAssistant, Larkspur Ltd, 2018 - 2023\n\n{points}".encode()
    )


def as_docx(shown: list[str]) -> bytes:
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    head = "".join(map(paragraph, ("Ana Sousa", "ana@example.org")))
    job = paragraph("Experience", '<w:outlineLvl w:val="0"/>') + paragraph("Assistant, Larkspur Ltd, 2018 - 2023")
    return docx(head + job + "".join(paragraph(escaped(line), number) for line in shown))


def as_pdf(shown: list[str], *, columns: bool = False) -> bytes:
    """A PDF by ReportLab; with *columns* a narrow one of contact and languages stands beside the work."""
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import BaseDocTemplate, Frame, FrameBreak, PageTemplate, Paragraph

    styles, out = getSampleStyleSheet(), io.BytesIO()
    template = BaseDocTemplate(out, pagesize=(612, 792))
    frames = [Frame(40, 40, 150, 712), Frame(210, 40, 362, 712)] if columns else [Frame(40, 40, 532, 712)]
    template.addPageTemplates(PageTemplate(frames=frames))

    def text(words: str, style: str = "BodyText", bullet: str | None = None) -> Paragraph:
        return Paragraph(escaped(words), styles[style], bulletText=bullet)

    head = [text("Ana Sousa", "Heading1"), text("ana@example.org")]
    if columns:
        head += [text("Interests", "Heading2"), text("Kites"), text("Chess"), text("Choir"), FrameBreak()]
    job = [text("Experience", "Heading2"), text("Assistant, Larkspur Ltd, 2018 - 2023")]
    template.build([*head, *job, *(text(line, bullet="•") for line in shown)])
    return out.getvalue()


TRUSTED = Settings(isolation="none")
IN_PDF = [line for line in (*SHOWN, *REAL_SHOWN) if all(ord(letter) < 0x100 for letter in line)]
in_pdf_lines = st.lists(st.sampled_from(IN_PDF), min_size=1, max_size=12, unique=True)


def judged_file(data: bytes, posting: str) -> tuple:
    return analyzer().matches(analyzer().resume(parse(data, settings=TRUSTED)), read_posting(posting))


@given(asked_lines, in_pdf_lines)
@examples(200, 2_000)
def test_the_format_of_the_resume_does_not_matter(asked: list[str], shown: list[str]) -> None:
    posting = posting_of(asked)
    wanted, _ = judged(resume_of(shown), posting)
    files = {
        "text": resume_of(shown).encode(),
        "markdown": as_markdown(shown),
        "docx": as_docx(shown),
        "pdf": as_pdf(shown),
    }
    for name, data in files.items():
        found = judged_file(data, posting)
        assert statuses(found) == statuses(wanted), name
        assert missing(found) == missing(wanted), name


def test_a_column_beside_the_work_changes_next_to_nothing() -> None:
    rng, same, total = random.Random(3), 0, 0
    for _ in range(200):
        posting = posting_of(rng.sample(ASKED, 3) + rng.sample(REAL_ASKED, 4))
        shown = rng.sample(IN_PDF, rng.randint(5, 12))
        wanted = statuses(judged(resume_of(shown), posting)[0])
        found = statuses(judged_file(as_pdf(shown, columns=True), posting))
        same += sum(one == other for one, other in zip(wanted, found, strict=True))
        total += len(wanted)
    assert same >= 0.99 * total, f"{same} of {total}"


# --- the machine, and what was before --------------------------------------------------------------------------


def pairs(count: int) -> list[tuple[str, str]]:
    """The same *count* resumes and postings on every machine."""
    rng, made = random.Random(5), []
    for _ in range(count):
        asked = rng.sample(ASKED, 3) + rng.sample(REAL_ASKED, 4)
        cut = rng.randrange(1, 6)
        lists = ["".join(f"- {line}\n" for line in part) for part in (asked[:cut], asked[cut:])]
        one, other = rng.sample(HEADINGS, 2)
        shown = rng.sample(SHOWN, 4) + rng.sample(REAL_SHOWN, 4)
        made.append((resume_of(shown), f"Opening\n\n{one}\n{lists[0]}\n{other}\n{lists[1]}"))
    return made


CODE = """
import sys
from gapcheck import render
from tests.test_properties_same import pairs
from tests.trades import check
for resume, posting in pairs(int(sys.argv[1])):
    sys.stdout.buffer.write(render(check(resume, posting), "json").encode() + b"\\n")
"""


def reports(seed: int) -> bytes:
    """The JSON of fifty reports from a process with another hash seed, locale, time zone and number of threads."""
    threads = str(1 + seed % 2)
    surroundings = {
        "PYTHONHASHSEED": str(seed),
        "LC_ALL": ("C", "C.UTF-8")[seed // 2 % 2],
        "TZ": ("UTC", "Asia/Tokyo", "America/Lima")[seed % 3],
        "OMP_NUM_THREADS": threads,
        "OPENBLAS_NUM_THREADS": threads,
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-W", "ignore", "-c", CODE, "50"]
    done = subprocess.run(
        command, cwd=ROOT, env=os.environ | surroundings, capture_output=True, timeout=900, check=False
    )
    assert done.returncode == 0, done.stderr.decode()[-500:]
    return done.stdout


def test_twenty_processes_in_other_surroundings_write_the_same_bytes() -> None:
    with ThreadPoolExecutor(2) as pool:
        outputs = set(pool.map(reports, range(20)))
    assert len(outputs) == 1
    assert outputs.pop().count(b'"format_version"') >= 50


def test_what_was_checked_before_does_not_matter() -> None:
    (resume, posting), others = pairs(1)[0], pairs(101)[1:]
    before = check(resume, posting)
    assert check(resume, posting) == before
    for one, _ in others:
        for _, other in others[:10]:
            judged(one, other)
    after = check(resume, posting)
    assert after == before
    assert render(after, "json") == render(before, "json")


TEXTS = st.lists(
    st.text(max_size=60)
    | st.text(alphabet="•-–*o§ \t\u00a0\u00ad\u200b\ufb01aAbZ1().:/", max_size=40)
    | st.sampled_from([*REAL_ASKED, *REAL_SHOWN]),
    max_size=12,
)


@given(TEXTS)
@examples(2_000, 50_000)
def test_cleaning_what_is_clean_changes_nothing(texts: list[str]) -> None:
    once = clean_lines(texts)
    assert clean_lines([line.text for line in once]) == once
