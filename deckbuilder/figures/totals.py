"""A file's own totals rows, compared with the sums that are computed from its rows."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from deckbuilder import swedish
from deckbuilder.errors import Problem
from deckbuilder.figures.cells import number_or_none

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from deckbuilder.figures.figure import Figure
    from deckbuilder.figures.sums import Sum
    from deckbuilder.sources.table import SourceTable

_WHOLE = {"summa", "total", "totalt", "totalsumma"}


def disagreements(
    table: SourceTable,
    key: str,
    columns: Mapping[str, str],
    sums: Sequence[Sum],
    cells: Mapping[tuple[str, str], Figure],
) -> Iterator[Problem]:
    """Yield a warning for each number of a skipped totals row that is not the sum of the rows.

    `columns` are the source's headers by column key. Rows that are rounded in the file may differ by (n + 1) / 2 of
    their last digit, where n is how many are summed.
    """
    place = table.column(key)
    for row in table.skipped:
        wanted = _sum_of(row[place].text, sums)
        for column, header in columns.items() if wanted else ():
            cell = row[table.column(header)]
            said, computed = number_or_none(cell), cells[swedish.key(wanted.name), column].number if wanted else None
            if said is None or computed is None or wanted is None:
                continue
            if abs(said - computed) > _tolerance(table, table.column(header)):
                sentence = (
                    f"Raden '{row[place].text}' säger {cell.text} i kolumnen '{header}', men raderna ger "
                    f"{swedish.number(computed, _decimals(computed))}. Kontrollera att inga rader saknas."
                )
                yield Problem(cell.ref.place, sentence)


def _sum_of(name: str, sums: Sequence[Sum]) -> Sum | None:
    """Return the sum that a totals row is: the one of its name, or the last for a plain `Summa`."""
    named = next((one for one in sums if one.name.casefold() == name.casefold()), None)
    return named or (sums[-1] if sums and name.casefold() in _WHOLE else None)


def _tolerance(table: SourceTable, column: int) -> Decimal:
    numbers = [number for row in table.rows if (number := number_or_none(row[column])) is not None]
    digit = Decimal(1).scaleb(-max((_decimals(number) for number in numbers), default=0))
    return digit * (len(numbers) + 1) / 2


def _decimals(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0
