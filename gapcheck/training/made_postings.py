"""Thousands of made postings, as alike and as different as those of a real pool: some for every occupation.

Duties, technology and tools are those that O*NET states for the occupation, some borrowed from one of the same minor
group; degree and years are as usual in its major group. Nothing is reworded.
"""

from __future__ import annotations

import csv
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_BACHELOR = {
    "11": "business administration or a related field",
    "13": "business, finance, economics or accounting",
    "15": "computer science, mathematics or a related field",
    "17": "engineering or a related discipline",
    "19": "the natural or social sciences",
    "21": "social work, psychology or human services",
    "23": "law or public administration",
    "25": "education or the subject taught",
    "27": "communications, design or a related field",
    "29": "nursing or a health science",
}
"""Major groups whose occupations mostly ask for a degree, with its field."""
_SCHOOL = (
    "High school diploma or GED", "High school diploma or equivalent", "High school diploma required; associate degree preferred",
    "Vocational training or an associate degree", "Completed apprenticeship or equivalent experience",
)  # fmt: skip
_SOFT = (
    "Strong verbal and written communication skills", "Excellent customer service skills", "Attention to detail",
    "Ability to work independently and as part of a team", "Good time management and organizational skills",
    "Ability to stay calm under pressure", "Problem-solving skills", "Reliable and punctual", "Flexible and adaptable",
    "Strong leadership skills", "A positive attitude and willingness to learn", "Critical thinking",
    "Ability to prioritize competing deadlines", "Patience and empathy", "Interpersonal skills and cultural sensitivity",
)  # fmt: skip
_CONDITIONS = (
    "Able to lift 50 pounds", "Valid driver's license", "Willing to work nights and weekends", "Must be able to stand for long periods",
    "Must pass a background check", "Willing to travel up to 25% of the time", "Authorized to work in the United States",
    "Available for full-time work", "Able to work outdoors in all weather", "Must pass a drug test",
)  # fmt: skip
_YEARS = (
    "{n} years of experience as a {title}", "{n}+ years of experience", "At least {n} years of related experience",
    "Minimum of {n} years in a similar role", "{n} to {m} years of relevant work experience",
)  # fmt: skip
_TECHNOLOGY = (
    "Experience with {a}", "Proficiency in {a} and {b}", "Knowledge of {a} or {b}", "Familiarity with {a}, {b} or similar",
    "{a}", "Working knowledge of {a}",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Occupation:
    """What O*NET says of one occupation."""

    code: str
    title: str
    tasks: tuple[str, ...]
    things: tuple[str, ...]
    """Technology and tools."""


def occupations(onet: Path) -> list[Occupation]:
    """Those of the O*NET text files in the folder *onet* that have tasks."""
    titles = _grouped(onet / "Occupation Data.txt", "Title")
    tasks = _grouped(onet / "Task Statements.txt", "Task")
    technology = _grouped(onet / "Technology Skills.txt", "Example")
    tools = _grouped(onet / "Tools Used.txt", "Example")
    return [
        Occupation(code, titles[code][0], tuple(tasks[code]), (*technology.get(code, ()), *tools.get(code, ())))
        for code in sorted(tasks)
        if code in titles
    ]


def made_postings(known: Sequence[Occupation], number: int, seed: int) -> Iterator[tuple[str, str]]:
    """*number* postings, the occupations in turn: the code of the occupation and the text."""
    rng = random.Random(seed)
    groups: dict[str, list[Occupation]] = defaultdict(list)
    for one in known:
        groups[one.code[:4]].append(one)
    for n in range(number):
        one = known[n % len(known)]
        yield one.code, _posting(one, rng.choice(groups[one.code[:4]]), rng)


def _posting(one: Occupation, near: Occupation, rng: random.Random) -> str:
    duties = rng.sample(one.tasks, min(len(one.tasks), rng.randint(8, 20)))
    duties += rng.sample(near.tasks, min(len(near.tasks), rng.randint(0, 4)))
    rng.shuffle(duties)
    asked = [_degree(one, rng), _years(one, rng), *_things(one, rng), *rng.sample(_SOFT, rng.randint(1, 2))]
    asked += rng.sample(_CONDITIONS, rng.randint(0, 2))
    liked = rng.sample(near.tasks, min(len(near.tasks), rng.randint(0, 2))) + _things(near, rng)[:1]
    parts = [("Responsibilities", duties), ("Qualifications", asked), ("Preferred", liked)]
    lines = [one.title, ""]
    for heading, items in parts:
        lines += [heading, *(f"- {item}" for item in dict.fromkeys(items)), ""]
    return "\n".join(lines)


def _degree(one: Occupation, rng: random.Random) -> str:
    field = _BACHELOR.get(one.code[:2])
    if field is None or one.code.startswith("29-2"):
        return rng.choice(_SCHOOL)
    level = rng.choices(("Bachelor's", "Master's"), (4, 1))[0]
    return f"{level} degree in {field}{rng.choice(('', '', ' or equivalent experience', ' preferred'))}"


def _years(one: Occupation, rng: random.Random) -> str:
    low = rng.choice((1, 2, 2, 3, 3, 5, 5, 7, 10))
    role = one.title.split(",")[0].lower()
    return rng.choice(_YEARS).format(n=low, m=low + 2, title=role.removesuffix("s") if " and " not in role else role)


def _things(one: Occupation, rng: random.Random) -> list[str]:
    found = rng.sample(one.things, min(len(one.things), 8))
    lines = []
    for _ in range(rng.randint(1, 4)):
        if len(found) > 1:
            lines.append(rng.choice(_TECHNOLOGY).format(a=found.pop(), b=found[-1]))
    return lines


def _grouped(path: Path, column: str) -> Mapping[str, Sequence[str]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            found[row["O*NET-SOC Code"]][row[column]] = None
    return {code: list(values) for code, values in found.items()}
