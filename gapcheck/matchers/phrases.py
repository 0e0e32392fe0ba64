"""Matchers that find a keyword in the resume by its words: same words, other forms, known names, other words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from gapcheck.lexicon import Concept
from gapcheck.lexicon.duties import place_of
from gapcheck.lexicon.relations import is_common, relations
from gapcheck.matchers.acronyms import is_other_sense
from gapcheck.matchers.index import CREDIT, NOTES, SLIP_FROM, ResumeIndex, Shown, worst
from gapcheck.matchers.licences import PROGRESS, held, other_grade
from gapcheck.matchers.similarity import is_verb, word_weight
from gapcheck.types import Evidence, Keyword, Requirement
from gapcheck.words import Word, words
from gapcheck.words import stem as _stem

_RELATED = 0.85
"""How much a word counts that only shares a class with the word asked for."""
_RELATED_VERB = 0.7
_ALONE = 0.6
"""A single word said in other words ("vendors" for "suppliers"), or a phrase of which no word stands, is a trace."""
_PARTIAL = 0.5
_SPREAD = 4
"""Content words that may stand between the words asked; wider apart they seldom belong together."""
_SCATTERED = 0.6
_NOT_DONE = frozenset(("education", "interests", "languages", "conditions"))
"""Sections that tell what a person is or likes: their words in another sense say nothing of what the person did."""


def concept(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> Evidence | None:
    """The lexicon's concept under any of its names, or one that proves it (PostgreSQL proves SQL)."""
    if keyword.concept is None:
        return None
    best: Evidence | None = None
    known = index.lexicon.get(keyword.concept)
    for i, mention, steps in index.by_concept.get(keyword.concept, ()):
        if known is not None and is_other_sense(mention.text, known, index.acronyms):
            continue
        item = index.shown[i]
        span = _span(item, mention.start, mention.end)
        if span is None or _is_own_title(requirement, keyword, item, span):
            continue
        level = _level(item, *span)
        same = " ".join(mention.text.lower().split()) == keyword.name.lower()
        method = "hierarchy" if steps else ("exact" if same else "alias")
        note = NOTES.get(level, "") or (f"{mention.concept} shows {keyword.concept}" if steps else "")
        score = held(requirement, level, index.text_of(item)) * (1.0 if steps == 0 else 0.95 - 0.05 * steps)
        if score > (best.score if best else 0.0):
            best = index.evidence(item, *span, method=method, score=score, note=note)
            if score == 1.0:
                break  # the earlier line of equal ones is shown
    return best


def alias(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> Evidence | None:
    """Another name of the keyword's concept, two words or more, in any inflection: "reconciled the bank accounts"."""
    concept_ = index.lexicon.get(keyword.concept) if keyword.concept else None
    if concept_ is None:
        return None
    best: Evidence | None = None
    for item, window in index.once(_other_names, concept_.name):
        level = _level(item, *window)
        score = 0.95 * held(requirement, level, index.text_of(item))
        if score > (best.score if best else 0.0):
            best = index.evidence(item, *window, method="alias", score=score, note=NOTES.get(level, ""))
    return best


def _other_names(index: ResumeIndex, concept_name: str) -> tuple[tuple[Shown, tuple[int, int]], ...]:
    """Where the resume says a name of the concept in two words or more, in any inflection."""
    known = index.lexicon.concepts[concept_name]
    room = 0 if known.kind in ("credential", "degree") else 2  # "licensed practical nurse" is no nurse license
    found = []
    for name in _long_names(known.name, known.aliases):
        for i in _passages_with_all(name, index):
            item = index.shown[i]
            window = _window(item, name)
            if window is None or window[1] - window[0] > len(name) + room:
                continue
            if not room and item.stems[window[0] : window[1]] != name:
                continue  # a "paralegal certificate" makes no "certified paralegal"
            found.append((item, window))
    return tuple(found)


@lru_cache(maxsize=4_000)
def _long_names(name: str, aliases: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The stems of a concept's names that have two content words or more; marked ones are for the gazetteer alone."""
    plain = [name, *(alias for alias in aliases if alias[0] not in "=~")]
    stems = (tuple(word.stem for word in words(text) if not word.is_stop) for text in plain)
    return tuple(dict.fromkeys(s for s in stems if len(set(s)) > 1))


def stem(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> Evidence | None:
    """All words of the keyword in one passage, in any inflection and near one another."""
    asked = _stems(keyword.name)
    cased = _needs_case(requirement, keyword)
    if not asked or (_ambiguous(keyword, index) is not None and requirement.kind != "language"):
        return None
    best: Evidence | None = None
    for i in _passages_with_all(asked, index):
        item = index.shown[i]
        window = _window(item, asked)
        if (
            window is None
            or _another(item, window, keyword, index)
            or _is_own_title(requirement, keyword, item, window)
            or (requirement.kind == "credential" and other_grade(keyword.name, index.text_of(item)))
            or (cased and all(word.text.rstrip("s") != keyword.name.rstrip("s") for word in item.words))
        ):
            continue
        level = _level(item, *window)
        spread = (window[1] - window[0]) - len(asked)
        score = held(requirement, level, index.text_of(item)) * (1.0 if spread <= 2 else 0.9 if spread <= 6 else 0.8)
        if score > (best.score if best else 0.0):
            exact = keyword.name.lower() in index.text_of(item).lower()
            best = index.evidence(
                item, *window, method="exact" if exact else "stem", score=score, note=NOTES.get(level, "")
            )
    return best


def _another(item: Shown, window: tuple[int, int], keyword: Keyword, index: ResumeIndex) -> bool:
    """Whether the words stand there as the name of something else: GCP the cloud, asked for GCP the clinical practice."""
    known = index.lexicon.get(keyword.concept) if keyword.concept else None
    if known is None:
        return False
    if any(is_other_sense(word.text, known, index.acronyms) for word in item.words[window[0] : window[1]]):
        return True
    first, last = item.words[window[0]].start, item.words[window[1] - 1].end
    return any(
        m.start <= first
        and last <= m.end
        and m.end - m.start <= last - first + 1
        and keyword.concept not in index.lexicon.ancestors(m.concept)
        for m in item.passage.mentions
    )


_PEOPLE = re.compile(r"(?:er|or|ist|ant|ent|ian|ee|nurse|cook|chef|clerk|aide|technician|man|woman)$")


def _is_own_title(requirement: Requirement, keyword: Keyword, item: Shown, window: tuple[int, int]) -> bool:
    """Whether the line says what the person is, where work with such people is asked: "train forklift operators"."""
    asked, shown = content_words(keyword.name)[-1], item.words[window[1] - 1]
    return (
        requirement.kind in ("duty", "skill", "soft_skill")
        and not item.passage.bullet
        and asked.text.lower().endswith("s")
        and asked.norm != asked.text.lower()
        and _PEOPLE.search(asked.norm) is not None
        and shown.text.lower() == shown.norm
        and shown.stem == asked.stem
    )


def _ambiguous(keyword: Keyword, index: ResumeIndex) -> Concept | None:
    """The keyword's concept when its name has other senses: Go, Excel, filing."""
    concept_ = index.lexicon.get(keyword.concept) if keyword.concept else None
    return concept_ if concept_ is not None and "ambiguous" in concept_.flags else None


_ANY_SENSE = 0.7
_SENSE_SURE = 0.9


def asked_sense(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> Evidence | None:
    """A name with other senses where the posting has told which it means: "tied out in Concur" for "Concur or similar".

    The name of a product counts in its own case, at the head of a line only where a name would stand ("Toast, Clover").
    """
    meant = _ambiguous(keyword, index)
    if meant is None or meant.kind not in ("tool", "skill", "credential"):
        return None
    best: Evidence | None = None
    for name in dict.fromkeys(n.lstrip("=~") for n in (meant.name, *meant.aliases)):
        asked = _stems(name)
        for i in _passages_with_all(asked, index):
            item = index.shown[i]
            window = _window(item, asked)
            if window is None or window[1] - window[0] != len(asked) or _another(item, window, keyword, index):
                continue
            if not _in_sense(item, window, meant, index):
                continue
            level = _level(item, *window)
            credit = _ANY_SENSE if meant.kind == "skill" else _SENSE_SURE
            score = credit * held(requirement, level, index.text_of(item))
            if score > (best.score if best else 0.0):
                best = index.evidence(item, *window, method="exact", score=score, note=NOTES.get(level, ""))
    return best


def _in_sense(item: Shown, window: tuple[int, int], meant: Concept, index: ResumeIndex) -> bool:
    """Whether the words at *window* may be the name meant: by case, place in the line and what it never stands beside."""
    written, line = item.words[window[0]], item.passage.words
    first = next(k for k, word in enumerate(line) if word.start == written.start)
    last = first + window[1] - window[0]
    if meant.guard.barred(line=tuple(word.norm for word in line), first=first, last=last):
        return False
    if meant.kind == "skill":
        return True
    text = index.document.text
    if not written.text[:1].isupper():
        return False
    heads = first == 0 or text[line[first - 1].end : written.start].strip().endswith((".", "!", "?"))
    return not heads or last == len(line) or bool(_AS_NAME.match(text, line[last - 1].end))


# What follows a name at the head of a line: a comma, a colon, "for", another name.
_AS_NAME = re.compile(r"\s*[,:;/(|–-]|\s+(?:for|and|or|&)\s+(?:[A-Z0-9]|\w+s\b)")


def _needs_case(requirement: Requirement, keyword: Keyword) -> bool:
    """A product's one-word name ("Front") and an acronym ("JAWS") count in their own case only."""
    name = keyword.name
    if " " in name or "-" in name:
        return False
    return (requirement.kind in ("tool", "language", "credential") and name[:1].isupper()) or (
        name.isupper() and 2 <= len(name) <= 5
    )


def acronym(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> Evidence | None:
    """An acronym against its long form, either way, when one of the two documents defines it."""
    if not index.acronyms:
        return None
    name = "".join(c for c in keyword.name.lower() if c.isalnum())
    long_form = index.acronyms.get(name) or index.acronyms.get(name.rstrip("s"))
    if long_form:
        return _found(long_form, index, "alias", as_written=requirement.kind == "credential")
    asked = _stems(keyword.name)
    short = next((short for short, stems in index.acronyms.items() if stems == asked), None)
    return _found((short,), index, "alias") if short is not None else None


_CATEGORY = ("software", "system", "record", "platform", "suite", "tool", "terminal", "controller")


def brand(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> Evidence | None:
    """Another brand of the kind of product that is asked for: half; met for the kind itself (gold/GUIDE rule 27).

    "Field service software" beside "ServiceTitan" is the kind that ServiceTitan is of, whatever the posting calls it.
    """
    asked = index.lexicon.get(keyword.concept) if keyword.concept else None
    if asked is not None:
        return _of_kind(asked.broader, 0.5, index) if asked.kind == "tool" else None
    if (
        requirement.kind != "tool"
        or requirement.mode != "any"
        or not keyword.name.lower().rstrip("s").endswith(_CATEGORY)
    ):
        return None
    beside = [index.lexicon.get(k.concept) for k in requirement.keywords if k.concept]
    kinds = {parent for known in beside if known is not None and known.kind == "tool" for parent in known.broader}
    return _of_kind(sorted(kinds), 0.85, index)


def _of_kind(kinds: Sequence[str], score: float, index: ResumeIndex) -> Evidence | None:
    for kind in kinds:
        if not kind.lower().endswith(_CATEGORY):
            continue
        for i, mention, steps in index.by_concept.get(kind, ()):
            span = _span(index.shown[i], mention.start, mention.end)
            if steps == 1 and mention.kind == "tool" and span and CREDIT[_level(index.shown[i], *span)] == 1.0:
                note = f"{mention.concept} is another {kind}"
                return index.evidence(index.shown[i], *span, method="hierarchy", score=score, note=note)
    return None


# Words that say "holds a credential" without naming it.
_CREDENTIAL_STEMS = frozenset(stem_ for w in ("license", "licence", "certification", "certificate", "certified", "card", "ticket", "permit", "registration",
    "registered", "training", "trained", "credential", "endorsement", "designation", "qualification", "qualified", "course", "valid", "current", "category", "class") for stem_ in [_stem(w)])  # fmt: skip


# Of these, the ones that only say that something was taught; a right to do it is more.
_TAUGHT = frozenset(_stem(w) for w in ("training", "trained", "course", "class"))
_RIGHTS = frozenset(_stem(w) for w in ("license", "licence", "endorsement", "registration", "permit", "card", "ticket"))


_GRADED = re.compile(r"\b(?:first|second|third|special|1st|2nd|3rd)[ -]class\b|\bclass\s(?:[A-Z]|\d|I+)\b", re.IGNORECASE)


def credential(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> Evidence | None:
    """What a credential is about, beside any word for a credential: "forklift, certified 2020" for "forklift ticket"."""
    if requirement.kind != "credential":
        return None
    asked = content_words(keyword.name)
    subject = tuple([w.stem for w in asked if w.stem not in _CREDENTIAL_STEMS])
    if not subject or len(subject) == len(asked):
        return None
    words_for_it = _CREDENTIAL_STEMS - _TAUGHT if _RIGHTS & {w.stem for w in asked} else _CREDENTIAL_STEMS
    named = any(w.text.isupper() and len(w.text) > 2 and w.stem in subject for w in asked)
    for i in _passages_with_all(subject, index):
        item = index.shown[i]
        window = _window(item, subject)
        if window is None or _another(item, window, keyword, index) or other_grade(keyword.name, index.text_of(item)):
            continue
        told = named and not (item.passage.label == "experience" and item.passage.bullet)
        if told or item.passage.label == "certifications" or words_for_it & item.every_stem or _GRADED.search(index.text_of(item)):
            level = _level(item, *window)
            if credit := held(requirement, level, index.text_of(item)):
                return index.evidence(item, *window, method="stem", score=0.9 * credit, note=NOTES.get(level, ""))
    return None


# A rung of these ladders is a right of its own: the one below it does not open the door (gold/GUIDE rule 23).
_LICENCE = re.compile(
    r"licen[sc]e|licensed|\bnurse|\bCDL\b|\bclass\b|registration|permit|endorse|journeyman", re.IGNORECASE
)


def rung(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> Evidence | None:
    """Half a staged certificate: the rung below it (PHR for SPHR), or one in progress where the posting allows that."""
    asked = index.lexicon.get(keyword.concept) if keyword.concept else None
    if asked is None or asked.kind != "credential":
        return None
    if PROGRESS.search(requirement.text):
        for i, mention, steps in index.by_concept.get(asked.name, ()):
            span = _span(index.shown[i], mention.start, mention.end)
            if (
                span
                and not steps
                and held(requirement, _level(index.shown[i], *span), index.text_of(index.shown[i])) == 0.5
            ):
                return index.evidence(index.shown[i], *span, method="alias", score=0.5, note="not yet held")
    if _LICENCE.search(asked.name):
        return None
    for below in asked.broader:
        known = index.lexicon.get(below)
        if known is None or known.kind != "credential" or below.islower() or _LICENCE.search(below):
            continue  # "HR certification" is a kind of certificate and no rung
        for i, mention, steps in index.by_concept.get(below, ()):
            span = _span(index.shown[i], mention.start, mention.end)
            if span and not steps and CREDIT[_level(index.shown[i], *span)] == 1.0:
                note = f"{below} is the step before {asked.name}"
                return index.evidence(index.shown[i], *span, method="hierarchy", score=0.5, note=note)
    return None


def typo(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> Evidence | None:
    """A slip of the pen in a long word; never between two known names ("Java" and "JavaScript"), never in digits."""
    asked = content_words(keyword.name)
    if len(asked) != 1 or len(asked[0].norm) <= SLIP_FROM or any(c.isdigit() for c in asked[0].norm):
        return None
    target = asked[0].norm
    allowed = 2 if len(target) >= 10 else 1
    distance = _distance()
    for place, i in index.by_letter.get(target[0], ()):
        item = index.shown[place]
        name = item.words[i].norm
        # what is near by its letters is rare: the look-ups come last
        if (
            abs(len(name) - len(target)) <= allowed
            and distance(name, target, score_cutoff=allowed) <= allowed
            and item.stems[i] != asked[0].stem
            and (name,) not in index.lexicon.aliases
            and not is_common(item.stems[i])
        ):
            credit = CREDIT[item.levels[i]]
            if credit:
                return index.evidence(item, i, i + 1, method="typo", score=0.9 * credit, note="spelled differently")
    return None


@cache
def _distance() -> Callable[..., int]:
    from rapidfuzz.distance import DamerauLevenshtein

    return DamerauLevenshtein.distance


def duty(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> Evidence | None:
    """The keyword said in other words: synonyms of its words, weighed by how much each word tells."""
    asked = _asked(keyword.name)
    if not asked or _is_named(requirement, keyword, index):
        return None
    found = best_paraphrase(asked, index)
    if found is not None and requirement.kind == "credential" and not _names_a_credential(found, index):
        return None
    return found


NAMED = ("tool", "credential", "language", "education")
"""Kinds of requirements and of concepts for which other words do not stand."""


def _is_named(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> bool:
    """Whether the keyword is a tool, licence or degree that the lexicon knows: other words do not stand for it."""
    known = index.lexicon.get(keyword.concept) if keyword.concept else None
    if known is None or requirement.kind in NAMED:
        return known is not None
    whole = len(content_words(keyword.name)) <= len(content_words(known.name))  # no act around the name
    return whole and known.kind in NAMED and known.name[:1].isupper()


def _names_a_credential(evidence: Evidence, index: ResumeIndex) -> bool:
    item = index.passage_of(evidence)
    return item is not None and (item.passage.label == "certifications" or bool(_CREDENTIAL_STEMS & item.every_stem))


# --- comparison of word bags ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Asked:
    """One content word of the posting's phrase."""

    stem: str
    classes: frozenset[str]
    weight: float
    verb: bool


@lru_cache(maxsize=6_000)
def _asked(phrase: str) -> tuple[Asked, ...]:
    return asked_words(content_words(phrase))


def asked_words(found: Sequence[Word]) -> tuple[Asked, ...]:
    """The content words of a phrase with their classes; light verbs weigh next to nothing."""
    table = relations()
    stems = [word.stem for word in found]
    classes = table.classes(stems, "asked")
    return tuple(
        Asked(s, c, word_weight(w, table), is_verb(w, table)) for w, s, c in zip(found, stems, classes, strict=True)
    )


def best_paraphrase(asked: tuple[Asked, ...], index: ResumeIndex) -> Evidence | None:
    """The passage that covers most of the asked words' weight, as evidence when it covers half or more.

    A verb said in other words proves nothing without its object, and one related noun alone is a trace at most.
    """
    total = sum(word.weight for word in asked)
    places: dict[int, float] = {}
    things: dict[int, int] = {}
    for word in asked:
        for i, value in index.once(_said_in, word.stem, word.classes):
            places[i] = places.get(i, 0.0) + value * word.weight
            things[i] = things.get(i, 0) + (value != _RELATED_VERB and not word.verb)
    likely = [(-value, i) for i, value in places.items() if value / total >= _PARTIAL]
    best: Evidence | None = None
    for value, i in sorted(likely)[:8]:
        score, item = -value / total, index.shown[i]
        if len(asked) == 1 or not any(word.stem in item.every_stem for word in asked):
            score *= _ALONE
        if score < _PARTIAL or not things[i] or (best and score <= best.score):
            continue
        if item.contact or item.passage.label in _NOT_DONE:
            continue
        where = [j for j, (s, c) in enumerate(zip(item.stems, item.classes, strict=True)) if _hits(s, c, asked)]
        level = worst([item.levels[j] for j in where])
        score *= CREDIT[level]
        if where and where[-1] - where[0] > _SPREAD + len(asked):
            score *= _SCATTERED
        if where and score >= _PARTIAL * 0.75 and (best is None or score > best.score):
            best = index.evidence(
                item, where[0], where[-1] + 1, method="duty", score=score, note=NOTES.get(level, "in other words")
            )
    return best


def _said_in(index: ResumeIndex, name: str, classes: frozenset[str]) -> tuple[tuple[int, float], ...]:
    """The passages that say a word, each with how far: in full, or a word of a class of it."""
    hits = dict.fromkeys(index.by_stem.get(name, ()), 1.0)
    for one in sorted(classes):
        value = _RELATED_VERB if one.startswith("verb") else _RELATED
        for i in index.by_class.get(one, ()):
            hits[i] = max(hits.get(i, 0.0), value)
    return tuple(hits.items())


def _hits(name: str, classes: frozenset[str], asked: tuple[Asked, ...]) -> bool:
    return any(name == word.stem or not classes.isdisjoint(word.classes) for word in asked)


# --- small things --------------------------------------------------------------------------------------------


@lru_cache(maxsize=12_000)
def content_words(phrase: str) -> tuple[Word, ...]:
    """The words of a phrase that carry meaning; all of them when none does."""
    found = words(phrase)
    return tuple([word for word in found if not word.is_stop] or found)


@lru_cache(maxsize=12_000)
def _stems(phrase: str) -> tuple[str, ...]:
    return tuple([word.stem for word in content_words(phrase)])


def _passages_with_all(stems: tuple[str, ...], index: ResumeIndex) -> list[int]:
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


def _window(item: Shown, stems: tuple[str, ...]) -> tuple[int, int] | None:
    """The shortest run of words that holds all stems."""
    return place_of(stems, item.stems, _WIDE)


def _span(item: Shown, start: int, end: int) -> tuple[int, int] | None:
    inside = [i for i, word in enumerate(item.words) if start <= word.start and word.end <= end]
    return (inside[0], inside[-1] + 1) if inside else None


def _level(item: Shown, first: int, last: int) -> str:
    return worst(item.levels[first:last])


def _found(stems: tuple[str, ...], index: ResumeIndex, method: str, *, as_written: bool = False) -> Evidence | None:
    """The passage that says all *stems*; *as_written*, only side by side in their order ("certified paralegal")."""
    for i in _passages_with_all(stems, index):
        item = index.shown[i]
        window = _window(item, stems)
        if window and as_written and item.stems[window[0] : window[1]] != stems:
            continue
        if window and CREDIT[_level(item, *window)]:
            level = _level(item, *window)
            return index.evidence(item, *window, method=method, score=CREDIT[level], note=NOTES.get(level, ""))
    return None
