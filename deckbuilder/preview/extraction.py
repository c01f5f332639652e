"""A small deck with some of a deck's slides, each drawn as it is in the whole one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deckbuilder.refresh.identity import PRESENTATION
from deckbuilder.refresh.parts import CONTENT_TYPES, PACKAGE_RELATIONS, Parts, relations_name
from deckbuilder.refresh.sections import Wanted
from deckbuilder.refresh.slide_list import write_order
from deckbuilder.refresh.xml import A

if TYPE_CHECKING:
    from collections.abc import Mapping

_HEAVY = "customXml"
"""What a deck knows about how it was made; it is most of the file, and nothing of it is drawn."""
_FIELD, _RUN, _FIELD_PROPERTIES = (f"{{{A}}}{tag}" for tag in ("fld", "r", "pPr"))


def small_deck(whole: Parts, slides: Mapping[str, int]) -> bytes:
    """Return a deck with just some slides (by part, with their numbers in the whole deck), hidden ones shown.

    The whole deck is left as it is: other threads may read it.
    """
    parts = Parts(whole.original, dict(whole.blobs))
    write_order(parts, list(slides), Wanted({}))
    for relation in parts.relations(PRESENTATION):
        if relation.kind == _HEAVY:
            parts.unrelate(PRESENTATION, relation.id)
    for slide, number in slides.items():
        _prepare(parts, slide, number)
    _keep_reachable(parts)
    return parts.content()


def _prepare(parts: Parts, slide: str, number: int) -> None:
    """Leave out a slide's notes, show it if it is hidden, and write its number in the place of the field for it."""
    for relation in parts.relations(slide):
        if relation.kind == "notesSlide":
            parts.unrelate(slide, relation.id)
    root = parts.tree(slide)
    root.attrib.pop("show", None)
    for field in list(root.iter(_FIELD)):
        if field.get("type") == "slidenum":
            _write(field, number)
    parts.touch(slide)


def _write(field: Any, number: int) -> None:
    field.tag = _RUN
    for name in list(field.attrib):
        del field.attrib[name]
    for properties in field.findall(_FIELD_PROPERTIES):
        field.remove(properties)
    for text in field.iter(f"{{{A}}}t"):
        text.text = str(number)


def _keep_reachable(parts: Parts) -> None:
    """Drop the parts that nothing leads to any more."""
    found = parts.reachable()
    wanted = {CONTENT_TYPES, PACKAGE_RELATIONS, *found, *map(relations_name, found)}
    parts.blobs = {name: blob for name, blob in parts.blobs.items() if name in wanted}
    types = parts.tree(CONTENT_TYPES)
    for override in [one for one in types if one.get("PartName", "/").lstrip("/") not in {*wanted, ""}]:
        types.remove(override)
    parts.touch(CONTENT_TYPES)
