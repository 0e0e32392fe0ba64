"""Page one as a drawing."""

from __future__ import annotations

import re

from gapcheck.reports.miniature import miniature
from gapcheck.types import Line, Page
from tests.factories import (
    make_evidence,
    make_glance,
    make_match,
    make_report,
    make_requirement,
    make_resume_document,
    make_zone,
)

TEXT = "Jo Poe\nRan booths\nKept stock"


def drawn(seen=("r1",), unseen=(), quote="Ran booths", **fields):
    lines = (
        Line(0, 6, top=50.0, indent=56.0, size=20.0),
        Line(7, 17, top=100.0, indent=56.0, size=10.0),
        Line(18, 28, top=115.0, indent=56.0, size=10.0),
    )
    resume = make_resume_document(
        TEXT, lines=fields.pop("lines", lines), pages=fields.pop("pages", (Page(1, 612, 792),))
    )
    match = make_match("met", make_requirement(), evidence=(make_evidence(quote, resume),))
    zones = (make_zone("name", 0, 6), make_zone("bullet", 7, 17), make_zone("opening", 18, 28, read=False))
    glance = make_glance(seen=seen, unseen=unseen, zones=zones, spans=((0, 6), (7, 17)))
    return miniature(make_report(resume=resume, matches=(match,), glance=glance))


def paths(made, look):
    return [
        run for stroke in made.strokes if stroke.look == look for run in re.findall(r"M(\d+) (\d+)h(\d+)", stroke.path)
    ]


def test_lines_stand_where_the_page_has_them():
    assert [(x, y) for x, y, _ in paths(drawn(), "rest")] == [("56", "104"), ("56", "119"), ("56", "58")]


def test_what_is_read_is_drawn_over_the_rest():
    made = drawn()
    assert set(paths(made, "read")) < set(paths(made, "rest"))
    assert len(paths(made, "read")) == 2
    assert [stroke.look for stroke in made.strokes] == ["rest", "rest", "read", "read", "seen"]


def test_proof_is_underlined_and_named_beside_the_page():
    seen, late = drawn(), drawn((), ("r1",), "Kept stock")
    assert [label.names for label in seen.labels + late.labels] == [(("r1", "seen"),), (("r1", "late"),)]
    assert paths(seen, "late") == paths(late, "seen") == []
    assert int(paths(late, "late")[0][1]) > int(paths(late, "rest")[1][1])


def test_without_positions_lines_stand_under_one_another():
    made = drawn(lines=(Line(0, 6), Line(7, 17, bullet=True), Line(18, 28)), pages=(Page(1),))
    heights = [int(y) for _, y, _ in paths(made, "rest")]
    assert heights == sorted(set(heights))
    assert (made.page_width, made.height) == (612, 792)


def test_no_stroke_leaves_the_page():
    made = drawn(lines=(Line(0, 28, top=50.0, indent=590.0, size=30.0),))
    assert all(
        int(x) + int(length) <= made.page_width for look in ("rest", "read") for x, _, length in paths(made, look)
    )


def test_without_a_first_look_there_is_no_drawing():
    assert miniature(make_report(glance=None)) is None
    assert miniature(make_report(glance=make_glance())) is None
