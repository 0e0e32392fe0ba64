"""Degrees of the same field, of one beside it and of one far from it; degrees under way; what is no degree."""

from __future__ import annotations

import pytest

from tests.reading import FRAME, report_of

HEAD = "Jo Doe\njo@example.com\n\nExperience\nWorker, Some Company, Ohio. March 2019 - present\n- Swept floors\n\n"


def status(line: str, education: str) -> str:
    report = report_of(f"{HEAD}Education\n{education}\n", FRAME.format(heading="Requirements", line=line))
    return next(m.status for m in report.matches if m.requirement.kind == "education")


FIELDS = [
    ("BSc (Hons) Diagnostic Radiography or equivalent", "BSc Marine Biology, Aire University, 2012", "missing"),
    ("BSc (Hons) Diagnostic Radiography or equivalent", "BSc (Hons) Radiography (Diagnostic), 2021", "met"),
    ("BA (Hons) Graphic Design", "BSc Marine Biology, Aire University, 2012", "missing"),
    ("Associate degree from a CoARC-accredited respiratory care program", "BA English, 2012", "missing"),
    ("Associate degree from a CoARC-accredited respiratory care program", "AAS Respiratory Care, 2012", "met"),
    ("Degree from an accredited veterinary technology program", "BS Finance, 2012", "missing"),
    ("Bachelor's degree from an accredited four-year program", "BSc Marine Biology, 2012", "met"),
    ("Bachelor's degree (Hons) or equivalent", "BSc Marine Biology, 2012", "met"),
    ("B.S. or higher", "BSc Marine Biology, 2012", "met"),
    ("Bachelor's degree in computer science", "BSc Informatics, TU Dresden, 2019", "met"),
    ("Bachelor's degree in computer science", "B.S. Software Engineering, Oakfield State, 2018", "met"),
    ("Bachelor's degree in computer science", "BS, Information Technology, 2016", "partial"),
    ("Bachelor's degree in computer science or a related field", "BS, Information Technology, 2016", "met"),
    ("Bachelor's degree in computer science or a related field", "B.A. Marketing, 2016", "missing"),
    ("Bachelor's degree in computer science", "Associate of Applied Science, Web Development, 2019", "partial"),
    ("Bachelor's degree in business", "B.S. Management, Minot State University, 2016", "met"),
    ("Bachelor's degree in business", "B.A. Psychology, 2016", "missing"),
    ("Bachelor's degree in accounting", "BA Business Administration, 2014", "partial"),
    ("Bachelor's degree in accounting or a related field", "B.A. Economics, 2014", "met"),
    ("Bachelor's degree in supply chain or operations management", "B.A. Hospitality Management, 2014", "missing"),
    ("Bachelor's degree in construction management or a related field", "B.A., Information Systems, 2013", "missing"),
    ("Bachelor's degree in construction management", "B.S. Civil Engineering, 2013", "partial"),
    ("Bachelor's degree in engineering", "B.S. Chemical Engineering, 2013", "met"),
    ("Bachelor's degree in social work or a related field", "B.A. Sociology, 2018", "met"),
    ("Bachelor's degree in social work", "Associate degree, Early Childhood Education, 2018", "missing"),
    ("Bachelor's degree in communications or related field", "B.A. Public Relations, 2018", "met"),
    ("Bachelor's degree in communications", "BFA Fine Art Photography, 2012", "missing"),
    ("Degree in history, museum studies or a related subject", "BA Archaeology, 2019", "met"),
    ("Bachelor's degree in agriculture, horticulture or related", "B.S. Plant Science, 2016", "met"),
    ("Bachelor's degree in statistics or a quantitative field", "B.S. Physics, 2019", "met"),
    ("Bachelor's degree in biology", "B.S. Biology (minor in Dance), Oakfield College, 2019", "met"),
    ("Bachelor's degree in dance", "B.S. Biology (minor in Dance), Oakfield College, 2019", "missing"),
    ("Bachelor's degree in interior design", "Oakfield University, B.S., Architecture, 2016", "partial"),
    ("Social work degree", "B.A. History, 2004", "missing"),
    ("Engineering degree or equivalent", "B.S. Civil Engineering, 2016", "met"),
    ("College degree", "B.A. History, 2016", "met"),
    ("A degree in a relevant subject or equivalent professional experience", "BA History, 2018", "met"),
    ("A degree in a relevant subject", "HND Hospitality Management, 2017", "missing"),
]


@pytest.mark.parametrize(("line", "education", "wanted"), FIELDS)
def test_fields_of_study(line: str, education: str, wanted: str) -> None:
    assert status(line, education) == wanted


UNDER_WAY = [
    ("Bachelor's degree", "Hospitality management, Plateau University, 60 of 120 credits", "partial"),
    ("Bachelor's degree", "Hospitality management, Plateau University, 12 of 120 credits", "missing"),
    ("Bachelor's degree completed or in progress", "B.S. Biology in progress, expected 2027", "met"),
    ("Currently pursuing a bachelor's degree in biology", "B.S. Biology in progress, expected 2027", "met"),
    ("Bachelor's degree in biology", "B.S. Biology in progress, expected 2027", "partial"),
]


@pytest.mark.parametrize(("line", "education", "wanted"), UNDER_WAY)
def test_a_degree_under_way(line: str, education: str, wanted: str) -> None:
    assert status(line, education) == wanted


def test_a_degree_of_another_field_and_years_at_work_stand_in_for_one() -> None:
    line = "Bachelor's degree in human resources, or an equivalent combination of education and experience"
    job = "Jo Doe\njo@example.com\n\nExperience\nHuman Resources Generalist, Larkspur Ltd, January 2018 - present\n- Hired and paid 90 people\n\n"
    report = report_of(f"{job}Education\nB.A. Dance, 2012\n", FRAME.format(heading="Requirements", line=line))
    assert report.matches[0].status == "met"


@pytest.mark.parametrize(
    "line",
    [
        "Drawings to BS 8888",
        "Experience of working in a secondary school",
        "LLM application development with RAG",
        "Send out the EDD questionnaires",
    ],
)
def test_what_is_no_degree(line: str) -> None:
    report = report_of(f"{HEAD}Education\nB.A. History, 2016\n", FRAME.format(heading="Requirements", line=line))
    assert not [m for m in report.matches if m.requirement.kind == "education"]


PLAINLY_PUT = [
    ("High school diploma", "HS diploma, 1999", "met"),
    ("High school diploma", "GED classes now", "partial"),
    ("High school diploma", "Finished 10th grade", "partial"),
    ("High school diploma", "References are the scale master and my cousin", "missing"),
    ("Degree in nutrition, finished or in progress", "BSc Nutrition, 2nd year, Leeds University", "met"),
    ("Diploma in Fashion Design or three-year degree", "Welding workshop, 2018", "missing"),
    ("NVQ Level 2 in Plumbing", "NVQ 2 in Hairdressing", "missing"),
    ("NVQ Level 2 in Plumbing", "NVQ level 3 Plumbing", "met"),
    ("NVQ Level 3 in Plumbing", "NVQ level 2 Plumbing, 2019", "partial"),
    ("NVQ Level 2 in Plumbing", "L2 NVQ plumbing, half the units signed off", "partial"),
    ("Two-year culinary arts degree", "A.A.S. Culinary Arts, 2019", "met"),
    ("Two-year culinary arts degree", "A.A.S. Diesel Technology, 2019", "missing"),
    ("Degree in interpreting", "BA Interpreting not finished (2 of 3 yrs)", "partial"),
    ("Degree in translation", "BA Transl. & Interpreting, 2015", "met"),
    ("Bachelor's degree in commerce", "B.Com, Delhi University, 2014", "met"),
    ("Bachelor's degree in biology", "BSc Biology, final-year project on ferns", "met"),
]


@pytest.mark.parametrize(("line", "education", "wanted"), PLAINLY_PUT)
def test_degrees_as_people_put_them(line: str, education: str, wanted: str) -> None:
    assert status(line, education) == wanted


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Degree in nutrition, finished or in progress", ["Degree in nutrition"]),
        ("Diploma in Fashion Design or three-year degree", ["Diploma in Fashion Design", "three-year degree"]),
        ("NVQ Level 2 in Plumbing", ["NVQ Level 2 in Plumbing"]),
    ],
)
def test_a_state_or_another_degree_is_no_field(line: str, names: list[str]) -> None:
    report = report_of(f"{HEAD}Education\nBA History\n", FRAME.format(heading="Requirements", line=line))
    match = next(m for m in report.matches if m.requirement.kind == "education")
    assert [keyword.name for keyword in match.keywords] == names
