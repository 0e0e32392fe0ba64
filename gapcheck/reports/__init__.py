"""Report -> text. `render` is the one entrance; each module of this folder is one format."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any

from gapcheck import plugins
from gapcheck.errors import ConfigError
from gapcheck.types import Report

REPORTS = {
    "text": "gapcheck.reports.terminal",
    "json": "gapcheck.reports.json",
    "markdown": "gapcheck.reports.markdown",
    "html": "gapcheck.reports.html",
    "github": "gapcheck.reports.github",
}
"""Format name -> module with `render(report, **options) -> str`; imported when first asked for."""


def render(report: Report, format: str = "text", *, redact: bool = False, **options: Any) -> str:
    """The report in a format: text, json, markdown, html, github or a plug-in's.

    All formats know `evidence=False`, which leaves out every quotation of the resume, and *redact*, which replaces
    the name line, e-mail addresses, telephone numbers, links and street addresses of the resume by "[redacted]".
    text also knows `width`, `color`, `ascii`, `brief`, `why` and `full`; html knows `embed`.

    Raises ConfigError for a format or an option that does not exist.
    """
    write = _writer(format)
    if redact:
        from gapcheck.reports.redact import redacted

        report = redacted(report)
    known = write.__kwdefaults__ or {}
    if options.get("evidence") is True and "evidence" not in known:
        del options["evidence"]
    if unknown := sorted(set(options) - set(known)):
        raise ConfigError(
            f"the {format} report has no option {unknown[0]!r}", hint=f"It knows: redact, {', '.join(known)}."
        )
    if not options.get("evidence", True):
        from gapcheck.reports.unquoted import without_strange_headings

        report = without_strange_headings(report)
    text: str = write(report, **options)
    return text


def _writer(format: str) -> Callable[..., str]:
    if format in REPORTS:
        write: Callable[..., str] = importlib.import_module(REPORTS[format]).render
        return write
    added = plugins.find(plugins.REPORTS, format)
    if added is None:
        known = ", ".join((*REPORTS, *plugins.names(plugins.REPORTS)))
        raise ConfigError(f"there is no report format {format!r}", hint=f"Known formats: {known}.")
    own: Callable[..., str] = added
    return own
