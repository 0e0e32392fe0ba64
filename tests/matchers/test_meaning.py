"""What an encoder may change: a missing duty becomes partly met, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("safetensors")
pytest.importorskip("tokenizers")

from gapcheck.analyzer import Analyzer
from gapcheck.batch import analyze_many
from gapcheck.batch.stream import Plan, fingerprint
from gapcheck.errors import ConfigError
from gapcheck.matchers import build_index
from gapcheck.matchers.encoder import load_encoder
from gapcheck.matchers.meaning import NOTE, Meaning, may_lift
from gapcheck.settings import Settings
from gapcheck.types import Document, Match, Report
from tests.factories import make_keyword, make_match, make_requirement
from tests.matchers.encoders import write_encoder
from tests.reading import analyzer, posting_of, resume_of

POSTING = """Orchard hand

What you will do
- Record orchard temperatures every dawn
- Pick apples and pears

Requirements
- Python
- Forklift licence
- Five years of experience in payroll
- Bachelor's degree
- Patience
"""
RESUME = """Ana Sousa
ana@example.org

Experience
Clerk, Larkspur Ltd, 2018 - 2023
- Ran our booths at six exhibitions
- Never coordinated trade shows
- Learning the payroll for the staff

Interests
Apples
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_encoder(tmp_path_factory.mktemp("encoders") / "mini")


def report(folder: Path | None, near: float = 0.0, resume: str = RESUME) -> Report:
    """The report with an encoder to which every line is near, unless *near* says otherwise."""
    settings = Settings(today="2026-01", encoder=str(folder) if folder else None, encoder_near=near)
    return Analyzer(settings=settings).analyze(resume_of(resume), posting_of(POSTING))


def changed(folder: Path, **options: float) -> list[tuple[Match, Match]]:
    """The matches that differ, without and with the encoder."""
    pairs = zip(report(None).matches, report(folder, **options).matches, strict=True)
    return [(before, after) for before, after in pairs if before != after]


# --- what it changes -------------------------------------------------------------------------------------------


def test_only_missing_duties_change_and_only_to_partly(folder: Path) -> None:
    found = changed(folder)
    assert found
    assert {(a.requirement.kind, a.status, b.status, b.credit) for a, b in found} == {
        ("duty", "missing", "partial", 0.5)
    }


def test_the_evidence_is_one_line_that_says_how_it_was_found(folder: Path) -> None:
    document = resume_of(RESUME).document
    for _, after in changed(folder):
        (evidence,) = after.evidence
        assert (evidence.method, evidence.note) == ("embedding", NOTE)
        assert document.text[evidence.start : evidence.end] == evidence.text
        assert 0 <= evidence.score <= 1


def test_keywords_stay_missing(folder: Path) -> None:
    assert all(k.status == "missing" for _, after in changed(folder) for k in after.keywords)
    assert report(folder).missing_keywords == report(None).missing_keywords


def test_the_rest_of_a_lifted_match_stays(folder: Path) -> None:
    for before, after in changed(folder):
        assert replace(after, status=before.status, credit=before.credit, evidence=before.evidence) == before


def test_a_line_that_is_denied_learned_or_a_pastime_is_no_evidence(folder: Path) -> None:
    quoted = {e.text for _, after in changed(folder) for e in after.evidence}
    assert quoted
    assert not any(word in text for text in quoted for word in ("Never", "Learning", "Apples", "ana@"))


def test_a_resume_that_tells_nothing_lifts_nothing(folder: Path) -> None:
    nothing = "Ana Sousa\nana@example.org\n\nExperience\n- Never coordinated trade shows\n\nInterests\nApples\n"
    assert report(folder, resume=nothing).matches == report(None, resume=nothing).matches


def test_what_is_not_near_enough_stays_missing(folder: Path) -> None:
    (_, after), *_ = changed(folder)
    score = after.evidence[0].score
    id = after.requirement.id
    at, above = report(folder, near=score), report(folder, near=min(score + 0.0001, 1.0))
    assert next(m.status for m in at.matches if m.requirement.id == id) == "partial"
    assert next(m.status for m in above.matches if m.requirement.id == id) == "missing"


def test_the_nearest_line_is_quoted(folder: Path) -> None:
    text = (
        "Ana Sousa\n\nExperience\nClerk, 2018 - 2023\n- Ran our booths at six exhibitions\n- Coordinate trade shows\n"
    )
    index = build_index(resume_of(text), analyzer().lexicon)
    evidence = Meaning(load_encoder(folder), 0.5).nearest("coordinate\ntrade shows", index)
    assert evidence is not None
    assert (evidence.text, evidence.score) == ("Coordinate trade shows", pytest.approx(1, abs=1e-4))


# --- what it may look at ---------------------------------------------------------------------------------------

DUTY = make_requirement("Coordinate trade shows", kind="duty", keywords=())
NAMED = make_keyword("trade shows", concept="Trade shows")
PLAIN = make_keyword("trade shows", concept=None)


@pytest.mark.parametrize(
    ("match", "may"),
    [
        (make_match("missing", DUTY), True),
        (make_match("missing", replace(DUTY, keywords=(PLAIN,))), True),
        (make_match("missing", replace(DUTY, keywords=(PLAIN, NAMED))), False),
        (make_match("missing", replace(DUTY, years=3.0)), False),
        (make_match("missing", replace(DUTY, degree="bachelor")), False),
        (make_match("missing", replace(DUTY, review="may be discriminatory")), False),
        (make_match("met", DUTY), False),
        (make_match("partial", DUTY), False),
        (make_match("unstated", DUTY), False),
        *(
            (make_match("missing", replace(DUTY, kind=kind)), False)
            for kind in "skill tool experience education credential language soft_skill condition".split()
        ),
    ],
    ids=lambda value: f"{value.status}-{value.requirement.kind}" if isinstance(value, Match) else str(value),
)
def test_it_looks_at_missing_duties_without_a_name_only(match: Match, may: bool) -> None:
    assert may_lift(match) is may


# --- where it shows --------------------------------------------------------------------------------------------


def test_it_is_off_by_default() -> None:
    assert Settings().encoder is None
    assert analyzer().meaning is None
    assert "encoder" not in analyzer().versions


def test_the_same_twice(folder: Path) -> None:
    assert report(folder) == report(folder)


def test_one_analyzer_keeps_resumes_apart(folder: Path) -> None:
    other = RESUME.replace("six exhibitions", "every staff by hand")
    both = Analyzer(settings=Settings(today="2026-01", encoder=str(folder), encoder_near=0.0))
    found = [both.analyze(resume_of(text), posting_of(POSTING)) for text in (RESUME, other, RESUME)]
    assert found == [report(folder), report(folder, resume=other), report(folder)]


def test_the_report_names_the_encoder_by_its_content(folder: Path, tmp_path: Path) -> None:
    other = write_encoder(tmp_path / "other", seed=2)
    versions = [report(each).versions["encoder"] for each in (folder, other)]
    assert versions[0] != versions[1]
    assert str(folder) not in str(report(folder).versions)


def test_what_a_batch_keeps_depends_on_the_encoder(folder: Path, tmp_path: Path) -> None:
    other = write_encoder(tmp_path / "other", seed=2)
    settings = [
        Settings(),
        Settings(encoder=str(folder)),
        Settings(encoder=str(folder), encoder_near=0.9),
        Settings(encoder=str(other)),
    ]
    assert len({fingerprint(Plan(one)) for one in settings}) == len(settings)


def test_a_batch_lifts_as_well(folder: Path) -> None:
    people, asked = [Document.from_text(RESUME)], [Document.from_text(POSTING)]
    settings = Settings(today="2026-01", encoder=str(folder), encoder_near=0.0)
    (row,) = analyze_many(people, asked, settings=settings, jobs=1)
    (bare,) = analyze_many(people, asked, settings=Settings(today="2026-01"), jobs=1)
    assert (row.met, row.partial - bare.partial) == (bare.met, len(changed(folder)))


def test_a_batch_ends_at_once_when_the_folder_is_none(tmp_path: Path) -> None:
    settings = Settings(encoder=str(tmp_path / "nowhere"))
    with pytest.raises(ConfigError, match="nowhere"):
        list(analyze_many([Document.from_text(RESUME)], [Document.from_text(POSTING)], settings=settings, jobs=1))


@pytest.mark.parametrize("line", ["Clerk of Trade Shows, Larkspur Ltd, 2018 - 2023", "- Trade shows"])
def test_a_title_and_a_bare_name_are_no_evidence(folder: Path, line: str) -> None:
    index = build_index(resume_of(f"Ana Sousa\n\nExperience\n{line}\n"), analyzer().lexicon)
    assert Meaning(load_encoder(folder), 0.0).nearest("Coordinate trade shows", index) is None
