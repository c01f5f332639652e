"""Cards of one size in rows, each with the same bands of text from top to bottom."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from deckbuilder.compose.drawing import HIGH, WIDE, words
from deckbuilder.page import Shape

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from deckbuilder.page import Fill, TextStep

_GAP, _PADDING, _EDGE = 20.0, 8.0, 5.0
_MOST_ACROSS = 4
_STRETCH = 2.6
Place = tuple[float, float, float, float]
"""Left, top, width and height in the drawing's units."""


@dataclass(frozen=True)
class Band:
    """A band of a card: what stands in it (`trend` is a small line), its least height, and the step of its text.

    `grows` is its part of the height that a tall card has to spare.
    """

    name: str
    height: float
    step: TextStep = "note"
    grows: float = 0.1


def places(count: int, bands: Sequence[Band]) -> list[Place]:
    """Return the places of cards: in one row up to four, else in two; no higher than their bands can be stretched."""
    rows = 1 if count <= _MOST_ACROSS else 2
    across = ceil(count / rows)
    width = (WIDE - _GAP * (across - 1)) / across
    height = min((HIGH - _GAP * (rows - 1)) / rows, _STRETCH * _own_height(bands))
    return [(n % across * (width + _GAP), n // across * (height + _GAP), width, height) for n in range(count)]


def _own_height(bands: Sequence[Band]) -> float:
    return sum(band.height for band in bands) + 2 * _PADDING


def card(
    name: str,
    place: Place,
    bands: Sequence[Band],
    texts: Mapping[str, str],
    *,
    inks: Mapping[str, Fill],
    trend: Sequence[Decimal | None] = (),
) -> list[Shape]:
    """Return a card's panel, its texts by band, and its small line with a dot at the last value."""
    left, top, width, height = place
    spare = (height - _own_height(bands)) / sum(band.grows for band in bands)
    shapes = [
        Shape(f"{name}-yta", "rectangle", left, top, width, height, fill="panel"),
        Shape(f"{name}-kant", "rectangle", left, top, _EDGE, height, fill="actual"),
    ]
    inner, wide, down = left + _PADDING + _EDGE, width - 2 * _PADDING - _EDGE, top + _PADDING
    for band in bands:
        high = band.height + band.grows * spare
        if band.name == "trend":
            shapes += _line(f"{name}-kurva", (inner, down + 0.12 * high, wide, 0.76 * high), trend)
        elif text := texts.get(band.name):
            bold = band.step in {"head", "display"}
            shapes.append(
                Shape(
                    f"{name}-{band.name}", "text", inner, down, wide, high, text=words(text, bold=bold),
                    step=band.step, align="left", anchor="middle", ink=inks.get(band.name, ""),
                )
            )  # fmt: skip
        down += high
    return shapes


def _line(name: str, place: Place, values: Sequence[Decimal | None]) -> list[Shape]:
    known = [number for number, value in enumerate(values) if value is not None]
    if len(known) < 2:
        return []
    left, top, width, height = place
    numbers = [value for value in values if value is not None]
    low, high = min(numbers), max(numbers)
    share = 0.5 if high == low else float((high - numbers[-1]) / (high - low))
    x, y, size = left + width * known[-1] / (len(values) - 1), top + height * share, 10.0
    first, last = known[0] / (len(values) - 1), known[-1] / (len(values) - 1)
    inside = tuple(values[known[0] : known[-1] + 1])
    return [
        Shape(name, "spark", left + width * first, top, width * (last - first), height, outline="actual",
              values=inside, weight=2.25),
        Shape(f"{name}-nu", "ellipse", x - size / 2, y - size / 2, size, size, fill="highlight"),
    ]  # fmt: skip
