"""Pictures: shown whole in their place, with the text for those who cannot see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuilder.render.xml import frame, non_visual, placeholder

if TYPE_CHECKING:
    from deckbuilder.render.layout import Box


def picture_xml(number: int, name: str, alt: str, box: Box, pixels: tuple[int, int], relation: str) -> str:
    """Return `p:pic`, as large as its box allows without changing its proportions, and centred."""
    across, down = pixels
    scale = min(box.width / across, box.height / down)
    width, height = round(across * scale), round(down * scale)
    left, top = box.left + (box.width - width) // 2, box.top + (box.height - height) // 2
    return (
        f"<p:pic><p:nvPicPr>{non_visual(number, name, alt)}"
        f'<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr>{placeholder(box)}</p:nvPr></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f'<p:spPr>{frame(left, top, width, height)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )
