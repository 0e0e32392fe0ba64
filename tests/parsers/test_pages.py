from __future__ import annotations

import json

import pytest

from gapcheck.errors import LimitExceeded, NoTextFound
from gapcheck.parsers.glyphs import UNMAPPED, Glyph, PageGlyphs, runs_of
from gapcheck.parsers.pages import Extract, assemble, check_size
from gapcheck.settings import Limits
from tests.parsers.test_layout import write


def page(number: int, *runs: list[Glyph], **more: object) -> PageGlyphs:
    return PageGlyphs(number, 612, 792, runs_of(glyph for run in runs for glyph in run), **more)  # type: ignore[arg-type]


def texts(*pages: PageGlyphs) -> list[str]:
    return [line.text for line in assemble(pages, source="a.pdf").lines]


def test_running_head_is_kept_once():
    pages = [
        page(n, write("Jane Doe - Resume", 50, 40), write(f"Work of {word}", 50, 300))
        for n, word in enumerate(("spring", "summer", "winter"), 1)
    ]
    assert texts(*pages).count("Jane Doe - Resume") == 1


@pytest.mark.parametrize("number", ["2", "Page 2", "Page 2 of 3", "2/3", "- 2 -"])
def test_page_numbers_are_left_out(number):
    assert texts(page(1, write("Work", 50, 300), write(number, 300, 770))) == ["Work"]


def test_years_are_no_page_numbers():
    assert "2019" in texts(page(1, write("Work", 50, 300), write("2019", 300, 770)))


def test_jobs_that_begin_two_pages_and_differ_in_their_years_are_both_kept():
    jobs = ["Cook, Hotel Sol, 2015 - 2018", "Cook, Hotel Sol, 2018 - 2021", "Cook, Hotel Sol, 3 nights"]
    pages = [page(number, write(job, 50, 50), write("Ran the grill", 50, 300)) for number, job in enumerate(jobs, 1)]
    read = [line.text for line in assemble(pages, source="a.pdf").lines]
    assert [text for text in read if text != "Ran the grill"] == jobs


def test_a_running_head_may_count_its_pages():
    pages = [page(n, write(f"Jane Doe, page {n} of 3", 50, 30), write(f"Job {n}", 50, 300)) for n in (1, 2, 3)]
    read = [line.text for line in assemble(pages, source="a.pdf").lines]
    assert read == ["Jane Doe, page 1 of 3", "Job 1", "Job 2", "Job 3"]


def test_a_page_that_says_nothing_but_its_number_keeps_it():
    pages = [page(n, write(f"Page {n}", 50, 40)) for n in (1, 2, 3)]
    assert texts(*pages) == ["Page 1", "Page 2", "Page 3"]


def test_hidden_words_become_a_notice():
    extract = assemble([page(1, write("Jane", 50, 99), write("Kubernetes", 50, 120, hidden=True))], source="a.pdf")
    (notice,) = extract.notices
    assert (notice.code, notice.page, notice.words) == ("hidden_text", 1, ("Kubernetes",))


def test_invisible_text_over_a_scan_is_its_text():
    scanned = page(1, write("Jane", 50, 99, hidden=True), images=1, image_area=0.9)
    assert texts(scanned) == ["Jane"]


def test_some_unmapped_glyphs_become_a_notice():
    extract = assemble([page(1, write("Jane Doe plumber", 50, 99), write(UNMAPPED * 3, 50, 120))], source="a.pdf")
    assert [notice.code for notice in extract.notices] == ["unmapped_glyphs"]


def test_list_markers_without_a_character_are_no_notice():
    rows = [
        glyph for row in range(6) for glyph in (*write(UNMAPPED, 40, 99 + 20 * row), *write("Jane", 60, 99 + 20 * row))
    ]
    assert assemble([page(1, rows)], source="a.pdf").notices == ()


def test_many_unmapped_glyphs_are_no_text():
    with pytest.raises(NoTextFound, match="80% of the glyphs"):
        assemble([page(1, write("J" + UNMAPPED * 4, 50, 99))], source="a.pdf")


@pytest.mark.parametrize(
    ("pages", "message"),
    [
        ([], "has no pages"),
        ([page(1), page(2)], "no text on 2 pages"),
        ([page(1, images=3), page(2)], r"no text on 2 pages, 3 images: a scan\?"),
        ([page(1, write("Jane", 50, 99, hidden=True))], "all text on 1 page is hidden"),
        ([page(1, write("...", 50, 99))], "no text on 1 page"),
    ],
)
def test_no_text_says_why(pages, message):
    with pytest.raises(NoTextFound, match=message) as caught:
        assemble(pages, source="folder/a.pdf")
    assert caught.value.hint
    assert caught.value.source == "a.pdf"


def test_more_characters_than_any_posting_are_refused():
    with pytest.raises(LimitExceeded):
        check_size([page(1, write("Jane Doe", 50, 99))], Limits(max_posting_chars=3), "a.pdf")


def test_extract_survives_the_way_through_json():
    extract = assemble([page(1, write("Jane", 50, 99), write("Kubernetes", 50, 120, hidden=True))], source="a.pdf")
    assert Extract.from_json(json.loads(json.dumps(extract.to_json()))) == extract
