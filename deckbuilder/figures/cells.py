"""Makes figures of source cells, and finds rows by their key."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from deckbuilder import swedish
from deckbuilder.errors import ContentError, Problems, SpecError
from deckbuilder.figures.arithmetic import HUNDRED
from deckbuilder.figures.figure import Figure
from deckbuilder.value import Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.figures.figure import Column, Row
    from deckbuilder.sources.cell import Cell
    from deckbuilder.sources.table import SourceTable
    from deckbuilder.value import Value

SourceRow = tuple["Cell", ...]
_THREE_DECIMALS = re.compile(r"(?<![0-9\s])[0-9]{1,3}[,.][0-9]{3}(?![0-9])")  # 1,234 but not 1 234,567


@cache
def unit_of(word: str) -> Unit:
    """Return the unit of figures read as `word`: shares (0.055) are held as per cent, texts have none."""
    return {"andel": Unit.PERCENT, "text": Unit.NONE}[word] if word in {"andel", "text"} else Unit(word)


def cell_figure(id_: str, cell: Cell, column: str, unit: str, decimals: int = 0) -> Figure:
    """Make a figure of one cell; raise ContentError when it cannot be what its column says."""
    words = f"värdet i kolumnen {column}"
    is_text = unit == "text" and not cell.is_error  # asking an error for its number raises
    value: Value = (cell.text or None) if is_text else cell.number(column)
    if isinstance(value, Decimal):
        _refuse_other_unit(cell, column, unit)
        if _is_fraction(cell, unit):
            value *= HUNDRED
            words += " i procent"
    return Figure(id_, value, unit_of(unit), decimals, (cell.ref,), words)


def _is_fraction(cell: Cell, unit: str) -> bool:
    """Tell whether a cell has 0.055 for 5,5 %."""
    return unit == "andel" and not cell.is_percent


def _refuse_other_unit(cell: Cell, column: str, unit: str) -> None:
    """Refuse per cent where money or a count should be, and 1,234 where it may be an English thousand."""
    if cell.is_percent and unit not in {"andel", "procent", "enheter"}:
        sentence = f"'{cell.text}' i kolumnen '{column}' är i procent, men siffrorna ska vara i {unit}. Rätta den ena."
        raise ContentError.at(cell.ref.place, sentence, "DB220")
    if unit in {"antal", "kr"} and isinstance(cell.raw, str) and _THREE_DECIMALS.search(cell.raw):
        sentence = (
            f"'{cell.text}' i kolumnen '{column}' kan vara både ett tal med tre decimaler och ett tusental. "
            "Skriv talet utan tusentalstecken."
        )
        raise ContentError.at(cell.ref.place, sentence, "DB221")


def rows_by_key(table: SourceTable, key: str, group: str = "") -> dict[str, SourceRow]:
    """Return the rows by their key, or by `group` and key; raise ContentError for one that stands twice or is empty."""
    place = table.column(key)
    above = table.column(group) if group else None
    problems = Problems()
    found: dict[str, SourceRow] = {}
    for row in table.rows:
        cell = row[place]
        name = cell.text if above is None else swedish.tidy(f"{row[above].text} {cell.text}")
        if cell.is_error:
            with problems.gather():
                cell.number(key)
        elif not cell.text:
            sentence = (
                f"Raden saknar värde i kolumnen '{key}'. Fyll i det, eller lägg till radens första ord i 'skip_rows'."
            )
            problems.add(cell.ref.place, sentence, "DB222")
        elif name in found:
            first = found[name][place].ref
            sentence = f"'{name}' står redan på rad {first.row}. Ta bort den ena raden, eller skilj dem åt."
            problems.add(cell.ref.place, sentence, "DB223")
        elif above is not None and not row[above].text:
            sentence = (
                f"Raden saknar värde i kolumnen '{group}'. Fyll i det, eller lägg till kolumnen i källans 'fill_down'."
            )
            problems.add(cell.ref.place, sentence, "DB222")
        else:
            found[name] = row
    problems.raise_if_any()
    if not found:
        sentence = f"Filen har inga rader under rubriken '{key}'. Hämta en ny export."
        raise ContentError.at(table.grid.place, sentence, "DB224")
    return found


def number_or_none(cell: Cell, unit: str = "") -> Decimal | None:
    """Return a cell's number, read as `unit` where that is given; None for everything else."""
    try:
        value = cell.number("")
    except ContentError:
        return None
    if not isinstance(value, Decimal):
        return None
    return value * HUNDRED if _is_fraction(cell, unit) else value


def refuse_twins(items: Sequence[Row | Column], key: str, what: str) -> None:
    """Raise SpecError for rows or columns with the same key: the figures of one would stand for both."""
    seen: dict[str, str] = {}
    for item in items:
        if item.key in seen:
            sentence = f"{what} '{seen[item.key]}' och '{item.label}' går inte att skilja åt. Ge dem olika namn."
            raise SpecError((key,), sentence, "DB325")
        seen[item.key] = item.label
