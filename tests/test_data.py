"""The sample files: generated from their sources, labels that quote what the files hold, nobody real in them."""

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
CASES = sorted((DATA / "cases" / "cases").glob("*.json"))
TEXTS = [path for folder in ("gold", "cases") for path in sorted((DATA / folder).glob("*/*.txt"))]
KINDS = {"duty", "skill", "tool", "experience", "education", "credential", "language", "soft_skill", "condition"}
NUMBER = re.compile(r"(?<![\w$£€.,/-])\+?\(?\d[\d() .-]{5,}\d(?![\w%])")
KEPT_FREE = re.compile(
    r"555[- ]01\d\d$|^(\+44 ?|0)(7700 ?900|20 ?7946 ?0|1632 ?960|1[1-9]1 ?496 ?0|808 ?157 ?0|3069 ?990)[ \d]{3,4}$"
)
"""Telephone numbers that no line has: 555-0100 to 555-0199, and the British ones for drama."""
MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
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
    assert len(CASES) == 126


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


@pytest.mark.parametrize("path", [*PAIRS, *GOLD, *CASES], ids=lambda path: path.stem)
def test_labels_are_complete(path):
    case = json.loads(path.read_text(encoding="utf-8"))
    ids = [requirement["id"] for requirement in case["requirements"]]
    assert len(set(ids)) == len(ids)
    assert {requirement["kind"] for requirement in case["requirements"]} <= KINDS
    assert {requirement["importance"] for requirement in case["requirements"]} <= {"required", "preferred"}
    assert {requirement["mode"] for requirement in case["requirements"]} <= {"all", "any"}
    assert [r["id"] for r in case["requirements"] if not r["atoms"] or not all(a["forms"] for a in r["atoms"])] == []
    names = {atom["name"] for requirement in case["requirements"] for atom in requirement["atoms"]}
    conditions = {r["id"] for r in case["requirements"] if r["kind"] == "condition"}
    for resume in case["resumes"]:
        assert list(resume["truth"]) == ids
        assert set(resume["truth"].values()) <= {"met", "partial", "missing", "unstated"}
        shown = {id_ for id_, status in resume["truth"].items() if status in ("met", "partial")}
        assert set(resume["evidence"]) == shown
        assert {id_ for id_, status in resume["truth"].items() if status == "unstated"} <= conditions
        assert {*resume["atoms_missing"], *resume["atoms_partial"]} <= names


@pytest.mark.parametrize("path", [*GOLD, *CASES], ids=lambda path: path.stem)
def test_labels_quote_the_texts(path):
    case, folder = json.loads(path.read_text(encoding="utf-8")), path.parents[1]
    assert case["id"] == path.stem
    posting = flat((folder / "postings" / f"{path.stem}.txt").read_text(encoding="utf-8"))
    assert [r["quote"] for r in case["requirements"] if flat(r["quote"]) not in posting] == []
    for resume in case["resumes"]:
        text = flat((folder / "resumes" / resume["file"]).read_text(encoding="utf-8"))
        quotes = [quote for quotes in resume["evidence"].values() for quote in quotes]
        assert all(resume["evidence"].values())
        assert [quote for quote in quotes if flat(quote) not in text] == []


@pytest.mark.parametrize("folder", ["gold", "cases"])
def test_every_text_belongs_to_a_case(folder):
    cases = [json.loads(path.read_text(encoding="utf-8")) for path in (DATA / folder / "cases").glob("*.json")]
    assert {path.stem for path in (DATA / folder / "postings").iterdir()} == {case["id"] for case in cases}
    named = sorted(resume["file"] for case in cases for resume in case["resumes"])
    assert sorted(path.name for path in (DATA / folder / "resumes").iterdir()) == named


def telephone(number: str) -> bool:
    """Whether a run of digits may be a telephone number: no span of years, no reference that begins with a year."""
    return 7 <= len(re.sub(r"\D", "", number)) <= 15 and not re.match(r"\D*(19|20)\d\d\D", number)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_nobody_can_be_called_or_written_to(path):
    """Telephone numbers and mail addresses are of the kinds that are kept free for examples and for fiction."""
    text = path.read_text(encoding="utf-8")
    numbers = [number for number in NUMBER.findall(text) if telephone(number)]
    assert [number for number in numbers if not KEPT_FREE.search(number)] == []
    assert [address for address in MAIL.findall(text) if not address.endswith(("@example.com", ".example"))] == []


def test_telephone_numbers_are_told_from_other_numbers():
    assert [
        n for n in NUMBER.findall("Call 202 456 1111 or +44 20 7219 3000, 2019 - 2021, $38,626.00") if telephone(n)
    ] == [
        "202 456 1111",
        "+44 20 7219 3000",
    ]


def test_the_demo_resume_as_pdf_says_what_its_text_says():
    with as_file(files("gapcheck").joinpath("demo")) as folder:
        text, pdf = (gapcheck.parse(folder / name).text for name in ("resume.txt", "resume.pdf"))
    assert sorted(re.findall(r"\w+", pdf)) == sorted(re.findall(r"\w+", text))
