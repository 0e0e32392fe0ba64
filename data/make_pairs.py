"""Makes the sample postings, resumes and expected results of `data/pairs` from the texts in `data/pairs/src`.

    python data/make_pairs.py            write the files
    python data/make_pairs.py --check    write nothing; exit code 1 when a file differs from its source

Needs reportlab and python-docx. The same versions of both give the same bytes every time: nothing holds the date of
the day. A source is one TOML file: the posting, the resume, and for every requirement what a careful recruiter would
say, with the lines that show it; quotes are checked against the texts. The demo resume as PDF comes from here too.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from formats.markup import from_plain
from formats.pdf import pdf_file
from formats.web import ats_json, html_page
from formats.word import word_file

ROOT = Path(__file__).resolve().parents[1]
PAIRS = ROOT / "data" / "pairs"
DEMO = ROOT / "gapcheck" / "demo"


def as_written(text: str, _table: dict[str, Any]) -> bytes:
    """What is plain text or Markdown keeps its author's own layout."""
    return text.encode()


WRITERS = {
    ".pdf": pdf_file,
    ".docx": word_file,
    ".html": html_page,
    ".json": ats_json,
    ".txt": as_written,
    ".md": as_written,
}


def files() -> Iterator[tuple[Path, bytes]]:
    """Every generated file with its bytes."""
    for path in sorted((PAIRS / "src").glob("*.toml")):
        source = tomllib.loads(path.read_text(encoding="utf-8"))
        for side in ("posting", "resume"):
            table = source[side]
            target = PAIRS / f"{side}s" / table["file"]
            yield target, WRITERS[target.suffix](table["text"].lstrip("\n"), table)
        expected = json.dumps(expected_case(path.stem, source), indent=1, ensure_ascii=False) + "\n"
        yield PAIRS / "expected" / f"{path.stem}.json", expected.encode()
    text = (DEMO / "resume.txt").read_text(encoding="utf-8")
    yield DEMO / "resume.pdf", pdf_file(from_plain(text), {"layout": "plain"})


def expected_case(name: str, source: dict[str, Any]) -> dict[str, Any]:
    """The labels in the form of `data/gold/cases`; SystemExit names a quote that its text does not hold."""
    posting, resume = (flat(source[side]["text"]) for side in ("posting", "resume"))
    requirements = []
    result: dict[str, Any] = {"file": source["resume"]["file"], "truth": {}, "evidence": {}}
    result |= {"atoms_missing": [], "atoms_partial": []}
    for number, label in enumerate(source["requirement"], 1):
        id_, status = f"r{number}", label["status"]
        atoms = [atom(text) for text in label["atoms"]]
        requirements.append(
            {
                "id": id_,
                "quote": label["quote"],
                "importance": label.get("importance", "required"),
                "kind": label["kind"],
                "mode": label.get("mode", "all"),
                "years": label.get("years"),
                "atoms": atoms,
            }
        )
        result["truth"][id_] = status
        names = [each["name"] for each in atoms]
        result["atoms_missing"] += names if status == "missing" else label.get("missing", [])
        result["atoms_partial"] += label.get("weak", [])
        if status in ("met", "partial"):
            result["evidence"][id_] = label["evidence"]
        check(name, posting, [label["quote"]])
        check(name, resume, label.get("evidence", []))
        check(name, names, [*label.get("missing", []), *label.get("weak", [])])
    return {
        "id": name,
        "title": source["title"],
        "occupation": source["occupation"],
        "source": "written for gapcheck",
        "posting": source["posting"]["file"],
        "requirements": requirements,
        "traps": source["labels"]["traps"],
        "resumes": [result],
    }


def atom(text: str) -> dict[str, Any]:
    """ "name | form | form" with the name as a form of its own."""
    name, *forms = (part.strip() for part in text.split(" | "))
    return {"name": name, "forms": list(dict.fromkeys([name.lower(), *forms]))}


def flat(text: str) -> str:
    """*text* as a reader sees it: without emphasis marks, white space as one blank."""
    return " ".join(re.sub(r"\*+|^> ", "", text, flags=re.MULTILINE).split())


def check(name: str, where: str | list[str], quotes: list[str]) -> None:
    """Refuses quotes that are not in the text, or names that are not among the requirement's own."""
    for quote in quotes:
        if quote not in where:
            raise SystemExit(f"{name}.toml: not in the text: {quote!r}")


def main(arguments: list[str]) -> int:
    """Writes or, with --check, compares."""
    different = [(path, data) for path, data in files() if not path.exists() or path.read_bytes() != data]
    for path, data in different:
        print(path.relative_to(ROOT).as_posix())
        if "--check" not in arguments:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    return 1 if different and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
