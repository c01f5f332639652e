"""Three-way merge of a slide's notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuilder.refresh.texts import merge_text
from deckbuilder.refresh.xml import P

if TYPE_CHECKING:
    from typing import Any

    from deckbuilder.refresh.identity import SlideView
    from deckbuilder.refresh.parts import Parts
    from deckbuilder.refresh.report import Events
    from deckbuilder.refresh.three import Three


def merge_notes(slides: Three[SlideView], parts: Three[Parts], events: Events) -> None:
    """Merge the text of a slide's notes, where all three have notes; notes that people have made or deleted stay."""
    pages = [own.related(view.part, "notesSlide") for own, view in zip(parts, slides, strict=True)]
    if not all(pages):
        return
    bodies = [_body(own.tree(found[0])) for own, found in zip(parts, pages, strict=True)]
    if any(body is None for body in bodies):
        return
    events.block = "notes"
    merge_text(bodies[0], bodies[1], bodies[2], events, "anteckningar")
    parts.theirs.touch(pages[1][0])


def _body(root: Any) -> Any:
    """Return the text of the notes: that of their body placeholder."""
    for shape in root.iter(f"{{{P}}}sp"):
        place = shape.find(f"{{{P}}}nvSpPr/{{{P}}}nvPr/{{{P}}}ph")
        if place is not None and place.get("type") == "body":
            return shape.find(f"{{{P}}}txBody")
    return None
