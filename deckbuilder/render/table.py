"""Native tables, written as one string: header flagged, thin rules, numbers to the right, totals bold."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from deckbuilder.page import TableBlock, TableCell, TableRow
from deckbuilder.render.text import run, tone_colour
from deckbuilder.render.xml import POINT, line
from deckbuilder.value import Level

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.render.layout import Box, Layout
    from deckbuilder.render.metrics import Font
    from deckbuilder.spec.layout import Colours

GLYPHS = {Level.ON_PLAN: "●", Level.PARTLY: "▲", Level.OFF_PLAN: "■"}
_NO_GRID = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_SIDE = 6 * POINT
_EDGE = 3 * POINT
_SLACK = POINT
_TIGHT = round(1.4 * POINT)
_INDENT = 14 * POINT
_ALIGN = {"left": "l", "right": "r", "center": "ctr"}


@dataclass(frozen=True)
class TableFit:
    """How a table fits its box: text size, column widths and row heights in EMU, and how many rows go on a slide."""

    size: int
    widths: tuple[int, ...]
    header_heights: tuple[int, ...]
    row_heights: tuple[int, ...]
    rows_on_first: int

    @property
    def height(self) -> int:
        """The table's height in EMU."""
        return sum(self.header_heights) + sum(self.row_heights)


def fit(block: TableBlock, box: Box, layout: Layout, font: Font) -> TableFit:
    """Return the largest size at which the whole table fits, else the smallest and how many rows that takes."""
    result = None
    for size in layout.sizes.table:
        widths = _widths(block, size, box.width, font)
        headers = _header_heights(block, size, widths, font)
        needed = [_row_height(row, size, widths, font, block) for row in block.rows]
        room = box.height - sum(headers)
        count = _that_fit(needed, room)
        result = TableFit(size, widths, headers, _comfortable(needed, room, size, font), count)
        if count == len(needed) and sum(widths) <= box.width:
            return result
    if result is None:  # pragma: no cover -- the layout's model asks for at least one size
        raise AssertionError
    return result


def _that_fit(heights: Sequence[int], room: int) -> int:
    used = 0
    for number, height in enumerate(heights):
        used += height
        if used > room:
            return max(number, 1)
    return len(heights)


def _comfortable(needed: Sequence[int], room: int, size: int, font: Font) -> tuple[int, ...]:
    """Share the room that is left over, up to a row height that still reads as one table."""
    if not needed or sum(needed) >= room:
        return tuple(needed)
    extra = min((room - sum(needed)) // len(needed), round(font.line_height(size) * 0.55))
    return tuple(height + extra for height in needed)


def _natural(block: TableBlock, number: int, size: int, font: Font) -> int:
    cells = [
        font.width(_text(row.cells[number]), size, bold=row.kind != "row")
        + (_INDENT if row.indent and not number else 0)
        for row in block.rows
    ]
    return max(cells, default=0) + 2 * _SIDE


def _widths(block: TableBlock, size: int, width: int, font: Font) -> tuple[int, ...]:
    """Return column widths: numbers as wide as they need, texts share the rest, extra room spread over all."""
    natural = [_natural(block, number, size, font) for number in range(len(block.columns))]
    words = [max(font.width(word, size, bold=True) for word in c.header.split(" ")) + 2 * _SIDE for c in block.columns]
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
        wanted = font.width(column.header, size, bold=True) + 2 * _SIDE + _SLACK
        if result[number] < wanted and sum(result) - result[number] + wanted <= width:
            result[number] = wanted
    return result


def _wide_enough_for_groups(block: TableBlock, widths: list[int], size: int, font: Font) -> list[int]:
    result = list(widths)
    for group, members in groupby(range(len(block.columns)), key=lambda number: block.columns[number].group):
        numbers = list(members)
        lacking = font.width(group, size, bold=True) + 2 * _SIDE - sum(result[number] for number in numbers)
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
        font.lines(column.header, size, width - 2 * _SIDE, bold=True)
        for column, width in zip(block.columns, widths, strict=True)
    )
    header = lines * font.line_height(size) + 2 * _EDGE
    return (font.line_height(size) + 2 * _EDGE, header) if _has_groups(block) else (header,)


def _row_height(row: TableRow, size: int, widths: Sequence[int], font: Font, block: TableBlock) -> int:
    lines = 1
    for number, (cell, width) in enumerate(zip(row.cells, widths, strict=True)):
        if block.columns[number].align == "left":
            room = width - 2 * _SIDE - (_INDENT if row.indent and not number else 0)
            lines = max(lines, font.lines(_text(cell), size, room, bold=row.kind != "row"))
    return lines * font.line_height(size) + 2 * _TIGHT


def _has_groups(block: TableBlock) -> bool:
    return any(column.group for column in block.columns)


def _text(cell: TableCell) -> str:
    glyph = f"{GLYPHS[cell.level]} " if cell.level else ""
    arrow = f" {cell.trend}" if cell.trend else ""
    return f"{glyph}{cell.text}{arrow}"


def table_graphic(block: TableBlock, fitted: TableFit, colours: Colours) -> str:
    """Return `a:graphicData` with the table."""
    grid = "".join(f'<a:gridCol w="{width}"/>' for width in fitted.widths)
    rows = _header_rows(block, fitted, colours)
    for row, height in zip(block.rows, fitted.row_heights, strict=True):
        cells = "".join(
            _body_cell(cell, row, number, block, fitted.size, colours) for number, cell in enumerate(row.cells)
        )
        rows.append(f'<a:tr h="{height}">{cells}</a:tr>')
    return (
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl>'
        f'<a:tblPr firstRow="1"><a:tableStyleId>{_NO_GRID}</a:tableStyleId></a:tblPr>'
        f"<a:tblGrid>{grid}</a:tblGrid>{''.join(rows)}</a:tbl></a:graphicData>"
    )


def _header_rows(block: TableBlock, fitted: TableFit, colours: Colours) -> list[str]:
    rows = []
    if _has_groups(block):
        cells = ""
        for group, members in groupby(block.columns, key=lambda column: column.group):
            count = len(list(members))
            content = _bold(group, fitted, colours) if group else ""
            rule = _rule("B", colours.rule, 1) if group else ""
            span = f' gridSpan="{count}"' if count > 1 else ""
            cells += _cell(content, "center" if group else "left", rule, span, fitted.size)
            cells += _cell("", "left", rule, ' hMerge="1"', fitted.size) * (count - 1)
        rows.append(f'<a:tr h="{fitted.header_heights[0]}">{cells}</a:tr>')
    rule = _rule("B", colours.text, 1.5)
    cells = "".join(
        _cell(
            run(c.header, size=fitted.size, bold=True, colour=colours.text), c.align, rule, "", fitted.size, anchor="b"
        )
        for c in block.columns
    )
    rows.append(f'<a:tr h="{fitted.header_heights[-1]}">{cells}</a:tr>')
    return rows


def _bold(words: str, fitted: TableFit, colours: Colours) -> str:
    return run(words, size=fitted.size, bold=True, colour=colours.text) if words else ""


def _body_cell(cell: TableCell, row: TableRow, number: int, block: TableBlock, size: int, colours: Colours) -> str:
    bold = row.kind != "row"
    colour = tone_colour(cell.tone, colours) or colours.text
    content = run(_text(cell), size=size, bold=bold, colour=colour) if not cell.level else _status(cell, size, colours)
    rule = _rule("T", colours.text, 1.25) if row.kind == "total" else ""
    rule += _rule("B", colours.text if row.kind == "total" else colours.rule, 1.25 if row.kind == "total" else 0.5)
    left = _left(number) + (_INDENT if row.indent and number == 0 else 0)
    return _cell(content, block.columns[number].align, rule, "", size, left=left)


def _left(number: int) -> int:
    """Set the first column flush with the title above it."""
    return _SIDE if number else 0


def _status(cell: TableCell, size: int, colours: Colours) -> str:
    shades = {Level.ON_PLAN: colours.on_plan, Level.PARTLY: colours.partly, Level.OFF_PLAN: colours.off_plan}
    level = cell.level or Level.ON_PLAN
    glyph = run(GLYPHS[level], size=size, bold=True, colour=shades[level])
    arrow = f" {cell.trend}" if cell.trend else ""
    return glyph + run(f" {cell.text}{arrow}", size=size, colour=colours.text)


def _rule(side: str, colour: str, points: float) -> str:
    return line(colour, points).replace("<a:ln ", f"<a:ln{side} ").replace("</a:ln>", f"</a:ln{side}>")


def _cell(  # noqa: PLR0913 -- a cell has this many properties
    content: str, align: str, rules: str, span: str, size: int, *, anchor: str = "ctr", left: int = _SIDE
) -> str:
    end = f'<a:endParaRPr lang="sv-SE" sz="{size * 100}" dirty="0"/>' if not content else ""
    return (
        f'<a:tc{span}><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn="{_ALIGN[align]}"/>{content}{end}</a:p></a:txBody>'
        f'<a:tcPr marL="{left}" marR="{_SIDE}" marT="{_TIGHT}" marB="{_TIGHT}" anchor="{anchor}">'
        f"{rules}<a:noFill/></a:tcPr></a:tc>"
    )
