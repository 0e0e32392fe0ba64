"""The spaCy side: the component "gapcheck" and the pipeline around it. Importing this module imports spaCy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from gapcheck.errors import ConfigError
from gapcheck.lexicon import Lexicon
from gapcheck.pipeline import GROUP, analyze_posting
from gapcheck.pipeline.spans import STYLES, TaggedSpan, find_spans
from gapcheck.pipeline.tokenizer import Tokenizer
from gapcheck.types import Document, Line, Mention, Posting


class Component:
    """Reads a Doc as a posting and writes its spans.

    `doc.spans["gapcheck"]` holds what the span tagger marks: keyword-like KNOWLEDGE and requirement phrases, SKILL.
    `doc.spans["gapcheck_requirements"]` holds what a report would list: each REQUIREMENT and its KEYWORDs. `kb_id_` is the
    lexicon's concept where there is one.
    """

    def __init__(self, lexicon: Lexicon, max_requirements: int, style: str | None) -> None:
        if style not in (None, "auto", *STYLES):
            raise ConfigError(f"style is {style!r}", hint=f"It is auto, {', '.join(STYLES)}, or null for no spans.")
        self.lexicon = lexicon
        self.max_requirements = max_requirements
        self.style = style
        # A group of spans is dead once its Doc is collected, so `for span in nlp(text).spans["gapcheck"]` would fail
        # if nobody held the Doc; the last one is held until the next comes.
        self._held: Doc | None = None

    def __call__(self, doc: Doc) -> Doc:
        """The same Doc, with the spans and the posting that was read from it."""
        given: Document | None = doc.user_data.get(GROUP + "_document")
        posting = analyze_posting(given or _as_document(doc.text), self.lexicon, self.max_requirements)
        doc.user_data[GROUP] = posting
        if given is None:  # a check reads the posting alone; only somebody else's Doc is asked for its spans
            self._mark(doc, posting)
            self._held = doc
        return doc

    def _mark(self, doc: Doc, posting: Posting) -> None:
        listed = []
        for requirement in posting.requirements:
            listed.append(_span(doc, requirement.start, requirement.end, "REQUIREMENT", ""))
            listed += [_span(doc, k.start, k.end, "KEYWORD", k.concept or "") for k in requirement.keywords]
        doc.spans[GROUP + "_requirements"] = [span for span in listed if span is not None]
        tagged = []
        if self.style is not None:
            mentions = [mention for passage in posting.passages for mention in passage.mentions]
            for found in find_spans(doc.text, self.lexicon, self.style):
                tagged.append(_span(doc, found.start, found.end, found.label, _concept(found, mentions)))
        doc.spans[GROUP] = [span for span in tagged if span is not None]


@Language.factory("gapcheck", default_config={"max_requirements": 300, "style": "auto"})
def make_component(nlp: Language, name: str, max_requirements: int, style: str | None) -> Component:
    """Factory of the component, found by spaCy under the name "gapcheck"."""
    return Component(Lexicon.default(), max_requirements, style)


def build(lexicon: Lexicon, max_requirements: int, style: str | None) -> Language:
    """`spacy.blank("en")` with our tokenizer and component."""
    nlp = spacy.blank("en")
    nlp.tokenizer = Tokenizer(nlp.vocab)
    nlp.max_length = 2**62  # spaCy's own bound is for its parser; `Limits` says how long a posting may be
    component = nlp.add_pipe("gapcheck", config={"max_requirements": max_requirements, "style": style})
    component.lexicon = lexicon  # type: ignore[attr-defined]
    return nlp


def _concept(found: TaggedSpan, mentions: Sequence[Mention]) -> str:
    """The concept of the longest name inside a keyword-like span."""
    if found.label != "KNOWLEDGE":
        return ""
    inside = [m for m in mentions if found.start <= m.start and m.end <= found.end]
    return max(inside, key=lambda m: (m.end - m.start, -m.start)).concept if inside else ""


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
