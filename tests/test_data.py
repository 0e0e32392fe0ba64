"""The sample files: generated from their sources, labels that quote what the files hold."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from importlib.resources import as_file, files
from pathlib import Path

import pytest

import gapcheck

DATA = Path(__file__).resolve().parents[1] / "data"
PAIRS = sorted((DATA / "pairs" / "expected").glob("*.json"))
GOLD = sorted((DATA / "gold" / "cases").glob("*.json"))
WRITTEN_BY_LIBRARIES = {".pdf", ".docx"}


@pytest.fixture(scope="module")
def make_pairs():
    pytest.importorskip("reportlab", reason="reportlab writes the sample PDF files")
    sys.path.insert(0, str(DATA))
    try:
        spec = importlib.util.spec_from_file_location("make_pairs", DATA / "make_pairs.py")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        yield module
    finally:
        sys.path.remove(str(DATA))


def flat(text: str) -> str:
    return " ".join(text.replace("|", " ").split())


def test_there_are_pairs_and_gold_cases():
    assert len(PAIRS) == 12
    assert len(GOLD) == 18


def test_files_are_what_their_sources_make(make_pairs):
    for path, data in make_pairs.files():
        if path.suffix not in WRITTEN_BY_LIBRARIES:  # whose bytes change with the version of the library
            assert path.read_bytes() == data, path.name


def test_the_same_source_gives_the_same_bytes(make_pairs):
    first, second = dict(make_pairs.files()), dict(make_pairs.files())
    assert [path.name for path in first if first[path] != second[path]] == []


def test_a_quote_that_is_not_in_the_text_is_refused(make_pairs):
    with pytest.raises(SystemExit, match="not in the text"):
        make_pairs.check("x", "Coordinate trade shows", ["trade fairs"])


@pytest.mark.parametrize("path", PAIRS, ids=lambda path: path.stem)
def test_readers_find_every_quote_in_the_files(path):
    case = json.loads(path.read_text(encoding="utf-8"))
    resume = case["resumes"][0]
    posting_text = flat(gapcheck.parse(DATA / "pairs" / "postings" / case["posting"]).text)
    resume_text = flat(gapcheck.parse(DATA / "pairs" / "resumes" / resume["file"]).text)
    assert [r["quote"] for r in case["requirements"] if flat(r["quote"]) not in posting_text] == []
    quotes = [quote for quotes in resume["evidence"].values() for quote in quotes]
    assert [quote for quote in quotes if flat(quote) not in resume_text] == []


@pytest.mark.parametrize("path", [*PAIRS, *GOLD], ids=lambda path: path.stem)
def test_labels_are_complete(path):
    case = json.loads(path.read_text(encoding="utf-8"))
    ids = [requirement["id"] for requirement in case["requirements"]]
    names = {atom["name"] for requirement in case["requirements"] for atom in requirement["atoms"]}
    conditions = {r["id"] for r in case["requirements"] if r["kind"] == "condition"}
    for resume in case["resumes"]:
        assert list(resume["truth"]) == ids
        shown = {id_ for id_, status in resume["truth"].items() if status in ("met", "partial")}
        assert set(resume["evidence"]) == shown
        assert {id_ for id_, status in resume["truth"].items() if status == "unstated"} <= conditions
        assert {*resume["atoms_missing"], *resume["atoms_partial"]} <= names


def test_the_demo_resume_as_pdf_says_what_its_text_says():
    with as_file(files("gapcheck").joinpath("demo")) as folder:
        text, pdf = (gapcheck.parse(folder / name).text for name in ("resume.txt", "resume.pdf"))
    assert sorted(re.findall(r"\w+", pdf)) == sorted(re.findall(r"\w+", text))
