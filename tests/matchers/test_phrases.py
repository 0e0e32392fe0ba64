"""The matchers one by one: what each finds, what it refuses, and the evidence it gives."""

from __future__ import annotations

import pytest

from gapcheck.matchers import MATCHERS, MET, PARTIAL, build_index, find_acronyms, match, phrases
from gapcheck.matchers.index import ResumeIndex
from gapcheck.types import Document, Evidence, Keyword, Requirement
from tests.factories import make_keyword, make_requirement
from tests.reading import analyzer, resume_of

HEAD = "Ana Sousa\nana@example.org\n\nExperience\nAssistant, Larkspur Ltd, 2018 - 2023\n"


def index_of(*lines: str, defined: str = "") -> ResumeIndex:
    resume = resume_of(HEAD + "".join(f"- {line}\n" for line in lines))
    return build_index(resume, analyzer().lexicon, find_acronyms([Document.from_text(defined), resume.document]))


def ask(
    name: str, *lines: str, matcher, kind: str = "skill", concept: str | None = None, defined: str = ""
) -> Evidence | None:
    keyword = make_keyword(name, concept=concept)
    return matcher(make_requirement(name, kind=kind, keywords=(keyword,)), keyword, index_of(*lines, defined=defined))


# --- concept ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "concept", "line", "method", "score"),
    [
        ("PostgreSQL", "PostgreSQL", "Tuned PostgreSQL", "exact", 1.0),
        ("PostgreSQL", "PostgreSQL", "Tuned Postgres", "alias", 1.0),
        ("SQL", "SQL", "Tuned PostgreSQL", "hierarchy", 0.9),
        ("Kubernetes", "Kubernetes", "k8s on bare metal", "alias", 1.0),
        ("Kubernetes", "Kubernetes", "Basic Kubernetes", "exact", 0.5),
    ],
)
def test_a_concept_is_found_by_any_of_its_names(name: str, concept: str, line: str, method: str, score: float) -> None:
    found = ask(name, line, matcher=phrases.concept, kind="tool", concept=concept)
    assert found is not None
    assert (found.method, found.text) == (method, line)
    assert found.score == pytest.approx(score, abs=0.06)


def test_what_proves_it_is_said() -> None:
    found = ask("SQL", "Tuned PostgreSQL", matcher=phrases.concept, concept="SQL")
    assert found is not None
    assert found.note == "PostgreSQL shows SQL"


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("PostgreSQL", "Wrote SQL"),
        ("Kubernetes", "Never used Kubernetes"),
        ("Java", "JavaScript"),
        ("Kubernetes", "Bread"),
    ],
)
def test_a_concept_is_not_found_elsewhere(name: str, line: str) -> None:
    assert ask(name, line, matcher=phrases.concept, concept=name) is None


def test_the_best_line_is_quoted() -> None:
    found = ask(
        "Kubernetes", "Basic Kubernetes", "Ran Kubernetes for 40 teams", matcher=phrases.concept, concept="Kubernetes"
    )
    assert found is not None
    assert (found.text, found.score) == ("Ran Kubernetes for 40 teams", 1.0)


# --- stem ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "line", "method"),
    [
        ("outside vendors", "Coordinated outside vendors for print", "exact"),
        ("lesson plan", "Wrote lesson plans", "exact"),
        ("reconcile ledgers", "Reconciled three ledgers", "stem"),
        ("menu planning", "Planned menus for 200", "stem"),
        ("roster planning", "Planned rosters for 200", "stem"),
        ("inspection of boilers", "Inspected boilers weekly", "stem"),
    ],
)
def test_all_words_in_any_inflection(name: str, line: str, method: str) -> None:
    found = ask(name, line, matcher=phrases.stem)
    assert found is not None
    assert (found.method, found.score >= 0.8) == (method, True)


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("outside vendors", "Coordinated vendors"),
        ("FAST", "Worked fast and clean"),
        ("Front", "Worked at the front desk"),
        ("lesson plan", "Never wrote a lesson plan"),
        (
            "milk delivery",
            "Milk for the coffee bar was bought at dawn by the head cook Tom Reyes, whose younger brother Joe ran the delivery",
        ),
    ],
)
def test_words_apart_or_in_another_case_do_not_count(name: str, line: str) -> None:
    assert ask(name, line, matcher=phrases.stem, kind="tool") is None


# --- acronym ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "line", "defined"),
    [
        ("QBR", "Ran quarterly business reviews", "Quarterly Business Reviews (QBR) are held often."),
        ("quarterly business reviews", "Ran QBRs for 12 clients", "Quarterly Business Reviews (QBR) are held often."),
        ("QBR", "Ran Quarterly Business Reviews (QBR)", ""),
    ],
)
def test_an_acronym_that_a_text_defines(name: str, line: str, defined: str) -> None:
    found = ask(name, line, matcher=phrases.acronym, defined=defined)
    assert found is not None
    assert found.method == "alias"


def test_an_acronym_that_nobody_defines() -> None:
    assert ask("QBR", "Ran quarterly business reviews", matcher=phrases.acronym) is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Quarterly Business Review (QBR)", ["qbr"]),
        ("Standard Operating Procedures (SOPs)", ["sop"]),
        ("Bread and Butter (BB)", ["bb"]),
        ("Great food (GF) and Real Time Location System (RTLS)", ["gf", "rtls"]),
        ("Acme (USA)", []),
        ("Excel (Advanced)", []),
        ("(QBR)", []),
    ],
)
def test_acronyms_are_learned_from_brackets(text: str, wanted: list[str]) -> None:
    assert sorted(find_acronyms([Document.from_text(text)])) == wanted


# --- credential ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "line", "holds"),
    [
        ("Forklift ticket", "Forklift, certified 2020", True),
        ("Asbestos certification", "Asbestos course, card valid to 2027", True),
        ("Asbestos certification", "Removed asbestos", False),
        ("Forklift ticket", "Repaired forklifts", False),
        ("Hoist licence", "Hoist licence lapsed", False),
    ],
)
def test_any_word_for_a_credential_will_do(name: str, line: str, holds: bool) -> None:
    assert (ask(name, line, matcher=phrases.credential, kind="credential") is not None) is holds


def test_only_credentials_are_looked_for_in_this_way() -> None:
    assert ask("Forklift ticket", "Forklift, certified 2020", matcher=phrases.credential, kind="duty") is None


# --- typo ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("Kubernetes", "Kuberntes"),
        ("Kubernetes", "Kubernettes"),
        ("phlebotomy", "phlebotmy"),
        ("Photoshop", "Photohsop"),
    ],
)
def test_a_slip_of_the_pen(name: str, line: str) -> None:
    found = ask(name, line, matcher=phrases.typo, kind="tool")
    assert found is not None
    assert (found.method, found.note) == ("typo", "spelled differently")
    assert MET <= found.score < 1


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("Java", "Jave"),
        ("Kubernetes", "Cubernetes"),
        ("Angular", "Granular reports"),
        ("Tableau", "Tables"),
        ("masonry", "mason"),
        ("HTML4.0", "HTML5.0"),
        ("welding", "wedding planning"),
        ("nursing", "nursery"),
        ("marketing", "market"),
        ("Kubernetes", "Never used Kuberntes"),
        ("plumbing", "plucking"),
        ("casting", "costing"),
    ],
)
def test_another_word_is_no_slip(name: str, line: str) -> None:
    assert ask(name, line, matcher=phrases.typo, kind="tool") is None


# --- duty ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("coordinate exhibitions", "Organized exhibitions"),
        ("supervise cashiers", "Led eight cashiers"),
        ("supplier contracts", "Negotiated vendor contracts"),
        ("train employees", "Trained staff"),
    ],
)
def test_other_words_for_the_same(name: str, line: str) -> None:
    found = ask(name, line, matcher=phrases.duty, kind="duty")
    assert found is not None
    assert found.method == "duty"
    assert found.score >= PARTIAL


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("supervise cashiers", "Supervised welders"),
        ("coordinate exhibitions", "Coordinated bus drivers"),
        ("prepare tax returns", "Prepared soup"),
    ],
)
def test_the_same_verb_with_another_object_is_not_the_same(name: str, line: str) -> None:
    found = ask(name, line, matcher=phrases.duty, kind="duty")
    assert found is None or found.score < MET


@pytest.mark.parametrize("kind", ["tool", "credential", "language"])
def test_no_paraphrase_for_a_named_thing(kind: str) -> None:
    assert ask("Kubernetes", "Ran containers", matcher=phrases.duty, kind=kind, concept="Kubernetes") is None


# --- the cascade -----------------------------------------------------------------------------------------------


def test_a_matcher_of_one_s_own_is_asked() -> None:
    def lucky(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> Evidence | None:
        if keyword.name != "sorcery":
            return None
        return index.evidence(index.shown[0], 0, 1, method="lucky", score=1.0)

    index = index_of("Bread")
    requirement = make_requirement("sorcery", kind="skill", keywords=(make_keyword("sorcery"),))
    assert match(requirement, index).status == "missing"
    found = match(requirement, index, (*MATCHERS, lucky))
    assert (found.status, found.evidence[0].method) == ("met", "lucky")


@pytest.mark.parametrize(
    ("score", "wanted"),
    [(1.0, "met"), (MET, "met"), (MET - 0.01, "partial"), (PARTIAL, "partial"), (PARTIAL - 0.01, "missing")],
)
def test_evidence_is_graded_by_its_score(score: float, wanted: str) -> None:
    def graded(requirement: Requirement, keyword: Keyword, index: ResumeIndex) -> Evidence | None:
        return index.evidence(index.shown[0], 0, 1, method="graded", score=score)

    requirement = make_requirement("sorcery", kind="tool", keywords=(make_keyword("sorcery"),))
    (keyword,) = match(requirement, index_of("Bread"), (graded,)).keywords
    assert keyword.status == wanted


def test_without_matchers_nothing_is_shown() -> None:
    requirement = make_requirement("Bread", kind="tool", keywords=(make_keyword("Bread"),))
    assert match(requirement, index_of("Bread"), ()).status == "missing"


@pytest.mark.parametrize("matcher", MATCHERS, ids=lambda matcher: matcher.__name__)
@pytest.mark.parametrize("name", ["x", "the", "C++", "R&D", "🙂", "a" * 300, "of the and", "100%", "naïve café"])
def test_no_matcher_stumbles_over_a_keyword(matcher, name: str) -> None:
    for kind in ("duty", "tool", "credential", "condition", "soft_skill"):
        found = ask(name, "Bread, the C++ of the kitchen", matcher=matcher, kind=kind)
        assert found is None or 0 < found.score <= 1
