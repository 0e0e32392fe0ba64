"""Does this passage state a requirement? First version: section label plus cue words."""

from __future__ import annotations

import re

from gapcheck.types import Passage

_LABEL = {
    "duties": 1.6, "required": 1.8, "preferred": 1.8, "conditions": 1.2, "title": -0.9, "other": -0.6, "about": -1.6, "benefits": -2.6,
    "apply": -2.6, "legal": -3.0, "metadata": -2.2, "not_needed": -9.0,
}  # fmt: skip
_ASKS = re.compile(
    r"""\b(?:you(?:['’]ll|['’]re|['’]ve)?\s+(?:will|should|must|need|have|are|can|bring|hold|know|write|thrive|enjoy|possess|demonstrate|be|want)|you['’](?:ll|re|ve)\b
    |must\b|required?\b|responsible\s+for|ability\s+to|able\s+to|experience\s+(?:in|with|of|as|working|leading|managing)|experienced\b|years?\s+(?:of\s+)?(?:[a-z]+\s+){0,2}experience|knowledge\s+of|proficien|familiar|fluen|skills?\b|degree\b|licen[sc]e|certif|candidates?\s+(?:will|must|should)
    |expect(?:ed)?\s+(?:you|to|that)|looking\s+for|willing(?:ness)?\b|your\s+(?:main\s+)?(?:tasks?|job|role|responsibilit)|qualified|preferr?ed|ideally|a\s+plus|bonus|essential|desirable|we\s+imagine|applicants?\s+must|citizens?\b|authori[sz]ed\s+to\s+work|eligib|shifts?\b|travel)""",
    re.VERBOSE | re.IGNORECASE,
)
_OFFERS = re.compile(
    r"""\b(?:we\s+(?:offer|provide|are\s+(?:a|an|the|proud|committed)|believe|value|have|build|make|were|can['’]t)|our\s+(?:company|team|clients?|customers?|mission|people|founders|benefits|culture|employees)|equal\s+(?:employment\s+)?opportunit|salary|401|pension|insurance|paid|bonus\s+scheme
    |apply|application|send\s+(?:us|your)|e-?mail\s+(?:us|your)|cover\s+letter|contact|click|visit|deadline|you\s+(?:will|['’]ll)?\s*(?:receive|get\s+(?:a|an|to)|enjoy\s+(?:a|our)|join|love|report)|what\s+we|founded|discriminat|regardless|recruiters?|agencies|vacation|holiday\s+pay|interview|is\s+a\s+(?:leading|growing)|you\s+will\s+become|opportunity\s+to|duties\s+as\s+assigned|resume\b|each\s+job)""",
    re.VERBOSE | re.IGNORECASE,
)


def states_requirement(text: str, passage: Passage) -> bool:
    """Whether the passage asks something of the person, by section, shape and cue words."""
    quote = text[passage.start : passage.end]
    score = _LABEL.get(passage.label, -0.6) + 0.5 * passage.bullet
    score += 0.9 * min(2, len(_ASKS.findall(quote))) - 1.3 * min(2, len(_OFFERS.findall(quote)))
    score -= 2.0 * quote.rstrip().endswith("?") + 0.8 * quote.rstrip().endswith(":")
    if passage.label in ("duties", "required", "preferred") and not passage.bullet and len(passage.words) > 4:
        score -= 0.5
    return score > 0
