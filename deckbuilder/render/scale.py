"""A value axis that people can read: round steps, and zero at the bottom unless values are negative."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_INTERVALS = 5


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
    span = (high - low) or Decimal(1)
    step = _step(span)
    bottom = -((-low / step).__ceil__()) * step
    top = (high / step).__ceil__() * step
    return Scale(bottom, top if top > bottom else bottom + step, step)


def _step(span: Decimal) -> Decimal:
    magnitude = Decimal(10) ** ((span / _INTERVALS).adjusted())
    return next(step * magnitude for step in _STEPS if step * magnitude * _INTERVALS >= span)


def between(low: Decimal, high: Decimal) -> Scale:
    """Return an axis from one end to the other, in about five round steps from the lower end."""
    return Scale(low, high, _step(high - low))
