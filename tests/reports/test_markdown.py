from __future__ import annotations

import pytest

from gapcheck.reports import render
from gapcheck.reports.markdown import escaped
from tests.factories import make_evidence, make_match, make_report, make_requirement


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("plain words, 40+ e-mails (weekly)", "plain words, 40+ e-mails (weekly)"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("a|b", r"a\|b"),
        ("[text](http://x)", r"\[text\](http://x)"),
        ("![pixel](http://x)", r"\!\[pixel\](http://x)"),
        ("*bold* _it_ `code` ~~no~~", r"\*bold\* \_it\_ \`code\` \~\~no\~\~"),
        ("C#, $5, @everyone", r"C\#, \$5, \@everyone"),
        ("back\\slash", r"back\\slash"),
        ("R&D &lt; &#60;", r"R&amp;D &amp;lt; &\#60;"),
        ("two\nlines", "two lines"),
        ("\x1b[31m", "␛\\[31m"),
    ],
)
def test_quoted_text_is_never_markdown(text, markdown):
    assert escaped(text) == markdown


def test_a_table_row_stays_one_row():
    match = make_match("met", make_requirement("a | b\n| c"), evidence=(make_evidence("x | y\n\n# z"),))
    text = render(make_report(matches=(match,)), "markdown")
    assert r"| r1 | ✓ met | a \| b \| c | “x \| y” / “\# z” | p1 Experience |" in text.splitlines()


def test_a_missing_must_have_stands_under_the_verdict():
    lines = render(make_report(must_have_gaps=("r4",)), "markdown").splitlines()
    assert lines[4] == "**Must-have not found: Coordinate projects with outside vendors (r4)**"


def test_without_evidence_nothing_is_quoted():
    assert "Kept brand" not in render(make_report(), "markdown", evidence=False)
