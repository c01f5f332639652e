"""How far figures may be off because what they were made from is rounded."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING

from deckbuilder.figures.arithmetic import HUNDRED
from deckbuilder.figures.claims import last_digit, rounding_tolerance
from deckbuilder.value import convert

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.figures.figure import Figure, FigureTable
    from deckbuilder.value import Unit

Column = tuple[str, str, int]


@dataclass(frozen=True)
class Rounding:
    """The units that figures of some tables are rounded to: the last decimal that their file's column is written with.

    A column whose rows are in different units is a list of single measures: there each has its own last decimal.
    """

    digits: dict[Column, dict[Unit, Decimal]]

    @classmethod
    def of(cls, *tables: FigureTable) -> Rounding:
        """Return the rounding of all that the tables were read from."""
        numbers: dict[Column, dict[Unit, list[Decimal | None]]] = defaultdict(lambda: defaultdict(list))
        for figure in (leaf for table in tables for one in table.cells.values() for leaf in one.leaves()):
            if figure.cells:
                numbers[_column(figure)][figure.unit].append(figure.number)
        return cls({place: {u: last_digit(of) for u, of in units.items()} for place, units in numbers.items()})

    def slack(self, figure: Figure) -> Decimal:
        """Return how far a figure may be from what it would be unrounded, in its own unit; infinite when anywhere."""
        if not figure.parts:
            return rounding_tolerance([self._digit(figure)])
        unit = figure.unit if figure.unit.is_money else figure.parts[0].unit
        numbers = [_in(unit, part, part.number or Decimal(0)) for part in figure.parts]
        slacks = [_in(unit, part, self.slack(part)) for part in figure.parts]
        if _is_ratio(figure, numbers):
            return _slack_of_ratio(numbers, slacks)
        return sum(slacks, Decimal(0))

    def _digit(self, figure: Figure) -> Decimal:
        units = self.digits.get(_column(figure), {}) if figure.cells else {}
        return units[figure.unit] if len(units) == 1 and figure.unit in units else last_digit([figure.number])


def _column(figure: Figure) -> Column:
    return figure.cells[0].file, figure.cells[0].sheet, figure.cells[0].column


def _in(unit: Unit, figure: Figure, number: Decimal) -> Decimal:
    """Return a number of a figure's in another unit of money; what is no money stays as it is."""
    return convert(number, figure.unit, unit) if figure.unit.is_money and unit.is_money else number


def _is_ratio(figure: Figure, numbers: Sequence[Decimal]) -> bool:
    """Tell whether a figure is a share or a change in per cent of its parts, and not their sum or difference."""
    if len(numbers) != 2 or figure.unit.is_money:
        return False
    if figure.unit.is_percent and not figure.parts[0].unit.is_percent:
        return True
    one, other = numbers
    return figure.number not in {one + other, one - other, other - one}


def _slack_of_ratio(numbers: Sequence[Decimal], slacks: Sequence[Decimal]) -> Decimal:
    """Return how far a share or a change in per cent moves when its two sides move within their slack."""
    part, whole = numbers
    if abs(whole) <= slacks[1]:
        return Decimal("Infinity")
    moved = [(part + a * slacks[0]) / (whole + b * slacks[1]) for a, b in product((-1, 1), repeat=2)]
    return max(abs(ratio - part / whole) for ratio in moved) * HUNDRED
