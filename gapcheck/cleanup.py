"""Text as people mean it: ligatures, hyphens, control characters, bullets. Standard library only.

`clean_lines` gives back as many lines as it was given. What it changes, in order:

1. characters: NFKC but for what reads better as it is (½, ², ™, …), controls and invisible characters out,
   odd spaces and hyphens to plain ones, Wingdings bullets to "•"
2. letter-spaced lines: "E X P E R I E N C E" is one word
3. junk and gaps: one symbol more than three times in a row is three; unbroken runs are cut every 80 characters; spaces
   in a row are one; a tab or a gap of four spaces and more is one tab, so that columns stay apart
4. words broken by a hyphen at the end of a line are made whole on that line
5. bullets: what a line begins with that is not its text

Cleaning what is clean changes nothing, and the time is linear in the length.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

MAX_LINE = 10_000
"""Characters after which `soft_breaks` cuts a line."""
_MANY_LINES = 20_000
_SHORT_LINE = 10
"""Characters of a line, on average, below which a text of so many lines is joined."""
_JOINED = 40
_MAX_TOKEN = 80
_MAX_INDENT = 40
_MAX_MARKS = 8


@dataclass(frozen=True, slots=True)
class CleanLine:
    """A line after clean-up; `start` and `end` leave out indentation, bullet glyph and trailing space."""

    text: str
    start: int
    end: int
    bullet: bool
    indent: int


_EMPTY = CleanLine("", 0, 0, False, 0)


def clean_lines(texts: Sequence[str]) -> list[CleanLine]:
    """Each of *texts* cleaned up, in order; offsets are characters of the cleaned line.

    >>> [line.text for line in clean_lines(["S K I L L S", "•\\u00a0e\\ufb03cient micro-", "services"])]
    ['SKILLS', '• efficient microservices', '']
    """
    if not texts:
        return []
    joined = "\n".join(texts)
    if joined.count("\n") >= len(texts):
        joined = "\n".join(["".join(map(_one_space, text.split("\n"))) if "\n" in text else text for text in texts])
    text = _SPACED_LETTERS.sub(_rejoin_letters, _characters(joined))
    lines = [line.rstrip() for line in _GAP.sub(_one_gap, _junk(text)).split("\n")]
    _join_hyphens(lines)
    starts = _bullet_starts(lines)
    return [
        CleanLine(text, start, len(text), bullet, _indent(text) if text[0] == " " else 0) if text else _EMPTY
        for text, (start, bullet) in zip(lines, starts, strict=True)
    ]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def soft_joins(lines: list[str]) -> list[str]:
    """*lines*, but those of a text without end whose lines are next to nothing as a few long ones; no word is lost.

    A line costs as much time as a hundred letters do, and a megabyte may be half a million of them. No resume or posting
    has 20,000 lines of a word each.
    """
    if len(lines) <= _MANY_LINES or sum(map(len, lines)) >= _SHORT_LINE * len(lines):
        return lines
    filled = [line for line in lines if line and not line.isspace()]
    return [" ".join(filled[i : i + _JOINED]) for i in range(0, len(filled), _JOINED)]


def soft_breaks(text: str) -> Iterator[str]:
    """*text* in pieces of at most `MAX_LINE` characters, cut at a space where there is one."""
    position = 0
    while len(text) - position > MAX_LINE:
        cut = text.rfind(" ", position + MAX_LINE // 2, position + MAX_LINE)
        cut = position + MAX_LINE if cut < 0 else cut
        yield text[position:cut]
        position = cut
    yield text[position:]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _one_space(part: str) -> str:
    return part + " "


# --- 0. what a page's source left in its text -------------------------------------------------------------------

_AMPERSANDS = re.compile(r"&(?:(?:amp|#0*38|#[xX]0*26);)+")
_ENTITY = re.compile(
    r"&(?:nbsp|quot|apos|lt|gt|[lr]squo|[lr]dquo|[nm]dash|bull|middot|hellip|rsaquo|#0*3[49]|#160|#82(?:1[1-26-9]|2[01]|26)|#8226);"
)


def unescaped(text: str) -> str:
    """*text* with the signs that HTML writes as names: "P&amp;amp;L, the driver&rsquo;s" -> "P&L, the driver’s".

    >>> unescaped("R&amp;D"), unescaped("A&B; C")
    ('R&D', 'A&B; C')
    """
    if "&" not in text:
        return text
    return _ENTITY.sub(lambda found: html.unescape(found[0]), _AMPERSANDS.sub("&", text))


# --- 1. characters -------------------------------------------------------------------------------------------

# Bullets of the Symbol and Wingdings fonts live in the private use area. Other private characters are icons
# (a telephone, an envelope) or glyphs without a meaning that can be known.
_PRIVATE_BULLETS = {
    **dict.fromkeys((0xF0B7, 0xF09F, 0xF09E, 0xF06C, 0xF0B0, 0xF02A, 0xF0D7), "•"),
    **dict.fromkeys((0xF0A7, 0xF06E, 0xF0A8, 0xF06F, 0xF071, 0xF072, 0xF0A3), "▪"),
    **dict.fromkeys((0xF0D8, 0xF0DE, 0xF0E8, 0xF0F0, 0xF0E8, 0xF0C4), "➢"),
    **dict.fromkeys((0xF0FC, 0xF0FE, 0xF050, 0xF052), "✓"),
    **dict.fromkeys((0xF076, 0xF075, 0xF0B2, 0xF0AB), "❖"),
    **dict.fromkeys((0xF02D, 0xF0BE), "-"),
}
_INVISIBLE = (
    *range(0x09), *range(0x0E, 0x1C), 0x1F, 0x7F, 0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5,
    *range(0x180B, 0x1810), 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0x3164,
    *range(0xFE00, 0xFE10), 0xFEFF, 0xFFA0, *range(0xFFF0, 0xFFFC), *range(0xE0000, 0xE0200),
)  # fmt: skip
_SPACES = (
    0x0B, 0x0C, 0x0D, 0x1C, 0x1D, 0x1E, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x2800,
    0x3000, 0xFFFC,
)  # fmt: skip


def _c1_as_windows() -> dict[int, str]:
    # U+0080 to U+009F in a text are Windows-1252 bytes that were read as Latin-1, as HTML 5 says: U+0095 is "•".
    return {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}


_TABLE: dict[int, str | None] = {
    **dict.fromkeys(_INVISIBLE, None),
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(range(0xE000, 0xF900), " "),
    **_PRIVATE_BULLETS,
    **_c1_as_windows(),
    **dict.fromkeys((0x2010, 0x2011, 0xFE63, 0xFF0D), "-"),
    **dict.fromkeys((0xB4, 0x1FFD), "'"),  # "the company´s": NFKC would make it a space and an accent
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}
_JOINERS = re.compile(  # needed in Persian or Hindi and between emoji, invisible noise between Latin letters
    "(?<![\u0590-\u10ff\u2600-\u27bf\U0001f300-\U0001faff])[\u200c\u200d]+"
    "|[\u200c\u200d]{2,}"
    "|[\u200c\u200d](?![\u0590-\u10ff\u2600-\u27bf\U0001f300-\U0001faff])"
)
_NFKC_RUN = re.compile(  # all but what NFKC makes worse: "m2", "TM", "11/2", an accent on a space, 18 letters from one
    "[^¨¯¸ª²³¹º¼½¾\u02b0-\u02b8\u02d8-\u02e4\u037a\u0384\u0385\u1fbd-\u1fc1\u1fcd-\u1fcf\u1fdd-\u1fdf\u1fed-\u1fee"
    "\u1ffe\u2017\u2026\u203e\u2070-\u209c\u2120-\u2122\u2150-\u215f\u2189\u2460-\u24ff\u3200-\u33ff"
    "\ufdfa\ufdfb\ufe49-\ufe4c\U0001f100-\U0001f1ff\U0001f200-\U0001f2ff]+"
)


def _characters(text: str) -> str:
    """*text* in the characters that it means; lines stay lines."""
    if text.isascii() and not _CONTROL.search(text):
        return text
    text = _cap_marks(_JOINERS.sub("", text.translate(_TABLE)))
    if not unicodedata.is_normalized("NFKC", text):
        text = _cap_marks(_NFKC_RUN.sub(lambda run: unicodedata.normalize("NFKC", run[0]), text))
    return text


_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def _cap_marks(text: str) -> str:
    # Normalizing sorts the accents on one letter, in quadratic time: "Z" with 100,000 of them would take minutes.
    marks = "".join(sorted(mark for mark in set(text) if unicodedata.combining(mark)))
    if not marks:
        return text
    return re.sub(f"([{marks}]{{{_MAX_MARKS}}})[{marks}]+", r"\1", text)


# --- 2. letter-spaced lines ----------------------------------------------------------------------------------

_SPACED_LETTERS = re.compile(
    r"^[ \t]*+(?P<letters>(?:[^\W\d_]|[&/])(?:[ \t]++(?:[^\W\d_]|[&/,.'’-])){3,}+)"
    r"(?P<rest>[ \t]{0,9}:?|[ \t]{1,9}\([^()\n]{1,60}\))[ \t]*$",
    re.MULTILINE,
)
_HEADING_WORDS = _words(
    "about academic achievements additional affiliations and awards background career certifications competencies "
    "contact core courses cover education employment experience expertise goals highlights history honors interests "
    "key languages leadership licenses me memberships objective of overview personal portfolio professional profile "
    "projects publications qualifications references relevant responsibilities skills software summary technical "
    "tools training volunteer work"
)


def _rejoin_letters(heading: re.Match[str]) -> str:
    """The words of a letter-spaced heading: "W O R K   H I S T O R Y" -> "WORK HISTORY"."""
    letters = heading["letters"].replace("\t", " " * 4)
    if sum(map(str.isalpha, letters)) < 4:
        return heading[0]
    narrow = min(map(len, re.findall(" +", letters)))
    words = [word.replace(" ", "") for word in re.split(f" {{{narrow + 1},}}", letters)]
    if len(words) == 1:
        words = _heading_words(words[0])
    return " ".join(words) + heading["rest"].rstrip()


def _heading_words(run: str) -> list[str]:
    """*run* cut into words that headings are made of, when all of it can be: "WORKEXPERIENCE"."""
    if len(run) > 60:
        return [run]
    ways: dict[int, list[str]] = {0: []}
    for end in range(1, len(run) + 1):
        for start in range(end):
            word = run[start:end]
            if start in ways and end not in ways and (word == "&" or word.lower() in _HEADING_WORDS):
                ways[end] = [*ways[start], word]
    return ways.get(len(run), [run])


# --- 3. junk and gaps ----------------------------------------------------------------------------------------

_REPEATED = re.compile(r"([^\w\s]|_)\1{3,}")
_LONG_TOKEN = re.compile(rf"\S{{{_MAX_TOKEN + 1},}}")
_GAP = re.compile(r"^[ \t]+|[ \t]{2,}|\t", re.MULTILINE)


def _junk(text: str) -> str:
    return _LONG_TOKEN.sub(_cut_token, _REPEATED.sub(r"\1\1\1", text))


def _cut_token(token: re.Match[str]) -> str:
    run = token[0]
    return " ".join(run[i : i + _MAX_TOKEN].strip("\u200c\u200d") for i in range(0, len(run), _MAX_TOKEN))


def _one_gap(gap: re.Match[str]) -> str:
    run = gap[0]
    if gap.start() == 0 or gap.string[gap.start() - 1] == "\n":
        return " " * min(_MAX_INDENT, len(run) + 3 * run.count("\t"))
    return "\t" if len(run) >= 4 or "\t" in run else " "


# --- 4. hyphens at line ends ---------------------------------------------------------------------------------

_BROKEN_WORD = re.compile(r"(?:^|(?<=[\s(/\"'“‘]))[^\W\d_][\w'’/-]*-$")
_TAIL = re.compile(r"[ ]*([^\W\d_]{2,}\S*)[ \t]*")
_KEEP_BEFORE = _words(
    "self co non long short well full part high low cross multi on off in out over under pre post ex e re anti all "
    "first second third fourth entry mid top end best hands follow front back customer client user data day year "
    "month week hour time team problem decision detail results goal deadline business family community evidence "
    "project cost value quality fast hard face case one two three four five six eight ten twelve twenty half real "
    "large small state world award value-added semi quasi vice sub inter intra large-scale open closed cutting life "
    "check start set sign log drop stand build built step side go know how bi tri peer point door line back-office "
    "job work home office site field web mobile cloud test object event risk policy program fund grant"
)
_KEEP_AFTER = _words(
    "facing based driven oriented focused related level time term party wide ready led side end stack site hand "
    "hands on up in out off by house person class year years month months week day days hour minute minded motivated "
    "starter starters paced quality scale specific solving making building effective efficient free friendly known "
    "managed funded funding certified registered trained rated keeping setting planning sharing writing selling "
    "of to the and"
)
_SUSPENDED = frozenset(("and", "or", "to", "nor", "und", "bis", "as"))


def _join_hyphens(lines: list[str]) -> None:
    """Move the rest of a word that a line end broke onto its first line, in place."""
    known: set[str] | None = None
    broken = [i for i, line in enumerate(lines[:-1]) if line and line[-1] == "-"]
    for i in reversed(broken):  # from below, for a word that two line ends broke
        if not lines[i + 1]:
            continue
        head, tail = _BROKEN_WORD.search(lines[i][-_MAX_TOKEN:]), _TAIL.match(lines[i + 1])
        if not head or not tail or not tail[1][0].islower():
            continue
        word = re.match(r"[^\W\d_]+", tail[1])
        if word is None or word[0] in _SUSPENDED or tail[1].endswith("-"):
            continue
        if len(head[0]) + len(tail[1]) > _MAX_TOKEN:
            continue
        if known is None:
            known = set(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", "\n".join(lines).lower()))
        stem = lines[i] if _keeps_hyphen(head[0][:-1], word[0], known) else lines[i][:-1]
        indent = len(lines[i + 1]) - len(lines[i + 1].lstrip())
        rest = lines[i + 1][tail.end() :]
        lines[i] = stem + tail[1]
        lines[i + 1] = " " * indent + rest if rest else ""


def _keeps_hyphen(head: str, tail: str, known: set[str]) -> bool:
    """Whether head-tail is a word with a hyphen; what the same text writes elsewhere decides first."""
    whole = head.lower() + tail.lower()
    if whole in known:
        return False
    if f"{head.lower()}-{tail.lower()}" in known or "-" in head or len(head) == 1:
        return True
    if head.isupper() or any(letter.isupper() for letter in head[1:]):  # "SQL-based", "JavaScript-heavy"
        return True
    return head.lower() in _KEEP_BEFORE or tail in _KEEP_AFTER


# --- 5. bullets ----------------------------------------------------------------------------------------------

_GLYPH = "→⇒⟶➝➙➛↳•●▪■◦‣⁃∙○◉◎◆◇♦▶►▸▹➢➤➔➜➣❖❑❒□▫✓✔✗✦✧✱★☆☑✅🔹🔸🔷🔶🔘👉➡🟢🔵⚫·¤\u2460-\u24ff\u25fb-\u25fe"
_BULLET = re.compile(
    rf"""
    [ ]*
    (?: [{_GLYPH}]+ (?:\s+[-–—o][ ](?=\S))? \s*          # "• text", "•text", "• - text"
      | [-–—*+>»~°−] \s+ (?!(?:(?:19|20)\d\d|[Pp]resent|[Cc]urrent|[Nn]ow)\b\W*$)  # "- text", not "2019 / - 2022"
      | [-–—*](?=[A-Z][a-z])                             # "-Managed"
      | [§Øü]\s+(?=[^\W\d_])                             # Wingdings read as letters
      | \(?\d{{1,2}}\)\s*(?=[^\W\d_]{{2}}|["“(])              # "2) text", "(2) text"
      | \(?\d{{1,2}}\)\s+                                   # "2) 5 years"
      | \d{{1,2}}\.\)?\s+(?!(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d)
      | \d{{1,2}}\.(?=[A-Z][a-z]+[ ])                      # "10.Orders supplies"
      | (?:\d{{1,2}}\.){{2,3}}\s+
      | \(?(?:[a-z]|[ivx]{{1,5}})\)\s+                     # "a) text", "(iv) text"
      | (?:[a-z]|[ivx]{{2,5}})\.\s+(?=[^\W\d_]{{2}})         # "a. text", not "a. m."
    )
    """,
    re.VERBOSE,
)
_WORD_FIRST = re.compile("[A-Za-z]{2,}+[^.)]|[A-Z]")  # most lines: nothing that `_BULLET` could begin with
_LONGEST_LONE = _MAX_INDENT + 4
_LONE = re.compile(rf"[ ]*(?:[{_GLYPH}]|[-–—*o§Ø]|\(?\d{{1,2}}[.)]|\(?[a-z][.)])$")
_NEEDS_RUN = re.compile(r"[ ]*([oqvln])\s+(?=\S)")
_CAPITAL_ENUMERATOR = re.compile(r"[ ]*([A-Z]|[IVX]{2,5})\.\s+(?=[^\W\d_]{2})")
# "E1 Able to drive", "D3. Touch typing": the numbers of a person specification; a Key Stage is none.
_CODE = re.compile(r"[ ]*(?!KS|GCSE)([A-Z]{1,2})[-.]?(\d{1,2})[.):]?\s+(?=[^\W\d_]{2})")
_CODE_OPENS = frozenset(" ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_HAS_WORD = re.compile(r"[^\W_]")
_NEAR = 15
_CODED = 3
"""Lines that one letter must number before codes are taken for numbers of a list."""


def _bullet_starts(lines: Sequence[str]) -> list[tuple[int, bool]]:
    """For each line where its text starts and whether a bullet stands before it."""
    starts = [_glyph_start(line) if line else (0, False) for line in lines]
    _letters_in_runs(lines, starts)
    _capital_enumerators(lines, starts)
    _codes_in_runs(lines, starts)
    waiting = 0
    for i, line in enumerate(lines):
        if not line:
            waiting -= 1
        elif len(line) <= _LONGEST_LONE and _LONE.match(line):
            starts[i] = (len(line), False)
            waiting = 2  # PDF: the glyph is a line of its own, and so may be an empty one after it
        else:
            if waiting > 0 and not starts[i][1]:
                starts[i] = (starts[i][0], True)
            waiting = 0
    return starts


def _glyph_start(line: str) -> tuple[int, bool]:
    found = None if _WORD_FIRST.match(line) else _BULLET.match(line)
    if found and _HAS_WORD.search(line, found.end()):  # "* * *" is a rule, not a bullet
        return found.end(), True
    return _indent(line) if line[0] == " " else 0, False


def _letters_in_runs(lines: Sequence[str], starts: list[tuple[int, bool]]) -> None:
    # "o Managed" is a bullet of Word that lost its font; "o" alone begins no English line, "v" and "n" might.
    previous: dict[str, tuple[int, int]] = {}
    for i, line in enumerate(lines):
        found = _NEEDS_RUN.match(line)
        if not found:
            continue
        letter, start = found[1], found.end()
        before, end = previous.get(letter, (-_NEAR, 0))
        if i - before <= 3:
            starts[before] = (end, True)
            starts[i] = (start, True)
        elif letter == "o" and line[start].isupper():
            starts[i] = (start, True)
        previous[letter] = (i, start)


def _capital_enumerators(lines: Sequence[str], starts: list[tuple[int, bool]]) -> None:
    # "A. Smith" is a person; "A. Duties" with "B. Hours" some lines below is a list.
    seen: dict[int, int] = {}
    for i, line in enumerate(lines):
        found = _CAPITAL_ENUMERATOR.match(line)
        if not found:
            continue
        for number in _numbers(found[1]):
            before = seen.get(number - 1)
            if before is not None and i - before <= _NEAR:
                starts[i] = (found.end(), True)
                starts[before] = (_CAPITAL_ENUMERATOR.match(lines[before]).end(), True)  # type: ignore[union-attr]
            seen[number] = i


def _codes_in_runs(lines: Sequence[str], starts: list[tuple[int, bool]]) -> None:
    # "C1 licence" alone says something; "E1", "E2" and "D1" at the heads of lines number a list from one on.
    groups: dict[str, list[tuple[int, int]]] = {}
    for i, line in enumerate(lines):
        if (
            line[:1] in _CODE_OPENS
            and (found := _CODE.match(line))
            and int(found[2]) == len(groups.get(found[1], ())) + 1
        ):
            groups.setdefault(found[1], []).append((i, found.end()))
    if max(map(len, groups.values()), default=0) < _CODED:
        return
    for i, end in (place for group in groups.values() for place in group):
        starts[i] = (end, True)


def _numbers(mark: str) -> list[int]:
    """What place in a list *mark* may name: letters from 1, Roman numerals from 101."""
    numbers = [ord(mark) - 64] if len(mark) == 1 else []
    roman = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
    return [*numbers, 101 + roman.index(mark)] if mark in roman else numbers
