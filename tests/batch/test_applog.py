from __future__ import annotations

import csv
import io
import os
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

import gapcheck
from gapcheck.batch.applog import Answer, Application, Event, add, application_of, log_csv, log_json, read_log, record
from gapcheck.batch.learn import exact_interval, learn
from gapcheck.errors import ConfigError, CorruptFile, InputNotFound

from .made import ask, row


def application(*outcomes, posting="p.txt", verdict="gap", answers=(), **fields):
    events = tuple(Event(f"2026-01-{day:02}", outcome) for day, outcome in enumerate(outcomes, 1))
    made = {"resume": "me.pdf", "score": 0.5, "added": "2026-01-01", "answers": tuple(answers)}
    return Application(**{"posting": posting, "verdict": verdict, "events": events} | made | fields)


def test_what_goes_in_comes_out(tmp_path):
    path = tmp_path / "my.log"
    first = application("phone", answers=[Answer("sql", "SQL", "required", "missing")], title="Analyst", version="abc")
    assert [add(path, first), add(path, application())] == [1, 2]
    record(path, 2, Event("2026-02-01", "interview", "asked about: night shifts"))
    one, two = read_log(path)
    assert one == replace(first, id=1)
    assert (two.outcome, two.invited, two.events[0].notes) == ("interview", True, "asked about: night shifts")
    assert application().outcome == "no_answer"


def test_a_rejection_after_an_interview_is_both():
    one = application("interview", "rejected")
    assert (one.outcome, one.invited) == ("rejected", True)


def test_errors(tmp_path):
    with pytest.raises(InputNotFound):
        read_log(tmp_path / "none")
    path = tmp_path / "my.log"
    add(path, application())
    with pytest.raises(ConfigError, match="no application 7"):
        record(path, 7, Event("2026-01-01", "phone"))
    with pytest.raises(ConfigError, match="no outcome"):
        record(path, 1, Event("2026-01-01", "maybe"))
    assert read_log(path)[0].events == ()


@pytest.mark.parametrize("content", [b"my thesis, many words of it " * 100, b"SQLite format 3\0" + b"x" * 200])
def test_a_file_of_something_else_is_not_touched(tmp_path, content):
    path = tmp_path / "x"
    path.write_bytes(content)
    for act in (read_log, lambda p: add(p, application())):
        with pytest.raises(CorruptFile):
            act(path)
    assert path.read_bytes() == content


def test_another_programs_database_is_not_touched(tmp_path):
    path = tmp_path / "x.db"
    other = sqlite3.connect(path)
    with other:
        other.execute("CREATE TABLE songs (name TEXT)")
    other.close()
    with pytest.raises(CorruptFile, match="another program"):
        add(path, application())


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_nobody_else_may_read_it(tmp_path):
    add(tmp_path / "my.log", application())
    assert (tmp_path / "my.log").stat().st_mode & 0o077 == 0


def test_export_has_no_formula(tmp_path):
    cells = list(csv.DictReader(io.StringIO(log_csv([application(title="=1+1", posting="+x")]))))
    assert (cells[0]["title"], cells[0]["posting"]) == ("'=1+1", "'+x")
    assert log_json([application("offer")])[0]["outcome"] == "offer"


def test_an_application_of_a_row_keeps_themes_not_lines():
    made = application_of(
        row("p", [ask("SQL", evidence=("my secret line",)), ask("SQL", "met")], score=0.4), version="v"
    )
    assert [(a.name, a.status) for a in made.answers] == [("SQL", "missing")]
    assert "secret" not in repr(made)


WRITER = """
import sys
from pathlib import Path
from gapcheck.batch.applog import Application, Event, add
for n in range(100000):
    number = add(Path(sys.argv[1]), Application("p%d" % n, "me", 0.5, "gap", events=(Event("2026-01-01", "phone"),), added="2026-01-01"))
    print(number, flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
@pytest.mark.parametrize("pause", [0.0, 0.013, 0.05])
def test_the_log_survives_a_kill_at_any_moment(tmp_path, pause):
    path = tmp_path / "my.log"
    env = os.environ | {"PYTHONPATH": str(Path(gapcheck.__file__).parents[1])}
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, env=env)
    first = [writer.stdout.readline() for _ in range(5)]
    time.sleep(pause)
    writer.send_signal(signal.SIGKILL)
    told = len(first) + writer.stdout.read().count(b"\n")
    writer.stdout.close()
    writer.wait(timeout=120)
    kept = read_log(path)
    assert told <= len(kept) <= told + 1
    assert [a.posting for a in kept] == [f"p{n}" for n in range(len(kept))]
    assert all(len(a.events) == 1 for a in kept)
    assert add(path, application()) == len(kept) + 1


# --- learn -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("happened", "of", "low", "high"),
    [(0, 0, 0.0, 1.0), (0, 10, 0.0, 0.3085), (1, 10, 0.0025, 0.4450), (5, 10, 0.1871, 0.8129), (10, 10, 0.6915, 1.0), (0, 1, 0.0, 0.975)],
)  # fmt: skip
def test_exact_intervals_of_the_tables(happened, of, low, high):
    assert exact_interval(happened, of) == (pytest.approx(low, abs=5e-5), pytest.approx(high, abs=5e-5))


def test_the_interval_is_where_the_binomial_tails_are_a_fortieth():
    from math import comb

    low, high = exact_interval(3, 12)
    assert sum(comb(12, k) * low**k * (1 - low) ** (12 - k) for k in range(3, 13)) == pytest.approx(0.025)
    assert sum(comb(12, k) * high**k * (1 - high) ** (12 - k) for k in range(4)) == pytest.approx(0.025)


def test_with_few_data_no_difference_is_claimed():
    found = learn([application("phone", verdict="strong"), application("rejected"), application()])
    assert (found.invited.happened, found.invited.of) == (1, 3)
    assert found.outcomes == {"phone": 1, "rejected": 1, "no_answer": 1}
    assert any("no difference can be told" in s for s in found.sentences)
    assert any("more than a hint" in s for s in found.sentences)
    assert not any("did better" in s for s in found.sentences)


def test_a_difference_is_claimed_when_the_intervals_lie_apart():
    found = learn([application("interview", verdict="strong")] * 20 + [application("rejected")] * 20)
    assert any(s.startswith("strong did better than gap: 20 of 20 against 0 of 20") for s in found.sentences)


def test_what_was_missing_where_there_was_no_invitation():
    lacking, shown = Answer("sql", "SQL", "required", "missing"), Answer("sql", "SQL", "required", "met")
    silent = Answer("travel", "travel", "required", "unstated")
    found = learn([
        application("rejected", answers=[lacking, silent]), application(answers=[lacking]), application(answers=[shown]),
        application("phone", answers=[shown]), application("offer", answers=[shown]),
    ])  # fmt: skip
    (gap,) = found.gaps
    assert (gap.name, gap.missing_not_invited, gap.not_invited, gap.missing_invited, gap.invited) == ("SQL", 2, 3, 0, 2)
    assert [g.name for g in found.strengths] == ["SQL"]
    assert any("'SQL'" in s and "2 of them" in s for s in found.sentences)
    assert any("does not prove" in s for s in found.sentences)


def test_an_empty_log_says_so():
    assert learn([]).sentences == ("The log is empty: nothing can be said.",)
