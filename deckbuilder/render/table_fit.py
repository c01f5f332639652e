"""How a table fits its box: text size, row heights and the rows of each slide, from the widths of its words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from deckbuilder.page import TableCell
from deckbuilder.render.table_split import slides
from deckbuilder.render.table_widths import SIDE, SLACK, breaks_words, cell_text, gap, indent, widths
from deckbuilder.render.xml import POINT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckbuilder.page import TableBlock, TableRow
    from deckbuilder.render.layout import Box, Layout
    from deckbuilder.render.metrics import Font

EDGE = 3 * POINT
TIGHT = round(1.4 * POINT)
_TIGHTEST = round(0.3 * POINT)
_GLYPH_EXTRA = round(0.1 * POINT)
_READABLE = 12
_SPARK_LINES = 1.6
_GROUP_LINES = 0.3
_SHAPE_LINES = 1.15


@dataclass(frozen=True)
class TableFit:
    """How a table fits its box: text size, column widths and row heights in EMU, and the rows of each slide.

    `padding` is the room above and below a cell's text; `is_broken` tells that some cell takes several lines.
    """

    size: int
    widths: tuple[int, ...]
    header_heights: tuple[int, ...]
    row_heights: tuple[int, ...]
    slides: tuple[tuple[int, ...], ...]
    is_broken: bool
    breaks_words: bool = False
    padding: int = TIGHT

    @property
    def is_whole(self) -> bool:
        """Whether all rows stand on one slide."""
        return len(self.slides) == 1

    @property
    def height(self) -> int:
        """The table's height in EMU."""
        return sum(self.header_heights) + sum(self.row_heights)


def fit(block: TableBlock, box: Box, layout: Layout, font: Font) -> TableFit:
    """Return the largest size at which the whole table fits, without broken labels if a readable size allows it.

    Rows that are too many at a readable size stand closer. A table that fits at no size goes over several slides,
    at the smallest size that is still easily read.
    """
    fits = []
    for size in layout.sizes.table:
        found = _at_size(size, TIGHT, block, box, font)
        if found.size >= _READABLE and found.is_whole and not found.is_broken and sum(found.widths) <= box.width:
            return found
        fits.append(found)
    narrow = [f for f in fits if sum(f.widths) <= box.width] or fits[-1:]
    narrow = [f for f in narrow if not f.breaks_words] or narrow
    readable = [f for f in narrow if f.size >= _READABLE]
    closer = [_at_size(f.size, _TIGHTEST, block, box, font) for f in readable[-1:]]
    whole = [f for f in (*readable, *closer, *narrow) if f.is_whole]
    return whole[0] if whole else (readable or narrow)[-1]


def parts(block: TableBlock, found: TableFit) -> Iterator[tuple[TableBlock, TableFit]]:
    """Yield the table of each slide: the same columns and size, a group's heading again where its rows go on."""
    seen: set[int] = set()
    for numbers in found.slides:
        rows = tuple(_again(block.rows[number]) if number in seen else block.rows[number] for number in numbers)
        heights = tuple(found.row_heights[number] for number in numbers)
        seen.update(numbers)
        yield replace(block, rows=rows), replace(found, row_heights=heights)


def _again(row: TableRow) -> TableRow:
    first, *rest = row.cells
    return replace(row, cells=(TableCell(f"{first.text} (forts.)"), *rest))


def _at_size(size: int, padding: int, block: TableBlock, box: Box, font: Font) -> TableFit:
    wide = widths(block, size, box.width, font)
    headers = _header_heights(block, size, wide, font)
    lines = [_row_lines(row, size, wide, font, block) for row in block.rows]
    least = _SHAPE_LINES if any(c.level and not c.text for row in block.rows for c in row.cells) else 1
    needed = [
        round(max(_high(row, count, number), least) * font.line_height(size))
        + 2 * padding
        + (_GLYPH_EXTRA * size if any(cell.level for cell in row.cells) else 0)
        for number, (count, row) in enumerate(zip(lines, block.rows, strict=True))
    ]
    room = box.height - sum(headers)
    found = slides(block.rows, needed, room)
    heights = _comfortable(needed, room, size, font) if len(found) == 1 else tuple(needed)
    broken = breaks_words(block, size, wide, font)
    return TableFit(size, wide, headers, heights, found, max(lines, default=1) > 1, broken, padding)


def _high(row: TableRow, lines: int, number: int) -> float:
    """Return a row's height in lines; a line drawn in a cell needs more than one, and a heading air above it."""
    if any(cell.spark for cell in row.cells):
        return max(lines, _SPARK_LINES)
    return lines + _GROUP_LINES if row.kind == "group" and number else lines


def _comfortable(needed: Sequence[int], room: int, size: int, font: Font) -> tuple[int, ...]:
    """Share the room that is left over, up to a row height that still reads as one table."""
    if not needed or sum(needed) >= room:
        return tuple(needed)
    extra = min((room - sum(needed)) // len(needed), round(font.line_height(size) * 0.8))
    return tuple(height + extra for height in needed)


def _header_heights(block: TableBlock, size: int, wide: Sequence[int], font: Font) -> tuple[int, ...]:
    lines = max(
        font.lines(column.header, size, width - 2 * SIDE - gap(block, number), bold=True)
        for number, (column, width) in enumerate(zip(block.columns, wide, strict=True))
    )
    header = lines * font.line_height(size) + 2 * EDGE
    return (font.line_height(size) + 2 * EDGE, header) if has_groups(block) else (header,)


def _row_lines(row: TableRow, size: int, wide: Sequence[int], font: Font, block: TableBlock) -> int:
    if row.kind == "group":
        return font.lines(row.cells[0].text, size, sum(wide) - 2 * SIDE, bold=True)
    lines = 1
    for number, (cell, width) in enumerate(zip(row.cells, wide, strict=True)):
        if block.columns[number].align == "left" and not cell.spark:
            room = width - 2 * SIDE - gap(block, number) - indent(row, number) - SLACK // 2
            bold = row.is_bold or cell.level is not None
            lines = max(lines, font.lines(cell_text(cell), size, room, bold=bold))
    return lines


def has_groups(block: TableBlock) -> bool:
    """Return whether any column stands under a spanning header."""
    return any(column.group for column in block.columns)
