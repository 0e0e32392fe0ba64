"""Keywords: the short phrases of a line that a reader or a search looks for, and nothing else."""

from __future__ import annotations

import pytest

from gapcheck.words import key
from tests.marks import missed
from tests.reading import asked, posting_of

CASES = [
    # skills and tools
    ("Working knowledge of Excel", "required", ["Excel"]),
    ("Strong knowledge of tax law", "required", ["tax law"]),
    ("Proven experience with lathes and milling machines", "required", ["lathes", "milling machines"]),
    ("Proficiency in Word, Excel and PowerPoint", "required", ["Word", "Excel", "PowerPoint"]),
    ("Excellent written and verbal communication skills", "required", ["written", "communication"]),
    ("Familiarity with data storage software", "required", ["data storage software"]),
    ("Experience using Salesforce at all times", "required", ["Salesforce"]),
    ("Solid grasp of double-entry bookkeeping is required", "required", ["bookkeeping"]),
    ("You are comfortable with spreadsheets", "required", ["spreadsheets"]),
    ("C++ and C#", "required", ["C++", "C#"]),
    missed("R&D in polymer coatings", "required", ["R&D", "polymer coatings"], why="'in' ends the phrase"),
    ("CI/CD with Jenkins or GitHub Actions", "required", ["CI/CD", "Jenkins", "GitHub Actions"]),
    ("Knowledge of project tools (e.g., Asana, Trello)", "required", ["project tools", "Asana", "Trello"]),
    ("CRM software such as Salesforce or HubSpot", "required", ["CRM software", "Salesforce", "HubSpot"]),
    ("Spanish, French, or German", "required", ["Spanish", "French", "German"]),
    ("Boom lift and scissor lift certification", "required", ["boom lift", "scissor lift"]),
    # experience
    ("Your CV covers vast experience with turnkey contracts", "required", ["turnkey contracts"]),
    ("Commercial education supported by solid B2B sales experience", "required", ["commercial education", "B2B sales"]),
    ("Experience employing efficient and cost-effective approaches", "required", ["cost-effective approaches"]),
    ("Experience in domains such as digital identity or payroll", "required", ["digital identity", "payroll"]),
    ("Time spent in washdown plants", "required", ["washdown plants"]),
    ("E5 Experience with Drupal or WordPress", "required", ["Drupal", "WordPress"]),
    ("Two years in a help desk role", "required", ["help desk"]),
    ("3 years welding and fabricating, not counting school", "required", ["welding", "fabricating"]),
    # credentials and education
    ("Valid forklift licence", "required", ["forklift licence"]),
    ("Bachelor's degree in Accounting", "required", ["Bachelor's degree in Accounting"]),
    ("Degree in biology, chemistry or a related field", "required", ["biology", "chemistry"]),
    ("High school diploma or GED", "required", ["high school", "GED"]),
    ("Journeyman plumber licence preferred", "required", ["journeyman plumber"]),
    ("CompTIA A+ and Security+", "required", ["CompTIA A+", "Security+"]),
    ("Current CBRF (Community Based, Residential and Family) certificate", "required", ["CBRF"]),
    ("Associate degree in horticulture or botany preferred", "required", ["degree in horticulture", "degree in botany"]),
    # traits stand each for itself, and a model or a half sentence is no noun that a list shares
    ("Patient, cheerful and at ease speaking with elders", "required", ["patient", "cheerful", "ease speaking"]),
    ("Knows sherry and low-and-no cocktails", "required", ["sherry", "low-and-no cocktails"]),
    ("Total stations (Sokkia, Leica TS16)", "required", ["total stations", "Sokkia", "Leica TS16"]),
    # years
    ("5+ years of experience in event planning", "required", ["event planning"]),
    ("Minimum of two (2) years' retail management experience", "required", ["retail management"]),
    ("3 years with Kubernetes", "required", ["Kubernetes"]),
    # duties
    ("Coordinate trade shows", "duties", ["trade shows"]),
    ("Coordinate projects with outside vendors", "duties", ["projects", "outside vendors"]),
    ("Reconcile bank statements every month", "duties", ["bank statements"]),
    ("Draft pleadings, motions and discovery requests", "duties", ["pleadings", "motions", "discovery requests"]),
    ("Prepare opinions of cost for road projects", "duties", ["opinions of cost"]),
    ("Train new staff on the till", "duties", ["new staff"]),
    ("Cut, colour and style hair", "duties", ["hair"]),
    ("Operate a reach truck in narrow aisles", "duties", ["reach truck"]),
    ("Take vital signs and draw blood", "duties", ["vital signs", "blood"]),
    ("Plan and teach lessons in physics", "duties", ["lessons"]),
    ("Monitor the grill and the fryer", "duties", ["grill", "fryer"]),
    ("Install PVC and copper piping", "duties", ["PVC", "copper piping"]),
    ("Assist with payroll", "duties", ["payroll"]),
    missed("Translate contracts from Danish into English", "duties", ["contracts", "Danish", "English"], why="'contracts' reads like a verb"),
    ("Calibrate pH meters and balances weekly", "duties", ["calibrate pH meters", "balances"]),
    missed("Prepare, submit and file reports with the state", "duties", ["reports"], why="a generic object leaves no keyword and the duty is dropped"),
]  # fmt: skip


def names(line: str, section: str) -> list[str]:
    return [keyword.name for r in asked(line, section) for keyword in r.keywords]


def holds(phrase: str, part: str) -> bool:
    return set(key(part)) <= set(key(phrase))


@pytest.mark.parametrize(("line", "section", "wanted"), CASES)
def test_keywords_name_what_is_asked_and_nothing_else(line: str, section: str, wanted: list[str]) -> None:
    found = names(line, section)
    assert [part for part in wanted if not any(holds(name, part) for name in found)] == []
    allowed = {word for part in wanted for word in key(part)}
    assert [name for name in found if not allowed & set(key(name))] == []


EMPTY = [
    "Strong experience",
    "Ability to work well",
    "Excellent skills and knowledge",
    "Relevant background",
    "Able to do what is needed",
    "Proven track record",
]


@pytest.mark.parametrize("line", EMPTY)
def test_words_that_name_nothing_are_no_keywords(line: str) -> None:
    assert names(line, "required") == []


@pytest.mark.parametrize(
    "line",
    [
        "Experience, knowledge and ability with Excel",
        "A team player with Excel skills",
        "Excel (5+ years)",
        "Excel at an advanced level, preferred",
    ],
)
def test_generic_words_beside_a_name_are_no_keywords(line: str) -> None:
    assert not {name.lower() for name in names(line, "required")} & {
        "experience",
        "knowledge",
        "ability",
        "team",
        "level",
        "years",
        "preferred",
        "skills",
    }


def test_the_employer_is_no_keyword() -> None:
    text = "Cook\nCopper Lantern, Tulsa\n\nAbout Copper Lantern\nCopper Lantern feeds Tulsa.\n\nRequirements\n- Passion for Copper Lantern\n- Sous vide\n"
    found = {keyword.name for r in posting_of(text).requirements for keyword in r.keywords}
    assert not {name for name in found if "Lantern" in name or "Tulsa" in name}


@pytest.mark.parametrize(("line", "section"), [(row[0], row[1]) for row in CASES if type(row) is tuple])
def test_keywords_are_short_and_stand_in_their_line(line: str, section: str) -> None:
    for r in asked(line, section):
        assert len(r.keywords) <= 8
        assert len({k.name.lower() for k in r.keywords}) == len(r.keywords)
        for keyword in r.keywords:
            assert r.start <= keyword.start < keyword.end <= r.end
            assert 1 <= len(keyword.name.split()) <= 8


def test_a_modifier_shares_no_noun_of_another_act() -> None:
    names = [
        k.name for r in asked("Sort torn, wet or dirty laundry and put it into a red bin", "duties") for k in r.keywords
    ]
    assert not any(name.endswith("bin") and name != "red bin" for name in names)


def test_along_and_alike_end_a_name() -> None:
    names = [
        k.name
        for r in asked("Count the kegs along with the empty crates of regulars and guests alike", "duties")
        for k in r.keywords
    ]
    assert not any("along" in name or "alike" in name for name in names)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Some years of cave tours advantageous", ["cave tours"]),
        ("(optional) knowledge of net mending", ["net mending"]),
        ("Coding in R", ["Coding", "R"]),
        ("Plan the tours of the caves. Train the guides of the caves.", ["tours", "guides"]),
    ],
)
def test_keywords_hold_no_wishes_and_end_with_their_sentence(line: str, names: list[str]) -> None:
    assert [k.name for r in asked(line) for k in r.keywords] == names


def test_who_does_it_is_no_keyword() -> None:
    text = (
        "Cave Ranger\n\nHill Caves\n\nThe Cave Ranger leads tours of the caves and answers questions on bats.\n\n"
        "Requirements\n- First aid certificate\n- Good spoken Welsh\n"
    )
    named = [k.name for k in posting_of(text).requirements[0].keywords]
    assert not any("Ranger" in name for name in named)
