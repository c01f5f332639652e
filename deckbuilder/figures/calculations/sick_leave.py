"""Sick leave by length of absence month by month, and the latest month against the same month last year."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from deckbuilder import swedish
from deckbuilder.errors import Problems
from deckbuilder.figures import arithmetic
from deckbuilder.figures.cells import SourceRow, cell_figure, refuse_twins
from deckbuilder.figures.figure import Column, Figure, FigureTable, Row
from deckbuilder.figures.months import latest_month, one_row_a_month, window
from deckbuilder.figures.options import CalculationSpec
from deckbuilder.value import Unit

if TYPE_CHECKING:
    from deckbuilder.period import Period
    from deckbuilder.sources.table import SourceTable

NOW, LAST_YEAR, CHANGE = "nu", "fjol", "forandring"

SUMMARY = "Sjukfrånvaro efter längd, månad för månad och mot samma månad förra året."


class Spec(CalculationSpec):
    """Monthly percentages of ordinary working time, one column per length of absence."""

    month: str
    """Kolumnen med månad."""
    lengths: Annotated[tuple[str, ...], Field(min_length=1)]
    """Kolumnerna med frånvarons längd, kortast först."""
    total: str
    """Kolumnen med den totala sjukfrånvaron."""
    where: dict[str, str] = {}
    """Ta bara rader där kolumnen har det här värdet."""
    months: Annotated[int, Field(ge=13, le=60)] = 13
    """Antal månader som visas."""
    lag: Annotated[int, Field(ge=0, le=12)] = 0
    """Hur många månader efter rapporten som statistiken ligger."""


def calculate(name: str, spec: Spec, table: SourceTable, period: Period) -> FigureTable:
    """Return months × lengths in per cent; the part `jamforelse` has now, last year and the change in points.

    A month without a row has missing figures: a gap is shown, never bridged.
    """
    by_month = one_row_a_month(table.where(spec.where), spec.month)
    latest = latest_month(period, spec.lag, by_month, table)
    shown = window(latest, spec.months)
    headers = (*spec.lengths, spec.total)
    columns = tuple(Column(swedish.key(text), text, Unit.PERCENT, 1) for text in headers)
    refuse_twins(columns, "lengths", "Kolumnerna")
    rows = tuple(Row(month.code, month.code, period=month) for month in shown)
    cells: dict[tuple[str, str], Figure] = {}
    problems = Problems()
    for month in shown:
        for column in columns:
            with problems.gather():
                cells[month.code, column.key] = _figure(name, month, column, by_month, table)
    problems.raise_if_any()
    parts = {"jamforelse": _comparison(name, columns, cells, latest, table.file)}
    return FigureTable(name, rows, columns, cells, (table.file,), spec.label, parts)


def _figure(name: str, month: Period, column: Column, by_month: dict[Period, SourceRow], table: SourceTable) -> Figure:
    id_ = f"{name}.{month.code}.{column.key}"
    place = table.column(column.label)
    if month not in by_month:
        return Figure(id_, None, Unit.PERCENT, 1, (), f"ingen rad för {month.code}", period=month)
    return replace(cell_figure(id_, by_month[month][place], column.label, Unit.PERCENT, 1), period=month)


def _comparison(
    name: str, columns: tuple[Column, ...], months: dict[tuple[str, str], Figure], latest: Period, file: str
) -> FigureTable:
    cells = {}
    for column in columns:
        now, before = months[latest.code, column.key], months[latest.last_year.code, column.key]
        words = f"{latest.code} minus {latest.last_year.code}"
        change = arithmetic.point_change(f"{name}.jamforelse.{column.key}.{CHANGE}", now, before, words)
        cells[column.key, NOW] = now
        cells[column.key, LAST_YEAR] = before
        cells[column.key, CHANGE] = change.as_shown(Unit.POINTS, 1, "lower")
    return FigureTable(
        f"{name}.jamforelse",
        tuple(Row(column.key, column.label) for column in columns),
        (
            Column(NOW, latest.name, Unit.PERCENT, 1, period=latest),
            Column(LAST_YEAR, latest.last_year.name, Unit.PERCENT, 1, period=latest.last_year),
            Column(CHANGE, "Förändring", Unit.POINTS, 1, is_change=True, signed=True, period=latest),
        ),
        cells,
        (file,),
    )
