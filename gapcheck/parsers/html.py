"""Web pages: what a visitor reads of the posting, as lines with headings, list items and bold.

1. a JobPosting in JSON-LD, when the page has one: the employer's own words, without the site around them
2. else the main landmark of a page that has menus; else the whole body, for a page that is a document itself
"""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING

from gapcheck.errors import LimitExceeded, NoTextFound, UnsupportedFormat
from gapcheck.parsers.html_walk import Page, hidden_notice, walk
from gapcheck.parsers.text import check_length, check_tags, decode
from gapcheck.settings import Settings
from gapcheck.types import Document, Notice, RawLine, plain_lines

if TYPE_CHECKING:
    from email.message import Message

    from lxml import etree

_MAX_DEPTH = 2_048
"""Where libxml2 gives up."""
_ENOUGH = 200
"""Characters from which a landmark or a JobPosting is taken to be the posting."""


def read(data: bytes, *, source: str, settings: Settings) -> Document:
    """The document of a web page. Raises NoTextFound when it has no words, DecodeError, LimitExceeded."""
    markup, notices = decode(data, source=source, declared=_declared(data))
    return read_markup(markup, source=source, settings=settings, notices=notices)


def read_mhtml(data: bytes, *, source: str, settings: Settings) -> Document:
    """The document of a page saved as MHTML, or of an e-mail: its HTML part, else its plain text."""
    import email
    import email.policy

    message = email.message_from_bytes(data, policy=email.policy.compat32)
    parts = [part for part in message.walk() if part.get_content_type() in _PARTS and not _is_attached(part)]
    attached = sum(_is_attached(part) for part in message.walk())
    for part in sorted(parts, key=lambda part: _PARTS.index(part.get_content_type())):
        body = part.get_payload(decode=True)
        if isinstance(body, bytes) and body.strip():
            document = _mail_part(part, body, source, settings)
            if not attached:
                return document
            if len(document.text.split()) < _FEW_WORDS:
                break
            said = f"{attached} attached file{'s were' if attached > 1 else ' was'} not read."
            return replace(document, notices=(*document.notices, Notice("attachment", said)))
    if attached:
        raise UnsupportedFormat(
            "is an e-mail whose documents are attached", hint="Save the attached file and give that.", source=source
        )
    raise NoTextFound("has no readable part", hint="Open it in a browser and save it as HTML.", source=source)


_PARTS = ("text/html", "text/plain")
_FEW_WORDS = 60
"""An e-mail shorter than this only says what is attached."""


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or _DOCUMENT.search(part.get_content_type()) is not None


# A page saved as MHTML has scripts and fonts beside it: only documents count.
_DOCUMENT = re.compile(r"application/(?:pdf|msword|rtf|vnd\.(?:openxml|oasis|apple))", re.IGNORECASE)


def _mail_part(part: Message, body: bytes, source: str, settings: Settings) -> Document:
    text, notices = decode(body, source=source, declared=part.get_content_charset())
    if part.get_content_type() == "text/html":
        return read_markup(text, source=source, settings=settings, notices=notices)
    return Document.build(plain_lines(text), source=source, notices=notices)


def read_markup(markup: str, *, source: str, settings: Settings, notices: list[Notice]) -> Document:
    """The document of a page given as a string."""
    from gapcheck.parsers import structured

    check_tags(markup.count("<"), source, settings)
    root = _tree(markup, source)
    if root is None:
        raise NoTextFound("is a page without text", hint="Save the page again when it has loaded.", source=source)
    page = page_lines(root)
    title = _title(root)
    posting = structured.job_posting_in(_json_scripts(root))
    if posting is not None and _is_fuller(posting.lines, page.lines):
        page, title = Page(posting.lines), posting.title or title
    elif posting is not None:
        title = posting.title or title
    check_length("".join(line.text for line in page.lines), source, settings)
    return Document.build(
        page.lines, kind="html", source=source, title=title, notices=[*notices, *hidden_notice(page.hidden)]
    )


def markup_lines(markup: str) -> list[RawLine]:
    """The lines of a piece of HTML, however often its characters are escaped; of plain text, its own lines.

    >>> [line.text for line in markup_lines("&lt;p&gt;Write copy&lt;/p&gt;&lt;p&gt;R&amp;amp;D&lt;/p&gt;")]
    ['Write copy', 'R&D']
    """
    for _ in range(4):
        if _TAG.search(markup) or not _ESCAPED.search(markup):
            break
        markup = unescape(markup)
    if not _TAG.search(markup):
        return plain_lines(unescape(markup))
    root = _tree(markup)
    return [] if root is None else walk(root, site=False).lines


_TAG = re.compile(
    r"</?(?:p|div|br|ul|ol|li|h[1-6]|b|strong|em|i|u|span|table|tr|td|a|section|article|body|html|font)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_ESCAPED = re.compile(r"&(?:amp;){0,3}(?:lt|#60|#x3c);", re.IGNORECASE)


# --- the tree ------------------------------------------------------------------------------------------------


def _declared(data: bytes) -> str | None:
    """The encoding that the page itself names; Latin-1 means Windows-1252 on the web."""
    found = re.search(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_:.-]{2,40})""", data[:4096])
    name = found[1].decode("ascii").lower() if found else None
    return "cp1252" if name in ("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii") else name


def _tree(markup: str, source: str | None = None) -> etree._Element | None:
    from lxml import etree

    markup = re.sub(r"\A\s*<\?xml[^>]{0,500}\?>", "", markup.replace("\0", ""))
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, etree.ParserError, ValueError):  # nothing in it
        root = None
    if any("depth" in error.message for error in parser.error_log):  # all that follows is lost: never in silence
        message = f"nests its tags more than {_MAX_DEPTH:,} deep"
        hint = "Save the page as text."
        raise LimitExceeded("max_xml_depth", _MAX_DEPTH + 1, _MAX_DEPTH, message=message, hint=hint, source=source)
    return root


def _title(root: etree._Element) -> str:
    found = root.find(".//title")
    return " ".join("".join(found.itertext()).split())[:300] if found is not None else ""


def _json_scripts(root: etree._Element) -> list[str]:
    return [
        "".join(script.itertext()) for script in root.iter("script") if "ld+json" in (script.get("type") or "").lower()
    ]


def _is_fuller(posting: list[RawLine], page: list[RawLine]) -> bool:
    """Whether the JobPosting says enough to stand for the page; some sites put a lead or one flat block into it."""
    size = sum(len(line.text) for line in posting)
    shown = sum(len(line.text) for line in page)
    if size < _ENOUGH and shown > 2 * size:
        return False
    flat = len(posting) < 4 and size > 1_000
    return not (flat and len(page) > 10 and shown > 0.8 * size)


# --- what is the posting on the page -------------------------------------------------------------------------


def page_lines(root: etree._Element) -> Page:
    """The lines of a whole page: its main part if it is a page of a site, everything if it is a document."""
    body = root.find(".//body")
    body = root if body is None else body
    everything = walk(body, site=False)
    if _is_site(root):
        for landmark in _landmarks(root):
            found = walk(landmark, site=True)
            if _size(found) >= _ENOUGH and _size(found) > 0.1 * _size(everything):
                return found
        found = walk(body, site=True)
        if _size(found) >= _ENOUGH and _size(found) > 0.25 * _size(everything):
            return found
    if sum(len(_TAG.findall(line.text)) for line in everything.lines) >= 3:  # a page that shows its markup
        return Page(markup_lines("\n".join(line.text for line in everything.lines)), everything.hidden)
    return everything


def _size(page: Page) -> int:
    return sum(len(line.text) for line in page.lines)


def _is_site(root: etree._Element) -> bool:
    """Whether the page has menus around its content. A resume with an `<aside>` has none, and is read whole."""
    return any(
        element.tag == "nav" or (element.get("role") or "").lower() in ("navigation", "banner", "contentinfo")
        for element in root.iter("nav", "div", "header", "footer", "ul", "section")
    ) or (root.find(".//footer") is not None and root.find(".//script") is not None)


def _landmarks(root: etree._Element) -> list[etree._Element]:
    """What may hold the posting: main landmarks first, then descriptions and articles, the longest first."""
    main = list(root.iter("main")) + root.xpath("//*[@role='main']")
    parts = root.xpath("//*[@itemprop='description']") + list(root.iter("article"))
    for group in (main, parts):
        group.sort(key=lambda element: -sum(map(len, element.itertext())))
    return [*main[:1], *parts[:1]]
