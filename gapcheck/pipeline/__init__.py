"""The spaCy pipeline: a posting's Doc -> requirements and keywords; the only place where spaCy and our types meet.

nlp = spacy.blank("en")
nlp.add_pipe("gapcheck")
doc = nlp("Requirements: 3+ years of Python or Java")
doc.spans["gapcheck"]                  # tagged spans: keyword-like (KNOWLEDGE, kb_id_ = concept), requirement phrases (SKILL)
doc.spans["gapcheck_requirements"]     # what a report lists: REQUIREMENT and KEYWORD
gapcheck.pipeline.requirements(doc)    # the same as gapcheck's own values
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from gapcheck.lexicon import Lexicon
from gapcheck.pipeline.acts import told_by_acts
from gapcheck.pipeline.boundaries import restored
from gapcheck.pipeline.gate import CLASSES, names_hard, odds, probabilities
from gapcheck.pipeline.gazetteer import find_mentions
from gapcheck.pipeline.job_title import job_title, names_job, without_board
from gapcheck.pipeline.lines import hanging_joined, list_heads, passages
from gapcheck.pipeline.quantities import find_degrees
from gapcheck.pipeline.requirements import read_requirements
from gapcheck.pipeline.resume import read_resume as _read_resume
from gapcheck.sections import is_known_heading, label_of, split
from gapcheck.types import Document, Notice, Passage, Posting, Requirement, Resume, Section

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

GROUP = "gapcheck"
"""The key under which spans and results stand in a Doc."""


def build_nlp(lexicon: Lexicon | None = None, *, max_requirements: int = 300, style: str | None = "auto") -> Language:
    """A spaCy pipeline on `spacy.blank("en")` with our tokenizer and the component "gapcheck"; nothing is downloaded.

    *style* says by whose convention spans are marked (`gapcheck.pipeline.spans` lists them); None marks none.
    """
    from gapcheck.pipeline.component import build

    return build(lexicon or Lexicon.default(), max_requirements, style)


def read_posting(document: Document, nlp: Language) -> Posting:
    """What the posting *document* asks for; *nlp* is a pipeline made by `build_nlp`."""
    # A memory zone belongs to the whole pipeline: two threads in it would free each other's strings.
    with _ZONE, nlp.memory_zone():
        doc = nlp.make_doc(document.text)
        doc.user_data[GROUP + "_document"] = document
        for _, component in nlp.pipeline:
            doc = component(doc)
        posting: Posting = doc.user_data[GROUP]
    return posting


_ZONE = threading.Lock()


def requirements(doc: Doc) -> tuple[Requirement, ...]:
    """The requirements that the component found in *doc*."""
    posting: Posting = doc.user_data[GROUP]
    return posting.requirements


def read_resume(document: Document, lexicon: Lexicon, *, today: int) -> Resume:
    """A resume, read: passages with their concepts, dated entries, degrees; *today* is a month counted from year 0."""
    document = restored(document, "resume", lexicon)
    sections = split(document, "resume")
    found, entries = _read_resume(document, sections, lexicon, today)
    # In the order found where two stand at one place: a set's order would differ from run to run.
    degrees = dict.fromkeys(d for passage in found for d in _degrees(document, passage, lexicon))
    return Resume(document, sections, found, entries, today, tuple(sorted(degrees, key=lambda d: d[1:])))


_LEVELS = {
    "doctorate": "doctorate", "doctoral degree": "doctorate", "master's degree": "master", "bachelor's degree": "bachelor",
    "associate degree": "associate", "high school diploma": "secondary",
}  # fmt: skip


def _degrees(document: Document, passage: Passage, lexicon: Lexicon) -> Iterator[tuple[str, int, int]]:
    """Degrees by their words and by the lexicon's names for them (MChem, LLB), which know their level."""
    for level, start, end in find_degrees(document.text[passage.start : passage.end]):
        yield level, passage.start + start, passage.start + end
    for mention in passage.mentions:
        bare = mention.text in ("master", "masters")  # "the scale master"
        if mention.kind == "degree" and passage.label != "experience" and not bare:
            above = sorted(lexicon.ancestors(mention.concept).items(), key=lambda item: item[1])
            found = next((_LEVELS[name.lower()] for name, _ in above if name.lower() in _LEVELS), None)
            if found:
                yield found, mention.start, mention.end


def analyze_posting(document: Document, lexicon: Lexicon, limit: int) -> Posting:
    """The stages of a posting in order: lines, sections, passages, gate, requirements."""
    document = restored(hanging_joined(document), "posting", lexicon)
    sections = split(document, "posting")
    plain = told_by_acts(passages(document, sections, "posting"))
    flat = _unwrapped(document, plain)
    found = tuple(replace(p, mentions=find_mentions(flat.text, p.words, p.label, lexicon)) for p in plain)
    title = _title(document, sections)
    role = _role(document, title)
    asking = _gated(flat, found, role)
    names = employer_names(document, found)
    asked = read_requirements(flat, asking, names=names, role=role, limit=limit + 1)
    if flat is not document:
        asked = tuple(replace(req, text=document.text[req.start : req.end]) for req in asked)
    if len(asked) > limit:
        notice = Notice("truncated", f"Only the first {limit} requirements were read; Limits.max_requirements says so.")
        document, asked = replace(document, notices=(*document.notices, notice)), asked[:limit]
    return Posting(document, title, sections, found, asked)


def _unwrapped(document: Document, found: Sequence[Passage]) -> Document:
    """*document* with blanks where a line goes on in the next one: what is asked does not depend on where lines break."""
    text = document.text
    parts: list[str] = []
    begin = 0
    for passage in found:
        quote = text[passage.start : passage.end]
        if "\n" in quote and passage.start >= begin:
            parts += text[begin : passage.start], quote.replace("\n", " ")
            begin = passage.end
    return replace(document, text="".join((*parts, text[begin:]))) if parts else document


def _gated(document: Document, found: Sequence[Passage], role: str) -> list[Passage]:
    """The passages that state a requirement; one outside any known section takes the label that the gate sees in it."""
    asking = []
    rows = probabilities(document.text, found)
    demanded = odds(document.text, found, [1 - row[CLASSES.index("none")] for row in rows], role)
    heads = list_heads(document, found)
    for passage, row, odd in zip(found, rows, demanded, strict=True):
        if passage.label == "not_needed" or odd < 0 or (passage.start in heads and not names_hard(passage)):
            continue
        if passage.label in _UNSURE:
            passage = replace(passage, label=_LABEL_OF[CLASSES[int(row[:-1].argmax())]])
        asking.append(passage)
    return asking


_UNSURE = ("title", "other", "about", "metadata", "benefits", "apply", "legal")
_LABEL_OF = {"duty": "duties", "skill": "required", "preferred": "preferred", "condition": "conditions"}

_TOP = 4
_ORDINARY = frozenset("the a an our we at in of for and with is job title location department reports to".split())


def employer_names(document: Document, found: Sequence[Passage]) -> frozenset[str]:
    """Normalised capitalised words of the top lines and the company text: the employer's own name and places.

    A word that the posting also writes in lower case is an ordinary word, and so is one that the title shares with the
    requirements ("Electrician").
    """
    plain = {w.norm for p in found for w in p.words if w.text[0].islower()}
    asked = {w.norm for p in found if p.label in ("duties", "required", "preferred") for w in p.words}
    names = set()
    for number, passage in enumerate(found):
        if passage.label in ("title", "about", "metadata", "legal", "apply") or number < _TOP:
            names |= {
                w.norm for w in passage.words[number >= _TOP :] if w.text[0].isupper() and w.norm not in _ORDINARY
            }
    about = {w.norm for p in found if p.label in ("about", "legal", "benefits", "apply") for w in p.words}
    return frozenset(n for n in names - plain if n in about or n not in asked)


_HEAD = 4


def _role(document: Document, title: str) -> str:
    """What names the job: its title, and the first lines, since handbooks and bulletins begin with other things."""
    return " ".join((title, *(document.text[line.start : line.end] for line in document.lines[:_HEAD])))


def _title(document: Document, sections: Sequence[Section]) -> str:
    """The job title: what the format states, else the first line that names a job, else the first line when it is short."""
    if document.title:
        return without_board(document.title)
    first = _first_words(document, sections)
    texts = [document.text[line.start : line.end] for line in document.lines]
    found = job_title([first, *texts])
    if found is None and not first:
        found = next(
            (text for text in texts[:_FAR] if len(text) <= _SHORT_TITLE and names_job(text) and not _is_form(text)),
            None,
        )
    return found or without_board(first)


_FAR, _SHORT_TITLE, _TITLE_WORDS = 40, 60, 8
"""Lines in which the title is looked for where the first line is a part of the form: "Job summary"."""


def _is_form(text: str) -> bool:
    text = text.partition(": ")[0]  # "Schedule: mornings and afternoons"
    label = label_of(text, "posting")
    return label is not None and is_known_heading(text, "posting", label)


def _first_words(document: Document, sections: Sequence[Section]) -> str:
    headed = sections[0].title if sections and sections[0].label in ("title", "other") else ""
    first = document.text[document.lines[0].start : document.lines[0].end] if document.lines else ""
    first = without_board(first.lstrip("#* ").rstrip(":* "))
    if headed and _is_form(headed):
        headed = ""
    # Of two headings in a row the second is the section's title: an employer below the job.
    plain = 0 < len(first.split()) <= _TITLE_WORDS and first[-1] not in ".!?" and not _is_form(first)
    if plain or not headed:
        return first if len(first) <= 80 and not _is_form(first) else ""
    return headed
