"""A small deck with some of a deck's slides, each drawn as it is in the whole one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuilder.refresh.excerpt import excerpt
from deckbuilder.refresh.identity import PRESENTATION

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deckbuilder.refresh.parts import Parts

_HEAVY = "customXml"
"""What a deck knows about how it was made; it is most of the file, and nothing of it is drawn."""
_NOTES = "notesSlide"


def small_deck(whole: Parts, slides: Mapping[str, int]) -> bytes:
    """Return a deck with just some slides, by part with their places in the whole deck, and what is drawn on them."""
    parts = excerpt(whole, slides)
    _unrelate(parts, PRESENTATION, _HEAVY)
    for slide in slides:
        _unrelate(parts, slide, _NOTES)
    parts.drop_orphans()
    return parts.content()


def _unrelate(parts: Parts, name: str, kind: str) -> None:
    for relation in parts.relations(name):
        if relation.kind == kind:
            parts.unrelate(name, relation.id)
