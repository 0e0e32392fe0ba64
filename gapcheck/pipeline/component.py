"""The spaCy side: the component "gapcheck" and the pipeline around it. Importing this module imports spaCy."""

from __future__ import annotations

from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from gapcheck.lexicon import Lexicon
from gapcheck.pipeline import GROUP, analyze_posting
from gapcheck.pipeline.tokenizer import Tokenizer
from gapcheck.types import Document, Line


class Component:
    """Reads a Doc as a posting and writes `doc.spans["gapcheck"]`."""

    def __init__(self, lexicon: Lexicon, max_requirements: int) -> None:
        self.lexicon = lexicon
        self.max_requirements = max_requirements

    def __call__(self, doc: Doc) -> Doc:
        """The same Doc, with the spans and the posting that was read from it."""
        document: Document = doc.user_data.get(GROUP + "_document") or _as_document(doc.text)
        posting = analyze_posting(document, self.lexicon, self.max_requirements)
        doc.user_data[GROUP] = posting
        spans = []
        for requirement in posting.requirements:
            spans.append(_span(doc, requirement.start, requirement.end, "SKILL", ""))
            spans += [_span(doc, k.start, k.end, "KNOWLEDGE", k.concept or "") for k in requirement.keywords]
        doc.spans[GROUP] = [span for span in spans if span is not None]
        return doc


@Language.factory("gapcheck", default_config={"max_requirements": 300})
def make_component(nlp: Language, name: str, max_requirements: int) -> Component:
    """Factory of the component, found by spaCy under the name "gapcheck"."""
    return Component(Lexicon.default(), max_requirements)


def build(lexicon: Lexicon, max_requirements: int) -> Language:
    """`spacy.blank("en")` with our tokenizer and component."""
    nlp = spacy.blank("en")
    nlp.tokenizer = Tokenizer(nlp.vocab)
    nlp.max_length = 2**62  # spaCy's own bound is for its parser; `Limits` says how long a posting may be
    component = nlp.add_pipe("gapcheck", config={"max_requirements": max_requirements})
    component.lexicon = lexicon  # type: ignore[attr-defined]
    return nlp


def _as_document(text: str) -> Document:
    """A Document over exactly this text: somebody else's Doc must not be cleaned up, its offsets count."""
    lines, position = [], 0
    for raw in text.splitlines(keepends=True):
        stripped = raw.strip()
        start = position + len(raw) - len(raw.lstrip())
        if stripped:
            bullet = stripped[0] in "•●▪◦‣-*·" and len(stripped) > 1 and stripped[1] == " "
            end = start + len(stripped)
            lines.append(Line(start + 2 * bullet, end, bullet=bullet, indent=float(len(raw) - len(raw.lstrip()))))
        position += len(raw)
    return Document(text, tuple(lines))


def _span(doc: Doc, start: int, end: int, label: str, concept: str) -> Any:
    return doc.char_span(start, end, label=label, kb_id=concept, alignment_mode="expand")
