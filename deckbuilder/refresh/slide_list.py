"""The list of a deck's slides in `presentation.xml`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lxml import etree

from deckbuilder.refresh.identity import PRESENTATION
from deckbuilder.refresh.sections import homes_of, write_sections
from deckbuilder.refresh.xml import P, R

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.refresh.parts import Parts
    from deckbuilder.refresh.sections import Wanted

_FIRST_FREE = 256
_SLIDE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide"


def write_order(parts: Parts, order: Sequence[str], wanted: Wanted) -> None:
    """List the slides (by part) in an order, and in the sections that the data asks for."""
    if order == _listed(parts) and not wanted.homes:
        return
    root = parts.tree(PRESENTATION)
    numbers = _numbers(parts)
    listing = root.find(f"{{{P}}}sldIdLst")
    entries = {part: entry for entry in listing if (part := _part(parts, entry))}
    for part in order:
        if part not in entries:
            free = max([_FIRST_FREE - 1, *numbers.values()]) + 1
            numbers[part] = free
            relation = parts.relate(PRESENTATION, _SLIDE, part)
            entries[part] = etree.Element(f"{{{P}}}sldId", {"id": str(free), f"{{{R}}}id": relation})
    for part in [part for part in entries if part not in order]:
        _forget(parts, entries[part])
    listing[:] = [entries[part] for part in order]
    write_sections(root, order, numbers, wanted)
    parts.touch(PRESENTATION)


def section_of(parts: Parts) -> dict[str, str]:
    """Return the name of the section that each slide (by part) stands in."""
    names = {number: part for part, number in _numbers(parts).items()}
    homes = homes_of(parts.tree(PRESENTATION))
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


def _forget(parts: Parts, entry: Any) -> None:
    """Drop a slide's entry in custom shows too, and its relationship."""
    id_ = entry.get(f"{{{R}}}id")
    root = parts.tree(PRESENTATION)
    for one in [one for one in root.iter(f"{{{P}}}sld") if one.get(f"{{{R}}}id") == id_]:
        one.getparent().remove(one)
    parts.unrelate(PRESENTATION, id_)
