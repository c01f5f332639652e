"""Pages become the slides of a deck, in time linear in their number."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml

from deckbuilder.render.fit import FittedPage, fitted
from deckbuilder.render.metrics import font
from deckbuilder.render.misfit import Misfit
from deckbuilder.render.notes import NotesPages
from deckbuilder.render.overflow import line_fits
from deckbuilder.render.package import Package, relate
from deckbuilder.render.record import properties_xml, record_xml
from deckbuilder.render.slide import FIRST_PART, ChartPart, DeckText, PicturePart, slide_xml
from deckbuilder.render.xml import P, R, escape

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from deckbuilder.page import Page
    from deckbuilder.render.layout import Layout

_TAGS_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.tags+xml"
_SECTIONS_URI = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_FIRST_SLIDE_ID = 256
_BEFORE_SECTIONS = "Inledning"


class Deck:
    """A deck under way. Add pages in order, then ask for its bytes; the layout's presentation is used up by it."""

    def __init__(self, layout: Layout, foot: DeckText) -> None:
        self.layout = layout
        self.foot = foot
        self.font = font(layout.font)
        self.warnings: list[tuple[str, str, str]] = []
        """What does not fit: the slide ("" for what all have), a sentence and its code."""
        self._package = Package(layout.presentation)
        self._notes = NotesPages(self._package, self.font)
        self._slides: list[tuple[str, Any]] = []
        self._pictures: dict[PicturePart, Any] = {}
        fonts = {name: font(name).warning for name in (layout.font, layout.title_font)}
        self.layout_warnings = [Misfit(warning, "DB605") for warning in fonts.values() if warning]
        self.warnings.extend(("", *misfit) for misfit in self._foot_misfits())

    def _foot_misfits(self) -> Iterator[Misfit]:
        boxes = [role.boxes["footer"] for role in self.layout.roles.values() if "footer" in role.boxes]
        if not all(line_fits(self.foot.footer, box, self.font) for box in boxes):
            what = f"Rapportens namn, '{self.foot.footer[:30]}…', får inte plats i sidfoten."
            yield Misfit(f"{what} Korta rapportens title.", "DB612")

    @property
    def slide_count(self) -> int:
        """How many slides the deck has so far."""
        return len(self._slides)

    def add(self, page: Page) -> None:
        """Add a page as one slide, or several when it does not fit on one."""
        for part in fitted(page, self.layout, self.font):
            self.warnings.extend((page.id, *misfit) for misfit in part.warnings)
            self._add(part)

    def _add(self, part: FittedPage) -> None:
        written = slide_xml(part, self.layout, self.font, self.foot)
        slide = self._package.add("/ppt/slides/slide{}.xml", CT.PML_SLIDE, written.xml)
        relate(slide, "rId1", RT.SLIDE_LAYOUT, self.layout.roles[part.page.role].part)
        relate(slide, "rId2", RT.TAGS, self._package.add("/ppt/tags/tag{}.xml", _TAGS_TYPE, written.tags))
        for number, shown in enumerate(written.parts, start=FIRST_PART):
            if isinstance(shown, ChartPart):
                self._add_chart(slide, f"rId{number}", shown)
            else:
                self._add_picture(slide, f"rId{number}", shown)
        self._notes.add(slide, part.slide_id, part.page.notes)
        self._slides.append((part.page.section or _BEFORE_SECTIONS, slide))

    def _add_chart(self, slide: Any, relation: str, part: ChartPart) -> None:
        chart = self._package.add("/ppt/charts/chart{}.xml", CT.DML_CHART, part.xml)
        book = self._package.add("/ppt/embeddings/Microsoft_Excel_Sheet{}.xlsx", CT.SML_SHEET, part.workbook)
        relate(chart, "rId1", RT.PACKAGE, book)
        relate(slide, relation, RT.CHART, chart)

    def _add_picture(self, slide: Any, relation: str, part: PicturePart) -> None:
        if part not in self._pictures:  # one that several slides show is stored once
            pattern = f"/ppt/media/picture{{}}.{part.format}"
            self._pictures[part] = self._package.add(pattern, f"image/{part.format}", part.content)
        relate(slide, relation, RT.IMAGE, self._pictures[part])

    def content(self, title: str, day: date, record: str = "") -> bytes:
        """Return the .pptx, with the JSON of its figures' record inside when it is given.

        `day` stands as the time it was made, so that the same input gives the same bytes.
        """
        self._list_slides()
        self._list_sections()
        if record:
            self._add_record(record)
        return self._package.content(title, day)

    def _add_record(self, record: str) -> None:
        item = self._package.add("/customXml/item{}.xml", CT.XML, record_xml(record))
        properties = "/customXml/itemProps{}.xml"
        properties_part = self._package.add(properties, CT.OFC_CUSTOM_XML_PROPERTIES, properties_xml())
        relate(item, "rId1", RT.CUSTOM_XML_PROPS, properties_part)
        self._package.relate("rIdFigures", RT.CUSTOM_XML, item)

    def _list_slides(self) -> None:
        ids = ""
        for number, (_, slide) in enumerate(self._slides):
            relation = f"rIdSlide{number + 1}"
            self._package.relate(relation, RT.SLIDE, slide)
            ids += f'<p:sldId id="{_FIRST_SLIDE_ID + number}" r:id="{relation}"/>'
        slides = f'<p:sldIdLst xmlns:p="{P}" xmlns:r="{R}">{ids}</p:sldIdLst>'
        self._package.list_after(slides, "sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst")

    def _list_sections(self) -> None:
        """Give PowerPoint the report's sections, so that the slide sorter shows them."""
        sections = ""
        numbered = [(name, _FIRST_SLIDE_ID + number) for number, (name, _) in enumerate(self._slides)]
        for order, (name, members) in enumerate(groupby(numbered, key=lambda slide: slide[0])):
            ids = "".join(f'<p14:sldId id="{number}"/>' for _, number in members)
            guid = str(uuid5(NAMESPACE_URL, f"deckbuilder/section/{order}/{name}")).upper()
            sections += f'<p14:section name="{escape(name)}" id="{{{guid}}}">'
            sections += f"<p14:sldIdLst>{ids}</p14:sldIdLst></p14:section>"
        extensions = self._package.root.find(f"{{{P}}}extLst")
        if extensions is None:
            extensions = parse_xml(f'<p:extLst xmlns:p="{P}"/>')
            self._package.root.append(extensions)
        for old in [ext for ext in extensions if ext.get("uri") == _SECTIONS_URI]:
            extensions.remove(old)
        listed = f'<p14:sectionLst xmlns:p14="{_P14}">{sections}</p14:sectionLst>'
        extensions.append(parse_xml(f'<p:ext xmlns:p="{P}" uri="{_SECTIONS_URI}">{listed}</p:ext>'))
