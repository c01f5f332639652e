"""Drawings: native shapes in one group, with texts of one size per step that fit their shapes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from deckbuilder.render import text as texts
from deckbuilder.render.colours import ink_on, words
from deckbuilder.render.geometry import geometry
from deckbuilder.render.xml import POINT, frame, line, non_visual, solid

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deckbuilder.page import DrawingBlock, Shape, TextStep
    from deckbuilder.render.layout import Box, Layout
    from deckbuilder.render.metrics import Font

STEPS: Mapping[TextStep, tuple[int, ...]] = {
    "display": (115, 96, 80, 66, 54, 44, 36, 32, 28, 24, 20),
    "value": (40, 36, 32, 28, 24, 20),
    "text": (24, 22, 20, 18, 16, 14, 12),
    "head": (20, 18, 16, 14),
    "body": (18, 16, 14, 12),
    "note": (14, 12),
}
"""The sizes in points that each step of text may have, largest first."""
INSET = 5 * POINT, 3 * POINT
"""Across and down, between the sides of a filled or outlined shape and its text."""
_BETWEEN = 4
_SLACK = 0.985
_ALIGN = {"left": "l", "center": "ctr", "right": "r"}
_ANCHOR = {"top": "t", "middle": "ctr", "bottom": "b"}


@dataclass(frozen=True)
class DrawingFit:
    """The size of each step's texts in points, and the names of shapes whose text fits at none."""

    sizes: Mapping[TextStep, int] = field(default_factory=dict)
    too_long: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Scale:
    """How a drawing's units become EMU on the slide."""

    left: float
    top: float
    across: float
    down: float

    def box(self, shape: Shape) -> tuple[int, int, int, int]:
        """Return a shape's left, top, width and height in EMU; its width and height are never negative."""
        left, top = shape.left + min(shape.width, 0), shape.top + min(shape.height, 0)
        return (
            round(self.left + left * self.across),
            round(self.top + top * self.down),
            round(abs(shape.width) * self.across),
            round(abs(shape.height) * self.down),
        )


def _scale(block: DrawingBlock, box: Box) -> _Scale:
    across, down = box.width / block.canvas[0], box.height / block.canvas[1]
    if not block.keep_shape:
        return _Scale(box.left, box.top, across, down)
    unit = min(across, down)
    spare = box.width - unit * block.canvas[0], box.height - unit * block.canvas[1]
    return _Scale(box.left + spare[0] / 2, box.top + spare[1] / 2, unit, unit)


def fit(block: DrawingBlock, box: Box, font: Font) -> DrawingFit:
    """Return the largest size of each step at which all its texts fit; the smallest where some do not."""
    scale = _scale(block, box)
    sizes: dict[TextStep, int] = {}
    too_long: list[str] = []
    for step, ladder in STEPS.items():
        shapes = [shape for shape in block.shapes if shape.text and shape.step == step]
        if shapes:
            fitting = (size for size in ladder if all(_fits(shape, size, scale, font) for shape in shapes))
            sizes[step] = next(fitting, ladder[-1])
            too_long += [shape.name for shape in shapes if not _fits(shape, sizes[step], scale, font)]
    return DrawingFit(sizes, tuple(too_long))


def _fits(shape: Shape, size: int, scale: _Scale, font: Font) -> bool:
    """Tell whether a shape's text stands within its frame at a size, with no word broken."""
    _, _, width, height = scale.box(shape)
    left, top, right, bottom = geometry(shape.kind).text_insets(width, height)
    across, down = _inset(shape)
    room = round((width - left - right - 2 * across) * _SLACK)
    words_fit = all(
        font.width(word, size, bold=run.bold) <= room
        for paragraph in shape.text
        for run in paragraph.runs
        for word in run.text.split(" ")
    )
    return words_fit and _text_height(shape, size, room, font) <= height - top - bottom - 2 * down


def _text_height(shape: Shape, size: int, room: int, font: Font) -> int:
    """Return how high a shape's text is, with the space between its paragraphs."""
    return sum(
        texts.height((paragraph,), (size, size), room, font) + (_BETWEEN * POINT if number else 0)
        for number, paragraph in enumerate(shape.text)
    )


def _inset(shape: Shape) -> tuple[int, int]:
    return (0, 0) if shape.kind == "text" and not shape.fill and not shape.outline else INSET


def group(number: int, name: str, block: DrawingBlock, box: Box, fitted: DrawingFit, layout: Layout) -> tuple[str, int]:
    """Return `p:grpSp` with the drawing's shapes numbered from `number` + 1, and the next free number."""
    scale = _scale(block, box)
    inner = "".join(
        _shape(number + order, f"{name}/{shape.name}", shape, scale, fitted, layout)
        for order, shape in enumerate(block.shapes, start=1)
    )
    left, top, width, height = _around(block, scale)
    extent = frame(left, top, width, height).removesuffix("</a:xfrm>")
    child = f'<a:chOff x="{left}" y="{top}"/><a:chExt cx="{width}" cy="{height}"/></a:xfrm>'
    xml = (
        f"<p:grpSp><p:nvGrpSpPr>{non_visual(number, name, block.alt)}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr>{extent}{child}</p:grpSpPr>{inner}</p:grpSp>"
    )
    return xml, number + len(block.shapes) + 1


def _around(block: DrawingBlock, scale: _Scale) -> tuple[int, int, int, int]:
    """Return the frame that just holds all shapes: PowerPoint makes it so when someone moves one of them."""
    boxes = [scale.box(shape) for shape in block.shapes]
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    return left, top, max(box[0] + box[2] for box in boxes) - left, max(box[1] + box[3] for box in boxes) - top


def _shape(number: int, name: str, shape: Shape, scale: _Scale, fitted: DrawingFit, layout: Layout) -> str:
    left, top, width, height = scale.box(shape)
    flip = (' flipH="1"' if shape.width < 0 else "") + (' flipV="1"' if shape.height < 0 else "")
    place = frame(left, top, width, height).replace("<a:xfrm>", f"<a:xfrm{flip}>", 1)
    fill = solid(words(shape.fill, layout.colours)) if shape.fill else "<a:noFill/>"
    stroke = "<a:ln><a:noFill/></a:ln>"
    if shape.outline:
        stroke = line(words(shape.outline, layout.colours), shape.weight, dash="dash" if shape.dashed else "")
        if shape.arrowhead:
            stroke = stroke.replace("</a:ln>", '<a:tailEnd type="triangle" w="med" len="med"/></a:ln>')
    box_mark = ' txBox="1"' if shape.kind == "text" else ""
    return (
        f"<p:sp><p:nvSpPr>{non_visual(number, name)}<p:cNvSpPr{box_mark}/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{place}{geometry(shape.kind).xml(shape, width, height)}{fill}{stroke}</p:spPr>"
        f"{_text(shape, fitted, layout)}</p:sp>"
    )


def _text(shape: Shape, fitted: DrawingFit, layout: Layout) -> str:
    ink = words(shape.ink, layout.colours) if shape.ink else ink_on(shape.fill or shape.behind, layout)
    size = fitted.sizes.get(shape.step, STEPS[shape.step][-1])
    across, down = _inset(shape)
    paragraphs = texts.shape_body(shape.text, size, _ALIGN[shape.align], ink, _BETWEEN)
    return (
        f'<p:txBody><a:bodyPr wrap="square" lIns="{across}" tIns="{down}" rIns="{across}" bIns="{down}" '
        f'anchor="{_ANCHOR[shape.anchor]}"><a:noAutofit/></a:bodyPr><a:lstStyle/>{paragraphs}</p:txBody>'
    )
