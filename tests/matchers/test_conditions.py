"""Conditions: unstated unless the resume speaks of them, then met, half met or contradicted."""

from __future__ import annotations

import pytest

from tests.marks import missed
from tests.reading import judged

HEAD = "Ana Sousa\nana@example.org\n\nExperience\nAssistant, Larkspur Ltd, 2018 - 2023\n"

CASES = [
    # said
    ("Willingness to travel 25% of the time", "Travelled 30% of the time", "met"),
    ("Willingness to travel 50% of the time", "Travelled 30% of the time", "partial"),
    ("Willingness to travel", "On the road three days a week", "met"),
    ("Able to lift 50 lb", "Lifted up to 60 lb all day", "met"),
    ("Able to lift 50 lb", "Lifted up to 30 kg all day", "met"),
    ("Able to lift 50 lb", "Lifted up to 20 lb", "partial"),
    ("Must be authorized to work in the United States", "U.S. citizen", "met"),
    ("Right to work in the UK", "British national with settled status", "met"),
    missed("Available weekends and holidays", "Worked every weekend and all holidays", "met", why="'available' asks for a word on shifts besides"),
    ("Night shifts", "Night shift at a warehouse", "met"),
    ("On-call one week in four", "On-call for the server room", "met"),
    ("Clean driving record", "Clean driving record, 12 years", "met"),
    ("Active Secret clearance", "Secret clearance, active", "met"),
    ("Own hand tools", "Own tools and van", "met"),
    ("Comfortable working at heights", "Climbed ladders and scaffold daily", "met"),
    ("Work outdoors in all weather", "Outside in rain and heat", "met"),
    ("A portfolio of your work", "Portfolio: anasousa.design", "met"),
    ("Must pass a background check", "Passed a background check in 2023", "met"),
    ("Own hand tools", "Roll cab and service cart, paid off", "met"),
    ("On-call one week in four", "On the phone list every third week", "met"),
    ("Enhanced DBS clearance", "Enhanced DBS, January 2024", "met"),
    ("Must be authorized to work in the United States without sponsorship", "No sponsorship needed", "met"),
    # contradicted
    ("Night shifts", "Coming off nights for good", "missing"),
    ("Every third weekend", "Monday to Friday only", "missing"),
    ("Must be authorized to work in Kenya", "Italian passport, no work permit yet", "missing"),
    ("Clean driving record", "Driver's license; speeding ticket in 2024", "missing"),
    ("Clean driving record", "One at-fault accident in 2024", "missing"),
    ("Willingness to travel", "Not able to travel", "missing"),
    ("Willing to relocate to Tulsa", "Not willing to relocate", "missing"),
    ("Able to lift 50 lb", "Cannot lift more than 10 lb", "missing"),
    ("Night shifts", "No night shifts, please", "missing"),
    # not said
    ("Willingness to travel 25% of the time", "Kept the books", "unstated"),
    ("Able to lift 50 lb", "Kept the books", "unstated"),
    ("Must be authorized to work in the United States", "Kept the books", "unstated"),
    ("Available weekends and holidays", "Kept the books", "unstated"),
    ("Night shifts", "Kept the books", "unstated"),
    ("Clean driving record", "Kept the books", "unstated"),
    ("Active Secret clearance", "Kept the books", "unstated"),
    ("Must be 21 years of age or older", "Kept the books", "unstated"),
    ("Must pass a background check", "Kept the books", "unstated"),
    ("On-call one week in four", "Kept the books", "unstated"),
    ("Comfortable working at heights", "Kept the books", "unstated"),
    # another thing with the same words
    ("Willingness to travel", "Booked flights at a travel agency", "unstated"),
    ("Night shifts", "Night audit of the hotel ledger", "unstated"),
    ("Able to lift 50 lb", "Gave the sales team a lift", "unstated"),
    ("Comfortable working at heights", "Programmed PLCs in ladder logic", "unstated"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "shown", "wanted"), CASES)
def test_conditions(line: str, shown: str, wanted: str) -> None:
    found = judged(line, f"{HEAD}- {shown}\n")
    assert [(m.requirement.kind, m.status) for m in found] == [("condition", wanted)]


def test_what_is_not_said_costs_nothing() -> None:
    (match,) = judged("Night shifts", f"{HEAD}- Kept the books\n")
    assert (match.credit, match.evidence, {k.status for k in match.keywords} <= {"unstated"}) == (0.0, (), True)


def test_of_two_conditions_one_spoken_of_is_half() -> None:
    (match,) = judged("Able to lift 50 lb and work night shifts", f"{HEAD}- Lifted up to 60 lb\n")
    assert match.status == "partial"


def test_a_condition_on_no_known_topic_is_unstated() -> None:
    found = judged("Hepatitis B vaccination is required before starting.", f"{HEAD}- Kept the books\n", "conditions")
    assert [m.status for m in found] == ["unstated"]


def test_citizenship_is_a_fact_wherever_it_stands_and_a_wish_is_none() -> None:
    objective = "Ana Sousa\n\nObjective\nWant to move into site reliability. U.S. citizen. Glad to work nights.\n"
    (citizen,) = judged("Authorization to work in the US (we cannot sponsor visas)", objective)
    (nights,) = judged("Night shifts", objective)
    assert (citizen.status, nights.status != "met") == ("met", True)


def test_of_three_conditions_one_denied_leaves_half() -> None:
    (match,) = judged("Must be able to work evenings and weekends", f"{HEAD}- Evening groups; no weekends so far\n")
    assert match.status == "partial"
