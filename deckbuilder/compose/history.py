"""One column of figures in the order of its rows, as control and run charts show it, and its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckbuilder import swedish
from deckbuilder.compose import charts, tables
from deckbuilder.compose.context import chosen
from deckbuilder.errors import SpecError, choices, listed
from deckbuilder.page import Paragraph, Run
from deckbuilder.value import convert

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from deckbuilder.compose.context import Context
    from deckbuilder.figures.figure import Column, Figure, FigureTable, Row
    from deckbuilder.page import Series
    from deckbuilder.period import Period
    from deckbuilder.value import Unit

_NUMBERS = ("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")


@dataclass(frozen=True)
class History:
    """A column of a table, one point per row, shown in `unit` with `decimals`."""

    table: FigureTable
    column: Column
    rows: tuple[Row, ...]
    unit: Unit
    decimals: int

    @property
    def figures(self) -> list[Figure]:
        """The points, missing ones too."""
        return [self.table.figure(row.key, self.column.key) for row in self.rows]

    @property
    def series(self) -> Series:
        """The points as a chart's series."""
        return charts.series(self.table, [(self.column, "actual")], self.rows, self.unit)[0]

    @property
    def names(self) -> tuple[str, ...]:
        """What sentences call the points: `dec 2023` for a month, else the row's label."""
        return tuple(point_name(row) for row in self.rows)

    @property
    def noun(self) -> tuple[str, str]:
        """One point and several: months where all rows are, else points."""
        return ("månad", "månader") if all(charts.month_of(row) for row in self.rows) else ("punkt", "punkter")

    @property
    def latest(self) -> int:
        """The number of the last point that has a value."""
        return max(number for number, value in enumerate(self.series.values) if value is not None)

    def shown(self, figure: Figure) -> str:
        """Return a figure as the chart shows it, without its unit."""
        return figure.shown(self.unit, self.decimals)

    def with_unit(self, figure: Figure, context: Context, decimals: int | None = None) -> str:
        """Return a figure as a sentence writes it."""
        text = figure.shown(self.unit, self.decimals if decimals is None else decimals)
        return text if figure.number is None else context.with_unit(text, self.unit)

    def across(self, figure: Figure) -> tuple[Decimal | None, ...]:
        """Return a figure as the values of a level line through all points."""
        number = None if figure.number is None else convert(figure.number, figure.unit, self.unit)
        return (number,) * len(self.rows)


def history(table: FigureTable, column: str | None, unit: str | None, decimals: int | None) -> History:
    """Return the column that a slide asks for, or the only one; raise SpecError for none, several or no numbers."""
    wanted = one_column(table, column)
    shown = charts.common_unit([wanted], tables.money_unit(unit, table))
    points = tuple(row for row in table.rows if row.kind == "row")
    return History(table, wanted, points, shown, wanted.decimals if decimals is None else decimals)


def one_column(table: FigureTable, wanted: str | None, key: str = "column") -> Column:
    """Return the column by key or label, or the only one; raise SpecError for none or several."""
    known = {column.key: column.label for column in table.columns}
    if wanted is None and len(known) > 1:
        raise SpecError(("figures",), f"Siffrorna har flera kolumner: {choices(known)}. Välj en med '{key}'.", "DB412")
    try:
        (found,) = chosen((wanted,), known, key, "Kolumnen") if wanted is not None else known
    except SpecError as error:
        raise SpecError((key,), str(error), error.code) from error
    return next(column for column in table.columns if column.key == found)


def point_name(row: Row) -> str:
    """Return a month as `dec 2023`, anything else as its label."""
    month = charts.month_of(row)
    return f"{month.month[:3]} {month.year}" if month else row.label


def period_of(rows: Sequence[Row], period: Period) -> str:
    """Return what time rows are about: their own months, else the report's period."""
    if not rows or not all(charts.month_of(row) for row in rows):
        return period.name
    return "–".join(dict.fromkeys((point_name(rows[0]), point_name(rows[-1]))))


def counted(number: int, noun: tuple[str, str]) -> str:
    """Return `sju månader`: a number in words up to twelve, and what there are so many of."""
    word = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{word} {noun[0] if number == 1 else noun[1]}"


def span_of(history: History) -> str:
    """Return the first and the last point: `jul 2023–jul 2024`."""
    return f"{history.names[0]}–{history.names[-1]}"


def bullets(sentences: Iterable[str]) -> tuple[Paragraph, ...]:
    """Return a bullet per sentence, each with a capital first."""
    return tuple(Paragraph((Run(swedish.capital(sentence)),)) for sentence in sentences)


def some(names: Sequence[str], most: int = 6) -> str:
    """Return names for a sentence; of many, only the last ones."""
    return listed(names) if len(names) <= most else f"senast {listed(names[-3:])}"
