"""A key to shades, drawn beside a table: a swatch and words for each, and notes below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuilder.errors import listed
from deckbuilder.page import DrawingBlock, Paragraph, Run, Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.page import Anchor, Area, Fill, TextStep

_CANVAS = (150, 360)
_HEADING, _ROW, _SWATCH, _NOTES = 38, 25, (26, 19), 14


def legend(heading: str, steps: Sequence[tuple[Fill, str]], notes: Sequence[str], area: Area) -> DrawingBlock:
    """Return the key as a drawing; a step without a shade has an outlined swatch."""
    shapes = [_text("heading", heading, (0, 0, _CANVAS[0], _HEADING), bold=True)]
    for number, (fill, words) in enumerate(steps, start=1):
        top = _HEADING + _ROW * (number - 1)
        swatch = Shape(
            f"swatch-{number}", "rectangle", 0, top + 3, *_SWATCH, fill=fill, outline="" if fill else "rule", weight=1
        )
        shapes += [swatch, _text(f"step-{number}", words, (34, top, _CANVAS[0] - 34, _ROW), anchor="middle")]
    below = _HEADING + _ROW * len(steps) + _NOTES
    if notes:
        shapes.append(_text("notes", " ".join(notes), (0, below, _CANVAS[0], _CANVAS[1] - below), step="note"))
    alt = f"Färgskala: {heading}: {listed(words for _, words in steps)}. {' '.join(notes)}".strip()
    return DrawingBlock("legend", "content", tuple(shapes), alt, _CANVAS, area=area)


def _text(
    name: str,
    words: str,
    place: tuple[float, float, float, float],
    *,
    bold: bool = False,
    anchor: Anchor = "top",
    step: TextStep = "note",
) -> Shape:
    paragraph = Paragraph((Run(words, bold),), bullet=False)
    return Shape(name, "text", *place, text=(paragraph,), step=step, align="left", anchor=anchor)
