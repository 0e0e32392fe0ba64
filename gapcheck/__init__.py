"""gapcheck: how well does a resume answer a job posting?

    import gapcheck

    report = gapcheck.analyze("resume.pdf", "posting.html")
    report.coverage.score, report.coverage.verdict
    [k.name for k in report.missing_keywords]
    print(gapcheck.render(report, "markdown"))

Nothing heavy is imported before it is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gapcheck.errors import GapcheckError

if TYPE_CHECKING:
    from gapcheck.analyzer import Analyzer, Source
    from gapcheck.lexicon import Lexicon
    from gapcheck.matchers import MATCHERS
    from gapcheck.parsers import parse
    from gapcheck.reports import render
    from gapcheck.settings import Limits, Settings, load_settings
    from gapcheck.types import Document, Report

__all__ = [
    "MATCHERS",
    "Analyzer",
    "Document",
    "GapcheckError",
    "Lexicon",
    "Limits",
    "Report",
    "Settings",
    "analyze",
    "load_settings",
    "parse",
    "render",
]

_LAZY = {
    "Document": "gapcheck.types",
    "Report": "gapcheck.types",
    "Limits": "gapcheck.settings",
    "Settings": "gapcheck.settings",
    "load_settings": "gapcheck.settings",
    "Analyzer": "gapcheck.analyzer",
    "Lexicon": "gapcheck.lexicon",
    "MATCHERS": "gapcheck.matchers",
    "parse": "gapcheck.parsers",
    "render": "gapcheck.reports",
}


def __getattr__(name: str) -> Any:
    if name in _LAZY:
        from importlib import import_module

        return getattr(import_module(_LAZY[name]), name)
    raise AttributeError(f"module 'gapcheck' has no attribute {name!r}")


def analyze(resume: Source, posting: Source, *, settings: Settings | None = None) -> Report:
    """The report of one resume against one posting; each a path, bytes or a `Document`.

    For many checks make one `Analyzer` and reuse it. Raises GapcheckError with what to do next.
    """
    from gapcheck.analyzer import Analyzer

    return Analyzer(settings=settings).analyze(resume, posting)
