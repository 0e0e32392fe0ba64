"""One requirement against one resume: met, partial, missing or unstated, as a careful recruiter would tick it."""

from __future__ import annotations

import pytest

from tests.marks import missed
from tests.reading import judged

HEAD = "Ana Sousa\nana@example.org\n\n"


def resume(
    *lines: str,
    skills: str = "",
    education: str = "",
    dates: str = "2018 - 2023",
    title: str = "Assistant, Larkspur Ltd",
) -> str:
    """A resume with one job whose bullets are *lines*."""
    body = "".join(f"- {line}\n" for line in lines)
    text = f"{HEAD}Experience\n{title}, {dates}\n{body}"
    text += f"\nSkills\n{skills}\n" if skills else ""
    return text + (f"\nEducation\n{education}\n" if education else "")


def status(line: str, text: str, section: str = "required") -> list[str]:
    return [m.status for m in judged(line, text, section)]


# --- names -----------------------------------------------------------------------------------------------------

NAMES = [
    # the same words, other spellings and short forms
    ("Excel", "Built the weekly roster in Excel", "met"),
    ("Microsoft Excel", "Advanced Excel, pivot tables", "met"),
    ("Kubernetes", "Ran k8s clusters for three teams", "met"),
    ("JavaScript", "Wrote JS for the booking page", "met"),
    ("Node.js", "APIs in NodeJS", "met"),
    ("CI/CD", "Built CI / CD pipelines", "met"),
    ("PostgreSQL", "Tuned Postgres queries", "met"),
    ("accounts payable", "A/P for 300 suppliers", "met"),
    ("Search engine optimization", "SEO for the shop's site", "met"),
    ("Front-end development", "Frontend development in Vue", "met"),
    ("Forklift operation", "Certified forklift operator", "met"),
    ("Point-of-sale systems", "Worked the POS at peak hours", "met"),
    ("HVAC repair", "Repaired HVAC units on roofs", "met"),
    ("Electronic health records", "Charted in the EHR", "met"),
    ("Wound care", "Wound care for diabetic patients", "met"),
    ("Lesson planning", "Planned lessons for year 5", "met"),
    ("Conflict resolution", "Resolved conflicts between tenants", "met"),
    # what proves it
    ("SQL", "Tuned PostgreSQL queries", "met"),
    ("Relational databases", "Ran MySQL for the shop", "met"),
    ("AWS", "Deployed to EC2 and S3", "met"),
    ("JavaScript", "Built screens in React", "met"),
    ("Welding", "MIG welding of trailers", "met"),
    ("EHR systems", "Charted in Epic on an inpatient unit", "met"),
    ("Microsoft Office", "Reports in Excel and Word", "met"),
    ("CRM software", "Kept leads in Salesforce", "met"),
    ("Accounting software", "Books kept in QuickBooks", "met"),
    ("Container orchestration", "Ran Kubernetes", "met"),
    ("Project management tools", "Planned sprints in Jira", "met"),
    ("Project management tools", "Ran sprints in Jira", "met"),
    # what does not
    ("PostgreSQL", "Wrote SQL reports", "missing"),
    ("Java", "Wrote JavaScript for the web shop", "missing"),
    ("JavaScript", "Wrote Java services", "missing"),
    ("C++", "Wrote C# tools", "missing"),
    ("Kubernetes", "Ran a fleet of delivery vans", "missing"),
    ("Excel", "Helped the team excel at service", "missing"),
    ("Experience with Excel", "Helped the team excel at service", "missing"),
    ("Go", "Always ready to go the extra mile", "missing"),
    ("Experience with Go", "Always ready to go the extra mile", "missing"),
    ("Experience in Go programming", "Always ready to go the extra mile", "missing"),
    ("Salesforce", "Led a sales force of nine", "missing"),
    ("React", "Reacted fast to alarms", "missing"),
    ("Experience with React", "Reacted fast to alarms", "missing"),
    ("TIG welding", "Painted steel frames", "missing"),
    ("Photoshop", "Took photos in the shop", "missing"),
    ("Swift", "Swift and friendly service", "missing"),
    ("iOS apps in Swift", "Swift and friendly service", "missing"),
    ("Statistics in R or SAS", "Worked in R&D", "missing"),
    ("Epic", "Placed by Epic Staffing Solutions", "missing"),
    ("Experience with Epic EHR", "Placed by Epic Staffing Solutions", "missing"),
    ("Tableau", "Posed for a living tableau", "missing"),
    # how it is said
    ("Kubernetes", "No experience with Kubernetes", "missing"),
    ("SAP", "Have not used SAP", "missing"),
    ("Kubernetes", "Hope to learn Kubernetes next year", "missing"),
    ("Tableau", "Exposure to Tableau", "partial"),
    ("Python", "Basic Python", "partial"),
    ("AutoCAD", "Familiar with AutoCAD", "partial"),
    ("Terraform", "Currently learning Terraform", "partial"),
    ("Tableau", "Watched a webinar on Tableau", "missing"),
    ("Excel", "Not only Excel but also Access databases", "met"),
    # a slip of the pen
    ("Kubernetes", "Ran Kuberntes clusters", "met"),
    ("Photoshop", "Retouching in Photoshp", "met"),
    ("QuickBooks", "Books kept in Quickboks", "met"),
]


@pytest.mark.parametrize(("line", "shown", "wanted"), NAMES)
def test_names(line: str, shown: str, wanted: str) -> None:
    assert status(line, resume(shown)) == [wanted]


# --- lists -----------------------------------------------------------------------------------------------------

LISTS = [
    ("Word, Excel and PowerPoint", "Word, Excel, PowerPoint", "met"),
    ("Word, Excel and PowerPoint", "Word and Excel", "partial"),
    ("Word, Excel and PowerPoint", "Lotus Notes", "missing"),
    ("Python or Java", "Python", "met"),
    ("Python or Java", "Java", "met"),
    ("Python or Java", "Basic Java", "partial"),
    ("Python or Java", "PHP", "missing"),
    ("AWS, GCP or Azure", "Google Cloud Platform", "met"),
    ("Spanish or Portuguese", "Portuguese", "met"),
    ("Two or more of the following: Excel, Tableau, Power BI, SQL", "Excel, SQL", "met"),
    ("Two or more of the following: Excel, Tableau, Power BI, SQL", "Excel", "partial"),
    ("Two or more of the following: Excel, Tableau, Power BI, SQL", "Lotus Notes", "missing"),
    ("CRM software such as Salesforce or HubSpot", "Zoho CRM", "met"),
    ("CRM software such as Salesforce or HubSpot", "HubSpot", "met"),
    ("Jira and Confluence", "Jira", "partial"),
    ("MIG, TIG and stick welding", "MIG welding, TIG welding, stick welding", "met"),
    ("MIG, TIG and stick welding", "MIG welding", "partial"),
]


@pytest.mark.parametrize(("line", "skills", "wanted"), LISTS)
def test_lists(line: str, skills: str, wanted: str) -> None:
    assert status(line, resume("Opened and closed the office", skills=skills)) == [wanted]


# --- duties in other words -------------------------------------------------------------------------------------

DUTIES = [
    ("Coordinate trade shows", "Ran booths at 6 trade shows a year", "met"),
    ("Coordinate trade shows", "Organized trade shows in three countries", "met"),
    ("Supervise a team of cashiers", "Led a team of eight cashiers", "met"),
    ("Reconcile bank statements", "Bank reconciliations every month", "met"),
    ("Train new employees", "Trained eleven new staff members", "met"),
    ("Manage inventory", "Managed stock for two shops", "met"),
    ("Answer customer questions by phone", "Answered customers' questions on the phone", "met"),
    ("Negotiate contracts with suppliers", "Negotiated vendor contracts", "met"),
    ("Prepare tax returns", "Prepared 120 tax returns each season", "met"),
    ("Schedule appointments", "Scheduled patients' appointments", "met"),
    ("Administer medication to residents", "Administered medications to 20 residents", "met"),
    ("Write monthly reports", "Wrote the monthly report to the board", "met"),
    ("Clean guest rooms", "Cleaned 14 guest rooms a day", "met"),
    ("Teach algebra", "Taught algebra to grades 9 and 10", "met"),
    ("Install solar panels", "Installed 300 solar panels on homes", "met"),
    missed("Recruit and hire drivers", "Hired 30 drivers", "met", why="one of two verbs with the same object is half"),
    ("Prune fruit trees", "Pruned fruit trees in winter", "met"),
    ("Load and unload trailers", "Unloaded and loaded trailers by hand", "met"),
    ("Draft pleadings and motions", "Drafted pleadings and motions", "met"),
    ("Prepare soups and sauces", "Made all soups and sauces", "met"),
    missed(
        "Coordinate trade shows",
        "Repaired bicycles and sold spare parts",
        "missing",
        why="the judgement of a duty as a whole gives half without the object",
    ),
    ("Prepare tax returns", "Taught swimming to children", "missing"),
    ("Administer medication to residents", "Wrote unit tests for a web shop", "missing"),
    ("Negotiate contracts with suppliers", "Washed dishes and mopped the floor", "missing"),
    (
        "Coordinate photo shoots, webinars and product launches",
        "Planned photo shoots and two product launches",
        "partial",
    ),
    (
        "Coordinate photo shoots, webinars and product launches",
        "Organized photo shoots and two product launches",
        "partial",
    ),
    ("Plan menus, order food and run payroll", "Planned menus", "partial"),
    ("Plan menus, order food and run payroll", "Ran payroll for 30 staff", "partial"),
    missed(
        "Supervise a team of cashiers",
        "Worked under the supervision of the head cashier",
        "missing",
        why="half, and without any evidence",
    ),
    ("Manage the P&L", "Never had P&L responsibility", "missing"),
]


@pytest.mark.parametrize(("line", "shown", "wanted"), DUTIES)
def test_duties(line: str, shown: str, wanted: str) -> None:
    assert status(line, resume(shown), "duties") == [wanted]


# --- credentials and languages ---------------------------------------------------------------------------------

HOLDS = [
    ("CPR certification", "CPR certified, American Red Cross", "met"),
    ("Class A CDL", "CDL Class A with tanker endorsement", "met"),
    ("Forklift licence", "Forklift, certified 2020", "met"),
    ("CPA", "Certified Public Accountant", "met"),
    ("ServSafe certification", "ServSafe Manager, 2023", "met"),
    ("Current RN license", "Registered Nurse, State of Ohio", "met"),
    ("PMP", "Project Management Professional (PMP)", "met"),
    ("OSHA 10", "OSHA 30", "met"),
    ("OSHA 30", "Steel-toe boots", "missing"),
    ("CPA", "Certified Nursing Assistant", "missing"),
    ("RN license", "Licensed Practical Nurse", "missing"),
    ("Class A CDL", "Bicycle courier", "missing"),
    ("CPR certification", "CPR card expired", "missing"),
    ("CPA", "Plan to take the CPA exam", "missing"),
    ("Fluent in Spanish", "Spanish (native)", "met"),
    ("Fluent in Spanish", "Spanish (basic)", "partial"),
    ("Spanish", "Portuguese", "missing"),
    ("American Sign Language", "ASL interpreter", "met"),
    ("Spanish", "I do not speak Spanish", "missing"),
    ("Bilingual English and Tagalog", "English and Tagalog, both fluent", "met"),
]


@pytest.mark.parametrize(("line", "shown", "wanted"), HOLDS)
def test_credentials_and_languages(line: str, shown: str, wanted: str) -> None:
    text = f"{HEAD}Experience\nAssistant, Larkspur Ltd, 2018 - 2023\n- Opened the office\n\nLicenses and languages\n- {shown}\n"
    assert status(line, text) == [wanted]


# --- years -----------------------------------------------------------------------------------------------------

YEARS = [
    ("5 years of bookkeeping experience", "2018 - 2023", "met"),
    ("5 years of bookkeeping experience", "2019 - 2023", "partial"),
    ("5 years of bookkeeping experience", "2021 - 2023", "missing"),
    ("2+ years of bookkeeping", "2021 - 2023", "met"),
    ("18 months of bookkeeping", "Jan 2022 - Jun 2023", "met"),
    ("10 years of bookkeeping", "2014 - present", "met"),
]


@pytest.mark.parametrize(("line", "dates", "wanted"), YEARS)
def test_years_are_added_up_from_the_dates(line: str, dates: str, wanted: str) -> None:
    text = resume("Kept the books in QuickBooks", title="Bookkeeper, Larkspur Ltd", dates=dates)
    assert status(line, text) == [wanted]


@pytest.mark.parametrize(
    "line",
    [
        "5 years of experience",
        "Minimum 5 years' experience",
        "5+ years of professional experience",
        "At least five years of work experience",
    ],
)
def test_years_of_anything_are_years_at_work(line: str) -> None:
    assert status(line, resume("Bread", dates="2015 - 2023")) == ["met"]


def test_overlapping_jobs_count_once() -> None:
    text = f"{HEAD}Experience\nBookkeeper, A, 2020 - 2022\n- Books\n\nBookkeeper, B, 2020 - 2022\n- Books\n"
    assert status("4 years of bookkeeping", text) == ["missing"]
    assert status("2 years of bookkeeping", text) == ["met"]


def test_years_in_another_trade_do_not_count() -> None:
    text = resume("Cut and coloured hair", title="Hairdresser, Larkspur Ltd", dates="2010 - 2023")
    assert status("5 years of bookkeeping experience", text) == ["missing"]


def test_years_may_be_claimed_in_words() -> None:
    text = f"{HEAD}Summary\nBookkeeper with nine years of bookkeeping in small companies.\n\nExperience\nClerk, A, 2022 - 2023\n- Post\n"
    assert status("5 years of bookkeeping", text) == ["met"]


# --- education -------------------------------------------------------------------------------------------------

EDUCATION = [
    ("Bachelor's degree in accounting", "B.S. Accounting, University of Tampa, 2015", "met"),
    ("Bachelor's degree in accounting", "Master of Accounting, 2015", "met"),
    ("Bachelor's degree in accounting", "Associate degree in accounting, 2015", "partial"),
    ("Bachelor's degree in accounting", "High school diploma, 2015", "missing"),
    ("Bachelor's degree in accounting", "B.F.A. Sculpture, 2015", "missing"),
    ("Bachelor's degree", "B.A. History, 2015", "met"),
    ("Master's degree in social work", "MSW, 2015", "met"),
    ("Master's degree in social work", "Bachelor of Social Work, 2015", "partial"),
    ("High school diploma or GED", "GED, 2010", "met"),
    ("High school diploma or GED", "B.A. History, 2015", "met"),
    ("Bachelor's degree in nursing", "BSN, 2018", "met"),
    ("PhD in chemistry", "PhD Chemistry, Ghent University", "met"),
    ("PhD in chemistry", "M.Sc. Chemistry, Ghent University", "partial"),
    ("Degree in biology, chemistry or a related field", "B.S. Chemistry, 2011", "met"),
    ("Bachelor's degree in computer science", "BSc Computer Science, 2019", "met"),
    ("Bachelor's degree in computer science", "Enrolled in a BSc Computer Science, expected 2027", "partial"),
]


@pytest.mark.parametrize(("line", "education", "wanted"), EDUCATION)
def test_education(line: str, education: str, wanted: str) -> None:
    assert status(line, resume("Opened the office", education=education)) == [wanted]


def test_years_may_stand_in_for_a_degree() -> None:
    text = resume("Kept the books", title="Bookkeeper, Larkspur Ltd", dates="2010 - 2023")
    assert status("Bachelor's degree or 5 years of bookkeeping", text) == ["met"]


# --- soft skills -----------------------------------------------------------------------------------------------

SOFT = [
    (
        "Strong communication skills",
        ("Presented results to directors", "Wrote the newsletter", "Strong communicator"),
        "met",
    ),
    ("Strong communication skills", ("Stacked boxes",), "missing"),
    ("Leadership", ("Led a team of 12", "Coached two supervisors"), "met"),
    ("Leadership", ("Leadership of a kitchen", "Led a team of 12"), "met"),
]


@pytest.mark.parametrize(("line", "lines", "wanted"), SOFT)
def test_soft_skills_are_shown_by_acts(line: str, lines: tuple[str, ...], wanted: str) -> None:
    assert status(line, resume(*lines)) == [wanted]


def test_a_bare_adjective_is_a_trace() -> None:
    text = f"{HEAD}Summary\nDetail-oriented clerk.\n\nExperience\nClerk, A, 2018 - 2020\n- Moved boxes\n"
    assert status("Attention to detail", text) == ["partial"]


# --- credit, evidence, notes -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("Excel", "Excel"),
        ("Excel", "Basic Excel"),
        ("Excel", "Bread"),
        ("Night shifts", "Bread"),
        ("5 years of bookkeeping", "Bread"),
        ("Word, Excel and PowerPoint", "Word"),
    ],
)
def test_credit_follows_status_and_evidence_is_verbatim(line: str, shown: str) -> None:
    text = resume(shown)
    for match in judged(line, text):
        assert match.credit == {"met": 1.0, "partial": 0.5, "missing": 0.0, "unstated": 0.0}[match.status]
        assert bool(match.evidence) is (match.status in ("met", "partial"))
        assert len(match.evidence) <= 3
        assert all(evidence.text in text and 0 < evidence.score <= 1 for evidence in match.evidence)


def test_a_limited_claim_of_an_ambiguous_name_is_partial() -> None:
    (match,) = judged("Excel", resume("Basic Excel"))
    assert match.status == "partial"


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("Supervise a team of cashiers", "Worked under the supervision of the head cashier"),
        ("Supervise a team of cashiers", "Led a team of eight cashiers"),
        ("Coordinate trade shows", "Ran booths at 6 trade shows a year"),
        ("Reconcile bank statements", "Bread"),
    ],
)
def test_a_duty_is_never_claimed_without_evidence(line: str, shown: str) -> None:
    for match in judged(line, resume(shown), "duties"):
        assert bool(match.evidence) is (match.status in ("met", "partial"))


def test_a_limited_claim_says_so() -> None:
    (match,) = judged("Kubernetes", resume("Basic Kubernetes"))
    assert match.evidence[0].note == "said with a limit"


def test_short_years_say_how_many() -> None:
    (match,) = judged("5 years of bookkeeping", resume("Books", title="Bookkeeper, A", dates="2019 - 2023"))
    assert match.note == "4.0 of 5 years"


def test_references_prove_nothing() -> None:
    text = f"{HEAD}Experience\nClerk, A, 2018 - 2020\n- Moved boxes\n\nReferences\nJo Park, Kubernetes engineer\n"
    assert status("Kubernetes", text) == ["missing"]


# --- the same word, another thing ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "shown", "wanted"),
    [
        ("JAWS", "Helped with the film night (Jaws, outdoors)", "missing"),
        ("JAWS", "Tested pages with JAWS and NVDA", "met"),
        ("Google Analytics", "Google DeepMind, research intern", "missing"),
        ("Experience with web analytics platforms such as Google Analytics", "Google DeepMind, intern", "missing"),
        ("Lean or Six Sigma Yellow Belt", "Reported a leaning rack before it fell", "missing"),
    ],
)
def test_the_same_word_may_be_another_thing(line: str, shown: str, wanted: str) -> None:
    assert status(line, resume(shown)) == [wanted]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Supervise student radiographers", "Radiographer, Larkspur Hospital"),
        ("Teach assistants and externs", "Veterinary assistant, Larkspur Ltd"),
        ("Training new drivers", "Delivery driver, Larkspur Ltd"),
    ],
)
def test_what_a_person_is_shows_no_work_with_such_people(line: str, title: str) -> None:
    assert status(line, resume("Cleaned the rooms", title=title), "duties") != ["met"]


def test_work_with_such_people_does() -> None:
    text = resume("Supervised three student radiographers", title="Radiographer, Larkspur Hospital")
    assert status("Supervise student radiographers", text, "duties") == ["met"]


# --- what was only studied -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("education", "wanted"),
    [
        ("Coursework: statistics, econometrics", "partial"),
        ("Relevant coursework: econometrics", "partial"),
        ("Certificate in econometrics, 2019", "met"),
    ],
)
def test_coursework_is_half(education: str, wanted: str) -> None:
    assert status("Econometrics", resume("Sold bread", education=f"BA, Lark College, 2018\n{education}")) == [wanted]


def test_what_follows_coursework_is_not_of_it() -> None:
    education = "BA, Lark College, 2018\nCoursework: statistics\nNotary public commission, Ohio"
    assert status("Notary public commission", resume("Sold bread", education=education)) == ["met"]


@pytest.mark.parametrize("heading", ["What I look for", "Looking ahead", "Ideal role", "What comes next"])
def test_what_a_person_looks_for_is_not_shown(heading: str) -> None:
    text = resume("Sold bread") + f"\n{heading}\nA role where web accessibility is the main job.\n"
    assert status("Web accessibility", text) == ["missing"]


@pytest.mark.parametrize(
    ("line", "education", "wanted"),
    [
        ("Bachelor's degree or an ABA-approved paralegal certificate", "B.A., History, Lark College, 2014", "met"),
        ("Bachelor's degree or a paralegal certificate", "Paralegal certificate, Lark College, 2014", "met"),
        ("Associate degree or a welding certification", "A.A.S., Nursing, Lark College, 2014", "met"),
        ("Bachelor's degree in accounting or a CPA license", "B.A., History, Lark College, 2014", "missing"),
    ],
)
def test_a_certificate_is_no_field_of_study(line: str, education: str, wanted: str) -> None:
    assert status(line, resume("Sold bread", education=education)) == [wanted]


@pytest.mark.parametrize(
    ("line", "education", "wanted"),
    [
        ("A degree in computer science or a related field", "BS, Information Systems, 2018", "met"),
        ("A degree in computer science", "BS, Information Systems, 2018", "partial"),
        ("Bachelor's degree in finance or related discipline", "BA, Accounting, 2018", "met"),
        ("Bachelor's degree in finance or a related field", "Associate degree in accounting, 2018", "partial"),
        ("Bachelor's degree in finance or a related field", "BA, History, 2018", "missing"),
    ],
)
def test_a_neighbouring_field_where_the_posting_takes_one(line: str, education: str, wanted: str) -> None:
    assert status(line, resume("Sold bread", education=education)) == [wanted]


@pytest.mark.parametrize(
    ("line", "shown", "wanted"),
    [
        ("Microsoft 365", "Word, Outlook and Excel every day", "met"),
        ("Valid driver's license", "License: class C with air brake", "met"),
        ("Valid driver's license", "Boiler license, class C", "missing"),
    ],
)
def test_a_part_or_class_shows_the_whole(line: str, shown: str, wanted: str) -> None:
    assert status(line, resume(shown)) == [wanted]
