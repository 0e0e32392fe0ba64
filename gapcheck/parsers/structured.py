"""Postings and resumes that come as JSON: schema.org JobPosting, the feeds of applicant systems, JSON Resume.

Each reader takes a mapping and returns a `Structured`, or None when the mapping is not of its shape; `_SHAPES` has them
in the order in which they are tried.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from gapcheck.errors import CorruptFile, UnsupportedFormat
from gapcheck.parsers.html import markup_lines
from gapcheck.parsers.text import check_length, decode
from gapcheck.settings import Settings
from gapcheck.types import Document, RawLine

Json = dict[str, Any]

_KNOWN = "Known are schema.org JobPosting, Greenhouse, Lever, Ashby, SmartRecruiters, Workable, JSON Resume."


@dataclass(frozen=True, slots=True)
class Structured:
    """A posting or resume out of JSON, as lines."""

    title: str
    lines: list[RawLine]


def read(data: bytes, *, source: str, settings: Settings) -> Document:
    """The document of a JSON file that holds one posting or one resume.

    Raises UnsupportedFormat when its shape is not known or it holds several postings.
    """
    text, notices = decode(data, source=source)
    check_length(text, source, settings)
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        raise CorruptFile("is not valid JSON", hint="Download it again.", source=source) from None
    found = [item for item in map(_structured, _candidates(value)) if item is not None]
    if len(found) > 1:
        raise UnsupportedFormat(f"holds {len(found)} postings", hint="Give a file for each posting.", source=source)
    if not found:
        raise UnsupportedFormat("is JSON of a shape that is not known", hint=_KNOWN, source=source)
    return Document.build(found[0].lines, kind="json", source=source, title=found[0].title, notices=notices)


def job_posting_in(scripts: Iterable[str]) -> Structured | None:
    """The longest JobPosting in the JSON-LD *scripts* of a page, or None."""
    found: list[Structured] = []
    for script in scripts:
        try:
            value = json.loads(script.strip().removeprefix("<!--").removesuffix("-->"), strict=False)
        except (ValueError, RecursionError):
            continue  # broken JSON-LD is common, and the page itself is still there
        found += [posting for item in _nested(value) if (posting := _job_posting(item)) is not None]
    return max(found, key=lambda posting: sum(len(line.text) for line in posting.lines), default=None)


def _structured(item: Json) -> Structured | None:
    return next((found for shape in _SHAPES if (found := shape(item)) is not None), None)


def _candidates(value: Any) -> list[Json]:
    """The mappings in *value* that may each be a posting or a resume."""
    postings = [item for item in _nested(value) if _is_a(item, "JobPosting")]
    if postings:
        return postings
    if isinstance(value, list):
        return [item for item in value if isinstance(item, dict)]
    if not isinstance(value, dict):
        return []
    for key in ("jobs", "postings", "results", "content", "data", "job", "jobPosting", "posting"):
        inner = value.get(key)
        if isinstance(inner, list) and inner and isinstance(inner[0], dict):
            return [item for item in inner if isinstance(item, dict)]
        if isinstance(inner, dict) and "jobAd" not in value:
            return _candidates(inner) or [value]
    return [value]


def _nested(value: Any) -> Iterator[Json]:
    """Every mapping in *value*, itself included; not deeper than JSON-LD goes."""
    waiting = [(value, 0)]
    while waiting:
        item, depth = waiting.pop()
        if isinstance(item, dict):
            yield item
        if depth < 8 and isinstance(item, (dict, list)):
            waiting += [(inner, depth + 1) for inner in (item.values() if isinstance(item, dict) else item)]


def _is_a(item: Json, wanted: str) -> bool:
    kinds = item.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and name.rpartition("/")[2].rpartition(":")[2] == wanted for name in names)


# --- building lines ------------------------------------------------------------------------------------------


def _text(value: Any) -> str:
    """The words in *value*: a string, a number, a list of them, or a mapping with a name or a text."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, (int, float)):
        return f"{value:g}"
    if isinstance(value, list):
        return ", ".join(filter(None, map(_text, value)))
    if isinstance(value, dict):
        return next((text for key in ("name", "label", "text", "value") if (text := _text(value.get(key)))), "")
    return ""


def _title_lines(title: str, *facts: str) -> list[RawLine]:
    lines = [RawLine(title, heading=1, bold=True)] if title else []
    line = " | ".join(fact for fact in facts if fact)
    return [*lines, RawLine(line)] if line else lines


def _part(heading: str, content: Any) -> list[RawLine]:
    """A heading and its content: HTML, plain text, or a list of entries; nothing without content."""
    if isinstance(content, list):
        body = [RawLine(text, bullet=True) for entry in content if (text := " ".join(_text(entry).split()))]
    else:
        body = markup_lines(_text(content))
    if not any(line.text.strip() for line in body):
        return []
    return [RawLine(heading, heading=2, bold=True), *body] if heading else body


def _posting(title: str, *parts: list[RawLine]) -> Structured | None:
    """The posting, or None when nothing but its title is there."""
    lines = [line for part in parts for line in part]
    return Structured(title, lines) if any(not line.heading and len(line.text) > 1 for line in lines) else None


# --- schema.org ----------------------------------------------------------------------------------------------


def _job_posting(item: Json) -> Structured | None:
    if not _is_a(item, "JobPosting"):
        return None
    title = _text(item.get("title")) or _text(item.get("name"))
    description = markup_lines(_text(item.get("description")))
    known = _squeezed(" ".join(line.text for line in description))
    parts = [description]
    for key, heading in (
        ("responsibilities", "Responsibilities"),
        ("qualifications", "Qualifications"),
        ("skills", "Skills"),
        ("experienceRequirements", "Experience"),
        ("educationRequirements", "Education"),
    ):
        content = _requirement(item.get(key))
        whole = _text(content)
        if whole and _squeezed(" ".join(line.text for line in markup_lines(whole))) not in known:
            parts.append(_part(heading, content))
    place = item.get("jobLocation")
    facts = _text(item.get("hiringOrganization")), _place(place[0] if isinstance(place, list) and place else place)
    if not any(parts):
        return None
    return _posting(title, _title_lines(title, *facts), *parts)


def _requirement(value: Any) -> Any:
    """What is asked in words: "monthsOfExperience": 36 is "3 years of experience"."""
    if isinstance(value, list):
        return [_requirement(entry) for entry in value]
    if not isinstance(value, dict):
        return value
    months = value.get("monthsOfExperience")
    if isinstance(months, (int, float, str)) and re.fullmatch(r"\d{1,3}(?:\.0*)?", str(months)):
        number = float(months)
        return f"{number / 12:g} years of experience" if number >= 12 else f"{number:g} months of experience"
    category = _text(value.get("credentialCategory"))
    return category[:1].upper() + category[1:] if category else _text(value) or _text(value.get("description"))


def _place(value: Any) -> str:
    address = value.get("address", value) if isinstance(value, dict) else value
    if not isinstance(address, dict):
        return _text(address)
    return ", ".join(
        filter(None, (_text(address.get(key)) for key in ("addressLocality", "addressRegion", "city", "region")))
    )


def _squeezed(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()


# --- applicant systems ---------------------------------------------------------------------------------------


def _smartrecruiters(item: Json) -> Structured | None:
    ad = item.get("jobAd")
    sections = ad.get("sections") if isinstance(ad, dict) else None
    if not isinstance(sections, dict):
        return None
    title = _text(item.get("name")) or _text(item.get("title"))
    parts = [
        _part(_text(section.get("title")), section.get("text"))
        for key in ("companyDescription", "jobDescription", "qualifications", "additionalInformation")
        if isinstance(section := sections.get(key), dict)
    ]
    return _posting(title, _title_lines(title, _text(item.get("company"))), *parts)


def _lever(item: Json) -> Structured | None:
    if not isinstance(item.get("lists"), list) or not isinstance(item.get("text"), str):
        return None
    title = _text(item.get("text"))
    where = item.get("categories")
    facts = [_text(where.get(key)) for key in ("location", "team", "commitment")] if isinstance(where, dict) else []
    opening = item.get("description") or item.get("descriptionPlain") or item.get("opening") or item.get("openingPlain")
    parts = [_part("", opening)]
    for section in item["lists"]:
        if isinstance(section, dict):
            parts.append(_part(_text(section.get("text")), _as_list(_text(section.get("content")))))
    parts.append(_part("", item.get("additional") or item.get("additionalPlain")))
    return _posting(title, _title_lines(title, *facts), *parts)


def _as_list(content: str) -> str:
    # Lever gives the items without the list around them.
    return f"<ul>{content}</ul>" if re.match(r"\s*<li\b", content) else content


def _ashby(item: Json) -> Structured | None:
    content = item.get("descriptionHtml") or item.get("descriptionPlain")
    if not isinstance(content, str):
        return None
    title = _text(item.get("title"))
    facts = [_text(item.get(key)) for key in ("department", "location", "employmentType")]
    return _posting(title, _title_lines(title, *facts), _part("", content))


def _greenhouse(item: Json) -> Structured | None:
    if not isinstance(item.get("content"), str) or not isinstance(item.get("title"), str):
        return None
    title = _text(item["title"])
    return _posting(title, _title_lines(title, _text(item.get("location"))), _part("", item["content"]))


_POSTING_PARTS = (
    ("description", ""), ("full_description", ""), ("responsibilities", "Responsibilities"),
    ("requirements", "Requirements"), ("qualifications", "Qualifications"), ("skills", "Skills"),
    ("benefits", "Benefits"),
)  # fmt: skip


def _workable(item: Json) -> Structured | None:
    """Workable, the job schema of JSON Resume, and whatever else has a title and a description."""
    title = _text(item.get("title")) or _text(item.get("full_title"))
    if not title or not any(_text(item.get(key)) for key, _ in _POSTING_PARTS):
        return None
    parts: list[list[RawLine]] = []
    seen = ""
    for key, heading in _POSTING_PARTS:
        content = _skills(item[key]) if key == "skills" and isinstance(item.get(key), list) else item.get(key)
        words = _squeezed(_text(content))
        if words and words not in seen:
            seen += words
            parts.append(_part(heading, content))
    facts = [_text(item.get("company")), _place(item.get("location"))]
    return _posting(title, _title_lines(title, *facts), *parts)


def _skills(skills: list[Any]) -> list[str]:
    """Skill groups, one line each: "Databases: SQL, MongoDB"."""
    lines = []
    for skill in skills:
        words = _text(skill.get("keywords")) if isinstance(skill, dict) else ""
        lines.append(": ".join(filter(None, (_text(skill), words))))
    return lines


# --- JSON Resume ---------------------------------------------------------------------------------------------


def _json_resume(item: Json) -> Structured | None:
    basics = item.get("basics")
    if not isinstance(basics, dict):
        return None
    contact = [_text(basics.get(key)) for key in ("label", "email", "phone", "url")]
    lines = _title_lines(_text(basics.get("name")), *contact) + _part("Summary", basics.get("summary"))
    for key, heading in (
        ("work", "Experience"), ("volunteer", "Volunteering"), ("projects", "Projects"), ("education", "Education"),
        ("certificates", "Certifications"), ("awards", "Awards"), ("publications", "Publications"),
    ):  # fmt: skip
        listed = item.get(key)
        entries = listed if isinstance(listed, list) else []
        body = [line for entry in entries if isinstance(entry, dict) for line in _entry(entry)]
        lines += [RawLine(heading, heading=2, bold=True), *body] if body else []
    for key, heading in (("skills", "Skills"), ("languages", "Languages"), ("interests", "Interests")):
        listed = item.get(key)
        entries = listed if isinstance(listed, list) else []
        lines += _part(heading, _languages(entries) if key == "languages" else _skills(entries))
    return Structured("", lines) if lines else None


def _entry(entry: Json) -> Iterator[RawLine]:
    """A job, degree, project or award: what and where, when, then what was done."""
    what = [_text(entry.get(key)) for key in ("position", "studyType", "title")]
    area = _text(entry.get("area"))
    where = [_text(entry.get(key)) for key in ("name", "organization", "institution", "company")]
    where += [_text(entry.get(key)) for key in ("issuer", "awarder", "publisher", "entity", "location")]
    heads = [*filter(None, what), *filter(None, (area, *where))]
    if heads:
        yield RawLine(" | ".join(heads), bold=True)
    dates = _dates(entry)
    if dates:
        yield RawLine(dates)
    for key in ("summary", "description"):
        yield from markup_lines(_text(entry.get(key)))
    for key in ("highlights", "courses", "keywords"):
        listed = entry.get(key)
        for item in listed if isinstance(listed, list) else []:
            if _text(item):
                yield RawLine(_text(item), bullet=True)
    if _text(entry.get("score")):
        yield RawLine(f"Grade: {_text(entry['score'])}")


def _dates(entry: Json) -> str:
    """ "2019-03 - 2021-06", with "present" for a job that has not ended."""
    start, end = _text(entry.get("startDate")), _text(entry.get("endDate"))
    single = _text(entry.get("date")) or _text(entry.get("releaseDate"))
    if not start:
        return single or end
    return f"{start} - {end or 'present'}"


def _languages(entries: list[Any]) -> list[str]:
    pairs = [
        (_text(entry.get("language")), _text(entry.get("fluency"))) for entry in entries if isinstance(entry, dict)
    ]
    return [": ".join(filter(None, pair)) for pair in pairs]


_SHAPES: tuple[Callable[[Json], Structured | None], ...] = (
    _job_posting,
    _json_resume,
    _smartrecruiters,
    _lever,
    _ashby,
    _greenhouse,
    _workable,
)
