"""How soft skills are found in what postings ask and in what resumes say."""

from __future__ import annotations

import pytest

from gapcheck.lexicon.relations import weight
from gapcheck.lexicon.traits import asked_in, said, trait_rows, traits
from gapcheck.words import words


def stems(text: str) -> list[str]:
    return [word.stem for word in words(text)]


@pytest.mark.parametrize(
    ("clause", "trait"),
    [
        ("Keeps calm in an emergency", "calm under pressure"),
        ("You stay courteous when an applicant does not", "courtesy and tact"),
        ("Tactful with grieving families", "courtesy and tact"),
        ("Good with people", "interpersonal skills"),
        ("You write clearly", "written communication"),
        ("Speaks up", "initiative"),
        ("Accuracy under interruption", "accuracy"),
        ("Kindness toward owners", "empathy"),
        ("Facilitates groups that do not agree", "conflict resolution"),
        ("Own your mistakes", "openness to feedback"),
        ("Shows up on time", "punctuality"),
    ],
)
def test_a_clause_asks_for_a_trait(clause: str, trait: str) -> None:
    assert trait in asked_in(stems(clause))


@pytest.mark.parametrize(
    ("clause", "trait"),
    [
        ("Work in the stock room", "outdoor work"),
        ("Project skills", "interpersonal skills"),
        ("Manage suppliers", "people management"),
        ("Comfortable with several projects", "empathy"),
        ("Patient records", "patience"),
    ],
)
def test_common_words_ask_for_no_trait(clause: str, trait: str) -> None:
    assert trait not in asked_in(stems(clause), loosely=False)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Talked two husbands out of the lobby", True),
        ("Talked him out of it", True),
        ("Talked out of turn", True),
        ("Talked about moving four chairs out of the lobby", False),
        ("Talked of out", False),
    ],
)
def test_a_star_stands_for_up_to_three_words(line: str, found: bool) -> None:
    places = [one for one in said(stems(line), "shown") if one.trait == "de-escalation"]
    assert bool(places) is found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Missed four days in 8 years", True),
        ("Missed two shifts in nine years", True),
        ("Missed the boat in a storm", False),
        ("Missed the day in May", False),
    ],
)
def test_a_number_sign_stands_for_a_number_above_one(line: str, found: bool) -> None:
    assert ("reliability" in {one.trait for one in said(stems(line), "shown")}) is found


def test_articles_are_passed_over() -> None:
    for line in ("never missed a shift", "never missed shift", "never missed my shift"):
        assert "reliability" in {one.trait for one in said(stems(line), "shown")}


def test_a_phrase_that_denies_says_so() -> None:
    assert all(one.denies for one in said(stems("never late"), "shown"))


def test_every_row_asks_and_shows() -> None:
    assert all(trait.asked or trait.loosely for trait in traits().values())
    assert all(trait.shown or trait.trace for trait in traits().values())
    assert set(traits()) == {name for name in trait_rows() if not name.startswith("=")}


@pytest.mark.parametrize(
    ("line", "trait", "found"),
    [
        ("Power cut during the wedding: candles out, dinner served in twenty minutes", "calm under pressure", True),
        ("Everyone home, after the flood", "calm under pressure", True),
        ("Repaired flood pumps", "calm under pressure", False),
        ("Furious tenant in the lobby; he left quietly", "de-escalation", True),
        ("Angry birds merchandise, 300 lines", "de-escalation", False),
        ("Told the chief surgeon kindly that his list was too long", "courtesy and tact", True),
        ("Told the chief surgeon the time", "courtesy and tact", False),
        ("Scrap fell to 1 %, no rejects", "accuracy", True),
    ],
)
def test_parts_are_said_together_in_any_order(line: str, trait: str, found: bool) -> None:
    assert (trait in {one.trait for one in said(stems(line), "shown")}) is found


def test_every_part_has_its_group() -> None:
    parts = {part for trait in traits().values() for _, named in trait.together for part in named}
    assert {part for part in parts if part.startswith("=")} <= trait_rows().keys()


def test_single_words_that_show_squarely_are_telling() -> None:
    single = {phrase[0] for trait in traits().values() for phrase in trait.shown if len(phrase) == 1}
    assert [name for name in single if weight(name) < 0.5] == []
