"""The matchers one by one: what each finds, what it refuses, and the evidence it gives."""

from __future__ import annotations

import pytest

from gapcheck.matchers import MET, phrases
from tests.matchers.asking import HEAD, ask
from tests.reading import judged

# --- concept ------------------------------------------------------------------------------------------------


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


# --- stem ---------------------------------------------------------------------------------------------------


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


# --- acronym ------------------------------------------------------------------------------------------------


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


# --- typo ---------------------------------------------------------------------------------------------------


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


@pytest.mark.parametrize(
    ("asked", "shown", "wanted"),
    [
        ("Proficiency in Go, Python or Rust", "Line Chef, The Rusty Anchor", "missing"),
        ("Proficiency in Go, Python or Rust", "Wrote services in Rust", "met"),
        ("Node.js", "SQL Server Express, Oracle client", "missing"),
        ("Node.js", "Express, MongoDB and React", "met"),
        ("Fluency in SQL", 'Guest lecture, "Snowflakes, storks and spurious correlation"', "missing"),
        ("Fluency in SQL", "Snowflake, dbt and Airflow", "met"),
        ("Lean Six Sigma Yellow Belt certificate", "Yellow belt in judo", "missing"),
        ("Lean Six Sigma Yellow Belt certificate", "Yellow Belt, 2020", "met"),
        ("APICS CPIM or CSCP certification", "CPIM: registered for part 1", "missing"),
        ("Certified Administrative Professional (CAP)", "Enrolled for the CAP exam, October sitting", "missing"),
        ("Certified Administrative Professional (CAP)", "CAP since 2019", "met"),
    ],
)
def test_names_in_another_sense_or_not_yet_held(asked: str, shown: str, wanted: str) -> None:
    assert [m.status for m in judged(asked, f"{HEAD}- {shown}\n")] == [wanted]
