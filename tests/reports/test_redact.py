from __future__ import annotations

import pytest

from gapcheck.reports import REPORTS, render
from gapcheck.reports.redact import MARK, redacted
from tests.factories import (
    make_document,
    make_evidence,
    make_letter,
    make_master,
    make_match,
    make_notice,
    make_report,
    make_resume_document,
)

CANARIES = ("Renée", "Okafor", "Lindqvist", "renee.okafor", "example.org", "555", "linkedin.com/in", "Larch Street")


@pytest.mark.parametrize("format", REPORTS)
def test_no_report_names_the_person(format):
    resume = make_resume_document(source="Renée Okafor-Lindqvist.pdf")
    report = make_report(resume=resume, letter=make_letter(), master=make_master())
    text = render(report, format, redact=True)
    assert not [canary for canary in CANARIES if canary in text]


PERSONAL = [
    "ann.lee@example.com", "+1 (401) 555-0143", "401-555-0143", "401.555.0143", "(401) 555 0143", "+44 20 7946 0958",
    "https://ann.example.com/me", "www.annlee.example", "linkedin.com/in/annlee", "github.com/annlee",
    "12 Larch Street", "4100 North Main Ave.",
]  # fmt: skip


@pytest.mark.parametrize("text", PERSONAL)
def test_contact_details_are_replaced(text):
    report = make_report(resume=make_resume_document(f"Jo Poe\nReach me: {text}, thanks"), matches=())
    assert redacted(report).resume.text == f"{MARK}\nReach me: {MARK}, thanks"


ORDINARY = [
    "2019 - 2021", "2019-2021", "03/2019 – 06/2021", "01.2019 - 06.2021", "2021-03-15", "1 200 000 EUR",
    "January 2019 to 2021", "raised $1,200,000", "Ran 6 trade shows",
    "Node.js, ASP.NET", "24/7 on call", "10,000 visitors", "5 years on Main Street campaigns", "e.g. C++ and C#",
    "ISO 9001 audits", "Led 12 people",
]  # fmt: skip


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_text_is_kept(text):
    report = make_report(resume=make_resume_document(f"Jo Poe\n{text}"), matches=())
    assert redacted(report).resume.text == f"{MARK}\n{text}"


@pytest.mark.parametrize("first", ["ANN LEE", "Ann Lee, RN", "Ann Lee | Nurse", "Resume\nAnn Lee"])
def test_the_name_line_and_later_names_are_replaced(first):
    report = make_report(resume=make_resume_document(f"{first}\nAbout Ann: thorough\nann lee, page 2"), matches=())
    assert redacted(report).resume.text.endswith(f"{MARK}\nAbout {MARK}: thorough\n{MARK}, page 2")


def test_offsets_still_select_the_evidence():
    report = redacted(make_report())
    for match in report.matches:
        for evidence in match.evidence:
            assert report.resume.text[evidence.start : evidence.end] == evidence.text
    assert [report.resume.text[line.start : line.end] for line in report.resume.lines[:2]] == [
        MARK,
        f"{MARK} | {MARK} | {MARK}",
    ]


@pytest.mark.parametrize(
    ("quote", "shown"),
    [
        ("mail ann@x.org now", f"mail {MARK} now"),
        ("ann@x.org", MARK),
        ("ann@", MARK),
        ("x.org now", f"{MARK} now"),
        ("now", "now"),
    ],
)
def test_evidence_that_touches_a_replaced_run_takes_in_the_whole_mark(quote, shown):
    resume = make_resume_document("Jo Poe\nmail ann@x.org now")
    report = make_report(resume=resume, matches=(make_match(evidence=(make_evidence(quote, resume),)),))
    made = redacted(report)
    evidence = made.matches[0].evidence[0]
    assert evidence.text == made.resume.text[evidence.start : evidence.end] == shown


def test_quotations_of_letter_and_longer_resume_are_cleaned_and_stay_verbatim():
    made = redacted(make_report(letter=make_letter(), master=make_master()))
    assert made.master.found[0].evidence.text == f"Hosted 3 webinars for {MARK}'s partners"
    texts = {
        made.letter.document.text: made.letter.matches[3].evidence,
        made.master.document.text: (made.master.found[0].evidence,),
    }
    for text, found in texts.items():
        assert [text[e.start : e.end] for e in found] == [e.text for e in found]


def test_zones_of_the_first_look_still_lie_on_their_words():
    made = redacted(make_report())
    assert [made.resume.text[zone.start : zone.end] for zone in made.glance.zones][:2] == [MARK, "Experience"]


def test_messages_and_hidden_words_are_cleaned_too():
    notice = make_notice(message="Hidden: ann@x.org", words=("ann@x.org",))
    made = redacted(make_report(resume=make_document("Jo Poe", notices=(notice,)), matches=(), notices=(notice,)))
    assert made.notices[0].words == made.resume.notices[0].words == (MARK,)
    assert made.notices[0].message == f"Hidden: {MARK}"


def test_a_resume_without_lines_is_left_alone():
    assert redacted(make_report(resume=make_resume_document(""), matches=())).resume.text == ""
