"""Lines that a web page's text lost without a trace are parted again; names that only look so stay whole."""

from __future__ import annotations

import pytest

from gapcheck.glue import unglued
from gapcheck.types import Document
from tests.reading import posting_of, resume_of

LISTS = [
    ["Wash and dry the linen", "Must be able to lift 20 kg", "Iron shirts by hand", "Keeps the till"],
    ["Two years of roofing.", "Must hold a card.", "Has a van.", "Works on Saturdays."],
    ["High school diploma (GED)", "Forklift licence (counterbalance)", "Own boots needed", "Ready for night shifts"],
    ["Knowledge of GAAP", "Ability to meet deadlines", "Prepares the payroll", "Files the tax returns"],
    ["Drives the night route", "3+ years of van driving", "Sorts the returns", "Loads the bay"],
    ["Grade 6, Leeds", "$20 an hour", "Feeds the calves", "Mends the fences", "Checks the troughs"],
    ["WHAT WE ASK FOR", "Bakes the bread", "Cleans the ovens", "Orders the flour"],
    ["Fluent in English", "May drive the van", "Teaches the choir", "Tunes the pianos", "Marks the exams"],
    ["Safe with ladders", "Washes the windows", "2. Benefits", "Free parking", "Long holidays"],
]


@pytest.mark.parametrize("lines", LISTS, ids=lambda lines: lines[0])
def test_joined_lines_are_parted_where_they_were(lines: list[str]) -> None:
    assert unglued(["".join(lines)]) == [lines]


NAMES = [
    "Hooks such as useState and useEffect in ReactJS, tested on iPhone and iPad",
    "QuickBooks, PowerPoint, LinkedIn and YouTube; SharePoint or OneDrive",
    "Work with McDonald's, FedEx and DoorDash. DevOps with GitHub and JavaScript",
    "Write to jobs@hillTop.example or see www.hillTop.example/OpenRoles",
    "Ph.D. or B.Sc. in physics; ASP.Net, Node.Js and Socket.Io are welcome",
    "Our tools: eClinicalWorks, myChart, openText, webMethods",
]


@pytest.mark.parametrize("line", NAMES)
def test_names_with_capitals_inside_stay_whole(line: str) -> None:
    assert unglued([line]) == [[line]]


def test_names_stay_whole_in_a_text_that_is_parted() -> None:
    line = "Keeps the booksPresents in PowerPointMust know FedEx ratesWrites QuickBooks entriesSorts the mail"
    assert unglued([line]) == [
        [
            "Keeps the books",
            "Presents in PowerPoint",
            "Must know FedEx rates",
            "Writes QuickBooks entries",
            "Sorts the mail",
        ]
    ]


def test_one_forgotten_space_parts_nothing() -> None:
    lines = ["We bake.We deliver bread to forty cafes.", "- Drive the van"]
    assert unglued(lines) == [[line] for line in lines]


def test_headings_within_a_joined_line_stand_alone() -> None:
    line = "We run a ferry. Duties:Sells the ticketsTies up the boatPhysical demands:Lifts 20 kgStands all day"
    assert unglued([line]) == [
        [
            "We run a ferry.",
            "Duties:",
            "Sells the tickets",
            "Ties up the boat",
            "Physical demands:",
            "Lifts 20 kg",
            "Stands all day",
        ]
    ]


def test_bullets_that_lost_their_lines_are_items() -> None:
    text = "Baker\nWe bake.Requirements:• Level 2 hygiene certificate• Two years at a bakeryWe open at five• Own knives"
    lines = [line for line in Document.from_text(text).lines if line.bullet]
    assert len(lines) == 3


POSTING = (
    "Ferry Steward\nWe have sailed to the islands since 1911. Responsibilities include, but are not limited to: Selling tickets"
    " and snacksGuiding cars onto the deckChecking life jacketsQualifications:First aid certificate requiredGood spoken"
    " EnglishAble to lift 25 kgSwedish is a plusBenefits:Free crossingsPension"
)


def test_a_posting_in_one_line_has_its_requirements() -> None:
    asked = {r.text: r.importance for r in posting_of(POSTING).requirements}
    assert asked == {
        "Selling tickets and snacks": "required",
        "Guiding cars onto the deck": "required",
        "Checking life jackets": "required",
        "First aid certificate required": "required",
        "Good spoken English": "required",
        "Able to lift 25 kg": "required",
        "Swedish is a plus": "preferred",
    }


def test_quotes_are_found_where_they_are_said_to_be() -> None:
    posting = posting_of(POSTING)
    assert all(posting.document.text[r.start : r.end] == r.text for r in posting.requirements)


def test_a_resume_is_parted_too() -> None:
    resume = resume_of(
        "Ana Holm\nana@example.com\n\nExperience\nSteward, Island Line, 2018 - present\n"
        "Sold tickets and snacksGuided cars onto the deckChecked the life jacketsTrained four seasonal stewards\n"
    )
    lines = [resume.document.text[line.start : line.end] for line in resume.document.lines]
    assert "Guided cars onto the deck" in lines
    assert "Trained four seasonal stewards" in lines


def test_the_time_is_linear() -> None:
    text = "Sells the ticketsTies up the boatChecks the ropes. Duties:Lifts 20 kg" * 2_000
    assert len(unglued([text])[0]) > 4_000
