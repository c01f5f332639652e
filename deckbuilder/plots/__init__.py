"""Pictures of figures, for what PowerPoint has no chart of. One file per kind of plot; matplotlib draws them."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec

from deckbuilder.kinds import kind

Colour = tuple[float, float, float]
"""Red, green and blue from 0 to 1."""


@dataclass(frozen=True)
class Theme:
    """How a layout's pictures look: fonts by preference, colours by what they are for, text size in points."""

    fonts: tuple[str, ...]
    text: Colour
    muted: Colour
    rule: Colour
    paper: Colour
    main: Colour
    deep: Colour
    highlight: Colour
    size: int = 14


def is_available() -> bool:
    """Tell whether the library that draws is installed."""
    return find_spec("matplotlib") is not None


def draw(name: str, data: object, theme: Theme, inches: tuple[float, float]) -> bytes:
    """Return a PNG of a kind of plot, sharp at `inches` across and down, with a transparent background."""
    content: bytes = kind(__name__, name).draw(data, theme, inches)
    return content
