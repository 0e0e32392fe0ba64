from __future__ import annotations

import pytest

from gapcheck.pipeline.job_title import job_title, names_job

from ..reading import posting_of

PAGES = [
    ("Practice Manager\nBrackwater Dental", "Practice Manager"),
    (
        "STATE OF OREGON - CLASSIFIED RECRUITMENT BULLETIN\nOccupational Therapist (Inpatient)",
        "Occupational Therapist (Inpatient)",
    ),
    ("STATE OF NEW CAWDOR\nPOSITION ANNOUNCEMENT 2026-118\nTITLE: Parole Officer I", "Parole Officer I"),
    (
        "HALVERSON COUNTY SUPERIOR COURT\nCLASS BULLETIN 26-014: COURT OFFICE ADMINISTRATOR II",
        "COURT OFFICE ADMINISTRATOR II",
    ),
    (
        "HIRING HANDBOOK\nSection 7.12  Role profile: Quality Engineer (Plant 2, Erie)",
        "Quality Engineer (Plant 2, Erie)",
    ),
    ("Hospice Society > Staff handbook > Open roles > Fundraising Manager", "Fundraising Manager"),
    ("Team Handbook / Roles / Event Coordinator", "Event Coordinator"),
    ("JOB PROFILE\nStaff Pharmacist, Inpatient and Discharge", "Staff Pharmacist, Inpatient and Discharge"),
    ("Job Title: Human Resources Generalist", "Human Resources Generalist"),
    ("HOME HEALTH AIDES - Willow Bend Home Care", "HOME HEALTH AIDES - Willow Bend Home Care"),
    ("Careers at Kestrel Bay Regional Airport (KBQ)\nAirport operations officer", "Airport operations officer"),
    ("WE NEED A STORE MANAGER", "WE NEED A STORE MANAGER"),
    ("Harrow Vale Academy\nTeacher of Chemistry", "Teacher of Chemistry"),
    ("City of Alder Falls\nSous chefs and line cooks", "Sous chefs and line cooks"),
]
NO_TITLE = [
    "City of Alder Falls, Oregon\nRange 24: $6,140 to $7,833 a month",
    "Our customers\nThe river and the paper mill\nMeadow and river",
    "Department 7110 / Reports to: Pharmacy Operations Manager",
    "Reports to the Store Manager",
    "Cement Division\nDetailed Description Set the direction and lead Engineers",
    "Hi, I'm Patty. My sister and I are looking for a driver.",
    "",
]


@pytest.mark.parametrize(("page", "title"), PAGES)
def test_the_line_that_names_a_job_is_the_title(page, title):
    assert job_title(page.splitlines()) == title


@pytest.mark.parametrize("page", NO_TITLE)
def test_other_lines_are_no_title(page):
    assert job_title(page.splitlines()) is None


def test_a_title_of_one_long_line_ends_before_the_employer():
    line = "HOME HEALTH AIDES - Willow Bend Home Care - Erie, Millcreek and out toward the old North East road"
    assert job_title([line]) == "HOME HEALTH AIDES"


def test_it_is_looked_for_only_at_the_beginning():
    assert job_title([*["Our town"] * 8, "Store Manager"]) is None


@pytest.mark.parametrize(
    "text", ["Nurse", "Data Scientist II", "Registered Nurse (RN), Step-Down Unit", "CLEANERS WANTED"]
)
def test_jobs_are_known_by_their_last_word(text):
    assert names_job(text)


def test_a_posting_bears_it():
    page = "COUNTY OF ALDERMERE\nHUMAN RESOURCES DEPARTMENT\nPAYROLL SPECIALIST\n\nRequirements\n- Two years of payroll work\n"
    assert posting_of(page).title == "PAYROLL SPECIALIST"


def test_without_one_the_first_line_stays():
    assert posting_of("Join our town hall\n\nRequirements\n- Two years of payroll work\n").title == "Join our town hall"
