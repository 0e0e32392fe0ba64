"""Languages: levels compared, sign languages, other people's languages, and the ways in which a line shows one."""

from __future__ import annotations

import pytest

from tests.reading import judged
from tests.tables import rows

HEAD = "Ana Sousa\nana@example.org\n\nExperience\nAssistant, Larkspur Ltd, 2018 - 2023\n"

SAID = """
# levels compared
Fluent German -> German: B2 -> partial
Fluent Dutch -> Dutch: holiday Dutch -> missing
Fluent German -> German: A2 -> partial
Fluent German -> German: C1 -> met
German A2 -> German: A2 -> met
German or French A2 -> French: A2 Alliance, 2022 -> met
German B1 -> German A2 -> partial
German B2 -> German: B1 -> partial
German B1 -> German: B2 -> met
German at C1 -> German: B2, course for C1 runs until July -> partial
German at C1 -> German (mother tongue), Russian (good), English (A2) -> met
Fluent English -> Languages: Hindi (mother tongue), English (B1) -> partial
Fluent English and Hindi -> English (fluent), Hindi (can follow, not speak well) -> partial
Fluent Spanish -> Spanish: so-so -> partial
Spanish -> Spanish so-so -> partial
Spanish -> Spanish, a little -> partial
Spanish -> Basic Spanish -> partial
Some Spanish -> Spanish, a little -> met
Some Spanish -> Basic Spanish -> met
Working Irish -> Irish: cúpla focal only -> partial
Working Welsh -> Welsh: a few words -> partial
Working Welsh -> Welsh, conversational -> partial
Bilingual Spanish -> Spanish: ordering tacos level -> missing
Bilingual Spanish -> Spanish (native) -> met
Bilingual French and English -> Bilingue français-anglais -> met
Conversational Spanish -> Spanish: can get by -> met
Spoken Polish -> Polish at home with my grandparents -> met
Spoken Polish -> Polish: understand it, cannot speak it -> partial
# other people's languages, and names of places
Some Polish -> Waiter, Polish Corner cafe, 2017-22 -> missing
Spoken Malayalam -> Internship, Hotel Malayalam Heritage, 2023 -> missing
Spoken French -> Husband speaks French -> missing
Spoken French -> My wife is French-speaking -> missing
Spoken French -> French, spoken at home with my husband -> met
Spanish or ASL -> English only; my daughter signs ASL -> missing
Spanish -> My colleague translates from Spanish -> missing
Spanish -> Spanish-speaking colleague takes those calls -> missing
Italian -> Cook, Little Italian Kitchen, 2016-20 -> missing
Italian -> Italian restaurant, line cook -> missing
Italian -> Cook, Trattoria Roma; took orders in Italian -> met
Fluent Mandarin -> Mandarin Oriental Hotel, receptionist -> missing
French -> French bulldog breeder -> missing
Spanish -> Spanish (school subject, grade C) -> partial
# sign languages
BSL Level 2 -> BSL level 1 -> partial
BSL Level 2 -> BSL Level 3, 2019 -> met
International Sign or ISL -> International Sign, conference level -> met
International Sign or ISL -> A little Irish Sign -> partial
American Sign Language -> Basic sign language, one class -> partial
American Sign Language -> ASL, native signer -> met
Auslan -> Auslan fluent, child of deaf adults -> met
Sign language -> BSL Level 2 -> met
# ways to show one
Fluent Dutch -> Daily calls in Dutch with the Rotterdam desk -> met
German -> Wrote the operating manual in German -> met
Fluent French -> Raised in Quebec, French first -> met
French -> Interpreted between French families and nurses -> met
Spanish -> Interviewed tenants in Spanish -> met
# clauses that ask for one
You write excellent Swedish -> Swedish (native) -> met
You know enough English to understand a manual -> English B1 -> met
A second European language -> Italian, fluent -> met
A second European language -> English only -> missing
Comfortable with interviews in English -> English B2 -> met
Able to hold a meeting in Portuguese -> Portuguese C1 -> met
Arabic an advantage -> Arabic (native) -> met
You speak Danish -> Danish, conversational -> partial
Confident spoken and written English -> English (fluent) -> met
German at C1 and good English -> German (mother tongue), English B2 -> met
French or German A2 -> Hindi native; French A1 -> partial
French or Danish -> French mother tongue, German C2 -> met
A second language -> Wrote scripts for the films -> missing
A second language -> Greek at home -> met
A second European language -> French from school, rusty -> partial
"""


@pytest.mark.parametrize(("line", "shown", "wanted"), rows(SAID, 3))
def test_how_well_a_language_is_spoken(line: str, shown: str, wanted: str) -> None:
    found = judged(line, f"{HEAD}- {shown}\n")
    assert [(m.requirement.kind, m.status) for m in found] == [("language", wanted)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Children with English as an additional language", "language"),
        ("Experience teaching in French schools", "language"),
        ("Knowledge of French cuisine", "language"),
        ("A second programming language", "language"),
    ],
)
def test_what_only_names_a_language_asks_for_none(line: str, kind: str) -> None:
    assert kind not in [m.requirement.kind for m in judged(line, f"{HEAD}- Kept the books\n")]
