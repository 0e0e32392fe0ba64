"""For a job seeker: the report as a page to read and print, and a copy without name and address to show to others.

python examples/report_page.py
python examples/report_page.py folder_for_the_pages
"""

from __future__ import annotations

import sys
from pathlib import Path

import gapcheck

PAIRS = Path(__file__).resolve().parents[1] / "data" / "pairs"


def main(arguments: list[str]) -> None:
    folder = Path(arguments[0]) if arguments else Path.cwd()
    report = gapcheck.analyze(
        PAIRS / "resumes" / "hvac-technician__duane.pdf", PAIRS / "postings" / "hvac-technician.txt"
    )
    pages = {
        "report.html": gapcheck.render(report, "html"),
        "shared.html": gapcheck.render(report, "html", redact=True),
    }
    for name, page in pages.items():
        (folder / name).write_text(page, encoding="utf-8")
        print(f"wrote {name}")
    for suggestion in report.suggestions[:3]:
        print(f"+{100 * suggestion.gain:.0f} {suggestion.requirement}: {suggestion.message}")


if __name__ == "__main__":
    main(sys.argv[1:])
