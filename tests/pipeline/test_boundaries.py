"""Texts that lost their line breaks get their lines back; texts that did not stay as they are."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from gapcheck.pipeline.boundaries import has_lost_breaks, pieces, restored
from gapcheck.pipeline.gaps import make_run
from gapcheck.sections import Side, split
from gapcheck.types import Document
from tests.reading import analyzer, posting_of, resume_of

POSTING = [
    "Bakery Assistant",
    "Crumb & Thorn, Whitby",
    "Three ovens, one counter and a queue by seven. We have baked on this corner since 1988.",
    "What you will do",
    "Shape and prove sourdough loaves overnight",
    "Serve customers at the counter and take card payments",
    "Keep the fridge temperature records for the inspector",
    "Order flour, butter and yeast every Thursday",
    "Clean the ovens and the mixing bowls at the end of a shift",
    "Requirements",
    "At least 2 years in a commercial bakery",
    "Level 2 food hygiene certificate",
    "Able to lift 16 kg sacks of flour",
    "Good arithmetic",
    "Nice to have",
    "Experience with laminated doughs",
    "Driving licence",
    "Benefits",
    "Free bread and a pension",
]

RESUME = [
    "Maren Oduya",
    "Whitby | maren.oduya@example.com | 555-0134",
    "Experience",
    "Baker, Copper Kettle Bakery, Scarborough | March 2019 - present",
    "Mixed and shaped 300 loaves a night in a team of three",
    "Trained two apprentices on the deck oven",
    "Counter Assistant, Harbour Deli, Whitby | 2016 - 2019",
    "Sold bread and cheese and balanced the till",
    "Education",
    "NVQ Level 2 in Professional Bakery, Yorkshire Coast College, 2016",
    "Skills",
    "Sourdough, laminated doughs, stock control",
]


def lines_of(text: str, side: Side) -> list[str]:
    document = restored(Document.from_text(text), side, analyzer().lexicon)
    return [document.text[line.start : line.end] for line in document.lines]


def without_sentences(lines: list[str]) -> list[str]:
    """Where a sentence ends, the line may end too: it is read as one either way."""
    return [part for line in lines for part in line.replace(". ", ".\n").split("\n")]


@pytest.mark.parametrize(("lines", "side"), [(POSTING, "posting"), (RESUME, "resume")])
def test_most_lines_of_a_page_on_one_line_are_found(lines: list[str], side: Side) -> None:
    wanted = without_sentences(lines)
    found = lines_of(" ".join(lines), side)
    assert len(set(wanted) - set(found)) <= 2, [line for line in found if line not in wanted]


def test_sections_of_a_posting_on_one_line_are_told_apart() -> None:
    posting = posting_of(" ".join(POSTING))
    asked = {r.text: r.importance for r in posting.requirements}
    assert asked["Level 2 food hygiene certificate"] == "required"
    assert asked["Experience with laminated doughs"] == "preferred"
    assert not any("pension" in text for text in asked)


def test_a_resume_on_one_line_has_sections_and_dated_jobs() -> None:
    resume = resume_of(" ".join(RESUME))
    assert {"experience", "education", "skills"} <= {section.label for section in resume.sections}
    jobs = [entry for entry in resume.entries if entry.label == "experience"]
    assert [(job.first // 12, job.last // 12) for job in jobs] == [(2019, 2026), (2016, 2019)]
    assert "300 loaves" in resume.document.text[jobs[0].start : jobs[0].end]


@pytest.mark.parametrize("glyph", ["•", "▪", "-", "*"])
def test_bullets_that_are_left_begin_lines(glyph: str) -> None:
    head, items = POSTING[:4], POSTING[4:9]
    text = " ".join([*head, *(f"{glyph} {line}" for line in items), *POSTING[9:]])
    document = restored(Document.from_text(text), "posting", analyzer().lexicon)
    bullets = [document.text[line.start : line.end] for line in document.lines if line.bullet]
    assert bullets == items


def test_the_text_itself_stays_as_it_is() -> None:
    document = Document.from_text(" ".join(POSTING))
    found = restored(document, "posting", analyzer().lexicon)
    assert found.text == document.text
    assert all(a.end <= b.start for a, b in pairwise(found.lines))
    assert " ".join(found.text[line.start : line.end] for line in found.lines) == document.text


@pytest.mark.parametrize(("lines", "side"), [(POSTING, "posting"), (RESUME, "resume")])
def test_a_page_with_its_lines_is_left_alone(lines: list[str], side: Side) -> None:
    document = Document.from_text("\n".join(lines))
    assert restored(document, side, analyzer().lexicon) is document


WHOLE = [
    "We are a small team of people who like bread, and we have been at this for a long time now without growing tired of it or of one another, which is more than most families on this street can say of themselves.",
    "Sentence after sentence. " * 40,
    "Knowledge of HTML, CSS, JavaScript, TypeScript, React, Redux, Node.js, Express, PostgreSQL, MongoDB, Redis, Docker, Kubernetes, AWS, GCP, Azure, Terraform, Ansible, Jenkins, GitHub Actions, Grafana, Prometheus, Kafka, RabbitMQ, Spark, Airflow, Python, Go, Rust and Java",
    "",
    "word",
]


@pytest.mark.parametrize("line", WHOLE)
def test_a_long_line_is_not_yet_a_lost_break(line: str) -> None:
    assert not has_lost_breaks(line)


NAMES = [
    "Experience with Google Analytics and Adobe Creative Cloud",
    "Microsoft Excel and Power BI",
    "Bachelor of Science in Civil Engineering",
    "Level 2 Award in Food Safety",
]


@pytest.mark.parametrize("name", NAMES)
def test_names_are_not_cut(name: str) -> None:
    text = " ".join([*POSTING[:11], name, *POSTING[11:]])
    assert any(name in line for line in lines_of(text, "posting"))


@pytest.mark.parametrize("side", ["posting", "resume"])
def test_any_text_keeps_all_its_words(side: Side) -> None:
    rng = random.Random(5)
    pieces = [
        "Excel",
        "and",
        "•",
        "-",
        "2019",
        "–",
        "Duties",
        "the",
        "Ünïcode",
        "(",
        ")",
        "a.",
        "##",
        "**Job:**",
        "e.g.",
        "x" * 90,
    ]
    for _ in range(15):
        text = " ".join(rng.choice(pieces) for _ in range(rng.randint(0, 220)))
        document = Document.from_text(text)
        found = restored(document, side, analyzer().lexicon)
        kept = "".join(found.text[line.start : line.end] for line in found.lines)
        letters = [c for c in document.text if c.isalnum()]
        assert [c for c in kept if c.isalnum()] == letters
        split(found, side)


def test_a_run_of_one_word_has_no_gap() -> None:
    assert make_run("word", 0, 4).gaps == ()
    assert make_run("", 0, 0).tokens == ()


NAMES = (
    "It would be a bonus if you have worked in the outdoor industry, know how to run A/B tests on email (we are on Klaviyo), take good photographs, "
    "hold an FAA Part 107 drone certificate, or have basic Photoshop and Illustrator skills."
)
BREAKS = (
    "Lead the design of patient booking from discovery to launch Plan and run user interviews with clinic staff Prototype in the browser "
    "where that is quicker than a drawing Write down what was decided and keep the library of parts in order"
)


def test_a_long_sentence_with_names_has_its_line_breaks() -> None:
    assert not has_lost_breaks(NAMES)
    assert has_lost_breaks(BREAKS)


STUCK = (
    "DescriptionJOB PURPOSE:Reporting to the Bakery Manager, the baker makes the dough and bakes it for four shops.ESSENTIAL"
    " DUTIES:* Weighs and mixes the dough for each batch* Shapes loaves and rolls by hand* Cleans the ovens at the end of"
    " each nightOTHER DUTIES:* Counts flour in the storeRequirementsQUALIFICATIONS:Physical Ability:* Able to lift 25 kg on"
    " a regular basisEducation:* Secondary school diploma preferredExperience:* One year in a production bakery"
)


def test_headings_and_bullets_that_are_stuck_to_the_text_before_them() -> None:
    assert [(r.text, r.importance) for r in posting_of("Baker\n" + STUCK + "\n").requirements] == [
        ("the baker makes the dough and bakes it for four shops.", "required"),
        ("Weighs and mixes the dough for each batch", "required"),
        ("Shapes loaves and rolls by hand", "required"),
        ("Cleans the ovens at the end of each night", "required"),
        ("Counts flour in the store", "required"),
        ("Able to lift 25 kg on a regular basis", "required"),
        ("Secondary school diploma preferred", "preferred"),
        ("One year in a production bakery", "required"),
    ]


def test_a_name_with_a_capital_inside_is_not_cut() -> None:
    text = "JavaScript: two years of it and a GitHub: account " + "with some code in it that we could read " * 5
    assert [(a, b) for a, b, _ in pieces(text, 0, len(text))] == [(0, len(text.rstrip()))]
