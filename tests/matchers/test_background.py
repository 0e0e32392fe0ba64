"""Experience asked without years: the act, the place of work and the thing asked decide, not one generic word.

A row says `posting line -> head of the only job -> its bullet -> status`.
"""

from __future__ import annotations

import pytest

from tests.reading import judged, report_of
from tests.tables import rows

BACKGROUNDS = """
Experience in a bakery or food production -> Quality Assistant, Meadowsweet Dairy, 2019 - 2023 -> Checked pH of each vat -> met
Experience in a bakery or food production -> Volunteer, Northside Food Bank, 2019 - 2023 -> Sorted parcels -> missing
Experience in a bakery or food production -> Data Entry Clerk, Bolt Insurance, 2019 - 2023 -> Typed claims -> missing
Hospitality background -> Receptionist, Grand Union Hotel, 2018 - 2022 -> Checked guests in -> met
Hospitality background -> Accounts Clerk, Marley Plumbing, 2018 - 2022 -> Posted invoices -> missing
Experience in a hospital setting -> Porter, Queen Anne Infirmary, 2016 - 2021 -> Moved beds -> met
Experience in a hospital setting -> Cleaner, Hale Offices, 2016 - 2021 -> Mopped floors -> missing
Nonprofit experience -> Bookkeeper, Harbor Light Foundation, 2015 - 2020 -> Closed the books -> met
Nonprofit experience -> Bookkeeper, Baxter Tools Ltd, 2015 - 2020 -> Closed the books -> missing
Experience in a law firm -> Receptionist, Crane & Bell Solicitors, 2019 - 2024 -> Answered phones -> met
Experience training apprentices -> Electrician, Volt Bros, 2012 - 2022 -> Wired houses and ran conduit -> missing
Experience training apprentices -> Electrician, Volt Bros, 2012 - 2022 -> Taught two apprentices to bend conduit -> met
Experience opening new stores -> Store Manager, Kite Shoes, 2012 - 2022 -> Opened the Leeds branch from an empty unit -> met !! an act said with other words for each of its two things
Experience opening new stores -> Store Manager, Kite Shoes, 2012 - 2022 -> Opened and closed the store, new price labels -> missing !! the words of the act stand in one line in another sense
Experience with job costing -> Bookkeeper, Bay Joinery, 2015 - 2023 -> Posted jobs to the ledger -> missing
Experience with job costing -> Bookkeeper, Bay Joinery, 2015 - 2023 -> Costed each job against its quote -> met
Public sector experience -> Clerk, City of Tamworth, 2015 - 2023 -> Issued permits -> met
Public sector experience -> Clerk, Tamworth Carpets, 2015 - 2023 -> Issued invoices -> missing
Experience in the energy sector -> Planner, Northern Power Company, 2015 - 2023 -> Planned outages -> met
Experience in automotive manufacturing -> Operator, Delta Automotive Seating, 2015 - 2023 -> Built seats -> met
Experience with union negotiations -> HR Officer, Hart Foods, 2015 - 2023 -> Negotiated supplier contracts -> missing
Experience working with refugees -> Caseworker, Open Door Trust, 2018 - 2023 -> Housing and papers for asylum seekers from nine countries -> met !! one related word, however sure, is no proof
Experience working with refugees -> Caseworker, Open Door Trust, 2018 - 2023 -> Worked with new tenants on budgets -> missing
E-commerce experience -> Merchandiser, Lumo Online, 2018 - 2023 -> Set prices -> met
Experience in a call center -> Phone Advisor, Beacon Telecom, 2018 - 2023 -> Took 80 calls a day -> met
Experience in a call center -> Barista, Bean There, 2018 - 2023 -> Made coffee -> missing
Background in insurance or financial services -> Teller, First Oak Credit Union, 2018 - 2023 -> Cashed checks -> met
Experience managing apprentices and junior staff -> Head Gardener, Elm Park, 2015 - 2023 -> Three under-gardeners reported to me -> met
Early years experience -> Practitioner, Little Acorns Nursery, 2019 - 2023 -> Key person for eight children -> met
Early years experience -> Grower, Dale Plant Nursery, 2019 - 2023 -> Potted shrubs -> missing
Experience with machine maintenance -> Operator, Cole Plastics, 2019 - 2023 -> Ran a new machine -> missing
Aviation experience -> Ramp Agent, Skylark Airways, 2019 - 2023 -> Loaded bags -> met
Experience in a warehouse environment -> Picker, Norfolk Distribution Centre, 2020 - 2023 -> Voice pick -> met
Experience in higher education administration -> Programme Secretary, Aldwych University, 2017 - 2023 -> Exam boards and minutes -> met
Museum or gallery experience -> Shop Assistant, Tate Harbour Gallery, 2017 - 2023 -> Sold prints -> met
Experience in telecoms -> Fitter, Orion Broadband, 2017 - 2023 -> Installed lines -> met
Experience delivering training to adults -> Clerk, Orion Tools, 2017 - 2023 -> Delivered parcels to adults only -> missing
Experience of managing volunteers -> Coordinator, Age Well, 2017 - 2023 -> Rota for 40 volunteers, inductions and thank-yous -> met
# one related or generic word decides nothing
Experience training new drivers -> Delivery Driver, Sunridge Furniture, 2019 - 2023 -> New doorsteps every day -> missing
Experience with compensation surveys or job evaluation -> HR Assistant, Bolt Lifts, 2019 - 2023 -> Posted jobs and booked interviews -> missing
MRI experience -> Radiographer, Vale Imaging, 2019 - 2023 -> X-rays of hands and feet -> missing
Experience with a payroll system conversion -> Clerk, Bolt Lifts, 2019 - 2023 -> Ran payday out of QuickBooks Payroll -> partial
Experience with 3D scanning -> Inspector, Bolt Lifts, 2019 - 2023 -> Ran saved programs on a CMM -> missing
# the same word in another sense is no place of work
Experience in housing or the charity sector -> Usher, Gaiety Theatre, 2019 - 2023 -> Purchase orders for front of house -> missing
Experience in local government -> Installer, Bolt Phones, 2019 - 2023 -> Put in 900 phones for the school district -> missing
"""


def resume(head: str, bullet: str) -> str:
    return f"Ana Sousa\nana@example.org\n\nExperience\n{head}\n- {bullet}\n"


@pytest.mark.parametrize(("line", "head", "bullet", "wanted"), rows(BACKGROUNDS, 4))
def test_a_background(line: str, head: str, bullet: str, wanted: str) -> None:
    (match,) = judged(line, resume(head, bullet))
    assert match.requirement.kind == "experience"
    assert match.status == wanted


def test_the_employer_is_quoted() -> None:
    (match,) = judged("Retail or FMCG background", resume("Analyst, Kestrel Pet Foods, 2020 - 2023", "Sales figures"))
    assert match.evidence[0].method == "sector"
    assert "Kestrel Pet Foods" in match.evidence[0].text


def test_the_employer_may_stand_above_the_title() -> None:
    text = "Ana Sousa\nana@example.org\n\nExperience\n\nAllegheny Bridge Co. (bridge contractor)\nAssistant, 2019 to 2023\n- Letters\n"
    (match,) = judged("Experience in construction", text)
    assert match.status == "met"


def test_a_course_is_no_place_of_work() -> None:
    text = "Ana Sousa\nana@example.org\n\nOther\nBA History, Aldwych University, 2015 - 2018\n"
    (match,) = judged("Experience in higher education", text)
    assert match.status == "missing"


def test_what_is_denied_is_a_part_at_most() -> None:
    posting = "Requirements\n- Experience with job costing\n- Run payroll\n"
    report = report_of(resume("Bookkeeper, Bay Joinery, 2015 - 2023", "No job costing, only the ledger"), posting)
    assert next(m for m in report.matches if "costing" in m.requirement.text).status != "met"
