"""Word lists that users download themselves -> a lexicon file in our own format: ESCO (CSV), O*NET (text), own tables.

Nothing of these lists comes with gapcheck, and nothing is imported unless asked for:

    gapcheck lexicon import esco ESCO-FOLDER -o esco.tsv
    gapcheck resume.pdf posting.txt --lexicon esco.tsv

A list made for statistics is not a list of keywords: generic words, sentences, short names with several meanings and
names that gapcheck knows already are left out (`screening.py`), and each import says how many of what.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from gapcheck.errors import ConfigError
from gapcheck.lexicon import KINDS, Concept, Lexicon
from gapcheck.lexicon.screening import Screened, screen
from gapcheck.words import key

ESCO_NOTE = "This service uses the ESCO classification of the European Commission."
ONET_NOTE = (
    "This product includes information from the O*NET Database by the U.S. Department of Labor, Employment and Training "
    "Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET is a trademark of USDOL/ETA. It was modified."
)


def import_esco(folder: Path) -> list[Concept]:
    """The concepts of the ESCO CSV download in *folder*: skills with alternative labels, languages, occupations as roles.

    Raises ConfigError when the folder holds none of its files.
    """
    found: list[Concept] = []
    names: dict[str, str] = {}
    above: dict[str, tuple[str, ...]] = {}
    paths = sorted(
        p for p in folder.glob("*.csv") if re.search(r"skills|collection|occupations", p.name, re.IGNORECASE)
    )
    for path in paths:
        if "hierarchy" in path.name.lower() or "groups" in path.name.lower() or "relations" in path.name.lower():
            continue
        for row in _csv(path):
            if row.get("conceptType") in ("KnowledgeSkillCompetence", "Occupation") and row.get("status") == "released":
                concept = _esco_concept(row, path.name)
                names.setdefault(row["conceptUri"], concept.name)
                above[concept.name] = tuple(_labels(row.get("broaderConceptUri")))
                found.append(concept)
    for path in sorted(folder.glob("*.txt")) if found else ():
        found += [Concept(line.strip()) for line in _lines(path) if line.strip() and "\t" not in line]
    if not found:
        raise _nothing(folder, "skills_en.csv or the files named ...Collection_en.csv")
    return [
        Concept(c.name, c.kind, c.aliases, tuple(names[uri] for uri in above.get(c.name, ()) if uri in names))
        for c in found
    ]


def _esco_concept(row: Mapping[str, str], file: str) -> Concept:
    name, aliases = row["preferredLabel"].strip(), _labels(row.get("altLabels")) + _labels(row.get("hiddenLabels"))
    if row["conceptType"] == "Occupation":
        return Concept(name, "role", tuple(aliases))
    if "language" in file.lower() and row.get("skillType") == "knowledge" and " " not in name:
        return Concept(name, "language", tuple(aliases))
    kind = "soft" if "transversal" in file.lower() else "tool" if _is_name(name) else "skill"
    return Concept(name, kind, tuple(aliases))


def _is_name(text: str) -> bool:
    """A product by its capitals: ESCO writes everything else in lower case."""
    words = text.split()
    return len(words) <= 3 and all(w[:1].isupper() or any(c.isdigit() for c in w) for w in words)


def _labels(cell: str | None) -> list[str]:
    return [part.strip() for part in re.split(r"\s*\|\s*|\n", cell or "") if part.strip()]


def import_onet(folder: Path) -> list[Concept]:
    """The concepts of the O*NET text download in *folder*: software and tools under their commodity, titles as roles.

    Raises ConfigError when the folder holds none of its files.
    """
    software: dict[str, Concept] = {}
    for file in ("Technology Skills.txt", "Tools Used.txt"):
        for row in _tsv(folder / file):
            name, family = row["Example"].strip(), row["Commodity Title"].strip()
            if name and family:
                short, aliases = _without_brackets(name)
                software.setdefault(short.lower(), Concept(short, "tool", aliases, (family,)))
    families = [
        Concept(family, "tool")
        for family in dict.fromkeys(c.broader[0] for c in software.values())
        if family.lower() not in software
    ]
    roles: dict[str, list[str]] = {}
    titles = {row["O*NET-SOC Code"]: _singular(row["Title"]) for row in _tsv(folder / "Occupation Data.txt")}
    for row in _tsv(folder / "Alternate Titles.txt"):
        roles.setdefault(titles.get(row["O*NET-SOC Code"], ""), []).append(row["Alternate Title"].strip())
    found = [*software.values(), *families]
    found += [Concept(title, "role", tuple(roles.get(title, ()))) for title in titles.values() if title]
    if not found:
        raise _nothing(
            folder, '"Technology Skills.txt", "Tools Used.txt", "Occupation Data.txt" or "Alternate Titles.txt"'
        )
    return found


_BRACKETS = re.compile(r"\s*\(([^()]{2,12})\)\s*$|\s+([A-Z]{3,6})$")


def _without_brackets(name: str) -> tuple[str, tuple[str, ...]]:
    """A name and its short form: "Computerized maintenance management system CMMS" -> the long name with the alias CMMS."""
    m = _BRACKETS.search(name)
    short = (m.group(1) or m.group(2)) if m else None
    initials = "".join(w[0] for w in re.split(r"[\s/-]+", name[: m.start()]) if w).upper() if m else ""
    if (
        m
        and short
        and short.isupper()
        and (m.group(1) or (initials.startswith(short[0]) and len(initials) >= len(short)))
    ):
        return name[: m.start()], ("=" + short,)
    return name, ()


def _singular(title: str) -> str:
    """O*NET names occupations in the plural, in lists too: only a plain one is a role's name."""
    words = title.strip().split()
    if not words or any(mark in title for mark in ",/") or "and" in (w.lower() for w in words):
        return ""
    last = words[-1]
    words[-1] = (
        last[:-3] + "y"
        if last.endswith("ies")
        else last[:-1]
        if last.endswith("s") and not last.endswith("ss")
        else last
    )
    return " ".join(words).lower()


_COLUMNS = {"name": ("name", "skill", "label", "term", "keyword", "preferredlabel", "title"),
            "kind": ("kind", "type", "category"), "aliases": ("aliases", "alias", "synonyms", "altlabels", "alternatives", "other names"),
            "broader": ("broader", "parent", "proves", "group")}  # fmt: skip


def import_table(path: Path) -> list[Concept]:
    """The concepts of a user's own table (.tsv, .csv or one name on each line), columns found by their headings.

    Known headings: name, kind, aliases (parted by "|" or ";"), broader. A kind that we do not have becomes "skill".
    Raises ConfigError when the file cannot be read or has no column of names.
    """
    lines = list(_lines(path))
    first = lines[0].lower() if lines else ""
    separator = "\t" if "\t" in first else ";" if first.count(";") > first.count(",") else ","
    rows = [[cell.strip() for cell in row] for row in csv.reader(lines, delimiter=separator)]
    if not rows:
        raise ConfigError("is empty", hint="Give a table with a column named name.", source=path)
    head = [cell.lower() for cell in rows[0]]
    place = {ours: next((head.index(n) for n in theirs if n in head), -1) for ours, theirs in _COLUMNS.items()}
    if place["name"] < 0:
        if len({len(row) for row in rows if row}) > 1 or len(head) > 1:
            raise ConfigError("has no column of names", hint="Its first line should name a column name.", source=path)
        place["name"], rows = 0, [[], *rows]  # a plain list

    def cell(row: list[str], column: str) -> str:
        return row[place[column]] if 0 <= place[column] < len(row) else ""

    return [
        Concept(
            cell(row, "name"),
            kind if (kind := cell(row, "kind").lower()) in KINDS else "skill",
            tuple(p.strip() for p in re.split(r"[|;]", cell(row, "aliases")) if p.strip()),
            tuple(p.strip() for p in re.split(r"[|;]", cell(row, "broader")) if p.strip()),
        )
        for row in rows[1:]
        if cell(row, "name") and key(cell(row, "name"))
    ]


IMPORTERS: Mapping[str, tuple[Callable[[Path], list[Concept]], str]] = {
    "esco": (import_esco, ESCO_NOTE),
    "onet": (import_onet, ONET_NOTE),
    "table": (import_table, ""),
}
"""Format -> its reader and the attribution that its owner asks for, which the written file carries."""


def import_lexicon(form: str, source: Path, *, known: Lexicon | None = None) -> Screened:
    """What *source* adds to *known* (the lexicon of gapcheck when not given), screened; a user's own table is trusted.

    Raises ConfigError when *source* is not of the format.
    """
    reader, _ = IMPORTERS[form]
    return screen(reader(source), known or Lexicon.default(), trusted=form == "table")


def write_tsv(concepts: Iterable[Concept], *, note: str = "") -> str:
    """The concepts as a file in the format of `concepts/README.md`."""
    rows = ["name\tkind\taliases\tbroader\tguard\tflags"] + ([f"# {note}"] if note else [])
    for c in concepts:
        guard = ";".join(
            rule + (":" + ",".join(" ".join(o) for o in options) if options else "") for rule, options in c.guard.rules
        )
        cells = (c.name, c.kind, "|".join(c.aliases), "|".join(c.broader), guard, ",".join(sorted(c.flags)))
        rows.append("\t".join(re.sub(r"[\t\n\r]+", " ", cell) for cell in cells))
    return "\n".join(rows) + "\n"


# --- reading ---------------------------------------------------------------------------------------------------


def _nothing(folder: Path, files: str) -> ConfigError:
    return ConfigError("holds nothing to import", hint=f"Give the unpacked folder with {files}.", source=folder)


def _lines(path: Path) -> Iterator[str]:
    try:
        yield from path.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError("cannot be read as UTF-8", hint="Check the path.", source=path) from error


def _csv(path: Path) -> Iterator[dict[str, str]]:
    yield from csv.DictReader(_lines(path))


def _tsv(path: Path) -> Iterator[dict[str, str]]:
    if path.is_file():
        yield from csv.DictReader(_lines(path), delimiter="\t", quoting=csv.QUOTE_NONE)
