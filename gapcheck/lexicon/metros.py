"""Cities and the towns around them, from `metros.tsv`: who lives in Round Rock can commute to Austin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from gapcheck.lexicon.relations import table_rows


@dataclass(frozen=True, slots=True)
class Metro:
    """A city with its towns, and the states or countries, by name and by code, in which they lie."""

    city: str
    towns: frozenset[str]
    regions: frozenset[str]


@cache
def _metros() -> tuple[Metro, ...]:
    rows = table_rows("metros.tsv", 3)
    return tuple(
        Metro(city, frozenset((city, *towns.split("|"))), frozenset(regions.split("|")))
        for city, regions, towns in rows
    )


@lru_cache(maxsize=500)
def metros_of(place: str, region: str = "") -> tuple[Metro, ...]:
    """The metros in which a place lies; only those in the *region*, where one is told and some metro is in it.

    >>> [sorted(metro.regions) for metro in metros_of("Round Rock")]
    [['TX', 'Texas']]
    >>> len(metros_of("Birmingham")), len(metros_of("Birmingham", "Alabama"))
    (2, 1)
    """
    found = tuple(metro for metro in _metros() if place in metro.towns)
    return tuple(metro for metro in found if region in metro.regions) if region else found


_REGION = (
    r"A[BKLRZ]|BC|CA|C[OT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ABDEINOST]|N[BCDEHJLMSVY]|O[HKNR]|PA|QC|PE|RI|S[CDK]|T[NX]|UT|V[AT]|W[AIVY]"
    r"|NSW|VIC|Vic|QLD|Qld|SA|TAS|NT|ACT"
)
_NAMED_REGION = re.compile(rf"(?<=[,\s|(])(?P<code>{_REGION})(?=[\s,.|·()/]|$)")


@cache
def _region_names() -> re.Pattern[str]:
    names = {name for metro in _metros() for name in metro.regions if len(name) > 3}
    return re.compile(rf"(?<=[,\s|(])(?:{'|'.join(sorted(map(re.escape, names), key=len, reverse=True))})\b")


def regions_in(line: str) -> frozenset[str]:
    """The states and countries that an address names.

    >>> sorted(regions_in("Tampa, FL 33602 | 555 0100")), sorted(regions_in("East Orange, New Jersey 07018"))
    (['FL'], ['New Jersey'])
    """
    return frozenset(m.group() for pattern in (_NAMED_REGION, _region_names()) for m in pattern.finditer(line))


# "Aurora, CO", "Stockport SK4", "Bradford" at the end; "Auburn Road" and "Richmond Ltd" are no homes.
_ENDS = r"(?=\s*(?:$|[,.;|·•/()\n-]|\d|[A-Z]{1,2}\d|(?:area|region|metro)\b|(?:" + _REGION + r")\b))"


@lru_cache(maxsize=500)
def _in_address(town: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'’-]){re.escape(town)}{_ENDS}")


def towns_in(line: str) -> Iterator[tuple[str, Metro]]:
    """The towns that an address names, each with its metro; "Aurora, IL" is no town near Denver."""
    told = regions_in(line)
    for metro in _metros():
        if told and told.isdisjoint(metro.regions):
            continue
        for town in metro.towns:
            if town in line and _in_address(town).search(line):
                yield town, metro


def near(place: str, region: str, line: str) -> bool:
    """Whether the address in *line* lies in one metro with the *place*.

    >>> near("Austin", "", "Round Rock, Texas"), near("Denver", "", "Aurora, IL"), near("Leeds", "", "14 Mill Lane, Bradford")
    (True, False, True)
    """
    asked = metros_of(place, region)
    return bool(asked) and any(metro in asked for _, metro in towns_in(line))


def far(place: str, region: str, line: str) -> bool:
    """Whether the address in *line* is in another state than the *place*; False where one of the two is not known.

    >>> far("Denver", "", "Tampa, FL"), far("Denver", "", "Boulder, CO"), far("Springfield", "", "Tampa, FL")
    (True, False, False)
    """
    told = regions_in(line)
    asked = [metro for metro in metros_of(place, region) if metro.city == place]
    if not told or not asked or (place in _TWINS and not region):
        return False
    return all(told.isdisjoint(metro.regions) for metro in asked)


_TWINS = frozenset(
    "Portland Columbus Newark Manchester London Melbourne Richmond Wellington Halifax Cambridge Durham Perth Vancouver Washington Ottawa".split()
)
"""Cities of which another state has one of the same name that may be meant."""
