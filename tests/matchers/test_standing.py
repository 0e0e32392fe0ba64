"""What a faint trace is worth beside the rest of the resume."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gapcheck.matchers import build_index, reconsider
from gapcheck.types import Match
from tests.reading import analyzer, report_of, resume_of

POSTING = """Requirements
- Plan lessons
- Run payroll
- Weld stainless pipe
- Plan weekly menus, order dry goods and train the kitchen porters
"""
TRACE = "Experience\nCook, Larkspur Ltd, 2020 - 2023\n- Drew up a menu\n"
STRONG = TRACE + "- Planned lessons\n- Ran payroll\n- Welded stainless pipe\n"


def menus(resume: str) -> Match:
    (found,) = [m for m in report_of(resume, POSTING).matches if "menus" in m.requirement.text]
    return found


def test_a_trace_is_a_part_in_a_resume_that_shows_the_rest() -> None:
    assert menus(STRONG).status == "partial"


def test_the_same_trace_alone_is_nothing_and_quotes_nothing() -> None:
    found = menus(TRACE)
    assert (found.status, found.credit, found.evidence) == ("missing", 0.0, ())
    assert all(keyword.status != "partial" for keyword in found.keywords)


def test_what_is_met_or_missing_stays_as_it_is() -> None:
    matches = report_of(STRONG, POSTING).matches
    index = build_index(resume_of(STRONG), analyzer().lexicon)
    settled = [m for m in matches if m.status != "partial"]
    assert reconsider(settled, index) == tuple(settled)


def test_a_claim_with_a_limit_is_a_part_in_any_resume() -> None:
    posting = POSTING + "- Knowledge of Kubernetes\n"
    found = report_of(TRACE + "- Basic Kubernetes\n", posting).matches[-1]
    assert found.status == "partial"


def test_a_condition_says_nothing_of_the_standing() -> None:
    report = report_of(STRONG, POSTING)
    index = build_index(resume_of(STRONG), analyzer().lexicon)
    condition = replace(report.matches[0].requirement, kind="condition")
    beside = replace(report.matches[0], requirement=condition, status="missing", credit=0.0)
    assert reconsider((*report.matches, beside), index)[:-1] == report.matches


def test_what_is_shown_outright_is_a_part_in_any_resume() -> None:
    assert menus(TRACE.replace("Drew up a menu", "Planned menus")).status == "partial"


FAR_POSTING = """Payroll Specialist

What you will do
- Enter timecards and adjustments for 400 employees
- File quarterly 941s and state unemployment returns
- Reconcile the payroll bank account and the general ledger
- Post wage garnishments and child support orders
- Answer employees' questions about pay
- Register new employers with state tax agencies
- Prepare the workers' compensation audit
- Process W-2s and 1099s in January
- {asked}
"""
STRANGER = """Experience
Line cook, Copper Kettle, Ohio. March 2019 - present
- Fry, grill and plate for 180 covers on a Saturday
- {line}
"""
KIN = """Experience
Payroll clerk, Copper Kettle, Ohio. March 2019 - present
- Entered timecards for 300 employees, filed the quarterly 941s and the state unemployment returns
- Reconciled the payroll bank account, posted wage garnishments and child support orders
- Processed W-2s and 1099s
- {line}
"""


def judged_of(resume: str, asked: str, line: str) -> Match:
    return report_of(resume.format(line=line), FAR_POSTING.format(asked=asked)).matches[-1]


FAR = [
    ("Reconcile the monthly carrier invoices", "Counted the walk-in freezer each month"),
    ("Repair trailers including doors, lights and landing gear", "Changed the lights over the pass"),
    ("Visit schools and child care centers for booktalks and card drives", "Ran the loyalty card for regulars"),
    ("Meet a production goal of $1.5 million a month", "Met the goal of 20 covers an hour"),
    ("Supervise two part-time assistants and a group of volunteers", "Clocked the time of every order"),
    ("Design packaging: labels, cartons, sleeves and gift boxes", "Dated the labels on every tub"),
]


@pytest.mark.parametrize(("asked", "line"), FAR)
def test_words_of_every_trade_prove_no_act_of_another(asked: str, line: str) -> None:
    found = judged_of(STRANGER, asked, line)
    assert (found.status, found.evidence) == ("missing", ())
    assert all(keyword.status == "missing" for keyword in found.keywords)


NEAR = [
    ("Reconcile supplier invoices", "Reconciled the supplier invoices each Monday"),
    ("Train new employees", "Trained eleven new employees"),
    ("Write job aids", "Wrote the job aids for the grill"),
    ("Build reports in Excel", "Excel: food cost reports"),
]


@pytest.mark.parametrize(("asked", "line"), NEAR)
def test_a_stranger_is_credited_with_what_is_said_by_name(asked: str, line: str) -> None:
    assert judged_of(STRANGER, asked, line).credit > 0


@pytest.mark.parametrize(("asked", "line"), [FAR[0], NEAR[0]])
def test_in_a_resume_of_the_trade_other_words_count(asked: str, line: str) -> None:
    near = "Checked the monthly invoices of the carriers"
    assert judged_of(KIN, asked, near).credit > 0


def test_a_short_posting_says_nothing_of_the_trade() -> None:
    posting = "Requirements\n- Weld stainless pipe\n- Reconcile the monthly carrier invoices\n"
    before = report_of(STRANGER.format(line="Checked the invoices of two carriers"), posting).matches[-1]
    assert before.credit > 0


MASTERS_POSTING = """Requirements
- Plan lessons
- Run payroll
- Weld stainless pipe
- Repair bicycles
- Translate contracts
- Prune fruit trees
- {asked}
"""
MASTER = """Experience
Manager, Larkspur Ltd, 2015 - 2023
- Planned lessons
- Ran payroll
- Welded stainless pipe
- Repaired bicycles
- Translated contracts
- Pruned fruit trees
- {line}
"""
BEGINNER = "Experience\nClerk, Larkspur Ltd, 2015 - 2023\n- Planned lessons\n- Ran payroll\n- Welded stainless pipe\n- {line}\n"


@pytest.mark.parametrize(
    ("asked", "line", "status"),
    [
        ("Supervise apprentices and review their drawings", "Checked drawings of two apprentices every week", "met"),
        ("Plan photo shoots, webinars and launches", "Planned photo shoots and two launches", "partial"),
        ("Speak with media and with customers", "Spoke with customers; limited contact with media", "partial"),
        ("Close tickets in ServiceTitan with photos", "Closed tickets in Housecall Pro with photos", "partial"),
    ],
)
def test_a_part_well_said_is_the_whole_for_who_shows_the_rest(asked: str, line: str, status: str) -> None:
    """Not where a thing of a list lacks, where the resume sets a limit, where a tool is another."""
    assert report_of(MASTER.format(line=line), MASTERS_POSTING.format(asked=asked)).matches[-1].status == status


def test_more_of_the_job_never_counts_less() -> None:
    asked, line = "Supervise apprentices and review their drawings", "Checked drawings of two apprentices every week"
    posting = MASTERS_POSTING.format(asked=asked)
    one, other = (report_of(text.format(line=line), posting).matches[-1].credit for text in (BEGINNER, MASTER))
    assert one <= other


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("Auto Damage Claims Clerk, Harbour Insurance, 2010 - 2012\n- Sold tickets", "missing"),
        ("Clerk, Harbour Insurance, 2010 - 2012\n- Inspected damage of cars and took photographs", "met"),
    ],
)
def test_a_job_s_name_alone_shows_no_part_of_a_duty(line: str, status: str) -> None:
    resume = MASTER.format(line="Kept bees") + f"\n{line}\n"
    asked = "What you will do\n- Inspect storm damage on site and photograph roofs\n"
    assert report_of(resume, asked + MASTERS_POSTING.format(asked="Keep bees")).matches[0].status == status


@pytest.mark.parametrize(
    ("asked", "head"),
    [
        ("Draft the event budget and keep it honest", "Special Events Officer, 2010 - 2012"),
        ("Keep the register of board members up to date", "Team Administrator, Board of Trade, 2010 - 2012"),
    ],
)
def test_like_words_in_the_name_of_a_job_are_at_most_a_part(asked: str, head: str) -> None:
    resume = MASTER.format(line="Kept bees") + f"\n{head}\n- Sold hats\n"
    posting = f"What you will do\n- {asked}\n" + MASTERS_POSTING.format(asked="Keep bees")
    assert report_of(resume, posting).matches[0].status == "partial"


ACCESS = """What you will do
- Record accessibility data and report benchmarks
- Train teams in web accessibility and captioning
- Audit web accessibility and vendor contracts
- Test web accessibility and search engines
- Write the web accessibility policy and roadmap
- Coordinate web accessibility budgets and grants
- Run payroll
- Weld stainless pipe
- Plan lessons
- Prune apple trees
- Teach sign language
- Prepare tax returns
- Repair boilers
- Drive a tram
"""


def test_the_posting_s_own_field_tells_nothing_of_the_other_things_asked() -> None:
    resume = (
        "Experience\nFront-end developer, Larkspur Ltd, 2020 - 2023\n- Post the web accessibility score on Mondays\n"
    )
    matches = report_of(resume, ACCESS).matches
    assert [m.status for m in matches if "budgets" in m.requirement.text] == ["missing"]
    assert [m.status for m in matches if "policy" in m.requirement.text] == ["missing"]
