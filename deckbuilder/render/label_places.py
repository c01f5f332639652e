"""Where the labels of a line's points stand: over or under it, moved aside where the line is steep."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, hypot
from typing import TYPE_CHECKING

from deckbuilder.render.xml import POINT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

_LETTER, _LINE = 0.53, 1.1  # of the text's size: how wide a digit is, how high a line
_GAP = 4.0  # points between a line's point and its label
_APART = 2.0  # points between the places on a line that are looked at
_ASIDE = (0.0, -0.35, 0.35, -0.6, 0.6)  # of the label's width
_AXIS = 3.0  # points that a first label keeps from the axis, half a step to its left
_OFF = 100  # such places that it would rather lie on than over the axis' numbers
_TURNED = 4  # such places that a label may lie on before it goes over to the other side


@dataclass(frozen=True)
class Lines:
    """The lines of a chart: their values, and in EMU the steps along and up the axes and the chart's width."""

    values: Sequence[Sequence[Decimal | None]]
    along: float
    up: float
    width: int

    def place(self, number: int, index: int, label: tuple[str, int], side: str) -> tuple[str, float]:
        """Return a label's side and how far it moves to the right, as a share of the chart's width.

        It stays straight at its `side` (`t` or `b`) where no line runs through it, else it goes where least does.
        `label` is its text and size.
        """
        text, size = label
        wide, high = _LETTER * size * len(text), _LINE * size
        dots = list(self._dots(number, index))

        def covered(at: tuple[str, float]) -> int:
            low = _GAP if at[0] == "t" else -_GAP - high
            found = sum(abs(x - at[1] * wide) <= wide / 2 + 1 and low <= y <= low + high for x, y in dots)
            off = index == 0 and (at[1] - 0.5) * wide < _AXIS - self.along / POINT / 2
            return found + (0 if at[0] == side else _TURNED) + (_OFF if off else 0)

        sides = (side, "b" if side == "t" else "t")
        chosen, aside = min(((one, aside) for one in sides for aside in _ASIDE), key=covered)
        return chosen, aside * wide * POINT / self.width

    def _dots(self, number: int, index: int) -> Iterator[tuple[float, float]]:
        """Yield dots along all lines on both sides of a point: points to the right of it, and up."""
        along = self.along / POINT
        origin = self.values[number][index] or 0
        for line in self.values:
            for start in range(max(index - 1, 0), min(index + 1, len(line) - 1)):
                first, last = line[start], line[start + 1]
                if first is None or last is None:
                    continue
                low, rise = (float(height) * self.up / POINT for height in (first - origin, last - first))
                count = ceil(hypot(along, rise) / _APART)
                for share in (dot / count for dot in range(count + 1)):
                    yield (start - index + share) * along, low + rise * share
