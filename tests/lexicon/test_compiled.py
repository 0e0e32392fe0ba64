"""The compiled lexicon and the one read from the data files are the same to everybody who asks."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

import gapcheck.lexicon as package
from gapcheck.lexicon import Concept, Lexicon, from_sources
from gapcheck.lexicon.compiled import FILE, Lazy, read_compiled, read_guard, write_guard
from gapcheck.lexicon.guards import parse_guard
from gapcheck.lexicon.relations import relation_rows
from gapcheck.lexicon.traits import trait_rows


@pytest.fixture(scope="module")
def quick() -> Lexicon:
    assert read_compiled() is not None, "run python -m gapcheck.training.lexicon"
    return Lexicon.default()


@pytest.fixture(scope="module")
def slow() -> Lexicon:
    return from_sources()


@pytest.mark.parametrize("name", ["concepts", "aliases", "joined", "first_words"])
def test_its_tables_are_equal(quick, slow, name):
    assert dict(getattr(quick, name)) == dict(getattr(slow, name))
    assert list(getattr(quick, name)) == list(getattr(slow, name))


def test_it_answers_alike(quick, slow):
    assert len(quick) == len(slow)
    assert list(quick) == list(slow)
    assert quick.version == slow.version
    assert quick.get("PostgreSQL") == slow.get("PostgreSQL")
    assert quick.get("no such thing") is None
    assert quick.size("no such thing") == slow.size("no such thing") == 0


def test_its_sizes_and_ancestors_are_equal(quick, slow):
    assert [c.name for c in slow if quick.size(c.name) != slow.size(c.name)] == []
    assert [c.name for c in slow if quick.ancestors(c.name) != slow.ancestors(c.name)] == []


def test_what_is_added_to_it_wins_and_is_found(quick):
    both = quick + Lexicon([Concept("Zorblax", "tool", ("zorb suite",), ("software",))])
    assert len(both) == len(quick) + 1
    assert both.aliases["zorb", "suite"][0].concept == "Zorblax"
    assert both.version != quick.version


def test_its_relations_are_equal(quick):
    rows = relation_rows()
    assert {name: (read_compiled() or {})[name] for name in rows} == rows
    assert (read_compiled() or {})["soft"] == trait_rows()


@pytest.mark.parametrize("sources", ["", "another hash"])
def test_a_file_made_from_other_sources_is_not_used(monkeypatch, tmp_path, sources):
    content = json.loads((files("gapcheck.model") / FILE).read_text(encoding="utf-8")) | {"sources": sources}
    (tmp_path / FILE).write_text(json.dumps(content), encoding="utf-8")
    monkeypatch.setattr("gapcheck.lexicon.compiled._folder", lambda: tmp_path)
    assert read_compiled.__wrapped__() is None


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"sources": 1}'])
def test_a_damaged_file_is_not_used(monkeypatch, tmp_path, text):
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    monkeypatch.setattr("gapcheck.lexicon.compiled._folder", lambda: tmp_path)
    assert read_compiled.__wrapped__() is None


def test_without_the_file_the_data_files_are_read(monkeypatch, tmp_path, slow):
    monkeypatch.setattr("gapcheck.lexicon.compiled._folder", lambda: tmp_path)
    monkeypatch.setattr(package, "read_compiled", read_compiled.__wrapped__)
    assert list(package._default.__wrapped__()) == list(slow)


@pytest.mark.parametrize(
    "text", ["", "list", "near:Python,Java Script;list;not_before:to", "section:skills;after:in", "not_after:of"]
)
def test_a_guard_is_written_and_read(text):
    guard = parse_guard(text)
    assert read_guard(write_guard(guard)) == guard


def test_a_lazy_table_is_a_mapping():
    table = Lazy({"a b": "1", "c": "2"}, lambda key, row: (key, int(row)), " ".join, lambda text: tuple(text.split()))
    assert dict(table) == {("a", "b"): (("a", "b"), 1), ("c",): (("c",), 2)}
    assert (("a", "b") in table, ("d",) in table, len(table)) == (True, False, 2)
    assert table.get(("d",)) is None
    assert table["c",] is table["c",]
    with pytest.raises(KeyError):
        table["d",]
