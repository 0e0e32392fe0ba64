"""Imports go down only, nothing heavy is loaded before it is used, and no file of the package is a pickle."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import gapcheck

PACKAGE = Path(gapcheck.__file__).parent
ROOT = PACKAGE.parent

LAYERS: tuple[frozenset[str], ...] = tuple(
    frozenset(names.split())
    for names in (
        "types errors cleanup glue words doers person deadline heading_model",
        "settings lexicon plugins",
        "sections",
        "parsers pipeline matchers scoring advice glance filehealth mixups reports",
        "analyzer",
        "batch training",
        "cli commands console __init__ __main__",
    )
)
STAGES = LAYERS[3]
DATA_PACKAGES = frozenset(("model", "demo"))
ALLOWED = {
    ("advice", "scoring"),  # a suggestion says what it gains
    ("types", "__init__"),  # Report._repr_html_, when a notebook asks for it
}
HEAVY = ("spacy", "sklearn", "scipy", "pdfminer", "docx")
HEAVY_FOR_IMPORT = (*HEAVY, "numpy", "rich", "jinja2", "pydantic", "lxml", "rapidfuzz", "snowballstemmer", "click")


def modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if "__pycache__" not in path.parts)


def unit(path: Path) -> str:
    """The stage or module of the first level to which a file belongs."""
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def layer(name: str) -> int:
    return next(number for number, names in enumerate(LAYERS) if name in names)


def imported(path: Path) -> Iterator[str]:
    """Units of gapcheck that the file imports, anywhere in it."""
    package = path.relative_to(ROOT).parent.parts
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (
                _unit_of(alias.name.split(".")) for alias in node.names if alias.name.split(".")[0] == "gapcheck"
            )
        elif isinstance(node, ast.ImportFrom):
            base = list(package[: len(package) - node.level + 1]) if node.level else []
            parts = [*base, *(node.module or "").split(".")] if node.module else base
            if parts[:1] != ["gapcheck"]:
                continue
            yield from (_unit_of([*parts, alias.name]) for alias in node.names)


def _unit_of(parts: list[str]) -> str:
    name = parts[1] if len(parts) > 1 else ""
    is_unit = (PACKAGE / name).is_dir() or (PACKAGE / f"{name}.py").is_file()
    return name if name and is_unit else "__init__"


EDGES = sorted({(unit(path), name, path) for path in modules() for name in imported(path) if unit(path) != name})


def test_the_walk_sees_imports() -> None:
    seen = {(user, used) for user, used, _ in EDGES}
    assert {("types", "words"), ("pipeline", "lexicon"), ("analyzer", "matchers"), ("matchers", "types")} <= seen


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_module_has_a_layer(path: Path) -> None:
    assert unit(path) in frozenset().union(*LAYERS) | DATA_PACKAGES


@pytest.mark.parametrize("name", sorted(DATA_PACKAGES))
def test_data_packages_hold_no_code(name: str) -> None:
    for path in (PACKAGE / name).glob("*.py"):
        assert not [node for node in ast.parse(path.read_text(encoding="utf-8")).body if not isinstance(node, ast.Expr)]


@pytest.mark.parametrize(
    ("user", "used", "path"), EDGES, ids=lambda value: value.name if isinstance(value, Path) else str(value)
)
def test_imports_go_down(user: str, used: str, path: Path) -> None:
    if (user, used) in ALLOWED or used in DATA_PACKAGES:
        return
    below, above = layer(used), layer(user)
    if user in STAGES:
        assert below < above, f"{path.relative_to(ROOT)}: stage {user} imports stage {used}"
    else:
        assert below <= above, f"{path.relative_to(ROOT)}: {user} imports {used}, which stands above it"


def test_the_allowed_exceptions_are_all_needed() -> None:
    assert {(user, used) for user, used, _ in EDGES} >= ALLOWED


def test_no_module_at_the_bottom_needs_more_than_the_standard_library_to_be_imported() -> None:
    for name in LAYERS[0]:
        tree = ast.parse((PACKAGE / f"{name}.py").read_text(encoding="utf-8"))
        for node in tree.body:
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for full in names:
                first = full.split(".")[0]
                assert first == "gapcheck" or first in sys.stdlib_module_names, f"{name}.py imports {full}"


# --- what is loaded when ---------------------------------------------------------------------------------------


def loaded_by(*arguments: str) -> set[str]:
    """First parts of the names of all modules that a fresh interpreter imports for these arguments."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-500:]
    lines = [line for line in done.stderr.splitlines() if line.startswith("import time:")]
    return {line.rsplit("|", 1)[1].strip().split(".")[0] for line in lines}


def test_the_measure_sees_what_is_heavy() -> None:
    assert "numpy" in loaded_by("-c", "import numpy")


def test_importing_gapcheck_is_light() -> None:
    loaded = loaded_by("-c", "import gapcheck")
    assert "gapcheck" in loaded
    assert loaded.isdisjoint(HEAVY_FOR_IMPORT)


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_the_command_answers_simple_questions_without_the_pipeline(option: str) -> None:
    loaded = loaded_by("-m", "gapcheck", option)
    assert "gapcheck" in loaded
    assert loaded.isdisjoint(HEAVY)


def test_importing_gapcheck_neither_prints_nor_configures_logging() -> None:
    code = "import logging, gapcheck; assert not logging.getLogger().handlers; assert not logging.getLogger('gapcheck').handlers"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_every_public_name_exists() -> None:
    assert all(getattr(gapcheck, name) is not None for name in gapcheck.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Analyser'"):
        _ = gapcheck.Analyser


# --- no pickle -------------------------------------------------------------------------------------------------

PICKLERS = frozenset(("pickle", "cPickle", "_pickle", "cloudpickle", "dill", "shelve", "marshal"))
STORES = frozenset(("load", "dump", "Memory"))
"""What joblib offers beside running functions in parallel: files that are pickles."""


def names_imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.add((node.module or "").split(".")[0])
    return found


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_module_pickles(path: Path) -> None:
    allowed = (
        {"joblib"} if path.relative_to(PACKAGE) == Path("batch/processes.py") else set()
    )  # only to start processes
    assert names_imported(path).isdisjoint(PICKLERS - allowed)
    text = path.read_text(encoding="utf-8")
    assert "allow_pickle=True" not in text.replace(" ", "")
    assert not [name for name in STORES if f"joblib.{name}" in text]
    taken = [
        a.name
        for n in ast.walk(ast.parse(text))
        if isinstance(n, ast.ImportFrom) and n.module == "joblib"
        for a in n.names
    ]
    assert STORES.isdisjoint(taken)


def data_files() -> list[Path]:
    return sorted(p for p in PACKAGE.rglob("*") if p.is_file() and p.suffix not in (".py", ".pyc"))


def test_no_file_of_the_package_is_a_pickle() -> None:
    for path in data_files():
        assert path.suffix not in (".pkl", ".pickle", ".joblib", ".dill", ".bin", ".pt"), path.name
        opening = path.read_bytes()[:2]
        assert not (opening[:1] == b"\x80" and opening[1:2] <= b"\x05"), f"{path.name} opens like a pickle"


@pytest.mark.parametrize("path", [p for p in data_files() if p.suffix in (".npz", ".npy")], ids=lambda path: path.name)
def test_weights_load_without_pickle(path: Path) -> None:
    import numpy as np

    with np.load(path, allow_pickle=False) as data:
        assert data.files
        assert all(not data[name].dtype.hasobject for name in data.files)
