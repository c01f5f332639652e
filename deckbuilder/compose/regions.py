"""Sweden's 21 regions: what they are called in files, and where each stands on a map of tiles."""

from __future__ import annotations

import re
from dataclasses import dataclass

ACROSS, DOWN = 4, 8


@dataclass(frozen=True)
class Region:
    """A region's name as people say it, and its tile, counted from the north-west."""

    name: str
    column: int
    row: int


REGIONS = (
    Region("Norrbotten", 3, 0),
    Region("Västerbotten", 3, 1),
    Region("Jämtland", 2, 2),
    Region("Västernorrland", 3, 2),
    Region("Dalarna", 2, 3),
    Region("Gävleborg", 3, 3),
    Region("Värmland", 0, 4),
    Region("Örebro", 1, 4),
    Region("Västmanland", 2, 4),
    Region("Uppsala", 3, 4),
    Region("Västra Götaland", 0, 5),
    Region("Östergötland", 1, 5),
    Region("Sörmland", 2, 5),
    Region("Stockholm", 3, 5),
    Region("Halland", 0, 6),
    Region("Jönköping", 1, 6),
    Region("Kalmar", 2, 6),
    Region("Gotland", 3, 6),
    Region("Skåne", 0, 7),
    Region("Kronoberg", 1, 7),
    Region("Blekinge", 2, 7),
)
_OTHERWISE = {"jämtland härjedalen": "jämtland", "södermanland": "sörmland", "vgr": "västra götaland"}
_BY_NAME = {region.name.casefold(): region for region in REGIONS}
_AROUND = re.compile(r"^region | län$|sregionen$")


def region(name: str) -> Region | None:
    """Return the region that a word means: `Region Jönköpings län`, `Jämtland/Härjedalen`; None for no region."""
    plain = " ".join(name.casefold().replace("/", " ").replace("-", " ").split())
    while (shorter := _AROUND.sub("", plain)) != plain:
        plain = shorter
    plain = _OTHERWISE.get(plain, plain)
    return _BY_NAME.get(plain) or _BY_NAME.get(_OTHERWISE.get(plain.removesuffix("s"), plain.removesuffix("s")))
