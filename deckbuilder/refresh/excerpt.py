"""A deck with some of a deck's slides alone, each as it is in the whole one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deckbuilder.refresh.identity import PRESENTATION
from deckbuilder.refresh.parts import Parts
from deckbuilder.refresh.sections import Wanted
from deckbuilder.refresh.slide_list import write_order
from deckbuilder.refresh.xml import A

if TYPE_CHECKING:
    from collections.abc import Mapping

_FIELD, _RUN, _FIELD_PROPERTIES, _TEXT = (f"{{{A}}}{tag}" for tag in ("fld", "r", "pPr", "t"))


def excerpt(whole: Parts, slides: Mapping[str, int]) -> Parts:
    """Return a deck with just some slides, by part with their places in the whole deck: hidden ones are shown.

    Each shows the number that it has in the whole. Parts that only other slides have are still there. The whole deck
    is left as it is: other threads may read it.
    """
    made = Parts(whole.original, dict(whole.blobs))
    first = int(made.tree(PRESENTATION).get("firstSlideNum", 1))
    for slide, place in slides.items():
        root = made.tree(slide)
        root.attrib.pop("show", None)
        for field in [one for one in root.iter(_FIELD) if one.get("type") == "slidenum"]:
            _write(field, str(first - 1 + place))
        made.touch(slide)
    write_order(made, list(slides), Wanted({}))
    return made


def _write(field: Any, words: str) -> None:
    """Make a field a run of text."""
    field.tag = _RUN
    field.attrib.clear()
    for properties in field.findall(_FIELD_PROPERTIES):
        field.remove(properties)
    for text in field.iter(_TEXT):
        text.text = words
