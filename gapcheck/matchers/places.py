"""Where the words of a phrase stand in a resume, and how they are said there."""

from __future__ import annotations

import re
from functools import lru_cache

from gapcheck.doers import is_doer, names_people
from gapcheck.lexicon import Concept
from gapcheck.lexicon.duties import place_of
from gapcheck.matchers.acronyms import is_other_sense
from gapcheck.matchers.index import CREDIT, NOTES, TITLE_WORDS, ResumeIndex, Shown, worst
from gapcheck.types import Evidence, Keyword, Requirement
from gapcheck.words import Word, words


@lru_cache(maxsize=8_000)
def content_words(phrase: str) -> tuple[Word, ...]:
    """The words of a phrase that carry meaning; all of them when none does."""
    found = words(phrase)
    return tuple([word for word in found if not word.is_stop] or found)


@lru_cache(maxsize=8_000)
def content_stems(phrase: str) -> tuple[str, ...]:
    """The stems of its `content_words`."""
    return tuple([word.stem for word in content_words(phrase)])


def passages_with_all(stems: tuple[str, ...], index: ResumeIndex) -> list[int]:
    """The passages, as indexes into `index.shown`, that say every one of *stems*; in the order of the resume."""
    groups: list[tuple[int, ...]] = []
    for name in stems:
        group = index.by_stem.get(name)
        if not group:
            return []
        groups.append(group)
    smallest = min(groups, key=len)
    return [i for i in smallest if all(i in group for group in groups)]


_WIDE = 12
"""Other words that may stand between those of a phrase."""


def shortest_run(item: Shown, stems: tuple[str, ...]) -> tuple[int, int] | None:
    """The shortest run of words that holds all stems."""
    return place_of(stems, item.stems, _WIDE)


APART = 0.45
"""What words count of which other items of a list stand between: "support of products (.NET, C#), transfer of knowledge"."""
_SIGN = re.compile(r"[,;:.](?=\s)")


def in_other_items(item: Shown, first: int, last: int, index: ResumeIndex) -> bool:
    """Whether words *first* to *last* (excluded) stand in different items of a list or in different sentences."""
    return len(_SIGN.findall(index.document.text, item.words[first].start, item.words[last - 1].start)) > 1


def words_between(item: Shown, start: int, end: int) -> tuple[int, int] | None:
    """The telling words of the passage from character *start* to *end* of the document: first, and behind the last."""
    inside = [i for i, word in enumerate(item.words) if start <= word.start and word.end <= end]
    return (inside[0], inside[-1] + 1) if inside else None


def level_of(item: Shown, first: int, last: int) -> str:
    """How words *first* to *last* (excluded) of the passage are said: the way that counts least."""
    return worst(item.levels[first:last])


def first_with_all(
    stems: tuple[str, ...], index: ResumeIndex, method: str, *, as_written: bool = False
) -> Evidence | None:
    """The passage that says all *stems*; *as_written*, only side by side in their order ("certified paralegal")."""
    for i in passages_with_all(stems, index):
        item = index.shown[i]
        window = shortest_run(item, stems)
        if window and as_written and item.stems[window[0] : window[1]] != stems:
            continue
        if window and CREDIT[level_of(item, *window)]:
            level = level_of(item, *window)
            return index.evidence(item, *window, method=method, score=CREDIT[level], note=NOTES.get(level, ""))
    return None


def is_another(item: Shown, window: tuple[int, int], keyword: Keyword, index: ResumeIndex) -> bool:
    """Whether the words stand there as the name of something else: GCP the cloud, asked for GCP the clinical practice."""
    known = index.lexicon.get(keyword.concept) if keyword.concept else None
    if known is None:
        return False
    if any(is_other_sense(word.text, known, index.acronyms) for word in item.words[window[0] : window[1]]):
        return True
    first, last = item.words[window[0]].start, item.words[window[1] - 1].end
    kinds = (
        index.lexicon.ancestors(known.name) if known.kind == "credential" else {}
    )  # first aid, asked for its certificate
    return any(
        m.start <= first
        and last <= m.end
        and m.end - m.start <= last - first + 1
        and keyword.concept not in index.lexicon.ancestors(m.concept)
        and m.concept not in kinds
        for m in item.passage.mentions
    )


def other_senses(keyword: Keyword, index: ResumeIndex) -> Concept | None:
    """The keyword's concept when the name asked has other senses: Go, Excel, filing, Lean; None for any other."""
    known = index.lexicon.get(keyword.concept) if keyword.concept else None
    if known is None:
        return None
    guarded = (alias[1:].lstrip("=") for alias in known.aliases if alias[0] == "~")
    return known if "ambiguous" in known.flags or keyword.name in guarded else None


def is_cased_name(keyword: Keyword, index: ResumeIndex) -> bool:
    """Whether the keyword is a name with other senses that counts as it is written only: Lean, not "lean meat"."""
    known = other_senses(keyword, index)
    return known is not None and any(alias.lstrip("~") == "=" + keyword.name for alias in known.aliases)


def others_count(requirement: Requirement, asked: str) -> bool:
    """Whether a line that tells of other people by their work may show what is asked in the words *asked*.

    A duty has them at its other end ("support the audit": "papers for the auditors"); a skill is the
    person's own, but where such people are named: "work with electricians".
    """
    return requirement.kind not in ("skill", "tool") or names_people(asked)


def names_others(requirement: Requirement, keyword: Keyword, item: Shown, last: int) -> bool:
    """Whether the name that ends before word *last* only tells what somebody else is, and that shows nothing here.

    "Drawn by the phlebotomist" shows no phlebotomy, "sent to the HR manager" no HR.
    """
    return last - 1 in item.others and not others_count(requirement, keyword.name)


_PEOPLE = re.compile(r"(?:er|or|ist|ant|ent|ian|ee|nurse|cook|chef|clerk|aide|technician|man|woman)$")
_THINGS = frozenset(
    """ladder order paper letter number computer printer server container trailer power water layer filter meter motor tractor
    sensor monitor floor door error document component instrument equipment department agreement event plant procurement
    router register center counter timer mower boiler heater charger folder binder newsletter calendar elevator""".split()
)
_ACTS = ("duty", "skill", "soft_skill", "experience")


def is_own_title(requirement: Requirement, keyword: Keyword, item: Shown) -> bool:
    """Whether the line says what the person is, where work with such people is asked: "train forklift operators"."""
    if item.passage.bullet or len(item.passage.words) > TITLE_WORDS or requirement.kind not in _ACTS:
        return False
    led = _LEADS.match(requirement.text) is not None
    asked = [w.stem for w in content_words(keyword.name) if _is_of_several(w) or (led and is_doer(w.text))]
    shown = [word for word in item.words if word.stem in asked]
    return bool(shown) and all(word.text.lower() == word.norm for word in shown)


_LEADS = re.compile(
    r"\W*(?:you\s+(?:will|would|['’]ll)\s+(?:also\s+)?)?(?:mentor|coach|train|teach|supervis|lead|guid|manag|onboard|develop)\w*\s+(?:one|an?|the|our)\b",
    re.IGNORECASE,
)


def _is_of_several(word: Word) -> bool:
    return word.norm != word.text.lower() and word.norm not in _THINGS and _PEOPLE.search(word.norm) is not None
