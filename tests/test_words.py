"""Words: what stays one word, where it stands, and which forms are the same."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapcheck import words as words_module
from gapcheck.words import american, key, normalize, singular, stem, words

WHOLE = [
    ("C++ and C#", ["C++", "and", "C#"]),
    (".NET Core", [".NET", "Core"]),
    ("Node.js, Vue.js", ["Node.js", "Vue.js"]),
    ("R&D at AT&T", ["R&D", "at", "AT&T"]),
    ("P&L ownership", ["P&L", "ownership"]),
    ("A/P and A/R", ["A/P", "and", "A/R"]),
    ("Master's degree", ["Master's", "degree"]),
    ("Master’s degree", ["Master’s", "degree"]),
    ("Ph.D. or M.Sc. in biology", ["Ph.D.", "or", "M.Sc.", "in", "biology"]),
    ("$78,000 a year", ["78,000", "a", "year"]),
    ("25% travel, 5+ years", ["25%", "travel", "5+", "years"]),
    ("K8s on EC2 and S3", ["K8s", "on", "EC2", "and", "S3"]),
    ("HTML5/CSS3", ["HTML5", "CSS3"]),
    ("480V three-phase", ["480V", "three", "phase"]),
    ("7shifts and 401k", ["7shifts", "and", "401k"]),
    ("Login.gov", ["Login.gov"]),
    ("naïve Bayes, São Paulo, Zürich", ["naïve", "Bayes", "São", "Paulo", "Zürich"]),
    ("pick/pack/ship", ["pick", "pack", "ship"]),
    ("U.S. citizen", ["U.S.", "citizen"]),
    ("don't", ["don't"]),
]


@pytest.mark.parametrize(("text", "wanted"), WHOLE)
def test_words_are_cut_where_a_reader_would(text: str, wanted: list[str]) -> None:
    assert [word.text for word in words(text)] == wanted


@pytest.mark.parametrize("text", ["", "   ", "•", "—", "()", "\n\n", "!!!"])
def test_a_text_without_words_has_none(text: str) -> None:
    assert words(text) == []


@given(st.text(max_size=80), st.integers(0, 50))
@settings(max_examples=150, deadline=None)
def test_words_stand_where_they_say(text: str, offset: int) -> None:
    found = words(text, offset)
    assert all(text[w.start - offset : w.end - offset] == w.text for w in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(w.norm for w in found)


SAME = [
    ("degree", "degrees"),
    ("company", "companies"),
    ("Companies'", "company"),
    ("Master's", "master"),
    ("Master’s", "masters"),
    ("A/P", "AP"),
    ("Node.js", "nodejs"),
    ("process", "processes"),
    ("dish", "dishes"),
    ("box", "boxes"),
    ("U.S.", "US"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_that_are_one_word_have_one_norm(one: str, other: str) -> None:
    assert normalize(one) == normalize(other)


DIFFERENT = [
    ("C++", "C"),
    ("C#", "C"),
    (".NET", "net"),
    ("analysis", "analysi"),
    ("bus", "bu"),
    ("class", "clas"),
    ("Java", "JavaScript"),
]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_words_that_differ_keep_apart(one: str, other: str) -> None:
    assert normalize(one) != normalize(other)


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("policies", "policy"),
        ("menus", "menu"),
        ("buses", "bus"),
        ("classes", "class"),
        ("batches", "batch"),
        ("taxes", "tax"),
        ("nurses", "nurse"),
        ("gas", "gas"),
        ("status", "status"),
        ("diagnosis", "diagnosis"),
        ("physics", "physics"),
        ("glass", "glass"),
        ("sales", "sale"),
    ],
)
def test_plurals_by_spelling(plural: str, one: str) -> None:
    assert singular(plural) == one


@pytest.mark.xfail(reason="normalize takes the s of js for a plural: nodej", strict=True)
def test_a_key_is_the_normalised_words() -> None:
    assert key("Master's degrees: C++, .NET & Node.js") == ("master", "degree", "c++", ".net", "nodejs")


ONE_STEM = [
    ("reconciliation", "reconciled"),
    ("led", "leading"),
    ("taught", "teaching"),
    ("wrote", "writing"),
    ("built", "building"),
    ("sold", "sales"),
    ("drove", "driving"),
    ("ran", "running"),
    ("kept", "keeping"),
    ("oversaw", "overseeing"),
    ("analysis", "analyzed"),
    ("analysis", "analysed"),
    ("organised", "organized"),
    ("licence", "license"),
    ("administration", "administered"),
    ("maintenance", "maintained"),
    ("certification", "certified"),
    ("scheduling", "scheduled"),
    ("welding", "welded"),
    ("children", "child"),
    ("stories", "story"),
    ("budgeting", "budgets"),
    ("negotiation", "negotiated"),
    ("inspections", "inspected"),
    ("coordination", "coordinated"),
]


@pytest.mark.parametrize(("one", "other"), ONE_STEM)
def test_inflected_and_derived_forms_share_their_stem(one: str, other: str) -> None:
    assert stem(normalize(one)) == stem(normalize(other))


MANY_STEMS = [
    ("planning", "plant"),
    ("nursing", "nursery"),
    ("audit", "auditory"),
    ("cost", "coast"),
    ("weld", "wield"),
    ("train", "trail"),
    ("sell", "cell"),
]


@pytest.mark.parametrize(("one", "other"), MANY_STEMS)
def test_other_words_have_other_stems(one: str, other: str) -> None:
    assert stem(normalize(one)) != stem(normalize(other))


@pytest.mark.parametrize(
    ("text", "stop"), [("the", True), ("of", True), ("your", True), ("welding", False), ("Python", False)]
)
def test_stop_words_carry_no_meaning(text: str, stop: bool) -> None:
    assert words(text)[0].is_stop is stop


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=14))
@settings(max_examples=150, deadline=None)
def test_stemming_never_empties_a_word(word: str) -> None:
    assert stem(word)
    assert singular(word)


def slow_spans(text: str) -> list[tuple[int, int]]:
    """Where words stand by the whole pattern, without its short cut for plain ones."""
    first, rest = words_module._TOKEN.pattern.split("\n    | ", 1)
    assert "plain words" in first
    return [m.span() for m in re.compile(rest, words_module._TOKEN.flags).finditer(text)]


@given(st.text(st.sampled_from(list("aAbBMhsDPjioCKſéÀ09.+#/&%'’,;:() \n\t-")), max_size=40))
@settings(max_examples=500, deadline=None)
def test_the_short_cut_for_plain_words_changes_no_word(text: str) -> None:
    assert [(word.start, word.end) for word in words(text)] == slow_spans(text)


@pytest.mark.parametrize(
    "text", ["C++, C#", "A+ Network+", "A/P I/O", "Ph. D, B.Sc.", "R&D", "K8s", "Node.js", "don't"]
)
def test_the_short_cut_leaves_words_of_special_shape_alone(text: str) -> None:
    assert [(word.start, word.end) for word in words(text)] == slow_spans(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("delivered", "delivery"), ("shelves", "shelving"), ("treated", "treatment"), ("rewrote", "rewriting"),
        ("labour", "labor"), ("prioritise", "prioritization"), ("paediatrics", "pediatric"), ("haemodialysis", "hemodialysis"),
        ("theatre", "theater"), ("catalogued", "cataloging"), ("centred", "center"), ("defence", "defense"),
        ("jewellery", "jewelry"), ("analogue", "analog"), ("specialised", "specialized"),
    ],
)  # fmt: skip
def test_one_word_in_two_forms_or_spellings(one: str, other: str) -> None:
    assert stem(normalize(one)) == stem(normalize(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("police", "policy"), ("customer", "customs"), ("engine", "engineering"), ("busy", "business"), ("recipe", "recipient"),
        ("confident", "confidential"), ("accounting", "accounts"), ("hospital", "hospitality"), ("garnish", "garnishment"),
        ("access", "accessibility"), ("author", "authorized"), ("range", "ring"), ("raised", "razed"), ("medical", "medication"),
        ("response", "responsibility"), ("excel", "excellent"), ("quality", "qualitative"), ("physical", "physics"),
    ],
)  # fmt: skip
def test_words_that_look_alike_stay_apart(one: str, other: str) -> None:
    assert stem(normalize(one)) != stem(normalize(other))


@pytest.mark.parametrize(
    "word", ["supervise", "exercise", "fundraising", "raised", "revised", "caregiver", "premises", "pairwise"]
)
def test_american_words_stay(word: str) -> None:
    assert american(word) == word


def test_information_technology_is_no_pronoun() -> None:
    assert [word.text for word in words("Worked in IT; liked it") if not word.is_stop] == ["Worked", "IT", "liked"]
