"""What a credential is about, and the rungs of those that have rungs."""

from __future__ import annotations

import pytest

from gapcheck.matchers import credentials
from tests.matchers.asking import ask


@pytest.mark.parametrize(
    ("name", "line", "holds"),
    [
        ("Forklift ticket", "Forklift, certified 2020", True),
        ("Asbestos certification", "Asbestos course, card valid to 2027", True),
        ("Asbestos certification", "Removed asbestos", False),
        ("Forklift ticket", "Repaired forklifts", False),
        ("Hoist licence", "Hoist licence lapsed", False),
        ("Hazmat endorsement", "Two-hour hazmat awareness class for dock workers", False),
        ("Hazmat endorsement", "CDL, hazmat endorsed", True),
        ("Boiler license", "Course in boiler rooms", False),
        ("Boiler license", "Boilers, second class, since 2019", True),
        ("Boiler training", "Trained on boilers", True),
    ],
)
def test_any_word_for_a_credential_will_do(name: str, line: str, holds: bool) -> None:
    assert (ask(name, line, matcher=credentials.credential, kind="credential") is not None) is holds


def test_only_credentials_are_looked_for_in_this_way() -> None:
    assert ask("Forklift ticket", "Forklift, certified 2020", matcher=credentials.credential, kind="duty") is None
