"""What gapcheck knows about words: concepts with their aliases, and what proves what.

The data files stand beside this module: `concepts/*.tsv` (format in concepts/README.md), `synonyms/*.tsv`,
`duties/*.tsv`, `soft_evidence.tsv`, `sectors.tsv`, `headings.toml`, `cues.toml`. They are read once, on first use, from their compiled form while it
is current (`compiled.py`).
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from gapcheck.errors import ConfigError
from gapcheck.lexicon.compiled import Lazy, read_compiled, read_guard, split
from gapcheck.lexicon.guards import Guard, parse_guard
from gapcheck.words import STOP_WORDS, key

KINDS = ("tool", "skill", "credential", "degree", "field", "language", "soft", "role", "sector")
_FLAGS = {"ambiguous", "cased", "weak"}


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that postings ask for and resumes show, under its usual name."""

    name: str
    kind: str = "skill"
    aliases: tuple[str, ...] = ()
    """Other names, with the prefixes of the file format: "=" exact case, "~" only when the guard holds."""
    broader: tuple[str, ...] = ()
    """Names of concepts that this one proves."""
    guard: Guard = field(default_factory=Guard)
    flags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Alias:
    """One way to write a concept, as the gazetteer looks it up."""

    concept: str
    cased: str | None = None
    """Exactly these characters are needed (a plural "s" apart), or None when case does not matter."""
    guarded: bool = False
    own: bool = False
    """From the right side of a `+`: asked before the left side's."""


class Lexicon:
    """Concepts by name and by alias; two are merged with `+`, the right one winning on equal names and aliases."""

    _own: frozenset[tuple[tuple[str, ...], str]] = frozenset()
    """Aliases that came from the right side of a `+`, with the names of their concepts."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self.concepts: Mapping[str, Concept] = _merge(concepts)

    @classmethod
    def default(cls) -> Lexicon:
        """The lexicon that comes with gapcheck; read once, then shared."""
        return _default()

    @classmethod
    def load(cls, path: str | Path) -> Lexicon:
        """The lexicon of one TSV file in the format of `concepts/README.md`; ConfigError when it is not."""
        path = Path(path)
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise ConfigError("cannot be read as UTF-8", hint="Check the path.", source=path) from error
        return cls(parse_tsv(text, source=path.name))

    def __add__(self, other: Lexicon) -> Lexicon:
        both = Lexicon([*self.concepts.values(), *other.concepts.values()])
        both._own = self._own | {(words, alias.concept) for words, entry in other.aliases.items() for alias in entry}
        return both

    def __len__(self) -> int:
        return len(self.concepts)

    def __iter__(self) -> Iterator[Concept]:
        return iter(self.concepts.values())

    def get(self, name: str) -> Concept | None:
        """The concept of that name, or None."""
        return self.concepts.get(name)

    @cached_property
    def version(self) -> str:
        """Twelve characters that change whenever an entry changes; reports carry it."""
        lines = sorted(f"{c.name}|{c.kind}|{c.aliases}|{c.broader}|{c.guard}|{sorted(c.flags)}" for c in self)
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:12]

    @cached_property
    def aliases(self) -> Mapping[tuple[str, ...], tuple[Alias, ...]]:
        """Normalised words of every name and alias -> what they may stand for."""
        table: dict[tuple[str, ...], list[Alias]] = {}
        for concept in self:
            for words, alias in _aliases(concept):
                entry = table.setdefault(words, [])
                if alias not in entry:
                    entry.append(alias)
        for words, name in self._own:
            table[words] = [replace(a, own=True) if a.concept == name else a for a in table[words]]
        return {words: tuple(entry) for words, entry in table.items()}

    @cached_property
    def joined(self) -> Mapping[str, tuple[str, ...]]:
        """Aliases written as one word -> their normalised words: "nodejs", "frontend", "ecommerce"."""
        return {"".join(words): words for words in self.aliases if len("".join(words)) > 4}

    @cached_property
    def first_words(self) -> Mapping[str, int]:
        """First word of an alias -> number of words in the longest alias that begins with it."""
        table: dict[str, int] = {}
        for words in self.aliases:
            table[words[0]] = max(table.get(words[0], 0), len(words))
        return table

    @cached_property
    def brands(self) -> Mapping[str, tuple[str, ...]]:
        """Concept -> the tools that are directly of its kind, by name."""
        table: dict[str, list[str]] = {}
        for concept in self:
            for kind in concept.broader if concept.kind == "tool" else ():
                table.setdefault(kind, []).append(concept.name)
        return {kind: tuple(names) for kind, names in table.items()}

    @cached_property
    def _sizes(self) -> Mapping[str, int]:
        return Counter(name for concept in self for name in self.ancestors(concept.name))

    def size(self, name: str) -> int:
        """How many concepts are a kind of the one of that name, itself included."""
        return self._sizes.get(name, 0) or int(name in self.concepts)

    @cached_property
    def _ancestors(self) -> dict[str, dict[str, int]]:
        return {}

    def ancestors(self, name: str) -> Mapping[str, int]:
        """Everything that the concept proves -> number of steps up; the concept itself at 0."""
        if name not in self._ancestors:
            steps, frontier, depth = {name: 0}, [name], 0
            while frontier and depth < 6:
                depth += 1
                frontier = [
                    parent
                    for child in frontier
                    for parent in (self.concepts[child].broader if child in self.concepts else ())
                    if steps.setdefault(parent, depth) == depth
                ]
            self._ancestors[name] = steps
        return self._ancestors[name]

    def proves(self, shown: str, asked: str) -> int | None:
        """Steps from the concept *shown* up to the concept *asked*, or None: PostgreSQL proves SQL, not the reverse."""
        return self.ancestors(shown).get(asked)


def parse_tsv(text: str, *, source: str = "lexicon") -> list[Concept]:
    """The concepts of a TSV text; ConfigError names the line that does not fit the format."""
    concepts = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith(("#", "name\tkind")):
            continue
        cells = [cell.strip() for cell in line.split("\t")] + [""] * 6
        name, kind, aliases, broader, guard, flags = cells[:6]
        if not name or kind not in KINDS:
            raise ConfigError(
                f"line {number} needs a name and a kind", hint=f"Kinds: {', '.join(KINDS)}.", source=source
            )
        flag_set = frozenset(filter(None, (flag.strip() for flag in flags.split(","))))
        if flag_set - _FLAGS:
            raise ConfigError(f"line {number} has an unknown flag", hint=f"Flags: {sorted(_FLAGS)}.", source=source)
        try:
            rules = parse_guard(guard)
        except ValueError as error:
            raise ConfigError(f"line {number}: {error}", hint="See concepts/README.md.", source=source) from error
        concepts.append(Concept(name, kind, _cells(aliases), _cells(broader), rules, flag_set))
    return concepts


def _cells(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in text.split("|"))))


def _merge(concepts: Iterable[Concept]) -> dict[str, Concept]:
    merged: dict[str, Concept] = {}
    names: dict[tuple[str, ...], str] = {}
    for concept in concepts:
        # "Wound care" of one file and "wound care" of another are one concept; symbols keep C and C++ apart.
        name = names.setdefault(key(concept.name) or (concept.name,), concept.name)
        known = merged.get(name)
        if known is None:
            merged[name] = concept
        else:
            merged[name] = replace(
                known,
                aliases=tuple(dict.fromkeys((*known.aliases, *concept.aliases))),
                broader=tuple(b for b in dict.fromkeys((*known.broader, *concept.broader)) if b != name),
                guard=concept.guard if concept.guard.rules else known.guard,
                flags=known.flags | concept.flags,
            )
    # A broader link may spell its parent in another case than the parent's own entry.
    return {
        name: replace(c, broader=tuple(names.get(key(b), b) for b in c.broader)) if c.broader else c
        for name, c in merged.items()
    }


def _aliases(concept: Concept) -> Iterator[tuple[tuple[str, ...], Alias]]:
    ambiguous = "ambiguous" in concept.flags
    words = key(concept.name)
    cased = ambiguous or "cased" in concept.flags or _is_common(words)
    yield words, Alias(concept.name, concept.name if cased else None, ambiguous)
    for text in concept.aliases:
        name = text.lstrip("=~")
        marks = text[: len(text) - len(name)]
        words = key(name)
        if words:
            yield words, Alias(concept.name, name if "=" in marks or _is_common(words) else None, "~" in marks)


def _is_common(words: tuple[str, ...]) -> bool:
    """An alias that is also a function word ("OR", "IT") needs its capitals, whatever the file says."""
    return len(words) == 1 and words[0] in STOP_WORDS


def _data(name: str) -> Traversable:
    return files("gapcheck.lexicon") / name


@cache
def _default() -> Lexicon:
    content = read_compiled()
    return from_sources() if content is None else _from_compiled(content)


def from_sources() -> Lexicon:
    """The lexicon of the data files that come with gapcheck, whether they are compiled or not."""
    folder = _data("concepts")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".tsv"))
    return Lexicon(
        concept for name in names for concept in parse_tsv((folder / name).read_text(encoding="utf-8"), source=name)
    )


def _from_compiled(content: Mapping[str, Any]) -> Lexicon:
    """The same lexicon from its compiled form; what is costly to derive is there already."""
    lexicon = Lexicon(())
    joined = {name: words for words in content["aliases"] if len(name := words.replace(" ", "")) > 4}
    lexicon.concepts = Lazy(content["concepts"], _concept)
    lexicon.__dict__ |= {
        "version": content["version"],
        "aliases": Lazy(content["aliases"], _options, " ".join, split),
        "joined": Lazy(joined, lambda _, words: split(words)),
        "first_words": content["first_words"],
        "_sizes": content["sizes"],
        "brands": Lazy(content["brands"], lambda _, names: _cells(names)),
    }
    return lexicon


def _concept(name: str, row: str) -> Concept:
    kind, aliases, broader, guard, flags = row.split("\t")
    return Concept(name, kind, _cells(aliases), _cells(broader), read_guard(guard), frozenset(_cells(flags)))


def _options(_words: tuple[str, ...], row: str) -> tuple[Alias, ...]:
    cells = (f"{option}\t\t".split("\t") for option in row.split("|"))
    return tuple(Alias(concept, cased or None, guarded == "~") for concept, cased, guarded, *_ in cells)
