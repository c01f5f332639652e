"""The list of a deck's slides in `presentation.xml`, and the sections that they stand in."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from lxml import etree

from deckbuilder.refresh.identity import PRESENTATION
from deckbuilder.refresh.xml import P, R

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deckbuilder.refresh.parts import Parts

_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_FIRST_FREE = 256
_SLIDE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide"


def write_order(parts: Parts, order: Sequence[str], sections: Mapping[str, str]) -> None:
    """List the slides (by part) in an order; those of `sections` that are new go to the section of that name."""
    if order == _listed(parts):
        return
    root = parts.tree(PRESENTATION)
    numbers = _numbers(parts)
    homes = _homes(root)
    listing = root.find(f"{{{P}}}sldIdLst")
    entries = {part: entry for entry in listing if (part := _part(parts, entry))}
    for part in order:
        if part not in entries:
            free = max([_FIRST_FREE - 1, *numbers.values()]) + 1
            numbers[part] = free
            relation = parts.relate(PRESENTATION, _SLIDE, part)
            entries[part] = etree.Element(f"{{{P}}}sldId", {"id": str(free), f"{{{R}}}id": relation})
    for part in entries.keys() - set(order):
        _forget(parts, entries[part])
    listing[:] = [entries[part] for part in order]
    _write_sections(root, order, numbers, homes, sections)
    parts.touch(PRESENTATION)


def section_of(parts: Parts) -> dict[str, str]:
    """Return the name of the section that each slide (by part) stands in."""
    names = {number: part for part, number in _numbers(parts).items()}
    homes = _homes(parts.tree(PRESENTATION))
    return {names[number]: section.get("name", "") for number, section in homes.items() if number in names}


def _listed(parts: Parts) -> list[str]:
    listing = parts.tree(PRESENTATION).find(f"{{{P}}}sldIdLst")
    return [_part(parts, entry) for entry in listing]


def _part(parts: Parts, entry: Any) -> str:
    id_ = entry.get(f"{{{R}}}id")
    return next((one.target for one in parts.relations(PRESENTATION) if one.id == id_), "")


def _numbers(parts: Parts) -> dict[str, int]:
    listing = parts.tree(PRESENTATION).find(f"{{{P}}}sldIdLst")
    return {_part(parts, entry): int(entry.get("id")) for entry in listing}


def _homes(root: Any) -> dict[int, Any]:
    """Return the section element of each slide's number."""
    return {
        int(entry.get("id")): section
        for section in root.iter(f"{{{_P14}}}section")
        for entry in section.iter(f"{{{_P14}}}sldId")
    }


def _forget(parts: Parts, entry: Any) -> None:
    """Drop a slide's entry in custom shows too, and its relationship."""
    id_ = entry.get(f"{{{R}}}id")
    root = parts.tree(PRESENTATION)
    for one in [one for one in root.iter(f"{{{P}}}sld") if one.get(f"{{{R}}}id") == id_]:
        one.getparent().remove(one)
    parts.unrelate(PRESENTATION, id_)


def _write_sections(
    root: Any,
    order: Sequence[str],
    numbers: Mapping[str, int],
    homes: Mapping[int, Any],
    sections: Mapping[str, str],
) -> None:
    """Put every slide in a section: the one that it had, the one of its name in the data, or its neighbour's."""
    listing = next(root.iter(f"{{{_P14}}}sectionLst"), None)
    if listing is None or not len(listing):
        return
    by_name = {section.get("name"): section for section in listing}
    chosen: list[tuple[Any, int]] = []
    for part in order:
        number = numbers[part]
        before = chosen[-1][0] if chosen else listing[0]
        own = homes.get(number)
        wanted = own if own is not None else by_name.get(sections.get(part, ""), before)
        chosen.append((wanted, number))
    for section in listing:
        entries = section.find(f"{{{_P14}}}sldIdLst")
        if entries is None:
            entries = etree.SubElement(section, f"{{{_P14}}}sldIdLst")
        entries[:] = []
    seen: list[Any] = []
    for section, members in groupby(_together(chosen), key=lambda one: one[0]):
        entries = section.find(f"{{{_P14}}}sldIdLst")
        for _, number in members:
            etree.SubElement(entries, f"{{{_P14}}}sldId", id=str(number))
        seen.append(section)
    listing[:] = [*seen, *(section for section in listing if section not in seen)]


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
