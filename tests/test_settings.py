from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from gapcheck.errors import ConfigError
from gapcheck.settings import Limits, Settings, load_settings, settings_from


def write(folder: Path, text: str, name: str = "gapcheck.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_thresholds_default_to_the_advice() -> None:
    assert (Settings().stretch, Settings().strong) == (0.75, 0.80)


def test_settings_come_from_toml(tmp_path: Path) -> None:
    settings = load_settings(write(tmp_path, "strong = 0.9\n[limits]\nmax_pages = 5\n"))
    assert (settings.strong, settings.limits.max_pages, settings.stretch) == (0.9, 5, 0.75)


def test_a_pyproject_is_read_at_its_table(tmp_path: Path) -> None:
    path = write(tmp_path, "[project]\nname = 'x'\n[tool.gapcheck]\nstrong = 0.85\n", "pyproject.toml")
    assert load_settings(path).strong == 0.85


def test_a_pyproject_without_the_table_is_the_defaults(tmp_path: Path) -> None:
    assert load_settings(write(tmp_path, "[project]\nname = 'x'\n", "pyproject.toml")) == Settings()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("strnog = 0.9", "Did you mean 'strong'?"),
        ("[limits]\nmax_page = 5", "Did you mean 'max_pages'?"),
        ("qqqq = 1", "Known keys"),
        ("strong = 'high'", "Give a number"),
        ("strong = true", "Give a number"),
        ("strong = 1.5", "from 0 to 1"),
        ("stretch = 0.9", "stretch <= strong"),
        ("encoder = 5", "not the name of a folder"),
        ("encoder = ''", "not the name of a folder"),
        ("encoder_near = 1.2", "from 0 to 1"),
        ("strong = ", "not valid TOML"),
    ],
)
def test_mistakes_are_named(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load_settings(write(tmp_path, text))
    assert says in str(caught.value)


@pytest.mark.parametrize(("given", "kept"), [("mini", "{}/mini"), ("/opt/mini", "/opt/mini")])
def test_an_encoder_is_looked_for_from_the_settings_file(tmp_path: Path, given: str, kept: str) -> None:
    assert load_settings(write(tmp_path, f'encoder = "{given}"')).encoder == kept.format(tmp_path)


def test_a_missing_file_is_a_config_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        load_settings(tmp_path / "nowhere.toml")


def test_the_password_is_never_shown() -> None:
    assert "hunter2" not in repr(Settings(password="hunter2"))


def test_unlimited_raises_every_limit() -> None:
    unlimited, default = Limits.unlimited(), Limits()
    assert all(getattr(unlimited, field.name) > getattr(default, field.name) for field in fields(Limits))


def test_settings_from_a_mapping() -> None:
    assert settings_from({"limits": {"max_zip_entries": 7}}).limits.max_zip_entries == 7
