"""The plots of a native chart: bars and lines, on the first or the second axes, each group of series in one element."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuilder.render.axes import CATEGORIES, SECOND_CATEGORIES, SECOND_VALUES, VALUES, is_lying
from deckbuilder.render.labels import last_known
from deckbuilder.render.series import bar_series, is_bar, line_series, shows, target_series
from deckbuilder.render.xml import POINT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deckbuilder.page import ChartBlock, Series
    from deckbuilder.render.scale import Scale
    from deckbuilder.render.series import Pen

_GROUPING = {"stacked": "stacked", "share": "percentStacked"}


def plots(pen: Pen, offsets: Mapping[int, float]) -> str:
    """Return the plots in the order in which they lie over each other: bars, then lines, the target last.

    `offsets` are how far down the labels at lines' ends are moved, by the number of the series.
    """
    block = pen.block
    bars = [number for number, series in enumerate(block.series) if is_bar(block, series)]
    xml = _bars(pen, bars) if bars else ""
    for second in (False, True):
        lines = [n for n, one in enumerate(block.series) if not is_bar(block, one) and one.second == second]
        inner = "".join(line_series(pen, number, offsets.get(number, 0)) for number in lines)
        if block.target is not None and not second:
            inner += target_series(pen, labelled=not bars)
        xml += _lines(inner, second=second) if inner else ""
    return xml


def _bars(pen: Pen, members: Sequence[int]) -> str:
    block = pen.block
    overlap = 100 if block.kind in _GROUPING else -5
    gap = 40 if len(block.categories) > 12 or len(members) > 1 else 60
    series = "".join(bar_series(pen, number) for number in members)
    return (
        f'<c:barChart><c:barDir val="{"bar" if is_lying(block) else "col"}"/>'
        f'<c:grouping val="{_GROUPING.get(block.kind, "clustered")}"/><c:varyColors val="0"/>{series}'
        f'<c:gapWidth val="{gap}"/><c:overlap val="{overlap}"/>{_axes(second=False)}</c:barChart>'
    )


def _lines(series: str, *, second: bool) -> str:
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/>'
        f"{_axes(second=second)}</c:lineChart>"
    )


def _axes(*, second: bool) -> str:
    ids = (SECOND_CATEGORIES, SECOND_VALUES) if second else (CATEGORIES, VALUES)
    return "".join(f'<c:axId val="{number}"/>' for number in ids)


def end_offsets(pen: Pen, scales: Mapping[bool, Scale], plot: tuple[float, float], height: int) -> dict[int, float]:
    """Return how far to move each line's end label down, as shares of the height, so that none overlaps another.

    `scales` are the axes' by whether they are the second; `plot` the top and height of the plot as shares.
    """
    block, (top, tall) = pen.block, plot
    ends = [(top + tall * (1 - _share(block, n, scales)), n) for n, s in enumerate(block.series) if _has_end(block, s)]
    if block.target is not None:
        ends.append((top + tall * (1 - scales[False].share(block.target)), len(block.series)))
    names = len(block.series) > 1 or block.target is not None
    room = (2.5 if names else 1.3) * pen.size * POINT / height
    places: dict[int, float] = {}
    free = 0.0
    for place, number in sorted(ends):
        places[number] = max(place, free)
        free = places[number] + room
    excess = max(free - room / 2 - 1, 0)
    return {number: places[number] - place - excess for place, number in ends}


def _share(block: ChartBlock, number: int, scales: Mapping[bool, Scale]) -> float:
    series = block.series[number]
    axis = scales[series.second]
    last = series.values[last_known(series)]
    return axis.share(axis.low if last is None else last)


def _has_end(block: ChartBlock, series: Series) -> bool:
    return not is_bar(block, series) and not series.texts and shows(block, series) != "none"
