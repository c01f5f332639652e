"""python-pptx's package, used as a store of parts: empty of slides, new parts under free names, the same bytes."""

from __future__ import annotations

from datetime import datetime, time
from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile

from pptx.opc.constants import RELATIONSHIP_TARGET_MODE as RTM
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.oxml import serialize_part_xml
from pptx.opc.package import Part, _Relationship
from pptx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI, PackURI
from pptx.opc.serialized import _ContentTypesItem
from pptx.oxml import parse_xml

from deckbuilder.render.workbook import write
from deckbuilder.render.xml import P, plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date


_AUTHOR = "deckbuilder"
_OURS = b'"urn:deckbuilder:'


class Package:
    """The parts of a presentation under way. `root` is the presentation's own element."""

    def __init__(self, presentation: Any) -> None:
        self._part = presentation.part
        self._properties = presentation.core_properties
        self.root = self._part._element  # noqa: SLF001 -- python-pptx has no public way to a part's element
        self._drop_slides()
        self._taken = {str(part.partname) for part in self._part.package.iter_parts()}
        self._names: dict[str, Iterator[str]] = {}

    def _drop_slides(self) -> None:
        """Take out the slides that a template comes with, what points at them, and what we have stored about them."""
        for relation, to in list(self._part.rels.items()):
            if to.reltype == RT.SLIDE or (to.reltype == RT.CUSTOM_XML and _OURS in to.target_part.blob[:500]):
                self._part.rels.pop(relation)
        for tag in ("sldIdLst", "custShowLst"):
            for element in self.root.findall(f"{{{P}}}{tag}"):
                self.root.remove(element)

    def add(self, pattern: str, content_type: str, content: bytes) -> Any:
        """Add a part under the next free name of a pattern such as `/ppt/slides/slide{}.xml`."""
        if pattern not in self._names:
            names = map(pattern.format, count(1))
            self._names[pattern] = (name for name in names if name not in self._taken)
        return Part(PackURI(next(self._names[pattern])), content_type, self._part.package, content)

    def relate(self, relation: str, kind: str, part: Any) -> None:
        """Relate a part to the presentation itself, under an id of our own."""
        relate(self._part, relation, kind, part)

    def related(self, kind: str) -> Any | None:
        """Return the first part that the template's presentation is related to by a kind, None without one."""
        return next((to.target_part for to in self._part.rels.values() if to.reltype == kind), None)

    @property
    def sizes(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """Width and height of a slide and of a notes page, in EMU."""
        slide, page = (self.root.find(f"{{{P}}}{tag}") for tag in ("sldSz", "notesSz"))
        return (int(slide.get("cx")), int(slide.get("cy"))), (int(page.get("cx")), int(page.get("cy")))

    def list_after(self, listed: str, *before: str) -> None:
        """Put a list's XML into the presentation's element, after the last there is of the elements `before` it."""
        there = [element for tag in before if (element := self.root.find(f"{{{P}}}{tag}")) is not None]
        there[-1].addnext(parse_xml(listed))

    def content(self, title: str, day: date) -> bytes:
        """Return the package as python-pptx writes it, but with fixed times: `day` in place of the clock."""
        self._set_properties(title, day)
        package = self._part.package
        parts = list(package.iter_parts())
        stream = BytesIO()
        with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
            write(archive, CONTENT_TYPES_URI.membername, serialize_part_xml(_ContentTypesItem.xml_for(parts)))
            write(archive, PACKAGE_URI.rels_uri.membername, package._rels.xml)  # noqa: SLF001 -- not public either
            for part in parts:
                write(archive, part.partname.membername, part.blob)
                if part.rels:
                    write(archive, part.partname.rels_uri.membername, part.rels.xml)
        return stream.getvalue()

    def _set_properties(self, title: str, day: date) -> None:
        properties, moment = self._properties, datetime.combine(day, time())
        properties.title, properties.author, properties.last_modified_by = plain(title)[:255], _AUTHOR, _AUTHOR
        properties.language, properties.created, properties.modified = "sv-SE", moment, moment
        properties.revision = 1


def relate(part: Any, relation: str, kind: str, target: Any) -> None:
    """Add a relationship under an id of our own: python-pptx's way walks all that are there, for each new one."""
    part.rels._rels[relation] = _Relationship(part.partname.baseURI, relation, kind, RTM.INTERNAL, target)  # noqa: SLF001
