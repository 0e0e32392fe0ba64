from __future__ import annotations

import random
from dataclasses import replace
from fractions import Fraction

import pytest

from gapcheck import scoring
from gapcheck.batch.applog import Answer, Application, Event
from gapcheck.batch.learn import heard
from gapcheck.batch.rows import Ask, AskedKeyword, make_row
from gapcheck.batch.show import trends_text
from gapcheck.batch.trends import Heard, score_of, trends, with_theme
from gapcheck.batch.trends_page import trends_page
from gapcheck.settings import Settings

from ..factories import make_matches, make_posting, make_posting_document, make_resume_document
from .made import ask, row

S = Settings()


def different(rows):
    """The same rows with titles that set their postings apart: rows of few words would be re-posts of one another."""
    return [replace(one, title=" ".join(f"{one.posting}{n}" for n in range(40))) for one in rows]


def theme(found, name):
    return next(one for one in found.themes if one.name == name)


def three_postings():
    """SQL: required twice, preferred once. a: 3 of 4 (75 %), b: 2 of 4, c: 3 of 3.5 without SQL."""
    met = [ask(f"m{n}", "met") for n in range(3)]
    rows = [
        row("a", [ask("SQL"), *met], score=0.75, verdict="stretch"),
        row("b", [ask("SQL"), ask("Go"), *met[:2]], score=0.5),
        row("c", [ask("SQL", importance="preferred"), *met], score=3 / 3.5, verdict="strong"),
    ]
    return different(rows)


def test_a_theme_is_weighed_by_importance_and_counted_once_for_a_posting():
    found = trends(three_postings())
    sql = theme(found, "SQL")
    assert (sql.postings, sql.required, sql.weight, sql.share) == (3, 2, 2.5, 1.0)
    assert (sql.shown, sql.weak, sql.lacking) == (0, 0, 3)
    go = theme(found, "Go")
    assert (go.postings, go.weight, go.lacking) == (1, 1.0, 1)
    assert found.reached == {"stretch": 1, "gap": 1, "strong": 1}
    assert (found.postings, found.resumes) == (3, 1)


def test_which_change_opens_most_by_hand():
    """SQL: a 75 -> 100 % reaches 80; b 50 -> 75 % reaches 75; c is over both already. Go: b 50 -> 75 %."""
    found = trends(three_postings())
    sql, go = theme(found, "SQL"), theme(found, "Go")
    assert (sql.stretch, sql.strong) == (1, 1)
    assert (go.stretch, go.strong) == (1, 0)
    assert [one.name for one in found.openers] == ["SQL", "Go"]
    assert sql.gain == pytest.approx((0.25 + 0.25 + 0.5 / 3.5) / 3)


def test_a_posting_put_up_again_counts_once_and_is_told():
    once = trends(three_postings(), group=False)
    copies = [replace(one, posting=f"{one.posting} again") for one in three_postings()[1:]]
    again = trends([*three_postings(), *copies], group=False)
    assert again.reposts == {"b": ("b again",), "c": ("c again",)}
    assert replace(again, reposts={}) == once
    assert "counted once: b, put up again as b again" in trends_text(again)
    assert "2 more are re-posts" in trends_page(again)


def test_a_repost_counts_for_a_resume_that_has_no_row_of_the_first():
    rows = [replace(one, resume=name) for name, one in zip("pqq", [three_postings()[1]] * 3, strict=True)]
    rows = [replace(one, posting=posting) for posting, one in zip(["b", "again", "b"], rows, strict=True)]
    found = trends(rows)
    assert (found.postings, theme(found, "SQL").lacking) == (1, 2)


def test_many_resumes_do_not_multiply_the_postings():
    rows = [
        row("a", [ask("SQL", status), ask("x"), ask("y")], resume=name)
        for name, status in (("p", "met"), ("q", "missing"))
    ]
    sql = theme(trends(rows), "SQL")
    assert (sql.postings, sql.weight, sql.shown, sql.lacking) == (1, 1.0, 1, 1)
    assert theme(trends(rows, resume="p"), "SQL").lacking == 0


def test_one_theme_under_several_names():
    asks = [
        [ask("vendors"), ask("x"), ask("y")], [ask("vendor"), ask("x"), ask("y")], [ask("Vendors"), ask("x"), ask("y")]
    ]  # fmt: skip
    concept = [ask(name, keywords=(AskedKeyword(name, "Kubernetes"),)) for name in ("k8s", "Kubernetes", "k8s")]
    rows = [row(f"p{n}", [*some, concept[n]]) for n, some in enumerate(asks)]
    found = trends(different(rows))
    assert theme(found, "k8s").postings == 3
    assert {one.name: one.postings for one in found.themes}.get("Vendors", 0) == 3


@pytest.mark.parametrize(
    ("before", "theme_", "after"),
    [
        (ask("SQL"), "sql", "met"),
        (ask("SQL", "partial"), "sql", "met"),
        (ask("SQL"), "go", "missing"),
        (ask("SQL", years=3.0), "sql", "partial"),
        (ask("SQL", "unstated", scored=False), "sql", "unstated"),
        (Ask("r", "t", keywords=(AskedKeyword("SQL"), AskedKeyword("Go"))), "sql", "partial"),
        (Ask("r", "t", keywords=(AskedKeyword("SQL"), AskedKeyword("Go", None, "met"))), "sql", "met"),
        (Ask("r", "t", mode="any", keywords=(AskedKeyword("SQL"), AskedKeyword("Go"))), "sql", "met"),
        (Ask("r", "t", mode="any", at_least=2, keywords=(AskedKeyword("SQL"), AskedKeyword("Go"))), "sql", "partial"),
        (Ask("r", "t", kind="education", degree="bachelor"), "degree:bachelor", "met"),
    ],
)
def test_what_showing_one_theme_does_to_a_requirement(before, theme_, after):
    assert with_theme(before, theme_).status == after


def test_the_score_of_a_row_is_that_of_the_matches():
    """The worked example of the factories: (6 + 0.5 + 0.5 + 0.5) / 9.5."""
    matches = make_matches(make_posting_document(), make_resume_document())
    made = make_row("r", "p", make_posting(), matches, S)
    assert score_of(made.asks, S) == Fraction(15, 19) == scoring.coverage(matches, S).exact
    assert [one.gain for one in made.asks] == [scoring.gain(match, matches, S) for match in matches]
    assert made.next_change == "Coordinate projects with outside vendors"
    assert made.next_gain == pytest.approx(1 / 9.5)


def test_the_fast_count_agrees_with_a_slow_twin_on_random_rows():
    rng = random.Random(5)
    names = ["SQL", "Go", "Excel", "welding", "Spanish"]
    rows = []
    for n in range(60):
        picked = rng.sample(names, rng.randint(3, 5))
        asks = [
            ask(x, rng.choice(["met", "partial", "missing"]), importance=rng.choice(["required", "preferred"]))
            for x in picked
        ]
        rows.append(row(f"p{n}", asks))
    found = trends(different(rows), group=False)
    for name in names:
        reach = {0.75: 0, 0.8: 0}
        for one in rows:
            before = score_of(one.asks, S)
            after = score_of([ask(a.id, "met", importance=a.importance) if a.id == name else a for a in one.asks], S)
            for mark in reach:
                reach[mark] += before < Fraction(str(mark)) <= after
        assert (theme(found, name).stretch, theme(found, name).strong) == (reach[0.75], reach[0.8])


def test_skipped_rows_and_too_little_to_judge():
    found = trends([row("bad", status="skipped", resume=""), row("thin", [ask("SQL")], verdict="insufficient")])
    assert (found.skipped, found.postings, found.openers) == (1, 1, ())
    assert trends([]).themes == ()


def test_a_condition_is_no_change_to_make():
    rows = [row("a", [ask("travel", kind="condition"), ask("x", "met"), ask("y", "met"), ask("z", "met")])]
    assert trends(rows).openers == ()


def test_groups_carry_the_scores():
    towns = ["Ada", "Bend", "Coos"]
    rows = [row(f"n{n}", [ask("Nurse ward")], title=f"Nurse {towns[n]}", score=n / 4) for n in range(3)] + [
        row("dev", [ask("Python")], title="Dev")
    ]
    first = trends(rows).groups[0]
    assert (first.postings, first.mean, first.best) == (("n0", "n1", "n2"), 0.25, 0.5)
    text = trends_text(trends(rows))  # a posting that is like no other is no group to a reader
    assert "Groups of similar postings (1 are like no other)" in text
    assert "dev" not in text.lower().split("groups of")[1]


def test_the_page_has_plots_no_script_and_no_markup_of_others():
    rows = [row("<script>alert(1)</script>", [ask("<b>SQL</b>", "met"), ask("x"), ask("y")], title="<img src=x>")]
    page = trends_page(trends(rows))
    assert "<svg" in page
    assert "&lt;b&gt;SQL" in page
    for bad in ("<script", "<img", "<b>", "http://", "https://"):
        assert bad not in page
    assert "<svg" not in trends_page(trends([]))


def test_a_log_tells_what_became_of_applications_that_were_asked_for_a_theme():
    told = heard(
        [application("shown", "met", "interview"), application("weak", "partial"), application("not", "missing")]
    )
    found = trends(three_postings(), heard=told)
    assert theme(found, "SQL").heard == Heard(shown=1, shown_invited=1, lacking=2, lacking_invited=0)
    assert {t.name for t in found.themes if t.heard} == {"SQL"}
    assert "in the log 1 of 1 that showed it was invited, 0 of 2 that did not were invited" in trends_text(found)
    assert "What became of applications" in trends_page(found)
    assert "What became of applications" not in trends_page(trends(three_postings()))


def application(posting, status, *outcomes):
    answers = (Answer("sql", "SQL", "required", status),)
    events = tuple(Event("2024-01-01", outcome) for outcome in outcomes)
    return Application(posting, "me.txt", 0.5, "gap", answers=answers, events=events)
