from __future__ import annotations

import pytest

from gapcheck.errors import DecodeError, UnsupportedFormat
from gapcheck.parsers import parse
from gapcheck.parsers.text import decode, looks_like_markdown

SAMPLE = "Résumé of Zoë Müller\nSkills: naïve Bayes – “statistics” in the café\n" * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_needs_no_guess(encoding: str) -> None:
    document = parse(SAMPLE.encode(encoding))
    assert "Zoë Müller" in document.text
    assert document.notices == ()


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16-le", "utf-16-be"])
def test_other_encodings_are_guessed_and_told(encoding: str) -> None:
    document = parse(SAMPLE.encode(encoding))
    assert "Zoë Müller" in document.text
    assert [notice.code for notice in document.notices] == ["decoded_as"]


def test_japanese_is_guessed() -> None:
    text = "職務経歴書 東京都 会計士として五年間働きました。日本語と英語を話します。\n" * 8
    document = parse(text.encode("shift_jis"))
    assert "職務経歴書" in document.text
    assert "decoded_as" in [notice.code for notice in document.notices]


def test_utf8_cut_in_a_letter_is_still_utf8() -> None:
    data = SAMPLE.encode()
    document = parse(data + "é".encode()[:1])
    assert "Zoë Müller" in document.text


def test_many_nul_bytes_are_no_text() -> None:
    with pytest.raises(UnsupportedFormat, match="not text"):
        parse(b"ab\0" * 100)


def test_a_single_nul_is_left_out() -> None:
    assert parse(b"Python" + b"\0" + b" and SQL" * 40).text.startswith("Python and SQL")


def test_noise_is_refused() -> None:
    with pytest.raises((DecodeError, UnsupportedFormat)):
        decode(bytes(range(128, 256)) * 40 + b"\x81\x8d\x8f\x90\x9d" * 100 + b"\x01\x02\x03" * 100, source="x")


def test_line_ends_of_all_systems() -> None:
    assert parse(b"a b\r\nc d\re f\n").text == "a b\nc d\ne f"


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("# Jane Doe\n\nx", True),
        ("**Skills:** Python\n**Tools:** Jira", True),
        ("See [my site](https://example.com)", True),
        ("| a | b |\n|---|---|\n| 1 | 2 |", True),
        ("Skills\n- Python\n* SQL", False),
        ("Rated 5* and 4* hotels", False),
        ("C# developer\n#1 in sales", False),
    ],
)
def test_markdown_is_told_by_its_marks(text: str, markdown: bool) -> None:
    assert looks_like_markdown(text) is markdown
