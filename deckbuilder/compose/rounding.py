"""Whether a table's numbers add up as they are shown, how they are adjusted so that they do, and the note on it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from deckbuilder import swedish
from deckbuilder.compose import tables
from deckbuilder.errors import listed
from deckbuilder.figures.adding_up import adding_up, real_sums
from deckbuilder.value import Unit

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from deckbuilder.figures.figure import Column, FigureTable, Row

_MOST_NAMED = 2


@dataclass(frozen=True)
class Rounding:
    """Numbers that are shown for the plainly rounded, by row and column, and what readers must know of them."""

    adjusted: Mapping[tuple[str, str], Decimal]
    note: str

    def noted(self, source: str) -> str:
        """Return a source line with the note, also where staff wrote the line: it is of the numbers, not the source."""
        return ". ".join(filter(None, (source.removesuffix(".") if self.note else source, self.note)))


@dataclass(frozen=True)
class _Numbers:
    """A column's numbers by row: unrounded in the unit shown, their decimals, as they are shown; and its sums."""

    name: str
    exact: Mapping[str, Decimal]
    decimals: Mapping[str, int]
    shown: Mapping[str, Decimal]
    sums: Mapping[str, tuple[str, ...]]

    @property
    def adds_up(self) -> bool:
        """Whether every sum, as it is shown, is that of its parts as they are shown."""
        return all(
            swedish.rounded(sum((self.shown[part] for part in parts), Decimal(0)), self.decimals[key])
            == self.shown[key]
            for key, parts in self.sums.items()
        )

    def adjusted(self, kept: Collection[str]) -> _Numbers:
        """Return the column adding up where that can be done: sums of other decimals are left alone."""
        shown = dict(self.shown)
        for decimals in set(self.decimals.values()):
            values = {key: value for key, value in self.exact.items() if self.decimals[key] == decimals}
            sums = {key: parts for key, parts in self.sums.items() if values.keys() >= {key, *parts}}
            shown |= adding_up(values, sums, decimals, kept) or {}
        return replace(self, shown=shown)


def rounding(  # noqa: PLR0913 -- what a table shows and how
    table: FigureTable,
    columns: Sequence[Column],
    rows: Sequence[Row],
    *,
    unit: Unit | None,
    decimals: int | None,
    sum_decimals: int | None = None,
    adds_up: bool = False,
    kept: Collection[str] = (),
) -> Rounding:
    """Return how a table's numbers are rounded: plainly, or by the least adjusting so that rows sum to their totals.

    Figures whose ids are in `kept`, and values that people keep, stay plainly rounded. A column in which this cannot
    be done is left as it is.
    """
    plain, shown = {}, {}
    for column in columns:
        figures = {row.key: table.figure(row.key, column.key) for row in rows}
        asked = {row.key: tables.row_decimals(row, decimals, sum_decimals) for row in rows}
        exact = {key: tables.exact_number(figure, unit, asked[key]) for key, figure in figures.items()}
        numbers = _numbers(column, rows, {key: one for key, one in exact.items() if one is not None})
        own = {key for key, figure in figures.items() if figure.id in kept or figure.kept}
        plain[column.key], shown[column.key] = numbers, numbers.adjusted(own) if adds_up else numbers
    changed = {
        (row, key): number
        for key, numbers in shown.items()
        for row, number in numbers.shown.items()
        if number != plain[key].shown[row]
    }
    off = [numbers.name for numbers in shown.values() if not numbers.adds_up]
    differs = any(_differences_are_off(table, row, shown) for row in rows)
    return Rounding(changed, _note(off, is_adjusted=bool(changed), names=adds_up, differs=differs))


def _numbers(column: Column, rows: Sequence[Row], found: Mapping[str, tuple[Decimal, int]]) -> _Numbers:
    """Return the numbers of a column; those of its sums whose parts are all shown count as sums."""
    exact = {key: number for key, (number, _) in found.items()}
    return _Numbers(
        " ".join(swedish.uncapital(word) for word in (column.group, column.label) if word),
        exact,
        {key: decimals for key, (_, decimals) in found.items()},
        {key: swedish.rounded(*one) for key, one in found.items()},
        real_sums(exact, {row.key: row.sums for row in rows}),
    )


def _differences_are_off(table: FigureTable, row: Row, shown: Mapping[str, _Numbers]) -> bool:
    """Tell whether a row has a difference between two columns that, as the three are shown, is not theirs."""
    figures = {column: table.figure(row.key, column) for column in shown}
    columns = {figure.id: column for column, figure in figures.items()}
    for column, figure in figures.items():
        three = [column, *(columns.get(part.id, "") for part in figure.parts)]
        numbers = [shown[one] for one in three if one in shown and row.key in shown[one].exact]
        if len(numbers) == len(three) == 3 and figure.unit is not Unit.PERCENT:
            result, left, right = (one.exact[row.key] for one in numbers)
            result_shown, left_shown, right_shown = (one.shown[row.key] for one in numbers)
            gap = swedish.rounded(left_shown - right_shown, numbers[0].decimals[row.key])
            if abs(result) == abs(left - right) and abs(result_shown) != abs(gap):
                return True
    return False


def _note(off: Sequence[str], *, is_adjusted: bool, names: bool, differs: bool) -> str:
    """Say that numbers are adjusted, and what still does not add up as it is shown; "" when all does.

    `off` are the columns whose sums do not; `names` says them.
    """
    sums = f"summor i {listed(off)}" if names and len(off) <= _MOST_NAMED else "summor"
    what = [*([sums] if off else []), *(["skillnader"] if differs else [])]
    adjusted = "Avrundade tal är justerade så att de summerar" if is_adjusted else ""
    rest = (
        f"{swedish.capital(listed(what))} är räknade på oavrundade tal och kan skilja i sista siffran" if what else ""
    )
    return ". ".join(filter(None, (adjusted, rest)))
