"""What was learned, as plain text for a terminal: short lines, no colour, nothing that acts on a screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gapcheck.batch.applog import Application
from gapcheck.batch.compare import Beside, Comparison, Shown, Side
from gapcheck.batch.diff import Change, PostingDiff, ResumeDiff, Shift
from gapcheck.batch.learn import Learned, interval_words
from gapcheck.batch.rank import Ranked
from gapcheck.batch.trends import Heard, Theme, Trends
from gapcheck.reports.safe import one_line, shorten
from gapcheck.reports.wording import STATUS, counts_text, percent, score_text, verdict_short
from gapcheck.settings import Settings
from gapcheck.types import Coverage

_WIDTH = 100
_MOST = 12


def rank_text(ranked: Sequence[Ranked], settings: Settings) -> str:
    """The ranking, a block of at most four lines for each posting."""
    lines = []
    for one in ranked:
        row = one.row
        score = "no score" if row.score is None else percent(row.score, (settings.stretch, settings.strong))
        title = f"{one_line(row.title)} " if row.title else ""
        lines.append(f"{one.place:3}. {score:>8}  {row.verdict:12} {title}({one_line(row.posting)})")
        if row.must_have_gaps:
            gaps = "; ".join(gap.rstrip(".;") for gap in row.must_have_gaps)
            lines.append(f"{_IN}must-haves not shown: {_cut(gaps)}")
        if row.next_gain:
            lines.append(f"{_IN}next: {_cut(row.next_change)} (+{row.next_gain * 100:.1f} points)")
        if one.reposts:
            lines.append(f"{_IN}the same posting again: {', '.join(map(one_line, one.reposts))}")
    return _page(lines or ["No posting could be ranked."])


_IN = " " * 15


def trends_text(found: Trends, *, most: int = _MOST) -> str:
    """The trends: what recurs, what is lacking, what opens most postings, groups."""
    verdicts = ", ".join(f"{number} {name}" for name, number in sorted(found.reached.items()))
    lines = [
        f"{counted(found.postings, 'posting')}, {counted(found.resumes, 'resume')}: {verdicts or 'nothing judged'}"
    ]
    if found.skipped:
        lines.append(f"{found.skipped} files were skipped")
    lines += [
        f"counted once: {one_line(first)}, put up again as {', '.join(map(one_line, others))}"
        for first, others in list(found.reposts.items())[:most]
    ]
    lines += ["", "Asked for most (weight: required 1, preferred 0.5)"]
    lines += [_theme(theme) for theme in found.themes[:most]]
    lines += ["", "Not shown, or only weakly"]
    lines += [_theme(theme) for theme in found.lacking[:most]] or ["  nothing"]
    lines += ["", "Which one change opens most postings, if it is true of you"]
    lines += [_opener(theme, found) for theme in found.openers[:most]] or [
        f"  no single change lifts a posting over {percent(found.stretch)} or {percent(found.strong)}"
    ]
    groups = [group for group in found.groups if len(group.postings) > 1]
    if groups:
        lines += ["", f"Groups of similar postings ({len(found.groups) - len(groups)} are like no other)"]
    for group in groups[:most]:
        mean = "" if group.mean is None else f", mean {percent(group.mean)}, best {percent(group.best)}"
        lines.append(f"  {len(group.postings):4}  {one_line(group.name)}{mean}")
    return _page(lines)


def counted(number: int, what: str) -> str:
    """ "1 posting", "2 postings"."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _theme(theme: Theme) -> str:
    answered = f"shown {theme.shown}, weakly {theme.weak}, not {theme.lacking}"
    asked = f"in {theme.postings} ({percent(theme.share)}), required in {theme.required}"
    told = f"; {heard_words(theme.heard)}" if theme.heard else ""
    return f"  {theme.weight:6g}  {_cut(theme.name, 40)}: {asked}; {answered}{told}"


def heard_words(heard: Heard) -> str:
    """What came of the applications that were asked for a theme: "in your log 1 of 2 that showed it were invited"."""
    parts = [
        f"{invited} of {number} {how} {'was' if number == 1 else 'were'} invited"
        for how, invited, number in (
            ("that showed it", heard.shown_invited, heard.shown),
            ("that did not", heard.lacking_invited, heard.lacking),
        )
        if number
    ]
    return f"in the log {', '.join(parts)}"


def _opener(theme: Theme, found: Trends) -> str:
    reach = f"{theme.stretch} would reach {percent(found.stretch)}, {theme.strong} would reach {percent(found.strong)}"
    return f"  {_cut(theme.name, 40)}: {reach}; {theme.gain * 100:.1f} points where it is lacking"


def diff_text(found: PostingDiff) -> str:
    """What changed in a posting."""
    lines = [_change(change) for change in found.changes] or ["No requirement changed."]
    lines.append(f"{found.unchanged} unchanged")
    if found.before and found.after:
        lines.append(f"score: {_score(found.before)} -> {_score(found.after)}")
    return _page(lines)


def _change(change: Change) -> str:
    words = {
        "added": f"+ {_cut(change.after)} ({change.importance_after})",
        "removed": f"- {_cut(change.before)} ({change.importance_before})",
        "moved": f"> {_cut(change.after)} ({change.importance_before} -> {change.importance_after})",
        "reworded": f"~ {_cut(change.before)} -> {_cut(change.after)} ({change.importance_after})",
    }[change.kind]
    if change.status is not None:
        words += f"; {STATUS[change.status]}"
    return words if change.effect is None else f"{words}; alone {change.effect * 100:+.1f} points"


def resume_diff_text(found: ResumeDiff, *, evidence: bool = True) -> str:
    """What a new version of a resume gained and lost."""
    lines = [f"score: {_score(found.before)} -> {_score(found.after)}"]
    for title, shifts in (("Gained", found.gained), ("Lost", found.lost)):
        lines += ["", title, *(line for shift in shifts for line in _shift(shift, evidence))] if shifts else []
    for title, names in (
        ("Keywords gained", found.keywords_gained),
        ("Keywords lost", found.keywords_lost),
        ("Also new", found.concepts_gained),
        ("No longer named", found.concepts_lost),
    ):
        lines += [f"{title}: {', '.join(map(one_line, names))}"] if names else []
    if len(lines) == 1:
        lines.append("Nothing that the posting asks for changed.")
    return _page(lines)


def _shift(shift: Shift, evidence: bool) -> Iterable[str]:
    yield f"  {_cut(shift.requirement)} ({shift.importance}): {STATUS[shift.before]} -> {STATUS[shift.after]}"
    if evidence:
        yield from (f"      was: {_cut(quote)}" for quote in shift.evidence_before[:1])
        yield from (f"      now: {_cut(quote)}" for quote in shift.evidence_after[:1])


def compare_text(found: Comparison, *, evidence: bool = True) -> str:
    """Two resumes side by side."""
    lines = [one_line(found.title), "", f"{'':24}{'yours':>24}{'the other':>24}"]
    for name, mine, theirs in _figures(found.mine, found.theirs):
        lines.append(f"{name:24}{mine:>24}{theirs:>24}")
    for title, sides in (("The other shows more", found.behind), ("You show more", found.ahead)):
        lines += ["", title]
        lines += [line for one in sides for line in _beside(one, evidence)] or ["  nothing"]
    for title, shown in (("Beyond the posting, only the other", found.beyond), ("only you", found.mine_beyond)):
        lines += ["", title]
        lines += [_shown(one, evidence) for one in shown[:_MOST]] or ["  nothing"]
    return _page(lines)


def _figures(mine: Side, theirs: Side) -> Iterable[tuple[str, str, str]]:
    yield "score", _score(mine.coverage), _score(theirs.coverage)
    yield "years in dated jobs", f"{mine.years:.1f}", f"{theirs.years:.1f}"
    yield "years that fit", f"{mine.specific_years:.1f}", f"{theirs.specific_years:.1f}"
    yield "highest degree named", mine.degree or "none", theirs.degree or "none"
    yield "credentials", str(len(mine.credentials)), str(len(theirs.credentials))


def _beside(one: Beside, evidence: bool) -> Iterable[str]:
    yield f"  {_cut(one.requirement)} ({one.importance}): you {STATUS[one.mine]}, other {STATUS[one.theirs]}"
    if evidence:
        yield from (f"      you:   {_cut(quote)}" for quote in one.my_evidence[:1])
        yield from (f"      other: {_cut(quote)}" for quote in one.their_evidence[:1])


def _shown(one: Shown, evidence: bool) -> str:
    return f"  {one_line(one.name)}: {_cut(one.evidence)}" if evidence else f"  {one_line(one.name)}"


def log_text(applications: Sequence[Application]) -> str:
    """The log, a line for each application."""
    lines = []
    for a in applications:
        score = "no score" if a.score is None else percent(a.score, (0.75, 0.8))
        what = one_line(a.title) or one_line(a.posting)
        lines.append(f"{a.id:4}  {a.added}  {score:>8}  {a.outcome:10}  {_cut(what, 60)}  ({one_line(a.resume)})")
        lines += [f"{'':30}{event.at}: {_cut(event.notes)}" for event in a.events if event.notes]
    return _page(lines or ["The log is empty."])


def learn_text(found: Learned) -> str:
    """What the log says."""
    lines = list(found.sentences)
    for title, rates in (("By verdict", found.by_verdict), ("By version of the resume", found.by_version)):
        lines += ["", title] if rates else []
        lines += [f"  {one_line(rate.name)}: {rate.happened} of {rate.of}, {interval_words(rate)}" for rate in rates]
    if found.gaps:
        lines += ["", "Missing or weak in applications without an invitation"]
    for gap in found.gaps[:_MOST]:
        invited = f"; {gap.missing_invited} of {gap.invited} with one" if gap.invited else ""
        lines.append(f"  {_cut(gap.name, 50)}: {gap.missing_not_invited} of {gap.not_invited}{invited}")
    if found.notes:
        lines += ["", "Notes"]
    lines += [f"  {one_line(posting)}, {outcome}: {_cut(note)}" for posting, outcome, note in found.notes]
    return _page(lines)


def _score(coverage: Coverage) -> str:
    return f"{score_text(coverage)} {verdict_short(coverage)}" if coverage.score is not None else counts_text(coverage)


def _cut(text: str, width: int = _WIDTH) -> str:
    return shorten(one_line(text), width)


def _page(lines: Iterable[str]) -> str:
    return "\n".join(line.rstrip() for line in lines) + "\n"
