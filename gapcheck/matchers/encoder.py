"""A sentence encoder of the user's own, run in numpy: a line -> a vector. Imported only when `Settings.encoder` is set.

The folder is what sentence-transformers saves: `config.json`, `tokenizer.json`, `model.safetensors`. One kind of network
is run, BERT with mean pooling (all-MiniLM-L6-v2 is one); any other is refused, because it would give vectors that mean
nothing. A line is encoded alone, so that its vector does not depend on what else is asked.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from gapcheck.errors import ConfigError

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Array = npt.NDArray[np.float32]
Weights = Mapping[str, Array]

FILES = ("config.json", "tokenizer.json", "model.safetensors")
MOST_TOKENS = 128
"""Of a line, what follows is left out: encoders of sentences are trained on about as much."""
_KIND = {"model_type": "bert", "hidden_act": "gelu", "position_embedding_type": "absolute"}
_STEPS = ("Transformer", "Pooling", "Normalize")
_KNOWN = "Give an encoder of the BERT kind with mean pooling, for example all-MiniLM-L6-v2."
_AGAIN = "Get the folder anew, whole, from where you have it."


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of a network, as its config.json states them."""

    size: int
    layers: int
    heads: int
    inner: int
    words: int
    positions: int
    epsilon: float
    """Keeps the division of the layer norm from zero."""


class Encoder:
    """Gives each line a vector of length 1; two lines of like meaning have vectors whose product is near 1."""

    def __init__(self, shape: Shape, weights: Weights, tokenizer: Tokenizer, version: str) -> None:
        self.shape = shape
        self.weights = weights
        self.tokenizer = tokenizer
        self.version = version
        """Stands for the content of the folder: with another version scores may differ."""

    def encode(self, text: str) -> Array:
        """The vector of *text*, the same at every call; all zero when it has no token."""
        ids = self.tokenizer.encode(text).ids
        if not ids:
            return np.zeros(self.shape.size, dtype=np.float32)
        mean: Array = forward(self.weights, self.shape, ids).mean(axis=0)
        length = float(np.linalg.norm(mean))
        return mean / np.float32(length) if length else mean


def load_encoder(folder: str | Path) -> Encoder:
    """The encoder in *folder*.

    Raises ConfigError when a file is missing or damaged, when the network is of a kind that is not known, and when the
    packages of the extra `embeddings` are not installed.
    """
    folder = Path(folder).expanduser()
    for name in FILES:
        if not (folder / name).is_file():
            hint = f"Give the folder of a sentence encoder: {', '.join(FILES)}."
            raise ConfigError(f"is no encoder: it has no {name}", hint=hint, source=folder)
    shape = _shape(folder)
    _check_steps(folder)
    weights = _weights(folder, shape)
    return Encoder(shape, weights, _tokenizer(folder, shape), _version(folder))


# --- the network -----------------------------------------------------------------------------------------------


def forward(weights: Weights, shape: Shape, ids: list[int]) -> Array:
    """The last layer's vector of each token."""
    table = "embeddings.{}_embeddings.weight".format
    x = weights[table("word")][ids] + weights[table("position")][: len(ids)] + weights[table("token_type")][0]
    x = _norm(weights, "embeddings.LayerNorm", x, shape.epsilon)
    for number in range(shape.layers):
        layer = f"encoder.layer.{number}"
        seen = _dense(weights, f"{layer}.attention.output.dense", _attention(weights, layer, x, shape.heads))
        x = _norm(weights, f"{layer}.attention.output.LayerNorm", x + seen, shape.epsilon)
        thought = _gelu(_dense(weights, f"{layer}.intermediate.dense", x))
        x = _norm(
            weights, f"{layer}.output.LayerNorm", x + _dense(weights, f"{layer}.output.dense", thought), shape.epsilon
        )
    return x


def _attention(weights: Weights, layer: str, x: Array, heads: int) -> Array:
    """What each token takes from all others, by each head."""
    query, key, value = (
        _dense(weights, f"{layer}.attention.self.{name}", x).reshape(len(x), heads, -1).transpose(1, 0, 2)
        for name in ("query", "key", "value")
    )
    scores = query @ key.transpose(0, 2, 1) / np.float32(np.sqrt(query.shape[-1]))
    shares = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares /= shares.sum(axis=-1, keepdims=True)
    joined: Array = (shares @ value).transpose(1, 0, 2).reshape(x.shape)
    return joined


def _dense(weights: Weights, name: str, x: Array) -> Array:
    found: Array = x @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]
    return found


def _norm(weights: Weights, name: str, x: Array, epsilon: float) -> Array:
    centred = x - x.mean(axis=-1, keepdims=True)
    spread = np.sqrt((centred * centred).mean(axis=-1, keepdims=True) + np.float32(epsilon))
    found: Array = centred / spread * weights[f"{name}.weight"] + weights[f"{name}.bias"]
    return found


def _gelu(x: Array) -> Array:
    from scipy.special import erf

    found: Array = x * np.float32(0.5) * (1 + erf(x / np.float32(np.sqrt(2))))
    return found


# --- reading the folder ----------------------------------------------------------------------------------------


def _json(folder: Path, name: str) -> Any:
    try:
        return json.loads((folder / name).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ConfigError(f"its {name} cannot be read", hint=_AGAIN, source=folder) from error


def _shape(folder: Path) -> Shape:
    config = _json(folder, "config.json")
    config = config if isinstance(config, dict) else {}
    for key, known in _KIND.items():
        # Newer files leave out the position embedding, of which there is one kind left.
        if (found := config.get(key, known if key == "position_embedding_type" else None)) != known:
            raise ConfigError(f"holds a network that is not known: {key} is {found!r}", hint=_KNOWN, source=folder)
    names = ("hidden_size", "num_hidden_layers", "num_attention_heads", "intermediate_size", "vocab_size")
    sizes = [config.get(name) for name in (*names, "max_position_embeddings")]
    whole = [size for size in sizes if isinstance(size, int) and size > 0]
    if len(whole) < len(sizes) or whole[0] % whole[2]:
        raise ConfigError("its config.json has sizes that do not fit", hint=_AGAIN, source=folder)
    epsilon = config.get("layer_norm_eps", 1e-12)
    size, layers, heads, inner, words, positions = whole
    return Shape(size, layers, heads, inner, words, positions, epsilon if isinstance(epsilon, float) else 1e-12)


def _check_steps(folder: Path) -> None:
    """What comes after the network, as far as the folder says: the mean of all tokens, and nothing that is trained."""
    steps = _json(folder, "modules.json") if (folder / "modules.json").is_file() else []
    for step in steps if isinstance(steps, list) else []:
        kind = str(step.get("type", "")).rsplit(".", 1)[-1] if isinstance(step, dict) else ""
        if kind not in _STEPS:
            raise ConfigError(f"holds a step that is not known: {kind!r}", hint=_KNOWN, source=folder)
    pooling = _json(folder, "1_Pooling/config.json") if (folder / "1_Pooling/config.json").is_file() else {}
    used = {key for key, on in pooling.items() if on is True and key.startswith("pooling_mode_")}
    if used - {"pooling_mode_mean_tokens"}:
        raise ConfigError("takes another pooling than the mean", hint=_KNOWN, source=folder)


def _weights(folder: Path, shape: Shape) -> Weights:
    _need("safetensors", folder)
    from safetensors import SafetensorError
    from safetensors.numpy import load_file

    try:
        stored = load_file(folder / FILES[2])
    except (SafetensorError, OSError, ValueError, TypeError, KeyError) as error:
        raise ConfigError("its model.safetensors cannot be read", hint=_AGAIN, source=folder) from error
    found = {name.removeprefix("bert."): array for name, array in stored.items()}
    for name, wanted in _wanted(shape).items():
        if name not in found or found[name].shape != wanted:
            raise ConfigError(f"its weights do not fit its config.json: {name}", hint=_AGAIN, source=folder)
    return {name: np.ascontiguousarray(found[name], dtype=np.float32) for name in _wanted(shape)}


def _wanted(shape: Shape) -> dict[str, tuple[int, ...]]:
    """The weights of a network of that shape, each with its own shape."""
    size, inner = shape.size, shape.inner
    wanted: dict[str, tuple[int, ...]] = {
        "embeddings.word_embeddings.weight": (shape.words, size),
        "embeddings.position_embeddings.weight": (shape.positions, size),
        "embeddings.token_type_embeddings.weight": (2, size),
    }
    norms = ["embeddings.LayerNorm"]
    for number in range(shape.layers):
        layer = f"encoder.layer.{number}"
        dense = {f"attention.self.{name}": (size, size) for name in ("query", "key", "value")}
        dense |= {"attention.output.dense": (size, size), "intermediate.dense": (inner, size)}
        dense |= {"output.dense": (size, inner)}
        for name, sizes in dense.items():
            wanted |= {f"{layer}.{name}.weight": sizes, f"{layer}.{name}.bias": sizes[:1]}
        norms += [f"{layer}.attention.output.LayerNorm", f"{layer}.output.LayerNorm"]
    return wanted | {f"{name}.{part}": (size,) for name in norms for part in ("weight", "bias")}


def _tokenizer(folder: Path, shape: Shape) -> Tokenizer:
    _need("tokenizers", folder)
    from tokenizers import Tokenizer

    try:
        tokenizer = Tokenizer.from_file(str(folder / FILES[1]))
    except Exception as error:  # the package raises nothing narrower
        raise ConfigError("its tokenizer.json cannot be read", hint=_AGAIN, source=folder) from error
    if max(tokenizer.get_vocab().values(), default=0) >= shape.words:
        raise ConfigError("its tokenizer.json has more words than its weights", hint=_AGAIN, source=folder)
    tokenizer.no_padding()
    tokenizer.enable_truncation(min(MOST_TOKENS, shape.positions))
    return tokenizer


def _need(package: str, folder: Path) -> None:
    from importlib.util import find_spec

    if find_spec(package) is None:
        hint = 'Install it with pip install "gapcheck[embeddings]", or leave the encoder out.'
        raise ConfigError(f"an encoder needs the package {package}", hint=hint, source=folder)


def _version(folder: Path) -> str:
    digest = blake2b(digest_size=6)
    for name in FILES:
        with (folder / name).open("rb") as file:
            while part := file.read(1 << 20):
                digest.update(part)
    return digest.hexdigest()
