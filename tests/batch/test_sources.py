from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from gapcheck.batch.journal import FORMAT
from gapcheck.batch.output import COLUMNS
from gapcheck.batch.sources import Input, as_inputs, count, expand
from gapcheck.errors import ConfigError, InputNotFound
from gapcheck.types import Document


def names(inputs):
    return [one.name for one in inputs]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "in" / "sub").mkdir(parents=True)
    for name in ("b.txt", "a.txt", "sub/a.txt", ".hidden"):
        (tmp_path / "in" / name).write_text(f"text of {name}")
    return tmp_path / "in"


def test_a_folder_is_walked_in_order_and_names_begin_below_it(folder):
    inputs = expand([folder])
    assert names(inputs) == ["a.txt", "b.txt", "sub/a.txt"]
    assert [one.data for one in inputs] == [b"text of a.txt", b"text of b.txt", b"text of sub/a.txt"]
    assert count(inputs) == 3


def test_a_glob_and_equal_names(folder):
    assert names(expand([str(folder / "**" / "a.txt")])) == ["a.txt", "a.txt (2)"]


def test_a_path_that_is_not_there_is_an_error_at_once(tmp_path):
    with pytest.raises(InputNotFound):
        expand([tmp_path / "nothing.txt"])
    with pytest.raises(InputNotFound):
        expand([str(tmp_path / "*.pdf")])


def test_jsonl_one_bad_line_is_one_input_with_its_error(tmp_path):
    path = tmp_path / "people.jsonl"
    path.write_text(
        '{"id": "kim", "text": "cook"}\n{broken\n\n[1]\n{"text": 5}\n{"other": 1}\n{"text": " "}\n{"text": "b"}\n'
    )
    found = list(expand([path]))
    assert names(found) == ["kim", *(f"people.jsonl:{n}" for n in (2, 4, 5, 6, 7, 8))]
    assert [one.error.code if one.error else one.data for one in found] == [
        b"cook", "corrupt_file", "corrupt_file", "corrupt_file", "config_error", "input_error", b"b",
    ]  # fmt: skip
    assert count(expand([path])) == 7


@pytest.mark.parametrize(("name", "delimiter"), [("t.csv", ","), ("t.tsv", "\t")])
def test_csv_columns_by_name_and_by_custom(tmp_path, name, delimiter):
    path = tmp_path / name
    rows = [("who", "cv"), ("kim", "two\nlines"), ("", "more")]
    path.write_text("\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows), encoding="utf-8-sig")
    found = list(expand([path], text="cv", id="who"))
    assert [(one.name, one.data) for one in found] == [("kim", b"two\nlines"), (f"{name}:2", b"more")]


def test_a_csv_without_a_known_column_names_its_columns(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("who,cv\nkim,words\n")
    with pytest.raises(ConfigError, match="no column") as caught:
        list(expand([path]))
    assert "who, cv" in str(caught.value)


def test_a_foreign_table_in_a_folder_is_one_input_with_its_error(folder):
    (folder / "t.csv").write_text("who,cv\nkim,words\n")
    inputs = expand([folder])
    assert names(inputs) == ["a.txt", "b.txt", "sub/a.txt", "t.csv"]
    assert [one.error.code for one in inputs if one.error] == ["config_error"]
    with pytest.raises(ConfigError, match="no column"):
        list(expand([folder], text="resume_text"))


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="names are Unicode there")
def test_a_name_that_is_not_utf8_can_be_written(folder):
    Path(os.fsdecode(bytes(folder) + b"/caf\xe9.txt")).write_text("a cook")
    inputs = list(expand([folder]))
    assert [one.name for one in inputs][-2:] == ["caf?.txt", "sub/a.txt"]
    assert next(one for one in inputs if one.name == "caf?.txt").data == b"a cook"


def test_files_left_out_are_not_found_in_folders_and_globs(folder):
    own = folder / "b.txt"
    assert names(expand([folder], without=[own])) == ["a.txt", "sub/a.txt"]
    assert names(expand([str(folder / "*.txt")], without=[own])) == ["a.txt"]


@pytest.mark.parametrize("name", ["rows.jsonl", "rows.csv"])
def test_a_table_that_a_batch_wrote_is_no_table_of_texts(folder, name):
    lines = {
        "rows.jsonl": f'{{"format": "{FORMAT}"}}\n{{"resume": "kim", "posting": "a"}}\n',
        "rows.csv": ",".join(COLUMNS) + "\nkim,a,ok" + "," * (len(COLUMNS) - 3) + "\n",
    }
    (folder / name).write_text(lines[name])
    found = {one.name: one.error for one in expand([folder])}
    assert found[name].code == "unsupported_format"
    assert [key for key, error in found.items() if error] == [name]


def test_parquet_columns(tmp_path):
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "t.parquet"
    parquet.write_table(pyarrow.table({"id": ["kim", "lee"], "text": ["cook", None], "junk": [1, 2]}), path)
    found = list(expand([path]))
    assert (found[0].name, found[0].data) == ("kim", b"cook")
    assert found[1].error is not None


def test_what_a_caller_hands_over(tmp_path):
    path = tmp_path / "kim.txt"
    path.write_text("cook")
    given = [path, b"bytes", Document.from_text("words"), Document.from_text("x", source="lee.txt"), Input("own", b"y")]
    inputs = as_inputs(given, "resume")
    assert names(inputs) == names(inputs) == ["kim.txt", "resume 2", "resume 3", "lee.txt", "own"]


def test_the_digest_stands_for_name_and_content():
    one = Input("a", b"x")
    assert one.digest == Input("a", b"x").digest
    assert len({one.digest, Input("a", b"y").digest, Input("b", b"x").digest, Input("ax", b"").digest}) == 4


def test_an_input_never_shows_its_text():
    assert "secret" not in repr(Input("kim.txt", b"secret"))
