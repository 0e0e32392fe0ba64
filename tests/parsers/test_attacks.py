"""Every attack that was ever built ends within the limits of time and memory, as text or as one typed error."""

from __future__ import annotations

import resource
import time
from pathlib import Path

import pytest

from gapcheck.errors import GapcheckError
from gapcheck.settings import Settings
from tests.parsers.attacks import SEEN, Attack, attacks
from tests.parsers.test_hostile import outcome

ATTACKS = attacks()
GROWTH = 150
"""Megabytes that reading one file may add to the highest memory of this process; a bomb would be a thousand."""


@pytest.mark.timeout(120)
@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_an_attack_ends_soon_and_as_it_should(attack: Attack, tmp_path: Path) -> None:
    path = tmp_path / attack.name
    path.write_bytes(attack.data)
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
    found = outcome(path)
    took = time.monotonic() - start
    if isinstance(found, GapcheckError):
        assert found.code in attack.outcomes
        assert found.hint
        assert found.source == attack.name
    else:
        assert "text" in attack.outcomes
        assert SEEN.encode() not in attack.data or SEEN in found.text or attack.name in ("binary.rtf", "half.pdf")
    assert took < Settings().limits.parse_timeout + 40  # a new child on a busy machine
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < GROWTH * 1024
    assert sorted(p.name for p in tmp_path.rglob("*")) == [attack.name]
    assert not (tmp_path.parent / "climbed.txt").exists()
