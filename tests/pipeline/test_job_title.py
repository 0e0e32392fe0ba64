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


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Night Baker Job in Leeds", "Night Baker"),
        ("Pastry Chef Job in Salt Lake City, UT", "Pastry Chef"),
        ("Crumb & Thorn hiring Night Baker in Whitby, England, United Kingdom | LinkedIn", "Night Baker"),
        ("Job Coach", "Job Coach"),
        ("Teacher of Jobs and Careers", "Teacher of Jobs and Careers"),
    ],
)
def test_what_a_board_adds_is_no_part_of_the_title(first: str, title: str) -> None:
    assert posting_of(f"{first}\n\nRequirements\n- Level 2 hygiene certificate\n").title == title


def test_work_with_people_is_no_title() -> None:
    text = "Bread and Buns 24/7\nDuties\nTrain the new bakers on site\nGreet our customers at the counter\n"
    assert posting_of(text).title == "Bread and Buns 24/7"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("POSITION DESCRIPTION\nPosition Title:\nLifeguard\nLocation:\nTown pool\n\nDuties\n- Watch the pool\n- Test the water\n", "Lifeguard"),
        ("Curator Archives\n\nHarbour Museum\n\nDuties\n- Catalogue letters\n- Answer enquiries\n", "Curator Archives"),
        ("Job summary\n- Grade\n- Band 2\n\nPharmacy Dispenser\n\nMain duties\n- Label medicines\n- Count stock\n", "Pharmacy Dispenser"),
    ],
)  # fmt: skip
def test_the_title_behind_a_form(text: str, title: str) -> None:
    assert posting_of(text).title == title
