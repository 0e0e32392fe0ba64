"""No more labels of data/gold and data/cases go wrong than come right since data/outcomes.tsv was accepted."""

from __future__ import annotations

import pytest

from tests.quality import gold, outcomes

ROOM = 0.01
"""Share of the labels by which losses may outnumber gains."""


@pytest.mark.quality
@pytest.mark.parametrize("folder", outcomes.FOLDERS)
def test_no_more_is_lost_than_gained(folder):
    found = outcomes.measured(gold.Steady(), (folder,))
    changed = outcomes.changes(outcomes.accepted(), found)
    sorts = [change.sort for change in changed]
    print(outcomes.listed(changed))
    assert sorts.count("loss") - sorts.count("gain") <= ROOM * len(found), outcomes.listed(changed)


def test_the_record_has_every_label_once():
    rows = outcomes.RECORD.read_text(encoding="utf-8").splitlines()[1:]
    ids = [id_ for row in rows for column in row.split("\t")[2:] for id_ in column.split()]
    assert len(ids) == len(outcomes.accepted())
    assert set(outcomes.accepted()) == {label.key for label in outcomes.labels()}


def test_what_is_accepted_is_what_is_read_again(tmp_path, monkeypatch):
    before = outcomes.accepted()
    monkeypatch.setattr(outcomes, "RECORD", tmp_path / "outcomes.tsv")
    outcomes.accept(before)
    assert outcomes.accepted() == before


@pytest.mark.parametrize(
    ("before", "after", "sort"),
    [("unpaired", "right", "gain"), ("right", "unpaired", "loss"), ("unpaired", "wrong", "neither")],
)
def test_a_change_is_a_gain_a_loss_or_neither(before, after, sort):
    label = next(label for label in outcomes.labels() if label.truth == "met")
    said = {"right": "met", "wrong": "missing", "unpaired": "unpaired"}
    found = outcomes.changes({label.key: said[before]}, {label.key: said[after]})
    assert [change.sort for change in found] == [sort]


def test_what_is_lost_is_listed_with_truth_before_after_and_quote():
    label = outcomes.Label(("gold", "clerk__ann", "r1"), "Run\nthe payroll", "met")
    found = [outcomes.Change(label, "met", "missing")]
    assert outcomes.listed(found).splitlines() == [
        "loss  gold/clerk__ann r1: truth met, was met, now missing: Run the payroll",
        "0 gains, 1 losses, 0 wrong before and after",
    ]


@pytest.mark.parametrize(
    ("quotes", "read", "pairs"),
    [
        (["Run the payroll"], ["Run the payroll"], {0: 0}),
        (["Run the weekly payroll"], ["Runs payrolls", "run the weekly payrolls"], {0: 1}),
        (["Run the payroll", "Run the payroll daily"], ["Run the payroll daily", "Run the payroll"], {0: 1, 1: 0}),
        (["Run the payroll"], ["Teach arithmetic to the infants"], {}),
        (["Data-entry skills"], ["data entry skill"], {0: 0}),
    ],
)
def test_labels_pair_up_by_their_words(quotes, read, pairs):
    assert outcomes.paired(quotes, read) == pairs
