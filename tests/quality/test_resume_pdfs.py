from __future__ import annotations

import pytest

from gapcheck.parsers import pdf, pdfium
from tests.quality.resume_pdfs import ROOT, Score, scores, totals

pytestmark = [
    pytest.mark.quality,
    pytest.mark.skipif(not ROOT.is_dir(), reason=f"SKIPPED, NOT MEASURED: no resume PDFs at {ROOT}"),
]

FLOORS = {"words": 0.995, "order": 0.98, "fields": 0.97}


@pytest.fixture(scope="module", params=["pdfminer", "pdfium"])
def found(request) -> list[Score]:
    if request.param == "pdfium" and not pdfium.installed():
        pytest.skip("SKIPPED, NOT MEASURED: pypdfium2 is not installed")
    return list(scores(pdf.read if request.param == "pdfminer" else pdfium.read))


def test_all_files_with_a_truth_are_scored(found):
    assert len(found) >= 19


@pytest.mark.parametrize("name", FLOORS)
def test_floor(found, name):
    assert totals(found)[name] >= FLOORS[name]


def test_no_single_file_reads_badly(found):
    assert [score.name for score in found if min(score.words, score.order, score.fields) < 0.96] == []
