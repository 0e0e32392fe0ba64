"""Cues and their scope: preferred, required, not needed in postings; negated, basic, learning, planned in resumes."""

from __future__ import annotations

import pytest

from gapcheck.pipeline.context import find_cues, levels
from gapcheck.words import words


def categories(text: str) -> set[str]:
    return {cue.category for cue in find_cues([w.norm for w in words(text)])}


def level_of(text: str, name: str) -> str:
    """How the first word of *name* is said."""
    found = words(text)
    at = text.index(name)
    index = next(i for i, word in enumerate(found) if word.start == at)
    return levels(text, found, 0)[index]


# --- postings --------------------------------------------------------------------------------------------------

PREFERRED = [
    "Spanish preferred",
    "Bilingual Spanish/English strongly preferred",
    "A background in retail is a plus",
    "Phlebotomy certification a plus",
    "Knowledge of Revit would be an advantage",
    "Experience with SAP is desirable but not essential",
    "Ideally you have worked on a farm before",
    "Ideally, a CDL with tanker endorsement",
    "Bonus points if you know Rust",
    "Nice to have: a welding certificate",
    "Familiarity with Toast POS is helpful",
    "Experience in a union shop is considered an asset",
    "We would love it if you speak Polish",
    "It helps if you have used a CAT tool",
    "It would be great if you had taught adults",
    "Extra points for a portfolio of motion work",
    "An advanced degree is beneficial",
    "Preference will be given to applicants with a nursing degree",
    "PMP desired",
    "Some knowledge of Danish is welcome",
    "A cosmetology licence is nice to have",
    "Experience with horses, preferably thoroughbreds",
]


@pytest.mark.parametrize("text", PREFERRED)
def test_what_is_preferred(text: str) -> None:
    assert "preferred" in categories(text)


NOT_NEEDED = [
    "No experience necessary",
    "No experience needed",
    "No prior experience required",
    "No kitchen experience needed",
    "A degree is not required",
    "You do not need a car",
    "You don't need to know Python",
    "Cover letters are not necessary",
    "No need to have worked in a bank",
    "Forklift experience is not a requirement",
    "We will train you on our systems",
    "You will never be asked to cold call",
]


@pytest.mark.parametrize("text", NOT_NEEDED)
def test_what_is_not_needed(text: str) -> None:
    assert "not_needed" in categories(text)


PLAIN = [
    "Bachelor's degree in accounting",
    "Three years of experience in a call center",
    "Coordinate trade shows",
    "You know your way around a spreadsheet",
    "Two years on a paving crew",
    "Preferred supplier management",
    "You negotiate with preferred vendors",
    "Manage the bonus scheme for 200 employees",
    "Advantage of scale analysis",
    "Operate plus-size fitting rooms",
]


@pytest.mark.parametrize("text", PLAIN)
def test_what_is_just_asked(text: str) -> None:
    assert not categories(text) & {"preferred", "not_needed"}


REQUIRED = [
    "A valid licence is required",
    "You must have a car",
    "CPR mandatory",
    "Essential: GCSE maths",
    "At least two years",
    "A DBS check is essential",
]


@pytest.mark.parametrize("text", REQUIRED)
def test_what_is_required_in_so_many_words(text: str) -> None:
    assert "required" in categories(text)


# --- resumes ---------------------------------------------------------------------------------------------------

NEGATED = [
    ("No experience with Kubernetes", "Kubernetes"),
    ("I have not used SAP", "SAP"),
    ("Never worked with horses", "horses"),
    ("Did not supervise staff", "supervise"),
    ("Without a driving licence", "driving"),
    ("I don't speak German", "German"),
    ("Not familiar with AutoCAD", "AutoCAD"),
    ("Forklift licence expired", "Forklift"),
    ("CPR card no longer valid", "CPR"),
    ("Unable to lift heavy loads", "lift"),
    ("Lack experience in retail", "retail"),
    ("The P&L sits with sales", "P&L"),
    ("Payroll is done by the accountant", "Payroll"),
    ("Worked under the supervision of a licensed electrician", "electrician"),
    ("Cannot drive a manual van", "drive"),
    ("Neither Spanish nor French", "Spanish"),
    ("No Excel, no Access", "Excel"),
    ("Have not testified yet in juvenile court", "juvenile"),
    ("HACCP plan on the wall (did not write it)", "HACCP"),
    ("The HACCP plan hung on the wall, I did not write it", "HACCP"),
    ("RN license (expired 2023)", "RN"),
    ("Never finished the CNC course", "CNC"),
    ("Real estate license: inactive", "estate"),
    ("Driver license suspended in 2024", "Driver"),
    ("Italian, long gone", "Italian"),
]

LIMITED = [
    ("Basic Spanish", "Spanish"),
    ("Spanish (basic)", "Spanish"),
    ("French (school level)", "French"),
    ("Exposure to Tableau", "Tableau"),
    ("Some exposure to payroll", "payroll"),
    ("Familiar with AutoCAD", "AutoCAD"),
    ("Limited experience with lathes", "lathes"),
    ("A little Python", "Python"),
    ("Elementary German", "German"),
    ("Beginner welding", "welding"),
    ("Shadowed the head chef on ordering", "ordering"),
    ("Observed surgeries", "surgeries"),
    ("Assisted with payroll", "payroll"),
    ("Occasionally drove the van", "drove"),
    ("Intro to statistics", "statistics"),
    ("Dabbled in Photoshop", "Photoshop"),
    ("Rusty French", "French"),
    ("Conversational Portuguese", "Portuguese"),
    ("Jaggaer as an approver only", "Jaggaer"),
    ("Excel: simple tables only", "Excel"),
    ("Excel so-so", "Excel"),
    ("SolidWorks: student license", "SolidWorks"),
    ("A few words of Spanish", "Spanish"),
]

LEARNING = [
    ("Currently learning Rust", "Rust"),
    ("Learning bookkeeping at evening school", "bookkeeping"),
    ("Studying for the CPA", "CPA"),
    ("Enrolled in a phlebotomy course", "phlebotomy"),
    ("Working towards a Level 3 in childcare", "childcare"),
    ("PMP in progress", "PMP"),
    ("Pursuing a master's degree in nursing", "nursing"),
    ("Completing an apprenticeship in joinery", "joinery"),
    ("CDL training under way", "CDL"),
    ("NATE: studying for the core exam", "NATE"),
    ("32 of 65 credits done toward an associate degree", "associate"),
    ("38 of the 60 credits for the diploma", "diploma"),
    ("CPA: passed two of four parts", "CPA"),
    ("Two of six courses toward Certified Court Manager finished", "Court"),
    ("SQL course online, half-way through", "SQL"),
    ("Halfway to an AA in accounting", "accounting"),
]

PLANNED = [
    ("I would like to work with horses", "horses"),
    ("Hoping to learn Kubernetes", "Kubernetes"),
    ("Interested in machine learning", "machine"),
    ("Seeking a position in a bakery", "bakery"),
    ("Plan to take the CPA exam", "CPA"),
    ("Want to move into data engineering", "data"),
    ("Eager to train as a welder", "welder"),
    ("Aspiring pastry chef", "pastry"),
    ("Looking for a role in logistics", "logistics"),
    ("Watched a video on Terraform", "Terraform"),
    ("First aid course booked for next spring", "First"),
    ("Reading a book on negotiation", "negotiation"),
    ("Local anesthesia permit: board course booked", "anesthesia"),
    ("CPSM: first of three exams booked for spring", "CPSM"),
    ("Notary public: have been meaning to do it", "Notary"),
    ("First aid course: on the waiting list since 2023", "First"),
    ("CGMS: application sent in, exam not yet scheduled", "CGMS"),
    ("CCNA: bought the book, will start this winter", "CCNA"),
    ("Reading now: a study guide for the CBAP", "CBAP"),
    ("Admitted to the PharmD program for fall", "PharmD"),
    ("Eligible for the NCLEX", "NCLEX"),
    ("PMP renewal booked", "PMP"),
    ("I plan to sit the exam (CCRP) in the fall", "CCRP"),
    ("On my list for 2026: a Spanish class", "Spanish"),
    ("Restricted driver licence", "driver"),
    ("Looker Studio: one webinar", "Looker"),
]

SHOWN = [
    ("Managed payroll for 40 employees", "payroll"),
    ("Fluent Spanish", "Spanish"),
    ("Not only cooked but also ordered", "cooked"),
    ("Worked without supervision on night shifts", "night"),
    ("Drove 90,000 miles with no accidents", "Drove"),
    ("Basic Life Support instructor", "Life"),
    ("Never missed a deadline in bookkeeping", "bookkeeping"),
    ("Wrote Visual Basic for the claims team", "Basic"),
    ("Led a team of six", "team"),
    ("No basic Java, but advanced Python", "Python"),
    ("Do not speak French but teach Spanish daily", "Spanish"),
    ("Have never used SAP; daily user of Oracle", "Oracle"),
    ("Passed the audit with no findings", "audit"),
    ("Exposure to Tableau. Built dashboards in Power BI", "Power"),
    ("Familiar face at the till, trained new cashiers", "cashiers"),
    ("Worked in a high school kitchen", "kitchen"),
    ("Zero errors in cash handling", "cash"),
    ("Registered nurse, license active", "nurse"),
    ("License expires 2027", "License"),
    ("Scheduled the exam rooms and booked patients", "patients"),
    ("Booked 40 shows a year, scheduled crews", "crews"),
    ("Line cook: eager to move up", "cook"),
    ("Driving record: no points", "record"),
    ("Passed the CPA exam, all four parts", "CPA"),
    ("Four of four exams passed", "exams"),
    ("Pulled expired stock from the shelves", "shelves"),
    ("Hung suspended ceilings", "Hung"),
    ("Speak Polish at home", "Polish"),
    ("Interest rate swaps desk", "swaps"),
]

LEVELS = [
    *((text, name, "negated") for text, name in NEGATED),
    *((text, name, "limited") for text, name in LIMITED),
    *((text, name, "learning") for text, name in LEARNING),
    *((text, name, "planned") for text, name in PLANNED),
    *((text, name, "") for text, name in SHOWN),
    ("Have not yet taken the CPA exam", "CPA", "negated"),
    ("Planned lessons for year 5", "lessons", ""),
    ("Planned menus and ordered food", "menus", ""),
    ("Taught beginners to swim", "swim", ""),
]


@pytest.mark.parametrize(("text", "name", "level"), LEVELS)
def test_how_a_resume_says_it(text: str, name: str, level: str) -> None:
    assert level_of(text, name) == level


def test_a_stronger_denial_wins() -> None:
    assert level_of("No basic SQL", "SQL") == "negated"


def test_the_cue_itself_is_not_in_its_scope() -> None:
    assert levels("Basic Spanish", words("Basic Spanish"), 0) == ["", "limited"]


def test_no_words_have_no_levels() -> None:
    assert levels("", [], 0) == []


@pytest.mark.parametrize(
    "text", ["", "but but but", "no no no no", "( ( (", "basic (basic (basic", "not" * 50, "no; never: without."]
)
def test_every_word_has_a_level_whatever_the_text(text: str) -> None:
    found = words(text)
    assert len(levels(text, found, 0)) == len(found)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Security licence: Queensland, not transferred\nForklift ticket 2025", False),
        ("No experience in\nForklift trucks", True),
        ("First aid and CPR to 2027 (oxygen part expired)", False),
    ],
)
def test_a_denial_ends_with_a_short_line_and_with_its_brackets(text: str, denied: bool) -> None:
    found = words(text)
    said = dict(zip((word.norm for word in found), levels(text, found, 0), strict=False))
    assert (said.get("forklift", said.get("cpr")) == "negated") is denied
