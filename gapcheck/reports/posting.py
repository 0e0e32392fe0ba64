"""What an employer is looking for: the requirements of a posting alone, as text or JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from gapcheck.reports import wording
from gapcheck.reports.json import FORMAT_VERSION, dump
from gapcheck.reports.page import Page
from gapcheck.reports.safe import one_line
from gapcheck.types import Document, Importance, Requirement

_TITLES: tuple[tuple[Importance, str], ...] = (("required", "Required"), ("preferred", "Preferred"))


def posting_text(
    document: Document,
    title: str,
    requirements: Sequence[Requirement],
    *,
    width: int = 80,
    color: bool = False,
    ascii: bool = False,
) -> str:
    """The requirements as text: the required ones first, each with its keywords, in posting order."""
    page = Page(max(width, 40), color=color, plain=ascii)
    page.line(page.span(one_line(title) or one_line(document.source), "bold"))
    page.line(page.span(f"{one_line(document.source)}: {wording.plural(len(requirements), 'requirement')}", "dim"))
    for importance, heading in _TITLES:
        if chosen := [req for req in requirements if req.importance == importance]:
            page.heading(heading)
            left = max(len(req.id) for req in chosen)
            page.rows([(req.id, _described(req)) for req in chosen], left)
    for notice in document.notices:
        page.heading("Note", one_line(notice.message))
    return page.text()


def posting_json(document: Document, title: str, requirements: Sequence[Requirement]) -> str:
    """The requirements as JSON, with the offsets of each in the text that was read."""
    return dump(
        {
            "format_version": FORMAT_VERSION,
            "generator": "gapcheck posting",
            "posting": {
                "title": title, "source": document.source, "kind": document.kind, "characters": len(document.text)
            },
            "requirements": [_requirement(req) for req in requirements],
            "warnings": [{"code": n.code, "message": n.message, "page": n.page} for n in document.notices],
        }
    )  # fmt: skip


def _described(req: Requirement) -> str:
    asked = [f"at least {wording.years_text(req.years)}" if req.years is not None else "", req.degree or ""]
    asked.append(f"at least {req.at_least} of these" if req.at_least else "any one" if req.mode == "any" else "")
    facts = ", ".join([req.kind.replace("_", " "), *(fact for fact in asked if fact)])
    names = ", ".join(one_line(keyword.name) for keyword in req.keywords)
    review = f"\nlook at this yourself: {one_line(req.review)}" if req.review else ""
    return f"{one_line(req.text)}\n{facts}{f': {names}' if names else ''}{review}"


def _requirement(req: Requirement) -> dict[str, Any]:
    made = asdict(req)
    for keyword in made["keywords"]:
        del keyword["status"]  # a status is of a resume, and there is none here
    return made
