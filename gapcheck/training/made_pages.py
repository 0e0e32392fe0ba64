"""Made postings and resumes, line by line, for what training texts show too little of: every occupation, every layout.

Duties come from the task statements of O*NET, demands and lines of resumes from `data/judgements`; headings are those of
`lexicon/headings.toml`. People, places and employers are invented here.
"""

from __future__ import annotations

import csv
import random
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

_FIRST = """Amara Boris Celia Dafydd Eunice Farouk Greta Hamish Ilona Jorge Keiko Lennart Maribel Nkechi Osman Petra Quentin
Rosalie Sunil Tamika Ulrich Vera Wanjiru Ximena Yusuf Zofia""".split()
_LAST = """Abernathy Bystrom Castellano Dlamini Ekholm Fairweather Grabowski Hollis Ibarra Jessop Kowal Lindqvist Mbeki Novak
Okafor Pemberton Quiroga Rasmussen Sorensen Tanaka Umarov Villanueva Whitlock Yilmaz""".split()
_PLACES = (
    "Dayton, OH",
    "Spokane, WA",
    "Leeds",
    "Tucson, AZ",
    "Aarhus",
    "Halifax, NS",
    "Macon, GA",
    "Bristol, UK",
    "Duluth, MN",
    "Reno, NV",
)
_NAMES = "Harbor Kestrel Northgate Bluebird Larkin Stillwater Copper Cedar Summit Redwood Ferris Alder Quarry Mill Beacon".split()
_KINDS = """Group Partners Logistics Hospital Systems Foods LLC Inc. Services School Clinic Bakery Construction Hotel Bank
Council Manufacturing Care University""".split()
_MONTHS = "Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec".split()
_LONG_MONTHS = "January February March April May June July August September October November December".split()
_DEGREES = (
    "B.S. in Biology", "Bachelor of Arts, History", "BSc Computer Science", "Associate in Applied Science, Accounting",
    "High School Diploma", "MBA", "M.Sc. Civil Engineering", "NVQ Level 3 Plumbing and Heating", "Diploma in Nursing",
    "Bachelor of Business Administration", "GED", "Master of Social Work", "BA (Hons) Graphic Design", "A-levels: Maths, Physics, Art",
)  # fmt: skip
_PERKS = (
    "Competitive salary and 401(k) with company match", "Health, dental and vision insurance", "Paid time off and holidays",
    "28 days of holiday plus bank holidays", "Free parking and staff meals", "Tuition reimbursement", "Employee discount",
    "$22.50 to $27.00 an hour, paid weekly", "Pension scheme and cycle to work",
)  # fmt: skip
_CLOSINGS = (
    "Send your resume and a short letter to the address below.", "We are an equal opportunity employer.",
    "Apply online by 30 June. Only shortlisted applicants will be contacted.",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Trade:
    """What one occupation offers to make pages of."""

    titles: tuple[str, ...]
    duties: tuple[str, ...]
    demands: tuple[str, ...]
    shown: tuple[str, ...]


def trades(judgements: Path, onet: Path) -> list[Trade]:
    """One for each occupation of *judgements*, with duties and titles of a handful of O*NET occupations each."""
    titles, tasks = (
        _grouped(onet / "Alternate Titles.txt", "Alternate Title"),
        _grouped(onet / "Task Statements.txt", "Task"),
    )
    codes = sorted(set(titles) & set(tasks))
    found = []
    for number, path in enumerate(sorted(judgements.glob("*.tsv"))):
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        own = codes[number :: len(list(judgements.glob("*.tsv")))]
        found.append(
            Trade(
                titles=(rows[0]["occupation"].title(), *(t for code in own for t in titles[code][:8])),
                duties=(
                    *dict.fromkeys(r["requirement"] for r in rows if r["kind"] == "duty"),
                    *(t.rstrip(".") for code in own for t in tasks[code]),
                ),
                demands=tuple(dict.fromkeys(r["requirement"] for r in rows if r["kind"] != "duty")),
                shown=tuple(dict.fromkeys(r["resume"] for r in rows)),
            )
        )
    return found


def _grouped(path: Path, column: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            found[row["O*NET-SOC Code"]].append(row[column])
    return found


def make_posting(trade: Trade, prose: Sequence[str], skills: Sequence[str], rng: random.Random) -> Iterator[str]:
    """The lines of a made posting; *prose* are sentences about companies, *skills* names of tools and fields."""
    style, stop = _style(rng), rng.random() < 0.25
    title = rng.choice(trade.titles)
    yield title.upper() if rng.random() < 0.2 else title
    if rng.random() < 0.7:
        yield f"{_employer(rng)}{rng.choice((', ', ' | ', ' - '))}{rng.choice(_PLACES)}"
    if rng.random() < 0.3:
        yield from rng.sample(_facts(rng), rng.randint(1, 4))
    if rng.random() < 0.8:
        yield " ".join(rng.sample(prose, rng.randint(1, 4)))
    parts = [("duties", rng.sample(trade.duties, rng.randint(4, 9))), ("required", _demands(trade, skills, 4, 9, rng))]
    if rng.random() < 0.15:
        rng.shuffle(parts)
    if rng.random() < 0.7:
        parts.append(("preferred", _demands(trade, skills, 2, 5, rng)))
    if rng.random() < 0.6:
        parts.append(("benefits", rng.sample(_PERKS, rng.randint(2, 5))))
    for label, lines in parts:
        yield style(_headings("posting", label, rng))
        for line in lines:
            yield line + "." * stop
        if rng.random() < 0.1:
            yield rng.choice(prose)
    yield from rng.sample(_CLOSINGS, rng.randint(0, 2))


def _facts(rng: random.Random) -> list[str]:
    return [
        f"Location: {rng.choice(_PLACES)}", f"Department: {rng.choice(_KINDS)}", "Job type: Full-time", "FLSA Status: Non-exempt",
        f"Reports to: {rng.choice(('Director', 'Head', 'Manager'))} of {rng.choice(_KINDS)}", "Closing date: 14 March",
        f"Salary: ${rng.randint(16, 45)}.00 to ${rng.randint(46, 80)}.00 an hour", "Full-time, Monday to Friday", "Hybrid",
    ]  # fmt: skip


def _demands(trade: Trade, skills: Sequence[str], least: int, most: int, rng: random.Random) -> list[str]:
    lines = rng.sample(trade.demands, min(len(trade.demands), rng.randint(least, most)))
    share = rng.choice((0.1, 0.3, 0.6))
    return [_short(skills, rng) if rng.random() < share else _dressed(line, rng) for line in lines]


def _short(skills: Sequence[str], rng: random.Random) -> str:
    """A terse line as postings in lists have them: "Kafka or RabbitMQ", "Experience with NetSuite"."""
    a, b = (name[0].upper() + name[1:] for name in rng.sample(skills, 2))
    return rng.choice(
        (a, f"{a} or {b}", f"{a} and {b}", f"Experience with {a}", f"{a} experience", f"{rng.randint(1, 9)}+ years of {a}",
         f"Knowledge of {a} ({b} or similar)", f"Some {a}", f"{a} certification", f"{a} / {b}", f"Working knowledge of {a}", f"{a} exposure",
         f"{a}, or progress toward it", f"{a} (or obtained within six months of hire)", f"Advanced {a}: {b}", f"{a}, {b}", a.upper())
    )  # fmt: skip


def _dressed(line: str, rng: random.Random) -> str:
    """The line, sometimes with the words before it that make it a demand."""
    if rng.random() < 0.12 and line[1].islower():
        return rng.choice(("You have ", "Must have ", "Proven ", "Strong ")) + line[0].lower() + line[1:]
    return line


def make_resume(trade: Trade, skills: Sequence[str], rng: random.Random) -> Iterator[str]:
    """The lines of a made resume; *skills* are names of tools and fields."""
    style, stop = _style(rng), rng.random() < 0.2
    name = f"{rng.choice(_FIRST)} {rng.choice(_LAST)}"
    yield rng.choice((name, name.upper()))
    yield from _contact(name, rng)
    shown = rng.sample(trade.shown, min(len(trade.shown), 22))
    if rng.random() < 0.6:
        yield style(_headings("resume", rng.choice(("summary", "objective")), rng))
        yield f"{rng.choice(trade.titles)} with {rng.randint(2, 20)} years of experience. {rng.choice(shown)}."
    parts = [_jobs(trade, shown, stop, style, rng), _school(style, rng)]
    parts.append(_skills(skills, style, rng))
    rng.shuffle(parts)
    for part in parts:
        yield from part


def _contact(name: str, rng: random.Random) -> Iterator[str]:
    mail = f"{name.lower().replace(' ', '.')}@example.com"
    facts = [rng.choice(_PLACES), f"({rng.randint(201, 989)}) 555-01{rng.randint(10, 99)}", mail]
    if rng.random() < 0.3:
        facts.append(f"linkedin.com/in/{name.split()[0].lower()}")
    rng.shuffle(facts)
    if rng.random() < 0.6:
        yield rng.choice((" | ", ", ", " · ", " ")).join(facts)
    else:
        yield from facts


def _jobs(trade: Trade, shown: Sequence[str], stop: bool, style: _Style, rng: random.Random) -> Iterator[str]:
    yield style(_headings("resume", "experience", rng))
    layout, year, left = rng.randint(0, 5), 2026, list(shown)
    for number in range(rng.randint(2, 4)):
        last, year = year, year - rng.randint(1, 5)
        dates = _dates(year, last, number == 0, rng)
        title, employer, place = rng.choice(trade.titles), _employer(rng), rng.choice(_PLACES)
        yield from (
            [title, f"{employer}, {place} | {dates}"], [f"{title}, {employer}, {place}, {dates}"], [employer, title, dates],
            [f"{employer}, {place}", f"{title}, {dates}"], [f"{title} | {employer} | {dates}"], [f"{title} - {employer} ({dates})"],
        )[layout]  # fmt: skip
        for _ in range(rng.randint(2, 5)):
            if left:
                yield left.pop() + "." * stop


def _dates(first: int, last: int, current: bool, rng: random.Random) -> str:
    months = rng.choice((_MONTHS, _LONG_MONTHS))
    dash = rng.choice((" - ", " to ", " – ", "-"))
    a, b = str(first), str(last)
    if rng.random() < 0.6:
        a, b = f"{rng.choice(months)} {first}", f"{rng.choice(months)} {last}"
    elif rng.random() < 0.3:
        a, b = f"{rng.randint(1, 12):02d}/{first}", f"{rng.randint(1, 12):02d}/{last}"
    return f"{a}{dash}{rng.choice(('present', 'Present')) if current else b}"


def _school(style: _Style, rng: random.Random) -> Iterator[str]:
    yield style(_headings("resume", "education", rng))
    for _ in range(rng.randint(1, 2)):
        degree, year = rng.choice(_DEGREES), rng.randint(1990, 2024)
        school = f"{rng.choice(_LAST)} {rng.choice(('College', 'University', 'High School', 'Institute'))}"
        yield from ([f"{degree}, {school}, {year}"], [degree, f"{school}, {year}"], [f"{school} | {degree} | {year}"])[
            rng.randint(0, 2)
        ]


def _skills(skills: Sequence[str], style: _Style, rng: random.Random) -> Iterator[str]:
    yield style(_headings("resume", "skills", rng))
    names = rng.sample(skills, rng.randint(5, 12))
    if rng.random() < 0.5:
        yield ", ".join(names)
    elif rng.random() < 0.5:
        yield f"{rng.choice(('Tools', 'Software', 'Technical', 'Systems'))}: {', '.join(names[:4])}"
        yield f"{rng.choice(('Other', 'Languages', 'Knowledge', 'Methods'))}: {', '.join(names[4:])}"
    else:
        yield from names
    if rng.random() < 0.3:
        yield style(_headings("resume", rng.choice(("languages", "interests", "certifications", "awards")), rng))
        yield ", ".join(rng.sample(skills, 3))


def _employer(rng: random.Random) -> str:
    return f"{rng.choice(_NAMES)} {rng.choice(_KINDS)}"


class _Style:
    """How one page writes its headings."""

    def __init__(self, rng: random.Random) -> None:
        self.case = rng.choice((str.upper, _titled, _titled, str.capitalize))
        self.colon = rng.random() < 0.25

    def __call__(self, heading: str) -> str:
        return self.case(heading) + ":" * self.colon


def _style(rng: random.Random) -> _Style:
    return _Style(rng)


def _titled(text: str) -> str:
    return " ".join(w.capitalize() if w not in ("and", "of", "the", "in", "to") else w for w in text.split())


def _headings(side: str, label: str, rng: random.Random) -> str:
    table = tomllib.loads((files("gapcheck.lexicon") / "headings.toml").read_text(encoding="utf-8"))[side]
    # The usual ones stand first in the table and are by far the most frequent.
    names = table[label]
    return str(names[min(int(rng.expovariate(0.12)), len(names) - 1)]).lstrip("=")
