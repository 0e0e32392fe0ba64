"""Work with several of a kind."""

from __future__ import annotations

import pytest

from tests.reading import judged

RESUME = """Jo Doe
jo@example.com

Experience
{title}, Larkspur Ltd. March 2019 - present
- {line}
"""

SHOWN = [
    ("Experience with multi-state payroll", "Payroll clerk", "Registered and filed SUI for three states"),
    ("Experience with multi-state payroll", "Payroll clerk", "Withholding in Ohio, Kentucky and Indiana"),
    ("Multi-site facilities management", "Facilities management lead", "Boilers and lifts of eleven small sites"),
    ("Experience with multi-currency accounting", "Accounting clerk", "Bank lines in four currencies"),
]


@pytest.mark.parametrize(("asked", "title", "line"), SHOWN)
def test_several_are_counted_in_the_job(asked: str, title: str, line: str) -> None:
    (found,) = judged(asked, RESUME.format(title=title, line=line))
    assert found.status == "met"


NOT_SHOWN = [
    ("Experience with multi-state payroll", "Payroll clerk", "Filed SUI for the state"),
    ("Experience with multi-state payroll", "Payroll clerk", "Withholding in Ohio"),
    ("Experience with multi-state payroll", "Truck driver", "Hauled steel to three states"),
    ("Experience with multi-currency accounting", "Accounting clerk", "Never had two currencies"),
]


@pytest.mark.parametrize(("asked", "title", "line"), NOT_SHOWN)
def test_one_of_a_kind_or_another_work_is_not_several(asked: str, title: str, line: str) -> None:
    (found,) = judged(asked, RESUME.format(title=title, line=line))
    assert found.status != "met"
