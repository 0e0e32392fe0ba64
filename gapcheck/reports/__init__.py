"""Report -> text. `render` is the one entrance; each module of this folder is one format."""

from __future__ import annotations

import importlib
from typing import Any

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
    """The report in a format: text, json, markdown, html or github.

    All formats know `evidence=False`, which leaves out every quotation of the resume, and *redact*, which replaces
    the name line, e-mail addresses, telephone numbers, links and street addresses of the resume by "[redacted]".
    text also knows `width`, `color`, `ascii`, `brief` and `why`; html knows `embed`.

    Raises ConfigError for a format or an option that does not exist.
    """
    if format not in REPORTS:
        raise ConfigError(f"there is no report format {format!r}", hint=f"Known formats: {', '.join(REPORTS)}.")
    if redact:
        from gapcheck.reports.redact import redacted

        report = redacted(report)
    module = importlib.import_module(REPORTS[format])
    known = module.render.__kwdefaults__
    if unknown := sorted(set(options) - set(known)):
        raise ConfigError(
            f"the {format} report has no option {unknown[0]!r}", hint=f"It knows: redact, {', '.join(known)}."
        )
    if not options.get("evidence", True):
        from gapcheck.reports.unquoted import without_strange_headings

        report = without_strange_headings(report)
    text: str = module.render(report, **options)
    return text
