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
    (
        "Good written Welsh is essential and a second Celtic language is desirable",
        ["Good written Welsh is essential", "a second Celtic language is desirable"],
    ),
    (
        "Blasting of tree stumps, with a shotfirer certificate",
        ["Blasting of tree stumps", "with a shotfirer certificate"],
    ),
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
    ("Valid driving licence with clean motor vehicle record", ["Valid driving licence", "clean motor vehicle record"]),
    ("Typing of letters; filing of the invoices", ["Typing of letters", "filing of the invoices"]),
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
    ("Keep up with the trade by visiting fairs; reading the trade press; joining a guild", "duties"),
    ("Work with dogs with a good temper", "required"),
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
    ("Background in logistics", "required", "experience"),
    ("Years of practice with lathes", "required", "experience"),
    ("You show cultural humility with people of every background", "required", "soft_skill"),
    ("Kindness toward owners on the worst day of their year", "required", "soft_skill"),
    ("You pass the state background study", "required", "condition"),
    ("Keep import records for the five years the law requires", "duties", "duty"),
    ("Prepare the annual budget and the five-year capital plan", "duties", "duty"),
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
    ("You know the rules of the harbour", "required", "skill"),
    ("You are curious", "required", "soft_skill"),
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
        ("Use of word processing software, Xero--preferred", ["required", "preferred"]),
        ("School leaving certificate preferred, a college course is a plus", ["preferred", "preferred"]),
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
    ("Performs other related duties and responsibilities, on occasion, as assigned", "duties"),
    ("Performs any other task as required by the curator", "duties"),
    ("Will accept any suitable combination of education and training", "required"),
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
    ("CAD software (AutoCAD, Revit)", "any"),
    ("EHR systems (Epic, Cerner, Meditech)", "any"),
    ("Excel (Power Query, pivot tables)", "all"),
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


# --- what only explains or leads ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Test with axe, WAVE or similar tools, as well as by hand with JAWS or NVDA", ["Test with axe, WAVE or similar tools", "by hand with JAWS or NVDA"]),
        ("Attend events to maintain deep and advanced understanding of accessibility", None),
        ("Promote clear goals; and share the credit", ["Promote clear goals", "share the credit"]),
    ],
)  # fmt: skip
def test_where_a_bullet_is_cut(line: str, wanted: list[str] | None) -> None:
    assert [r.text for r in asked(line, "duties")] == (wanted or [line])


def test_a_word_of_a_name_opens_no_section() -> None:
    text = (
        "Branch Chief\n\nWhat you will do\nYou will set goals for the division together with the first line supervisors of our six teams, with the Public "
        "Experience Director and with the other Branch Chiefs of the portfolio in the two regions.\n"
    )
    assert {p.label for p in posting_of(text).passages} == {"title", "duties"} or {
        p.label for p in posting_of(text).passages
    } == {"duties"}


REMARKS = [
    ("Full driving licence (the last bus leaves at 18.40)", "Full driving licence"),
    ("Shopify experience (we have a small web shop)", "Shopify experience"),
    ("Open to U.S. citizens or nationals (residents of American Samoa and Swains Island).", "Open to U.S. citizens or nationals"),
    ("Hands-on experience with a modern POS system (we use Toast; Aloha is close to it)", None),
    ("Bookkeeping (annual budget of two million and a small grant)", None),
    ("Operate a lathe (or a mill, if you have run one before)", None),
]  # fmt: skip


def test_a_remark_that_takes_the_demand_back_counts() -> None:
    assert asked("Culinary school (truly not needed if you can cook)") == []


@pytest.mark.parametrize(("line", "left"), REMARKS)
def test_a_remark_that_is_longer_than_the_demand_is_left_out(line: str, left: str | None) -> None:
    assert [r.text for r in asked(line)] == [left or line]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("With the support of the team, you will solve large problems.", ["you will solve large problems."]),
        ("While leading the team, you will also repair pumps.", ["you will also repair pumps."]),
        (
            "With five years of welding experience, you will lead a crew.",
            ["With five years of welding experience", "you will lead a crew."],
        ),
    ],
)
def test_what_leads_to_a_demand_is_none(sentence: str, wanted: list[str]) -> None:
    found = posting_of(f"Welder\n\nRequirements\n- Welding\n\nWhat you will do\n{sentence}\n").requirements
    assert [r.text for r in found][1:] == wanted


PROSE = [
    (
        "You know your way around Adobe Premiere Pro or CapCut, a scheduling tool such as Sprout Social or Later, and Google Analytics 4.",
        ["You know your way around Adobe Premiere Pro or CapCut", "a scheduling tool such as Sprout Social or Later", "Google Analytics 4."],
    ),
    (
        "We expect confident use of a tax package such as UltraTax, Lacerte or CCH Axcess, of a research service such as Checkpoint or Bloomberg Tax, and of Excel.",
        ["We expect confident use of a tax package such as UltraTax, Lacerte or CCH Axcess", "of a research service such as Checkpoint or Bloomberg Tax", "of Excel."],
    ),
    ("You have worked with one or two designers, the engineers, and a product manager.", None),
    ("You have cleaned rooms, corridors or stairs, the lobby, and the kitchen.", None),
    ("You have used QuickBooks, Xero or Sage, and similar.", None),
    ("You hold a driver's licence, because donors live down long roads.", ["You hold a driver's licence"]),
    ("Careful record keeping matters more to us than a long publication list.", ["Careful record keeping"]),
    ("Because one wrong digit can hold a container for weeks, accuracy is essential.", ["accuracy is essential."]),
    ("You write clearly because a report that nobody can follow comes back.", None),
    ("You have lived abroad since 2019.", None),
    (
        "You are steady with people who grieve, firm when the answer is no, and organized enough to keep your diary without a reminder.",
        ["You are steady with people who grieve", "firm when the answer is no", "organized enough to keep your diary without a reminder."],
    ),
    (
        "You have a bachelor's degree in biology or a related field and at least one year of laboratory research experience after or during the degree.",
        ["You have a bachelor's degree in biology or a related field", "at least one year of laboratory research experience after or during the degree."],
    ),
    (
        "You have an associate's degree in early childhood education or a related field, though a bachelor's is preferred.",
        ["You have an associate's degree in early childhood education or a related field", "a bachelor's is preferred."],
    ),
    ("You should be comfortable with SQL, good enough to answer your own questions.", None),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "wanted"), PROSE)
def test_demands_of_one_sentence(sentence: str, wanted: list[str] | None) -> None:
    found = posting_of(f"Clerk\n\nRequirements\n- Typing\n\nAbout you\n{sentence}\n").requirements
    assert [r.text for r in found][1:] == (wanted or [sentence])


def demands(body: str, heading: str = "Requirements\n- Typing") -> list[tuple[str, str]]:
    """What is read behind a first list, each with its importance."""
    found = posting_of(f"Clerk\n\n{heading}\n\n{body}\n").requirements
    return [(r.text, r.importance) for r in found if r.text != "Typing"]


def test_a_sentence_that_goes_on_asks_what_the_one_before_asked() -> None:
    text = "Experience with trusts would be a plus. So would R&D credit studies, and so would some international work."
    assert demands("About you\n" + text) == [
        ("Experience with trusts would be a plus.", "preferred"),
        ("R&D credit studies", "preferred"),
        ("some international work.", "preferred"),
    ]


def test_what_a_wish_opens_with_is_no_part_of_it() -> None:
    assert demands("We would be especially glad to see experience with CRISPR gene editing.") == [
        ("experience with CRISPR gene editing.", "preferred")
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "High school diploma, please.",
        "You will need to travel to Lisbon once a quarter.",
        "Portuguese is preferred.",
    ],
)
def test_what_is_asked_in_so_many_words_is_asked_outside_any_list(sentence: str) -> None:
    assert [text for text, _ in demands("We are a shop of eleven people.\n\n" + sentence)] == [sentence]


SPOKEN_HEADINGS = """HOME HEALTH AIDES

What the work is. You help clients bathe and dress. You cook simple meals.

Who we want. Some experience with dementia. Patience, the real kind. You can lift 50 pounds.

What you get. $17.25 to $19.50 an hour, paid drive time between clients, scrubs.
"""


def test_a_heading_may_be_the_first_sentence_of_its_paragraph() -> None:
    assert [r.text for r in posting_of(SPOKEN_HEADINGS).requirements] == [
        "You help clients bathe and dress.",
        "You cook simple meals.",
        "Some experience with dementia.",
        "Patience, the real kind.",
        "You can lift 50 pounds.",
    ]


def test_a_line_without_a_bullet_may_end_with_a_small_word() -> None:
    text = (
        "Welder\n\nWhat you will do\nMIG on mild steel, TIG when it comes in\nRead shop drawings\nRun the press brake\n"
    )
    assert [r.text for r in posting_of(text).requirements][1:] == ["Read shop drawings", "Run the press brake"]


def test_a_few_words_above_a_list_are_its_heading() -> None:
    text = "Assistant\n\nAbout us\nWe make pumps.\n\nCalendar and communication\n- Triage the inbox and draft replies\n- Coordinate board meetings\n- Plan the annual dinner\n"
    found = posting_of(text).requirements
    assert [r.section for r in found] == ["Calendar and communication"] * 3


NESTED = """Coordinator

What you will do
- Training and Development
  - Run a course for new staff
  - Keep the training records
- Plan events for members
- Experience with cash
"""


def test_an_item_that_names_the_list_nested_in_it_is_none() -> None:
    found = [r.text for r in posting_of(NESTED).requirements]
    assert "Training and Development" not in found
    assert found[:3] == ["Run a course for new staff", "Keep the training records", "Plan events for members"]


def test_the_last_item_above_a_list_set_in_further_is_asked() -> None:
    text = "Clerk\n\nWhat you will do\n- Run the till\n- Support the yearly audits\n\nRequirements\n  - Excel and Word\n  - A tidy hand at filing\n  - Typing of letters\n"
    assert "Support the yearly audits" in [r.text for r in posting_of(text).requirements]


def test_a_parenthesis_left_open_goes_on_in_the_next_line() -> None:
    text = "Clerk\n\nRequirements\n- Typing\n\nOpen to citizens (those who live here or in the\nOther Islands).\nExcel required\n"
    found = [r.text for r in posting_of(text).requirements]
    assert not any(r.startswith("Other Islands") for r in found)


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


LISTED = "Museum Porter\n\n{heading}\nMoves crates between the stores and the galleries\nMake boxes for loans that go abroad\nChecks the humidity of each case every morning\n"


@pytest.mark.parametrize("heading", ["Position details", "Job details", "Background"])
def test_acts_under_a_heading_of_facts_are_duties(heading: str) -> None:
    posting = posting_of(LISTED.format(heading=heading))
    assert [r.kind for r in posting.requirements] == ["duty"] * 3


def test_facts_under_a_heading_of_facts_are_none() -> None:
    text = "Museum Porter\n\nPosition details\nReports to the registrar of the museum\nPosted on 3 March\nGrade 4\n\nDuties\n- Moves crates\n"
    assert [r.text for r in posting_of(text).requirements] == ["Moves crates"]


def test_who_is_responsible_for_doing_something_does_it() -> None:
    text = "Porter\n\nDuties\nThis position is responsible for moving crates between the stores. Our board is responsible for funding the museum.\n"
    assert [r.text for r in posting_of(text).requirements] == [
        "This position is responsible for moving crates between the stores."
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Must have the availability to attend two weeks of full time training in Leeds with the option of four more weeks for new hires who have not worked with crates or art before",
        "May be required to lift items weighing up to 20 kg, to stand or walk for long periods of time, and to kneel, with or without accommodations, on every one of the shifts",
    ],
)
def test_a_long_line_that_opens_with_a_demand_asks(line: str) -> None:
    assert any(
        r.text.startswith(line[:24])
        for r in posting_of(f"Porter\n\nRequirements\nGood eyesight\n{line}\n").requirements
    )


@pytest.mark.parametrize(
    ("sentence", "asked_for"),
    [
        (
            "You keep a calm presence in each of the villages in which you deliver the bread.",
            "You keep a calm presence in each of the villages in which you deliver the bread.",
        ),
        (
            "You are willing to bake on one night of every weekend, for which a day off is given.",
            "You are willing to bake on one night of every weekend",
        ),
    ],
)
def test_what_a_preposition_leads_to_is_not_cut_off(sentence: str, asked_for: str) -> None:
    text = f"Baker\n\nRequirements\n\n{sentence}\n\nAlso needed\n- Level 2 hygiene certificate\n"
    assert posting_of(text).requirements[0].text == asked_for


@pytest.mark.parametrize(
    ("line", "importance"),
    [
        ("Achieve desired outcomes for clients", "required"),
        ("Carry out recommended repairs to the lifts", "required"),
        ("Give helpful, thorough service to shoppers", "required"),
        ("Make residents feel welcome and safe", "required"),
        ("Record the preferred names of pupils", "required"),
        ("Drive extra tours in the summer", "required"),
        ("Calculate bonus sums for the sales team", "required"),
        ("Bonus points for a boat licence", "preferred"),
        ("A notary commission is helpful", "preferred"),
        ("Forklift licence preferred", "preferred"),
        ("Experience with lathes desired, but not essential", "preferred"),
        ("Spanish desirable in the border offices", "preferred"),
        ("Preferred experience: two seasons on a ski patrol", "preferred"),
        ("Bar work is desirable but not essential, as full training will be provided", "preferred"),
    ],
)
def test_a_word_of_wishing_may_only_describe_a_thing(line: str, importance: str) -> None:
    assert [r.importance for r in asked(line)] == [importance]


@pytest.mark.parametrize(
    "line", ["Master's degree or relevant work experience in soil science", "Knowledge of Sage or experience with Xero"]
)
def test_one_of_two_ways_is_one_demand(line: str) -> None:
    assert [r.text for r in asked(line)] == [line]


PERSON_SPECIFICATION = """Caretaker

Person specification

Essential
Experience of cleaning large buildings
Application form / Interview / References
Ability to work alone
Interview
A caretaking certificate
Application form / Certificates
Knowledge of the Data Protection Act

Desirable
First aid at work
How assessed
Certificates / Interview
"""


def test_how_a_criterion_is_judged_is_neither_asked_nor_a_heading() -> None:
    assert [(r.text, r.importance) for r in posting_of(PERSON_SPECIFICATION).requirements] == [
        ("Experience of cleaning large buildings", "required"),
        ("Ability to work alone", "required"),
        ("A caretaking certificate", "required"),
        ("Knowledge of the Data Protection Act", "required"),
        ("First aid at work", "preferred"),
    ]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (
            "Run one or more of the following: guided walks; pond dipping; bird ringing",
            ["Run one or more of the following: guided walks; pond dipping; bird ringing"],
        ),
        ("Knowledge of: tree pests; soil types; pruning", ["Knowledge of: tree pests", "soil types", "pruning"]),
        (
            "Candidates may be examined on whatever of their training and work gives them the knowledge of: net mending; tides and"
            " currents; fish diseases",
            ["net mending", "tides and currents", "fish diseases"],
        ),
        (
            "You hold a class B licence. The offer of employment is conditional on proof of the licence.",
            ["You hold a class B licence."],
        ),
        (
            "You must be able to count quickly and be committed to good service",
            ["You must be able to count quickly", "be committed to good service"],
        ),
        ("Be able to make a two-year commitment", ["Be able to make a two-year commitment"]),
    ],
)
def test_lists_behind_a_colon_and_sentences_behind_a_demand(line: str, wanted: list[str]) -> None:
    assert [r.text for r in asked(line)] == wanted


IN_PROSE = [
    "Possession of a Texas driver license valid for buses.",
    "Willingness to work on Saturdays, Sundays and holidays.",
    "There will be a requirement to work late nights and weekends.",
    "The ideal candidate is highly organised and at ease with figures.",
]


@pytest.mark.parametrize("sentence", IN_PROSE)
def test_demands_stand_in_paragraphs_without_a_heading_too(sentence: str) -> None:
    text = f"Bus Driver\n\nRiver Lines runs forty buses in the valley.\n\n{sentence}\n\nWe look forward to it.\n"
    assert [r.text for r in posting_of(text).requirements] == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "Are you looking for a new start in the buses of the valley?",
        "You will be joining a friendly and motivated team who love their town.",
        "The successful candidate will be notified in May.",
    ],
)
def test_what_courts_the_reader_asks_nothing(sentence: str) -> None:
    text = f"Bus Driver\n\nAbout the job\n{sentence}\n\nRequirements\n- Bus licence\n- Clean record\n"
    assert [r.text for r in posting_of(text).requirements] == ["Bus licence", "Clean record"]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Knowledge and experience of hedge laying", ["Knowledge and experience of hedge laying"]),
        ("Show confidence and experience with night audits", ["Show confidence and experience with night audits"]),
        ("Good selling skills and the ability to count fast", ["Good selling skills", "the ability to count fast"]),
        ("Experience of teaching and building understanding of music", ["Experience of teaching and building understanding of music"]),
        (
            "Proven skill in running a big kitchen brigade. Knowledge of Nordic cured fish dishes advantageous.",
            ["Proven skill in running a big kitchen brigade.", "Knowledge of Nordic cured fish dishes advantageous."],
        ),
    ],
)  # fmt: skip
def test_what_shares_its_object_stays_whole(line: str, wanted: list[str]) -> None:
    assert [r.text for r in asked(line)] == wanted


def test_a_numbered_item_may_lack_its_blank() -> None:
    text = "Clerk\n\nDuties\n9. Sorts the mail.\n10.Orders paper and toner.\n11.Files letters.\n12.Answers the telephone.\n"
    assert [r.text for r in posting_of(text).requirements] == [
        "Sorts the mail.",
        "Orders paper and toner.",
        "Files letters.",
        "Answers the telephone.",
    ]
