"""What a posting says between its demands is no requirement: how to apply, what it says to everybody, what the job pays."""

from __future__ import annotations

import pytest

from gapcheck.sections import cued_label, label_of
from tests.reading import asked, posting_of

FEDERAL = """Data Analyst

What you will do
- Build dashboards in Tableau
- Clean survey data

Qualifications
Provide as much detail as possible on your resume so that we can evaluate your experience.
Failure to provide required information may result in disqualification.

For each job on your resume, provide:
- The exact dates you held each job (from month/year to month/year or "present")
- Number of hours per week you worked (if part time)
- Series and grade, if a federal position

Specialized experience
Specialized experience is defined as follows:
- Experience with SQL
- Experience presenting findings to executives
"""


def test_only_the_job_is_read_from_a_federal_posting() -> None:
    assert [r.text for r in posting_of(FEDERAL).requirements] == [
        "Build dashboards in Tableau",
        "Clean survey data",
        "Experience with SQL",
        "Experience presenting findings to executives",
    ]


APPLICATION = [
    "Number of hours per week you worked (if part time)",
    "Dates of employment (month and year)",
    "Series and grade, if a federal position",
    "Your resume must show one year of specialized experience",
    "Salary",
    "Failure to provide required information may result in disqualification.",
    "Submit a copy of your unofficial transcripts",
    "A cover letter",
    "Your application must include two references",
    "Tell us about it in your cover letter",
    "Incomplete packages will be disqualified",
    "To be updated soon",
]


@pytest.mark.parametrize("line", APPLICATION)
def test_what_an_application_must_hold_is_not_asked_of_the_person(line: str) -> None:
    assert asked(line) == []


LOOK_ALIKES = [
    "Coach clients in writing a resume",
    "Explain lease terms in the cover letter to tenants",
    "Review loan applications for completeness",
    "Applications must be secure by design",
    "Help customers with their application and forms",
    "Reconcile hours worked per week with the schedule",
    "Verify dates of service on claims",
    "Send transcripts to partner schools",
    "Salary negotiation experience",
    "Customs entries that may result in disqualification of the shipment",
    "Include a link to your portfolio in your application",
]


@pytest.mark.parametrize("line", LOOK_ALIKES)
def test_work_with_applications_is_asked(line: str) -> None:
    assert [r.text for r in asked(line)] == [line]


@pytest.mark.parametrize(
    ("heading", "label"),
    [
        ("For each job on your resume, provide", "apply"),
        ("Your resume must show", "apply"),
        ("What your résumé must include", "apply"),
        ("Federal resume requirements", "apply"),
        ("What we would be glad of", "preferred"),
        ("Requirements", "required"),
        ("Application support", None),
    ],
)
def test_headings_of_applications(heading: str, label: str | None) -> None:
    assert (label_of(heading, "posting") or cued_label(heading)) == label


SAID_TO_ALL = [
    "This job description is not intended to be all-inclusive.",
    "The requirements listed below are representative of the knowledge, skill and/or ability required.",
    "Reasonable accommodations may be made to enable individuals with disabilities to perform the essential functions.",
    "Duties, responsibilities and activities may change at any time with or without notice.",
    "To perform this job successfully, an individual must be able to perform each essential duty satisfactorily.",
    "Following is a summary of the essential functions for this job.",
    "Only shortlisted candidates will be contacted.",
    "So, if you are a Software Developer with experience, please apply today!",
    "Come in and say hello, or write to Ruth.",
    "In compliance with federal law, all persons hired will be required to verify identity.",
]
GIVEN = [
    "Medical, dental and vision benefits",
    "401k with company match",
    "Paid training",
    "Wellness programs",
    "Life and short/long term disability insurance",
    "Tuition reimbursement",
    "Competitive salary and bonus",
    "Free parking",
    "Company vehicle provided",
    "Opportunities for advancement",
    "A fun and supportive team",
]


@pytest.mark.parametrize("line", [*SAID_TO_ALL, *GIVEN])
@pytest.mark.parametrize("section", ["required", "duties"])
def test_what_is_said_to_all_and_what_is_given_is_not_asked(line: str, section: str) -> None:
    assert asked(line, section) == []


@pytest.mark.parametrize(
    "line",
    [
        "Administer medical, dental and vision benefits",
        "Experience with 401(k) plans",
        "Benefits enrollment",
        "Life insurance licence",
        "Paid search campaigns",
        "Salary negotiation",
        "Vision screening of children",
        "Equity research",
        "Parking lot maintenance",
        "Must be able to work weekends, hours may vary",
        "Review applications and contact candidates",
        "Applicants must be authorized to work in the U.S. and may be contacted by phone",
    ],
)
def test_work_with_what_is_given_is_asked(line: str) -> None:
    assert asked(line)


NOTHING = [
    "[TBD]", "N/A", "None.", "Nil", "Page 3 of 4", "Form HR-12, revised 04/2019, page 2", "Performs other related duties.",
    "Carries out various other duties in support of the kitchen.", "Other necessary skills, knowledge and abilities",
    "Applicants who lack six months of the experience may file but will not be appointed.",
    "Candidates with the diploma will be considered for the higher grade.",
    "All applicants must complete the supplemental questionnaire online.",
    "You must meet the education requirements described below.", "EOE", "AA/EOE", "Other duties, not mentioned above, may be assigned by the director.", "All other related work as required.",
    "Applications close on Friday 9 May.", "Employees may be assigned additional duties by the manager.",
    "Work is performed under the supervision of the foreman.", "This list represents the main tasks of the position.",
    "No cold calls, no quotas, no weekend shifts.", "Nor do you need a degree in music for our choir evenings.",
    "Weight: written test 60%, oral interview 40%.", "No experience in either field is expected.",
    "Fort Larkspur is a town of 4,000 on a quiet river.",
]  # fmt: skip


@pytest.mark.parametrize("line", NOTHING)
def test_what_fills_a_form_asks_nothing(line: str) -> None:
    assert asked(line) == []


SOMETHING = [
    "Complete loan applications with customers",
    "Candidates must pass a background check",
    "Applicants must be able to lift 25 kg",
    "Maintain page 1 of the local newspaper",
    "Write other departments' newsletters",
    "Meet the cleaning standards of the ward",
]


@pytest.mark.parametrize("line", SOMETHING)
def test_what_only_sounds_like_it_is_asked(line: str) -> None:
    assert len(asked(line)) == 1


@pytest.mark.parametrize(
    "lead",
    ["Experience in the following areas is welcome:", "The cook will take on a range of responsibilities:"],
)
def test_what_leads_to_a_list_is_not_asked_itself(lead: str) -> None:
    text = f"Cook\n\nDuties\n{lead}\n- Bake bread\n- Order flour\n- Clean the ovens\n"
    assert [r.text for r in posting_of(text).requirements] == ["Bake bread", "Order flour", "Clean the ovens"]
