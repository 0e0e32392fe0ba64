from __future__ import annotations

from dataclasses import replace

import pytest

from gapcheck.analyzer import Analyzer
from gapcheck.batch import stream
from gapcheck.batch.rows import Wanted, as_json, from_json
from gapcheck.batch.sources import Input
from gapcheck.batch.stream import analyze_many
from gapcheck.errors import ConfigError
from gapcheck.settings import Limits, Settings
from gapcheck.types import Document

from .made import COOK, NURSE, PILAR, TOMAS

SETTINGS = Settings(today="2024-01")
PEOPLE = [Input("pilar", PILAR.encode()), Input("tomas", TOMAS.encode())]
JOBS = [Input("nurse", NURSE.encode()), Input("cook", COOK.encode())]
PICTURE = Input("scan.txt", b"\x89PNG\r\n\x1a\n")


def pairs(rows):
    return [(row.resume, row.posting) for row in rows]


def many(resumes=PEOPLE, postings=JOBS, **options):
    return list(analyze_many(resumes, postings, **{"settings": SETTINGS, "jobs": 1} | options))


def test_rows_are_the_answers_of_the_single_check_in_order():
    rows = many()
    assert pairs(rows) == [("pilar", "nurse"), ("pilar", "cook"), ("tomas", "nurse"), ("tomas", "cook")]
    analyzer = Analyzer(settings=SETTINGS)
    for row, resume, posting in zip(rows, [PILAR, PILAR, TOMAS, TOMAS], [NURSE, COOK] * 2, strict=True):
        report = analyzer.analyze(Document.from_text(resume), Document.from_text(posting))
        assert row.score == report.coverage.score
        assert (row.met, row.partial, row.missing, row.verdict) == (
            report.coverage.met, report.coverage.partial, report.coverage.missing, report.coverage.verdict,
        )  # fmt: skip
        assert row.missing_keywords == tuple(k.name for k in report.missing_keywords)
        assert [ask.status for ask in row.asks] == [match.status for match in report.matches]
    assert rows[0].score > 0.7 > 0.3 > rows[1].score
    assert rows[3].score > 0.7 > 0.3 > rows[2].score


def test_a_bad_resume_is_one_row_in_its_place_and_a_bad_posting_one_row():
    rows = many([PEOPLE[0], PICTURE, PEOPLE[1]], [JOBS[0], Input("empty.txt", b" "), JOBS[1]])
    assert pairs(rows) == [
        ("", "empty.txt"), ("pilar", "nurse"), ("pilar", "cook"), ("scan.txt", ""), ("tomas", "nurse"), ("tomas", "cook"),
    ]  # fmt: skip
    assert [(row.status, row.code) for row in rows if row.status != "ok"] == [
        ("skipped", "empty_file"), ("skipped", "unsupported_format"),
    ]  # fmt: skip
    assert "is a picture" in rows[3].reason


def test_two_processes_give_the_rows_of_one():
    people = [*PEOPLE, PICTURE]
    assert many(people, jobs=2) == many(people, jobs=1)


@pytest.mark.parametrize("held", [1, 2, 5000])
def test_the_way_of_many_postings_gives_the_same_rows(monkeypatch, held):
    """Blocks and parts made tiny: what 300 or 6,000 postings would do."""
    people = [PEOPLE[0], PICTURE, PEOPLE[1]]
    expected = many(people)
    for name, value in (("BLOCK", 1), ("HELD", held), ("_TASK", 1)):
        monkeypatch.setattr(stream, name, value)
    found = many(people)
    assert sorted(pairs(found)) == sorted(pairs(expected))
    assert {row.key: row for row in found} == {row.key: row for row in expected}
    if held == 5000:
        assert found == expected


def test_more_postings_than_are_held_need_resumes_that_can_be_walked_again(monkeypatch):
    monkeypatch.setattr(stream, "HELD", 1)
    with pytest.raises(ConfigError, match="read only once"):
        many(iter(PEOPLE))


def test_other_settings_do_not_meet_postings_that_were_read_before():
    plain = many(PEOPLE[:1], JOBS[:1])
    few = replace(SETTINGS, limits=Limits(max_requirements=3))
    assert len(many(PEOPLE[:1], JOBS[:1], settings=few)[0].asks) == 3 < len(plain[0].asks)
    assert many(PEOPLE[:1], JOBS[:1]) == plain


def test_pairs_that_are_done_are_left_out():
    rows = many()
    for number in range(5):
        done = {row.key for row in rows[:number]}
        assert many(skip=done) == rows[number:]


def test_copies_of_one_resume_give_the_result_of_one():
    copies = [Input(f"copy {n}", PILAR.encode()) for n in range(4)]
    rows = many(copies, JOBS[:1])
    single = many(PEOPLE[:1], JOBS[:1])[0]
    assert {(row.score, row.met, row.asks) for row in rows} == {(single.score, single.met, single.asks)}
    assert len({row.key for row in rows}) == 4


def test_streams_are_read_as_they_are_needed():
    taken = []

    def people():
        for one in PEOPLE * 50:
            taken.append(one)
            yield one

    rows = analyze_many(people(), JOBS, settings=SETTINGS, jobs=1)
    next(rows)
    assert len(taken) < 20


def test_rows_quote_no_resume_unless_asked():
    told = repr(many())
    assert "abdominal" not in told
    assert "abdominal" in repr(many(wanted=Wanted(evidence=True)))
    assert all(row.asks == () for row in many(wanted=Wanted(asks=False)))


def test_an_unexpected_error_is_a_row_without_the_words_of_the_error(monkeypatch):
    def broken(*_args, **_options):
        raise RuntimeError("Pilar Ngata lives in")

    monkeypatch.setattr(Analyzer, "matches", broken)
    row = many(PEOPLE[:1], JOBS[:1])[0]
    assert (row.status, row.code, row.resume, row.posting) == ("skipped", "unexpected", "pilar", "nurse")
    assert "RuntimeError" in row.reason
    assert "Pilar" not in row.reason


@pytest.mark.parametrize("row", many([PEOPLE[0], PICTURE]), ids=lambda row: f"{row.resume}-{row.posting}")
def test_a_row_survives_json(row):
    assert from_json(as_json(row)) == row


def test_a_cache_gives_the_same_rows_and_holds_no_resume(tmp_path):
    path = tmp_path / "cache" / "batch.sqlite"
    first = many(cache=str(path))
    again = many(cache=str(path))
    assert first == again == many()
    content = path.read_bytes() + b"".join(p.read_bytes() for p in path.parent.glob("*-wal"))
    assert b"Hillcrest" not in content
    many(cache=str(path), wanted=Wanted(evidence=True))
    content = path.read_bytes() + b"".join(p.read_bytes() for p in path.parent.glob("*-wal"))
    assert b"Hillcrest" not in content


def test_what_is_in_the_cache_is_not_computed_again(tmp_path, monkeypatch):
    path = str(tmp_path / "batch.sqlite")
    first = many(cache=path)
    monkeypatch.setattr(Analyzer, "posting", None)
    monkeypatch.setattr(Analyzer, "resume", None)
    assert many(cache=path) == first


def test_a_damaged_cache_is_no_error(tmp_path):
    path = tmp_path / "batch.sqlite"
    path.write_bytes(b"SQLite format 3\0 but not really" * 100)
    assert many(cache=str(path)) == many()


@pytest.mark.parametrize("jobs", [0, -2])
def test_jobs_that_mean_nothing(jobs):
    with pytest.raises(ConfigError, match="jobs is"):
        many(jobs=jobs)


def test_only_the_last_resumes_are_split():
    """A resume that is split is read and indexed in several processes: worth it when nothing else is left to do."""
    names = "abcde"
    assert [end for _, end in stream._told_of_end(iter(names), 2)] == [False, False, False, True, True]
    assert [one for one, _ in stream._told_of_end(iter(names), 2)] == list(names)
    assert list(stream._told_of_end(iter("a"), 3)) == [("a", True)]


def test_a_split_resume_gives_the_rows_of_a_whole_one(monkeypatch):
    jobs = [Input(f"posting {n}", f"{NURSE}\nReference {n}\n".encode()) for n in range(6)]
    whole = many(PEOPLE, jobs)
    monkeypatch.setattr(stream, "_TASK", 4)
    assert many(PEOPLE, jobs) == whole
