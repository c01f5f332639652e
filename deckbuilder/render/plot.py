"""Plots: drawn in the layout's own colours and font, as large as their place, and shown as pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuilder.plots import Theme, draw
from deckbuilder.render.colours import rgb
from deckbuilder.render.metrics import alike

if TYPE_CHECKING:
    from deckbuilder.page import PlotBlock
    from deckbuilder.render.layout import Box, Layout

_INCH = 914400


def plot(block: PlotBlock, box: Box, layout: Layout) -> bytes:
    """Return the plot as PNG, in the proportions of its box."""
    return draw(block.kind, block.data, theme(layout), (box.width / _INCH, box.height / _INCH))


def theme(layout: Layout) -> Theme:
    """Return how a layout's plots look."""
    colours = layout.colours
    return Theme(
        fonts=(layout.font, *alike(layout.font)),
        text=rgb(colours.text, layout),
        muted=rgb(colours.muted, layout),
        rule=rgb(colours.rule, layout),
        paper=rgb(colours.paper, layout),
        main=rgb(colours.actual, layout),
        deep=rgb(colours.deep, layout),
        highlight=rgb(colours.highlight, layout),
        size=layout.sizes.chart,
    )
