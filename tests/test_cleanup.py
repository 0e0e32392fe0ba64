from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapcheck.cleanup import MAX_LINE, clean_lines, soft_breaks, unescaped
from gapcheck.types import Document, RawLine


def text_of(line: str) -> str:
    return clean_lines([line])[0].text


def body_of(line: str) -> str | None:
    """What follows the bullet, or None when there is none."""
    clean = clean_lines([line])[0]
    return clean.text[clean.start : clean.end] if clean.bullet else None


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("e\ufb03cient work\ufb02ows, \ufb01nance", "efficient workflows, finance"),
        ("Ｅｘｃｅｌ", "Excel"),
        ("𝗕𝗼𝗹𝗱 𝘪𝘵𝘢𝘭𝘪𝘤", "Bold italic"),
        ("cafe\u0301", "café"),
        ("25 m² lab, ½ day, Excel™ … 1st", "25 m² lab, ½ day, Excel™ … 1st"),
        ("the company´s goals", "the company's goals"),
        ("an\u00a0odd\u2003space\u202fis\u3000one", "an odd space is one"),
        ("Py\u200bthon\ufeff de\u00advelop", "Python develop"),
        ("full\u2010time, C\u2011level", "full-time, C-level"),
        ("evil\u202egnp.exe\u2066", "evilgnp.exe"),
        ("\x1b[31mred\x00\x07", "[31mred"),
        ("don\x92t \x93quote\x94 \x96 dash", "don’t “quote” – dash"),
        ("\uf0b7 Led a team", "• Led a team"),
        ("Call \uf095 555 0100", "Call 555 0100"),
        ("Zürich, naïve, Łódź, 東京", "Zürich, naïve, Łódź, 東京"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d💻 engineer", "👩\u200d💻 engineer"),
        ("bad \ud800 surrogate", "bad \ufffd surrogate"),
    ],
)
def test_characters_are_what_people_mean(raw: str, clean: str) -> None:
    assert text_of(raw) == clean


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("E X P E R I E N C E", "EXPERIENCE"),
        ("W O R K   E X P E R I E N C E", "WORK EXPERIENCE"),
        ("W O R K E X P E R I E N C E", "WORK EXPERIENCE"),
        ("D A T A\tA N A L Y S T", "DATA ANALYST"),
        ("S K I L L S  &  T O O L S :", "SKILLS & TOOLS :"),
        ("P R O J E C T S (clickable)", "PROJECTS (clickable)"),
        ("a b c", "a b c"),
        ("Plan A or B", "Plan A or B"),
        ("1 2 3 4 5 6", "1 2 3 4 5 6"),
    ],
)
def test_letter_spaced_headings_are_rejoined(raw: str, clean: str) -> None:
    assert text_of(raw) == clean


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("2019 - 2022\tMarketing Assistant", "2019 - 2022\tMarketing Assistant"),
        ("2019 - 2022 \t\t Marketing", "2019 - 2022\tMarketing"),
        ("Nurse        2019 - 2022", "Nurse\t2019 - 2022"),
        ("One.  Two.   Three", "One. Two. Three"),
        ("trailing \t ", "trailing"),
        ("\tindented", "    indented"),
        ("Skills ......... Python", "Skills ... Python"),
        ("__________", "___"),
        ("C++ and C#", "C++ and C#"),
    ],
)
def test_gaps_and_junk(raw: str, clean: str) -> None:
    assert text_of(raw) == clean


def test_unbroken_runs_are_cut() -> None:
    assert [len(word) for word in text_of("x" * 200).split()] == [80, 80, 40]


@pytest.mark.parametrize(
    ("lines", "clean"),
    [
        (["we build micro-", "services and more"], ["we build microservices", "and more"]),
        (["experi-", "ence"], ["experience", ""]),
        (["a self-", "motivated person"], ["a self-motivated", "person"]),
        (["good at client-", "facing work"], ["good at client-facing", "work"]),
        (["SQL-", "based reports"], ["SQL-based", "reports"]),
        (["state-of-the-", "art labs"], ["state-of-the-art", "labs"]),
        (["pre-", "and post-operative"], ["pre-", "and post-operative"]),
        (["2019 -", "present"], ["2019 -", "present"]),
        (["Jean-", "Pierre"], ["Jean-", "Pierre"]),
        (["team-", "• next"], ["team-", "• next"]),
        (["code with e-commerce; e-", "commerce shops"], ["code with e-commerce; e-commerce", "shops"]),
        (["we coordinate; well co-", "ordinate"], ["we coordinate; well coordinate", ""]),
    ],
)
def test_words_broken_at_a_line_end_are_made_whole(lines: list[str], clean: list[str]) -> None:
    assert [line.text for line in clean_lines(lines)] == clean


@pytest.mark.parametrize(
    "line",
    [
        "• Led", "●Led", "▪ Led", "◦ Led", "‣ Led", "– Led", "— Led", "- Led", "* Led", "· Led", "o Led", "□ Led",
        "➢ Led", "✓ Led", "\x95 Led", "\uf0a7 Led", "1. Led", "12. Led", "2) Led", "(3) Led", "a) Led", "(b) Led",
        "(iv) Led", "iv. Led", "a. Led", "ii) Led", "✅ Led", "▪\ufe0f Led", "• – Led", "-Led", "  - Led", "Ø Led",
        "① Led", "+ Led", "» Led", "1.2. Led",
    ],
)  # fmt: skip
def test_a_bullet_is_found_and_left_out(line: str) -> None:
    assert body_of(line) == "Led"


@pytest.mark.parametrize(
    "line",
    [
        "a. m. shifts", "A. Smith", "2019. Started", "3.5 years", "-5% loss", "– 2022", "- present", "o clock", "* * *",
        "---", "p. 5", "12. March 2020", "+1 555 0100", "I am", "e-mail", "(555) 010-0100", "Led", "401(k) plan",
        "1,000 units", "5 years", "C. difficile", "**bold** text",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_bullet_is_text(line: str) -> None:
    assert body_of(line) is None


def test_letters_are_bullets_in_a_run() -> None:
    lines = clean_lines(["o wrote code", "o ran tests", "A. Duties", "of the post", "B. Hours", "A. Smith"])
    assert [line.bullet for line in lines] == [True, True, True, False, True, False]


def test_codes_number_a_list_when_one_letter_counts_three_lines() -> None:
    lines = clean_lines(["E1 Able to drive", "E2 Fluent in Excel", "E3 Tactful", "Desirable", "D1 Touch typing"])
    assert [line.bullet for line in lines] == [True, True, True, False, True]
    assert not any(line.bullet for line in clean_lines(["C1 licence", "Two more lines", "KS3 science", "KS4 science"]))


def test_a_bullet_on_a_line_of_its_own_belongs_to_the_next() -> None:
    lines = clean_lines(["•", "Managed vendors", "and partners", "-", "", "Ran payroll"])
    assert [line.bullet for line in lines] == [False, True, False, False, False, True]
    assert lines[0].start == lines[0].end


def test_indentation_is_counted_and_left_out() -> None:
    line = clean_lines(["    - text"])[0]
    assert (line.indent, line.text[line.start : line.end]) == (4, "text")


def test_long_lines_are_cut_at_spaces() -> None:
    text = "word " * 5_000
    pieces = list(soft_breaks(text))
    assert "".join(pieces) == text
    assert max(map(len, pieces)) <= MAX_LINE
    assert len(Document.build([RawLine(text)]).lines) == len(pieces)


FRAGMENTS = st.sampled_from(
    (
        *("•", " ", "- ", "o ", "a", "A", "b-", "-", "\n", "1. ", "\t", "    ", "ﬁ", "\u0301", "\u0323", "\u200d"),
        *("\u200c", "²", "micro-", "services", "A. ", "B. ", "& ", "\uf0b7", "´", "\ud800", "…", ":", "\ufe0f", "("),
        *("x" * 79, "ب"),
    )
)
TEXTS = st.lists(st.one_of(st.text(max_size=40), st.lists(FRAGMENTS, max_size=20).map("".join)), max_size=5)


@settings(max_examples=500, deadline=None)
@given(TEXTS)
def test_cleaning_what_is_clean_changes_nothing(texts: list[str]) -> None:
    once = clean_lines(texts)
    assert len(once) == len(texts)
    assert clean_lines([line.text for line in once]) == once


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_offsets_hold_and_no_control_character_is_left(texts: list[str]) -> None:
    for line in clean_lines(texts):
        body = line.text[line.start : line.end]
        assert body == body.strip()
        assert not any(ord(letter) < 32 and letter != "\t" for letter in line.text)


JUNK = [
    "(",
    "'",
    "a:",
    " ",
    "\t",
    "\u0301",
    "Z\u0301\u0323",
    "²a",
    "•",
    "- ",
    "A ",
    "\u200d",
    "ﬃ",
    "1. ",
    "-",
    "x",
    "o x\n",
]


def _seconds(alphabet: str, size: int) -> float:
    lines = (alphabet * (size // len(alphabet))).split("\n")
    best = 9.0
    for _ in range(3):
        start = time.process_time()
        clean_lines(lines)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("alphabet", JUNK)
def test_time_is_linear_in_junk(alphabet: str) -> None:
    small, large = _seconds(alphabet, 100_000), _seconds(alphabet, 400_000)
    assert large < 4 * 2.5 * small + 0.05


@pytest.mark.parametrize("alphabet", JUNK)
def test_junk_costs_little_more_than_short_lines_of_words(alphabet: str) -> None:
    # As a ratio: how many seconds a megabyte takes is the machine's affair.
    assert _seconds(alphabet, 400_000) < 3 * _seconds("Led\n", 400_000)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("P&amp;L, R&amp;amp;D", "P&L, R&D"),
        ("the driver&rsquo;s&nbsp;van &ndash; 5&#39;6&quot;", "the driver’s\xa0van – 5'6\""),
        ("AT&T; M&S, Q&A", "AT&T; M&S, Q&A"),
    ],
)
def test_signs_that_a_page_writes_as_names(text: str, meant: str) -> None:
    assert unescaped(text) == meant
    assert unescaped(meant) == meant
