"""What a credential is about, and the rungs of those that have rungs."""

from __future__ import annotations

import pytest

from gapcheck.matchers import credentials
from tests.matchers.asking import ask
from tests.reading import FRAME, posting_of, report_of


@pytest.mark.parametrize(
    ("name", "line", "holds"),
    [
        ("Forklift ticket", "Forklift, certified 2020", True),
        ("Asbestos certification", "Asbestos course, card valid to 2027", True),
        ("Asbestos certification", "Removed asbestos", False),
        ("Forklift ticket", "Repaired forklifts", False),
        ("Hoist licence", "Hoist licence lapsed", False),
        ("Hazmat endorsement", "Two-hour hazmat awareness class for dock workers", False),
        ("Hazmat endorsement", "CDL, hazmat endorsed", True),
        ("Boiler license", "Course in boiler rooms", False),
        ("Boiler license", "Boilers, second class, since 2019", True),
        ("Boiler training", "Trained on boilers", True),
    ],
)
def test_any_word_for_a_credential_will_do(name: str, line: str, holds: bool) -> None:
    assert (ask(name, line, matcher=credentials.credential, kind="credential") is not None) is holds


def test_only_credentials_are_looked_for_in_this_way() -> None:
    assert ask("Forklift ticket", "Forklift, certified 2020", matcher=credentials.credential, kind="duty") is None


HEAD = "Jo Doe\njo@example.com\n\nExperience\nWorker, Some Company, Ohio. March 2019 - present\n- Swept floors\n"


def status(line: str, shown: str) -> str:
    report = report_of(f"{HEAD}- {shown}\n", FRAME.format(heading="Requirements", line=line))
    return report.matches[0].status


OTHER_FORMS = [
    ("Dental radiology certificate (PA)", "Radiology certification (DANB RHS), Pennsylvania", "met"),
    ("First aid certification", "First aid and CPR, Red Cross, to 2027", "met"),
    ("First aid certification", "Restocked the first aid box", "missing"),
    ("Current CPR and first aid", "CPR card, to May 2027", "partial"),
    ("NIMS credentials", "NIMS Measurement and CNC Mill Level I", "met"),
    ("Nevada PILB guard work card", "PILB work card, CPR/AED", "met"),
    ("Board certification (BCPS)", "BCPS since 2022", "met"),
    ("Board certification (BCPS)", "Flu shots since 2018 (APhA certificate)", "missing"),
    ("Valid driver's license", "Ohio DL, clean", "met"),
    ("Full driving licence and use of a car", "Full UK licence, own Fiesta", "met"),
    ("ASE certification", "ASE A1, A4, A5, A6", "met"),
    ("ServSafe or liquor server card", "TIPS card, valid to 2027", "met"),
    ("Pilot certificate", "Private pilot (ASEL), 140 hours", "met"),
    ("Conflict management training", "Conflict management, one day, 2023", "met"),
    ("Wildlife hazard training", "Annual wildlife hazard refresher", "met"),
    ("Radiation safety training", "Annual safety checks with the analyzer", "missing"),
    ("Washington social work license", "Washington driver's license, my own Corolla", "missing"),
    ("Pesticide applicator license", "Worked under the boss's pesticide license", "missing"),
    ("Completed ASYE", "Mentor for three ASYE colleagues", "missing"),
]


@pytest.mark.parametrize(("line", "shown", "wanted"), OTHER_FORMS)
def test_licences_and_certificates_in_other_forms(line: str, shown: str, wanted: str) -> None:
    assert status(line, shown) == wanted


UNDER_WAY = [
    ("CPCU or AU designation, completed or in progress", "AU two of four exams done", "met"),
    ("CPCU or AU designation, completed or in progress", "Enrolled in CPCU 500", "partial"),
    ("CPCU or AU designation", "AU two of four exams done", "missing"),
    ("PMP certification", "PMP exam booked for March", "missing"),
    ("CPA license", "CPA exam: FAR and AUD passed, two to go", "missing"),
    ("Adjuster license, or able to get one within 90 days", "Studying for the adjuster exam, date booked", "partial"),
    ("Adjuster license, or able to get one within 90 days", "Sit across from adjusters and argue", "missing"),
    ("Class A CDL or able to get one within 6 months", "Class A permit since November", "partial"),
    ("Class A CDL", "Class A permit since November", "missing"),
    ("PE license, or can obtain one within six months", "I plan to sit for the PE exam in 2027", "missing"),
    ("Paediatric first aid, or willing to obtain it", "Paediatric first aid lapsed, booked to renew", "partial"),
    ("IOSH Managing Safely or willing to work towards it", "Willing to do IOSH Managing Safely", "partial"),
    ("Boiler license", "Boiler license: I have not tested yet", "missing"),
    ("Oregon OT license, or able to get it within 60 days", "Nevada OT license; not looked into Oregon", "partial"),
]


@pytest.mark.parametrize(("line", "shown", "wanted"), UNDER_WAY)
def test_what_is_begun_counts_where_the_posting_takes_it(line: str, shown: str, wanted: str) -> None:
    assert status(line, shown) == wanted


RUNGS = [
    ("First Aid at Work certificate", "Emergency First Aid at Work (the one-day one), 2024", "partial"),
    ("First Aid at Work certificate", "Paediatric first aid, 12 hours, 2024", "partial"),
    ("Paediatric first aid certificate", "First aid at work (adults), 2024", "missing"),
    ("Immediate Life Support certificate", "Basic life support, 2025", "partial"),
    ("Level 2 Food Safety", "Level 3 Award in Supervising Food Safety, 2021", "met"),
    ("PMP certification", "CAPM, 2023", "partial"),
    ("LCSW", "LMSW, Ohio", "missing"),
    ("CNA certification", "STNA, Ohio", "met"),
]


@pytest.mark.parametrize(("line", "shown", "wanted"), RUNGS)
def test_rungs(line: str, shown: str, wanted: str) -> None:
    assert status(line, shown) == wanted


@pytest.mark.parametrize(
    ("heading", "line", "kind"),
    [
        ("Requirements", "Experience with permit tracking software such as Accela", "tool"),
        ("Requirements", "At least two years of post-registration experience in an acute hospital", "experience"),
        ("Duties", "Repair air brakes, wheel ends and suspension", "duty"),
        ("Duties", "Arranges certified interpreters for hearings", "duty"),
        ("Duties", "Maintain a current CPR certification", "credential"),
        ("Requirements", "Conflict management training", "credential"),
        ("Requirements", "Practice Educator Stage 1", "credential"),
        ("Requirements", "Food handler permit", "credential"),
        ("Requirements", "Pharmacist-administered immunization certificate", "credential"),
        ("Requirements", "Immunization against hepatitis B", "condition"),
    ],
)
def test_what_is_a_credential(heading: str, line: str, kind: str) -> None:
    found = posting_of(FRAME.format(heading=heading, line=line)).requirements
    assert [r.kind for r in found if "museum shop" not in r.text] == [kind]
