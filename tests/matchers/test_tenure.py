"""Years counted again: a job that does what the posting asks is one in its field."""

from __future__ import annotations

import pytest

from tests.reading import report_of

POSTING = """HVAC Service Manager

Requirements
- Minimum 4 years in HVAC service
- Diagnose furnaces and heat pumps
- Recover refrigerant and log it
- Read wiring diagrams
- Order parts and keep the van stocked
"""
LINES = """- Diagnosed furnaces and heat pumps, some 900 calls
- Recovered refrigerant, logged every pound
- Read wiring diagrams of boards nobody sells any more
- Ordered parts, kept my van stocked
"""
HEAD = "Ana Sousa\nana@example.org\n\nExperience\n"


def years(resume: str, posting: str = POSTING) -> tuple[str, tuple[str, ...]]:
    (match,) = [m for m in report_of(resume, posting).matches if m.requirement.years]
    return match.status, tuple(e.text for e in match.evidence)


@pytest.mark.parametrize(
    ("dates", "wanted"), [("2018 - 2023", "met"), ("2020 - 2023", "partial"), ("2021 - 2022", "missing")]
)
def test_a_job_that_does_the_work_counts_by_its_dates(dates: str, wanted: str) -> None:
    assert years(f"{HEAD}Lead tech, Larkspur Comfort, {dates}\n{LINES}")[0] == wanted


def test_the_head_of_the_job_is_the_evidence() -> None:
    status, quotes = years(f"{HEAD}Lead tech, Larkspur Comfort, 2018 - 2023\n{LINES}")
    assert (status, quotes[0]) == ("met", "Lead tech, Larkspur Comfort, 2018 - 2023")


def test_a_job_that_does_something_else_does_not_count() -> None:
    assert (
        years(f"{HEAD}Lead cook, Larkspur, 2014 - 2023\n- Plated desserts\n- Ordered parts for the oven\n")[0]
        == "missing"
    )


def test_years_in_another_field_than_the_postings_own_stay_short() -> None:
    asked = POSTING.replace("4 years in HVAC service", "4 years of teaching chemistry")
    assert years(f"{HEAD}Lead tech, Larkspur Comfort, 2018 - 2023\n{LINES}", asked)[0] == "missing"


@pytest.mark.parametrize("more", ["- Sang in the choir\n", "\nSkills\nFurnaces, heat pumps, wiring diagrams\n", LINES])
def test_more_lines_take_nothing_away(more: str) -> None:
    assert years(f"{HEAD}Lead tech, Larkspur Comfort, 2018 - 2023\n{LINES}{more}")[0] == "met"


SPECIAL = POSTING.replace(
    "- Minimum 4 years in HVAC service", "- One year of specialized experience at the next lower grade"
)


@pytest.mark.parametrize(
    ("job", "wanted"),
    [
        ("HVAC Service Technician, Coldline, 2015 - 2020\n- Kept the place in order\n", "met"),
        (f"Lead tech, Coldline, 2015 - 2020\n{LINES}", "met"),
        ("Retail Sales Associate, Gulfline Wireless, 2015 - 2020\n- Sold phones\n", "missing"),
    ],
)
def test_specialized_experience_is_in_the_field_of_the_posting(job: str, wanted: str) -> None:
    assert years(HEAD + job, SPECIAL)[0] == wanted


@pytest.mark.parametrize(("job", "wanted"), [("Payroll Specialist", "met"), ("Hairdresser", "missing")])
def test_experience_instead_of_a_degree_is_in_the_field_of_the_posting(job: str, wanted: str) -> None:
    posting = "Payroll Administrator\n\nRequirements\n- Associate degree in accounting or business, or equivalent experience\n"
    (match,) = report_of(
        f"{HEAD}{job}, Desert Line Logistics, 2012 - 2023\n- Kept the place in order\n", posting
    ).matches
    assert match.status == wanted
