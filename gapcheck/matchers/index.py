"""The resume as matchers see it: stems, classes and concepts of every passage, looked up from the posting's side."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar, TypeVarTuple

from gapcheck.doers import is_doer, names_several, others
from gapcheck.lexicon import Lexicon
from gapcheck.lexicon.duties import NUMBER, is_number
from gapcheck.lexicon.relations import Relations, relations
from gapcheck.matchers.similarity import CLAUSES, Bag, Stack, ask, bag_of, coverage, coverages, make_bag, stack
from gapcheck.types import Document, Evidence, Mention, Passage, Resume
from gapcheck.words import Word

if TYPE_CHECKING:
    import numpy as np

T = TypeVar("T")
About = TypeVarTuple("About")

# How much a mention counts by the way it is said; gold/GUIDE rules 10, 21 and 26.
CREDIT = {"": 1.0, "limited": 0.5, "learning": 0.5, "planned": 0.0, "negated": 0.0}
ANOTHER = " is another "
"""In the note of evidence that is another brand of the kind asked for."""
NOTES = {"limited": "said with a limit", "learning": "still being learned"}


@dataclass(frozen=True, slots=True)
class Shown:
    """One passage of the resume, prepared for comparison. Stop words are left out of `stems`."""

    passage: Passage
    words: tuple[Word, ...]
    stems: tuple[str, ...]
    classes: tuple[frozenset[str], ...]
    levels: tuple[str, ...]
    bag: Bag
    all_stems: tuple[str, ...]
    """Of every word of the passage."""
    said: float
    """How much of it is said without a denial or a limit, 0 to 1."""
    every_stem: frozenset[str]
    """The stems once more, to look up."""
    every_class: frozenset[str]
    others: frozenset[int]
    """Indexes of words that name what somebody else is: "phlebotomist" in "drawn by the phlebotomist"."""
    contact: bool = False
    """Name, address, mail: says where a person is, not what the person does."""


@dataclass(frozen=True, slots=True)
class ResumeIndex:
    """Look-ups over one resume; built once, used for every requirement of every posting."""

    resume: Resume
    lexicon: Lexicon
    relations: Relations
    shown: tuple[Shown, ...]
    by_stem: Mapping[str, tuple[int, ...]]
    """Stem -> indexes into `shown`; NUMBER for those with a number in them."""
    by_class: Mapping[str, tuple[int, ...]]
    by_concept: Mapping[str, tuple[tuple[int, Mention, int], ...]]
    """Concept of the resume or anything it proves -> (index, mention, steps up)."""
    by_letter: Mapping[str, tuple[tuple[int, int], ...]]
    """First letter -> longer words that begin with it, as (index into `shown`, index into its words)."""
    stacked: Stack
    """The bags of all passages."""
    acronyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Acronym (lower case) -> stems of the long form, learned from either document."""
    role: str = ""
    """What the posting calls the job."""
    known: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)
    """What `once` has found."""

    def once(self, ask: Callable[[ResumeIndex, *About], T], *about: *About) -> T:
        """What *ask* says of this resume and *about*, worked out when it is asked for the first time.

        Postings ask many resumes the same things. *ask* may not look at `acronyms` and `role`, which are of one posting.
        """
        key = (ask, *about)
        found: T = self.known.get(key, _UNKNOWN)
        if found is _UNKNOWN:
            if len(self.known) >= _KNOWN:
                self.known.clear()
            found = self.known[key] = ask(self, *about)
        return found

    @property
    def document(self) -> Document:
        """The resume's text."""
        return self.resume.document

    def evidence(self, item: Shown, first: int, last: int, *, method: str, score: float, note: str = "") -> Evidence:
        """Evidence that quotes the passage around words *first* to *last* (indexes into `item.words`)."""
        start, end = _quote(self.document.text, item.passage, item.words[first].start, item.words[last - 1].end)
        return Evidence(
            self.document.text[start:end], start, end, item.passage.page, item.passage.title, method, score, note
        )

    def text_of(self, item: Shown) -> str:
        """The text of a passage."""
        return self.document.text[item.passage.start : item.passage.end]

    def passage_of(self, evidence: Evidence) -> Shown | None:
        """The passage that the evidence stands in."""
        place = self._place_of(evidence)
        return self.shown[place] if place is not None else None

    def _place_of(self, evidence: Evidence) -> int | None:
        inside = (i for i, s in enumerate(self.shown) if s.passage.start <= evidence.start < s.passage.end)
        return next(inside, None)

    def line(self, evidence: Evidence) -> str:
        """The text of the passage that the evidence stands in."""
        item = self.passage_of(evidence)
        return self.text_of(item) if item is not None else evidence.text

    def nearness(self, evidence: Evidence, clause: str) -> float:
        """How far the passage that the evidence stands in says the whole clause (0 to 1)."""
        place = self._place_of(evidence)
        return float(self.coverages(clause)[place]) if place is not None else 0.0

    def hear(self, clauses: Iterable[str]) -> None:
        """Prepare `coverages` of all the *clauses* of a posting at once, which is faster."""
        ask(map(bag_of, clauses), self.stacked)

    def coverages(self, clause: str) -> np.ndarray:
        """How far each passage says the clause (0 to 1)."""
        return self.once(_coverages, clause)

    def closest(
        self, clause: str, needed: Set[str] | None = None, *, people: bool = True
    ) -> tuple[float, tuple[Evidence, ...]]:
        """How far one passage says the whole clause (0 to 1), and as evidence that passage and one that says nearly as much.

        Passages without one of the stems *needed* are left out.

        A line that tells of work done counts in full, one that only names or claims something a little less. Where
        *people* is false, the words that tell of others by their work say nothing. A line that only tells what the
        person is says nothing of work with such people.
        """
        telling, several = _telling(clause), names_several(clause)
        bounds = -self.coverages(clause) * self.once(_tells)
        found: list[
            tuple[float, int]
        ] = []  # (-value, index), the two largest values; the earlier passage of equal ones
        for i in bounds.argsort(kind="stable").tolist():
            bound = float(bounds[i])
            if len(found) == 2 and bound > found[1][0]:  # how it is said only lowers a value
                break
            if needed is not None and self.shown[i].every_stem.isdisjoint(needed):
                continue
            if bound and not people and self.shown[i].others:
                bound = -coverage(bag_of(clause), self.once(_own_words, i)) * float(self.once(_tells)[i])
            bound = 0.0 if several and is_title(self.shown[i]) else bound
            value = bound * _affirmed(telling, self.shown[i]) if bound else bound
            found = sorted([*found, (value, i)])[:2]
        best = -found[0][0] if found else 0.0
        worth = [(-value, i) for value, i in found if -value >= max(_WORTH_QUOTING, _NEARLY * best)]
        return best, tuple(self._whole(self.shown[i], value) for value, i in worth)

    def _whole(self, item: Shown, value: float) -> Evidence:
        return self.evidence(item, 0, len(item.words), method="duty", score=0.6 * value, note="in other words")


@lru_cache(maxsize=CLAUSES)
def _telling(clause: str) -> tuple[str, ...]:
    """The stems that tell what a clause is about; few, and thousands of clauses are kept: a set would take most room."""
    asked = bag_of(clause)
    return tuple([s for s, telling in zip(asked.stems, asked.weights > _TELLING, strict=True) if telling])


TITLE_WORDS = 10
"""Words of the longest line that is a title with employer and dates."""


def is_title(item: Shown) -> bool:
    """Whether the line may be no more than what the person is: "Forklift operator, Some Company, 2019 - 2021"."""
    return (
        not item.passage.bullet
        and len(item.passage.words) <= TITLE_WORDS
        and any(is_doer(word.text) for word in item.words)
    )


def _own_words(index: ResumeIndex, i: int) -> Bag:
    """Passage *i* without the words that tell of others by their work."""
    item = index.shown[i]
    return make_bag([word for j, word in enumerate(item.words) if j not in item.others], "shown")


def _coverages(index: ResumeIndex, clause: str) -> np.ndarray:
    return coverages(bag_of(clause), index.stacked)


def _tells(index: ResumeIndex) -> np.ndarray:
    """What each passage counts by the section that it stands in."""
    import numpy as np

    shares = [0.0 if item.contact else _TELLS.get(item.passage.label, 1.0) for item in index.shown]
    return np.array(shares, dtype=np.float64)


def _affirmed(telling: Sequence[str], item: Shown) -> float:
    """How the telling words of a clause are said in the passage, from 0 (denied, wished for) to 1; less when none is there."""
    voice = 1.0 if item.said > 0.5 else item.said
    if item.every_stem.isdisjoint(telling):
        return voice * _LOOSE
    return min(voice, max([CREDIT[level] for s, level in zip(item.stems, item.levels, strict=True) if s in telling]))


def worst(levels: Iterable[str]) -> str:
    """Of several ways of saying the one that counts least; of equal ones the first, "" of none."""
    return min(levels, key=lambda level: CREDIT[level], default="")


_UNKNOWN: Any = object()
_KNOWN = 10_000
"""Answers that an index keeps, some hundred bytes each: a few hundred postings ask fewer different things."""
SLIP_FROM = 5
"""Letters of the shortest word that may be a long one with a slip of the pen."""
_LONGEST_QUOTE = 220
_TELLS = {
    "summary": 0.9,
    "objective": 0.5,
    "skills": 0.9,
    "education": 0.8,
    "interests": 0.7,
    "languages": 0.5,
    "conditions": 0.7,
}
_NEARLY = 0.65
"""Share of the closest line's value from which a second line is quoted beside it."""
_LOOSE = 0.6
"""What the share counts of a line that has no telling word of the clause itself, only near ones."""
_TELLING = 0.3
"""Weight of a word from which it tells what a clause is about."""
_WORTH_QUOTING = 0.25
"""Share of a clause from which the line that says most of it is worth showing."""


def _quote(text: str, passage: Passage, start: int, end: int) -> tuple[int, int]:
    """The passage, or the part of a long one around the match, cut between words."""
    if passage.end - passage.start <= _LONGEST_QUOTE:
        return passage.start, passage.end
    room = max(0, _LONGEST_QUOTE - (end - start)) // 2
    a, b = max(passage.start, start - room), min(passage.end, end + room)
    while a > passage.start and not text[a - 1].isspace():
        a -= 1
    while b < passage.end and not text[b].isspace():
        b += 1
    return a, b


def build_index(resume: Resume, lexicon: Lexicon, acronyms: Mapping[str, tuple[str, ...]] | None = None) -> ResumeIndex:
    """The index of one resume."""
    table = relations()
    text = resume.document.text
    shown = tuple(_shown(text, passage, table) for passage in resume.passages if passage.label != "references")
    by_stem: dict[str, list[int]] = {}
    by_class: dict[str, list[int]] = {}
    by_concept: dict[str, list[tuple[int, Mention, int]]] = {}
    by_letter: dict[str, list[tuple[int, int]]] = {}
    for i, item in enumerate(shown):
        for name in dict.fromkeys(item.stems):
            by_stem.setdefault(name, []).append(i)
        if any(map(is_number, item.stems)):
            by_stem.setdefault(NUMBER, []).append(i)
        for name in dict.fromkeys(c for group in item.classes for c in sorted(group)):
            by_class.setdefault(name, []).append(i)
        for mention in item.passage.mentions:
            for concept, steps in lexicon.ancestors(mention.concept).items():
                by_concept.setdefault(concept, []).append((i, mention, steps))
        for j, word in enumerate(item.words):
            if len(word.norm) >= SLIP_FROM:
                by_letter.setdefault(word.norm[0], []).append((i, j))
    return ResumeIndex(
        resume,
        lexicon,
        table,
        shown,
        {k: tuple(v) for k, v in by_stem.items()},
        {k: tuple(v) for k, v in by_class.items()},
        {k: tuple(v) for k, v in by_concept.items()},
        {k: tuple(v) for k, v in by_letter.items()},
        stack([item.bag for item in shown]),
        dict(acronyms or {}),
    )


_OPEN_END = frozenset(("present", "current", "now", "date", "today"))


def _shown(text: str, passage: Passage, table: Relations) -> Shown:
    kept = [(w, level) for w, level in _with_levels(passage) if not w.is_stop and not _ends_dates(text, w)]
    stems = tuple([word.stem for word, _ in kept])
    levels = tuple([level for _, level in kept])
    bag = make_bag([word for word in passage.words if not _ends_dates(text, word)], "shown")
    same = stems == bag.stems  # but where nothing but stop words stand
    classes = bag.classes if same else tuple(table.classes(stems, "shown"))
    return Shown(
        passage,
        tuple([word for word, _ in kept]),
        stems,
        classes,
        levels,
        bag,
        tuple([word.stem for word in passage.words]),
        sum([CREDIT[level] for level in levels]) / (len(levels) or 1),
        frozenset(stems),
        frozenset().union(*classes),
        _others(passage, [word for word, _ in kept], text),
        passage.label == "contact" or "@" in text[passage.start : passage.end],
    )


def _others(passage: Passage, kept: Sequence[Word], text: str) -> frozenset[int]:
    starts = others(passage.words, text)
    return frozenset(i for i, word in enumerate(kept) if word.start in starts) if starts else starts


def _ends_dates(text: str, word: Word) -> bool:
    """The "present" of "March 2024 - present" is a date, not an act."""
    return word.norm in _OPEN_END and text[max(0, word.start - 4) : word.start].rstrip().endswith(("-", "–", "—", "to"))


def _with_levels(passage: Passage) -> Iterator[tuple[Word, str]]:
    levels = passage.levels or ("",) * len(passage.words)
    return zip(passage.words, levels, strict=True)
