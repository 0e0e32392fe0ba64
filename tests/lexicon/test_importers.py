"""Word lists that users download: what becomes of them, and what is kept out."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from gapcheck.cli import main
from gapcheck.errors import ConfigError
from gapcheck.lexicon import Concept, Lexicon, parse_tsv
from gapcheck.lexicon.importers import IMPORTERS, import_esco, import_lexicon, import_onet, import_table, write_tsv
from gapcheck.words import key

ESCO_HEAD = (
    "conceptType,conceptUri,preferredLabel,status,skillType,reuseLevel,altLabels,description,broaderConceptUri\n"
)
SKILL = "KnowledgeSkillCompetence"
ESCO = [
    f"{SKILL},u/1,prune hedges,released,skill/competence,x,shear hedges | trim hedge rows,,u/2",
    f"{SKILL},u/2,topiary,released,knowledge,x,,,",
    f"{SKILL},u/3,Haskoll,released,knowledge,x,=,,u/9",
    f"{SKILL},u/4,obsolete thing,obsolete,knowledge,x,,,",
    f"{SKILL},u/5,use different channels to reach every single customer,released,skill/competence,x,,,",
    f"{SKILL},u/6,customer,released,knowledge,x,,,",
    f"{SKILL},u/7,wound care,released,knowledge,x,caring for wounds in the field,,",
    f'{SKILL},u/8,glaze pottery,released,skill/competence,x,"shear hedges",,',
]


@pytest.fixture
def esco(tmp_path: Path) -> Path:
    (tmp_path / "skills_en.csv").write_text(ESCO_HEAD + "\n".join(ESCO) + "\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def onet(tmp_path: Path) -> Path:
    (tmp_path / "Technology Skills.txt").write_text(
        "O*NET-SOC Code\tExample\tCommodity Code\tCommodity Title\tHot Technology\tIn Demand\n"
        "11-1\tQuillworks LedgerMate\t1\tAccounting software\tN\tN\n"
        "11-1\tComputerized kiln management system CKMS\t2\tKiln software\tN\tN\n"
        "11-1\tMicrosoft Excel\t3\tSpreadsheet software\tY\tY\n",
        encoding="utf-8",
    )
    (tmp_path / "Occupation Data.txt").write_text(
        "O*NET-SOC Code\tTitle\tDescription\n51-1\tKiln Loaders\tThey load.\n51-2\tPotters, Hand and Wheel\tPots.\n",
        encoding="utf-8",
    )
    (tmp_path / "Alternate Titles.txt").write_text(
        "O*NET-SOC Code\tAlternate Title\tShort Title\tSource(s)\n51-1\tKiln Stacker\tn/a\t08\n", encoding="utf-8"
    )
    return tmp_path


def names(concepts) -> set[str]:
    return {concept.name for concept in concepts}


# --- formats ---------------------------------------------------------------------------------------------------


def test_esco_gives_released_skills_with_their_other_labels(esco: Path) -> None:
    found = {c.name: c for c in import_esco(esco)}
    assert found["prune hedges"] == Concept("prune hedges", "skill", ("shear hedges", "trim hedge rows"), ("topiary",))
    assert "obsolete thing" not in found


def test_a_product_of_esco_is_told_by_its_capitals(esco: Path) -> None:
    assert {c.name: c.kind for c in import_esco(esco)}["Haskoll"] == "tool"


def test_onet_gives_tools_under_their_commodity_and_titles_as_roles(onet: Path) -> None:
    found = {c.name: c for c in import_onet(onet)}
    assert found["Quillworks LedgerMate"].broader == ("Accounting software",)
    assert found["kiln loader"] == Concept("kiln loader", "role", ("Kiln Stacker",))


def test_a_short_form_behind_a_name_of_onet_is_its_alias(onet: Path) -> None:
    found = {c.name: c for c in import_onet(onet)}
    assert found["Computerized kiln management system"].aliases == ("=CKMS",)


def test_a_list_of_occupations_is_no_role(onet: Path) -> None:
    assert not [name for name in names(import_onet(onet)) if "potter" in name.lower()]


TABLES = [
    ("name\tkind\taliases\nKestrel WMS\ttool\tKestrel|KWMS\n", Concept("Kestrel WMS", "tool", ("Kestrel", "KWMS"))),
    ("Skill,Synonyms\nKestrel WMS,Kestrel; KWMS\n", Concept("Kestrel WMS", "skill", ("Kestrel", "KWMS"))),
    ("term;category;parent\nKestrel WMS;tool;inventory management\n", Concept("Kestrel WMS", "tool", (), ("inventory management",))),
    ("Kestrel WMS\nSPL gauge\n", Concept("Kestrel WMS", "skill")),
    ("\ufeffname\tkind\nKestrel WMS\tgadget\n", Concept("Kestrel WMS", "skill")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "first"), TABLES)
def test_tables_of_one_s_own(tmp_path: Path, text: str, first: Concept) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(text, encoding="utf-8")
    assert import_table(path)[0] == first


@pytest.mark.parametrize("text", ["", "a\tb\n1\t2\n", "x,y\n1,2\n"])
def test_a_table_without_a_column_of_names_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "mine.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=r"mine\.tsv"):
        import_table(path)


@pytest.mark.parametrize("form", ["esco", "onet"])
def test_a_folder_without_the_files_is_refused(tmp_path: Path, form: str) -> None:
    with pytest.raises(ConfigError, match="holds nothing to import"):
        import_lexicon(form, tmp_path)


# --- what is kept out ------------------------------------------------------------------------------------------


def test_sentences_generic_words_and_known_names_are_left_out(esco: Path) -> None:
    found = import_lexicon("esco", esco)
    assert not names(found.concepts) & {
        "use different channels to reach every single customer",
        "customer",
        "wound care",
    }
    assert found.left_out["a sentence"] >= 1
    assert found.left_out["generic"] >= 1


def test_a_name_that_two_concepts_share_is_left_out(esco: Path) -> None:
    found = import_lexicon("esco", esco)
    assert "shear hedges" not in {alias for c in found.concepts for alias in c.aliases}
    assert found.left_out["means two things"] == 2


def test_a_known_product_is_not_imported_again(onet: Path) -> None:
    assert "Microsoft Excel" not in names(import_lexicon("onet", onet).concepts)


def test_a_short_word_needs_its_case_and_a_sign_that_it_is_meant() -> None:
    from gapcheck.lexicon.screening import screen

    (kept,) = screen([Concept("glaze mixing", "skill", ("GLZ",))], Lexicon([])).concepts
    assert kept.aliases == ("~=GLZ",)
    assert kept.guard.rules


def test_what_is_imported_is_a_lexicon_file(esco: Path, tmp_path: Path) -> None:
    found = import_lexicon("esco", esco)
    text = write_tsv(found.concepts, note=IMPORTERS["esco"][1])
    assert "European Commission" in text
    assert parse_tsv(text) == list(found.concepts)
    merged = Lexicon.default() + Lexicon(parse_tsv(text))
    assert [a.concept for a in merged.aliases[key("trim hedge rows")]] == ["prune hedges"]
    assert len(merged) > len(Lexicon.default())


def test_a_list_of_one_s_own_is_trusted(tmp_path: Path) -> None:
    path = tmp_path / "mine.txt"
    path.write_text("Saturday inventory of the whole northern yard\nBLT\n", encoding="utf-8")
    assert names(import_lexicon("table", path).concepts) == {"Saturday inventory of the whole northern yard", "BLT"}


# --- the command -----------------------------------------------------------------------------------------------


def run(*args: str):
    return CliRunner().invoke(main, args, catch_exceptions=False)


def test_the_command_writes_a_file_and_says_what_it_left_out(esco: Path, tmp_path: Path) -> None:
    result = run("lexicon", "import", "esco", str(esco), "-o", str(tmp_path / "out.tsv"))
    assert result.exit_code == 0
    assert "4 concepts with 1 other names" in result.stderr
    assert "left out, a sentence: 2" in result.stderr
    assert Lexicon.load(tmp_path / "out.tsv").get("prune hedges")


def test_a_file_that_exists_is_not_replaced(esco: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.tsv"
    target.write_text("mine", encoding="utf-8")
    result = run("lexicon", "import", "esco", str(esco), "-o", str(target))
    assert (result.exit_code, "exists already" in result.stderr) == (2, True)
    assert target.read_text(encoding="utf-8") == "mine"


def test_check_names_what_is_doubtful(tmp_path: Path) -> None:
    path = tmp_path / "ours.tsv"
    path.write_text("Kestrel WMS\ttool\tKW|team|Excel\tno such thing\n", encoding="utf-8")
    result = run("lexicon", "check", str(path))
    assert result.exit_code == 1
    assert "1 concepts with 3 other names, 4 doubtful" in result.stdout
    for said in ("KW: short", "team: generic", "Excel: means", "broader no such thing is no concept"):
        assert said in result.stdout


def test_a_clean_file_has_no_doubts(tmp_path: Path) -> None:
    path = tmp_path / "ours.tsv"
    path.write_text("Kestrel WMS\ttool\tKestrel warehouse\tinventory control\n", encoding="utf-8")
    assert run("lexicon", "check", str(path)).exit_code == 0


def test_a_check_uses_the_words_of_one_s_own(tmp_path: Path) -> None:
    (tmp_path / "ours.tsv").write_text("Kestrel WMS\ttool\tRed Bird\n", encoding="utf-8")
    (tmp_path / "resume.txt").write_text(
        "Ana Sousa\n\nExperience\nClerk, A, 2019 - 2023\n- Counted stock in Red Bird\n"
    )
    (tmp_path / "posting.txt").write_text("Clerk\n\nRequirements\n- Kestrel WMS\n- Forklift licence\n")
    files = (str(tmp_path / "resume.txt"), str(tmp_path / "posting.txt"), "--no-config", "--json")
    without, with_ours = run(*files), run(*files, "--lexicon", str(tmp_path / "ours.tsv"))
    assert '"status": "met"' not in without.stdout
    assert '"method": "alias"' in with_ours.stdout
