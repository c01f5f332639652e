"""A source as rows under a header, with the cell that each value came from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from deckbuilder.errors import ContentError, did_you_mean, listed
from deckbuilder.sources.grid import NOT_CALCULATED, CellRef, Grid, Raw
from deckbuilder.sources.numbers import NotANumberError, parse_number
from deckbuilder.swedish import tidy

if TYPE_CHECKING:
    from deckbuilder.spec.data import SourceSpec
    from deckbuilder.value import Suppressed

_EXCEL_ERRORS = {
    "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!",
    "#DIVISION/0!", "#SAKNAS!", "#NAMN?", "#SKÄRNING!", "#OGILTIGT!", "#REFERENS!", "#VÄRDEFEL!",
}  # fmt: skip
_SIGNS = {"komma": ",", "punkt": "."}


@dataclass(frozen=True, slots=True)
class Cell:
    """A raw value and where it stands."""

    raw: Raw
    ref: CellRef
    decimal: str = ","

    @property
    def text(self) -> str:
        """The value as text without stray spaces; an empty cell is ""."""
        return as_text(self.raw)

    @property
    def is_error(self) -> bool:
        """Whether the cell shows one of Excel's errors in place of a value."""
        return self.text == NOT_CALCULATED or self.text in _EXCEL_ERRORS

    def number(self, column: str) -> Decimal | Suppressed | None:
        """Return the number, what is withheld, or None when empty; raise ContentError for anything else."""
        if isinstance(self.raw, Decimal) or self.raw is None:
            return self.raw
        try:
            if isinstance(self.raw, str):
                return parse_number(self.raw, self.decimal)
        except NotANumberError:
            pass
        raise ContentError.at(self.ref.place, self._not_a_number(column))

    def _not_a_number(self, column: str) -> str:
        if self.text == NOT_CALCULATED:
            remedy = "Öppna filen i Excel och spara den."
            return f"Cellen i kolumnen '{column}' har en formel som inte är beräknad. {remedy}"
        if self.is_error:
            return f"Cellen i kolumnen '{column}' visar Excelfelet {self.text}. Rätta formeln och spara filen."
        hint = ""
        if isinstance(self.raw, str) and any(sign in self.raw for sign in ".,"):
            other = "punkt" if self.decimal == "," else "komma"
            hint = f" Har filen decimal{other}, skriv 'decimal: {other}' vid källan i config/sources.yaml."
        what = f"'{self.text}' i kolumnen '{column}' är inget tal."
        return f"{what} Skriv ett tal, eller lämna cellen tom om värdet saknas.{hint}"


@dataclass(frozen=True)
class SourceTable:
    """The data rows of a source. `rows[i][j]` is the cell in column `columns[j]`."""

    name: str
    grid: Grid
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    _index: dict[str, int] = field(default_factory=dict, repr=False, compare=False)

    @property
    def file(self) -> str:
        """The file's name inside the period's folder."""
        return self.grid.file

    def column(self, name: str) -> int:
        """Return a column's number; raise ContentError, with those that exist, when it is missing or ambiguous."""
        wanted = tidy(name).casefold()
        matching = [number for number, column in enumerate(self.columns) if column.casefold() == wanted]
        if len(matching) == 1:
            return matching[0]
        place = self.grid.place
        if matching:
            raise ContentError.at(place, f"Kolumnen '{name}' finns flera gånger. Ge kolumnerna olika rubriker i filen.")
        have = listed(f"'{column}'" for column in self.columns if column)
        sentence = f"Kolumnen '{name}' saknas.{did_you_mean(name, self.columns)} Kolumner i filen: {have}."
        raise ContentError.at(place, sentence)


def as_text(raw: Raw) -> str:
    """Return a raw value as tidy text: whole numbers without decimals, dates as 2024-08-27."""
    if raw is None:
        return ""
    if isinstance(raw, Decimal):
        return f"{raw.to_integral_value():f}" if raw == raw.to_integral_value() else f"{raw:f}"
    if isinstance(raw, bool):
        return "SANT" if raw else "FALSKT"
    return raw.isoformat()[:10] if isinstance(raw, date) else tidy(raw)


def as_table(name: str, grid: Grid, spec: SourceSpec) -> SourceTable:
    """Find the header row and the data rows below it; leave out empty rows and those of `skip_rows`."""
    header = _header_row(grid, spec.header)
    columns = tuple(as_text(raw) for raw in grid.rows[header])
    if extra := [number for number, row in enumerate(grid.rows[header + 1 :]) if len(row) > len(columns)]:
        columns += ("",) * (max(len(grid.rows[header + 1 + number]) for number in extra) - len(columns))
    decimal = _SIGNS[spec.decimal]
    rows = []
    for number, raws in enumerate(grid.rows[header + 1 :], start=header + 2):
        first = next((text for raw in raws if (text := as_text(raw))), "")
        if not first or any(_matches(first, pattern) for pattern in spec.skip_rows):
            continue
        padded = raws + (None,) * (len(columns) - len(raws))
        rows.append(
            tuple(
                Cell(raw, CellRef(grid.file, grid.sheet, number, place), decimal)
                for place, raw in enumerate(padded, start=1)
            )
        )
    table = SourceTable(name, grid, columns, tuple(rows))
    return _filled_down(table, spec) if spec.fill_down else table


def _header_row(grid: Grid, header: str) -> int:
    wanted = tidy(header).casefold()
    texts = [[as_text(raw) for raw in row] for row in grid.rows]
    for number, row in enumerate(texts):
        if any(text.casefold() == wanted for text in row):
            return number
    near = did_you_mean(header, {text for row in texts[:40] for text in row if text})
    sentence = (
        f"Rubriken '{header}' finns inte i någon cell.{near} "
        "Rätta 'header' vid källan i config/sources.yaml, eller filen."
    )
    raise ContentError.at(grid.place, sentence)


def _matches(text: str, pattern: str) -> bool:
    parts = (re.escape(part) for part in tidy(pattern).casefold().split("*"))
    return re.fullmatch(".*".join(parts), text.casefold()) is not None


def _filled_down(table: SourceTable, spec: SourceSpec) -> SourceTable:
    places = {table.column(name) for name in spec.fill_down}
    rows: list[tuple[Cell, ...]] = []
    for row in table.rows:
        above = rows[-1] if rows else row
        rows.append(tuple(above[i] if i in places and not cell.text else cell for i, cell in enumerate(row)))
    return SourceTable(table.name, table.grid, table.columns, tuple(rows))
