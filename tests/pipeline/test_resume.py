"""A resume, read: dated entries, degrees, concepts and how they are said."""

from __future__ import annotations

import pytest

from tests.reading import TODAY, resume_of

RESUME = """Ines Quintero
ines@example.org

Objective
To run a hospital laboratory

Experience
Lab Technician, Harbor Diagnostics
March 2019 - present
- Ran PCR and ELISA assays
- No experience with mass spectrometry
- Trained four new technicians

Sample Clerk, Bayside Clinic, 2017 - 2019
- Labelled specimens in the LIMS

Education
B.S. Biology, University of Tampa, 2017

Languages
Spanish (native), French (basic)
"""


@pytest.fixture(scope="module")
def resume():
    return resume_of(RESUME)


def lengths(text: str, label: str = "experience") -> list[int]:
    return [e.last - e.first for e in resume_of(text).entries if e.label == label]


def test_jobs_are_dated_entries(resume) -> None:
    jobs = [e for e in resume.entries if e.label == "experience"]
    assert [(e.first, e.last) for e in jobs] == [(2019 * 12 + 2, TODAY + 1), (2017 * 12, 2019 * 12)]


def test_an_entry_reaches_to_the_next(resume) -> None:
    first, second = [e for e in resume.entries if e.label == "experience"]
    text = resume.document.text
    assert "Trained four new technicians" in text[first.start : first.end]
    assert "Labelled specimens" in text[second.start : second.end]
    assert text[first.head[0] : first.head[1]].startswith("Lab Technician, Harbor Diagnostics")


def test_a_passage_knows_its_entry(resume) -> None:
    inside = {resume.document.text[p.start : p.end]: p.entry for p in resume.passages}
    assert inside["Ran PCR and ELISA assays"] == 0
    assert inside["Labelled specimens in the LIMS"] == 1
    assert inside["Spanish (native), French (basic)"] is None


def test_degrees_are_found_with_their_level(resume) -> None:
    assert ("bachelor", "B.S.") in [(level, resume.document.text[a:b]) for level, a, b in resume.degrees]


@pytest.mark.parametrize(
    ("word", "level"),
    [
        ("PCR", ""),
        ("mass", "negated"),
        ("French", "limited"),
        ("Spanish", ""),
        ("laboratory", "planned"),
        ("Trained", ""),
    ],
)
def test_levels_of_words(resume, word: str, level: str) -> None:
    found = {w.text: lv for p in resume.passages for w, lv in zip(p.words, p.levels, strict=True)}
    assert found[word] == level


def test_concepts_are_found(resume) -> None:
    found = {m.concept for p in resume.passages for m in p.mentions}
    assert {"PCR", "ELISA", "LIMS", "Spanish"} <= found


HEADS = [
    ("Cook, Harvest Table, 2018 - 2022\n- Grill", [48]),
    ("2018 - 2022  Cook, Harvest Table\n- Grill", [48]),
    ("Harvest Table\nCook\nJan 2018 – Dec 2021\n- Grill", [48]),
    ("Cook | Harvest Table | Jan 2018 - Dec 2021\n- Grill", [48]),
    ("Cook (2018-2022)\nHarvest Table, Ghent\n- Grill", [48]),
    ("Cook, Harvest Table, 01/2018 - 12/2021\nGrill and prep", [48]),
    ("**Cook**, Harvest Table — *2018–2022*\n- Grill", [48]),
    ("Cook, Harvest Table, since 2022\n- Grill", [49]),
    ("Cook, A, 2018 - 2020\n- Grill\n\nBaker, B, 2020 - 2022\n- Bread", [24, 24]),
    ("Cook, A, 2018 - 2020\nBaker, B, 2020 - 2022", [24, 24]),
    ("• Cook, Harvest Table, 2018 - 2022", [48]),
    ("Cook, Harvest Table, 2018-01 to 2021-12\n- Grill", [48]),
    ("Harvest Table\nCook\nJul 2021 - Present\n- Grill", [55]),
    (
        "HVAC Technician\nColdline Ltd, Tulsa OK\nJul 2021 - Present\n• Rooftop units\n\nHelper\nBay Air\nJune 2018 – July 2021\n• Ducts",
        [55, 38],
    ),
    (
        "Floor Supervisor\nThe Coquina Grand (304 rooms, AAA Four Diamond), Saint Perran Bay\nMay 2021 - April 2023\n- Rooms",
        [24],
    ),
    ("COMMUNITY SUPPORT WORKER\nBay Council\n2018 - 2022\n- Visited clients", [48]),
    ("Community Service Officer, City of Tulsa, 2018 - 2022\n- Patrols", [48]),
    ("Project Engineer, Site Group (2018 - 2022)\n- Grading", [48]),
]


@pytest.mark.parametrize(
    ("line", "head"),
    [
        ("LEAD TECH - Larkspur Comfort - Feb 2019 to now", "LEAD TECH - Larkspur Comfort - Feb 2019 to now"),
        (
            "Sous, Saltcellar Tavern, Biddeford. March 2022 - now",
            "Sous, Saltcellar Tavern, Biddeford. March 2022 - now",
        ),
        ("Larkspur Foundation. Events Officer. 2018 to 2021", "Larkspur Foundation. Events Officer. 2018 to 2021"),
        (
            "Floor Supervisor\nThe Coquina Grand (304 rooms, AAA Four Diamond), Saint Perran Bay\n2021 - 2023",
            "Floor Supervisor\nThe Coquina Grand (304 rooms, AAA Four Diamond), Saint Perran Bay\n2021 - 2023",
        ),
    ],
)
def test_title_and_employer_before_the_dates_are_of_the_head(line: str, head: str) -> None:
    resume = resume_of(f"Ana Sousa\nana@example.org\n\nExperience\n{line}\n- Kept the books\n")
    assert [resume.document.text[slice(*entry.head)] for entry in resume.entries] == [head]


@pytest.mark.parametrize(("body", "months"), HEADS)
def test_heads_of_jobs_in_many_layouts(body: str, months: list[int]) -> None:
    assert lengths(f"Ana Sousa\nana@example.org\n\nExperience\n{body}\n\nSkills\nKnives\n") == months


@pytest.mark.parametrize(
    "sentence",
    [
        "Grew sales from 2018 - 2020 by a third while the shop on the high street lost almost one customer in five to the new mall.",
        "Class of 2019",
        "Room 2019",
    ],
)
def test_a_date_inside_a_sentence_opens_no_job(sentence: str) -> None:
    text = f"Ana Sousa\n\nExperience\nCook, Harvest Table, 2018 - 2022\n{sentence}\n"
    assert lengths(text) == [48]


HEADLESS = [
    "Ana Sousa\nana@example.org\n\nCook, Harvest Table, 2018 - 2022\n- Grill\nDishwasher, The Pier, 2016 - 2018\n- Pots\n",
    "Ana Sousa\nCook\n\nHarvest Table, Cook (2018 - 2022)\n- Grill\n\nThe Pier, Dishwasher, 2016 - 2018\n- Pots\n\nSkills: Knives\n",
    "ANA SOUSA\nCOOK\nGhent | 555-0101\n\n2018 - 2022\nCook at Harvest Table\nGrill.\n\n2016 - 2018\nDishwasher at The Pier\nPots.\n",
]


@pytest.mark.parametrize("text", HEADLESS)
def test_jobs_are_found_without_a_heading(text: str) -> None:
    assert lengths(text) == [48, 24]


def test_a_degree_with_dates_is_no_job() -> None:
    text = "Ana Sousa\n\nEducation\nB.S. Biology, University of Tampa, 2013 - 2017\n"
    assert lengths(text) == []
    assert lengths(text, "education") == [48]


def test_overlapping_jobs_are_two_entries() -> None:
    text = "Ana Sousa\n\nExperience\nCook, A, 2018 - 2022\n- Grill\n\nTutor, B, 2019 - 2021\n- Maths\n"
    assert lengths(text) == [48, 24]


@pytest.mark.parametrize(
    "text",
    [
        "Ana",
        "Experience",
        "2019",
        "2019 - 2020",
        "Experience\n2019 - 2020\n2018 - 2019\n",
        "• \n•",
        "Experience\n\n\n- present\n",
    ],
)
def test_any_text_is_read(text: str) -> None:
    resume = resume_of(text)
    for entry in resume.entries:
        assert 0 <= entry.start <= entry.end <= len(resume.document.text)
        assert entry.first < entry.last
    for passage in resume.passages:
        assert len(passage.levels) == len(passage.words)
