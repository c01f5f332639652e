"""Two charts of the same categories and the same scale, one over or beside the other: where each is drawn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.page import Area, ChartBlock

_GAP = 0.03
_TITLE = 0.1
_LEAST = 0.16  # of what the plots share, for the smaller one
_OWN = 0.4
_LABEL_DOWN, _NAMES_DOWN = 0.065, 0.11
_LABEL_ACROSS, _FEWEST, _MOST, _SIGN = 0.065, 0.11, 0.3, 0.0085


@dataclass(frozen=True)
class _Panel:
    """The ends of a chart's values, and the room before and after its plot along them, as shares of the place.

    `below` is the room for labels of negative values, within the plot, since names stand at its edge.
    """

    ends: tuple[Decimal, Decimal]
    before: float
    after: float
    below: float = 0

    @property
    def span(self) -> float:
        """How much the chart's axis holds."""
        return float(self.ends[1] - self.ends[0])


def over_each_other(first: ChartBlock, second: ChartBlock, *, same_scale: bool) -> tuple[ChartBlock, ChartBlock]:
    """Return charts of columns, the names of the categories between them."""
    upper, lower = _ends(first), _ends(second)
    panels = (
        _Panel(upper, _TITLE + _LABEL_DOWN, _NAMES_DOWN, _below(upper, _LABEL_DOWN)),
        _Panel(lower, _TITLE + _LABEL_DOWN, 0.01, _below(lower, _LABEL_DOWN)),
    )
    placed, start = [], 0.0
    for block, (panel, plot) in zip((first, second), _shared(panels, same_scale=same_scale), strict=True):
        tall = panel.before + plot + panel.after
        frame = (0.0, panel.before / tall, 1.0, plot / tall)
        placed.append(_placed(block, panel, (0, start, 1, tall), frame))
        start += tall + _GAP
    return placed[0], replace(placed[1], names=False)


def beside_each_other(first: ChartBlock, second: ChartBlock, *, same_scale: bool) -> tuple[ChartBlock, ChartBlock]:
    """Return charts of bars, the names of the categories at the left of the first one."""
    left, right = _ends(first), _ends(second)
    names = min(max(max(map(len, first.categories)) * _SIGN, _FEWEST), _MOST)
    panels = (
        _Panel(left, names, _LABEL_ACROSS, _below(left, _LABEL_ACROSS)),
        _Panel(right, 0.01, _LABEL_ACROSS, _below(right, _LABEL_ACROSS)),
    )
    placed, start = [], 0.0
    for block, (panel, plot) in zip((first, second), _shared(panels, same_scale=same_scale), strict=True):
        wide = panel.before + plot + panel.after
        frame = (panel.before / wide, _TITLE, plot / wide, 1 - _TITLE)
        placed.append(_placed(block, panel, (start, 0, wide, 1), frame))
        start += wide + _GAP
    return placed[0], replace(placed[1], names=False)


def _placed(block: ChartBlock, panel: _Panel, area: Area, frame: Area) -> ChartBlock:
    return replace(block, area=area, frame=frame, ends=panel.ends, legend=False)


def _ends(block: ChartBlock) -> tuple[Decimal, Decimal]:
    """Return the least and the greatest of the values and zero."""
    values = [value for series in block.series for value in series.values if value is not None]
    low, high = min((*values, Decimal(0))), max((*values, Decimal(0)))
    return (low, high) if high > low else (Decimal(0), Decimal(1))


def _below(ends: tuple[Decimal, Decimal], room: float) -> float:
    return room if ends[0] < 0 else 0


def _shared(panels: Sequence[_Panel], *, same_scale: bool) -> list[tuple[_Panel, float]]:
    """Return how much of the place each plot gets: by what it holds, so that a unit is as long in both.

    One that holds little gets air, so that its bars stay as short as they are. Without a same scale each is filled.
    """
    first, second = panels
    free = 1 - _GAP - sum(panel.before + panel.after + panel.below for panel in panels)
    share = _OWN if not same_scale else max(second.span / (first.span + second.span), _LEAST)
    plots = (free * (1 - share), free * share)
    if same_scale:
        second = _held(second, plots[1] * first.span / plots[0])
    return [_with_room_below(panel, plot) for panel, plot in zip((first, second), plots, strict=True)]


def _held(panel: _Panel, span: float) -> _Panel:
    """Return the panel with ends further apart, on the sides where there are values."""
    low, high = panel.ends
    air = max(Decimal(str(span)) - (high - low), Decimal(0))
    down = air if high == 0 else Decimal(0) if low == 0 else air / 2
    return replace(panel, ends=(low - down, high + air - down))


def _with_room_below(panel: _Panel, plot: float) -> tuple[_Panel, float]:
    """Return the panel and its plot, both longer by the room for the labels of negative values."""
    low, high = panel.ends
    down = Decimal(str(panel.span * panel.below / plot))
    return replace(panel, ends=(low - down, high)), plot + panel.below
