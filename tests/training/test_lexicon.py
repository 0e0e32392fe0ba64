"""The compiled lexicon is what the data files say."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from gapcheck.lexicon import from_sources
from gapcheck.lexicon.compiled import FILE
from gapcheck.training.lexicon import content


@pytest.fixture(scope="module")
def shipped():
    return json.loads((files("gapcheck.model") / FILE).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def made():
    return content(from_sources())


def test_it_is_current(shipped, made):
    assert shipped["sources"] == made["sources"], "run python -m gapcheck.training.lexicon"


def test_it_holds_what_the_data_files_say(shipped, made):
    assert shipped.keys() == made.keys()
    assert [name for name in made if shipped[name] != made[name]] == []


def test_its_entries_stand_in_the_order_of_the_data_files(shipped, made):
    assert list(shipped["concepts"]) == list(made["concepts"])
    assert list(shipped["aliases"]) == list(made["aliases"])
