from __future__ import annotations

import re
import time

import pytest

from gapcheck.analyzer import Analyzer
from gapcheck.parsers import parse
from gapcheck.types import Document
from tests.parsers.packages import SHARED

POSTINGS = SHARED / "data" / "job_postings_tts"


def read(text: str, name: str = "posting.md") -> Document:
    return parse(text.encode(), name=name)


def texts(front: str, body: str = "We look for a nurse.\n") -> list[str]:
    document = read(f"---\n{front}\n---\n{body}")
    return [document.text[line.start : line.end] for line in document.lines]


BODY = "We look for a nurse."


@pytest.mark.parametrize(
    ("front", "wanted"),
    [
        ("title: Staff Nurse", ["Staff Nurse", BODY]),
        ("title: We look for a nurse.", [BODY]),
        ("location: Leeds (hybrid)", ["Location: Leeds (hybrid)", BODY]),
        ("work_schedule: Full time  # in words", ["Work schedule: Full time", BODY]),
        ("duties:\n  - Run the ward\n  - Train\n    new nurses", [BODY, "Duties", "Run the ward", "Train new nurses"]),
        ("key objectives:\n- Lead\n    - Mentor nurses", [BODY, "Key objectives", "Lead", "Mentor nurses"]),
        ("skills: [Python, 'SQL']", [BODY, "Skills", "Python", "SQL"]),
        ("goals:\n  - title: Lead\n    items:\n    - Mentor nurses", [BODY, "Goals", "Lead", "Mentor nurses"]),
        ("needs:\n  - Must have: a licence", [BODY, "Needs", "Must have: a licence"]),
        (
            "role_summary: |\n  You care.\n\n  - Day and night",
            [BODY, "Role summary", "You care.", "Day and night"],
        ),
        ("needs: |Experience of wards;\nExperience of nights.", [BODY, "Needs", "Experience of wards;", "Experience of nights."]),
        ("summary: >-\n  You care.\n  For people.", [BODY, "Summary", "You care.", "For people."]),
        ("title: Welder\nname: Ana Sousa\nemail: ana@example.org", ["Ana Sousa", "Welder", "Email: ana@example.org", BODY]),
    ],
)  # fmt: skip
def test_what_people_wrote_is_read(front: str, wanted: list[str]) -> None:
    assert texts(front) == wanted


@pytest.mark.parametrize(
    "front",
    [
        "layout: layouts/job",
        "permalink: /join/{{ title | slugify }}.html",
        "tags: [jobs, nursing]",
        "opens: 2024-01-24",
        "max applications: 150",
        "status_alert: true",
        "application link: https://example.org/apply",
        "sessions:\n  - link: https://example.org/1\n    date: 2023-11-28\n    time: 1:00-2:00pm ET (10:00am PT)",
        "# a remark: of the template\nexternal_url:",
        "output: pdf_document",
        "logo:\n  - src: a/b.png\n",
    ],
)
def test_what_only_a_program_reads_is_not(front: str) -> None:
    assert texts(front) == [BODY]


@pytest.mark.parametrize(
    "text",
    [
        "---\nSenior nurse\n\nWe look for a nurse.\n---\nApply now\n",
        "---\nhttps://example.org\nNursing\n---\nApply now\n",
    ],
)
def test_a_rule_above_prose_is_no_front_matter(text: str) -> None:
    document = read(text)
    assert [word for word in text.split() if word != "---"] == document.text.split()


def test_front_matter_makes_a_text_markdown() -> None:
    text = "---\n# a remark\ntitle: Nurse\nduties:\n  - Run the ward\n\n---\nWe look for a nurse.\n"
    assert read(text, "posting.txt").kind == "markdown"
    assert read(text, "posting.txt").title == "Nurse"


@pytest.mark.parametrize("junk", ["a: b\n", "- a: ", "  - ", "a" * 70 + " ", " ", "#", "a: |\n ", "[a, ", '"', "a #"])
def test_junk_takes_no_time(junk: str) -> None:
    start = time.process_time()
    read("---\na: b\n" + junk * (150_000 // len(junk)) + "\n---\nWe look for a nurse.\n" + " " * 100_000)
    assert time.process_time() - start < 3


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


@pytest.mark.skipif(not POSTINGS.is_dir(), reason=f"no postings at {POSTINGS}; set GAPCHECK_SHARED")
def test_the_lists_of_real_postings_are_read() -> None:
    analyzer = Analyzer()
    for path in sorted(POSTINGS.glob("*.md.txt")):
        text = path.read_text(encoding="utf-8")
        listed = [row.split("- ", 1)[1] for row in text.split("\n---", 1)[0].split("\n") if row.startswith("    - ")]
        document = parse(path)
        flat = letters(document.text)
        plain = [re.sub(r"\]\([^()]*\)", "", row) for row in listed]  # a link's address is not shown
        assert [row for row in plain if letters(row) not in flat] == []
        assert "layouts/" not in document.text
        if listed:
            assert len(analyzer.posting(document).requirements) > len(listed) / 3, path.name
