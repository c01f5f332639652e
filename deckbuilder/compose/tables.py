"""Figures as a table block: numbers, texts and statuses in cells, good and bad news told apart."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from deckbuilder import swedish
from deckbuilder.compose.context import chosen
from deckbuilder.errors import SpecError
from deckbuilder.page import TableBlock, TableCell, TableColumn, TableRow
from deckbuilder.value import Status, Unit, convert

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deckbuilder.figures.figure import Column, Figure, FigureTable, Row
    from deckbuilder.page import Align


def pick(table: FigureTable, columns: tuple[str, ...], rows: tuple[str, ...]) -> tuple[list[Column], list[Row]]:
    """Return the columns and rows that a slide asks for, in its order, or all; raise SpecError for unknown ones."""
    column_keys = chosen(columns, {column.key: column.label for column in table.columns}, "columns", "Kolumnen")
    row_keys = chosen(rows, {row.key: row.label for row in table.rows}, "rows", "Raden")
    by_column = {column.key: column for column in table.columns}
    by_row = {row.key: row for row in table.rows}
    return [by_column[key] for key in column_keys], [by_row[key] for key in row_keys]


def pick_rows(table: FigureTable, wanted: tuple[str, ...]) -> list[Row]:
    """Return the rows that a slide asks for, in its order, or all but sums; raise SpecError for unknown ones.

    Figures that have nothing but sums give these.
    """
    _, rows = pick(table, (), wanted)
    return named(rows if wanted else [row for row in rows if row.kind == "row"] or rows)


def named(rows: Sequence[Row]) -> list[Row]:
    """Return rows that can be told apart where their groups are not shown: `Primärvård: Läkare` for one of several."""
    labels = Counter(row.label for row in rows)
    return [
        replace(row, label=f"{row.group}: {row.label}") if row.group and labels[row.label] > 1 else row for row in rows
    ]


def table_block(  # noqa: PLR0913 -- what a table shows and how
    table: FigureTable,
    columns: Sequence[Column],
    rows: Sequence[Row],
    *,
    label: str,
    unit: Unit | None,
    decimals: int | None,
    alt: str,
    sum_decimals: int | None = None,
    money_label: str = "",
    adjusted: Mapping[tuple[str, str], Decimal] | None = None,
) -> TableBlock:
    """Return figures as a table block with a first column of row labels; money is shown in `unit`.

    `sum_decimals` are those of subtotals and totals, `money_label` how the report writes millions beside a number. Rows
    of a group stand under its name. `adjusted` are numbers, by row and column, that are shown for the plainly rounded.
    """
    instead = adjusted or {}
    header = [TableColumn(label, "left")]
    header += [TableColumn(column.label, _align(table, column, rows), column.group) for column in columns]
    has_parents = any(row.kind == "subtotal" for row in rows) and rows[0].kind == "subtotal"
    body: list[TableRow] = []
    for number, row in enumerate(rows):
        if _begins_group(rows, number):
            body.append(group_row(row.group, len(header)))
        places = row_decimals(row, decimals, sum_decimals)
        cells = [TableCell(row.label)]
        for column in columns:
            figure, shown = table.figure(row.key, column.key), instead.get((row.key, column.key))
            cells.append(cell(figure, column, unit, places, money_label, shown))
        body.append(TableRow(tuple(cells), row.kind, indent=row.kind == "row" and (has_parents or bool(row.group))))
    return TableBlock("table", "table", tuple(header), tuple(body), alt)


def row_decimals(row: Row, decimals: int | None, sum_decimals: int | None) -> int | None:
    """Return the decimals that a slide asks for in a row: sums may have their own."""
    return decimals if row.kind == "row" or sum_decimals is None else sum_decimals


def _begins_group(rows: Sequence[Row], number: int) -> bool:
    """Tell whether a row is the first of a group; a group of which only the sum is shown needs no heading."""
    row, above = rows[number], rows[number - 1].group if number else ""
    return bool(row.group) and row.group != above and row.kind == "row"


def group_row(name: str, columns: int) -> TableRow:
    """Return the heading of a group of rows."""
    return TableRow((TableCell(name), *[TableCell("")] * (columns - 1)), "group")


def with_alt(block: TableBlock, written: str) -> TableBlock:
    """Return the block with the alternative text that staff wrote, else with the one written from its figures."""
    return block if block.alt else replace(block, alt=written)


def cell(
    figure: Figure,
    column: Column,
    unit: Unit | None,
    decimals: int | None,
    money_label: str = "",
    adjusted: Decimal | None = None,
) -> TableCell:
    """Return one figure as a cell; a deviation that rounds to zero is neither good nor bad.

    `adjusted` is the number to show when it is not the figure's own, plainly rounded.
    """
    value = figure.value
    if isinstance(value, Status):
        return TableCell(swedish.capital(value.word) + figure.mark, level=value.level, trend=value.trend)
    if value is None:
        return TableCell(swedish.MISSING, tone="muted")
    if isinstance(value, str):
        day = swedish.as_date(value)
        return TableCell((swedish.written_date(day) if day else swedish.unbroken(value)) + figure.mark)
    shown_unit = unit if figure.unit.is_money and unit is not None else figure.unit
    places = _decimals(figure, shown_unit, decimals)
    text = figure.shown(shown_unit, places, sign=column.signed)
    if adjusted is not None:
        text = swedish.number(adjusted, places, sign=column.signed)
    if figure.unit is not column.unit and isinstance(value, Decimal):
        return TableCell(swedish.beside(text, swedish.unit_label(shown_unit, text, money_label)))
    if not isinstance(value, Decimal) or not column.is_change:
        return TableCell(text)
    is_zero = not swedish.rounded(convert(value, figure.unit, shown_unit), places)
    return TableCell(text, tone="" if is_zero else figure.verdict)


def shown_number(figure: Figure, unit: Unit | None, decimals: int | None) -> Decimal | None:
    """Return the number that a cell shows, rounded as it is there; None for what is no number."""
    exact = exact_number(figure, unit, decimals)
    return None if exact is None else swedish.rounded(*exact)


def exact_number(figure: Figure, unit: Unit | None, decimals: int | None) -> tuple[Decimal, int] | None:
    """Return a number in the unit that a cell shows it in, and its decimals there; None for what is no number."""
    if figure.number is None:
        return None
    shown_unit = unit if figure.unit.is_money and unit is not None else figure.unit
    return convert(figure.number, figure.unit, shown_unit), _decimals(figure, shown_unit, decimals)


def _decimals(figure: Figure, unit: Unit, decimals: int | None) -> int:
    """Return a slide's decimals for its money and counts; percentages keep their own."""
    return figure.decimals if decimals is None or not (unit.is_money or unit is Unit.COUNT) else decimals


def _align(table: FigureTable, column: Column, rows: Sequence[Row]) -> Align:
    values = [table.figure(row.key, column.key).value for row in rows]
    texts = [value for value in values if isinstance(value, str | Status)]
    return "left" if texts else "right"


def money_unit(word: str | None, table: FigureTable) -> Unit | None:
    """Return the unit that a slide asks for; raise SpecError when the table holds no money."""
    if word is None:
        return None
    unit = Unit(word)
    if not any(column.unit.is_money for column in table.columns):
        raise SpecError(("unit",), f"Siffrorna är inte i kronor och kan inte visas i {unit}. Ta bort 'unit'.", "DB409")
    return unit
