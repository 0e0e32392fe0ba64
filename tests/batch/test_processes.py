from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
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


SLEEPERS = """
import os, sys, time
from gapcheck.batch.processes import run, stoppable
def nap(number):
    time.sleep(0.2)
    return os.getpid()
if __name__ == "__main__":
    with stoppable():
        told = set()
        for pid in run(nap, range(10_000), jobs=2):
            told.add(pid)
            if len(told) == 2:
                print(*told, flush=True)
                told = {0, 0.0, 1}
"""


@pytest.fixture
def sleepers(tmp_path):
    """A program with two processes at work, its own process group, and the ids of the two."""
    script = tmp_path / "sleepers.py"
    script.write_text(SLEEPERS)
    env = os.environ | {"PYTHONPATH": str(Path(gapcheck.__file__).parents[1])}
    with subprocess.Popen(
        [sys.executable, script],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=env,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    ) as running:
        try:
            yield running, [int(pid) for pid in running.stdout.readline().split()]
        finally:
            running.kill()


def gone(pid: int) -> bool:
    """Whether the process ends within half a minute."""
    for _ in range(300):
        try:
            os.kill(pid, 0)
            if Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return True
        except OSError:
            return True
        time.sleep(0.1)
    return False


posix = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")


@posix
def test_the_processes_of_a_killed_program_end(sleepers):
    running, pids = sleepers
    running.kill()
    assert len(pids) == 2
    assert all(map(gone, pids))


@posix
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_a_stopped_program_ends_with_its_processes_and_says_no_more_than_that(sleepers, how):
    running, pids = sleepers
    os.killpg(running.pid, how) if how == signal.SIGINT else running.send_signal(how)
    said = running.communicate(timeout=60)[1]
    assert all(map(gone, pids))
    assert [line for line in said.splitlines() if "Error" in line or "Warning" in line or "leaked" in line] == []
    assert running.returncode in ((-signal.SIGINT, 130) if how == signal.SIGINT else (143,))
