"""Every quotation in a report, wherever it stands, is a verbatim piece of the file that it quotes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from gapcheck.types import Evidence, Report
from tests.reading import analyzer

PAIRS = Path(__file__).resolve().parents[2] / "data" / "pairs"
NAMES = ["event-manager", "primary-teacher", "cnc-machinist"]


def quotations(report: Report) -> Iterator[Evidence]:
    for match in report.matches:
        yield from match.evidence
    for suggestion in (*report.suggestions, *report.glance.advice):
        yield from suggestion.evidence
    yield from (near.evidence for near in report.related)
    yield from (point.evidence for point in report.talking_points)


@pytest.mark.parametrize("name", NAMES)
def test_quotations_are_verbatim(name):
    (resume,) = (PAIRS / "resumes").glob(f"{name}__*")
    (posting,) = (PAIRS / "postings").glob(f"{name}.*")
    report = analyzer().analyze(resume, posting)
    found = list(quotations(report))
    assert len(found) > 10
    assert [e for e in found if report.resume.text[e.start : e.end] != e.text] == []


@pytest.mark.parametrize("name", NAMES)
def test_what_is_read_lies_in_the_text_in_runs_that_do_not_overlap(name):
    (resume,) = (PAIRS / "resumes").glob(f"{name}__*")
    (posting,) = (PAIRS / "postings").glob(f"{name}.*")
    report = analyzer().analyze(resume, posting)
    spans = sorted((zone.start, zone.end) for zone in report.glance.zones)
    assert spans
    assert all(a < b for a, b in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
