"""Postings and resumes as web pages, as schema.org JobPosting and as the JSON of an applicant-tracking system."""

from __future__ import annotations

import json
from html import escape
from typing import Any

from formats.markup import Block, parse

_STYLE = "body{font-family:Georgia,serif;max-width:44em;margin:2em auto}nav,footer{font-size:small}.when{float:right}"
_TAGS = {"name": "h1", "heading": "h2", "entry": "h3", "line": "p"}
_LISTS = {"bullet": "ul", "number": "ol"}


def html_page(text: str, table: dict[str, Any]) -> bytes:
    """A web page in one of the layouts `careers`, `jsonld`, `board` or `page`."""
    blocks = parse(text)
    name = blocks[0].text
    layout = table.get("layout", "page")
    head = f'<meta charset="utf-8">\n<title>{escape(name)}</title>\n<style>{_STYLE}</style>'
    body = f"<main>\n{body_html(blocks)}\n</main>"
    if layout == "careers":
        body = _CAREERS_TOP + body + _CAREERS_END
    elif layout == "board":
        body = _BOARD_TOP + _flat_html(blocks) + _BOARD_END
    elif layout == "jsonld":
        head += f'\n<script type="application/ld+json">\n{_json_ld(blocks, table)}\n</script>'
    page = f'<!DOCTYPE html>\n<html lang="en">\n<head>\n{head}\n</head>\n<body>\n{body}\n</body>\n</html>\n'
    return page.encode()


def ats_json(text: str, table: dict[str, Any]) -> bytes:
    """One job as the public job-board interface of an applicant-tracking system gives it: escaped HTML in `content`."""
    blocks = parse(text)
    job = {
        "absolute_url": "https://jobs.example.com/tollgate/jobs/4017731",
        "internal_job_id": 3110482,
        "location": {"name": table["city"]},
        "metadata": [{"id": 77, "name": "Employment type", "value_type": "single_select", "value": "Full-time"}],
        "id": 4017731,
        "updated_at": "2026-01-05T09:00:00-05:00",
        "requisition_id": "R-118",
        "title": blocks[0].text,
        "company_name": table["company"],
        "content": escape(body_html(blocks[1:])),
        "departments": [{"id": 12, "name": "Platform", "child_ids": [], "parent_id": None}],
        "offices": [{"id": 3, "name": "Columbus", "location": "Columbus, Ohio, United States"}],
    }
    return (json.dumps(job, indent=2, ensure_ascii=False) + "\n").encode()


def body_html(blocks: list[Block]) -> str:
    """Headings, paragraphs and lists."""
    out: list[str] = []
    opened = ""
    for block in blocks:
        wanted = _LISTS.get(block.kind, "")
        if wanted != opened:
            out += [f"</{opened}>"] if opened else []
            out += [f"<{wanted}>"] if wanted else []
            opened = wanted
        tag = "li" if wanted else _TAGS[block.kind]
        when = f' <span class="when">{escape(block.right)}</span>' if block.kind == "entry" else ""
        out.append(f"<{tag}>{escape(block.text, quote=False)}{when}</{tag}>")
    out += [f"</{opened}>"] if opened else []
    return "\n".join(out)


def _flat_html(blocks: list[Block]) -> str:
    """One run of text with line breaks, as boards show what was pasted into a form."""
    lines = [f"&#8226; {escape(b.text)}" if b.kind == "bullet" else escape(b.text) for b in blocks[1:]]
    joined = "<br>\n".join(lines)
    return f'<h1>{escape(blocks[0].text)}</h1>\n<div class="description">{joined}</div>\n'


def _json_ld(blocks: list[Block], table: dict[str, Any]) -> str:
    place = {"@type": "PostalAddress", "addressLocality": table["city"], "addressRegion": table["region"]}
    job = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": blocks[0].text,
        "datePosted": "2026-01-05",
        "validThrough": "2026-03-31",
        "employmentType": "FULL_TIME",
        "hiringOrganization": {"@type": "Organization", "name": table["company"]},
        "jobLocation": {"@type": "Place", "address": place | {"addressCountry": "US"}},
        "description": body_html(blocks[1:]),
    }
    return json.dumps(job, indent=1, ensure_ascii=False).replace("</", "<\\/")


_CAREERS_TOP = """<div class="cookies">We use cookies to count visits. <button>Accept</button> <button>Decline</button></div>
<nav><a href="/">Home</a> <a href="/products">Products</a> <a href="/dealers">Dealers</a> <a href="/careers">Careers</a></nav>
"""
_CAREERS_END = """
<form action="/apply"><label>Name <input></label> <label>E-mail <input></label> <button>Apply now</button></form>
<aside><h2>Other openings</h2><ul><li><a href="/careers/12">Forklift Driver</a></li>
<li><a href="/careers/15">Payroll Clerk</a></li></ul></aside>
<footer>Follow us on LinkedIn. Privacy. Imprint. Made with care in North Carolina.</footer>"""
_BOARD_TOP = """<header><a href="/">JobPier</a> <a href="/saved">Saved jobs (0)</a> <a href="/login">Sign in</a></header>
"""
_BOARD_END = """<p class="meta">Posted 3 days ago. 41 applicants. Report this job.</p>
<section><h2>People also viewed</h2><ul><li>Tool and Die Maker, Belvidere</li><li>Quality Inspector, Freeport</li></ul></section>
<footer>JobPier helps 2 million people find work. Terms. Cookies.</footer>"""
