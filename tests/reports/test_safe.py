from __future__ import annotations

import unicodedata

import pytest

from gapcheck.reports.safe import ascii_only, one_line, shorten, visible

HOSTILE = [
    ("colour", "\x1b[31mred\x1b[0m"),
    ("window title", "\x1b]0;owned\x07"),
    ("8-bit CSI", "\x9b31mred"),
    ("carriage return", "missing\rmet    "),
    ("backspace", "missing\x08\x08\x08"),
    ("nul", "a\x00b"),
    ("delete", "a\x7fb"),
    ("bidi override", "\u202egnissim"),
    ("bidi isolate", "\u2066met\u2069"),
    ("zero width", "Py\u200bthon"),
    ("byte order mark", "\ufeffPython"),
    ("soft hyphen", "Py\u00adthon"),
    ("line separator", "a\u2028b"),
    ("half a surrogate pair", "a\ud800b"),
    ("invisible tag", "a\U000e0041b"),
]


@pytest.mark.parametrize("text", [text for _, text in HOSTILE], ids=[name for name, _ in HOSTILE])
@pytest.mark.parametrize("clean", [visible, one_line])
def test_nothing_that_a_terminal_obeys_stays(clean, text):
    assert not {unicodedata.category(char) for char in clean(text)} & {"Cc", "Cf", "Cs", "Zl", "Zp"}


def test_what_was_replaced_stays_visible():
    assert visible("a\x1b[1mb\u202e") == "a␛[1mb�"


@pytest.mark.parametrize("text", ["Zoë Müller", "日本語", "C++, C#, .NET", "naïve – “quoted” …", "👩‍🚀", "नमस्ते"])
def test_ordinary_text_is_left_alone(text):
    assert visible(text) == text


def test_newlines_and_tabs_stay_in_visible_text():
    assert visible("a\n\tb") == "a\n\tb"


def test_one_line_collapses_white_space():
    assert one_line("  Manage relations\n   with\tdepartments ") == "Manage relations with departments"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("plain", "plain"),
        ("Zoë’s résumé – “good” …", 'Zoe\'s resume - "good" ...'),
        ("日本", "??"),
        ("␛", "?"),
    ],
)
def test_ascii_only_keeps_what_can_be_kept(text, plain):
    assert ascii_only(text) == plain


@pytest.mark.parametrize("limit", range(2, 30))
def test_shorten_never_exceeds_its_limit(limit):
    assert len(shorten("Coordinate projects with vendors", limit)) <= limit


def test_shorten_cuts_at_a_word():
    assert shorten("Coordinate projects with vendors", 24) == "Coordinate projects…"
