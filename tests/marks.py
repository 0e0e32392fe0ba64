"""Marks shared by tests."""

from __future__ import annotations

from typing import Any

import pytest


def missed(*values: object, why: str, id: str | None = None) -> Any:
    """A row of a table that the code still gets wrong: the expectation is fair, and the row turns red once it holds."""
    return pytest.param(*values, id=id, marks=pytest.mark.xfail(reason=why, strict=True))
