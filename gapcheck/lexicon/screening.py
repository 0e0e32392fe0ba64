"""Which imported names may be looked for in postings and resumes, and which would only add noise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from gapcheck.lexicon import Concept, Lexicon
from gapcheck.lexicon.guards import Guard, parse_guard
from gapcheck.words import STOP_WORDS, key

LONGEST = 5
"""Words of the longest name kept: longer ones are sentences ("use tools to control production times")."""
_SHORT = 5
"""Letters up to which a single word is a short name, which needs its case and a sign that it is meant."""
_MEANT = parse_guard("list;section:skills,required,preferred,certifications")
_PLAIN_KINDS = ("skill", "soft", "sector", "field")


@dataclass(frozen=True, slots=True)
class Screened:
    """What is left of an import."""

    concepts: tuple[Concept, ...]
    left_out: Mapping[str, int]
    """Reason -> how many names were left out for it."""

    @property
    def aliases(self) -> int:
        """How many other names the concepts have."""
        return sum(len(concept.aliases) for concept in self.concepts)


def screen(concepts: Iterable[Concept], known: Lexicon, *, trusted: bool = False) -> Screened:
    """The concepts without names that would be found where nobody means them.

    Left out: what *known* has under any name (its other names are added to the known concept), sentences, single common
    words, names that two concepts share. Short single words need their exact case and a list or a section of skills
    around them. *trusted* is a user's own list: only empty and repeated names are left out, and short ones guarded.
    """
    left_out: Counter[str] = Counter()
    groups = _grouped(concepts, known, left_out, trusted=trusted)
    owners = Counter(words for _, names in groups.values() for words in {key(name.lstrip("=~")) for name in names})
    kept = []
    for name, (concept, names) in groups.items():
        aliases: dict[tuple[str, ...], str] = {}
        for alias in names[1:]:
            words = key(alias.lstrip("=~"))
            reason = _reason(words, concept.kind, owners, known, concept.name, trusted=trusted)
            if reason:
                left_out[reason] += 1
            elif words not in aliases and words != key(name):
                aliases[words] = alias if trusted else _marked(alias)
        ours = known.get(name) is not None
        if ours and not aliases:
            left_out["known already"] += 1
            continue
        kept.append(_written(concept, tuple(aliases.values()), ours=ours, trusted=trusted))
    names_kept = {c.name for c in kept} | set(known.concepts)

    def parents(concept: Concept) -> tuple[str, ...]:
        named = (_owner(key(b), known) or b for b in concept.broader)
        return tuple(b for b in dict.fromkeys(named) if b in names_kept and b != concept.name)

    return Screened(tuple(replace(c, broader=parents(c)) for c in kept), dict(left_out))


def _grouped(
    concepts: Iterable[Concept], known: Lexicon, left_out: Counter[str], *, trusted: bool
) -> dict[str, tuple[Concept, list[str]]]:
    """Concepts of equal or known names together, under the known name: name -> (concept, names)."""
    groups: dict[str, tuple[Concept, list[str]]] = {}
    places: dict[tuple[str, ...], str] = {}
    for concept in concepts:
        words = key(concept.name)
        if not words or (not trusted and (reason := _noise_name(words, concept.kind))):
            left_out[reason if words else "no words"] += 1
            continue
        owner = _owner(words, known)
        name = owner or places.setdefault(words, concept.name)
        if owner and not trusted and known.concepts[owner].kind in ("role", "degree", "credential", "language"):
            left_out["known already"] += 1  # what proves a licence or a degree is not for a list of synonyms to say
            continue
        entry = groups.setdefault(name, (replace(concept, name=name), [name]))
        entry[1].extend(concept.aliases if name == concept.name else (concept.name, *concept.aliases))
    return groups


def _owner(words: tuple[str, ...], known: Lexicon) -> str | None:
    options = known.aliases.get(words, ())
    plain = [alias.concept for alias in options if not alias.guarded and alias.cased is None]
    return plain[0] if plain else options[0].concept if options else None


def _reason(
    words: tuple[str, ...], kind: str, owners: Counter[tuple[str, ...]], known: Lexicon, name: str, *, trusted: bool
) -> str:
    """Why an alias is left out, or nothing."""
    if not words:
        return "no words"
    if _owner(words, known) is not None and not trusted:
        return "known already"
    if owners[words] > 1 and not trusted:
        return "means two things"
    return "" if trusted else _noise_name(words, kind)


def _noise_name(words: tuple[str, ...], kind: str) -> str:
    """Why a name would be noise: a sentence, one generic word, nothing but generic words."""
    content = [word for word in words if word not in STOP_WORDS]
    if len(words) > LONGEST:
        return "a sentence"
    if not content or all(word in _generic() for word in content) or max(map(len, content)) < 2:
        return "generic"
    if len(content) == 1 and (kind in _PLAIN_KINDS or kind == "role") and _common(content[0]):
        return "generic"
    return ""


def _marked(alias: str) -> str:
    """A short single word needs its case, and a guard that says it is meant."""
    bare = alias.lstrip("=~")
    if len(key(bare)) == 1 and (len(bare) <= _SHORT or _common(key(bare)[0])):
        return "~=" + bare
    return alias


def _written(concept: Concept, aliases: tuple[str, ...], *, ours: bool, trusted: bool) -> Concept:
    words = key(concept.name)
    short = len(words) == 1 and (len(concept.name) <= _SHORT or _common(words[0])) and not trusted and not ours
    guarded = short or any(alias.startswith("~") for alias in aliases)
    return Concept(
        concept.name,
        concept.kind,
        aliases,
        concept.broader,
        _MEANT if guarded and not ours else Guard(),
        frozenset({"ambiguous"}) if short else frozenset(),
    )


def doubts(own: Lexicon, known: Lexicon) -> list[str]:
    """What may go wrong with a lexicon of one's own beside *known*, a sentence for each name, in the order of the file."""
    found = []
    both = set(own.concepts) | set(known.concepts)
    for concept in own:
        for text in (concept.name, *concept.aliases):
            bare = text.lstrip("=~")
            words = key(bare)
            if text == concept.name and known.get(text) is not None:
                continue
            marked = text != bare or (text == concept.name and "ambiguous" in concept.flags)
            reason = _noise_name(words, concept.kind)
            owner = _owner(words, known)
            if reason:
                found.append(f"{bare}: {reason}")
            elif owner is not None and owner != concept.name and known.get(concept.name) is None:
                found.append(f"{bare}: means {owner} in gapcheck's own lexicon; yours wins")
            elif not marked and len(words) == 1 and (len(bare) <= _SHORT - 2 or (bare.islower() and _common(words[0]))):
                found.append(f'{bare}: short or common; "=" before it asks for its exact case, "~" for a guard')
        for parent in concept.broader:
            owner = _owner(key(parent), known)
            if parent not in both and owner != parent:
                hint = f"; write {owner}, of which it is another name" if owner else ""
                found.append(f"{concept.name}: broader {parent} is no concept{hint}")
    return found


@cache
def _generic() -> frozenset[str]:
    """Words that are never a keyword, from `noise.txt`."""
    lines = (files("gapcheck.lexicon") / "noise.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in key(line))


def _common(word: str) -> bool:
    """A word of everyday advertisements: it needs a sign that the product of that name is meant."""
    from gapcheck.lexicon.relations import weight
    from gapcheck.words import stem

    return weight(stem(word)) < 0.75
