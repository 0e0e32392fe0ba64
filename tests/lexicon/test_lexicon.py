"""The lexicon: its files keep the format, its concepts hang together, merging and loading do what they say."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest

import gapcheck.lexicon as package
from gapcheck.errors import ConfigError
from gapcheck.lexicon import KINDS, Concept, Lexicon, parse_tsv
from gapcheck.lexicon.guards import RULES, Guard
from gapcheck.words import key

FOLDER = Path(package.__file__).parent / "concepts"
FILES = sorted(FOLDER.glob("*.tsv"))
COMPUTING = ("it_", "office_", "design_")
FLAGS = {"ambiguous", "cased", "weak"}
HEADER = "name\tkind\taliases\tbroader\tguard\tflags"


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.default()


def rows(path: Path) -> list[tuple[int, list[str]]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [(n, line.split("\t")) for n, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")][1:]


def cells(text: str) -> list[str]:
    return [part.strip() for part in text.split("|") if part.strip()]


# --- the format of every file ----------------------------------------------------------------------------------


def test_there_are_files() -> None:
    assert len(FILES) >= 20


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
class TestFile:
    def test_it_begins_with_the_header(self, path: Path) -> None:
        assert path.read_text(encoding="utf-8").splitlines()[0] == HEADER

    def test_every_row_has_six_columns(self, path: Path) -> None:
        assert [n for n, row in rows(path) if len(row) != 6] == []

    def test_every_row_has_a_name_and_a_known_kind(self, path: Path) -> None:
        assert [(n, row[:2]) for n, row in rows(path) if not row[0].strip() or row[1] not in KINDS] == []

    def test_every_name_has_words(self, path: Path) -> None:
        assert [(n, row[0]) for n, row in rows(path) if not key(row[0])] == []

    def test_no_name_stands_twice(self, path: Path) -> None:
        names = [row[0] for _, row in rows(path)]
        assert sorted({name for name in names if names.count(name) > 1}) == []

    def test_cells_have_no_stray_space_or_separator(self, path: Path) -> None:
        wrong = [
            (n, cell)
            for n, row in rows(path)
            for cell in row
            if cell != cell.strip() or cell.startswith("|") or cell.endswith("|") or "||" in cell
        ]
        assert wrong == []

    def test_aliases_have_words_and_marks_in_front_only(self, path: Path) -> None:
        wrong = [
            (n, alias)
            for n, row in rows(path)
            for alias in cells(row[2])
            if not key(alias.lstrip("=~"))
            or not re.fullmatch(r"=?~?|~=", alias[: len(alias) - len(alias.lstrip("=~"))])
        ]
        assert wrong == []

    def test_flags_are_known(self, path: Path) -> None:
        assert [
            (n, row[5]) for n, row in rows(path) if {f.strip() for f in row[5].split(",") if f.strip()} - FLAGS
        ] == []

    def test_guards_are_known_rules_with_words(self, path: Path) -> None:
        wrong = []
        for n, row in rows(path):
            for rule in filter(None, (part.strip() for part in row[4].split(";"))):
                name, _, options = rule.partition(":")
                if name not in RULES or (name != "list" and not any(key(option) for option in options.split(","))):
                    wrong.append((n, rule))
        assert wrong == []

    def test_what_is_guarded_has_a_guard(self, path: Path) -> None:
        wrong = [
            (n, row[0])
            for n, row in rows(path)
            if ("ambiguous" in row[5] or any("~" in alias for alias in cells(row[2]))) and not row[4].strip()
        ]
        assert wrong == []

    def test_nothing_is_broader_than_itself(self, path: Path) -> None:
        assert [(n, row[0]) for n, row in rows(path) if row[0].lower() in {b.lower() for b in cells(row[3])}] == []


# --- how concepts hang together --------------------------------------------------------------------------------


def test_every_broader_concept_exists(lexicon: Lexicon) -> None:
    assert [(c.name, b) for c in lexicon for b in c.broader if lexicon.get(b) is None] == []


def test_no_concept_proves_itself_by_a_detour(lexicon: Lexicon) -> None:
    done: set[str] = set()
    for start in lexicon.concepts:
        stack, path = [(start, iter(lexicon.concepts[start].broader))], [start]
        while stack:
            name, parents = stack[-1]
            parent = next(parents, None)
            if parent is None:
                done.add(name)
                stack.pop()
                path.pop()
                continue
            assert parent not in path, " -> ".join([*path[path.index(parent) :], parent])
            if parent not in done:
                stack.append((parent, iter(lexicon.concepts[parent].broader)))
                path.append(parent)


def ambiguous_aliases(lexicon: Lexicon) -> dict[str, list[str]]:
    meanings: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for words, aliases in lexicon.aliases.items():
        meanings[words] |= {alias.concept for alias in aliases if alias.cased is None and not alias.guarded}
    return {" ".join(words): sorted(found) for words, found in meanings.items() if len(found) > 1}


def test_no_plain_alias_means_two_concepts(lexicon: Lexicon) -> None:
    assert ambiguous_aliases(lexicon) == {}


def test_the_lexicon_is_wide(lexicon: Lexicon) -> None:
    assert len(lexicon) >= 3000


def test_half_of_it_is_about_work_without_a_screen() -> None:
    counts = {path.name: len(rows(path)) for path in FILES}
    computing = sum(n for name, n in counts.items() if name.startswith(COMPUTING))
    assert 2 * (sum(counts.values()) - computing) >= sum(counts.values())


@pytest.mark.parametrize(
    ("kind", "least"),
    [
        ("credential", 150),
        ("language", 80),
        ("degree", 60),
        ("soft", 50),
        ("role", 100),
        ("tool", 1000),
        ("skill", 1000),
    ],
)
def test_every_kind_is_well_filled(lexicon: Lexicon, kind: str, least: int) -> None:
    assert sum(concept.kind == kind for concept in lexicon) >= least


def test_degrees_are_known_by_their_short_forms(lexicon: Lexicon) -> None:
    names = {name.lstrip("=~") for c in lexicon if c.kind == "degree" for name in (c.name, *c.aliases)}
    short = {
        name.replace(".", "").lower()
        for name in names
        if re.fullmatch(r"(?:[A-Z][A-Za-z]{0,4}\.?){2,4}", name) and len(name) <= 7
    }
    assert len(short) >= 60


@pytest.mark.parametrize(
    "name",
    [
        "Python", "PostgreSQL", "Excel", "Kubernetes", "AutoCAD", "QuickBooks", "Salesforce", "SAP", "Photoshop", "Epic",
        "wound care", "phlebotomy", "welding", "forklift operation", "HACCP", "food safety", "payroll", "bookkeeping", "litigation", "lesson planning",
        "CPR", "CDL", "OSHA 10", "RN license", "CPA", "PMP", "ServSafe", "TEFL",
        "Spanish", "Mandarin", "American Sign Language", "Polish", "Tagalog", "Arabic",
    ],
)  # fmt: skip
def test_common_names_are_known(lexicon: Lexicon, name: str) -> None:
    assert lexicon.aliases.get(key(name)), name


# --- proof -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("shown", "asked"),
    [
        ("PostgreSQL", "SQL"),
        ("Kubernetes", "container orchestration"),
        ("Amazon EC2", "AWS"),
        ("BSN", "bachelor's degree"),
        ("Master of Science", "master's degree"),
        ("React", "JavaScript"),
        ("MIG welding", "welding"),
    ],
)
def test_the_narrower_proves_the_broader_and_never_the_reverse(lexicon: Lexicon, shown: str, asked: str) -> None:
    a, b = (lexicon.aliases[key(name)][0].concept for name in (shown, asked))
    assert lexicon.proves(a, b)
    assert lexicon.proves(b, a) is None


def test_steps_are_counted(lexicon: Lexicon) -> None:
    tiny = Lexicon([Concept("a", broader=("b",)), Concept("b", broader=("c",)), Concept("c")])
    assert tiny.ancestors("a") == {"a": 0, "b": 1, "c": 2}
    assert (tiny.proves("a", "c"), tiny.proves("a", "a"), tiny.proves("c", "a")) == (2, 0, None)


def test_the_shortest_way_counts() -> None:
    tiny = Lexicon([Concept("a", broader=("b", "c")), Concept("b", broader=("c",)), Concept("c")])
    assert tiny.proves("a", "c") == 1


def test_a_cycle_does_not_hang() -> None:
    tiny = Lexicon([Concept("a", broader=("b",)), Concept("b", broader=("a",))])
    assert tiny.ancestors("a") == {"a": 0, "b": 1}


def test_an_unknown_name_proves_only_itself(lexicon: Lexicon) -> None:
    assert lexicon.ancestors("basket weaving under water") == {"basket weaving under water": 0}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Java", "JavaScript"),
        ("C", "C++"),
        ("Scala", "Java"),
        ("PostgreSQL", "MySQL"),
        ("TIG welding", "MIG welding"),
        ("Spanish", "Portuguese"),
    ],
)
def test_neighbours_prove_nothing_of_one_another(lexicon: Lexicon, one: str, other: str) -> None:
    a, b = (lexicon.aliases[key(name)][0].concept for name in (one, other))
    assert a != b
    assert lexicon.proves(a, b) is None
    assert lexicon.proves(b, a) is None


# --- merging ---------------------------------------------------------------------------------------------------


def test_merging_adds_concepts_and_leaves_both_sides_as_they_were() -> None:
    one, other = Lexicon([Concept("COBOL", "tool")]), Lexicon([Concept("JCL", "tool")])
    both = one + other
    assert sorted(both.concepts) == ["COBOL", "JCL"]
    assert (len(one), len(other)) == (1, 1)


def test_merging_joins_aliases_parents_and_flags_of_one_name() -> None:
    both = Lexicon([Concept("Jira", "tool", ("Jira Cloud",), ("issue tracking",))]) + Lexicon(
        [Concept("Jira", "tool", ("Jira Server",), ("agile tools",), flags=frozenset({"cased"}))]
    )
    jira = both.get("Jira")
    assert jira is not None
    assert jira.aliases == ("Jira Cloud", "Jira Server")
    assert jira.broader == ("issue tracking", "agile tools")
    assert jira.flags == {"cased"}


def test_the_right_side_s_guard_wins() -> None:
    left = Guard((("near", (("left",),)),))
    right = Guard((("near", (("right",),)),))
    merged = Lexicon([Concept("Go", "tool", guard=left)]) + Lexicon([Concept("Go", "tool", guard=right)])
    assert merged.concepts["Go"].guard == right
    kept = Lexicon([Concept("Go", "tool", guard=left)]) + Lexicon([Concept("Go", "tool")])
    assert kept.concepts["Go"].guard == left


def test_the_right_side_s_aliases_win() -> None:
    merged = Lexicon([Concept("Jira", "tool", ("tracker",))]) + Lexicon([Concept("Trackr", "tool", ("tracker",))])
    assert [(a.concept, a.own) for a in merged.aliases[("tracker",)]] == [("Jira", False), ("Trackr", True)]


def test_an_alias_of_one_s_own_is_what_the_text_means() -> None:
    from gapcheck.pipeline.gazetteer import find_mentions
    from gapcheck.words import words

    text = "Counts kept in Kestrel"
    theirs = Lexicon([Concept("bird of prey", "skill", ("Kestrel",))])
    for mine in (Concept("Kestrel WMS", "tool", ("Kestrel",)), Concept("Kestrel", "tool")):
        found = find_mentions(text, words(text), "skills", theirs + Lexicon([mine]))
        assert [m.concept for m in found] == [mine.name]


def test_names_that_differ_in_case_or_plural_are_one_concept() -> None:
    merged = Lexicon(
        [
            Concept("Wound care"),
            Concept("wound care", aliases=("dressing changes",)),
            Concept("burn care", broader=("Wound Care",)),
        ]
    )
    assert sorted(merged.concepts) == ["Wound care", "burn care"]
    assert merged.proves("burn care", "Wound care") == 1


@pytest.mark.parametrize("pair", [("C", "C++"), ("C", "C#"), ("C++", "C#"), ("F#", "F"), ("R", "R&D")])
def test_symbols_keep_names_apart(pair: tuple[str, str]) -> None:
    assert len(Lexicon([Concept(name, "tool") for name in pair])) == 2


def test_the_version_changes_with_any_entry(lexicon: Lexicon) -> None:
    changed = lexicon + Lexicon([Concept("glockenspiel tuning")])
    assert re.fullmatch(r"[0-9a-f]{12}", lexicon.version)
    assert changed.version != lexicon.version
    assert Lexicon(list(lexicon)).version == lexicon.version


def test_the_default_is_read_once() -> None:
    assert Lexicon.default() is Lexicon.default()


# --- loading ---------------------------------------------------------------------------------------------------


def test_a_file_of_one_s_own_is_found_in_text(tmp_path: Path) -> None:
    path = tmp_path / "ours.tsv"
    path.write_text(
        f"{HEADER}\n# the house system\nKestrel WMS\ttool\tKestrel|=KWMS\tinventory management\t\t\n", encoding="utf-8"
    )
    merged = Lexicon.default() + Lexicon.load(path)
    assert [a.concept for a in merged.aliases[key("kestrel")]] == ["Kestrel WMS"]
    assert merged.proves("Kestrel WMS", "inventory management") == 1


def test_trailing_columns_may_be_left_out(tmp_path: Path) -> None:
    path = tmp_path / "ours.tsv"
    path.write_text("Kestrel WMS\ttool\n", encoding="utf-8")
    assert Lexicon.load(path).concepts["Kestrel WMS"] == Concept("Kestrel WMS", "tool")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Kestrel WMS\tgadget\n", "Kinds: "),
        ("\ttool\n", "line 1 needs a name and a kind"),
        ("Kestrel WMS\n", "line 1 needs a name and a kind"),
        ("# fine\nKestrel\ttool\t\t\t\tloud\n", "line 2 has an unknown flag"),
        ("Kestrel\ttool\t\t\tnearby:SAP\t\n", "guard rule 'nearby' is unknown"),
    ],
)
def test_mistakes_are_named_with_their_line(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "ours.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        Lexicon.load(path)
    assert says in str(caught.value)
    assert str(caught.value).startswith("ours.tsv: ")


def test_a_file_that_is_not_there_is_a_config_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"nowhere\.tsv: cannot be read"):
        Lexicon.load(tmp_path / "nowhere.tsv")


def test_a_file_that_is_not_text_is_a_config_error(tmp_path: Path) -> None:
    path = tmp_path / "ours.tsv"
    path.write_bytes(b"Kestrel\xff\ttool\n")
    with pytest.raises(ConfigError, match="UTF-8"):
        Lexicon.load(path)


def test_an_empty_file_is_an_empty_lexicon() -> None:
    empty = Lexicon(parse_tsv(""))
    assert (len(empty), dict(empty.aliases), dict(empty.first_words)) == (0, {}, {})


# --- aliases ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("aliases", "cased", "guarded"),
    [
        (("Jira Cloud",), None, False),
        (("=JC",), "JC", False),
        (("~JC",), None, True),
        (("~=JC",), "JC", True),
        (("=~JC",), "JC", True),
    ],
)
def test_marks_of_aliases(aliases: tuple[str, ...], cased: str | None, guarded: bool) -> None:
    tiny = Lexicon([Concept("Jira", "tool", aliases)])
    (alias,) = next(entry for words, entry in tiny.aliases.items() if words != key("Jira"))
    assert (alias.concept, alias.cased, alias.guarded) == ("Jira", cased, guarded)


def test_an_ambiguous_name_is_guarded_and_cased() -> None:
    (alias,) = Lexicon([Concept("Go", "tool", flags=frozenset({"ambiguous"}))]).aliases[("go",)]
    assert (alias.cased, alias.guarded) == ("Go", True)


def test_an_alias_that_is_a_function_word_needs_its_capitals() -> None:
    (alias,) = Lexicon([Concept("operating room", aliases=("OR",))]).aliases[("or",)]
    assert alias.cased == "OR"


def test_the_longest_alias_is_known_by_its_first_word() -> None:
    tiny = Lexicon([Concept("wound care", aliases=("wound care and dressing",)), Concept("wound vac")])
    assert dict(tiny.first_words) == {"wound": 4}
