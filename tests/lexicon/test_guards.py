"""Guards: when an ambiguous name means its concept."""

from __future__ import annotations

import pytest

from gapcheck.lexicon.guards import Guard, parse_guard
from gapcheck.words import key


def holds(guard: str, line: str, name: str = "Go", *, in_list: bool = False, section: str = "required") -> bool:
    words, wanted = key(line), key(name)
    first = next(i for i in range(len(words)) if words[i : i + len(wanted)] == wanted)
    return parse_guard(guard).holds(line=words, first=first, last=first + len(wanted), in_list=in_list, section=section)


CASES = [
    ("near:Python,Java", "Services in Go, some Python", True),
    ("near:Python,Java", "Python services, now Go", True),
    ("near:Python,Java", "Go to the store", False),
    ("near:programming language", "the programming language Go", True),
    ("near:programming language", "the language Go", False),
    ("after:Microsoft,MS", "Microsoft Go", True),
    ("after:Microsoft,MS", "Go Microsoft", False),
    ("after:Microsoft,MS", "Microsoft Office Go", False),
    ("before:developer,programming", "Go developer", True),
    ("before:developer,programming", "Go senior developer", False),
    ("before:developer", "developer who can Go", False),
    ("near:Python;not_before:to,ahead", "Go to Python meetups", False),
    ("near:Python;not_before:to,ahead", "Go and Python", True),
    ("near:Python;not_after:we,you", "you Go with Python", False),
    ("near:Python;not_after:we,you", "we write Go with Python", True),
    ("not_before:to", "Go is what we write", True),
    ("not_before:to", "Go to work", False),
    ("near:Python;before:developer", "Go developer", True),
    ("near:C++", "Go and C++", True),
    ("near:C++", "Go and C", False),
]


@pytest.mark.parametrize(("guard", "line", "wanted"), CASES)
def test_rules(guard: str, line: str, wanted: bool) -> None:
    assert holds(guard, line) is wanted


@pytest.mark.parametrize(("in_list", "wanted"), [(True, True), (False, False)])
def test_a_list_with_another_concept(in_list: bool, wanted: bool) -> None:
    assert holds("list", "Go, Rust", in_list=in_list) is wanted


@pytest.mark.parametrize(("section", "wanted"), [("skills", True), ("experience", False), ("certifications", False)])
def test_a_section(section: str, wanted: bool) -> None:
    assert holds("section:skills", "Go", section=section) is wanted


@pytest.mark.parametrize(
    ("section", "in_list", "wanted"), [("skills", False, True), ("duties", True, True), ("duties", False, False)]
)
def test_without_rules_a_list_or_a_skills_section_is_asked(section: str, in_list: bool, wanted: bool) -> None:
    words = ("go",)
    assert Guard().holds(line=words, first=0, last=1, in_list=in_list, section=section) is wanted


def test_the_name_is_not_its_own_neighbour() -> None:
    assert not holds("near:Go", "Go")


def test_case_and_plurals_do_not_matter_in_rules() -> None:
    assert holds("near:databases", "Go with a DATABASE")


@pytest.mark.parametrize("text", ["nearby:Python", "near Python", "list;unknown:x"])
def test_an_unknown_rule_is_named(text: str) -> None:
    with pytest.raises(ValueError, match="unknown"):
        parse_guard(text)


def test_an_empty_cell_is_no_rule() -> None:
    assert parse_guard("") == parse_guard(" ; ") == Guard()


def test_rules_are_read_in_order() -> None:
    assert parse_guard("near:Python, Visual Basic;list").rules == (
        ("near", (("python",), ("visual", "basic"))),
        ("list", ()),
    )
