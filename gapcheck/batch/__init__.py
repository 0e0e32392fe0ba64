"""Learning across many postings and resumes: the same answers, streamed.

stream.py     many resumes x many postings: analyze_many    sources.py tables.py  where documents come from
best.py       only the pairs that the prefilter puts first  prefilter.py features.py shown.py  thousands x thousands, roughly
rows.py       one pair as a row                             journal.py output.py  rows that survive a kill; tables
processes.py  the one seam for processes                    cache.py              postings and rows by content
rank.py       best postings for a resume                    similar.py            re-posts, groups of postings
trends.py     what recurs, what opens most postings         diff.py compare.py    versions; my resume and another's
applog.py     log of applications; learn.py what it says
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gapcheck.batch.best import analyze_best
    from gapcheck.batch.rows import Row, Wanted
    from gapcheck.batch.sources import Input, Inputs, expand
    from gapcheck.batch.stream import analyze_many

__all__ = ["Input", "Inputs", "Row", "Wanted", "analyze_best", "analyze_many", "expand"]

_LAZY = {
    "Input": "sources",
    "Inputs": "sources",
    "Row": "rows",
    "Wanted": "rows",
    "analyze_best": "best",
    "analyze_many": "stream",
    "expand": "sources",
}


def __getattr__(name: str) -> Any:
    if name in _LAZY:
        from importlib import import_module

        return getattr(import_module(f"gapcheck.batch.{_LAZY[name]}"), name)
    raise AttributeError(f"module 'gapcheck.batch' has no attribute {name!r}")
