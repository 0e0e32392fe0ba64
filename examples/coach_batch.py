"""For a career coach: which postings suit which client, and what would open most of them to each.

    python examples/coach_batch.py
    python examples/coach_batch.py folder_of_resumes folder_of_postings

Every file is read once; what cannot be read is named with the reason, and the rest goes on.
"""

from __future__ import annotations

import sys
from pathlib import Path

from gapcheck.batch import analyze_many, expand
from gapcheck.batch.rank import rank
from gapcheck.batch.trends import trends

PAIRS = Path(__file__).resolve().parents[1] / "data" / "pairs"


def main(arguments: list[str]) -> None:
    resumes, postings = arguments or [str(PAIRS / "resumes"), str(PAIRS / "postings")]
    rows = list(analyze_many(expand([resumes]), expand([postings])))
    for row in rows:
        if row.status == "skipped":
            print(f"skipped {row.resume or row.posting}: {row.reason}")
    for client in dict.fromkeys(row.resume for row in rows if row.status == "ok"):
        print(f"\n{client}")
        for one in rank(rows, resume=client)[:3]:
            print(f"  {one.row.score or 0:6.1%}  {one.row.title} ({one.row.posting}); next: {one.row.next_change}")
        openers = trends(rows, resume=client, group=False).openers
        if openers:
            best = openers[0]
            print(f"  opens most, if true: {best.name} ({best.stretch} would reach 75%, {best.strong} would reach 80%)")


if __name__ == "__main__":
    main(sys.argv[1:])
