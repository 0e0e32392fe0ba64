"""Years asked in an act and at a place of work: which jobs count, in full or as neighbours.

A row says `posting line -> head of the only job -> its bullet -> status`.
"""

from __future__ import annotations

import pytest

from gapcheck.matchers.fields import act_root
from gapcheck.words import stem
from tests.reading import judged, report_of
from tests.tables import rows

YEARS = """
Three years of bookkeeping in a nonprofit -> Bookkeeper, Harbor Light Foundation, 2015 - 2020 -> Closed the books -> met
Three years of bookkeeping in a nonprofit -> Bookkeeper, Baxter Tools Ltd, 2015 - 2020 -> Closed the books -> partial
Three years of bookkeeping in a nonprofit -> Driver, Harbor Light Foundation, 2015 - 2020 -> Drove the van -> missing
At least two years in a hotel -> Night Auditor, Bayview Hotel, 2019 - 2023 -> Ran the night audit -> met
At least two years in a hotel -> Night Guard, Bayview Mall, 2019 - 2023 -> Locked doors -> missing
2+ years of security work -> Unarmed Officer, Crest Guard, 2019 - 2023 -> Patrolled -> met
4 years of recruitment -> Recruiter, Peak Staffing, 2015 - 2023 -> Filled 60 seats a year -> met
4 years of recruitment -> Recruiter, Peak Staffing, October 2020 - June 2023 -> Filled 60 seats a year -> partial
4 years of recruitment -> Waiter, Blue Bistro, 2015 - 2023 -> Served guests -> missing
5 years of planning in a manufacturing company -> Production Planner, Delta Valve Works, 2012 - 2020 -> Planned the week -> met
5 years of planning in a manufacturing company -> Event Planner, Delta Weddings, 2012 - 2020 -> Planned weddings -> partial
Minimum 2 years in a supervisory role -> Shift Supervisor, Cole Plastics, 2018 - 2023 -> Ran the line -> met
Minimum 2 years in a supervisory role -> Packer, Cole Plastics, 2018 - 2023 -> Packed boxes -> missing
Minimum 2 years in a supervisory role -> Nurse, Elm Clinic, 2018 - 2023 -> Two aides report to me -> met
18 months of welding experience -> Welder, Cole Steel, 2019 - 2022 -> MIG on frames -> met
18 months of welding experience -> Painter, Cole Steel, 2019 - 2022 -> Sprayed frames -> missing
Two years of experience in a warehouse -> Forklift Driver, Norfolk Distribution Centre, 2018 - 2022 -> Loaded trucks -> met
Two years of experience in a warehouse -> Copywriter, Bright Agency, 2018 - 2022 -> Wrote ads -> missing
3 years of teaching in a secondary school -> Teacher of Maths, Hill High School, 2015 - 2022 -> Taught years 7 to 11 -> met
3 years of teaching in a secondary school -> Yoga Teacher, Lotus Studio, 2015 - 2022 -> Taught classes -> partial
One year of customer service experience in a bank -> Teller, First Oak Credit Union, 2018 - 2023 -> Served customers at the window -> met
Five years of nursing experience -> Staff Nurse, St Mary Hospital, 2012 - 2022 -> Looked after 8 patients -> met
Five years in public accounting -> Audit Senior, Holt & Lane CPAs, 2014 - 2022 -> Audited clients -> met
Two years as a legal secretary -> Legal Secretary, Crane Solicitors, 2016 - 2020 -> Typed letters -> met
One year of experience in social care -> Senior Care Assistant, The Laurels Nursing Home, 2020 - 2024 -> Wash and feed -> met
One year of experience in social care -> Line Cook, Copper Kettle, 2020 - 2024 -> Took care of the grill -> missing
Two years of special education experience -> Machinist, Spine Works, 2018 - 2022 -> Continuing education on Fridays -> missing
Two years of special education experience -> Teacher, Elm School, 2018 - 2022 -> Special education, grades 2 to 4 -> met
Two years of case management experience -> Dispatcher, Alder Freight, 2018 - 2022 -> Handled claims, 40 cases a year -> partial
Two years of work with children -> Nursery Assistant, Little Acorns, 2018 - 2022 -> Ran story time for toddlers -> met
3+ years of editing at a magazine -> Editor, Lake Country Magazine, 2015 - 2022 -> Edited features -> met
3+ years of editing at a magazine -> Editor, Corvid Software, 2015 - 2022 -> Edited manuals -> partial
2 years' experience managing a restaurant -> Restaurant Manager, Blue Bistro, 2015 - 2022 -> Led 14 staff -> met
2 years' experience managing a restaurant -> Waiter, Blue Bistro, 2015 - 2022 -> Served guests -> missing
Three years in the insurance industry -> Clerk, Wabash Casualty, 2015 - 2022 -> Filed -> met
4 years of purchasing, ideally in a hospital -> Buyer, Queen Anne Infirmary, 2015 - 2022 -> Bought gloves -> met
# an act shown elsewhere is a neighbour, the place without the act is none
Four years of clerical work in a court or law office -> Clerk, Dunn County Court Clerk, 2015 - 2022 -> Clerical work and filing -> met
Three years of purchasing in a hospital -> Buyer, Kite Shoes, 2015 - 2022 -> Purchasing of leather -> partial
Three years of purchasing in a hospital -> Porter, Queen Anne Infirmary, 2015 - 2022 -> Moved beds -> missing
# who is named by an act did it
3 years of planning -> Production Planner, Bolt Lifts, 2015 - 2022 -> Loaded the cells -> met
3 years of fundraising -> Fundraiser, Age Well, 2015 - 2022 -> Asked for money -> met
# an everyday word in one line is said in passing
3 years of planning -> Guard, Bolt Lifts, 2015 - 2022 -> Drills under the facility plan -> missing !! a line that says the word in passing, a part when the years suffice
"""


def resume(head: str, bullet: str) -> str:
    return f"Ana Sousa\nana@example.org\n\nExperience\n{head}\n- {bullet}\n"


@pytest.mark.parametrize(("line", "head", "bullet", "wanted"), rows(YEARS, 4))
def test_years_in_an_act_and_at_a_place(line: str, head: str, bullet: str, wanted: str) -> None:
    match = judged(line, resume(head, bullet))[0]
    assert match.requirement.kind == "experience"
    assert match.status == wanted


@pytest.mark.parametrize(
    ("act", "person", "same"),
    [
        ("welding", "welder", True),
        ("planning", "planner", True),
        ("development", "developer", True),
        ("supervision", "supervisor", True),
        ("paper", "papal", False),
        ("order", "ordinance", False),
    ],
)
def test_an_act_and_who_is_named_by_it(act: str, person: str, same: bool) -> None:
    assert (act_root(stem(act)) == act_root(stem(person))) is same


def test_a_job_above_the_first_heading_counts() -> None:
    text = "Tavita Leia\nReno / tavita@example.com\n\nSite Lead, Harbour Center (contract with Crest Guard) - October 2021 to present\n- Rounds\n\nCards\nOSHA 10\n"
    assert judged("2 years in security", text)[0].status == "met"


def test_a_date_above_the_first_heading_is_no_job() -> None:
    text = "Ana Sousa\nana@example.org\n\nSecurity is my hobby, resident here since 2015.\n\nExperience\nBaker, Crust, 2020 - 2023\n- Bread\n"
    assert judged("9 years in security", text)[0].status != "partial"


LED = "Requirements\n- 3 years in security, one of them as a lead or supervisor\n- Write reports\n"


@pytest.mark.parametrize(
    ("jobs", "wanted"),
    [
        ("Guard, Crest Guard, 2019 - 2022\n- Rounds\n\nSite Lead, Crest Guard, 2022 - 2024\n- Six guards on my crew\n", "met"),
        ("Guard, Crest Guard, 2019 - 2024\n- Rounds\n\nCart Lead, Meadows Market, 2016 - 2019\n- Led the cart crew\n", "missing"),
        ("Cart Lead, Meadows Market, 2016 - 2019\n- Led the cart crew\n", "missing"),
    ],
)  # fmt: skip
def test_one_of_them_is_of_the_field_named_before(jobs: str, wanted: str) -> None:
    report = report_of(f"Ana Sousa\nana@example.org\n\nExperience\n{jobs}", LED)
    assert next(m for m in report.matches if "one of them" in m.requirement.text).status == wanted
