"""The encoder: the same vectors as a slow reading of the paper, and words for every folder that cannot be used."""

from __future__ import annotations

import importlib.util
import json
import math
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("safetensors")
pytest.importorskip("tokenizers")

from gapcheck.errors import ConfigError
from gapcheck.matchers.encoder import MOST_TOKENS, load_encoder
from tests.matchers.encoders import CONFIG, PIECES, made_weights, write_encoder

LINES = [
    "coordinate trade shows",
    "ran our booths at six exhibitions",
    "python",
    "",
    "shows shows shows",
    "zzz, Ranings",
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_encoder(tmp_path / "mini")


# --- the network, number by number -----------------------------------------------------------------------------


def plain(weights: dict[str, np.ndarray], ids: list[int]) -> list[float]:
    """The vector of some tokens, in plain Python and with double precision."""
    w = {name: array.astype(float).tolist() for name, array in weights.items()}

    def norm(name: str, row: list[float]) -> list[float]:
        mean = sum(row) / len(row)
        spread = math.sqrt(sum((v - mean) ** 2 for v in row) / len(row) + 1e-12)
        scale, shift = w[f"{name}.weight"], w[f"{name}.bias"]
        return [(v - mean) / spread * a + b for v, a, b in zip(row, scale, shift, strict=True)]

    def dense(name: str, row: list[float]) -> list[float]:
        table, bias = w[f"{name}.weight"], w[f"{name}.bias"]
        return [sum(a * b for a, b in zip(line, row, strict=True)) + c for line, c in zip(table, bias, strict=True)]

    def add(a: list[float], b: list[float]) -> list[float]:
        return [x + y for x, y in zip(a, b, strict=True)]

    tables = [w[f"embeddings.{name}_embeddings.weight"] for name in ("word", "position", "token_type")]
    rows = [
        norm("embeddings.LayerNorm", add(add(tables[0][one], tables[1][at]), tables[2][0]))
        for at, one in enumerate(ids)
    ]
    layer, width = "encoder.layer.0", 4
    q, k, v = ([dense(f"{layer}.attention.self.{n}", row) for row in rows] for n in ("query", "key", "value"))
    after = []
    for i, row in enumerate(rows):
        seen: list[float] = []
        for first in (0, width):
            part = slice(first, first + width)
            scores = [
                sum(a * b for a, b in zip(q[i][part], other[part], strict=True)) / math.sqrt(width) for other in k
            ]
            shares = [math.exp(score) for score in scores]
            seen += [sum(s * o[first + d] for s, o in zip(shares, v, strict=True)) / sum(shares) for d in range(width)]
        row = norm(f"{layer}.attention.output.LayerNorm", add(row, dense(f"{layer}.attention.output.dense", seen)))
        thought = [x / 2 * (1 + math.erf(x / math.sqrt(2))) for x in dense(f"{layer}.intermediate.dense", row)]
        after.append(norm(f"{layer}.output.LayerNorm", add(row, dense(f"{layer}.output.dense", thought))))
    mean = [sum(column) / len(after) for column in zip(*after, strict=True)]
    length = math.sqrt(sum(x * x for x in mean))
    return [x / length for x in mean]


def ids_of(text: str) -> list[int]:
    inner = {"zzz, Ranings": ["[UNK]", "[UNK]", "ran", "##ing", "##s"]}.get(text, text.split())
    return [PIECES.index(piece) for piece in ("[CLS]", *inner, "[SEP]")]


@pytest.mark.parametrize("text", LINES)
def test_it_agrees_with_a_slow_plain_reading(folder: Path, text: str) -> None:
    found = load_encoder(folder).encode(text)
    assert found.tolist() == pytest.approx(plain(made_weights(), ids_of(text)), abs=1e-5)


@pytest.mark.parametrize("text", LINES)
def test_a_vector_has_the_size_of_the_network_and_length_one(folder: Path, text: str) -> None:
    found = load_encoder(folder).encode(text)
    assert (found.shape, found.dtype) == ((8,), np.float32)
    assert float(np.linalg.norm(found)) == pytest.approx(1, abs=1e-6)


def test_a_line_gets_the_same_vector_whatever_came_before(folder: Path) -> None:
    one, other = load_encoder(folder), load_encoder(folder)
    first = [one.encode(line).tobytes() for line in LINES]
    assert [other.encode(line).tobytes() for line in reversed(LINES)] == first[::-1]


def test_names_with_the_prefix_of_a_whole_model_are_read(tmp_path: Path, folder: Path) -> None:
    other = write_encoder(tmp_path / "whole", prefix="bert.")
    assert load_encoder(other).encode("python").tobytes() == load_encoder(folder).encode("python").tobytes()


def test_a_long_line_is_cut(folder: Path) -> None:
    found = load_encoder(folder)
    assert len(found.tokenizer.encode("python " * 500).ids) == min(40, MOST_TOKENS)
    assert np.isfinite(found.encode("python " * 500)).all()


def test_the_version_follows_the_weights(tmp_path: Path, folder: Path) -> None:
    other, same = write_encoder(tmp_path / "other", seed=2), write_encoder(tmp_path / "same")
    assert load_encoder(folder).version == load_encoder(same).version != load_encoder(other).version


# --- folders that cannot be used -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["config.json", "tokenizer.json", "model.safetensors"])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(ConfigError, match=f"^mini: is no encoder: it has no {name}") as caught:
        load_encoder(folder)
    assert caught.value.hint


@pytest.mark.parametrize("name", ["config.json", "tokenizer.json", "model.safetensors"])
def test_a_damaged_file_is_named(folder: Path, name: str) -> None:
    (folder / name).write_bytes((folder / name).read_bytes()[:60])
    with pytest.raises(ConfigError, match=f"its {name} cannot be read"):
        load_encoder(folder)


@pytest.mark.parametrize(
    ("config", "says"),
    [
        ({"model_type": "roberta"}, "a network that is not known: model_type is 'roberta'"),
        ({"model_type": None}, "a network that is not known: model_type is None"),
        ({"hidden_act": "relu"}, "a network that is not known: hidden_act is 'relu'"),
        ({"position_embedding_type": "relative_key"}, "a network that is not known: position_embedding_type"),
        ({"num_attention_heads": 3}, "sizes that do not fit"),
        ({"hidden_size": "8"}, "sizes that do not fit"),
        ({"num_hidden_layers": 2}, "its weights do not fit its config.json: encoder.layer.1"),
        ({"intermediate_size": 32}, "its weights do not fit its config.json: encoder.layer.0.intermediate"),
    ],
)
def test_a_network_of_another_kind_is_refused(tmp_path: Path, config: dict[str, object], says: str) -> None:
    folder = write_encoder(tmp_path / "mini", **config)
    with pytest.raises(ConfigError) as caught:
        load_encoder(folder)
    assert says in str(caught.value)
    assert caught.value.hint


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("1_Pooling/config.json", {"pooling_mode_cls_token": True}, "another pooling than the mean"),
        ("modules.json", [{"type": "sentence_transformers.models.Dense"}], "a step that is not known: 'Dense'"),
    ],
)
def test_what_would_come_after_the_network_is_refused(folder: Path, name: str, content: object, says: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(ConfigError, match=says):
        load_encoder(folder)


def test_the_steps_of_an_ordinary_folder_are_accepted(folder: Path) -> None:
    steps = [{"type": f"sentence_transformers.models.{name}"} for name in ("Transformer", "Pooling", "Normalize")]
    (folder / "modules.json").write_text(json.dumps(steps), encoding="utf-8")
    (folder / "1_Pooling").mkdir()
    (folder / "1_Pooling" / "config.json").write_text('{"pooling_mode_mean_tokens": true}', encoding="utf-8")
    assert load_encoder(folder).shape.size == CONFIG["hidden_size"]


def test_a_tokenizer_with_more_words_than_weights_is_refused(tmp_path: Path, folder: Path) -> None:
    value = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))
    value["model"]["vocab"]["surplus"] = len(PIECES)
    (folder / "tokenizer.json").write_text(json.dumps(value), encoding="utf-8")
    with pytest.raises(ConfigError, match="more words than its weights"):
        load_encoder(folder)


@pytest.mark.parametrize("package", ["safetensors", "tokenizers"])
def test_what_to_install_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch, package: str) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name, *rest: None if name == package else find(name, *rest))
    with pytest.raises(ConfigError, match=f"needs the package {package}") as caught:
        load_encoder(folder)
    assert 'pip install "gapcheck[embeddings]"' in caught.value.hint


def test_nothing_of_it_is_imported_unless_it_is_asked_for() -> None:
    code = """
import sys, gapcheck
from gapcheck import Document
gapcheck.analyze(Document.from_text("Experience\\n- Picked orders"), Document.from_text("Requirements\\n- Pick orders"))
print([name for name in ("tokenizers", "safetensors", "gapcheck.matchers.encoder") if name in sys.modules])
"""
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, timeout=120, check=True
    )
    assert done.stdout.strip() == "[]"
