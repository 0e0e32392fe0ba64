"""The component inside other people's spaCy pipelines."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from importlib.metadata import entry_points

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from gapcheck.analyzer import Analyzer
from gapcheck.errors import ConfigError
from gapcheck.pipeline import build_nlp, requirements
from gapcheck.types import Document, Posting

POSTING = """Marketing Specialist

What you will do
- Coordinate trade shows
- Write copy for direct mail

Requirements
- 3+ years of Python or Java
- Bachelor's degree in marketing

Nice to have
- Adobe InDesign
"""


@pytest.fixture(scope="module")
def nlp():
    pipeline = spacy.blank("en")
    pipeline.add_pipe("gapcheck")
    return pipeline


@pytest.fixture(scope="module")
def doc(nlp):
    return nlp(POSTING)


def test_spacy_finds_it_by_its_entry_point() -> None:
    code = "import spacy; nlp = spacy.blank('en'); nlp.add_pipe('gapcheck'); print(len(nlp('Requirements\\n- Python\\n- Java\\n').spans['gapcheck_requirements']))"
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr[-500:]
    assert int(done.stdout) >= 4


def test_the_entry_point_is_declared() -> None:
    (found,) = entry_points(group="spacy_factories", name="gapcheck")
    assert found.value == "gapcheck.pipeline.component:make_component"


def test_what_a_report_lists_is_in_a_group_of_its_own(doc) -> None:
    spans = doc.spans["gapcheck_requirements"]
    assert {span.label_ for span in spans} == {"REQUIREMENT", "KEYWORD"}
    assert {span.text for span in spans if span.label_ == "KEYWORD"} >= {"Python", "Java"}
    assert "Coordinate trade shows" in {span.text for span in spans if span.label_ == "REQUIREMENT"}


def test_tagged_spans_are_knowledge_and_skills(doc) -> None:
    spans = doc.spans["gapcheck"]
    assert {span.label_ for span in spans} == {"SKILL", "KNOWLEDGE"}
    assert {span.text for span in spans if span.label_ == "KNOWLEDGE"} >= {"Python", "Java", "Adobe InDesign"}
    assert "Coordinate trade shows" in {span.text for span in spans if span.label_ == "SKILL"}


@pytest.mark.parametrize("group", ["gapcheck", "gapcheck_requirements"])
def test_keywords_carry_their_concept(doc, group: str) -> None:
    assert {span.kb_id_ for span in doc.spans[group] if span.text == "Python"} == {"Python"}


def test_spans_can_be_read_where_they_are_made(nlp) -> None:
    assert [span.text for span in nlp("Experience with Python").spans["gapcheck"]] == ["Python"]


def test_a_style_is_followed() -> None:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("gapcheck", config={"style": "green2022"})
    assert {span.label_ for span in pipeline(POSTING).spans["gapcheck"]} == {"SKILL"}


def test_without_a_style_nothing_is_tagged() -> None:
    doc = build_nlp(style=None)(POSTING)
    assert not doc.spans["gapcheck"]
    assert doc.spans["gapcheck_requirements"]


def test_an_unknown_style_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ConfigError) as caught:
        build_nlp(style="bert")
    assert "skillspan" in caught.value.hint


def test_a_check_does_not_tag() -> None:
    """Reading a posting for a check must not pay for spans that nobody asked for."""
    code = (
        "import sys; from gapcheck.pipeline import build_nlp, read_posting; from gapcheck.types import Document; "
        "import gapcheck.pipeline.spans as s; "
        "read_posting(Document.from_text('Requirements\\n- Python\\n- Java\\n'), build_nlp()); print(s.load.cache_info().currsize)"
    )
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.stdout.strip() == "0", done.stderr[-500:]


def test_offsets_are_those_of_the_text_given(doc) -> None:
    assert doc.text == POSTING
    for r in requirements(doc):
        assert doc.text[r.start : r.end] == r.text
        assert all(doc.text[k.start : k.end].split()[0] == k.name.split()[0] for k in r.keywords)


def test_the_posting_that_was_read_travels_with_the_doc(doc) -> None:
    posting = doc.user_data["gapcheck"]
    assert isinstance(posting, Posting)
    assert posting.requirements == requirements(doc)
    assert len(posting.requirements) == 5


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n\n",
        "Requirements\n\t•\tPython\r\n\u00a0- Java\n",
        "  Requirements:\n    * lift 50 lb\n",
        "ﬁnance ofﬁce\n- C++\n",
        "• Python\u2028• Java",
    ],
)
def test_somebody_else_s_text_is_not_cleaned_up(nlp, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert all(doc.text[r.start : r.end] == r.text for r in requirements(doc))


def test_our_own_tokenizer_gives_the_same_requirements(doc) -> None:
    ours = build_nlp()
    assert [r.text for r in requirements(ours(POSTING))] == [r.text for r in requirements(doc)]


def test_it_runs_on_a_stream(nlp) -> None:
    docs = list(nlp.pipe([POSTING, "Requirements\n- Welding\n- Blueprint reading\n"]))
    assert [len(requirements(d)) for d in docs] == [5, 2]


def test_the_number_of_requirements_can_be_bounded() -> None:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("gapcheck", config={"max_requirements": 2})
    assert len(requirements(pipeline(POSTING))) == 2


def test_it_lives_beside_other_components() -> None:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    pipeline.add_pipe("gapcheck", last=True)
    doc = pipeline(POSTING)
    assert doc.has_annotation("SENT_START")
    assert doc.spans["gapcheck"]


def test_an_analyzer_reads_the_same_with_and_without_the_pipeline() -> None:
    document = Document.from_text(POSTING)
    plain, piped = Analyzer(), Analyzer()
    assert "gapcheck" in piped.nlp.pipe_names
    assert plain.posting(document) == piped.posting(document)


def test_a_component_that_is_added_to_an_analyzer_acts() -> None:
    analyzer = Analyzer()

    @Language.component("gapcheck_test_first_only")
    def first_only(doc: Doc) -> Doc:
        posting = doc.user_data["gapcheck"]
        doc.user_data["gapcheck"] = replace(posting, requirements=posting.requirements[:1])
        return doc

    analyzer.nlp.add_pipe("gapcheck_test_first_only")
    assert len(analyzer.posting(Document.from_text(POSTING)).requirements) == 1
