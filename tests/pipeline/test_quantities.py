"""Years, degrees and date ranges, in the many ways in which people write them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from gapcheck.pipeline.quantities import LADDER, find_degrees, find_ranges, find_years, rank
from tests.marks import missed
from tests.reading import TODAY

YEARS = [
    ("5 years of experience", [5]),
    ("5+ years of experience", [5]),
    ("5 + years of experience", [5]),
    ("5 plus years in sales", [5]),
    ("five years of experience", [5]),
    ("five (5) years of experience", [5]),
    ("Five (5)+ years", [5]),
    ("minimum of 2 years", [2]),
    ("minimum 2 yrs", [2]),
    ("at least two years", [2]),
    ("2-4 years", [2]),
    ("2–4 years", [2]),
    ("2 to 4 years", [2]),
    ("two to four years", [2]),
    ("2 or more years", [2]),
    ("three or more years", [3]),
    ("3 years or more", [3]),
    ("over 10 years", [10]),
    ("10+ yrs.", [10]),
    ("1 year", [1]),
    ("one year's experience", [1]),
    ("a year of cashier work", [1]),
    ("a couple of years on a line", [2]),
    ("a few years of practice", [3]),
    ("several years", [3]),
    ("1.5 years", [1.5]),
    ("a 2-year minimum", [2]),
    ("three-year track record", [3]),
    ("5-year commercial driving experience", [5]),
    ("the five-year capital plan", []),
    ("a ten-year security threat assessment", []),
    ("evenings, about three a month", []),
    ("a room of forty four-year-olds", []),
    ("18 months", [1.5]),
    ("six months of retail", [0.5]),
    ("6+ months", [0.5]),
    ("3-5 yrs experience", [3]),
    ("2 years' experience", [2]),
    ("2 years’ experience", [2]),
    ("10-year track record", [10]),
    ("twenty years", [20]),
    ("7 full years", [7]),
    ("4 YOE", [4]),
    ("5+years", [5]),
    ("half a year", [0.5]),
    ("5 years, or 2 years with a degree", [5, 2]),
    ("twelve months", [1]),
    ("two full years on nights", [2]),
]

NO_YEARS = [
    "Home visits at least once a month",
    "45 mailings a year",
    "One Saturday a month",
    "Six trade shows a year",
    "founded 12 years ago",
    "must be 18 years old",
    "21 years of age or older",
    "a 3 year contract",
    "5 year warranty",
    "50 hours a week",
    "open for 130 years",
    "year-end close",
    "401k after 1",
    "children aged 3 to 5",
    "24/7 on call",
    "the year 2024",
    "fiscal year 2025",
    "two of the following",
    "three shifts",
]


@pytest.mark.parametrize(("text", "minimum"), YEARS)
def test_years_asked(text: str, minimum: list[float]) -> None:
    assert [y.minimum for y in find_years(text)] == minimum


@pytest.mark.parametrize("text", NO_YEARS)
def test_other_numbers_are_no_years(text: str) -> None:
    assert find_years(text) == []


def test_years_stand_where_they_say() -> None:
    (found,) = find_years("Minimum of five (5) years in audit", offset=100)
    assert "Minimum of five (5) years in audit"[found.start - 100 : found.end - 100] == "five (5) years"


# --- date ranges -----------------------------------------------------------------------------------------------

RANGES = [
    ("2019 - 2022", 36),
    ("2019-2022", 36),
    ("2019 – 2022", 36),
    ("2019 — 2022", 36),
    ("2019 to 2022", 36),
    ("2019 until 2022", 36),
    ("(2019-2022)", 36),
    ("Jan 2019 - Mar 2020", 15),
    ("January 2019 – March 2020", 15),
    ("Jan. 2019 to Mar. 2020", 15),
    ("01/2019 - 03/2020", 15),
    ("1/2019-3/2020", 15),
    ("01.2019 – 03.2020", 15),
    ("January, 2019 - March, 2020", 15),
    ("JAN 2019 - MAR 2020", 15),
    ("Sept 2021 - Dec 2021", 4),
    ("June 2021 through August 2021", 3),
    ("2021 - present", 61),
    ("2021 – Present", 61),
    ("2021 to date", 61),
    ("2021 - now", 61),
    ("2021 - today", 61),
    ("2021 - current", 61),
    ("2021 -", 61),
    ("since 2021", 61),
    ("Since March 2021", 59),
    ("03/2021 - present", 59),
    ("March 2021 – ongoing", 59),
    ("2019-21", 24),
    ("2019 - 2019", 12),
    ("May 2020 - May 2020", 1),
    ("'19 - '22", 36),
    ("Summer 2019 - Winter 2019", None),
    ("Mar 2018 – 2020", None),
    ("2016 thru 2018", 24),
    ("Nov 2023 till Jan 2024", 3),
    ("2008 - 2025", 204),
]


@pytest.mark.parametrize(("text", "months"), [row for row in RANGES if row[1] is not None])
def test_how_long_a_range_is(text: str, months: int) -> None:
    (found,) = [r for r in find_ranges(text, TODAY) if not r.single]
    assert found.last - found.first == months


@pytest.mark.parametrize(
    ("text", "first", "least", "most"),
    [
        ("Mar 2018 – 2020", 2018 * 12 + 2, 22, 34),
        ("2018 – Mar 2020", 2018 * 12, 24, 27),
        ("Sept 2017 to 2019", 2017 * 12 + 8, 16, 28),
    ],
)
def test_a_range_with_one_month_named_is_within_reason(text: str, first: int, least: int, most: int) -> None:
    (found,) = find_ranges(text, TODAY)
    assert found.first == first
    assert least <= found.last - found.first <= most


@pytest.mark.parametrize("text", ["Summer 2019", "Summers 2018, 2019", "Fall 2020", "Spring 2021"])
def test_seasons_are_three_months_each(text: str) -> None:
    assert {r.last - r.first for r in find_ranges(text, TODAY)} == {3}


@pytest.mark.parametrize("text", ["May 2019", "Graduated 2017", "2016", "Class of 2020", "Issued 04/2022"])
def test_one_date_is_no_range(text: str) -> None:
    (found,) = find_ranges(text, TODAY)
    assert found.single


@pytest.mark.parametrize(
    "text",
    [
        "Room 2190",
        "12,019 orders",
        "call 401-555-0143",
        "10-20 people",
        "2 - 5 years",
        "",
        missed("Invoice 20191", why="four digits of a longer number read as a year"),
        missed("A1990s house", why="four digits inside a word read as a year"),
    ],
)
def test_other_numbers_are_no_dates(text: str) -> None:
    assert find_ranges(text, TODAY) == []


def test_two_ranges_in_one_line() -> None:
    assert [r.last - r.first for r in find_ranges("Jan 2019 - Mar 2020; 06/2021 to present", 2022 * 12)] == [15, 8]


def test_ranges_never_end_before_they_begin() -> None:
    for text in ("2022 - 2019", "Dec 2020 - Jan 2020", "2020-19", "present - 2020", "2030 - present"):
        assert all(r.last > r.first for r in find_ranges(text, TODAY))


@pytest.mark.parametrize(("text", "year"), [("'98 - '02", 1998), ("'19 - '22", 2019), ("1999 - 2003", 1999)])
def test_short_years_are_of_this_age(text: str, year: int) -> None:
    (found,) = find_ranges(text, TODAY)
    assert found.first // 12 == year


# --- degrees ---------------------------------------------------------------------------------------------------

DEGREES = [
    ("Bachelor's degree in accounting", ["bachelor"]),
    ("Bachelors degree", ["bachelor"]),
    ("Bachelor’s in nursing", ["bachelor"]),
    ("Bachelor of Science in Civil Engineering", ["bachelor"]),
    ("B.S. in Biology", ["bachelor"]),
    ("BS, Biology", ["bachelor"]),
    ("BSc (Hons) Chemistry", ["bachelor"]),
    ("B.A. English", ["bachelor"]),
    ("BA in History", ["bachelor"]),
    missed("BA/BS", ["bachelor"], why="read as two degrees; harmless"),
    ("BBA", ["bachelor"]),
    ("BSN", ["bachelor"]),
    ("BEng Mechanical", ["bachelor"]),
    ("LLB", ["bachelor"]),
    ("four-year degree", ["bachelor"]),
    ("4 year degree", ["bachelor"]),
    ("undergraduate degree", ["bachelor"]),
    ("a university degree", ["bachelor"]),
    ("college degree", ["bachelor"]),
    ("degree in social work", ["bachelor"]),
    ("degree or equivalent experience", ["bachelor"]),
    ("Master's degree in Marketing", ["master"]),
    ("Masters in Education", ["master"]),
    ("Master of Public Health", ["master"]),
    ("M.S. Marketing", ["master"]),
    ("MS in statistics", ["master"]),
    ("MSc", ["master"]),
    ("MBA", ["master"]),
    ("M.Ed.", ["master"]),
    ("MSW", ["master"]),
    ("MPH", ["master"]),
    ("MSN", ["master"]),
    ("MEng", ["master"]),
    ("LLM", ["master"]),
    ("advanced degree", ["master"]),
    ("graduate degree", ["master"]),
    ("postgraduate degree", ["master"]),
    ("PhD in physics", ["doctorate"]),
    ("Ph.D.", ["doctorate"]),
    ("doctorate", ["doctorate"]),
    ("doctoral degree", ["doctorate"]),
    ("J.D.", ["doctorate"]),
    ("JD, Lewis & Clark", ["doctorate"]),
    ("PharmD", ["doctorate"]),
    ("DNP", ["doctorate"]),
    ("Associate's degree", ["associate"]),
    ("Associate degree in nursing", ["associate"]),
    ("Associate of Applied Science", ["associate"]),
    ("A.A.S. in welding", ["associate"]),
    ("two-year degree", ["associate"]),
    ("ADN", ["associate"]),
    ("HND", ["associate"]),
    ("High school diploma", ["secondary"]),
    ("high school diploma or GED", ["secondary", "secondary"]),
    ("GED", ["secondary"]),
    ("five GCSEs", ["secondary"]),
    ("2 A-levels", ["secondary"]),
    ("diploma in early childhood", ["diploma"]),
    ("NVQ level 2", ["diploma"]),
    ("trade school", ["diploma"]),
    ("Bachelor's or Master's degree", ["bachelor", "master"]),
    ("Bachelor's degree required, Master's preferred", ["bachelor", "master"]),
    ("Associate's or Bachelor's degree", ["associate", "bachelor"]),
]

NO_DEGREES = [
    "Scrum Master",
    "Master Electrician licence",
    "Master Plumber",
    "master data management",
    "Station Master",
    "maintain the master schedule",
    "sales associate",
    "Associate at a law firm",
    "a high degree of accuracy",
    "to some degree of detail",
    "90 degree bends",
    "360-degree feedback",
    "Ms. Alvarez",
    "MS Office",
    "Jackson, MS",
    "Boston, MA 02110",
    "master chef",
    "associate with customers",
    "Bachelorette parties",
    "as in previous years",
    "Dr. MD Anderson",
    "mics, height master, dial bore",
    "metals by ICP-MS, USP <232>",
    "residues by LC/MS, 40 a day",
    "sutured first and second degree tears",
    "second-degree burns",
]


MASTERS = ["bachelor's or master, in nursing", "Professional Master, 2019", "MS, Biology", "BS/MS, Biology", "Master"]


@pytest.mark.parametrize("text", MASTERS)
def test_a_master_before_a_comma_is_one_where_a_degree_may_stand(text: str) -> None:
    assert "master" in [level for level, _, _ in find_degrees(text)]


@pytest.mark.parametrize(("text", "wanted"), DEGREES)
def test_degrees(text: str, wanted: list[str]) -> None:
    assert [level for level, _, _ in find_degrees(text)] == wanted


@pytest.mark.parametrize("text", NO_DEGREES)
def test_what_only_looks_like_a_degree(text: str) -> None:
    assert find_degrees(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Bachelor's or Master's degree in nursing",
        "BA/BS, MBA or PhD",
        "high school diploma or GED",
        "Associate's, B.S. or M.S.",
    ],
)
def test_degrees_stand_in_order_without_overlap(text: str) -> None:
    found = find_degrees(text)
    assert all(0 <= start < end <= len(text) for _, start, end in found)
    assert all(a[2] <= b[1] for a, b in pairwise(found))


def test_the_ladder() -> None:
    assert [rank(level) for level in LADDER] == list(range(6))
    assert rank("master") > rank("bachelor") > rank("associate") > rank("secondary")
