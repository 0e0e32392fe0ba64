"""Rebuild `model/background.tsv`: in how many sentences of job advertisements each stem stands.

    python -m gapcheck.training.background CORPORA

CORPORA is a folder that holds skillspan/train.json (MIT) and green2022/train.json (CC BY 4.0). What ships is the count of
each stem that stands in at least three sentences; no sentence can be rebuilt from it.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from importlib.resources import files
from pathlib import Path

from gapcheck.words import stem, words

SOURCES = ("skillspan/train.json", "green2022/train.json")


def main(folder: str) -> None:
    """Count the stems of the corpora below *folder* and write the table."""
    counts: Counter[str] = Counter()
    total = 0
    for source in SOURCES:
        for line in (Path(folder) / source).read_text(encoding="utf-8").splitlines():
            sentence = " ".join(json.loads(line)["tokens"])
            total += 1
            counts.update({stem(word.norm) for word in words(sentence) if not word.norm[0].isdigit()})
    rows = [f"{name}\t{n}" for name, n in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if n >= 3]
    target = Path(str(files("gapcheck.model") / "background.tsv"))
    target.write_text(f"#sentences\t{total}\n" + "\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(rows)} stems of {total} sentences")


if __name__ == "__main__":
    main(sys.argv[1])
