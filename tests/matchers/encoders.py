"""A made encoder: a folder as sentence-transformers saves it, of one small layer with seeded weights."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from safetensors.numpy import save_file
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer
from tokenizers.processors import TemplateProcessing

from gapcheck.matchers.encoder import Shape, _wanted

PIECES = (
    "[PAD] [UNK] [CLS] [SEP] coordinate trade shows ran our booths at six exhibitions python every payroll for the staff "
    "##s ##ing record orchard apples graded into crates by hand"
).split()
CONFIG: dict[str, Any] = {
    "model_type": "bert",
    "hidden_act": "gelu",
    "hidden_size": 8,
    "num_hidden_layers": 1,
    "num_attention_heads": 2,
    "intermediate_size": 16,
    "vocab_size": len(PIECES),
    "max_position_embeddings": 40,
    "layer_norm_eps": 1e-12,
}
SHAPE = Shape(size=8, layers=1, heads=2, inner=16, words=len(PIECES), positions=40, epsilon=1e-12)


def made_weights(seed: int = 1) -> dict[str, np.ndarray]:
    """Weights of the made encoder."""
    rng = np.random.default_rng(seed)
    return {name: rng.normal(0, 0.7, size).astype(np.float32) for name, size in _wanted(SHAPE).items()}


def write_encoder(folder: Path, *, seed: int = 1, prefix: str = "", **config: Any) -> Path:
    """*folder* with the three files of a made encoder; keywords replace entries of its config.json."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.json").write_text(json.dumps(CONFIG | config), encoding="utf-8")
    save_file({f"{prefix}{name}": a for name, a in made_weights(seed).items()}, folder / "model.safetensors")
    tokenizer = Tokenizer(WordPiece({piece: i for i, piece in enumerate(PIECES)}, unk_token="[UNK]"))
    tokenizer.normalizer = BertNormalizer()
    tokenizer.pre_tokenizer = BertPreTokenizer()
    tokenizer.post_processor = TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[(name, PIECES.index(name)) for name in ("[CLS]", "[SEP]")]
    )
    tokenizer.enable_padding(length=32)  # as downloaded folders have it; it must not count
    tokenizer.save(str(folder / "tokenizer.json"))
    return folder
