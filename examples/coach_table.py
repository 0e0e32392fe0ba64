"""For a career coach: several resumes against several postings, as CSV on standard output.

    python examples/coach_table.py > table.csv
    python examples/coach_table.py folder_of_resumes folder_of_postings > table.csv

Every file is read once. A row is one resume and one posting; the last column is what would help most.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import gapcheck

PAIRS = Path(__file__).resolve().parents[1] / "data" / "pairs"
COLUMNS = ("resume", "posting", "coverage", "verdict", "met", "partly", "missing", "biggest gap")


def main(arguments: list[str]) -> None:
    folders = [Path(name) for name in arguments] or [PAIRS / "resumes", PAIRS / "postings"]
    analyzer = gapcheck.Analyzer()
    resumes = {path.name: analyzer.resume(path) for path in sorted(folders[0].iterdir())}
    postings = {path.name: analyzer.posting(path) for path in sorted(folders[1].iterdir())}
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(COLUMNS)
    for resume_name, resume in resumes.items():
        for posting_name, posting in postings.items():
            report = analyzer.analyze(resume, posting)
            found = report.coverage
            score = "" if found.score is None else f"{found.score:.3f}"
            gap = report.missing_keywords[0].name if report.missing_keywords else ""
            # A cell that begins like a formula would be run by a spreadsheet
            gap = f"'{gap}" if gap.startswith(("=", "+", "-", "@")) else gap
            table.writerow(
                (resume_name, posting_name, score, found.verdict, found.met, found.partial, found.missing, gap)
            )


if __name__ == "__main__":
    main(sys.argv[1:])
