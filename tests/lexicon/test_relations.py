"""Words that say the same in other words, and how much a word tells."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping

import pytest

from gapcheck.lexicon.compiled import Entries
from gapcheck.lexicon.relations import is_common, relations, synonym_rows, weight
from gapcheck.words import STOP_WORDS, key, stem


def stems(text: str) -> list[str]:
    return [stem(word) for word in key(text) if word not in STOP_WORDS]


def related(asked: str, shown: str) -> bool:
    """Some word of *shown* is in a class with some word of *asked*."""
    table = relations()
    want = set().union(*table.classes(stems(asked), "asked"), set())
    have = set().union(*table.classes(stems(shown), "shown"), set())
    return bool(want & have)


SAME = [
    ("coordinate", "organized"),
    ("coordinate", "planned"),
    ("supervise", "led"),
    ("supervise", "managed"),
    ("vendors", "suppliers"),
    ("customers", "clients"),
    ("train", "taught"),
    ("create", "built"),
    ("repair", "fixed"),
    ("purchase", "bought"),
    ("hire", "recruited"),
    ("schedule", "rostered"),
    ("clean", "sanitized"),
    ("test", "checked"),
    ("employees", "staff"),
    ("lead", "headed"),
]


@pytest.mark.parametrize(("asked", "shown"), SAME)
def test_synonyms_are_one_class_both_ways(asked: str, shown: str) -> None:
    assert related(asked, shown)
    assert related(shown, asked)


DIFFERENT = [
    ("weld", "taught"),
    ("vendors", "patients"),
    ("invoice", "roof"),
    ("nurse", "database"),
    ("Java", "JavaScript"),
    ("buy", "sell"),
]


@pytest.mark.parametrize(("asked", "shown"), DIFFERENT)
def test_unrelated_words_share_nothing(asked: str, shown: str) -> None:
    assert not related(asked, shown)


def test_every_row_of_the_table_relates_two_names() -> None:
    rows = list(synonym_rows())
    assert len(rows) > 300
    assert [row for row in rows if row[0] not in ("verb", "noun", "isa", "act")] == []
    lonely = [row for row in rows if len({name for cell in row[1:3] for name in cell.split("|") if name}) < 2]
    assert lonely == []


def _sequences(table: Mapping[str, Entries]) -> Iterator[tuple[tuple[str, ...], str]]:
    for first, entries in table.items():
        yield from (((first,), name) for name in entries.alone)
        yield from itertools.chain.from_iterable(entries.longer.values())


def test_a_kind_proves_its_genus_and_not_the_reverse() -> None:
    table = relations()
    genera: dict[str, list[tuple[str, ...]]] = {}
    for genus, name in _sequences(table.asked):
        genera.setdefault(name, []).append(genus)
    members = _sequences(table.shown)
    one_way = itertools.islice(((member, genus) for member, name in members for genus in genera.get(name, ())), 200)
    checked = list(one_way)
    assert checked
    for member, genus in checked:
        assert set().union(*table.classes(genus, "asked")) & set().union(*table.classes(member, "shown"))


@pytest.mark.parametrize("verb", ["work", "make", "use", "help", "ensure", "provide", "support"])
def test_light_verbs_are_marked(verb: str) -> None:
    assert stem(verb) in relations().light


@pytest.mark.parametrize(
    "verb",
    [
        "weld",
        "teach",
        "negotiate",
        "audit",
        "install",
        "draft",
        "inspect",
        "cook",
        "drive",
        "design",
        "reconcile",
        "supervise",
    ],
)
def test_duties_begin_with_known_verbs(verb: str) -> None:
    assert stem(verb) in relations().verbs


@pytest.mark.parametrize(
    ("telling", "plain"),
    [("phlebotomy", "team"), ("kubernetes", "work"), ("reconciliation", "support"), ("scaffolding", "experience")],
)
def test_rare_words_tell_more(telling: str, plain: str) -> None:
    assert weight(stem(telling)) > weight(stem(plain))


@pytest.mark.parametrize("name", ["", "experi", "work", "zzzz", "phlebotomi", "the", "c++"])
def test_weights_are_shares(name: str) -> None:
    assert 0.05 <= weight(name) <= 1.0


@pytest.mark.parametrize(
    ("word", "common"), [("customer", True), ("manage", True), ("kuberntes", False), ("recieve", False)]
)
def test_a_common_word_is_no_misspelling(word: str, common: bool) -> None:
    assert is_common(stem(word)) is common
