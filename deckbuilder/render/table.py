"""Native tables, written as one string: header flagged, thin rules, numbers to the right, totals bold."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from deckbuilder.render.table_fit import GLYPHS, INDENT, SIDE, TIGHT, TableFit, cell_text, has_groups
from deckbuilder.render.text import run, tone_colour
from deckbuilder.render.xml import line
from deckbuilder.value import Level

if TYPE_CHECKING:
    from deckbuilder.page import TableBlock, TableCell, TableRow
    from deckbuilder.spec.layout import Colours

_NO_GRID = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_GLYPH_FONT = "Arial"  # has ● ▲ ■ and arrows; a font that lacks them would be swapped for a higher one
_ALIGN = {"left": "l", "right": "r", "center": "ctr"}


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
            span = f' gridSpan="{count}"' if count > 1 else ""
            cells += _cell(content, "center" if group else "left", rule, span, fitted.size)
            cells += _cell("", "left", rule, ' hMerge="1"', fitted.size) * (count - 1)
        rows.append(f'<a:tr h="{fitted.header_heights[0]}">{cells}</a:tr>')
    rule = _rule("B", colours.text, 1.5)
    cells = "".join(
        _cell(
            _bold(c.header, fitted, colours),
            c.align,
            rule,
            "",
            fitted.size,
            anchor="b",
            left=_left(number),
            right=_right(number, block),
        )
        for number, c in enumerate(block.columns)
    )
    rows.append(f'<a:tr h="{fitted.header_heights[-1]}">{cells}</a:tr>')
    return rows


def _bold(words: str, fitted: TableFit, colours: Colours) -> str:
    return run(words, size=fitted.size, bold=True, colour=colours.text) if words else ""


def _body_cell(cell: TableCell, row: TableRow, number: int, block: TableBlock, size: int, colours: Colours) -> str:
    bold = row.kind != "row"
    colour = tone_colour(cell.tone, colours) or colours.text
    content = run(cell_text(cell), size=size, bold=bold, colour=colour)
    if cell.level:
        content = _status(cell, cell.level, size, colours)
    rule = _rule("T", colours.text, 1.25) if row.kind == "total" else ""
    rule += _rule("B", colours.text if row.kind == "total" else colours.rule, 1.25 if row.kind == "total" else 0.5)
    left = _left(number) + (INDENT if row.indent and number == 0 else 0)
    return _cell(content, block.columns[number].align, rule, "", size, left=left, right=_right(number, block))


def _right(number: int, block: TableBlock) -> int:
    """Set the last column of numbers flush with the rules."""
    return 0 if number == len(block.columns) - 1 and block.columns[number].align == "right" else SIDE


def _left(number: int) -> int:
    """Set the first column flush with the title above it."""
    return SIDE if number else 0


def _status(cell: TableCell, level: Level, size: int, colours: Colours) -> str:
    shades = {Level.ON_PLAN: colours.on_plan, Level.PARTLY: colours.partly, Level.OFF_PLAN: colours.off_plan}
    glyph = run(GLYPHS[level], size=size, bold=True, colour=shades[level], font=_GLYPH_FONT)
    is_on_plan = level is Level.ON_PLAN
    text = run(f" {cell.text}", size=size, bold=not is_on_plan, colour=colours.muted if is_on_plan else colours.text)
    arrow = run(f" {cell.trend}", size=size, colour=colours.text, font=_GLYPH_FONT) if cell.trend else ""
    return glyph + text + arrow


def _rule(side: str, colour: str, points: float) -> str:
    return line(colour, points).replace("<a:ln ", f"<a:ln{side} ").replace("</a:ln>", f"</a:ln{side}>")


def _cell(  # noqa: PLR0913 -- a cell has this many properties
    content: str,
    align: str,
    rules: str,
    span: str,
    size: int,
    *,
    anchor: str = "ctr",
    left: int = SIDE,
    right: int = SIDE,
) -> str:
    end = f'<a:endParaRPr lang="sv-SE" sz="{size * 100}" dirty="0"/>' if not content else ""
    return (
        f'<a:tc{span}><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn="{_ALIGN[align]}"/>{content}{end}</a:p>'
        "</a:txBody>"
        f'<a:tcPr marL="{left}" marR="{right}" marT="{TIGHT}" marB="{TIGHT}" anchor="{anchor}">'
        f"{rules}<a:noFill/></a:tcPr></a:tc>"
    )
