"""Brands and kinds of products: a brand shows its kind, another brand is a part, and other words are neither."""

from __future__ import annotations

import pytest

from tests.reading import FRAME, report_of

HEAD = "Jo Doe\njo@example.com\n\nExperience\nWorker, Some Company, Ohio. March 2019 - present\n- Swept floors\n"


def status(line: str, shown: str) -> str:
    report = report_of(f"{HEAD}- {shown}\n", FRAME.format(heading="Requirements", line=line))
    return report.matches[0].status


KINDS = [
    ("WordPress or another CMS", "Updated the site in Squarespace", "met"),
    ("Amplitude or a similar analytics tool", "Mixpanel funnels every week", "met"),
    ("ServiceTitan or other field service software", "FieldEdge on the tablet", "met"),
    ("Jira or an equivalent tool", "Azure DevOps boards for two teams", "met"),
    ("Kronos or other timekeeping system", "ADP time cards for 40 people", "met"),
    ("Experience with library systems such as Koha or Sierra", "Polaris since 2018", "met"),
    ("Toast or similar POS", "Rang up guests in Aloha", "met"),
    ("Toast or similar POS", "Said aloha to the guests", "missing"),
    ("Toast or similar POS", "Made toast and eggs", "missing"),
    ("Spreadsheets", "Excel for the budget", "met"),
    ("Permit tracking software", "SmartGov for permits", "met"),
    ("Experience with ticketing systems such as Zendesk", "Sold tickets at the front desk", "missing"),
]


@pytest.mark.parametrize(("line", "shown", "wanted"), KINDS)
def test_a_brand_shows_the_kind_that_is_asked(line: str, shown: str, wanted: str) -> None:
    assert status(line, shown) == wanted


OTHERS = [
    ("Power BI", "Tableau dashboards for the branches", "partial"),
    ("Kronos", "Approved hours in ADP Workforce Now", "partial"),
    ("Adobe Premiere Pro", "Cut films in DaVinci Resolve", "partial"),
    ("Shopify", "WooCommerce shop for two years", "partial"),
    ("Python", "Java for six years", "missing"),
    ("Coordinate measuring machine", "Calipers and squares", "missing"),
    ("Salesforce", "HubSpot, a little", "missing"),
    ("Build features in React and TypeScript", "Built features in Vue and TypeScript", "partial"),
]


@pytest.mark.parametrize(("line", "shown", "wanted"), OTHERS)
def test_another_brand_is_a_part(line: str, shown: str, wanted: str) -> None:
    assert status(line, shown) == wanted


OURS = [
    ("You should know a point of sale system (ours is Lightspeed)", "In Oracle Xstore all day", "met"),
    ("A project tool (we live in Asana)", "Asana for facilities and onboarding", "met"),
    ("A project tool (we live in Asana)", "Boards for eleven events in Trello", "met"),
    ("Hands-on with a WMS (we run Manhattan) and RF scanners", "Scan pallets with the RF gun into Körber", "met"),
    ("Hands-on with a WMS (we run Manhattan) and RF scanners", "Scan pallets with the RF gun", "partial"),
    ("A project tool (we live in Asana)", "Grew tomatoes and beans", "missing"),
]


@pytest.mark.parametrize(("line", "shown", "wanted"), OURS)
def test_the_brand_that_the_employer_has_asks_nothing_beside_its_kind(line: str, shown: str, wanted: str) -> None:
    assert status(line, shown) == wanted


@pytest.mark.parametrize(
    ("line", "shown", "wanted"),
    [
        ("Excel with pivot tables", "Excel with pivots for the morning mail", "met"),
        ("Calipers, micrometers and height gauges", "Mics, verniers and height stand all day", "met"),
        ("Guidewire", "ClaimCenter 10 upgrade", "met"),
        ("Google Docs", "GDocs and Slack", "met"),
        ("Python", "Working through a Python course", "partial"),
        ("Accela or EnerGov", "Accela and EnerGov, only through the public portals", "partial"),
        ("Rust", "Rust-proofed boats", "missing"),
    ],
)
def test_tools_in_short_forms_and_with_limits(line: str, shown: str, wanted: str) -> None:
    assert status(line, shown) == wanted
