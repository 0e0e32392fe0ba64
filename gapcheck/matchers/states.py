"""Names of states and countries, as they stand before a licence."""

from __future__ import annotations

import re

STATES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa"
    "|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada"
    "|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island"
    "|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|Ontario|Quebec"
    "|British Columbia|Alberta|Manitoba|Saskatchewan|Nova Scotia|New Brunswick|UK|GB|EU|US|NZ|Irish|Italian|German|French|Kenyan"
)
STATE_NAME = re.compile(rf"(?<!University of )\b(?:{STATES.split('|Ontario')[0]})\b")


def names_a_state(word: str) -> bool:
    """Whether the word is the name of a state."""
    return STATE_NAME.fullmatch(word) is not None
