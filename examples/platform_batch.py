"""For a career platform: a rough search over everything, the full analysis of its best pairs, restart after a kill.

    python examples/platform_batch.py OUT.jsonl
    python examples/platform_batch.py OUT.jsonl resumes.jsonl postings.jsonl

Resumes and postings are files, folders or tables (JSONL, CSV, Parquet). Rows are appended as they come; killed and started
again it goes on where it was. The command does the same: gapcheck batch --best 3 --resumes ... --postings ... -o OUT.jsonl

Inside `with joblib.parallel_config(backend="dask")` the same call runs on a cluster; so do Ray and Spark through their
joblib backends.
"""

from __future__ import annotations

import sys
from pathlib import Path

from gapcheck.batch import Row, analyze_best, expand
from gapcheck.batch.journal import open_journal
from gapcheck.batch.stream import Plan, analyzer_of, header_settings

PAIRS = Path(__file__).resolve().parents[1] / "data" / "pairs"
TOP = 3


def main(arguments: list[str]) -> None:
    out = Path(arguments[0])
    people, jobs = arguments[1:] or [str(PAIRS / "resumes"), str(PAIRS / "postings")]
    plan = Plan()
    # What the rows depend on: a file that was begun with something else is not continued.
    basis = {
        "settings": header_settings(plan.settings),
        "versions": analyzer_of(plan).versions,
        "rows": {"best": TOP},
    }
    with open_journal(out, basis) as journal:
        for row in analyze_best(expand([people]), expand([jobs]), plan, top=TOP, skip=journal.done):
            journal.add(row)
            show(row)


def show(row: Row) -> None:
    if row.status == "skipped":
        print(f"skipped {row.resume or row.posting}: {row.reason}")
        return
    score = "" if row.score is None else f"{row.score:6.1%}"
    print(f"{row.resume:40} {row.posting:30} {score} {row.verdict}")


if __name__ == "__main__":
    main(sys.argv[1:])
