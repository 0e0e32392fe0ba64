"""Kinds of employers: which one a phrase of a posting asks, and which the head of a job shows."""

from __future__ import annotations

import pytest

from gapcheck.lexicon.relations import table_rows
from gapcheck.lexicon.sectors import sectors, sectors_asked, sectors_shown


@pytest.mark.parametrize(
    ("phrase", "wanted"),
    [
        ("hospital", {"hospital"}),
        ("a busy hospital environment", {"hospital"}),
        ("dental or medical office", {"dental office", "medical office"}),
        ("warehouse or distribution center", {"warehouse"}),
        ("another large public body", {"public sector"}),
        ("museum, gallery or heritage site", {"museum or heritage site"}),
        ("court or law office", {"court", "law firm"}),
        ("utility, industrial or construction setting", {"utilities", "manufacturing", "construction"}),
        # a thing or an act of the sector is not the sector
        ("hospital billing", set()),
        ("food safety", set()),
        ("pharmaceutical machinery", set()),
        ("retail banking software", set()),
        ("unionized environment", set()),
        ("environment", set()),
        ("", set()),
    ],
)
def test_what_is_asked(phrase: str, wanted: set[str]) -> None:
    assert sectors_asked(phrase) == wanted


@pytest.mark.parametrize(
    ("head", "sector"),
    [
        ("FP&A Analyst | Kestrel Pet Foods Ltd, Wakefield", "consumer goods"),
        ("Quality Assistant, Meadowsweet Dairy", "food production"),
        ("Porter, Queen Anne Infirmary", "hospital"),
        ("Porter, Queen Anne Infirmary", "regulated industry"),
        ("Teller, First Oak Credit Union", "financial services"),
        ("Dispatcher, Lee Valley Gas & Power", "utilities"),
        ("Payroll Technician, City of Vellmont", "local government"),
        ("Assistant, Brannock Unified School District", "public sector"),
        ("Forklift Operator, Crossroads Cold Storage", "warehouse"),
        ("Night Auditor, Coastway Suites", "hotel"),
        ("Unarmed Officer, Crest Park", "security"),
        ("Tax Senior, Holt & Lane", "accountancy"),
        ("Head of Online, Kite Home", "e-commerce"),
    ],
)
def test_what_a_head_shows(head: str, sector: str) -> None:
    assert sector in sectors_shown(head)


@pytest.mark.parametrize(
    ("head", "sector"),
    [
        ("Driver, Elm Street Food Bank", "food production"),
        ("Lead tech, Dunn County Pet Clinic", "healthcare"),
        ("Grower, Dale Plant Nursery", "early years"),
        ("Health and Safety Officer, Bolt Lifts", "healthcare"),
        ("Machinist, Grove Machine Shop", "retail"),
        ("Auditor, Test Quality Assurance Ltd", "insurance"),
        ("Recycling Officer, Salvation Army", "military"),
        ("DBA, Data Warehouse team", "warehouse"),
        ("Clerk, Dunn County Roofing", "local government"),
    ],
)
def test_what_a_name_does_not_show(head: str, sector: str) -> None:
    assert sector not in sectors_shown(head)


def test_every_row_has_its_cells_and_proves_only_what_has_a_row() -> None:
    rows = list(table_rows("sectors.tsv", 4))
    names = [name for name, *_ in rows]
    assert len(set(names)) == len(names)
    assert all(asked and shown for _, asked, shown, _ in rows)
    assert {above for _, _, _, cell in rows for above in cell.split("|") if above} <= set(names)
    assert all(name in proved for name, proved in sectors().within.items())
