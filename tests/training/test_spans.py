"""The training of the span taggers: what is read, what is left out, what is written down."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from gapcheck.lexicon import Lexicon
from gapcheck.pipeline.chain import Chunk
from gapcheck.pipeline.spans import HEADS
from gapcheck.training.span_corpora import CORPORA, SOURCES, decode, example, read, score, sentence_key

ROW = {
    "tokens": ["Knowledge", "of", "Python", "CI/CD", "and", "(", "Master's", "degree)"],
    "tags_skill": ["O"] * 8,
    "tags_knowledge": ["O", "O", "B", "B", "O", "O", "B", "I"],
}


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        ("O B I O", {(1, 3)}),
        ("B B", {(0, 1), (1, 2)}),
        ("O I I", {(1, 3)}),
        ("B I B I", {(0, 2), (2, 4)}),
        ("O O", set()),
    ],
)
def test_tags_are_spans(tags: str, spans: set[tuple[int, int]]) -> None:
    assert decode(tags.split()) == spans


def test_our_tokens_know_the_corpus_token_they_are_part_of() -> None:
    one = example(ROW, {}, Lexicon.default())
    assert [one.text[a:b] for a, b in one.sentence.tokens][-3:] == ["Master's", "degree", ")"]
    assert one.owner == (0, 1, 2, 3, 4, 5, 6, 7, 7)
    assert one.tags("tags_knowledge").tolist() == [0, 0, 1, 1, 0, 0, 1, 2, 2]
    assert one.span(Chunk(6, 8, 1.0)) == (6, 8)


def test_copies_of_a_sentence_are_known_whatever_their_case_and_signs() -> None:
    assert sentence_key({"tokens": ["We", "offer:"]}) == sentence_key({"tokens": ["we", "offer", "!"]})


def test_sentences_of_the_development_part_are_not_learned(tmp_path: Path) -> None:
    for name in CORPORA:
        folder = tmp_path / name
        folder.mkdir()
        row = {"tokens": [name, "only"], "tags_skill": ["O", "O"]}
        same = {"tokens": ["In", "Both"], "tags_skill": ["O", "O"]}
        (folder / "train.json").write_text(json.dumps(row) + "\n" + json.dumps(same) + "\n")
        # Another corpus' development part counts as well.
        held = (
            {"tokens": ["in", "both", "."], "tags_skill": ["O"] * 3}
            if name == "green2022"
            else {**row, "tokens": ["x", "y"]}
        )
        (folder / "dev.json").write_text(json.dumps(held) + "\n")
    found = read(tmp_path, "train")
    assert {name: [r["tokens"] for r in rows] for name, rows in found.items()} == {n: [[n, "only"]] for n in CORPORA}


def test_scores() -> None:
    gold = [{(0, 2), (4, 5)}, {(1, 3)}]
    assert score(gold, gold) == {"strict": 1.0, "overlap": 1.0}
    assert score([{(0, 1)}, {(1, 3)}], gold) == {"strict": 0.4, "overlap": 0.8}
    assert score([set(), set()], gold) == {"strict": 0.0, "overlap": 0.0}


def test_what_ships_says_where_it_comes_from() -> None:
    meta = json.loads((files("gapcheck.model") / "spans.json").read_text(encoding="utf-8"))
    assert meta["seed"] == 7
    assert set(meta["sentences"]) == set(CORPORA)
    assert set(meta["f1_on_unseen_thirds_of_the_training_parts"]) == set(HEADS) == set(SOURCES)
    assert any("CC BY 4.0" in line for line in meta["attribution"])


def test_the_model_is_small_and_holds_no_objects() -> None:
    path = files("gapcheck.model") / "spans.npz"
    with path.open("rb") as file:
        assert len(file.read()) < 5_000_000
    with path.open("rb") as file, np.load(file, allow_pickle=False) as data:
        assert all(data[name].dtype != object for name in data.files)
