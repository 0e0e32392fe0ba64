"""How the time of the text stage grows with junk. Run it: `python tests/quality/text_stage.py`.

For each alphabet the time from a text to the tokens of spaCy, for half a megabyte and a megabyte; then whole checks of
texts as long as the limits allow.
"""

from __future__ import annotations

import random
import sys
import time

from gapcheck.analyzer import Analyzer
from gapcheck.errors import GapcheckError
from gapcheck.types import Document
from tests.trades import ASKED, REAL_ASKED, REAL_SHOWN, SHOWN

ALPHABETS = {
    "brackets": "(", "quotes": "'", "a colon": "a:", "letters": "x", "words": "pipe ", "digits": "1", "dots": ".", "accents": "Z\u0301\u0323",
    "zero width": "\u200b\u200d", "joined": "\u200da", "ligatures": "\ufb03", "hyphens": "a-\nb", "bullets": "• ", "numbering": "1. a\n",
    "letter-spaced": "A ", "slashes": "a/b/", "at signs": "a@b.", "tabs": "\ta", "emoji": "\U0001f600", "CJK": "漢字", "Arabic": "\u0633", "lines": "\n",
    "links": "http://a.b/c?d=", "dates": "2019 - 2020 ", "capitals": "AbC", "C++": "C++ C# .NET ",
}  # fmt: skip


def seconds(text: str, analyzer: Analyzer) -> float:
    """The better of two times from a text to spaCy's tokens."""
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        document = Document.from_text(text)
        with analyzer.nlp.memory_zone():
            analyzer.nlp.make_doc(document.text)
        best = min(best, time.process_time() - start)
    return best


def whole(resume: str, posting: str, analyzer: Analyzer) -> tuple[float, str]:
    """Seconds of one whole check and what came of it."""
    start = time.process_time()
    try:
        found = f"{len(analyzer.analyze(Document.from_text(resume), Document.from_text(posting)).matches)} requirements"
    except GapcheckError as error:
        found = error.code
    return time.process_time() - start, found


def lines(pool: list[str], size: int) -> str:
    """*size* characters of bullets drawn from *pool*."""
    rng, made, length = random.Random(1), ["Experience"], 0
    while length < size - 200:
        made.append(f"- {rng.choice(pool)}")
        length += len(made[-1]) + 1
    return "\n".join(made)


def main() -> int:
    """Print seconds for a megabyte and the ratio to half of it; 1 when either is over its bound."""
    analyzer, worst = Analyzer(), 0
    seconds("a few words", analyzer)
    for name, alphabet in ALPHABETS.items():
        half, full = (seconds((alphabet * size)[:size], analyzer) for size in (500_000, 1_000_000))
        ratio = full / max(half, 0.001)
        bad = full > 2 or (ratio > 2.5 and full > 0.05)
        worst |= bad
        print(
            f"{name:14} {full:6.2f} s for 1 MB, {ratio:4.1f} times as long as for half of it{'  TOO SLOW' if bad else ''}"
        )
    for size in (50_000, 100_000, 190_000):
        took, found = whole(lines(SHOWN + REAL_SHOWN, size), lines(ASKED + REAL_ASKED, size), analyzer)
        print(f"honest lines, {size:,} characters on each side: {took:.1f} s, {found}")
    for name in ("brackets", "a colon", "words", "digits", "dates", "numbering", "C++", "at signs", "letter-spaced"):
        text = (ALPHABETS[name] * 190_000)[:190_000]
        took, found = whole(f"Experience\n- Cook\n{text}", f"Requirements\n- Cook pasta\n{text}", analyzer)
        print(f"{name}, 190,000 characters on each side: {took:.1f} s, {found}")
    return worst


if __name__ == "__main__":
    sys.exit(main())
