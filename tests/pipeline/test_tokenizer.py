"""The spaCy tokenizer: names stay whole, and the Doc's text is the text."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from gapcheck.pipeline.tokenizer import Tokenizer

NLP = spacy.blank("en")
TOKENIZER = Tokenizer(NLP.vocab)

CASES = [
    ("C++, C# and .NET", ["C++", ",", "C#", "and", ".NET"]),
    ("Node.js/Vue.js", ["Node.js", "/", "Vue.js"]),
    ("R&D, P&L", ["R&D", ",", "P&L"]),
    ("CI/CD", ["CI", "/", "CD"]),
    ("A/P clerk", ["A/P", "clerk"]),
    ("front-end", ["front", "-", "end"]),
    ("Master's degree", ["Master's", "degree"]),
    ("$25.50/hour", ["$", "25.50", "/", "hour"]),
    ("(EC2, S3)", ["(", "EC2", ",", "S3", ")"]),
    ("a  b", ["a", " ", "b"]),
    ("a\n\nb", ["a", "\n\n", "b"]),
    ("", []),
    (" ", [" "]),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_tokens(text: str, wanted: list[str]) -> None:
    assert [token.text for token in TOKENIZER(text)] == wanted


@given(st.text(max_size=120))
@settings(max_examples=200, deadline=None)
def test_the_doc_has_exactly_the_text(text: str) -> None:
    assert TOKENIZER(text).text == text


@pytest.mark.parametrize(
    "text", [" " * 500, "a" * 5000, "+" * 500, "C++" * 300, "\u200b\u00a0\t \r\n", "𝕏 = é", "naïve café"]
)
def test_odd_texts_are_kept(text: str) -> None:
    assert TOKENIZER(text).text == text


def test_a_pipeline_with_it_can_be_saved(tmp_path) -> None:
    nlp = spacy.blank("en")
    nlp.tokenizer = Tokenizer(nlp.vocab)
    nlp.to_disk(tmp_path / "pipeline")
    assert TOKENIZER.from_bytes(TOKENIZER.to_bytes()) is TOKENIZER
