"""Names of the lexicon in text: longest first, spelled in several ways, ambiguous ones only where they mean it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from gapcheck.lexicon import Concept, Lexicon, parse_tsv
from gapcheck.pipeline.gazetteer import find_mentions
from gapcheck.words import words
from tests.marks import missed
from tests.reading import analyzer, mention_spans, mentions_in

TINY = Lexicon(
    parse_tsv(
        "SQL\tskill\n"
        "PostgreSQL\ttool\tPostgres\tSQL\n"
        "Node.js\ttool\n"
        "Java\ttool\n"
        "JavaScript\ttool\tJS\n"
        "front-end development\tskill\tfrontend\n"
        "wound care\tskill\n"
        "wound care certification\tcredential\n"
        "research and development\tskill\tR&D|R and D\n"
        "operating room\tskill\t=OR\n"
        "Go\ttool\t~golang\t\tnear:Python,programming;before:developer;list;section:skills;not_before:to,ahead\tambiguous\n"
        "C\ttool\t\t\tnear:programming,embedded;list\tambiguous\n"
        "C++\ttool\n"
        "C#\ttool\n"
        "forklift operation\tskill\tforklift\n"
    )
)


def found(text: str, section: str = "required") -> list[tuple[str, str]]:
    return [(m.concept, m.text) for m in find_mentions(text, words(text), section, TINY)]


# --- mechanics, on a lexicon of thirteen names -----------------------------------------------------------------

FORMS = [
    ("PostgreSQL and SQL", [("PostgreSQL", "PostgreSQL"), ("SQL", "SQL")]),
    ("postgres, sql", [("PostgreSQL", "postgres"), ("SQL", "sql")]),
    ("Node.js / NodeJS", [("Node.js", "Node.js"), ("Node.js", "NodeJS")]),
    missed("Node JS", [("Node.js", "Node JS")], why="Node.js loses its s as a plural, JS does not"),
    ("front-end development", [("front-end development", "front-end development")]),
    ("front end development", [("front-end development", "front end development")]),
    ("Frontend, front-end", [("front-end development", "Frontend"), ("front-end development", "front-end")]),
    ("Java Script and Java", [("JavaScript", "Java Script"), ("Java", "Java")]),
    ("Java, Script", [("Java", "Java")]),
    ("wound care certification", [("wound care certification", "wound care certification")]),
    ("wound care, certification", [("wound care", "wound care")]),
    ("wound (care)", []),
    ("R&D or R and D", [("research and development", "R&D"), ("research and development", "R and D")]),
    ("R & D", [("research and development", "R & D")]),
    ("forklifts", [("forklift operation", "forklifts")]),
    ("OR nurse", [("operating room", "OR")]),
    ("day or night", []),
    ("Or else", []),
    ("C++, C# and C", [("C++", "C++"), ("C#", "C#"), ("C", "C")]),
    ("vitamin C", []),
    ("a grade of C", []),
    ("Embedded C", [("C", "C")]),
    ("Go developer", [("Go", "Go")]),
    ("Go to the market", []),
    ("Python-free Go ahead", []),
    ("go developer", []),
    ("Java/Go", [("Java", "Java"), ("Go", "Go")]),
    ("Javanese", []),
    ("", []),
]


@pytest.mark.parametrize(
    ("text", "wanted"),
    FORMS,
)
def test_forms(text: str, wanted: list[tuple[str, str]]) -> None:
    assert found(text) == wanted


def test_a_name_of_one_s_own_is_found() -> None:
    mine = TINY + Lexicon([Concept("Kestrel WMS", "tool", ("=KWMS",))])
    text = "Kestrel WMS, KWMS and kwms"
    assert [m.text for m in find_mentions(text, words(text), "skills", mine)] == ["Kestrel WMS", "KWMS"]


def test_the_section_can_settle_an_ambiguous_name() -> None:
    assert found("Go", "skills") == [("Go", "Go")]
    assert found("Go", "experience") == []


@pytest.mark.parametrize("text", ["SQL" * 40, "C " * 30, "Go, " * 30, "wound " * 30, "&&&", "R & & D", "front---end"])
def test_mentions_never_overlap_and_stand_where_they_say(text: str) -> None:
    spans = find_mentions(text, words(text), "skills", TINY)
    assert all(text[m.start : m.end] == m.text for m in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


# --- ambiguous names, on the shipped lexicon -------------------------------------------------------------------

FALSE_USES = [
    ("Go to the store and restock the shelves", "Go"),
    ("You go the extra mile", "Go"),
    ("On-the-go snacks for the whole team", "Go"),
    ("Ready to go at a moment's notice", "Go"),
    ("We excel at making connections", "Excel"),
    ("Excel at customer service", "Excel"),
    ("Staff who excel under pressure", "Excel"),
    ("The course starts in spring of 2016", "Spring"),
    ("Spring cleaning of the pool area", "Spring"),
    ("Interns for Spring 2026", "Spring"),
    ("You have access to patient files", "Access"),
    ("Access to a reliable vehicle", "Access"),
    ("Controls access to the building", "Access"),
    ("Lead a team of twelve nurses", "lead generation"),
    ("Series C funding of 40 million", "C"),
    ("Foods rich in vitamin C", "C"),
    ("Hepatitis C screening", "C"),
    ("Washington, D.C.", "C"),
    ("Class C driver", "C"),
    ("Epic Staffing Solutions is hiring", "Epic"),
    ("An epic team outing every summer", "Epic"),
    ("Word of mouth brings our guests", "Word"),
    ("Keep your word to customers", "Word"),
    ("A positive outlook on life", "Outlook"),
    ("Work with cross-functional teams", "Microsoft Teams"),
    ("Teams of eight to ten people", "Microsoft Teams"),
    ("React quickly to alarms", "React"),
    ("React to changing priorities", "React"),
    ("Swift response to guest requests", "Swift"),
    ("Rust removal and repainting", "Rust"),
    ("Treat rust on vehicle frames", "Rust"),
    ("Express yourself clearly", "Express.js"),
    ("Freight by express courier", "Express.js"),
    ("Unity of purpose", "Unity"),
    ("A good sketch of the site", "Sketch"),
    ("Sketch the layout on site", "Sketch"),
    ("Fill a notion of the need", "Notion"),
    ("Slack season in winter", "Slack"),
    ("Pick up the slack for colleagues", "Slack"),
    ("Sage advice for young parents", "Sage"),
    ("Season with sage and thyme", "Sage"),
    ("Zoom in on the details", "Zoom"),
    ("A ruby ring repair", "Ruby"),
    ("Work in a safe environment", "SAFe"),
    ("Assembly of furniture on site", "assembly language"),
    ("Church assembly hall", "assembly language"),
    ("Chef de partie", "Chef"),
    ("Puppet shows for children", "Puppet"),
    ("Fluent in two languages", "Fluent"),
    ("Maintain the oracle of data", "Oracle"),
    ("Tableau vivant performance", "Tableau"),
    ("Confluence of two rivers", "Confluence"),
    ("Docker on the container pier", "Docker"),
    ("Keep the workspace dart free", "Dart"),
    ("Scratch cooking from raw ingredients", "Scratch"),
    ("Build a program from scratch", "Scratch"),
    ("French fries station", "French"),
    ("Danish pastries and croissants", "Danish"),
    ("Polish floors and windows", "Polish"),
    ("Nail polish application", "Polish"),
    ("Turkish bath attendant", "Turkish"),
    ("A flask of coffee", "Flask"),
    ("Handle pandas at the zoo", "pandas"),
    ("Snowflake decorations", "Snowflake"),
    ("Help people in need", "HELP"),
    ("Ms. Ortiz will greet you", "Master of Science"),
    ("Jackson, MS", "Master of Science"),
    ("Boston, MA", "Master of Arts"),
    ("Portland, OR", "operating room"),
    ("Morning or evening", "operating room"),
    ("A pay rise in spring", "Spring"),
    ("Stand for the entire shift", "Shift"),
    missed("The last sprint of the race", "Sprint", why="the word has no guard in the lexicon"),
    ("Square footage of the store", "Square"),
    ("A toast to the bride", "Toast"),
    ("Concur with the diagnosis", "Concur"),
    ("Workday of eight hours", "Workday"),
    ("A workday starts at seven", "Workday"),
]

TRUE_USES = [
    ("Services in Go or Rust", "Go"),
    ("Python, Go, Java", "Go"),
    ("Golang developer", "Go"),
    ("Advanced Excel, including pivot tables", "Excel"),
    ("Microsoft Excel", "Excel"),
    ("Proficient in Word and Excel", "Excel"),
    ("Java and Spring Boot", "Spring Boot"),
    ("Microsoft Access databases", "Access"),
    ("Embedded C and C++", "C"),
    ("Programming in C", "C"),
    ("R, SAS or SPSS", "R"),
    ("R&D of new coatings", "R&D"),
    ("Charting in Epic", "Epic"),
    ("Experience with Epic or Cerner", "Epic"),
    ("Experience with Epic and Cerner", "Epic"),
    ("Word, Excel, PowerPoint, Outlook", "Outlook"),
    ("Slack, Zoom and Microsoft Teams", "Microsoft Teams"),
    ("React, TypeScript and Node.js", "React"),
    ("iOS apps in Swift", "Swift"),
    ("Sketch, Figma, InVision", "Sketch"),
    ("QuickBooks or Sage", "Sage"),
    ("Ruby on Rails", "Ruby on Rails"),
    ("Chef, Puppet or Ansible", "Puppet"),
    ("Docker and Kubernetes", "Docker"),
    ("Snowflake and dbt", "Snowflake"),
    ("Flask or Django", "Flask"),
    ("pandas and NumPy", "pandas"),
    ("Fluent French", "French"),
    ("Speaks Polish and English", "Polish"),
    ("Spanish/English bilingual", "Spanish"),
    ("MS in chemistry", "Master of Science"),
    ("OR nurse", "operating room"),
    ("Toast POS", "Toast POS"),
    ("Workday HCM", "Workday"),
    ("Oracle and SQL Server databases", "Oracle"),
    ("Dashboards in Tableau", "Tableau"),
    ("Jira and Confluence", "Confluence"),
    ("C# and .NET", ".NET"),
    ("CI/CD pipelines", "CI/CD"),
    ("A/P and A/R", "accounts payable"),
]


def meaning(name: str) -> set[str]:
    """The concepts for which a name may stand, with what they prove."""
    from gapcheck.words import key

    return {alias.concept for alias in analyzer().lexicon.aliases.get(key(name), ())}


@pytest.mark.parametrize(("text", "name"), FALSE_USES)
def test_an_ordinary_word_is_not_its_namesake(text: str, name: str) -> None:
    wanted = meaning(name)
    hits = [
        m
        for m in mention_spans(text)
        if m.concept in wanted and m.text.lower() in (name.lower(), name.lower().split()[-1])
    ]
    assert hits == []


@pytest.mark.parametrize(("text", "name"), TRUE_USES)
def test_the_namesake_is_found_where_it_is_meant(text: str, name: str) -> None:
    wanted = meaning(name)
    assert wanted, f"{name} is not in the lexicon"
    assert wanted & set(mentions_in(text))


NAMED = [
    ("Ran IV pumps and central lines in a 12-bed ICU", {"ICU"}),
    ("Class A CDL with hazmat endorsement", {"CDL"}),
    ("MIG and TIG welding of stainless steel", {"TIG welding"}),
    ("HACCP plan for a bakery", {"HACCP"}),
    ("ServSafe Manager certified", {"ServSafe"}),
    ("IEPs and parent-teacher conferences", {"IEP"}),
    ("Month-end close and bank reconciliation", {"month-end close"}),
    ("OSHA 30-hour card", {"OSHA 30"}),
    ("SolidWorks and GD&T", {"SolidWorks", "GD&T"}),
    ("Google Ads and SEO", {"Google Ads", "SEO"}),
    ("PCR, ELISA and Western blot", {"PCR", "ELISA", "Western blot"}),
    ("Order picking with RF scanners", {"order picking"}),
    ("Lesson planning for year 5", {"lesson planning"}),
    ("Conflict resolution and de-escalation", {"de-escalation"}),
    ("AWS (EC2, S3, Lambda)", {"AWS", "Amazon S3", "AWS Lambda"}),
    ("Cash handling and POS", {"cash handling"}),
    ("Legal research on Westlaw", {"Westlaw"}),
    ("Drywall, framing and finish carpentry", {"drywall", "framing"}),
    ("Employee relations and onboarding", {"employee relations", "onboarding"}),
    ("Pivot tables, VLOOKUP", {"pivot tables"}),
]


@pytest.mark.parametrize(("text", "names"), NAMED)
def test_names_of_many_trades_are_found(text: str, names: set[str]) -> None:
    lexicon = analyzer().lexicon
    seen = {above for name in mentions_in(text) for above in lexicon.ancestors(name)}
    assert [name for name in sorted(names) if not meaning(name) & seen] == []


def test_the_ending_of_an_address_is_no_name() -> None:
    assert [m.concept for m in mention_spans("see /profile.php?id=4 of the site")] == []
    assert [m.concept for m in mention_spans("Wrote PHP and Node.js for the shop")] == ["PHP", "Node.js"]
