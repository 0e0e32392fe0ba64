"""Where in a resume something stands or belongs, in words that quote nothing but its headings."""

from __future__ import annotations

from gapcheck.types import Evidence, Kind, Passage, Resume

_SECTIONS: dict[Kind, tuple[str, str]] = {
    "credential": ("certifications", "Certifications"),
    "education": ("education", "Education"),
    "language": ("languages", "Languages"),
    "condition": ("summary", "Summary"),
}
_LONG_AGO = 120
"""Months after which a reader no longer takes a job for what a person does today."""


def place_for(kind: Kind, resume: Resume) -> str:
    """The section where a requirement of this kind belongs: its heading as written, or a new one."""
    label, name = _SECTIONS.get(kind, ("experience", "Experience"))
    title = next((s.title for s in resume.sections if s.label == label and s.title), "")
    shown = _short(title) or f"a section {name}"
    return f"{shown}, in the job where you did it" if label == "experience" else shown


def place_of(evidence: Evidence) -> str:
    """ "Earlier, page 2"."""
    title = _short(evidence.section)
    return f"{title}, page {evidence.page}" if title else f"page {evidence.page}"


def _short(heading: str) -> str:
    """The first words of a heading, without the comma that would have led on."""
    return " ".join(heading.split()[:5]).rstrip(" ,;:|(–—-")


def passage_at(evidence: Evidence, resume: Resume) -> Passage | None:
    """The passage that the evidence quotes."""
    return next((p for p in resume.passages if p.start <= evidence.start < p.end), None)


def is_only_listed(evidence: Evidence, resume: Resume) -> bool:
    """Whether it stands in a list of skills or in a summary: a claim, not yet a proof."""
    passage = passage_at(evidence, resume)
    return passage is not None and passage.label in ("skills", "summary", "objective", "interests")


def is_long_ago(evidence: Evidence, resume: Resume) -> bool:
    """Whether the job in which it stands ended more than ten years ago."""
    passage = passage_at(evidence, resume)
    if passage is None or passage.entry is None:
        return False
    entry = resume.entries[passage.entry]
    return entry.label == "experience" and resume.today - entry.last > _LONG_AGO
