"""The matchers together, and their evidence made a status."""

from __future__ import annotations

import pytest

from gapcheck.matchers import MATCHERS, MET, PARTIAL, match
from gapcheck.matchers.index import ResumeIndex
from gapcheck.types import Evidence, Keyword, Requirement
from tests.factories import make_keyword, make_requirement
from tests.matchers.asking import ask, index_of


def test_a_matcher_of_one_s_own_is_asked() -> None:
    def lucky(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> Evidence | None:
        if keyword.name != "sorcery":
            return None
        return index.evidence(index.shown[0], 0, 1, method="lucky", score=1.0)

    index = index_of("Bread")
    requirement = make_requirement("sorcery", kind="skill", keywords=(make_keyword("sorcery"),))
    assert match(requirement, index).status == "missing"
    found = match(requirement, index, (*MATCHERS, lucky))
    assert (found.status, found.evidence[0].method) == ("met", "lucky")


@pytest.mark.parametrize(
    ("score", "wanted"),
    [(1.0, "met"), (MET, "met"), (MET - 0.01, "partial"), (PARTIAL, "partial"), (PARTIAL - 0.01, "missing")],
)
def test_evidence_is_graded_by_its_score(score: float, wanted: str) -> None:
    def graded(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> Evidence | None:
        return index.evidence(index.shown[0], 0, 1, method="graded", score=score)

    requirement = make_requirement("sorcery", kind="tool", keywords=(make_keyword("sorcery"),))
    (keyword,) = match(requirement, index_of("Bread"), (graded,)).keywords
    assert keyword.status == wanted


def test_without_matchers_nothing_is_shown() -> None:
    requirement = make_requirement("Bread", kind="tool", keywords=(make_keyword("Bread"),))
    assert match(requirement, index_of("Bread"), ()).status == "missing"


@pytest.mark.parametrize("matcher", MATCHERS, ids=lambda matcher: matcher.__name__)
@pytest.mark.parametrize("name", ["x", "the", "C++", "R&D", "🙂", "a" * 300, "of the and", "100%", "naïve café"])
def test_no_matcher_stumbles_over_a_keyword(matcher, name: str) -> None:
    for kind in ("duty", "tool", "credential", "condition", "soft_skill"):
        found = ask(name, "Bread, the C++ of the kitchen", matcher=matcher, kind=kind)
        assert found is None or 0 < found.score <= 1
