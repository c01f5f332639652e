"""Rounding that adds up: shown parts that sum to their shown total, each rounded down or up from its true value."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING

from deckbuilder.swedish import rounded

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    Sums = Mapping[str, Sequence[str]]

_MOST_TRIED = 1024


def adding_up(
    values: Mapping[str, Decimal], sums: Sums, decimals: int, kept: Container[str] = ()
) -> dict[str, Decimal] | None:
    """Return the values as they are shown so that each sum is that of its parts; None when no way was found.

    `values` are a column's unrounded numbers in row order, `sums` the keys of the parts of each sum, all of them in
    `values`. A value is rounded down or up, never further. Sums that are part of no other, and those `kept`, stay
    plainly rounded. Of the ways left, the one is taken that moves the fewest sums, then the one with the least
    distance between shown and true values, then that with the fewest changes, then the upper rows' rounding up.
    """
    exact = {key: value.scaleb(decimals) for key, value in values.items()}
    tree = _nested(sums)
    times = Counter(part for parts in tree.values() for part in parts)
    given = {key: _ways(exact[key], key, kept if times[key] else {key}) for key in exact if times[key] != 1}
    if math.prod(len(ways) for ways in given.values()) > _MOST_TRIED:
        return None
    tried = [_Rounded(exact, tree, kept, dict(zip(given, ways, strict=True))) for ways in product(*given.values())]
    found = [choice for one in tried if (choice := one.best()) is not None]
    if not found:
        return None
    shown = min(found, key=lambda choice: choice.cost).shown
    return {key: Decimal(shown[key]).scaleb(-decimals) for key in values}


def real_sums(values: Mapping[str, Decimal], sums: Sums) -> dict[str, tuple[str, ...]]:
    """Return the sums whose parts are all there and give the total exactly; a total of shares, say, is none."""
    whole = {
        key: tuple(parts) for key, parts in sums.items() if key in values and all(part in values for part in parts)
    }
    return {key: parts for key, parts in whole.items() if parts and sum(values[part] for part in parts) == values[key]}


def _nested(sums: Sums) -> dict[str, set[str]]:
    """Return the sums with a smaller sum in place of its parts, so that `A + B + C` with `A + B` is of two parts."""
    nested: dict[str, set[str]] = {}
    for key in sorted(sums, key=lambda one: len(sums[one])):
        parts = set(sums[key])
        while inner := next((one for one, own in nested.items() if own <= parts), None):
            parts = (parts - nested[inner]) | {inner}
        nested[key] = parts
    return nested


def _ways(exact: Decimal, key: str, kept: Container[str]) -> tuple[int, ...]:
    """Return what a value may be shown as, in units of its last digit, the lower first."""
    return (int(rounded(exact)),) if key in kept else tuple(sorted({math.floor(exact), math.ceil(exact)}))


@dataclass(frozen=True, order=True, slots=True)
class _Cost:
    """What to keep low, the weightiest first: moved sums, distance from the true values, moved values."""

    sums: int = 0
    distance: Decimal = Decimal(0)
    cells: int = 0

    def __add__(self, other: _Cost) -> _Cost:
        return _Cost(self.sums + other.sums, self.distance + other.distance, self.cells + other.cells)

    def __sub__(self, other: _Cost) -> _Cost:
        return _Cost(self.sums - other.sums, self.distance - other.distance, self.cells - other.cells)


@dataclass(frozen=True, slots=True)
class _Choice:
    """What a value and those below it are shown as, and the cost of that."""

    cost: _Cost
    shown: dict[str, int]

    def __add__(self, other: _Choice) -> _Choice:
        return _Choice(self.cost + other.cost, self.shown | other.shown)


_NOTHING = _Choice(_Cost(), {})


@dataclass(frozen=True)
class _Rounded:
    """A column in which the values that are part of no sum, or of several, are shown as `given`."""

    exact: Mapping[str, Decimal]
    sums: Mapping[str, set[str]]
    kept: Container[str]
    given: Mapping[str, int]

    def best(self) -> _Choice | None:
        """Return the cheapest way for the whole column; None when a sum cannot be that of its parts."""
        whole = _NOTHING
        for key, shown in self.given.items():
            choice = self._choices(key, (shown,)).get(shown)
            if choice is None:
                return None
            whole += choice
        return whole

    def _choices(self, key: str, ways: tuple[int, ...]) -> dict[int, _Choice]:
        """Return the cheapest choice for each way of showing a value that its parts can give."""
        own = {shown: _Choice(self._cost(key, shown), {key: shown}) for shown in ways}
        if key not in self.sums:
            return own
        parts = [self._part(part) for part in self.exact if part in self.sums[key]]
        return {shown: own[shown] + below for shown in ways if (below := _shared_out(shown, parts)) is not None}

    def _part(self, key: str) -> dict[int, _Choice]:
        if key in self.given:
            return {self.given[key]: _NOTHING}
        return self._choices(key, _ways(self.exact[key], key, self.kept))

    def _cost(self, key: str, shown: int) -> _Cost:
        is_moved = shown != rounded(self.exact[key])
        return _Cost(int(is_moved and key in self.sums), abs(shown - self.exact[key]), int(is_moved))


def _shared_out(total: int, parts: Sequence[Mapping[int, _Choice]]) -> _Choice | None:
    """Return the cheapest parts that give the total: the higher of two where that costs least, as many as it takes."""
    if not all(parts):
        return None
    up = total - sum(min(part) for part in parts)
    extra = {number: part[max(part)].cost - part[min(part)].cost for number, part in enumerate(parts) if len(part) > 1}
    if not 0 <= up <= len(extra):
        return None
    higher = sorted(extra, key=extra.__getitem__)[:up]
    return sum((part[max(part) if number in higher else min(part)] for number, part in enumerate(parts)), _NOTHING)
