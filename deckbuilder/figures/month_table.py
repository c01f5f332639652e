"""Makes a table of series by month, and its part `senaste`, which has the last month's figures."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from deckbuilder.figures.cells import refuse_twins
from deckbuilder.figures.figure import Better, Column, Figure, FigureTable, Row
from deckbuilder.figures.months import named_months, window
from deckbuilder.figures.series import CHANGE, LAST_YEAR, LATEST, R12, TWELVE
from deckbuilder.period import Period
from deckbuilder.spec.validation import Model
from deckbuilder.value import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from deckbuilder.figures.series import Series

_CHANGES = {
    "forandring": ("nu", "fore"),
    "arsforandring": ("nu", LAST_YEAR),
    "ack_forandring": ("ack", f"ack_{LAST_YEAR}"),
}


class MonthOptions(Model):
    """Which months are shown, and how their values are read."""

    costs: Literal["positive", "negative"] = "positive"
    """negative om kostnader är negativa tal i källan. De visas då som positiva, så att en ökning är en ökning."""
    better: Better | None = None
    """higher om ett högre värde är bättre, lower om ett lägre är det."""
    span: Literal["months", "year"] = "months"
    """months visar de senaste månaderna, year visar kalenderårets alla månader."""
    months: Annotated[int, Field(ge=2, le=60)] = 13
    """Antal månader som visas, när span är months."""
    lag: Annotated[int, Field(ge=0, le=12)] = 0
    """Hur många månader efter rapporten som statistiken ligger."""

    def shown(self, latest: Period) -> list[Period]:
        """Return the months of the table's rows."""
        if self.span == "months":
            return window(latest, self.months)
        return window(Period(latest.year, TWELVE, TWELVE), TWELVE)

    def turned(self, figure: Figure) -> Figure:
        """Return a cost that is held as a negative number as a positive one."""
        if self.costs == "positive" or figure.number is None:
            return figure
        number = figure.number.copy_negate() if figure.number else figure.number
        return replace(figure, value=number, calculation=f"{figure.calculation} med omvänt tecken")


def month_table(
    name: str, many: Sequence[Series], latest: Period, options: MonthOptions, label: str, files: tuple[str, ...]
) -> FigureTable:
    """Return months × (value, `_fjol`, `_r12`, `_r12_forandring`) of each series, with the part `senaste`.

    A series whose months cannot be added has no R12. `senaste` has a row for each series, and the columns `nu`, `fjol`,
    `r12`, `r12_fjol` and `r12_forandring` (per cent), the month before as `fore`, the change since then and since last
    year as `forandring` and `arsforandring`, the sum since January as `ack` and `ack_fjol` with the change
    `ack_forandring`; a change with `_procent` is in per cent.
    """
    months = options.shown(latest)
    cells = {(month.code, key): figure for month in months for one in many for key, figure in _row(one, month)}
    columns = tuple(column for one in many for column in _columns(one, latest, options))
    refuse_twins(columns, "columns", "Kolumnerna")
    rows = tuple(Row(month.code, month.name, period=month) for month in months)
    there = [month for month in months if month <= latest]
    notes = tuple(f"{one.header} saknas för {named_months(gaps)}" for one in many if (gaps := one.missing(there)))
    parts = {LATEST: _latest(f"{name}.{LATEST}", many, latest, files)}
    return FigureTable(name, rows, columns, cells, files, label, parts, notes=notes)


def _row(one: Series, month: Period) -> Iterable[tuple[str, Figure]]:
    yield one.key, one.value(month)
    yield f"{one.key}_{LAST_YEAR}", one.value(month.last_year)
    if one.sums:
        yield f"{one.key}_{R12}", one.rolling(month)
        yield f"{one.key}_{CHANGE}", one.rolling_change(month)


def _columns(one: Series, latest: Period, options: MonthOptions) -> Iterable[Column]:
    now, before = one.header, f"{one.header} ett år tidigare"
    if options.span == "year":
        now, before = f"{one.header} {latest.year}", f"{one.header} {latest.last_year.year}"
    yield Column(one.key, now, one.unit, one.decimals)
    yield Column(f"{one.key}_{LAST_YEAR}", before, one.unit, one.decimals)
    if one.sums:
        yield Column(f"{one.key}_{R12}", f"{one.header}, R12", one.unit, one.decimals)
        change = f"{one.header}, R12 mot ett år tidigare"
        yield Column(f"{one.key}_{CHANGE}", change, Unit.PERCENT, 1, is_change=True, signed=True)


def _latest(name: str, many: Sequence[Series], latest: Period, files: tuple[str, ...]) -> FigureTable:
    """Return the last month's figures: a row for each series."""
    columns = _latest_columns(latest, many[0], sums=any(one.sums for one in many))
    cells: dict[tuple[str, str], Figure] = {}
    for one in many:
        figures = _latest_row(f"{name}.{one.key}", one, latest)
        for column in columns:
            no_sum = Figure(
                "", None, column.unit, column.decimals, (), "månader som inte går att summera har ingen summa"
            )
            cells[one.key, column.key] = figures.get(column.key, no_sum)
    return FigureTable(name, tuple(Row(one.key, one.header) for one in many), columns, cells, files)


def _latest_row(address: str, one: Series, month: Period) -> dict[str, Figure]:
    """Return the figures of a row of `senaste`, by column."""
    before = month.last_year
    row = {"nu": one.value(month), LAST_YEAR: one.value(before), "fore": one.value(month.previous)}
    if one.sums:
        row |= {"ack": one.accumulated(month), f"ack_{LAST_YEAR}": one.accumulated(before)}
        row |= {R12: one.rolling(month), f"{R12}_{LAST_YEAR}": one.rolling(before), CHANGE: one.rolling_change(month)}
    row = {key: replace(figure, id=f"{address}.{key}") for key, figure in row.items()}
    for key, (now, then) in _CHANGES.items():
        if now in row:
            months = [_named(side, row[side].period or month) for side in (now, then)]
            change = one.change(row[now], row[then], " minus ".join(months))
            percent = one.percent(row[now], row[then], " jämfört med ".join(months))
            row[key] = replace(change, id=f"{address}.{key}", period=month)
            row[f"{key}_procent"] = replace(percent, id=f"{address}.{key}_procent", period=month)
    return row


def _named(key: str, month: Period) -> str:
    return f"ackumulerat till och med {month.code}" if key.startswith("ack") else month.code


def _latest_columns(latest: Period, one: Series, *, sums: bool) -> tuple[Column, ...]:
    before, unit, decimals = latest.last_year, one.unit, one.decimals
    change = unit.of_difference
    columns = [
        Column("nu", latest.name, unit, decimals, period=latest),
        Column(LAST_YEAR, before.name, unit, decimals, period=before),
        Column(R12, f"R12 {latest.name}", unit, decimals, period=latest),
        Column(f"{R12}_{LAST_YEAR}", f"R12 {before.name}", unit, decimals, period=before),
        _change(CHANGE, "Förändring av R12", Unit.PERCENT, 1, latest),
        Column("fore", latest.previous.name, unit, decimals, period=latest.previous),
        _change("forandring", f"Sedan {latest.previous.month}", change, decimals, latest),
        _change("forandring_procent", f"Sedan {latest.previous.month}, %", Unit.PERCENT, 1, latest),
        _change("arsforandring", f"Sedan {before.name}", change, decimals, latest),
        _change("arsforandring_procent", f"Sedan {before.name}, %", Unit.PERCENT, 1, latest),
        Column("ack", f"Januari–{latest.month} {latest.year}", unit, decimals, period=latest),
        Column(f"ack_{LAST_YEAR}", f"Januari–{latest.month} {before.year}", unit, decimals, period=before),
        _change("ack_forandring", "Ackumulerad förändring", change, decimals, latest),
        _change("ack_forandring_procent", "Ackumulerad förändring, %", Unit.PERCENT, 1, latest),
    ]
    return tuple(column for column in columns if sums or not column.key.startswith((R12, "ack")))


def _change(key: str, label: str, unit: Unit, decimals: int, period: Period) -> Column:
    return Column(key, label, unit, decimals, is_change=True, signed=True, period=period)
