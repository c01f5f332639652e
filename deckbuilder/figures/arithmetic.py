"""Sums, differences and shares of figures, exact and with their origin.

A missing part makes the result missing and a withheld part makes it withheld: neither is ever counted as zero.
"""

from __future__ import annotations

import statistics
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from deckbuilder.figures.figure import Figure
from deckbuilder.value import Suppressed, Unit, Value, convert

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

HUNDRED = Decimal(100)


def are_of_one_kind(figures: Iterable[Figure]) -> bool:
    """Tell whether figures can be added and compared: kronor and thousands of them can, kronor and counts cannot."""
    return len({figure.unit.is_money or figure.unit for figure in figures if figure.number is not None}) < 2


def total(id_: str, parts: Sequence[Figure], calculation: str) -> Figure:
    """Return the sum of the parts; it is in the unit of the first."""
    return _combined(id_, parts, calculation, lambda numbers: sum(numbers, Decimal(0)) if numbers else None)


def difference(id_: str, left: Figure, right: Figure, calculation: str) -> Figure:
    """Return left − right."""
    return _combined(id_, (left, right), calculation, lambda numbers: numbers[0] - numbers[1])


def point_change(id_: str, now: Figure, before: Figure, calculation: str) -> Figure:
    """Return the change between two percentages, in percentage points."""
    return replace(difference(id_, now, before, calculation), unit=Unit.POINTS, decimals=1)


def negated(figure: Figure) -> Figure:
    """Return the figure with the other sign: a change of costs that are held as negative numbers."""
    return replace(figure, value=-figure.value if isinstance(figure.value, Decimal) else figure.value)


def share(id_: str, part: Figure, whole: Figure, calculation: str) -> Figure:
    """Return part / whole in per cent; missing when the whole is zero."""
    result = _combined(
        id_, (part, whole), calculation, lambda numbers: numbers[0] / numbers[1] * HUNDRED if numbers[1] else None
    )
    return replace(result, unit=Unit.PERCENT, decimals=1)


def percent_change(id_: str, now: Figure, before: Figure, calculation: str) -> Figure:
    """Return how much now differs from before, in per cent of before's size; missing when before is zero."""
    result = _combined(
        id_,
        (now, before),
        calculation,
        lambda numbers: (numbers[0] - numbers[1]) / abs(numbers[1]) * HUNDRED if numbers[1] else None,
    )
    return replace(result, unit=Unit.PERCENT, decimals=1)


def median(id_: str, points: Sequence[Figure], calculation: str) -> Figure:
    """Return the middle one of the points that have a value, or the mean of the middle two; missing when none has."""
    known = [point for point in points if point.number is not None]
    return _combined(id_, known, calculation, lambda numbers: statistics.median(numbers) if numbers else None)


def _combined(
    id_: str, parts: Sequence[Figure], calculation: str, compute: Callable[[list[Decimal]], Decimal | None]
) -> Figure:
    cells = tuple(dict.fromkeys(cell for part in parts for cell in part.cells))
    unit, decimals = (parts[0].unit, parts[0].decimals) if parts else (Unit.NONE, 0)
    return Figure(id_, _value(parts, compute), unit, decimals, cells, calculation, parts=tuple(parts))


def _value(parts: Sequence[Figure], compute: Callable[[list[Decimal]], Decimal | None]) -> Value:
    known = [(part.number, part.unit) for part in parts if part.number is not None]
    if len(known) == len(parts):
        return compute([convert(number, unit, parts[0].unit) for number, unit in known])
    withheld = next((part.value for part in parts if isinstance(part.value, Suppressed)), None)
    return Suppressed("..") if withheld else None
