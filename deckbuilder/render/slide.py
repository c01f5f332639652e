"""A fitted page as the XML of a slide, with the parts that it needs beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from deckbuilder.page import ChartBlock, DrawingBlock, Paragraph, PictureBlock, PlotBlock, Run, TableBlock, TextBlock
from deckbuilder.render import chart, drawing, picture, plot, table, table_sparks, text
from deckbuilder.render.drawing import DrawingFit
from deckbuilder.render.sheet import sheet_columns
from deckbuilder.render.table_fit import TableFit
from deckbuilder.render.workbook import workbook
from deckbuilder.render.xml import DECLARATION, LANGUAGE, A, C, P, R, escape, graphic_frame

if TYPE_CHECKING:
    from deckbuilder.page import Block
    from deckbuilder.render.fit import FittedPage
    from deckbuilder.render.layout import Box, Layout
    from deckbuilder.render.metrics import Font

TAG = "DECKBUILDER_ID"
FIRST_PART = 3


@dataclass(frozen=True)
class DeckText:
    """What stands at the foot of every slide."""

    footer: str
    date: str


@dataclass(frozen=True)
class ChartPart:
    """A chart's XML, and the workbook behind it."""

    xml: bytes
    workbook: bytes


@dataclass(frozen=True)
class PicturePart:
    """A picture's bytes, and its format as its file name ends."""

    content: bytes
    format: str


@dataclass(frozen=True)
class SlideXml:
    """A slide's XML, its tags (`rId2`), and the charts and pictures that it shows (`rId3` and on)."""

    xml: bytes
    tags: bytes
    parts: tuple[ChartPart | PicturePart, ...]


def slide_xml(fitted: FittedPage, layout: Layout, font: Font, foot: DeckText) -> SlideXml:
    """Write a slide. Every shape is named `slide-id/block`; the slide's id stands in its tags."""
    page, slide_id = fitted.page, fitted.slide_id
    boxes = layout.roles[page.role].boxes
    titled = [(block, box) for block, box, _ in fitted.blocks if isinstance(block, ChartBlock) and block.title]
    title_size = min((chart.own_title_size(block, box, font) for block, box in titled), default=0)
    shapes = _Shapes(slide_id, layout, font, title_size)
    shapes.text("title", boxes["title"], _line(page.title), fitted.title_size)
    if page.subtitle and "subtitle" in boxes:
        shapes.text("subtitle", boxes["subtitle"], _line(page.subtitle))
    for block, box, fit in fitted.blocks:
        shapes.block(block, box, fit)
    if page.source and "source" in boxes:
        shapes.text("source", boxes["source"], _line(page.source))
    for place, words in (("date", foot.date), ("footer", foot.footer)):
        if place in boxes and words:
            shapes.text(place, boxes[place], _line(words))
    if "number" in boxes:
        shapes.number(boxes["number"])
    xml = (
        f'{DECLARATION}<p:sld xmlns:a="{A}" xmlns:r="{R}" xmlns:p="{P}"><p:cSld><p:spTree><p:nvGrpSpPr>'
        '<p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
        f'{"".join(shapes.xml)}</p:spTree><p:custDataLst><p:tags r:id="rId2"/></p:custDataLst></p:cSld>'
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
    )
    tags = f'{DECLARATION}<p:tagLst xmlns:p="{P}"><p:tag name="{TAG}" val="{escape(slide_id)}"/></p:tagLst>'
    return SlideXml(xml.encode(), tags.encode(), tuple(shapes.parts))


def _line(words: str) -> tuple[Paragraph, ...]:
    return (Paragraph((Run(words),)),)


class _Shapes:
    """Writes a slide's shapes one after the other, numbering them from 2."""

    def __init__(self, slide_id: str, layout: Layout, font: Font, title_size: int) -> None:
        self.slide_id = slide_id
        self.title_size = title_size
        self.layout = layout
        self.font = font
        self.xml: list[str] = []
        self.parts: list[ChartPart | PicturePart] = []
        self._free = 2

    def _next(self, name: str) -> tuple[int, str]:
        self._free += 1
        return self._free - 1, f"{self.slide_id}/{name}"

    def _relation(self, part: ChartPart | PicturePart) -> str:
        self.parts.append(part)
        return f"rId{FIRST_PART + len(self.parts) - 1}"

    def text(self, name: str, box: Box, paragraphs: tuple[Paragraph, ...], size: float = 0) -> None:
        body = text.body(paragraphs, (size, size))
        self.xml.append(text.text_shape(*self._next(name), box, body))

    def number(self, box: Box) -> None:
        guid = str(uuid5(NAMESPACE_URL, f"{self.slide_id}/number")).upper()
        field = f'<a:p><a:fld id="{{{guid}}}" type="slidenum"><a:rPr lang="{LANGUAGE}"/><a:t>‹nr›</a:t></a:fld></a:p>'
        self.xml.append(text.text_shape(*self._next("number"), box, field))

    def block(self, block: Block, box: Box, fit: object) -> None:
        number, name = self._next(block.name)
        if isinstance(block, TextBlock):
            sizes = fit if isinstance(fit, tuple) else (0, 0)
            own = tuple(size or of for size, of in zip(sizes, box.sizes, strict=False))
            alone = block.place == "body"  # columns beside each other have the same space between their points
            spread = text.apart(block.paragraphs, own, box, self.font) if alone else 0
            body = text.body(block.paragraphs, sizes, spread)
            self.xml.append(text.text_shape(number, name, box, body, shrinks=text.is_running(box, self.font)))
        elif isinstance(block, TableBlock) and isinstance(fit, TableFit):
            graphic = table.table_graphic(block, fit, self.layout)
            self.xml.append(graphic_frame(number, name, block.alt, box, fit.height, graphic, sum(fit.widths)))
            lines = table_sparks.sparks(self._free, name, block, box, fit, self.layout)
            self._free += len(lines)
            self.xml += lines
        elif isinstance(block, ChartBlock):
            self.xml.append(graphic_frame(number, name, block.alt, box, box.height, self._chart(block, box)))
        elif isinstance(block, DrawingBlock) and isinstance(fit, DrawingFit):
            xml, self._free = drawing.group(number, name, block, box, fit, self.layout)
            self.xml.append(xml)
        elif isinstance(block, PictureBlock):
            relation = self._relation(PicturePart(block.content, block.format))
            self.xml.append(picture.picture_xml(number, name, block.alt, box, block.pixels, relation))
        elif isinstance(block, PlotBlock):
            relation = self._relation(PicturePart(plot.plot(block, box, self.layout), "png"))
            self.xml.append(picture.picture_xml(number, name, block.alt, box, (box.width, box.height), relation))

    def _chart(self, block: ChartBlock, box: Box) -> str:
        book = workbook(block.categories, sheet_columns(block))
        xml = chart.chart_xml(block, box, self.layout, self.font, self.title_size)
        relation = self._relation(ChartPart(xml, book))
        return f'<a:graphicData uri="{C}"><c:chart xmlns:c="{C}" r:id="{relation}"/></a:graphicData>'
