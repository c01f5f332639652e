"""The ends of a value axis: round numbers that hold what is drawn."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_INTERVALS = 5
_ONE = Decimal(1)
_JUST_MORE = Decimal("5.01")


def ends(values: Iterable[Decimal | None], *, zero: bool = True) -> tuple[Decimal, Decimal]:
    """Return the ends of an axis of about five steps that holds the values, and zero unless they may stand close.

    An axis without zero keeps some air below and above the values, but never goes past zero for that. The ends are
    whole steps of the axis that is drawn between them.
    """
    known = [value for value in values if value is not None] or [Decimal(0)]
    low, high = min(known), max(known)
    if zero:
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    step = step_of((high - low) or abs(high) or _ONE)
    while True:
        bottom, top = _round_ends(low, high, step, air=not zero)
        drawn = step_of(top - bottom)
        if bottom % drawn == 0:
            return bottom, top
        step = max(drawn, step_of(step * _JUST_MORE))


def _round_ends(low: Decimal, high: Decimal, step: Decimal, *, air: bool) -> tuple[Decimal, Decimal]:
    bottom, top = down(low, step), up(high, step)
    if air:
        bottom = bottom if bottom < low or low == 0 else bottom - step
        top = top if top > high or high == 0 else top + step
    return bottom, top if top > bottom else bottom + _INTERVALS * step


def step_of(span: Decimal) -> Decimal:
    """Return the round step that divides a span in about five."""
    return round_step(span / _INTERVALS)


def round_step(least: Decimal) -> Decimal:
    """Return the smallest round step that is no less."""
    magnitude = Decimal(10) ** least.adjusted()
    return next(step * magnitude for step in _STEPS if step * magnitude >= least)


def down(value: Decimal, step: Decimal) -> Decimal:
    """Return the last whole step that is no higher."""
    return (value / step).to_integral_value(ROUND_FLOOR) * step


def up(value: Decimal, step: Decimal) -> Decimal:
    """Return the first whole step that is no lower."""
    return (value / step).to_integral_value(ROUND_CEILING) * step
