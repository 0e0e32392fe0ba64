"""What people complain of in programs of this kind, as tests: each line is a complaint that must not be made of this one."""

from __future__ import annotations

import pytest

from tests.reading import asked, judged, posting_of, report_of, resume_of
from tests.tables import rows

HEAD = "Ana Sousa\nana@example.org\n\n"
JOB = HEAD + "Experience\nAssistant, Larkspur Ltd, 2018 - 2023\n- {shown}\n"


def keywords(line: str, section: str = "required") -> list[str]:
    return [k.name.lower() for r in asked(line, section) for k in r.keywords]


# --- "it lists generic words as missing" -----------------------------------------------------------------------

GENERIC = """
You are a strong, modern team player with knowledge and drive -> strong, modern, knowledge, team
Ability to maintain a positive attitude in a growing company -> ability, growing, company
Experience in a fast-paced environment -> environment, experience
Proven track record of success with customers -> track record, success, customers, proven
Must be accurate, collaborate and care -> ability, care
Make an impact as an integral partner of our business -> impact, partner, business !! a duty of generic words only keeps its last one
"""


@pytest.mark.parametrize(("line", "words"), rows(GENERIC))
def test_generic_words_are_no_keywords(line: str, words: str) -> None:
    assert not set(keywords(line)) & set(words.split(", "))


def test_headings_titles_and_team_names_are_no_requirements() -> None:
    text = (
        "Summer Music Intern\nLarkspur Arts\n\nPhysical Demands\nEssential Functions\n\nRequirements\n- Sight reading\n"
    )
    assert [r.text for r in posting_of(text).requirements] == ["Sight reading"]


def test_benefits_and_legal_text_ask_nothing() -> None:
    text = (
        "Cook\n\nRequirements\n- Sauces\n\nBenefits\n- Health insurance\n- 401(k) and PTO\n\n"
        "Acme Ltd is an equal opportunity employer and considers all applicants without regard to religion.\n"
    )
    assert [r.text for r in posting_of(text).requirements] == ["Sauces"]


# --- "short names are found inside other words" ----------------------------------------------------------------

INSIDE = """
Going forward, you will train new cooks -> Go
We excel at hospitality and so do you -> Excel !! nothing but the verb is left of the line
Red flags are raised with the manager -> R
Internal audits of three sites -> Intern
A platform lift for wheelchairs -> Tform
Opportunity to work with unity of purpose -> Unity
Stage crew of a scalable theatre -> Scala
Careful reading of the meter -> R
"""


@pytest.mark.parametrize(("line", "name"), rows(INSIDE))
def test_names_are_not_found_inside_words(line: str, name: str) -> None:
    assert name.lower() not in keywords(line)


SYMBOLS = """
C++ -> Wrote C++ firmware -> met
C# -> Wrote C# services -> met
.NET -> Built .NET services -> met
C++ -> Wrote C programs -> missing
C# -> Wrote C++ firmware -> missing
Node.js -> APIs in NodeJS -> met
CI/CD -> Built CI/CD pipelines -> met
R&D -> R & D of coatings -> met
"""


@pytest.mark.parametrize(("line", "shown", "wanted"), rows(SYMBOLS, 3))
def test_names_with_signs(line: str, shown: str, wanted: str) -> None:
    assert [m.status for m in judged(line, JOB.format(shown=shown))] == [wanted]


# --- "it does not know that two names are one thing" -----------------------------------------------------------

SYNONYMS = """
Kubernetes -> Ran k8s clusters -> met
PostgreSQL -> Tuned Postgres -> met
Python -> Python (primary) for reports -> met
Continuous renal replacement therapy -> CRRT for 6 patients -> met
Intensive care unit -> ICU nights -> met
Medications -> Gave meds on rounds -> met
Electronic records -> Charted in EpicCare EHR -> met !! an electronic record is not known as a health record
Account reconciliations -> Reconciled 60 accounts a month -> met
On-call -> Carried the pager every third week -> met
"""


@pytest.mark.parametrize(("line", "shown", "wanted"), rows(SYNONYMS, 3))
def test_two_names_of_one_thing(line: str, shown: str, wanted: str) -> None:
    assert judged(line, JOB.format(shown=shown))[0].status == wanted


# --- "nice to have is treated as a must", "either or is not understood" ----------------------------------------

STRENGTHS = """
Requires CISSP; PMP preferred -> required, preferred
RN license required. BSN preferred. -> required, preferred
Forklift licence, ideally with reach truck -> required, preferred
Welding experience required, pipe fitting a plus -> required, preferred
"""


@pytest.mark.parametrize(("line", "wanted"), rows(STRENGTHS))
def test_each_half_has_its_own_strength(line: str, wanted: str) -> None:
    assert ", ".join(r.importance for r in asked(line)) == wanted


@pytest.mark.parametrize("shown", ["Wrote Python scripts", "Wrote Java services"])
def test_an_alternative_counts_once(shown: str) -> None:
    (match,) = judged("Python or Java", JOB.format(shown=shown))
    assert match.status == "met"
    report = report_of(JOB.format(shown=shown), "Developer\n\nRequirements\n- Python or Java\n- Baking\n")
    assert not {k.name for k in report.missing_keywords} & {"Python", "Java"}


# --- "denied and planned things are rewarded" ------------------------------------------------------------------

DENIED = """
Kubernetes -> No experience with Kubernetes
ACLS -> ACLS course planned for next spring
SAP -> Have not used SAP yet
Excel -> No spreadsheet work yet
CPA -> Plan to take the CPA exam
"""


@pytest.mark.parametrize(("line", "shown"), rows(DENIED))
def test_what_is_denied_or_planned_is_missing(line: str, shown: str) -> None:
    assert [m.status for m in judged(line, JOB.format(shown=shown))] == ["missing"]


def test_what_the_posting_says_is_not_needed_is_not_asked() -> None:
    assert keywords("You don't need to know Java, and we do not use MATLAB") == []


# --- "outside software it finds nothing" -----------------------------------------------------------------------

TRADES = """
Wound care and telemetry -> wound care, telemetry
Forklift and reach truck operation -> forklift, reach truck operation
Teaching GED classes -> GED
Sous vide, plating and butchery -> sous vide, plating, butchery
Journeyman electrician licence -> journeyman electrician
TIG welding of stainless steel -> TIG welding
Hoyer lift transfers -> Hoyer lift
Title searches and closings -> title searches, closings
Curriculum mapping -> curriculum mapping
Rebar tying and formwork -> rebar tying, formwork
"""


@pytest.mark.parametrize(("line", "wanted"), rows(TRADES))
def test_other_trades_are_read_as_well(line: str, wanted: str) -> None:
    found = keywords(line)
    assert all(any(word.lower() in name for name in found) for word in wanted.split(", ")), found


# --- "absent data counts as agreement", "years are wrong" ------------------------------------------------------


def test_an_empty_resume_gets_nothing_for_what_it_does_not_say() -> None:
    report = report_of(
        "Ana Sousa\nana@example.org\n", "Cook\n\nRequirements\n- Sauces\n- 2 years on a line\n- ServSafe\n"
    )
    assert {m.status for m in report.matches} == {"missing"}


YEARS = [
    ("Experience\nClerk, A, Jan 2020 - Aug 2021\n- Payroll\n", "20 months of payroll", "met"),
    ("Experience\nClerk, A, 2019 to date\n- Payroll\n", "6 years of payroll", "met"),
    ("Experience\nClerk, A, '19 - '22\n- Payroll\n", "3 years of payroll", "met"),
    ("Experience\nClerk, A, 2019 - 2021\n- Payroll\n\nClerk, B, 2020 - 2022\n- Payroll\n", "4 years of payroll", "partial"),
    ("Experience\nClerk, A, 2017 - 2019\n- Payroll\n\nClerk, B, 2020 - 2022\n- Payroll\n", "4 years of payroll", "met"),
    ("Experience\nClerk, A, 2016-04 to 2019-04\n- Payroll\n", "3 years of payroll", "met"),
]  # fmt: skip


@pytest.mark.parametrize(("jobs", "line", "wanted"), YEARS)
def test_years_are_added_up_as_a_person_does(jobs: str, line: str, wanted: str) -> None:
    assert [m.status for m in judged(line, HEAD + jobs)] == [wanted]


# --- "the same files give another score", "no way to see why" --------------------------------------------------


def test_the_same_texts_give_the_same_report() -> None:
    posting = "Cook\n\nRequirements\n- Sauces\n- Two years on a line\n- ServSafe or food handler card\n"
    reports = [report_of(JOB.format(shown="Sauces for 90 covers"), posting) for _ in range(3)]
    assert len({repr([(m.status, m.evidence) for m in r.matches]) for r in reports}) == 1


def test_every_point_has_its_line() -> None:
    report = report_of(JOB.format(shown="Sauces for 90 covers"), "Cook\n\nRequirements\n- Sauces\n- Pastry\n")
    assert [bool(m.evidence) for m in report.matches] == [m.status != "missing" for m in report.matches]


DEGREES = [
    ("ADN", "BSN, 2018", "met"),
    ("Bachelor's degree in accounting", "BBA, Accounting, 2015", "met"),
    ("Associate degree", "B.A. History, 2012", "met"),
    ("Bilingual English", "Languages: English, Spanish", "met"),
]


@pytest.mark.parametrize(("line", "shown", "wanted"), DEGREES)
def test_a_higher_rung_covers_a_lower_one(line: str, shown: str, wanted: str) -> None:
    text = f"{JOB.format(shown='Opened the office')}\nEducation\n{shown}\n"
    assert [m.status for m in judged(line, text)] == [wanted]


def test_a_resume_without_headings_is_read() -> None:
    text = "Ana Sousa\nana@example.org\n\nCook, Harvest Table, 2018 - 2022\nSauces for 90 covers\n"
    assert [e.label for e in resume_of(text).entries] == ["experience"]
