"""A slide's layout: the data's when it has changed and people have not given the slide another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuilder.refresh.parts import relations_name
from deckbuilder.refresh.xml import P

if TYPE_CHECKING:
    from deckbuilder.refresh.identity import SlideView
    from deckbuilder.refresh.parts import Parts
    from deckbuilder.refresh.report import Events
    from deckbuilder.refresh.three import Three


def merge_layout(slides: Three[SlideView], parts: Three[Parts], events: Events) -> None:
    """Let a slide follow the data to another layout; layouts are known by the names that people see."""
    found = [next(iter(own.related(view.part, "slideLayout")), "") for own, view in zip(parts, slides, strict=True)]
    if not all(found):
        return
    was, deck, data = (layout_name(name, own) for name, own in zip(found, parts, strict=True))
    events.block = ""
    if was != data and events.settle("layout", was, deck, data):
        relations = relations_name(slides.theirs.part)
        for one in parts.theirs.tree(relations):
            if one.get("Type").endswith("/slideLayout"):
                one.set("Target", f"/{same_layout(found[2], parts.ours, parts.theirs)}")
        parts.theirs.touch(relations)


def layout_of(view: SlideView, parts: Parts) -> str:
    """Return the name of a slide's layout; "" when it has none."""
    return next((layout_name(name, parts) for name in parts.related(view.part, "slideLayout")), "")


def same_layout(layout: str, source: Parts, target: Parts) -> str:
    """Return the deck's layout with the name of one of the new deck; one of the same file name, or its first, else."""
    wanted = layout_name(layout, source)
    layouts = sorted(name for name in target.blobs if name.startswith("ppt/slideLayouts/slideLayout"))
    named = [name for name in layouts if layout_name(name, target) == wanted]
    return (named or [name for name in layouts if name == layout] or layouts)[0]


def layout_name(layout: str, parts: Parts) -> str:
    """Return the name of a slide layout, as people see it in PowerPoint."""
    found = parts.tree(layout).find(f"{{{P}}}cSld")
    return "" if found is None else str(found.get("name", ""))
