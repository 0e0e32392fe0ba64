"""Prose: whose acts a sentence tells, where its acts and its demands part."""

from __future__ import annotations

import pytest

from gapcheck.pipeline.prose import act_borders, acting, demand_borders

ROLE = "Grants Officer (Program Manager II)"


@pytest.mark.parametrize(
    "sentence",
    [
        "You will own a book of 40 accounts.",
        "You'd run the line four nights a week.",
        "You take plain film images of outpatients.",
        "The officer manages a portfolio of awards.",
        "Each quarter the officer prepares federal reports.",
        "He or she trains community health promoters.",
        "She orders from about 60 vendors.",
        "The incumbent will draft funding announcements.",
        "You cannulate patients and give contrast.",
        "You qualify new suppliers.",
        "Every month you will report on reach and revenue.",
        "You will report to the director and lead a team of 65.",
        "You'd do the ordering with our farms.",
    ],
)
def test_tells_what_the_person_does(sentence: str) -> None:
    assert acting(sentence, ROLE) is not None


@pytest.mark.parametrize(
    "sentence",
    [
        "You will join a team of nine.",
        "You will report to the director.",
        "You will report directly to the chief of staff.",
        "You qualify for the pension after a year.",
        "Our page tells you what the job is.",
        "Halden offers you a challenging possibility.",
        "You will love our canteen.",
        "When you run into trouble we help.",
        "The customer manages a portfolio of awards.",
        "Our founders opened the practice in 2003.",
        "The Division gives out about $48 million a year.",
    ],
)
def test_tells_of_somebody_else_or_of_no_work(sentence: str) -> None:
    assert acting(sentence, ROLE) is None


def parts(sentence: str, borders: list[tuple[int, int]]) -> list[str]:
    pieces, begin = [], 0
    for a, b in borders:
        pieces.append(sentence[begin:a])
        begin = b
    return [*pieces, sentence[begin:]]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "The officer drafts the agreement and its scope, reviews requests for payment, and decides on amendments.",
            [
                "The officer drafts the agreement and its scope",
                "reviews requests for payment",
                "decides on amendments.",
            ],
        ),
        (
            "You will answer a busy phone, book appointments and surgeries, and take payments at night.",
            ["You will answer a busy phone", "book appointments and surgeries", "take payments at night."],
        ),
        # items of a list are no acts, and "ship them" goes with what is shipped
        ("You will handle phone, email, and chat support.", ["You will handle phone, email, and chat support."]),
        (
            "You will build forecasting models, ship them with our engineers.",
            ["You will build forecasting models, ship them with our engineers."],
        ),
        (
            "The customer drafts the agreement, reviews all requests.",
            ["The customer drafts the agreement, reviews all requests."],
        ),
    ],
)
def test_acts_part_where_the_next_verb_begins(sentence: str, wanted: list[str]) -> None:
    assert parts(sentence, list(act_borders(sentence, ROLE))) == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "You need a year of front desk work, a high school diploma, and an eye for detail.",
            ["You need a year of front desk work", "a high school diploma", "an eye for detail."],
        ),
        (
            "We look for a person who can read a balance sheet, who writes plain letters, and who meets deadlines.",
            ["We look for a person who can read a balance sheet", "who writes plain letters", "who meets deadlines."],
        ),
        (
            "You are warm with strangers, and you keep your head.",
            ["You are warm with strangers", "you keep your head."],
        ),
        # parts of one demand
        ("You need Word, Excel, and PowerPoint.", ["You need Word, Excel, and PowerPoint."]),
        (
            "You should build expertise in security, privacy and compliance practices.",
            ["You should build expertise in security, privacy and compliance practices."],
        ),
        (
            "You need a degree in biology, or a related field of study.",
            ["You need a degree in biology, or a related field of study."],
        ),
        ("If you write well, we want to hear from you.", ["If you write well, we want to hear from you."]),
    ],
)
def test_demands_part_where_the_next_one_opens(sentence: str, wanted: list[str]) -> None:
    assert parts(sentence, list(demand_borders(sentence))) == wanted


@pytest.mark.parametrize(
    ("sentence", "role", "verb"),
    [
        ("The Office Assistant III keeps the calendars.", "Office Assistant III", "keeps"),
        ("Your role will involve the labelling of medicines.", "Dispenser", "involve"),
    ],
)
def test_a_grade_or_your_role_may_stand_before_the_act(sentence: str, role: str, verb: str) -> None:
    act = acting(sentence, role)
    assert act is not None
    assert sentence[act.at :].startswith(verb)
