"""A deck for handing out: notes pages that are alike, with the slide's picture large and all of its notes.

The notes pages of a deck have a small picture, slides without notes have none, and those that people have made are each
of their own kind. So a copy of the deck gets new ones; the deck that stands is left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lxml import etree

from deckbuilder.export.notes_page import HIGH, WIDE, laid_out, page
from deckbuilder.refresh.identity import PRESENTATION
from deckbuilder.refresh.parts import relations_name
from deckbuilder.refresh.runs import paragraph_text
from deckbuilder.refresh.sections import Wanted
from deckbuilder.refresh.slide_list import write_order
from deckbuilder.refresh.xml import A, P, R
from deckbuilder.render.layout import Box
from deckbuilder.render.metrics import font
from deckbuilder.render.notes import master_xml

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckbuilder.export.slides import Slide
    from deckbuilder.refresh.parts import Parts

_TYPES = "application/vnd.openxmlformats-officedocument.presentationml."
_BODY = "//p:sp[p:nvSpPr/p:nvPr/p:ph/@type='body']/p:txBody/a:p"
_THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"


def with_handout_pages(parts: Parts, slides: Sequence[Slide]) -> Parts:
    """Give each slide of a deck a notes page for handing out, and return the deck, which is changed.

    A slide whose notes take several pages stands several times in it.
    """
    size = parts.tree(PRESENTATION).find(f"{{{P}}}sldSz")
    ratio = int(size.get("cy")) / int(size.get("cx"))
    typeface = _typeface(parts)
    master = next(iter(parts.related(PRESENTATION, "notesMaster")), "") or _add_master(parts)
    order = []
    for slide in slides:
        pages = laid_out(list(_paragraphs(parts, slide.part)), ratio, font(typeface))
        for number, notes in enumerate(pages):
            more = "" if not number else " (forts.)" if number == 1 else f" (forts. {number})"
            part = slide.part if not number else _twin(parts, slide.part)
            _put_notes(parts, part, master, page(notes, ratio, f"Bild {slide.number}{more}", typeface))
            order.append(part)
    write_order(parts, order, Wanted({}))
    sheet = parts.tree(PRESENTATION).find(f"{{{P}}}notesSz")
    sheet.set("cx", str(WIDE))
    sheet.set("cy", str(HIGH))
    parts.touch(PRESENTATION)
    return parts


def _paragraphs(parts: Parts, slide: str) -> Iterator[Any]:
    """Yield the paragraphs of a slide's notes that have words."""
    for notes in parts.related(slide, "notesSlide"):
        found = parts.tree(notes).xpath(_BODY, namespaces={"a": A, "p": P})
        yield from (paragraph for paragraph in found if paragraph_text(paragraph).strip())


def _put_notes(parts: Parts, slide: str, master: str, blob: bytes) -> None:
    """Put a notes page in the place of a slide's own, if it has one."""
    for relation in [one for one in parts.relations(slide) if one.kind == "notesSlide"]:
        parts.unrelate(slide, relation.id)
    name = parts.add("ppt/notesSlides/notesSlide{}.xml", f"{_TYPES}notesSlide+xml", blob)
    parts.relate(name, f"{R}/notesMaster", master)
    parts.relate(name, f"{R}/slide", slide)
    parts.relate(slide, f"{R}/notesSlide", name)


def _twin(parts: Parts, slide: str) -> str:
    """Add a slide that is the same as another: the notes go on beside it."""
    name = parts.add("ppt/slides/slide{}.xml", parts.content_type(slide), etree.tostring(parts.tree(slide)))
    parts.put(relations_name(name), etree.tostring(parts.tree(relations_name(slide))))
    return name


def _typeface(parts: Parts) -> str:
    """Return the font of the theme's texts."""
    master = next(iter(parts.related(PRESENTATION, "slideMaster")), "")
    for theme in parts.related(master, "theme"):
        found = parts.tree(theme).find(f".//{{{A}}}minorFont/{{{A}}}latin")
        if found is not None and found.get("typeface"):
            return str(found.get("typeface"))
    return "Calibri"


def _add_master(parts: Parts) -> str:
    """Give a deck without notes a master for their pages, with a copy of the theme."""
    whole = Box("sldImg", 2, 0, 0, WIDE, HIGH // 2, ()), Box("body", 3, 0, HIGH // 2, WIDE, HIGH // 2, (12,))
    blob = master_xml(*whole).encode()
    name = parts.add("ppt/notesMasters/notesMaster{}.xml", f"{_TYPES}notesMaster+xml", blob)
    slide_master = parts.related(PRESENTATION, "slideMaster")[0]
    theme = parts.related(slide_master, "theme")[0]
    copy = parts.add("ppt/theme/theme{}.xml", _THEME_TYPE, parts.blobs[theme])
    if relations_name(theme) in parts:
        parts.put(relations_name(copy), parts.blobs[relations_name(theme)])
    parts.relate(name, f"{R}/theme", copy)
    listing = etree.Element(f"{{{P}}}notesMasterIdLst")
    id_ = parts.relate(PRESENTATION, f"{R}/notesMaster", name)
    etree.SubElement(listing, f"{{{P}}}notesMasterId", {f"{{{R}}}id": id_})
    parts.tree(PRESENTATION).find(f"{{{P}}}sldMasterIdLst").addnext(listing)
    parts.touch(PRESENTATION)
    return name
