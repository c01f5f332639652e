"""Figures as a chart block: columns become series, rows categories."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from deckbuilder import swedish
from deckbuilder.compose import words
from deckbuilder.errors import SpecError, listed
from deckbuilder.figures.arithmetic import are_of_one_kind
from deckbuilder.page import ChartBlock, Series
from deckbuilder.period import MONTHS, Period, PeriodError
from deckbuilder.value import Unit, convert

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from deckbuilder.figures.figure import Column, Figure, FigureTable, Row
    from deckbuilder.page import SeriesRole, Tone

ROLES: tuple[SeriesRole, ...] = ("actual", "second", "third", "fourth")


def series(
    table: FigureTable, columns: Sequence[tuple[Column, SeriesRole]], rows: Sequence[Row], unit: Unit
) -> tuple[Series, ...]:
    """Return a series per column in `unit`, unrounded; raise SpecError for a column that holds no numbers."""
    result = []
    for column, role in columns:
        figures = [table.figure(row.key, column.key) for row in rows]
        if not any(figure.number is not None for figure in figures):
            remedy = "Fyll i dem i underlaget, eller välj en kolumn med tal."
            raise SpecError(("columns",), f"Kolumnen '{column.label}' har inga tal att visa. {remedy}", "DB407")
        if not are_of_one_kind(figures):
            names = listed(dict.fromkeys(str(figure.unit) for figure in figures if figure.number is not None))
            raise SpecError(
                ("rows",),
                f"Raderna i '{column.label}' har olika enheter: {names}. Välj rader med samma enhet i 'rows'.",
                "DB408",
            )
        if any(f.number is not None and not f.unit.is_money and f.unit is not unit for f in figures):
            sentence = f"'{column.label}' är i en annan enhet än diagrammet. Visa raderna med bildtypen table."
            raise SpecError(("columns",), sentence, "DB408")
        values = tuple(number_in(figure, unit) for figure in figures)
        tones = tuple(_tone(figure, column, unit) for figure in figures) if column.is_change else ()
        result.append(Series(column.label, values, role, tones if any(tones) else ()))
    return tuple(result)


def _tone(figure: Figure, column: Column, unit: Unit) -> Tone:
    """Return good or bad; what is shown as zero is neither."""
    value = number_in(figure, unit)
    return "" if value is None or not swedish.rounded(value, column.decimals) else figure.verdict


def reordered(one: Series, order: Sequence[int]) -> Series:
    """Return a series with its categories in another order."""
    values = tuple(one.values[number] for number in order)
    return replace(one, values=values, tones=tuple(one.tones[number] for number in order) if one.tones else ())


def number_in(figure: Figure, unit: Unit) -> Decimal | None:
    """Return a figure's number in a unit of its kind, unrounded; None where it has none."""
    return None if figure.number is None else convert(figure.number, figure.unit, unit)


def common_unit(columns: Sequence[Column], money: Unit | None) -> Unit:
    """Return the one unit of a chart's series; raise SpecError when they have different ones."""
    units = {money if money is not None and column.unit.is_money else column.unit for column in columns}
    if len(units) > 1:
        names = listed(sorted(f"{column.label} ({column.unit or 'utan enhet'})" for column in columns))
        raise SpecError(
            ("columns",), f"Serierna har olika enheter: {names}. Välj serier med samma enhet i 'columns'.", "DB408"
        )
    return units.pop()


def month_of(row: Row) -> Period | None:
    """Return the month that a row is about, by its key (`2024-07`) or by its label in the file; None for other rows."""
    for text in (row.key, row.label):
        with suppress(PeriodError):
            period = Period.parse(text)
            return period if period.is_month else None
    return None


def are_periods(rows: Sequence[Row]) -> bool:
    """Tell whether the rows are periods by their key or label: months (`2024-07`, `jan`), tertials or years."""
    return all(_is_period(row.key) or _is_period(row.label) for row in rows)


def _is_period(text: str) -> bool:
    with suppress(PeriodError):
        return bool(Period.parse(text))
    first = text.split(" ", maxsplit=1)[0].rstrip(".").casefold()
    return any(first in {month, month[:3]} for month in MONTHS)


def axis_labels(rows: Sequence[Row]) -> tuple[str, ...]:
    """Return the rows' labels for an axis; months in a row get a year below the first, the last and each January."""
    found = [month_of(row) for row in rows]
    months = [month for month in found if month is not None]
    if not months or len(months) < len(rows):
        return tuple(row.label for row in rows)
    with_year = {months[0], months[-1], *(month for month in months if month.last_month == 1)}
    return tuple(f"{month.month[:3]}\n{month.year}" if month in with_year else month.month[:3] for month in months)


def line_block(table: FigureTable, title: str, unit_label: str) -> ChartBlock:
    """Return every column of a monthly table as lines with labels at their ends."""
    unit = table.columns[0].unit
    roles = [(column, ROLES[number % len(ROLES)]) for number, column in enumerate(table.columns)]
    block = ChartBlock(
        "chart",
        "chart",
        "line",
        axis_labels(table.rows),
        series(table, roles, table.rows, unit),
        "",
        table.columns[0].decimals,
        labels="last",
    )
    return replace(block, alt=words.chart_alt(f"{title}, {unit_label}", block))
