"""Rebuild `model/stems.tsv`, the stems of the words in our own word lists: `python -m gapcheck.training.stems`."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from gapcheck.words import derive_stem, key

LISTS = ("soft_evidence.tsv", "noise.txt", "cues.toml", "headings.toml")
FOLDERS = ("concepts", "synonyms")


def known_words() -> list[str]:
    """Every normalised word of the lists and of the concepts' names and aliases, sorted."""
    folder = Path(str(files("gapcheck.lexicon")))
    paths = [folder / name for name in LISTS]
    paths += [path for name in FOLDERS for path in sorted((folder / name).glob("*.tsv"))]
    found = {word for path in paths for line in path.read_text(encoding="utf-8").splitlines() for word in key(line)}
    return sorted(word for word in found if word.isalpha() and word.isascii())


def main() -> None:
    """Write the table."""
    rows = [f"{word}\t{derive_stem(word)}" for word in known_words()]
    target = Path(str(files("gapcheck.model") / "stems.tsv"))
    target.write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(rows)} words")


if __name__ == "__main__":
    main()
