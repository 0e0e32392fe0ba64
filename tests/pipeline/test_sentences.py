"""Sentences of prose are cut at each demand that they make; what only leads to one or gives its reason is left out."""

from __future__ import annotations

import pytest

from gapcheck.types import Requirement
from tests.reading import posting_of

POSTING = "Coordinator\n\nWe are a harbour company.\n\n{sentence}\n\nRequirements\n- Typing of letters\n"


def demands(sentence: str) -> list[str]:
    text = POSTING.format(sentence=sentence)
    return [r.text.rstrip(".") for r in posting_of(text).requirements if r.text != "Typing of letters"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "You plan the berths for the week and you answer the calls of the pilots.",
            ["You plan the berths for the week", "you answer the calls of the pilots"],
        ),
        (
            "You must be fluent in Norwegian and able to read charts in English.",
            ["You must be fluent in Norwegian", "able to read charts in English"],
        ),
        (
            "You are a confident user of Word and have worked with a booking system.",
            ["You are a confident user of Word", "have worked with a booking system"],
        ),
        (
            "You have a trade certificate in logistics and at least two years of experience with reefer cargo.",
            ["You have a trade certificate in logistics", "at least two years of experience with reefer cargo"],
        ),
        (
            "You must have six years of crane work, with 2 in a lead role.",
            ["You must have six years of crane work", "with 2 in a lead role"],
        ),
    ],
)
def test_each_demand_is_one_requirement(sentence: str, expected: list[str]) -> None:
    assert demands(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Half of the week is spent on the quay, so you should be happy with work outdoors.",
            ["you should be happy with work outdoors"],
        ),
        ("You hold a boat licence as our moorings are far apart.", ["You hold a boat licence"]),
        (
            "Some of the crews speak no English and it is therefore essential that you can use sign language.",
            ["you can use sign language"],
        ),
    ],
)
def test_what_leads_to_a_demand_or_gives_its_reason_is_left_out(sentence: str, expected: list[str]) -> None:
    assert demands(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "You won't be asked to work at night.",
        "There is no substitution of education at this grade.",
        "Heavy machines are not used at this terminal.",
        "Describe your experience in your own words.",
    ],
)
def test_what_is_denied_or_belongs_to_the_application_asks_nothing(sentence: str) -> None:
    assert demands(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "You work with us and get a permanent contract.",
        "You write letters and memos for the harbour master.",
        "You must be a citizen and at least 21 years of age.",
    ],
)
def test_what_is_one_demand_stays_whole(sentence: str) -> None:
    assert len(demands(sentence)) <= 1


def test_the_right_to_work_is_asked_wherever_it_stands() -> None:
    text = "Clerk\n\nRequirements\n- Typing\n\nHow to apply\nSend a letter. Applicants must be legally entitled to work in Norway.\n"
    assert any("entitled to work" in r.text for r in posting_of(text).requirements)


def test_what_only_leads_to_a_list_asks_nothing() -> None:
    text = "Clerk\n\nWhat you will do\n\nThe right candidate will contribute to our team by:\n- Keeping the berth plan\n- Answering calls of pilots\n"
    assert [r.text for r in posting_of(text).requirements] == ["Keeping the berth plan", "Answering calls of pilots"]


ACTS = "- Keep the berth plan in order\n- Answer the calls of the pilots\n- Train new staff on the radio\n"
GERUNDS = "- Keeping the berth plan in order\n- Answering the calls of the pilots\n- Training of new staff\n"
NEEDS = "- Two years at a port\n- Good English\n- VHF licence\n"
GIFTS = "- A canteen with a view\n- Thirty days of leave\n- A bicycle to keep\n"


@pytest.mark.parametrize(
    ("lead", "items"),
    [
        ("On a typical day, you might:", ACTS),
        ("You will contribute to our harbour by:", GERUNDS),
        ("The right candidate will be able to help from the first week by:", GERUNDS),
        ("The successful applicant's work covers:", GERUNDS),
        ("This position involves:", GERUNDS),
        ("In practice this means:", ACTS),
        ("Your contribution:", GERUNDS),
        ("The ideal person brings:", NEEDS),
        ("We are hoping for somebody with:", NEEDS),
        ("You tick these boxes:", NEEDS),
        ("People who do well here usually have:", NEEDS),
    ],
)
def test_a_list_is_read_whatever_leads_to_it(lead: str, items: str) -> None:
    text = f"Clerk\n\nWe run a harbour.\n\n{lead}\n{items}"
    assert len(posting_of(text).requirements) == 3


@pytest.mark.parametrize(
    "lead", ["Our people have:", "You will get:", "What you will receive from us:", "Our offices have:"]
)
def test_a_list_of_what_is_given_asks_nothing(lead: str) -> None:
    text = f"Clerk\n\nRequirements\n- Typing of letters\n\n{lead}\n{GIFTS}"
    assert [r.text for r in posting_of(text).requirements] == ["Typing of letters"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "We imagine that you have a maritime education supported by solid experience of ship agency.",
            ["We imagine that you have a maritime education", "solid experience of ship agency"],
        ),
        (
            "You need a diploma in shipping combined with three years of experience on a quay.",
            ["You need a diploma in shipping", "three years of experience on a quay"],
        ),
        (
            "You need experience with charter parties, possibly from a broker's office.",
            ["You need experience with charter parties", "possibly from a broker's office"],
        ),
        (
            "You are comfortable with calls in English, and Greek or Danish is a strong merit.",
            ["You are comfortable with calls in English", "Greek or Danish is a strong merit"],
        ),
        (
            "If you have a good knowledge of the tides you have the chance of a unique job.",
            ["If you have a good knowledge of the tides"],
        ),
        (
            "Are you able to plan and run the berths for one of the fastest growing harbours in Europe?",
            ["Are you able to plan and run the berths"],
        ),
    ],
)
def test_a_second_demand_parts_and_what_praises_the_place_is_cut(sentence: str, expected: list[str]) -> None:
    assert [r.text.rstrip(".") for r in under_requirements(sentence)] == expected


def under_requirements(sentence: str) -> list[Requirement]:
    text = f"Coordinator\n\nWe are a harbour company.\n\nRequirements\n{sentence}\n- Typing of letters\n"
    return [r for r in posting_of(text).requirements if r.text != "Typing of letters"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The work is on five-shift rotation, also on weekends.",
        "Some evening work is part of the job in summer.",
        "About 20 percent of the job is overnight travel to the islands.",
        "If a ship is late, weekend shifts can occur.",
    ],
)
def test_the_terms_of_the_work_are_conditions(sentence: str) -> None:
    (found,) = under_requirements(sentence)
    assert (found.kind, found.text.rstrip(".")) == ("condition", sentence.rstrip("."))


def test_who_pays_for_evenings_is_no_demand() -> None:
    assert demands("Travel on weekends is paid in full and insurance is provided.") == []
