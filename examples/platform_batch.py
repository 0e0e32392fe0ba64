"""For a career platform: resumes and postings as JSONL, a rough search first, the full analysis of its best pairs.

    python examples/platform_batch.py OUT.jsonl
    python examples/platform_batch.py OUT.jsonl resumes.jsonl postings.jsonl

Killed and started again it goes on where it was. Inside `with joblib.parallel_config(backend="dask")` the same calls
run on a cluster; so do Ray and Spark through their joblib backends.
"""

from __future__ import annotations

import sys
from pathlib import Path

from gapcheck.analyzer import Analyzer
from gapcheck.batch import analyze_many, expand
from gapcheck.batch.journal import open_journal
from gapcheck.batch.prefilter import Prefilter, posting_features, resume_features
from gapcheck.batch.rows import Row
from gapcheck.batch.stream import Compiled, Plan, ReadResume, compile_postings, header_settings, read_resumes

PAIRS = Path(__file__).resolve().parents[1] / "data" / "pairs"
TOP = 3


def main(arguments: list[str]) -> None:
    out = Path(arguments[0])
    people, jobs = arguments[1:] or [str(PAIRS / "resumes"), str(PAIRS / "postings")]
    resumes, postings = expand([people]), expand([jobs])
    plan, analyzer = Plan(), Analyzer()

    compiled = [one for one in compile_postings(postings, plan) if isinstance(one, Compiled)]
    search = Prefilter([posting_features(one.posting) for one in compiled])
    inputs = {one.name: one for one in postings}
    read = [one for one in read_resumes(resumes, plan) if isinstance(one, ReadResume)]
    found = search.search((resume_features(one.resume, analyzer.lexicon) for one in read), top=TOP)

    basis = {"settings": header_settings(plan.settings), "versions": analyzer.versions, "rows": {"top": TOP}}
    with open_journal(out, basis) as journal:
        for one, resume, best in zip(resumes, read, found, strict=True):
            chosen = [inputs[compiled[i].name] for i in best.postings]
            for row in analyze_many([one], chosen, skip=journal.done):
                journal.add(row)
                show(row)
            assert one.name == resume.name


def show(row: Row) -> None:
    score = "" if row.score is None else f"{row.score:6.1%}"
    print(f"{row.resume:40} {row.posting:30} {score} {row.verdict}")


if __name__ == "__main__":
    main(sys.argv[1:])
