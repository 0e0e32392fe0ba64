"""Duties that a resume shows by its acts, papers and slang."""

from __future__ import annotations

import pytest

from tests.marks import missed
from tests.reading import judged

HEAD = "Ana Sousa\nana@example.org\n\nExperience\nTechnician, Larkspur Ltd, 2018 - 2023\n"


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        (
            "Carry out preventive maintenance on all machines",
            "PM route of 40 presses, filters changed by the OEM checklist",
        ),
        ("Respond to tax authorities", "Answered IRS notices and got three penalties abated"),
        ("Manage a caseload of families", "Carried 26 open cases at a time"),
        ("Tile setting", "Thinset, backsplashes and shower pans in 30 flats"),
    ],
)
def test_shown_by_what_it_takes(asked: str, line: str) -> None:
    (match,) = judged(asked, f"{HEAD}- {line}\n", "duties")
    assert match.status in ("met", "partial")
    assert any(e.text in line for e in match.evidence)


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        ("Carry out preventive maintenance on all machines", "No PM route, that was the contractor's work"),
        ("Carry out preventive maintenance on all machines", "Routed the afternoon mail"),
        ("Supervise technicians", "Ocean export agent, June 2017 - February 2020"),  # "# agents": a year counts nobody
        ("Handle maintenance requests", "I work alone most days of the week and decide my own order"),
        missed("Tile setting", "Sold thinset and grout over the counter", why="that it was sold is not heard"),
    ],
)
def test_not_shown_by_a_denial_or_a_neighbour(asked: str, line: str) -> None:
    (match,) = judged(asked, f"{HEAD}- {line}\n", "duties")
    assert match.status == "missing"
