"""The trends as one HTML page: bars drawn as inline SVG, no script, no request to anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from gapcheck.batch.show import counted
from gapcheck.batch.trends import PostingGroup, Theme, Trends
from gapcheck.reports.safe import one_line, shorten
from gapcheck.reports.wording import percent

_STYLE = """
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}svg{width:100%;height:auto}text{fill:currentColor;font-size:13px}
.met{fill:#2b6a4d}.partial{fill:#c78a1d}.missing{fill:#b3433a}.plain{fill:#4a6fa5}table{border-collapse:collapse;width:100%}
td,th{text-align:left;padding:.25rem .6rem .25rem 0;border-bottom:1px solid #8884;vertical-align:top}
@media (prefers-color-scheme:dark){body{color:#eee;background:#16181b}.met{fill:#5fb98d}.missing{fill:#e07b72}}
@media print{body{margin:0}}
"""
_ROW, _LEFT, _WIDTH = 24, 300, 880


def trends_page(found: Trends, *, title: str = "What the postings ask for", most: int = 20) -> str:
    """The page; it names itself a gapcheck report, so that it may be replaced by a newer one."""
    reached = ", ".join(f"{number} {name}" for name, number in sorted(found.reached.items()))
    summary = (
        f"{counted(found.postings, 'posting')}, {counted(found.resumes, 'resume')}: {reached or 'nothing judged'}."
    )
    if found.skipped:
        summary += f" {found.skipped} files were skipped."
    if found.reposts:
        again = sum(map(len, found.reposts.values()))
        summary += f" {again} more are re-posts of these and not counted again."
    marks = f"{percent(found.stretch)} and {percent(found.strong)}"
    parts = [
        f"<h1>{_text(title)}</h1><p>{_text(summary)}</p>",
        "<h2>Asked for most</h2><p>Weight: required 1, preferred 0.5. Green: shown, yellow: weakly, red: not.</p>",
        _asked_bars(found.themes[:most]),
        f"<h2>Which one change opens most postings</h2><p>Pairs that would reach {marks} if this alone were shown. "
        "Only where it is true of you.</p>",
        _opener_table(found.openers[:most], found),
        "<h2>Groups of similar postings</h2>",
        _group_table([group for group in found.groups if len(group.postings) > 1][:most]),
    ]
    told = [theme for theme in found.themes if theme.heard]
    if told:
        why = "Applications whose posting asked for it. A few cases show nothing for certain."
        parts += [f"<h2>What became of applications</h2><p>{why}</p>", _heard_table(told[:most])]
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="generator" content="gapcheck report">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{_text(title)}</title><style>{_STYLE}</style></head><body>\n" + "\n".join(parts) + "\n</body></html>\n"
    )


def _asked_bars(themes: Sequence[Theme]) -> str:
    """A bar for each theme, as long as its weight, divided by how it is answered."""
    if not themes:
        return "<p>Nothing.</p>"
    longest = max(theme.weight for theme in themes) or 1.0
    rows = []
    for number, theme in enumerate(themes):
        top = number * _ROW
        answered = theme.shown + theme.weak + theme.lacking
        length = (_WIDTH - _LEFT - 60) * theme.weight / longest
        rows.append(f'<text x="{_LEFT - 8}" y="{top + 16}" text-anchor="end">{_text(theme.name, 42)}</text>')
        left = float(_LEFT)
        for kind, count in (("met", theme.shown), ("partial", theme.weak), ("missing", theme.lacking)):
            width = length * count / answered if answered else 0.0
            if width:
                rows.append(_bar(kind, left, top, width))
            left += width
        if not answered:
            rows.append(_bar("plain", left, top, length))
            left += length
        rows.append(f'<text x="{left + 6:.1f}" y="{top + 16}">{theme.weight:g}</text>')
    label = "Themes by weight: " + "; ".join(f"{one_line(t.name)} {t.weight:g}" for t in themes)
    return (
        f'<svg viewBox="0 0 {_WIDTH} {len(themes) * _ROW}" role="img" aria-label="{escape(label)}">'
        + "".join(rows)
        + "</svg>"
    )


def _bar(kind: str, left: float, top: float, width: float) -> str:
    return f'<rect class="{kind}" x="{left:.1f}" y="{top + 3}" width="{width:.1f}" height="{_ROW - 6}"/>'


def _opener_table(themes: Sequence[Theme], found: Trends) -> str:
    if not themes:
        return "<p>No single change lifts a posting over a mark.</p>"
    head = ("change", f"reach {percent(found.stretch)}", f"reach {percent(found.strong)}", "points where lacking")
    rows = ((t.name, str(t.stretch), str(t.strong), f"{t.gain * 100:.1f}") for t in themes)
    return _table(head, rows)


def _heard_table(themes: Sequence[Theme]) -> str:
    """What came of the applications of the log, by what their postings asked for."""
    head = ("asked for", "showed it", "of these invited", "did not", "of these invited")
    rows = [
        (t.name, str(h.shown), str(h.shown_invited), str(h.lacking), str(h.lacking_invited))
        for t in themes
        if (h := t.heard)
    ]
    return _table(head, rows)


def _group_table(groups: Sequence[PostingGroup]) -> str:
    if not groups:
        return "<p>None.</p>"
    rows = ((g.name, str(len(g.postings)), percent(g.mean), percent(g.best), ", ".join(g.postings[:8])) for g in groups)
    return _table(("terms", "postings", "mean", "best", "which"), rows)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    top = "".join(f"<th>{_text(cell)}</th>" for cell in head)
    body = "".join("<tr>" + "".join(f"<td>{_text(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><tr>{top}</tr>{body}</table>"


def _text(text: str, most: int = 200) -> str:
    return escape(shorten(one_line(text), most))
