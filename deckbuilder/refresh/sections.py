"""The sections of a deck: what people made of them stays, and new ones of the data come in."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_SECTION, _LIST, _ENTRY = (f"{{{P14}}}{tag}" for tag in ("section", "sldIdLst", "sldId"))


@dataclass(frozen=True)
class Wanted:
    """What the data asks of the sections: slides (by part) that go to one by name, and sections that come and go."""

    homes: Mapping[str, str]
    new: Sequence[Any] = ()
    gone: frozenset[str] = frozenset()


def homes_of(root: Any) -> dict[int, Any]:
    """Return the section element of each slide's number."""
    return {int(entry.get("id")): section for section in root.iter(_SECTION) for entry in section.iter(_ENTRY)}


def names_of(root: Any) -> dict[str, Any]:
    """Return a deck's sections by name."""
    return {section.get("name", ""): section for section in root.iter(_SECTION)}


def write_sections(root: Any, order: Sequence[str], numbers: Mapping[str, int], wanted: Wanted) -> None:
    """Put every slide in a section: that which the data asks for, the one that it had, or its neighbour's."""
    listing = next(root.iter(f"{{{P14}}}sectionLst"), None)
    if listing is None or not len(listing):
        return
    homes = homes_of(root)
    listing.extend(_empty(section) for section in wanted.new if section.get("name") in wanted.homes.values())
    by_name = names_of(root)
    chosen: list[tuple[Any, int]] = []
    for part in order:
        before = chosen[-1][0] if chosen else listing[0]
        own = homes.get(numbers[part], before)
        chosen.append((by_name.get(wanted.homes.get(part, ""), own), numbers[part]))
    _fill(listing, _together(chosen), wanted)


def _empty(section: Any) -> Any:
    made = deepcopy(section)
    for entries in made.iter(_LIST):
        entries[:] = []
    return made


def _fill(listing: Any, chosen: Sequence[tuple[Any, int]], wanted: Wanted) -> None:
    """Write the slides' numbers into their sections, and order the sections as the slides."""
    for section in listing:
        entries = section.find(_LIST)
        if entries is None:
            entries = etree.SubElement(section, _LIST)
        entries[:] = []
    seen: list[Any] = []
    for section, members in groupby(chosen, key=lambda one: one[0]):
        for _, number in members:
            etree.SubElement(section.find(_LIST), _ENTRY, id=str(number))
        seen.append(section)
    rest = [section for section in listing if section not in seen and section.get("name") not in wanted.gone]
    listing[:] = [*seen, *rest]


def _together(chosen: Sequence[tuple[Any, int]]) -> list[tuple[Any, int]]:
    """Return the slides with their sections, each section in one run: one that stands apart joins its neighbour."""
    done: list[Any] = []
    result: list[tuple[Any, int]] = []
    for section, number in chosen:
        current = result[-1][0] if result else None
        home = current if section is not current and section in done else section
        if home is not current and current is not None:
            done.append(current)
        result.append((home, number))
    return result
