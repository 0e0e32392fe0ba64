"""Citizens of which country may work where: "Kenyan national" says nothing of the right to work in the United States."""

from __future__ import annotations

import re

_COUNTRIES = {
    "us": r"u\.s\.(?:a\.?)?|(?-i:US|USA)\b|united\s+states\b|(?<!south\s)(?<!latin\s)american\b|yank(?:ee)?\b",
    "uk": r"euss\b|u\.k\.|(?-i:UK)\b|united\s+kingdom\b|british\b|(?:great\s+)?britain\b|brit\b|scottish\b|welsh\b|english\s+(?:citizen|by\s+birth)",
    "canada": r"canad(?:a|ian)\b",
    "australia": r"australian?\b|aussie\b|aust\.",
    "new zealand": r"new\s+zealand(?:er)?\b|kiwi\b|(?-i:NZ)\b",
    "ireland": r"ireland\b|irish\b",
    "switzerland": r"switzerland\b|swiss\b",
    "norway": r"norway\b|norwegian\b",
    "eu": r"e\.u\.|(?-i:EU|EEA)\b|europe(?:an)?\b|german[y]?\b|fr(?:ance|ench)\b|ital(?:y|ian)\b|spa(?:in|nish)\b|portug(?:al|uese)\b|netherlands\b|dutch\b"
    r"|belgi(?:um|an)\b|denmark\b|danish\b|swed(?:en|ish)\b|fin(?:land|nish)\b|pol(?:and|ish)\b|czech\b|austrian?\b|gre(?:ece|ek)\b|hungar(?:y|ian)\b"
    r"|romanian?\b|bulgarian?\b|croatian?\b|slovakian?\b|slovenian?\b|estonian?\b|latvian?\b|lithuanian?\b|malt(?:a|ese)\b|luxembourg\b|cypr(?:us|iot)\b",
}  # fmt: skip
_NAMES = {name: re.compile(rf"(?<!\w)(?:{pattern})", re.IGNORECASE) for name, pattern in _COUNTRIES.items()}
_WELCOME = {
    "uk": {"ireland"},
    "ireland": {"uk", "eu"},
    "eu": {"ireland", "norway", "switzerland"},
    "norway": {"eu"},
    "switzerland": {"eu"},
    "australia": {"new zealand"},
    "new zealand": {"australia"},
}
"""Whose citizens may work in a country besides its own: the Common Travel Area, the EEA, the Swiss and the Trans-Tasman agreements."""
# "Russian citizen", "nationality: Kenyan", "citizen of Brazil", "Indian passport".
_OF_A_COUNTRY = re.compile(
    r"\b(?-i:[A-Z])\w+\s+(?:citizen(?:ship)?|national(?:ity)?|passport)\b|\bnationality\W+(?:is\s+)?(?-i:[A-Z])\w+|\b(?:citizen(?:ship)?|national)\s+of\s+(?:the\s+)?(?-i:[A-Z])\w+",
    re.IGNORECASE,
)
_RIGHT = re.compile(r"permit|authori[sz]|visa|resident|green\s+card|right\s+to\s+work|sponsor|settled", re.IGNORECASE)


def of_another_country(asked: str, line: str) -> bool:
    """Whether *line* tells a nationality that gives no right to work in the country that is asked; False where none is named.

    >>> of_another_country("Authorized to work in the U.S.", "Nationality: Kenyan"), of_another_country("EU work permit", "Dutch citizen")
    (True, False)
    """
    wanted = {name for name, pattern in _NAMES.items() if pattern.search(asked)}
    if not wanted or _RIGHT.search(line) or _OF_A_COUNTRY.search(line) is None:
        return False
    allowed = wanted.union(*(_WELCOME.get(name, ()) for name in wanted))
    return not any(_NAMES[name].search(line) for name in allowed)
