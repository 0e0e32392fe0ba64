"""Words: where they begin and end, and the forms in which two of them are the same. No spaCy at this level."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

# One alternative for each shape that must stay whole; the examples are of postings.
_TOKEN = re.compile(
    r"""
      (?-i:[A-Za-z]{2,}(?=[\s,;:)]|\Z))         # plain words, which are most: what is below could read nothing else there
    | [A-Z](?=[\n\t,;:@]|\Z)                     # a letter of its own, likewise
    | \.NET\b                                   # .NET
    | [A-Za-z](?:\+\+|\#)(?![A-Za-z])           # C++  C#  F#
    | [A-Za-z]+\+(?![\w+])                     # A+  Network+
    | [A-Za-z](?:/[A-Za-z])+(?![A-Za-z+\#])     # A/P  B/L  I/O
    | (?:Ph|[BM])\.\s?(?:D|Sc|Ed|Eng|Com|Phil|Tech|Arch|B\.A)\b\.?   # Ph.D.  B.Sc.  M.Ed.
    | (?:[A-Za-z]\.){2,}(?:[A-Za-z]\b)?         # U.S.  B.A.
    | \d[\d,]*(?:\.\d+)*(?:[A-Za-z]+|%|\+)?     # 78,000  3.5  401k  25%  5+  7shifts  480V
    | [A-Za-zÀ-ɏ]+(?:[&][A-Za-z]+)+             # R&D  P&L  AT&T
    | (?-i:R\ &\ D|P\ &\ L|Q\ &\ A|M\ &\ A|H\ &\ S|O\ &\ M|F\ &\ B|L\ &\ D|G\ &\ A|T\ &\ E)\b   # R & D
    | [A-Za-zÀ-ɏ]+\d[A-Za-z0-9]*                # K8s  S3  EC2  HTML5
    | [A-Za-zÀ-ɏ]+\.(?:js|io|ai|gov|com|net|py)\b   # Node.js  Login.gov
    | [^\W\d_]+(?:['’][A-Za-z]+)?               # Master's  don't
    """,
    re.VERBOSE | re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"['’]s?$")
_KEEP = re.compile(r"[^\w+#%]")

# Words that carry no meaning of their own when two phrases are compared.
STOP_WORDS = frozenset(
    """a an the and or of for to in on at by with from as is are was were be been being am do does did has have had having
    this that these those it its i me my mine we us our ours you your yours he him his she her hers they them their theirs who
    whom which what when where why how all any both each few more most other others some such no nor not only own same so than
    too very can could may might must shall should will would just also per via into onto over under within without across
    through during before after above below up down out off again further then once here there etc e.g i.e eg ie about
    against between while because until if but upon including include includes well s t""".split()
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text; `start` and `end` are offsets into the text it was cut from."""

    text: str
    start: int
    end: int
    norm: str
    """Lower case, without possessive, plural ending and inner punctuation: what aliases are compared by."""

    @property
    def stem(self) -> str:
        """The part that inflected forms share: "reconciling" and "reconciliations" give the same."""
        return stem(self.norm)

    @property
    def is_stop(self) -> bool:
        """Too common to carry meaning: "the", "of", "your"."""
        return self.norm in STOP_WORDS and self.text != "IT"


def words(text: str, offset: int = 0) -> list[Word]:
    """The words of *text* in order, offsets moved by *offset*.

    >>> [word.norm for word in words("Master's degrees: C++, .NET & Node.js")]
    ['master', 'degree', 'c++', '.net', 'nodej']
    """
    return list(_words(text, offset))


@lru_cache(maxsize=256)  # a line is cut into words where it is divided, and once more by the one who gets the parts
def _words(text: str, offset: int) -> tuple[Word, ...]:
    return tuple(
        [
            Word(found := m.group(), offset + m.start(), offset + m.end(), normalize(found))
            for m in _TOKEN.finditer(text)
        ]
    )


def pieces(text: str) -> list[str]:
    """All of *text* in order: each word and each other sign, with the space after it, and white space.

    >>> pieces("C++, C#  and _more\\n")
    ['C++', ', ', 'C# ', ' ', 'and ', '_', 'more', '\\n']
    """
    found: list[str] = _piece().findall(text)
    return found


@cache
def _piece() -> re.Pattern[str]:
    # One pattern and no groups: a megabyte of signs is a million matches, and a tuple for each would double the time.
    # What no word begins with stands first, because it needs no look at the shapes of words.
    return re.compile(rf"(?:[^\w\s.]|{_TOKEN.pattern}|\.|_+)\ ?|\ |\s+", re.VERBOSE | re.IGNORECASE)


@lru_cache(maxsize=10_000)
def normalize(word: str) -> str:
    """The comparable form of one word: "Companies'" -> "company", "A/P" -> "ap", ".NET" -> ".net"."""
    word = _POSSESSIVE.sub("", word.lower()) or word.lower()
    if word == ".net":
        return word
    return singular(_KEEP.sub("", word) or word)


_NO_PLURAL = frozenset("canvas atlas news lens texas always across towards axis".split())


def singular(word: str) -> str:
    """The word without a plural ending, by spelling alone: "policies" -> "policy", "analysis" stays."""
    if word in _NO_PLURAL:
        return word
    if word in ("menus", "buses", "bonuses", "gases", "viruses", "campuses", "censuses"):
        return word[:-1] if word == "menus" else word[:-2]
    if len(word) > 3 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ics")):
        return word[:-1]
    return word


def key(text: str) -> tuple[str, ...]:
    """The normalised words of a name, the form in which aliases are stored."""
    if _LETTERS.match(text):  # the lexicon has tens of thousands of names, and nearly all are plain words
        return tuple([normalize(word) for word in text.split(" ")])
    return tuple(word.norm for word in words(text))


_LETTERS = re.compile(r"[A-Za-z]+(?: [A-Za-z]+)*\Z")


@cache
def _snowball() -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer("english")


_OUR = re.compile(
    r"^(colo|labo|behavio|favo|hono|harbo|neighbo|flavo|rigo|vigo|odo|humo|armo|vapo|endeavo|rumo|savo|parlo|tumo|splendo|demeano|fervo)ur"
)
_RE = re.compile(r"(cent|theat|met|lit|fib|calib)re$")
_OGUE = re.compile(r"(catal|anal|dial|monol|prol|epil)ogu(?:e$|(?=e[dr]$|ing$))")
_DIGRAPH = re.compile(
    r"(?<=p)a(?=ed(?:i|o))|(?<=h)a(?=em[ao])|(?<=an)a(?=es|em)|(?<=gyn)a(?=ec)|(?<=leuk)a(?=em)|(?<=c)a(?=es)|(?<=arch)a(?=eo)|^(?:a(?=etiol)|o(?=edem|esoph|estr))|(?<=f)o(?=et)|(?<=arrh)o(?=ea)"
)
_ISE = re.compile(r"(?<=[a-z]{3})is(?=(?:e|ed|er|ing|able|ation|ational)$)")
_NEVER_IZE = (
    "superv", "telev", "improv", "comprom", "surpr", "appra", "enterpr", "exerc", "circumc", "franch", "merchand", "parad", "prom",
    "prem", "chast", "advert", "expert", "treat", "pract", "desp", "disgu", "turquo", "likew", "otherw", "clockw", "sunr", "compr",
    "conc", "prec", "cru", "bru", "pra", "lia", "bra", "adv", "rev", "dev", "dem", "fundra", "w", "mort", "tort", "torto", "bruno", "exc", "bitr", "microl",
)  # fmt: skip


def american(word: str) -> str:
    """The word in American spelling, by its shape: "labour" -> "labor", "prioritised" -> "prioritized".

    >>> [american(word) for word in ("theatre", "haematology", "supervise", "catalogue")]
    ['theater', 'hematology', 'supervise', 'catalog']
    """
    word = _OGUE.sub(r"\1og", _RE.sub(r"\1er", _OUR.sub(r"\1r", word)))
    word = _DIGRAPH.sub("", word)
    m = _ISE.search(word)
    return word if m is None or word[: m.start()].endswith(_NEVER_IZE) else word[: m.start()] + "iz" + word[m.end() :]


@cache
def _irregular() -> dict[str, str]:
    """Forms, or the stems that Snowball gives them, whose stems by rule are wrong: the ones to use."""
    lines = (files("gapcheck.lexicon") / "irregular.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {form: name for name, forms in rows for form in forms.split()}


@lru_cache(maxsize=10_000)
def stem(word: str) -> str:
    """What inflected and derived forms of one word share, by Snowball's English rules and a table of irregular forms.

    >>> stem("reconciliation") == stem("reconciled"), stem("led") == stem("leading")
    (True, True)
    """
    return _known_stems().get(word) or derive_stem(word)


def is_common_word(word: str) -> bool:
    """Whether the table of common words has *word*, in lower case, or what it is the plural of.

    >>> is_common_word("deadlines"), is_common_word("deadlinesmust")
    (True, False)
    """
    return word in _known_stems() or normalize(word) in _known_stems()


def derive_stem(word: str) -> str:
    """The stem by rule, without the table of common words.

    >>> derive_stem("prioritise") == derive_stem("prioritization"), derive_stem("paediatrics") == derive_stem("pediatric")
    (True, True)
    """
    word, irregular = american(word), _irregular()
    if word in irregular:
        return irregular[word]
    root: str = _snowball().stemWord(word)
    root = root.rstrip("i") if len(root) > 4 else root
    return irregular.get(root, root)


@cache
def _known_stems() -> dict[str, str]:
    """Stems of common words, derived beforehand: Snowball in Python takes most of a second for them."""
    lines = (files("gapcheck.model") / "stems.tsv").read_text(encoding="utf-8").splitlines()
    return {word: root for word, _, root in (line.partition("\t") for line in lines)}
