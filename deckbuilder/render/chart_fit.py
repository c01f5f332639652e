"""What in a chart is too long to be read: names of categories and series, measured at the smallest size they get."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuilder.render.axes import is_lying
from deckbuilder.render.misfit import Misfit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckbuilder.page import ChartBlock
    from deckbuilder.render.layout import Box, Layout
    from deckbuilder.render.metrics import Font

_LEAST = 10
_NAMES = 0.4  # of a chart's width, for names to the left of bars or to the right of lines
_LEGEND_ROWS = 2
_KEY = 3  # signs' width of a legend's square and the space after its name


def too_long(block: ChartBlock, box: Box, layout: Layout, font: Font) -> Iterator[Misfit]:
    """Tell of the names that will be broken, cut off or laid over each other."""
    categories = _bar_names(block, box, font) if is_lying(block) else _column_names(block, box, font)
    if categories and block.names:
        what = f"Namnet '{categories[:40]}' får inte plats i diagrammet."
        yield Misfit(f"{what} Korta det, eller visa färre kategorier.", "DB618")
    names = [series.name for series in block.series if series.role != "hidden"]
    if len(names) > 1 and block.legend and not _names_fit(names, block, box, layout.sizes.chart, font):
        longest = max(names, key=len)[:40]
        yield Misfit(f"Seriernas namn får inte plats i diagrammet. Korta '{longest}'.", "DB618")


def _column_names(block: ChartBlock, box: Box, font: Font) -> str:
    """Return the first category with a word that is wider than its slot along the axis; "" when there is none."""
    slot = box.width / max(len(block.categories), 1)
    broken = (c for c in block.categories if any(font.width(word, _LEAST) > slot for word in c.split()))
    return next(broken, "")


def _bar_names(block: ChartBlock, box: Box, font: Font) -> str:
    """Return the first category that takes more lines than the height of its bar allows; "" when there is none."""
    most = max(box.height // max(len(block.categories), 1) // font.line_height(_LEAST), 1)
    room = round(box.width * _NAMES)
    return next((c for c in block.categories if font.lines(c, _LEAST, room) > most), "")


def _names_fit(names: list[str], block: ChartBlock, box: Box, size: int, font: Font) -> bool:
    """Tell whether lines' names fit at their ends, and others' in a legend."""
    if block.kind == "line":
        return max(font.width(name, size, bold=True) for name in names) <= box.width * _NAMES
    wide = sum(font.width(name, size) + _KEY * font.width("m", size) for name in names)
    return wide <= _LEGEND_ROWS * box.width
