"""Monthly values beside the same month last year, their rolling twelve months (R12) and how R12 has changed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from deckbuilder.figures.cells import cell_figure, unit_of
from deckbuilder.figures.figure import Figure
from deckbuilder.figures.month_table import MonthOptions, month_table
from deckbuilder.figures.months import latest_month, one_row_a_month
from deckbuilder.figures.options import CalculationSpec
from deckbuilder.figures.series import Series

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from deckbuilder.figures.cells import SourceRow
    from deckbuilder.figures.figure import FigureTable
    from deckbuilder.period import Period
    from deckbuilder.sources.table import SourceTable

SUMMARY = "En fil med en rad per månad: månadens värde, samma månad förra året och rullande tolv månader (R12)."


class Spec(MonthOptions, CalculationSpec):
    """One row per month, with columns of values that can be summed over months."""

    month: str
    """Kolumnen med månad."""
    columns: Annotated[dict[str, str], Field(min_length=1)]
    """Kolumner med värden: namnet som mallar når dem genom, och rubriken i källan."""
    unit: Literal["kr", "tkr", "mkr", "antal"] = "antal"
    """Enhet i källan."""
    decimals: Annotated[int, Field(ge=0, le=6)] = 0
    """Antal decimaler som visas."""
    where: dict[str, str] = {}
    """Ta bara rader där kolumnen har det här värdet."""


def calculate(name: str, spec: Spec, table: SourceTable, period: Period) -> FigureTable:
    """Return the months of a file as `month_table` does.

    Months after the report's own, begun or forecast, are left out also when the source has them.
    """
    every = one_row_a_month(table.where(spec.where), spec.month)
    latest = latest_month(period, spec.lag, every, table)
    rows = {month: row for month, row in every.items() if month <= latest}
    many = [
        Series(name, key, header, _reader(spec, header, table, rows), unit_of(spec.unit), spec.decimals, spec.better)
        for key, header in spec.columns.items()
    ]
    return month_table(name, many, latest, spec, spec.label, (table.file,))


def _reader(
    spec: Spec, header: str, table: SourceTable, rows: Mapping[Period, SourceRow]
) -> Callable[[Period], Figure]:
    """Return what gives a month's value; it is missing when the month has no row."""
    place = table.column(header)

    @cache
    def read(month: Period) -> Figure:
        if month not in rows:
            return Figure("", None, unit_of(spec.unit), spec.decimals, (), f"ingen rad för {month.code}")
        return spec.turned(cell_figure("", rows[month][place], header, spec.unit, spec.decimals))

    return read
