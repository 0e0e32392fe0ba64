"""Hand-made values for tests: each function gives a complete value, every field can be overridden.

`make_report()` is the worked example: ten requirements of a marketing specialist, seven met (one of them preferred),
two partly, one missing: (6 + 0.5 + 0.5 + 0.5) / 9.5 = 78.9 %.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from gapcheck.types import (
    Answers,
    Coverage,
    Document,
    Entry,
    Evidence,
    Finding,
    FoundKeyword,
    Glance,
    Keyword,
    Letter,
    Line,
    Master,
    Match,
    Mention,
    MissingKeyword,
    Notice,
    Page,
    Passage,
    Posting,
    RawLine,
    Related,
    Report,
    Requirement,
    Resume,
    Section,
    Skipped,
    Status,
    Suggestion,
    TalkingPoint,
    Zone,
)
from gapcheck.words import words

POSTING = """Marketing Specialist
Harlow & Finch, Providence

What you will do
- Familiarity with data storage software
- Write copy for direct mail and electronic distribution,
  including web content
- Manage relations with appropriate departments
- Coordinate projects with outside vendors
- Speaking with media, partners and customers
- Research competitors' websites
- Coordinate trade shows
- Coordinate photo shoots, webinars and product launches
- Willingness to travel 25% of the time

Nice to have
- Master's degree in Marketing
"""

RESUME = """Renée Okafor-Lindqvist
renee.okafor@example.org | +1 (401) 555-0143 | linkedin.com/in/renee-okafor
12 Larch Street, Providence

Experience
Marketing Coordinator, Bluebird Foods, 2021 - present
Kept brand assets in SharePoint and Airtable
Wrote 40+ direct-mail pieces, e-mails and landing pages
Liaison to sales, product and legal
Monthly audit of competitors' websites
Ran booths at 6 trade shows a year
Planned photo shoots and two product launches
Travelled 30% of the time

Earlier
Press contact for a local paper, limited
Spoke with customers and partners weekly

Education
M.S. Marketing, 2016
"""

VERSIONS = {"gapcheck": "0.1.0", "lexicon": "2026.1", "model": "none"}


def make_document(text: str = "A line", **fields: Any) -> Document:
    """A document whose text is exactly *text*, one `Line` per line that is not blank; nothing is cleaned up."""
    lines, position = [], 0
    for row in text.split("\n"):
        bullet = row.lstrip().startswith("- ")
        start = position + len(row) - len(row.lstrip()) + 2 * bullet
        if row.strip():
            lines.append(Line(start, position + len(row), bullet=bullet))
        position += len(row) + 1
    return Document(**{"text": text, "lines": tuple(lines)} | fields)


def make_posting_document(text: str = POSTING, **fields: Any) -> Document:
    return make_document(text, **{"source": "posting.txt"} | fields)


def make_resume_document(text: str = RESUME, **fields: Any) -> Document:
    pages = (Page(1, 612, 792), Page(2, 612, 792))
    return make_document(text, **{"source": "resume.pdf", "kind": "pdf", "pages": pages} | fields)


def make_line(start: int = 0, end: int = 6, **fields: Any) -> Line:
    return Line(start, end, **fields)


def make_page(number: int = 1, **fields: Any) -> Page:
    return Page(number, **fields)


def make_section(label: str = "experience", title: str = "Experience", lines: Sequence[int] = (1,)) -> Section:
    return Section(label, title, tuple(lines))


def make_mention(text: str = "SharePoint", start: int = 0, **fields: Any) -> Mention:
    return Mention(**{"concept": text.lower(), "start": start, "end": start + len(text), "text": text} | fields)


def make_keyword(name: str = "webinars", document: Document | None = None, **fields: Any) -> Keyword:
    """A keyword, placed where *document* first says its name (at 0 when there is none)."""
    start = document.text.index(name) if document else 0
    return Keyword(**{"name": name, "start": start, "end": start + len(name)} | fields)


def make_requirement(
    text: str = "Coordinate trade shows", document: Document | None = None, **fields: Any
) -> Requirement:
    """A requirement, placed where *document* first says its text (at 0 when there is none)."""
    start = document.text.index(text) if document else 0
    return Requirement(**{"id": "r1", "text": text, "start": start, "end": start + len(text)} | fields)


def make_evidence(
    text: str = "Ran booths at 6 trade shows a year", document: Document | None = None, **fields: Any
) -> Evidence:
    """Evidence, placed where *document* first says its text (at 0 when there is none)."""
    start = document.text.index(text) if document else 0
    return Evidence(**{"text": text, "start": start, "end": start + len(text), "section": "Experience"} | fields)


def make_raw_line(text: str = "• Ran booths", **fields: Any) -> RawLine:
    return RawLine(text, **fields)


def make_passage(text: str, document: Document, **fields: Any) -> Passage:
    """A passage where *document* first says *text*, with its words."""
    start = document.text.index(text)
    defaults = {"start": start, "end": start + len(text), "words": tuple(words(text, start))}
    return Passage(**defaults | fields)


def make_entry(first: int = 2021 * 12, last: int = 2026 * 12, **fields: Any) -> Entry:
    """A dated entry of a resume; five years by default."""
    return Entry(**{"start": 0, "end": 0, "first": first, "last": last} | fields)


def make_posting(document: Document | None = None, **fields: Any) -> Posting:
    """A posting as read, without passages: the worked example's requirements."""
    document = document or make_posting_document()
    requirements = tuple(match.requirement for match in make_matches(document, make_resume_document()))
    defaults = {"title": "Marketing Specialist", "sections": (), "passages": (), "requirements": requirements}
    return Posting(**{"document": document} | defaults | fields)


def make_resume(document: Document | None = None, **fields: Any) -> Resume:
    """A resume as read, without passages and entries, as of January 2026."""
    defaults: dict[str, Any] = {"sections": (), "passages": (), "entries": (), "today": 2026 * 12}
    return Resume(**{"document": document or make_resume_document()} | defaults | fields)


CREDIT: Mapping[Status, float] = {"met": 1.0, "partial": 0.5, "missing": 0.0, "unstated": 0.0}


def make_match(status: Status = "met", requirement: Requirement | None = None, **fields: Any) -> Match:
    """A match with the credit that goes with its status; met and partial have one piece of evidence."""
    evidence = (make_evidence(),) if status in ("met", "partial") else ()
    req = requirement or make_requirement()
    defaults = {"credit": CREDIT[status], "keywords": req.keywords, "evidence": evidence}
    return Match(**{"requirement": req, "status": status} | defaults | fields)


def make_coverage(matches: Sequence[Match] = (), **fields: Any) -> Coverage:
    """The coverage of *matches* by plain arithmetic; the worked example's without any."""
    matches = matches or make_matches(make_posting_document(), make_resume_document())
    scored = [match for match in matches if match.status != "unstated" and match.requirement.review is None]
    score = _share(scored, CREDIT)
    made: dict[str, Any] = {
        "score": _float(score),
        "exact": score,
        "low": _float(_share(scored, {**CREDIT, "partial": 0.0})),
        "high": _float(_share(scored, {**CREDIT, "partial": 1.0})),
        "verdict": _verdict(score),
    }
    for importance in ("required", "preferred"):
        made[importance] = _float(_share([m for m in scored if m.requirement.importance == importance], CREDIT))
    for status in CREDIT:
        made[status] = sum(match.status == status for match in matches if match.requirement.review is None)
    return Coverage(**made | fields)


def _verdict(score: Fraction | None) -> str:
    if score is None:
        return "insufficient"
    return "strong" if score >= Fraction(4, 5) else "stretch" if score >= Fraction(3, 4) else "gap"


def _share(matches: Sequence[Match], credit: Mapping[Status, float]) -> Fraction | None:
    weights = [Fraction(1) if m.requirement.importance == "required" else Fraction(1, 2) for m in matches]
    earned = sum((w * Fraction(str(credit[m.status])) for w, m in zip(weights, matches, strict=True)), Fraction(0))
    return earned / sum(weights) if weights else None


def _float(value: Fraction | None) -> float | None:
    return None if value is None else float(value)


def make_missing(name: str = "webinars", requirement: str = "r8", **fields: Any) -> MissingKeyword:
    return MissingKeyword(**{"name": name, "importance": "required", "requirement": requirement} | fields)


def make_suggestion(message: str = "Name a webinar that you produced, if you did.", **fields: Any) -> Suggestion:
    return Suggestion(**{"code": "add", "message": message, "requirement": "r8", "gain": 0.05} | fields)


def make_finding(code: str = "two_columns", **fields: Any) -> Finding:
    defaults = {"severity": "medium", "message": "Page 1 has two columns.", "fix": "Use one column.", "page": 1}
    return Finding(**{"code": code} | defaults | fields)


def make_notice(code: str = "hidden_text", **fields: Any) -> Notice:
    return Notice(**{"code": code, "message": "Some words are not visible on the page."} | fields)


def make_glance(**fields: Any) -> Glance:
    return Glance(**{"seconds": 10.0, "words_read": 40, "score": 0.5} | fields)


def make_zone(kind: str = "name", start: int = 0, end: int = 22, **fields: Any) -> Zone:
    return Zone(**{"kind": kind, "start": start, "end": end} | fields)


def make_related(document: Document | None = None, **fields: Any) -> Related:
    evidence = make_evidence("Planned photo shoots and two product launches", document, method="related", score=0.0)
    made = {"requirement": "r8", "asked": "webinars", "shown": "product launches", "common": "events"}
    return Related(**made | {"evidence": evidence} | fields)


def make_talking_point(document: Document | None = None, **fields: Any) -> TalkingPoint:
    evidence = make_evidence("Ran booths at 6 trade shows a year", document)
    return TalkingPoint(**{"requirement": "r7", "evidence": evidence} | fields)


def make_answers(**fields: Any) -> Answers:
    made = {
        "right": ("6 of 9 required are met, each with its line.",),
        "wrong": ("Not shown: Coordinate projects with outside vendors.",),
        "improve": ("Where it is true of you, show r4: up to 10.5 points of coverage.",),
    }
    return Answers(**made | fields)


LETTER = """Dear hiring team,
Renée Okafor-Lindqvist here. Last year I ran our catalogue with two outside vendors.
"""


def make_letter(**fields: Any) -> Letter:
    """A letter that adds the one missing requirement of the worked example."""
    document = make_document(LETTER, source="letter.txt")
    posting, resume = make_posting_document(), make_resume_document()
    evidence = make_evidence("I ran our catalogue with two outside vendors", document, section="")
    own = make_matches(posting, resume)
    matches = tuple(
        make_match("met" if m.requirement.id == "r4" else "missing", m.requirement,
                   evidence=(evidence,) if m.requirement.id == "r4" else ())
        for m in own
    )  # fmt: skip
    best = tuple(b if a.requirement.id == "r4" else a for a, b in zip(own, matches, strict=True))
    made = {"document": document, "coverage": make_coverage(matches), "together": make_coverage(best)}
    return Letter(**made | {"matches": matches, "adds": ("r4",)} | fields)


MASTER = """Renée Okafor-Lindqvist
Hosted 3 webinars for Renée's partners
"""


def make_master(**fields: Any) -> Master:
    document = make_document(MASTER, source="everything.docx")
    evidence = make_evidence("Hosted 3 webinars for Renée's partners", document)
    found = FoundKeyword("webinars", "required", "r8", evidence)
    return Master(**{"document": document, "found": (found,)} | fields)


def make_skipped(source: str = "kim.pdf", **fields: Any) -> Skipped:
    from gapcheck.errors import NoTextFound

    error = NoTextFound("has no text", hint="Run OCR first.", source=source)
    return Skipped(**{"source": source, "error": error} | fields)


# --- the worked example ----------------------------------------------------------------------------------------

ROWS: tuple[tuple[str, str, str, Status, tuple[str, ...], tuple[tuple[str, dict[str, Any]], ...]], ...] = (
    ("r1", "Familiarity with data storage software", "skill", "met", ("data storage software",),
     (("Kept brand assets in SharePoint and Airtable", {"method": "hierarchy", "score": 0.9}),)),
    ("r2", "Write copy for direct mail and electronic distribution,\n  including web content", "duty", "met",
     ("copy", "direct mail", "web content"),
     (("Wrote 40+ direct-mail pieces, e-mails and landing pages", {"method": "duty", "score": 0.86}),)),
    ("r3", "Manage relations with appropriate departments", "duty", "met", ("relations",),
     (("Liaison to sales, product and legal", {"method": "duty", "score": 0.8}),)),
    ("r4", "Coordinate projects with outside vendors", "duty", "missing", ("outside vendors",), ()),
    ("r5", "Speaking with media, partners and customers", "duty", "partial", ("media", "partners", "customers"),
     (("Spoke with customers and partners weekly", {"section": "Earlier", "page": 2}),
      ("Press contact for a local paper, limited",
       {"section": "Earlier", "page": 2, "method": "alias", "score": 0.6, "note": 'says "limited"'}))),
    ("r6", "Research competitors' websites", "duty", "met", ("competitors' websites",),
     (("Monthly audit of competitors' websites", {}),)),
    ("r7", "Coordinate trade shows", "duty", "met", ("trade shows",), (("Ran booths at 6 trade shows a year", {}),)),
    ("r8", "Coordinate photo shoots, webinars and product launches", "duty", "partial",
     ("photo shoots", "webinars", "product launches"), (("Planned photo shoots and two product launches", {}),)),
    ("r9", "Willingness to travel 25% of the time", "condition", "met", ("travel 25%",),
     (("Travelled 30% of the time", {"method": "quantity"}),)),
    ("r10", "Master's degree in Marketing", "education", "met", ("Master's degree in Marketing",),
     (("M.S. Marketing, 2016", {"section": "Education", "page": 2, "method": "alias"}),)),
)  # fmt: skip
WEAK: Mapping[str, Status] = {"outside vendors": "missing", "webinars": "missing", "media": "partial"}


def make_matches(posting: Document, resume: Document) -> tuple[Match, ...]:
    """The ten matches of the worked example."""
    matches = []
    for name, text, kind, status, keywords, found in ROWS:
        words = tuple(make_keyword(word, posting, status=WEAK.get(word, "met")) for word in keywords)
        req = make_requirement(
            text, posting, id=name, kind=kind, keywords=words,
            section="Nice to have" if name == "r10" else "What you will do",
            importance="preferred" if name == "r10" else "required",
        )  # fmt: skip
        evidence = tuple(make_evidence(quote, resume, **fields) for quote, fields in found)
        matches.append(make_match(status, req, evidence=evidence))
    return tuple(matches)


def make_report(**fields: Any) -> Report:
    """The worked example, complete; any field can be replaced."""
    posting, resume = fields.pop("posting", make_posting_document()), fields.pop("resume", make_resume_document())
    matches = fields.pop("matches", None)
    if matches is None:
        matches = make_matches(posting, resume)
    defaults: dict[str, Any] = {
        "title": "Marketing Specialist",
        "coverage": make_coverage(matches),
        "missing_keywords": (
            make_missing("outside vendors", "r4"),
            make_missing("webinars", "r8"),
            make_missing("media", "r5", status="partial"),
        ),
        "suggestions": (
            make_suggestion(
                "Name one project that you ran with an agency, printer or freelancer, if there was one.",
                requirement="r4", gain=1 / 9.5, place="Experience, in the job where you did it",
                short="add a line: Coordinate projects with outside vendors",
            ),
            make_suggestion(
                "Name a webinar that you produced or hosted, if you did.", gain=0.5 / 9.5, short="add to the line: webinars"
            ),
            make_suggestion(
                "Name the outlet or the interview behind \"press contact\".", code="strengthen", requirement="r5",
                gain=0.5 / 9.5,
            ),
            make_suggestion(
                "They search “data storage software”: use that word too where it is the same thing.",
                code="exact_wording", requirement="r1", gain=0.0, place="Experience, page 1", short="data storage software",
                evidence=(make_evidence("SharePoint", resume),) if "SharePoint" in resume.text else (),
            ),
            make_suggestion(
                "Only shown more than ten years ago. If you still do it, say so in a newer job: Research.",
                code="show", requirement="r6", gain=0.0,
            ),
        ),
        "related": (make_related(resume),) if resume.text == RESUME else (),
        "talking_points": (make_talking_point(resume),) if resume.text == RESUME else (),
        "answers": make_answers(),
        "glance": make_glance(seen=("r1", "r2", "r3"), unseen=("r5", "r6", "r7", "r8", "r9", "r10"), score=3 / 9.5,
                              spans=((0, 22), (128, 138)),
                              zones=(make_zone(), make_zone("heading", 128, 138), make_zone("opening", 139, 185, read=False)),
                              advice=(make_suggestion("Move it into the first bullets of your newest job.", code="move_up",
                                                      requirement="r7", gain=0.0, place="the first bullets of your newest job",
                                                      evidence=(make_evidence("Ran booths at 6 trade shows a year", resume),)
                                                      if resume.text == RESUME else ()),)),
        "file_health": (make_finding(),),
        "notices": (make_notice("ocr_hint", message="Two words could not be read.", page=2),),
        "versions": dict(VERSIONS),
    }  # fmt: skip
    return Report(**{"posting": posting, "resume": resume, "matches": matches} | defaults | fields)


def make_empty_report(**fields: Any) -> Report:
    """A report in which too little was read to judge."""
    coverage = Coverage(None, None, None, None, None, 0, 0, 0, 0, "insufficient")
    names = ("matches", "missing_keywords", "suggestions", "related", "talking_points", "file_health", "notices")
    none: dict[str, Any] = dict.fromkeys(names, ())
    return make_report(**none | {"coverage": coverage, "glance": None, "answers": None} | fields)
