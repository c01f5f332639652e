"""Assignments with their status, where they stand, who answers for them and when they are due; late ones in words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from deckbuilder import swedish
from deckbuilder.compose import statuses, tables, words
from deckbuilder.compose.context import chosen, source_line
from deckbuilder.errors import SpecError, listed
from deckbuilder.page import Page
from deckbuilder.spec.report import SlideSpec
from deckbuilder.value import Status

if TYPE_CHECKING:
    from deckbuilder.compose.context import Context
    from deckbuilder.figures.figure import Column, FigureTable, Row
    from deckbuilder.page import TableRow
    from deckbuilder.period import Period

SUMMARY = "Uppdrag med status, läge, ansvarig roll och datum. Försenade märks ut med ord."
EXAMPLE = """\
- type: assignments
  id: uppdrag-lage
  title: Ett av fullmäktiges uppdrag är försenat
  figures: uppdrag
  label: Uppdrag
  due: Klart senast
  columns: [Status, Läge, Ansvarig, Klart senast]
"""


class Options(SlideSpec):
    """For figures of the kind `portfolio` with a status per row."""

    figures: str
    """Siffrorna i config/sources.yaml, av slaget portfolio."""
    due: str
    """Kolumnen med datum då uppdraget ska vara klart."""
    columns: tuple[str, ...] = ()
    """Kolumner i ordning. Utan listan visas alla."""
    rows: tuple[str, ...] = ()
    """Rader i ordning. Utan listan visas alla."""
    label: str = "Uppdrag"
    """Rubrik över uppdragens namn."""
    alt: str = ""
    """Alternativtext. Utan den skrivs en ur siffrorna."""


def compose(options: Options, context: Context) -> Page:
    """Return a page with the assignments; the line under the title counts statuses and late ones."""
    table = context.table(options.figures)
    columns, rows = tables.pick(table, options.columns, options.rows)
    (due,) = chosen((options.due,), {column.key: column.label for column in columns}, "due", "Kolumnen")
    _refuse_no_dates(table, rows, due)
    found = {row.key: status for row in rows if (status := _status(table, row, columns))}
    if not found:
        sentence = f"Siffrorna '{options.figures}' har inga statusar. Använd siffror av slaget portfolio."
        raise SpecError(("figures",), sentence, "DB411")
    late = [row for row in rows if _is_late(table, row, due, found.get(row.key), context.period)]
    block = tables.table_block(table, columns, rows, label=options.label, unit=None, decimals=None, alt=options.alt)
    place = 1 + [column.key for column in columns].index(due)
    keys = {row.key for row in late}
    body = (_marked(shown, place) if r.key in keys else shown for r, shown in zip(rows, block.rows, strict=True))
    block = replace(block, rows=tuple(body))
    said = f"{swedish.capital(statuses.counted(list(found.values())))} av {len(rows)} uppdrag"
    names = f" Försenade: {listed(row.label for row in late)}." if late else ""
    title = words.described(table, options.title)
    block = tables.with_alt(block, f"Tabell: {title}. {said}.{names} {_alt(table, rows, due, found)}")
    subtitle = options.subtitle or f"{said}, {_late_words(len(late), context.period)}"
    source = source_line(options.source, table)
    return Page(options.id, "table", options.title, (block,), subtitle, source)


def _refuse_no_dates(table: FigureTable, rows: list[Row], due: str) -> None:
    """Raise SpecError for a text that is no date: nobody could tell whether it has passed."""
    for row in rows:
        text = str(table.figure(row.key, due).value or "")
        if text and swedish.as_date(text) is None:
            sentence = (
                f"'{text}' för '{row.label}' är inget datum. Välj en kolumn som står under 'dates' för siffrorna."
            )
            raise SpecError(("due",), sentence, "DB419")


def _status(table: FigureTable, row: Row, columns: list[Column]) -> Status | None:
    """Return a row's first status."""
    values = [table.figure(row.key, column.key).value for column in columns]
    return next((value for value in values if isinstance(value, Status)), None)


def _is_late(table: FigureTable, row: Row, due: str, status: Status | None, period: Period) -> bool:
    """Tell whether an assignment should have been done before the period ended, and is not."""
    day = swedish.as_date(str(table.figure(row.key, due).value or ""))
    return day is not None and day < period.last_day and not (status is not None and status.is_done)


def _marked(row: TableRow, place: int) -> TableRow:
    cells = list(row.cells)
    cells[place] = replace(cells[place], text=f"{cells[place].text}, försenat", tone="bad")
    return replace(row, cells=tuple(cells))


def _late_words(late: int, period: Period) -> str:
    if not late:
        return f"inget försenat, {period.name}"
    return f"{late} {'försenat' if late == 1 else 'försenade'}, {period.name}"


def _day(table: FigureTable, row: Row, due: str) -> str:
    day = swedish.as_date(str(table.figure(row.key, due).value or ""))
    return f"klart senast {swedish.written_date(day)}" if day else "inget datum"


def _alt(table: FigureTable, rows: list[Row], due: str, found: dict[str, Status]) -> str:
    """Return each assignment with its status and date."""
    return " ".join(f"{row.label}: {found.get(row.key, 'ingen status')}, {_day(table, row, due)}." for row in rows)
