from __future__ import annotations

from gapcheck.reports import render
from tests.factories import make_finding, make_match, make_posting_document, make_report, make_requirement


def test_each_gap_is_an_annotation_on_its_line():
    lines = render(make_report(), "github", path="jobs/posting.txt").splitlines()
    assert lines[0] == (
        "::warning file=jobs/posting.txt,line=9,endLine=9,title=missing%3A requirement r4"
        "::Coordinate projects with outside vendors"
    )
    assert [line.split(" ")[0] for line in lines] == ["::warning", "::notice", "::notice", "::notice"]


def test_a_missing_must_have_is_an_error():
    assert render(make_report(must_have_gaps=("r4",)), "github").startswith("::error ")


def test_the_last_line_is_the_result():
    last = render(make_report(), "github").splitlines()[-1]
    assert last.startswith("::notice title=gapcheck report::79%25: Don't shy away")


def test_no_line_number_where_lines_are_not_those_of_the_file():
    report = make_report(posting=make_posting_document(kind="html"))
    assert "line=" not in render(report, "github")


def test_a_posting_cannot_write_a_command_of_its_own():
    req = make_requirement("Write\n::error::owned\r::stop-commands::x %0A")
    lines = render(make_report(matches=(make_match("missing", req),)), "github").split("\n")
    assert len(lines) == 3
    assert "%250A" in lines[0]


def test_a_file_name_cannot_add_a_property():
    report = make_report(posting=make_posting_document(source="a,title=x:y.txt"))
    assert "file=a%2Ctitle=x%3Ay.txt," in render(report, "github")


def test_nothing_of_the_resume_is_quoted():
    report = make_report()
    text = render(report, "github")
    assert not any(evidence.text in text for match in report.matches for evidence in match.evidence)


def test_what_makes_the_result_doubtful_is_a_warning_before_it():
    found = make_finding("damaged_page", severity="high", message="Page 2 is damaged.", page=2)
    lines = render(make_report(file_health=(found,)), "github").splitlines()
    assert lines[-2] == "::warning title=gapcheck report::resume: Page 2 is damaged."
