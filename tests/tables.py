"""Tables of one case a line, so that a new bug is one new line.

    posting line  ->  what is expected
    posting line  ->  what is expected  !! why the code still gets it wrong

A line that begins with "#" names the origin or the class of what follows.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.marks import missed


def rows(table: str, parts: int = 2) -> list[Any]:
    """The rows of a table as values for `parametrize`; a row with a reason behind "!!" is a known miss."""
    found = []
    for line in table.strip().splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        body, _, why = (part.strip() for part in line.partition("!!"))
        values = [part.strip() for part in body.split("->")]
        if len(values) != parts:
            raise ValueError(f"{len(values)} parts instead of {parts}: {line}")
        found.append(missed(*values, why=why, id=values[0][:60]) if why else pytest.param(*values, id=values[0][:60]))
    return found
