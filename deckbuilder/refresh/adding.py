"""Adds a slide that is new to a deck: its part, what it points at, and the deck's own layout of the same name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from deckbuilder.refresh.copying import copy_part
from deckbuilder.refresh.layouts import same_layout
from deckbuilder.refresh.notes import copy_notes
from deckbuilder.refresh.parts import relations_name

if TYPE_CHECKING:
    from deckbuilder.refresh.identity import SlideView
    from deckbuilder.refresh.parts import Parts
    from deckbuilder.refresh.three import Three

_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def add_slide(view: SlideView, parts: Three[Parts]) -> str:
    """Copy a slide of the new deck into people's; return its part. It is not in the list of slides yet."""
    source, target = parts.ours, parts.theirs
    name = target.add("ppt/slides/slide{}.xml", source.content_type(view.part), source.blobs[view.part])
    root = etree.Element(f"{{{_RELATIONS}}}Relationships", nsmap={None: _RELATIONS})
    for one in source.relations(view.part):
        if one.kind == "slideLayout":
            copied = same_layout(one.target, source, target)
        elif one.kind == "notesSlide":
            continue
        else:
            copied = copy_part(source, one.target, target)
        etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", Id=one.id, Type=one.type, Target=f"/{copied}")
    target.put(relations_name(name), etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
    for notes in source.related(view.part, "notesSlide"):
        copy_notes(notes, name, parts)
    return name
