"""Which of these postings fits this resume best? Ranks all bundled postings for one resume, best first.

    python examples/rank_postings.py
    python examples/rank_postings.py my_resume.docx posting1.txt posting2.html ...

The resume is read once; a posting that cannot be read is named and skipped.
"""

from __future__ import annotations

import sys
from pathlib import Path

import gapcheck

PAIRS = Path(__file__).resolve().parents[1] / "data" / "pairs"


def main(arguments: list[str]) -> None:
    paths = [Path(name) for name in arguments]
    path = paths[0] if paths else PAIRS / "resumes" / "data-engineer__ilse.pdf"
    analyzer = gapcheck.Analyzer()
    resume = analyzer.resume(path)
    ranking = []
    for posting in paths[1:] or sorted((PAIRS / "postings").iterdir()):
        try:
            report = analyzer.analyze(resume, posting)
        except gapcheck.GapcheckError as error:
            print(f"skipped: {error}", file=sys.stderr)
            continue
        ranking.append((report.coverage.score or 0.0, report.coverage.verdict, report.title, posting.name))
    print(path.name)
    for score, verdict, title, name in sorted(ranking, reverse=True):
        print(f"{score:6.1%}  {verdict:12}  {title}  ({name})")


if __name__ == "__main__":
    main(sys.argv[1:])
