"""Small pieces of DrawingML as text. Everything a slide holds is written as one string and parsed by no one."""

from __future__ import annotations

import re
from html import escape as _html_escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deckbuilder.render.layout import Box

LANGUAGE = "sv-SE"
POINT = 12700
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def plain(text: str) -> str:
    """Return the text without the characters that XML cannot hold."""
    return _FORBIDDEN.sub("", text)


def escape(text: str) -> str:
    """Return the text as XML text or attribute value, without characters that XML forbids."""
    return _html_escape(plain(text), quote=True)


def colour(words: str) -> str:
    """Return `a:schemeClr` for a colour of the layout: `accent1`, or `tx1 65 35` (lumMod and lumOff in per cent).

    A last word `a40` lets 40 per cent of it cover what is behind.
    """
    solid_words, _, strong = words.partition(" a")
    slot, *light = solid_words.split()
    inner = "".join(
        f'<a:{tag} val="{int(part) * 1000}"/>' for tag, part in zip(("lumMod", "lumOff"), light, strict=False)
    )
    inner += f'<a:alpha val="{int(strong) * 1000}"/>' if strong else ""
    return f'<a:schemeClr val="{slot}">{inner}</a:schemeClr>' if inner else f'<a:schemeClr val="{slot}"/>'


def frame(left: int, top: int, width: int, height: int, *, tag: str = "a") -> str:
    """Return `a:xfrm` (or `p:xfrm`): a place and a size in EMU."""
    return f'<{tag}:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></{tag}:xfrm>'


def solid(words: str) -> str:
    """Return a solid fill in a colour of the layout."""
    return f"<a:solidFill>{colour(words)}</a:solidFill>"


def line(words: str, points: float, *, dash: str = "") -> str:
    """Return `a:ln` of a width in points."""
    dashed = f'<a:prstDash val="{dash}"/>' if dash else ""
    return f'<a:ln w="{round(points * POINT)}">{solid(words)}{dashed}</a:ln>'


def non_visual(number: int, name: str, alt: str = "") -> str:
    """Return `p:cNvPr`: the shape's number on the slide, its stable name, its alternative text."""
    description = f' descr="{escape(alt)}"' if alt else ""
    return f'<p:cNvPr id="{number}" name="{escape(name)}"{description}/>'


def placeholder(box: Box) -> str:
    """Return `p:ph`, by which a shape takes its place and style from the layout; a free box has none."""
    if not box.type:
        return ""
    index = f' idx="{box.index}"' if box.index else ""
    kind = "" if box.type == "obj" else f' type="{box.type}"'
    return f"<p:ph{kind}{index}/>"


def graphic_frame(  # noqa: PLR0913, PLR0917 -- a frame has this many properties
    number: int, name: str, alt: str, box: Box, height: int, graphic: str, width: int = 0
) -> str:
    """Return a `p:graphicFrame` in a placeholder or free box, `height` and `width` (0: the box's own) in EMU."""
    locks = '<a:graphicFrameLocks noGrp="1"/>' if box.type else ""
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{non_visual(number, name, alt)}"
        f"<p:cNvGraphicFramePr>{locks}</p:cNvGraphicFramePr>"
        f"<p:nvPr>{placeholder(box)}</p:nvPr></p:nvGraphicFramePr>"
        f"{frame(box.left, box.top, width or box.width, height, tag='p')}"
        f"<a:graphic>{graphic}</a:graphic></p:graphicFrame>"
    )
