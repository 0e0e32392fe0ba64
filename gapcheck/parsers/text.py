"""Plain text and Markdown: bytes in any usual encoding to lines."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter

from gapcheck.errors import DecodeError, LimitExceeded, UnsupportedFormat
from gapcheck.settings import Settings
from gapcheck.types import Document, Notice, plain_lines

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the same bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 64_000


def read(data: bytes, *, source: str, settings: Settings) -> Document:
    """The document of a plain text file. Raises UnsupportedFormat for bytes that are no text, DecodeError."""
    from gapcheck.parsers.flat_columns import parted

    text, notices = decode(data, source=source)
    check_length(text, source, settings)
    return Document.build(plain_lines(parted(text)), source=source, notices=notices)


def read_markdown(data: bytes, *, source: str, settings: Settings) -> Document:
    """The document of a Markdown file: headings, lists and tables as layout, without the marks."""
    from gapcheck.parsers.markdown import lines, title

    text, notices = decode(data, source=source)
    check_length(text, source, settings)
    return Document.build(lines(text), kind="markdown", source=source, title=title(text), notices=notices)


def check_length(text: str, source: str, settings: Settings) -> None:
    """Raises LimitExceeded for a text no posting or resume can be, before time is spent on it."""
    limits = settings.limits
    maximum = 2 * max(limits.max_posting_chars, limits.max_resume_chars)  # marks and spaces that go away count here
    if len(text) > maximum:
        raise too_long(len(text), maximum // 2, source)


def too_long(count: int, maximum: int, source: str) -> LimitExceeded:
    """The error for a text of *count* characters."""
    return LimitExceeded(
        "max_posting_chars",
        count,
        maximum,
        message=f"has {count:,} characters of text, at most {maximum:,} are read",
        hint="Give one posting or one resume for each file, or raise Limits.max_posting_chars.",
        source=source,
    )


def check_tags(count: int, source: str, settings: Settings) -> None:
    """Raises LimitExceeded for markup that would take long to walk and cannot be a posting or resume."""
    if count > settings.limits.max_tags:
        raise LimitExceeded("max_tags", count, settings.limits.max_tags, source=source)


# --- encodings -----------------------------------------------------------------------------------------------


def decode(data: bytes, *, source: str, declared: str | None = None) -> tuple[str, list[Notice]]:
    """The text of *data* and a notice when its encoding was guessed: BOM, *declared*, UTF-8, then by its letters."""
    for mark, unicode in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(unicode, "replace"), []
    sample = data[:_SAMPLE]
    wide = _wide(sample)
    if wide:
        return data.decode(wide, "replace"), [_decoded_as(wide)]
    if sample.count(0) > len(sample) // 100:
        raise UnsupportedFormat("is not text", hint="Give a PDF, DOCX, HTML or text file.", source=source)
    for encoding in (declared, "utf-8"):
        if encoding and _known(encoding):
            try:
                return data.decode(encoding), []
            except UnicodeDecodeError:
                continue
    return _guessed(data, source)


def _known(encoding: str) -> bool:
    try:
        return codecs.lookup(encoding)._is_text_encoding
    except (LookupError, ValueError):
        return False


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of a Latin text is 0."""
    if len(sample) < 4:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.6 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _guessed(data: bytes, source: str) -> tuple[str, list[Notice]]:
    from charset_normalizer import from_bytes

    invalid = len(re.findall("\ufffd", data[:_SAMPLE].decode("utf-8", "replace")))
    valid = len(re.findall(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xf4][\x80-\xbf]{2,3}", data[:_SAMPLE]))
    if valid > 2 * invalid:  # UTF-8 with a few broken bytes, often cut in the middle of a letter
        return data.decode("utf-8", "replace"), [_decoded_as("UTF-8 with some broken characters")]
    best = from_bytes(data[:_SAMPLE], threshold=0.3).best()
    encoding = best.encoding if best else None
    if encoding is None or _is_latin(data[:_SAMPLE]):
        encoding = "cp1252" if _is_latin(data[:_SAMPLE]) else None
    if encoding is None:
        raise DecodeError("is text in an encoding that could not be told", hint="Save it as UTF-8.", source=source)
    return data.decode(encoding, "replace"), [_decoded_as(encoding)]


def _is_latin(sample: bytes) -> bool:
    """Mostly ASCII with single bytes above: a Western text, where a guess by letter counts is often Cyrillic."""
    high = sum(byte > 0x7F for byte in sample)
    control = sum(byte < 0x20 and byte not in b"\t\n\r\f\v" for byte in sample)
    return high < 0.25 * len(sample) and control < 0.01 * len(sample) + 1


def _decoded_as(encoding: str) -> Notice:
    return Notice("decoded_as", f"The file says nothing about its encoding; it was read as {encoding}.")


def peek(data: bytes) -> str:
    """The beginning of *data* as text, good enough to see markup; never raises."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) : len(mark) + 16_384].decode(encoding, "replace")
    sample = data[:16_384]
    return sample.decode(_wide(sample) or "utf-8", "replace")


# --- what kind of text ---------------------------------------------------------------------------------------

_MARKDOWN = (
    re.compile(r"^#{1,6} [*_\[]{0,3}[^\W\d_]", re.MULTILINE),
    re.compile(r"\*\*(?=[^\s*])[^*\n]{1,200}(?<=\S)\*\*"),
    re.compile(r"\[[^\]\n]{1,200}\]\((?:https?:|mailto:|/|#)[^)\s]{0,500}\)"),
    re.compile(r"^\|(?:[ :]*-{2,}[ :]*\|)+\s*$", re.MULTILINE),
    re.compile(r"^(?:```|~~~)", re.MULTILINE),
    re.compile(r"\A---[ \t]*\n(?:(?!---)(?:[ \t#-].*|[^\W\d_][\w -]{0,60}:.*|)\n){1,500}+---[ \t]*(?:\n|\Z)"),
)


def looks_like_markdown(start: str) -> bool:
    """Whether a text without a telling name is Markdown: its marks would reach the reader as asterisks."""
    start = start.replace("\r\n", "\n")
    found = [len(mark.findall(start)) for mark in _MARKDOWN]
    return found[0] >= 1 or found[1] >= 2 or any(found[2:])


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_STOP_WORDS = _words(
    "the and of to in for with a an on at by or as is are be from you your we our will that this have has not it "
    "their they who i my was were all other any can may must"
)
_ENOUGH_WORDS = 60


def not_english(document: Document) -> str | None:
    """A sentence when *document* is probably not English, else None; told by its letters and its small words."""
    letters: Counter[str] = Counter()
    for char, count in Counter(document.text).items():
        if char.isalpha():
            letters["latin" if "LATIN" in unicodedata.name(char, "") else "other"] += count
    if letters["other"] > letters["latin"] and letters["other"] > _ENOUGH_WORDS:
        return "The text is mostly not in Latin letters; only English is understood."
    words = re.findall(r"[^\W\d_]+", document.text.lower())
    if len(words) < _ENOUGH_WORDS:
        return None
    small = sum(word in _STOP_WORDS for word in words)
    found = [word for word in words if word in _FOREIGN]
    if len(found) >= 0.08 * len(words) and len(found) > 1.5 * small and len(set(found)) >= 4:
        return "The text does not look English; only English is understood."
    return None


# German, French, Spanish, Portuguese, Italian, Dutch, Polish, Turkish, Scandinavian; without what is English too
_FOREIGN = _words(
    "der das und von zu im für mit auf ist sie wir ein eine einer oder bei als nicht werden dem sowie le la les du et "
    "en une un pour dans vous nous avec sur est par au aux votre nos qui que ou el los las y del para por su como sus "
    "más da dos das um uma não ao na il lo gli di che è della nel sono dei delle het een van voor met je wij op "
    "zijn bij aan te dat ons w z się nie oraz jest ve bir için ile bu och att som för är på av og til med det er"
)
