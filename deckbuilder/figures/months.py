"""Monthly rows of a source, by month: which are there, and the window that a slide shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from deckbuilder.errors import ContentError, Problems, listed
from deckbuilder.period import Period

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckbuilder.figures.cells import SourceRow
    from deckbuilder.sources.table import SourceTable


def rows_by_month(table: SourceTable, column: str) -> dict[Period, list[SourceRow]]:
    """Return the rows under their month; raise ContentError for every cell that is no month."""
    place = table.column(column)
    problems = Problems()
    months: dict[Period, list[SourceRow]] = {}
    for row in table.rows:
        text = row[place].text
        month = Period.month_in(text[:7] if _DAY.fullmatch(text) else text)
        if month is None:
            sentence = f"'{text}' i kolumnen '{column}' är ingen månad. Skriv den som 2024-07."
            problems.add(row[place].ref.place, sentence, "DB229")
        else:
            months.setdefault(month, []).append(row)
    problems.raise_if_any()
    return months


def one_row_a_month(table: SourceTable, column: str) -> dict[Period, SourceRow]:
    """Return each month's only row; raise ContentError for months that have several."""
    problems = Problems()
    found: dict[Period, SourceRow] = {}
    for month, rows in rows_by_month(table, column).items():
        if len(rows) > 1:
            sentence = f"Månaden {month.code} har flera rader. Ta bort dubbletten, eller skilj raderna åt med 'where'."
            problems.add(rows[1][0].ref.place, sentence, "DB223")
        found[month] = rows[0]
    problems.raise_if_any()
    return found


def window(latest: Period, length: int) -> list[Period]:
    """Return the `length` months up to and with `latest`, in order."""
    months = [latest]
    while len(months) < length:
        months.append(months[-1].previous)
    return months[::-1]


def named_months(months: Iterable[Period]) -> str:
    """Return months in order for a sentence, those in a row as a span: `2023-08, 2024-01–2024-03 och 2024-06`."""
    spans: list[list[Period]] = []
    for month in months:
        if spans and spans[-1][-1] == month.previous:
            spans[-1].append(month)
        else:
            spans.append([month])
    return listed("–".join(dict.fromkeys((span[0].code, span[-1].code))) for span in spans)


def before(month: Period, lag: int) -> Period:
    """Return the month that lies `lag` months before another; after it when `lag` is negative."""
    for _ in range(abs(lag)):
        month = month.previous if lag > 0 else month.next
    return month


def latest_month(period: Period, lag: int, have: Iterable[Period], table: SourceTable) -> Period:
    """Return the month that the report shows, `lag` months before its own; raise ContentError when it has no rows."""
    month = before(Period(period.year, period.last_month, period.last_month), lag)
    if month in have:
        return month
    there = sorted(have)
    span = f"{there[0].code} till {there[-1].code}" if there else "inga månader"
    remedy = "Hämta en ny export, eller ändra 'lag' för siffrorna (så många månader släpar statistiken)."
    sentence = f"Månaden {month.code} saknas. Filen har {span}. {remedy}"
    raise ContentError.at(table.grid.place, sentence, "DB230")
