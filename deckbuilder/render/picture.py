"""Pictures: shown whole in their place, with the text for those who cannot see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuilder.render.xml import frame, non_visual, placeholder

if TYPE_CHECKING:
    from deckbuilder.render.layout import Box


_INCH = 914400
_SHARP = 80  # pixels an inch: about a thousand over the whole slide


def picture_xml(number: int, name: str, alt: str, box: Box, pixels: tuple[int, int], relation: str) -> str:
    """Return `p:pic`, as large as its box allows without changing its proportions, at its top and centred."""
    width, height = shown_size(box, pixels)
    left = box.left + (box.width - width) // 2
    group = ' noGrp="1"' if box.type else ""
    return (
        f"<p:pic><p:nvPicPr>{non_visual(number, name, alt)}"
        f'<p:cNvPicPr><a:picLocks{group} noChangeAspect="1"/></p:cNvPicPr>'
        f"<p:nvPr>{placeholder(box)}</p:nvPr></p:nvPicPr>"
        f'<p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f'<p:spPr>{frame(left, box.top, width, height)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )


def shown_size(box: Box, pixels: tuple[int, int]) -> tuple[int, int]:
    """Return a picture's width and height on the slide in EMU."""
    across, down = pixels
    scale = min(box.width / across, box.height / down)
    return max(round(across * scale), 1), max(round(down * scale), 1)


def least_width(box: Box, pixels: tuple[int, int]) -> int:
    """Return how many pixels wide a picture must be not to look blurred as large as it is shown."""
    return round(shown_size(box, pixels)[0] / _INCH * _SHARP)
