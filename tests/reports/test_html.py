from __future__ import annotations

import html
import random
import re
from html.parser import HTMLParser

import pytest

from gapcheck.reports import render
from gapcheck.reports.html import Badge, Mark, pieces
from tests.factories import (
    make_document,
    make_empty_report,
    make_evidence,
    make_finding,
    make_letter,
    make_master,
    make_match,
    make_missing,
    make_report,
    make_requirement,
    make_resume_document,
    make_suggestion,
)


class Page(HTMLParser):
    """The tags, attributes and text of a page; the text of <style> apart."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "base"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.text += data

    def all(self, name: str) -> list[str]:
        return [attrs[name] or "" for _, attrs in self.tags if name in attrs]


EVIL = "</mark></style><script>alert(1)</script><img src=x onerror=alert(1)>\"'&amp;{{ 7*7 }}\x1b\u202e"


def make_evil_report():
    req = make_requirement(EVIL, section=EVIL)
    evidence = make_evidence(EVIL, section=EVIL, note=EVIL, method=EVIL)
    return make_report(
        title=EVIL,
        posting=make_document(EVIL, source=EVIL),
        resume=make_resume_document(EVIL, source=EVIL),
        matches=(make_match("partial", req, evidence=(evidence,), note=EVIL),),
        missing_keywords=(make_missing(EVIL, "r1"),),
        suggestions=(make_suggestion(EVIL, requirement="r1"),),
        file_health=(make_finding(message=EVIL, fix=EVIL),),
        glance=None,
        versions={EVIL: EVIL},
    )


def test_the_page_asks_for_nothing_and_runs_nothing():
    page = Page(render(make_report(), "html"))
    assert ("meta", {
        "http-equiv": "Content-Security-Policy",
        "content": "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    }) in page.tags  # fmt: skip
    assert not {"script", "link", "img", "iframe", "object", "form"} & {tag for tag, _ in page.tags}
    assert all(target.startswith("#") for target in page.all("href"))
    assert "url(" not in render(make_report(), "html")


def test_hostile_text_stays_text():
    page = Page(render(make_evil_report(), "html"))
    assert not {"script", "img"} & {tag for tag, _ in page.tags}
    assert not any(name.startswith("on") for _, attrs in page.tags for name in attrs)
    assert "<script>alert(1)</script>" in page.text
    assert "{{ 7*7 }}" in page.text
    assert all(char.isprintable() or char in "\n" for char in page.text)


def test_every_link_leads_somewhere_and_every_anchor_is_unique():
    page = Page(render(make_report(), "html"))
    anchors = page.all("id")
    assert len(anchors) == len(set(anchors))
    assert {target.removeprefix("#") for target in page.all("href")} <= set(anchors)


def test_every_tag_is_closed():
    assert Page(render(make_report(), "html")).open == []


def test_posting_and_resume_link_to_each_other():
    page = Page(render(make_report(), "html"))
    links = {attrs["id"]: attrs["href"] for _, attrs in page.tags if attrs.get("class") == "n"}
    assert links["p5"] == "#e5-1"
    assert links["e5-1"] == links["e5-2"] == "#p5"
    assert links["p4"] == "#q4"


def test_scrolling_panes_can_be_reached_by_keyboard_and_have_a_name():
    panes = [attrs for _, attrs in Page(render(make_report(), "html")).tags if attrs.get("class") == "pane"]
    assert len(panes) == 2
    assert all(pane["tabindex"] == "0" and pane["role"] == "region" and pane["aria-labelledby"] for pane in panes)


def test_the_status_is_said_in_words():
    text = Page(render(make_report(), "html")).text
    for word in ("met", "partly", "missing"):
        assert word in text


def test_a_missing_must_have_stands_in_the_verdict():
    page = render(make_report(must_have_gaps=("r4",)), "html")
    verdict = page[page.index('<section class="verdict') : page.index("</section>")]
    assert "Must-have not found" in verdict
    assert 'href="#q4"' in verdict


def test_too_little_read_gives_words_and_no_number():
    page = Page(render(make_empty_report(posting=make_document(), resume=make_document()), "html"))
    assert "Too little was read" in page.text
    assert "%" not in page.text
    assert "bar" not in page.all("class")


def test_without_evidence_the_resume_is_not_shown():
    report = make_report()
    page = render(report, "html", evidence=False)
    assert 'aria-labelledby="h-res"' not in page
    assert not any(html.escape(evidence.text) in page for match in report.matches for evidence in match.evidence)
    links = Page(page)
    assert {target.removeprefix("#") for target in links.all("href")} <= set(links.all("id"))


def test_a_report_on_two_pages_and_thirty_requirements_is_small():
    resume = make_resume_document(
        "\n".join(f"Line {number} of a resume that tells about work, tools and results." for number in range(100))
    )
    posting = make_document(
        "\n".join(f"- Requirement {number}: coordinate projects with vendors" for number in range(30))
    )
    matches = tuple(
        make_match(
            "met",
            make_requirement(posting.text.split("\n")[number], posting, id=f"r{number + 1}"),
            evidence=(make_evidence(resume.text.split("\n")[3 * number], resume),),
        )
        for number in range(30)
    )
    page = render(make_report(posting=posting, resume=resume, matches=matches, glance=None, suggestions=()), "html")
    assert len(page.encode()) <= 60_000


def test_the_first_look_is_drawn_with_a_name_and_without_links():
    page = Page(render(make_report(), "html"))
    (drawing,) = [attrs for tag, attrs in page.tags if tag == "svg"]
    assert drawing["role"] == "img"
    assert "10 seconds" in (drawing["aria-label"] or "")
    assert {attrs["class"] for tag, attrs in page.tags if tag == "path"} == {"rest", "read"}


def test_letter_and_longer_resume_are_shown():
    text = " ".join(Page(render(make_report(letter=make_letter(), master=make_master()), "html")).text.split())
    assert "letter.txt, beside the resume; it never counts for it." in text
    assert "I ran our catalogue with two outside vendors" in text
    assert 'r8: webinars: "Hosted 3 webinars for Renée\'s partners"' in text


def test_embedded_it_is_one_frame_without_rights():
    frame = Page(render(make_report(), "html", embed=True))
    assert [tag for tag, _ in frame.tags] == ["iframe"]
    attrs = frame.tags[0][1]
    assert attrs["sandbox"] == ""
    assert (attrs["srcdoc"] or "").startswith("<!doctype html>")


# --- marked text -----------------------------------------------------------------------------------------------


def make_mark(start: int, end: int, status: str = "met", name: str = "p1") -> Mark:
    return Mark(start, end, status, Badge(name, "r1", "q1", ""))  # type: ignore[arg-type]


def test_overlapping_marks_keep_the_text_whole():
    rng = random.Random(7)
    text = "".join(rng.choice("abc de") for _ in range(200))
    for _ in range(50):
        spans = [sorted(rng.sample(range(201), 2)) for _ in range(rng.randrange(12))]
        marks = [make_mark(start, end, name=f"p{number}") for number, (start, end) in enumerate(spans)]
        found = pieces(text, marks)
        assert "".join(piece.text for piece in found) == text
        shown = [badge.anchor for piece in found for badge in piece.badges]
        assert sorted(shown) == sorted(mark.badge.anchor for mark in marks)


def test_marks_outside_of_the_text_are_left_out():
    assert [piece.text for piece in pieces("abc", [make_mark(2, 9), make_mark(1, 1)])] == ["abc"]


def test_long_runs_of_blank_lines_are_shown_as_one():
    assert pieces("a\n\n \n\n\nb", [])[0].text == "a\n\nb"


@pytest.mark.parametrize("scheme", ["prefers-color-scheme:dark", "@media print", "max-width:46rem"])
def test_the_page_knows_dark_print_and_narrow_screens(scheme):
    style = re.search(r"<style>(.*?)</style>", render(make_report(), "html"), re.DOTALL)
    assert style is not None
    assert scheme in style[1]
