"""The first look: where the eye goes on page one, how far the time reaches, and what is seen there."""

from __future__ import annotations

import pytest

from gapcheck.glance import glance
from gapcheck.settings import Settings
from gapcheck.types import Document, Page, RawLine
from tests.factories import make_evidence, make_keyword, make_match, make_requirement
from tests.reading import analyzer, resume_of

RESUME = """Renée Okafor
Trade show manager
Providence, Rhode Island
renee@example.org | (401) 555-0143

EXPERIENCE
Marketing Coordinator, Bluebird Foods
2021 - present
- Wrote 40 direct-mail pieces
- Ran booths at six trade shows
- Planned photo shoots
- Kept price lists in Airtable
Marketing Assistant, Harbor Ceramics
2018 - 2021
- Spoke with customers

EDUCATION
M.S. Marketing, 2016

SKILLS
Salesforce, Canva, Photoshop, InDesign, Excel, Word, Outlook
"""


def look(resume=None, matches=(), **settings):
    read = resume or resume_of(RESUME)
    return glance(read, matches, Settings(**settings), analyzer().lexicon)


def shown(found, kind: str, text: str = "") -> list[str]:
    text = text or resume_of(RESUME).document.text
    return [text[zone.start : zone.end] for zone in found.zones if zone.kind == kind]


def match_for(quote: str, text: str = "", status: str = "met", **fields):
    document = resume_of(RESUME).document
    req = make_requirement(text or quote, keywords=(make_keyword(text or quote, status=status),), **fields)
    return make_match(status, req, evidence=(make_evidence(quote, document),))


# --- zones -----------------------------------------------------------------------------------------------------

ZONES = [
    ("name", ["Renée Okafor"]),
    ("title", ["Trade show manager"]),
    ("job", ["Marketing Coordinator, Bluebird Foods", "2021 - present", "Marketing Assistant, Harbor Ceramics", "2018 - 2021"]),
    ("education", ["M.S. Marketing, 2016"]),
    ("heading", ["EXPERIENCE", "EDUCATION", "SKILLS"]),
    ("bullet", ["Wrote 40 direct-mail pieces", "Ran booths at six trade shows", "Planned photo shoots", "Spoke with customers"]),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "texts"), ZONES, ids=lambda value: value if isinstance(value, str) else "")
def test_zones_are_found(kind, texts):
    assert shown(look(seconds=100), kind) == texts


def test_of_other_lines_only_the_first_words_are_read():
    openings = shown(look(seconds=100), "opening")
    assert "Salesforce, Canva, Photoshop, InDesign, Excel" in openings
    assert not any("Outlook" in text for text in openings)


def test_zones_come_in_reading_order():
    kinds = [zone.kind for zone in look(seconds=100).zones]
    assert list(dict.fromkeys(kinds)) == ["name", "title", "job", "education", "heading", "bullet", "opening"]


def test_a_contact_line_or_a_place_is_no_title():
    text = "Jo Poe\nLoves Park, Illinois\njo@example.org\n\nEXPERIENCE\n- Ran booths\n"
    assert shown(look(resume_of(text), seconds=100), "title", text) == []


def laid_out(rows, pages=2):
    raw = [RawLine(text, **{"page": 1, "size": 10.0} | fields) for text, fields in rows]
    sizes = tuple(Page(number, 612, 792) for number in range(1, pages + 1))
    return analyzer().resume(Document.build(raw, kind="pdf", source="r.pdf", pages=sizes))


def test_the_name_is_the_largest_type_near_the_top():
    rows = [("SKILLS", {"top": 60.0, "bold": True}), ("Canva, Excel", {"top": 75.0}),
            ("Jo Poe", {"top": 58.0, "indent": 250.0, "size": 22.0}),
            ("Trade show manager", {"top": 84.0, "indent": 250.0, "size": 14.0}),
            ("A LARGE WORD BELOW", {"top": 700.0, "size": 40.0})]  # fmt: skip
    resume = laid_out(rows)
    found = look(resume)
    assert shown(found, "name", resume.document.text) == ["Jo Poe"]
    assert shown(found, "title", resume.document.text) == ["Trade show manager"]


def test_bold_lines_are_read_before_ordinary_ones():
    resume = laid_out(
        [
            ("Jo Poe", {"top": 50.0, "size": 20.0}),
            ("Moved 200 crates a day.", {"top": 90.0}),
            ("Forklift licence", {"top": 110.0, "bold": True}),
        ]
    )
    kinds = [zone.kind for zone in look(resume, seconds=100).zones]
    assert kinds.index("bold") < kinds.index("opening")


def test_nothing_of_page_two_is_read():
    resume = laid_out([("Jo Poe", {"top": 50.0}), ("Hidden on page two", {"top": 50.0, "page": 2})])
    found = look(resume, seconds=100)
    assert max(end for _, end in found.spans) < resume.document.text.index("Hidden")


# --- time ------------------------------------------------------------------------------------------------------


def test_the_budget_is_seconds_times_words_a_second():
    found = look(seconds=2, words_per_second=3)
    assert found.words_read == 6
    read = [resume_of(RESUME).document.text[start:end] for start, end in found.spans]
    assert read == ["Renée Okafor", "Trade show manager", "Marketing"]


def test_what_time_does_not_reach_is_a_zone_that_is_not_read():
    found = look(seconds=2, words_per_second=3)
    cut = [zone for zone in found.zones if not zone.read]
    assert resume_of(RESUME).document.text[cut[0].start : cut[0].end] == "Coordinator, Bluebird Foods"


def test_function_words_cost_nothing():
    resume = laid_out([("Jo of the Poe", {"top": 50.0, "size": 20.0})], pages=1)
    assert look(resume).words_read == 2


def test_no_time_sees_nothing():
    found = look(matches=[match_for("Ran booths at six trade shows")], seconds=0)
    assert (found.words_read, found.seen, found.unseen) == (0, (), ("r1",))


# --- what is seen ----------------------------------------------------------------------------------------------


def test_proof_that_is_read_in_time_is_seen():
    assert look(matches=[match_for("Wrote 40 direct-mail pieces")]).seen == ("r1",)


def test_proof_further_down_is_not():
    assert look(matches=[match_for("Kept price lists in Airtable")], seconds=4).unseen == ("r1",)


def test_a_keyword_named_in_the_headline_is_seen_although_its_proof_stands_lower():
    assert look(matches=[match_for("Ran booths at six trade shows", "trade shows")], seconds=2).seen == ("r1",)


def test_a_concept_is_seen_under_its_other_name():
    keyword = make_keyword("Master's degree", concept="master's degree", status="met")
    match = make_match("met", make_requirement(keywords=(keyword,)), evidence=())
    assert look(matches=[match]).seen == ("r1",)


def test_what_is_denied_is_not_seen():
    text = "Jo Poe\n\nEXPERIENCE\nClerk, Foods\n2021 - present\n- No experience with Salesforce\n"
    keyword = make_keyword("Salesforce", concept="Salesforce", status="partial")
    match = make_match("partial", make_requirement(keywords=(keyword,)), evidence=())
    assert look(resume_of(text), [match], seconds=100).unseen == ("r1",)


def test_the_share_is_weighted_and_leaves_unstated_conditions_out():
    matches = [
        match_for("Wrote 40 direct-mail pieces", id="r1"),
        match_for("Salesforce", id="r2", importance="preferred"),
        make_match("unstated", make_requirement(id="r3", kind="condition")),
        make_match("missing", make_requirement(id="r4")),
    ]
    assert look(matches=matches, seconds=7).score == pytest.approx(1 / 2.5)


def test_without_requirements_there_is_no_share():
    assert look().score is None


# --- advice ----------------------------------------------------------------------------------------------------


def test_a_low_line_of_the_newest_job_should_move_up():
    (advice,) = look(matches=[match_for("Kept price lists in Airtable")], seconds=7).advice
    assert (advice.code, advice.requirement, advice.gain) == ("move_up", "r1", 0.0)
    assert advice.place == "the first bullets of your newest job"
    assert advice.evidence[0].text == "Kept price lists in Airtable"
    assert "Kept price lists" not in advice.message.replace("“Kept price lists in Airtable”", "")


def test_where_no_bullet_is_read_in_time_only_the_headline_helps():
    (advice,) = look(matches=[match_for("Kept price lists in Airtable")], seconds=2).advice
    assert advice.place == "a headline under your name"


def test_what_stands_in_an_older_job_should_be_named_under_the_name():
    (advice,) = look(matches=[match_for("Spoke with customers")], seconds=4).advice
    assert advice.place == "a headline under your name"


def test_advice_is_short_and_begins_with_what_is_required():
    quotes = ("Spoke with customers", "Kept price lists in Airtable", "Planned photo shoots", "Salesforce")
    matches = [match_for(q, id=f"r{n}", importance="preferred" if n == 0 else "required") for n, q in enumerate(quotes)]
    assert [s.requirement for s in look(matches=matches, seconds=1).advice] == ["r1", "r2", "r3"]
