"""Who a person is changes nothing: identities swapped, contact details removed, hidden text, traits that discriminate."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from gapcheck.parsers import parse
from gapcheck.settings import Settings
from gapcheck.types import Report
from tests.parsers.packages import docx, paragraph
from tests.parsers.pdf_files import pages, text
from tests.reading import asked
from tests.trades import (
    ASKED,
    GOLD,
    NIGHTLY,
    REAL_ASKED,
    REAL_SHOWN,
    SHOWN,
    analyzer,
    judged,
    missing,
    posting_of,
    read_posting,
    read_resume,
    resume_of,
)

pytestmark = pytest.mark.timeout(1_800)

CASES = [
    (path, GOLD / "postings" / f"{path.stem.partition('__')[0]}.txt")
    for path in sorted((GOLD / "resumes").glob("*.txt"))
]

FIRST = [
    "Emily",
    "Greg",
    "Lakisha",
    "Jamal",
    "Mei-Ling",
    "José",
    "Fatima",
    "Björn",
    "Oluwaseun",
    "Priya",
    "Siobhán",
    "Nguyễn",
    "Олена",
    "Grace",
]
LAST = [
    "Walsh",
    "Baker",
    "Washington",
    "Jones",
    "Chen",
    "García Márquez",
    "Al-Hassan",
    "Lindqvist",
    "Okafor",
    "Nair",
    "O'Brien",
    "Van Anh",
    "Шевченко",
    "Park",
]
TITLES = ["", "Mr. ", "Mrs. ", "Ms. ", "Mx. "]
PLACES = [
    "12 Larch Street, Flint, MI 48502",
    "4 Rosewood Lane, Greenwich, CT 06830",
    "Lagos, Nigeria",
    "Kreuzbergstr. 9, 10965 Berlin",
    "San Juan, PR",
]
NATIONS = ["American", "Nigerian", "Polish", "Chinese", "Mexican", "British", "Iranian"]
SCHOOLS = [
    "Howard University",
    "Harvard University",
    "Flint Community College",
    "University of Lagos",
    "Spelman College",
    "Universität Wien",
]
STATES = ["Single", "Married, two children", "Divorced", "Widowed", "Civil partnership"]
PRONOUNS = ["she/her", "he/him", "they/them"]
BIRTHS = ["3 May 1961", "1998-11-30", "12/24/1975", "July 2002"]
GROUPS = [f"Treasurer, {whose} Chess Club" for whose in ("Women's", "Men's", "Black", "LGBTQ", "Catholic", "Deaf")]


def identity(rng: random.Random) -> dict[str, str]:
    """Who somebody is, as resumes say it."""
    first, last = rng.choice(FIRST), rng.choice(LAST)
    mail = "".join(rng.choices("abcdefghijklmnop", k=8))
    return {
        "name": f"{rng.choice(TITLES)}{first} {last}",
        "mail": f"{mail}@example.{rng.choice(('org', 'com', 'net'))}",
        "telephone": f"(555) 01{rng.randint(10, 99)}-{rng.randint(1000, 9999)}",
        "place": rng.choice(PLACES),
        "pronouns": rng.choice(PRONOUNS),
        "birth": rng.choice(BIRTHS),
        "nation": rng.choice(NATIONS),
        "state": rng.choice(STATES),
        "school": rng.choice(SCHOOLS),
        "group": rng.choice(GROUPS),
        "number": str(rng.randint(19, 67)),
    }


BLOCK = """{name} ({pronouns})
{mail} | {telephone}
{place}

Personal details
Date of birth: {birth}
Age: {number}
Nationality: {nation}
Marital status: {state}

"""
END = """
Education
{school}, 2009

Interests
{group}
"""


def person(body: str, who: dict[str, str]) -> str:
    """The resume *body* with this person's head and end, and pronouns in one line."""
    said = {"she/her": "She is", "he/him": "He is", "they/them": "They are"}[who["pronouns"]]
    return BLOCK.format(**who) + f"Summary\n{said} glad to talk.\n\n" + body + END.format(**who)


def without_head(resume: str) -> str:
    """A resume from its first section on."""
    return resume.split("\n\n", 1)[1]


def said(report: Report) -> tuple:
    """All that a report claims, but the echoed words of the resume and the first look, which goes by their length."""
    return (
        [(m.requirement.id, m.status, m.note, [(k.name, k.status) for k in m.keywords]) for m in report.matches],
        report.coverage,
        report.missing_keywords,
        report.must_have_gaps,
        [(s.code, s.requirement, s.gain) for s in report.suggestions],
        [(r.requirement, r.asked, r.shown) for r in report.related],
    )


@pytest.mark.parametrize("resume", [case[0] for case in CASES], ids=lambda path: path.stem)
def test_who_somebody_is_changes_nothing(resume: Path) -> None:
    posting = read_posting(dict(CASES)[resume].read_text(encoding="utf-8"))
    body, rng = without_head(resume.read_text(encoding="utf-8")), random.Random(resume.stem)
    wanted = said(analyzer().analyze(read_resume(person(body, identity(rng))), posting))
    for _ in range(1_000 if NIGHTLY else 28):  # 36 resumes: a thousand swaps; each night a thousand for each
        who = identity(rng)
        assert said(analyzer().analyze(read_resume(person(body, who)), posting)) == wanted, who


TRAITS = [
    "Nationality: British",
    "Marital status: Civil partnership",
    "Date of birth: 3 May 1998 | Gender: female",
    "Age: 22",
]


@pytest.mark.parametrize("line", TRAITS)
@pytest.mark.parametrize("asks", ["Right to work in the UK", "Work with partners", "At least 21 years of experience"])
def test_a_trait_proves_nothing(line: str, asks: str) -> None:
    posting = posting_of([asks, "Glass blowing", "Falconry"])
    plain, _ = judged(resume_of(SHOWN[:3]), posting)
    told, _ = judged(resume_of(SHOWN[:3]) + f"\nPersonal details\n{line}\n", posting)
    assert [m.status for m in told] == [m.status for m in plain]


@pytest.mark.parametrize("line", ["Date of birth: 3 May 1998 | Gender: female", "Age: 29"])
def test_an_age_answers_the_age_that_is_asked_and_nothing_else(line: str) -> None:
    """A condition is unstated only where the resume says nothing about it; the law sets least ages for some work."""
    posting = posting_of(["At least 21 years of age", "Glass blowing", "Young and energetic team player"])
    plain, _ = judged(resume_of(SHOWN[:3]), posting)
    told, _ = judged(resume_of(SHOWN[:3]) + f"\nPersonal details\n{line}\n", posting)
    assert (plain[0].status, told[0].status) == ("unstated", "met")
    assert [m.status for m in told[1:]] == [m.status for m in plain[1:]]


def test_what_stands_beside_a_trait_is_read() -> None:
    posting = posting_of(["Forklift licence", "Glass blowing", "Falconry"])
    matches, _ = judged(resume_of(SHOWN[:3]) + "\nOther\nNationality: British | Licences: forklift licence\n", posting)
    assert matches[0].status == "met"


# --- redaction -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(6))
def test_a_resume_without_name_and_contact_scores_the_same(seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(50):
        posting = posting_of(rng.sample(ASKED, 3) + rng.sample(REAL_ASKED, 4))
        who, shown = identity(rng), rng.sample(SHOWN, 4) + rng.sample(REAL_SHOWN, 4)
        body = resume_of(shown).split("\n\n", 1)[1]
        named = f"{who['name']}\n{who['mail']}, {who['telephone']}\nlinkedin.com/in/{who['mail'][:5]}\n\n{body}"
        one, score = judged(named, posting)
        for bare in (body, f"[redacted]\n[redacted], [redacted]\n[redacted]\n\n{body}"):
            other, same = judged(bare, posting)
            assert [m.status for m in one] == [m.status for m in other]
            assert missing(one) == missing(other)
            assert score.exact == same.exact


# --- what a reader cannot see ----------------------------------------------------------------------------------

HIDDEN_LOOK = {
    "vanish": "<w:vanish/>",
    "white": '<w:color w:val="FFFFFF"/>',
    "one point": '<w:sz w:val="2"/>',
}
HIDDEN_OPERATORS = {
    "render mode 3": "3 Tr",
    "white ink": "1 g",
    "off the page": "1 0 0 1 3000 0 cm",
    "tiny": "0.05 0 0 0.05 0 0 cm",
}


def word_file(shown: list[str], hidden: str, look: str) -> bytes:
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    lines = [*resume_of([]).splitlines(), *shown]
    return docx(
        "".join(paragraph(escaped(line), number * (line in shown)) for line in lines)
        + paragraph(escaped(hidden), number, look)
    )


def pdf_file(shown: list[str], hidden: str, operators: str) -> bytes:
    lines = [*resume_of([]).splitlines(), *(f"- {line}" for line in shown)]
    content = "".join(text(72, 60 + 14 * row, line) for row, line in enumerate(lines) if line)
    return pages([f"{content} q {operators} {text(72, 700, '- ' + hidden)} Q"])


def escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;")


@pytest.mark.parametrize("way", [*HIDDEN_LOOK, *HIDDEN_OPERATORS])
def test_hidden_words_add_nothing_and_are_told(way: str) -> None:
    rng = random.Random(way)
    for _ in range(30):  # seven ways: two hundred files
        asks = rng.sample(ASKED, 3) + rng.sample(REAL_ASKED, 3)
        shown = [line for line in rng.sample(REAL_SHOWN, 5) if line.isascii() and len(line) < 90] or SHOWN[:2]
        posting, stuffed = read_posting(posting_of(asks)), ". ".join(line for line in asks if line.isascii())
        make, how = (word_file, HIDDEN_LOOK.get(way)) if way in HIDDEN_LOOK else (pdf_file, HIDDEN_OPERATORS.get(way))
        plain, document = (
            parse(make(shown, words, how), settings=Settings(isolation="none")) for words in ("Kites", stuffed)
        )
        assert document.text == plain.text
        notice = next(notice for notice in document.notices if notice.code == "hidden_text")
        assert set(re.findall(r"\w{4,}", stuffed)) <= set(re.findall(r"\w{4,}", " ".join(notice.words)))
        one, other = (analyzer().matches(analyzer().resume(read), posting) for read in (plain, document))
        assert [m.status for m in one] == [m.status for m in other]


# --- what postings may not ask ---------------------------------------------------------------------------------

DISCRIMINATING = [
    "Young and dynamic person", "Recent graduate", "Digital native", "Native English speaker", "Male candidates only", "Female receptionist preferred",
    "Under 35 years of age", "Maximum age 30", "Aged between 18 and 30", "Unmarried", "Attractive appearance",
]  # fmt: skip


@pytest.mark.parametrize("line", DISCRIMINATING)
def test_a_trait_that_is_asked_for_is_flagged_and_never_scored(line: str) -> None:
    found = asked(f"{line} with sales experience")
    assert found
    assert all(requirement.review for requirement in found)
    posting = posting_of([f"{line} with sales experience", *ASKED[:4]])
    matches, score = judged(resume_of(SHOWN), posting)
    alone, same = judged(resume_of(SHOWN), posting_of(ASKED[:4]))
    assert score.exact == same.exact
    assert sum(m.requirement.review is None for m in matches) == len(alone)
