"""A spaCy tokenizer that keeps C++, C#, .NET, Node.js and R&D whole and whose cost is linear in the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from gapcheck.words import spans

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

_REST = re.compile(r" |\s+|[^\w\s]|\w+")


class Tokenizer:
    """Callable that turns a text into a spaCy Doc; the Doc's text is the text, character for character."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """The Doc of *text*."""
        from spacy.tokens import Doc

        tokens: list[str] = []
        spaces: list[bool] = []
        position = 0
        for start, end in [*spans(text), (len(text), len(text))]:
            for m in _REST.finditer(text, position, start):
                _append(tokens, spaces, m.group())
            if end > start:
                _append(tokens, spaces, text[start:end])
            position = end
        return Doc(self.vocab, words=tokens, spaces=spaces)

    # spaCy asks its tokenizer for these when a pipeline is saved or loaded; there is nothing to keep.
    def to_bytes(self, **_: Any) -> bytes:
        """Nothing: the tokenizer has no state."""
        return b""

    def from_bytes(self, _data: bytes, **_: Any) -> Tokenizer:
        """The tokenizer itself."""
        return self

    def to_disk(self, _path: Any, **_: Any) -> None:
        """Writes nothing."""

    def from_disk(self, _path: Any, **_: Any) -> Tokenizer:
        """The tokenizer itself."""
        return self


def _append(tokens: list[str], spaces: list[bool], piece: str) -> None:
    if piece == " " and tokens and not spaces[-1] and not tokens[-1].isspace():
        spaces[-1] = True
    else:
        tokens.append(piece)
        spaces.append(False)
