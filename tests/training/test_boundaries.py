"""What the model of lost line breaks is trained on: pages with their lines, joined to one line."""

from __future__ import annotations

import random

from gapcheck.training.boundaries import Page, lines_of, runs_of
from gapcheck.training.made_pages import Trade, make_posting, make_resume
from gapcheck.types import Document

TRADE = Trade(
    titles=("Baker", "Pastry Cook"),
    duties=tuple(f"Shape {n} loaves" for n in range(12)),
    demands=tuple(f"Experience with oven {n}" for n in range(12)),
    shown=tuple(f"Baked {n} cakes" for n in range(30)),
)
NAMES = [f"dough {n}" for n in range(20)]


def test_the_lines_of_a_document_are_headings_bullets_and_whole_paragraphs() -> None:
    text = "Baker\n\nDuties\n- Shape and prove the loaves of the night,\n  white and brown\n- Clean the oven\n"
    page = lines_of(Document.from_text(text), "posting")
    assert page.lines == (
        "Baker", "Duties", "Shape and prove the loaves of the night, white and brown", "Clean the oven",
    )  # fmt: skip
    assert page.bullets == (False, False, True, True)


def test_the_truth_of_a_joined_page_is_where_its_lines_began() -> None:
    page = Page("", "posting", ("Duties", "Shape loaves", "Clean the oven. Sweep up."), (False, True, True))
    [(run, starts)] = runs_of(page, glyphs=False)
    assert [run.tokens[i].text for i in sorted(starts)] == ["Shape", "Clean", "Sweep"]


def test_bullets_that_keep_their_signs_part_the_page() -> None:
    page = Page("", "posting", ("Duties", "Shape loaves", "Clean the oven"), (False, True, True))
    runs = [run for run, _ in runs_of(page, glyphs=True)]
    assert [(run.glyph, len(run.tokens)) for run in runs] == [(False, 1), (True, 2), (True, 3)]


def test_made_pages_are_the_same_for_the_same_seed() -> None:
    prose = ["We bake for the whole street and a little further."] * 4
    for make in (lambda rng: make_posting(TRADE, prose, NAMES, rng), lambda rng: make_resume(TRADE, NAMES, rng)):
        first, again = list(make(random.Random(3))), list(make(random.Random(3)))
        assert first == again
        assert all(line.strip() for line in first)
        assert len(first) > 8
