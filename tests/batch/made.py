"""Rows and documents of a few words, for tests of what is learned from many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from gapcheck.batch.rows import Ask, AskedKeyword, Row
from gapcheck.types import Status

NURSE = """Staff Nurse

What you will do
- Give medication to twelve patients on a night shift
- Keep the ward's records in Epic

Requirements
- Registered nurse licence
- Wound care
- Two years of experience on a surgical ward

Nice to have
- Spanish
"""
COOK = """Line Cook

What you will do
- Prepare sauces and soups for eighty covers
- Keep the walk-in fridge clean and labelled

Requirements
- Food handler card
- Knife skills
- Experience with a combi oven

Nice to have
- Pastry
"""
PILAR = """Pilar Ngata
Experience
Registered nurse, Hillcrest Hospital, surgical ward, January 2019 - December 2023
- Gave medication to ten patients on night shifts
- Wound care after abdominal surgery
- Charted in Epic
Languages
Spanish
"""
TOMAS = """Tomas Brandl
Experience
Line cook, The Copper Pot, March 2020 - December 2023
- Prepared sauces, soups and stocks for a hundred covers
- Ran the combi oven and the knife station
Certifications
Food handler card
"""


def ask(name: str, status: Status = "missing", **fields: Any) -> Ask:
    """A requirement with one keyword, called like it."""
    defaults: dict[str, Any] = {"id": name, "keywords": (AskedKeyword(name, None, status),)}
    return Ask(**{"text": name, "status": status} | defaults | fields)


def row(posting: str = "a.txt", asks: Sequence[Ask] = (), **fields: Any) -> Row:
    """A row of a pair that was judged."""
    return Row(**{"resume": "me.txt", "posting": posting, "asks": tuple(asks), "verdict": "gap"} | fields)
