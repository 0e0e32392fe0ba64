"""The table of stems is what the rules give, so that a word has one stem whether it is in the table or not."""

from __future__ import annotations

import random

from gapcheck.training.stems import known_words
from gapcheck.words import derive_stem, stem


def test_the_table_agrees_with_the_rules() -> None:
    words = random.Random(1).sample(known_words(), 600)
    assert [word for word in words if stem(word) != derive_stem(word)] == []


def test_a_word_outside_the_table_is_stemmed_by_rule() -> None:
    assert stem("unreconcilable") == derive_stem("unreconcilable")
