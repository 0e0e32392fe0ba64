"""A spaCy tokenizer that keeps C++, C#, .NET, Node.js and R&D whole and whose cost is linear in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gapcheck.words import pieces

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab


class Tokenizer:
    """Callable that turns a text into a spaCy Doc; the Doc's text is the text, character for character."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """The Doc of *text*."""
        from spacy.tokens import Doc

        found = pieces(text)
        # A space after a token belongs to it; one after white space is a token of its own.
        spaces = [piece[-1] == " " and not piece.isspace() for piece in found]
        tokens = [piece[:-1] if space else piece for piece, space in zip(found, spaces, strict=True)]
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
