"""Add a way of matching: a function that is put into the list of matchers.

    python examples/own_matcher.py

A matcher gets a requirement, one of its keywords and an index of the resume; it returns Evidence or None. This one
knows what "vendors" are called in one company: printers and studios. The best evidence wins, the earlier matcher on
equal scores; from 0.75 a keyword counts as met, from 0.4 as partly met.
"""

from __future__ import annotations

from pathlib import Path

import gapcheck
from gapcheck.matchers import ResumeIndex
from gapcheck.types import Evidence, Keyword, Requirement

PAIRS = Path(__file__).resolve().parents[1] / "data" / "pairs"
HOUSE_WORDS = {"vendor": ("printer", "studio"), "trade show": ("garden fair",)}


def house_words(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> Evidence | None:
    """Evidence where the resume uses a word of the house for what the posting asks."""
    wanted = [own for word, words in HOUSE_WORDS.items() if word in keyword.name.lower() for own in words]
    for shown in index.shown:
        text = index.document.text[shown.passage.start : shown.passage.end].lower()
        if shown.words and any(word in text for word in wanted):
            return index.evidence(shown, 0, len(shown.words), method="house words", score=1.0, note="a word of ours")
    return None


def main() -> None:
    analyzer = gapcheck.Analyzer(matchers=[house_words, *gapcheck.MATCHERS])
    report = analyzer.analyze(
        PAIRS / "resumes" / "marketing-specialist__naledi.pdf",
        PAIRS / "postings" / "marketing-specialist.html",
    )
    for match in report.matches:
        for evidence in match.evidence:
            if evidence.method == "house words":
                print(f"{match.status}: {match.requirement.text}")
                print(f"  {' '.join(evidence.text.split())} ({evidence.note})")


if __name__ == "__main__":
    main()
