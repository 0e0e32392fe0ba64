"""What a resume shows, as features that can be compared by the million: the other side of `features`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING, TypeAlias

from gapcheck.batch.features import ALWAYS, DEGREES, MOST_YEARS, act, pair
from gapcheck.lexicon import Lexicon
from gapcheck.lexicon.duties import duties_shown
from gapcheck.lexicon.studies import study_names
from gapcheck.lexicon.traits import traits
from gapcheck.lexicon.vectors import near
from gapcheck.matchers import ResumeIndex, build_index, match
from gapcheck.matchers.degrees import degree_of
from gapcheck.matchers.fields import act_root
from gapcheck.matchers.judge import by_years
from gapcheck.matchers.quantity import years_of
from gapcheck.matchers.workplace import is_job, is_work, shown_by
from gapcheck.types import Entry, Keyword, Requirement, Resume

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

Shown: TypeAlias = "npt.NDArray[np.uint64]"
_NEAR = 0.7
"""Cosine of two words from which one is near to the other."""
_NOT_TOLD = ("objective", "conditions", "contact")
"""Sections that tell what a person wants or where the person is, not what was done."""
_ANY_YEARS = Requirement("", "years of experience", 0, 0, kind="experience")


def resume_features(resume: Resume, lexicon: Lexicon) -> Shown:
    """What the resume shows, as numbers: some twenty kilobytes stand for a resume. Keep them as you would keep it."""
    return hashed(shown_features(resume, lexicon))


def hashed(names: Iterable[str]) -> Shown:
    """The features *names* as sorted numbers of 64 bits, the same on every machine."""
    import numpy as np

    return np.array(sorted({number_of(name) for name in names}), dtype=np.uint64)


def number_of(name: str) -> int:
    """The number of 64 bits that stands for a feature."""
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "little")


def shown_features(resume: Resume, lexicon: Lexicon) -> frozenset[str]:
    """What the resume shows, as the matchers see it: concepts with all that they prove, words, acts, degrees, years."""
    index = build_index(resume, lexicon)
    found = {ALWAYS, *(f"concept:{name}" for name in index.by_concept), *(f"class:{name}" for name in index.by_class)}
    stems: set[str] = set()
    for item in index.shown:
        if item.contact:
            continue
        different = sorted(item.every_stem)
        stems.update(different)
        found.update(pair(a, b) for i, a in enumerate(different) for b in different[i:])
        if item.passage.label not in _NOT_TOLD:
            found.update(act(duty, whole) for duty, whole in duties_shown(item.stems))
    found.update(f"near:{name}" for name in near(sorted(stems), _NEAR))
    found.update(_traits(index))
    found.update(_degrees(index))
    found.update(_years(index))
    return frozenset(found)


def _traits(index: ResumeIndex) -> Iterator[str]:
    """What the matchers would say where one trait is asked, for each that the resume says anything of."""
    for name, requirement in _trait_probes().items():
        status = match(requirement, index).status
        if status != "missing":
            yield f"half soft:{name}"
        if status == "met":
            yield f"soft:{name}"


@cache
def _trait_probes() -> dict[str, Requirement]:
    """A requirement for each trait, in the words that ask it most surely."""
    texts = {
        name: " ".join((trait.asked or trait.loosely)[0])
        for name, trait in traits().items()
        if trait.asked or trait.loosely
    }
    return {
        name: Requirement("", text, 0, len(text), kind="soft_skill", keywords=(Keyword(text, 0, len(text)),))
        for name, text in texts.items()
    }


def _degrees(index: ResumeIndex) -> Iterator[str]:
    for level in DEGREES:
        asked = Requirement("", f"{level} degree", 0, 0, kind="education", degree=level)
        yield from _credited(f"degree:{level}", asked, index)
    if not index.resume.degrees:
        return
    for level in DEGREES[1:]:
        for number, name in study_names().items():
            text = f"{level} degree in {name}"
            keyword = Keyword(name, len(text) - len(name), len(text))
            asked = Requirement("", text, 0, len(text), kind="education", degree=level, keywords=(keyword,))
            yield from _credited(f"study:{level}:{number}", asked, index)


def _credited(name: str, asked: Requirement, index: ResumeIndex) -> Iterator[str]:
    credit, _ = degree_of(asked, index, index.resume.degrees)
    if credit >= 0.5:
        yield f"half {name}"
    if credit >= 1:
        yield name


def _years(index: ResumeIndex) -> Iterator[str]:
    """Years in all, and years in jobs with a word or a kind of employer in the head."""
    years, _ = years_of(_ANY_YEARS, index)
    yield from _up_to(years, "")
    jobs = [entry for entry in index.resume.entries if is_work(entry, index.document.text)]
    held: dict[str, list[Entry]] = {}
    for entry in jobs:
        sectors = shown_by(entry, index) if is_job(entry, index) else frozenset()
        for name in {*(f"sector:{one}" for one in sectors), *_head_words(entry, index)}:
            held.setdefault(name, []).append(entry)
    for name, entries in held.items():
        if name.startswith("sector:"):
            yield name
        months = {month for entry in entries for month in range(entry.first, min(entry.last, index.resume.today + 1))}
        yield from _up_to(len(months) / 12, f":{name}")


def _head_words(entry: Entry, index: ResumeIndex) -> Iterator[str]:
    for item in index.shown:
        if entry.head[0] <= item.passage.start < entry.head[1]:
            yield from map(act_root, item.stems)


def _up_to(years: float, name: str) -> Iterator[str]:
    for number in range(1, MOST_YEARS + 1):
        status = by_years(years, number)
        if status == "met":
            yield f"years:{number}{name}"
        if status != "missing":
            yield f"most years:{number}{name}"
