"""Monthly values beside the same month last year, their rolling twelve months (R12) and how R12 has changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from deckbuilder.figures import arithmetic
from deckbuilder.figures.cells import SourceRow, cell_figure, unit_of
from deckbuilder.figures.figure import Better, Column, Figure, FigureTable, Row
from deckbuilder.figures.months import latest_month, one_row_a_month, window
from deckbuilder.figures.options import CalculationSpec
from deckbuilder.period import Period
from deckbuilder.value import Unit

if TYPE_CHECKING:
    from deckbuilder.sources.table import SourceTable

LAST_YEAR, R12, CHANGE = "fjol", "r12", "r12_forandring"
_TWELVE = 12


class Spec(CalculationSpec):
    """One row per month, with columns of values that can be summed over months."""

    month: str
    """Kolumnen med månad."""
    columns: Annotated[dict[str, str], Field(min_length=1)]
    """Kolumner med värden: namnet som mallar når dem genom, och rubriken i källan."""
    unit: Literal["kr", "tkr", "mkr", "antal"] = "antal"
    """Enhet i källan."""
    decimals: Annotated[int, Field(ge=0, le=6)] = 0
    """Antal decimaler som visas."""
    costs: Literal["positive", "negative"] = "positive"
    """negative om kostnader är negativa tal i källan. De visas då som positiva, så att en ökning är en ökning."""
    better: Better | None = None
    """higher om ett högre värde är bättre, lower om ett lägre är det."""
    where: dict[str, str] = {}
    """Ta bara rader där kolumnen har det här värdet."""
    span: Literal["months", "year"] = "months"
    """months visar de senaste månaderna, year visar kalenderårets alla månader."""
    months: Annotated[int, Field(ge=2, le=60)] = 13
    """Antal månader som visas, när span är months."""
    lag: Annotated[int, Field(ge=0, le=12)] = 0
    """Hur många månader efter rapporten som statistiken ligger."""


@dataclass(frozen=True)
class _Values:
    """The values of one column, and what is made of them for any month."""

    name: str
    header: str
    spec: Spec
    rows: dict[Period, SourceRow]
    place: int

    def value(self, month: Period) -> Figure:
        """Return the month's value; missing when it has no row: a gap is shown, never bridged."""
        id_, unit = f"{self.name}.{month.code}", self.spec.unit
        if month not in self.rows:
            return Figure(id_, None, unit_of(unit), self.spec.decimals, (), f"ingen rad för {month.code}")
        figure = cell_figure(id_, self.rows[month][self.place], self.header, unit, self.spec.decimals)
        if self.spec.costs == "positive" or figure.number is None:
            return figure
        turned = figure.number.copy_negate() if figure.number else figure.number
        return replace(figure, value=turned, calculation=f"{figure.calculation} med omvänt tecken")

    def rolling(self, month: Period) -> Figure:
        """Return the sum of the twelve months up to and with `month`; missing when any of them is."""
        months = window(month, _TWELVE)
        parts = [self.value(one) for one in months]
        words = f"summan av {self.header} {months[0].code} till {month.code}"
        gaps = [one.code for one, part in zip(months, parts, strict=True) if part.number is None]
        words += f" (saknar tal för {', '.join(gaps)})" if gaps else ""
        return arithmetic.total(f"{self.name}_{R12}.{month.code}", parts, words)

    def change(self, month: Period) -> Figure:
        """Return how much R12 differs from R12 twelve months before, in per cent."""
        words = f"R12 {month.code} jämfört med R12 {month.last_year.code}"
        now, before = self.rolling(month), self.rolling(month.last_year)
        change = arithmetic.percent_change(f"{self.name}_{CHANGE}.{month.code}", now, before, words)
        return change.as_shown(Unit.PERCENT, 1, self.spec.better)


def calculate(name: str, spec: Spec, table: SourceTable, period: Period) -> FigureTable:
    """Return months × (value, `_fjol`, `_r12`, `_r12_forandring`) per column; the part `senaste` has the last month.

    R12 is the sum of twelve months. It is missing when one of them is, and so is a change from it. Months after the
    report's own, begun or forecast, are left out also when the source has them.
    """
    every = one_row_a_month(table.where(spec.where), spec.month)
    latest = latest_month(period, spec.lag, every, table)
    by_month = {month: row for month, row in every.items() if month <= latest}
    months = _shown(latest, spec)
    values = {
        key: _Values(f"{name}.{key}", header, spec, by_month, table.column(header))
        for key, header in spec.columns.items()
    }
    columns = [column for key in values for column in _columns(key, latest, spec)]
    cells = {(month.code, key): figure for month in months for key, figure in _row(values, month).items()}
    rows = tuple(Row(month.code, month.name) for month in months)
    parts = {"senaste": _latest(f"{name}.senaste", values, latest, table.file)}
    return FigureTable(name, rows, tuple(columns), cells, (table.file,), spec.label, parts)


def _shown(latest: Period, spec: Spec) -> list[Period]:
    if spec.span == "months":
        return window(latest, spec.months)
    return window(Period(latest.year, _TWELVE, _TWELVE), _TWELVE)


def _row(values: dict[str, _Values], month: Period) -> dict[str, Figure]:
    figures: dict[str, Figure] = {}
    for key, one in values.items():
        figures[key] = one.value(month)
        figures[f"{key}_{LAST_YEAR}"] = one.value(month.last_year)
        figures[f"{key}_{R12}"] = one.rolling(month)
        figures[f"{key}_{CHANGE}"] = one.change(month)
    return figures


def _columns(key: str, latest: Period, spec: Spec) -> tuple[Column, ...]:
    header, unit = spec.columns[key], unit_of(spec.unit)
    now, before = header, f"{header} ett år tidigare"
    if spec.span == "year":
        now, before = f"{header} {latest.year}", f"{header} {latest.last_year.year}"
    return (
        Column(key, now, unit, spec.decimals),
        Column(f"{key}_{LAST_YEAR}", before, unit, spec.decimals),
        Column(f"{key}_{R12}", f"{header}, R12", unit, spec.decimals),
        Column(f"{key}_{CHANGE}", f"{header}, R12 mot ett år tidigare", Unit.PERCENT, 1, is_change=True, signed=True),
    )


def _latest(name: str, values: dict[str, _Values], latest: Period, file: str) -> FigureTable:
    """Return the last month's figures: a row per column of the source."""
    cells: dict[tuple[str, str], Figure] = {}
    for key, one in values.items():
        cells[key, "nu"] = one.value(latest)
        cells[key, LAST_YEAR] = one.value(latest.last_year)
        cells[key, R12] = one.rolling(latest)
        cells[key, f"{R12}_{LAST_YEAR}"] = one.rolling(latest.last_year)
        cells[key, CHANGE] = one.change(latest)
    unit, decimals = next((cell.unit, cell.decimals) for cell in cells.values())
    return FigureTable(
        name,
        tuple(Row(key, one.header) for key, one in values.items()),
        (
            Column("nu", latest.name, unit, decimals),
            Column(LAST_YEAR, latest.last_year.name, unit, decimals),
            Column(R12, f"R12 {latest.name}", unit, decimals),
            Column(f"{R12}_{LAST_YEAR}", f"R12 {latest.last_year.name}", unit, decimals),
            Column(CHANGE, "Förändring av R12", Unit.PERCENT, 1, is_change=True, signed=True),
        ),
        cells,
        (file,),
    )
