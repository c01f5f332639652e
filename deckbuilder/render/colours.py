"""Colours by the names of the layout, as strong as asked for, and the text colour that reads best on each."""

from __future__ import annotations

import colorsys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deckbuilder.page import Fill
    from deckbuilder.render.layout import Layout
    from deckbuilder.spec.layout import Colours

LEAST_CONTRAST = 4.5
"""What WCAG 2 asks of text that is not large."""


def words(fill: Fill, colours: Colours) -> str:
    """Return the theme colour of a fill: `good` is `accent5`, `good 40` is `accent5 a40`, so much of it on paper.

    Lightening a deep colour as themes do (lumMod, lumOff) would keep its saturation and give a neon one.
    """
    name, _, strong = fill.partition(" ")
    own: str = getattr(colours, name)
    return f"{own} a{strong}" if strong else own


def rgb(theme_words: str, layout: Layout) -> tuple[float, float, float]:
    """Return a theme colour's red, green and blue from 0 to 1, as PowerPoint lightens it and lays it on paper."""
    solid, _, strong = theme_words.partition(" a")
    if strong:
        share = int(strong) / 100
        pairs = zip(rgb(solid, layout), rgb(layout.colours.paper, layout), strict=True)
        red, green, blue = (own * share + paper * (1 - share) for own, paper in pairs)
        return red, green, blue
    slot, *light = theme_words.split()
    red, green, blue = (int(layout.palette[slot][at : at + 2], 16) / 255 for at in (0, 2, 4))
    if not light:
        return red, green, blue
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    mod, off = (int(part) / 100 for part in light)
    return colorsys.hls_to_rgb(hue, min(lightness * mod + off, 1), saturation)


def ink_on(fill: Fill, layout: Layout) -> str:
    """Return the colour, of text and paper, that has the higher contrast (WCAG) on a fill.

    On a middling fill neither can be read, but black or white always can: the text's colour without any light, or
    with nothing but light.
    """
    if not fill:
        return layout.colours.text
    ground = rgb(words(fill, layout.colours), layout)

    def readable(ink: str) -> float:
        return contrast(rgb(ink, layout), ground)

    own = max(layout.colours.text, layout.colours.paper, key=readable)
    slot = layout.colours.text.split()[0]
    return own if readable(own) >= LEAST_CONTRAST else max(f"{slot} 0 0", f"{slot} 0 100", key=readable)


def contrast(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """Return the contrast ratio of two colours as WCAG 2 defines it, from 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: tuple[float, float, float]) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
