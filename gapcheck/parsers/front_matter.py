"""Front matter, the YAML between two lines of dashes at the head of a Markdown file: what people wrote in it, as Markdown.

Site builders put the lists of a posting there, and the name and telephone number of a resume; layout, links and dates of
the site stand beside them. Much of it is not valid YAML, so this reads what a person would read: keys, texts and lists.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, field

_BLOCK = re.compile(r"\A---[ \t]*\n(.*?)\n?^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_KEY = re.compile(
    r"""(?P<quote>["']?)(?P<key>[^\W\d_][^:#\n"']{0,80})(?P=quote)
        (?::[ \t]+(?P<value>\S.*)|:[ \t]*$|:(?P<close>[^\s:/].*))""",
    re.VERBOSE,
)
_NAME = re.compile(r"[a-z][\w-]*")
"""A key that a program gave: `key_objectives`, `items`; "Must have" is a person's."""
_ITEM = re.compile(r"(?P<indent>[ \t]*)-[ \t]+(?P<text>\S.*)")
_BLOCK_MARK = re.compile(r"[|>][+-]?\d?[+-]?(?:[ \t]+|$)")  # "|", ">-"; and "|Experience", which YAML would refuse
_REMARK = re.compile(r"[ \t]#(?:[ \t].*|$)")

_MACHINE = frozenset(
    "layout permalink slug url uri href link links tag tags category categories keywords template theme css style class "
    "output geometry fontsize documentclass bibliography csl lang language locale date dates time opens closes updated "
    "published created modified expires draft weight order id uuid image icon logo photo redirect_from aliases".split()
)
_MACHINE_END = ("_keywords", "_link", "_url", "_date", "_image", "_id", " link", " url", " date")
_NO_TEXT = re.compile(
    r"""(?:\w+://|www\.)\S+ | \{[{%].*[}%]\} | [\w.-]*/\S*            # links, templates, paths
        | [\d\s.,:$€£%/+-]*  | \d{4}-\d\d-\d\d[T\s].*                  # numbers, dates
        | true | false | yes | no | null | ~ | [\[\]{}]+ | [&*!]\w+""",
    re.VERBOSE | re.IGNORECASE,
)
_TITLES = ("title", "job_title", "job title")
_BARE = {"name": 0, **dict.fromkeys(_TITLES, 1), "author": 2}
"""Keys whose text says by itself what it is, in the order in which a page shows them."""
_FACT_CHARS = 160
"""A text up to this length is a fact of the head ("Location: Leeds"), a longer one a section of its own."""


@dataclass(slots=True)
class _Field:
    key: str
    rows: list[str] = field(default_factory=list)
    listed: bool = False
    literal: bool = False
    skipped_from: int | None = None
    """Indent of a machine's key inside a list; deeper rows are its values."""


def divide(text: str) -> tuple[str, str] | None:
    """Front matter and body of *text*, or None when it does not begin with front matter: a rule above prose is none."""
    found = _BLOCK.match(text)
    if found is None:
        return None
    rows = (row for row in found[1].split("\n") if row.strip() and not row.lstrip().startswith("#"))
    first = next(rows, "")
    return (found[1], text[found.end() :]) if not first or _KEY.match(first) else None


def title(front: str) -> str:
    """The title that *front* states, else an empty string."""
    return next((_one(f) for f in _fields(front) if f.key.lower() in _TITLES), "")


def as_markdown(front: str, body: str) -> str:
    """*body* with what people wrote in *front*: names and facts before it, lists and long texts as sections after it."""
    names: list[tuple[int, str]] = []
    facts: list[str] = []
    sections: list[str] = []
    for f in _fields(front):
        if not any(map(str.strip, f.rows)):
            continue
        label = f.key if " " in f.key else f.key.replace("_", " ").replace("-", " ")
        label = label[:1].upper() + label[1:]
        if not f.listed and not f.literal and len(_one(f)) <= _FACT_CHARS:
            if (rank := _BARE.get(f.key.lower())) is not None:
                names.append((rank, _one(f)))
            else:
                facts.append(f"{label}: {_one(f)}")
        else:
            sections.append(f"## {label}\n\n{textwrap.dedent(chr(10).join(f.rows)).strip(chr(10))}")
    begins = next((row.lstrip("#").strip() for row in body.split("\n") if row.strip()), "")
    said = [name for _, name in sorted(names) if name != begins]
    head = [f"# {said[0]}", *said[1:]] if said else []
    return "\n\n".join(part for part in (*head, "\n".join(facts), body.strip("\n"), *sections) if part)


def _one(f: _Field) -> str:
    return " ".join(" ".join(f.rows).split())


# --- reading ---------------------------------------------------------------------------------------------------


def _fields(front: str) -> Iterator[_Field]:
    """The keys of the first level that are no machine's, each with its text as rows of Markdown."""
    current: _Field | None = None
    for row in front.split("\n"):
        key = _KEY.match(row)
        if row.startswith("#") or (row.lstrip().startswith("#") and not (current and current.literal)):
            continue
        if key:
            if current is not None:
                yield current
            current = _begin(key)
        elif current is not None:
            _go_on(current, row)
    if current is not None:
        yield current


def _begin(key: re.Match[str]) -> _Field:
    begun = _Field(key["key"].strip())
    value = key["value"] or key["close"] or ""
    mark = _BLOCK_MARK.match(value) or (re.match(r"[|>](?=\w)", value))
    begun.literal = mark is not None
    value = value[mark.end() :] if mark else value
    if _is_machine(begun.key):
        begun.skipped_from = -1
    elif value.startswith("[") and value.rstrip().endswith("]"):
        begun.listed = True
        begun.rows += [f"- {word}" for part in value.strip()[1:-1].split(",") if (word := _value(part))]
    elif text := (value if mark else _value(value)):
        begun.rows.append(text)
    return begun


def _go_on(current: _Field, row: str) -> None:
    """Add a row below the key to *current*."""
    if current.skipped_from == -1:
        return
    if current.literal:
        current.rows.append(row)
        return
    indent = len(row) - len(row.lstrip(" \t"))
    if current.skipped_from is not None and row.strip():
        if indent > current.skipped_from:
            return
        current.skipped_from = None
    item = _ITEM.match(row)
    text = item["text"] if item else row.strip()
    inner = _KEY.fullmatch(text)
    if inner and _NAME.fullmatch(inner["key"]):
        if _is_machine(inner["key"]):
            current.skipped_from = indent
            return
        text = inner["value"] or inner["close"] or ""
    text = _value(text)
    if item or inner:
        current.listed = True
        if text:
            current.rows.append(f"{row[:indent].expandtabs(4)}{'- ' if item else '  '}{text}")
    elif text and indent and current.rows:
        current.rows[-1] += " " + text  # the text goes on
    elif text:
        current.rows.append(text)  # YAML would refuse it; people see a line of its own


def _is_machine(key: str) -> bool:
    key = key.strip().lower()
    return key in _MACHINE or key.endswith(_MACHINE_END)


def _value(text: str) -> str:
    """The text of a value, without quotes and remark; empty for a link, a number, a date or a template."""
    text = text.strip()
    if text[:1] in ("'", '"'):
        end = text.find(text[0], 1)
        text = text[1:end] if end > 0 and not text[end + 1 :].split("#")[0].strip() else text
    else:
        text = _REMARK.split(text, maxsplit=1)[0].strip()
    return "" if _NO_TEXT.fullmatch(text) else text
