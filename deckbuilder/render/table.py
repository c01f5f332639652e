"""Native tables, written as one string: header flagged, thin rules, numbers to the right, totals bold."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from deckbuilder.render.colours import ink_on, words
from deckbuilder.render.table_fit import TableFit, has_groups
from deckbuilder.render.table_widths import LARGE_SHAPE, MARK, SIDE, gap, indent
from deckbuilder.render.text import run, tone_colour
from deckbuilder.render.xml import line, solid
from deckbuilder.value import SHAPES, Level

if TYPE_CHECKING:
    from deckbuilder.page import TableBlock, TableCell, TableRow
    from deckbuilder.render.layout import Layout
    from deckbuilder.spec.layout import Colours

_NO_GRID = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_GLYPH_FONT = "Arial"  # has ● ▲ ■ ► and arrows; a font that lacks them would be swapped for a higher one
_ALIGN = {"left": "l", "right": "r", "center": "ctr"}


def table_graphic(block: TableBlock, fitted: TableFit, layout: Layout) -> str:
    """Return `a:graphicData` with the table."""
    grid = "".join(f'<a:gridCol w="{width}"/>' for width in fitted.widths)
    rows = _header_rows(block, fitted, layout.colours)
    writer = _Rows(block, fitted, layout)
    for row, height in zip(block.rows, fitted.row_heights, strict=True):
        rows.append(f'<a:tr h="{height}">{writer.cells(row)}</a:tr>')
    return (
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl>'
        f'<a:tblPr firstRow="1" firstCol="1"><a:tableStyleId>{_NO_GRID}</a:tableStyleId></a:tblPr>'
        f"<a:tblGrid>{grid}</a:tblGrid>{''.join(rows)}</a:tbl></a:graphicData>"
    )


def _header_rows(block: TableBlock, fitted: TableFit, colours: Colours) -> list[str]:
    rows = []
    if has_groups(block):
        cells = ""
        for group, members in groupby(block.columns, key=lambda column: column.group):
            count = len(list(members))
            content = _bold(group, fitted, colours) if group else ""
            rule = _rule("B", colours.rule, 1) if group else ""
            cells += _spanning(content, "center" if group else "left", rule, count, fitted)
        rows.append(f'<a:tr h="{fitted.header_heights[0]}">{cells}</a:tr>')
    rule = _rule("B", colours.text, 1.5)
    cells = "".join(
        _cell(
            _bold(c.header, fitted, colours),
            c.align,
            rule,
            fitted,
            anchor="b",
            left=_left(number, block),
            right=_right(number, block),
        )
        for number, c in enumerate(block.columns)
    )
    rows.append(f'<a:tr h="{fitted.header_heights[-1]}">{cells}</a:tr>')
    return rows


def _spanning(content: str, align: str, rule: str, count: int, fitted: TableFit, *, left: int = SIDE) -> str:
    """Return a cell over `count` columns."""
    span = f' gridSpan="{count}"' if count > 1 else ""
    anchor = "ctr" if align == "center" or not content else "b"
    first = _cell(content, align, rule, fitted, span=span, anchor=anchor, left=left)
    return first + _cell("", "left", rule, fitted, span=' hMerge="1"') * (count - 1)


def _bold(text: str, fitted: TableFit, colours: Colours) -> str:
    return run(text, size=fitted.size, bold=True, colour=colours.text) if text else ""


@dataclass(frozen=True)
class _Rows:
    """Writes the cells of a table's rows."""

    block: TableBlock
    fitted: TableFit
    layout: Layout

    def cells(self, row: TableRow) -> str:
        if row.kind == "group":
            colours = self.layout.colours
            heading = _bold(row.cells[0].text, self.fitted, colours)
            return _spanning(heading, "left", _rule("B", colours.rule, 0.5), len(row.cells), self.fitted, left=0)
        return "".join(self._cell(cell, row, number) for number, cell in enumerate(row.cells))

    def _cell(self, cell: TableCell, row: TableRow, number: int) -> str:
        return _cell(
            self._content(cell, row, number),
            self.block.columns[number].align,
            self._rules(cell, row),
            self.fitted,
            left=_left(number, self.block) + indent(row, number),
            right=_right(number, self.block),
            fill=solid(words(cell.fill, self.layout.colours)) if cell.fill else "",
        )

    def _content(self, cell: TableCell, row: TableRow, number: int) -> str:
        size, colours = self.fitted.size, self.layout.colours
        if cell.level:
            return _status(cell, cell.level, size, colours)
        colour = tone_colour(cell.tone, colours) or colours.text
        colour = ink_on(cell.fill, self.layout) if cell.fill else colour
        text = run(cell.text, size=size, bold=row.is_bold, colour=colour) if cell.text else ""
        if row.strong and not number:
            return run(f"{MARK} ", size=size, colour=colours.highlight, font=_GLYPH_FONT) + text
        return text

    def _rules(self, cell: TableCell, row: TableRow) -> str:
        colours = self.layout.colours
        if cell.fill:
            return "".join(_rule(side, colours.paper, 0.75) for side in ("L", "R", "T", "B"))
        if row.kind == "total":
            return _rule("T", colours.text, 1.25) + _rule("B", colours.text, 1.25)
        return _rule("B", colours.rule, 0.5)


def _right(number: int, block: TableBlock) -> int:
    """Set the last column of numbers flush with the rules, unless its cells are filled."""
    is_last = number == len(block.columns) - 1 and block.columns[number].align == "right"
    return 0 if is_last and not any(row.cells[number].fill for row in block.rows) else SIDE


def _left(number: int, block: TableBlock) -> int:
    """Set the first column flush with the title above it."""
    return SIDE + gap(block, number) if number else 0


def _status(cell: TableCell, level: Level, size: int, colours: Colours) -> str:
    shades = {Level.ON_PLAN: colours.on_plan, Level.PARTLY: colours.partly, Level.OFF_PLAN: colours.off_plan}
    large = size if cell.text else round(size * LARGE_SHAPE)
    glyph = run(SHAPES[level], size=large, bold=True, colour=shades[level], font=_GLYPH_FONT)
    is_on_plan = level is Level.ON_PLAN
    ink = colours.muted if is_on_plan else colours.text
    text = run(f" {cell.text}", size=size, bold=not is_on_plan, colour=ink) if cell.text else ""
    arrow = run(f" {cell.trend}", size=size, colour=colours.text, font=_GLYPH_FONT) if cell.trend else ""
    return glyph + text + arrow


def _rule(side: str, colour: str, points: float) -> str:
    return line(colour, points).replace("<a:ln ", f"<a:ln{side} ").replace("</a:ln>", f"</a:ln{side}>")


def _cell(  # noqa: PLR0913 -- a cell has this many properties
    content: str,
    align: str,
    rules: str,
    fitted: TableFit,
    *,
    span: str = "",
    anchor: str = "ctr",
    left: int = SIDE,
    right: int = SIDE,
    fill: str = "",
) -> str:
    end = f'<a:endParaRPr lang="sv-SE" sz="{fitted.size * 100}" dirty="0"/>' if not content else ""
    return (
        f'<a:tc{span}><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn="{_ALIGN[align]}"/>{content}{end}</a:p>'
        "</a:txBody>"
        f'<a:tcPr marL="{left}" marR="{right}" marT="{fitted.padding}" marB="{fitted.padding}" anchor="{anchor}">'
        f"{rules}{fill or '<a:noFill/>'}</a:tcPr></a:tc>"
    )
