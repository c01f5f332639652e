"""What does not fit even at the smallest size, or would not be sharp: told as warnings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuilder.page import ChartBlock, DrawingBlock, Paragraph, PictureBlock, Run, TableBlock, TextBlock
from deckbuilder.render import chart_fit, picture
from deckbuilder.render import text as texts
from deckbuilder.render.drawing import DrawingFit
from deckbuilder.render.misfit import Misfit
from deckbuilder.render.table_fit import TableFit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckbuilder.page import Block, Page
    from deckbuilder.render.fit import Fit, Placed
    from deckbuilder.render.layout import Box, Layout
    from deckbuilder.render.metrics import Font


def too_much(page: Page, blocks: Sequence[Placed], layout: Layout, font: Font) -> Iterator[Misfit]:
    """Tell what on a page does not fit, but for its title."""
    for block, box, fit in blocks:
        yield from _of_block(block, box, fit, layout, font)
    places = layout.roles[page.role].boxes
    for place, remedy in (("subtitle", "underrubriken"), ("source", "källraden")):
        words: str = getattr(page, place)
        if words and place in places and not line_fits(words, places[place], font):
            yield Misfit(f"Raden '{words[:30]}…' är för lång. Korta {remedy}.", "DB611")


def line_fits(words: str, box: Box, font: Font) -> bool:
    """Tell whether a text fits a box at the box's own size."""
    line = (Paragraph((Run(words),), 0, bullet=False),)
    return texts.height(line, box.sizes, box.width, font) <= box.height * 1.02


def _of_block(block: Block, box: Box, fit: Fit, layout: Layout, font: Font) -> Iterator[Misfit]:
    if isinstance(block, TableBlock) and isinstance(fit, TableFit):
        yield from _of_table(block, box, fit)
    elif isinstance(block, DrawingBlock) and isinstance(fit, DrawingFit):
        yield from _of_drawing(block, fit)
    elif isinstance(block, ChartBlock):
        yield from chart_fit.too_long(block, box, layout, font)
    elif isinstance(block, PictureBlock):
        yield from _of_picture(block, box)
    elif isinstance(block, TextBlock) and isinstance(fit, tuple):
        yield from _of_text(block, box, fit, font)


def _of_table(block: TableBlock, box: Box, fit: TableFit) -> Iterator[Misfit]:
    if sum(fit.widths) > box.width:
        yield Misfit("Tabellen är för bred. Ta bort kolumner, eller dela den på två bilder.", "DB613")
    if fit.height > box.height:
        longest = max(block.rows, key=lambda row: max(len(cell.text) for cell in row.cells))
        what = f"Raden '{longest.cells[0].text[:30]}' är för hög för en bild."
        yield Misfit(f"{what} Korta texten i den.", "DB614")


def _of_drawing(block: DrawingBlock, fit: DrawingFit) -> Iterator[Misfit]:
    if fit.too_long:
        found = next(shape for shape in block.shapes if shape.name == fit.too_long[0])
        begins = " ".join(paragraph.text for paragraph in found.text)[:30]
        what = f"Texten som börjar '{begins}' får inte plats i sin ruta."
        yield Misfit(f"{what} Korta den, eller ta bort rutor.", "DB615")


def _of_picture(block: PictureBlock, box: Box) -> Iterator[Misfit]:
    across, down = block.pixels
    least = picture.least_width(box, block.pixels)
    if across < least:
        size = f"{across} × {down}"
        what = f"Bilden är bara {size} bildpunkter och blir suddig."
        yield Misfit(f"{what} Använd en som är minst {least} bred.", "DB616")


def _of_text(block: TextBlock, box: Box, fit: tuple[float, ...], font: Font) -> Iterator[Misfit]:
    """Tell of a single paragraph that is higher than its box: several have gone on over slides."""
    sizes = tuple(size or own for size, own in zip(fit, box.sizes, strict=True))
    if len(block.paragraphs) == 1 and texts.height(block.paragraphs, sizes, box.width, font) > box.height:
        begins = block.paragraphs[0].text[:30]
        yield Misfit(f"Texten som börjar '{begins}' är för lång för sin ruta. Korta den.", "DB617")
