"""Settings and Limits: every number that a user may want to change, from keywords or from TOML."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Literal, get_args

from gapcheck.errors import ConfigError

Isolation = Literal["process", "none"]
PdfEngine = Literal["pdfminer", "pdfium"]


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on what an input may cost; every excess is a `LimitExceeded` that names the field."""

    max_file_bytes: int = 20_000_000
    max_pages: int = 50
    """Pages after this are left out, with a notice."""
    max_part_bytes: int = 50_000_000
    """Bytes of one part of a DOCX after inflation, counted while inflating."""
    max_total_bytes: int = 100_000_000
    """Bytes of all parts of a DOCX after inflation."""
    max_ratio: float = 200.0
    """Inflated bytes for each stored byte of a part, beyond its first megabyte."""
    max_zip_entries: int = 2_000
    max_xml_depth: int = 200
    max_tags: int = 300_000
    """Tags of one XML part or web page, control words of an RTF file."""
    max_resume_chars: int = 200_000
    max_posting_chars: int = 500_000
    max_requirements: int = 300
    parse_timeout: float = 10.0
    """Seconds for reading one PDF."""
    analyze_timeout: float = 10.0
    """Seconds of computing for reading and judging one pair of texts; an ordinary one takes a tenth of a second."""
    worker_memory: int = 512_000_000
    """Bytes of address space of the process that reads PDF files."""
    worker_files: int = 200
    """Files after which that process is renewed."""

    @classmethod
    def unlimited(cls) -> Limits:
        """No bounds at all, for input that you made yourself."""
        bounds: dict[str, Any] = {f.name: math.inf if isinstance(f.default, float) else 2**62 for f in fields(cls)}
        return cls(**bounds)


@dataclass(frozen=True, slots=True)
class Settings:
    """How a check is done. The defaults are the product; every change shows in the report's numbers.

    The thresholds follow the career advice "apply at 80-100 % of the requirements, do not shy away at 75 %".
    """

    stretch: float = 0.75
    """Coverage from which the verdict is "stretch"."""
    strong: float = 0.80
    """Coverage from which the verdict is "strong"."""
    preferred_weight: float = 0.5
    """Weight of a preferred requirement; a required one weighs 1."""
    partial_credit: float = 0.5
    pdf_engine: PdfEngine = "pdfminer"
    isolation: Isolation = "process"
    """Where PDF files are read: "process" bounds time and memory; "none" is for files that you trust."""
    password: str | None = field(default=None, repr=False)
    """Opens encrypted PDF files."""
    seconds: float = 10.0
    """Length of the first look, for the ten-second view."""
    words_per_second: float = 4.0
    """Reading speed of a first look; an assumption, 200 to 250 words a minute being ordinary silent reading."""
    today: str | None = None
    """Date up to which "present" counts, as YYYY-MM; None is the current month."""
    encoder: str | None = None
    """Folder of a sentence encoder of your own, which may lift a missing duty to partly met; None is none."""
    encoder_near: float = 0.45
    """Likeness of two lines (0 to 1) from which that encoder counts them as near in meaning. The default is for
    all-MiniLM-L6-v2: the least at which nothing that is missing was lifted in the development cases."""
    limits: Limits = field(default_factory=Limits)

    def __post_init__(self) -> None:
        for name in ("stretch", "strong", "preferred_weight", "partial_credit", "encoder_near"):
            value = getattr(self, name)
            if not 0 <= value <= 1:
                raise ConfigError(f"{name} is {value}", hint="Give a number from 0 to 1, for example 0.75.")
        for name, known in (("pdf_engine", get_args(PdfEngine)), ("isolation", get_args(Isolation))):
            if getattr(self, name) not in known:
                raise ConfigError(f"{name} is {getattr(self, name)!r}", hint=f"Give one of {', '.join(known)}.")
        for name, least in (("seconds", 0), ("words_per_second", 1e-9)):
            if not least <= getattr(self, name) < math.inf:
                raise ConfigError(f"{name} is {getattr(self, name)}", hint="Give a number above 0.")
        if self.encoder is not None and (not isinstance(self.encoder, str) or not self.encoder):
            raise ConfigError("encoder is not the name of a folder", hint="Write its path in quotes, or leave it out.")
        if self.stretch > self.strong:
            raise ConfigError(
                f"stretch ({self.stretch}) is above strong ({self.strong})", hint="Give stretch <= strong."
            )


def load_settings(path: str | Path) -> Settings:
    """Settings of a TOML file: the table `[tool.gapcheck]` of a pyproject.toml, else the whole file.

    A relative path in it starts at the file's folder.

    Raises ConfigError when the file cannot be read, is not TOML, or has a key that gapcheck does not know.
    """
    import tomllib

    path = Path(path)
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError("cannot be read", hint="Check the path given with --config.", source=path) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError("is not valid TOML", hint="See https://toml.io for the format.", source=path) from error
    if path.name == "pyproject.toml":
        table = table.get("tool", {}).get("gapcheck", {})
    settings = settings_from(table, source=path.name)
    if settings.encoder is None:
        return settings
    return replace(settings, encoder=str(path.parent / Path(settings.encoder).expanduser()))


def find_settings(folder: Path) -> Path | None:
    """The settings file that holds in *folder*: the nearest gapcheck.toml, then pyproject.toml, then the user's own."""
    above = [folder, *folder.parents]
    for place in above:
        if (place / "gapcheck.toml").is_file():
            return place / "gapcheck.toml"
    for place in above:
        if _has_table(place / "pyproject.toml"):
            return place / "pyproject.toml"
    from platformdirs import user_config_path  # only the command line needs it

    own = user_config_path("gapcheck", appauthor=False) / "gapcheck.toml"
    return own if own.is_file() else None


def _has_table(path: Path) -> bool:
    import tomllib

    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):  # none here, or not ours to complain about
        return False
    return "gapcheck" in table.get("tool", {})


def settings_from(table: dict[str, Any], *, source: str = "settings") -> Settings:
    """Settings of a mapping as a TOML file gives it; `limits` is a table of its own."""
    limits = table.pop("limits", {}) if isinstance(table.get("limits", {}), dict) else {}
    _check_keys(table, Settings, source)
    _check_keys(limits, Limits, source)
    try:
        return replace(Settings(**table), limits=Limits(**limits))
    except TypeError as error:
        raise ConfigError("has a value of the wrong type", hint="Numbers without quotes.", source=source) from error


def _check_keys(table: dict[str, Any], cls: type[Settings] | type[Limits], source: str) -> None:
    known = [f.name for f in fields(cls) if f.name != "limits"]
    for key, value in table.items():
        if key not in known:
            import difflib

            named = [*known, "limits"] if cls is Settings else known
            near = difflib.get_close_matches(key, named, n=1)
            hint = f"Did you mean {near[0]!r}?" if near else f"Known keys: {', '.join(named)}."
            raise ConfigError(f"has an unknown key {key!r}", hint=hint, source=source)
        wanted = next(f for f in fields(cls) if f.name == key).default
        if isinstance(wanted, (int, float)) and (isinstance(value, bool) or not isinstance(value, (int, float))):
            raise ConfigError(f"has {key} = {value!r}", hint="Give a number.", source=source)
