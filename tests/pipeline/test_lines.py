"""Passages: wrapped lines joined, sentences parted, bullets kept, lost line breaks found again."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.reading import passages_of, quotes

WRAPPED = """Requirements

You have run a kitchen of eight or more people for at least two years, and you
know how to keep food cost under thirty percent without cutting the portions or
the quality of what goes on the plate. You are calm on a Saturday night when the
printer does not stop, and you clean as you go.
"""


def test_a_hard_wrapped_paragraph_is_read_as_sentences() -> None:
    assert quotes(WRAPPED) == [
        "You have run a kitchen of eight or more people for at least two years, and you know how to keep food cost under thirty percent "
        "without cutting the portions or the quality of what goes on the plate.",
        "You are calm on a Saturday night when the printer does not stop, and you clean as you go.",
    ]


def test_a_wrapped_bullet_is_one_passage() -> None:
    text = "Duties\n- Write copy for direct mail and electronic distribution,\n  including web content\n- Coordinate trade shows\n"
    assert quotes(text) == [
        "Write copy for direct mail and electronic distribution, including web content",
        "Coordinate trade shows",
    ]


def test_bullets_without_full_stops_stay_apart() -> None:
    text = "Duties\n• Open the shop\n• Count the till\n• Order stock\n"
    document, found = passages_of(text)
    assert [document.text[p.start : p.end] for p in found] == ["Open the shop", "Count the till", "Order stock"]
    assert all(p.bullet for p in found)


def test_lines_without_bullets_stay_apart() -> None:
    assert quotes("Requirements\nForklift licence\nTwo years in a warehouse\nClean driving record\n") == [
        "Forklift licence", "Two years in a warehouse", "Clean driving record",
    ]  # fmt: skip


@pytest.mark.parametrize("glyph", ["•", "-", "–", "*", "▪", "◦", "·", "o ", "1.", "2)", "a)", "✓", "➢"])
def test_glyphs_of_bullets_are_no_part_of_a_passage(glyph: str) -> None:
    assert quotes(f"Requirements\n{glyph} Forklift licence\n{glyph} Steel-toe boots\n") == [
        "Forklift licence",
        "Steel-toe boots",
    ]


SENTENCES = [
    ("You know Excel. You like people.", ["You know Excel.", "You like people."]),
    ("Experience with e.g. Xero or Sage. Payroll a plus.", ["Experience with e.g. Xero or Sage.", "Payroll a plus."]),
    ("A degree from a U.S. university is required.", ["A degree from a U.S. university is required."]),
    ("Assist Dr. Alvarez. Keep the minutes.", ["Assist Dr. Alvarez.", "Keep the minutes."]),
    ("Report to Dr. Alvarez on the trial.", ["Report to Dr. Alvarez on the trial."]),
    ("At least 3.5 years of audit. CPA.", ["At least 3.5 years of audit.", "CPA."]),
    ("Tools (Jira, Slack, etc.) are used daily.", ["Tools (Jira, Slack, etc.) are used daily."]),
    ("Shifts run 7 a.m. to 3 p.m. on weekdays.", ["Shifts run 7 a.m. to 3 p.m. on weekdays."]),
    ("Ph.D. in chemistry. Published work.", ["Ph.D. in chemistry.", "Published work."]),
    (
        "Can you lift 50 lbs. without help? You will do it daily.",
        ["Can you lift 50 lbs. without help?", "You will do it daily."],
    ),
    ("Node.js and Vue.js in production.", ["Node.js and Vue.js in production."]),
    ('You say "yes, chef." You mean it.', ['You say "yes, chef."', "You mean it."]),
    ("We use ASP.NET Core. We love it!", ["We use ASP.NET Core.", "We love it!"]),
    ("Work for St. Luke Hospital. Draw blood.", ["Work for St. Luke Hospital.", "Draw blood."]),
    ("Minimum of 2 yrs. experience in sales.", ["Minimum of 2 yrs. experience in sales."]),
]


@pytest.mark.parametrize(
    ("text", "wanted"),
    SENTENCES,
)
def test_sentences(text: str, wanted: list[str]) -> None:
    assert quotes(f"Requirements\n{text}\n") == wanted


GLUED = [
    (
        "Requirements - Valid forklift licence - Lifting up to 50 lb - Two years in a warehouse",
        ["Valid forklift licence", "Lifting up to 50 lb", "Two years in a warehouse"],
    ),
    (
        "Duties: • Greet guests • Answer the phone • Take bookings",
        ["Greet guests", "Answer the phone", "Take bookings"],
    ),
    (
        "We need: * A current welding ticket * Your own hand tools * A van",
        ["A current welding ticket", "Your own hand tools", "A van"],
    ),
]


@pytest.mark.parametrize(("line", "wanted"), GLUED)
def test_bullets_in_the_middle_of_a_line_are_found(line: str, wanted: list[str]) -> None:
    assert quotes(f"Warehouse clerk\n\n{line}\n")[-len(wanted) :] == wanted


@pytest.mark.parametrize(
    "line",
    [
        "Full-time, Monday - Friday",
        "About 120 - 150 covers a night",
        "Up to 120 - 150 covers a night",
        "State-of-the-art labs",
        "Work 9 - 5, Mon - Fri - no weekends",
    ],
)
def test_a_dash_in_a_line_is_no_bullet(line: str) -> None:
    assert quotes(f"Requirements\n{line}\n") == [line]


def test_lines_that_lost_their_breaks_are_cut_where_the_next_begins() -> None:
    line = (
        "Assist customers on the sales floor and at the fitting rooms Process payments at the till and reconcile the drawer at close "
        "Maintain the look of the store and its windows Support the stock count every month and report differences to the manager"
    )
    assert quotes(f"What you will do\n{line}\n") == [
        "Assist customers on the sales floor and at the fitting rooms",
        "Process payments at the till and reconcile the drawer at close",
        "Maintain the look of the store and its windows",
        "Support the stock count every month and report differences to the manager",
    ]


def test_a_heading_glued_to_its_sentence_still_labels_it() -> None:
    text = "The role Your main tasks are the phones and the post. Requirements You speak Danish. Benefits We pay a pension."
    document, found = passages_of(text)
    labels = {document.text[p.start : p.end].split()[-1].rstrip("."): p.label for p in found}
    assert labels == {"post": "duties", "Danish": "required", "pension": "benefits"}


def test_a_list_knows_the_line_that_introduces_it() -> None:
    _, found = passages_of("Requirements\nA grounding in all of these:\n- Danish\n- A driving licence\n")
    assert [p.lead for p in found if p.bullet] == ["A grounding in all of these"] * 2


def test_the_introduction_ends_with_its_list() -> None:
    _, found = passages_of(
        "Requirements\nA grounding in all of these:\n- Danish\nYou hold a licence to drive.\n- Own van\n"
    )
    assert [p.lead for p in found if p.bullet] == ["A grounding in all of these", ""]


def test_a_table_of_essential_and_desirable_is_read_by_its_columns() -> None:
    text = "Person specification\n\nCriteria | Essential | Desirable\nQualifications | Level 3 in childcare | First aid\nExperience | Work in a nursery | SEN experience\n"
    document, found = passages_of(text)
    labels = {document.text[p.start : p.end]: p.label for p in found}
    assert labels["Level 3 in childcare"] == labels["Work in a nursery"] == "required"
    assert labels["First aid"] == labels["SEN experience"] == "preferred"


def test_headings_are_in_no_passage() -> None:
    assert quotes("Welder\n\nRequirements\n- TIG welding\n\nBenefits\n- Pension\n")[-2:] == ["TIG welding", "Pension"]


TEXTS = [
    WRAPPED,
    "",
    "\n",
    "•\n•\n",
    "A",
    "Requirements:\n\n\n- a\n-\n- b",
    "x" * 3000,
    "word " * 700,
    "a. b. c. d.",
    "•" * 50,
    "Requirements\n\tPython | Java\t\n",
]


@pytest.mark.parametrize("side", ["posting", "resume"])
@pytest.mark.parametrize("text", TEXTS)
def test_passages_stand_in_order_and_their_words_where_they_say(text: str, side: str) -> None:
    document, found = passages_of(text, side)
    assert all(a.end <= b.start for a, b in pairwise(found))
    for passage in found:
        assert passage.words
        assert all(
            document.text[w.start : w.end] == w.text and passage.start <= w.start and w.end <= passage.end
            for w in passage.words
        )


@pytest.mark.parametrize(
    "bullet",
    [
        "- Clear grasp of safeguarding and child protection\n  responsibilities",
        "- Advanced Excel: pivot tables, VLOOKUP,\n  SUMIFS",
        "- Sommelier certification (Court of Master Sommeliers or\n  WSET)",
        "- Respond to online reviews within 24\n  hours",
        "• Use the\n  Google Classroom\n  Suite",
    ],
)
def test_what_stands_under_the_text_of_a_bullet_belongs_to_it(bullet: str) -> None:
    text = f"Duties\n- Coordinate trade shows\n{bullet}\n- Open the shop\n"
    assert quotes(text) == ["Coordinate trade shows", " ".join(bullet[2:].split()), "Open the shop"]


def test_a_heading_right_below_a_list_is_a_heading() -> None:
    text = "Duties\n- Coordinate trade shows\nRequirements\n- Excel\n  \nNice to have\n- SAP\n"
    assert quotes(text) == ["Coordinate trade shows", "Excel", "SAP"]


def test_a_letter_that_names_a_thing_ends_a_sentence() -> None:
    text = "Acme\n\nAbout you\nYou know GraphPad Prism or R. Careful record keeping matters. Ask for J. Smith today.\n"
    assert quotes(text)[-3:] == [
        "You know GraphPad Prism or R.",
        "Careful record keeping matters.",
        "Ask for J. Smith today.",
    ]


def test_a_sentence_may_end_without_a_blank_after_it() -> None:
    assert quotes("Cook\n\nRequirements\nTwo years of grill experience.Must work weekends.\n")[1:] == [
        "Two years of grill experience.",
        "Must work weekends.",
    ]


def test_the_end_of_a_name_ends_no_sentence() -> None:
    assert "Experience with Node.js and Monday.com boards" in quotes(
        "Developer\n\nRequirements\nExperience with Node.js and Monday.com boards\n"
    )
