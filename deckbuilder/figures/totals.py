"""A file's own totals rows: kept out of the rows that are summed, and compared with the sums."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from deckbuilder import swedish
from deckbuilder.errors import ContentError, Problem
from deckbuilder.figures.cells import number_or_none

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from deckbuilder.figures.cells import SourceRow
    from deckbuilder.figures.figure import Figure
    from deckbuilder.figures.options import TableSpec
    from deckbuilder.figures.sums import Sum
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
            raise ContentError.at(found[name][place].ref.place, sentence)


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


def disagreements(
    table: SourceTable,
    spec: TableSpec,
    columns: Mapping[str, str],
    sums: Sequence[Sum],
    cells: Mapping[tuple[str, str], Figure],
) -> Iterator[Problem]:
    """Yield a warning for each number of a skipped totals row that is not the sum of the rows.

    `columns` are the source's headers by column key. Rows that are rounded in the file may differ by (n + 1) / 2 of
    their last digit, where n is how many are summed.
    """
    place = table.column(spec.key)
    for row in table.skipped:
        name = row[place].text or (row[table.column(spec.group)].text if spec.group else "")
        wanted = _sum_of(name, sums, has_whole=bool(spec.total) or not spec.group)
        for column, header in columns.items() if wanted else ():
            if wanted is None or spec.columns[column].unit == "andel" or spec.unit == "andel":
                continue
            cell = row[table.column(header)]
            said, computed = number_or_none(cell), cells[swedish.key(wanted.name), column].number
            if said is None or computed is None or abs(said - computed) <= _tolerance(table, table.column(header)):
                continue
            sentence = (
                f"Raden '{name}' säger {cell.text} i kolumnen '{header}', men raderna ger "
                f"{swedish.number(computed, swedish.decimals_of(computed))}. Kontrollera att inga rader saknas."
            )
            yield Problem(cell.ref.place, sentence)


def _sum_of(name: str, sums: Sequence[Sum], *, has_whole: bool) -> Sum | None:
    """Return the sum that a totals row is: the one of its name; for a plain `Summa` the last, if that is the whole."""
    named = next((one for one in sums if one.name.casefold() == name.casefold()), None)
    return named or (sums[-1] if sums and has_whole and name.casefold() in _WHOLE else None)


def _tolerance(table: SourceTable, column: int) -> Decimal:
    numbers = [number for row in table.rows if (number := number_or_none(row[column])) is not None]
    digit = Decimal(1).scaleb(-max((swedish.decimals_of(number) for number in numbers), default=0))
    return digit * (len(numbers) + 1) / 2
