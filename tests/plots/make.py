"""A theme to draw in, and the pictures that come out."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from PIL import Image

from deckbuilder.plots import Theme, draw

if TYPE_CHECKING:
    from deckbuilder.plots import Colour

INCHES = (8.0, 4.0)
THEME = Theme(
    fonts=("Saknat Teckensnitt", "DejaVu Sans"),
    text=(0, 0, 0),
    muted=(0.4, 0.4, 0.4),
    rule=(0.8, 0.8, 0.8),
    paper=(1, 1, 1),
    main=(0, 0, 1),
    deep=(0, 0, 0.4),
    highlight=(1, 0, 0),
)


def picture(kind: str, data: object, inches: tuple[float, float] = INCHES) -> Image.Image:
    """Return a plot as a picture of red, green, blue and alpha."""
    return Image.open(BytesIO(draw(kind, data, THEME, inches))).convert("RGBA")


def colours(image: Image.Image) -> list[tuple[int, tuple[int, ...]]]:
    """Return how many pixels have each colour."""
    found: Any = image.getcolors(1 << 24)
    return list(found)


def count(image: Image.Image, colour: Colour) -> int:
    """Return how many pixels are of exactly a colour."""
    wanted = (*(round(part * 255) for part in colour), 255)
    return sum(number for number, found in colours(image) if found == wanted)


def inked(image: Image.Image) -> tuple[int, int, int, int] | None:
    """Return the part of a picture that is not transparent."""
    return image.getchannel("A").getbbox()
