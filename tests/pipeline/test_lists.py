"""Lists that show no bullets: under headings of unknown words, with the marks of a criterion, going on from a heading."""

from __future__ import annotations

import pytest

from tests.reading import posting_of


def asked(text: str) -> list[tuple[str, str]]:
    return [(" ".join(r.text.split()), r.importance) for r in posting_of(text).requirements]


UNKNOWN = """Machinist

We cut gears.

QWERTZ PLOK
5 years of CNC machining, minimum
High school diploma or GED
Able to stand 10 hours and lift up to 50 lbs
Own hand tools and box
"""


def test_a_list_under_a_heading_that_says_nothing_is_read() -> None:
    assert len(asked(UNKNOWN)) >= 4


def test_an_address_under_such_a_heading_is_none() -> None:
    text = UNKNOWN + "\nVBNM ZUIO\nHarbour House\n12 Quay Street\nGalway\nOpen from nine to five\n"
    assert asked(text) == asked(UNKNOWN)


CRITERIA = """Payroll Officer

Person specification
(E = Essential, D = Desirable. A = Application, I = Interview, T = Test)

Qualifications
GCSE Maths and English at grade C or above (E) A
CIPP Payroll Technician Certificate (D) A

Experience
Working in a school payroll (D) A I
Use of an integrated payroll system (E) A/T
"""


def test_each_criterion_is_a_line_and_its_mark_says_how_much_it_counts() -> None:
    assert asked(CRITERIA) == [
        ("GCSE Maths and English at grade C or above", "required"),
        ("CIPP Payroll Technician Certificate", "preferred"),
        ("Working in a school payroll", "preferred"),
        ("Use of an integrated payroll system", "required"),
    ]


def test_marks_on_many_lines_need_no_legend() -> None:
    assert asked(
        CRITERIA.replace("(E = Essential, D = Desirable. A = Application, I = Interview, T = Test)\n", "")
    ) == asked(CRITERIA)


def test_a_grade_in_parentheses_is_no_mark() -> None:
    text = "Driver\n\nRequirements\nLicence of class C (E)\nForklift certificate\nClean uniform every day\n"
    assert {importance for _, importance in asked(text)} == {"required"}


FRAGMENTS = """Assistant

My assistant is retiring, and she has asked me to write this myself so that nobody can say that they were not warned of it.

It would be a treat if you also

speak Portuguese, since half our warehouse does
are a notary public or would become one
have worked in logistics
"""


def test_fragments_that_go_on_from_a_heading_are_items() -> None:
    found = asked(FRAGMENTS)
    assert [importance for _, importance in found] == ["preferred"] * 3
    assert found[2][0] == "have worked in logistics"


def test_a_wrapped_paragraph_stays_whole() -> None:
    text = "Assistant\n\nYou must speak Portuguese, since half our\nwarehouse does, and you must be able to\nwork in the evenings of the season.\n"
    assert len(asked(text)) == 2


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Good spoken English is needed, as you will be talking to guests.", ["Good spoken English is needed"]),
        ("The bus does not come here, so a driving licence is essential.", ["a driving licence is essential"]),
        (
            "We would also be delighted to hear from anyone with experience of vegan baking.",
            ["experience of vegan baking"],
        ),
        ("A degree is required; I do not care in what.", ["A degree is required"]),
        (
            "You will have fluent spoken English and a warm, patient manner.",
            ["You will have fluent spoken English", "a warm, patient manner"],
        ),
        (
            "You must check the night audit, cash floats and the ledger.",
            ["You must check the night audit, cash floats and the ledger"],
        ),
        ("Reporting to the Head of Risk, you will join a team of six in the second line.", []),
        ("Hit APPLY or ring Jo Kaur on 0491 570 158 for a chat.", []),
        ("For an informal chat, ask for Amit.", []),
        ("Our engineers will teach you the process.", []),
    ],
)
def test_sentences_are_cut_to_what_they_ask(sentence: str, expected: list[str]) -> None:
    text = f"Coordinator\n\nWe are a harbour company.\n\nWho we look for\n{sentence}\n\nRequirements\n- Typing of letters\n"
    assert [q.rstrip(".") for q, _ in asked(text) if q != "Typing of letters"] == expected
