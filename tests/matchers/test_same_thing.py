"""One thing under two names: a name with its acronym, a licence by its class, a language by what is done in it."""

from __future__ import annotations

import pytest

from tests.reading import judged

RESUME = "Jo Doe\njo@example.com\n\nExperience\nWorker, Some Company, Ohio. March 2019 - present\n- {line}\n"


@pytest.mark.parametrize(
    ("asked", "line", "status"),
    [
        ("Motorboat operator certification (MOCC)", "MOCC, 2023", "met"),
        ("Radiation worker safety course (RWST)", "RWST passed in March", "met"),
        ("Motorboat operator certification (MOCC)", "Rowed a boat on Sundays", "missing"),
        ("Driver's licence required", "Lives in Vejle, licence B", "met"),
        ("Driver's licence required", "B and BE. 35,000 km a year", "met"),
        ("Driver's licence required", "Vitamin B and iron for the herd", "missing"),
        ("Spanish", "enough Spanish to ask where the leak is", "partial"),
        ("Spanish", "My Spanish is good enough to argue in", "met"),
        ("Fluent Dutch", "Daily calls with Dutch carriers", "missing"),
        ("Fluent Dutch", "Fluent Dutch, spoken with customers every day", "met"),
        ("French", "High school French, gone", "missing"),
    ],
)
def test_status(asked: str, line: str, status: str) -> None:
    assert judged(asked, RESUME.format(line=line))[0].status == status


def test_a_clean_record_is_asked_beside_the_licence() -> None:
    found = judged(
        "Valid driver's license and clean record", RESUME.format(line="PA driver license, two speeding tickets")
    )
    assert [(m.requirement.kind, m.status) for m in found] == [("credential", "met"), ("condition", "missing")]
