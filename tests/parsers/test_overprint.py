from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapcheck.parsers.glyphs import runs_of
from gapcheck.parsers.layout import make_pieces
from gapcheck.parsers.overprint import may_overprint, without_overprint
from tests.parsers.test_layout import write

PRINTED = st.lists(
    st.tuples(
        st.text("abil ", min_size=1, max_size=6).filter(str.strip),
        st.integers(0, 400).map(lambda tenth: 50 + tenth / 10),
        st.integers(0, 60).map(lambda tenth: 100 + tenth / 10),
        st.sampled_from([9.6, 10.0, 24.0]),
        st.sampled_from([-4.5, -2.0, 0.0, 3.0]),
    ),
    max_size=8,
)


@settings(max_examples=300, deadline=None)
@given(PRINTED)
def test_pieces_said_to_be_clear_lose_nothing(printed):
    glyphs = [glyph for text, x, base, size, gap in printed for glyph in write(text, x, base, size=size, gap=gap)]
    if not may_overprint(make_pieces(runs_of(glyphs))):
        assert without_overprint(glyphs) == glyphs


@pytest.mark.parametrize(
    ("runs", "may"),
    [
        ([write("two lines", 50, 100), write("two lines", 50, 114)], False),
        ([write("left", 50, 100), write("right", 200, 100)], False),
        ([write("narrow", 50, 100, gap=-2.8)], False),
        ([write("shadow", 50, 100), write("shadow", 50.4, 100.4)], True),
        ([write("aa", 50, 100, gap=-4.5)], True),
    ],
    ids=["one over the other", "side by side", "narrow letters", "shadow", "letter on its twin"],
)
def test_where_glyphs_may_lie_on_each_other(runs, may):
    assert may_overprint(make_pieces(runs_of(glyph for run in runs for glyph in run))) is may
