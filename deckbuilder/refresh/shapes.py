"""Merges one slide, shape by shape: what people did stays, what the data says comes in."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from deckbuilder.refresh import charts, tables
from deckbuilder.refresh.base import digest
from deckbuilder.refresh.blocks import add_shape, forget_unused, is_in_deleted, is_within, remove_shape, replace_shape
from deckbuilder.refresh.content import Placed, same_content
from deckbuilder.refresh.copying import copy_related
from deckbuilder.refresh.identity import name_shapes, properties_of, text_of
from deckbuilder.refresh.texts import merge_text
from deckbuilder.refresh.three import Three
from deckbuilder.refresh.trees import merge_form
from deckbuilder.refresh.xml import A, C, P, R, local, same

if TYPE_CHECKING:
    from collections.abc import Collection

    from deckbuilder.refresh.identity import SlideView
    from deckbuilder.refresh.parts import Parts
    from deckbuilder.refresh.report import Events

_TABLE = f"{{{A}}}graphic/{{{A}}}graphicData/{{{A}}}tbl"
_CHART = f"{{{A}}}graphic/{{{A}}}graphicData/{{{C}}}chart"
_BLIP = f"{{{P}}}blipFill/{{{A}}}blip"
_BODY = f"{{{P}}}txBody"


def merge_slide(slides: Three[SlideView], parts: Three[Parts], events: Events, restore: Collection[str] = ()) -> None:
    """Merge the shapes of one slide into the deck's own; `restore` are names of deleted ones that are to come back."""
    base, theirs, ours = slides.base, slides.theirs, slides.ours
    for block in ours.shapes:
        events.block = block
        if block in theirs.unclear:
            _tell_unclear(block, slides, parts, events)
        elif block in theirs.shapes:
            _merge_known(block, slides, parts, events)
        elif f"{ours.id}/{block}" in restore or (block not in base.shapes and not is_in_deleted(block, slides)):
            add_shape(block, slides, parts, events)
        else:
            _tell_deleted(block, slides, parts, events)
    kept: list[str] = []
    for block in [block for block in base.shapes if block not in ours.shapes]:
        events.block = block
        if not is_within(block, kept) and not remove_shape(block, slides, parts, events):
            kept.append(block)
    name_shapes(theirs)
    parts.theirs.touch(theirs.part)


def _merge_known(block: str, slides: Three[SlideView], parts: Three[Parts], events: Events) -> None:
    """Merge a block that is there; one that the base lacks has nothing but the data to be compared with."""
    theirs, ours = slides.theirs.shapes[block], slides.ours.shapes[block]
    if block in slides.base.shapes:
        _merge_shape(Three(slides.base.shapes[block], theirs, ours), slides, parts, events)
        return
    before, events.blind = events.blind, True
    blind = Three(slides.ours, slides.theirs, slides.ours)
    _merge_shape(Three(ours, theirs, ours), blind, Three(parts.ours, parts.theirs, parts.ours), events)
    events.blind = before


def _tell_unclear(block: str, slides: Three[SlideView], parts: Three[Parts], events: Events) -> None:
    if not is_within(block, slides.theirs.unclear) and (events.blind or not _stands_still(block, slides, parts)):
        events.add("unclear", "finns flera gånger på bilden", data=text_of(slides.ours.shapes[block]))


def _tell_deleted(block: str, slides: Three[SlideView], parts: Three[Parts], events: Events) -> None:
    if not is_in_deleted(block, slides) and (events.blind or not _stands_still(block, slides, parts)):
        was, data = (text_of(view.shapes[block]) for view in (slides.base, slides.ours))
        events.add("kept", "borttagen", was=was, data=data)


def _stands_still(block: str, slides: Three[SlideView], parts: Three[Parts]) -> bool:
    """Tell whether the data says the same of a block as it did."""
    if block not in slides.base.shapes:
        return False
    was = Placed(slides.base.shapes[block], slides.base.part, parts.base)
    return same_content(was, Placed(slides.ours.shapes[block], slides.ours.part, parts.ours))


def _merge_shape(shapes: Three[Any], slides: Three[SlideView], parts: Three[Parts], events: Events) -> None:
    base, theirs, ours = shapes.base, shapes.theirs, shapes.ours
    if not local(base) == local(theirs) == local(ours):
        replace_shape(shapes, slides, parts, events)
        return
    if base is not ours and _is_settled(shapes, slides, parts):
        return
    _merge_alternative_text(shapes, events)
    _merge_place(shapes)
    merge_form(base, theirs, ours)
    bodies = [shape.find(_BODY) for shape in (base, theirs, ours)]
    if all(body is not None for body in bodies):
        merge_text(bodies[0], bodies[1], bodies[2], events)
    found = [shape.find(_TABLE) for shape in (base, theirs, ours)]
    if all(table is not None for table in found):
        tables.merge_table(found[0], found[1], found[2], events)
    shown = [shape.find(_CHART) for shape in (base, theirs, ours)]
    if all(chart is not None for chart in shown):
        names = [_target(p, s.part, c) for p, s, c in zip(parts, slides, shown, strict=True)]
        charts.merge_chart(Three(names[0], names[1], names[2]), parts, events)
    if all(shape.find(_BLIP) is not None for shape in (base, theirs, ours)):
        _merge_picture(shapes, slides, parts, events)


def _is_settled(shapes: Three[Any], slides: Three[SlideView], parts: Three[Parts]) -> bool:
    """Tell whether neither the data nor people have changed a shape; a chart may have lost what is behind it."""
    if shapes.base.find(_CHART) is not None:
        return False
    base, theirs, ours = (Placed(one, own.part, p) for one, own, p in zip(shapes, slides, parts, strict=True))
    return same_content(base, ours) and same_content(base, theirs)


def _target(parts: Parts, part: str, element: Any, key: str = f"{{{R}}}id") -> str:
    """Return the part that an element's relationship points at; "" when there is none."""
    return next((one.target for one in parts.relations(part) if one.id == element.get(key)), "")


def _merge_place(shapes: Three[Any]) -> None:
    """Let a shape stand in the layout's place that the data has it in, where people have not moved it to another."""
    found = [shape[0].find(f"{{{P}}}nvPr/{{{P}}}ph") for shape in shapes]
    if same(found[0], found[1]) and not same(found[0], found[2]):
        holder = shapes.theirs[0].find(f"{{{P}}}nvPr")
        if found[1] is not None:
            holder.remove(found[1])
        if found[2] is not None:
            holder.insert(0, deepcopy(found[2]))


def _merge_alternative_text(shapes: Three[Any], events: Events) -> None:
    was, deck, data = (properties_of(shape).get("descr", "") for shape in shapes)
    if not deck:
        was = ""  # LibreOffice drops those of tables and charts; people do not
    if events.settle("alternativtext", was, deck, data):
        properties_of(shapes.theirs).set("descr", data)


def _merge_picture(shapes: Three[Any], slides: Three[SlideView], parts: Three[Parts], events: Events) -> None:
    embed = f"{{{R}}}embed"
    blips = [shape.find(_BLIP) for shape in shapes]
    names = [_target(p, s.part, b, embed) for p, s, b in zip(parts, slides, blips, strict=True)]
    was, deck, data = (digest(p, name) for p, name in zip(parts, names, strict=True))
    what = "utbytt för hand" if deck not in (was, data) else "ny bild"
    if events.settle(what, was, deck, data, shown=False):
        old = blips[1].get(embed)
        copied = copy_related(parts.ours, slides.ours.part, parts.theirs, slides.theirs.part, blips[2].get(embed))
        blips[1].set(embed, copied)
        forget_unused([old], slides.theirs, parts.theirs)
