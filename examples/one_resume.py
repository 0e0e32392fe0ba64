"""Check one resume against one posting and print what was found.

    python examples/one_resume.py
    python examples/one_resume.py my_resume.pdf the_posting.html

Without arguments: the bundled marketing resume (PDF) against the bundled posting (a web page).
"""

from __future__ import annotations

import sys
from pathlib import Path

import gapcheck

PAIRS = Path(__file__).resolve().parents[1] / "data" / "pairs"
BUNDLED = (
    PAIRS / "resumes" / "marketing-specialist__naledi.pdf",
    PAIRS / "postings" / "marketing-specialist.html",
)


def main(arguments: list[str]) -> None:
    resume, posting = arguments or BUNDLED
    report = gapcheck.analyze(resume, posting)
    coverage = report.coverage
    score = "not enough to judge" if coverage.score is None else f"{coverage.score:.1%}"
    print(f"{report.title}: {score}, {coverage.verdict}")
    for match in report.matches:
        requirement = " ".join(match.requirement.text.split())
        print(f"\n{match.status:8} {requirement} ({match.requirement.importance})")
        for evidence in match.evidence:
            print(f"         page {evidence.page}: {' '.join(evidence.text.split())}")
    print("\nmissing keywords:", ", ".join(keyword.name for keyword in report.missing_keywords))


if __name__ == "__main__":
    main(sys.argv[1:])
