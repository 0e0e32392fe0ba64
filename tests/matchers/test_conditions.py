"""Conditions: unstated unless the resume speaks of them, then met, half met or contradicted."""

from __future__ import annotations

import pytest

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
    ("Available weekends and holidays", "Worked every weekend and all holidays", "met"),
    ("Weekends and holidays", "Worked every Christmas since 2019", "met"),
    ("Night shifts", "Any shift, any day", "met"),
    ("Early shifts (5:30 start)", "Four a.m. start for six years", "met"),
    ("Overtime in peak season", "58-hour weeks every December", "met"),
    ("Willing to stay late or come in on a weekend", "Saturdays by rotation", "met"),
    ("On-call one week in four", "Carried the bleep every third night", "met"),
    ("Hepatitis B vaccination", "Hep B series complete", "met"),
    ("Basic DBS check", "Basic DBS, clear", "met"),
    ("Must be a U.S. citizen", "Born and raised in Ohio", "met"),
    ("Able to lift 50 lb", "Sixty-pound sacks, up the stairs", "met"),
    ("Regular travel, 30-40 days per year", "About 35 days abroad per year", "met"),
    ("Own reliable transportation", "My own van, insured", "met"),
    ("Stand for ten hours", "On my feet from open to close", "met"),
    ("A portfolio of your work", "anasousa.studio", "met"),
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
    # half of it
    ("Nights and weekends", "Any shift except Sunday mornings", "partial"),
    ("Enhanced DBS check", "Basic DBS check", "partial"),
    # contradicted
    ("Regular travel, 30-40 days per year", "At most ten nights away from home per year", "missing"),
    ("Night shifts", "Daytimes only from here, please", "missing"),
    ("Early shifts (5:30 start)", "Nursery drop-off at half past seven", "missing"),
    ("Able to lift 50 lb", "Bad back: nothing over 15 lb", "missing"),
    ("Comfortable working at heights", "Hate heights, ladders are out", "missing"),
    ("Clean driving record", "Two accidents in 2024, one my fault", "missing"),
    ("Clean driving record", "Hope to get a clean driving record", "missing"),
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
    ("Willingness to travel", "Booked travel for four partners", "unstated"),
    ("Able to lift 50 lb", "Licensed on the sit-down lift and pallet jack", "unstated"),
    ("Weekends", "Wrote the letter about a night nurse", "unstated"),
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


def test_a_check_that_nobody_writes_about_takes_nothing_from_what_is_said() -> None:
    (match,) = judged("Must pass a background check and drug screening", f"{HEAD}- Passed a background check in 2023\n")
    assert match.status == "met"


def test_days_only_outweighs_the_nights_that_were_worked() -> None:
    (match,) = judged("Night shifts", f"{HEAD}- Worked nights until 2020\n- Day shift only from now on\n")
    assert match.status == "missing"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Book travel and hotels for the directors", "duty"),
        ("Arrange international travel, including visas", "duty"),
        ("You perform scans of the head and chest on the on-call shifts", "duty"),
        ("Travel to suppliers twice a year", "condition"),
        ("Walk up to 8 miles per shift", "condition"),
        ("Work 3:00 pm to 1:00 am, Monday to Thursday", "condition"),
        ("Work in temperatures from 50 to 95 degrees", "condition"),
    ],
)
def test_work_about_travel_and_shifts_is_no_condition(line: str, kind: str) -> None:
    found = judged(line, f"{HEAD}- Kept the books\n", "duties")
    assert [m.requirement.kind for m in found] == [kind]


def test_a_condition_on_no_known_topic_is_unstated() -> None:
    found = judged("Steel-toe boots are required before starting.", f"{HEAD}- Kept the books\n", "conditions")
    assert [m.status for m in found] == ["unstated"]


def test_citizenship_and_readiness_are_facts_in_an_objective_and_a_hope_is_none() -> None:
    objective = "Ana Sousa\n\nObjective\nWant to move into site reliability. U.S. citizen. Glad to work nights. I hope to get my own car.\n"
    (citizen,) = judged("Authorization to work in the US (we cannot sponsor visas)", objective)
    (nights,) = judged("Night shifts", objective)
    (car,) = judged("Own reliable car", objective)
    assert (citizen.status, nights.status, car.status) == ("met", "met", "missing")


def test_of_three_conditions_one_denied_leaves_half() -> None:
    (match,) = judged("Must be able to work evenings and weekends", f"{HEAD}- Evening groups; no weekends so far\n")
    assert match.status == "partial"


def test_a_line_that_a_page_wraps_is_read_as_one() -> None:
    text = "Ana Sousa\nana@example.org\n\nTools I own\nFieldpiece gauges, vacuum pump, torch set, hand\ntools\n"
    (match,) = judged("Own hand tools", text)
    assert match.status == "met"


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Two weeks on, two weeks off, 2019 to 2021", "met"),
        ("412 punch items to zero in three weeks on the bank", "unstated"),
    ],
)
def test_weeks_on_are_travel_where_others_are_off(line: str, wanted: str) -> None:
    text = f"Ana Sousa\nana@example.org\n\nExperience\nAssistant, Larkspur Ltd, 2018 - 2023\n- {line}\n"
    (match,) = judged("Occasional travel may be required", text)
    assert match.status == wanted


@pytest.mark.parametrize(
    ("asked", "lived", "wanted"),
    [
        ("Must be 18 or older", "Harbour High School, 2009", "met"),
        ("Must be 18 or older", "Harbour High School, 2024", "unstated"),
        ("Minimum age: 21", "B.A. in History, Larkspur College, 2012", "met"),
        ("Must be 30 years of age", "Harbour High School, 2014", "unstated"),
        ("Must be 21 years of age or older", "Age: 19", "missing"),
    ],
)
def test_an_age_is_told_by_what_lies_long_behind(asked: str, lived: str, wanted: str) -> None:
    (match,) = judged(asked, f"Ana Sousa\nana@example.org\n\nSkills\nBookkeeping\n\nEducation\n{lived}\n")
    assert match.status == wanted
