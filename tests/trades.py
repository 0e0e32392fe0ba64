"""Postings and resumes put together at random from lines of many trades, for what must hold for all of them."""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from gapcheck import scoring
from gapcheck.types import Coverage, Document, Match, Posting, Report, Resume
from tests.reading import analyzer

GOLD = Path(__file__).resolve().parents[1] / "data" / "gold"

ASKED = [
    "Coordinate trade shows", "Bachelor's degree in accounting", "3+ years of bookkeeping", "Python or Java", "Knowledge of HACCP and food safety",
    "Valid driver's license and a clean driving record", "Able to lift 50 lb", "Fluent in Spanish", "MIG and TIG welding", "Word, Excel and PowerPoint",
    "CRM software such as Salesforce or HubSpot", "Teach algebra to grades 9 and 10", "CPR certification", "Strong communication skills", "Reconcile bank statements",
    "Night shifts", "Two or more of the following: Excel, Tableau, SQL", "Draft pleadings and motions", "Wound care and medication administration",
    "OSHA 10 (OSHA 30 preferred)", "Operate a reach truck", "Adobe InDesign is a plus", "Kubernetes", "Prune fruit trees",
]  # fmt: skip
SHOWN = [
    "Ran booths at 6 trade shows a year", "Kept the books in QuickBooks", "Wrote services in Python", "Cooked under a HACCP plan", "Clean driving record, 12 years",
    "Lifted up to 60 lb all day", "Spanish (native)", "MIG welding of trailers", "Reports in Word and Excel", "Kept leads in Salesforce", "Taught algebra to grade 9",
    "CPR certified", "Presented results to the board", "Reconciled bank statements monthly", "Worked nights", "Built dashboards in Tableau", "Drafted motions",
    "Wound care for diabetic patients", "OSHA 30 card", "Drove a reach truck", "Laid out a magazine in InDesign", "Ran k8s", "Pruned fruit trees", "B.S. Accounting, 2015",
    "Basic SQL", "No experience with Kubernetes", "Hope to learn Tableau", "Bread, pastry and cakes",
]  # fmt: skip
AFFIRMED = [line for line in SHOWN if not line.startswith(("No ", "Hope", "Basic"))]
HEADINGS = ["Requirements", "What you will do", "Nice to have", "Qualifications", "About you"]


def _bullets(folder: str) -> list[str]:
    """The bullets of the bundled cases, each once."""
    found: dict[str, None] = {}
    for path in sorted((GOLD / folder).glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("- ") and len(line) < 120:
                found[line[2:].strip()] = None
    return list(found)


REAL_ASKED, REAL_SHOWN = _bullets("postings"), _bullets("resumes")
_DENIES = re.compile(
    r"\b(?:no|not|never|without|none|n't|basic|beginner|some|little|learn\w*|hop(?:e|ing)|plan(?:s|ned|ning)?|until|only|except|exposure|"
    r"course|studying|familiar\w*|helped|assist\w*|watch\w*|observ\w*|shadow\w*|yet|expired?|lapsed|former)\b",
    re.I,
)
PLAIN_SHOWN = [*AFFIRMED, *(line for line in REAL_SHOWN if not _DENIES.search(line))]
"""Lines that say what a person did, without a word that limits or denies it."""

NIGHTLY = bool(os.environ.get("GAPCHECK_NIGHTLY"))


def examples(each_run: int, nightly: int) -> settings:
    """Hypothesis settings with *each_run* examples, always the same; GAPCHECK_NIGHTLY=1 draws *nightly* new ones."""
    return settings(
        max_examples=nightly if NIGHTLY else each_run,
        derandomize=not NIGHTLY,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
    )


asked_lines = st.lists(st.sampled_from(ASKED) | st.sampled_from(REAL_ASKED), min_size=4, max_size=8, unique=True)
shown_lines = st.lists(st.sampled_from(SHOWN) | st.sampled_from(REAL_SHOWN), min_size=1, max_size=8, unique=True)
plain_lines = st.lists(st.sampled_from(PLAIN_SHOWN), min_size=1, max_size=8, unique=True)


@st.composite
def postings(draw) -> str:
    """The text of a posting with two lists under two headings."""
    lines = draw(asked_lines)
    cut = draw(st.integers(1, len(lines) - 1))
    one, other = draw(st.permutations(HEADINGS))[:2]
    first, second = ("".join(f"- {line}\n" for line in part) for part in (lines[:cut], lines[cut:]))
    return f"Opening\n\n{one}\n{first}\n{other}\n{second}"


def posting_of(lines: list[str]) -> str:
    """A posting that asks for *lines*."""
    return "Opening\n\nRequirements\n" + "".join(f"- {line}\n" for line in lines)


def resume_of(lines: list[str]) -> str:
    """The resume of a person who did *lines*."""
    head = "Ana Sousa\nana@example.org\n\nExperience\nAssistant, Larkspur Ltd, 2018 - 2023\n"
    return head + "".join(f"- {line}\n" for line in lines)


# --- checks ----------------------------------------------------------------------------------------------------


def check(resume: str, posting: str) -> Report:
    """The report of one text against another."""
    return analyzer().analyze(
        Document.from_text(resume, source="resume"), Document.from_text(posting, source="posting")
    )


@cache
def read_posting(text: str) -> Posting:
    """A posting, read once."""
    return analyzer().posting(Document.from_text(text, source="posting"))


def read_resume(text: str) -> Resume:
    """A resume, read."""
    return analyzer().resume(Document.from_text(text, source="resume"))


def judged(resume: str, posting: str) -> tuple[tuple[Match, ...], Coverage]:
    """The matches and the coverage, without the rest of a report: what most properties speak of."""
    matches = analyzer().matches(read_resume(resume), read_posting(posting))
    return matches, scoring.coverage(matches, analyzer().settings)


def statuses(matches: tuple[Match, ...]) -> list[tuple[str, str]]:
    """Each requirement's text and status."""
    return [(match.requirement.text, match.status) for match in matches]


def missing(matches: tuple[Match, ...]) -> set[str]:
    """The names of the missing keywords, in lower case."""
    return {" ".join(keyword.name.lower().split()) for keyword in scoring.missing_keywords(matches)}
