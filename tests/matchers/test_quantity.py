"""Years and degrees: what dates add up to, what is claimed, and how close a field is."""

from __future__ import annotations

import pytest

from gapcheck.matchers import build_index
from gapcheck.matchers.quantity import years_of
from tests.factories import make_keyword, make_requirement
from tests.reading import analyzer, resume_of


def years(body: str, *fields: str, mode: str = "all") -> float:
    """Years of experience that a resume shows in the fields named."""
    keywords = tuple(make_keyword(name) for name in fields)
    requirement = make_requirement("experience", kind="experience", years=1.0, keywords=keywords, mode=mode)
    index = build_index(resume_of(f"Ana Sousa\nana@example.org\n\n{body}"), analyzer().lexicon)
    return round(years_of(requirement, index)[0], 2)


JOBS = [
    ("Experience\nBaker, A, 2018 - 2021\n- Bread\n", 3.0),
    ("Experience\nBaker, A, Jan 2018 - Jun 2018\n- Bread\n", 0.5),
    ("Experience\nBaker, A, 2018 - 2020\n- Bread\n\nBaker, B, 2020 - 2022\n- Bread\n", 4.0),
    ("Experience\nBaker, A, 2018 - 2021\n- Bread\n\nBaker, B, 2019 - 2020\n- Bread\n", 3.0),
    ("Experience\nBaker, A, 2018 - 2020\n- Bread\n\nBaker, B, 2019 - 2022\n- Bread\n", 4.0),
    ("Experience\nBaker, A, 2010 - 2012\n- Bread\n\nDriver, B, 2012 - 2022\n- Parcels\n", 2.0),
    ("Experience\nBaker, A, Jan 2024 - present\n- Bread\n", 2.08),
    ("Experience\nDriver, B, 2012 - 2022\n- Parcels\n", 0.0),
    ("Education\nBaker school diploma, 2012 - 2014\n", 0.0),
    ("", 0.0),
]


@pytest.mark.parametrize(("body", "wanted"), JOBS)
def test_years_in_a_field(body: str, wanted: float) -> None:
    assert years(body, "baker") == wanted


def test_the_field_may_stand_in_the_lines_of_a_job() -> None:
    assert years("Experience\nClerk, A, 2018 - 2021\n- Payroll for 40 people\n", "payroll") == 3.0


def test_without_a_field_every_job_counts() -> None:
    assert years("Experience\nBaker, A, 2010 - 2012\n- Bread\n\nDriver, B, 2012 - 2022\n- Parcels\n") == 12.0


def test_alternatives_add_up() -> None:
    body = "Experience\nBaker, A, 2010 - 2012\n- Bread\n\nDriver, B, 2012 - 2015\n- Parcels\n"
    assert years(body, "baker", "driver", mode="any") == 5.0


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Baker with 12 years in bakeries.", 12.0),
        ("Baker with twelve years in bakeries.", 12.0),
        ("12+ years as a baker.", 12.0),
        ("I am 28 years old and a baker.", 3.0),
        ("Our bakery was founded 40 years ago; I am its baker.", 3.0),
        ("Driver with 12 years on the road.", 3.0),
    ],
)
def test_a_claim_in_words_counts_when_it_is_larger(sentence: str, wanted: float) -> None:
    assert years(f"Summary\n{sentence}\n\nExperience\nBaker, A, 2018 - 2021\n- Bread\n", "baker") == wanted


def test_the_evidence_is_the_head_of_the_job_with_the_sum() -> None:
    resume = resume_of("Ana Sousa\nana@example.org\n\nExperience\nBaker, A, 2018 - 2021\n- Bread\n")
    requirement = make_requirement("experience", kind="experience", years=1.0, keywords=(make_keyword("baker"),))
    _, (evidence, *_) = years_of(requirement, build_index(resume, analyzer().lexicon))
    assert (evidence.text, evidence.method, evidence.note) == (
        "Baker, A, 2018 - 2021",
        "quantity",
        "3.0 years in all by the dates",
    )


NEIGHBOURS = [
    # one line shows the field: the years of the job count, however many other lines stand beside it
    (
        "Assistant, A, 2015 - 2023\n- Filed letters\n- Met guests\n- Cut keys\n- Payroll once a quarter\n- Sorted mail\n",
        "payroll",
        5.0,
        8.0,
    ),
    ("Payroll Clerk, A, 2015 - 2023\n- Filed letters\n- Met guests\n- Cut keys\n- Sorted mail\n", "payroll", 5.0, 8.0),
    ("Driver, A, 2015 - 2023\n- Parcels\n", "payroll", 5.0, 0.0),
]


@pytest.mark.parametrize(("body", "field", "asked", "wanted"), NEIGHBOURS)
def test_years_of_a_job_count_by_its_head_or_a_line(body: str, field: str, asked: float, wanted: float) -> None:
    requirement = make_requirement("experience", kind="experience", years=asked, keywords=(make_keyword(field),))
    index = build_index(resume_of(f"Ana Sousa\nana@example.org\n\nExperience\n{body}"), analyzer().lexicon)
    assert years_of(requirement, index)[0] == wanted


@pytest.mark.parametrize(
    ("head", "line", "wanted"),
    [
        ("Warehouse Supervisor", "Pallets", 3.0),
        ("Warehouse Operative", "Led a crew of 8", 3.0),
        ("Warehouse Operative", "Pallets", 0.0),
        ("Forklift Operator, warehouse", "Pallets", 0.0),
    ],
)
def test_years_of_leading_are_counted_where_people_were_led(head: str, line: str, wanted: float) -> None:
    requirement = make_requirement(
        "2 years of supervisory experience in a warehouse",
        kind="experience",
        years=2.0,
        keywords=(make_keyword("warehouse"),),
    )
    index = build_index(
        resume_of(f"Ana Sousa\nana@example.org\n\nExperience\n{head}, A, 2018 - 2021\n- {line}\n"), analyzer().lexicon
    )
    assert years_of(requirement, index)[0] == wanted


def test_a_date_in_a_sentence_heads_no_job() -> None:
    body = "Experience\nBaker, A, 2018 - 2021\n- Complaints fell to none in the fall of 2019\n- Bread\n"
    assert years(body, "baker") == 3.0


def test_dates_in_the_future_do_not_count() -> None:
    assert years("Experience\nBaker, A, 2024 - 2035\n- Bread\n", "baker") <= 2.1
