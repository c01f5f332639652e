"""Areas of equal size in rows and columns."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deckbuilder.page import Area

MOST = 9
_GAP_ACROSS, _GAP_DOWN = 0.025, 0.04


def grid(count: int) -> list[Area]:
    """Return `count` areas (2 to 9): side by side up to three, else in two rows or three; the last row may be short."""
    rows = 1 if count <= 3 else 2 if count <= 6 else 3
    across = ceil(count / rows)
    width = (1 - _GAP_ACROSS * (across - 1)) / across
    height = (1 - _GAP_DOWN * (rows - 1)) / rows
    return [
        (number % across * (width + _GAP_ACROSS), number // across * (height + _GAP_DOWN), width, height)
        for number in range(count)
    ]
