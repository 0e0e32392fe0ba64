from __future__ import annotations

from fractions import Fraction

from tests.factories import (
    make_coverage,
    make_document,
    make_entry,
    make_passage,
    make_posting,
    make_report,
    make_resume,
    make_skipped,
)


def test_the_worked_example_gives_its_score():
    coverage = make_coverage()
    assert (coverage.met, coverage.partial, coverage.missing, coverage.unstated) == (7, 2, 1, 0)
    assert (coverage.exact, coverage.verdict) == (Fraction(15, 19), "stretch")


def test_every_offset_of_the_worked_example_selects_its_text():
    report = make_report()
    for match in report.matches:
        req = match.requirement
        assert report.posting.text[req.start : req.end] == req.text
        assert all(report.posting.text[k.start : k.end] == k.name for k in match.keywords)
        assert all(report.resume.text[e.start : e.end] == e.text for e in match.evidence)


def test_lines_leave_out_indentation_and_bullets():
    document = make_document("Skills\n\n  - Python\n")
    assert [(document.text[line.start : line.end], line.bullet) for line in document.lines] == [
        ("Skills", False),
        ("Python", True),
    ]


def test_words_of_a_passage_stand_where_they_say():
    document = make_document("Skills\nC++ and Node.js")
    passage = make_passage("C++ and Node.js", document)
    assert [document.text[word.start : word.end] for word in passage.words] == ["C++", "and", "Node.js"]


def test_what_is_read_belongs_to_its_document():
    assert make_posting().requirements[0].text in make_posting().document.text
    assert make_resume().document.text.startswith("Renée")
    assert make_entry().last > make_entry().first
    assert make_skipped().error.source == "kim.pdf"
