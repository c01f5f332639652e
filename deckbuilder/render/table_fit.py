"""How a table fits its box: text size, column widths and row heights, from the widths of its words."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from deckbuilder.render.xml import POINT
from deckbuilder.value import Level

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.page import TableBlock, TableCell, TableRow
    from deckbuilder.render.layout import Box, Layout
    from deckbuilder.render.metrics import Font

GLYPHS = {Level.ON_PLAN: "●", Level.PARTLY: "▲", Level.OFF_PLAN: "■"}
SIDE = 6 * POINT
EDGE = 3 * POINT
TIGHT = round(1.4 * POINT)
INDENT = 14 * POINT
_SLACK = POINT
_GLYPH_EXTRA = round(0.1 * POINT)
_READABLE = 12


@dataclass(frozen=True)
class TableFit:
    """How a table fits its box: text size, column widths and row heights in EMU, and the rows of each slide."""

    size: int
    widths: tuple[int, ...]
    header_heights: tuple[int, ...]
    row_heights: tuple[int, ...]
    rows_by_slide: tuple[int, ...]
    is_broken: bool

    @property
    def is_whole(self) -> bool:
        """Whether all rows stand on one slide."""
        return len(self.rows_by_slide) == 1

    @property
    def height(self) -> int:
        """The table's height in EMU."""
        return sum(self.header_heights) + sum(self.row_heights)


def fit(block: TableBlock, box: Box, layout: Layout, font: Font) -> TableFit:
    """Return the largest size at which the whole table fits, without broken labels if a readable size allows it.

    A table that fits at no size goes over several slides, at the smallest size that is still easily read.
    """
    fits = []
    for size in layout.sizes.table:
        found = _at_size(size, block, box, font)
        if found.size >= _READABLE and found.is_whole and not found.is_broken and sum(found.widths) <= box.width:
            return found
        fits.append(found)
    narrow = [f for f in fits if sum(f.widths) <= box.width] or fits[-1:]
    whole = [f for f in narrow if f.is_whole]
    readable = [f for f in narrow if f.size >= _READABLE]
    return whole[0] if whole else (readable or narrow)[-1]


def _at_size(size: int, block: TableBlock, box: Box, font: Font) -> TableFit:
    widths = _widths(block, size, box.width, font)
    headers = _header_heights(block, size, widths, font)
    lines = [_row_lines(row, size, widths, font, block) for row in block.rows]
    needed = [
        count * font.line_height(size) + 2 * TIGHT + (_GLYPH_EXTRA * size if any(c.level for c in row.cells) else 0)
        for count, row in zip(lines, block.rows, strict=True)
    ]
    room = box.height - sum(headers)
    counts = _rows_by_slide(needed, room)
    heights = _comfortable(needed, room, size, font) if len(counts) == 1 else tuple(needed)
    return TableFit(size, widths, headers, heights, counts, max(lines, default=1) > 1)


def _rows_by_slide(heights: Sequence[int], room: int) -> tuple[int, ...]:
    """Return how many rows go on each slide, shared evenly over as few slides as they need."""
    full = _filled(heights, room, len(heights))
    even = _filled(heights, room, -(-len(heights) // len(full)) if full else 0)
    return even if len(even) == len(full) else full


def _filled(heights: Sequence[int], room: int, most: int) -> tuple[int, ...]:
    """Return rows by slide when each takes as many as there is room for, but no more than `most`."""
    counts: list[int] = []
    used = 0
    for height in heights:
        if not counts or used + height > room or counts[-1] >= most:
            counts.append(0)
            used = 0
        counts[-1] += 1
        used += height
    return tuple(counts) or (0,)


def _comfortable(needed: Sequence[int], room: int, size: int, font: Font) -> tuple[int, ...]:
    """Share the room that is left over, up to a row height that still reads as one table."""
    if not needed or sum(needed) >= room:
        return tuple(needed)
    extra = min((room - sum(needed)) // len(needed), round(font.line_height(size) * 0.8))
    return tuple(height + extra for height in needed)


def _natural(block: TableBlock, number: int, size: int, font: Font) -> int:
    cells = [
        font.width(cell_text(row.cells[number]), size, bold=row.kind != "row")
        + (INDENT if row.indent and not number else 0)
        for row in block.rows
    ]
    return max(cells, default=0) + 2 * SIDE


def _widths(block: TableBlock, size: int, width: int, font: Font) -> tuple[int, ...]:
    """Return column widths: numbers as wide as they need, texts share the rest, extra room spread over all."""
    natural = [_natural(block, number, size, font) for number in range(len(block.columns))]
    words = [max(font.width(word, size, bold=True) for word in c.header.split(" ")) + 2 * SIDE for c in block.columns]
    least = [max(pair) for pair in zip(natural, words, strict=True)]
    least = _wide_enough_for_groups(block, least, size, font)
    texts = [number for number, column in enumerate(block.columns) if column.align == "left"]
    over = sum(least) - width
    if over > 0 and texts:
        wide = sum(least[number] for number in texts)
        floor = {number: max(words[number], least[number] // 3) for number in texts}
        for number in texts:
            least[number] = max(least[number] - over * least[number] // wide, floor[number])
    elif over < 0:
        least = _unwrapped_headers(block, least, width, size, font)
        least = _spread(least, width - sum(least), size, font)
    return tuple(least)


def _unwrapped_headers(block: TableBlock, widths: list[int], width: int, size: int, font: Font) -> list[int]:
    """Widen columns whose header would take two lines, as long as there is room."""
    result = list(widths)
    for number, column in enumerate(block.columns):
        wanted = font.width(column.header, size, bold=True) + 2 * SIDE + _SLACK
        if result[number] < wanted and sum(result) - result[number] + wanted <= width:
            result[number] = wanted
    return result


def _wide_enough_for_groups(block: TableBlock, widths: list[int], size: int, font: Font) -> list[int]:
    result = list(widths)
    for group, members in groupby(range(len(block.columns)), key=lambda number: block.columns[number].group):
        numbers = list(members)
        lacking = font.width(group, size, bold=True) + 2 * SIDE - sum(result[number] for number in numbers)
        if group and lacking > 0:
            for number in numbers:
                result[number] += -(-lacking // len(numbers))
    return result


def _spread(widths: list[int], extra: int, size: int, font: Font) -> list[int]:
    """Spread extra room evenly, but no more than keeps a row readable across."""
    most = font.width("0" * 11, size)
    each = min(extra // len(widths), most)
    return [width + each for width in widths]


def _header_heights(block: TableBlock, size: int, widths: Sequence[int], font: Font) -> tuple[int, ...]:
    lines = max(
        font.lines(column.header, size, width - 2 * SIDE, bold=True)
        for column, width in zip(block.columns, widths, strict=True)
    )
    header = lines * font.line_height(size) + 2 * EDGE
    return (font.line_height(size) + 2 * EDGE, header) if has_groups(block) else (header,)


def _row_lines(row: TableRow, size: int, widths: Sequence[int], font: Font, block: TableBlock) -> int:
    lines = 1
    for number, (cell, width) in enumerate(zip(row.cells, widths, strict=True)):
        if block.columns[number].align == "left":
            room = width - 2 * SIDE - (INDENT if row.indent and not number else 0)
            lines = max(lines, font.lines(cell_text(cell), size, room, bold=row.kind != "row"))
    return lines


def has_groups(block: TableBlock) -> bool:
    """Return whether any column stands under a spanning header."""
    return any(column.group for column in block.columns)


def cell_text(cell: TableCell) -> str:
    """Return all that a cell shows: the status's shape, the text, the arrow."""
    glyph = f"{GLYPHS[cell.level]} " if cell.level else ""
    arrow = f" {cell.trend}" if cell.trend else ""
    return f"{glyph}{cell.text}{arrow}"
