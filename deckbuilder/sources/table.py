"""A source as rows under a header, with the cell that each value came from."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from deckbuilder.errors import ContentError, Problems, choices, did_you_mean, listed
from deckbuilder.sources.cell import Cell, as_text
from deckbuilder.sources.grid import CellRef, Grid, Raw
from deckbuilder.swedish import tidy, uncapital

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deckbuilder.spec.data import SourceSpec

Row = tuple[Cell, ...]
_SIGNS = {"komma": ",", "punkt": "."}


@dataclass(frozen=True)
class SourceTable:
    """The data rows of a source. `rows[i][j]` is the cell in column `columns[j]`; `skipped` are the `skip_rows`."""

    name: str
    grid: Grid
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    skipped: tuple[Row, ...] = ()

    @property
    def file(self) -> str:
        """The file's name with its folder, as messages show it."""
        return self.grid.file

    def column(self, name: str) -> int:
        """Return a column's number; raise ContentError, with those that exist, when it is missing or ambiguous."""
        wanted = tidy(name).casefold()
        matching = [number for number, column in enumerate(self.columns) if column.casefold() == wanted]
        if len(matching) == 1:
            return matching[0]
        place = self.grid.place
        if matching:
            sentence = f"Kolumnen '{name}' finns flera gånger. Ge kolumnerna olika rubriker i filen."
            raise ContentError.at(place, sentence, "DB214")
        have = choices(f"'{column}'" for column in self.columns if column)
        remedy = "Rätta rubriken i filen, eller kolumnens namn i config/sources.yaml."
        if any(_of_another_period(name, column) for column in self.columns):
            remedy = f"Är filen för en annan period hämtar du rätt export. Annars: {uncapital(remedy)}"
        sentence = f"Kolumnen '{name}' saknas.{did_you_mean(name, self.columns)} Kolumner i filen: {have}. {remedy}"
        raise ContentError.at(place, sentence, "DB213")

    def where(self, wanted: Mapping[str, str]) -> SourceTable:
        """Return the table with only the rows whose columns hold the wanted texts; raise ContentError for none."""
        if not wanted:
            return self
        filters = {self.column(column): tidy(text).casefold() for column, text in wanted.items()}
        rows = tuple(r for r in self.rows if all(r[i].text.casefold() == text for i, text in filters.items()))
        if not rows:
            what = listed(f"{column} = {text}" for column, text in wanted.items())
            sentence = f"Ingen rad har {what}. Kontrollera stavningen i filen och i 'where'."
            raise ContentError.at(self.grid.place, sentence, "DB225")
        return replace(self, rows=rows)


def _of_another_period(wanted: str, column: str) -> bool:
    """Tell whether a header differs from the wanted one in its digits alone: `Utfall 2407` for `Utfall 2408`."""
    return re.sub(r"\d", "", tidy(wanted)).casefold() == re.sub(r"\d", "", column).casefold() != column.casefold()


def as_table(name: str, grid: Grid, spec: SourceSpec) -> SourceTable:
    """Find the header row and the data rows below it; leave out empty rows and those of `skip_rows`."""
    header = _header_row(grid, spec.header)
    columns = tuple(as_text(raw) for raw in grid.rows[header])
    rows: list[Row] = []
    skipped: list[Row] = []
    problems = Problems()
    for number, raws in enumerate(grid.rows[header + 1 :], start=header + 1):
        first = next((text for raw in raws if (text := as_text(raw))), "")
        if not first:
            continue
        row = _row(raws, number, grid, len(columns), spec)
        if any(matches(first, pattern) for pattern in spec.skip_rows):
            skipped.append(row)
        else:
            _refuse_values_beside(raws, columns, row, grid, problems)
            rows.append(row)
    problems.raise_if_any()
    table = SourceTable(name, grid, columns, tuple(rows), tuple(skipped))
    return _filled_down(table, spec) if spec.fill_down else table


def _row(raws: tuple[Raw, ...], number: int, grid: Grid, width: int, spec: SourceSpec) -> Row:
    padded = (raws + (None,) * width)[:width]
    return tuple(
        Cell(raw, CellRef(grid.file, grid.sheet, grid.row_number(number), place), _SIGNS[spec.decimal])
        for place, raw in enumerate(padded, start=1)
    )


def _refuse_values_beside(
    raws: tuple[Raw, ...], columns: tuple[str, ...], row: Row, grid: Grid, problems: Problems
) -> None:
    """Refuse a CSV row with more values than headers: a comma or semicolon in a number has moved what follows."""
    last = max((number for number, column in enumerate(columns) if column), default=-1)
    if not grid.sheet and any(as_text(raw) for raw in raws[last + 1 :]):
        sentence = (
            "Raden har fler värden än rubrikraden, så värdena hör inte till sina rubriker. "
            "Ge varje kolumn en rubrik, eller exportera filen på nytt med semikolon mellan värdena."
        )
        problems.add(row[0].ref.place, sentence, "DB215")


def _header_row(grid: Grid, header: str) -> int:
    wanted = tidy(header).casefold()
    texts = [[as_text(raw) for raw in row] for row in grid.rows]
    for number, row in enumerate(texts):
        if any(text.casefold() == wanted for text in row):
            return number
    if not any(text for row in texts for text in row):
        raise ContentError.at(grid.place, "Filen är tom. Hämta en ny export.", "DB212")
    near = did_you_mean(header, {text for row in texts[:40] for text in row if text})
    sentence = (
        f"Rubriken '{header}' finns inte i någon cell.{near} "
        "Rätta 'header' vid källan i config/sources.yaml, eller filen."
    )
    raise ContentError.at(grid.place, sentence, "DB211")


def matches(text: str, pattern: str) -> bool:
    """Tell whether a text is as a pattern says, in which `*` stands for anything; capitals and spaces do not count."""
    parts = (re.escape(part) for part in tidy(pattern).casefold().split("*"))
    return re.fullmatch(".*".join(parts), text.casefold()) is not None


def _filled_down(table: SourceTable, spec: SourceSpec) -> SourceTable:
    places = {table.column(name) for name in spec.fill_down}
    rows: list[Row] = []
    for row in table.rows:
        above = rows[-1] if rows else row
        rows.append(tuple(above[i] if i in places and not cell.text else cell for i, cell in enumerate(row)))
    return SourceTable(table.name, table.grid, table.columns, tuple(rows), table.skipped)
