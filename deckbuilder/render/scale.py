"""A value axis that people can read: round steps, and zero at the bottom unless values are negative."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from deckbuilder.compose.scales import down, round_step, step_of, up

if TYPE_CHECKING:
    from collections.abc import Sequence

_STEPS_ABOVE = 5
_HIGH = Decimal("0.5")
_AIR = Decimal("0.08")


@dataclass(frozen=True, slots=True)
class Scale:
    """The ends of an axis and the step between its lines."""

    low: Decimal
    high: Decimal
    step: Decimal

    def share(self, value: Decimal) -> float:
        """Return how far up the axis a value stands, from 0 to 1."""
        return float((value - self.low) / (self.high - self.low))


def scale(values: Sequence[Decimal]) -> Scale:
    """Return an axis of about five steps that holds the values and zero."""
    low, high = min((*values, Decimal(0))), max((*values, Decimal(0)))
    step = step_of((high - low) or Decimal(1))
    bottom, top = down(low, step), up(high, step)
    return Scale(bottom, top if top > bottom else bottom + step, step)


def pair(bars: Sequence[Decimal], line: Sequence[Decimal]) -> tuple[Scale, Scale]:
    """Return the axes of bars and of a line in another unit: zero and the steps of both stand at the same heights.

    A line that keeps far from zero stands over the bars, which get a higher axis for that.
    """
    first, second = scale(bars), scale(line)
    if bars and line and min(*bars, *line, 0) == 0 and min(line) >= _HIGH * second.high:
        room = (min(line) / second.high - _AIR) * second.high / second.step
        step = round_step(max(first.step / _STEPS_ABOVE, max(bars) / room))
        return Scale(Decimal(0), second.high / second.step * step, step), second
    below = max(-first.low / first.step, -second.low / second.step)
    above = max(first.high / first.step, second.high / second.step)
    return (
        Scale(-below * first.step, above * first.step, first.step),
        Scale(-below * second.step, above * second.step, second.step),
    )


def between(low: Decimal, high: Decimal) -> Scale:
    """Return an axis from one end to the other, in about five round steps from the lower end."""
    return Scale(low, high, step_of(high - low))
