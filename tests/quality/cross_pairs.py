"""How often a resume is credited with what a posting of a wholly other trade asks: nearly always it should not be.

    python -m tests.quality.cross_pairs              shares met and partly met, for each kind of requirement
    python -m tests.quality.cross_pairs --detail     and every requirement that is credited, with its evidence

Postings and resumes are those of data/cases, whose people are invented. The trades that have nothing to do with one
another are named by hand below. Not all of the credit is false: an accountant and a nurse both know Excel, talk to
people and may have ten years of leading others. Duties, tools and credentials of the other trade are the ones to watch.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from gapcheck.types import Match
from tests.quality.gold import Steady
from tests.quality.outcomes import DATA

CASES = DATA / "cases"

TRADES = {
    "health": "occupational-therapist pharmacist radiographer respiratory-therapist speech-language-therapist",
    "care": "casemgr home-health-aide social-worker support-worker parole-officer",
    "school": "early-years preschool-teacher librarian youth-librarian museum-education",
    "software": "data-engineer database-administrator frontend netadmin",
    "metal": "cnc cnc-machinist welder-fabricator molding-technician diesel-mechanic",
    "building": "plumber hvac maint landscape-lead",
    "money": "credit-analyst payroll tax-consultant underwriter compliance",
    "kitchen": "sous-chef housekeeping-supervisor hotel-duty-manager",
    "freight": "freight-dispatcher logistics warehouse-sup warehouse-supervisor warehouse-shift-supervisor",
    "media": "copy-editor graphic-designer social-content-manager",
    "animals": "vet-technician",
    "science": "biomed-research-assistant env-lab-scientist hydrologist",
}
"""Ids of postings by trade. Left out are the trades between the others (facilities, sales, secretaries, teams) and the
fourteen postings that nobody has read while the matchers were written (data/cases/README)."""

UNRELATED = {
    "health": "software metal building money kitchen freight media",
    "care": "software metal building money freight media science",
    "school": "software metal building money kitchen freight science",
    "software": "health care school building kitchen animals",
    "metal": "health care school money kitchen media animals",
    "building": "health care school software money media animals",
    "money": "health care school metal building kitchen media animals science",
    "kitchen": "health school software metal money media science",
    "freight": "health care school media animals science",
    "media": "health care metal building money kitchen freight animals science",
    "animals": "software metal building money freight media",
    "science": "care school money kitchen freight media",
}
"""Trade of a resume -> trades of the postings that it has nothing to do with."""

KINDS = ("duty", "skill", "tool", "credential", "experience", "soft_skill", "education", "language")
SEED, EACH = 2026, 3
"""Pairs drawn for each pair of trades: *EACH*."""


def pairs() -> Iterator[tuple[str, str]]:
    """(file of a resume, id of a posting of an unrelated trade), the same every time."""
    chance = random.Random(SEED)
    for trade, others in UNRELATED.items():
        for other in others.split():
            for _ in range(EACH):
                own = chance.choice(TRADES[trade].split())
                resumes = sorted(path.name for path in (CASES / "resumes").glob(f"{own}__*.txt"))
                yield chance.choice(resumes), chance.choice(TRADES[other].split())


@cache
def matches() -> tuple[tuple[str, str, Match], ...]:
    """Every requirement of every pair as judged, with the file of the resume and the id of the posting."""
    analyzer = Steady()
    return tuple(
        (resume, posting, match)
        for resume, posting in pairs()
        for match in analyzer.analyze(CASES / "resumes" / resume, CASES / "postings" / f"{posting}.txt").matches
    )


def figures() -> dict[str, dict[str, float]]:
    """For each kind the number of requirements and the shares (0-1) that are met and that are partly met."""
    count: dict[str, Counter[str]] = defaultdict(Counter)
    for _, _, match in matches():
        count[match.requirement.kind][match.status] += 1
        count["all"][match.status] += match.requirement.kind in KINDS
    found = {}
    for kind in (*KINDS, "all"):
        total = count[kind].total()
        found[kind] = {
            "asked": total,
            "met": round(count[kind]["met"] / total, 4),
            "partial": round(count[kind]["partial"] / total, 4),
        }
    return found


def _credited() -> Iterator[dict[str, Any]]:
    for resume, posting, match in matches():
        if match.credit and match.requirement.kind in KINDS:
            yield {
                "resume": resume.removesuffix(".txt"),
                "posting": posting,
                "kind": match.requirement.kind,
                "status": match.status,
                "asked": " ".join(match.requirement.text.split()),
                "keywords": [(k.name, k.status) for k in match.keywords],
                "evidence": [(" ".join(e.text.split()), e.method, round(e.score, 2)) for e in match.evidence],
            }


def main(arguments: Sequence[str]) -> int:
    """Print the table, and with --detail what is credited, a line of JSON each."""
    if "--detail" in arguments:
        for row in _credited():
            print(json.dumps(row, ensure_ascii=False))
    for kind, shares in figures().items():
        print(f"{kind:12}{shares['asked']:6.0f}  met {shares['met']:6.1%}  partly {shares['partial']:6.1%}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
