"""The nearest thing that a resume shows for what it lacks; named, never counted."""

from __future__ import annotations

import pytest

from gapcheck.advice import related
from tests.factories import make_keyword, make_match, make_requirement
from tests.reading import analyzer, resume_of

RESUME = """Jo Poe

EXPERIENCE
Analyst, Bluebird Foods
January 2022 - present
- Built 30 dashboards in Power BI for the sales team
- Served PostgreSQL to four teams
- Wrote no Java so far
"""


def near(name, concept=None, *, status="missing", kind="tool", **fields):
    req = make_requirement(name, kind=kind, keywords=(make_keyword(name, concept=concept, status=status),), **fields)
    return related([make_match(status, req)], resume_of(RESUME), analyzer().lexicon)


@pytest.mark.parametrize(("asked", "shown"), [("Tableau", "Power BI"), ("MySQL", "PostgreSQL")])
def test_the_nearest_shares_the_narrowest_broader_thing(asked, shown):
    (found,) = near(asked, asked)
    assert (found.asked, found.shown, found.requirement) == (asked, shown, "r1")
    assert found.common
    assert found.common != asked


def test_the_quotation_is_verbatim_and_counts_nothing():
    (found,) = near("Tableau", "Tableau")
    text = resume_of(RESUME).document.text
    assert text[found.evidence.start : found.evidence.end] == found.evidence.text
    assert found.evidence.text.startswith("Built 30 dashboards")
    assert found.evidence.score == 0


@pytest.mark.parametrize(
    "found",
    [
        near("Tableau", "Tableau", status="met"),
        near("forklift", "forklift operation", kind="skill"),
        near("Zorblax"),
        near("Scala", "Scala"),
        near("Tableau", "Tableau", kind="credential"),
        near("Tableau", "Tableau", years=3.0),
    ],
    ids=["met", "far", "unknown", "only a denied language is near", "a licence has no neighbour", "years"],
)
def test_nothing_is_named_where_nothing_is_near(found):
    assert found == ()


def test_one_neighbour_for_each_requirement_and_six_in_all():
    keywords = tuple(make_keyword(name, concept=name, status="missing") for name in ("Tableau", "MySQL"))
    matches = [make_match("missing", make_requirement(id=f"r{n}", kind="tool", keywords=keywords)) for n in range(8)]
    found = related(matches, resume_of(RESUME), analyzer().lexicon)
    assert [r.requirement for r in found] == ["r0", "r1", "r2", "r3", "r4", "r5"]
