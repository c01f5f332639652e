"""The outlines of a drawing's shapes: PowerPoint's own where it has one, else drawn as a path."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from decimal import Decimal

    from deckbuilder.page import Shape, ShapeKind


Rect = tuple[float, float, float, float]
"""How far in from the left, top, right and bottom of a frame something is, in its units."""


@dataclass(frozen=True)
class Geometry:
    """How a kind of shape is drawn in a frame of EMU, and how far in from its sides (width, height) its text stands.

    The insets of PowerPoint's shapes are those of their definitions (ECMA-376, presetShapeDefinitions).
    """

    xml: Callable[[Shape, int, int], str]
    text_insets: Callable[[int, int], Rect] = lambda _width, _height: (0, 0, 0, 0)


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


def _ellipse_insets(width: int, height: int) -> Rect:
    across, down = width * _CORNER / 2, height * _CORNER / 2
    return across, down, across, down


def _rounded_insets(width: int, height: int) -> Rect:
    inset = min(width, height) * _ROUNDED * _CORNER
    return inset, inset, inset, inset


def _chevron_insets(width: int, height: int) -> Rect:
    point = min(width, height) * _POINTED
    return point, 0, point, 0


def _pentagon_insets(width: int, height: int) -> Rect:
    return 0, 0, min(width, height) * _POINTED / 2, 0


def _arrow_insets(width: int, height: int) -> Rect:
    """Return half of the head to the right, and the shaft's sides."""
    return 0, height / 4, min(width, height) / 4, height / 4


def _two_headed_insets(width: int, height: int) -> Rect:
    head = min(width, height) / 4
    return head, height / 4, head, height / 4


_CORNER = 1 - sqrt(0.5)
_ROUNDED, _POINTED = 0.08, 0.25

_KINDS: Mapping[ShapeKind, Geometry] = {
    "text": Geometry(_preset("rect")),
    "rectangle": Geometry(_preset("rect")),
    "rounded": Geometry(_preset("roundRect", adj=round(_ROUNDED * 100_000)), _rounded_insets),
    "ellipse": Geometry(_preset("ellipse"), _ellipse_insets),
    "chevron": Geometry(_preset("chevron", adj=round(_POINTED * 100_000)), _chevron_insets),
    "pentagon": Geometry(_preset("homePlate", adj=round(_POINTED * 100_000)), _pentagon_insets),
    "arrow": Geometry(_preset("rightArrow"), _arrow_insets),
    "arrow_both": Geometry(_preset("leftRightArrow"), _two_headed_insets),
    "line": Geometry(_preset("line")),
    "arc": Geometry(_arc),
    "spark": Geometry(_spark),
}
