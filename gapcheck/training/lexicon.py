"""Rebuild `model/lexicon.json`, the compiled form of the data files in `lexicon/`: `python -m gapcheck.training.lexicon`.

To be run after every change of a data file, or of the code that reads them; until then gapcheck starts slowly and says
the same.
"""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

from gapcheck.lexicon import Alias, Concept, Lexicon, from_sources
from gapcheck.lexicon.compiled import FILE, hash_of_sources, write_guard
from gapcheck.lexicon.duties import duty_rows, leading
from gapcheck.lexicon.relations import relation_rows
from gapcheck.lexicon.traits import trait_rows


def content(lexicon: Lexicon) -> dict[str, Any]:
    """What the compiled file of *lexicon* and of the shipped relations holds."""
    rows = duty_rows()
    return {
        "sources": hash_of_sources(),
        "version": lexicon.version,
        "concepts": {concept.name: _row(concept) for concept in lexicon},
        "aliases": {" ".join(words): "|".join(map(_option, options)) for words, options in lexicon.aliases.items()},
        "first_words": dict(lexicon.first_words),
        "sizes": {concept.name: n for concept in lexicon if (n := lexicon.size(concept.name)) > 1},
        "brands": {kind: "|".join(names) for kind, names in lexicon.brands.items()},
        **relation_rows(),
        "soft": trait_rows(),
        "duties": rows,
        "duties_by_stem": leading(rows),
    }


def _row(concept: Concept) -> str:
    cells = (concept.aliases, concept.broader, (write_guard(concept.guard),), sorted(concept.flags))
    return "\t".join((concept.kind, *map("|".join, cells)))


def _option(alias: Alias) -> str:
    return f"{alias.concept}\t{alias.cased or ''}\t{'~' if alias.guarded else ''}".rstrip("\t")


def main() -> None:
    """Write the file."""
    target = Path(str(files("gapcheck.model") / FILE))
    # One entry to a line: a change of the data files shows as the lines that it changes.
    text = json.dumps(content(from_sources()), ensure_ascii=False, indent=0, separators=(",", ":"))
    target.write_text(text + "\n", encoding="utf-8", newline="\n")
    print(f"{len(text):,} characters")


if __name__ == "__main__":
    main()
