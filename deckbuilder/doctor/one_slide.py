"""A deck of one slide, to try an office program with."""

from __future__ import annotations

from importlib.resources import files

from lxml import etree

from deckbuilder.refresh.identity import PRESENTATION
from deckbuilder.refresh.parts import Parts
from deckbuilder.refresh.sections import Wanted
from deckbuilder.refresh.slide_list import write_order
from deckbuilder.refresh.xml import A, P, R

_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml"
_SLIDE = (
    f'<p:sld xmlns:p="{P}" xmlns:a="{A}"><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/>'
    "<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/><p:sp>"
    '<p:nvSpPr><p:cNvPr id="2" name="Rubrik"/><p:cNvSpPr/><p:nvPr><p:ph type="title"/>'
    "</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:t>deckbuilder</a:t></a:r></a:p>"
    "</p:txBody></p:sp></p:spTree></p:cSld></p:sld>"
)


def one_slide() -> bytes:
    """Return a deck of one slide, with `deckbuilder` as its title, on the template that comes with python-pptx."""
    parts = Parts.of((files("pptx") / "templates" / "default.pptx").read_bytes())
    slide = parts.add("ppt/slides/slide{}.xml", _TYPE, _SLIDE.encode())
    parts.relate(slide, f"{R}/slideLayout", "ppt/slideLayouts/slideLayout6.xml")
    masters = parts.tree(PRESENTATION).find(f"{{{P}}}sldMasterIdLst")
    masters.addnext(etree.Element(f"{{{P}}}sldIdLst"))
    write_order(parts, [slide], Wanted({}))
    return parts.content()
