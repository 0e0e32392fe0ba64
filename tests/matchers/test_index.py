"""The index: look-ups that agree with a slow walk over the resume, and quotes that are verbatim."""

from __future__ import annotations

import pytest

from gapcheck.lexicon.duties import NUMBER, is_number
from gapcheck.matchers import match
from gapcheck.matchers.index import CREDIT, build_index
from gapcheck.matchers.similarity import bag_of, coverage, coverages, stack
from gapcheck.types import Match, Resume
from tests.reading import analyzer, resume_of

RESUME = """Ines Quintero
ines@example.org

Summary
Lab technician with a steady hand and basic French.

Experience
Lab Technician, Harbor Diagnostics, March 2019 - present
- Ran PCR and ELISA assays on a LIMS
- Reconciled reagents with suppliers' invoices
- No experience with mass spectrometry

Education
B.S. Biology, University of Tampa, 2017

References
Dr. Jo Park, Kubernetes and phlebotomy
"""


@pytest.fixture(scope="module")
def index():
    return build_index(resume_of(RESUME), analyzer().lexicon)


def test_look_ups_by_stem_agree_with_a_walk(index) -> None:
    for name, places in index.by_stem.items():
        if name == NUMBER:
            assert list(places) == [i for i, item in enumerate(index.shown) if any(map(is_number, item.stems))]
            continue
        assert list(places) == [i for i, item in enumerate(index.shown) if name in item.stems]


def test_look_ups_by_class_agree_with_a_walk(index) -> None:
    for name, places in index.by_class.items():
        assert list(places) == [i for i, item in enumerate(index.shown) if any(name in group for group in item.classes)]


def test_a_concept_is_listed_with_all_it_proves(index) -> None:
    for name, places in index.by_concept.items():
        for i, mention, steps in places:
            assert mention in index.shown[i].passage.mentions
            assert index.lexicon.proves(mention.concept, name) == steps


def test_every_row_is_aligned(index) -> None:
    for item in index.shown:
        assert len(item.words) == len(item.stems) == len(item.classes) == len(item.levels)
        assert set(item.levels) <= set(CREDIT)
        assert not any(word.is_stop for word in item.words)


def test_references_are_left_out(index) -> None:
    assert not [item for item in index.shown if item.passage.label == "references"]
    assert "phlebotomi" not in index.by_stem


def test_a_quote_is_verbatim(index) -> None:
    for item in index.shown:
        if item.words:
            found = index.evidence(item, 0, len(item.words), method="exact", score=1.0)
            assert index.document.text[found.start : found.end] == found.text
            assert found.text == index.document.text[item.passage.start : item.passage.end]


@pytest.mark.parametrize("words", [60, 200, 1000])
def test_a_long_passage_is_quoted_around_the_match(words: int) -> None:
    filler = "and then the parcels went out to the shops in the valley "
    long = (filler * words)[: words * 6]
    text = f"Ana\n\nExperience\n{long}we ran Kubernetes there {long}\n"
    index = build_index(resume_of(text), analyzer().lexicon)
    item = next(item for item in index.shown if any(w.text == "Kubernetes" for w in item.words))
    at = next(i for i, w in enumerate(item.words) if w.text == "Kubernetes")
    found = index.evidence(item, at, at + 1, method="exact", score=1.0)
    assert "Kubernetes" in found.text
    assert len(found.text) <= 300
    assert index.document.text[found.start : found.end] == found.text
    assert not found.text[0].isspace()
    assert not found.text[-1].isspace()


def test_an_empty_resume_has_an_empty_index() -> None:
    from tests.factories import make_document

    empty = Resume(make_document(""), (), (), (), 2026 * 12)
    found = build_index(empty, analyzer().lexicon)
    assert (found.shown, dict(found.by_stem), dict(found.by_concept)) == ((), {}, {})


def test_look_ups_by_letter_agree_with_a_walk(index) -> None:
    walked: dict[str, list[tuple[int, int]]] = {}
    for i, item in enumerate(index.shown):
        for j, word in enumerate(item.words):
            if len(word.norm) >= 5:
                walked.setdefault(word.norm[0], []).append((i, j))
    assert {letter: list(places) for letter, places in index.by_letter.items()} == walked


@pytest.mark.parametrize(
    "clause", ["Reconcile invoices with suppliers", "Experience with PCR", "Speaks French", "Zorblax", "", "12"]
)
def test_all_passages_at_once_agree_with_one_after_the_other(index, clause: str) -> None:
    asked = bag_of(clause)
    one_by_one = [coverage(asked, item.bag) for item in index.shown]
    assert coverages(asked, index.stacked).tolist() == pytest.approx(one_by_one, abs=1e-6)


def test_the_passages_of_an_empty_resume_say_nothing() -> None:
    assert coverages(bag_of("Reconcile invoices"), stack([])).tolist() == []


POSTINGS = (
    "Requirements\n- Three years of experience in bookkeeping\n- Bachelor's degree in accounting\n- Reconcile invoices\n- Excel",
    "Requirements\n- Valid driver's license\n- Willing to work weekends\n- Communication skills\n- Lift 50 pounds\n- SQL",
    "Requirements\n- Five years of experience in accounting\n- Team player\n- Reconcile invoices with suppliers\n- Python",
)


def _answers(index, postings: tuple[str, ...]) -> list[Match]:
    asked = [analyzer().posting(text.encode()) for text in postings]
    return [match(requirement, index) for posting in asked for requirement in posting.requirements]


@pytest.mark.parametrize("kept", [10_000, 1])
def test_what_was_asked_before_changes_no_answer(monkeypatch, kept: int) -> None:
    monkeypatch.setattr("gapcheck.matchers.index._KNOWN", kept)
    monkeypatch.setattr("gapcheck.matchers.similarity._WORDS", kept)
    asked_much = build_index(resume_of(RESUME), analyzer().lexicon)
    _answers(asked_much, POSTINGS)
    again = _answers(asked_much, POSTINGS)
    apart = [
        found for text in POSTINGS for found in _answers(build_index(resume_of(RESUME), analyzer().lexicon), (text,))
    ]
    assert len(again) > 10
    assert again == apart


def test_an_answer_is_worked_out_once(index) -> None:
    asked: list[str] = []

    def ask(of, word: str) -> int:
        asked.append(word)
        return len(of.by_stem.get(word, ()))

    assert index.once(ask, "invoic") == index.once(ask, "invoic") == len(index.by_stem.get("invoic", ()))
    assert asked == ["invoic"]
