"""Pairs of boxes with an arrow between: how it is, and how it is going to be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from deckbuilder.compose import drawing
from deckbuilder.compose.comments import parsed
from deckbuilder.page import Shape
from deckbuilder.spec.report import SlideSpec
from deckbuilder.spec.validation import Model

if TYPE_CHECKING:
    from deckbuilder.compose.context import Context
    from deckbuilder.page import Area, Fill, Page, Paragraph

SUMMARY = "Par av rutor med en pil mellan: från och till."
EXAMPLE = """\
- type: from_to
  id: fran-till
  title: Vården flyttar närmare
  pairs:
    - {from: Besök på sjukhus, to: Besök på hälsocentral eller hemma}
    - {from: Telefontid på morgonen, to: Digital kontakt hela dagen}
    - {from: Var och en sin journal, to: En gemensam journal}
"""
MOST = 6
_BOX, _ARROW, _GAP, _HEADING = 510.0, 116.0, 12.0, 44.0
_TALLEST = 140.0
_INSET = 24.0


class Pair(Model):
    """What is left, and what is reached."""

    from_: Annotated[str, Field(alias="from", min_length=1)]
    """Hur det är."""
    to: Annotated[str, Field(min_length=1)]
    """Hur det ska bli."""


class Options(SlideSpec):
    """The pairs from the top."""

    pairs: Annotated[tuple[Pair, ...], Field(min_length=1)]
    """Paren i ordning, högst sex."""
    from_title: str = "Från"
    """Rubrik över det vänstra ledet."""
    to_title: str = "Till"
    """Rubrik över det högra ledet."""
    alt: str = ""
    """Alternativtext. Utan den skrivs en ur paren."""


def compose(options: Options, context: Context) -> Page:  # noqa: ARG001 -- every builder has this form
    """Return a page with a row for each pair; raise SpecError for too many."""
    drawing.refuse_too_many(options.pairs, MOST, "pairs", "Dela dem på två bilder.")
    count = len(options.pairs)
    high = min(_TALLEST, (drawing.HIGH - _HEADING - _GAP * (count - 1)) / count)
    shapes = [
        _heading("fran", options.from_title, 0),
        _heading("till", options.to_title, drawing.WIDE - _BOX),
    ]
    for number, pair in enumerate(options.pairs):
        top = _HEADING + number * (high + _GAP)
        texts = (parsed(pair.from_, "pairs"), parsed(pair.to, "pairs"))
        shapes += _pair(f"par-{number + 1}", texts, top, high)
    words = " ".join(f"Från {_plain(pair.from_)} till {_plain(pair.to)}." for pair in options.pairs)
    return drawing.drawing_page(options, drawing.drawn(shapes, options.alt or words))


def _plain(text: str) -> str:
    return drawing.spoken(parsed(text, "pairs"))


def _heading(name: str, text: str, left: float) -> Shape:
    return Shape(
        f"{name}-rubrik", "text", left, 0, _BOX, _HEADING - 8, text=drawing.words(text, bold=True), step="head",
        align="left", anchor="bottom",
    )  # fmt: skip


def _pair(
    name: str, texts: tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]], top: float, high: float
) -> list[Shape]:
    arrow = min(high * 0.6, 70.0)
    return [
        *_box(f"{name}-fran", texts[0], (0, top, _BOX, high), "panel"),
        Shape(f"{name}-pil", "arrow", (drawing.WIDE - _ARROW) / 2, top + (high - arrow) / 2, _ARROW, arrow,
              fill="highlight"),
        *_box(f"{name}-till", texts[1], (drawing.WIDE - _BOX, top, _BOX, high), "actual"),
    ]  # fmt: skip


def _box(name: str, text: tuple[Paragraph, ...], frame: Area, fill: Fill) -> list[Shape]:
    """Return a box, and its text set in from the sides."""
    left, top, wide, high = frame
    inside = left + _INSET, top + _INSET / 4, wide - 2 * _INSET, high - _INSET / 2
    return [
        Shape(name, "rectangle", *frame, fill=fill),
        Shape(f"{name}-text", "text", *inside, text=text, behind=fill, step="text"),
    ]
