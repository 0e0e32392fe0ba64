"""Teach gapcheck the words of a trade: a TSV file is added to the lexicon, and one check is done without and with it.

    python examples/own_lexicon.py

In own_lexicon.tsv "trunk line" proves "duct fabrication": a heating technician writes the one, the posting asks for
the other. Format of the file: gapcheck/lexicon/concepts/README.md.
"""

from __future__ import annotations

from pathlib import Path

import gapcheck

HERE = Path(__file__).resolve().parent
PAIRS = HERE.parent / "data" / "pairs"


def main() -> None:
    resume = gapcheck.parse(PAIRS / "resumes" / "hvac-technician__duane.pdf")
    posting = gapcheck.parse(PAIRS / "postings" / "hvac-technician.txt")
    own = gapcheck.Lexicon.load(HERE / "own_lexicon.tsv")
    before = gapcheck.Analyzer().analyze(resume, posting)
    after = gapcheck.Analyzer(lexicon=gapcheck.Lexicon.default() + own).analyze(resume, posting)
    print(f"{len(own)} concepts added")
    for old, new in zip(before.matches, after.matches, strict=True):
        was = {keyword.name: keyword.status for keyword in old.keywords}
        for keyword in new.keywords:
            if was.get(keyword.name) != keyword.status:
                print(f"{keyword.name}: {was.get(keyword.name, 'not asked')} -> {keyword.status}")
                for evidence in new.evidence:
                    print(f"  {evidence.text} ({evidence.method})")


if __name__ == "__main__":
    main()
