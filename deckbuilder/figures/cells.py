"""Makes figures of source cells, and finds rows by their key."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from deckbuilder.errors import ContentError, Problems, listed
from deckbuilder.figures.arithmetic import HUNDRED
from deckbuilder.figures.figure import Figure
from deckbuilder.value import Unit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deckbuilder.sources.table import Cell, SourceTable
    from deckbuilder.value import Value

SourceRow = tuple["Cell", ...]


@cache
def unit_of(word: str) -> Unit:
    """Return the unit of figures read as `word`: shares (0.055) are held as per cent, texts have none."""
    return {"andel": Unit.PERCENT, "text": Unit.NONE}[word] if word in {"andel", "text"} else Unit(word)


def cell_figure(id_: str, cell: Cell, column: str, unit: str, decimals: int = 0) -> Figure:
    """Make a figure of one cell; raise ContentError when it holds a text where a number should be."""
    is_text = unit == "text" and not cell.is_error  # asking an error for its number raises
    value: Value = (cell.text or None) if is_text else cell.number(column)
    if unit == "andel" and isinstance(value, Decimal) and "%" not in cell.text:
        value *= HUNDRED
    return Figure(id_, value, unit_of(unit), decimals, (cell.ref,), f"värdet i kolumnen {column}")


def rows_by_key(table: SourceTable, key: str, where: Mapping[str, str]) -> dict[str, SourceRow]:
    """Return the rows by their key; raise ContentError for a key that stands twice or is empty."""
    place = table.column(key)
    filters = {table.column(column): text for column, text in where.items()}
    problems = Problems()
    found: dict[str, SourceRow] = {}
    for row in table.rows:
        if any(row[column].text.casefold() != text.casefold() for column, text in filters.items()):
            continue
        cell = row[place]
        if not cell.text:
            sentence = (
                f"Raden saknar värde i kolumnen '{key}'. Fyll i det, eller lägg till radens första ord i 'skip_rows'."
            )
            problems.add(cell.ref.place, sentence)
        elif cell.text in found:
            first = found[cell.text][place].ref
            sentence = f"'{cell.text}' står redan på rad {first.row}. Ta bort den ena raden, eller skilj dem åt."
            problems.add(cell.ref.place, sentence)
        else:
            found[cell.text] = row
    problems.raise_if_any()
    if not found and not filters:
        sentence = f"Filen har inga rader under rubriken '{key}'. Hämta en ny export."
        raise ContentError.at(table.grid.place, sentence)
    if not found:
        wanted = listed(f"{column} = {text}" for column, text in where.items())
        raise ContentError.at(
            table.grid.place, f"Ingen rad har {wanted}. Kontrollera stavningen i filen och i 'where'."
        )
    return found
