"""A real Chromium for tests of the page: Debian's package, driven by playwright, without its browser download."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE = 120_000
"""Milliseconds; a first start on a busy machine is slow."""


@contextmanager
def chromium() -> Iterator[Any]:
    """A running browser. Skips the tests, saying what is missing, where none can be had."""
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        pytest.skip("NO BROWSER: the page is not tested. Install Debian's package chromium.")
    playwright = pytest.importorskip("playwright.sync_api", reason="NO BROWSER: pip install 'gapcheck[dev]'")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=list(ARGUMENTS), timeout=PATIENCE)
        try:
            yield browser
        finally:
            browser.close()


def axe_source() -> str:
    """The script of axe-core, which a package for playwright brings along."""
    pytest.importorskip("axe_playwright_python", reason="NO AXE: pip install 'gapcheck[dev]'")
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


@contextmanager
def opened(browser: Any, page: Path, **options: Any) -> Iterator[Any]:
    """*page* in a tab of a fresh context; `tab.asked` lists every address that it requested."""
    context = browser.new_context(**options)
    context.set_default_timeout(PATIENCE)
    tab = context.new_page()
    tab.asked = []
    tab.on("request", lambda request: tab.asked.append(request.url))
    try:
        tab.goto(page.as_uri())
        yield tab
    finally:
        context.close()
