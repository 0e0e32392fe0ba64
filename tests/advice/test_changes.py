"""The few changes that gain most, the posting's own words, and evidence that is thin."""

from __future__ import annotations

import pytest

from gapcheck.advice import suggest
from gapcheck.scoring import gain
from gapcheck.settings import Settings
from tests.factories import make_evidence, make_keyword, make_match, make_requirement
from tests.reading import analyzer, resume_of

RESUME = """Jo Poe
jo@example.org

WORK HISTORY
Platform Engineer, Bluebird Foods
January 2022 - present
- Runs 40 services on K8s and Postgres
- Keeps time cards for twelve people
Clerk, Harbor Ceramics
January 2009 - June 2012
- Filed invoices every day

SKILLS
Terraform, Tableau

CERTIFICATES
First aid, 2024
"""


def advice(*matches):
    return suggest(matches, resume_of(RESUME), Settings(), analyzer().lexicon)


def of(code: str, *matches):
    return [s for s in advice(*matches) if s.code == code]


def asked(name="webinars", status="missing", quote="", *, keyword=None, note="", **fields):
    text = fields.pop("text", f"Produce {name}")
    kw = make_keyword(name, status=keyword or status, concept=fields.pop("concept", None))
    req = make_requirement(text, keywords=(kw,), **{"id": "r1", "kind": "duty"} | fields)
    document = resume_of(RESUME).document
    evidence = (make_evidence(quote, document, section="WORK HISTORY", note=fields.get("say", "")),) if quote else ()
    return make_match(status, req, evidence=evidence, note=note)


# --- gains -----------------------------------------------------------------------------------------------------


def test_the_largest_gain_comes_first_and_is_the_score_s_own():
    matches = (asked(id="r1", importance="preferred"), asked(id="r2"), asked(id="r3", status="partial", quote="K8s"))
    found = [s for s in advice(*matches) if s.gain]
    assert [s.requirement for s in found] == ["r2", "r1", "r3"]
    assert [s.gain for s in found] == [gain(matches[n], matches, Settings()) for n in (1, 0, 2)]


def test_at_most_five_changes():
    assert len(of("add", *(asked(id=f"r{n}") for n in range(9)))) == 5


def test_what_is_met_unstated_or_under_review_is_no_change():
    matches = (
        asked(status="met", quote="Filed invoices every day"),
        asked(status="unstated"),
        asked(review="may be discriminatory"),
    )
    assert [s for s in advice(*matches) if s.gain] == []


@pytest.mark.parametrize(
    ("fields", "begins", "place"),
    [
        ({"kind": "duty"}, "If you have done it", "WORK HISTORY, in the job where you did it"),
        ({"kind": "tool"}, "If you have used it", "WORK HISTORY, in the job where you did it"),
        ({"kind": "skill"}, "If you have it", "WORK HISTORY, in the job where you did it"),
        ({"kind": "credential"}, "If you hold it", "CERTIFICATES"),
        ({"kind": "education"}, "If you have it or are studying", "a section Education"),
        ({"kind": "language"}, "If you speak it", "a section Languages"),
        ({"kind": "soft_skill"}, "If it is true of you", "WORK HISTORY, in the job where you did it"),
        ({"kind": "condition"}, "If it is true of you", "a section Summary"),
        (
            {"kind": "experience", "years": 3.0},
            "If you have 3 years of it",
            "WORK HISTORY, in the job where you did it",
        ),
        (
            {"kind": "experience", "years": 0.5},
            "If you have 6 months of it",
            "WORK HISTORY, in the job where you did it",
        ),
    ],
    ids=lambda value: str(value.get("kind")) if isinstance(value, dict) else "",
)
def test_every_addition_is_only_where_it_is_true_and_says_where(fields, begins, place):
    (found,) = of("add", asked(**fields))
    assert found.message.startswith(begins)
    assert found.place == place


def test_of_an_alternative_one_is_enough():
    keywords = tuple(make_keyword(name, status="missing") for name in ("Spark", "Flink"))
    req = make_requirement("Spark or Flink", kind="tool", mode="any", keywords=keywords)
    (found,) = of("add", make_match("missing", req))
    assert found.message.endswith("Spark, or Flink.")


@pytest.mark.parametrize(
    ("match", "words"),
    [
        (asked(status="partial", keyword="missing", quote="Filed invoices every day"), "not found: webinars"),
        (
            asked(status="partial", quote="Filed invoices every day", note="2.0 of 5 years", years=5.0),
            "The dates show 2.0 of 5 years",
        ),
        (asked(status="partial", quote="Filed invoices every day", note="said with a limit"), "said with a limit"),
        (asked(status="partial", quote="Filed invoices every day", note="still being learned"), "still being learned"),
        (asked(status="partial", quote="Filed invoices every day", kind="education"), "near, not the same"),
        (asked(status="partial", quote="Terraform, Tableau"), "only claimed"),
        (asked(status="partial", quote="Filed invoices every day"), "only in part"),
    ],
    ids=["keyword", "years", "limit", "learning", "degree", "list", "other"],
)
def test_what_is_shown_in_part_says_why(match, words):
    (found,) = of("strengthen", match)
    assert words in found.message
    assert found.evidence == match.evidence[:1]
    assert found.place == "WORK HISTORY, page 1"


def test_no_message_quotes_the_resume():
    matches = [
        asked(status="partial", quote="Filed invoices every day"),
        asked(status="met", quote="Terraform, Tableau", kind="tool"),
    ]
    assert not any(quote in s.message for s in advice(*matches) for quote in ("Filed invoices", "Terraform"))


# --- the posting's own words -----------------------------------------------------------------------------------

LINES = {"K8s": "Runs 40 services on K8s and Postgres", "time cards": "Keeps time cards for twelve people"}


@pytest.mark.parametrize(
    ("name", "concept", "own", "line"),
    [
        ("Kubernetes", "Kubernetes", "K8s", LINES["K8s"]),
        ("SQL", "SQL", "Postgres", LINES["K8s"]),
    ],
)
def test_another_name_for_what_counts_is_told(name, concept, own, line):
    (found,) = of("exact_wording", asked(name, "met", line, kind="tool", concept=concept))
    assert found.message == f"They search “{name}”: use that word too where it is the same thing."
    assert found.evidence[0].text == own
    assert resume_of(RESUME).document.text[found.evidence[0].start : found.evidence[0].end] == own
    assert found.gain == 0


@pytest.mark.parametrize(
    "match",
    [
        asked("K8s", "met", LINES["K8s"], kind="tool", concept="Kubernetes"),
        asked("production Postgres", "met", LINES["K8s"], kind="tool", concept="PostgreSQL"),
        asked("Kubernetes", "missing", kind="tool", concept="Kubernetes"),
        asked("Kubernetes", "met", "Filed invoices every day", kind="tool", concept="Kubernetes"),
        asked("Kubernetes", "met", LINES["K8s"], kind="soft_skill", concept="Kubernetes"),
    ],
    ids=["said already", "only more words", "not shown", "other evidence", "soft skill"],
)
def test_no_other_name_is_made_up(match):
    assert of("exact_wording", match) == []


# --- thin evidence ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("match", "begins"),
    [
        (asked(status="met", quote="Terraform, Tableau", kind="tool"), "Only listed"),
        (asked(status="met", quote="Filed invoices every day"), "Only shown more than ten years ago"),
    ],
    ids=["list", "old job"],
)
def test_thin_evidence_is_told(match, begins):
    (found,) = of("show", match)
    assert found.message.startswith(begins)


@pytest.mark.parametrize(
    "match",
    [
        asked(status="met", quote=LINES["K8s"]),
        asked(status="met", quote="First aid, 2024", kind="credential"),
        asked(status="met", quote="Terraform, Tableau", kind="tool", importance="preferred"),
    ],
    ids=["a job of today", "a certificate", "preferred"],
)
def test_good_evidence_is_left_alone(match):
    assert of("show", match) == []


# --- in a few words --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "short"),
    [
        ({}, "add a line: Produce webinars"),
        ({"kind": "tool", "name": "Excel"}, "add a line: Excel"),
        ({"kind": "language", "name": "Spanish"}, "add it with your level: Spanish"),
        ({"kind": "soft_skill", "text": "A calm manner"}, "show it by something you did: A calm manner"),
        ({"years": 3.0}, "name it in every job where you did it, with dates: Produce webinars"),
        ({"status": "partial", "quote": "K8s", "keyword": "missing"}, "add to the line: webinars"),
        ({"status": "partial", "quote": "Terraform, Tableau"}, "show it at work: Produce webinars"),
        ({"status": "partial", "quote": "K8s"}, "say it in full: Produce webinars"),
        ({"status": "partial", "quote": "K8s", "note": "said with a limit"},
         "said with a limit; say what you do now: Produce webinars"),
    ],
    ids=str,
)  # fmt: skip
def test_every_change_is_told_in_a_few_words(fields, short):
    found = next(s for s in advice(asked(**fields)) if s.gain)
    assert found.short == short


def test_the_word_to_take_over_is_told_alone():
    match = asked("Kubernetes", "met", "Runs 40 services on K8s and Postgres", concept="Kubernetes", kind="tool")
    assert [s.short for s in of("exact_wording", match)] == ["Kubernetes"]


def test_a_thing_and_its_initials_are_named_once():
    names = ("Indian Child Welfare Act", "ICWA")
    req = make_requirement("Knowledge of the ICWA", kind="skill", keywords=tuple(map(make_keyword, names)))
    assert [s.short for s in of("add", make_match("missing", req))] == ["add a line: Indian Child Welfare Act"]
