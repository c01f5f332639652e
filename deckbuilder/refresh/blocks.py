"""Blocks that come and go on a slide: new ones, those that the report drops, and those that become another kind."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from deckbuilder.refresh.content import Placed, same_content
from deckbuilder.refresh.copying import copy_related
from deckbuilder.refresh.identity import name_of, properties_of, put_shape, shapes_of, text_of
from deckbuilder.refresh.xml import P, R, local

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckbuilder.refresh.identity import SlideView
    from deckbuilder.refresh.parts import Parts
    from deckbuilder.refresh.report import Events
    from deckbuilder.refresh.three import Three


def is_within(block: str, others: Iterable[str]) -> bool:
    """Tell whether one of other blocks is a group that a block is drawn in."""
    return any(block.startswith(f"{other}/") for other in others)


def is_in_deleted(block: str, slides: Three[SlideView]) -> bool:
    """Tell whether people have deleted the group that a block is drawn in, with all that was in it."""
    gone = [one for one in slides.base.shapes if one not in slides.theirs.shapes and is_within(block, [one])]
    return any(not any(is_within(there, [group]) for there in slides.theirs.shapes) for group in gone)


def add_shape(block: str, slides: Three[SlideView], parts: Three[Parts], events: Events) -> None:
    """Add a block that is new, with all that is in it, after the block that stands before it in the new deck."""
    shape, theirs = slides.ours.shapes[block], slides.theirs
    copied = _copied(shape, slides, parts)
    home = _home(shape.getparent(), theirs)
    elder = next((one for one in _elders(shape, theirs) if _climbed(one, home) is not None), None)
    if elder is not None:
        _climbed(elder, home).addnext(copied)
    else:
        put_shape(home, copied)
    _register(copied, theirs)
    events.add("added", data=text_of(shape))


def _home(parent: Any, theirs: SlideView) -> Any:
    """Return what a new shape goes into: the deck's group of the same name, else the slide."""
    block = name_of(parent).partition("/")[2] if local(parent) == "grpSp" else ""
    return theirs.shapes.get(block, theirs.root.find(f"{{{P}}}cSld/{{{P}}}spTree"))


def _elders(shape: Any, theirs: SlideView) -> list[Any]:
    """Return the deck's shapes for those that stand before a new one, the nearest first."""
    elders = [one for one in shape.itersiblings(preceding=True) if len(one) and properties_of(one) is not None]
    blocks = [name_of(one).partition("/")[2] for one in elders]
    return [theirs.shapes[block] for block in blocks if block in theirs.shapes]


def _climbed(shape: Any, home: Any) -> Any:
    """Return the one of a shape and the groups around it that stands right in `home`; None when none does."""
    while shape is not None and shape.getparent() is not home:
        shape = shape.getparent()
    return shape


def _register(copied: Any, theirs: SlideView) -> None:
    for one in [copied, *(one for one in shapes_of(copied) if one is not copied)]:
        id_, _, block = name_of(one).partition("/")
        if id_ == theirs.id and block:
            theirs.shapes[block] = one


def _copied(shape: Any, slides: Three[SlideView], parts: Three[Parts]) -> Any:
    """Return a copy of a new shape with numbers that are free in the deck's slide, and what it points at copied."""
    copied = deepcopy(shape)
    taken = [int(one.get("id", 0)) for one in slides.theirs.root.iter(f"{{{P}}}cNvPr")]
    for number, one in enumerate(copied.iter(f"{{{P}}}cNvPr"), start=max(taken, default=1) + 1):
        one.set("id", str(number))
    for element in copied.iter():
        for key in [key for key in element.keys() if key.startswith(f"{{{R}}}")]:  # noqa: SIM118 -- lxml's own
            new = copy_related(parts.ours, slides.ours.part, parts.theirs, slides.theirs.part, element.get(key))
            element.set(key, new)
    return copied


def replace_shape(shapes: Three[Any], slides: Three[SlideView], parts: Three[Parts], events: Events) -> None:
    """Put in the shape that the data has, of another kind, where people have left the old one as it was."""
    if not _is_as_it_was(shapes.base, shapes.theirs, slides, parts) and events.take != "data":
        events.add("conflict", "slag", was=local(shapes.base), deck=local(shapes.theirs), data=local(shapes.ours))
        return
    copied = _copied(shapes.ours, slides, parts)
    properties_of(copied).set("id", properties_of(shapes.theirs).get("id"))
    shapes.theirs.getparent().replace(shapes.theirs, copied)
    forget_unused(_related(shapes.theirs), slides.theirs, parts.theirs)
    _register(copied, slides.theirs)
    events.add("updated", "slag")


def remove_shape(block: str, slides: Three[SlideView], parts: Three[Parts], events: Events) -> bool:
    """Remove a block that the report no longer has, unless people have changed it; tell whether it is gone."""
    there, was = slides.theirs.shapes.get(block), slides.base.shapes[block]
    if there is None or slides.theirs.root not in there.iterancestors():
        return True
    if not _is_as_it_was(was, there, slides, parts):
        events.add("kept", "finns inte längre i underlaget", was=text_of(was), deck=text_of(there))
        return False
    there.getparent().remove(there)
    forget_unused(_related(there), slides.theirs, parts.theirs)
    events.add("removed", was=text_of(was))
    return True


def _is_as_it_was(base: Any, theirs: Any, slides: Three[SlideView], parts: Three[Parts]) -> bool:
    was = Placed(base, slides.base.part, parts.base)
    return same_content(was, Placed(theirs, slides.theirs.part, parts.theirs))


def _related(shape: Any) -> list[str]:
    return [value for one in shape.iter() for key, value in one.attrib.items() if key.startswith(f"{{{R}}}")]


def forget_unused(ids: Iterable[str], view: SlideView, parts: Parts) -> None:
    """Drop those of a slide's relationships that nothing on it uses any more: no old numbers lie in the file."""
    used = set(_related(view.root))
    for id_ in ids:
        if id_ not in used:
            parts.unrelate(view.part, id_)
