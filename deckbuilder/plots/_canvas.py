"""The paper that plots are drawn on: the theme's font, no settings of the machine, the same bytes every time."""

from __future__ import annotations

import logging
import warnings
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from matplotlib.figure import Figure

    from deckbuilder.plots import Colour, Theme

DPI = 192
"""Twice what a screen shows, so that the picture is sharp on a projector."""


def drawn(theme: Theme, inches: tuple[float, float], paint: Callable[[Figure], None]) -> bytes:
    """Return what `paint` draws on a figure of the size, as PNG."""
    import matplotlib as mpl  # noqa: PLC0415 -- slow to load, and few reports have plots
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415
    from matplotlib.figure import Figure  # noqa: PLC0415

    logging.getLogger("matplotlib").setLevel(logging.ERROR)  # its notes on fonts are not for staff
    stream = BytesIO()
    with mpl.rc_context(), warnings.catch_warnings(action="ignore"):  # of signs that a font lacks
        mpl.rcdefaults()
        mpl.rcParams["font.family"] = _installed(theme.fonts)
        mpl.rcParams["font.size"] = theme.size
        mpl.rcParams["text.color"] = theme.text
        mpl.rcParams["hatch.linewidth"] = 0.8
        figure = Figure(figsize=inches, dpi=DPI)
        FigureCanvasAgg(figure)
        paint(figure)
        figure.savefig(stream, format="png", transparent=True, metadata={"Software": None})
    return stream.getvalue()


def _installed(fonts: Iterable[str]) -> list[str]:
    """Return those of the fonts that the machine has, and last one that matplotlib brings itself."""
    from matplotlib.font_manager import get_font_names  # noqa: PLC0415 -- slow to load

    have = {name.casefold(): name for name in get_font_names()}
    return [have[font.casefold()] for font in fonts if font.casefold() in have] + ["DejaVu Sans"]


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """Return a colour between two: `share` (0 to 1) of the other."""
    red, green, blue = (a + (b - a) * share for a, b in zip(one, other, strict=True))
    return red, green, blue
