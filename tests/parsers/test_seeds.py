"""What the fuzzer ever found (tests/quality/fuzz.py) stays repaired, and a short run of it finds nothing new."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.quality.fuzz import SEEDS, broken, mutated, repacked, starts

STORED = sorted(SEEDS.glob("*.bin"))


@pytest.mark.parametrize("path", STORED, ids=lambda path: path.stem)
def test_a_stored_seed_keeps_the_promises(path: Path) -> None:
    assert broken(path.read_bytes()) == ""


@pytest.mark.timeout(600)
def test_three_hundred_mutated_files_of_all_formats_keep_the_promises() -> None:
    rng, files = random.Random(20), starts()
    for number in range(300):
        data = repacked(rng, files) if number % 5 == 0 else mutated(rng.choice(files), rng, files)
        assert broken(data) == "", number
