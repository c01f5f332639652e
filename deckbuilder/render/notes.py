"""Speaker notes: a page for each slide, with its picture and its lines, and the master that all these pages follow."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from deckbuilder.render.layout import Box
from deckbuilder.render.package import relate
from deckbuilder.render.text import run, text_shape
from deckbuilder.render.xml import DECLARATION, LANGUAGE, POINT, A, P, R, frame, line, non_visual, solid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.render.metrics import Font
    from deckbuilder.render.package import Package

SIZES = (12, 11, 10, 9, 8)
"""Sizes of the text in points: the first at which the lines fit their page, else the last."""
_BETWEEN = 3
_MARGIN, _PICTURE = 0.06, 0.2  # of the page: the space around, and how high the slide's picture is
_INSET = 91440
_MASTER = "rIdNotesMaster"
_STYLE = (
    '<p:notesStyle><a:lvl1pPr marL="0" indent="0" algn="l">'
    f'<a:defRPr lang="{LANGUAGE}" sz="{SIZES[0] * 100}">{solid("tx1")}<a:latin typeface="+mn-lt"/></a:defRPr>'
    "</a:lvl1pPr></p:notesStyle>"
)
_NAMESPACES = f'xmlns:a="{A}" xmlns:r="{R}" xmlns:p="{P}"'
_TREE = (
    '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/>'
    "</a:xfrm></p:grpSpPr>"
)
_SLOTS = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
_ACCENTS = ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink")
_COLOURS = " ".join(f'{word}="{slot}"' for word, slot in (_SLOTS | dict(zip(_ACCENTS, _ACCENTS, strict=True))).items())


class NotesPages:
    """The notes pages of a deck under way; their master is the template's, else one of ours."""

    def __init__(self, package: Package, font: Font) -> None:
        self._package = package
        self._font = font
        self._frames = frames(*package.sizes)
        self._given = package.related(RT.NOTES_MASTER)
        self._room = _room(self._given) or (self._frames[1].width, self._frames[1].height)

    def add(self, slide: Any, slide_id: str, lines: Sequence[str]) -> None:
        """Give a slide a notes page; without lines it gets none. Its text is in the shape `slide-id/notes`."""
        if not lines:
            return
        xml = page_xml(slide_id, lines, self._size(lines)).encode()
        page = self._package.add("/ppt/notesSlides/notesSlide{}.xml", CT.PML_NOTES_SLIDE, xml)
        relate(page, "rId1", RT.NOTES_MASTER, self._master)
        relate(page, "rId2", RT.SLIDE, slide)
        relate(slide, "rIdNotes", RT.NOTES_SLIDE, page)

    @cached_property
    def _master(self) -> Any:
        return self._given or self._own_master()

    def _own_master(self) -> Any:
        """Add a master with a copy of the template's theme: PowerPoint mends decks where two masters share one."""
        xml = master_xml(*self._frames).encode()
        master = self._package.add("/ppt/notesMasters/notesMaster{}.xml", CT.PML_NOTES_MASTER, xml)
        original = _theme(self._package.related(RT.SLIDE_MASTER))
        theme = self._package.add("/ppt/theme/theme{}.xml", CT.OFC_THEME, original.blob)
        for relation, to in original.rels.items():
            relate(theme, relation, to.reltype, to.target_part)
        relate(master, "rId1", RT.THEME, theme)
        self._package.relate(_MASTER, RT.NOTES_MASTER, master)
        listed = f'<p:notesMasterIdLst {_NAMESPACES}><p:notesMasterId r:id="{_MASTER}"/></p:notesMasterIdLst>'
        self._package.list_after(listed, "sldMasterIdLst")
        return master

    def _size(self, lines: Sequence[str]) -> int:
        font, (width, height) = self._font, (side - 2 * _INSET for side in self._room)
        for size in SIZES:
            needed = sum(font.lines(words, size, width) for words in lines) * font.line_height(size)
            if needed + _BETWEEN * POINT * len(lines) <= height:
                return size
        return SIZES[-1]


def _room(master: Any | None) -> tuple[int, int] | None:
    """Return the width and height of the place for the lines on a template's own master, None where there is none."""
    places = master.notes_master.placeholders if master else ()
    return next(
        ((int(p.width), int(p.height)) for p in places if p.placeholder_format.type == PP_PLACEHOLDER.BODY), None
    )


def _theme(master: Any) -> Any:
    return next(to.target_part for to in master.rels.values() if to.reltype == RT.THEME)


def frames(slide: tuple[int, int], page: tuple[int, int]) -> tuple[Box, Box]:
    """Return where the slide's picture and the lines are, on a page of a size in EMU: the lines have most of it."""
    wide, high = page
    margin = round(_MARGIN * wide)
    picture = round(_PICTURE * high)
    top = margin + picture + margin // 2
    return (
        Box("sldImg", 2, margin, margin, min(round(picture * slide[0] / slide[1]), wide - 2 * margin), picture, ()),
        Box("body", 3, margin, top, wide - 2 * margin, high - top - margin, (SIZES[0],)),
    )


def page_xml(slide_id: str, lines: Sequence[str], size: int) -> str:
    """Return a notes page, its lines in a size in points."""
    space = f'<a:pPr marL="0" indent="0"><a:spcBef><a:spcPts val="{_BETWEEN * 100}"/></a:spcBef></a:pPr>'
    paragraphs = "".join(f"<a:p>{space}{run(words, size=size)}</a:p>" for words in lines)
    body = text_shape(3, f"{slide_id}/notes", Box("body", 1, 0, 0, 0, 0, ()), paragraphs)
    return (
        f"{DECLARATION}<p:notes {_NAMESPACES}><p:cSld>{_TREE}{_picture(f'{slide_id}/slide')}{body}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )


def _picture(name: str, box: Box | None = None) -> str:
    """Return the picture of the slide, which PowerPoint draws; on the master in its box, with a line around it."""
    index = f' idx="{box.index}"' if box else ""
    shape = "<p:spPr/>"
    if box:
        shape = f"<p:spPr>{_framed(box)}<a:noFill/>{line('bg2', 0.75)}</p:spPr>"
    return (
        f'<p:sp><p:nvSpPr>{non_visual(2, name)}<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
        f'</p:cNvSpPr><p:nvPr><p:ph type="sldImg"{index}/></p:nvPr></p:nvSpPr>{shape}</p:sp>'
    )


def _framed(box: Box) -> str:
    return f'{frame(box.left, box.top, box.width, box.height)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'


def master_xml(picture: Box, body: Box) -> str:
    """Return a notes master with a place for the slide's picture and one for the lines."""
    words = (
        f'<p:sp><p:nvSpPr>{non_visual(3, "Anteckningar")}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="body" idx="{body.index}"/></p:nvPr></p:nvSpPr><p:spPr>{_framed(body)}</p:spPr>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/><a:p>{run('Anteckningar')}</a:p></p:txBody></p:sp>"
    )
    return (
        f"{DECLARATION}<p:notesMaster {_NAMESPACES}><p:cSld>"
        f'<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'
        f"{_TREE}{_picture('Bild', picture)}{words}</p:spTree></p:cSld>"
        f"<p:clrMap {_COLOURS}/>{_STYLE}</p:notesMaster>"
    )
