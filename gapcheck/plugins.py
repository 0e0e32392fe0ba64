"""What other installed packages add: formats of files and of reports, found by name when no own one has it.

A package says so in its pyproject.toml:

    [project.entry-points."gapcheck.parsers"]
    pages = "my_package:read"       # (data: bytes, *, source: str, settings: Settings) -> Document, for *.pages

    [project.entry-points."gapcheck.reports"]
    yaml = "my_package:render"      # (report: Report, *, evidence: bool = True) -> str, for --format yaml
"""

from __future__ import annotations

from functools import cache
from typing import Any

from gapcheck.errors import ConfigError

PARSERS = "gapcheck.parsers"
REPORTS = "gapcheck.reports"


def names(group: str) -> tuple[str, ...]:
    """The names that installed packages add to *group*, sorted."""
    return tuple(sorted(_points(group)))


def find(group: str, name: str) -> Any | None:
    """What an installed package adds to *group* under *name*, or None. Raises ConfigError when it cannot be loaded."""
    point = _points(group).get(name)
    if point is None:
        return None
    try:
        return point.load()
    except Exception as error:  # anything may happen in a stranger's module
        hint = "Update or uninstall the package that brings it."
        raise ConfigError(f"the plug-in {name!r} ({point.value}) cannot be loaded", hint=hint) from error


@cache
def _points(group: str) -> dict[str, Any]:
    from importlib.metadata import entry_points

    return {point.name: point for point in entry_points(group=group)}
