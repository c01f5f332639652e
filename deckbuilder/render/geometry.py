"""The outlines of a drawing's shapes: PowerPoint's own where it has one, else drawn as a path."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from decimal import Decimal

    from deckbuilder.page import Shape, ShapeKind


@dataclass(frozen=True)
class Geometry:
    """How a kind of shape is drawn in a frame of EMU, and how much of its width text may take."""

    xml: Callable[[Shape, int, int], str]
    text_width: float = 1


def geometry(kind: ShapeKind) -> Geometry:
    """Return the geometry of a kind of shape."""
    return _KINDS[kind]


def _preset(name: str, **adjustments: int) -> Callable[[Shape, int, int], str]:
    guides = "".join(f'<a:gd name="{guide}" fmla="val {value}"/>' for guide, value in adjustments.items())
    xml = f'<a:prstGeom prst="{name}"><a:avLst>{guides}</a:avLst></a:prstGeom>'
    return lambda _shape, _width, _height: xml


def _arc(shape: Shape, width: int, height: int) -> str:  # noqa: ARG001 -- every outline has this form
    """Return a block arc: PowerPoint counts its angles in sixty-thousandths of a degree from three o'clock."""
    start, end = (round((angle - 90) % 360 * 60000) for angle in shape.angles)
    if shape.angles[1] - shape.angles[0] >= 360:
        return _preset("donut", adj=round(shape.thickness * 50000))(shape, 0, 0)
    guides = (("adj1", start), ("adj2", end), ("adj3", round(shape.thickness * 50000)))
    listed = "".join(f'<a:gd name="{guide}" fmla="val {value}"/>' for guide, value in guides)
    return f'<a:prstGeom prst="blockArc"><a:avLst>{listed}</a:avLst></a:prstGeom>'


def _spark(shape: Shape, width: int, height: int) -> str:
    return spark_path(shape.values, width, height)


def spark_path(values: Sequence[Decimal | None], width: int, height: int) -> str:
    """Return an open line through the values, lowest at the bottom; a gap in them is a gap in it."""
    known = [value for value in values if value is not None]
    low, high = (min(known), max(known)) if known else (None, None)
    steps, pen_down = "", False
    for number, value in enumerate(values):
        if value is None or low is None or high is None:
            pen_down = False
            continue
        x = round(width * number / max(len(values) - 1, 1))
        y = height // 2 if high == low else round(height * float((high - value) / (high - low)))
        tag = "lnTo" if pen_down else "moveTo"
        steps += f'<a:{tag}><a:pt x="{x}" y="{y}"/></a:{tag}>'
        pen_down = True
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{width}" h="{height}" fill="none">{steps}</a:path></a:pathLst></a:custGeom>'
    )


_KINDS: Mapping[ShapeKind, Geometry] = {
    "text": Geometry(_preset("rect")),
    "rectangle": Geometry(_preset("rect")),
    "rounded": Geometry(_preset("roundRect", adj=8000)),
    "ellipse": Geometry(_preset("ellipse"), 0.75),
    "triangle": Geometry(_preset("triangle"), 0.5),
    "hexagon": Geometry(_preset("hexagon", adj=25000, vf=115470), 0.75),
    "chevron": Geometry(_preset("chevron", adj=25000), 0.8),
    "pentagon": Geometry(_preset("homePlate", adj=25000), 0.85),
    "arrow": Geometry(_preset("rightArrow"), 0.8),
    "arrow_left": Geometry(_preset("leftArrow"), 0.8),
    "arrow_both": Geometry(_preset("leftRightArrow"), 0.7),
    "line": Geometry(_preset("line")),
    "arc": Geometry(_arc),
    "spark": Geometry(_spark),
}
