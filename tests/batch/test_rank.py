from __future__ import annotations

import random

from gapcheck.batch.rank import rank
from gapcheck.batch.similar import Reposts, groups, reposts

from .made import ask, row

SQL, NIGHTS = "Write reports in SQL for the finance team", "Work night shifts on the surgical ward of the hospital"


def test_best_first_then_fewer_must_haves_then_name_and_what_was_not_judged_last():
    rows = [
        row("c", score=0.5),
        row("none", score=None),
        row("a", score=0.5, must_have_gaps=("licence",)),
        row("b", score=0.5),
        row("best", score=0.81),
        row("bad", status="skipped"),
    ]
    assert [(one.place, one.row.posting) for one in rank(rows)] == [
        (1, "best"),
        (2, "b"),
        (3, "c"),
        (4, "a"),
        (5, "none"),
    ]


def test_only_the_rows_of_the_resume():
    rows = [row("a", score=0.5), row("b", score=0.9, resume="you.txt")]
    assert [one.row.posting for one in rank(rows, resume="me.txt")] == ["a"]


def test_reposts_are_named_at_the_best_of_them():
    rows = [
        row("first", [ask(SQL)], score=0.4),
        row("again", [ask(SQL + "!")], score=0.6),
        row("other", [ask(NIGHTS)], score=0.5),
    ]
    found = rank(rows)
    assert [(one.row.posting, one.reposts) for one in found] == [("again", ("first",)), ("other", ())]


def test_reposts_do_not_depend_on_what_else_there_is():
    assert reposts([SQL, NIGHTS, SQL.upper(), "", ""]) == [0, 1, 0, 3, 4]
    assert reposts([SQL, SQL]) == [0, 0]
    assert reposts([]) == []
    assert reposts(["the of", "the of"]) == [0, 1]


def test_the_order_of_words_counts():
    words = "report finance team write SQL hospital night ward shift nurse".split()
    assert reposts([" ".join(words), " ".join(reversed(words))]) == [0, 1]


def test_groups_are_named_by_their_terms():
    texts = [
        "Nurse ward patients", "Python backend services", "Nurse ward medication", "Python backend databases", "", "Nurse ward"
    ]  # fmt: skip
    found = groups(texts)
    assert [group.members for group in found] == [(0, 2, 5), (1, 3)]
    assert set(found[0].name.split(", ")) >= {"nurse", "ward"}
    assert set(found[1].name.split(", ")) >= {"python", "backend"}
    assert groups([]) == groups(["", "of"]) == ()
    assert [group.name for group in groups(["Welding"])] == ["welding"]


def test_one_by_one_gives_the_same_reposts():
    """Texts of few words with one or two changed: many are just above and just below the mark."""
    rng = random.Random(2)
    names = "ward night shift nurse report finance team hospital surgical care wound record".split()
    texts: list[str] = []
    for _ in range(120):
        base = list(rng.choice(texts).split()) if texts and rng.random() < 0.7 else rng.choices(names, k=30)
        for _ in range(rng.randint(0, 3)):
            base[rng.randrange(30)] = rng.choice(names)
        texts.append(" ".join(base))
    known = Reposts()
    assert [int(known.first(str(i), text)) for i, text in enumerate(texts)] == reposts(texts)
    assert len(set(reposts(texts))) not in (1, 120)
    assert Reposts().first("empty", "of the") == "empty"
