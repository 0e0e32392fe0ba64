"""A skill is the person's own: what others at the end of a line are shows none of it."""

from __future__ import annotations

import pytest

from gapcheck.matchers.index import build_index
from tests.reading import analyzer, judged, resume_of

RESUME = "Jo Doe\njo@example.com\n\nExperience\nWorker, Some Company, Ohio. March 2019 - present\n- {line}\n"


def status_of(asked: str, line: str, section: str = "required") -> str:
    return judged(asked, RESUME.format(line=line), section)[0].status


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        ("Welding", "Handed parts to the welder and swept the bay"),
        ("Data analysis", "Sent the numbers to the data analyst"),
        ("Accounting", "Sat between the accountant and the auditors"),
        ("Recruiting", "Married to a recruiter"),
        ("Scheduling", "Called the scheduler when a truck was late"),
        ("Marketing", "Sent the numbers to the marketing team every week"),
        ("HR", "Gave sick notes to the HR manager"),
        ("Lean or 5S", "I lean in when it is busy"),
        ("Lean or 5S", "Ran a lean kitchen of four"),
    ],
)
def test_what_somebody_else_is_shows_nothing(asked: str, line: str) -> None:
    assert status_of(asked, line) == "missing"


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        ("Bookkeeping", "Bookkeeper for a bakery since 2019"),
        ("Bookkeeping", "Covered for the bookkeeper during her leave"),
        ("Nursing", "Registered nurse, Ward 5"),
        ("Translation", "Worked as a translator on weekends"),
        ("Machining", "Machinist by trade"),
        ("Payroll", "Payroll clerk for two plants"),
        ("Welding", "Led a crew of six welders"),
        ("Train new drivers", "Trained six drivers on the new routes"),
        ("Work with electricians", "Worked with the electricians on every fit-out"),
        ("Lean or 5S", "Lean and 5S boards on both lines"),
    ],
)
def test_what_the_person_is_or_does_with_such_people_shows_it(asked: str, line: str) -> None:
    assert status_of(asked, line) == "met"


def test_a_duty_has_others_at_its_other_end() -> None:
    assert status_of("Support the external auditors", "Prepared schedules for the external audit", "duties") == "met"


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("Mentor junior developers", "Junior Java developer, Some Company"),
        ("Brief and check our freelance proofreaders", "Freelance proofreader"),
        ("Coordinate the work of the installers on site", "Installer, Other Company"),
    ],
)
def test_a_title_shows_no_work_with_such_people(asked: str, title: str) -> None:
    resume = f"Jo Doe\njo@example.com\n\nExperience\n{title}\nMarch 2019 - present\n- Answered the phone\n"
    assert judged(asked, resume, "duties")[0].status == "missing"


def test_one_word_says_one_of_the_words_asked() -> None:
    index = build_index(resume_of("Jo Doe\njo@example.com\n\nSkills\nC#\n"), analyzer().lexicon)
    share, _ = index.closest("Follow the established software development life cycle")
    assert share < 0.3


def test_words_of_other_items_of_a_list_are_no_phrase() -> None:
    line = "Existing products support (.NET, C#), query optimization, design of databases, transfer of knowledge to the team"
    assert judged("Product knowledge", RESUME.format(line=line))[0].status != "met"
