"""One keyword asked of a few lines of a resume."""

from __future__ import annotations

from gapcheck.matchers import build_index, find_acronyms
from gapcheck.matchers.index import ResumeIndex
from gapcheck.types import Document, Evidence
from tests.factories import make_keyword, make_requirement
from tests.reading import analyzer, resume_of

HEAD = "Ana Sousa\nana@example.org\n\nExperience\nAssistant, Larkspur Ltd, 2018 - 2023\n"


def index_of(*lines: str, defined: str = "") -> ResumeIndex:
    resume = resume_of(HEAD + "".join(f"- {line}\n" for line in lines))
    return build_index(resume, analyzer().lexicon, find_acronyms([Document.from_text(defined), resume.document]))


def ask(
    name: str, *lines: str, matcher, kind: str = "skill", concept: str | None = None, defined: str = ""
) -> Evidence | None:
    keyword = make_keyword(name, concept=concept)
    return matcher(make_requirement(name, kind=kind, keywords=(keyword,)), keyword, index_of(*lines, defined=defined))
