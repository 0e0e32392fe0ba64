"""Markdown to lines of plain text: the marks become layout or go away, so that no asterisk reaches a report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from gapcheck.cleanup import soft_joins
from gapcheck.parsers import front_matter
from gapcheck.types import RawLine

# Every count has an upper bound or gives nothing back: without one, "[[[[[[" is searched to its end from each bracket,
# and a row of a hundred thousand spaces is tried at each of them.
_COMMENT = re.compile(r"<!--|\{%-?\s{0,9}comment\b")
_COMMENT_END = re.compile(r"-->|endcomment\s{0,9}-?%\}")
_TEMPLATE = re.compile(r"\{%[^%\n]{0,300}%\}|\{\{[^{}\n]{0,300}\}\}|\{:[^{}\n]{0,300}\}")
_FENCE = re.compile(r"^[ ]{0,3}(?:```|~~~)")
_HEADING = re.compile(r"^[ ]{0,3}(#{1,6})[ \t]++(.*)$")
_CLOSING = re.compile(r"(?:^|[ \t])#+$")  # "## Duties ##", but not "## C#"
_UNDERLINE = re.compile(r"^[ ]{0,3}(=+|-{2,})[ \t]*$")
_RULE = re.compile(r"^[ ]{0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_QUOTE = re.compile(r"^[ ]{0,3}(?:>[ \t]?)+")
_ITEM = re.compile(r"^([ \t]*)([-*+]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
_TABLE_RULE = re.compile(r"^[ \t]*+\|?(?:[ \t]*+:?-++:?[ \t]*+\|)++[ \t]*+(?::?-++:?)?[ \t]*+$")
_REFERENCE = re.compile(r"^[ ]{0,3}\[[^\]\n]{1,200}\]:[ \t]*\S+")
_BOLD_LINE = re.compile(r"^(\*\*|__)(?!\s)([^*_]{1,300})\1:?$")

_INLINE: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"!?\[([^\[\]\n]{0,500})\]\([^()\n]{0,2000}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?\)"), r"\1"),
    (re.compile(r"!?\[([^\[\]\n]{1,500})\]\[[^\[\]\n]{0,200}\]"), r"\1"),
    (re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,2000})>"), r"\1"),
    (re.compile(r"<br\s{0,9}/?>", re.IGNORECASE), " "),
    (re.compile(r"</?[a-zA-Z][a-zA-Z0-9]{0,20}(?:\s[^<>\n]{0,500})?/?>"), ""),
    (re.compile(r"`{1,3}([^`\n]{1,500})`{1,3}"), r"\1"),
    (re.compile(r"\*{1,3}(?=[^\s*])([^*\n]{1,1000}?)(?<=\S)\*{1,3}"), r"\1"),
    (re.compile(r"(?<![\w_])_{1,3}(?=[^\s_])([^_\n]{1,1000}?)(?<=\S)_{1,3}(?![\w_])"), r"\1"),
    (re.compile(r"\*\*(?=\S)|(?<=\S)\*\*"), ""),  # bold over several lines
    (re.compile(r"~~([^~\n]{1,500})~~"), ""),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])"), r"\1"),
)


def title(text: str) -> str:
    """The title that the front matter states, else an empty string."""
    front = front_matter.divide(_plain_ends(text))
    return front_matter.title(front[0]) if front else ""


def lines(text: str) -> Iterator[RawLine]:
    """The lines of a Markdown *text*, without comments; of its front matter only what people wrote there."""
    text = _plain_ends(text)
    front = front_matter.divide(text)
    if front:
        text = front_matter.as_markdown(*front)
    rows = soft_joins(_TEMPLATE.sub("", _without_comments(text)).split("\n"))
    fenced = False
    for i, row in enumerate(rows):
        if _FENCE.match(row):
            fenced = not fenced
        elif fenced:
            yield RawLine(row)
        elif not _is_markup(row, rows[i - 1] if i else ""):
            yield _line(row, rows[i + 1] if i + 1 < len(rows) else "")


def _plain_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")


def _without_comments(text: str) -> str:
    kept, position = [], 0
    while (start := _COMMENT.search(text, position)) and (end := _COMMENT_END.search(text, start.end())):
        kept.append(text[position : start.start()])
        position = end.end()
    return "".join(kept) + text[position:]


def _is_markup(row: str, before: str) -> bool:
    """Whether *row* only draws: a rule, the underline of a heading, the rule of a table, the target of a link."""
    if _RULE.match(row) or _TABLE_RULE.match(row) or _REFERENCE.match(row):
        return True
    return bool(_UNDERLINE.match(row)) and bool(before.strip())


def _line(row: str, after: str) -> RawLine:
    row = _QUOTE.sub("", row)
    heading = _HEADING.match(row)
    if heading:
        return RawLine(_plain(_CLOSING.sub("", heading[2].rstrip()).rstrip()), heading=len(heading[1]), bold=True)
    underline = _UNDERLINE.match(after)
    if underline and row.strip() and not _ITEM.match(row) and "|" not in row:
        return RawLine(_plain(row.strip()), heading=1 if underline[1][0] == "=" else 2, bold=True)
    item = _ITEM.match(row)
    if item:
        mark = "• " if item[2] in "-*+" else f"{item[2]} "
        body = row[item.end() :]
        bold = bool(_BOLD_LINE.match(body.strip()))
        return RawLine(item[1].expandtabs(4) + mark + _plain(body), bold=bold, bullet=True)
    if row.lstrip().startswith("|"):
        return RawLine(" | ".join(_plain(cell.strip()) for cell in row.strip().strip("|").split("|")))
    return RawLine(_plain(row), bold=bool(_BOLD_LINE.match(row.strip())))


def _plain(text: str) -> str:
    for mark, plain in _INLINE:
        text = mark.sub(plain, text)
    return unescape(text)
