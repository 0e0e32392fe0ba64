"""The page in a real browser: accessible in light and dark, one request, printable, and nothing in it runs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

import gapcheck
from gapcheck.reports import render
from tests.factories import make_document, make_empty_report, make_letter, make_master, make_report
from tests.reports.browser import axe_source, chromium, opened
from tests.reports.test_html import EVIL, make_evil_report

DEMO = Path(gapcheck.__file__).parent / "demo"
SIZES = {"A4": (595, 842), "Letter": (612, 792)}
MARGIN = 30
"""Points of white paper that every page keeps on all sides."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as running:
        yield running


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    demo = gapcheck.analyze(DEMO / "resume.pdf", DEMO / "posting.txt")
    full = make_report(letter=make_letter(), master=make_master(), must_have_gaps=("r4",))
    reports = {
        "demo": render(demo, "html"),
        "full": render(full, "html"),
        "unquoted": render(full, "html", evidence=False),
        "gap": render(replace(demo, coverage=replace(demo.coverage, verdict="gap")), "html"),
        "empty": render(make_empty_report(posting=make_document(), resume=make_document()), "html"),
        "evil": render(make_evil_report(), "html"),
    }
    folder = tmp_path_factory.mktemp("pages")
    for name, text in reports.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in reports}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["demo", "full", "unquoted", "gap", "empty", "evil"])
def test_axe_finds_no_violation(browser: Any, pages: dict[str, Path], name: str, scheme: str) -> None:
    # The page's own policy would not let the checker in: that it holds is the business of another test.
    with opened(browser, pages[name], color_scheme=scheme, bypass_csp=True) as tab:
        tab.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        tab.evaluate(axe_source())
        found = tab.evaluate("axe.run(document, {resultTypes: ['violations']})")
    assert [(v["id"], [node["html"] for node in v["nodes"]]) for v in found["violations"]] == []
    assert len(found["passes"]) > 10


def test_axe_would_find_a_fault(browser: Any, tmp_path: Path) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text("<!doctype html><html lang=en><title>x</title><main><h1>x</h1><img src='data:,'>", encoding="utf-8")
    with opened(browser, bad) as tab:
        tab.evaluate(axe_source())
        found = tab.evaluate("axe.run(document)")
    assert "image-alt" in [violation["id"] for violation in found["violations"]]


@pytest.mark.parametrize("name", ["demo", "evil"])
def test_the_page_asks_for_itself_and_nothing_else(browser: Any, pages: dict[str, Path], name: str) -> None:
    with opened(browser, pages[name]) as tab:
        tab.wait_for_load_state("networkidle")
        assert tab.asked == [pages[name].as_uri()]


def test_injected_markup_stays_text(browser: Any, pages: dict[str, Path]) -> None:
    with opened(browser, pages["evil"]) as tab:
        said: list[str] = []
        tab.on("dialog", lambda dialog: said.append(dialog.message))
        assert tab.evaluate("[document.scripts.length, document.images.length]") == [0, 0]
        assert EVIL[: EVIL.index("\x1b")] in tab.inner_text("h1")
    assert said == []


def test_the_policy_keeps_scripts_from_running(browser: Any, pages: dict[str, Path]) -> None:
    with opened(browser, pages["demo"]) as tab:
        tab.evaluate(
            "const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s)"
        )
        assert tab.evaluate("window.ran") is None


@pytest.mark.parametrize("width", [320, 390, 820, 1280])
@pytest.mark.parametrize("name", ["demo", "full", "evil"])
def test_no_screen_scrolls_sideways(browser: Any, pages: dict[str, Path], name: str, width: int) -> None:
    with opened(browser, pages[name], viewport={"width": width, "height": 900}) as tab:
        assert tab.evaluate("document.documentElement.scrollWidth") <= width


def test_a_number_leads_to_its_counterpart(browser: Any, pages: dict[str, Path]) -> None:
    with opened(browser, pages["demo"]) as tab:
        tab.click("#p1")
        assert tab.evaluate("document.querySelector(':target').id") == "e1-1"
        assert tab.locator("#e1-1").is_visible()
        tab.click("#e1-1")
        assert tab.evaluate("document.querySelector(':target').id") == "p1"


# --- on paper --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("paper", sorted(SIZES))
@pytest.mark.parametrize("name", ["demo", "full"])
def test_it_prints_without_a_cut_line(browser: Any, pages: dict[str, Path], name: str, paper: str) -> None:
    with opened(browser, pages[name]) as tab:
        panes = tab.evaluate("[...document.querySelectorAll('.pane')].map(pane => pane.textContent)")
        cells = tab.evaluate("[...document.querySelectorAll('td')].map(cell => cell.innerText)")
        printed = tab.pdf(format=paper)
    width, height = SIZES[paper]
    said = ""
    for lines in _lines(printed):
        for x0, y0, x1, y1, text in lines:
            assert MARGIN <= x0 < x1 <= width - MARGIN, f"runs over the side: {text}"
            assert MARGIN <= y0 < y1 <= height - MARGIN, f"runs over the end of the page: {text}"
            said += text
        for one, other in combinations(lines, 2):
            assert not _cover(one, other), f"one over the other: {one[4]!r} and {other[4]!r}"
    for line in "\n".join(panes).splitlines():
        assert _bare(line) in _bare(said)
    # The rows of cells side by side come mixed: their words must be there, whatever the order.
    assert {word for cell in cells for word in cell.split() if "Why" not in cell} <= set(
        unicodedata.normalize("NFKC", said).split()
    )


def _lines(pdf: bytes) -> list[list[tuple[float, float, float, float, str]]]:
    """For each page the box and the text of its lines."""
    from pdfminer.high_level import extract_pages
    from pdfminer.layout import LTTextContainer, LTTextLine

    return [
        [(*line.bbox, line.get_text()) for box in page if isinstance(box, LTTextContainer) for line in box
         if isinstance(line, LTTextLine) and line.get_text().strip()]
        for page in extract_pages(BytesIO(pdf))
    ]  # fmt: skip


def _cover(one: tuple[Any, ...], other: tuple[Any, ...]) -> bool:
    """Whether two lines share more than the air between them."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    up = min(one[3], other[3]) - max(one[1], other[1])
    return across > 1 and up > 0.4 * min(one[3] - one[1], other[3] - other[1])


def _bare(text: str) -> str:
    """Without white space, hyphens and ligatures: a printed line may be broken anywhere between words."""
    return re.sub(r"[\s\xad-]", "", unicodedata.normalize("NFKC", text))
