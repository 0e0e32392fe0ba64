"""Licences to drive by their classes, levels of courses, and what is applied for, lapsed or told by its initials."""

from __future__ import annotations

import pytest

from gapcheck.matchers.classes import classes_in, opened
from gapcheck.matchers.holding import part_around, state_of
from tests.reading import FRAME, report_of

HEAD = "Jo Doe\njo@example.com\n\nExperience\nWorker, Some Company, Ohio. March 2019 - present\n- Swept floors\n"
TODAY = 12 * 2026


def status(line: str, shown: str) -> str:
    report = report_of(f"{HEAD}- {shown}\n", FRAME.format(heading="Requirements", line=line))
    return report.matches[0].status


CLASSES = [
    ("CDL Class B", "CDL-A, clean record, since 2014", "met"),
    ("CDL Class A", "Class B CDL since 2019", "missing"),
    ("Class B CDL", "Class A permit", "missing"),
    ("Class A CDL", "Managed Class A office buildings", "missing"),
    ("CDL Class B with P and S endorsements", "Class A CDL with P/S", "met"),
    ("CDL Class B with P and S endorsements", "Class B CDL, S endorsement; P endorsement test set for May", "partial"),
    ("HR truck licence", "MC licence", "met"),
    ("HR truck licence", "MR licence", "missing"),
    ("HR truck licence", "HR manager, payroll and licence audits", "missing"),
    ("Category C licence", "Cat C+E licence and CPC", "met"),
    ("Category C1 driving licence", "Full UK driving licence (category B)", "missing"),
    ("HGV Class 2 licence", "HGV class 1", "met"),
    ("Code 10 driver's licence", "Code 14 licence", "met"),
    ("Code 08 driver's licence", "EB licence", "met"),
    ("Code 14 driver's licence", "Code 10 licence", "missing"),
    ("Ontario G licence", "AZ licence", "met"),
    ("Ontario G licence", "Class G2", "partial"),
    ("Two-wheeler licence", "MCWG licence 2020", "met"),
    ("Two-wheeler licence", "Rode along on deliveries", "missing"),
    ("Valid driver's licence", "learner's licence, code 08", "missing"),
    ("Driver licence, manual", "HR truck licence", "met"),
    ("Driver licence, manual", "C class, auto cond. only", "partial"),
    ("Class C driver's licence", "Class C asbestos licence", "missing"),
    ("Ontario G licence for store deliveries", "full G, own car", "met"),
    ("Commercial driver's license for the boom truck", "Drove the boom truck on private land", "missing"),
]


@pytest.mark.parametrize(("line", "shown", "wanted"), CLASSES)
def test_a_class_opens_those_below_it(line: str, shown: str, wanted: str) -> None:
    assert status(line, shown) == wanted


def test_each_ladder_ends_with_a_car() -> None:
    assert all("car" in opened(name) for name in ("cdl a", "cat ce", "mc", "az", "hmv"))
    assert "car" not in opened("mcwg")


def test_a_class_of_offices_is_found_and_told_apart_by_its_line_only() -> None:
    assert [name for name, _, _ in classes_in("Class A towers, HR manager")] == ["class a"]


STATES = [
    ("Blasting ticket, exam April 2026", "begun"),
    ("Crane ticket: applied, waiting for the card", "begun"),
    ("Personal licence course passed, application at the council", "begun"),
    ("Forklift licence, exam passed in April 2021", ""),
    ("Forklift licence until 2015", "over"),
    ("Forklift licence until 2031", ""),
    ("First aid, expires June 2024", "over"),
    ("Guard card lapsed, renewed 2025", ""),
    ("Applied mathematics certificate", ""),
]


@pytest.mark.parametrize(("part", "wanted"), STATES)
def test_what_is_applied_for_or_ran_out_is_not_held(part: str, wanted: str) -> None:
    assert state_of(part, TODAY) == wanted


def test_what_is_said_of_one_item_is_not_said_of_the_next() -> None:
    line = "Forklift licence, crane ticket (exam booked)"
    assert part_around(line, 0, 16) == "Forklift licence"
    assert "exam booked" in part_around(line, 18, 30)


OTHERS = [
    ("Blasting certificate", "Busy with blasting ticket, exam April 2026", "missing"),
    ("Real estate license", "My real estate license ended in 2012", "missing"),
    ("First aid certificate", "First aid cert 2025", "met"),
    ("Forklift licence", "Forklift lic. 2023", "met"),
    ("First aid level 2", "First aid L3, valid Aug 2027", "met"),
    ("First aid level 2", "First aid level 1", "partial"),
    ("First aid level 2", "First aid level 2, exam booked for May", "missing"),
    ("Diploma from a CODA-accredited dental hygiene program", "Dental Hyg. diploma, 2016", "met"),
    ("Boiler certificate", "Boil the eggs, certificate of merit", "missing"),
    ("Police clearance certificate", "PCC issued March 2025", "met"),
    ("Certificate of fitness", "CoF green, in date", "met"),
    ("Certificate of fitness", "COF applied for", "missing"),
    ("Dental hygiene licence", "DHL parcels sorted", "missing"),
    ("WSET Level 2 in Spirits or Wines", "Served wines by the glass", "missing"),
    ("WSET Level 2 in Spirits or Wines", "WSET L3 in Wines, 2022", "met"),
    ("HLTAID011 Provide First Aid", "HLTAID011, Nov 2025", "met"),
    ("HLTAID011 Provide First Aid", "Provide First Aid certificate 2025", "met"),
    ("HLTAID009 CPR", "Provide CPR, Feb 2024, overdue", "missing"),
    ("CPR and first aid", "CPR to 2027 (first aid part expired)", "partial"),
]


@pytest.mark.parametrize(("line", "shown", "wanted"), OTHERS)
def test_short_names_levels_and_states(line: str, shown: str, wanted: str) -> None:
    assert status(line, shown) == wanted
