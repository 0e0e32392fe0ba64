"""Text that may reach a screen: no escape sequence, no hidden direction change, no half character.

Files and file names come from strangers. An ESC in a posting could repaint a terminal, a bidi override could make
"missing" read as something else; both are shown as a visible sign instead of being obeyed.
"""

from __future__ import annotations

import re
import unicodedata

_SIGN = "\N{REPLACEMENT CHARACTER}"
_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "\N{SYMBOL FOR DELETE}"}
_SEPARATORS = {0x2028: " ", 0x2029: " ", 0x0085: " "}
_CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f"  # ESC, NUL, and the 8-bit twins of "ESC ["
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction marks and overrides
    r"\u00ad\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb"  # invisible: would split a word unseen
    r"\u2028\u2029\ud800-\udfff\U000e0000-\U000e007f]"  # line separators, half characters, invisible tags
)
_ASCII = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "…": "...", "•": "*",
     "·": "*", "●": "*", "▪": "*", "×": "x", "→": "->", "≥": ">=", "≤": "<=", "\xa0": " ", "ß": "ss", "Ø": "O",
     "ø": "o", "ł": "l", "Ł": "L", "æ": "ae", "Æ": "AE", "œ": "oe", "€": "EUR", "™": "(TM)", "®": "(R)", "©": "(C)"}
)  # fmt: skip


def visible(text: str) -> str:
    r"""*text* with every control, direction and invisible character replaced by a sign; newline and tab stay.

    >>> visible("a\x1b[31mb\u202ec")
    'a␛[31mb�c'
    """
    return _CONTROL.sub(_replacement, text)


def one_line(text: str) -> str:
    r"""*text* made visible, every run of white space collapsed to one space.

    >>> one_line("Manage relations\n   with departments")
    'Manage relations with departments'
    """
    return " ".join(visible(text).split())


def ascii_only(text: str) -> str:
    """*text* in ASCII: typographic signs by their plain twins, accents dropped, anything else "?".

    >>> ascii_only("Café “Zoë” – 5 €")
    'Cafe "Zoe" - 5 EUR'
    """
    if text.isascii():
        return text
    plain = unicodedata.normalize("NFKD", text.translate(_ASCII))
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return plain.encode("ascii", "replace").decode("ascii")


def shorten(text: str, limit: int) -> str:
    """*text* cut at a word to at most *limit* characters, with an ellipsis when something was left out."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut[limit // 2 :] else cut}…"


def _replacement(match: re.Match[str]) -> str:
    code = ord(match[0])
    return _PICTURES.get(code) or _SEPARATORS.get(code) or _SIGN
