from __future__ import annotations

import pytest

from gapcheck.batch.best import analyze_best
from gapcheck.batch.sources import Input
from gapcheck.batch.stream import Plan, analyze_many
from gapcheck.settings import Settings

from .made import COOK, NURSE, PILAR, TOMAS

PLAN = Plan(Settings(today="2024-01"))
PICTURE = Input("scan.txt", b"\x89PNG\r\n\x1a\n")
PEOPLE = [Input("pilar", PILAR.encode()), PICTURE, Input("tomas", TOMAS.encode())]
JOBS = [Input("cook", COOK.encode()), Input("empty.txt", b" "), Input("nurse", NURSE.encode())]


def pairs(rows):
    return [(row.resume, row.posting) for row in rows]


def best(**options):
    return list(analyze_best(PEOPLE, JOBS, PLAN, **{"jobs": 1} | options))


def test_each_resume_meets_its_best_posting_and_what_cannot_be_read_is_told_once():
    found = best(top=1)
    assert pairs(found) == [("", "empty.txt"), ("pilar", "nurse"), ("scan.txt", ""), ("tomas", "cook")]
    assert [row.status for row in found] == ["skipped", "ok", "skipped", "ok"]


def test_with_a_top_of_all_it_gives_the_rows_of_the_full_batch():
    every = analyze_many(PEOPLE, JOBS, settings=PLAN.settings, jobs=1)
    assert {row.key: row for row in best(top=100)} == {row.key: row for row in every}


def test_two_processes_give_the_rows_of_one():
    assert best(top=2, jobs=2) == best(top=2)


@pytest.mark.parametrize("number", range(5))
def test_what_is_done_is_left_out(number):
    rows = best(top=1)
    assert best(top=1, skip={row.key for row in rows[:number]}) == rows[number:]


def test_nothing_against_nothing():
    assert list(analyze_best([], JOBS[:1], PLAN, jobs=1)) == []
    assert pairs(analyze_best(PEOPLE[:1], [PICTURE], PLAN, jobs=1)) == [("", "scan.txt")]
