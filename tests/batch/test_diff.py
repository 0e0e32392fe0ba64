from __future__ import annotations

import pytest

from gapcheck.batch.diff import diff_postings, diff_resumes, pair_up

from ..factories import make_requirement
from ..reading import analyzer, posting_of, resume_of
from .made import COOK, NURSE, PILAR, TOMAS


def changed(old, new, resume=None):
    read = resume_of(resume) if resume else None
    return diff_postings(posting_of(old), posting_of(new), resume=read, analyzer=analyzer())


@pytest.mark.parametrize("text", [NURSE, COOK])
@pytest.mark.parametrize("resume", [None, PILAR])
def test_a_posting_does_not_differ_from_itself(text, resume):
    found = changed(text, text, resume)
    assert found.changes == ()
    assert found.unchanged == len(posting_of(text).requirements)
    assert found.before == found.after


def test_added_removed_moved_reworded():
    new = (
        NURSE.replace("- Wound care\n", "").replace("- Spanish\n", "- Wound care\n- Tagalog\n")
        .replace("to twelve patients", "to fifteen patients")
    )  # fmt: skip
    found = changed(NURSE, new)
    kinds = {(c.kind, c.before, c.after, c.importance_before, c.importance_after) for c in found.changes}
    medication = "Give medication to {} patients on a night shift"
    assert kinds == {
        ("moved", "Wound care", "Wound care", "required", "preferred"),
        ("removed", "Spanish", "", "preferred", None),
        ("added", "", "Tagalog", None, "preferred"),
        ("reworded", medication.format("twelve"), medication.format("fifteen"), "required", "required"),
    }


def test_backwards_it_is_the_reverse():
    new = NURSE.replace("- Spanish\n", "- Tagalog\n")
    there, back = changed(NURSE, new), changed(new, NURSE)
    assert {(c.before, c.after) for c in there.changes} == {(c.after, c.before) for c in back.changes}


def test_what_it_does_to_the_score():
    """Tomas (7 requirements of COOK): a new requirement that he lacks lowers the score by what it weighs."""
    new = COOK.replace("- Knife skills\n", "- Knife skills\n- CDL class A licence\n")
    found = changed(COOK, new, TOMAS)
    (change,) = found.changes
    assert (change.kind, change.status) == ("added", "missing")
    assert change.effect == pytest.approx(float(found.after.exact - found.before.exact))
    weights = [1 if r.importance == "required" else 0.5 for r in posting_of(COOK).requirements]
    assert float(found.after.exact) == pytest.approx(float(found.before.exact) * sum(weights) / (sum(weights) + 1))


def requirements(*texts):
    return [make_requirement(text, id=f"r{n}") for n, text in enumerate(texts)]


def test_pairs_prefer_the_same_words_over_the_near_ones():
    old = requirements("Write SQL reports", "Write SQL reports for finance")
    new = requirements("Write SQL reports for finance", "Write SQL reports")
    assert [(a.text, b.text) for a, b in pair_up(old, new)] == [
        ("Write SQL reports", "Write SQL reports"), ("Write SQL reports for finance", "Write SQL reports for finance"),
    ]  # fmt: skip


def test_every_requirement_is_in_exactly_one_pair():
    old = requirements("Wound care", "Wound care", "Spanish", "Epic records")
    new = requirements("Wound care", "Epic", "Tagalog", "Records in Epic", "")
    pairs = pair_up(old, new)
    assert sorted(a.id for a, _ in pairs if a) == ["r0", "r1", "r2", "r3"]
    assert sorted(b.id for _, b in pairs if b) == ["r0", "r1", "r2", "r3", "r4"]


# --- resumes ---------------------------------------------------------------------------------------------------


def test_a_resume_does_not_differ_from_itself():
    found = diff_resumes(resume_of(PILAR), resume_of(PILAR), posting_of(NURSE), analyzer=analyzer())
    assert found.gained == found.lost == found.keywords_gained == found.keywords_lost == found.concepts_gained == ()
    assert found.before == found.after


def test_gained_and_lost_with_the_lines():
    new = PILAR.replace("- Wound care after abdominal surgery\n", "").replace("Spanish", "Portuguese")
    found = diff_resumes(resume_of(PILAR), resume_of(new), posting_of(NURSE), analyzer=analyzer())
    lost = {shift.requirement: (shift.before, shift.evidence_before) for shift in found.lost}
    assert lost["Wound care"] == ("met", ("Wound care after abdominal surgery",))
    assert lost["Spanish"][0] == "met"
    assert found.gained == ()
    assert "Spanish" in found.keywords_lost
    assert "Portuguese" in found.concepts_gained
    assert found.after.score < found.before.score
    back = diff_resumes(resume_of(new), resume_of(PILAR), posting_of(NURSE), analyzer=analyzer())
    assert {s.requirement for s in back.gained} == set(lost)
