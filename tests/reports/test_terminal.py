from __future__ import annotations

import re
from dataclasses import replace

import pytest

from gapcheck.errors import ConfigError
from gapcheck.reports import render
from tests.factories import (
    make_coverage,
    make_document,
    make_empty_report,
    make_evidence,
    make_finding,
    make_letter,
    make_match,
    make_missing,
    make_notice,
    make_report,
    make_requirement,
    make_suggestion,
    make_talking_point,
)


def columns(text: str) -> int:
    return max(len(line) for line in text.splitlines())


@pytest.mark.parametrize("width", [40, 60, 75, 76, 80, 100, 132])
@pytest.mark.parametrize("options", [{}, {"ascii": True}, {"why": "r5"}, {"full": True}], ids=str)
def test_no_line_is_wider_than_asked(width, options):
    assert columns(render(make_report(), width=width, **options)) <= width


def test_the_verdict_is_in_the_first_four_lines():
    head = render(make_report()).splitlines()[:4]
    assert any(line.startswith("79%") and "worth applying" in line for line in head)
    assert head[-1] == "7 met, 2 partly, 1 missing of 10"


def test_a_missing_must_have_stands_beside_the_verdict():
    report = make_report(must_have_gaps=("r4",))
    head = render(report).splitlines()[:4]
    assert "! Must-have not found: Coordinate projects with outside vendors (r4)" in head


def test_the_bar_marks_both_thresholds():
    line = next(line for line in render(make_report(), ascii=True).splitlines() if line.startswith("79%"))
    assert "###############|.|...." in line


@pytest.mark.parametrize(("score", "filled"), [(0.0, 0), (0.7999, 15), (0.8, 16), (1.0, 20)])
def test_the_bar_never_fills_a_cell_that_is_not_reached(score, filled):
    report = make_report(coverage=make_coverage(score=score, exact=None))
    assert render(report, ascii=True, width=100).split("\n")[2].count("#") == filled


def test_too_little_read_gives_words_and_no_number():
    text = render(make_empty_report())
    assert "Too little was read" in text
    assert "%" not in text


def test_requirements_come_in_posting_order():
    text = render(make_report(), width=100)
    assert re.findall(r"^(r\d+) ", text, re.MULTILINE) == [f"r{number}" for number in range(1, 11)]


def test_line_breaks_inside_a_requirement_are_collapsed():
    report = make_report()
    assert "\n" in report.matches[1].requirement.text
    assert "Write copy for direct mail and electronic distribution, including web content" in render(report, width=200)


def test_under_76_columns_there_are_blocks_instead_of_a_table():
    assert "\n#" in render(make_report(), width=76)
    assert "\n#" not in render(make_report(), width=75)


def test_ascii_has_no_other_character():
    report = make_report(resume=make_document("Zoë — “copy”", source="résumé.pdf"), matches=(), title="Café")
    assert render(report, ascii=True).isascii()


def test_without_colour_there_is_no_escape_sequence():
    assert "\x1b" not in render(make_report())


def test_colour_changes_nothing_but_the_colour():
    coloured = render(make_report(), color=True)
    assert "\x1b[" in coloured
    plain = re.sub(r"\x1b\[[\d;]*m", "", coloured)
    assert [line.rstrip() for line in plain.splitlines()] == render(make_report()).splitlines()


def test_the_environment_changes_nothing(monkeypatch):
    expected = render(make_report())
    for name, value in {"COLUMNS": "33", "FORCE_COLOR": "1", "TERM": "dumb", "JUPYTER_COLUMNS": "20"}.items():
        monkeypatch.setenv(name, value)
    assert render(make_report()) == expected


def test_conditions_that_are_not_stated_stand_apart():
    condition = make_match("unstated", make_requirement("Lift 50 pounds", id="r11", kind="condition"))
    report = make_report()
    text = render(replace(report, matches=(*report.matches, condition)))
    assert "Not stated" in text
    assert "  r11  Lift 50 pounds" in text.splitlines()


def test_what_needs_a_person_is_listed_with_its_reason():
    review = make_match("missing", make_requirement("Young team player", id="r11", review="may be discriminatory"))
    text = render(make_report(matches=(make_match(), review)))
    assert "  r11  Young team player: may be discriminatory" in text.splitlines()


def test_rich_markup_in_a_posting_is_text():
    req = make_requirement("Use [bold red]tags[/bold red] :smile:")
    assert "Use [bold red]tags[/bold red] :smile:" in render(make_report(matches=(make_match("met", req),)), width=150)


def test_no_hostile_character_reaches_the_terminal():
    evil = "\x1b[2J\x9b\u202e\x07\u200b"
    req = make_requirement(f"Write{evil} copy", section=evil)
    evidence = make_evidence(f"Wrote{evil} copy", section=evil, note=evil)
    match = make_match("partial", req, evidence=(evidence,), note=f"half{evil}")
    report = make_report(title=evil, matches=(match,), posting=make_document(source=f"p{evil}.txt"))
    for options in ({}, {"full": True}, {"width": 60}, {"why": "r1"}, {"brief": True}):
        text = render(report, **options)
        assert all(char.isprintable() or char == "\n" for char in text)


def test_brief_is_one_line():
    assert (
        render(make_report(), brief=True) == "79% worth applying | missing: outside vendors, webinars | thin: media\n"
    )


def test_brief_names_a_missing_must_have():
    report = make_report(must_have_gaps=("r10",))
    assert "must-have not found: Master's degree in Marketing" in render(report, brief=True)


def test_without_evidence_nothing_is_quoted():
    report = make_report()
    text = render(report, evidence=False) + render(report, evidence=False, why="r5")
    assert "Kept brand" not in text
    assert "Spoke with" not in text


@pytest.mark.parametrize("name", ["r5", "5"])
def test_why_explains_one_requirement(name):
    text = render(make_report(), why=name)
    for part in (
        "Speaking with media, partners and customers",
        "duty, required",
        "1, credit 0.5",
        "5.3 of 10.5 possible points",
        "◐ partly     media",
        '"Press contact for a local paper, limited"',
        'p2 Earlier: by alias, score 0.60, says "limited"',
    ):
        assert part in text


def test_why_says_what_is_not_scored():
    report = make_report(matches=(make_match("unstated", make_requirement(kind="condition")),))
    assert "a condition that the resume says nothing about" in render(report, why="r1")


def test_why_of_an_unknown_requirement_names_the_known_ones():
    with pytest.raises(ConfigError, match=r"no requirement 'r99'\. They go from r1 to r10"):
        render(make_report(), why="r99")


def test_long_words_are_folded():
    match = make_match("met", make_requirement("x" * 300), evidence=(make_evidence("y" * 300),))
    assert columns(render(make_report(matches=(match,)), width=80)) <= 80


# --- short and full --------------------------------------------------------------------------------------------

LINE = (
    "Kept the books of nine shops, ran the trade shows of the group from booking the booth to the last lead, "
    "trained two clerks and answered for the yearly audit of all their accounts"
)


def rows_of(text: str, name: str) -> list[str]:
    """The lines of one requirement in the table."""
    lines = text.splitlines()
    first = next(number for number, line in enumerate(lines) if line.startswith(f"{name} "))
    rest = (number for number in range(first + 1, len(lines)) if re.match(r"r\d|$", lines[number]))
    return lines[first : next(rest)]


def quoting(text: str, **fields: object) -> object:
    return make_report(matches=(make_match("met", evidence=(make_evidence(text, **fields),) * 2),))


@pytest.mark.parametrize("width", [60, 80, 100])
def test_the_worked_example_is_read_to_its_end(width):
    assert len(render(make_report(), width=width, next_steps=True).splitlines()) <= (65 if width == 60 else 52)


@pytest.mark.parametrize("width", [60, 76, 80, 100])
def test_a_requirement_is_shown_by_one_quotation_of_three_lines_cut_around_what_counts(width):
    text = render(quoting(LINE), width=width)
    rows = rows_of(text, "r1")
    assert len(rows) <= 4
    assert text.count("p1 Experience") == 1
    assert "trade shows" in " ".join(" ".join(row.split()) for row in rows)


@pytest.mark.parametrize("full", [False, True])
def test_the_ellipsis_stands_outside_of_the_marks(full):
    quotations = re.findall(r'"([^"]+)"', render(quoting(LINE * 4), width=250, full=full))
    assert quotations
    assert [quotation for quotation in quotations if "…" in quotation] == []


def test_the_dates_of_a_job_stay_beside_its_cut_head():
    text = render(quoting(f"{LINE}\nMay 2021 - present", method="quantity"), width=100)
    assert '"… / "May 2021 - present"' in " ".join(text.split())


def test_of_several_lines_the_one_that_counts_is_quoted():
    text = " ".join(render(quoting(f"Checked in forty dogs a day\n{LINE}", method="duty"), width=80).split())
    assert "forty dogs" not in text.partition("Missing keywords")[0]
    assert "trade shows" in text


@pytest.mark.parametrize("options", [{"full": True}, {"why": "r5"}], ids=str)
def test_the_second_quotation_is_shown_on_demand(options):
    assert "Press contact for a local paper, limited" in " ".join(render(make_report(), width=200, **options).split())
    assert "Press contact" not in render(make_report(), width=200).partition("Biggest gains")[0]


@pytest.mark.parametrize("options", [{}, {"full": True}, {"width": 60}, {"brief": True}], ids=str)
def test_a_requirement_is_never_cut(options):
    wish = " ".join(f"wish{number}" for number in range(90))
    req = make_requirement(wish, kind="credential")
    report = make_report(matches=(make_match("missing", req),), must_have_gaps=("r1",))
    assert all(f"wish{number}" in render(report, **options) for number in range(90))


def test_a_long_posting_counts_the_keywords_that_it_leaves_out():
    keywords = tuple(make_missing(f"thing {number}", "r4") for number in range(20))
    report = make_report(missing_keywords=keywords)
    assert "and 8 more" in render(report)
    assert "thing 19" not in render(report)
    assert "thing 19" in render(report, full=True)


def test_only_the_three_largest_gains_are_told():
    changes = tuple(make_suggestion(short=f"change {n}", gain=(9 - n) / 100) for n in range(5))
    text = render(make_report(suggestions=changes))
    assert [f"change {n}" in text for n in range(5)] == [True, True, True, False, False]


def test_a_word_is_told_beside_ones_own():
    assert 'r1   you wrote "SharePoint", they search “data storage software”' in render(make_report())
    assert "r1   they search “data storage software”" in render(make_report(), evidence=False)


def test_interview_says_which_lines_want_more():
    points = (make_talking_point(), replace(make_talking_point(), requirement="r2", tip="Add a number: how many."))
    assert "Interview   ready to say: r7; give r2 a number or the job" in render(make_report(talking_points=points))


def test_what_neither_resume_nor_letter_shows_is_one_line():
    letter = make_letter(neither=tuple(f"r{number}" for number in range(1, 10)))
    assert "  neither   r1, r2, r3, r4, r5, r6 and 3 more" in render(make_report(letter=letter)).splitlines()


# --- how far the score can be trusted --------------------------------------------------------------------------

FOREIGN = make_notice("not_english", message="The text does not look English; only English is understood.")


def doubtful(**fields: object) -> object:
    posting = make_report().posting
    return make_report(posting=replace(posting, notices=(FOREIGN,)), notices=(FOREIGN,), **fields)


@pytest.mark.parametrize("options", [{}, {"full": True}, {"ascii": True}, {"width": 60}], ids=str)
def test_what_makes_the_score_doubtful_stands_right_under_the_verdict(options):
    lines = render(doubtful(), **options).splitlines()
    verdict = next(number for number, line in enumerate(lines) if line.startswith("79%"))
    narrow = "width" in options
    assert lines[verdict + 1 + narrow].startswith("! Posting: The text does not look English")


def test_it_is_not_said_again_at_the_end():
    assert render(doubtful(file_health=())).count("does not look English") == 1


def test_a_finding_of_many_pages_is_told_once():
    pages = tuple(make_finding("damaged_page", severity="high", message="It is damaged.", page=n) for n in (2, 3, 4))
    text = render(make_report(file_health=pages))
    assert "! Resume: It is damaged. (page 2) 2 more pages like it." in text.splitlines()


def test_what_is_of_low_severity_does_not_alarm():
    report = make_report(file_health=(make_finding("unmapped_glyphs", severity="low"),))
    assert "!" not in render(report)


def test_brief_says_what_makes_it_doubtful():
    assert render(doubtful(), brief=True).startswith("79% worth applying | careful: posting not in English | missing")
