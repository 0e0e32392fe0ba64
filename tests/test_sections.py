"""Sections: headings by their words and looks, in postings and resumes, and texts that have none."""

from __future__ import annotations

import pytest

from gapcheck.sections import label_of, split
from gapcheck.types import Document, RawLine


def sections(text: str, side: str) -> list[tuple[str, str, list[str]]]:
    """Label, heading and lines of each section."""
    document = Document.from_text(text)
    return [
        (
            section.label,
            section.title,
            [document.text[document.lines[i].start : document.lines[i].end] for i in section.lines],
        )
        for section in split(document, side)
    ]


def label_of_line(text: str, line: str, side: str) -> str:
    """The label of the section in which a line stands."""
    return next(label for label, _, lines in sections(text, side) if line in lines)


# --- headings by their words -----------------------------------------------------------------------------------

POSTING_HEADINGS = [
    ("About us", "about"),
    ("Who we are", "about"),
    ("About Copper Lantern", "about"),
    ("Our mission", "about"),
    ("Why work with us?", "about"),
    ("Responsibilities", "duties"),
    ("Key Responsibilities:", "duties"),
    ("Essential Duties and Responsibilities", "duties"),
    ("What you will do", "duties"),
    ("What you'll do", "duties"),
    ("What you’ll do", "duties"),
    ("What you'll be doing day to day", "duties"),
    ("A day in the life", "duties"),
    ("How you'll spend your days", "duties"),
    ("In this role, you will:", "duties"),
    ("The job", "duties"),
    ("MAIN DUTIES", "duties"),
    ("Purpose of the post", "duties"),
    ("Requirements", "required"),
    ("Minimum Qualifications", "required"),
    ("What you'll bring", "required"),
    ("What you bring to the table", "required"),
    ("What we're looking for", "required"),
    ("What we are looking for in you", "required"),
    ("Who you are", "required"),
    ("About you", "required"),
    ("You have:", "required"),
    ("You might be a fit if", "required"),
    ("Does this sound like you?", "required"),
    ("Is this you?", "required"),
    ("You will rock at this if you", "required"),
    ("Must haves", "required"),
    ("Must-haves", "required"),
    ("Person specification", "required"),
    ("Essential criteria", "required"),
    ("Essential", "required"),
    ("Knowledge, Skills and Abilities", "required"),
    ("Education and Experience", "required"),
    ("Licenses & Certifications", "required"),
    ("To be successful in this role", "required"),
    ("Preferred Qualifications", "preferred"),
    ("Nice to have", "preferred"),
    ("Nice-to-haves", "preferred"),
    ("Bonus points for", "preferred"),
    ("Bonus points if you have", "preferred"),
    ("Desirable criteria", "preferred"),
    ("Desirable", "preferred"),
    ("We'd love it if", "preferred"),
    ("Even better if", "preferred"),
    ("It helps if", "preferred"),
    ("What would make you stand out", "preferred"),
    ("Icing on the cake", "preferred"),
    ("You get extra points for", "preferred"),
    ("Physical Requirements", "conditions"),
    ("Working conditions", "conditions"),
    ("Work Schedule", "conditions"),
    ("Travel requirements", "conditions"),
    ("Benefits", "benefits"),
    ("Perks & benefits", "benefits"),
    ("What we offer", "benefits"),
    ("What's in it for you", "benefits"),
    ("What’s in it for you?", "benefits"),
    ("Why you'll love it here", "benefits"),
    ("Compensation", "benefits"),
    ("How to apply", "apply"),
    ("Next steps", "apply"),
    ("Our hiring process", "apply"),
    ("Equal Opportunity Employer", "legal"),
    ("EEO Statement", "legal"),
    ("Safeguarding statement", "legal"),
    ("What you don't need", "not_needed"),
    ("Job details", "metadata"),
    ("Skills you'll need on day one", "required"),
    ("The kind of person we need", "required"),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "label"), POSTING_HEADINGS)
def test_headings_of_postings(heading: str, label: str) -> None:
    assert label_of(heading, "posting") == label


RESUME_HEADINGS = [
    ("Summary", "summary"),
    ("Professional Summary", "summary"),
    ("PROFILE", "summary"),
    ("About me", "summary"),
    ("Objective", "objective"),
    ("Career Objective", "objective"),
    ("Experience", "experience"),
    ("Work Experience", "experience"),
    ("EMPLOYMENT HISTORY", "experience"),
    ("Where I've worked", "experience"),
    ("Clinical Experience", "experience"),
    ("Teaching Experience", "experience"),
    ("Education", "education"),
    ("Education & Training", "education"),
    ("Academic Background", "education"),
    ("Skills", "skills"),
    ("Technical Skills", "skills"),
    ("Core Competencies", "skills"),
    ("Tools", "skills"),
    ("Certifications", "certifications"),
    ("Licenses and Certifications", "certifications"),
    ("Licences", "certifications"),
    ("Tickets", "certifications"),
    ("Bar Admissions", "certifications"),
    ("Projects", "projects"),
    ("Languages", "languages"),
    ("Volunteering", "volunteering"),
    ("Volunteer Experience", "volunteering"),
    ("Interests", "interests"),
    ("Hobbies", "interests"),
    ("References", "references"),
    ("Awards", "awards"),
    ("Honors and Awards", "awards"),
]


@pytest.mark.parametrize(("heading", "label"), RESUME_HEADINGS)
def test_headings_of_resumes(heading: str, label: str) -> None:
    assert label_of(heading, "resume") == label


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Marketing Manager", "posting"),
        ("Prepare monthly management accounts for the board", "posting"),
        ("Chicago, Illinois", "posting"),
        ("", "posting"),
        ("Northgate Dental Group", "resume"),
        ("Line Cook", "resume"),
        ("Wrote the training manual for new till staff", "resume"),
        ("San Diego State University", "resume"),
    ],
)
def test_what_is_no_heading_has_no_label(text: str, side: str) -> None:
    assert label_of(text, side) is None


# --- headings in a posting -------------------------------------------------------------------------------------


def test_a_posting_with_bullets() -> None:
    text = """Dental Hygienist
Rivermouth Dental, Duluth

About us
We are a family practice with three chairs.

What you will do
- Clean and polish teeth
- Take X-rays

What you bring
- Hygienist licence in Minnesota

Nice to have
- Experience with Dentrix

Benefits
- Four-day week
"""
    assert [(label, title) for label, title, _ in sections(text, "posting")][1:] == [
        ("about", "About us"), ("duties", "What you will do"), ("required", "What you bring"),
        ("preferred", "Nice to have"), ("benefits", "Benefits"),
    ]  # fmt: skip
    assert label_of_line(text, "Experience with Dentrix", "posting") == "preferred"
    assert label_of_line(text, "Four-day week", "posting") == "benefits"


@pytest.mark.parametrize(
    "heading",
    [
        "REQUIREMENTS",
        "Requirements:",
        "## Requirements",
        "**Requirements**",
        "Requirements",
        "What you'll bring with you:",
        "Do you have what it takes?",
    ],
)
def test_looks_of_one_heading(heading: str) -> None:
    text = f"Welder\n\n{heading}\n- MIG and TIG welding\n- Reading blueprints\n"
    assert label_of_line(text, "MIG and TIG welding", "posting") == "required"


def test_a_heading_may_share_its_line_with_content() -> None:
    text = "Barista\n\nBenefits: free coffee, dental, paid leave\nRequirements: a food handler card\n"
    assert [(label, title) for label, title, _ in sections(text, "posting")][1:] == [
        ("benefits", "Benefits"),
        ("required", "Requirements"),
    ]


def test_a_british_person_specification() -> None:
    text = """Teaching Assistant
Person Specification

Essential
- GCSE English and maths at grade C or above
- Experience with children aged 5 to 7

Desirable
- Paediatric first aid
"""
    assert label_of_line(text, "Experience with children aged 5 to 7", "posting") == "required"
    assert label_of_line(text, "Paediatric first aid", "posting") == "preferred"


def test_a_subheading_of_unknown_words_stays_in_its_section() -> None:
    text = """Executive Chef

REQUIREMENTS

Technical
- Classical French training

Leadership
- Ran a brigade of ten

BENEFITS

Meals for everybody who works late
"""
    assert label_of_line(text, "Classical French training", "posting") == "required"
    assert label_of_line(text, "Ran a brigade of ten", "posting") == "required"
    assert label_of_line(text, "Meals for everybody who works late", "posting") == "benefits"


def test_an_unknown_heading_in_the_style_of_the_known_ones_opens_something_else() -> None:
    text = """Line Cook

REQUIREMENTS
- ServSafe

THE NEIGHBORHOOD
We stand between the river and the old mill, ten minutes from the station.
"""
    assert (
        label_of_line(text, "We stand between the river and the old mill, ten minutes from the station.", "posting")
        == "other"
    )


def test_a_posting_without_headings_is_one_section() -> None:
    text = "We need a roofer. You have five years on flat roofs and a clean driving record. Pay is weekly.\n"
    assert [(label, title) for label, title, _ in sections(text, "posting")] == [("title", "")]


def test_a_bullet_is_not_a_heading_although_its_words_are_one() -> None:
    text = "Bookkeeper\n\nWhat you will do\n- Payroll\n- Benefits administration for 40 employees\n- Reports to the board\n"
    assert label_of_line(text, "Benefits administration for 40 employees", "posting") == "duties"
    assert label_of_line(text, "Reports to the board", "posting") == "duties"


def test_a_short_line_of_content_is_not_a_heading_because_one_word_is() -> None:
    text = "Executive Chef\n\nBENEFITS\n\nMeals on shift\nPension\n"
    assert label_of_line(text, "Meals on shift", "posting") == "benefits"


def test_what_stands_before_the_first_heading_of_a_posting_is_its_title() -> None:
    assert (
        sections("Dental Hygienist\nRivermouth Dental, Duluth\n\nRequirements\n- X-rays\n", "posting")[0][0] == "title"
    )


def test_what_stands_before_the_first_heading_of_a_resume_is_its_contact() -> None:
    assert (
        sections("Ines Quintero\nines@example.org\n\nPROFILE\nLab technician with a steady hand.\n", "resume")[0][0]
        == "contact"
    )


def test_a_sentence_is_not_a_heading_although_it_holds_the_words() -> None:
    text = "Requirements\n- Forklift licence\nOur requirements are few and our benefits many.\n- Night shifts\n"
    assert label_of_line(text, "Night shifts", "posting") == "required"


@pytest.mark.parametrize("layout", [{"heading": 2}, {"bold": True}, {"size": 16.0}])
def test_layout_makes_a_heading_of_unknown_words(layout: dict[str, object]) -> None:
    raw = [
        RawLine("Prep Cook", size=10.0),
        RawLine("The Kitchen Brigade", **({"size": 10.0} | layout)),
        RawLine("Seven people work on the line with you every evening.", size=10.0),
    ]
    document = Document.build(raw)
    assert [s.title for s in split(document, "posting")][-1] == "The Kitchen Brigade"


# --- headings in a resume --------------------------------------------------------------------------------------

RESUME = """Ines Quintero
ines@example.org

PROFILE
Lab technician with a steady hand.

EXPERIENCE
Lab Technician, Harbor Diagnostics, 2019 - present
- Ran 200 assays a day

Sample Clerk, Bayside Clinic, 2017 - 2019
- Labelled specimens

EDUCATION
B.S. Biology, University of Tampa, 2017

SKILLS
PCR, ELISA, LIMS
"""


def test_a_resume() -> None:
    assert list(dict.fromkeys(label for label, _, _ in sections(RESUME, "resume")))[1:] == [
        "summary",
        "experience",
        "education",
        "skills",
    ]
    assert label_of_line(RESUME, "Labelled specimens", "resume") == "experience"


def test_employers_in_capitals_do_not_leave_the_experience() -> None:
    text = "Tom Reyes\n\nExperience\n\nHARBOR FREIGHT LINES\nDriver, 2015 - 2020\n- Ran the coast route\n\nSUMMIT HAULAGE\nDriver, 2020 - present\n- Mountain passes in winter\n\nEducation\nHigh school diploma\n"
    assert label_of_line(text, "Ran the coast route", "resume") == "experience"
    assert label_of_line(text, "Mountain passes in winter", "resume") == "experience"
    assert label_of_line(text, "High school diploma", "resume") == "education"


def test_a_resume_without_headings_has_its_jobs_as_experience() -> None:
    text = "Ana Sousa\nana@example.org\n\nCook, Harvest Table, 2018 - 2022\nPrepared 120 covers a night\nDishwasher, The Pier, 2016 - 2018\n"
    assert label_of_line(text, "Prepared 120 covers a night", "resume") == "experience"


def test_skills_on_the_line_of_their_heading() -> None:
    text = "Ana Sousa\n\nSkills: Excel, Xero, QuickBooks\nLanguages: Portuguese, English\n"
    assert [label for label, _, _ in sections(text, "resume")][1:] == ["skills", "languages"]


NO_SECTIONS = [
    ("HVAC TECHNICIAN\nTulsa, OK | 555-0101", "contact"),
    ("Private driver and chauffeur\nana@example.org", "contact"),
]


@pytest.mark.parametrize(("below", "label"), NO_SECTIONS)
def test_a_job_title_under_the_name_is_contact(below: str, label: str) -> None:
    text = f"ANA SOUSA\n{below}\n\nExperience\nCook, Harvest Table, 2018 - 2022\n"
    assert label_of_line(text, below.split("\n")[0], "resume") == label


def test_a_sentence_under_the_name_is_a_summary() -> None:
    text = (
        "Ana Sousa\nana@example.org\nNurse with ten years on medical wards.\n\nWork\nNurse, Bay Clinic, 2014 - 2024\n"
    )
    assert label_of_line(text, "Nurse with ten years on medical wards.", "resume") == "summary"


JOB_TITLES = [
    "Community Service Officer", "COMMUNITY CARE WORKER", "CUSTOMER SERVICE", "Volunteer Coordinator", "Research Assistant",
    "Project Engineer", "Training Specialist", "SALES ASSISTANT", "Tool and Die Maker", "Systems Administrator",
]  # fmt: skip


@pytest.mark.parametrize("title", JOB_TITLES)
def test_a_job_title_is_no_heading_of_another_section(title: str) -> None:
    text = f"Ana Sousa\nana@example.org\n\nEXPERIENCE\n\n{title}\nBay Council, Tulsa\n2018 - 2022\n- Called on forty households a week\n"
    assert label_of_line(text, "Called on forty households a week", "resume") == "experience"


# --- whatever the text -----------------------------------------------------------------------------------------

ODD = [
    "",
    "\n\n",
    "A",
    "•",
    "Requirements",
    "Requirements\nBenefits\nSkills",
    "REQUIREMENTS\n\n\n- x",
    ":\n:\n",
    "— — —",
    "Benefits:",
    "1.\n2.\n3.",
]


@pytest.mark.parametrize("side", ["posting", "resume"])
@pytest.mark.parametrize("text", [*ODD, RESUME])
def test_every_line_is_a_heading_or_in_exactly_one_section(text: str, side: str) -> None:
    document = Document.from_text(text)
    found = split(document, side)
    inside = [i for section in found for i in section.lines]
    assert inside == sorted(set(inside))
    left_out = set(range(len(document.lines))) - set(inside)
    titles = [section.title for section in found]
    for i in left_out:
        line = document.lines[i]
        assert any(title and title in document.text[line.start : line.end] for title in titles)


@pytest.mark.parametrize(
    "line", ["PCCN certification", "Sommelier certification (WSET or similar)", "SQL", "BSN", "VBA"]
)
def test_a_short_line_that_asks_for_one_thing_is_no_heading(line: str) -> None:
    document = Document.from_text(f"Nurse\n\nPreferred qualifications\n{line}\nExperience with Epic in a clinic\n")
    assert [s.title for s in split(document, "posting")][-1] == "Preferred qualifications"


@pytest.mark.parametrize("line", ["REQUIRED CERTIFICATION", "EDUCATION", "SKILLS:", "Required experience"])
def test_headings_in_capitals_stay_headings(line: str) -> None:
    document = Document.from_text(f"Nurse\n\nDuties\nPass medication\n{line}\nExperience with Epic in a clinic\n")
    assert [s.title for s in split(document, "posting")][-1] == line.rstrip(":")


OWN_WORDS = "Ana Sousa\nana@example.org\n\nSummary\nA person of many trades, known for calm.\n\n{}\n{}\n- Ran the night desk for six years\n- Trained four\n"


@pytest.mark.parametrize(
    ("heading", "label"),
    [
        ("Computer Engineering Experience", "experience"),
        ("Hotel and Restaurant Experience", "experience"),
        ("Relevant Work Experience", "experience"),
        ("Other Relevant Nursing Experience", "experience"),
        ("Experience in Hotels", "experience"),
        ("Military and Civilian Employment", "experience"),
        ("Laboratory Skills", "skills"),
        ("Key Technical Skills", "skills"),
        ("Welding Certifications", "certifications"),
        ("Safety Licenses", "certifications"),
    ],
)
def test_a_heading_names_its_own_field(heading: str, label: str) -> None:
    document = Document.from_text(OWN_WORDS.format(heading, "Night porter, Hotel Larkspur, 2015 - 2021"))
    assert label in [section.label for section in split(document, "resume")]


@pytest.mark.parametrize(
    "line", ["Guest Experience Lead", "Head of Customer Experience", "Customer Experience", "Bachelor of Education"]
)
def test_a_job_with_experience_in_its_name_is_no_such_heading(line: str) -> None:
    document = Document.from_text(OWN_WORDS.format(line, "Hotel Larkspur, Leeds and the whole of the north"))
    assert "experience" not in [section.label for section in split(document, "resume")]


def test_a_heading_of_ones_own_words_is_content_too() -> None:
    document = Document.from_text(OWN_WORDS.format("Hotel Experience", "Night porter, Hotel Larkspur, 2015 - 2021"))
    section = next(section for section in split(document, "resume") if section.label == "experience")
    lines = [document.lines[i] for i in section.lines]
    assert "Hotel Experience" in [document.text[line.start : line.end] for line in lines]


LINES = [
    "Must have own transport",
    "Contact suppliers by phone",
    "Forklift certification",
    "Security clearance required",
]
WORK = ["Schedule appointments", "Contract negotiation", "Benefits administration", "Legal research"]


def test_lines_of_a_list_without_bullets_are_no_headings() -> None:
    text = "\n".join(["Assistant", "", "Requirements", *LINES, "", "Duties", "Open the shop", *WORK, ""])
    document = Document.from_text(text)
    found = split(document, "posting")
    assert [section.label for section in found] == ["title", "required", "duties"]


@pytest.mark.parametrize(
    "heading", ["What you'll bring to Acme", "Preferred experience", "Qualifications for the job:"]
)
def test_headings_between_lines_without_blanks_stay_headings(heading: str) -> None:
    document = Document.from_text(f"Assistant\n\nDuties\nOpen the shop\n{heading}\nTyping and filing of letters\n")
    assert len(split(document, "posting")) == 3


@pytest.mark.parametrize(
    ("heading", "label"),
    [
        ("Responsibilities include, but are not limited to:", "duties"),
        ("Other duties and responsibilities include but are not limited to:", "duties"),
        ("Benefits include, but are not limited to", "benefits"),
        ("Educational background:", "required"),
        ("Our story is not limited to bread", "about"),
    ],
)
def test_what_leaves_a_list_open_is_no_part_of_its_heading(heading: str, label: str) -> None:
    assert label_of(heading, "posting") == label


@pytest.mark.parametrize(
    ("heading", "label"),
    [
        ("JOB GOAL", "duties"),
        ("Overall purpose", "duties"),
        ("General statement of duties", "duties"),
        ("Some of the things you'll do", "duties"),
        ("In your first 90 days", "duties"),
        ("Essential / Desirable", "required"),
        ("Employee specification", "required"),
        ("Knowledge of:", "required"),
        ("Ability to:", "required"),
        ("Key working relationships", "metadata"),
        ("Guiding principles", "about"),
        ("Organizational needs", "legal"),
    ],
)
def test_headings_of_public_bulletins(heading: str, label: str) -> None:
    assert label_of(heading, "posting") == label


def test_knowledge_of_a_thing_is_no_heading_of_the_thing() -> None:
    assert (
        label_of_line("Cook\n\nRequirements\nKnowledge of HACCP\nKnife skills\n", "Knowledge of HACCP", "posting")
        == "required"
    )


def test_a_fact_ends_with_its_paragraph() -> None:
    text = (
        "Keeper\n\nEmployer:\nTown Zoo\nSalary:\n31,000 a year\n\n"
        "You will feed the otters and clean their pools, and you will show school classes round the zoo each week.\n"
    )
    assert label_of_line(text, text.splitlines()[-1], "posting") == "other"


def test_benefits_go_on_over_an_empty_line() -> None:
    text = (
        "Keeper\n\nBenefits\nA pension\n\n"
        "We give you a uniform, free lunches in the keepers' kitchen and a season ticket for each of your children.\n"
    )
    assert label_of_line(text, text.splitlines()[-1], "posting") == "benefits"


def test_a_list_stands_under_the_heading_of_the_paragraph_above_it() -> None:
    text = "Cook\n\nDUTIES: This list holds what matters most.\n\n- Cook soups\n- Bake bread\n"
    assert label_of_line(text, "Cook soups", "posting") == "duties"


def test_a_long_remark_in_parentheses_does_not_hide_a_heading() -> None:
    text = "Cook\n\nRequirements (what somebody needs on the very first day in our kitchen):\n\nKnife skills\n"
    assert label_of_line(text, "Knife skills", "posting") == "required"
