"""The span tagger as it ships: offsets, labels, styles, what it marks in ordinary lines."""

from __future__ import annotations

import itertools
import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapcheck.lexicon import Lexicon
from gapcheck.pipeline import spans as tagger
from gapcheck.pipeline.span_features import BUCKETS, describe, mixed, shape, tokenize
from gapcheck.pipeline.spans import STYLES, find_spans, load, packed, style_of, unpacked

POSTING = """Requirements
- Strong knowledge of Python and SQL
- Experience with Docker and Kubernetes
- Excellent communication skills
- Ability to work independently and manage multiple projects
- Bachelor's degree in Computer Science
We offer a company car and free lunch.
"""


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.default()


def marked(text: str, label: str, lexicon: Lexicon, style: str = "skillspan") -> list[str]:
    return [text[s.start : s.end] for s in find_spans(text, lexicon, style) if s.label == label]


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Python, SQL (or R).", ["Python", ",", "SQL", "(", "or", "R", ")", "."]),
        ("C++ and .NET", ["C++", "and", ".NET"]),
        ("CI/CD, front-end, 3+ years", ["CI/CD", ",", "front-end", ",", "3+", "years"]),
        ("you'll love <ORGANIZATION>!", ["you'll", "love", "<ORGANIZATION>", "!"]),
        ("100% remote", ["100%", "remote"]),
        ("naïve — Zürich", ["naïve", "—", "Zürich"]),
        ("", []),
        (" \t", []),
    ],
)
def test_tokens(text: str, forms: list[str]) -> None:
    assert [text[a:b] for a, b in tokenize(text)] == forms


@pytest.mark.parametrize(
    ("form", "expected"), [("PostgreSQL", "XxxXX"), ("e-mail", "x-xx"), ("2024", "dd"), ("A", "X"), ("R&D", "X&X")]
)
def test_shapes(form: str, expected: str) -> None:
    assert shape(form) == expected


def test_absent_features_have_the_row_that_weighs_nothing() -> None:
    assert mixed(np.array([[0, 5], [7, 0]], dtype=np.uint32)).diagonal().tolist()[0] == BUCKETS
    assert all(not head.weights[BUCKETS].any() for head in load().heads.values())


def test_every_token_has_the_same_number_of_features(lexicon) -> None:
    one, two = (
        describe("Python", load().clusters, lexicon),
        describe("Knowledge of C++ and CI/CD", load().clusters, lexicon),
    )
    assert one.rows.shape[1] == two.rows.shape[1]
    assert two.rows.max() <= BUCKETS


@pytest.mark.parametrize("name", ["Python", "SQL", "Docker", "Kubernetes", "Computer Science"])
def test_tools_and_subjects_are_knowledge(lexicon, name: str) -> None:
    assert any(name in found for found in marked(POSTING, "KNOWLEDGE", lexicon))


@pytest.mark.parametrize("phrase", ["communication", "work independently", "manage multiple projects"])
def test_abilities_are_skills(lexicon, phrase: str) -> None:
    assert any(phrase in found for found in marked(POSTING, "SKILL", lexicon))


def test_benefits_are_not_marked(lexicon) -> None:
    benefits = POSTING.index("We offer")
    assert all(s.end <= benefits for s in find_spans(POSTING, lexicon))


def test_spans_are_in_order_and_those_of_a_label_never_overlap(lexicon) -> None:
    found = find_spans(POSTING, lexicon)
    assert list(found) == sorted(found, key=lambda s: (s.start, -s.end, s.label))
    for label in ("KNOWLEDGE", "SKILL"):
        some = [s for s in found if s.label == label]
        assert all(a.end <= b.start for a, b in itertools.pairwise(some))
    assert all(0 <= s.probability <= 1 for s in found)


def test_a_wrapped_line_is_read_as_one(lexicon) -> None:
    text = "Experience with machine\nlearning and Python"
    assert any("Python" in found for found in marked(text, "KNOWLEDGE", lexicon))
    assert list(tagger._sentences(text)) == [(0, len(text))]


def test_lines_that_do_not_go_on_are_read_apart() -> None:
    text = "Requirements:\n\n  - Python\n- SQL  \n"
    assert [text[a:b] for a, b in tagger._sentences(text)] == ["Requirements:", "- Python", "- SQL"]


def test_very_long_lines_are_cut() -> None:
    text = "word " * 450
    parts = list(tagger._sentences(text))
    assert [len(text[a:b].split()) for a, b in parts] == [200, 200, 50]


def test_every_label_is_of_its_style(lexicon) -> None:
    for style, heads in STYLES.items():
        found = find_spans(POSTING, lexicon, style)
        assert found
        assert {s.label for s in found} <= set(heads.values())


def test_a_snippet_has_one_soft_skill(lexicon) -> None:
    text = "we look for a friendly and reliable person to join the team"
    assert len(find_spans(text, lexicon, "sayfullina2018")) == 1


@pytest.mark.parametrize(
    ("text", "style"),
    [
        (POSTING, "skillspan"),
        ("be look for a dynamic person to join the already", "sayfullina2018"),
        (
            "The ideal candidate will have Sage \" Excel and Word and the client ' s own system experience .",
            "green2022",
        ),
    ],
)
def test_auto_follows_the_writing(text: str, style: str) -> None:
    assert style_of(text, load()) == style


def test_postings_are_marked_as_in_skillspan(lexicon) -> None:
    assert find_spans(POSTING, lexicon, "auto") == find_spans(POSTING, lexicon, "skillspan")


@pytest.mark.parametrize("text", ["", "   ", "\n\n", "....", "•", "\u2028", "a", "日本語", "x" * 5000, "- \n- \n"])
def test_odd_texts_are_read(lexicon, text: str) -> None:
    assert all(0 <= s.start < s.end <= len(text) for s in find_spans(text, lexicon))


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=120))
def test_offsets_stay_inside_any_text(text: str) -> None:
    assert all(text[s.start : s.end].strip() for s in find_spans(text, Lexicon.default()))


def test_the_same_text_gives_the_same_spans(lexicon) -> None:
    assert find_spans(POSTING, lexicon) == find_spans(POSTING, lexicon)


def test_neighbouring_lines_do_not_matter(lexicon) -> None:
    """A line is marked by itself, so a posting can be read in any order."""
    lines = POSTING.splitlines()
    alone = {line: [line[s.start : s.end] for s in find_spans(line, lexicon, "skillspan")] for line in lines}
    random.Random(2).shuffle(lines)
    text = "\n".join(lines)
    together = [text[s.start : s.end] for s in find_spans(text, lexicon, "skillspan")]
    assert together == [found for line in lines for found in alone[line]]


def test_trees_agree_with_walking_them_one_by_one() -> None:
    trees = load().heads["knowledge"].trees
    numbers = np.random.default_rng(1).normal(size=(20, int(trees.feature.max()) + 1)).astype(np.float32)

    def walk(line, node: int) -> float:
        while trees.left[node]:
            below = line[trees.feature[node]] <= trees.threshold[node]
            node = int(trees.left[node] if below else trees.right[node])
        return float(trees.value[node])

    slow = [trees.bias + sum(walk(line, int(root)) for root in trees.roots) for line in numbers]
    assert trees.score(numbers) == pytest.approx(slow, abs=1e-4)


def test_packing_keeps_the_largest_and_is_fine_near_zero() -> None:
    values = np.array([-2.0, -0.01, 0.0, 0.001, 0.3, 1.999], dtype=np.float32)
    whole, unit = packed(values)
    assert whole.dtype == np.int8
    assert unpacked(whole, np.asarray(unit)) == pytest.approx(values, rel=0.04, abs=2e-4)
