"""Makes pages fit the layout: the size at which text and tables fit, and continuation slides where none does."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from deckbuilder.page import DrawingBlock, Page, Paragraph, TableBlock, TextBlock
from deckbuilder.render import drawing as drawings
from deckbuilder.render import table_fit as tables
from deckbuilder.render import text as texts
from deckbuilder.render.metrics import font as title_font
from deckbuilder.render.misfit import Misfit
from deckbuilder.render.overflow import too_much

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deckbuilder.page import Block
    from deckbuilder.render.layout import Box, Layout
    from deckbuilder.render.metrics import Font

Fit = tables.TableFit | drawings.DrawingFit | tuple[float, ...] | None
Placed = tuple["Block", "Box", Fit]


@dataclass(frozen=True)
class FittedPage:
    """A page that fits its slide: each block with how it fits, the title's size (0: the layout's own)."""

    page: Page
    blocks: tuple[Placed, ...]
    title_size: float
    warnings: tuple[Misfit, ...] = ()
    part: int = 1

    @property
    def slide_id(self) -> str:
        """The id of the slide: the page's, and on slides that go on also which one it is."""
        return self.page.id if self.part == 1 else f"{self.page.id}~{self.part}"


def fitted(page: Page, layout: Layout, font: Font) -> list[FittedPage]:
    """Return the page as one slide, or as several with the same id and `(forts.)` in the titles of the later ones."""
    boxes = layout.roles[page.role].boxes
    split = [_parts(block, _box(block, boxes), layout, font) for block in page.blocks]
    result = []
    for number in range(max(map(len, split), default=1)):
        blocks = [parts[number] for parts in split if number < len(parts)]
        role = page.role
        if number and {block.place for block, _, _ in blocks} == {"body"}:
            role, blocks = "text", [(block, layout.roles["text"].boxes["body"], fit) for block, _, fit in blocks]
        blocks = _again(split, number, blocks) + blocks
        part = replace(page, role=role, title=_title(page.title, number), blocks=tuple(b for b, _, _ in blocks))
        result.append(_with_title(part, blocks, layout, font, number + 1))
    return result


def _box(block: Block, boxes: Mapping[str, Box]) -> Box:
    """Return where a block stands: its placeholder, or the part of one that it asks for."""
    area = None if isinstance(block, TextBlock) else block.area
    return boxes[block.place].part(area) if area else boxes[block.place]


def _again(split: list[list[Placed]], number: int, blocks: list[Placed]) -> list[Placed]:
    """Return what a slide that goes on shows again: headings of columns, and drawings beside a part of a table."""
    if not number:
        return []
    is_beside = any(isinstance(block, TableBlock) and block.area for block, _, _ in blocks)
    firsts = [parts[0] for parts in split]
    return [
        placed
        for placed in firsts
        if placed[0].place.endswith("_title") or (is_beside and isinstance(placed[0], DrawingBlock))
    ]


def _title(title: str, number: int) -> str:
    return (title, f"{title} (forts.)")[number] if number < 2 else f"{title} (forts. {number})"


def _parts(block: Block, box: Box, layout: Layout, font: Font) -> list[Placed]:
    """Return a block in the parts that each fit on a slide."""
    if isinstance(block, TableBlock):
        return [(part, box, fit) for part, fit in _table_parts(block, box, layout, font)]
    if isinstance(block, TextBlock):
        return [(part, box, fit) for part, fit in _text_parts(block, box, layout, font)]
    if isinstance(block, DrawingBlock):
        return [(block, box, drawings.fit(block, box, font))]
    return [(block, box, None)]


def _table_parts(block: TableBlock, box: Box, layout: Layout, font: Font) -> list[tuple[TableBlock, tables.TableFit]]:
    """Return a table that does not fit in parts of about as many rows, all of one size and with the same columns."""
    return list(tables.parts(block, tables.fit(block, box, layout, font)))


def _text_parts(block: TextBlock, box: Box, layout: Layout, font: Font) -> list[tuple[TextBlock, Fit]]:
    """Return a text whole at its own or a smaller size, else in parts of the smallest."""
    sizes = texts.fitting_sizes(block.paragraphs, box, layout.sizes.least_body, font)
    if sizes is not None:
        return [(block, _unless_own(sizes, box))]
    least = tuple(min(layout.sizes.least_body, size) for size in box.sizes)
    parts: list[tuple[TextBlock, Fit]] = []
    rest = block.paragraphs
    while rest:
        cut = _cut(rest, least, box, font)
        parts.append((replace(block, paragraphs=rest[:cut]), _unless_own(least, box)))
        rest = rest[cut:]
    return parts


def _cut(paragraphs: Sequence[Paragraph], sizes: tuple[float, ...], box: Box, font: Font) -> int:
    """Return how many paragraphs stay: as many as fit, but none is parted from its sub-points if that can be helped."""
    count = 1
    while count < len(paragraphs) and texts.height(paragraphs[: count + 1], sizes, box.width, font) <= box.height:
        count += 1
    if count == len(paragraphs):
        return count
    return next((n for n in range(count, 0, -1) if paragraphs[n].level == 0), count)


def _unless_own(sizes: tuple[float, ...], box: Box) -> tuple[float, ...]:
    """Return 0 for sizes that are the placeholder's own, so that the slide keeps following its layout."""
    return (0,) * len(sizes) if sizes == box.sizes else sizes


def _with_title(page: Page, blocks: list[Placed], layout: Layout, font: Font, part: int) -> FittedPage:
    box = layout.roles[page.role].boxes["title"]
    own = box.sizes[0]
    heavy = title_font(layout.title_font)
    size = _title_size(page.title, box, layout.sizes.least_title, heavy)
    warnings = list(too_much(page, blocks, layout, font))
    if not _title_fits(page.title, size, box, heavy):
        warnings.append(Misfit("Rubriken är för lång och får inte plats. Korta den.", "DB610"))
    return FittedPage(page, tuple(blocks), 0 if size == own else size, tuple(warnings), part)


def _title_size(title: str, box: Box, least: int, font: Font) -> float:
    """Return the title's own size, a step less where that saves a second line, or the size at which it fits."""
    own = box.sizes[0]
    if font.lines(title, own, box.width, bold=True) > 1 and font.lines(title, own - 2, box.width, bold=True) == 1:
        return max(own - 2, least)
    size = own
    while size > least and not _title_fits(title, size, box, font):
        size -= 2
    return size


def _title_fits(title: str, size: float, box: Box, font: Font) -> bool:
    return font.lines(title, size, box.width, bold=True) * font.line_height(size) * 0.9 <= box.height * 1.02
