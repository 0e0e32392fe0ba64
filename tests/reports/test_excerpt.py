from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapcheck.reports.excerpt import excerpt, fitted, marked, stems

LONG = (
    "Keep product photos and price lists in SharePoint and Airtable, the data storage software used by all dealers "
    "(nine of them), and collect their approval for each campaign"
)


@pytest.mark.parametrize(
    ("limit", "asked", "shown"),
    [
        (400, "", f'"{LONG}"'),
        (63, "", '"Keep product photos and price lists in SharePoint and Airtable"…'),
        (60, "", '"Keep product photos and price lists in SharePoint"…'),
        (60, "data storage software", '…"the data storage software used by all dealers"…'),
        (60, "approvals of campaigns", '…"and collect their approval for each campaign"'),
        (46, "approvals of campaigns", '…"and collect their approval for each campaign"'),
        (55, "dealers", '…"the data storage software used by all dealers"…'),
    ],
)
def test_the_piece_holds_what_is_asked(limit, asked, shown):
    assert excerpt(LONG, limit, stems([asked])) == shown


def test_a_piece_does_not_end_inside_brackets_or_with_a_small_word():
    assert excerpt("Payroll Specialist, Desert Line (1,100 people)", 40) == '"Payroll Specialist, Desert Line"…'


def test_a_word_longer_than_the_room_is_cut():
    assert excerpt("x" * 300, 40) == f'"{"x" * 40}"…'


def test_straight_marks_inside_get_curly_ones_around():
    assert marked('Talk "On dough"') == '“Talk "On dough"”'


@given(text=st.text(min_size=1, max_size=300), limit=st.integers(12, 90), asked=st.text(max_size=40))
def test_every_piece_is_verbatim_and_within_its_limit(text, limit, asked):
    from gapcheck.reports.safe import one_line

    shown = excerpt(text, limit, stems([asked, text[-30:]]))
    piece = shown.removeprefix("…").removesuffix("…")[1:-1]
    assert piece in one_line(text)
    assert len(piece) <= limit


@pytest.mark.parametrize("lines", [1, 2, 3])
def test_fitted_fills_at_most_the_lines(lines):
    from textwrap import wrap

    found = fitted(lambda limit: excerpt(LONG, limit), " p1 Experience", 32, lines)
    assert len(wrap(f"{found} p1 Experience", 32)) == lines
