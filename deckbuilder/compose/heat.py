"""Scales that shade numbers in steps, so that no single odd value takes all the shades."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import pairwise
from statistics import quantiles
from typing import TYPE_CHECKING, Literal

from deckbuilder import swedish

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.page import Fill

Better = Literal["higher", "lower"]
_FAR = 3
_SIDES = (20, 40, 60)
_WEAKEST, _STRONGEST, _STEPS = 10, 60, 5
_NICE = tuple(Decimal(step) for step in ("1", "1.5", "2", "2.5", "3", "4", "5", "6", "8", "10"))


@dataclass(frozen=True)
class HeatScale:
    """Shades between edges: `fills` has one more than `edges`. Values beyond `low` and `high` are outside the scale."""

    edges: tuple[Decimal, ...]
    fills: tuple[Fill, ...]
    low: Decimal
    high: Decimal

    def fill(self, value: Decimal) -> Fill:
        """Return a value's shade; a zero has none where the scale goes both ways."""
        if not value and self.goes_both_ways:
            return ""
        return self.fills[sum(value > edge or (value == edge and edge > 0) for edge in self.edges)]

    def is_outside(self, value: Decimal) -> bool:
        """Tell whether a value is so far from the others that the scale does not reach it."""
        return not self.low <= value <= self.high

    @property
    def goes_both_ways(self) -> bool:
        """Whether shades of two kinds meet at zero."""
        return Decimal(0) in self.edges and self.low < 0 < self.high

    def steps(self, decimals: int) -> list[tuple[Fill, str]]:
        """Return the shades and what each stands for, highest first."""
        sign = self.goes_both_ways
        names = [swedish.number(edge, max(decimals, swedish.decimals_of(edge)), sign=sign) for edge in self.edges]
        words = [f"under {names[0]}", *(f"{low} till {high}" for low, high in pairwise(names)), f"över {names[-1]}"]
        steps = list(zip(self.fills, words, strict=True))
        if sign:
            steps.insert(self.edges.index(Decimal(0)) + 1, ("", "0"))
        return steps[::-1]


def heat_scale(values: Sequence[Decimal], better: Better | None) -> HeatScale:
    """Return a scale for values that are shown as they are given: around zero where they have both signs.

    `better` tells which way is good news; without it the shades tell high from low and judge nothing.
    """
    low, high = _ends(values)
    if low < 0 < high:
        return _both_ways(low, high, better)
    return _one_way(low, high, better)


def _ends(values: Sequence[Decimal]) -> tuple[Decimal, Decimal]:
    """Return the lowest and highest value that are not further from the middle half than three times its width."""
    if len(values) < 4:
        return min(values), max(values)
    first, _, third = quantiles(values, n=4, method="inclusive")
    far = _FAR * (third - first)
    near = [value for value in values if first - far <= value <= third + far] if far else list(values)
    return min(near), max(near)


def _both_ways(low: Decimal, high: Decimal, better: Better | None) -> HeatScale:
    step = _nice(max(-low, high) / len(_SIDES))
    edges = (-2 * step, -step, Decimal(0), step, 2 * step)
    below, above = {"lower": ("good", "bad"), "higher": ("bad", "good")}.get(better or "", ("third", "actual"))
    down = tuple(f"{below} {strong}" for strong in reversed(_SIDES))
    return HeatScale(edges, (*down, *(f"{above} {strong}" for strong in _SIDES)), low, high)


def _one_way(low: Decimal, high: Decimal, better: Better | None) -> HeatScale:
    """Return shades that get stronger with the value; with `better`, stronger the worse it is."""
    step = _nice((high - low) / _STEPS or abs(high) or Decimal(1))
    start = (low / step).to_integral_value(ROUND_FLOOR) * step
    count = max(2, int(((high - start) / step).to_integral_value(ROUND_CEILING)))
    edges = tuple(start + step * number for number in range(1, count))
    strengths = [_WEAKEST + (_STRONGEST - _WEAKEST) * number // (count - 1) for number in range(count)]
    if better == "higher":
        strengths.reverse()
    name = "bad" if better else "actual"
    return HeatScale(edges, tuple(f"{name} {strong}" for strong in strengths), low, high)


def _nice(step: Decimal) -> Decimal:
    """Return the round number that is nearest to a step."""
    magnitude = Decimal(1).scaleb(step.adjusted())
    return min((nice * magnitude for nice in _NICE), key=lambda nice: abs(nice - step))
