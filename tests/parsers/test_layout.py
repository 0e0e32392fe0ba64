from __future__ import annotations

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapcheck.parsers.glyphs import UNMAPPED, Glyph, PageGlyphs, runs_of
from gapcheck.parsers.layout import hidden_words, is_bold, page_lines
from gapcheck.parsers.overprint import without_overprint


def write(
    text: str, x: float, base: float, *, size: float = 10, gap: float = 0.0, font: str = "Arial", **more: object
) -> list[Glyph]:
    """Glyphs half as wide as high; *gap* points between them; a space moves on without a glyph."""
    glyphs = []
    for char in text:
        if char != " ":
            glyphs.append(Glyph(char, x, x + size / 2, base, size, font, **more))  # type: ignore[arg-type]
        x += size / 2 + gap
    return glyphs


def read(*runs: list[Glyph], marks: tuple[tuple[float, float, float, float], ...] = ()) -> list[str]:
    return [entry.line.text for entry in page_lines(page(*runs, marks=marks))]


def page(*runs: list[Glyph], marks: tuple[tuple[float, float, float, float], ...] = ()) -> PageGlyphs:
    return PageGlyphs(1, 612, 792, runs_of(glyph for run in runs for glyph in run), list(marks))


def column(x: float, base: float, texts: list[str], *, leading: float = 14, size: float = 10) -> list[list[Glyph]]:
    return [write(text, x, base + index * leading, size=size) for index, text in enumerate(texts)]


LEFT = ["Contact", "jane@example.org", "Skills", "Soldering", "Pipe fitting", "Blueprints", "Safety audits"]
RIGHT = [
    "Experience",
    "Plumber at Northwind Services",
    "Fitted pipes in forty houses each year",
    "Trained two apprentices in soldering",
    "Plumber at Contoso Homes",
    "Repaired heating in old buildings daily",
    "Kept the stock of parts in good order",
]


def test_words_part_at_gaps():
    assert read(write("two words", 50, 100)) == ["two words"]


def test_tightly_justified_words_part():
    tight = []
    x = 50.0
    for word in ("tight", "justified", "line"):
        tight += write(word, x, 100)
        x += 5 * len(word) + 1.4
    assert read(tight) == ["tight justified line"]


def test_kerning_parts_no_word():
    glyphs = [*write("A", 50, 100), *write("V", 55.6, 100), *write("A", 61, 100)]
    assert read(glyphs) == ["AVA"]


def test_spaces_of_the_file_are_kept():
    glyphs = [*write("a", 50, 100), Glyph(" ", 55, 55.2, 100, 10), *write("b", 55.5, 100)]
    assert read(glyphs) == ["a b"]


@pytest.mark.parametrize(
    ("text", "gap", "read_as"),
    [
        ("EXPERIENCE", 4, "EXPERIENCE"),
        ("WORK HISTORY", 3, "WORK HISTORY"),
        ("Skills", 1.5, "Skills"),
    ],
)
def test_letter_spacing_is_undone(text, gap, read_as):
    assert read(write(text, 50, 100, gap=gap)) == [read_as]


def test_letters_parted_by_written_spaces_are_one_word():
    glyphs, x = [], 50.0
    for char in "SKILLS":
        glyphs += [*write(char, x, 100), Glyph(" ", x + 5, x + 7.8, 100, 10)]
        x += 7.8
    assert read(glyphs) == ["SKILLS"]


def test_text_drawn_twice_is_read_once():
    assert read(write("Bold", 50, 100), write("Bold", 50.3, 100)) == ["Bold"]


def test_double_letters_stay():
    assert read(write("skill", 50, 100)) == ["skill"]


@pytest.mark.parametrize(("accent", "letter", "read_as"), [("´", "e", "José"), ("~", "e", "Jos~e"), ("¨", "ı", "Josï")])
def test_letter_under_an_accent_is_one_letter(accent, letter, read_as):
    over = Glyph(accent, 65.5, 69.5, 100, 10)
    assert read([*write("Jos", 50, 100), over, *write(letter, 65, 100)])[0] == read_as


def test_raised_letters_stay_in_their_line():
    assert read(write("1", 50, 100), write("st", 55, 96, size=6), write("prize", 64, 100)) == ["1st prize"]


def test_letter_over_a_run_is_put_inside():
    latex = [*write("L", 50, 100), *write("TEX", 57, 100)]
    assert read(latex, write("A", 54, 97.5, size=6)) == ["LATEX"]


def test_heading_over_tight_text_stays_apart():
    assert read(write("AWARDS", 50, 100, size=16), write("First prize of the town", 50, 97)) == [
        "AWARDS",
        "First prize of the town",
    ]


def test_date_at_the_right_stays_with_its_title():
    rows = [
        *column(50, 100, ["Plumber", "Fitted pipes", "Welder", "Welded ships"], leading=30),
        *column(450, 100, ["2020 - 2022", "Austin, TX", "2018 - 2020", "Dallas, TX"], leading=30),
    ]
    ordered = [run for pair in zip(rows[:4], rows[4:], strict=True) for run in pair]
    assert read(*ordered)[0] == "Plumber\t2020 - 2022"


def test_dates_written_after_all_titles_stay_with_them():
    titles = ["Plumber", "Northwind Services", "Welder", "Contoso Ships", "Apprentice", "Fabrikam Pipes"]
    dates = ["2020 - 2022", "Austin, TX", "March 2018 - 2020", "Dallas, TX", "2012 - 2018", "Springfield, IL"]
    right = [write(date, 550 - 5 * len(date), 100 + 14 * index) for index, date in enumerate(dates)]
    assert read(*column(50, 100, titles), *right) == [
        f"{title}\t{date}" for title, date in zip(titles, dates, strict=True)
    ]


def test_two_columns_written_one_after_the_other():
    assert read(*column(40, 100, LEFT), *column(220, 100, RIGHT)) == [*LEFT, *RIGHT]


def test_two_columns_written_row_by_row_with_different_leading():
    left, right = column(40, 100, LEFT, leading=17), column(220, 103, RIGHT, leading=14)
    mixed = [run for pair in zip(left, right, strict=True) for run in pair]
    assert read(*mixed) == [*LEFT, *RIGHT]


def test_two_columns_of_prose_written_row_by_row_on_one_grid():
    left = [
        "Fitted pipes in forty houses",
        "each year and trained new",
        "apprentices how to solder.",
        "Kept stock in good order",
    ]
    right = [
        "Repaired heating of every",
        "kind in old buildings with",
        "great care for the people",
        "living there each winter.",
    ]
    left, right = [*left, *left], [*right, *right]
    mixed = [run for pair in zip(column(40, 100, left), column(230, 100, right), strict=True) for run in pair]
    assert read(*mixed) == [*left, *right]


def test_header_across_comes_first_and_sidebar_stays_whole():
    header = write("Jane Doe, master plumber and welder of Springfield, Illinois", 60, 50, size=14)
    assert read(*column(400, 100, LEFT), *column(40, 100, RIGHT), header) == [
        "Jane Doe, master plumber and welder of Springfield, Illinois",
        *RIGHT,
        *LEFT,
    ]


def test_text_below_the_columns_comes_last():
    footer = write("References are available from each of the employers that are named above", 40, 300)
    assert read(*column(40, 100, LEFT), *column(220, 100, RIGHT), footer)[-1].startswith("References")


def test_three_columns():
    third = [f"Course {number} passed" for number in range(1, 8)]
    texts = read(*column(40, 100, LEFT), *column(180, 100, RIGHT), *column(420, 100, third))
    assert texts == [*LEFT, *RIGHT, *third]


def test_labels_stay_with_what_they_label():
    labels = ["Languages", "Tools", "Trades", "Licences"]
    values = ["English, Spanish", "Torch, press", "Plumbing, gas", "Master plumber"]
    rows = zip(column(40, 100, labels), column(150, 100, values), strict=True)
    assert read(*(run for row in rows for run in row)) == [
        f"{label}\t{value}" for label, value in zip(labels, values, strict=True)
    ]


def test_date_beside_the_first_bullet_is_a_line_of_its_own():
    texts = read(
        write("Northwind Services, Plumber", 50, 100),
        write("Austin, TX", 450, 100),
        write("• Fitted pipes", 50, 113),
        write("2020 - 2022", 450, 113),
        write("• Trained two apprentices", 50, 126),
    )
    assert texts == [
        "Northwind Services, Plumber\tAustin, TX",
        "2020 - 2022",
        "• Fitted pipes",
        "• Trained two apprentices",
    ]


def test_list_in_two_columns_is_cut_at_its_bullets():
    assert read(write("• Soldering", 50, 100), write("• Welding", 200, 100)) == ["• Soldering", "• Welding"]


def test_turned_text_comes_after_the_rest():
    side = [glyph._replace(angle=90) for glyph in write("Confidential", 300, 20)]
    assert read(side, write("Jane Doe", 50, 100)) == ["Jane Doe", "Confidential"]


@pytest.mark.parametrize(
    ("glyph", "font"), [("\uf0b7", "Symbol"), ("\uf0a7", "Wingdings"), ("§", "Wingdings-Regular"), ("l", "Wingdings")]
)
def test_bullets_of_symbol_fonts(glyph, font):
    assert read(write(glyph, 50, 100, font=font), write("Fitted pipes", 60, 100)) == ["• Fitted pipes"]


def test_lone_glyph_without_a_character_before_a_line_is_a_bullet():
    assert read(write(UNMAPPED, 50, 100), write("Fitted pipes", 62, 100)) == ["• Fitted pipes"]


def test_icons_leave_no_text():
    icon = [Glyph("HOUSE-CHIMNEY", 50, 58, 100, 10, "FontAwesome6Free-Solid")]
    assert read(icon, write("12 Main Street", 62, 100)) == ["12 Main Street"]


def test_address_in_place_of_an_icon_is_kept():
    icon = [Glyph("mailto:jane@example.org", 50, 58, 100, 10, "FontAwesome6Free-Solid")]
    assert read(icon) == ["mailto:jane@example.org"]


def test_drawn_mark_makes_a_bullet():
    lines = [entry.line for entry in page_lines(page(write("Fitted pipes", 60, 100), marks=((50, 95, 54, 99),)))]
    assert lines[0].bullet


def test_drawn_hyphen_at_the_end_of_a_line_is_a_hyphen():
    assert read(write("super\xad", 50, 100)) == ["super-"]


def test_hebrew_is_read_from_the_right():
    assert read(write("םולש", 50, 100)) == ["שלום"]


def test_numbers_in_hebrew_stay_as_they_are():
    assert read(write("2024 תנש", 50, 100)) == ["שנת 2024"]


def test_hidden_glyphs_are_left_out_and_told():
    hidden = write("Kubernetes expert", 50, 120, hidden=True)
    assert read(write("Jane Doe", 50, 100), hidden) == ["Jane Doe"]
    assert hidden_words(page(hidden)) == ("Kubernetes", "expert")


def test_size_weight_and_place_are_kept():
    (entry,) = page_lines(page(write("Skills", 50, 100, size=14, font="ABCDEF+Arial-BoldMT")))
    assert (entry.line.size, entry.line.bold, entry.line.indent, entry.line.top) == (14, True, 50, 88.8)


@pytest.mark.parametrize(
    ("font", "bold"),
    [("Arial-BoldMT", True), ("ABCDEF+CMBX10", True), ("Lato-Black", True), ("Inter-SemiBold", True), ("Arial", False)],
)
def test_bold_is_told_from_the_name_of_the_font(font, bold):
    assert is_bold(font) is bold


def test_an_empty_page_has_no_lines():
    assert read() == []


PLACED = st.lists(
    st.tuples(
        st.text(string.ascii_letters, min_size=1, max_size=8),
        st.floats(0, 600),
        st.floats(0, 790),
        st.sampled_from([7.0, 10.0, 24.0]),
    ),
    max_size=60,
)


@settings(max_examples=150, deadline=None)
@given(PLACED)
def test_no_character_is_lost_or_made_up(placed):
    glyphs = [glyph for text, x, base, size in placed for glyph in write(text, round(x, 1), round(base, 1), size=size)]
    kept = without_overprint(glyphs)
    texts = [entry.line.text for entry in page_lines(page(glyphs))]
    assert sorted("".join("".join(texts).split())) == sorted(glyph.text for glyph in kept)
