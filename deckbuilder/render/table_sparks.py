"""Small lines over a table's cells: native shapes at the measured places of the cells that hold values to draw."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from deckbuilder.render.geometry import spark_path
from deckbuilder.render.table_widths import SIDE, gap
from deckbuilder.render.xml import POINT, escape, frame, line, solid

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckbuilder.page import TableBlock, TableCell
    from deckbuilder.render.layout import Box, Layout
    from deckbuilder.render.table_fit import TableFit

_AIR = 0.2
_WEIGHT = 1.75
_DOT = 3 * POINT
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


class _Frame(NamedTuple):
    left: int
    top: int
    width: int
    height: int


def sparks(first: int, name: str, block: TableBlock, box: Box, fitted: TableFit, layout: Layout) -> list[str]:
    """Return a `p:sp` per cell with a line, numbered from `first`; its last value has a dot.

    They are decorative to a screen reader: the table's own alternative text tells the trend.
    """
    return [
        _spark(first + number, f"{name}/spark-{number + 1}", cell, place, layout)
        for number, (cell, place) in enumerate(_places(block, box, fitted))
    ]


def _places(block: TableBlock, box: Box, fitted: TableFit) -> Iterator[tuple[TableCell, _Frame]]:
    """Yield the cells with a line, and the frame within each where it is drawn."""
    top = box.top + sum(fitted.header_heights)
    for row, height in zip(block.rows, fitted.row_heights, strict=True):
        left = box.left
        for number, (cell, width) in enumerate(zip(row.cells, fitted.widths, strict=True)):
            if cell.spark:
                before, after, air = SIDE + gap(block, number), SIDE + _DOT, round(height * _AIR)
                yield cell, _Frame(left + before, top + air, width - before - after, height - 2 * air)
            left += width
        top += height


def _spark(number: int, name: str, cell: TableCell, place: _Frame, layout: Layout) -> str:
    colour = layout.colours.actual
    look = solid(colour) + line(colour, _WEIGHT)
    outline = spark_path(cell.spark, place.width, place.height).replace(
        "</a:pathLst>", f"{_dot(cell, place)}</a:pathLst>"
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{escape(name)}" descr="">{_DECORATIVE}</p:cNvPr>'
        f"<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{frame(*place)}{outline}{look}</p:spPr>"
        "</p:sp>"
    )


def _dot(cell: TableCell, place: _Frame) -> str:
    """Return a dot on the last value; nothing when the last value is missing."""
    known = [value for value in cell.spark if value is not None]
    last = cell.spark[-1]
    if last is None:
        return ""
    low, high = min(known), max(known)
    y = place.height // 2 if high == low else round(place.height * float((high - last) / (high - low)))
    x = place.width if len(cell.spark) > 1 else 0
    return (
        f'<a:path w="{place.width}" h="{place.height}"><a:moveTo><a:pt x="{x - _DOT}" y="{y}"/></a:moveTo>'
        f'<a:arcTo wR="{_DOT}" hR="{_DOT}" stAng="10800000" swAng="21600000"/><a:close/></a:path>'
    )
