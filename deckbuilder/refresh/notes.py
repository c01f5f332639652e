"""Three-way merge of a slide's notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from deckbuilder.refresh.copying import copy_part
from deckbuilder.refresh.identity import PRESENTATION
from deckbuilder.refresh.runs import paragraph_text
from deckbuilder.refresh.texts import merge_text
from deckbuilder.refresh.three import Three
from deckbuilder.refresh.xml import A, P, R

if TYPE_CHECKING:
    from typing import Any

    from deckbuilder.refresh.identity import SlideView
    from deckbuilder.refresh.parts import Parts
    from deckbuilder.refresh.report import Events


def merge_notes(slides: Three[SlideView], parts: Three[Parts], events: Events) -> None:
    """Merge a slide's notes; those that people have made or deleted stay so, and what the data says is told."""
    pages = Three(*(_page(own, view.part) for own, view in zip(parts, slides, strict=True)))
    was, deck, data = (notes_text(own, view.part) for own, view in zip(parts, slides, strict=True))
    events.block = "notes"
    if pages.base and pages.theirs and pages.ours:
        bodies = [_body(own.tree(page)) for own, page in zip(parts, pages, strict=True)]
        if all(body is not None for body in bodies):
            merge_text(bodies[0], bodies[1], bodies[2], events)
            parts.theirs.touch(pages.theirs)
    elif events.settle("", was, deck, data):
        if pages.theirs:
            _remove(parts.theirs, slides.theirs.part)
        if pages.ours:
            copy_notes(pages.ours, slides.theirs.part, parts)


def copy_notes(notes: str, slide: str, parts: Three[Parts]) -> None:
    """Copy notes of the new deck to a slide of people's, related to the deck's own notes master."""
    source, target = parts.ours, parts.theirs
    name = target.add("ppt/notesSlides/notesSlide{}.xml", source.content_type(notes), source.blobs[notes])
    target.relate(name, f"{R}/notesMaster", _master(notes, parts))
    target.relate(name, f"{R}/slide", slide)
    target.relate(slide, f"{R}/notesSlide", name)


def _master(notes: str, parts: Three[Parts]) -> str:
    """Return the deck's notes master; one copied from the new deck when it has none."""
    for found in parts.theirs.related(PRESENTATION, "notesMaster"):
        return found
    copied = copy_part(parts.ours, parts.ours.related(notes, "notesMaster")[0], parts.theirs)
    relation = parts.theirs.relate(PRESENTATION, f"{R}/notesMaster", copied)
    listing = etree.Element(f"{{{P}}}notesMasterIdLst")
    etree.SubElement(listing, f"{{{P}}}notesMasterId", {f"{{{R}}}id": relation})
    parts.theirs.tree(PRESENTATION).find(f"{{{P}}}sldMasterIdLst").addnext(listing)
    parts.theirs.touch(PRESENTATION)
    return copied


def _remove(parts: Parts, slide: str) -> None:
    for one in parts.relations(slide):
        if one.kind == "notesSlide":
            parts.unrelate(slide, one.id)


def _page(parts: Parts, slide: str) -> str:
    return next(iter(parts.related(slide, "notesSlide")), "")


def notes_text(parts: Parts, slide: str) -> str:
    """Return the words of a slide's notes; "" when it has none."""
    page = _page(parts, slide)
    body = _body(parts.tree(page)) if page else None
    return "" if body is None else "\n".join(paragraph_text(one) for one in body.iter(f"{{{A}}}p"))


def _body(root: Any) -> Any:
    """Return the text of the notes: that of their body placeholder."""
    for shape in root.iter(f"{{{P}}}sp"):
        place = shape.find(f"{{{P}}}nvSpPr/{{{P}}}nvPr/{{{P}}}ph")
        if place is not None and place.get("type") == "body":
            return shape.find(f"{{{P}}}txBody")
    return None
