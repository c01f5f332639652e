"""A file's own totals rows: kept out of the rows that are summed, and compared with the sums."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from deckbuilder import swedish
from deckbuilder.errors import ContentError
from deckbuilder.figures.cells import number_or_none
from deckbuilder.figures.claims import Claim, last_digit, rounding_tolerance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from deckbuilder.figures.cells import SourceRow
    from deckbuilder.figures.figure import Figure
    from deckbuilder.figures.options import TableSpec
    from deckbuilder.figures.sums import Sum
    from deckbuilder.sources.cell import Cell
    from deckbuilder.sources.table import SourceTable

_LARGE = 1000
_TOTAL = re.compile(r"(summa|total|totalt|totalsumma)\b", re.IGNORECASE)
_WHOLE = {"summa", "total", "totalt", "totalsumma"}


def refuse_totals(found: Mapping[str, SourceRow], table: SourceTable, spec: TableSpec) -> None:
    """Raise ContentError for a row that sums the others: together with them it would be counted twice."""
    place = table.column(spec.key)
    columns = [table.column(column.from_) for column in spec.columns.values() if column.from_]
    names = list(found)
    for number, name in enumerate(names):
        is_last = number == len(names) - 1
        above = [found[other] for other in names[:-1]] if is_last else []
        if is_total(name) or (is_last and len(above) > 2 and _is_sum_of(found[name], above, columns)):
            sentence = (
                f"Raden '{name}' ser ut att vara summan av de andra och skulle räknas två gånger. "
                "Lägg till den i källans 'skip_rows', eller räkna upp raderna i 'rows' om den är en egen rad."
            )
            raise ContentError.at(found[name][place].ref.place, sentence, "DB228")


def is_total(name: str) -> bool:
    """Tell whether a row says by its name that it is a total."""
    return _TOTAL.match(name) is not None


def _is_sum_of(row: SourceRow, above: list[SourceRow], columns: Sequence[int]) -> bool:
    """Tell whether every number of a row is the sum of those above it, in two columns or more, or a large number."""
    sums = []
    for number in columns:
        values = [number_or_none(other[number]) for other in (*above, row)]
        if any(value is not None for value in values):
            sums.append((values[-1], sum((value for value in values[:-1] if value is not None), Decimal(0))))
    telling = [total for _, total in sums if total]
    return (len(telling) > 1 or any(abs(total) >= _LARGE for total in telling)) and all(a == b for a, b in sums)


def skipped_sums(table: SourceTable, spec: TableSpec, sums: Sequence[Sum]) -> dict[str, SourceRow]:
    """Return the source's own totals rows, which are kept out of the rows, by the key of the sum that each states."""
    place, found = table.column(spec.key), {}
    for row in table.skipped:
        name = row[place].text or (row[table.column(spec.group)].text if spec.group else "")
        if wanted := _sum_of(name, sums, has_whole=bool(spec.total) or not spec.group):
            found[swedish.key(wanted.name)] = row
    return found


def stated_totals(
    table: SourceTable,
    spec: TableSpec,
    columns: Mapping[str, str],
    skipped: Mapping[str, SourceRow],
    cells: Mapping[tuple[str, str], Figure],
) -> Iterator[Claim]:
    """Yield the claim of each number of a totals row, that it is the sum of the rows.

    `columns` are the source's headers by column key, `skipped` the totals rows by the key of their sum.
    """
    adding = {key: header for key, header in columns.items() if "andel" not in {spec.columns[key].unit, spec.unit}}
    for key, row in skipped.items():
        for column, header in adding.items():
            place = table.column(header)
            computed = cells[key, column]
            stated = stated_figure(row[place], computed)
            digits = [last_digit(number_or_none(other[place]) for other in table.rows)] * len(computed.cells)
            digits.append(_digit_of_totals(column, table, spec, adding, skipped.values()))
            what = named_cell(table, row, header)
            yield Claim("summa", computed.id, what, stated, computed, rounding_tolerance(digits))


def _digit_of_totals(
    column: str, table: SourceTable, spec: TableSpec, headers: Mapping[str, str], totals: Iterable[SourceRow]
) -> Decimal:
    """Return the unit that totals rows are rounded to, in columns like this one: it need not be that of the rows."""
    alike = [header for key, header in headers.items() if spec.columns[key].unit == spec.columns[column].unit]
    places = [table.column(header) for header in alike]
    return last_digit(number_or_none(row[place]) for row in totals for place in places)


def named_cell(table: SourceTable, row: SourceRow, header: str) -> str:
    """Return how a message names a cell: `'Utfall' för Regionstyrelsen`."""
    name = next((cell.text for cell in row if cell.text), "")
    return f"'{table.columns[table.column(header)]}' för {name}"


def stated_figure(cell: Cell, computed: Figure, unit: str = "") -> Figure:
    """Return what a cell states, in the unit of the figure that is computed beside it; missing when it is no number.

    `unit` is what the cell is read as, which matters for shares.
    """
    value = number_or_none(cell, unit)
    stated = replace(computed, value=value, cells=(cell.ref,), calculation="står i filen", parts=())
    return stated.with_decimals_as_written()


def _sum_of(name: str, sums: Sequence[Sum], *, has_whole: bool) -> Sum | None:
    """Return the sum that a totals row is: the one of its name; for a plain `Summa` the last, if that is the whole."""
    named = next((one for one in sums if one.name.casefold() == name.casefold()), None)
    return named or (sums[-1] if sums and has_whole and name.casefold() in _WHOLE else None)
