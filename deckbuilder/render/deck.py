"""Puts slides into the template and writes the package: linear in the number of slides, same content same bytes."""

from __future__ import annotations

from datetime import datetime, time
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5
from zipfile import ZIP_DEFLATED, ZipFile

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TARGET_MODE as RTM
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.oxml import serialize_part_xml
from pptx.opc.package import Part, _Relationship
from pptx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI, PackURI
from pptx.opc.serialized import _ContentTypesItem
from pptx.oxml import parse_xml

from deckbuilder.render.fit import FittedPage, fitted
from deckbuilder.render.metrics import font
from deckbuilder.render.slide import FIRST_CHART, DeckText, slide_xml
from deckbuilder.render.workbook import write
from deckbuilder.render.xml import P, escape

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from deckbuilder.page import Page
    from deckbuilder.render.layout import Layout

_TAGS_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.tags+xml"
_SECTIONS_URI = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_FIRST_SLIDE_ID = 256


class Deck:
    """A deck under way. Add pages in order, then ask for its bytes."""

    def __init__(self, layout: Layout, foot: DeckText) -> None:
        self.layout = layout
        self.foot = foot
        self.font = font(layout.font)
        self.warnings: list[tuple[str, str]] = []
        self._slides: list[tuple[str, Any]] = []
        self._charts = 0
        self._part: Any = layout.presentation.part
        if self.font.name != layout.font:
            sentence = (
                f"Teckensnittet {layout.font} har inga kända bredder. Texten mäts som {self.font.name}, som är brett."
            )
            self.warnings.append(("", sentence))

    @property
    def slide_count(self) -> int:
        """How many slides the deck has so far."""
        return len(self._slides)

    def add(self, page: Page) -> None:
        """Add a page as one slide, or several when it does not fit on one."""
        for part in fitted(page, self.layout, self.font):
            self.warnings.extend((page.id, sentence) for sentence in part.warnings)
            self._add(part)

    def _add(self, part: FittedPage) -> None:
        written = slide_xml(part, self.layout, self.font, self.foot)
        number = len(self._slides) + 1
        slide = self._new_part(f"/ppt/slides/slide{number}.xml", CT.PML_SLIDE, written.xml)
        _relate(slide, "rId1", RT.SLIDE_LAYOUT, self.layout.roles[part.page.role].part)
        tags = self._new_part(f"/ppt/tags/tag{number}.xml", _TAGS_TYPE, written.tags)
        _relate(slide, "rId2", RT.TAGS, tags)
        for offset, (xml, book) in enumerate(written.charts):
            self._charts += 1
            chart = self._new_part(f"/ppt/charts/chart{self._charts}.xml", CT.DML_CHART, xml)
            name = f"/ppt/embeddings/Microsoft_Excel_Sheet{self._charts}.xlsx"
            _relate(chart, "rId1", RT.PACKAGE, self._new_part(name, CT.SML_SHEET, book))
            _relate(slide, f"rId{FIRST_CHART + offset}", RT.CHART, chart)
        self._slides.append((part.page.section, slide))

    def _new_part(self, name: str, content_type: str, content: bytes) -> Any:
        return Part(PackURI(name), content_type, self._part.package, content)

    def content(self, title: str, day: date) -> bytes:
        """Return the .pptx; `day` stands as the time it was made, so that the same input gives the same bytes."""
        ids = []
        for number, (_, slide) in enumerate(self._slides):
            relation = f"rIdSlide{number + 1}"
            _relate(self._part, relation, RT.SLIDE, slide)
            ids.append(f'<p:sldId id="{_FIRST_SLIDE_ID + number}" r:id="{relation}"/>')
        self._list_slides(ids)
        self._list_sections()
        _set_properties(self.layout.presentation.core_properties, title, day)
        return _package_bytes(self._part.package)

    def _list_slides(self, ids: Sequence[str]) -> None:
        relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        element = parse_xml(f'<p:sldIdLst xmlns:p="{P}" xmlns:r="{relations}">{"".join(ids)}</p:sldIdLst>')
        presentation = self._part._element  # noqa: SLF001 -- python-pptx has no public way to the part's root
        for old in presentation.findall(f"{{{P}}}sldIdLst"):
            presentation.remove(old)
        after = presentation.find(f"{{{P}}}sldMasterIdLst")
        for tag in ("notesMasterIdLst", "handoutMasterIdLst"):
            after = next(iter(presentation.findall(f"{{{P}}}{tag}")), after)
        after.addnext(element)

    def _list_sections(self) -> None:
        """Give PowerPoint the report's sections, so that the slide sorter shows them."""
        numbered = [(name, _FIRST_SLIDE_ID + number) for number, (name, _) in enumerate(self._slides)]
        sections = ""
        for order, (name, members) in enumerate(groupby(numbered, key=lambda slide: slide[0] or "Inledning")):
            ids = "".join(f'<p14:sldId id="{number}"/>' for _, number in members)
            guid = str(uuid5(NAMESPACE_URL, f"deckbuilder/section/{order}/{name}")).upper()
            sections += (
                f'<p14:section name="{escape(name)}" id="{{{guid}}}"><p14:sldIdLst>{ids}</p14:sldIdLst></p14:section>'
            )
        xml = (
            f'<p:ext xmlns:p="{P}" uri="{_SECTIONS_URI}"><p14:sectionLst xmlns:p14="{_P14}">{sections}'
            "</p14:sectionLst></p:ext>"
        )
        presentation = self._part._element  # noqa: SLF001 -- as above
        extensions = presentation.find(f"{{{P}}}extLst")
        if extensions is None:
            extensions = parse_xml(f'<p:extLst xmlns:p="{P}"/>')
            presentation.append(extensions)
        for old in extensions.findall(f"{{{P}}}ext"):
            if old.get("uri") == _SECTIONS_URI:
                extensions.remove(old)
        extensions.append(parse_xml(xml))


def _relate(part: Any, relation: str, kind: str, target: Any) -> None:
    """Add a relationship under an id of our own: python-pptx's way walks all that are there, for each new one."""
    part.rels._rels[relation] = _Relationship(part.partname.baseURI, relation, kind, RTM.INTERNAL, target)  # noqa: SLF001


def _set_properties(properties: Any, title: str, day: date) -> None:
    moment = datetime.combine(day, time())
    properties.title, properties.author, properties.last_modified_by = title, "deckbuilder", "deckbuilder"
    properties.language, properties.created, properties.modified = "sv-SE", moment, moment
    properties.revision = 1


def _package_bytes(package: Any) -> bytes:
    """Write the package as python-pptx does, but with fixed times."""
    parts = list(package.iter_parts())
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        write(archive, CONTENT_TYPES_URI.membername, serialize_part_xml(_ContentTypesItem.xml_for(parts)))
        write(archive, PACKAGE_URI.rels_uri.membername, package._rels.xml)  # noqa: SLF001
        for part in parts:
            write(archive, part.partname.membername, part.blob)
            if part.rels:
                write(archive, part.partname.rels_uri.membername, part.rels.xml)
    return stream.getvalue()
