"""Shapes of ours that people have copied to other slides: they are not refreshed, and must not be stale in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deckbuilder.refresh.content import Placed, same_content
from deckbuilder.refresh.identity import SlideView, name_of, shapes_of, text_of
from deckbuilder.refresh.report import Event
from deckbuilder.refresh.three import Three

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckbuilder.refresh.parts import Parts


def stale_copies(views: Three[list[SlideView]], parts: Three[Parts]) -> Iterator[Event]:
    """Yield an event for each copy on another slide of a shape, of which the data says something else than it does.

    A slide of people's own is told by its number in the deck as it stood.
    """
    base, ours = ({view.id: view for view in found if view.id} for found in (views.base, views.ours))
    for number, view in enumerate(views.theirs, start=1):
        for shape in _outermost(_foreign(view, base)):
            id_, _, block = name_of(shape).partition("/")
            now = ours.get(id_, SlideView("", id_, None))
            if _is_stale(shape, block, Three(base[id_], view, now), parts):
                data = text_of(now.shapes[block]) if block in now.shapes else ""
                what = "kopia som inte uppdateras"
                yield Event(
                    "unclear", view.id or f"bild {number}", name_of(shape), what, deck=text_of(shape), data=data
                )


def _foreign(view: SlideView, base: dict[str, SlideView]) -> list[Any]:
    """Return the shapes of a slide that were made for another."""
    found = []
    for shape in shapes_of(view.root):
        id_, _, block = name_of(shape).partition("/")
        if id_ != view.id and id_ in base and block in base[id_].shapes:
            found.append(shape)
    return found


def _outermost(shapes: Sequence[Any]) -> list[Any]:
    """Return the shapes but those within one of the others."""
    return [shape for shape in shapes if not any(group in shapes for group in shape.iterancestors())]


def _is_stale(copy: Any, block: str, slides: Three[SlideView], parts: Three[Parts]) -> bool:
    now = slides.ours.shapes.get(block)
    if now is None or text_of(copy) != text_of(now):
        return True
    was = Placed(slides.base.shapes[block], slides.base.part, parts.base)
    return not same_content(was, Placed(now, slides.ours.part, parts.ours))
