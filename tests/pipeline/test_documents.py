"""Short postings of every shape -> what they ask: tables, person specifications, bulletins, prose, lists in one sentence."""

from __future__ import annotations

import pytest

from tests.marks import missed
from tests.pipeline.test_grammar import spec
from tests.reading import posting_of

POSTINGS = [
    pytest.param(
        "Baker\n\nRequirements\n\n| Must have | Nice to have |\n| --- | --- |\n| Sourdough | Laminated dough |\n| Food handler card | Forklift licence |\n",
        ["skill: Sourdough", "skill preferred: Laminated dough", "credential: Food handler card", "credential preferred: Forklift licence"],
        id="a Markdown table of must and nice",
    ),
    pytest.param(
        "# Baker\n\n| | Must | Nice |\n|---|---|---|\n| Skills | Sourdough | Laminated dough |\n| Cards | Food handler card | Forklift licence |\n",
        ["skill: Sourdough", "skill preferred: Laminated dough", "credential: Food handler card", "credential preferred: Forklift licence"],
        id="a Markdown table with row headings",
    ),
    pytest.param(
        "Support Worker\n\nPerson specification\n\nCriteria\tEssential\tDesirable\nExperience\tPersonal care\tDementia care\nOther\tFull UK driving licence\tMakaton\n",
        ["skill: Personal care", "skill preferred: Dementia care", "credential: driving licence", "language preferred: Makaton"],
        id="a person specification as a table",
    ),
    pytest.param(
        "Teaching Assistant\n\nPERSON SPECIFICATION\n\nEssential\n- Experience of working with pupils with autism\n- An understanding of safeguarding\n\n"
        "Desirable\n- First aid certificate\n- Experience of Makaton\n",
        ["experience: pupils with autism", "skill: safeguarding", "credential preferred: First aid certificate", "language preferred: Makaton"],
        id="a person specification under two headings",
    ),
    pytest.param(
        "Housing Officer\n\nPerson Specification\n(E) = essential, (D) = desirable\n- Knowledge of housing law (E)\n- Experience of rent arrears (E)\n"
        "- Knowledge of Universal Credit (D)\n- CIH qualification (D)\n",
        ["skill: housing law", "experience: rent arrears", "skill preferred: Universal Credit", "credential preferred: CIH"],
        id="a person specification with a letter behind each line",
    ),
    pytest.param(
        "Forestry Technician, GS-0462-05\n\nDuties\nMaintains chain saws and pumps.\n\nQualifications\nTo qualify for the GS-05 level you must have one "
        "year of specialized experience in fire suppression. A valid state driver's license is required.\n\n"
        "Conditions of employment\nU.S. citizenship required. Must be 18 years of age.\n",
        ["duty: chain saws, pumps", "experience 1y: fire suppression", "credential: driver's license", "condition: U.S. citizenship", "condition: 18 years of age"],
        id="a government bulletin",
    ),
    pytest.param(
        "Line cook wanted. We are a small trattoria by the river. You have worked at least two years on a busy line and you know how to break down a "
        "fish. You hold a food handler card, or can get one in your first month. Italian is welcome but not required. We pay weekly and feed you well.\n",
        ["experience 2y: busy line", "skill: break down a fish", "credential: food handler card", "skill preferred: Italian"],
        id="prose without bullets",
    ),
    pytest.param(
        "Dispatcher\n\nRequirements\n- Two years in dispatch\n- Nice to have: Spanish, Kubernetes, CPR certificate\n",
        ["experience 2y: dispatch", "credential preferred: Spanish, Kubernetes, CPR"],
        id="nice to have and a list in one line",
    ),
    pytest.param(
        "Carer\n\nWhat you bring\nYou must have:\n- A driving licence\n- Experience of personal care\nIt would be great if you also have:\n- Makaton\n- Food hygiene certificate\n",
        ["credential: driving licence", "experience: personal care", "language preferred: Makaton", "credential preferred: Food hygiene certificate"],
        id="introductions of lists",
    ),
    pytest.param(
        "Nurse\n\nQualifications\nRequired: RN license in Ohio; BLS certification.\nPreferred: BSN; ACLS certification.\n",
        ["credential: RN license", "credential: BLS certification", "education preferred: BSN", "credential preferred: ACLS certification"],
        id="required and preferred as run-in headings",
    ),
    pytest.param(
        "Sous chef\n\nYour profile:\n• 3+ years on a hot line\n• ServSafe Manager\nPluses:\n• Butchery\n• Spanish\nWhat we offer:\n• Meals\n• Dental\n",
        ["experience 3y: hot line", "credential: ServSafe Manager", "skill preferred: Butchery", "language preferred: Spanish"],
        id="three lists and what is offered",
    ),
    pytest.param(
        "Bus driver\n\nMinimum qualifications: Class B CDL with passenger endorsement. Two years of driving a bus. Clean driving record.\n",
        ["credential: Class B CDL, passenger endorsement", "experience 2y: driving a bus", "condition: clean driving record"],
        id="a paragraph behind its heading",
    ),
    missed(
        "Welder\n\nWe expect TIG and MIG welding to D1.1, blueprint reading and a valid forklift licence, all of which you will use daily.\n",
        ["skill: TIG, MIG welding", "skill: blueprint reading", "credential: forklift licence"],
        why="a list of demands of different kinds in one sentence is not cut", id="a list of kinds in one sentence",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), POSTINGS)
def test_a_posting_of_any_shape(text: str, wanted: list[str]) -> None:
    assert [spec([r]).lower() for r in posting_of(text).requirements] == [line.lower() for line in wanted]
