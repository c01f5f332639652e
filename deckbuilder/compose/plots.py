"""Figures as the data of a plot: days for a calendar, groups of values whose spread is shown."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby
from statistics import median
from typing import TYPE_CHECKING

from deckbuilder import swedish
from deckbuilder.errors import SpecError
from deckbuilder.period import MONTHS
from deckbuilder.plots import calendar_heat, distribution
from deckbuilder.value import Suppressed, Unit, convert

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from deckbuilder.figures.figure import Column, Figure, FigureTable, Row

_Day = tuple[date, Decimal | Suppressed | None]
WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
MOST_WEEKS = 54
MOST_GROUPS = 12


def calendar(
    table: FigureTable, column: Column, rows: Sequence[Row], unit: Unit, decimals: int, *, whole: bool = True
) -> calendar_heat.Data:
    """Return a column as a calendar with its highest day brought out; raise SpecError for rows that are no days.

    With `whole` a day without a row is missing, if other days of the same weekday have rows.
    """
    days = sorted(zip(map(_day, rows), _values(table, column, rows, unit), strict=True), key=lambda pair: pair[0])
    if (days[-1][0] - days[0][0]).days > 7 * MOST_WEEKS:
        what = f"Kalendern går från {days[0][0]} till {days[-1][0]}, men högst {MOST_WEEKS} veckor går att läsa."
        raise SpecError(("rows",), f"{what} Välj dagar i 'rows'.", "DB413")
    known = [(value, day) for day, value in days if isinstance(value, Decimal)]
    if not known:
        raise SpecError(
            ("columns",), f"Kolumnen '{column.label}' har inga tal. Välj en kolumn med tal i 'columns'.", "DB407"
        )
    highest, day = max(known, key=lambda pair: pair[0])
    words = f"högst: {_shown(highest, decimals, unit)}, {day.day} {MONTHS[day.month - 1]}"
    days = _with_gaps(days) if whole else days
    return calendar_heat.Data(tuple(days), swedish.unit_label(unit), decimals, day, words)


def _with_gaps(days: Sequence[_Day]) -> list[_Day]:
    """Return the days in order with those between them that have no row, on weekdays that are otherwise there."""
    there = dict(days)
    weekdays = {day.weekday() for day in there}
    first, last = days[0][0], days[-1][0]
    between = (first + timedelta(number) for number in range((last - first).days + 1))
    return [(day, there.get(day)) for day in between if day.weekday() in weekdays]


def spread(
    groups: Sequence[tuple[str, Sequence[tuple[str, object]]]], marked: str, unit: Unit, decimals: int, *, signed: bool
) -> distribution.Data:
    """Return groups of named values; what is missing or withheld has no place on a scale, so the name tells of it."""
    found = []
    for name, points in groups:
        known = tuple((label, value) for label, value in points if isinstance(value, Decimal))
        found.append(distribution.Group(name + _lacking(value for _, value in points), known, marked))
    if len(found) > MOST_GROUPS:
        raise SpecError(
            ("columns",),
            f"Det blir {len(found)} grupper, men högst {MOST_GROUPS} går att läsa. Välj färre kolumner eller dagar.",
            "DB413",
        )
    if empty := [name for (name, _), group in zip(groups, found, strict=True) if not group.points]:
        raise SpecError(("columns",), f"'{empty[0]}' har inga tal. Välj kolumner med tal i 'columns'.", "DB407")
    return distribution.Data(tuple(found), swedish.unit_label(unit), decimals, signed)


def _lacking(values: Iterable[object]) -> str:
    """Return ` (2 saknas)` for values that are missing, and how many are withheld; "" when all are there."""
    every = list(values)
    counts = {"saknas": every.count(None), "visas inte": sum(isinstance(value, Suppressed) for value in every)}
    found = [f"{count} {words}" for words, count in counts.items() if count]
    return f" ({', '.join(found)})" if found else ""


def by_column(
    table: FigureTable, columns: Sequence[Column], rows: Sequence[Row], unit: Unit
) -> list[tuple[str, list[tuple[str, object]]]]:
    """Return a group for each column, with a value for each row."""
    labels = [row.label for row in rows]
    values = ((column.label, _values(table, column, rows, unit)) for column in columns)
    return [(label, list(zip(labels, column, strict=True))) for label, column in values]


def by_time(
    table: FigureTable, column: Column, rows: Sequence[Row], unit: Unit, how: str
) -> list[tuple[str, list[tuple[str, object]]]]:
    """Return a column of days in groups: a month or a weekday each."""
    days = sorted(zip(map(_day, rows), _values(table, column, rows, unit), strict=True), key=lambda pair: pair[0])
    if how == "weekday":
        days.sort(key=lambda pair: pair[0].weekday())
        parts = groupby(days, key=lambda pair: WEEKDAYS[pair[0].weekday()])
    else:
        parts = groupby(days, key=lambda pair: f"{MONTHS[pair[0].month - 1]} {pair[0].year}")
    return [(name, [(str(day), value) for day, value in members]) for name, members in parts]


def span(rows: Sequence[Row]) -> str:
    """Return the days that rows go over, `1 januari–31 juli 2024`."""
    days = sorted(map(_day, rows))
    first, last = days[0], days[-1]
    if first == last:
        return swedish.written_date(first)
    begins = swedish.written_date(first).removesuffix(f" {last.year}")
    return f"{begins}–{swedish.written_date(last)}"


def calendar_alt(title: str, data: calendar_heat.Data, unit: Unit) -> str:
    """Return what a calendar shows: its days, the highest and lowest of them, and how many have no value."""
    known = [(value, day) for day, value in data.days if isinstance(value, Decimal)]
    text = f"Kalender: {title}. {len(data.days)} {'dag' if len(data.days) == 1 else 'dagar'}."
    for words, (value, day) in (("Högst", max(known)), ("Lägst", min(known))):
        text += f" {words} {swedish.written_date(day)}: {_shown(value, data.decimals, unit)}."
    missing = sum(value is None for _, value in data.days)
    withheld = sum(isinstance(value, Suppressed) for _, value in data.days)
    text += f" {missing} {'dag' if missing == 1 else 'dagar'} saknas." if missing else ""
    return text + (f" {withheld} {'dag' if withheld == 1 else 'dagar'} visas inte." if withheld else "")


def spread_alt(title: str, data: distribution.Data, unit: Unit) -> str:
    """Return what a spread shows: of each group the median, the ends and the one that is brought out."""
    text = f"Spridning: {title}."
    for group in data.groups:
        values = [value for _, value in group.points]
        middle, low, high = (_shown(v, data.decimals, unit) for v in (median(values), min(values), max(values)))
        text += f" {group.name}: median {middle}, från {low} till {high}."
        text += "".join(
            f" {name}: {_shown(value, data.decimals, unit)}." for name, value in group.points if name == group.marked
        )
    return text


def _day(row: Row) -> date:
    day = swedish.as_date(row.label)
    if day is None:
        sentence = f"Raden '{row.label}' är inget datum. Här behövs en rad per dag, skriven som 2024-07-31."
        raise SpecError(("figures",), sentence, "DB419")
    return day


def _values(table: FigureTable, column: Column, rows: Sequence[Row], unit: Unit) -> list[Decimal | Suppressed | None]:
    return [_value(table.figure(row.key, column.key), unit) for row in rows]


def _value(figure: Figure, unit: Unit) -> Decimal | Suppressed | None:
    if figure.number is not None:
        return convert(figure.number, figure.unit, unit)
    return figure.value if isinstance(figure.value, Suppressed) else None


def _shown(value: Decimal, decimals: int, unit: Unit) -> str:
    return swedish.with_unit(value, unit, decimals)
