"""Requirements of one line: cut where a person would tick twice, each with its kind, importance, mode and amounts."""

from __future__ import annotations

import pytest

from gapcheck.types import Requirement
from tests.reading import asked, posting_of


def one(line: str, section: str = "required") -> Requirement:
    """The only requirement of a line."""
    found = asked(line, section)
    assert len(found) == 1, [r.text for r in found]
    return found[0]


# --- one demand or several -------------------------------------------------------------------------------------

SPLIT = [
    (
        "Bachelor's degree in accounting and 3+ years of audit experience",
        ["Bachelor's degree in accounting", "3+ years of audit experience"],
    ),
    ("Valid driver's license and a clean driving record", ["Valid driver's license", "a clean driving record"]),
    ("OSHA 10 (OSHA 30 preferred)", ["OSHA 10", "OSHA 30 preferred"]),
    ("Forklift certification required; reach truck a plus", ["Forklift certification required", "reach truck a plus"]),
    ("Terraform, and either Ansible or Chef", ["Terraform", "either Ansible or Chef"]),
    ("2+ years in dispatch, ideally at a courier", ["2+ years in dispatch", "ideally at a courier"]),
    (
        "High school diploma and two years of cashier experience",
        ["High school diploma", "two years of cashier experience"],
    ),
    ("RN license and 1 year of telemetry experience", ["RN license", "1 year of telemetry experience"]),
    ("CPR certification and the ability to lift 50 lb", ["CPR certification", "the ability to lift 50 lb"]),
    ("Experience with Revit and knowledge of building codes", ["Experience with Revit", "knowledge of building codes"]),
    ("You speak Danish and you hold a driving licence", ["You speak Danish", "you hold a driving licence"]),
    ("3 years of acute care; telemetry desired", ["3 years of acute care", "telemetry desired"]),
    ("Knowledge of GAAP and familiarity with NetSuite", ["Knowledge of GAAP", "familiarity with NetSuite"]),
    (
        "You need a valid driver's license and an insured car of your own",
        ["You need a valid driver's license", "an insured car of your own"],
    ),
    ("A driver's license and your own insured car", ["A driver's license", "your own insured car"]),
    (
        "You must know sterile technique and be able to troubleshoot an experiment",
        ["You must know sterile technique", "be able to troubleshoot an experiment"],
    ),
    (
        "You understand the life cycle of a model, and can discuss precision and recall",
        ["You understand the life cycle of a model", "can discuss precision and recall"],
    ),
    (
        "Clear written communication and the patience to work with engineers",
        ["Clear written communication", "the patience to work with engineers"],
    ),
    (
        "Experience with SPSS is desirable, as is experience of field surveys",
        ["Experience with SPSS is desirable", "experience of field surveys"],
    ),
    (
        "Right to work in New Zealand and pass a children's worker safety check",
        ["Right to work in New Zealand", "pass a children's worker safety check"],
    ),
    (
        "Bachelor's degree in biology, biochemistry or a related field and at least one year of laboratory work",
        ["Bachelor's degree in biology, biochemistry or a related field", "at least one year of laboratory work"],
    ),
    (
        "Three years in account management and a record of renewals above target",
        ["Three years in account management", "a record of renewals above target"],
    ),
    ("Fluency in SQL and in Python", ["Fluency in SQL", "in Python"]),
]


@pytest.mark.parametrize(("line", "wanted"), SPLIT)
def test_separate_demands_are_separate_requirements(line: str, wanted: list[str]) -> None:
    assert [r.text for r in asked(line)] == wanted


WHOLE = [
    ("Python or Java", "required"),
    ("AWS, GCP or Azure", "required"),
    ("Word, Excel and PowerPoint", "required"),
    ("Knowledge of HACCP and food safety regulations", "required"),
    ("Bachelor's degree in accounting, finance or a related field", "required"),
    ("Experience with CRM software such as Salesforce or HubSpot", "required"),
    ("High school diploma or equivalent", "required"),
    ("Two or more of the following: Excel, Tableau, Power BI, SQL", "required"),
    ("Coordinate photo shoots, webinars and product launches", "duties"),
    ("Write copy for direct mail and electronic distribution, including web content", "duties"),
    ("Answer phones and greet visitors", "duties"),
    ("Install, test and repair fire alarm panels", "duties"),
    ("Strong written and verbal communication skills", "required"),
    ("Health and safety", "required"),
    ("Research and development of coatings", "required"),
    ("Three years in freight forwarding, customs brokerage or an export department", "required"),
    ("Experience in retail and in hospitality", "required"),
    ("Strong writing and the gift of brevity", "required"),
]


@pytest.mark.parametrize(("line", "section"), WHOLE)
def test_one_demand_stays_whole(line: str, section: str) -> None:
    assert one(line, section).text == line


# --- kind ------------------------------------------------------------------------------------------------------

KINDS = [
    ("Coordinate trade shows", "duties", "duty"),
    ("Reconcile bank statements every month", "duties", "duty"),
    ("Administer medication to residents", "duties", "duty"),
    ("Teach algebra and geometry to grades 9 and 10", "duties", "duty"),
    ("Install drywall and hang doors", "duties", "duty"),
    ("Supervise a team of eight cashiers", "duties", "duty"),
    ("Draft pleadings and discovery requests", "duties", "duty"),
    ("Load and unload trailers", "duties", "duty"),
    ("Python", "required", "tool"),
    ("Proficiency in Microsoft Office (Word, Excel, PowerPoint)", "required", "tool"),
    ("Salesforce or HubSpot", "required", "tool"),
    ("AutoCAD and Revit", "required", "tool"),
    ("Knowledge of HACCP", "required", "skill"),
    ("Knowledge of tax law", "required", "skill"),
    ("Wound care", "required", "skill"),
    ("Three years of experience in event planning", "required", "experience"),
    ("5+ years of Python", "required", "experience"),
    ("Experience in a fine dining kitchen", "required", "experience"),
    ("Bachelor's degree in nursing", "required", "education"),
    ("High school diploma or GED", "required", "education"),
    ("MBA preferred", "required", "education"),
    ("A degree in social work", "required", "education"),
    ("Current RN license", "required", "credential"),
    ("CPR certification", "required", "credential"),
    ("Class A CDL", "required", "credential"),
    ("Journeyman electrician licence", "required", "credential"),
    ("ServSafe Manager certification", "required", "credential"),
    ("Valid driver's license", "required", "credential"),
    ("Fluent in Spanish", "required", "language"),
    ("Bilingual English and Tagalog", "required", "language"),
    ("Danish and Swedish", "required", "language"),
    ("Strong communication skills", "required", "soft_skill"),
    ("Excellent attention to detail", "required", "soft_skill"),
    ("Teamwork", "required", "soft_skill"),
    ("Able to lift 50 lb", "required", "condition"),
    ("Willingness to travel up to 25% of the time", "required", "condition"),
    ("Must be authorized to work in the United States", "required", "condition"),
    ("Available weekends and holidays", "required", "condition"),
    ("Night shifts", "required", "condition"),
    ("Clean driving record", "required", "condition"),
    ("Must pass a background check", "required", "condition"),
    ("Own hand tools", "required", "condition"),
    ("Active Secret clearance", "required", "condition"),
    ("On-call one week in four", "required", "condition"),
    ("Must be 21 years of age or older", "required", "condition"),
    ("Willing to relocate to Tulsa", "required", "condition"),
    ("A portfolio of your work", "required", "condition"),
]


@pytest.mark.parametrize(("line", "section", "kind"), KINDS)
def test_kinds(line: str, section: str, kind: str) -> None:
    assert one(line, section).kind == kind


# --- importance ------------------------------------------------------------------------------------------------

IMPORTANCE = [
    ("Forklift licence", "required", "required"),
    ("Forklift licence", "preferred", "preferred"),
    ("Forklift licence preferred", "required", "preferred"),
    ("Forklift licence is a plus", "required", "preferred"),
    ("Ideally, a forklift licence", "required", "preferred"),
    ("Bonus points for a forklift licence", "required", "preferred"),
    ("A forklift licence would be an advantage", "required", "preferred"),
    ("A forklift licence is helpful but not required", "required", "preferred"),
    ("Spanish is strongly desired", "required", "preferred"),
    ("Nice to have: a forklift licence", "required", "preferred"),
    ("A forklift licence is required", "preferred", "required"),
    ("Must have a CDL", "preferred", "required"),
    ("Coordinate trade shows", "duties", "required"),
    ("Experience with horses, preferably thoroughbreds", "required", "required"),
    ("It is an advantage if you have worked with horses but it is not required", "required", "preferred"),
    ("A licensed customs broker would be wonderful but is not required", "required", "preferred"),
    ("Spanish is useful, though not essential", "required", "preferred"),
    ("We would be especially glad of a forklift licence", "required", "preferred"),
    ("Nice extras: a food handler card", "required", "preferred"),
]


@pytest.mark.parametrize(("line", "section", "importance"), IMPORTANCE)
def test_importance(line: str, section: str, importance: str) -> None:
    assert asked(line, section)[0].importance == importance


def test_a_preferred_part_of_a_required_line_is_its_own() -> None:
    assert [(r.text, r.importance) for r in asked("Bookkeeping experience; CPA preferred")] == [
        ("Bookkeeping experience", "required"), ("CPA preferred", "preferred"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("2+ years in dispatch, ideally at a courier", ["required", "preferred"]),
        ("OSHA 10 (OSHA 30 preferred)", ["required", "preferred"]),
        ("Forklift certification required; reach truck a plus", ["required", "preferred"]),
    ],
)
def test_only_the_preferred_half_is_preferred(line: str, wanted: list[str]) -> None:
    assert [r.importance for r in asked(line)] == wanted


def test_the_introduction_of_a_list_makes_it_preferred() -> None:
    text = "Groom\n\nRequirements\nIdeally, some practice in all of these:\n- Lungeing\n- Clipping\n- Hoof care\n"
    assert {r.importance for r in posting_of(text).requirements} == {"preferred"}


# --- not asked -------------------------------------------------------------------------------------------------

TRAPS = [
    ("A degree is not required", "required"),
    ("No experience necessary", "required"),
    ("No kitchen experience needed", "required"),
    ("You don't need to know Python", "required"),
    ("Other duties as assigned", "duties"),
    ("We will train you on our forklifts", "required"),
    ("Please send us your application and CV with a picture of yourself", "required"),
    ("Submit a cover letter by Friday", "required"),
    ("If you have any questions you are welcome to call us", "required"),
    ("E = Essential", "required"),
]


@pytest.mark.parametrize(("line", "section"), TRAPS)
def test_what_is_not_needed_is_no_requirement(line: str, section: str) -> None:
    assert asked(line, section) == []


# --- mode ------------------------------------------------------------------------------------------------------

MODES = [
    ("Python or Java", "any"),
    ("AWS, GCP or Azure", "any"),
    ("Either Spanish or Portuguese", "any"),
    ("QuickBooks, Xero or similar", "any"),
    ("Experience with CRM software such as Salesforce or HubSpot", "any"),
    ("Point-of-sale systems (e.g. Toast, Square)", "any"),
    ("Excel, Tableau, etc.", "any"),
    ("Jira and other ticket systems", "any"),
    ("At least one of MIG, TIG or stick welding", "any"),
    ("Bachelor's degree in biology or chemistry", "any"),
    ("Container platforms (EKS/GKE)", "any"),
    ("Word, Excel and PowerPoint", "all"),
    ("AWS (EC2, S3, Lambda)", "all"),
    ("HACCP and food safety", "all"),
    ("Sous vide, plating and butchery", "all"),
    ("Office software, including Word, Excel and Outlook", "all"),
    ("Python", "all"),
]


@pytest.mark.parametrize(("line", "mode"), MODES)
def test_modes(line: str, mode: str) -> None:
    assert one(line).mode == mode


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Two or more of the following: Excel, Tableau, Power BI, SQL", 2),
        ("At least two of Excel, Tableau and SQL", 2),
        ("Three of the following: MIG, TIG, stick, flux-core", 3),
        ("Excel, Tableau or SQL", None),
        ("At least one of Excel, Tableau or SQL", None),
    ],
)
def test_how_many_of_a_list_are_asked(line: str, number: int | None) -> None:
    found = one(line)
    assert (found.mode, found.at_least) == ("any", number)


# --- amounts ---------------------------------------------------------------------------------------------------

AMOUNTS = [
    ("Minimum of five (5) years of experience in event planning", 5, None),
    ("2-4 years in retail", 2, None),
    ("18 months of dispatch experience", 1.5, None),
    ("Ten years of cabinet making", 10, None),
    ("Bachelor's degree in nursing", None, "bachelor"),
    ("Master's degree in social work", None, "master"),
    ("Associate's or bachelor's degree in design", None, "associate"),
    ("Associate or bachelor's degree in design", None, "associate"),
    ("High school diploma", None, "secondary"),
    ("PhD in chemistry", None, "doctorate"),
    ("Bachelor's degree or 5 years of equivalent experience", 5, "bachelor"),
    ("Knowledge of payroll", None, None),
]


@pytest.mark.parametrize(("line", "years", "degree"), AMOUNTS)
def test_years_and_degrees(line: str, years: float | None, degree: str | None) -> None:
    found = one(line)
    assert (found.years, found.degree) == (years, degree)


def test_a_degree_or_years_is_an_alternative() -> None:
    assert one("Bachelor's degree or 5 years of equivalent experience").mode == "any"


# --- kept out for review ---------------------------------------------------------------------------------------

DISCRIMINATING = [
    "Native English speaker",
    "Recent graduate in marketing",
    "Sales clerk no older than 35 with experience",
    "Young and energetic waiting staff",
    "Male nurse for night shifts",
    "Unmarried housekeeper with English",
]


@pytest.mark.parametrize("line", DISCRIMINATING)
def test_what_may_discriminate_is_kept_out(line: str) -> None:
    found = asked(line)
    assert found
    assert all(r.review for r in found)


@pytest.mark.parametrize(
    "line",
    [
        "Fluent English", "Three years with young children", "Work with single mothers and families", "Female health screening experience",
        "Sell attractive packages to hotels", "Single sign-on with SAML",
    ],
)  # fmt: skip
def test_what_only_sounds_like_it_is_scored(line: str) -> None:
    found = asked(line)
    assert found
    assert not any(r.review for r in found)


# --- the whole -------------------------------------------------------------------------------------------------


def test_ids_follow_the_posting() -> None:
    found = posting_of("Cook\n\nRequirements\n- Sous vide\n- ServSafe\n- Knife skills\n").requirements
    assert [r.id for r in found] == [f"r{n}" for n in range(1, len(found) + 1)]
    assert [r.start for r in found] == sorted(r.start for r in found)


def test_a_requirement_knows_its_heading() -> None:
    assert one("Sous vide").section == "Requirements"
    assert one("Coordinate trade shows", "duties").section == "What you will do"


@pytest.mark.parametrize("width", [30, 40, 52, 66])
def test_where_a_line_breaks_changes_no_keyword(width: int) -> None:
    import textwrap

    line = "To teach Chemistry at GCSE and A level and to promote excellent behaviour for learning with GitHub Actions"
    found = [posting_of(f"Requirements\n- {text}\n- Falconry\n").requirements for text in (line, textwrap.fill(line, width, subsequent_indent="  "))]  # fmt: skip
    one, other = ([(" ".join(r.text.split()), [k.name for k in r.keywords]) for r in part] for part in found)
    assert one == other
