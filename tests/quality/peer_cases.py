"""Write what gapcheck says of the shared peer cases in the form their scorer reads, and print the scores.

    python tests/quality/peer_cases.py FOLDER [--detail]

FOLDER holds postings/, postings_flat/, resumes/ and score.py.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from typing import Any

import gapcheck
from gapcheck.types import Posting, Report, Resume

_STATUS = {"met": "covered", "partial": "partial", "missing": "missing", "unstated": "missing"}


def keywords(posting: Posting) -> list[str]:
    """The keywords of a posting, each once."""
    return list(dict.fromkeys(k.name for r in posting.requirements for k in r.keywords))


def pair(report: Report, resume: str, posting: str) -> dict[str, Any]:
    """One pair as the scorer reads it; weak keywords count as neither matched nor missing."""
    return {
        "resume": resume,
        "posting": posting,
        "score": None if report.coverage.score is None else 100 * report.coverage.score,
        "matched": [k.name for m in report.matches for k in m.keywords if k.status == "met"],
        "missing": [k.name for k in report.missing_keywords if k.status == "missing"],
        "requirements": [
            {"text": m.requirement.text, "status": _STATUS[m.status], "importance": m.requirement.importance}
            for m in report.matches
            if m.status != "unstated"
        ],
    }


def run(folder: Path) -> dict[str, Any]:
    """Every posting, every resume, every pair."""
    analyzer = gapcheck.Analyzer()
    postings = {p.stem: analyzer.posting(p) for p in sorted((folder / "postings").glob("*.txt"))}
    flat = {p.stem: analyzer.posting(p) for p in sorted((folder / "postings_flat").glob("*.txt"))}
    resumes: dict[str, Resume] = {p.stem: analyzer.resume(p) for p in sorted((folder / "resumes").glob("*"))}
    return {
        "tool": "gapcheck",
        "postings": {name: keywords(posting) for name, posting in postings.items()},
        "postings_flat": {name: keywords(posting) for name, posting in flat.items()},
        "pairs": [
            pair(analyzer.analyze(resume, posting), r, p)
            for r, resume in resumes.items()
            for p, posting in postings.items()
        ],
        "resume_text": {name: resume.document.text for name, resume in resumes.items()},
    }


def score(folder: Path, result: dict[str, Any], *, detail: bool = False) -> dict[str, Any]:
    """The figures of the folder's own scorer."""
    spec = importlib.util.spec_from_file_location("peer_score", folder / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    figures: dict[str, Any] = module.score(result, detail)
    return figures


if __name__ == "__main__":
    where = Path(sys.argv[1])
    print(json.dumps(score(where, run(where), detail="--detail" in sys.argv), indent=1))
