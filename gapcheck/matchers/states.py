"""Names of states and countries, as they stand before a licence."""

from __future__ import annotations

import re
from collections.abc import Iterator

STATES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa"
    "|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada"
    "|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island"
    "|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|Ontario|Quebec"
    "|British Columbia|Alberta|Manitoba|Saskatchewan|Nova Scotia|New Brunswick|UK|GB|EU|US|NZ|Irish|Italian|German|French|Kenyan"
)
STATE_NAME = re.compile(rf"(?<!University of )\b(?:{STATES.split('|Ontario')[0]})\b")


_PROVINCES = {
    "New South Wales": "NSW", "Victoria": "VIC|Vic", "Queensland": "QLD|Qld", "South Australia": "SA", "Western Australia": "WA", "Tasmania": "TAS|Tas",
    "Northern Territory": "NT", "Australian Capital Territory": "ACT", "Ontario": "ON", "Quebec": "QC|Québec", "British Columbia": "BC", "Alberta": "AB",
    "Manitoba": "MB", "Saskatchewan": "SK", "Nova Scotia": "NS", "New Brunswick": "NB", "Newfoundland": "NL", "New Zealand": "NZ", "England": "", "Scotland": "", "Ireland": "Irish",
}  # fmt: skip
_TOLD = {
    name: re.compile(
        rf"\b(?:{name}{'|(?<=[,(/] )(?:' + codes + ')|(?:' + codes + r')(?= licen| registr| permit|[)])' if codes else ''})\b"
    )
    for name, codes in _PROVINCES.items()
}


def provinces_in(text: str) -> Iterator[str]:
    """The provinces and states outside the United States, and countries that license by themselves, which *text* names.

    >>> list(provinces_in("Electrician licence, NSW")), list(provinces_in("Registered electrician in Queensland"))
    (['New South Wales'], ['Queensland'])
    """
    return (name for name, pattern in _TOLD.items() if pattern.search(text))


def names_a_state(word: str) -> bool:
    """Whether the word is the name of a state."""
    return STATE_NAME.fullmatch(word) is not None
