"""Every example runs from any directory and says the right thing."""

from __future__ import annotations

import csv
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples"
PAIRS = ROOT / "data" / "pairs"
RUN_BELOW = {
    "one_resume",
    "report_page",
    "rank_postings",
    "own_lexicon",
    "own_matcher",
    "in_spacy",
    "coach_table",
    "coach_batch",
    "platform_batch",
}


@pytest.fixture
def run(tmp_path):
    def run(name: str, *arguments: str | Path) -> str:
        done = subprocess.run(
            [sys.executable, str(EXAMPLES / f"{name}.py"), *map(str, arguments)],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            encoding="utf-8",
            timeout=240,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert done.stderr == ""
        return done.stdout

    return run


def test_every_example_is_run_here_and_listed_in_the_readme():
    names = {path.stem for path in EXAMPLES.glob("*.py")}
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    assert names == RUN_BELOW | {"speed", "scale"}
    assert [name for name in names if f"`{name}.py`" not in readme] == []


def test_one_resume_names_the_job_and_quotes_the_evidence(run):
    out = run("one_resume")
    assert out.startswith("Marketing Specialist: ")
    assert "Master's in Marketing" in out
    assert "(preferred)" in out
    assert "Monthly note for the owner on what five rival shops show" in out
    assert "missing keywords: " in out


def test_one_resume_takes_files(run):
    names = PAIRS / "resumes" / "hvac-technician__duane.pdf", PAIRS / "postings" / "hvac-technician.txt"
    out = run("one_resume", *names)
    assert "EPA 608 Universal certification" in out
    assert "EPA Section 608, Universal, 2021" in out


def test_rank_postings_puts_the_right_job_first_and_sorts(run):
    first, *ranking = run("rank_postings").splitlines()
    assert first == "data-engineer__ilse.pdf"
    assert len(ranking) == len(list((PAIRS / "postings").iterdir()))
    assert ranking[0].endswith("(data-engineer.json)")
    scores = [float(line.split("%")[0]) for line in ranking]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] > 2 * scores[-1]


def test_own_lexicon_makes_a_word_of_the_trade_prove_the_general_one(run):
    out = run("own_lexicon").splitlines()
    assert out[0] == "4 concepts added"
    assert "duct fabrication: missing -> met" in out
    assert any("hung trunk line" in line for line in out)


def test_own_matcher_finds_what_only_the_house_calls_so(run):
    out = run("own_matcher")
    assert "Coordinate projects with outside vendors" in out
    assert "Brief and chase three external printers and a packaging studio" in out
    assert "(a word of ours)" in out


def test_in_spacy_prints_requirements_and_linked_keywords(run):
    out = run("in_spacy")
    assert "\nEPA 608 Universal certification\n" in out
    assert "    multimeter = multimeter\n" in out
    assert "401k" not in out


def test_coach_table_is_csv_with_a_row_for_every_pair(run, tmp_path):
    names = {"data-engineer", "pastry-chef", "payroll-administrator"}
    for side in ("resumes", "postings"):
        (tmp_path / side).mkdir()
        for path in (PAIRS / side).iterdir():
            if path.name.split("__")[0].split(".")[0] in names:
                shutil.copy(path, tmp_path / side)
    rows = list(csv.DictReader(run("coach_table", "resumes", "postings").splitlines()))
    assert len(rows) == 9
    for name in names:
        own = [row for row in rows if row["resume"].startswith(name)]
        best = max(own, key=lambda row: float(row["coverage"]))
        assert best["posting"].startswith(name)
        assert int(best["met"]) > int(best["missing"])
        assert all(row["biggest gap"] for row in own)
    assert {row["verdict"] for row in rows} <= {"strong", "stretch", "gap", "insufficient"}


def test_coach_batch_puts_each_clients_own_posting_first(run):
    out = run("coach_batch")
    blocks = [block.splitlines() for block in out.strip().split("\n\n")]
    assert len(blocks) == len(list((PAIRS / "resumes").iterdir()))
    own = [client.split("__")[0] in best.split("(")[-1] for client, best, *_ in blocks]
    assert sum(own) >= len(own) - 1
    assert "opens most, if true: " in out


def test_platform_batch_goes_on_where_it_was(run, tmp_path):
    first = run("platform_batch", "out.jsonl").splitlines()
    assert len(first) == 3 * len(list((PAIRS / "resumes").iterdir()))
    content = (tmp_path / "out.jsonl").read_bytes()
    assert run("platform_batch", "out.jsonl") == ""
    assert (tmp_path / "out.jsonl").read_bytes() == content


@pytest.mark.parametrize("name", ["speed", "scale"])
def test_what_measures_can_be_imported_without_measuring(name):
    spec = importlib.util.spec_from_file_location(name, EXAMPLES / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.DATA.is_dir()


def test_report_page(run, tmp_path):
    out = run("report_page", tmp_path)
    assert "wrote report.html" in out
    page, shared = ((tmp_path / name).read_text(encoding="utf-8") for name in ("report.html", "shared.html"))
    assert "Castellaw" in page
    assert "Castellaw" not in shared
    assert "[redacted]" in shared
