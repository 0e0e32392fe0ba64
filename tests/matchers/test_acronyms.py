"""Acronyms that a document spells out, and what they do not mean then."""

from __future__ import annotations

import pytest

from gapcheck.matchers import credentials, find_acronyms, phrases
from gapcheck.types import Document
from tests.matchers.asking import ask


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Quarterly Business Review (QBR)", ["qbr"]),
        ("Standard Operating Procedures (SOPs)", ["sop"]),
        ("Bread and Butter (BB)", ["bb"]),
        ("Great food (GF) and Real Time Location System (RTLS)", ["gf", "rtls"]),
        ("Acme (USA)", []),
        ("Excel (Advanced)", []),
        ("(QBR)", []),
    ],
)
def test_acronyms_are_learned_from_brackets(text: str, wanted: list[str]) -> None:
    assert sorted(find_acronyms([Document.from_text(text)])) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("PHR (personal health record)", {"phr": ("personal", "health", "record")}),
        ("KPIs (key performance indicators)", {"kpi": ("key", "perform", "indicator")}),
        ("SQL (joins and window functions)", {}),
        ("CPR (certified, valid to 2027)", {}),
    ],
)
def test_the_acronym_may_stand_first(text: str, wanted: dict[str, tuple[str, ...]]) -> None:
    assert find_acronyms([Document.from_text(text)]) == wanted


@pytest.mark.parametrize(
    ("name", "concept", "line", "other"),
    [
        ("PHR", "PHR", "Helped patients sign in to their PHR (personal health record)", True),
        ("PHR", "PHR", "PHR (Professional in Human Resources), 2020", False),
        ("PHR", "PHR", "PHR certification, 2020", False),
        ("PMP", "PMP", "Wrote the PMP (pest management plan) for six schools", True),
        ("PMP", "PMP", "Project Management Professional (PMP)", False),
        ("CCM", "CCM", "Sold CCM (customer communication management) software", True),
    ],
)
def test_a_resume_may_mean_something_else_by_it(name: str, concept: str, line: str, other: bool) -> None:
    for matcher in (phrases.concept, phrases.stem, credentials.credential):
        if other:
            assert ask(name, line, matcher=matcher, kind="credential", concept=concept) is None
    assert (ask(name, line, matcher=phrases.concept, kind="credential", concept=concept) is None) is other
