from __future__ import annotations

import os
from pathlib import Path

import pytest

import gapcheck
from gapcheck.batch.processes import run
from gapcheck.batch.sources import Input
from gapcheck.batch.stream import analyze_many
from gapcheck.settings import Settings

from .made import COOK, NURSE, PILAR, TOMAS


def double(number: int) -> int:
    return 2 * number


def whose(number: int) -> tuple[int, int]:
    return number, os.getpid()


@pytest.mark.parametrize("jobs", [None, 1, 2])
@pytest.mark.parametrize("size", [0, 1, 150])
def test_it_is_map_in_order(jobs, size):
    assert list(run(double, range(size), jobs=jobs)) == [2 * n for n in range(size)]


def test_two_jobs_are_other_processes():
    found = list(run(whose, range(20), jobs=2))
    assert [number for number, _ in found] == list(range(20))
    assert os.getpid() not in {pid for _, pid in found}


@pytest.mark.parametrize("jobs", [1, 2])
def test_tasks_are_taken_as_results_are_wanted(jobs):
    taken = []

    def tasks():
        for number in range(10_000):
            taken.append(number)
            yield number

    results = run(double, tasks(), jobs=jobs)
    assert next(results) == 0
    assert len(taken) <= 64 * jobs
    results.close()


def test_a_surrounding_configuration_decides():
    joblib = pytest.importorskip("joblib")
    with joblib.parallel_config(backend="threading", n_jobs=2):
        assert {pid for _, pid in run(whose, range(8))} == {os.getpid()}


def test_a_dask_cluster_gives_the_same_rows():
    joblib = pytest.importorskip("joblib")
    distributed = pytest.importorskip("distributed")
    people = [Input("pilar", PILAR.encode()), Input("scan", b"\x89PNG\r\n"), Input("tomas", TOMAS.encode())]
    jobs = [Input("nurse", NURSE.encode()), Input("cook", COOK.encode())]
    settings = Settings(today="2024-01")
    expected = list(analyze_many(people, jobs, settings=settings, jobs=1))
    root = str(Path(gapcheck.__file__).parents[1])
    cluster = distributed.LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None)
    with cluster, distributed.Client(cluster) as client, joblib.parallel_config(backend="dask"):
        client.run(lambda: __import__("sys").path.insert(0, root))
        assert list(analyze_many(people, jobs, settings=settings)) == expected
